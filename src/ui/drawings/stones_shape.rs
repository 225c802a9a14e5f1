//! Where each stone of a path lies, and the lines of the water around it.

/// On which side of its stone a label stands: where there is more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Start,
    /// After it.
    End,
}

/// A stone's place in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StonePlace {
    /// Columns from the left, 0 to 4.
    pub column: u8,
    /// Where its label stands.
    pub side: Side,
}

/// The way winds: a wave of eight stones, so that neighbours never lie in a line, and the last one
/// lies before the school's door on the right.
const WAVE: [u8; 8] = [4, 2, 0, 1, 3, 4, 3, 1];

/// The place of the stone at `index` of `count`, counted from the easiest one.
pub fn place(index: usize, count: usize) -> StonePlace {
    let from_school = count.saturating_sub(index + 1);
    let column = WAVE[from_school % WAVE.len()];
    let side = if column >= 2 { Side::Start } else { Side::End };
    StonePlace { column, side }
}

/// Ripples of a row, 390 in width and 72 in height: quiet strokes, never twice the same in a row. Some rows
/// have none.
pub fn ripples(index: usize) -> &'static str {
    const LINES: [&str; 7] = [
        "M18 60c14-7 28 5 42 0s14-2 20 0",
        "M286 14c14-6 26 5 40 0s16-3 22 0M96 66c10-4 18 3 28 0",
        "",
        "M148 8c16-7 30 6 46 0s14-2 20 0",
        "M30 22c10-5 20 4 30 0M300 62c14-6 26 5 40 0s12-2 18 0",
        "M214 66c12-5 22 4 34 0s10-2 16 0",
        "",
    ];
    LINES[index * 3 % LINES.len()]
}

#[cfg(test)]
mod tests {
    use super::{Side, place, ripples};

    #[test]
    fn the_last_stone_lies_before_the_school_and_neighbours_never_in_a_line() {
        for count in 1..=40 {
            assert_eq!(place(count - 1, count).column, 4, "{count}");
            for at in 1..count {
                assert_ne!(place(at, count).column, place(at - 1, count).column, "{at} of {count}");
            }
        }
    }

    #[test]
    fn a_label_stands_where_there_is_room() {
        for at in 0..8 {
            let place = place(at, 8);
            assert_eq!(place.side == Side::Start, place.column >= 2, "{at}");
        }
    }

    #[test]
    fn neighbouring_rows_have_other_ripples() {
        for at in 1..40 {
            assert!(ripples(at).is_empty() || ripples(at) != ripples(at - 1), "{at}");
        }
    }
}
