//! Changes: what a person's action puts and removes, and how it is undone.

use std::collections::BTreeSet;

use crate::id::Id;
use crate::record::Body;
use crate::shard::ShardKey;

/// One record put or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "few removals are made")]
pub enum Item {
    /// The record now says this.
    Put {
        /// Its name.
        id: Id,
        /// What it says.
        body: Body,
    },
    /// The record is gone.
    Remove {
        /// Its name.
        id: Id,
        /// Where it is kept.
        shard: ShardKey,
    },
}

impl Item {
    /// The record's name.
    pub fn id(&self) -> Id {
        match self {
            Self::Put { id, .. } | Self::Remove { id, .. } => *id,
        }
    }

    /// Where the record is kept.
    pub fn shard(&self) -> ShardKey {
        match self {
            Self::Put { body, .. } => ShardKey::of_body(body),
            Self::Remove { shard, .. } => *shard,
        }
    }
}

/// Everything that one action does; written in one transaction, undone as one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change(pub Vec<Item>);

impl Change {
    /// A change that puts one record.
    pub fn put(id: Id, body: impl Into<Body>) -> Self {
        Self(vec![Item::Put { id, body: body.into() }])
    }

    /// With one more record.
    #[must_use]
    pub fn and_put(mut self, id: Id, body: impl Into<Body>) -> Self {
        self.0.push(Item::Put { id, body: body.into() });
        self
    }

    /// Whether all that it does is to remove, which is said in other words than a saving.
    pub fn only_removes(&self) -> bool {
        self.0.iter().all(|item| matches!(item, Item::Remove { .. }))
    }

    /// The shards that it writes, each once.
    pub fn shards(&self) -> Vec<ShardKey> {
        let mut shards = BTreeSet::new();
        shards.extend(self.0.iter().map(Item::shard));
        shards.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::SmallThing;
    use crate::values::Words;

    #[test]
    fn a_change_that_puts_something_does_not_only_remove() {
        let id = Id::random([1; 16]);
        let gone = Change(vec![Item::Remove { id, shard: ShardKey::Undated }]);
        assert!(gone.only_removes());
        let words = Words::new("Water").expect("short").expect("said");
        assert!(!gone.and_put(id, SmallThing { words, order: 0 }).only_removes());
    }
}
