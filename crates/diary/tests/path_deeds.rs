//! What a person does on a path, deed by deed.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{Moment, PathChoice, StepPlan, Support, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{
    self, Before, WantedStep, am_in, begin, begin_try, change_try, choose_first, edit_step,
    end_try, plan, rename, stand_on, tell_try,
};
use askelma_diary::record::Kind;
use askelma_diary::strengths::edit::{keep_try, moment_of_try};
use askelma_diary::values::{CardMark, Outcome, PathMove, Strength};

mod made;
use made::path::{PATH, id, now, of_steps, scale, titled, today};
use made::{at, min, words};

/// A path of one step, which is done with somebody and with music.
fn with_company() -> Diary {
    let mut diary = of_steps(1);
    let support = Support { words: words("Music"), stays: false };
    let wanted = WantedStep {
        with_whom: Some(words("Aino")),
        supports: vec![support],
        guess: scale(5),
        ..titled("1")
    };
    diary.show(&edit_step(&diary, id(1), &wanted, now()));
    diary
}

/// What was chosen on the path, oldest first.
fn moves(diary: &Diary) -> Vec<(PathMove, Option<Id>)> {
    let choices: Vec<&PathChoice> = path::choices(diary, id(PATH));
    choices.into_iter().map(|choice| (choice.what, choice.step)).collect()
}

#[test]
fn a_path_that_begins_is_todays() {
    let mut diary = Diary::default();
    let wanted = [(id(1), titled("gate")), (id(2), titled("yard"))];
    let why = Some(words("Art lessons"));
    diary.show(&begin(&diary, id(PATH), words("Back"), why, &wanted, now()));
    assert_eq!(path::todays_path(&diary), Some(id(PATH)));
    assert_eq!(path::here(&diary, id(PATH)), Some(id(1)));
    diary.show(&rename(&diary, id(PATH), words("To school"), None));
    let renamed = path::path(&diary, id(PATH)).expect("a path");
    assert_eq!((renamed.title.as_str(), renamed.why.as_ref()), ("To school", None));
    assert_eq!(renamed.begun, now());
    assert_eq!(rename(&diary, id(99), words("None"), None), Change::default());
}

#[test]
fn a_step_is_tied_only_when_its_card_changes() {
    let mut diary = of_steps(2);
    let before = moves(&diary).len();
    let wanted = WantedStep { title: words("the gate"), ..titled("gate") };
    diary.show(&edit_step(&diary, id(1), &wanted, at(today(), 600)));
    assert_eq!(moves(&diary)[before..], [(PathMove::Edited, Some(id(1)))]);
    let tied = WantedStep { card: Some((id(77), CardMark::Safety)), ..wanted };
    diary.show(&edit_step(&diary, id(1), &tied, at(today(), 601)));
    let new_moves = &moves(&diary)[before + 1..];
    assert!(new_moves.contains(&(PathMove::Edited, Some(id(1)))));
    assert!(new_moves.contains(&(PathMove::Tied, Some(id(1)))));
    assert_eq!(new_moves.len(), 2);
    assert_eq!(path::step(&diary, id(1)).expect("a step").mark, Some(CardMark::Safety));
}

#[test]
fn a_plan_is_one_a_step_and_date() {
    let planned = plan(id(1), today(), Some(min(510)));
    let name = Id::once_a_day_for(Kind::StepPlan, today(), id(1));
    let entry = StepPlan { step: id(1), day: today(), at_min: Some(min(510)) };
    assert_eq!(planned, Change::put(name, entry));
}

