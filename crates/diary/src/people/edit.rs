//! What a person does with their people, their cards and their smallest things.

use super::{own_card_id, people, small_things, week_adult_id};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{CardLine, OwnCard, Person, SmallThing, WeekAdult};
use crate::id::Id;
use crate::time::Day;
use crate::values::{OwnCardKind, Words};

/// A new person, who comes last.
pub fn add(diary: &Diary, id: Id, person: Person) -> Change {
    let last = people(diary).last().map(|(_, last)| last.order);
    Change::put(id, Person { order: after(last), ..person })
}

/// A person, changed.
pub fn put(id: Id, person: Person) -> Change {
    Change::put(id, person)
}

/// Shows a person before all others.
pub fn put_first(diary: &Diary, id: Id) -> Change {
    let mut change = Change::default();
    let mut next = 1_u16;
    for (other, person) in people(diary) {
        let order = if other == id { 0 } else { next };
        next = next.saturating_add(u16::from(other != id));
        change = change.and_put(other, Person { order, ..person });
    }
    change
}

/// Says who my adult is in the week of a date.
pub fn choose_week_adult(day: Day, person: Id) -> Change {
    Change::put(week_adult_id(day), WeekAdult { monday: day.monday(), person })
}

/// What stands on a card.
pub fn put_own_card(kind: OwnCardKind, lines: Vec<CardLine>) -> Change {
    Change::put(own_card_id(kind), OwnCard { kind, lines })
}

/// One more of one's own smallest things, at the end.
pub fn add_small_thing(diary: &Diary, id: Id, words: Words) -> Change {
    let last = small_things(diary).last().map(|(_, last)| last.order);
    Change::put(id, SmallThing { words, order: after(last) })
}

/// The place after the last one, 0 where there is none.
fn after(last: Option<u16>) -> u16 {
    last.map_or(0, |last| last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    fn person(name: &str, order: u16) -> Person {
        Person {
            name: words(name),
            role: None,
            organisation: None,
            phone: None,
            channel: None,
            hours: None,
            order,
        }
    }

    fn ids() -> [Id; 3] {
        [1, 2, 3].map(|name| Id::random([name; 16]))
    }

    #[test]
    fn a_new_person_comes_last_and_one_can_be_put_first() {
        let ([leena, omar, mum], mut diary) = (ids(), Diary::default());
        let change = add(&diary, leena, person("Leena", 9));
        assert_eq!(change, Change::put(leena, person("Leena", 0)));
        diary.show(&change);
        diary.show(&add(&diary, omar, person("Omar", 0)));
        diary.show(&add(&diary, mum, person("Mum", 0)));
        let names = |diary: &Diary| people(diary).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(names(&diary), [leena, omar, mum]);
        diary.show(&put_first(&diary, mum));
        assert_eq!(names(&diary), [mum, leena, omar]);
        let orders: Vec<u16> = people(&diary).into_iter().map(|(_, person)| person.order).collect();
        assert_eq!(orders, [0, 1, 2]);
        diary.show(&put(omar, person("Omar Ali", 2)));
        assert_eq!(people(&diary)[2], (omar, person("Omar Ali", 2)));
    }

    #[test]
    fn a_weeks_adult_is_named_by_its_monday() {
        let [leena, ..] = ids();
        let tuesday = Day::from_ymd(2026, 11, 24).expect("a date");
        let monday = Day::from_ymd(2026, 11, 23).expect("a date");
        let expected = WeekAdult { monday, person: leena };
        let id = Id::once_a_day(crate::record::Kind::WeekAdult, monday);
        assert_eq!(choose_week_adult(tuesday, leena), Change::put(id, expected));
    }

    #[test]
    fn cards_and_smallest_things_are_kept() {
        let ([first, second, _], mut diary) = (ids(), Diary::default());
        let lines = vec![CardLine { field: 1, words: words("Please ask about drawing") }];
        diary.show(&put_own_card(OwnCardKind::Meeting, lines.clone()));
        let card = super::super::own_card(&diary, OwnCardKind::Meeting);
        assert_eq!(card, Some(&OwnCard { kind: OwnCardKind::Meeting, lines }));
        diary.show(&add_small_thing(&diary, first, words("Water")));
        let change = add_small_thing(&diary, second, words("Socks"));
        assert_eq!(change, Change::put(second, SmallThing { words: words("Socks"), order: 1 }));
    }
}
