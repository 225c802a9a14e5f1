//! Reminders as a calendar file (RFC 5545): a weekly event each, at a local time wherever one is.

use askelma_diary::entries::Reminder;
use askelma_diary::id::Id;
use askelma_diary::time::{Day, Instant};
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use icalendar::{Alarm, Calendar, CalendarDateTime, Component, Event, EventLike};

/// How long a reminder lasts in the calendar.
const LASTS_MIN: i64 = 10;
const BY_DAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The file. Each event begins on its first day from `made_at`'s date on, and has the reminder's
/// own name: taken twice, a calendar changes it rather than adding another.
pub fn reminders(reminders: &[(Id, Reminder)], neutral: &str, made_at: Instant) -> String {
    let mut calendar = Calendar::new();
    let stamp = DateTime::<Utc>::from_timestamp(made_at.unix_s(), 0).unwrap_or_default();
    for (id, reminder) in reminders {
        let Some(begins) = begins(reminder, made_at.calendar_day()) else { continue };
        let title = reminder.title.as_ref().map_or(neutral, |title| title.as_str());
        let days: Vec<&str> = (0..7_u8)
            .filter(|day| reminder.weekdays & (1 << day) != 0)
            .filter_map(|day| BY_DAY.get(usize::from(day)).copied())
            .collect();
        let event = Event::new()
            .uid(&format!("{}@askelma", id.hex()))
            .timestamp(stamp)
            .starts(CalendarDateTime::Floating(begins))
            .ends(CalendarDateTime::Floating(begins + Duration::minutes(LASTS_MIN)))
            .summary(title)
            .add_property("RRULE", format!("FREQ=WEEKLY;BYDAY={}", days.join(",")))
            .alarm(Alarm::display(title, Duration::zero()))
            .done();
        calendar.push(event);
    }
    calendar.done().to_string()
}

/// Its first time from a date on.
fn begins(reminder: &Reminder, from: Day) -> Option<NaiveDateTime> {
    let day = (0..7)
        .map(|ahead| from.plus(ahead))
        .find(|day| reminder.weekdays & (1 << day.weekday()) != 0)?;
    let at = u32::from(reminder.at_min.get());
    day.date().and_hms_opt(at / 60 % 24, at % 60, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use askelma_diary::values::{Minutes, Words};

    #[test]
    fn a_reminder_on_school_days_at_a_quarter_to_eight() {
        let reminder = Reminder {
            at_min: Minutes::new(7 * 60 + 45).expect("in range"),
            weekdays: 0b001_1111,
            title: None,
        };
        // Saturday 28 November 2026, 10.00 in Helsinki: the first one is on Monday.
        let saturday = Instant::new(1_795_852_800, 120).expect("in range");
        let text =
            super::reminders(&[(Id::random([7; 16]), reminder.clone())], "A moment", saturday);
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
        let text = super::reminders(&[(Id::random([7; 16]), named)], "A moment", saturday);
        assert!(text.contains("SUMMARY:Tea\\; with\\, milk\r\n"), "{text}");
    }
}
