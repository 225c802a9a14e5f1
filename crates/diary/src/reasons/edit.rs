//! What a person does with the cards of what makes school hard and what helps.

use super::{Sorts, sorted};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{ReasonCard, ReasonSort};
use crate::id::Id;
use crate::record::Kind;
use crate::time::Day;
use crate::values::Fit;

fn sort_id(day: Day, card: Id) -> Id {
    Id::once_a_day_for(Kind::ReasonSort, day, card)
}

/// An answer to a card on a date. What was said of it before goes along.
pub fn sort(diary: &Diary, card: Id, fit: Fit, day: Day) -> Change {
    Change::put(sort_id(day, card), sorted(&Sorts::read(diary), card, fit, day))
}

/// What else is said of a card on a date: words, supports, leave to share. Nothing new is an empty
/// change.
pub fn say(diary: &Diary, answer: ReasonSort, day: Day) -> Change {
    let (id, answer) = (sort_id(day, answer.card), ReasonSort { day, ..answer });
    if diary.find(id) == Some(&answer) { Change::default() } else { Change::put(id, answer) }
}

/// A new card in own words with its first answer.
pub fn add(id: Id, card: ReasonCard, fit: Fit, day: Day) -> Change {
    Change::put(id, card).and_put(sort_id(day, id), sorted(&Sorts::default(), id, fit, day))
}

/// Other words for an own card. Its answers stay.
pub fn put(id: Id, card: ReasonCard) -> Change {
    Change::put(id, card)
}

/// Takes an own card away with all its answers.
pub fn remove(diary: &Diary, id: Id) -> Change {
    let sorts = Sorts::read(diary);
    let mut ids: Vec<Id> = sorts.history(id).map(|sort| sort_id(sort.day, id)).collect();
    ids.push(id);
    diary.removal(&ids)
}

#[cfg(test)]
mod tests {
    use super::super::tests::day;
    use super::*;
    use crate::change::Item;
    use crate::shard::ShardKey;
    use crate::values::{LifeArea, Side, Words};

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    fn card() -> ReasonCard {
        let (area, side) = (LifeArea::Lessons, Side::Help);
        ReasonCard { area, side, words: words("My drawing book"), mark: None }
    }

    fn answer(id: Id, of_month: u32, fit: Fit, text: Option<&str>) -> ReasonSort {
        ReasonSort {
            day: day(of_month),
            card: id,
            fit,
            words: text.map(words),
            supports: Vec::new(),
            may_share: None,
        }
    }

    #[test]
    fn a_card_keeps_one_answer_a_date_and_its_words_go_along() {
        let (id, mut diary) = (Id::random([1; 16]), Diary::default());
        diary.show(&add(id, card(), Fit::ALot, day(2)));
        assert_eq!(diary.find(id), Some(&card()));
        let first_answer = answer(id, 2, Fit::ALot, Some("quieter"));
        let change = say(&diary, first_answer.clone(), day(2));
        assert_eq!(change, Change::put(sort_id(day(2), id), first_answer.clone()));
        diary.show(&change);
        assert_eq!(say(&diary, first_answer, day(2)), Change::default());
        let change = sort(&diary, id, Fit::ALittle, day(20));
        let expected = answer(id, 20, Fit::ALittle, Some("quieter"));
        assert_eq!(change, Change::put(sort_id(day(20), id), expected));
    }

    #[test]
    fn a_removed_card_takes_its_answers_along() {
        let (id, mut diary) = (Id::random([1; 16]), Diary::default());
        diary.show(&add(id, card(), Fit::ALot, day(2)));
        diary.show(&sort(&diary, id, Fit::NotMe, day(20)));
        diary.show(&put(id, ReasonCard { words: words("My book"), ..card() }));
        let month = ShardKey::Month(2026, 11);
        let expected = Change(vec![
            Item::Remove { id: sort_id(day(20), id), shard: month },
            Item::Remove { id: sort_id(day(2), id), shard: month },
            Item::Remove { id, shard: ShardKey::Undated },
        ]);
        assert_eq!(remove(&diary, id), expected);
    }
}
