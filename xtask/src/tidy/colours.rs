//! No colour outside the palette: what a colour is for is decided in style/, for light and dark at
//! once.

use super::Found;
use super::source::Source;

const FUNCTIONS: [&str; 7] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "oklch(", "oklab("];
const NAMES: [&str; 8] = ["white", "black", "red", "green", "blue", "yellow", "orange", "gray"];

pub fn outside_palette(source: &Source) -> Found {
    let mut found = Found::new();
    if source.is_below(&["src/"]) {
        for literal in &source.literals {
            if let Some(colour) = colour_in(&literal.text) {
                found.push((literal.line, format!("a colour outside the palette: {colour}")));
            }
            let drawn = ["fill=", "stroke=", "stop-color=", "color="];
            if drawn.iter().any(|attribute| literal.before.ends_with(attribute))
                && NAMES.contains(&literal.text.as_str())
            {
                found.push((
                    literal.line,
                    format!("a colour outside the palette: {}", literal.text),
                ));
            }
        }
    }
    if source.is_sheet() && source.name != "style/palette.css" {
        let lines = source.text.lines().enumerate();
        found.extend(lines.filter_map(|(at, line)| {
            colour_in(line)
                .map(|colour| (at + 1, format!("a colour outside the palette: {colour}")))
        }));
    }
    if source.name == "index.html" {
        // The browser's own frame takes its colour from the page, before any style sheet.
        let lines = source.text.lines().enumerate().filter(|(_, l)| !l.contains("theme-color"));
        found.extend(lines.filter_map(|(at, line)| {
            colour_in(line)
                .map(|colour| (at + 1, format!("a colour outside the palette: {colour}")))
        }));
    }
    found
}

fn colour_in(text: &str) -> Option<&str> {
    if let Some(function) = FUNCTIONS.iter().find(|function| text.contains(**function)) {
        return Some(function);
    }
    text.match_indices('#').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let word = rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').next()?;
        let is_colour = matches!(word.len(), 3 | 4 | 6 | 8)
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
            // An address's anchor follows a word or a slash: "path#add".
            && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/');
        is_colour.then(|| &text[at..=at + word.len()])
    })
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::outside_palette;

    #[test]
    fn colours_in_the_app_are_caught() {
        for text in [
            "let a = \"#1F5F5B\";",
            "view! { <path fill=\"#fff\"/> }",
            "view! { <path fill=\"white\"/> }",
            "let a = \"rgb(0 0 0 / 50%)\";",
            "let a = \"1px solid hsl(3 4% 5%)\";",
        ] {
            assert_eq!(said(outside_palette, "src/pages/a.rs", text), 1, "{text}");
        }
        assert_eq!(said(outside_palette, "index.html", "<body style=\"color:#123456\">"), 1);
    }

    #[test]
    fn of_the_sheets_only_the_palette_has_colours() {
        let rule = "a { color: #1F5F5B; }";
        for sheet in ["style/tokens.css", "src/ui/layout/card.css"] {
            assert_eq!(said(outside_palette, sheet, rule), 1, "{sheet}");
        }
        assert_eq!(said(outside_palette, "style/card.css", "a { color: var(--ink); }"), 0);
    }

    #[test]
    fn other_things_are_not() {
        for text in
            ["// #1F5F5B", "#[cfg(a)]", "\"path#add\"", "\"url(#water)\"", "\"#12\"", "\"red\""]
        {
            assert_eq!(said(outside_palette, "src/pages/a.rs", text), 0, "{text}");
        }
        assert_eq!(said(outside_palette, "style/palette.css", "a{color:#1F5F5B}"), 0);
        assert_eq!(
            said(outside_palette, "index.html", "<meta name=\"theme-color\" content=\"#FAF7F1\">"),
            0
        );
    }
}
