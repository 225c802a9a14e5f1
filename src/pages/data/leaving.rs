//! Leaving: the example without a trace, a role for another, everything deleted.

use crate::browser::{device, drafts};
use crate::store::{DiaryStore, Role, Session, delete_example};
use crate::ui::in_base;

/// Leaves the example: its database is deleted. Back to one's own diary where the example was
/// opened from it; else the first run begins anew.
pub async fn leave_example(store: DiaryStore, session: Session) {
    let Some(role) = session.role() else { return };
    store.close();
    delete_example(role).await;
    drafts::clear(&drafts::place_of(&device::base_path(), role.code(), true));
    let back = session.own_waits().then_some(role);
    session.choose_role(back, false);
    device::load(&start());
}

/// Opens the example of a role; leaving it leads back to the diary that is open now.
pub fn look_around(session: Session, role: Role) {
    session.look_around(role);
    device::load(&start());
}

/// Goes to the choice of a role. The present diary stays where it is; what is half written in this
/// tab goes, for somebody else may sit here next.
pub fn change_role(session: Session) {
    drafts::clear_all();
    session.choose_role(None, false);
    device::load(&start());
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
    store.close();
    drafts::clear_all();
    session.choose_role(None, false);
    device::load(&start());
    true
}

fn start() -> String {
    let base = device::base_path();
    if base.is_empty() { in_base("/".to_owned()) } else { format!("{base}/") }
}
