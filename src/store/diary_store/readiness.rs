//! How far the disk is read, and whether that is enough for a page.

use askelma_diary::shard::ShardKey;
use askelma_diary::time::Day;

use crate::storage::StorageError;
use crate::store::diary_store::trouble::Trouble;

/// What a page needs to have been read before it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// What has no date, and the newest two months.
    First,
    /// That, and the month of a day.
    MonthOf(Day),
    /// Everything. A month that cannot be read is said to be missing.
    All,
}

/// Whether what a page needs is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// It is.
    Ready,
    /// It is being read.
    Reading,
    /// It could not be read, and is tried again.
    Failed,
}

/// How far the disk is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// The shards that are there and not read yet; none before it is known which there are.
    pub(super) missing: Option<Vec<ShardKey>>,
    /// Those of them that the first page needs.
    pub(super) first: Vec<ShardKey>,
    pub(super) failed: bool,
    /// The browser gives no storage, or no room for any: there is nothing to read.
    pub(super) denied: Option<StorageError>,
}

impl Reading {
    pub(super) fn trouble(&self) -> Option<Trouble> {
        let denied = self.denied.map(Trouble::NotSaved);
        denied.or_else(|| self.failed.then_some(Trouble::NotRead))
    }

    pub(super) fn is_whole(&self) -> bool {
        self.denied.is_none() && self.missing.as_ref().is_some_and(Vec::is_empty)
    }

    pub(super) fn readiness(&self, needs: Needs) -> Readiness {
        let unread = match &self.missing {
            None => true,
            Some(missing) => match needs {
                Needs::First => self.first.iter().any(|shard| missing.contains(shard)),
                Needs::MonthOf(day) => {
                    missing.contains(&ShardKey::of(Some(day)))
                        || self.first.iter().any(|shard| missing.contains(shard))
                }
                // A month that failed is said on top of the page, which shows the others.
                Needs::All => {
                    self.first.iter().any(|shard| missing.contains(shard))
                        || (!missing.is_empty() && !self.failed)
                }
            },
        };
        match (unread, self.failed) {
            (false, _) => Readiness::Ready,
            (true, false) => Readiness::Reading,
            (true, true) => Readiness::Failed,
        }
    }
}
