//! The chunk of pages: every one but the first run and Today, fetched once Today stands, with the
//! sentences that they say. What goes into it is split off in main.rs.

use std::pin::Pin;
use std::time::Duration;

use futures::future::join3;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::browser::{data_files, device};
use crate::routes::Route;
use crate::store::{DiaryStore, Role, Session};
use crate::text::app;
use crate::ui::prelude::*;
use crate::ui::{Button, Notice, Page, PageHeader};

/// How long after Today stands the chunk is fetched, if nobody asks for it before: the first paint
/// and the first tap come first.
const FETCH_AFTER: Duration = Duration::from_millis(1_500);

/// Failures after which trying again loads the whole page anew: its host may hold another build.
const FAILURES_BEFORE_RELOAD: u32 = 3;

/// How long a page that could not be fetched waits before it is tried again by itself.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// What the chunk holds. Function pointers, so that a page is drawn later, under the owner at hand.
#[derive(Debug, Clone, Copy)]
pub struct LaterPages {
    /// The page of a role at a route.
    pub(super) page: fn(Role, Route) -> AnyView,
    /// Someone to talk to now, before anybody has said who is using this.
    pub(super) help: fn() -> AnyView,
    /// What follows the navigation on a wide screen.
    pub(super) nav_extra: fn(Role) -> Option<AnyView>,
    /// Fills an example diary.
    pub(super) fill_example: fn(DiaryStore, Role),
}

/// How the chunk is fetched.
pub(super) type Load = fn() -> Pin<Box<dyn Future<Output = Result<LaterPages, SplitLoaderError>>>>;

/// Where the chunk stands.
#[derive(Debug, Clone, Copy)]
enum State {
    NotFetched,
    Fetching,
    Ready(LaterPages),
    Unreachable,
}

/// The chunk of pages, as a context.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    state: RwSignal<State>,
    failures: StoredValue<u32>,
    load: Load,
    session: Session,
}

impl Chunk {
    pub(super) fn new(load: Load, session: Session) -> Self {
        Self {
            state: RwSignal::new(State::NotFetched),
            failures: StoredValue::new(0),
            load,
            session,
        }
    }

    /// The pages, once they are there.
    pub(super) fn ready(self) -> Option<LaterPages> {
        match self.state.get() {
            State::Ready(pages) => Some(pages),
            _ => None,
        }
    }

    /// Fetches it soon: what is on the screen comes first.
    pub(super) fn fetch_soon(self) {
        set_timeout(move || self.fetch(), FETCH_AFTER);
    }

    /// Fetches it, unless that is done or under way.
    fn fetch(self) {
        if matches!(self.state.get_untracked(), State::Fetching | State::Ready(_)) {
            return;
        }
        self.state.set(State::Fetching);
        spawn_local(async move {
            let (pages, sentences, style) = join3(
                (self.load)(),
                self.session.fetch_all_sentences(),
                data_files::fetch_later_sheet(),
            )
            .await;
            if let (Ok(pages), Ok(()), Ok(())) = (pages, sentences, style) {
                self.state.set(State::Ready(pages));
            } else {
                self.failures.update_value(|failures| *failures += 1);
                self.state.set(State::Unreachable);
            }
        });
    }

    /// Fetches it; after several failures the whole page is loaded anew.
    fn fetch_or_reload(self) {
        if self.failures.get_value() < FAILURES_BEFORE_RELOAD {
            self.fetch();
        } else {
            device::reload();
        }
    }

    /// What `draw` makes of the pages; while they are fetched, and where they cannot be, a page
    /// that says so and tries again.
    pub(super) fn draw(self, draw: impl Fn(LaterPages) -> AnyView + Send + 'static) -> AnyView {
        self.fetch();
        view! {
            {move || match self.state.get() {
                State::Ready(pages) => draw(pages),
                State::NotFetched | State::Fetching => view! { <Waiting /> },
                State::Unreachable => view! { <Unreachable chunk=self /> },
            }}
        }
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! {
        <Page>
            <PageHeader title=app::loading() />
        </Page>
    }
}

/// Says that the page could not be fetched. Tries again by itself when the network is back, and
/// every few seconds.
#[component]
fn Unreachable(chunk: Chunk) -> impl IntoView {
    let fetch_again = move || chunk.fetch();
    let online = window_event_listener_untyped("online", move |_| fetch_again());
    on_cleanup(move || online.remove());
    if let Ok(timer) = set_timeout_with_handle(fetch_again, TRY_AGAIN_AFTER) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <Page>
            <PageHeader title=app::loading() />
            <Notice text=Signal::stored(Some(app::unreachable().to_owned())) />
            <Button label=app::again() on_press=move |()| chunk.fetch_or_reload() />
        </Page>
    }
}
