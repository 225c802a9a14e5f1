//! Received messages and the cases that keep them.

use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{Case, Received};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::summary::Summary;
use crate::time::Instant;
use crate::values::Words;

/// One case with the newest of what was received for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When the newest summary was made.
    pub newest: Option<Instant>,
}

/// All cases, the one with the newest summary first and those without any last.
pub fn case_lines(diary: &Diary) -> Vec<CaseLine> {
    let line = |(id, case): (Id, &Case)| CaseLine {
        id,
        name: case.name.as_str().to_owned(),
        newest: of_case(diary, id).first().map(|(_, item)| item.made_at),
    };
    let mut lines: Vec<CaseLine> = diary.all().map(line).collect();
    by_number(&mut lines, |line| -line.newest.map_or(0, Instant::unix_s));
    lines
}

/// What was received for a case, the newest first.
pub fn of_case(diary: &Diary, case: Id) -> Vec<(Id, Received)> {
    let items = diary.all::<Received>().filter(|(_, item)| item.case == case);
    let mut items: Vec<(Id, Received)> = items.map(|(id, item)| (id, item.clone())).collect();
    by_number(&mut items, |(_, item)| -item.made_at.unix_s());
    items
}

/// The case that holds this very message already.
pub fn case_of(diary: &Diary, summary: &Summary) -> Option<Id> {
    diary.find::<Received>(received_id(summary)).map(|item| item.case)
}

/// Cases of that name, for "the same as before?". Capitals do not matter.
pub fn cases_named(diary: &Diary, name: &Words) -> Vec<Id> {
    let same = |words: &Words| words.as_str().to_lowercase() == name.as_str().to_lowercase();
    diary.all::<Case>().filter(|(_, case)| same(&case.name)).map(|(id, _)| id).collect()
}

/// Keeps a summary, with its message as it came, with a case; a case that is not there yet is
/// begun under the summary's name.
pub fn keep(diary: &Diary, case: Id, summary: &Summary, message: Vec<u8>, now: Instant) -> Change {
    let change = match diary.find::<Case>(case) {
        Some(_) => Change::default(),
        None => Change::put(case, Case { name: summary.name.clone(), since: now }),
    };
    let received = Received { when: now, case, made_at: summary.made_at, message: message.into() };
    change.and_put(received_id(summary), received)
}

/// Takes a case and everything received for it away.
pub fn remove_case(diary: &Diary, case: Id) -> Change {
    let mut ids = vec![case];
    ids.extend(of_case(diary, case).into_iter().map(|(id, _)| id));
    diary.removal(&ids)
}

/// The same message is the same record, however often it comes.
fn received_id(summary: &Summary) -> Id {
    Id::named(Kind::Received, &summary.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Item;
    use crate::shard::ShardKey;

    fn at(second: i64) -> Instant {
        Instant::new(1_795_500_000 + second, 120).expect("in range")
    }

    fn id(number: u8) -> Id {
        Id::random([number; 16])
    }

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("not blank")
    }

    fn received(case: Id, second: i64) -> Received {
        Received { when: at(9), case, made_at: at(second), message: vec![1].into() }
    }

    /// Aino with two summaries, Eero with a newer one, Mio with none.
    fn diary() -> Diary {
        let case = |name| Case { name: words(name), since: at(0) };
        let change = Change::put(id(1), case("Aino"))
            .and_put(id(2), case("Eero"))
            .and_put(id(3), case("Mio"))
            .and_put(id(11), received(id(1), 1))
            .and_put(id(12), received(id(1), 2))
            .and_put(id(13), received(id(2), 3));
        let mut diary = Diary::default();
        diary.show(&change);
        diary
    }

    #[test]
    fn the_case_with_the_newest_summary_stands_first() {
        let lines = case_lines(&diary());
        let shown: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.newest)).collect();
        assert_eq!(shown, [("Eero", Some(at(3))), ("Aino", Some(at(2))), ("Mio", None)]);
        let items = of_case(&diary(), id(1));
        assert_eq!(items.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id(12), id(11)]);
    }

    #[test]
    fn a_case_is_found_by_its_name_whatever_the_capitals() {
        assert_eq!(cases_named(&diary(), &words("AINO")), [id(1)]);
        assert_eq!(cases_named(&diary(), &words("Ain")), []);
    }

    #[test]
    fn a_case_goes_with_everything_received_for_it() {
        let gone = |id| Item::Remove { id, shard: ShardKey::Undated };
        let change = remove_case(&diary(), id(1));
        assert_eq!(change, Change(vec![gone(id(1)), gone(id(12)), gone(id(11))]));
    }
}
