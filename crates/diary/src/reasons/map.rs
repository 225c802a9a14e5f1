//! The map: what is true on a date, by side and life area, and what has changed since an earlier
//! one.

use super::{Card, Sorts};
use crate::order::by_number;
use crate::time::Day;
use crate::values::{Fit, LifeArea, Side};

/// A card that is true on the map's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapCard {
    /// The card.
    pub card: Card,
    /// How much now: a little or a lot.
    pub fit: Fit,
    /// How much on the earlier date, where it was another answer.
    pub before: Option<Fit>,
}

/// A life area's cards on one side, the weightiest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaGroup {
    /// The life area.
    pub area: LifeArea,
    /// Its cards.
    pub cards: Vec<MapCard>,
}

/// One side of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideGroup {
    /// The side.
    pub side: Side,
    /// Its life areas, the weightiest first; those with no card are left out.
    pub areas: Vec<AreaGroup>,
    /// Cards that are true a lot.
    pub a_lot: usize,
    /// Cards that are true a little.
    pub a_little: usize,
}

/// The whole map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapView {
    /// Push, pull, help.
    pub sides: Vec<SideGroup>,
    /// Cards that were sorted by the date.
    pub sorted: usize,
    /// All cards.
    pub of: usize,
}

/// A card whose answer on the second date is another than on the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The card.
    pub card: Card,
    /// How much it fitted on the first date.
    pub before: Fit,
    /// How much it fits on the second.
    pub now: Fit,
}

/// The map as of a date, beside an earlier one.
pub fn map(deck: &[Card], sorts: &Sorts, on: Day, earlier: Option<Day>) -> MapView {
    let sides = Side::ALL.iter().map(|side| side_group(*side, deck, sorts, on, earlier)).collect();
    let sorted = deck.iter().filter(|card| sorts.on(card.id, on).is_some()).count();
    MapView { sides, sorted, of: deck.len() }
}

fn side_group(
    side: Side,
    deck: &[Card],
    sorts: &Sorts,
    on: Day,
    earlier: Option<Day>,
) -> SideGroup {
    let cards: Vec<MapCard> = deck
        .iter()
        .filter(|card| card.side == side)
        .filter_map(|card| {
            let fit = sorts.fit(card.id, on).filter(|fit| *fit != Fit::NotMe)?;
            let before = earlier.and_then(|day| sorts.fit(card.id, day));
            let before = before.filter(|before| *before != fit);
            Some(MapCard { card: card.clone(), fit, before })
        })
        .collect();
    let count = |fit: Fit| cards.iter().filter(|card| card.fit == fit).count();
    let (a_lot, a_little) = (count(Fit::ALot), count(Fit::ALittle));
    let mut areas: Vec<AreaGroup> = LifeArea::ALL
        .iter()
        .filter_map(|area| {
            let mut cards: Vec<MapCard> =
                cards.iter().filter(|map_card| map_card.card.area == *area).cloned().collect();
            by_number(&mut cards, |map_card| -weight(map_card.fit));
            (!cards.is_empty()).then_some(AreaGroup { area: *area, cards })
        })
        .collect();
    by_number(&mut areas, |group| {
        -group.cards.iter().map(|map_card| weight(map_card.fit)).sum::<i64>()
    });
    SideGroup { side, areas, a_lot, a_little }
}

/// For the order alone: a lot weighs two, a little one.
fn weight(fit: Fit) -> i64 {
    i64::from(fit.code()) - 1
}

/// The cards that had an answer on both dates, and another one on the second; the largest change
/// first.
pub fn changes(deck: &[Card], sorts: &Sorts, from: Day, to: Day) -> Vec<Change> {
    let mut all: Vec<Change> = deck
        .iter()
        .filter_map(|card| {
            let (before, now) = (sorts.fit(card.id, from)?, sorts.fit(card.id, to)?);
            (before != now).then(|| Change { card: card.clone(), before, now })
        })
        .collect();
    by_number(&mut all, |change| -(weight(change.before) - weight(change.now)).abs());
    all
}

/// How many cards of a life area there are, and how many of them are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaCount {
    /// The life area.
    pub area: LifeArea,
    /// Sorted by the date.
    pub sorted: usize,
    /// All.
    pub of: usize,
}

/// How far the sorting is, area by area.
pub fn area_counts(deck: &[Card], sorts: &Sorts, on: Day) -> Vec<AreaCount> {
    let count = |area: &LifeArea| {
        let here: Vec<&Card> = deck.iter().filter(|card| card.area == *area).collect();
        let sorted = here.iter().filter(|card| sorts.on(card.id, on).is_some()).count();
        AreaCount { area: *area, sorted, of: here.len() }
    };
    LifeArea::ALL.iter().map(count).collect()
}

