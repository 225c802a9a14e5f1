//! The path: the stones, where I stand, and what can be done from here.

use askelma_diary::diary::Diary;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Standing, Stone};

use crate::pages::layout::ReadPage;
use crate::pages::path::try_words::guess_and_real;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::{actions, path as path_actions};
use crate::text::{path as t, sheet_path, step as s};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card, Drawn, EmptyState, Kind, Light, LinkButton, RowLink, Season, StoneMark,
    StoneState, StoneView, Stones, Tint,
};

/// The path of that record, or today's.
pub fn page(asked_path: Option<Id>) -> AnyView {
    let store = store();
    let open = Memo::new(move |_| {
        store.diary.with(|diary| {
            let existing_path = asked_path.filter(|id| path::path(diary, *id).is_some());
            existing_path.or_else(|| path::todays_path(diary))
        })
    });
    view! { {move || open.get().map_or_else(none, one)} }
}

fn none() -> AnyView {
    view! {
        <ReadPage title=t::title() above=t::above()>
            <EmptyState
                icon=icondata_lu::LuFootprints
                title=t::empty_title()
                sentence=t::empty()
                tint=Tint::Spruce
            >
                <LinkButton href=Route::PathReady.href() label=t::ready() />
                <LinkButton
                    href=Route::PathNew.href()
                    label=t::own()
                    kind=Kind::Outline
                    icon=icondata_lu::LuPlus
                />
            </EmptyState>
            {|| others(None)}
        </ReadPage>
    }
}

fn one(id: Id) -> AnyView {
    let store = store();
    let stones = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| path::stones(diary, id, today))
    });
    let above = store.diary.with_untracked(|diary| {
        path::path(diary, id).map(|path| path.title.as_str().to_owned()).unwrap_or_default()
    });
    let archived = Memo::new(move |_| {
        store.diary.with(|diary| path::path(diary, id).is_some_and(|path| path.archived.is_some()))
    });
    let title = Signal::derive(move || {
        let behind = stones.with(|stones_now| {
            stones_now.iter().filter(|stone| stone.standing == Standing::Behind).count()
        });
        if behind == 0 { t::first_stone().to_owned() } else { t::behind(behind) }
    });
    let as_list =
        Memo::new(move |_| store.diary.with(|diary| diary.choices().path_as_list == Some(true)));
    let now = store.now.get_untracked();
    let (_, month, _) = now.day().ymd();
    let drawing = move || {
        let foot =
            if archived.get() { None } else { stones.with(|stones_now| from_here(stones_now)) };
        let stones = stones.get().iter().map(stone_view).collect::<Vec<_>>();
        let drawn = if as_list.get() { Drawn::List } else { Drawn::Picture };
        view! {
            <Stones
                label=t::list()
                stones
                drawn
                season=Season::of_month(month)
                light=Light::of(month, now.clock_min())
                foot
            />
        }
    };
    let other_view_label = Signal::derive(move || {
        if as_list.get() { t::as_picture() } else { t::as_list() }.to_owned()
    });
    let sum = Memo::new(move |_| store.diary.with(|diary| path::path_sum(diary, id)));
    let guess_line = move || {
        let sum = sum.get();
        (sum.both > 0).then(|| view! { <p class="lead">{guess_and_real(sum)}</p> })
    };
    view! {
        <ReadPage title above>
            {drawing}
            <Show when=move || archived.get()>{put_away(id)}</Show>
            {guess_line}
            <Show when=move || !as_list.get()>
                <p class="quiet">{t::legend()}</p>
            </Show>
            <div class="pair">
                <Button
                    label=other_view_label
                    kind=Kind::Soft
                    on_press=move |()| {
                        let list = !as_list.get_untracked();
                        actions::choose(store, |choices| choices.path_as_list = Some(list));
                    }
                />
                <LinkButton href=Route::PathEdit(id).href() label=t::change() kind=Kind::Soft />
            </div>
            {move || others(Some(id))}
        </ReadPage>
    }
}

fn put_away(id: Id) -> AnyView {
    let store = store();
    view! {
        <Card>
            <p>{t::archived()}</p>
            <Button
                label=t::take_out()
                kind=Kind::Soft
                on_press=move |()| path_actions::archive(store, id, path_actions::Put::Back)
            />
        </Card>
    }
}

