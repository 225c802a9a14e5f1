//! The path: the stones, where I stand, and what can be done from here.

use askelma_diary::diary::Diary;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Standing, Stone};
use leptos::prelude::*;

use crate::components::{
    Build, Button, Card, EmptyState, HelpLink, Kind, LinkButton, Page, PageHeader, RowLink, Season,
    StoneState, StoneView, Stones, Tint, dynamic,
};
use crate::rooms::{Place, keeper};
use crate::state::actions;
use crate::text::{nav, path as t, step as s};

/// The path of that record, or today's.
pub fn path(of: Option<Id>) -> AnyView {
    let keeper = keeper();
    let open = Memo::new(move |_| of.or_else(|| keeper.diary.with(path::todays_path)));
    dynamic(move || open.get().map_or_else(none, one))
}

fn help() -> AnyView {
    view! { <HelpLink href=Place::Help.href() label=nav::help() /> }.built()
}

fn none() -> AnyView {
    view! {
        <Page>
            <PageHeader title=t::title() above=t::above()>{help()}</PageHeader>
            <EmptyState
                icon=icondata_lu::LuFootprints
                title=t::empty_title()
                sentence=t::empty()
                tint=Tint::Spruce
            >
                <LinkButton href=Place::Ladders.href() label=t::ready() />
                <LinkButton href=Place::NewPath.href() label=t::own() kind=Kind::Outline icon=icondata_lu::LuPlus />
            </EmptyState>
        </Page>
    }
    .built()
}

fn one(id: Id) -> AnyView {
    let keeper = keeper();
    let stones = Memo::new(move |_| keeper.diary.with(|diary| path::stones(diary, id)));
    let above = keeper.diary.with_untracked(|diary| {
        path::path(diary, id).map(|it| it.title.as_str().to_owned()).unwrap_or_default()
    });
    let title = Signal::derive(move || {
        let behind =
            stones.with(|all| all.iter().filter(|it| it.standing == Standing::Behind).count());
        if behind == 0 { t::first_stone().to_owned() } else { t::behind(behind) }
    });
    let as_list =
        Memo::new(move |_| keeper.diary.with(|diary| diary.choices().path_as_list == Some(true)));
    let now = keeper.now.get_untracked();
    let (_, month, _) = now.day().ymd();
    let picture = move || {
        let stones = stones.get().iter().map(seen).collect::<Vec<_>>();
        view! {
            <Stones
                label=t::list()
                stones
                plain=as_list.get()
                season=Season::of_month(month)
                day=(DAY_FROM_MIN..DAY_TO_MIN).contains(&now.clock_min())
            />
        }
    };
    let other = Signal::derive(move || {
        if as_list.get() { t::as_picture() } else { t::as_list() }.to_owned()
    });
    view! {
        <Page>
            <PageHeader title above=above>{help()}</PageHeader>
            {dynamic(picture)}
            {dynamic(move || stones.with(|all| from_here(all)))}
            <Button
                label=other
                kind=Kind::Text
                on_press=move |()| {
                    let list = !as_list.get_untracked();
                    actions::choose(keeper, |choices| choices.path_as_list = Some(list));
                }
            />
            {dynamic(move || others(id))}
        </Page>
    }
    .built()
}

/// The picture's day, in clock minutes.
const DAY_FROM_MIN: u16 = 8 * 60;
const DAY_TO_MIN: u16 = 16 * 60;

fn seen(stone: &Stone) -> StoneView {
    let label = stone.step.title.as_str().to_owned();
    let (state, standing) = match stone.standing {
        Standing::Behind => (StoneState::Behind, t::spoken_behind(&label)),
        Standing::Here => (StoneState::Here, t::spoken_here(&label)),
        Standing::Ahead => (StoneState::Ahead, t::spoken_ahead(&label)),
    };
    let number = stone.step.guess.map(|guess| guess.get().to_string());
    let mut spoken = vec![standing];
    spoken.extend(number.as_ref().map(|number| t::spoken_guess(number)));
    if stone.tries > 0 {
        spoken.push(s::tries(usize::try_from(stone.tries).unwrap_or_default()));
    }
    StoneView {
        label,
        number,
        state,
        done: stone.done,
        settles: false,
        spoken: spoken.join(", "),
        href: Place::Step(stone.id).href(),
    }
}

/// The card at the foot: guess and felt of where I stand, and the two ways on.
fn from_here(stones: &[Stone]) -> Option<AnyView> {
    let here = stones.iter().find(|stone| stone.standing == Standing::Here)?;
    let id = here.id;
    let numbers = match (here.last, here.step.guess) {
        (Some((guess, felt)), _) => Some((t::guessed_felt(), format!("{guess} → {felt}"))),
        (None, Some(guess)) => Some((t::guess_only(), guess.get().to_string())),
        (None, None) => None,
    };
    let numbers = numbers.map(|(label, shown)| {
        view! {
            <p class="quiet">{label}</p>
            <p class="lead">{shown}</p>
        }
    });
    let title = here.step.title.as_str().to_owned();
    Some(
        view! {
            <Card>
                <p class="row-title">{title}</p>
                {numbers}
                <div class="pair">
                    <LinkButton href=Place::Split(id).href() label=t::smaller() kind=Kind::Soft />
                    <LinkButton href=Place::BeforeTry(id).href() label=t::try_it() />
                </div>
            </Card>
        }
        .built(),
    )
}

/// The other paths, those put away last, and a new one.
fn others(open: Id) -> AnyView {
    let keeper = keeper();
    let rows = keeper.diary.with(|diary: &Diary| {
        let mut all = path::all_paths(diary);
        all.retain(|(id, _)| *id != open);
        let (away, here): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(_, it)| it.archived.is_some());
        here.into_iter()
            .chain(away)
            .map(|(id, it)| {
                let hint = if it.archived.is_some() { t::archived() } else { "" };
                view! {
                    <RowLink
                        href=Place::PathOf(id).href()
                        title=it.title.as_str().to_owned()
                        hint=hint.to_owned()
                        icon=icondata_lu::LuFootprints
                        tint=Tint::Plain
                    />
                }
            })
            .collect::<Vec<_>>()
    });
    view! {
        {rows}
        <LinkButton href=Place::Ladders.href() label=t::ready() kind=Kind::Soft />
        <LinkButton
            href=Place::NewPath.href()
            label=t::new()
            kind=Kind::Soft
            icon=icondata_lu::LuPlus
        />
    }
    .built()
}
