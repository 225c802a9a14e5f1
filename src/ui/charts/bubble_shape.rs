//! Where bubbles lie, pure: the same bubbles always lie the same way, and none over another.

/// A bubble in the field's own units, which are pixels on a page of width 340.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Circle {
    pub x: f32,
    pub y: f32,
    pub r: f32,
}

/// Room between two bubbles, and between a bubble and the edge.
const GAP: f32 = 5.0;
const MARGIN: f32 = 2.0;
/// The average width of a letter of the bubbles' bold face, in parts of its height.
const LETTER: f32 = 0.57;

/// A label's lines: at blanks, and a long word in two at a syllable near its middle.
pub(crate) fn lines(label: &str) -> Vec<String> {
    const LONG: usize = 9;
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(last) if last.chars().count() + word.chars().count() < 9 => {
                last.push(' ');
                last.push_str(word);
            }
            _ if word.chars().count() > LONG => {
                let (head, tail) = halves(word);
                lines.push(head + "-");
                lines.push(tail);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Parts a word before a consonant with a vowel after it, as near to its middle as it goes.
fn halves(word: &str) -> (String, String) {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let vowel = |index: usize| letters.get(index).is_some_and(|letter| is_vowel(*letter));
    let index = (2..letters.len().saturating_sub(2))
        .filter(|index| !vowel(*index) && vowel(index + 1))
        .min_by_key(|index| index.abs_diff(middle))
        .unwrap_or(middle);
    let (head, tail) = letters.split_at(index);
    (head.iter().collect(), tail.iter().collect())
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö')
}

/// The smallest radius around lines of so many units' height, with a line for the number below.
#[expect(clippy::cast_precision_loss, reason = "a word has some dozen letters")]
pub(crate) fn min_radius(lines: &[String], size: f32) -> f32 {
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let half_width = longest as f32 * LETTER * size / 2.0;
    let half_height = (lines.len() as f32 + 0.8) * size * 1.15 / 2.0;
    (half_width * half_width + half_height * half_height * 0.45).sqrt() + 5.0
}

/// A radius that grows with use: four times as often is twice as much more.
#[expect(clippy::cast_precision_loss, reason = "some thousand moments")]
pub(crate) fn grown(times: usize) -> f32 {
    (24.0 + 10.0 * (times as f32).sqrt()).min(70.0)
}

/// The radii of bubbles, the most used first: as grown, with room for the words, and none larger
/// than one that is used more.
pub(crate) fn radii(bubbles: &[(usize, f32)]) -> Vec<f32> {
    let mut radii: Vec<f32> = Vec::new();
    let mut radius = 0.0_f32;
    for (times, word_radius) in bubbles.iter().rev() {
        radius = radius.max(grown(*times)).max(*word_radius);
        radii.push(radius);
    }
    radii.reverse();
    radii
}

/// Packs circles of these radii into a field of that width, the first in the middle, each next one
/// where it touches others nearest to it. Returns them with the field's height.
pub(crate) fn pack(radii: &[f32], width: f32) -> (Vec<Circle>, f32) {
    let mut placed: Vec<Circle> = Vec::new();
    for r in radii {
        let r = r.min(width / 2.0 - MARGIN);
        let fits = |x: f32, y: f32| {
            x - r >= MARGIN - 0.01
                && x + r <= width - MARGIN + 0.01
                && placed
                    .iter()
                    .all(|circle| (circle.x - x).hypot(circle.y - y) >= circle.r + r + GAP - 0.01)
        };
        // Wide rather than tall: a step up or down counts more than one to the side.
        let distance = |x: f32, y: f32| (x - width / 2.0).hypot(y * 1.6);
        let mut best: Option<(f32, f32, f32)> = None;
        for (x, y) in places(&placed, r, width) {
            if fits(x, y) && best.is_none_or(|(shortest, ..)| distance(x, y) < shortest - 0.01) {
                best = Some((distance(x, y), x, y));
            }
        }
        let (x, y) = best.map_or((width / 2.0, 0.0), |(_, x, y)| (x, y));
        placed.push(Circle { x, y, r });
    }
    let top =
        placed.iter().map(|circle| circle.y - circle.r).fold(f32::INFINITY, f32::min) - MARGIN;
    let bottom =
        placed.iter().map(|circle| circle.y + circle.r).fold(f32::NEG_INFINITY, f32::max) + MARGIN;
    let placed: Vec<Circle> =
        placed.into_iter().map(|circle| Circle { y: circle.y - top, ..circle }).collect();
    let height = if placed.is_empty() { 0.0 } else { bottom - top };
    (placed, height)
}

/// Where a circle may lie: in the middle of an empty field; against two others; against one other
/// and an edge, or right over and under it.
fn places(circles: &[Circle], r: f32, width: f32) -> Vec<(f32, f32)> {
    if circles.is_empty() {
        return vec![(width / 2.0, 0.0)];
    }
    let mut places = Vec::new();
    for (index, one) in circles.iter().enumerate() {
        let reach = one.r + r + GAP;
        for x in [MARGIN + r, width - MARGIN - r, one.x] {
            let dx = x - one.x;
            if dx.abs() <= reach {
                let dy = (reach * reach - dx * dx).sqrt();
                places.extend([(x, one.y - dy), (x, one.y + dy)]);
            }
        }
        for other in circles.iter().skip(index + 1) {
            places.extend(against(*one, *other, r));
        }
    }
    places
}

/// The two places of a circle that touches two others.
fn against(one: Circle, other: Circle, r: f32) -> Vec<(f32, f32)> {
    let (reach_one, reach_other) = (one.r + r + GAP, other.r + r + GAP);
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    let distance = dx.hypot(dy);
    if distance > reach_one + reach_other || distance < f32::EPSILON {
        return Vec::new();
    }
    let along = (reach_one * reach_one - reach_other * reach_other + distance * distance)
        / (2.0 * distance);
    let across = (reach_one * reach_one - along * along).max(0.0).sqrt();
    let (ux, uy) = (dx / distance, dy / distance);
    let (mid_x, mid_y) = (one.x + along * ux, one.y + along * uy);
    vec![(mid_x - across * uy, mid_y + across * ux), (mid_x + across * uy, mid_y - across * ux)]
}

#[cfg(test)]
mod tests {
    use super::{Circle, GAP, grown, lines, min_radius, pack, radii};

    #[test]
    fn nothing_lies_over_another_or_beyond_the_edge() {
        for count in [1_usize, 2, 3, 8, 24] {
            let radii_given: Vec<f32> =
                (0..count).map(|index| grown(1 + (count - index) * 3 % 40)).collect();
            let (placed, height) = pack(&radii_given, 340.0);
            assert_eq!(placed.len(), count);
            for (index, a) in placed.iter().enumerate() {
                assert!(a.x - a.r >= 0.0 && a.x + a.r <= 340.0, "{a:?}");
                assert!(a.y - a.r >= 0.0 && a.y + a.r <= height, "{a:?} of {height}");
                for b in &placed[..index] {
                    let apart = (a.x - b.x).hypot(a.y - b.y) - a.r - b.r;
                    assert!(apart >= GAP - 0.1, "{a:?} {b:?}");
                }
            }
            assert_eq!(pack(&radii_given, 340.0), (placed, height), "laid the same way again");
        }
    }

    #[test]
    fn one_bubble_lies_in_the_middle() {
        let (placed, height) = pack(&[30.0], 340.0);
        assert_eq!(placed, [Circle { x: 170.0, y: 32.0, r: 30.0 }]);
        assert!((height - 64.0).abs() < 0.01);
    }

    #[test]
    fn bubbles_grow_with_use_and_never_out_of_the_field() {
        assert!((grown(1) - 34.0).abs() < 0.01);
        assert!((grown(4) - 44.0).abs() < 0.01);
        assert!((grown(9) - 54.0).abs() < 0.01);
        assert!((grown(5_000) - 70.0).abs() < 0.01);
    }

    #[test]
    fn a_long_word_makes_no_bubble_larger_than_one_used_more() {
        assert_eq!(radii(&[(4, 20.0), (1, 50.0), (1, 20.0)]), [50.0, 50.0, 34.0]);
        assert_eq!(radii(&[(9, 20.0), (4, 20.0)]), [54.0, 44.0]);
    }

    #[test]
    fn long_words_are_parted_where_a_syllable_begins() {
        assert_eq!(lines("Oikeudenmukainen"), ["Oikeuden-", "mukainen"]);
        assert_eq!(lines("Kärsivällinen"), ["Kärsi-", "vällinen"]);
        assert_eq!(lines("Ystävällinen"), ["Ystäväl-", "linen"]);
        assert_eq!(lines("Persistent"), ["Persis-", "tent"]);
        assert_eq!(lines("Eftertänksam"), ["Efter-", "tänksam"]);
        assert_eq!(lines("Förhoppningsfull"), ["Förhopp-", "ningsfull"]);
        assert_eq!(lines("Good friend"), ["Good", "friend"]);
        assert_eq!(lines("Rohkea"), ["Rohkea"]);
        assert_eq!(lines("I am me"), ["I am me"]);
    }

    #[test]
    fn a_label_has_room_in_its_bubble() {
        let smallest = min_radius(&lines("Oikeudenmukainen"), 14.0);
        assert!((38.0..46.0).contains(&smallest), "{smallest}");
    }
}
