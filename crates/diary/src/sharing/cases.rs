//! Cases: whose summaries a parent or worker keeps.

use std::collections::BTreeMap;

use crate::diary::Diary;
use crate::entries::{Case, Received};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::sharing::summary::Summary;
use crate::time::Instant;
use crate::values::Words;

/// One case with the newest of what was received for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub id: Id,
    /// Its name.
    pub name: Words,
    /// When the newest summary was made.
    pub newest: Option<Instant>,
}

/// All cases, the one with the newest summary first and those without any last.
pub fn case_lines(diary: &Diary) -> Vec<CaseLine> {
    let mut newest: BTreeMap<Id, Instant> = BTreeMap::new();
    for (_, item) in diary.all::<Received>() {
        let made_at = newest.entry(item.case).or_insert(item.made_at);
        *made_at = item.made_at.max(*made_at);
    }
    let line = |(id, case): (Id, &Case)| CaseLine {
        id,
        name: case.name.clone(),
        newest: newest.get(&id).copied(),
    };
    let mut lines: Vec<CaseLine> = diary.all().map(line).collect();
    by_number(&mut lines, |line| -line.newest.map_or(0, Instant::unix_s));
    lines
}

/// What was received for a case, the newest first.
pub fn of_case(diary: &Diary, case: Id) -> Vec<(Id, &Received)> {
    let mut items: Vec<(Id, &Received)> =
        diary.all::<Received>().filter(|(_, item)| item.case == case).collect();
    by_number(&mut items, |(_, item)| -item.made_at.unix_s());
    items
}

/// The case that holds this very message already.
pub fn case_of(diary: &Diary, summary: &Summary) -> Option<Id> {
    diary.find::<Received>(received_id(summary)).map(|item| item.case)
}

/// Cases of that name, capitals or not, for "the same as before?".
pub fn cases_named(diary: &Diary, name: &Words) -> Vec<Id> {
    let cases = diary.all::<Case>().filter(|(_, case)| case.name.same_as(name));
    cases.map(|(id, _)| id).collect()
}

/// Whether a case of that name holds a summary that was made later.
pub fn newer_is_kept(diary: &Diary, summary: &Summary) -> bool {
    let newest = |case| of_case(diary, case).first().map(|(_, item)| item.made_at);
    let mut same_name = cases_named(diary, &summary.name).into_iter();
    same_name.any(|case| newest(case).is_some_and(|made_at| made_at > summary.made_at))
}

/// The same message is the same record, however often it comes.
pub(super) fn received_id(summary: &Summary) -> Id {
    Id::named(Kind::Received, &summary.id)
}
