//! Rows that are left out: the first are named, the others counted.

use minicbor::{Decode, Encode};

/// So many are named one by one. A file can have millions, and nobody reads them.
const MOST_NAMED: usize = 20;

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum BadRowKind {
    /// No date.
    #[n(0)]
    Date,
    /// No time.
    #[n(1)]
    Time,
    /// A mood that was given no face.
    #[n(2)]
    Mood,
    /// Times that cannot be.
    #[n(3)]
    Times,
    /// Other columns than the rest.
    #[n(4)]
    Columns,
    /// A value that is not known, or too long.
    #[n(5)]
    Value,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BadRow {
    /// The file.
    #[n(0)]
    pub file: String,
    /// Its line in it, from 1.
    #[n(1)]
    pub line: u64,
    /// What is wrong.
    #[n(2)]
    pub why: BadRowKind,
}

/// The rows that are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct BadRows {
    /// The first of them, at most 20.
    #[n(0)]
    pub first: Vec<BadRow>,
    /// How many there are.
    #[n(1)]
    pub count: u32,
}

impl BadRows {
    /// Leaves a row out.
    pub fn push(&mut self, file: &str, line: u64, why: BadRowKind) {
        self.count = self.count.saturating_add(1);
        if self.first.len() < MOST_NAMED {
            self.first.push(BadRow { file: file.to_owned(), line, why });
        }
    }

    /// Those of another file too.
    pub fn extend(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        let room = MOST_NAMED.saturating_sub(self.first.len());
        self.first.extend(other.first.into_iter().take(room));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_are_named_and_all_are_counted() {
        let mut bad = BadRows::default();
        for line in 1..=18 {
            bad.push("a.csv", line, BadRowKind::Date);
        }
        let mut more = BadRows::default();
        for line in 1..=1_000_000 {
            more.push("b.csv", line, BadRowKind::Times);
        }
        assert_eq!((more.first.len(), more.count), (20, 1_000_000));
        bad.extend(more);
        assert_eq!((bad.first.len(), bad.count), (20, 1_000_018));
        let last = BadRow { file: "b.csv".to_owned(), line: 2, why: BadRowKind::Times };
        assert_eq!(bad.first.last(), Some(&last));
    }
}
