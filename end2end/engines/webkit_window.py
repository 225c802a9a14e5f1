#!/usr/bin/python3
"""WebKitGTK in a window for WebDriver, with a profile on the disk.

MiniBrowser, which WebKitWebDriver takes otherwise, keeps everything in memory while it is driven:
nothing of a diary would be left to find on its next start.
"""

import argparse
import ctypes
import os
import signal
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

NAME = "Askelma-WebKitGTK"
STORAGE = ["IndexedDBAPI", "LocalStorage"]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--downloads", type=Path, required=True)
    parser.add_argument("--deny-storage", action="store_true")
    parser.add_argument("--quota", type=int, help="bytes that one origin may keep")
    return parser.parse_args()


def context_of(options):
    places = {
        "base_data_directory": str(options.profile / "data"),
        "base_cache_directory": str(options.profile / "cache"),
    }
    if options.quota:
        volume = os.statvfs(options.profile)
        places["origin_storage_ratio"] = options.quota / (volume.f_blocks * volume.f_frsize)
    manager = WebKit2.WebsiteDataManager(**places)
    context = WebKit2.WebContext.new_with_website_data_manager(manager)
    context.set_preferred_languages(["en-GB"])
    context.connect("download-started", lambda _, download: keep(download, options.downloads))
    context.set_automation_allowed(True)
    context.connect("automation-started", lambda _, session: driven(session, context, options))
    return context


def keep(download, folder):
    def decide(download, name):
        download.set_destination((folder / name).as_uri())
        return True

    download.connect("decide-destination", decide)


def driven(session, context, options):
    about = WebKit2.ApplicationInfo()
    about.set_name(NAME)
    version = (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    about.set_version(*version)
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view(context, options))


def view(context, options):
    settings = WebKit2.Settings()
    settings.set_enable_write_console_messages_to_stdout(True)
    if options.deny_storage:
        features = WebKit2.Settings.get_all_features()
        for feature in (features.get(at) for at in range(features.get_length())):
            if feature.get_identifier() in STORAGE:
                settings.set_feature_enabled(feature, False)
    shown = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=430, default_height=860)
    window.add(shown)
    window.show_all()
    shown.connect("close", lambda _: window.destroy())
    return shown


def end_with_driver():
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


end_with_driver()
CONTEXT = context_of(arguments())
Gtk.main()
