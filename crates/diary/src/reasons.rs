//! What makes school hard and what helps: cards, and how much each is true for the person.
//!
//! Built-in cards come in from a data file in the reader's language; a diary holds the own ones,
//! and for every card and date at most one [`ReasonSort`]. Nothing is ever overwritten on another
//! date, so that a change over time stays to be seen.

use std::collections::BTreeMap;

use crate::diary::Diary;
use crate::entries::{ReasonCard, ReasonSort};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::time::Day;
use crate::values::{CardMark, Fit, LifeArea, Side, Words};

pub mod edit;
mod map;
pub use map::{
    AreaCount, AreaGroup, Change, MapCard, MapView, SideGroup, area_counts, changes, map, own_dates,
};

/// A card that can be sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its name: derived of a built-in card's code, or the own card's record.
    pub id: Id,
    /// Life area.
    pub area: LifeArea,
    /// Which way it works.
    pub side: Side,
    /// What it needs beside being heard.
    pub mark: Option<CardMark>,
    /// What it says, in the reader's language.
    pub text: String,
    /// In the person's own words.
    pub is_own: bool,
}

/// The name of a built-in card of that code. Codes are for ever.
pub fn built_in_id(code: &str) -> Id {
    Id::named(Kind::ReasonCard, code.as_bytes())
}

/// The cards to sort: the built-in ones in their own order, area by area, each area's own ones
/// after them.
pub fn deck(built_in: &[Card], diary: &Diary) -> Vec<Card> {
    let own_cards = diary.all::<ReasonCard>().map(|(id, card)| Card {
        id,
        area: card.area,
        side: card.side,
        mark: card.mark,
        text: card.words.as_str().to_owned(),
        is_own: true,
    });
    let mut cards: Vec<Card> = built_in.iter().cloned().chain(own_cards).collect();
    by_number(&mut cards, |card| i64::from(card.area.code()) * 2 + i64::from(card.is_own));
    cards
}

/// Every sorting of every card, by date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorts(BTreeMap<Id, BTreeMap<Day, ReasonSort>>);

impl Sorts {
    /// Reads them off the diary.
    pub fn read(diary: &Diary) -> Self {
        let mut all = Self::default();
        for (_, sort) in diary.all::<ReasonSort>() {
            all.0.entry(sort.card).or_default().insert(sort.day, sort.clone());
        }
        all
    }

    /// How a card was sorted last, on that date or before it.
    pub fn on(&self, card: Id, day: Day) -> Option<&ReasonSort> {
        self.0.get(&card)?.range(..=day).next_back().map(|(_, sort)| sort)
    }

    /// How much a card fitted on a date; `None` when it was not sorted yet.
    pub fn fit(&self, card: Id, day: Day) -> Option<Fit> {
        self.on(card, day).map(|sort| sort.fit)
    }

    /// All sortings of a card, newest first.
    pub fn history(&self, card: Id) -> impl Iterator<Item = &ReasonSort> {
        self.0.get(&card).into_iter().flat_map(|of_card| of_card.values().rev())
    }

