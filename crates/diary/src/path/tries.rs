//! What a person does with a try. A try keeps the step's words as they were when it began.

use super::{step, try_of};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{Moment, Step, Try};
use crate::id::Id;
use crate::record::Kind;
use crate::time::Instant;
use crate::values::{Outcome, Scale10, Strength, Words};

/// What is said before a try.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Before {
    /// How hard I guess that it will be.
    pub guess: Option<Scale10>,
    /// What I think will happen.
    pub thought: Option<Words>,
    /// Who is with me.
    pub with_whom: Option<Words>,
    /// What is to help.
    pub supports: Vec<Words>,
}

/// A try begins under the name `id`; nothing where there is no such step.
pub fn begin_try(diary: &Diary, of: Id, before: Before, id: Id, now: Instant) -> Change {
    let Some(known_step) = step(diary, of) else { return Change::default() };
    let begun = Try {
        guess: before.guess,
        thought: before.thought,
        with_whom: before.with_whom,
        supports: before.supports,
        ..untold(of, known_step, now)
    };
    Change::put(id, begun)
}

/// A try is told afterwards under the name `id`: when it was, with what became of it.
pub fn tell_try(diary: &Diary, of: Id, outcome: Outcome, id: Id, when: Instant) -> Change {
    let Some(known_step) = step(diary, of) else { return Change::default() };
    let told = Try { outcome: Some(outcome), ended: Some(when), ..untold(of, known_step, when) };
    Change::put(id, told)
}

/// Something is said of a try; nothing where there is no such try.
pub fn change_try(diary: &Diary, id: Id, change: impl FnOnce(&mut Try)) -> Change {
    let Some(mut changed) = try_of(diary, id).cloned() else { return Change::default() };
    change(&mut changed);
    Change::put(id, changed)
}

/// "I'm in": now, unless it was said before. The try goes on.
pub fn am_in(diary: &Diary, id: Id, now: Instant) -> Change {
    change_try(diary, id, |known| known.in_at = known.in_at.or(Some(now)))
}

/// A try is over. Said once more, it keeps its end.
pub fn end_try(diary: &Diary, id: Id, outcome: Outcome, now: Instant) -> Change {
    change_try(diary, id, |known| {
        known.outcome = Some(outcome);
        known.ended = known.ended.or(Some(now));
    })
}

/// A good moment of a try: what was found out, else what was tried. One a try, however often it is
/// asked for.
pub fn keep_as_moment(diary: &Diary, id: Id) -> Change {
    let Some(known) = try_of(diary, id) else { return Change::default() };
    let moment = Moment {
        day: known.when.day(),
        when: known.ended.unwrap_or(known.when),
        strengths: vec![Strength::Brave],
        own_strengths: Vec::new(),
        words: known.found_out.clone().or_else(|| Some(known.title.clone())),
        gift_from: None,
    };
    Change::put(moment_id(id), moment)
}

/// The name of a try's good moment.
pub fn moment_id(of: Id) -> Id {
    Id::named(Kind::Moment, of.hex().as_bytes())
}

/// A try of a step as it is now, with nothing said of it.
fn untold(of: Id, step: &Step, when: Instant) -> Try {
    Try {
        when,
        path: step.path,
        step: of,
        title: step.title.clone(),
        guess: step.guess,
        thought: None,
        with_whom: step.with_whom.clone(),
        supports: step.supports.iter().map(|support| support.words.clone()).collect(),
        planned_min: step.planned_min,
        in_at: None,
        outcome: None,
        hardest: None,
        after: None,
        found_out: None,
        helped: Vec::new(),
        note: None,
        ended: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{WantedStep, add_path};
    use super::*;

    fn id(number: u8) -> Id {
        Id::random([number; 16])
    }

    fn at(minute: i64) -> Instant {
        Instant::new(1_795_500_000 + minute * 60, 120).expect("in range")
    }

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("not blank")
    }

    /// A path of one step, and a try of it that began at minute 1.
    fn diary() -> Diary {
        let wanted = WantedStep {
            with_whom: Some(words("Aino")),
            ..WantedStep::titled(words("To the gate"))
        };
        let mut diary = Diary::default();
        diary.show(&add_path(id(1), words("School"), None, &[(id(2), wanted)], at(0)));
        let before = Before { guess: Scale10::new(7).ok(), ..Before::default() };
        diary.show(&begin_try(&diary, id(2), before, id(3), at(1)));
        diary
    }

    #[test]
    fn a_try_begins_with_what_is_said_before_it_and_not_with_what_the_step_says() {
        let diary = diary();
        let begun = try_of(&diary, id(3)).expect("it began");
        assert_eq!((begun.path, begun.step, begun.when), (id(1), id(2), at(1)));
        assert_eq!(begun.title.as_str(), "To the gate");
        assert_eq!((begun.guess.map(Scale10::get), &begun.with_whom), (Some(7), &None));
        assert_eq!((begun.outcome, begun.ended), (None, None));
        assert_eq!(begin_try(&diary, id(9), Before::default(), id(4), at(1)), Change::default());
    }

    #[test]
    fn a_try_told_afterwards_is_over_and_has_the_steps_own_words() {
        let mut diary = diary();
        diary.show(&tell_try(&diary, id(2), Outcome::Did, id(4), at(5)));
        let told = try_of(&diary, id(4)).expect("it was told");
        assert_eq!(told.with_whom, Some(words("Aino")));
        assert_eq!((told.outcome, told.when, told.ended), (Some(Outcome::Did), at(5), Some(at(5))));
    }

    #[test]
    fn the_first_time_of_being_in_and_of_the_end_stays() {
        let mut diary = diary();
        diary.show(&am_in(&diary, id(3), at(2)));
        diary.show(&am_in(&diary, id(3), at(3)));
        diary.show(&end_try(&diary, id(3), Outcome::Did, at(4)));
        diary.show(&end_try(&diary, id(3), Outcome::Did, at(6)));
        let known = try_of(&diary, id(3)).expect("it is there");
        assert_eq!((known.in_at, known.ended), (Some(at(2)), Some(at(4))));
    }

    #[test]
    fn a_try_gives_one_good_moment_of_what_was_found_out() {
        let mut diary = diary();
        let moment = |diary: &Diary| {
            let change = keep_as_moment(diary, id(3));
            let mut kept = Diary::default();
            kept.show(&change);
            kept.find::<Moment>(moment_id(id(3))).cloned().expect("it is kept")
        };
        assert_eq!(moment(&diary).words, Some(words("To the gate")));
        diary
            .show(&change_try(&diary, id(3), |known| known.found_out = Some(words("It is short"))));
        let kept = moment(&diary);
        assert_eq!(
            (kept.words, kept.strengths),
            (Some(words("It is short")), vec![Strength::Brave])
        );
    }
}
