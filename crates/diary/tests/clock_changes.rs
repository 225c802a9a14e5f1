//! Days and nights across both clock changes in Europe/Helsinki.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::sleep::{NightError, NightInput, row, woke_clock};
use askelma_diary::time::{Day, Instant, TimeError, Zone, at_clock, within_day};
use askelma_diary::travel::AsBefore;
use chrono::{Duration, LocalResult, NaiveDateTime, Offset, TimeZone};
use chrono_tz::America::New_York;
use chrono_tz::Europe::Helsinki;
use chrono_tz::Tz;
use proptest::prelude::*;

/// The browser's rule, from the tz database: the first of two, forward over a gap.
struct In(Tz);

/// Where most of these nights are slept.
#[allow(non_upper_case_globals, reason = "reads as a place")]
const InHelsinki: In = In(Helsinki);

impl Zone for In {
    fn instant(&self, local: NaiveDateTime) -> Result<Instant, TimeError> {
        let resolved = match self.0.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at,
            LocalResult::None => {
                let before = self
                    .0
                    .from_local_datetime(&(local - Duration::hours(2)))
                    .earliest()
                    .ok_or(TimeError::NotATime)?;
                before + Duration::hours(2)
            }
        };
        let offset_min = resolved.offset().fix().local_minus_utc() / 60;
        Instant::new(resolved.timestamp(), i16::try_from(offset_min).expect("hours east"))
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

fn night(waking_day: Day, tried_clock: u16, woke_clock: u16) -> NightInput {
    NightInput {
        waking_day,
        into_bed_clock: None,
        tried_clock,
        woke_clock,
        out_of_bed_clock: None,
        fall_asleep_min: None,
        awakenings: None,
        awake_min: None,
        quality: None,
        naps_min: None,
        note: None,
        estimate: false,
    }
}

fn lasted(waking_day: &str, tried_clock: u16, woke_clock: u16) -> u16 {
    let night = night(day(waking_day), tried_clock, woke_clock).night(&InHelsinki).expect("fits");
    row(&night).expect("a night").lasted_min.get()
}

#[test]
fn the_night_of_the_spring_change_is_an_hour_shorter_and_of_autumn_longer() {
    // 29.3.2026 3.00 becomes 4.00; 25.10.2026 4.00 becomes 3.00.
    assert_eq!(lasted("2026-03-28", 23 * 60, 7 * 60), 480);
    assert_eq!(lasted("2026-03-29", 23 * 60, 7 * 60), 420);
    assert_eq!(lasted("2026-10-25", 23 * 60, 7 * 60), 540);
}

#[test]
fn a_waking_at_half_past_three() {
    // In spring 3.30 does not exist: it is 4.30, and the night still has its date.
    let spring = at_clock(&InHelsinki, day("2026-03-29"), 210).expect("resolves");
    assert_eq!((spring.clock_min(), spring.offset_min()), (270, 180));
    // In autumn it happens twice: the first, still in summer time.
    let autumn = at_clock(&InHelsinki, day("2026-10-25"), 210).expect("resolves");
    assert_eq!((autumn.clock_min(), autumn.offset_min()), (210, 180));
    assert_eq!(lasted("2026-03-29", 23 * 60, 210), 270);
    assert_eq!(lasted("2026-10-25", 23 * 60, 210), 270);
    // Woken at 3.30 the diary day is still the evening's, the night is the new date's.
    assert_eq!(autumn.day(), day("2026-10-24"));
    assert_eq!(autumn.calendar_day(), day("2026-10-25"));
}

#[test]
fn a_night_mended_on_a_journey_stays_where_it_was() {
    let typed = || night(day("2026-11-24"), 23 * 60, 7 * 60);
    let saved_night = typed().night(&InHelsinki).expect("fits");
    let saved_instants = [saved_night.tried, saved_night.woke];
    let abroad = AsBefore { here: &In(New_York), instants: &saved_instants };
    // Saved again in New York with nothing changed: the very same instants.
    assert_eq!(typed().night(&abroad).expect("fits"), saved_night);
    // Waking mended to 7.30: half past seven in Helsinki, half an hour more.
    let mended = night(day("2026-11-24"), 23 * 60, 7 * 60 + 30).night(&abroad).expect("fits");
    assert_eq!((mended.woke.clock_min(), mended.woke.offset_min()), (450, 120));
    assert_eq!(mended.woke.minutes_since(mended.tried), 510);
    // A new night there goes by the clock there.
    let there = AsBefore { here: &In(New_York), instants: &[] };
    let new = night(day("2026-11-26"), 23 * 60, 7 * 60).night(&there).expect("fits");
    assert_eq!((new.woke.offset_min(), new.woke.minutes_since(new.tried)), (-300, 480));
}

#[test]
fn a_night_of_the_clock_change_mended_at_home_goes_by_the_clock_at_home() {
    // 22.30 in summer time, woken at 3.30 for the first time: 5 h. Mended to 6.30: 9 h.
    let saved_night = night(day("2026-10-25"), 22 * 60 + 30, 210).night(&InHelsinki).expect("fits");
    assert_eq!(saved_night.woke.minutes_since(saved_night.tried), 300);
    let saved_instants = [saved_night.tried, saved_night.woke];
    let zone = AsBefore { here: &InHelsinki, instants: &saved_instants };
    let mended = night(day("2026-10-25"), 22 * 60 + 30, 6 * 60 + 30).night(&zone).expect("fits");
    assert_eq!((mended.woke.minutes_since(mended.tried), mended.woke.offset_min()), (540, 120));
}

#[test]
fn more_than_a_day_in_bed_is_refused() {
    // Into bed at 23.30 for a night begun at 23.00 would be half an hour short of a day before.
    let mut input = night(day("2026-11-24"), 23 * 60, 7 * 60);
    input.into_bed_clock = Some(23 * 60 + 30);
    assert_eq!(input.night(&InHelsinki), Err(NightError::OverADay));
    let mut input = night(day("2026-11-24"), 23 * 60, 7 * 60);
    input.into_bed_clock = Some(22 * 60 + 10);
    input.out_of_bed_clock = Some(8 * 60 + 45);
    let saved_night = input.night(&InHelsinki).expect("a long evening");
    let row = row(&saved_night).expect("a night");
    assert_eq!(row.bed_before_min.map(askelma_diary::values::Minutes::get), Some(50));
    assert_eq!(row.bed_after_min.map(askelma_diary::values::Minutes::get), Some(105));
}

#[test]
fn impossible_nights_are_refused() {
    let input = night(day("2026-11-24"), 420, 420);
    assert_eq!(input.night(&InHelsinki), Err(NightError::NoTimeBetween));
    let mut input = night(day("2026-11-24"), 23 * 60, 7 * 60);
    input.fall_asleep_min = askelma_diary::values::Minutes::new(300).ok();
    input.awake_min = askelma_diary::values::Minutes::new(180).ok();
    assert_eq!(input.night(&InHelsinki), Err(NightError::NothingLeft));
}

proptest! {
    #[test]
    fn a_day_within_turns_at_four(offset in 0..3650_i32, clock in 0..1440_u16) {
        let date = day("2020-01-01").plus(offset);
        let at = within_day(&InHelsinki, date, clock).expect("resolves");
        // A reading in the spring gap moves forward past four, into the next day: the one case.
        let in_gap = at.clock_min() != clock;
        prop_assert_eq!(at.day(), if in_gap { date.plus(1) } else { date });
    }

    #[test]
    fn a_night_keeps_its_waking_date_and_lasts_what_the_clocks_say(
        offset in 0..3650_i32, tried in 0..1440_u16, woke in 0..1440_u16,
    ) {
        prop_assume!(tried != woke);
        let date = day("2020-01-01").plus(offset);
        match night(date, tried, woke).night(&InHelsinki) {
            Ok(night) => {
                prop_assert_eq!(night.woke.calendar_day(), date);
                let by_clock = (1440 + i32::from(woke) - i32::from(tried)) % 1440;
                let lasted = i32::try_from(night.woke.minutes_since(night.tried)).expect("small");
                prop_assert!([-60, 0, 60].contains(&(lasted - by_clock)), "{lasted} {by_clock}");
            }
            // Only within the changed hour itself can clock readings leave no time between.
            Err(error) => prop_assert_eq!(error, NightError::NoTimeBetween),
        }
    }
}

#[test]
fn the_clock_at_waking_is_read_off_the_length_whatever_the_clocks_did() {
    // Length of the night between 22:00 and 07:00: nine hours, ten in autumn, eight in spring.
    for (date, lasted) in [("2026-11-24", 540), ("2026-10-25", 600), ("2026-03-29", 480)] {
        let slept = night(day(date), 22 * 60, 7 * 60).night(&InHelsinki).expect("a night");
        let row = row(&slept).expect("it lasted");
        assert_eq!((row.lasted_min.get(), woke_clock(&row, &InHelsinki)), (lasted, 420), "{date}");
    }
}
