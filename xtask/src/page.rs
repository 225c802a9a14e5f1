//! index.html with what the build puts into it.

use std::collections::BTreeMap;

use anyhow::Context;

use crate::assets::Assets;
use crate::csp::Policy;
use crate::files;
use crate::manifest::BASE_MARK;
use crate::modules::{Modules, Part};

const HEAD_MARK: &str = "<!-- askelma:head -->";

/// What a line of index.html has that only Trunk reads.
const FOR_TRUNK: &str = "data-trunk";

/// What the app and the browser find in the head.
pub struct Head<'a> {
    pub base: &'a str,
    pub build: &'a str,
    pub modules: &'a Modules,
    pub assets: &'a Assets,
    /// Data files: the name the app asks for, and the path by content, relative to the base.
    pub data: &'a BTreeMap<String, String>,
    /// A script while developing, relative to the base.
    pub live: Option<&'a str>,
}

/// The page, and the policy for it.
pub struct Page {
    pub html: String,
    pub policy: Policy,
}

/// Makes the page from the text of index.html.
pub fn make(source: &str, head: &Head) -> anyhow::Result<Page> {
    let lines = source.lines().filter(|line| !line.contains(FOR_TRUNK));
    let text = lines.map(|line| format!("{line}\n")).collect::<String>();
    let text = text.replace(BASE_MARK, head.base);
    anyhow::ensure!(!text.contains("<base"), "the page must have no <base> element");

    let at = |name: &str| format!("{}{name}", head.base);
    let script = at(head.modules.needed(Part::Script)?);
    let module = at(head.modules.needed(Part::Module)?);
    // A failure reaches the page's own script as an error or an unhandled rejection.
    let start = format!("import init from '{script}'; init({{ module_or_path: '{module}' }});");
    let policy = Policy::for_scripts(&[inline_scripts(&text)?, vec![start.clone()]].concat());

    let background = at(head.modules.needed(Part::BackgroundScript)?);
    let mut lines = vec![
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
            escaped(policy.in_page())
        ),
        meta("askelma-base", head.base),
        meta("askelma-build", head.build),
        meta("askelma-exchange-worker", &background),
        meta("askelma-files", &serde_json::to_string(head.data)?),
        format!(
            "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"{}\" crossorigin>",
            at(&head.assets.font)
        ),
        format!("<link rel=\"stylesheet\" href=\"{}\">", at(&head.assets.sheet)),
        format!("<link rel=\"modulepreload\" href=\"{script}\">"),
    ];
    // The glue imports it, so that it would be asked for one round trip later.
    let link = head.modules.name(Part::Link).map(at);
    lines.extend(link.map(|link| format!("<link rel=\"modulepreload\" href=\"{link}\">")));
    lines.push(format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{module}\" crossorigin>"
    ));
    lines.push(format!("<script type=\"module\">{start}</script>"));
    lines.extend(head.live.map(|live| format!("<script src=\"{}\" defer></script>", at(live))));
    let html = files::replace_once(&text, HEAD_MARK, &lines.join("\n"))?;
    for script in inline_scripts(&html)? {
        anyhow::ensure!(policy.in_page().contains(&files::csp_hash(&script)), "a foreign script");
    }
    Ok(Page { html, policy })
}

/// The text of every inline script, exactly as the browser will hash it.
fn inline_scripts(html: &str) -> anyhow::Result<Vec<String>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find("<script") {
        let tag_end = at + rest[at..].find('>').context("an open <script tag")?;
        let end = tag_end + rest[tag_end..].find("</script>").context("an open script")?;
        if !rest[at..tag_end].contains(" src=") {
            scripts.push(rest[tag_end + 1..end].to_owned());
        }
        rest = &rest[end..];
    }
    Ok(scripts)
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

    use super::{HEAD_MARK, Head, Page, inline_scripts, make};
    use crate::assets::Assets;
    use crate::modules::{Modules, Part};

    fn made(head: &str) -> anyhow::Result<Page> {
        let source = format!(
            "<head>\n{head}\n<link rel=\"icon\" href=\"%ASKELMA_BASE%a.svg\">\n\
             <link data-trunk rel=\"rust\">\n<script>early()</script>\n</head>\n"
        );
        let modules = Modules::of(&[
            (Part::Script, "a.js"),
            (Part::Module, "a.wasm"),
            (Part::Link, "l.js"),
            (Part::BackgroundScript, "b.js"),
        ]);
        let assets = Assets { sheet: "s.css".to_owned(), font: "fonts/f.woff2".to_owned() };
        let data = BTreeMap::from([("a.json".to_owned(), "data/a-1.json".to_owned())]);
        make(
            &source,
            &Head {
                base: "/x/",
                build: "b",
                modules: &modules,
                assets: &assets,
                data: &data,
                live: None,
            },
        )
    }

    #[test]
    fn the_head_names_what_the_browser_needs_for_the_first_paint() -> anyhow::Result<()> {
        let Page { html, policy } = made(HEAD_MARK)?;
        for line in [
            "<meta name=\"askelma-exchange-worker\" content=\"/x/b.js\">",
            "<meta name=\"askelma-files\" content=\"{&quot;a.json&quot;:&quot;data/a-1.json&quot;}\">",
            "<link rel=\"stylesheet\" href=\"/x/s.css\">",
            "<link rel=\"modulepreload\" href=\"/x/l.js\">",
            "<link rel=\"icon\" href=\"/x/a.svg\">",
        ] {
            assert!(html.contains(&format!("{line}\n")), "{line}");
        }
        assert!(!html.contains("data-trunk") && !html.contains("%ASKELMA"), "{html}");
        // Both scripts run, and nothing stands before the policy.
        assert_eq!(policy.in_page().matches("'sha256-").count(), 2);
        assert!(html.starts_with("<head>\n<meta http-equiv=\"Content-Security-Policy\""));
        Ok(())
    }

    #[test]
    fn a_page_without_its_mark_or_with_two_or_with_a_base_is_refused() {
        for head in ["", &HEAD_MARK.repeat(2), &format!("{HEAD_MARK}<base href=\"/\">")] {
            assert!(made(head).is_err(), "{head}");
        }
    }

    #[test]
    fn inline_scripts_are_found_and_others_are_not() -> anyhow::Result<()> {
        let html = "<script src=\"a.js\"></script><script type=\"module\">b()</script>";
        assert_eq!(inline_scripts(html)?, ["b()"]);
        Ok(())
    }
}