#[test]
fn the_first_step_after_a_break_is_stood_on_and_planned() {
    let mut diary = of_steps(2);
    diary.show(&stand_on(&diary, id(2), PathMove::Next, at(today(), 600)));
    assert_eq!(path::here(&diary, id(PATH)), Some(id(2)));
    let tomorrow = today().plus(1);
    diary.show(&choose_first(&diary, id(1), tomorrow, at(today(), 601)));
    assert_eq!(path::here(&diary, id(PATH)), Some(id(1)));
    assert_eq!(moves(&diary).last(), Some(&(PathMove::Back, Some(id(1)))));
    diary.show(&choose_first(&diary, id(1), tomorrow, at(today(), 602)));
    assert_eq!(moves(&diary).last(), Some(&(PathMove::Same, Some(id(1)))));
    let planned = path::planned_on(&diary, tomorrow);
    assert_eq!(planned.iter().map(|(_, plan)| plan.step).collect::<Vec<_>>(), [id(1)]);
    assert_eq!(stand_on(&diary, id(99), PathMove::Next, now()), Change::default());
    assert_eq!(choose_first(&diary, id(99), tomorrow, now()), Change::default());
}

#[test]
fn a_try_begins_goes_on_and_ends_once() {
    let mut diary = with_company();
    let before =
        Before { guess: scale(7), thought: Some(words("Everybody looks")), ..Before::default() };
    diary.show(&begin_try(&diary, id(50), id(1), before.clone(), at(today(), 480)));
    let begun = path::try_of(&diary, id(50)).expect("a try").clone();
    assert_eq!((begun.title.as_str(), begun.step, begun.path), ("1", id(1), id(PATH)));
    assert_eq!((begun.guess, begun.thought.clone()), (scale(7), Some(words("Everybody looks"))));
    // What is said before it, and not what the step says.
    assert_eq!((begun.with_whom.clone(), begun.supports.len()), (None, 0));
    assert_eq!((begun.outcome, begun.in_at, begun.ended), (None, None, None));
    diary.show(&am_in(&diary, id(50), at(today(), 485)));
    diary.show(&am_in(&diary, id(50), at(today(), 486)));
    diary.show(&end_try(&diary, id(50), Outcome::Part, at(today(), 490)));
    diary.show(&end_try(&diary, id(50), Outcome::Did, at(today(), 495)));
    let expected = Try {
        in_at: Some(at(today(), 485)),
        outcome: Some(Outcome::Did),
        ended: Some(at(today(), 490)),
        ..begun
    };
    assert_eq!(path::try_of(&diary, id(50)), Some(&expected));
    assert_eq!(begin_try(&diary, id(51), id(99), before, now()), Change::default());
    assert_eq!(am_in(&diary, id(99), now()), Change::default());
}

#[test]
fn a_try_told_afterwards_is_over_and_has_the_steps_own_words() {
    let mut diary = with_company();
    let when = at(today().plus(-1), 720);
    diary.show(&tell_try(&diary, id(50), id(1), Outcome::TurnedBack, when));
    let entry = path::try_of(&diary, id(50)).expect("a try");
    assert_eq!(
        (entry.when, entry.ended, entry.outcome),
        (when, Some(when), Some(Outcome::TurnedBack))
    );
    assert_eq!(entry.with_whom, Some(words("Aino")));
    assert_eq!(entry.supports, [words("Music")]);
    assert_eq!(path::going_on(&diary, now()), None);
    diary.show(&change_try(&diary, id(50), |entry| entry.note = Some(words("Rain"))));
    assert_eq!(path::try_of(&diary, id(50)).expect("a try").note, Some(words("Rain")));
}

#[test]
fn a_try_gives_one_good_moment() {
    let mut diary = of_steps(1);
    let when = at(today(), 480);
    diary.show(&tell_try(&diary, id(50), id(1), Outcome::Did, when));
    let moment = Moment {
        day: today(),
        when,
        strengths: vec![Strength::Brave],
        own_strengths: Vec::new(),
        words: Some(words("1")),
        gift_from: None,
    };
    let name = moment_of_try(id(50));
    assert_eq!(keep_try(&diary, id(50)), Change::put(name, moment.clone()));
    let found_out = Some(words("Nobody looked"));
    diary.show(&change_try(&diary, id(50), |entry| entry.found_out = found_out.clone()));
    let with_words = Moment { words: found_out, ..moment };
    assert_eq!(keep_try(&diary, id(50)), Change::put(name, with_words));
    assert_eq!(keep_try(&diary, id(99)), Change::default());
}
