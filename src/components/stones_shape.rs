//! Where each stone of a path lies.

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
const WAVE: [u8; 8] = [4, 3, 1, 0, 1, 2, 0, 3];

/// The place of the stone at `at` of `count`, counted from the easiest one.
pub fn place(at: usize, count: usize) -> StonePlace {
    let from_school = count.saturating_sub(at + 1);
    let column = WAVE[from_school % WAVE.len()];
    let side = if column >= 2 { Side::Start } else { Side::End };
    StonePlace { column, side }
}

#[cfg(test)]
mod tests {
    use super::{Side, place};

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
}
