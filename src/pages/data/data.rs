//! My data: saved, read back, brought from elsewhere, where it lies, and deleting it.

use askelma_diary::diary::Diary;
use askelma_files::tables::Separator;
use askelma_files::{Saved, ShardBytes};
use leptos::task::spawn_local;

use crate::background::Background;
use crate::browser::install::{self, Install};
use crate::browser::intl::{self, DateStyle};
use crate::browser::{clock, device, service_worker, share_file};
use crate::pages::background::{background, why_not};
use crate::pages::data::{leaving, set_aside};
use crate::pages::layout::{ConfirmSheet, ReadPage};
use crate::pages::{back_to, session, store, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, actions};
use crate::text::{app, data as t, language, settings, suggestion, trouble};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, Notice, RowLink, Tint};

/// The page: saving, reading back, where the diary lies, and deleting.
pub fn page() -> AnyView {
    view! {
        <ReadPage title=t::title() back=back_to(Route::Settings)>
            <p class="quiet">{t::hint()}</p>
            {set_aside::cards()}
            {save()}
            <Card title=t::read()>
                <RowLink
                    href=Route::Import.href()
                    title=t::read_backup()
                    hint=t::read_backup_hint()
                    icon=icondata_lu::LuUpload
                    tint=Tint::Moss
                />
                <RowLink
                    href=Route::Import.href()
                    title=t::read_other()
                    hint=t::read_other_hint()
                    icon=icondata_lu::LuFileInput
                    tint=Tint::Sky
                />
            </Card>
            {place()}
            {home_screen()}
            {delete()}
        </ReadPage>
    }
}

/// Which file is being made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileForm {
    Json,
    Tables,
}

fn save() -> AnyView {
    let (store, background) = (store(), background());
    let busy = RwSignal::new(false);
    let notice = RwSignal::new(None::<String>);
    let make = move |form: FileForm| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        notice.set(Some(t::working().to_owned()));
        spawn_local(async move {
            let done = save_as(store, background, form).await;
            notice.try_set(Some(done.unwrap_or_else(str::to_owned)));
            busy.try_set(false);
        });
    };
    view! {
        <Card title=t::save()>
            <Button
                label=t::save_json()
                icon=icondata_lu::LuDownload
                on_press=move |()| make(FileForm::Json)
            />
            <p class="quiet">{t::save_json_hint()}</p>
            <Button
                label=t::save_tables()
                kind=Kind::Outline
                icon=icondata_lu::LuTable
                on_press=move |()| make(FileForm::Tables)
            />
            <p class="quiet">{t::save_tables_hint()}</p>
            <Notice text=notice />
        </Card>
    }
}

/// Makes the file and hands it to the browser; says what came of it.
async fn save_as(
    store: DiaryStore,
    background: Background,
    form: FileForm,
) -> Result<String, &'static str> {
    let shards = store.all_shards().await.map_err(|_| trouble::unavailable())?;
    let shards = shards.into_iter().map(|(key, bytes)| ShardBytes { key, bytes }).collect();
    let made_at = clock::now();
    let day = made_at.calendar_day();
    let (saved, ending, mime) = match form {
        FileForm::Json => (background.backup(shards, made_at).await, "json", "application/json"),
        FileForm::Tables => (
            background.tables(shards, Separator::for_language(language().code())).await,
            "zip",
            "application/zip",
        ),
    };
    let Saved { files, mut missing } = saved.map_err(why_not)?;
    // What was found damaged earlier is no longer among the shards.
    store.aside.with_untracked(|aside| missing.extend(aside.iter().map(|part| part.shard)));
    missing.sort_unstable();
    missing.dedup();
    for (number, file) in (1..).zip(&files) {
        let part = if files.len() == 1 { String::new() } else { format!("-{number}") };
        let name = format!("askelma-{day}{part}.{ending}");
        share_file::download_as(&name, mime, file).map_err(|_| app::engine())?;
    }
    if form == FileForm::Json {
        actions::note_backup(store, day).await;
    }
    let saved_line = match files.len() {
        1 => t::saved_file().to_owned(),
        count => t::saved_files(&count.to_string()),
    };
    let missing: Vec<String> = missing.into_iter().map(wording::part_name).collect();
    let missing_line =
        if missing.is_empty() { String::new() } else { t::saved_without(&missing.join(", ")) };
    Ok([saved_line, missing_line].join(" ").trim_end().to_owned())
}

