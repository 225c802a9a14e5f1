//! Reminders and planned tries as a calendar file (RFC 5545): a weekly event each reminder, one
//! event each plan, at a local time wherever one is.

use askelma_diary::entries::{Reminder, StepPlan};
use askelma_diary::id::Id;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::Minutes;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use icalendar::{Alarm, Calendar, CalendarDateTime, Component, Event, EventLike};

/// How long an event lasts in the calendar.
const LASTS_MIN: i64 = 10;
const BY_DAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The file. Each event has its record's own name, and a sequence number that grows with every file:
/// taken twice, a calendar changes it rather than adding another or keeping the old one. A reminder begins on its first day from `made_at`'s date on. Plans, and reminders
/// without a title, have the neutral one: a step's own words are for nobody who sees a calendar.
pub fn file(
    reminders: &[(Id, Reminder)],
    plans: &[(Id, StepPlan)],
    neutral: &str,
    made_at: Instant,
) -> String {
    let mut calendar = Calendar::new();
    let named = |id: &Id, title: &str| {
        let stamp = DateTime::<Utc>::from_timestamp(made_at.unix_s(), 0).unwrap_or_default();
        let mut event = Event::new();
        event.uid(&format!("{}@askelma", id.hex())).timestamp(stamp).summary(title);
        event.last_modified(stamp).sequence(sequence(made_at));
        event
    };
    for (id, reminder) in reminders {
        let Some(begins) = begins(reminder, made_at.calendar_day()) else { continue };
        let title = reminder.title.as_ref().map_or(neutral, |title| title.as_str());
        let days: Vec<&str> = reminder
            .weekdays
            .each()
            .filter_map(|day| BY_DAY.get(usize::from(day)).copied())
            .collect();
        let mut event = named(id, title);
        at_clock(&mut event, begins, title);
        event.add_property("RRULE", format!("FREQ=WEEKLY;BYDAY={}", days.join(",")));
        calendar.push(event);
    }
    for (id, plan) in plans {
        let mut event = named(id, neutral);
        match plan.at_min.and_then(|at| clock(plan.day, at)) {
            Some(begins) => at_clock(&mut event, begins, neutral),
            // Without a time it rings at none. The end of a date is the next one.
            None => _ = event.starts(plan.day.date()).ends(plan.day.plus(1).date()),
        }
        calendar.push(event);
    }
    calendar.done().to_string()
}

/// The minutes since 1970 UTC: no revision of an event has a lower number than one before it, and
/// they fit for four thousand years.
fn sequence(made_at: Instant) -> u32 {
    u32::try_from(made_at.unix_s().div_euclid(60)).unwrap_or_default()
}

/// From a clock reading on, with an alarm then.
fn at_clock(event: &mut Event, begins: NaiveDateTime, title: &str) {
    event
        .starts(CalendarDateTime::Floating(begins))
        .ends(CalendarDateTime::Floating(begins + Duration::minutes(LASTS_MIN)))
        .alarm(Alarm::display(title, Duration::zero()));
}

/// Its first time from a date on.
fn begins(reminder: &Reminder, from: Day) -> Option<NaiveDateTime> {
    let day = (0..7).map(|ahead| from.plus(ahead)).find(|day| reminder.weekdays.falls_on(*day))?;
    clock(day, reminder.at_min)
}

