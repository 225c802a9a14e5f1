//! Two style sheets out of style/ and of those that stand beside their components in src/: one for
//! the first run, Today and the frame, and one that comes with the chunk of all other pages.

use std::path::Path;

use crate::{files, minify};

/// What all others build on, in this order.
const BEGINS: [&str; 3] = ["style/palette.css", "style/tokens.css", "style/base.css"];

/// Beside the components of the main chunk; a tidy test compares them with its modules. Any other
/// component's comes with the chunk.
pub const OF_MAIN_CHUNK: [&str; 15] = [
    "src/app/frame.css",
    "src/ui/charts/calendar.css",
    "src/ui/controls/button.css",
    "src/ui/controls/chips.css",
    "src/ui/controls/face.css",
    "src/ui/controls/field.css",
    "src/ui/controls/stepper.css",
    "src/ui/controls/tick.css",
    "src/ui/layout/bottom_sheet.css",
    "src/ui/layout/card.css",
    "src/ui/layout/icon.css",
    "src/ui/layout/message.css",
    "src/ui/layout/nav.css",
    "src/ui/layout/page.css",
    "src/ui/layout/tint.css",
];

/// Both, made small.
pub struct Sheets {
    /// With the faces of the fonts.
    pub first: String,
    /// Fetched with the chunk.
    pub later: String,
}

/// The sheets of the tree at `root`.
///
/// # Errors
/// A sheet names another place, or esbuild refuses it.
pub fn sheets(root: &Path, font_faces: &str, npm: &Path) -> anyhow::Result<Sheets> {
    let (first, later): (Vec<_>, Vec<_>) =
        paths(root)?.into_iter().partition(|path| is_first(path));
    Ok(Sheets {
        first: font_faces.to_owned() + &one(root, &first, npm)?,
        later: one(root, &later, npm)?,
    })
}

/// Every one, from the root, in the order of the cascade: style/, src/ui/, then what is built of it.
fn paths(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut paths = Vec::new();
    for folder in ["style", "src"] {
        for path in files::below(&root.join(folder))? {
            if path.extension().is_some_and(|extension| extension == "css") {
                paths.push(files::relative(&path, root)?);
            }
        }
    }
    paths.sort_by_cached_key(|path| {
        let begins = BEGINS.iter().position(|first| first == path).unwrap_or(BEGINS.len());
        let folder = ["style/", "src/ui/"].iter().position(|folder| path.starts_with(folder));
        (folder.unwrap_or(2), begins, path.clone())
    });
    Ok(paths)
}

fn is_first(path: &str) -> bool {
    path.starts_with("style/") || OF_MAIN_CHUNK.contains(&path)
}

fn one(root: &Path, paths: &[String], npm: &Path) -> anyhow::Result<String> {
    let texts = paths.iter().map(|path| files::read_text(&root.join(path)));
    let sheet = texts.collect::<Result<Vec<_>, _>>()?.join("\n");
    anyhow::ensure!(
        !sheet.contains("@import") && !sheet.contains("://"),
        "a style sheet must neither import nor name another place"
    );
    minify::sheet(&sheet, npm)
}

#[cfg(test)]
mod tests {
    use super::paths;
    use crate::files;

    #[test]
    fn what_others_build_on_comes_before_them() -> anyhow::Result<()> {
        let root = std::env::temp_dir().join(format!("askelma-css-{}", std::process::id()));
        let ordered = [
            "style/palette.css",
            "style/tokens.css",
            "style/base.css",
            "style/a.css",
            "src/ui/controls/chips.css",
            "src/ui/layout/card.css",
            "src/app/frame.css",
            "src/pages/path/path.css",
        ];
        for path in ordered {
            files::write(&root.join(path), "")?;
        }
        files::write(&root.join("src/app/frame.rs"), "")?;
        assert_eq!(paths(&root)?, ordered);
        std::fs::remove_dir_all(&root)?;
        Ok(())
    }
}
