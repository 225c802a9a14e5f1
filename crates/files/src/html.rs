//! Notes that were written with bold letters and lists: their words alone.

/// Tags that stand within a line.
const INLINE: [&str; 20] = [
    "a", "b", "big", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small",
    "span", "strike", "strong", "sub", "sup", "tt", "u",
];
/// Tags whose content has lines of its own.
const BLOCKS: [&str; 16] = [
    "blockquote",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "tr",
    "ul",
];
/// The longest entity that is looked for, `&#x10ffff;`.
const LONGEST_ENTITY: usize = 10;

/// The words of a note without tags and entities. What only looks like a tag, "<3", stays.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let read =
            if rest.starts_with('<') { tag(rest, &mut words) } else { entity(rest, &mut words) };
        let read = read.unwrap_or_else(|| {
            words.push_str(&rest[..1]);
            1
        });
        rest = &rest[read..];
    }
    words.push_str(rest);
    words
}

/// Takes a tag at the beginning, and says how many bytes it has.
fn tag(text: &str, words: &mut String) -> Option<usize> {
    let inner = text[1..].trim_start_matches('/');
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = inner[..length].to_ascii_lowercase();
    let is_break = name == "br";
    let is_block = BLOCKS.contains(&name.as_str());
    if !is_break && !is_block && !INLINE.contains(&name.as_str()) {
        return None;
    }
    // Attributes hold no such signs; without its end it is no tag.
    let end = text[1..].find(['<', '>']).filter(|end| text.as_bytes()[1 + end] == b'>')?;
    if is_break || (is_block && !words.is_empty() && !words.ends_with('\n')) {
        words.push('\n');
    }
    Some(end + 2)
}

/// Takes an entity at the beginning, and says how many bytes it has.
fn entity(text: &str, words: &mut String) -> Option<usize> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let number = |digits: &str, radix| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        name => {
            let digits = name.strip_prefix('#')?;
            match digits.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16)?,
                None => number(digits, 10)?,
            }
        }
    };
    words.push(if sign == '\u{a0}' { ' ' } else { sign });
    Some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_their_lines_stay() {
        assert_eq!(plain("Never min<b>d</b>.<br><br>One"), "Never mind.\n\nOne");
        assert_eq!(plain("Line<br/>break<BR>again<br />."), "Line\nbreak\nagain\n.");
        assert_eq!(
            plain("<div>First</div><div>Second</div><ul><li>tea</li></ul>"),
            "First\nSecond\ntea\n"
        );
        assert_eq!(plain("<div>a</div><div><br></div><p class=\"x\">b</p>"), "a\n\nb\n");
        assert_eq!(plain("<span style=\"color:#fff\">white</span>"), "white");
    }

    #[test]
    fn entities_are_the_signs_they_stand_for() {
        assert_eq!(
            plain("One &amp; two&nbsp;&lt;3 &#228;&#xE4; &quot;x&apos;"),
            "One & two <3 ää \"x'"
        );
        assert_eq!(
            plain("&amp;lt; &unknown; & &; &#; &#x110000;"),
            "&lt; &unknown; & &; &#; &#x110000;"
        );
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        for text in ["I <3 you", "a < b > c", "<hello>", "<b", "<", "&", "3<b and 4", "<br", "<ä>"]
        {
            assert_eq!(plain(text), text);
        }
    }
}
