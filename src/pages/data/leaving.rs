//! Leaving: the example without a trace, a role for another, everything deleted. No page of what is
//! left is shown again: not by Back, not in another tab.

use askelma_diary::diary::Diary;
use leptos::prelude::*;

use crate::browser::{device, drafts, share_file};
use crate::store::{DiaryStore, Role, Session, delete_example};
use crate::ui::in_base;

/// Leaves the example: its database is deleted. Back to one's own diary where the example was
/// opened from it; else the first run begins anew.
pub async fn leave_example(store: DiaryStore, session: Session) {
    let Some(role) = session.role() else { return };
    let back = session.own_waits().then_some(role);
    let_go(store);
    session.leave(back);
    delete_example(role).await;
    drafts::clear(&drafts::place_of(&device::base_path(), role.code(), true));
    device::load_instead(&start());
}

/// Opens the example of a role; leaving it leads back to the diary that is open now.
pub fn look_around(store: DiaryStore, session: Session, role: Role) {
    when_saved(store, move || {
        let_go(store);
        session.look_around(role);
        device::load_instead(&start());
    });
}

/// Goes to the choice of a role. The present diary stays where it is; what is half written in this
/// tab and in others goes, for somebody else may sit here next.
pub fn change_role(store: DiaryStore, session: Session) {
    when_saved(store, move || begin_anew(store, session));
}

/// Deletes everything in the open diary and begins anew. Returns whether it was deleted.
pub async fn delete_everything(store: DiaryStore, session: Session) -> bool {
    if session.example() {
        leave_example(store, session).await;
        return true;
    }
    if store.erase().await.is_err() {
        return false;
    }
    begin_anew(store, session);
    true
}

fn begin_anew(store: DiaryStore, session: Session) {
    let_go(store);
    session.leave(None);
    drafts::clear_all(&device::base_path());
    device::load_instead(&start());
}

/// Waits for what is being saved, but not for what cannot be.
fn when_saved(store: DiaryStore, call: impl FnOnce() + 'static) {
    if store.trouble.get_untracked().is_some() {
        call();
    } else {
        store.when_saved(call);
    }
}

/// Takes the diary off the screen and out of the page, which the browser may keep whole. It is closed
/// first: what follows from an empty diary is not written into it.
fn let_go(store: DiaryStore) {
    device::show_nothing();
    store.close();
    store.message.set(None);
    store.aside.set(Vec::new());
    store.diary.set(Diary::default());
    share_file::let_go();
}

fn start() -> String {
    let base = device::base_path();
    if base.is_empty() { in_base("/".to_owned()) } else { format!("{base}/") }
}
