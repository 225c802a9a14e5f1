//! The style sheet and the fonts.

use std::path::Path;

use anyhow::Context;

use crate::{css, files, font, paths};

/// Where the fonts stand in the bundle, seen from the style sheet.
pub const FONT_FOLDER: &str = "fonts";

/// What the page names of them, relative to the base.
pub struct Assets {
    pub sheet: String,
    /// The font of the first paint.
    pub font: String,
}

/// Puts them into the staged bundle.
pub fn put(stage: &Path) -> anyhow::Result<Assets> {
    let fonts = paths::assets().join(FONT_FOLDER);
    let faces = font::make(&fonts)?;
    let text = css::one_sheet(&paths::root().join("style"), &faces)?;
    let sheet = files::with_hash("askelma.css", &files::short_hash(text.as_bytes()));
    files::write(&stage.join(&sheet), text)?;
    Ok(Assets { sheet, font: copy_fonts(&fonts, stage)? })
}

/// Copies the fonts and returns the name of the one to preload.
fn copy_fonts(from: &Path, stage: &Path) -> anyhow::Result<String> {
    let mut preloaded = None;
    for path in files::below(from)? {
        let name = format!("{FONT_FOLDER}/{}", files::relative(&path, from)?);
        files::write(&stage.join(&name), files::read(&path)?)?;
        if font::is_preloaded(&name) {
            anyhow::ensure!(preloaded.is_none(), "two fonts would be preloaded: {name}");
            preloaded = Some(name);
        }
    }
    preloaded.context("no font was made")
}
