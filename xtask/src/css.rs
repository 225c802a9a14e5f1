//! Two style sheets out of style/*.css: one for the first run, Today and the frame, and one that
//! comes with the chunk of all other pages. Palette, tokens and base first, the rest by name.

use std::path::{Path, PathBuf};

use crate::files;

const FIRST: [&str; 3] = ["palette.css", "tokens.css", "base.css"];

/// What the first run, Today and the frame do not show. These files have classes of their own, so
/// that it does not matter that they come behind the others.
const LATER: [&str; 14] = [
    "bubbles.css",
    "chart.css",
    "code.css",
    "dial.css",
    "drawn.css",
    "guess.css",
    "hard.css",
    "path-back.css",
    "path.css",
    "progress.css",
    "reasons.css",
    "scale.css",
    "sheet.css",
    "stones.css",
];

/// Both, made small.
pub struct Sheets {
    /// With the faces of the fonts.
    pub first: String,
    /// Fetched with the chunk.
    pub later: String,
}

pub fn sheets(folder: &Path, font_faces: &str) -> anyhow::Result<Sheets> {
    let mut paths = files::below(folder)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort_by_key(|path| {
        let name = name(path);
        let place = FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
        (place, name)
    });
    let (later, first): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| LATER.contains(&name(path).as_str()));
    anyhow::ensure!(later.len() == LATER.len(), "style/ has not all files that css.rs names");
    Ok(Sheets { first: font_faces.to_owned() + &one(&first)?, later: one(&later)? })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn one(paths: &[PathBuf]) -> anyhow::Result<String> {
    let texts = paths.iter().map(|path| files::read_text(path)).collect::<Result<Vec<_>, _>>()?;
    let sheet = texts.join("\n");
    anyhow::ensure!(
        !sheet.contains("@import") && !sheet.contains("://"),
        "style/ must neither import nor name another place"
    );
    Ok(smaller(&sheet))
}

/// Without comments and the spaces that mean nothing. Quoted text stays as it is; a space before
/// a colon or around an operator stays too, since there it can mean something.
fn smaller(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                let mut before = ' ';
                for inside in rest.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
            }
            '"' | '\'' => {
                out.push(c);
                let mut escaped = false;
                for inside in rest.by_ref() {
                    out.push(inside);
                    if inside == c && !escaped {
                        break;
                    }
                    escaped = inside == '\\' && !escaped;
                }
            }
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
                    out.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                while out.ends_with(' ') || (c == '}' && out.ends_with(';')) {
                    out.pop();
                }
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::smaller;

    #[test]
    fn comments_and_idle_spaces_go() {
        let sheet = "/* calm */\n.card , .sheet {\n  color: var(--ink);\n  margin: 0 auto;\n}\n";
        assert_eq!(smaller(sheet), ".card,.sheet{color:var(--ink);margin:0 auto}");
    }

    #[test]
    fn spaces_with_a_meaning_stay() {
        assert_eq!(
            smaller("nav :focus{ width: calc(1px + 2px) }"),
            "nav :focus{width:calc(1px + 2px)}"
        );
        assert_eq!(smaller("@media (a: b) and (c){}"), "@media (a:b) and (c){}");
        assert_eq!(
            smaller("q{ content: \"a  /* b */; \\\" }\" }"),
            "q{content:\"a  /* b */; \\\" }\"}"
        );
    }
}
