//! Which diary is open.

use leptos::prelude::*;

use super::{DiaryStore, Role};
use crate::storage::{DiaryDatabase, names};

/// The open diary, once there is one.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenDiary {
    /// Whose it is, and the diary.
    pub open_store: RwSignal<Option<(Role, DiaryStore)>>,
}

impl OpenDiary {
    /// Opens a role's diary, its own or its example, and shows its pages.
    pub async fn open(self, role: Role, example: bool) -> DiaryStore {
        let store = DiaryStore::open(role, example).await;
        self.open_store.set(Some((role, store)));
        store
    }
}

/// Deletes the example diary of a role; its store is closed before.
pub async fn delete_example(role: Role) {
    // A database that cannot be deleted holds example data only; the first run begins all the same.
    let _ = DiaryDatabase::delete(&names::of(role.code(), true)).await;
}
