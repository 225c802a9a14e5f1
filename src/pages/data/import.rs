//! A file is read, what would come of it is looked at, and only then it is taken in.

use std::rc::Rc;

use askelma_diary::record::import::{Compared, DeletedHere};
use askelma_diary::values::Mood;
use askelma_files::{
    BadRowKind, BadRows, Found, MoodName, NamedFile, Preview, Source, Unread, records,
};
use leptos::task::spawn_local;

use crate::background::Background;
use crate::browser::intl::{self, DateStyle};
use crate::browser::share_file;
use crate::pages::background::{background, why_no_file, why_not};
use crate::pages::data::import_faces::faces;
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store};
use crate::routes::Route;
use crate::store::DiaryStore;
use crate::text::{app, data, import as t, trouble};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, FileDrop, Kind, Notice, Switch};

/// A file of more bytes than this is no diary.
const MAX_BYTES: u32 = 20_000_000;

/// How far it has come.
#[derive(Clone)]
enum Stage {
    /// No file yet.
    Start,
    /// Moods have names of their own.
    Faces(Rc<Vec<NamedFile>>, Vec<MoodName>),
    /// What would come.
    Preview(Rc<(Preview, Compared)>),
    /// Taken in.
    Done,
}

/// What all stages of the page share.
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
    /// How many times something is being read.
    readings: StoredValue<u32>,
}

/// The page: the choice of a file, the faces of own moods, and what would come of it.
pub fn page() -> AnyView {
    let shared = Shared {
        stage: RwSignal::new_local(Stage::Start),
        notice: RwSignal::new(None::<String>),
        store: store(),
        background: background(),
        readings: StoredValue::new(0),
    };
    // Who leaves waits for nothing any more, and a phone has better to do.
    on_cleanup(move || {
        if shared.readings.try_get_value().is_some_and(|readings| readings > 0) {
            shared.background.stop();
        }
    });
    view! {
        <ReadPage title=t::title() back=back_to(Route::Data)>
            {move || match shared.stage.get() {
                Stage::Start | Stage::Done => start(shared),
                Stage::Faces(files, names) => {
                    faces(
                        names,
                        move |chosen| {
                            shared.notice.set(Some(data::working().to_owned()));
                            spawn_local(read(shared, Rc::clone(&files), chosen));
                        },
                    )
                }
                Stage::Preview(compared) => preview(shared, compared),
            }}
            <Notice text=shared.notice />
        </ReadPage>
    }
}

fn start(shared: Shared) -> AnyView {
    let on_files = move |files: Vec<web_sys::File>| {
        shared.notice.set(Some(data::working().to_owned()));
        spawn_local(async move {
            match read_all(files).await {
                Ok(files) => read(shared, Rc::new(files), Vec::new()).await,
                Err(problem) => {
                    shared.notice.try_set(Some(problem));
                }
            }
        });
    };
    view! {
        <p class="quiet">{t::hint()}</p>
        <FileDrop label=t::choose() hint=t::drop() several=true on_files />
        <p class="quiet">{t::other_hint()}</p>
    }
}

