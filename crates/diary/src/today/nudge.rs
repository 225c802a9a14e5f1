//! The quiet line on Today, and the suggestions to install the app or to save a file: when each is
//! due. None of them counts anything, and a blank day needs none.

use crate::diary::Diary;
use crate::entries::Reminder;
use crate::time::{Day, Instant};

/// Without a reminder for the weekday the line comes from 17:00 on.
const USUAL_MIN: u16 = 17 * 60;

/// Whether Today says its quiet line: nothing is written for today, and it is past the first
/// reminder of this weekday (past 17:00 where there is none). Never after midnight, and not once
/// it was turned off.
pub fn nudge_due(diary: &Diary, now: Instant) -> bool {
    let today = now.day();
    if diary.choices().nudge_off == Some(true) || today != now.calendar_day() {
        return false;
    }
    let first = diary
        .all::<Reminder>()
        .filter(|(_, reminder)| reminder.weekdays.falls_on(today))
        .map(|(_, reminder)| reminder.at_min.get());
    now.clock_min() >= first.min().unwrap_or(USUAL_MIN) && diary.of_day(today).next().is_none()
}

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// To put the app on the home screen.
    Install,
    /// To save the diary as a file.
    Backup,
}

/// The least days between two suggestions, and before the first.
const BETWEEN_DAYS: i32 = 7;
/// A diary of fewer days with an entry has little to lose.
const WORTH_SAVING_DAYS: usize = 7;
/// A saved file of so many days ago is old.
const OLD_DAYS: i32 = 30;

/// The suggestion of today, at most one a week. Where both are due they take turns by the week.
/// `installable`: the browser can install the app and has not done so.
pub fn suggestion(diary: &Diary, today: Day, installable: bool) -> Option<Suggestion> {
    let choices = diary.choices();
    let profile = diary.profile().filter(|profile| !profile.example)?;
    let age_days = today.since(profile.begun.day());
    // A date ahead was written by a clock that was wrong, and holds nothing back.
    let within = |on: Option<Day>, days| on.is_some_and(|on| (0..days).contains(&today.since(on)));
    let lately = within(choices.suggested, BETWEEN_DAYS);
    if (0..BETWEEN_DAYS).contains(&age_days) || lately {
        return None;
    }
    let saved = within(choices.backed_up, OLD_DAYS);
    let backup = !saved && diary.days().take(WORTH_SAVING_DAYS).count() == WORTH_SAVING_DAYS;
    match (installable, backup) {
        (false, false) => None,
        (true, false) => Some(Suggestion::Install),
        (true, true) if age_days / BETWEEN_DAYS % 2 == 1 => Some(Suggestion::Install),
        (_, true) => Some(Suggestion::Backup),
    }
}

#[cfg(test)]
mod tests {
    use super::{Suggestion, nudge_due, suggestion};
    use crate::change::Change;
    use crate::diary::{Diary, choices_id, profile_id};
    use crate::entries::{Choices, MoodEntry, Profile, Reminder};
    use crate::id::Id;
    use crate::record::Kind;
    use crate::time::{Day, Instant};
    use crate::values::{Minutes, Mood};
    use crate::weekdays::{EVERY_DAY, Weekdays};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Helsinki's winter time.
    fn at(date: &str, clock: &str) -> Instant {
        let (hour, minute) = clock.split_once(':').unwrap();
        let (hour, minute) = (hour.parse().unwrap(), minute.parse().unwrap());
        let local = day(date).date().and_hms_opt(hour, minute, 0).unwrap();
        Instant::from_local(local, 120).unwrap()
    }

    fn put(diary: &mut Diary, id: Id, entry: impl Into<crate::record::Body>) {
        diary.show(&Change::put(id, entry));
    }

    fn begun(date: &str) -> Diary {
        let mut diary = Diary::default();
        let begun = at(date, "09:00");
        put(&mut diary, profile_id(), Profile { name: None, begun, example: false });
        diary
    }

    fn mood(diary: &mut Diary, date: &str) {
        let id = Id::named(Kind::Mood, date.as_bytes());
        put(diary, id, MoodEntry::new(at(date, "12:00"), Mood::new(3).unwrap()));
    }

    fn reminder(diary: &mut Diary, clock_min: u16, weekdays: Weekdays) {
        let at_min = Minutes::new(clock_min).unwrap();
        let id = Id::named(Kind::Reminder, &clock_min.to_be_bytes());
        put(diary, id, Reminder { at_min, weekdays, title: None });
    }

    // 2026-11-24 is a Tuesday.

