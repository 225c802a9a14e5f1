//! Sleep: time asleep, social jetlag, naps and the bars, across clock changes and time zones.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod made;

use askelma_diary::diary::choices_id;
use askelma_diary::entries::Choices;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::school::SchoolPlan;
use askelma_diary::sleep::{
    Band, Naps, asleep_min, before_school, midpoint_min, row, sleep_bar, sleep_view,
};
use askelma_diary::values::{SchoolMode, TermKind};
use made::{Made, at, at_offset, day, min, plain_night};

#[test]
fn time_in_bed_takes_nothing_from_time_asleep() {
    let date = day("2026-11-24");
    // In bed 22.30, tried 23.00, 20 min to fall asleep, 10 awake, woke 7.00, up 7.30.
    let mut night = plain_night(at(date, -60), at(date, 420));
    night.into_bed = Some(at(date, -90));
    night.fall_asleep_min = Some(min(20));
    night.awake_min = Some(min(10));
    assert_eq!(asleep_min(&row(&night).expect("a night")), Some(450));
    night.out_of_bed = Some(at(date, 450));
    let row = row(&night).expect("a night");
    assert_eq!(asleep_min(&row), Some(450));
}

#[test]
fn social_jetlag_needs_three_nights_of_each() {
    let mut made = Made::default();
    // Monday 16.11. to Friday: 23.00 to 7.00, the middle is 3.00. Saturdays, Sundays: 1.00 to 10.00,
    // the middle is 5.30.
    for weekday in 0..5 {
        made.night(day("2026-11-16").plus(weekday), -60, 420);
    }
    for date in ["2026-11-14", "2026-11-15", "2026-11-21"] {
        made.night(day(date), 60, 600);
    }
    let jetlag = |made: &Made| {
        sleep_view(&made.diary, day("2026-11-10"), day("2026-11-22")).social_jetlag_min
    };
    assert_eq!(jetlag(&made), None, "nobody has told which days are school days");
    made.timetable(300, false);
    assert!((jetlag(&made).expect("five and three nights") - 150.0).abs() < 1e-9);
    // With Wednesday off there are four and four: the free ones' mean middle is 290 and not 330
    // minutes past midnight.
    made.term(TermKind::Off, "2026-11-18", "2026-11-18");
    let with_wednesday = (3.0 * 330.0 + 180.0) / 4.0 - 180.0;
    assert!((jetlag(&made).expect("four nights of each") - with_wednesday).abs() < 1e-9);
    // Two more school days that turned out to be none leave two before school.
    for date in ["2026-11-19", "2026-11-20"] {
        made.school(day(date), SchoolMode::NoSchool, 300, 0);
    }
    let plan = SchoolPlan::read(&made.diary);
    assert_eq!(before_school(&made.diary, &plan, day("2026-11-19")), Some(false));
    assert_eq!(jetlag(&made), None);
}

#[test]
fn naps_and_the_band_of_the_age() {
    let mut made = Made::default();
    for (offset, naps) in [(0, None), (1, Some(0)), (2, Some(30)), (3, Some(90))] {
        let mut night = made.night(day("2026-11-16").plus(offset), -60, 420);
        night.naps_min = naps.map(min);
        night.estimate = offset == 0;
        made.put(Id::once_a_day(Kind::Night, day("2026-11-16").plus(offset)), night);
    }
    let to = day("2026-11-22");
    let view = sleep_view(&made.diary, day("2026-11-16"), to);
    assert_eq!(view.naps, Some(Naps { answered: 3, days: 2, mean_min: 60.0 }));
    assert_eq!((view.estimates, view.rows.len(), view.bars.len()), (1, 4, 4));
    assert_eq!((view.between_min, view.asleep_min, view.asleep_nights), (Some(480.0), None, 0));
    assert_eq!((view.regularity_min, view.band), (None, None), "four nights, no age");
    made.put(choices_id(), Choices { age: Some(14), age_on: Some(to), ..Choices::default() });
    let band = sleep_view(&made.diary, to, to).band;
    assert_eq!(band, Some(Band { from_min: 480, to_min: 600 }));
}

#[test]
fn bars_read_the_clock_in_the_nights_of_both_clock_changes() {
    // Spring: 23.00 at two hours east, 7.00 at three: seven hours. Autumn: nine hours.
    for (date, evening, morning, lasted) in
        [("2026-03-29", 120, 180, 420), ("2026-10-25", 180, 120, 540)]
    {
        let date = day(date);
        let night = plain_night(at_offset(date, -60, evening), at_offset(date, 420, morning));
        let bar = sleep_bar(&night);
        assert_eq!((bar.day, bar.start_min, bar.end_min), (date, 660, 1140));
        let row = row(&night).expect("a night");
        assert_eq!(row.lasted_min.get(), lasted);
        // The middle is counted from the evening on: 11 hours after noon and half of what passed.
        assert!((midpoint_min(&row) - 660.0 - f64::from(lasted) / 2.0).abs() < 1e-9);
    }
}

#[test]
fn a_journey_across_time_zones_keeps_the_real_length() {
    // Asleep over Siberia: 22.00 in Helsinki (+3), woken at 13.00 in Tokyo (+9): nine hours.
    let date = day("2026-07-02");
    let night = plain_night(at_offset(date, -120, 180), at_offset(date, 780, 540));
    let row = row(&night).expect("a night");
    assert_eq!((row.waking_day, row.lasted_min.get()), (date, 540));
    let bar = sleep_bar(&night);
    assert_eq!((bar.start_min, bar.end_min), (600, 1140));
    // And back: 20.00 in Tokyo, woken at 22.00 of the same date in Helsinki: eight hours.
    let night = plain_night(at_offset(date, 1200, 540), at_offset(date, 1320, 180));
    let bar = sleep_bar(&night);
    assert_eq!((bar.day, bar.end_min - bar.start_min), (date, 480));
}

#[test]
fn a_waking_at_half_past_three_has_its_own_date() {
    let mut made = Made::default();
    let date = day("2026-11-24");
    made.night(date, -90, 210);
    let view = sleep_view(&made.diary, date, date);
    let bar = view.bars.first().expect("the night of that date");
    assert_eq!((bar.day, bar.start_min, bar.end_min), (date, 630, 930));
    assert!(sleep_view(&made.diary, date.plus(-1), date.plus(-1)).rows.is_empty());
}