fn place() -> AnyView {
    let store = store();
    let used = LocalResource::new(device::space_used);
    let persisted = LocalResource::new(device::persisted);
    let offline = LocalResource::new(service_worker::works_offline);
    // It goes with the page.
    StoredValue::new_local(service_worker::on_taken_over(move || offline.refetch()));
    let offline_line = move || {
        let whole = offline.get().flatten()?;
        let line = if whole { t::place_offline() } else { t::place_not_offline() };
        Some(view! { <p>{line}</p> })
    };
    let ask_to_persist = move |()| {
        spawn_local(async move {
            device::ask_to_persist().await;
            persisted.refetch();
        });
    };
    let used_line = move || {
        used.get().map(|used| used.map_or_else(|| t::place_used_unknown().to_owned(), size_line))
    };
    let backed_up = Signal::derive(move || {
        let backed_up = store.diary.with(Diary::choices).backed_up;
        backed_up.map_or_else(
            || t::place_never().to_owned(),
            |day| t::place_backed(&intl::date(day, DateStyle::Short)),
        )
    });
    view! {
        <Card title=t::place()>
            <p>{settings::kept_hint()}</p>
            <p>{move || used_line()}</p>
            {offline_line}
            {move || match persisted.get() {
                None => ().into_any(),
                Some(true) => view! { <p>{t::place_kept()}</p> },
                Some(false) => {
                    view! {
                        <p>{t::place_not_kept()}</p>
                        <Button label=t::place_ask() kind=Kind::Outline on_press=ask_to_persist />
                    }
                }
            }}
            <p class="quiet">{move || backed_up.get()}</p>
        </Card>
    }
}

/// The way to the home screen, where the browser has one.
fn home_screen() -> AnyView {
    let home = RwSignal::new(install::state());
    let ask = move |()| {
        spawn_local(async move {
            install::ask().await;
            home.try_set(install::state());
        });
    };
    let line = move || match home.get() {
        Install::Unknown => ().into_any(),
        Install::Done => view! {
            <Card title=t::home()>
                <p>{t::home_done()}</p>
            </Card>
        },
        Install::Offered => view! {
            <Card title=t::home()>
                <p>{suggestion::install_why()}</p>
                <Button label=suggestion::install_do() kind=Kind::Outline on_press=ask />
            </Card>
        },
        Install::ByHand => view! {
            <Card title=t::home()>
                <p>{suggestion::install_why()}</p>
                <p>{suggestion::how()}</p>
            </Card>
        },
    };
    view! { {line} }
}

/// Kilobytes or megabytes, as the language writes them.
fn size_line(bytes: f64) -> String {
    let kilobytes = bytes / 1000.0;
    let size = if kilobytes < 1000.0 {
        format!("{} kB", intl::number(kilobytes.ceil(), 0))
    } else {
        format!("{} MB", intl::number(kilobytes / 1000.0, 1))
    };
    t::place_used(&size)
}

fn delete() -> AnyView {
    let (store, session) = (store(), session());
    let asks_sure = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let delete = move |()| {
        spawn_local(async move {
            if !leaving::delete_everything(store, session).await {
                asks_sure.try_set(false);
                problem.try_set(Some(trouble::not_kept().to_owned()));
            }
        });
    };
    view! {
        <Card title=settings::delete()>
            <p class="quiet">{settings::delete_hint()}</p>
            <Button
                label=settings::delete()
                kind=Kind::Outline
                icon=icondata_lu::LuTrash2
                on_press=move |()| asks_sure.set(true)
            />
            <Notice text=problem />
        </Card>
        <ConfirmSheet
            open=asks_sure
            title=settings::delete_sure()
            hint=settings::delete_hint()
            confirm=settings::delete_do()
            on_confirm=delete
        />
    }
}
