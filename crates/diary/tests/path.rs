//! The path: what is suggested, where one stands, and that no change ever loses or alters a try.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeMap;

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{ReasonSort, StepPlan, Support, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{
    self, Break, Felt, GuessAndReal, Standing, Suggestion, WantedStep, Why, add_path, add_pieces,
    add_step, archive, begin_today, choose, edit_step, first_step_due, less_help, reorder, restore,
    resume, retire, tie,
};
use askelma_diary::record::Kind;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{
    CardMark, Fit, Minutes, Outcome, PathMove, Scale10, SchoolMode, TermKind,
};
use proptest::prelude::*;

mod made;
use made::{Made, at, day, words};

const PATH: u8 = 200;

fn id(number: u8) -> Id {
    Id::random([number; 16])
}

fn today() -> Day {
    day("2026-11-24")
}

fn now() -> Instant {
    at(today(), 8 * 60)
}

fn scale(number: u8) -> Option<Scale10> {
    Scale10::new(number).ok()
}

fn titled(title: &str) -> WantedStep {
    WantedStep::titled(words(title))
}

/// A path of so many steps, named 1, 2, 3 …
fn of_steps(count: u8) -> Diary {
    let wanted: Vec<_> = (1..=count).map(|at| (id(at), titled(&at.to_string()))).collect();
    let mut diary = Diary::default();
    diary.show(&add_path(id(PATH), words("To school"), None, &wanted, now()));
    diary
}

fn a_try(step: u8, minute: i64, outcome: Option<Outcome>) -> Try {
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

fn tried(diary: &mut Diary, step: u8, outcomes: &[Outcome]) {
    for (place, outcome) in (0_u8..).zip(outcomes) {
        let minute = i64::from(step) * 40 + i64::from(place);
        let name = Id::named(Kind::Try, &[step, place]);
        diary.show(&Change::put(name, a_try(step, minute, Some(*outcome))));
    }
}

fn titles(diary: &Diary) -> Vec<String> {
    path::steps(diary, id(PATH))
        .into_iter()
        .map(|(_, step)| step.title.as_str().to_owned())
        .collect()
}

fn here(diary: &Diary) -> String {
    let here = path::here(diary, id(PATH)).expect("a step");
    path::step(diary, here).expect("a step").title.as_str().to_owned()
}

#[test]
fn what_is_suggested() {
    use Outcome::{Did, Part, TurnedBack};
    let cases: [(&[Outcome], Option<Suggestion>); 9] = [
        (&[], None),
        (&[Did], Some(Suggestion::Same)),
        (&[Did, Did], Some(Suggestion::Next)),
        (&[TurnedBack, Did, Did], Some(Suggestion::Next)),
        (&[Did, Part, Did], Some(Suggestion::Same)),
        (&[Part, Part], Some(Suggestion::Same)),
        (&[TurnedBack], Some(Suggestion::SameMadeDoable)),
        (&[Did, Did, TurnedBack], Some(Suggestion::SameMadeDoable)),
        (&[Did, TurnedBack, TurnedBack], Some(Suggestion::Smaller)),
    ];
    for (outcomes, expected) in cases {
        assert_eq!(path::suggestion(outcomes), expected, "{outcomes:?}");
    }
}

#[test]
fn guess_and_real_counts_tries_that_have_both() {
    let with = |guess: Option<u8>, hardest: Option<u8>| Try {
        guess: guess.and_then(scale),
        hardest: hardest.and_then(scale),
        ..a_try(1, 0, Some(Outcome::TurnedBack))
    };
    let tries = [
        with(Some(7), Some(3)),
        with(Some(4), Some(3)),
        with(Some(5), Some(5)),
        with(Some(2), Some(9)),
        with(Some(6), None),
        with(None, Some(1)),
    ];
    assert_eq!(path::felt(&tries[1]), Some(Felt::Easier));
    assert_eq!(path::felt(&tries[4]), None);
    let expected = GuessAndReal { both: 4, easier: 2, as_hard: 1, harder: 1 };
    assert_eq!(path::guess_and_real(&tries), expected);
}

#[test]
fn one_begins_on_the_first_step_and_goes_where_one_chooses() {
    let mut diary = of_steps(3);
    assert_eq!(here(&diary), "1");
    let on = |diary: &mut Diary, what, step, minute: i64| {
        let now = at(today(), 600 + minute);
        diary.show(&choose(Change::default(), id(PATH), what, Some(id(step)), now));
    };
    on(&mut diary, PathMove::Next, 2, 0);
    on(&mut diary, PathMove::Edited, 3, 1);
    assert_eq!(here(&diary), "2");
    let standing: Vec<_> =
        path::stones(&diary, id(PATH), today()).into_iter().map(|stone| stone.standing).collect();
    assert_eq!(standing, [Standing::Behind, Standing::Here, Standing::Ahead]);
    on(&mut diary, PathMove::Next, 3, 2);
    on(&mut diary, PathMove::Back, 1, 3);
    assert_eq!(here(&diary), "1");
    // Where I stood is put away: the place chosen before it counts.
    diary.show(&retire(&diary.clone(), id(1), today(), at(today(), 700)));
    assert_eq!(here(&diary), "3");
    diary.show(&restore(&diary.clone(), id(1), at(today(), 701)));
    assert_eq!(here(&diary), "1");
}

#[test]
fn a_split_keeps_the_step_and_its_tries_and_puts_the_new_ones_before_it() {
    let mut diary = of_steps(3);
    tried(&mut diary, 2, &[Outcome::TurnedBack, Outcome::TurnedBack]);
    let pieces = [(id(11), titled("half")), (id(12), titled("with Dad"))];
    diary.show(&add_pieces(&diary.clone(), id(2), &pieces, at(today(), 800)));
    assert_eq!(titles(&diary), ["1", "half", "with Dad", "2", "3"]);
    assert_eq!(here(&diary), "half");
    assert_eq!(path::step(&diary, id(11)).expect("there").split_from, Some(id(2)));
    let stones = path::stones(&diary, id(PATH), today());
    assert_eq!(stones[3].tries, 2);
    assert_eq!(stones[3].suggestion, Some(Suggestion::Smaller));
    assert_eq!((stones[1].tries, stones[1].suggestion), (0, None));
}

#[test]
fn what_a_step_is_tied_to_holds_for_its_pieces() {
    let mut diary = of_steps(1);
    let tied = WantedStep { card: Some((id(77), CardMark::Sensory)), ..titled("1") };
    diary.show(&edit_step(&diary.clone(), id(1), &tied, now()));
    diary.show(&add_pieces(&diary.clone(), id(1), &[(id(11), titled("half"))], now()));
    let piece = path::step(&diary, id(11)).expect("there");
    assert_eq!((piece.card, piece.mark), (Some(id(77)), Some(CardMark::Sensory)));
}

#[test]
fn a_step_tied_to_a_safety_card_is_paused_until_it_is_safe_or_the_person_goes_on() {
    let card = id(77);
    let sorted = |diary: &mut Diary, date: &str, fit| {
        let sort = ReasonSort {
            day: day(date),
            card,
            fit,
            words: None,
            supports: Vec::new(),
            may_share: None,
        };
        diary.show(&Change::put(Id::once_a_day_for(Kind::ReasonSort, sort.day, card), sort));
    };
    let mut diary = of_steps(2);
    sorted(&mut diary, "2026-11-10", Fit::ALot);
    let paused = |diary: &Diary, step: u8| path::paused(diary, id(step), today());
    assert!(!paused(&diary, 1));

    // A sensory card pauses nothing.
    diary.show(&tie(&diary.clone(), id(1), Some((card, CardMark::Sensory)), at(today(), 500)));
    assert!(!paused(&diary, 1));

    diary.show(&tie(&diary.clone(), id(1), Some((card, CardMark::Safety)), at(today(), 501)));
    assert!(paused(&diary, 1) && !paused(&diary, 2));
    let stones: Vec<_> = path::stones(&diary, id(PATH), today());
    assert_eq!((stones[0].paused, stones[1].paused), (true, false));

    // A piece of it is paused too, and goes on where the whole was let go on.
    diary.show(&add_pieces(&diary.clone(), id(1), &[(id(11), titled("half"))], at(today(), 502)));
    assert!(paused(&diary, 11));
    diary.show(&resume(&diary.clone(), id(1), at(today(), 503)));
    assert!(!paused(&diary, 1) && !paused(&diary, 11));

    // Tied anew, it is paused anew; a card that is not true any more pauses nothing.
    diary.show(&tie(&diary.clone(), id(1), Some((card, CardMark::HomeDanger)), at(today(), 504)));
    assert!(paused(&diary, 1));
    sorted(&mut diary, "2026-11-24", Fit::NotMe);
    assert!(!paused(&diary, 1));
    assert!(path::paused(&diary, id(1), day("2026-11-23")));
}

#[test]
fn less_help_is_a_change_of_the_step_and_not_of_its_tries() {
    let mut diary = of_steps(2);
    tried(&mut diary, 1, &[Outcome::Did, Outcome::Did]);
    let before: Vec<Try> = path::tries(&diary).into_iter().map(|(_, it)| it.clone()).collect();
    let alone = WantedStep {
        with_whom: Some(words("Dad at the corner")),
        supports: vec![Support { words: words("earplugs"), stays: true }],
        ..titled("1")
    };
    diary.show(&less_help(&diary.clone(), id(1), &alone, at(today(), 900)));
    let step = path::step(&diary, id(1)).expect("there");
    assert_eq!(step.with_whom, Some(words("Dad at the corner")));
    assert!(step.supports[0].stays);
    assert_eq!(here(&diary), "1");
    let after: Vec<Try> = path::tries(&diary).into_iter().map(|(_, it)| it.clone()).collect();
    assert_eq!(before, after);
}

#[test]
fn steps_change_places_around_one_that_was_put_away() {
    let mut diary = of_steps(4);
    diary.show(&retire(&diary.clone(), id(2), today(), now()));
    diary.show(&reorder(&diary.clone(), id(4), 0, at(today(), 801)));
    assert_eq!(titles(&diary), ["4", "1", "3"]);
    diary.show(&restore(&diary.clone(), id(2), at(today(), 802)));
    assert_eq!(titles(&diary), ["4", "2", "1", "3"]);
    // Beyond the end is the end.
    diary.show(&reorder(&diary.clone(), id(4), 9, at(today(), 803)));
    assert_eq!(titles(&diary), ["2", "1", "3", "4"]);
    assert_eq!(reorder(&diary, id(4), 3, now()), Change::default());
}

#[test]
fn several_paths_one_of_them_todays_none_lost() {
    let mut diary = of_steps(2);
    let hobby = id(201);
    let wanted = [(id(21), titled("to the hall"))];
    diary.show(&add_path(hobby, words("Football"), None, &wanted, at(today(), 900)));
    assert_eq!(path::todays_path(&diary), Some(hobby));
    diary.show(&begin_today(&diary, id(PATH)));
    assert_eq!(path::todays_path(&diary), Some(id(PATH)));
    diary.show(&archive(&diary.clone(), id(PATH), Some(today())));
    assert_eq!(path::todays_path(&diary), Some(hobby));
    assert_eq!((path::paths(&diary).len(), path::all_paths(&diary).len()), (1, 2));
    assert_eq!(titles(&diary), ["1", "2"]);
}

#[test]
fn a_try_without_an_outcome_goes_on() {
    let mut diary = of_steps(2);
    tried(&mut diary, 1, &[Outcome::Did]);
    assert_eq!(path::going_on(&diary), None);
    let name = Id::named(Kind::Try, b"open");
    diary.show(&Change::put(name, a_try(1, 200, None)));
    assert_eq!(path::going_on(&diary).map(|(id, _)| id), Some(name));
    // It is no try of the counts yet.
    assert_eq!(path::stones(&diary, id(PATH), today())[0].tries, 1);
}

#[test]
fn a_plan_is_for_steps_that_are_on_the_path() {
    let mut diary = of_steps(2);
    for (step, date) in [(1, "2026-11-26"), (2, "2026-11-25"), (9, "2026-11-25")] {
        let plan = StepPlan { step: id(step), day: day(date), at_min: None };
        let name = Id::once_a_day_for(Kind::StepPlan, plan.day, plan.step);
        diary.show(&Change::put(name, plan));
    }
    let planned = path::planned_between(&diary, today(), day("2026-11-30"));
    let steps: Vec<_> = planned.into_iter().map(|(_, plan)| plan.step).collect();
    assert_eq!(steps, [id(2), id(1)]);
    assert_eq!(path::planned_on(&diary, day("2026-11-26")).len(), 1);
}

#[test]
fn after_three_school_days_away_a_first_step_is_offered() {
    let mut made = Made::default();
    let offered = |made: &Made| first_step_due(&made.diary, now());
    // Monday, Friday and Thursday; the weekend between says nothing.
    made.school(day("2026-11-23"), SchoolMode::NotToday, 300, 0);
    made.school(day("2026-11-20"), SchoolMode::Ill, 300, 0);
    assert_eq!(offered(&made), None);
    made.school(day("2026-11-19"), SchoolMode::OnSite, 300, 0);
    assert_eq!(offered(&made), Some(Break::DaysAway(3)));
    // A blank Wednesday counts neither way, a quarter of an hour on Tuesday does.
    made.school(day("2026-11-17"), SchoolMode::OnSite, 300, 15);
    made.school(day("2026-11-16"), SchoolMode::NotToday, 300, 0);
    assert_eq!(offered(&made), Some(Break::DaysAway(3)));
    made.school(day("2026-11-24"), SchoolMode::AtHome, 300, 0);
    assert_eq!(offered(&made), None);
}

#[test]
fn the_last_evening_of_a_break_offers_a_first_step() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.term(TermKind::Off, "2026-12-19", "2027-01-06");
    let on = |date: &str, hour: i64| first_step_due(&made.diary, at(day(date), hour * 60));
    // School is on again on Thursday 7 January 2027.
    assert_eq!(on("2027-01-06", 15), None);
    assert_eq!(on("2027-01-06", 16), Some(Break::LastEvening));
    assert_eq!(on("2027-01-05", 18), None);
    assert_eq!(on("2027-01-07", 18), None);
    // A weekend is no break.
    assert_eq!(on("2026-11-22", 18), None);
}

#[test]
fn a_first_step_is_not_offered_once_one_is_chosen_or_tried() {
    let away = || {
        let mut made = Made { diary: of_steps(3), ..Made::default() };
        for date in ["2026-11-20", "2026-11-19", "2026-11-18"] {
            made.school(day(date), SchoolMode::NotToday, 300, 0);
        }
        made
    };
    assert_eq!(first_step_due(&away().diary, now()), Some(Break::DaysAway(3)));
    let mut planned = away();
    plan(&mut planned.diary, 1, "2026-11-25", None);
    assert_eq!(first_step_due(&planned.diary, now()), None);
    let mut over = away();
    plan(&mut over.diary, 1, "2026-11-23", None);
    assert_eq!(first_step_due(&over.diary, now()), Some(Break::DaysAway(3)));
    let mut tried_since = away();
    tried(&mut tried_since.diary, 1, &[Outcome::TurnedBack]);
    assert_eq!(first_step_due(&tried_since.diary, now()), None);
}

fn plan(diary: &mut Diary, step: u8, date: &str, at_min: Option<u16>) {
    let at_min = at_min.map(|min| Minutes::new(min).expect("a time"));
    let plan = StepPlan { step: id(step), day: day(date), at_min };
    diary.show(&Change::put(Id::once_a_day_for(Kind::StepPlan, plan.day, plan.step), plan));
}

/// Title and reason of Today's step.
fn todays(diary: &Diary, now: Instant) -> Option<(String, Why)> {
    path::todays_step(diary, now).map(|it| (it.title.as_str().to_owned(), it.why))
}

#[test]
fn todays_step_is_the_one_where_i_stand_and_hidden_on_days_off() {
    let mut made = Made { diary: of_steps(3), ..Made::default() };
    assert_eq!(todays(&Diary::default(), now()), None);
    // 24 November 2026 is a Tuesday, the 28th a Saturday.
    let saturday = at(day("2026-11-28"), 9 * 60);
    assert_eq!(todays(&made.diary, now()), Some(("1".to_owned(), Why::Here)));
    assert_eq!(todays(&made.diary, saturday), None);
    made.timetable(300, false);
    made.term(TermKind::Off, "2026-11-24", "2026-11-25");
    assert_eq!(todays(&made.diary, now()), None);
    assert_eq!(todays(&made.diary, saturday), None);
    // What was planned for a day off is shown all the same.
    plan(&mut made.diary, 3, "2026-11-24", Some(600));
    let planned = Why::Planned(Minutes::new(600).ok());
    assert_eq!(todays(&made.diary, now()), Some(("3".to_owned(), planned)));
}

#[test]
fn todays_step_says_what_was_tried_and_what_goes_on() {
    let mut diary = of_steps(3);
    tried(&mut diary, 1, &[Outcome::TurnedBack, Outcome::Did]);
    let last = Id::named(Kind::Try, &[1, 1]);
    let shown = path::todays_step(&diary, now()).expect("a step");
    assert_eq!(shown.why, Why::Tried(last));
    assert_eq!((shown.guess, shown.last_hardest), (None, Some(3)));
    let open = Id::named(Kind::Try, b"open");
    diary.show(&Change::put(open, a_try(2, 300, None)));
    assert_eq!(todays(&diary, now()), Some(("2".to_owned(), Why::GoingOn(open))));
}

#[test]
fn after_days_away_an_easier_first_step_stands_beside() {
    let mut made = Made { diary: of_steps(3), ..Made::default() };
    for date in ["2026-11-20", "2026-11-19", "2026-11-18"] {
        made.school(day(date), SchoolMode::Ill, 300, 0);
    }
    let due = Break::DaysAway(3);
    assert_eq!(todays(&made.diary, now()), Some(("1".to_owned(), Why::Choose(due, None))));
    let later = path::after_last_choice(&made.diary, now());
    assert_eq!(later.unix_s(), now().unix_s() + 1);
    let on_two = choose(Change::default(), id(PATH), PathMove::Next, Some(id(2)), later);
    made.diary.show(&on_two);
    let easier = Some((id(1), words("1")));
    assert_eq!(todays(&made.diary, now()), Some(("2".to_owned(), Why::Choose(due, easier))));
    // A paused step is offered neither as the first nor as the easier one.
    let card = Some((id(77), CardMark::Safety));
    made.diary.show(&tie(&made.diary.clone(), id(1), card, now()));
    assert_eq!(todays(&made.diary, now()), Some(("2".to_owned(), Why::Choose(due, None))));
    made.diary.show(&tie(&made.diary.clone(), id(2), card, now()));
    assert_eq!(todays(&made.diary, now()), None);
}

#[test]
fn a_support_that_stays_is_never_faded() {
    let mut diary = of_steps(1);
    let support = |text: &str, stays| Support { words: words(text), stays };
    let supports = vec![support("earplugs", true), support("a hand", false)];
    let helped = WantedStep { supports, ..titled("1") };
    diary.show(&edit_step(&diary.clone(), id(1), &helped, now()));
    assert!(path::can_fade(path::step(&diary, id(1)).expect("there")));
    // Even a wish that leaves it out keeps it.
    diary.show(&less_help(&diary.clone(), id(1), &titled("1"), at(today(), 900)));
    let step = path::step(&diary, id(1)).expect("there");
    assert_eq!(step.supports, [support("earplugs", true)]);
    assert!(!path::can_fade(step));
}

#[test]
fn a_steps_page() {
    let mut diary = of_steps(3);
    tried(&mut diary, 2, &[Outcome::TurnedBack, Outcome::TurnedBack]);
    plan(&mut diary, 2, "2026-11-26", None);
    plan(&mut diary, 2, "2026-11-20", None);
    plan(&mut diary, 1, "2026-11-25", None);
    let view = path::step_view(&diary, id(2), today()).expect("a step");
    assert_eq!(view.suggestion, Some(Suggestion::Smaller));
    assert_eq!((view.next, view.here, view.paused), (Some(id(3)), false, false));
    assert_eq!(view.sum, GuessAndReal { both: 2, easier: 2, as_hard: 0, harder: 0 });
    // Newest first.
    assert!(view.tries[0].1.when > view.tries[1].1.when);
    let days: Vec<_> = view.plans.iter().map(|(_, plan)| plan.day).collect();
    assert_eq!(days, [day("2026-11-26")]);
    assert_eq!(path::path_sum(&diary, id(PATH)), view.sum);
    assert_eq!(path::step_view(&diary, id(99), today()), None);
}

#[test]
fn what_helped_most_often_comes_first() {
    let mut diary = of_steps(1);
    for (minute, helped) in [(0, vec!["Music", "Dad"]), (1, vec!["dad"]), (2, vec!["a plan"])] {
        let helped = helped.into_iter().map(words).collect();
        let name = Id::named(Kind::Try, &minute.to_string().into_bytes());
        let it = Try { helped, ..a_try(1, minute, Some(Outcome::Part)) };
        diary.show(&Change::put(name, it));
    }
    let said: Vec<_> =
        path::helped_before(&diary).iter().map(|words| words.as_str().to_owned()).collect();
    assert_eq!(said, ["dad", "a plan", "Music"]);
}

#[derive(Debug, Clone)]
enum Deed {
    Add,
    Edit(usize),
    LessHelp(usize),
    Split(usize, u8),
    Reorder(usize, usize),
    Retire(usize),
    Restore(usize),
    Move(usize),
    Try(usize, Option<Outcome>),
    Archive(bool),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let at = 0_usize..12;
    let outcome = prop_oneof![
        Just(None),
        Just(Some(Outcome::Did)),
        Just(Some(Outcome::Part)),
        Just(Some(Outcome::TurnedBack)),
    ];
    let deed = prop_oneof![
        Just(Deed::Add),
        at.clone().prop_map(Deed::Edit),
        at.clone().prop_map(Deed::LessHelp),
        (at.clone(), 1_u8..4).prop_map(|(at, pieces)| Deed::Split(at, pieces)),
        (at.clone(), at.clone()).prop_map(|(at, to)| Deed::Reorder(at, to)),
        at.clone().prop_map(Deed::Retire),
        at.clone().prop_map(Deed::Restore),
        at.clone().prop_map(Deed::Move),
        (at, outcome).prop_map(|(at, outcome)| Deed::Try(at, outcome)),
        any::<bool>().prop_map(Deed::Archive),
    ];
    prop::collection::vec(deed, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is done with a path: every try stays word for word, every step stays somewhere,
    /// no two steps share a place, the order is the only thing that `reorder` changes, and one
    /// always stands on a step that is there.
    #[test]
    fn no_deed_loses_or_alters_a_try(deeds in deeds()) {
        let mut diary = of_steps(3);
        let mut kept: BTreeMap<Id, Try> = BTreeMap::new();
        let mut minute = 0_i64;
        let mut fresh = 20_u8;
        for deed in deeds {
            minute += 1;
            let now = at(today(), 600 + minute);
            let all: Vec<Id> =
                path::all_steps(&diary, id(PATH)).into_iter().map(|(id, _)| id).collect();
            let pick = |at: usize| all[at % all.len()];
            let change = match deed {
                Deed::Add => { fresh += 1; add_step(&diary, id(PATH), id(fresh), &titled("new"), now) }
                Deed::Edit(at) => edit_step(&diary, pick(at), &titled("other"), now),
                Deed::LessHelp(at) => less_help(&diary, pick(at), &titled("less"), now),
                Deed::Split(at, pieces) => {
                    let pieces: Vec<_> = (0..pieces)
                        .map(|_| { fresh += 1; (id(fresh), titled("piece")) })
                        .collect();
                    add_pieces(&diary, pick(at), &pieces, now)
                }
                Deed::Reorder(at, to) => reorder(&diary, pick(at), to, now),
                Deed::Retire(at) => retire(&diary, pick(at), today(), now),
                Deed::Restore(at) => restore(&diary, pick(at), now),
                Deed::Move(at) => choose(Change::default(), id(PATH), PathMove::Next, Some(pick(at)), now),
                Deed::Try(at, outcome) => {
                    let name = Id::named(Kind::Try, &minute.to_be_bytes());
                    let it = Try { step: pick(at), ..a_try(0, minute, outcome) };
                    kept.insert(name, it.clone());
                    Change::put(name, it)
                }
                Deed::Archive(away) => archive(&diary, id(PATH), away.then(today)),
            };
            let undone = diary.inverse(&change);
            let before = diary.clone();
            diary.show(&change);
            let mut back = diary.clone();
            back.show(&undone);
            prop_assert_eq!(path::tries(&back), path::tries(&before));
            prop_assert_eq!(path::all_steps(&back, id(PATH)), path::all_steps(&before, id(PATH)));

            let tries: BTreeMap<Id, Try> =
                path::tries(&diary).into_iter().map(|(id, it)| (id, it.clone())).collect();
            prop_assert_eq!(&tries, &kept);
            let steps = path::all_steps(&diary, id(PATH));
            prop_assert!(all.iter().all(|known| steps.iter().any(|(id, _)| id == known)));
            let mut places: Vec<u16> = steps.iter().map(|(_, step)| step.order).collect();
            places.dedup();
            prop_assert_eq!(places.len(), steps.len());
            let open = path::steps(&diary, id(PATH));
            match path::here(&diary, id(PATH)) {
                Some(here) => prop_assert!(open.iter().any(|(id, _)| *id == here)),
                None => prop_assert!(open.is_empty()),
            }
        }
    }
}