    #[test]
    fn without_a_reminder_it_comes_at_five() {
        let mut diary = begun("2026-11-01");
        assert!(!nudge_due(&diary, at("2026-11-24", "16:59")));
        assert!(nudge_due(&diary, at("2026-11-24", "17:00")));
        assert!(nudge_due(&diary, at("2026-11-24", "23:59")));
        // After midnight it is still Tuesday in the diary, and nobody is to be asked for anything.
        assert!(!nudge_due(&diary, at("2026-11-25", "01:30")));
        mood(&mut diary, "2026-11-23");
        assert!(nudge_due(&diary, at("2026-11-24", "17:00")));
        mood(&mut diary, "2026-11-24");
        assert!(!nudge_due(&diary, at("2026-11-24", "17:00")));
    }

    #[test]
    fn the_first_reminder_of_the_weekday_says_when() {
        let mut diary = begun("2026-11-01");
        reminder(&mut diary, 20 * 60, EVERY_DAY);
        assert!(!nudge_due(&diary, at("2026-11-24", "19:59")));
        assert!(nudge_due(&diary, at("2026-11-24", "20:00")));
        // Tuesdays at 8:00.
        reminder(&mut diary, 8 * 60, Weekdays::from_bits(0b000_0010));
        assert!(nudge_due(&diary, at("2026-11-24", "08:00")));
        assert!(!nudge_due(&diary, at("2026-11-25", "08:00")));
    }

    #[test]
    fn it_can_be_turned_off() {
        let mut diary = begun("2026-11-01");
        put(&mut diary, choices_id(), Choices { nudge_off: Some(true), ..Choices::default() });
        assert!(!nudge_due(&diary, at("2026-11-24", "18:00")));
    }

    #[test]
    fn nothing_is_suggested_in_the_first_week_nor_twice_a_week() {
        let mut diary = begun("2026-11-17");
        assert_eq!(suggestion(&diary, day("2026-11-23"), true), None);
        assert_eq!(suggestion(&diary, day("2026-11-24"), true), Some(Suggestion::Install));
        let suggested = Some(day("2026-11-24"));
        put(&mut diary, choices_id(), Choices { suggested, ..Choices::default() });
        assert_eq!(suggestion(&diary, day("2026-11-30"), true), None);
        assert_eq!(suggestion(&diary, day("2026-12-01"), true), Some(Suggestion::Install));
        assert_eq!(suggestion(&diary, day("2026-12-01"), false), None);
    }

    #[test]
    fn a_file_is_suggested_for_a_week_of_days_that_no_file_of_a_month_holds() {
        let mut diary = begun("2026-11-01");
        for date in ["02", "03", "04", "05", "06", "07"] {
            mood(&mut diary, &format!("2026-11-{date}"));
        }
        assert_eq!(suggestion(&diary, day("2026-11-15"), false), None);
        mood(&mut diary, "2026-11-08");
        assert_eq!(suggestion(&diary, day("2026-11-15"), false), Some(Suggestion::Backup));
        // Days 14 to 20 are the third week, days 7 to 13 the second.
        assert_eq!(suggestion(&diary, day("2026-11-15"), true), Some(Suggestion::Backup));
        assert_eq!(suggestion(&diary, day("2026-11-14"), true), Some(Suggestion::Install));
        let backed_up = Some(day("2026-11-10"));
        put(&mut diary, choices_id(), Choices { backed_up, ..Choices::default() });
        assert_eq!(suggestion(&diary, day("2026-12-09"), false), None);
        assert_eq!(suggestion(&diary, day("2026-12-10"), false), Some(Suggestion::Backup));
    }

    #[test]
    fn an_example_is_not_worth_saving() {
        let mut diary = begun("2026-11-01");
        let begun = at("2026-11-01", "09:00");
        put(&mut diary, profile_id(), Profile { name: None, begun, example: true });
        assert_eq!(suggestion(&diary, day("2026-11-24"), true), None);
    }

    #[test]
    fn what_a_clock_ahead_wrote_down_holds_no_suggestion_back() {
        let mut diary = begun("2026-10-01");
        for date in 1..=7 {
            mood(&mut diary, &format!("2026-11-0{date}"));
        }
        let ahead = Some(day("2027-11-20"));
        let choices = Choices { suggested: ahead, backed_up: ahead, ..Choices::default() };
        put(&mut diary, choices_id(), choices);
        let suggested = suggestion(&diary, day("2026-11-20"), false);
        assert_eq!(suggested, Some(Suggestion::Backup));
        // A diary that was begun while the clock was ahead.
        let mut diary = begun("2027-10-01");
        for date in 1..=7 {
            mood(&mut diary, &format!("2026-11-0{date}"));
        }
        assert_eq!(suggestion(&diary, day("2026-11-20"), false), Some(Suggestion::Backup));
    }
}
