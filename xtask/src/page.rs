//! index.html with what the build puts into it.

use std::collections::BTreeMap;

use anyhow::Context;

use crate::assets::Assets;
use crate::csp::Policy;
use crate::files;
use crate::manifest::BASE_MARK;
use crate::modules::{Modules, Part};

const HEAD_MARK: &str = "<!-- askelma:head -->";
const FIRST_MARK: &str = "<!-- askelma:first-screen -->";

/// What a line of index.html has that only Trunk reads.
const FOR_TRUNK: &str = "data-trunk";

/// What the app and the browser find in the head.
pub struct Head<'a> {
    pub base: &'a str,
    pub build: &'a str,
    pub modules: &'a Modules,
    pub assets: &'a Assets,
    /// The first screen in every language.
    pub first_screen: &'a str,
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
    // Comments of its script and what a line begins with are for who reads the source: half a
    // kilobyte of every first load.
    let lines = source.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.contains(FOR_TRUNK) && !line.starts_with("//"));
    let text = lines.flat_map(|line| [line, "\n"]).collect::<String>();
    let text = text.replace(BASE_MARK, head.base);
    let text = files::replace_once(&text, FIRST_MARK, head.first_screen)?;
    anyhow::ensure!(!text.contains("<base"), "the page must have no <base> element");

    let address = |name: &str| format!("{}{name}", head.base);
    let script = address(head.modules.needed(Part::Script)?);
    let module = address(head.modules.needed(Part::Module)?);
    let link = head.modules.name(Part::Link).map(address);
    let start = start(&script, link.as_deref(), &module);
    let policy = Policy::for_scripts(&[inline_scripts(&text)?, vec![start.clone()]].concat());

    let background = address(head.modules.needed(Part::BackgroundScript)?);
    let mut lines = vec![
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
            escaped(policy.in_page())
        ),
        meta("askelma-base", head.base),
        meta("askelma-build", head.build),
        meta("askelma-background", &background),
        meta("askelma-later-sheet", &address(&head.assets.later_sheet)),
        meta("askelma-files", &serde_json::to_string(head.data)?),
        format!(
            "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"{}\" crossorigin>",
            address(&head.assets.font)
        ),
        format!("<link rel=\"stylesheet\" href=\"{}\">", address(&head.assets.sheet)),
    ];
    lines.push(format!("<script type=\"module\">{start}</script>"));
    lines
        .extend(head.live.map(|live| format!("<script src=\"{}\" defer></script>", address(live))));
    let html = files::replace_once(&text, HEAD_MARK, &lines.join("\n"))?;
    for script in inline_scripts(&html)? {
        anyhow::ensure!(policy.in_page().contains(&files::csp_hash(&script)), "a foreign script");
    }
    Ok(Page { html, policy })
}

/// The script that starts the app. What stands in the page is drawn first: the module is larger
/// than all else together, and would only compete with the style sheet and the typeface. Where the
/// service worker has it, and in a tab that draws nothing yet, nothing waits.
fn start(script: &str, link: Option<&str>, module: &str) -> String {
    // The glue imports the link, which would be asked for one round trip later.
    let hrefs: Vec<_> =
        std::iter::once(script).chain(link).map(|address| format!("'{address}'")).collect();
    // A failure reaches the page's own script as an unhandled rejection. A browser that does not
    // tell of its paints starts after the pause.
    format!(
        "
let begun = false;
const start = () => {{
  if (begun) return;
  begun = true;
  for (const href of [{}]) {{
    document.head.append(Object.assign(document.createElement('link'), {{ rel: 'modulepreload', href }}));
  }}
  const module = fetch('{module}');
  import('{script}').then(({{ default: init }}) => init({{ module_or_path: module }}));
}};
if (document.hidden || navigator.serviceWorker?.controller) start();
else {{
  new PerformanceObserver(start).observe({{ type: 'paint', buffered: true }});
  setTimeout(start, 2000);
}}
",
        hrefs.join(", ")
    )
}

/// The text of every inline script, exactly as the browser will hash it.
fn inline_scripts(html: &str) -> anyhow::Result<Vec<String>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(tag_start) = rest.find("<script") {
        let tag_end = tag_start + rest[tag_start..].find('>').context("an open <script tag")?;
        let end = tag_end + rest[tag_end..].find("</script>").context("an open script")?;
        if !rest[tag_start..tag_end].contains(" src=") {
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

    use super::{FIRST_MARK, HEAD_MARK, Head, Page, inline_scripts, make};
    use crate::assets::Assets;
    use crate::modules::{Modules, Part};

    fn made(head: &str) -> anyhow::Result<Page> {
        let source = format!(
            "<head>\n{head}\n<link rel=\"icon\" href=\"%ASKELMA_BASE%a.svg\">\n\
             <link data-trunk rel=\"rust\">\n<script>early()</script>\n</head>\n{FIRST_MARK}\n"
        );
        let modules = Modules::of(&[
            (Part::Script, "a.js"),
            (Part::Module, "a.wasm"),
            (Part::Link, "l.js"),
            (Part::BackgroundScript, "b.js"),
        ]);
        let assets = Assets {
            sheet: "s.css".to_owned(),
            later_sheet: "r.css".to_owned(),
            font: "fonts/f.woff2".to_owned(),
        };
        let data = BTreeMap::from([("a.json".to_owned(), "data/a-1.json".to_owned())]);
        make(
            &source,
            &Head {
                base: "/x/",
                build: "b",
                modules: &modules,
                assets: &assets,
                first_screen: "<main></main>",
                data: &data,
                live: None,
            },
        )
    }

    #[test]
    fn the_head_names_what_the_browser_needs_for_the_first_paint() -> anyhow::Result<()> {
        let Page { html, policy } = made(HEAD_MARK)?;
        for line in [
            "<meta name=\"askelma-background\" content=\"/x/b.js\">",
            "<meta name=\"askelma-files\" content=\"{&quot;a.json&quot;:&quot;data/a-1.json&quot;}\">",
            "<link rel=\"stylesheet\" href=\"/x/s.css\">",
            "<meta name=\"askelma-later-sheet\" content=\"/x/r.css\">",
            "  for (const href of ['/x/a.js', '/x/l.js']) {",
            "  const module = fetch('/x/a.wasm');",
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
