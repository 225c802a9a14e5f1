//! My people, and my adult this week.

pub mod edit;

use crate::diary::Diary;
use crate::entries::{OwnCard, Person, SmallThing, WeekAdult};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::time::Day;
use crate::values::{OwnCardKind, Words};

/// All of them, in their order.
pub fn people(diary: &Diary) -> Vec<(Id, Person)> {
    let mut all: Vec<(Id, Person)> =
        diary.all().map(|(id, person): (Id, &Person)| (id, person.clone())).collect();
    by_number(&mut all, |(_, person)| i64::from(person.order));
    all
}

/// The name of the record that says who my adult is in a week.
pub fn week_adult_id(day: Day) -> Id {
    Id::once_a_day(Kind::WeekAdult, day.monday())
}

/// My adult in the week of a date: as chosen for it, else as in the latest week before it; nobody
/// once that person is no longer among my people.
pub fn week_adult(diary: &Diary, day: Day) -> Option<(Id, Person)> {
    let adults = diary.all::<WeekAdult>().map(|(_, adult)| adult);
    let latest = adults.filter(|adult| adult.monday <= day).max_by_key(|adult| adult.monday)?;
    Some((latest.person, diary.find::<Person>(latest.person)?.clone()))
}

/// The name of the one card of a kind.
pub fn own_card_id(kind: OwnCardKind) -> Id {
    Id::named(Kind::OwnCard, &[kind.code()])
}

/// The card of a kind, if anything stands on it.
pub fn own_card(diary: &Diary, kind: OwnCardKind) -> Option<&OwnCard> {
    diary.find(own_card_id(kind)).filter(|card: &&OwnCard| !card.lines.is_empty())
}

/// What stands in a field of a card.
pub fn line(card: &OwnCard, field: u8) -> Option<&Words> {
    card.lines.iter().find(|line| line.field == field).map(|line| &line.words)
}

/// One's own smallest things for a hard morning, in their order.
pub fn small_things(diary: &Diary) -> Vec<(Id, SmallThing)> {
    let mut all: Vec<(Id, SmallThing)> =
        diary.all().map(|(id, thing): (Id, &SmallThing)| (id, thing.clone())).collect();
    by_number(&mut all, |(_, thing)| i64::from(thing.order));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    fn person(name: &str, order: u16) -> Person {
        Person {
            name: Words::new(name).expect("short").expect("something"),
            role: None,
            organisation: None,
            phone: None,
            channel: None,
            hours: None,
            order,
        }
    }

    #[test]
    fn my_adult_is_last_weeks_until_another_is_chosen() {
        let mut diary = Diary::default();
        let (leena, omar) = (Id::random([1; 16]), Id::random([2; 16]));
        diary.show(&Change::put(leena, person("Leena", 2)).and_put(omar, person("Omar", 1)));
        let choose = |monday: &str, person| {
            let monday = day(monday);
            Change::put(week_adult_id(monday), WeekAdult { monday, person })
        };
        diary.show(&choose("2026-11-09", leena));
        diary.show(&choose("2026-11-23", omar));
        let name = |diary: &Diary, date| {
            week_adult(diary, day(date)).map(|(_, person)| person.name.as_str().to_owned())
        };
        assert_eq!(name(&diary, "2026-11-08"), None);
        assert_eq!(name(&diary, "2026-11-20").as_deref(), Some("Leena"));
        assert_eq!(name(&diary, "2026-11-24").as_deref(), Some("Omar"));
        let names: Vec<_> = people(&diary).into_iter().map(|(id, _)| id).collect();
        assert_eq!(names, [omar, leena]);
        let gone = diary.removal(&[omar]);
        diary.show(&gone);
        assert_eq!(name(&diary, "2026-11-24"), None);
    }
}
