//! A screen for a browser that needs one: Xvfb's, in memory, else the one of who sits here.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use anyhow::Context;

use crate::paths;
use crate::process::command;

const XVFB: &str = "Xvfb";

/// A screen in memory, gone when this is dropped.
pub struct Screen(Child);

impl Screen {
    /// Whether there can be any.
    pub fn possible() -> bool {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        paths::on_path(&[XVFB]).is_some() || set("DISPLAY") || set("WAYLAND_DISPLAY")
    }

    /// One in memory and its name; neither where there is no Xvfb: then the present screen is used.
    pub fn begin() -> anyhow::Result<(Option<Self>, Option<OsString>)> {
        let Some(program) = paths::on_path(&[XVFB]) else { return Ok((None, None)) };
        let mut xvfb = command(program, &paths::root());
        // It takes a free display by itself, and prints its number when it is ready.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]);
        let xvfb = xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context(XVFB)?;
        let mut screen = Self(xvfb);
        let mut number = String::new();
        let printed = screen.0.stdout.take().context("Xvfb prints nothing")?;
        BufReader::new(printed).read_line(&mut number)?;
        anyhow::ensure!(!number.trim().is_empty(), "Xvfb found no display");
        Ok((Some(screen), Some(format!(":{}", number.trim()).into())))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
