//! A path of numbered steps, with tries and plans.

#![allow(dead_code, reason = "each test file needs some of it")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{StepPlan, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{WantedStep, add_path};
use askelma_diary::record::Kind;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{CardMark, Minutes, Outcome, Scale10};

use super::{at, day, words};

/// The path that all of them are about.
pub const PATH: u8 = 200;

pub fn id(number: u8) -> Id {
    Id::random([number; 16])
}

pub fn today() -> Day {
    day("2026-11-24")
}

pub fn now() -> Instant {
    at(today(), 8 * 60)
}

pub fn scale(number: u8) -> Option<Scale10> {
    Scale10::new(number).ok()
}

pub fn titled(title: &str) -> WantedStep {
    WantedStep::titled(words(title))
}

/// A path of so many steps, named 1, 2, 3 …
pub fn of_steps(count: u8) -> Diary {
    let wanted: Vec<_> = (1..=count).map(|at| (id(at), titled(&at.to_string()))).collect();
    let mut diary = Diary::default();
    diary.show(&add_path(id(PATH), words("To school"), None, &wanted, now()));
    diary
}

pub fn a_try(step: u8, minute: i64, outcome: Option<Outcome>) -> Try {
    Try {
        when: at(today(), 9 * 60 + minute),
        path: id(PATH),
        step: id(step),
        title: words("as it was"),
        guess: scale(7),
        thought: Some(words("everybody looks")),
        with_whom: Some(words("Dad")),
        supports: vec![words("music")],
        planned_min: None,
        in_at: None,
        outcome,
        hardest: scale(3),
        after: scale(1),
        found_out: Some(words("nobody looked")),
        helped: vec![words("going early")],
        note: None,
        ended: None,
    }
}

pub fn tried(diary: &mut Diary, step: u8, outcomes: &[Outcome]) {
    for (place, outcome) in (0_u8..).zip(outcomes) {
        let minute = i64::from(step) * 40 + i64::from(place);
        let name = Id::named(Kind::Try, &[step, place]);
        diary.show(&Change::put(name, a_try(step, minute, Some(*outcome))));
    }
}

pub fn plan(diary: &mut Diary, step: u8, date: &str, at_min: Option<u16>) {
    let at_min = at_min.map(|min| Minutes::new(min).expect("a time"));
    let plan = StepPlan { step: id(step), day: day(date), at_min };
    diary.show(&Change::put(Id::once_a_day_for(Kind::StepPlan, plan.day, plan.step), plan));
}

/// Ties a step to a card, or lets go of it.
pub fn tie(diary: &Diary, step: Id, card: Option<(Id, CardMark)>, now: Instant) -> Change {
    let step_now = askelma_diary::path::step(diary, step).expect("a step");
    let wanted = WantedStep { card, ..WantedStep::of(step_now) };
    askelma_diary::path::edit_step(diary, step, &wanted, now)
}
