//! A try planned for a day ahead. Nothing counts down to it, and it can be left open again.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::time::Day;
use askelma_diary::values::Minutes;

use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{mood, step_plan as t};
use crate::ui::prelude::*;
use crate::ui::{Card, DateField, TimeField};

/// How far ahead a try may be planned, in days.
const AHEAD_DAYS: i32 = 180;

/// The page: the day of the try and, if wanted, its time.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let today = store.now.get_untracked().day();
    let last = today.plus(AHEAD_DAYS);
    let drafts = drafts();
    let day = drafts.keep("day", Some(today.plus(1)));
    let at_min = drafts.keep("time", None::<u16>);
    let bad_time = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let save = move |()| {
        if bad_time.get() {
            problem.set(Some(mood::not_then().to_owned()));
            return;
        }
        match day.get().filter(|day| (today..=last).contains(day)) {
            Some(day) => {
                let at_min = at_min.get().and_then(|min| Minutes::new(min).ok());
                actions::plan(store, id, day, at_min);
                drafts.saved();
                navigate(Route::Step(id));
            }
            None => problem.set(Some(t::needs_day().to_owned())),
        }
    };
    view! {
        <EditPage
            problem
            save=t::keep()
            on_save=save
            title=t::title()
            above=step.title.as_str().to_owned()
            back=close_to(Route::Step(id))
        >
            <p class="quiet">{t::hint()}</p>
            <Card>
                <DateField
                    label=t::day()
                    value=Signal::derive(move || {
                        day.get().map(|day| day.to_string()).unwrap_or_default()
                    })
                    min=today.to_string()
                    max=last.to_string()
                    on_change=move |text: String| day.set(Day::parse(&text).ok())
                />
                <TimeField
                    label=t::time()
                    hint=t::time_hint()
                    value=at_min
                    bad=bad_time
                    on_change=move |to| at_min.set(to)
                />
            </Card>
        </EditPage>
    }
}
