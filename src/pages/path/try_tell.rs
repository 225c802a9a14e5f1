//! A try told afterwards: which day, and what became of it. One tap is enough.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::time::Day;
use askelma_diary::values::Outcome;

use crate::pages::layout::ReadPage;
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{step as s, try_now as y, try_tell as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, DateField, Kind, Notice, Segments};

/// When it was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Today,
    Yesterday,
    Earlier,
}

/// The page: the day of the try, and what became of it.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let today = store.now.get_untracked().day();
    let which = RwSignal::new(When::Today);
    let date = RwSignal::new(Some(today.plus(-2)));
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let tell = move |outcome: Outcome| {
        let navigate = navigate.clone();
        move |()| {
            let day = match which.get() {
                When::Today => Some(today),
                When::Yesterday => Some(today.plus(-1)),
                When::Earlier => date.get().filter(|day| *day <= today),
            };
            match day.and_then(|day| actions::tell_try(store, id, day, outcome)) {
                Some(try_id) => navigate(Route::TryNow(try_id)),
                None => problem.set(Some(t::needs_day().to_owned())),
            }
        }
    };
    let days = vec![
        ChipOption::new(When::Today, t::today()),
        ChipOption::new(When::Yesterday, t::yesterday()),
        ChipOption::new(When::Earlier, t::earlier()),
    ];
    view! {
        <ReadPage
            title=t::title()
            above=step.title.as_str().to_owned()
            back=close_to(Route::Step(id))
        >
            <Card title=t::day()>
                <Segments
                    label=t::day()
                    options=days
                    chosen=which
                    on_choose=move |to| which.set(to)
                />
                <Show when=move || which.get() == When::Earlier>
                    <DateField
                        label=t::date()
                        value=Signal::derive(move || {
                            date.get().map(|day| day.to_string()).unwrap_or_default()
                        })
                        max=today.to_string()
                        on_change=move |text: String| date.set(Day::parse(&text).ok())
                    />
                </Show>
            </Card>
            <Notice text=problem />
            <h2>{y::how_went()}</h2>
            <Button
                label=s::did()
                kind=Kind::Soft
                icon=icondata_lu::LuCheck
                on_press=tell(Outcome::Did)
            />
            <Button
                label=s::part()
                kind=Kind::Soft
                icon=icondata_lu::LuCircleDashed
                on_press=tell(Outcome::Part)
            />
            <Button
                label=s::turned_back()
                kind=Kind::Soft
                icon=icondata_lu::LuUndo2
                on_press=tell(Outcome::TurnedBack)
            />
            <p class="quiet">{t::hint()}</p>
        </ReadPage>
    }
}
