//! The modules of a crate, and who names whom.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::names::{Name, NameKind, names};
use super::source::Source;

/// File → the files that it names.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// The files of one crate as a tree of modules.
pub struct Modules {
    modules: BTreeMap<Vec<String>, Module>,
}

pub struct Module {
    /// Its file, from the root of the clone.
    pub file: String,
    pub names: Vec<Name>,
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// The innermost module on it.
    pub module: Vec<String>,
    /// What is named inside that module.
    pub rest: Vec<String>,
}

impl Modules {
    /// Those whose files stand below `folder` (`src/`).
    pub fn below(folder: &str, sources: &[Source]) -> Self {
        let ours = sources.iter().filter(|source| !source.is_test);
        let ours = ours.filter_map(|source| Some((source, source.name.strip_prefix(folder)?)));
        let modules =
            ours.filter(|(_, name)| name.rsplit('.').next() == Some("rs")).map(|(source, name)| {
                (module_path(name), Module { file: source.name.clone(), names: names(source) })
            });
        Self { modules: modules.collect() }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&[String], &Module)> {
        self.modules.iter().map(|(path, module)| (path.as_slice(), module))
    }

    /// Where a path that stands in module `from` leads inside this crate.
    pub fn resolve(&self, from: &[String], path: &[String]) -> Option<Target> {
        self.step(from, path, 0)
    }

    fn step(&self, from: &[String], path: &[String], depth: usize) -> Option<Target> {
        if let Some((module, rest)) = self.begin(from, path) {
            return self.descend(module, rest, depth);
        }
        // A name that is imported here.
        let (first, rest) = path.split_first()?;
        let import = self.import(from, first).filter(|_| depth < 8)?;
        let whole = [import, rest].concat();
        // An import of a crate of the same name would lead back to itself.
        (import != path).then(|| self.step(from, &whole, depth + 1)).flatten()
    }

    /// The module in which a path begins that is written out, and what follows.
    fn begin<'a>(
        &self,
        from: &[String],
        path: &'a [String],
    ) -> Option<(Vec<String>, &'a [String])> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" | "askelma" => Some((Vec::new(), rest)),
            "self" => Some((from.to_vec(), rest)),
            "super" => Some((from.split_last()?.1.to_vec(), rest)),
            _ => self.has_child(from, first).then(|| (from.to_vec(), path)),
        }
    }

    /// The innermost module that a path names that is written out in module `from`: what that module
    /// gives on from elsewhere is its own here.
    pub fn written(&self, from: &[String], path: &[String]) -> Option<Vec<String>> {
        let (mut module, rest) = self.begin(from, path)?;
        for next in rest {
            if next == "super" {
                module.pop()?;
            } else if self.has_child(&module, next) {
                module.push(next.clone());
            } else {
                break;
            }
        }
        Some(module)
    }

    fn descend(
        &self,
        mut module: Vec<String>,
        mut rest: &[String],
        depth: usize,
    ) -> Option<Target> {
        while let Some((next, after)) = rest.split_first() {
            if next == "super" {
                module.pop()?;
            } else if self.has_child(&module, next) {
                module.push(next.clone());
            } else if let Some(import) = self.import(&module, next).filter(|_| depth < 8) {
                let whole = [import, after].concat();
                let given_on = self.step(&module, &whole, depth + 1);
                return given_on.or(Some(Target { module, rest: rest.to_vec() }));
            } else if let Some(giver) = self.giver(&module, next, depth) {
                module = giver;
                continue;
            } else {
                break;
            }
            rest = after;
        }
        self.modules.contains_key(&module).then(|| Target { module, rest: rest.to_vec() })
    }

    /// The section of sentences that a name leads to.
    pub fn section(
        &self,
        from: &[String],
        name: &Name,
        sections: &BTreeSet<&str>,
    ) -> Option<String> {
        let target = self.resolve(from, &name.segments)?;
        let section = target.rest.first().filter(|_| target.module == ["text"])?;
        sections.contains(section.as_str()).then(|| section.clone())
    }

    fn has_child(&self, module: &[String], name: &str) -> bool {
        self.modules.contains_key(&[module, &[name.to_owned()]].concat())
    }

    fn import(&self, module: &[String], name: &str) -> Option<&[String]> {
        let imports = self.modules.get(module)?.names.iter();
        imports
            .filter(|entry| matches!(&entry.kind, NameKind::Import { alias, .. } if alias == name))
            .map(|entry| entry.segments.as_slice())
            .next()
    }

    /// The module that gives `name` on to another, which gives all of it on: `pub use charts::*`.
    fn giver(&self, module: &[String], name: &str, depth: usize) -> Option<Vec<String>> {
        let named = self.modules.get(module).filter(|_| depth < 8)?.names.iter();
        let whole = named.filter(|entry| {
            matches!(&entry.kind, NameKind::Import { alias, is_public: true } if alias == "*")
        });
        whole
            .filter_map(|entry| self.step(module, &entry.segments, depth + 1))
            .filter(|target| target.rest.is_empty() && target.module != module)
            .map(|target| target.module)
            .find(|giver| self.has_child(giver, name) || self.import(giver, name).is_some())
    }

    /// Who names whom, of what `counts` says yes to: the file that names and the file named.
    ///
    /// To give on what a module below oneself has is no naming: whoever uses it names that module.
    pub fn graph(&self, counts: impl Fn(&str, &str) -> bool) -> Graph {
        let mut graph = Graph::new();
        for (path, module) in &self.modules {
            let named = graph.entry(module.file.clone()).or_default();
            for name in &module.names {
                let target = self.resolve(path, &name.segments);
                let Some(target) = target.filter(|target| is_named(name, target)) else { continue };
                let is_public = matches!(name.kind, NameKind::Import { is_public: true, .. });
                let given_on = is_public && target.module.starts_with(path);
                let file = &self.modules[&target.module].file;
                if *file != module.file && !given_on && counts(&module.file, file) {
                    named.insert(file.clone());
                }
            }
        }
        graph
    }
}

