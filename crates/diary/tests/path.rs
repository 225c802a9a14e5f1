//! The path: what is suggested, where one stands, and that no change ever loses or alters a try.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{ReasonSort, Support, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{
    self, Felt, GuessAndReal, Standing, Suggestion, WantedStep, add_path, add_pieces, archive,
    begin_today, choose, edit_step, less_help, reorder, restore, resume, retire,
};
use askelma_diary::record::Kind;
use askelma_diary::time::Instant;
use askelma_diary::values::{CardMark, Fit, Outcome, PathMove};

mod made;
use made::path::{PATH, a_try, id, now, of_steps, plan, scale, tie, titled, today, tried};
use made::{at, day, words};

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
    let before: Vec<Try> =
        path::tries(&diary).into_iter().map(|(_, entry)| entry.clone()).collect();
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
    let after: Vec<Try> = path::tries(&diary).into_iter().map(|(_, entry)| entry.clone()).collect();
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
    assert_eq!(path::going_on(&diary, at(today(), 20 * 60)), None);
    let name = Id::named(Kind::Try, b"open");
    diary.show(&Change::put(name, a_try(1, 200, None)));
    assert_eq!(path::going_on(&diary, at(today(), 20 * 60)).map(|(id, _)| id), Some(name));
    // Begun two days ago and never ended, nobody is trying it now.
    assert_eq!(path::going_on(&diary, at(day("2026-11-26"), 9 * 60)), None);
    // It is no try of the counts yet.
    assert_eq!(path::stones(&diary, id(PATH), today())[0].tries, 1);
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
        let entry = Try { helped, ..a_try(1, minute, Some(Outcome::Part)) };
        diary.show(&Change::put(name, entry));
    }
    let texts: Vec<_> =
        path::helped_before(&diary).iter().map(|words| words.as_str().to_owned()).collect();
    assert_eq!(texts, ["dad", "a plan", "Music"]);
}

#[test]
fn a_choice_made_while_the_clock_was_a_year_ahead_pins_nothing() {
    let mut diary = of_steps(3);
    let mut chosen = |step: u8, what: PathMove, when: Instant| {
        let choice = choose(Change::default(), id(PATH), what, Some(id(step)), when);
        diary.show(&path::after_all_choices(&diary, choice));
        path::here(&diary, id(PATH))
    };
    let year_ahead = at(today().plus(365), 720);
    assert_eq!(chosen(2, PathMove::Next, year_ahead), Some(id(2)));
    assert_eq!(chosen(1, PathMove::Back, at(today(), 720)), Some(id(1)));
    // Twice within a second, there and back.
    assert_eq!(chosen(2, PathMove::Next, at(today(), 720)), Some(id(2)));
    assert_eq!(chosen(3, PathMove::Next, at(today(), 720)), Some(id(3)));
    assert_eq!(chosen(2, PathMove::Back, at(today().plus(-1), 720)), Some(id(2)));
}