fn stone_view(stone: &Stone) -> StoneView {
    let label = stone.step.title.as_str().to_owned();
    let (state, standing) = match stone.standing {
        Standing::Behind => (StoneState::Behind, t::spoken_behind()),
        Standing::Here => (StoneState::Here, t::spoken_here()),
        Standing::Ahead => (StoneState::Ahead, t::spoken_ahead()),
    };
    let standing = if stone.paused { t::spoken_paused() } else { standing };
    let number = stone.step.guess.map(|guess| guess.get().to_string());
    let mut spoken = vec![standing.to_owned()];
    spoken.extend(number.as_ref().map(|number| t::spoken_guess(number)));
    let tries = usize::try_from(stone.tries).unwrap_or_default();
    if tries > 0 {
        spoken.push(s::tries(tries));
    }
    if let Some((guess, felt)) = stone.last {
        spoken.push(sheet_path::spoken_felt(&felt.to_string(), &guess.to_string()));
    }
    let mark = match (stone.paused, stone.standing, number) {
        (true, ..) => StoneMark::Paused,
        (false, Standing::Behind, _) if stone.done => StoneMark::Done,
        (.., Some(number)) => StoneMark::Number(number),
        _ => StoneMark::Blank,
    };
    // The easier a step turned out to be, the more its picture is worth: guess and felt, in short.
    let note = match stone.last {
        Some((guess, felt)) => wording::felt(guess, felt),
        None => String::new(),
    };
    StoneView {
        label,
        note,
        mark,
        state,
        spoken: spoken.join(", "),
        href: Route::Step(stone.id).href(),
    }
}

/// The card at the foot: guess and felt of where I stand, and the two ways on.
fn from_here(stones: &[Stone]) -> Option<AnyView> {
    let store = store();
    let here = stones.iter().find(|stone| stone.standing == Standing::Here)?;
    let id = here.id;
    let going_on = store.diary.with_untracked(|diary| {
        path::going_on(diary, store.now.get_untracked())
            .filter(|(_, current_try)| current_try.path == here.step.path)
            .map(|(id, _)| id)
    });
    let numbers = match (here.last, here.step.guess) {
        (Some((guess, felt)), _) => Some(t::guessed_felt(&guess.to_string(), &felt.to_string())),
        (None, Some(guess)) => Some(t::guess_only(&guess.get().to_string())),
        (None, None) => None,
    };
    let buttons = match going_on {
        Some(try_id) => {
            view! { <LinkButton href=Route::TryNow(try_id).href() label=t::go_on() /> }
        }
        None if here.paused => {
            view! { <LinkButton href=Route::Step(id).href() label=t::paused_look() kind=Kind::Soft /> }
        }
        None => view! {
            <div class="pair">
                <LinkButton href=Route::StepSplit(id).href() label=t::smaller() kind=Kind::Soft />
                <LinkButton href=Route::TryBefore(id).href() label=t::try_it() />
            </div>
        },
    };
    let title = here.step.title.as_str().to_owned();
    let line = match (going_on, here.paused) {
        (Some(_), _) => Some(t::going_on().to_owned()),
        (None, true) => Some(s::paused().to_owned()),
        (None, false) => numbers,
    };
    Some(view! {
        <Card>
            <div>
                <p class="row-title">{title}</p>
                {line.map(|line| view! { <p class="row-hint">{line}</p> })}
            </div>
            {buttons}
        </Card>
    })
}

/// The other paths, those put away last, and a new one.
fn others(open: Option<Id>) -> AnyView {
    let store = store();
    let rows = store.diary.with(|diary: &Diary| {
        let mut paths = path::all_paths(diary);
        paths.retain(|(id, _)| Some(*id) != open);
        let (archived, open_paths): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|(_, path)| path.archived.is_some());
        open_paths
            .into_iter()
            .chain(archived)
            .map(|(id, path)| {
                let hint = if path.archived.is_some() { t::archived() } else { "" };
                view! {
                    <RowLink
                        href=Route::PathOf(id).href()
                        title=path.title.as_str().to_owned()
                        hint=hint.to_owned()
                        icon=icondata_lu::LuFootprints
                        tint=Tint::Plain
                    />
                }
            })
            .collect::<Vec<_>>()
    });
    let more = (!rows.is_empty()).then(|| view! { <h2>{t::more()}</h2> });
    let new_buttons = open.is_some().then(|| {
        view! {
            <div class="pair">
                <LinkButton href=Route::PathReady.href() label=t::ready() kind=Kind::Outline />
                <LinkButton href=Route::PathNew.href() label=t::new() kind=Kind::Outline />
            </div>
        }
    });
    view! {
        {more}
        {rows}
        {new_buttons}
    }
}
