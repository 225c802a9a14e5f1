//! What a file of Rust names: the paths of its imports, of its code, and of its macros' insides.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::source::Source;

/// A path as it is written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub line: usize,
    pub segments: Vec<String>,
    pub kind: NameKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameKind {
    /// `use a::b as c`, for this module alone or for others too. `*` for all that stands there.
    Import { alias: String, is_public: bool },
    /// In code.
    Use,
}

/// What a file names outside its tests.
pub fn names(source: &Source) -> Vec<Name> {
    let mut reader = Reader::default();
    reader.visit_file(&source.items());
    reader.names
}

#[derive(Default)]
struct Reader {
    names: Vec<Name>,
    /// How many modules deep inside the file.
    depth: usize,
}

impl Reader {
    fn put(&mut self, line: usize, mut segments: Vec<String>, kind: NameKind) {
        // What stands in a module inside the file is the file's own.
        if self.depth > 0 && segments[0] == "super" {
            segments[0] = "self".to_owned();
        }
        self.names.push(Name { line, segments, kind });
    }

    fn in_code(&mut self, segments: &[Ident]) {
        if let Some(first) = segments.first() {
            let line = first.span().start().line;
            self.put(line, segments.iter().map(Ident::to_string).collect(), NameKind::Use);
        }
    }

    /// The leaves of an import, each with the whole path to it.
    fn imports(&mut self, tree: &syn::UseTree, before: &[&Ident], is_public: bool) {
        let (last, alias) = match tree {
            syn::UseTree::Path(path) => {
                return self.imports(&path.tree, &[before, &[&path.ident]].concat(), is_public);
            }
            syn::UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.imports(tree, before, is_public));
            }
            syn::UseTree::Name(name) => (Some(&name.ident), name.ident.to_string()),
            syn::UseTree::Rename(name) => (Some(&name.ident), name.rename.to_string()),
            syn::UseTree::Glob(_) => (None, "*".to_owned()),
        };
        // `use a::{self, b}` imports `a` under its own name.
        let alias = match before.last() {
            Some(module) if alias == "self" => module.to_string(),
            _ => alias,
        };
        let path = before.iter().copied().chain(last.filter(|last| *last != "self"));
        let path: Vec<&Ident> = path.collect();
        if let Some(last) = path.last() {
            let line = last.span().start().line;
            let segments = path.iter().map(ToString::to_string).collect();
            self.put(line, segments, NameKind::Import { alias, is_public });
        }
    }

    /// Paths in tokens that only a macro understands.
    fn in_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<Ident> = Vec::new();
        let mut colons = 0;
        let mut after_dot = false;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.in_code(&std::mem::take(&mut path));
                    }
                    if !after_dot {
                        path.push(ident);
                    }
                    (colons, after_dot) = (0, false);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.in_code(&std::mem::take(&mut path));
                    after_dot = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == '.');
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.in_tokens(group.stream());
                    }
                }
            }
        }
        self.in_code(&path);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.depth += 1;
        visit::visit_item_mod(self, module);
        self.depth -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_public = !matches!(item.vis, syn::Visibility::Inherited);
        self.imports(&item.tree, &[], is_public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<Ident> = path.segments.iter().map(|part| part.ident.clone()).collect();
        self.in_code(&segments);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        self.in_tokens(call.tokens.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::{NameKind, names};
    use crate::tidy::source::Source;

    fn read(text: &str) -> Vec<(usize, String, NameKind)> {
        let names = names(&Source::new("src/a.rs", text));
        names.into_iter().map(|name| (name.line, name.segments.join("::"), name.kind)).collect()
    }

    #[test]
    fn imports_are_told_with_their_whole_path_and_their_name_here() {
        let text = "use crate::{\n    text::{self, today as t},\n    ui::*,\n};\npub use super::Day;\n\
                    #[cfg(test)]\nuse crate::no;\n";
        let import = |alias: &str, is_public| NameKind::Import { alias: alias.into(), is_public };
        assert_eq!(
            read(text),
            [
                (2, "crate::text".to_owned(), import("text", false)),
                (2, "crate::text::today".to_owned(), import("t", false)),
                (3, "crate::ui".to_owned(), import("*", false)),
                (5, "super::Day".to_owned(), import("Day", true)),
            ]
        );
    }

    #[test]
    fn paths_are_found_in_types_in_code_and_in_macros() {
        let text = "#[component]\nfn a(b: store::Day<ui::Face>) -> c::D { e::f(\"no::no\") }\n\
                    fn g() { view! { <Card x=h.i() on:j=k>{move || m::n::o(p)}</Card> } }\n";
        let names = read(text);
        let of_line = |number| {
            let on_line = names.iter().filter(|(line, ..)| *line == number);
            on_line.map(|(_, path, _)| path.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(of_line(2), ["store::Day", "ui::Face", "c::D", "e::f"]);
        assert_eq!(
            of_line(3),
            ["view", "Card", "x", "h", "on", "j", "k", "move", "m::n::o", "p", "Card"]
        );
    }

    #[test]
    fn a_module_inside_a_file_is_the_file() {
        let names = read("mod a { use super::b; mod c {} }");
        assert_eq!(names[0].1, "self::b");
    }
}
