//! The one split point: every page but the first run and Today is a chunk of its own, fetched once
//! Today stands, with the sentences that it says.

use std::time::Duration;

use futures::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

use super::every_page;
use crate::browser::device;
use crate::pages::help;
use crate::routes::Route;
use crate::store::{DiaryStore, Role, Session, example};
use crate::text::app;
use crate::ui::{Build, Button, Notice, Page, PageHeader, dynamic};

/// How long after Today stands the chunk is fetched, if nobody asks for it before: the first paint
/// and the first tap come first.
const FETCH_AFTER: Duration = Duration::from_millis(1_500);

/// Failures after which trying again loads the whole page anew: its host may hold another build.
const FAILURES_BEFORE_RELOAD: u32 = 3;

/// How long a page that could not be fetched waits before it is tried again by itself.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// What the chunk holds. Function pointers, so that a page is drawn later, under the owner at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    /// The page of a role at a route.
    pub page: fn(Role, Route) -> AnyView,
    /// Someone to talk to now, before anybody has said who is using this.
    pub help: fn() -> AnyView,
    /// What stands beside the places on a wide screen.
    pub beside: fn(Role) -> Option<AnyView>,
    /// Fills an example diary.
    pub fill_example: fn(DiaryStore, Role),
}

/// The split point: all that only these pages reach becomes the chunk.
#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the split makes it one that can fail")]
#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(all_pages())
}

/// While developing the app is one module.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "with the split it waits")]
async fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(all_pages())
}

#[inline]
fn all_pages() -> Pages {
    Pages {
        page: every_page::page,
        help: help::help::page,
        beside: every_page::beside,
        fill_example: |store, role| spawn_local(example::fill(store, role)),
    }
}

/// Where the chunk stands.
#[derive(Debug, Clone, Copy)]
enum State {
    NotAsked,
    Asked,
    Ready(Pages),
    Unreachable,
}

/// The chunk of pages, as a context.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    state: RwSignal<State>,
    failures: StoredValue<u32>,
    session: Session,
}

impl Chunk {
    pub(super) fn new(session: Session) -> Self {
        Self { state: RwSignal::new(State::NotAsked), failures: StoredValue::new(0), session }
    }

    /// The pages, once they are there.
    pub(super) fn ready(self) -> Option<Pages> {
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
        if matches!(self.state.get_untracked(), State::Asked | State::Ready(_)) {
            return;
        }
        self.state.set(State::Asked);
        spawn_local(async move {
            let (pages, sentences) = join(pages(), self.session.fetch_all_sentences()).await;
            self.state.set(match (pages, sentences) {
                (Ok(pages), Ok(())) => State::Ready(pages),
                _ => {
                    self.failures.update_value(|failures| *failures += 1);
                    State::Unreachable
                }
            });
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
    pub(super) fn draw(self, draw: impl Fn(Pages) -> AnyView + Send + 'static) -> AnyView {
        self.fetch();
        dynamic(move || match self.state.get() {
            State::Ready(pages) => draw(pages),
            State::NotAsked | State::Asked => view! { <Waiting /> }.built(),
            State::Unreachable => view! { <Unreachable chunk=self /> }.built(),
        })
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! {
        <Page>
            <PageHeader title=app::loading() />
        </Page>
    }
    .built()
}

/// Says that the page could not be fetched. Tries again by itself when the network is back, and
/// every few seconds.
#[component]
fn Unreachable(chunk: Chunk) -> impl IntoView {
    let again = move || chunk.fetch();
    let online = window_event_listener_untyped("online", move |_| again());
    on_cleanup(move || online.remove());
    if let Ok(timer) = set_timeout_with_handle(again, TRY_AGAIN_AFTER) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <Page>
            <PageHeader title=app::loading() />
            <Notice text=Signal::stored(Some(app::unreachable().to_owned())) />
            <Button label=app::again() on_press=move |()| chunk.fetch_or_reload() />
        </Page>
    }
    .built()
}
