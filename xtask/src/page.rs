//! index.html as Trunk left it, and what is put into it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;

use crate::csp::Policy;
use crate::files;

const HEAD_MARK: &str = "<!-- askelma:head -->";

pub struct Page {
    text: String,
}

/// What the app and the browser find in the head.
pub struct Head<'a> {
    pub policy: &'a Policy,
    pub base: &'a str,
    pub build: &'a str,
    /// The worker's entry, relative to the base.
    pub worker_loader: &'a str,
    /// The second module's entry, relative to the base.
    pub every_room_loader: &'a str,
    /// Data files: the name the app asks for, and the path by content, relative to the base.
    pub data: &'a BTreeMap<String, String>,
    /// The font of the first paint, relative to the base.
    pub font: &'a str,
}

impl Page {
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        Ok(Self { text: files::read_text(path)? })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn replace_all(&mut self, mark: &str, with: &str) {
        self.text = self.text.replace(mark, with);
    }

    /// The text of every inline script, exactly as the browser will hash it.
    pub fn inline_scripts(&self) -> anyhow::Result<Vec<String>> {
        let mut scripts = Vec::new();
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find("<script") {
            let tag_end = at + rest[at..].find('>').context("an open <script tag")?;
            let end = tag_end + rest[tag_end..].find("</script>").context("an open script")?;
            if !rest[at..tag_end].contains(" src=") {
                scripts.push(rest[tag_end + 1..end].to_owned());
            }
            rest = &rest[end..];
        }
        let starts = scripts.iter().filter(|s| s.contains("TrunkApplicationStarted\",")).count();
        anyhow::ensure!(starts == 1, "expected Trunk's start script once, found it {starts} times");
        Ok(scripts)
    }

    pub fn fill_head(&mut self, head: &Head) -> anyhow::Result<()> {
        anyhow::ensure!(!self.text.contains("<base"), "the page must have no <base> element");
        let names = serde_json::to_string(head.data)?;
        let (script, module) = self.start_files()?;
        let lines = [
            format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
                escaped(head.policy.in_page())
            ),
            meta("askelma-base", head.base),
            meta("askelma-build", head.build),
            meta("askelma-exchange-worker", &format!("{}{}", head.base, head.worker_loader)),
            meta("askelma-every-room", &format!("{}{}", head.base, head.every_room_loader)),
            meta("askelma-files", &names),
            format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"{}{}\" crossorigin>",
                head.base, head.font
            ),
            format!("<link rel=\"modulepreload\" href=\"{script}\">"),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" \
                 href=\"{module}\" crossorigin>"
            ),
        ];
        self.text = files::replace_once(&self.text, HEAD_MARK, &lines.join("\n"))?;
        Ok(())
    }

    /// The addresses of the app's script and module, which the start script names.
    fn start_files(&self) -> anyhow::Result<(String, String)> {
        let between = |before: &str| -> anyhow::Result<String> {
            let (_, rest) = self.text.split_once(before).context("Trunk's start script")?;
            Ok(rest.split('\'').next().unwrap_or_default().to_owned())
        };
        Ok((between("import init from '")?, between("module_or_path: '")?))
    }

    /// The staged files in the bundle's root that the page names and whose names hold their hash.
    pub fn hashed_files(&self, stage: &Path, base: &str) -> anyhow::Result<Vec<String>> {
        let mut found = Vec::new();
        for path in files::below(stage)? {
            let name = files::relative(&path, stage)?;
            if is_hashed(&name) && self.text.contains(&format!("{base}{name}")) {
                found.push(name);
            }
        }
        anyhow::ensure!(found.len() >= 3, "script, module and style sheet expected: {found:?}");
        Ok(found)
    }
}

/// Trunk's names (a hexadecimal number, its leading zeros dropped): `askelma-0123456789abcdef.js`, `…_bg.wasm`, `….css`.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    !name.contains('/')
        && stem.rsplit_once('-').is_some_and(|(_, hash)| {
            (8..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escaped(content))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{HEAD_MARK, Head, Page, is_hashed};
    use crate::csp::Policy;

    fn page(head: &str) -> Page {
        let start = "<script type=\"module\">import init from '/a.js'; init({ module_or_path: '/a.wasm' });\
                     go(\"TrunkApplicationStarted\", 1)</script>";
        Page { text: format!("<head>{head}<script src=\"a.js\"></script>{start}</head>") }
    }

    fn fill(page: &mut Page) -> anyhow::Result<()> {
        let policy = Policy::for_scripts(&page.inline_scripts()?);
        let data = BTreeMap::from([("a.json".to_owned(), "data/a-1.json".to_owned())]);
        page.fill_head(&Head {
            policy: &policy,
            base: "/x/",
            build: "b",
            worker_loader: "w.js",
            every_room_loader: "r.js",
            data: &data,
            font: "fonts/f.woff2",
        })
    }

    #[test]
    fn inline_scripts_are_found_and_others_are_not() -> anyhow::Result<()> {
        let scripts = page("").inline_scripts()?;
        assert_eq!(scripts.len(), 1);
        assert!(scripts[0].starts_with("import init") && scripts[0].ends_with("1)"));
        Ok(())
    }

    #[test]
    fn the_head_is_filled_once() -> anyhow::Result<()> {
        let mut filled = page(HEAD_MARK);
        fill(&mut filled)?;
        assert!(filled.text().contains("name=\"askelma-exchange-worker\" content=\"/x/w.js\""));
        assert!(filled.text().contains("{&quot;a.json&quot;:&quot;data/a-1.json&quot;}"));
        assert!(fill(&mut page("")).is_err());
        assert!(fill(&mut page(&HEAD_MARK.repeat(2))).is_err());
        assert!(fill(&mut page(&format!("{HEAD_MARK}<base href=\"/\">"))).is_err());
        Ok(())
    }

    #[test]
    fn hashed_names_are_known_from_plain_ones() {
        assert!(is_hashed("askelma-0123456789abcdef.js"));
        assert!(is_hashed("askelma-0123456789abcdef_bg.wasm"));
        assert!(!is_hashed("askelma.js"));
        assert!(!is_hashed("apple-180.png"));
    }
}
