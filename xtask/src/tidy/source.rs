//! A file, and for Rust its code and its texts apart, as the compiler's own lexer tells them.

use proc_macro2::{Delimiter, LineColumn, Span, TokenStream, TokenTree};

/// A string literal: where it starts, what stands before it on its statement, what it says.
pub struct Literal {
    pub line: usize,
    /// The code before it, comments, attributes and other literals left out, spaces made one.
    pub before: String,
    /// What it says, escapes read.
    pub text: String,
    /// Whether it stands in code for tests alone.
    pub in_test: bool,
}

pub struct Source {
    pub name: String,
    pub text: String,
    /// Rust only.
    pub literals: Vec<Literal>,
    /// Rust only: the code that is not for tests alone.
    code: TokenStream,
    /// Rust only: what stands under `#[cfg(test)]`.
    tests: TokenStream,
    /// All of it is for tests.
    pub is_test: bool,
}

const EXTENSIONS: [&str; 13] = [
    "rs",
    "toml",
    "css",
    "html",
    "js",
    "mjs",
    "ts",
    "json",
    "md",
    "txt",
    "svg",
    "webmanifest",
    "lock",
];

pub fn is_text(name: &str) -> bool {
    EXTENSIONS.contains(&extension(name)) || name.starts_with(".ci/")
}

fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

impl Source {
    /// # Panics
    /// Rust that cannot be cut into tokens.
    pub fn new(name: &str, text: &str) -> Self {
        let rust = if extension(name) == "rs" { text } else { "" };
        let tokens = rust.parse().unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let mut source = Self {
            name: name.to_owned(),
            text: text.to_owned(),
            literals: Vec::new(),
            code: TokenStream::new(),
            tests: TokenStream::new(),
            // Cargo's own folders for them.
            is_test: name.starts_with("crates/") && name.split('/').nth(2) == Some("tests"),
        };
        (source.code, source.tests) = without_tests(tokens);
        for (code, in_test) in [(&source.code, false), (&source.tests, true)] {
            let mut reader = Reader { in_test, ..Reader::default() };
            reader.read(code.clone());
            source.literals.append(&mut reader.literals);
        }
        source
    }

    pub fn is_sheet(&self) -> bool {
        extension(&self.name) == "css"
    }

    pub fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.name.starts_with(folder))
    }

    /// The code that is not for tests alone, as it is cut into tokens.
    pub fn code(&self) -> TokenStream {
        self.code.clone()
    }

    /// The items that are not for tests alone; none in a file that is for tests.
    ///
    /// # Panics
    /// Rust that does not compile.
    pub fn items(&self) -> syn::File {
        let code = if self.is_test { TokenStream::new() } else { self.code.clone() };
        syn::parse2(code).unwrap_or_else(|problem| panic!("{}: {problem}", self.name))
    }

    /// The files of the modules that are declared here for tests only.
    ///
    /// # Panics
    /// Rust that does not compile.
    pub fn test_files(&self) -> Vec<String> {
        let folder = match self.name.rsplit_once('/') {
            Some((folder, "lib.rs" | "main.rs" | "mod.rs")) => folder.to_owned(),
            _ => self.name.trim_end_matches(".rs").to_owned(),
        };
        let tests: syn::File = syn::parse2(self.tests.clone())
            .unwrap_or_else(|problem| panic!("{}: {problem}", self.name));
        let declared = tests.items.into_iter().filter_map(|item| match item {
            syn::Item::Mod(module) if module.content.is_none() => Some(module.ident),
            _ => None,
        });
        declared.map(|name| format!("{folder}/{name}.rs")).collect()
    }
}

/// The code, and apart from it each item under `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let (mut code, mut tests) = (TokenStream::new(), TokenStream::new());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_mark = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '#');
        let of_tests = |next: &TokenTree| next.to_string().replace(' ', "") == "[cfg(test)]";
        if is_mark && tokens.next_if(of_tests).is_some() {
            // An item ends with its braces, with a semicolon, or with both.
            let is_stop =
                |next: &TokenTree| matches!(next, TokenTree::Punct(mark) if mark.as_char() == ';');
            for of_item in tokens.by_ref() {
                let is_end = is_stop(&of_item) || is_braced(&of_item);
                tests.extend([of_item]);
                if is_end {
                    break;
                }
            }
            tests.extend(tokens.next_if(is_stop));
        } else if let TokenTree::Group(group) = token {
            let (inside, of_tests) = without_tests(group.stream());
            let mut code_group = proc_macro2::Group::new(group.delimiter(), inside);
            code_group.set_span(group.span());
            code.extend([TokenTree::Group(code_group)]);
            tests.extend(of_tests);
        } else {
            code.extend([token]);
        }
    }
    (code, tests)
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Goes through tokens and remembers what stood before on the statement.
#[derive(Default)]
struct Reader {
    literals: Vec<Literal>,
    before: String,
    /// Where the last token ended.
    end: Option<LineColumn>,
    in_test: bool,
}

