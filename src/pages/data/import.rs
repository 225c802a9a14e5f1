//! A file is read, what would come of it is looked at, and only then it is taken in.

use std::rc::Rc;

use askelma_diary::record::import::{Compared, DeletedHere};
use askelma_diary::values::Mood;
use askelma_files::{BadRow, BadRowKind, Found, MoodName, NamedFile, Preview, Source, records};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::background::Background;
use crate::browser::intl::{self, DateStyle};
use crate::browser::share_file;
use crate::pages::background::{background, why_not};
use crate::pages::data::import_faces::faces;
use crate::pages::{back_to, store};
use crate::routes::Route;
use crate::store::DiaryStore;
use crate::text::{app, data, import as t, nav, trouble};
use crate::ui::{
    Build, Button, Card, FileDrop, HelpLink, Kind, Notice, Page, PageHeader, Switch, dynamic, when,
};

/// A file of more bytes than this is no diary.
const MOST_BYTES: u32 = 20_000_000;
/// Rows that are named one by one.
const ROWS_NAMED: usize = 20;

/// How far it has come.
#[derive(Clone)]
enum Stage {
    /// No file yet.
    Start,
    /// Moods have names of their own.
    Faces(Rc<Vec<NamedFile>>, Vec<MoodName>),
    /// What would come.
    Shown(Rc<(Preview, Compared)>),
    /// Taken in.
    Done,
}

/// What all of the room's pages share.
#[derive(Clone, Copy)]
struct Shared {
    /// How far it has come.
    stage: RwSignal<Stage, LocalStorage>,
    /// What is wrong, or that it takes a moment.
    notice: RwSignal<Option<String>>,
    /// The diary that it is taken into.
    store: DiaryStore,
    /// Who reads the files.
    background: Background,
}

/// The room.
pub fn page() -> AnyView {
    let shared = Shared {
        stage: RwSignal::new_local(Stage::Start),
        notice: RwSignal::new(None::<String>),
        store: store(),
        background: background(),
    };
    view! {
        <Page>
            <PageHeader title=t::title() back=back_to(Route::Data)>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            {dynamic(move || match shared.stage.get() {
                Stage::Start | Stage::Done => start(shared),
                Stage::Faces(files, names) => faces(names, move |chosen| {
                    shared.notice.set(Some(data::working().to_owned()));
                    spawn_local(read(shared, Rc::clone(&files), chosen));
                }),
                Stage::Shown(shown) => preview(shared, shown),
            })}
            <Notice text=shared.notice />
        </Page>
    }
    .built()
}

fn start(shared: Shared) -> AnyView {
    let on_files = move |files: Vec<web_sys::File>| {
        shared.notice.set(Some(data::working().to_owned()));
        spawn_local(async move {
            match read_all(files).await {
                Ok(files) => read(shared, Rc::new(files), Vec::new()).await,
                Err(problem) => {
                    shared.notice.try_set(Some(problem.to_owned()));
                }
            }
        });
    };
    view! {
        <p class="quiet">{t::hint()}</p>
        <FileDrop label=t::choose() hint=t::drop() accept=".json,.csv,.zip" several=true on_files />
        <p class="quiet">{t::other_hint()}</p>
    }
    .built()
}

/// The files' bytes, no more than a diary has in all.
async fn read_all(files: Vec<web_sys::File>) -> Result<Vec<NamedFile>, &'static str> {
    let mut all = Vec::new();
    let mut left = MOST_BYTES;
    for file in files {
        let bytes = share_file::read_up_to(&file, left).await.map_err(|error| match error {
            share_file::FileError::TooLarge => t::e_large(),
            _ => t::e_damaged(),
        })?;
        left = left.saturating_sub(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        all.push(NamedFile { name: file.name(), bytes });
    }
    Ok(all)
}

/// Asks what is in the files, and goes on to what comes of it.
async fn read(shared: Shared, files: Rc<Vec<NamedFile>>, faces: Vec<(String, Option<Mood>)>) {
    let (stage, notice) = match shared.background.read_files(files.as_ref().clone(), faces).await {
        Err(error) => (None, Some(why_not(error))),
        Ok(Found::WhichFaces(names)) => (Some(Stage::Faces(files, names)), None),
        Ok(Found::Preview(preview)) => {
            let weighed = shared.store.weigh(records(&preview.shards));
            (Some(Stage::Shown(Rc::new((preview, weighed)))), None)
        }
    };
    shared.notice.try_set(notice.map(str::to_owned));
    if let Some(stage) = stage {
        shared.stage.try_set(stage);
    }
}

