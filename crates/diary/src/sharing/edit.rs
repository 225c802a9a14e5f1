//! What a person does when they share and receive.

use super::cases::{of_case, received_id};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{Case, Received, Share};
use crate::id::Id;
use crate::sharing::summary::Summary;
use crate::time::Instant;

/// What was shown to somebody, for the share log.
pub fn note_share(id: Id, share: Share) -> Change {
    Change::put(id, share)
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

#[cfg(test)]
mod tests {
    use super::super::cases::{case_lines, case_of, cases_named, newer_is_kept};
    use super::*;
    use crate::change::Item;
    use crate::entries::{SharePart, ShareWay};
    use crate::shard::ShardKey;
    use crate::time::Day;
    use crate::values::Words;

    fn at(second: i64) -> Instant {
        Instant::new(1_795_500_000 + second, 120).expect("in range")
    }

    fn id(number: u8) -> Id {
        Id::random([number; 16])
    }

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("not blank")
    }

    fn summary(number: u8, name: &str, second: i64) -> Summary {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        Summary {
            id: [number; 16],
            made_at: at(second),
            from: day,
            to: day,
            name: words(name),
            purpose: None,
            keep_until: None,
            moods: None,
            notes: None,
            nights: None,
            routine: None,
            school: None,
            moments: None,
            steps: None,
            tries: None,
        }
    }

    fn received(case: Id, second: i64, byte: u8) -> Received {
        Received { when: at(9), case, made_at: at(second), message: vec![byte].into() }
    }

    /// Aino with two summaries, Eero with a newer one, Mio with none.
    fn diary() -> Diary {
        let mio = Case { name: words("Mio"), since: at(0) };
        let mut diary = Diary::default();
        diary.show(&Change::put(id(3), mio));
        diary.show(&keep(&diary, id(1), &summary(11, "Aino", 1), vec![1], at(9)));
        diary.show(&keep(&diary, id(1), &summary(12, "Aino", 2), vec![1], at(9)));
        diary.show(&keep(&diary, id(2), &summary(13, "Eero", 3), vec![1], at(9)));
        diary
    }

    #[test]
    fn a_case_begins_with_the_first_summary_kept_for_it() {
        let first = summary(11, "Aino", 1);
        let change = keep(&Diary::default(), id(1), &first, vec![7], at(9));
        let record_id = Id::named(crate::record::Kind::Received, &[11; 16]);
        let begun = Case { name: words("Aino"), since: at(9) };
        let expected = Change::put(id(1), begun).and_put(record_id, received(id(1), 1, 7));
        assert_eq!(change, expected);
        // The case is there: its name and its beginning stay.
        let change = keep(&diary(), id(1), &summary(11, "Aino K.", 5), vec![8], at(9));
        assert_eq!(change, Change::put(record_id, received(id(1), 5, 8)));
    }

    #[test]
    fn what_was_shown_stands_in_the_share_log() {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        let (parts, way) = (vec![SharePart::Mood], ShareWay::Code);
        let share = Share { when: at(0), with: None, parts, from: day, to: day, way };
        let mut diary = Diary::default();
        diary.show(&note_share(id(1), share.clone()));
        assert_eq!(diary.all::<Share>().collect::<Vec<_>>(), [(id(1), &share)]);
    }

    #[test]
    fn an_older_summary_is_known_to_be_older() {
        let at_second = |second| newer_is_kept(&diary(), &summary(20, "aino", second));
        assert_eq!([1, 2, 3].map(at_second), [true, false, false]);
        assert!(!newer_is_kept(&diary(), &summary(20, "Ain", 1)));
    }

    #[test]
    fn a_message_is_known_by_its_own_name() {
        assert_eq!(case_of(&diary(), &summary(12, "Aino", 2)), Some(id(1)));
        assert_eq!(case_of(&diary(), &summary(14, "Aino", 2)), None);
    }

    #[test]
    fn the_case_with_the_newest_summary_stands_first() {
        let lines = case_lines(&diary());
        let listed: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.newest)).collect();
        assert_eq!(listed, [("Eero", Some(at(3))), ("Aino", Some(at(2))), ("Mio", None)]);
        let diary = diary();
        let items = of_case(&diary, id(1)).into_iter().map(|(_, item)| item.clone());
        assert_eq!(items.collect::<Vec<_>>(), [received(id(1), 2, 1), received(id(1), 1, 1)]);
    }

    #[test]
    fn a_case_is_found_by_its_name_whatever_the_capitals() {
        assert_eq!(cases_named(&diary(), &words("AINO")), [id(1)]);
        assert_eq!(cases_named(&diary(), &words("Ain")), []);
    }

    #[test]
    fn a_case_goes_with_everything_received_for_it() {
        let record_id = |number| received_id(&summary(number, "Aino", 1));
        let gone = |id, shard| Item::Remove { id, shard };
        let of_case = ShardKey::Case(id(1));
        let change = remove_case(&diary(), id(1));
        let expected = vec![
            gone(id(1), ShardKey::Undated),
            gone(record_id(12), of_case),
            gone(record_id(11), of_case),
        ];
        assert_eq!(change, Change(expected));
    }
}
