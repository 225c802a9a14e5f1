//! Which diary is open.

use leptos::prelude::*;

use super::{DiaryStore, Role};

/// The open diary, once there is one.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenDiary {
    /// Whose it is, and the diary.
    pub shown: RwSignal<Option<(Role, DiaryStore)>>,
}

impl OpenDiary {
    /// Opens a role's diary, its own or its example, and shows its pages.
    pub async fn open(self, role: Role, example: bool) -> DiaryStore {
        let store = DiaryStore::open(role, example).await;
        self.shown.set(Some((role, store)));
        store
    }
}