fn preview(shared: Shared, shown: Rc<(Preview, Compared)>) -> AnyView {
    let store = shared.store;
    let (preview, weighed) = (&shown.0, &shown.1);
    let bring_back = RwSignal::new(false);
    let deleted = weighed.deleted_here.len();
    let fresh = weighed.fresh.len();
    let nothing = fresh + weighed.deletions.len() == 0;
    let lines: Vec<_> =
        lines(preview, weighed).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let (from, bad) = (source(preview), bad_rows(&preview.bad));
    let taking = Rc::clone(&shown);
    let take = move |()| {
        let shown = Rc::clone(&taking);
        let (deleted_here, count) = if bring_back.get_untracked() {
            (DeletedHere::ComeBack, fresh + deleted)
        } else {
            (DeletedHere::Stay, fresh)
        };
        spawn_local(async move {
            match store.take_in(&shown.1, deleted_here, t::taken(count)).await {
                Ok(()) => {
                    shared.notice.try_set(Some(t::taken(count)));
                    shared.stage.try_set(Stage::Done);
                }
                Err(_) => {
                    shared.notice.try_set(Some(trouble::not_kept().to_owned()));
                }
            }
        });
    };
    let take = StoredValue::new_local(take);
    view! {
        <Card title=t::comes()>
            <p class="lead">{from}</p>
            <ul class="lines-list">{lines}</ul>
            {nothing.then(|| view! { <p>{t::nothing_new()}</p> })}
        </Card>
        {bad}
        {(deleted > 0).then(|| view! {
            <Card>
                <Switch
                    label=t::bring_back()
                    hint=t::deleted(deleted)
                    on=bring_back
                    on_change=move |on: bool| bring_back.set(on)
                />
            </Card>
        })}
        {when(
            move || !nothing || bring_back.get(),
            move || view! {
                <Button label=t::take() on_press=move |()| take.with_value(|take| take(())) />
            },
        )}
        <Button
            label=app::back()
            kind=Kind::Text
            on_press=move |()| {
                shared.notice.set(None);
                shared.stage.set(Stage::Start);
            }
        />
    }
    .built()
}

fn source(preview: &Preview) -> String {
    match preview.source {
        Source::Backup => {
            let when = preview.made_at.map(|at| {
                format!("{} {}", intl::date(at.calendar_day(), DateStyle::Long), intl::time(at))
            });
            t::from_backup(&when.unwrap_or_default())
        }
        Source::Daylio => t::from_daylio().to_owned(),
        Source::Loop => t::from_loop().to_owned(),
        Source::Plees => t::from_plees().to_owned(),
    }
}

fn lines(preview: &Preview, weighed: &Compared) -> Vec<String> {
    let some = |count: u32, say: fn(usize) -> String| {
        let count = usize::try_from(count).unwrap_or_default();
        (count > 0).then(|| say(count))
    };
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let dates = preview.from.zip(preview.to).map(|(from, to)| {
        t::dates(&intl::date(from, DateStyle::Month), &intl::date(to, DateStyle::Month))
    });
    [
        some(preview.moods, t::moods),
        some(preview.nights, t::nights),
        some(preview.items, t::items),
        some(preview.ticks, t::ticks),
        dates,
        some(small(weighed.fresh.len()), t::new),
        some(small(weighed.known), t::known),
        some(small(weighed.deletions.len()), t::deletions),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn bad_rows(bad: &[BadRow]) -> AnyView {
    if bad.is_empty() {
        return ().built();
    }
    let rows: Vec<_> = bad
        .iter()
        .take(ROWS_NAMED)
        .map(|row| {
            let why = match row.why {
                BadRowKind::Date => t::why_date(),
                BadRowKind::Time => t::why_time(),
                BadRowKind::Mood => t::why_mood(),
                BadRowKind::Times => t::why_times(),
                BadRowKind::Columns => t::why_columns(),
                BadRowKind::Value => t::why_value(),
            };
            view! { <li>{t::bad_row(&row.file, &row.line.to_string(), why)}</li> }
        })
        .collect();
    let more = bad.len().saturating_sub(ROWS_NAMED);
    view! {
        <Card title=t::bad(bad.len())>
            <ul class="lines-list">{rows}</ul>
            {(more > 0).then(|| view! { <p class="quiet">{t::why_more(&more.to_string())}</p> })}
        </Card>
    }
    .built()
}
