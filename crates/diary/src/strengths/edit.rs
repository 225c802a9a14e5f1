//! What a person does with good moments.

use crate::change::Change;
use crate::diary::Diary;
use crate::entries::Moment;
use crate::id::Id;
use crate::path::try_of;
use crate::record::Kind;
use crate::today::free_second;
use crate::values::Strength;

/// A new good moment, at its time or the next second that is free: the newest stands first.
pub fn add(diary: &Diary, id: Id, moment: Moment) -> Change {
    let taken = diary.on::<Moment>(moment.day).map(|(_, known_moment)| known_moment.when);
    let when = free_second(moment.when, taken);
    Change::put(id, Moment { when, ..moment })
}

/// A good moment, mended.
pub fn put(id: Id, moment: Moment) -> Change {
    Change::put(id, moment)
}

/// The good moment of a try: what was found out, else what was tried. One a try, however often it
/// is asked for; nothing where there is no such try.
pub fn keep_try(diary: &Diary, of: Id) -> Change {
    let Some(known_try) = try_of(diary, of) else { return Change::default() };
    let words = known_try.found_out.as_ref().unwrap_or(&known_try.title);
    let moment = Moment {
        day: known_try.when.day(),
        when: known_try.ended.unwrap_or(known_try.when),
        strengths: vec![Strength::Brave],
        own_strengths: Vec::new(),
        words: Some(words.clone()),
        gift_from: None,
    };
    Change::put(moment_of_try(of), moment)
}

/// The name of a try's good moment.
pub fn moment_of_try(of: Id) -> Id {
    Id::named(Kind::Moment, of.hex().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Day, Instant};

    fn at(unix_s: i64) -> Instant {
        Instant::new(unix_s, 120).expect("in range")
    }

    /// A moment of 24.11.2026 at 8.04 in Helsinki.
    fn moment() -> Moment {
        Moment {
            day: Day::from_ymd(2026, 11, 24).expect("a date"),
            when: at(1_795_500_240),
            strengths: vec![Strength::Brave],
            own_strengths: Vec::new(),
            words: None,
            gift_from: None,
        }
    }

    #[test]
    fn a_second_moment_of_the_same_second_is_the_later_one() {
        let mut diary = Diary::default();
        let [first, second] = [1, 2].map(|name| Id::random([name; 16]));
        diary.show(&add(&diary, first, moment()));
        let later = Moment { when: at(1_795_500_241), ..moment() };
        assert_eq!(add(&diary, second, moment()), Change::put(second, later));
    }

    #[test]
    fn a_moment_is_mended_under_its_name() {
        let moment = moment();
        let id = Id::random([1; 16]);
        let mut diary = Diary::default();
        diary.show(&put(id, moment.clone()));
        let mended = Moment { strengths: Vec::new(), ..moment };
        diary.show(&put(id, mended.clone()));
        assert_eq!(diary.all::<Moment>().collect::<Vec<_>>(), [(id, &mended)]);
    }
}
