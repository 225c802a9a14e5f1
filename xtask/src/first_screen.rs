//! The first screen as it stands in index.html, before the app is there: the first run's first
//! question, and a role's frame, in each language, of the same sentences and icons as the app's.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use icondata_core::Icon;

use crate::{files, paths};

/// Each in its own words, in the order offered.
const LANGUAGES: [(&str, &str); 3] = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")];

/// One block a language, all hidden: the page's own script shows the one that is wanted.
pub fn html(base: &str) -> anyhow::Result<String> {
    let root = paths::root();
    let template = files::read_text(&root.join("src/pages/welcome/first_screen.html"))?;
    let blocks = LANGUAGES.map(|(language, _)| {
        let sentences = sentences(&root.join("src/text"), language)?;
        fill(&template, language, base, &sentences)
    });
    Ok(blocks.into_iter().collect::<anyhow::Result<Vec<_>>>()?.concat())
}

fn fill(
    template: &str,
    language: &str,
    base: &str,
    sentences: &BTreeMap<String, String>,
) -> anyhow::Result<String> {
    let mut html = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once('}').context("an open mark")?;
        html.push_str(before);
        match mark {
            "language" => html.push_str(language),
            "base" => html.push_str(base),
            "languages" => html.push_str(&options(language)),
            mark => match mark.strip_prefix("icon ") {
                Some(name) => html.push_str(&drawn(icon(name)?)),
                None => html.push_str(&escaped(
                    sentences.get(mark).with_context(|| format!("no sentence {mark}"))?,
                )),
            },
        }
        rest = after;
    }
    html.push_str(rest);
    // A line's end between two elements would be a space between them.
    Ok(html.replace(">\n<", "><"))
}

fn options(chosen: &str) -> String {
    let option = |(code, name): &(&str, &str)| {
        let selected = if *code == chosen { " selected" } else { "" };
        format!("<option value=\"{code}\"{selected}>{name}</option>")
    };
    LANGUAGES.iter().map(option).collect()
}

fn icon(name: &str) -> anyhow::Result<Icon> {
    Ok(match name {
        "help" => icondata_lu::LuLifeBuoy,
        "home" => icondata_lu::LuHouse,
        "look" => icondata_lu::LuEye,
        "me" => icondata_lu::LuSparkles,
        "on" => icondata_lu::LuChevronRight,
        "path" => icondata_lu::LuFootprints,
        "people" => icondata_lu::LuUsersRound,
        "receive" => icondata_lu::LuScanLine,
        "settings" => icondata_lu::LuSettings,
        "today" => icondata_lu::LuSun,
        "worker" => icondata_lu::LuClipboardList,
        _ => anyhow::bail!("no icon {name}"),
    })
}

fn drawn(icon: Icon) -> String {
    format!("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>", icon.data)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// `section.key` → the sentence, of all plain sentences in a language.
fn sentences(folder: &Path, language: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for path in files::below(&folder.join(language))? {
        let table: toml::Table = files::read_text(&path)?.parse()?;
        for (section, sentences) in &table {
            for (key, sentence) in sentences.as_table().into_iter().flatten() {
                let text = sentence.as_str().map(|text| (format!("{section}.{key}"), text.into()));
                all.extend(text);
            }
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use askelma_sentences::LANGUAGES;

    use super::html;

    #[test]
    fn the_first_question_stands_in_each_language_with_every_mark_filled() -> anyhow::Result<()> {
        let html = html("/x/")?;
        assert!(!html.contains('{'), "a mark was left");
        for part in [
            "tabindex=\"-1\" data-first=\"fi\" hidden>",
            "<option value=\"sv\" selected>Svenska</option>",
            "href=\"/x/contacts\"",
            "<span data-when=\"asking\">Who is using Askelma here?</span>",
        ] {
            assert_eq!(
                html.matches(part).count(),
                if part.contains("href") { LANGUAGES.len() } else { 1 },
                "{part}"
            );
        }
        assert_eq!(html.matches("data-frame=\"young\"").count(), LANGUAGES.len());
        Ok(())
    }
}
