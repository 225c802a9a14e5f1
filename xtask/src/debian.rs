//! Programs from Debian's packages, where this is Debian and we are root.

use std::process::Command;

use crate::paths;
use crate::process::{command, heading, output, run};

/// Installs these packages. Returns whether they are there now: not on another system, nor for
/// another user.
pub fn install(packages: &[&str]) -> bool {
    if paths::on_path(&["apt-get"]).is_none() || !is_root() {
        return false;
    }
    heading(&format!("Installing {} from Debian's packages", packages.join(", ")));
    let install = ["install", "-q", "-y", "--no-install-recommends"];
    run(&mut apt(&["update", "-q"])).and_then(|()| run(apt(&install).args(packages))).is_ok()
}

fn apt(words: &[&str]) -> Command {
    let mut apt = command("apt-get", &paths::root());
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(words);
    apt
}

fn is_root() -> bool {
    output(command("id", &paths::root()).arg("-u")).is_some_and(|id| id.trim() == "0")
}
