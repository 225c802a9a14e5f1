//! What a person chooses for the whole diary.

use crate::change::Change;
use crate::diary::{Diary, choices_id, profile_id};
use crate::entries::{Choices, Profile, Reminder, RoutineItem};
use crate::id::Id;
use crate::time::{Day, Instant};
use crate::values::Words;

/// The first run: a name, and the routine that a diary begins with.
pub fn begin(name: Option<Words>, routine: Vec<(Id, RoutineItem)>, now: Instant) -> Change {
    let first = Change::put(profile_id(), Profile { name, begun: now, example: false });
    routine.into_iter().fold(first, |change, (id, item)| change.and_put(id, item))
}

/// Another name or nickname, or none.
pub fn rename(diary: &Diary, name: Option<Words>, now: Instant) -> Change {
    let (begun, example) =
        diary.profile().map_or((now, false), |profile| (profile.begun, profile.example));
    Change::put(profile_id(), Profile { name, begun, example })
}

/// The choices with one of them changed.
pub fn choose(diary: &Diary, change: impl FnOnce(&mut Choices)) -> Change {
    let mut choices = diary.choices();
    change(&mut choices);
    Change::put(choices_id(), choices)
}

/// The age in whole years as of `today`; `None` when it is not to be known.
pub fn choose_age(diary: &Diary, age: Option<u8>, today: Day) -> Change {
    choose(diary, |choices| (choices.age, choices.age_on) = (age, age.map(|_| today)))
}

/// That installing or a backup was suggested.
pub fn note_suggested(diary: &Diary, day: Day) -> Change {
    choose(diary, |choices| choices.suggested = Some(day))
}

/// That the diary was saved as a file.
pub fn note_backup(diary: &Diary, day: Day) -> Change {
    choose(diary, |choices| choices.backed_up = Some(day))
}

/// That the help card for low mood was shown.
pub fn note_low_mood_shown(diary: &Diary, day: Day) -> Change {
    choose(diary, |choices| choices.low_mood_shown = Some(day))
}

/// Puts a starter of the hard morning's list away, by number.
pub fn put_starter_away(diary: &Diary, starter: u8) -> Change {
    choose(diary, |choices| {
        if !choices.small_things_away.contains(&starter) {
            choices.small_things_away.push(starter);
        }
    })
}

/// Brings all starters of the hard morning's list back.
pub fn bring_starters_back(diary: &Diary) -> Change {
    choose(diary, |choices| choices.small_things_away.clear())
}

/// A reminder, new or changed.
pub fn put_reminder(id: Id, reminder: Reminder) -> Change {
    Change::put(id, reminder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weekdays::{SCHOOL_DAYS, WEEKEND};

    fn now() -> Instant {
        Instant::new(1_795_500_240, 120).expect("in range")
    }

    fn day(of_month: u32) -> Day {
        Day::from_ymd(2026, 11, of_month).expect("a date")
    }

    fn named(name: &str, begun: Instant, example: bool) -> Profile {
        Profile { name: Words::new(name).expect("short"), begun, example }
    }

    #[test]
    fn another_name_leaves_the_beginning_as_it_was() {
        let mut diary = Diary::default();
        let aino = Words::new("Aino").expect("short");
        let change = begin(aino, Vec::new(), now());
        assert_eq!(change, Change::put(profile_id(), named("Aino", now(), false)));
        diary.show(&change);
        let later = Instant::new(1_795_600_000, 120).expect("in range");
        let venla = Words::new("Venla").expect("short");
        let change = rename(&diary, venla.clone(), later);
        assert_eq!(change, Change::put(profile_id(), named("Venla", now(), false)));
        let change = rename(&Diary::default(), venla, later);
        assert_eq!(change, Change::put(profile_id(), named("Venla", later, false)));
    }

    #[test]
    fn a_reminder_is_kept_under_its_name() {
        let at_min = crate::values::Minutes::new(480).expect("in range");
        let reminder = Reminder { at_min, weekdays: SCHOOL_DAYS, title: None };
        let id = Id::random([1; 16]);
        let mut diary = Diary::default();
        diary.show(&put_reminder(id, reminder.clone()));
        let later = Reminder { weekdays: WEEKEND, ..reminder };
        diary.show(&put_reminder(id, later.clone()));
        assert_eq!(diary.all::<Reminder>().collect::<Vec<_>>(), [(id, &later)]);
    }

    #[test]
    fn each_choice_leaves_the_others_alone() {
        let mut diary = Diary::default();
        for deed in [
            |diary: &Diary| choose_age(diary, Some(14), day(1)),
            |diary: &Diary| choose(diary, |choices| choices.three_faces = Some(true)),
            |diary: &Diary| note_suggested(diary, day(2)),
            |diary: &Diary| note_backup(diary, day(3)),
            |diary: &Diary| note_low_mood_shown(diary, day(4)),
            |diary: &Diary| put_starter_away(diary, 2),
            |diary: &Diary| put_starter_away(diary, 2),
        ] {
            let change = deed(&diary);
            diary.show(&change);
        }
        let expected = Choices {
            age: Some(14),
            age_on: Some(day(1)),
            three_faces: Some(true),
            suggested: Some(day(2)),
            backed_up: Some(day(3)),
            low_mood_shown: Some(day(4)),
            small_things_away: vec![2],
            ..Choices::default()
        };
        assert_eq!(diary.choices(), expected);
        diary.show(&choose_age(&diary, None, day(5)));
        diary.show(&bring_starters_back(&diary));
        let choices = diary.choices();
        assert_eq!((choices.age, choices.age_on, choices.small_things_away), (None, None, vec![]));
        assert_eq!(choices.backed_up, Some(day(3)));
    }
}
