//! One name a page: its file, its route and its section of sentences bear it; every folder of pages
//! has a journey, and a journey there bears a page's name.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};

use super::modules::Modules;
use super::source::Source;

/// Pages that stand at a route of another name: the first run and each role's first page are at Home,
/// what is no address is nowhere.
const WITHOUT_ROUTE: [&str; 5] = ["welcome", "today", "calm_week", "cases", "not_found"];

/// A row of the table of routes: the route, and the page that it shows.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    route: String,
    /// `[mood, mood_details]`: below `src/pages/`; nothing where a function chooses.
    page: Vec<String>,
}

/// What is named after pages.
pub struct House<'a> {
    /// Sections of sentences, each with the file that holds it: `night`, `sleep`.
    pub sections: BTreeMap<&'a str, String>,
    /// `end2end/journeys/sleep/night.spec.ts`.
    pub journeys: Vec<&'a str>,
}

/// What bears another name than its page, as `path: what`. A file below `src/pages/` is a page when
/// it has a function `page` that others may call.
///
/// The route has the page's name in capitals. The section stands in the file named after the page's
/// folder, and the page says it. A journey stands in a folder of that name and begins with the name
/// of a page: `journeys/share/share-file.spec.ts`.
pub fn misnamed(sources: &[Source], house: &House) -> Vec<String> {
    let table = sources.iter().find(|source| source.name == "src/routes.rs");
    let rows = table.map(rows).unwrap_or_default();
    let modules = Modules::below("src/", sources);
    let pages: Vec<Vec<&str>> = sources.iter().filter_map(page_path).collect();
    let of_pages = pages.iter().flat_map(|page| {
        let missing = missing(page, &rows, &modules, house);
        missing.into_iter().map(|what| format!("src/pages/{}.rs: {what}", page.join("/")))
    });
    of_pages.chain(of_journeys(&pages, &house.journeys)).collect()
}

/// `src/pages/mood/mood.rs` → mood, mood, if it is a page.
fn page_path(source: &Source) -> Option<Vec<&str>> {
    let path = source.name.strip_prefix("src/pages/")?.strip_suffix(".rs")?;
    let is_page = |item: &syn::Item| {
        matches!(item, syn::Item::Fn(item)
            if item.sig.ident == "page" && !matches!(item.vis, syn::Visibility::Inherited))
    };
    source.items().items.iter().any(is_page).then(|| path.split('/').collect())
}

fn missing(page: &[&str], rows: &[Row], modules: &Modules, house: &House) -> Vec<String> {
    let Some(name) = page.last() else { return Vec::new() };
    let mut missing = Vec::new();
    let route = in_capitals(name);
    let is_its_own = |row: &Row| row.route == route && (row.page.is_empty() || row.page == *page);
    if !WITHOUT_ROUTE.contains(name) && !rows.iter().any(is_its_own) {
        missing.push(format!("no route {route}"));
    }
    // A page without a folder says what all of them may.
    let file = if page.len() > 1 { page[0] } else { "app" };
    match house.sections.get(name) {
        Some(other) if *other == file => {
            let path: Vec<String> =
                ["pages"].iter().chain(page).map(|part| (*part).to_owned()).collect();
            let section = BTreeSet::from([*name]);
            let says = modules.iter().filter(|(there, _)| *there == path).any(|(_, module)| {
                module.names.iter().any(|name| modules.section(&path, name, &section).is_some())
            });
            missing.extend((!says).then(|| format!("it says nothing of [{name}]")));
        }
        Some(other) => missing.push(format!("[{name}] stands in {other}.toml, not in {file}.toml")),
        None => missing.push(format!("no section [{name}] in {file}.toml")),
    }
    missing
}

/// Journeys that bear no page's name, and folders of pages without a journey.
fn of_journeys(pages: &[Vec<&str>], journeys: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut features: BTreeSet<&str> =
        pages.iter().filter(|page| page.len() > 1).map(|page| page[0]).collect();
    let folders = features.clone();
    for journey in journeys {
        let below = journey.trim_start_matches("end2end/journeys/");
        let Some((folder, file)) = below.split_once('/') else { continue };
        // What is no page's alone.
        if folder == "app" {
            continue;
        }
        features.remove(folder);
        let name = file.split(['-', '.']).next().unwrap_or_default();
        if !folders.contains(folder) || !pages.iter().any(|page| *page == [folder, name]) {
            wrong.push(format!("{journey}: no page {folder}/{name}"));
        }
    }
    wrong.extend(features.iter().map(|feature| format!("end2end/journeys/{feature}: no journey")));
    wrong
}

/// `path_new` → `PathNew`.
fn in_capitals(name: &str) -> String {
    let parts = name.split('_').filter_map(|part| part.split_at_checked(1));
    parts.map(|(first, rest)| first.to_uppercase() + rest).collect()
}

