//! Trunk's pre-build hook: makes what index.html links to in target/askelma-assets.

use crate::css;
use crate::files;
use crate::font;
use crate::paths;

/// Where the fonts stand in the bundle, seen from the style sheet.
pub const FONT_FOLDER: &str = "fonts";

pub fn make() -> anyhow::Result<()> {
    let assets = paths::assets();
    let faces = font::make(&assets.join(FONT_FOLDER))?;
    let sheet = css::one_sheet(&paths::root().join("style"), &faces)?;
    files::write(&assets.join("askelma.css"), sheet)
}