impl Reader {
    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::None => ("", ""),
                    };
                    self.put(open, group.span_open());
                    self.read(group.stream());
                    self.put(close, group.span_close());
                }
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let inner = |next: &TokenTree| next.to_string() == "!";
                    let _ = tokens.next_if(inner);
                    let attribute = |next: &TokenTree| {
                        matches!(next, TokenTree::Group(group)
                            if group.delimiter() == Delimiter::Bracket)
                    };
                    // An attribute or a comment for the documentation.
                    let _ = tokens.next_if(attribute);
                }
                TokenTree::Punct(mark) if mark.as_char() == ';' => self.before.clear(),
                TokenTree::Literal(literal) => {
                    let span = literal.span();
                    let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) else {
                        self.put(&literal.to_string(), span);
                        continue;
                    };
                    self.put("", span);
                    self.literals.push(Literal {
                        line: span.start().line,
                        before: self.before.clone(),
                        text: text.value(),
                        in_test: self.in_test,
                    });
                    self.put("\"", span);
                }
                other => self.put(&other.to_string(), other.span()),
            }
        }
    }

    /// Adds a token, after a space where one stood.
    fn put(&mut self, token: &str, span: Span) {
        if self.end.is_some_and(|end| end != span.start()) && !self.before.ends_with(' ') {
            self.before.push(' ');
        }
        self.before.push_str(token);
        self.end = Some(span.end());
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn code_comments_and_texts_are_told_apart() {
        let source = Source::new(
            "src/a.rs",
            "//! \"no\"\n/// \"no\"\n#[doc = \"no\"]\nlet a = \"yes \\\" \"; /* \"no\" /* \"no\" */\n\
             \"no\" */ let c = '\"'; let r = br\"no\"; r#\"raw \" one\"#;\n\
             fn f<'a>() {} Some(\"one\\u{e4}\\\n   line\")",
        );
        let texts: Vec<_> = source.literals.iter().map(|l| (l.line, l.text.as_str())).collect();
        assert_eq!(texts, [(4, "yes \" "), (5, "raw \" one"), (6, "oneäline")]);
        assert_eq!(source.literals[0].before.trim(), "let a =");
        assert_eq!(source.literals[2].before.trim(), "fn f<'a>() {} Some(");
    }

    #[test]
    fn what_is_for_tests_is_known_wherever_it_stands() {
        let source = Source::new(
            "crates/a/src/b.rs",
            "#[cfg(test)]\nuse a::{b, c};\n#[cfg(test)] const A: &str = \"in\";\nconst B: &str = \"out\";\n\
             impl B { #[cfg(test)] fn t() { \"in\" } fn u() { \"out\" } }\n\
             #[cfg(test)]\nmod tests { const C: &str = \"in\"; }\nconst D: &str = \"out\";\n",
        );
        let texts = source.literals.iter().map(|literal| (literal.in_test, literal.text.as_str()));
        let out = [(false, "out"); 3].into_iter();
        assert_eq!(texts.collect::<Vec<_>>(), out.chain([(true, "in"); 3]).collect::<Vec<_>>());
        assert_eq!(source.items().items.len(), 3);
        assert!(Source::new("crates/a/tests/b.rs", "fn a() {}").items().items.is_empty());
    }

    #[test]
    fn files_for_tests_are_those_declared_for_them() {
        let source =
            Source::new("crates/a/src/lib.rs", "#[cfg(test)]\npub(crate) mod vectors;\nmod b;\n");
        assert_eq!(source.test_files(), ["crates/a/src/vectors.rs"]);
        let source = Source::new("crates/a/src/b.rs", "#[cfg(test)]\nmod tests;\n");
        assert_eq!(source.test_files(), ["crates/a/src/b/tests.rs"]);
        let source = Source::new("crates/a/src/b.rs", "#[cfg(test)]\nmod tests {}\n");
        assert!(source.test_files().is_empty());
    }
}
