//! The style sheets and the fonts.

use std::path::Path;

use anyhow::Context;

use crate::font::{self, FONT_FOLDER};
use crate::{css, files, paths};

/// What the page names of them, relative to the base.
pub struct Assets {
    pub sheet: String,
    /// The style sheet that comes with the chunk.
    pub later_sheet: String,
    /// The font of the first paint.
    pub font: String,
}

/// Puts them into the staged bundle.
pub fn put(stage: &Path) -> anyhow::Result<Assets> {
    let fonts = paths::assets().join(FONT_FOLDER);
    let faces = font::make(&fonts)?;
    let sheets = css::sheets(&paths::root(), &faces, &paths::npm_tools())?;
    let put = |plain: &str, text: String| -> anyhow::Result<String> {
        let name = files::with_hash(plain, &files::short_hash(text.as_bytes()));
        files::write(&stage.join(&name), text)?;
        Ok(name)
    };
    Ok(Assets {
        sheet: put("askelma.css", sheets.first)?,
        later_sheet: put("askelma-rest.css", sheets.later)?,
        font: copy_fonts(&fonts, stage)?,
    })
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