/// The earlier dates worth comparing with: of every month the last one with a sorting, before
/// `today`, newest first.
pub fn own_dates(sorts: &Sorts, today: Day) -> Vec<Day> {
    let mut dates: Vec<Day> = Vec::new();
    for day in sorts.days().into_iter().filter(|day| *day < today) {
        let month = |day: Day| (day.ymd().0, day.ymd().1);
        match dates.last_mut() {
            Some(last) if month(*last) == month(day) => *last = day,
            _ => dates.push(day),
        }
    }
    dates.reverse();
    dates
}

impl MapView {
    /// Whether anything is true: else there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.sides.iter().all(|side| side.areas.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{card, day, sort};
    use super::*;
    use crate::diary::Diary;

    fn deck() -> Vec<Card> {
        vec![
            card("a", LifeArea::Lessons, Side::Push, None),
            card("b", LifeArea::Lessons, Side::Push, None),
            card("c", LifeArea::Friends, Side::Push, None),
            card("d", LifeArea::Screens, Side::Pull, None),
            card("e", LifeArea::Way, Side::Help, None),
        ]
    }

    fn sorted_twice() -> (Vec<Card>, Diary) {
        let (deck, mut diary) = (deck(), Diary::default());
        for (card, fit) in deck.iter().zip([Fit::ALittle, Fit::ALot, Fit::ALot, Fit::ALot]) {
            sort(&mut diary, card.id, fit, day(2));
        }
        sort(&mut diary, deck[2].id, Fit::ALittle, day(20));
        sort(&mut diary, deck[3].id, Fit::NotMe, day(20));
        (deck, diary)
    }

    #[test]
    fn the_map_shows_what_is_true_the_weightiest_first() {
        let (deck, diary) = sorted_twice();
        let view = map(&deck, &Sorts::read(&diary), day(24), Some(day(2)));
        let drawn: Vec<_> = view
            .sides
            .iter()
            .map(|side| {
                let texts = side.areas.iter().flat_map(|area| &area.cards);
                let texts: String = texts.map(|map_card| map_card.card.text.as_str()).collect();
                (side.side, texts, side.a_lot, side.a_little)
            })
            .collect();
        assert_eq!(
            drawn,
            [
                (Side::Push, "bac".to_owned(), 1, 2),
                (Side::Pull, String::new(), 0, 0),
                (Side::Help, String::new(), 0, 0),
            ]
        );
        assert_eq!((view.sorted, view.of), (4, 5));
        let counts = area_counts(&deck, &Sorts::read(&diary), day(24));
        let counts: Vec<_> = counts.iter().map(|count| (count.sorted, count.of)).collect();
        let none = (0, 0);
        let way = (0, 1);
        assert_eq!(counts, [(2, 2), none, (1, 1), none, way, none, none, none, (1, 1), none]);
        let push = view.sides[0].areas.iter().flat_map(|area| &area.cards);
        let before: Vec<_> = push.map(|map_card| map_card.before).collect();
        assert_eq!(before, [None, None, Some(Fit::ALot)]);
    }

    #[test]
    fn a_change_needs_an_answer_on_both_dates() {
        let (deck, mut diary) = sorted_twice();
        sort(&mut diary, deck[4].id, Fit::ALot, day(20));
        let sorts = Sorts::read(&diary);
        let changed_cards = |from, to| {
            let all = changes(&deck, &sorts, day(from), day(to));
            all.iter()
                .map(|change| (change.card.text.clone(), change.before, change.now))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            changed_cards(2, 24),
            [("d".to_owned(), Fit::ALot, Fit::NotMe), ("c".to_owned(), Fit::ALot, Fit::ALittle),]
        );
        assert_eq!(changed_cards(1, 24), []);
        assert_eq!(changed_cards(2, 19), []);
    }

    #[test]
    fn dates_to_compare_with_are_the_last_of_each_month() {
        let (deck, mut diary) = sorted_twice();
        let in_september = Day::from_ymd(2026, 9, 28).expect("a date");
        sort(&mut diary, deck[0].id, Fit::ALot, in_september.plus(-9));
        sort(&mut diary, deck[0].id, Fit::ALot, in_september);
        let sorts = Sorts::read(&diary);
        assert_eq!(own_dates(&sorts, day(24)), [day(20), in_september]);
        assert_eq!(own_dates(&sorts, day(20)), [day(2), in_september]);
        assert_eq!(own_dates(&sorts, in_september.plus(-9)), []);
    }
}
