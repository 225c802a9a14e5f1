//! Which engines are here, or come from Debian's packages.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::screen::Screen;
use crate::cargo_tool::CargoTool;
use crate::process::{command, output};
use crate::{debian, paths};

const GECKODRIVER: &str = "geckodriver";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// The system's own: another Python does not see Debian's packages.
const PYTHON: &str = "/usr/bin/python3";
const WEBKIT_VERSION: &str = "import gi; gi.require_version('WebKit2', '4.1'); \
    from gi.repository import WebKit2 as w; \
    print(w.get_major_version(), w.get_minor_version(), w.get_micro_version(), sep='.')";
const WEBKIT_PACKAGES: [&str; 4] =
    ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"];

/// An engine that can be tried.
pub struct Engine {
    /// Its name in end2end/engines.config.ts.
    pub project: &'static str,
    /// Its name and version, for people.
    pub version: String,
    /// What the trials need to know of it.
    pub variables: Vec<(&'static str, OsString)>,
    /// What it is shown on, as long as it is tried.
    _screen: Option<Screen>,
}

/// WebKitGTK with its driver and a screen.
///
/// # Errors
/// What of it is missing.
pub fn webkit() -> anyhow::Result<Engine> {
    let here = || Some((paths::on_path(&["WebKitWebDriver"])?, webkit_version()?));
    let come = || here().filter(|_| Screen::possible());
    let (driver, version) = come()
        .or_else(|| come_from_debian(&WEBKIT_PACKAGES, come))
        .context("WebKitGTK with its WebDriver, its Python bindings and a screen is not here")?;
    let (screen, display) = Screen::begin()?;
    let mut variables = vec![
        ("ASKELMA_WEBKIT_DRIVER", driver.into_os_string()),
        ("ASKELMA_WEBKIT_PYTHON", PYTHON.into()),
    ];
    variables.extend(display.map(|display| ("DISPLAY", display)));
    let version = format!("WebKitGTK {version}");
    Ok(Engine { project: "webkit", version, variables, _screen: screen })
}

fn webkit_version() -> Option<String> {
    let version = output(command(PYTHON, &paths::root()).args(["-c", WEBKIT_VERSION]))?;
    Some(version.trim().to_owned())
}

/// geckodriver, which Debian does not have: the one on PATH, else one compiled meanwhile.
pub fn geckodriver() -> anyhow::Result<CargoTool> {
    match paths::on_path(&[GECKODRIVER]) {
        Some(program) => Ok(CargoTool::there(GECKODRIVER, program)),
        None => CargoTool::begin(GECKODRIVER, GECKODRIVER_VERSION),
    }
}

/// Firefox with its driver. It needs no screen.
///
/// # Errors
/// What of it is missing.
pub fn firefox(mut geckodriver: CargoTool) -> anyhow::Result<Engine> {
    let here = || paths::on_path(&["firefox-esr", "firefox"]);
    let browser = here()
        .or_else(|| come_from_debian(&["firefox-esr"], here))
        .context("Firefox is not here")?;
    let driver = geckodriver.program()?.to_path_buf();
    let version = output(command(&browser, &paths::root()).arg("--version"));
    Ok(Engine {
        project: "firefox",
        version: version.unwrap_or_default().trim().to_owned(),
        variables: variables_of_firefox(&browser, driver),
        _screen: None,
    })
}

fn variables_of_firefox(browser: &Path, driver: PathBuf) -> Vec<(&'static str, OsString)> {
    vec![("ASKELMA_FIREFOX", browser.into()), ("ASKELMA_GECKODRIVER", driver.into_os_string())]
}

fn come_from_debian<T>(packages: &[&str], here: impl FnOnce() -> Option<T>) -> Option<T> {
    debian::install(packages).then(here).flatten()
}