/// The rows of the table: `young PathOf(id: Id) = "/path/of/:id" => path::path::page(Some(id));`.
fn rows(table: &Source) -> Vec<Row> {
    let macros = table.items().items.into_iter().filter_map(|item| match item {
        syn::Item::Macro(item) => Some(item.mac.tokens),
        _ => None,
    });
    macros.flat_map(rows_in).collect()
}

fn rows_in(tokens: TokenStream) -> Vec<Row> {
    let mut rows = Vec::new();
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is_mark =
        |token: &TokenTree, c| matches!(token, TokenTree::Punct(mark) if mark.as_char() == c);
    for statement in tokens.split(|token| is_mark(token, ';')) {
        let is_arrow = |pair: &[TokenTree]| is_mark(&pair[0], '=') && is_mark(&pair[1], '>');
        let idents = |tokens: &[TokenTree]| -> Vec<String> {
            let idents = tokens.iter().filter_map(|token| match token {
                TokenTree::Ident(ident) => Some(ident.to_string()),
                _ => None,
            });
            idents.collect()
        };
        // Who has it, and the route.
        if let Some(at) = statement.windows(2).position(is_arrow)
            && let [_, route, ..] = &idents(&statement[..at])[..]
        {
            let mut page = idents(&statement[at + 2..]);
            // A page, or a function that chooses one.
            if page.pop().is_some_and(|last| last != "page") {
                page.clear();
            }
            rows.push(Row { route: route.clone(), page });
        }
        for token in statement {
            if let TokenTree::Group(group) = token {
                rows.extend(rows_in(group.stream()));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{House, Row, Source, misnamed, rows};
    use crate::tidy::tree;
    use crate::{files, paths};

    const TABLE: &str = "macro_rules! for_each_route { ($then:ident) => { $then! {
        /// Mine.
        any Home = \"/\" was \"/today\", \"/index.html\" => home();
        young Mood(day: Day, id: Id) = \"/day/:day/mood/:id\" => mood::mood::page(day, id);
        young PathNew = \"/path/new\" was \"/new\" => path::path_new::page(None);
    } } }";

    #[test]
    fn each_page_has_one_name() -> anyhow::Result<()> {
        let root = paths::root();
        let sources = tree(&root)?;
        let mut sections = BTreeMap::new();
        let mut tables = Vec::new();
        for path in files::below(&root.join("src/text/en"))? {
            let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            tables.push((file, files::read_text(&path)?.parse::<toml::Table>()?));
        }
        for (file, table) in &tables {
            sections.extend(table.keys().map(|section| (section.as_str(), file.clone())));
        }
        let names = sources.iter().map(|source| source.name.as_str());
        let journeys = names.filter(|name| name.starts_with("end2end/journeys/")).collect();
        let wrong = misnamed(&sources, &House { sections, journeys });
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
        Ok(())
    }

    #[test]
    fn the_table_of_routes_is_read() {
        let row = |route: &str, page: &[&str]| Row {
            route: route.to_owned(),
            page: page.iter().map(|part| (*part).to_owned()).collect(),
        };
        let table = Source::new("src/routes.rs", TABLE);
        let expected = [
            row("Home", &[]),
            row("Mood", &["mood", "mood"]),
            row("PathNew", &["path", "path_new"]),
        ];
        assert_eq!(rows(&table), expected);
    }

    #[test]
    fn what_bears_another_name_is_told() {
        let sources = [
            Source::new("src/routes.rs", TABLE),
            Source::new("src/text/mod.rs", ""),
            Source::new(
                "src/pages/mood/mood.rs",
                "use crate::text::mood as t; pub(crate) fn page() { t::title() }",
            ),
            Source::new("src/pages/mood/mood_details.rs", "fn page() {}"),
            Source::new("src/pages/path/path_new.rs", "pub fn page() {}"),
            Source::new("src/pages/path/step.rs", "pub fn page() {}"),
            Source::new("src/pages/today/today.rs", "pub fn page() {}"),
        ];
        let sections = [("mood", "mood"), ("path_new", "path"), ("step", "today")];
        let house = House {
            sections: sections.map(|(section, file)| (section, file.to_owned())).into(),
            journeys: vec![
                "end2end/journeys/app/offline.spec.ts",
                "end2end/journeys/mood/mood-note.spec.ts",
                "end2end/journeys/path/walk.spec.ts",
                "end2end/journeys/sea/mood.spec.ts",
            ],
        };
        assert_eq!(
            misnamed(&sources, &house),
            [
                "src/pages/path/path_new.rs: it says nothing of [path_new]",
                "src/pages/path/step.rs: no route Step",
                "src/pages/path/step.rs: [step] stands in today.toml, not in path.toml",
                "src/pages/today/today.rs: no section [today] in today.toml",
                "end2end/journeys/path/walk.spec.ts: no page path/walk",
                "end2end/journeys/sea/mood.spec.ts: no page sea/mood",
                "end2end/journeys/today: no journey",
            ]
        );
    }
}
