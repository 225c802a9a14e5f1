//! A step made smaller: ways to cut it, each a new stone before it in the person's own words.

use askelma_diary::id::Id;
use askelma_diary::path::{self, WantedStep};
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::path::path_edit::LONGEST;
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{app, step_split as t};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, TextArea, TextField};

/// Half the time, among the ways below.
const HALF_TIME: u16 = 3;

/// The ways to cut a step; the easiest cut first: that is the order of the stones.
fn ways() -> [&'static str; 6] {
    [
        t::only_look(),
        t::without_in(),
        t::half_way(),
        t::half_time(),
        t::quiet_time(),
        t::with_someone(),
    ]
}

/// A new stone that is being put into words: the way it is cut, and its words.
type NewStone = (u16, RwSignal<String>);

/// The page: the ways to cut the step, and the words of each new stone.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let title = step.title.as_str().to_owned();
    let drafts = drafts();
    let stones = drafts.keep_as(
        "stones",
        Vec::<NewStone>::new(),
        |stones| stones.iter().map(|(way, text)| (*way, text.get())).collect::<Vec<_>>(),
        |stones, draft| {
            *stones = draft.into_iter().map(|(way, text)| (way, RwSignal::new(text))).collect();
        },
    );
    let own_words = drafts.keep("own", String::new());
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let half = step.planned_min.map(|planned| planned.half(1));
    let save = move |()| {
        let new_step = |way: Option<u16>, text: String| {
            let title = Words::new(&text).map_err(|_| app::too_long())?;
            let planned_min = half.filter(|_| way == Some(HALF_TIME));
            Ok(title.map(|title| WantedStep { planned_min, ..WantedStep::titled(title) }))
        };
        let drafted_steps =
            stones.get().into_iter().map(|(way, text)| new_step(Some(way), text.get()));
        let steps: Result<Vec<_>, &str> =
            drafted_steps.chain([new_step(None, own_words.get())]).collect();
        match steps.map(|steps| steps.into_iter().flatten().collect::<Vec<_>>()) {
            Ok(wanted) if wanted.is_empty() => problem.set(Some(t::needs_one().to_owned())),
            Ok(wanted) => {
                actions::split(store, id, wanted);
                drafts.saved();
                navigate(Route::PathOf(step.path));
            }
            Err(sentence) => problem.set(Some(sentence.to_owned())),
        }
    };
    view! {
        <EditPage
            problem
            save=t::put()
            on_save=save
            title=t::title()
            above=title.clone()
            back=close_to(Route::Step(id))
        >
            <p class="quiet">{t::hint()}</p>
            {choice(title, stones)}
            <Show when=move || stones.with(|stones| !stones.is_empty())>{words(stones)}</Show>
            <TextField label=t::own() value=own_words limit=LONGEST />
        </EditPage>
    }
}

fn choice(title: String, stones: RwSignal<Vec<NewStone>>) -> AnyView {
    let options = ways()
        .iter()
        .zip(0_u16..)
        .map(|(way, number)| ChipOption::new(number, (*way).to_owned()))
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || {
        stones.with(|stones_now| stones_now.iter().map(|(way, _)| *way).collect())
    });
    let toggle = move |number: u16| {
        let way = ways().get(usize::from(number)).copied().unwrap_or_default();
        let text = format!("{title}: {}", way.to_lowercase());
        stones.update(|stones_now| {
            match stones_now.binary_search_by_key(&number, |(way, _)| *way) {
                Ok(index) => {
                    stones_now.remove(index);
                }
                Err(index) => stones_now.insert(index, (number, RwSignal::new(text))),
            }
        });
    };
    view! {
        <Card title=t::how()>
            <Chips label=t::how() options chosen on_toggle=toggle />
        </Card>
    }
}

/// The new stones, easiest first, to be said in own words.
fn words(stones: RwSignal<Vec<NewStone>>) -> AnyView {
    let numbered = move || stones.get().into_iter().zip(1_u16..).collect::<Vec<_>>();
    view! {
        <Card title=t::new_stones()>
            <p class="quiet">{t::new_hint()}</p>
            <For each=numbered key=|((way, _), number)| (*way, *number) let:numbered>
                {field(numbered)}
            </For>
        </Card>
    }
}

fn field(((_, text), number): (NewStone, u16)) -> AnyView {
    let label = t::stone(&number.to_string());
    // The whole of it is to be read while it is changed.
    view! { <TextArea label value=text limit=LONGEST /> }
}