fn clock(day: Day, at_min: Minutes) -> Option<NaiveDateTime> {
    let at = u32::from(at_min.get());
    day.date().and_hms_opt(at / 60 % 24, at % 60, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use askelma_diary::record::Kind;
    use askelma_diary::values::Words;
    use askelma_diary::weekdays::SCHOOL_DAYS;
    use icalendar::CalendarComponent;
    use std::collections::BTreeMap;

    #[test]
    fn a_reminder_on_school_days_at_a_quarter_to_eight() {
        let reminder = Reminder {
            at_min: Minutes::new(7 * 60 + 45).expect("in range"),
            weekdays: SCHOOL_DAYS,
            title: None,
        };
        // Saturday 28 November 2026, 10.00 in Helsinki: the first one is on Monday.
        let saturday = Instant::new(1_795_852_800, 120).expect("in range");
        let text = file(&[(Id::random([7; 16]), reminder.clone())], &[], "A moment", saturday);
        for line in [
            "DTSTART:20261130T074500",
            "DTEND:20261130T075500",
            "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "SUMMARY:A moment",
            "DTSTAMP:20261128T080000Z",
            "BEGIN:VALARM",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is not in\n{text}");
        }
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
        let named = Reminder { title: Words::new("Tea; with, milk").expect("short"), ..reminder };
        let text = file(&[(Id::random([7; 16]), named)], &[], "A moment", saturday);
        assert!(text.contains("SUMMARY:Tea\\; with\\, milk\r\n"), "{text}");
    }

    /// What a calendar holds after these files: of two events of one name the later revision.
    fn taken_in(files: &[String]) -> BTreeMap<String, Event> {
        let mut events = BTreeMap::<String, Event>::new();
        for file in files {
            let calendar: Calendar = file.parse().expect("a calendar");
            for event in calendar.iter().filter_map(CalendarComponent::as_event) {
                let name = event.get_uid().expect("a name").to_owned();
                let before = events.get(&name).and_then(Component::get_sequence);
                if before.is_none_or(|before| Some(before) < event.get_sequence()) {
                    events.insert(name, event.clone());
                }
            }
        }
        events
    }

    #[test]
    fn a_reminder_that_is_saved_again_takes_the_place_of_the_old_one() {
        let reminder = |at: u16| Reminder {
            at_min: Minutes::new(at).expect("in range"),
            weekdays: SCHOOL_DAYS,
            title: None,
        };
        let saved = |unix_s: i64, at: u16| {
            let made_at = Instant::new(unix_s, 120).expect("in range");
            file(&[(Id::random([7; 16]), reminder(at))], &[], "A moment", made_at)
        };
        // A minute later at eight instead of a quarter to; taken in whichever order.
        let (old, new) = (saved(1_795_852_800, 465), saved(1_795_852_860, 480));
        for files in [[old.clone(), new.clone()], [new, old]] {
            let events = taken_in(&files);
            let [event] = &events.values().collect::<Vec<_>>()[..] else { panic!("{events:?}") };
            assert_eq!(event.property_value("DTSTART"), Some("20261130T080000"));
            assert_eq!(event.get_sequence(), Some(1_795_852_860 / 60));
            assert_eq!(event.get_last_modified(), DateTime::from_timestamp(1_795_852_860, 0));
        }
    }

    #[test]
    fn a_planned_try_is_one_event_with_or_without_a_time_under_the_neutral_title() {
        let step = Id::random([3; 16]);
        let plan = |date: &str, at_min: Option<u16>| {
            let day = Day::parse(date).expect("a date");
            let at_min = at_min.map(|at| Minutes::new(at).expect("in range"));
            (Id::once_a_day_for(Kind::StepPlan, day, step), StepPlan { step, day, at_min })
        };
        let saturday = Instant::new(1_795_852_800, 120).expect("in range");
        let timed = plan("2026-12-01", Some(8 * 60 + 10));
        let text = file(&[], &[timed], "A moment", saturday);
        let uid = format!("UID:{}@askelma", timed.0.hex());
        for line in [
            "BEGIN:VEVENT",
            "DTSTART:20261201T081000",
            "DTEND:20261201T082000",
            "SUMMARY:A moment",
            uid.as_str(),
            "BEGIN:VALARM",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is not in\n{text}");
        }
        assert!(!text.contains("RRULE"), "{text}");

        let text = file(&[], &[plan("2026-12-31", None)], "A moment", saturday);
        for line in ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:A moment"]
        {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is not in\n{text}");
        }
        assert!(!text.contains("VALARM") && !text.contains("RRULE"), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    }
}
