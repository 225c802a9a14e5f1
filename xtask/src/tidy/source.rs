//! A file, and for Rust its code, comments and texts apart.

/// A string literal: where it starts, what stands before it on its statement, what it says.
pub struct Literal {
    pub line: usize,
    /// The code before it, comments and other literals left out, spaces made one.
    pub before: String,
    pub text: String,
}

pub struct Source {
    pub name: String,
    pub text: String,
    /// Rust only: the code with comments and the insides of literals taken out, line by line.
    pub code: Vec<String>,
    /// Rust only.
    pub literals: Vec<Literal>,
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
    pub fn new(name: &str, text: &str) -> Self {
        let (code, literals) =
            if extension(name) == "rs" { taken_apart(text) } else { (Vec::new(), Vec::new()) };
        Self { name: name.to_owned(), text: text.to_owned(), code, literals, is_test: false }
    }

    pub fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.name.starts_with(folder))
    }

    /// The line at which the tests begin, by habit the end of the file.
    pub fn tests_from(&self) -> usize {
        if self.is_test {
            return 0;
        }
        let inline = |at: &usize| self.code.get(at + 1).is_some_and(|next| next.contains('{'));
        self.test_lines().find(inline).map_or(usize::MAX, |at| at + 1)
    }

    /// The files of the modules that are declared here for tests only.
    pub fn test_files(&self) -> Vec<String> {
        let folder = match self.name.rsplit_once('/') {
            Some((folder, "lib.rs" | "main.rs" | "mod.rs")) => folder.to_owned(),
            _ => self.name.trim_end_matches(".rs").to_owned(),
        };
        let declared = self.test_lines().filter_map(|at| {
            // `mod tests;`, or with a visibility before it.
            let (_, name) = self.code.get(at + 1)?.rsplit_once("mod ")?;
            let name = name.trim().strip_suffix(';')?;
            Some(format!("{folder}/{name}.rs"))
        });
        declared.collect()
    }

    fn test_lines(&self) -> impl Iterator<Item = usize> {
        let lines = self.code.iter().enumerate();
        lines.filter(|(_, line)| line.trim() == "#[cfg(test)]").map(|(at, _)| at)
    }
}

/// A small reader of Rust: enough to tell code from comments and texts.
fn taken_apart(text: &str) -> (Vec<String>, Vec<Literal>) {
    let chars: Vec<char> = text.chars().collect();
    let mut code = vec![String::new()];
    let mut literals = Vec::new();
    let mut before = String::new();
    let mut at = 0;
    let starts =
        |at: usize, what: &str| what.chars().eq(chars[at..].iter().copied().take(what.len()));
    while at < chars.len() {
        let c = chars[at];
        if starts(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < chars.len() && !starts(at, "*/") {
                if chars[at] == '\n' {
                    code.push(String::new());
                }
                at += 1;
            }
            at += 2;
        } else if let Some((inside, end)) = literal_at(&chars, at) {
            let text: String = chars[inside.clone()].iter().collect();
            let lines = text.matches('\n').count();
            literals.push(Literal { line: code.len(), before: before.clone(), text });
            code.extend(std::iter::repeat_n(String::new(), lines));
            before.push('"');
            if let Some(line) = code.last_mut() {
                line.push_str("\"\"");
            }
            at = end;
        } else if c == '\'' && chars.get(at + 2) == Some(&'\'') && chars[at + 1] != '\\' {
            at += 3;
        } else if c == '\'' && chars.get(at + 1) == Some(&'\\') {
            at += 3;
            while at < chars.len() && chars[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else {
            if c == '\n' {
                code.push(String::new());
            } else if let Some(line) = code.last_mut() {
                line.push(c);
            }
            if c == ';' {
                before.clear();
            } else if !c.is_whitespace() {
                before.push(c);
            } else if !before.ends_with(' ') {
                before.push(' ');
            }
            at += 1;
        }
    }
    (code, literals)
}

/// The inside of the literal that starts here, and where the code goes on.
fn literal_at(chars: &[char], at: usize) -> Option<(std::ops::Range<usize>, usize)> {
    if chars[at] == '"' {
        let mut end = at + 1;
        while end < chars.len() && chars[end] != '"' {
            end += if chars[end] == '\\' { 2 } else { 1 };
        }
        return Some((at + 1..end.min(chars.len()), end + 1));
    }
    let in_a_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    if chars[at] != 'r' || in_a_word {
        return None;
    }
    let marks = chars[at + 1..].iter().take_while(|&&c| c == '#').count();
    let start = at + 1 + marks;
    if chars.get(start) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', marks)).collect();
    let length = chars[start + 1..].windows(close.len()).position(|w| w == close)?;
    let end = start + 1 + length;
    Some((start + 1..end, end + close.len()))
}

#[test]
fn code_comments_and_texts_are_told_apart() {
    let source = Source::new(
        "src/a.rs",
        "// \"no\"\nlet a = \"yes \\\" \"; /* \"no\"\n */ let c = '\"'; let r = r#\"raw \" one\"#;\n\
         fn f<'a>() {} \"last\"",
    );
    let texts: Vec<_> = source.literals.iter().map(|l| (l.line, l.text.as_str())).collect();
    assert_eq!(texts, [(2, "yes \\\" "), (3, "raw \" one"), (4, "last")]);
    assert_eq!(source.literals[0].before.trim(), "let a =");
    assert_eq!(source.code.len(), 4);
}

#[test]
fn the_tests_are_known_inline_and_in_files() {
    let source = Source::new("crates/a/src/lib.rs", "#[cfg(test)]\nmod vectors;\nmod b;\n");
    assert_eq!(source.test_files(), ["crates/a/src/vectors.rs"]);
    assert_eq!(source.tests_from(), usize::MAX);
    let source = Source::new("crates/a/src/b.rs", "fn b() {}\n#[cfg(test)]\nmod tests {\n}\n");
    assert_eq!(source.tests_from(), 2);
    let source = Source::new("crates/a/src/b.rs", "#[cfg(test)]\nmod tests;\n");
    assert_eq!(source.test_files(), ["crates/a/src/b/tests.rs"]);
}