    /// Dates on which anything was sorted, oldest first.
    fn days(&self) -> Vec<Day> {
        let mut days: Vec<Day> =
            self.0.values().flat_map(|by_day| by_day.keys().copied()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// How much one card fitted on a date, read off the diary by itself; `None` when it was not sorted
/// by then.
pub fn fit_on(diary: &Diary, card: Id, on: Day) -> Option<Fit> {
    let mut days = diary.days().filter(|day| *day <= on);
    let sorted = |day| diary.find::<ReasonSort>(Id::once_a_day_for(Kind::ReasonSort, day, card));
    days.find_map(sorted).map(|sort| sort.fit)
}

/// A card sorted on a date. What was said of it before and the supports chosen with it go along;
/// the leave to share it does not: it is asked for each time.
pub fn sorted(sorts: &Sorts, card: Id, fit: Fit, day: Day) -> ReasonSort {
    let before = sorts.on(card, day);
    ReasonSort {
        day,
        card,
        fit,
        words: before.and_then(|sort| sort.words.clone()),
        supports: before.map(|sort| sort.supports.clone()).unwrap_or_default(),
        may_share: before.filter(|sort| sort.day == day).and_then(|sort| sort.may_share),
    }
}

/// The cards still to be sorted, in the deck's order: of one life area, or of all.
pub fn unsorted(deck: &[Card], sorts: &Sorts, area: Option<LifeArea>, day: Day) -> Vec<Id> {
    of_area(deck, area).filter(|id| sorts.on(*id, day).is_none()).collect()
}

/// The cards of one life area, or of all, in the deck's order.
pub fn of_area(deck: &[Card], area: Option<LifeArea>) -> impl Iterator<Item = Id> {
    deck.iter().filter(move |card| area.is_none_or(|area| card.area == area)).map(|card| card.id)
}

/// What a card asks of the page when it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing more.
    Nothing,
    /// "Adults must make it safe first", and the way to help.
    Safety,
    /// Help at once.
    Help,
    /// "What could school change?", and supports that stay.
    Supports,
}

/// What is asked when a card with this mark was said to be true so much.
pub fn asks(mark: Option<CardMark>, fit: Fit) -> Asks {
    match (fit, mark) {
        (Fit::NotMe, _) | (_, None) => Asks::Nothing,
        (_, Some(CardMark::Safety)) => Asks::Safety,
        (_, Some(CardMark::HomeDanger)) => Asks::Help,
        (_, Some(CardMark::Sensory)) => Asks::Supports,
    }
}

/// The safety cards that are true on a date, danger at home among them: steps tied to one are
/// paused.
pub fn safety_cards<'a>(deck: &'a [Card], sorts: &Sorts, on: Day) -> Vec<&'a Card> {
    let true_now = |card: &&Card| {
        let safety = matches!(card.mark, Some(CardMark::Safety | CardMark::HomeDanger));
        safety && sorts.fit(card.id, on).is_some_and(|fit| fit != Fit::NotMe)
    };
    deck.iter().filter(true_now).collect()
}

/// The supports chosen with sensory cards: they stay and are never faded, however much the card
/// is true by now; only the person takes one away.
pub fn supports_to_stay<'a>(deck: &[Card], sorts: &'a Sorts, on: Day) -> Vec<(Id, &'a [Words])> {
    deck.iter()
        .filter(|card| card.mark == Some(CardMark::Sensory))
        .filter_map(|card| Some((card.id, sorts.on(card.id, on)?.supports.as_slice())))
        .filter(|(_, supports)| !supports.is_empty())
        .collect()
}