/// A word alone that happens to be a module's name is a local or a field: a module alone is no
/// value and no type.
fn is_named(name: &Name, target: &Target) -> bool {
    matches!(name.kind, NameKind::Import { .. })
        || name.segments.len() > 1
        || !target.rest.is_empty()
}

/// `pages/mood/mod.rs` → pages, mood; a crate's root → nothing.
fn module_path(name: &str) -> Vec<String> {
    let stem = name.trim_end_matches(".rs");
    let stem = if stem == "lib" { "" } else { stem.strip_suffix("/mod").unwrap_or(stem) };
    stem.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The nodes that can be reached from `roots`, these included.
pub fn reached(graph: &Graph, roots: &[&str]) -> BTreeSet<String> {
    let mut open: Vec<&str> = roots.to_vec();
    let mut reached = BTreeSet::new();
    while let Some(node) = open.pop() {
        if reached.insert(node.to_owned()) {
            open.extend(graph.get(node).into_iter().flatten().map(String::as_str));
        }
    }
    reached
}

/// The shortest circle through each node that is on one, each circle once: `a → b → a`.
pub fn circles(graph: &Graph) -> BTreeSet<String> {
    graph.keys().filter_map(|start| circle_through(graph, start)).collect()
}

fn circle_through(graph: &Graph, start: &str) -> Option<String> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        for next in graph.get(node).into_iter().flatten() {
            if next == start {
                let mut circle = vec![node];
                while *circle.last()? != start {
                    circle.push(came_from[circle.last()?]);
                }
                circle.reverse();
                // Told from its first name on, so that it is the same from wherever it was found.
                let first = circle.iter().enumerate().min_by_key(|(_, name)| **name)?.0;
                circle.rotate_left(first);
                circle.push(circle[0]);
                return Some(circle.join(" → "));
            }
            if !came_from.contains_key(next.as_str()) {
                came_from.insert(next, node);
                open.push_back(next);
            }
        }
    }
    None
}

/// The same graph seen from further away: nodes by the part that `part` puts them into.
pub fn from_afar(graph: &Graph, part: impl Fn(&str) -> String) -> Graph {
    let mut parts = Graph::new();
    for (node, named) in graph {
        let here = part(node);
        let others = named.iter().map(|name| part(name)).filter(|other| *other != here);
        parts.entry(here.clone()).or_default().extend(others);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Modules, Source};

    #[test]
    fn what_a_folder_gives_on_as_a_whole_is_found_where_it_stands() {
        let modules = Modules::below(
            "src/",
            &[
                Source::new("src/ui/mod.rs", "pub mod charts;\npub use charts::*;"),
                Source::new("src/ui/charts/mod.rs", "pub mod dial;\npub use dial::Dial;"),
                Source::new("src/ui/charts/dial.rs", "pub struct Dial;"),
                Source::new("src/pages/night.rs", "use crate::ui::Dial;"),
                Source::new("src/pages/day.rs", "use crate::ui::Nowhere;"),
            ],
        );
        let graph = modules.graph(|_, _| true);
        let named = |file: &str| graph[file].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(named("src/pages/night.rs"), ["src/ui/charts/dial.rs"]);
        assert_eq!(named("src/pages/day.rs"), ["src/ui/mod.rs"]);
    }
}
