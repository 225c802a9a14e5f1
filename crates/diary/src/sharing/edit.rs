//! What a person does when they share and receive.

use super::cases::{received, received_id};
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

/// Whose a received summary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForCase {
    /// A new case under this name, called as the summary says.
    New(Id),
    /// A case that is there.
    Known(Id),
}

/// Keeps a received summary with a case, as the message that it came in.
pub fn keep(summary: &Summary, message: Vec<u8>, case: ForCase, now: Instant) -> Change {
    let (case, change) = match case {
        ForCase::Known(id) => (id, Change::default()),
        ForCase::New(id) => (id, Change::put(id, Case { name: summary.name.clone(), since: now })),
    };
    let message = message.into();
    let item = Received { when: now, case, made_at: summary.made_at, message };
    change.and_put(received_id(summary), item)
}

/// Takes a case and everything received for it away.
pub fn remove_case(diary: &Diary, case: Id) -> Change {
    let mut ids: Vec<Id> = received(diary, case).into_iter().map(|(id, _)| id).collect();
    ids.push(case);
    diary.removal(&ids)
}

#[cfg(test)]
mod tests {
    use super::super::cases::{case_lines, cases_named, received_case};
    use super::*;
    use crate::time::Day;
    use crate::values::Words;

    fn at(unix_s: i64) -> Instant {
        Instant::new(unix_s, 120).expect("in range")
    }

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    fn summary(number: u8, name: &str, made_at: Instant) -> Summary {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        Summary {
            id: [number; 16],
            made_at,
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

    #[test]
    fn the_case_with_the_newest_summary_comes_first() {
        let (now, [aino, eetu]) = (at(1_795_500_000), [1, 2].map(|it| Id::random([it; 16])));
        let mut diary = Diary::default();
        let first = summary(1, "Aino", at(1_795_100_000));
        let change = keep(&first, vec![7], ForCase::New(aino), now);
        let item =
            Received { when: now, case: aino, made_at: at(1_795_100_000), message: vec![7].into() };
        let expected = Change::put(aino, Case { name: words("Aino"), since: now })
            .and_put(received_id(&first), item);
        assert_eq!(change, expected);
        diary.show(&change);
        let second = summary(2, "Eetu", at(1_795_200_000));
        diary.show(&keep(&second, Vec::new(), ForCase::New(eetu), now));
        let order = |diary: &Diary| case_lines(diary).iter().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(order(&diary), [eetu, aino]);
        let third = summary(3, "Aino", at(1_795_300_000));
        diary.show(&keep(&third, Vec::new(), ForCase::Known(aino), now));
        assert_eq!(order(&diary), [aino, eetu]);
        assert_eq!(received_case(&diary, &third), Some(aino));
        assert_eq!(received_case(&diary, &summary(4, "Aino", now)), None);
        assert_eq!(cases_named(&diary, &words("AINO")), [aino]);
        diary.show(&remove_case(&diary, aino));
        assert_eq!(order(&diary), [eetu]);
        assert_eq!(received_case(&diary, &first), None);
    }
}
