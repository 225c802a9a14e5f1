//! Mending an entry that was made under another clock: travel never moves it.

use chrono::{NaiveDateTime, Timelike};

use crate::time::{Instant, TimeError, Zone};

/// The clock rules under which an entry is mended. A reading that the entry already has is the very
/// instant that it had; another one is read by the clock here, or, where the entry was made under
/// another offset than this place had then, by the entry's own.
#[derive(Debug, Clone, Copy)]
pub struct AsBefore<'a, Z> {
    /// The clock rules here.
    pub here: &'a Z,
    /// The entry's instants as they stand; none for a new entry.
    pub instants: &'a [Instant],
}

impl<Z: Zone> Zone for AsBefore<'_, Z> {
    fn instant(&self, local: NaiveDateTime) -> Result<Instant, TimeError> {
        if let Some(same) = self.instants.iter().find(|at| same_minute(at.local(), local)) {
            return Ok(*same);
        }
        let far = |at: &&Instant| (at.local() - local).num_seconds().abs();
        let Some(nearest) = self.instants.iter().min_by_key(far) else {
            return self.here.instant(local);
        };
        // A reading that happens twice may stand for the second: the offset counts, not the instant.
        let hour = chrono::Duration::hours(1);
        let made_here = [nearest.local(), nearest.local() + hour, nearest.local() - hour]
            .into_iter()
            .any(|reading| {
                self.here.instant(reading).is_ok_and(|at| at.offset_min() == nearest.offset_min())
            });
        if made_here {
            self.here.instant(local)
        } else {
            Instant::from_local(local, nearest.offset_min())
        }
    }
}

fn same_minute(a: NaiveDateTime, b: NaiveDateTime) -> bool {
    a.date() == b.date() && (a.hour(), a.minute()) == (b.hour(), b.minute())
}