/// The supports chosen with any card as they stand on a date, read off the diary by itself: only
/// sensory cards ask for them, so that these are the ones meant to stay. In the order of the cards'
/// names.
pub fn chosen_supports(diary: &Diary, on: Day) -> Vec<(Id, Vec<Words>)> {
    let sorts = Sorts::read(diary);
    let cards = sorts.0.keys();
    cards
        .filter_map(|card| Some((*card, sorts.on(*card, on)?.supports.clone())))
        .filter(|(_, supports)| !supports.is_empty())
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::change::Change;

    pub(crate) fn day(of_month: u32) -> Day {
        Day::from_ymd(2026, 11, of_month).expect("a date")
    }

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    pub(crate) fn card(code: &str, area: LifeArea, side: Side, mark: Option<CardMark>) -> Card {
        Card { id: built_in_id(code), area, side, mark, text: code.to_owned(), is_own: false }
    }

    pub(crate) fn sort(diary: &mut Diary, card: Id, fit: Fit, on: Day) {
        let sort = sorted(&Sorts::read(diary), card, fit, on);
        diary.show(&Change::put(Id::once_a_day_for(Kind::ReasonSort, on, card), sort));
    }

    fn two() -> [Card; 2] {
        [
            card("noise", LifeArea::Lessons, Side::Push, Some(CardMark::Sensory)),
            card("hit", LifeArea::Breaks, Side::Push, Some(CardMark::Safety)),
        ]
    }

    #[test]
    fn own_cards_stand_at_the_end_of_their_area() {
        let mut diary = Diary::default();
        let own_card = ReasonCard {
            area: LifeArea::Lessons,
            side: Side::Help,
            words: words("My drawing book"),
            mark: None,
        };
        diary.show(&Change::put(Id::random([1; 16]), own_card));
        let deck = deck(&two(), &diary);
        let texts: Vec<_> = deck.iter().map(|card| (card.text.as_str(), card.is_own)).collect();
        assert_eq!(texts, [("noise", false), ("My drawing book", true), ("hit", false)]);
    }

    #[test]
    fn a_day_reads_the_sorting_that_stood_then() {
        let mut diary = Diary::default();
        let noise = built_in_id("noise");
        sort(&mut diary, noise, Fit::ALot, day(2));
        sort(&mut diary, noise, Fit::ALittle, day(20));
        sort(&mut diary, noise, Fit::NotMe, day(20));
        let sorts = Sorts::read(&diary);
        let fits = [1, 2, 19, 20, 24].map(|of_month| sorts.fit(noise, day(of_month)));
        let (lot, not) = (Some(Fit::ALot), Some(Fit::NotMe));
        assert_eq!(fits, [None, lot, lot, not, not]);
        // Twice on one date is one sorting.
        assert_eq!(sorts.history(noise).count(), 2);
    }

    #[test]
    fn what_is_left_to_sort_goes_on_where_one_stopped() {
        let mut diary = Diary::default();
        let deck = two();
        sort(&mut diary, deck[0].id, Fit::NotMe, day(3));
        let sorts = Sorts::read(&diary);
        assert_eq!(unsorted(&deck, &sorts, None, day(3)), [deck[1].id]);
        assert_eq!(unsorted(&deck, &sorts, Some(LifeArea::Lessons), day(3)), []);
        assert_eq!(unsorted(&deck, &sorts, None, day(2)).len(), 2);
    }

    #[test]
    fn supports_stay_when_the_card_no_longer_fits() {
        let mut diary = Diary::default();
        let deck = two();
        let noise = deck[0].id;
        let mut first = sorted(&Sorts::default(), noise, Fit::ALot, day(2));
        first.supports = vec![words("Headphones")];
        diary.show(&Change::put(Id::once_a_day_for(Kind::ReasonSort, day(2), noise), first));
        sort(&mut diary, noise, Fit::NotMe, day(20));
        let sorts = Sorts::read(&diary);
        assert_eq!(supports_to_stay(&deck, &sorts, day(24)), [(noise, &[words("Headphones")][..])]);
        assert_eq!(supports_to_stay(&deck, &sorts, day(1)), []);
    }

    #[test]
    fn safety_cards_stand_while_they_are_true() {
        let mut diary = Diary::default();
        let deck = two();
        sort(&mut diary, deck[1].id, Fit::ALittle, day(5));
        sort(&mut diary, deck[1].id, Fit::NotMe, day(9));
        let sorts = Sorts::read(&diary);
        let on = |of_month| safety_cards(&deck, &sorts, day(of_month)).len();
        assert_eq!([on(4), on(5), on(8), on(9)], [0, 1, 1, 0]);
    }

    #[test]
    fn leave_to_share_is_asked_for_again_on_another_date() {
        let [_, hit] = two();
        let mut diary = Diary::default();
        let mut first = sorted(&Sorts::default(), hit.id, Fit::ALot, day(2));
        first.may_share = Some(true);
        diary.show(&Change::put(Id::once_a_day_for(Kind::ReasonSort, day(2), hit.id), first));
        let sorts = Sorts::read(&diary);
        assert_eq!(sorted(&sorts, hit.id, Fit::ALittle, day(2)).may_share, Some(true));
        assert_eq!(sorted(&sorts, hit.id, Fit::ALittle, day(3)).may_share, None);
    }

    #[test]
    fn what_is_not_true_asks_nothing() {
        use CardMark::{HomeDanger, Safety, Sensory};
        assert_eq!(asks(Some(Safety), Fit::NotMe), Asks::Nothing);
        assert_eq!(asks(Some(Safety), Fit::ALittle), Asks::Safety);
        assert_eq!(asks(Some(HomeDanger), Fit::ALot), Asks::Help);
        assert_eq!(asks(Some(Sensory), Fit::ALittle), Asks::Supports);
        assert_eq!(asks(None, Fit::ALot), Asks::Nothing);
    }
}