/// The files' bytes, no more than a diary has in all.
async fn read_all(files: Vec<web_sys::File>) -> Result<Vec<NamedFile>, String> {
    let mut named_files = Vec::new();
    let mut left = MAX_BYTES;
    for file in files {
        let bytes = share_file::read_up_to(&file, left).await.map_err(|error| {
            let why = match error {
                share_file::FileError::TooLarge => t::e_large(),
                _ => t::e_damaged(),
            };
            t::unread(&file.name(), why)
        })?;
        left = left.saturating_sub(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        named_files.push(NamedFile { name: file.name(), bytes });
    }
    Ok(named_files)
}

/// Asks what is in the files, and goes on to what comes of it.
async fn read(shared: Shared, files: Rc<Vec<NamedFile>>, faces: Vec<(String, Option<Mood>)>) {
    shared.readings.try_update_value(|readings| *readings += 1);
    let found = shared.background.read_files(files.as_ref().clone(), faces).await;
    shared.readings.try_update_value(|readings| *readings -= 1);
    let (stage, notice) = match found {
        Err(error) => (None, Some(why_not(error))),
        Ok(Found::WhichFaces(names)) => (Some(Stage::Faces(files, names)), None),
        Ok(Found::Preview(preview)) => {
            let compared = shared.store.compare(records(&preview.shards));
            (Some(Stage::Preview(Rc::new((preview, compared)))), None)
        }
    };
    shared.notice.try_set(notice.map(str::to_owned));
    if let Some(stage) = stage {
        shared.stage.try_set(stage);
    }
}

fn preview(shared: Shared, previewed: Rc<(Preview, Compared)>) -> AnyView {
    let store = shared.store;
    let (preview, compared) = (&previewed.0, &previewed.1);
    let bring_back = RwSignal::new(false);
    let deleted = compared.deleted_here.len();
    let fresh = compared.fresh.len();
    let nothing = fresh + compared.deletions.len() == 0;
    let lines: Vec<_> =
        lines(preview, compared).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let sources: Vec<_> = preview.sources.iter().map(|from| source(*from, preview)).collect();
    let (sources_line, bad_rows_card) = (sources.join(" · "), bad_rows(&preview.bad));
    let unread_card = unread(&preview.unread);
    let previewed_again = Rc::clone(&previewed);
    let import = move |()| {
        let previewed = Rc::clone(&previewed_again);
        let (deleted_here, count) = if bring_back.get_untracked() {
            (DeletedHere::ComeBack, fresh + deleted)
        } else {
            (DeletedHere::Stay, fresh)
        };
        spawn_local(async move {
            match store.import(&previewed.1, deleted_here, t::taken(count)).await {
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
    let import = StoredValue::new_local(import);
    view! {
        <Card title=t::comes()>
            <p class="lead">{sources_line}</p>
            <ul class="lines-list">{lines}</ul>
            {nothing.then(|| view! { <p>{t::nothing_new()}</p> })}
        </Card>
        {unread_card}
        {bad_rows_card}
        {(deleted > 0)
            .then(|| {
                view! {
                    <Card>
                        <Switch
                            label=t::bring_back()
                            hint=t::deleted(deleted)
                            on=bring_back
                            on_change=move |on: bool| bring_back.set(on)
                        />
                    </Card>
                }
            })}
        <Show when=move || !nothing || bring_back.get()>
            <Button label=t::take() on_press=move |()| import.with_value(|import| import(())) />
        </Show>
        <Button
            label=app::back()
            kind=Kind::Text
            on_press=move |()| {
                shared.notice.set(None);
                shared.stage.set(Stage::Start);
            }
        />
    }
}

fn source(source: Source, preview: &Preview) -> String {
    match source {
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

fn lines(preview: &Preview, compared: &Compared) -> Vec<String> {
    let counted = |count: u32, sentence: fn(usize) -> String| {
        let count = usize::try_from(count).unwrap_or_default();
        (count > 0).then(|| sentence(count))
    };
    let as_u32 = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let dates = preview.from.zip(preview.to).map(|(from, to)| {
        t::dates(&intl::date(from, DateStyle::Month), &intl::date(to, DateStyle::Month))
    });
    [
        counted(preview.moods, t::moods),
        counted(preview.nights, t::nights),
        counted(preview.items, t::items),
        counted(preview.ticks, t::ticks),
        dates,
        counted(preview.cut, t::cut),
        counted(preview.left_notes, t::left_notes),
        counted(as_u32(compared.fresh.len()), t::new),
        counted(as_u32(compared.already_here), t::known),
        counted(as_u32(compared.deletions.len()), t::deletions),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Files of several that cannot be read, each by its name.
fn unread(unread: &[Unread]) -> AnyView {
    let files: Vec<_> = unread
        .iter()
        .map(|Unread { file, why }| view! { <li>{t::unread(file, why_no_file(*why))}</li> })
        .collect();
    match files.len() {
        0 => ().into_any(),
        count => card(t::files(count), files, None),
    }
}

fn bad_rows(bad: &BadRows) -> AnyView {
    let rows: Vec<_> = bad
        .first
        .iter()
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
    let count = usize::try_from(bad.count).unwrap_or(usize::MAX);
    let more = count.saturating_sub(rows.len());
    match count {
        0 => ().into_any(),
        count => card(t::bad(count), rows, (more > 0).then(|| t::why_more(&more.to_string()))),
    }
}

fn card(title: String, lines: Vec<impl IntoView + 'static>, more: Option<String>) -> AnyView {
    view! {
        <Card title>
            <ul class="lines-list">{lines}</ul>
            {more.map(|more| view! { <p class="quiet">{more}</p> })}
        </Card>
    }
    .into_any()
}
