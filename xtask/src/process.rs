//! Other programs, with a heading before each job and their own exit code at the end.

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context;

/// A program that ran and said no.
#[derive(Debug)]
pub struct Failed {
    program: String,
    code: u8,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ended with code {}", self.program, self.code)
    }
}

impl std::error::Error for Failed {}

/// The code `cargo xtask` itself ends with: that of the program that failed, else 1.
pub fn exit_code_of(error: &anyhow::Error) -> u8 {
    error.chain().find_map(|cause| cause.downcast_ref::<Failed>()).map_or(1, |failed| failed.code)
}

pub fn heading(text: &str) {
    println!("\n── {text} {}", "─".repeat(76_usize.saturating_sub(text.chars().count())));
}

/// A command that runs in `folder`.
pub fn command(program: impl AsRef<Path>, folder: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs it with its output shown.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let program = name_of(command);
    let status = command.status().with_context(|| format!("{program} could not be started"))?;
    if status.success() {
        return Ok(());
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Err(Failed { program, code }.into())
}

/// Runs it and returns what it printed; `None` when it is missing or said no.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8(output.stdout).ok()
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or_default().to_string_lossy().into_owned()];
    words.extend(command.get_args().take(3).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
