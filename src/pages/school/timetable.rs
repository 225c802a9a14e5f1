//! The timetable, and the own plan beside it: hours or lessons for each weekday, from a date on.

use askelma_diary::entries::Timetable;
use askelma_diary::id::Id;
use askelma_diary::school::edit::{PlanError, tables};
use askelma_diary::school::{SchoolPlan, Which};
use askelma_diary::time::Day;

use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::school::timetable_day::{Open, lesson_sheet, weekday_card};
use crate::pages::school::timetable_form::{Form, hours_of};
use crate::pages::{back_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::school as actions;
use crate::text::timetable as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Card, DateField, Kind, RowButton, Tint};

/// Before this date nobody chose a first date: "how long is a school day?" counts for every date.
const NOBODY_CHOSE: i32 = 2001;

/// The page of one of the two.
pub fn page(which: Which) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let current_table = store.diary.with_untracked(|diary| {
        let plan = SchoolPlan::read(diary);
        // An own plan begins as nothing but what the full one leaves room for.
        plan.timetable(today, which).cloned()
    });
    // The version that is open: `None` for what counts from a new date on.
    let chosen = RwSignal::new(None::<(Id, Timetable)>);
    let (title, hint) = match which {
        Which::Full => (t::title(), t::hint()),
        Which::OwnPlan => (t::own_title(), t::own_hint()),
    };
    let page_drafts = drafts();
    let form = move || {
        let version = chosen.get();
        let table = version.as_ref().map(|(_, table)| table).or(current_table.as_ref());
        let from = version.as_ref().map_or(today, |(_, table)| table.from);
        let id = version.as_ref().map(|(id, _)| *id);
        let drafts = page_drafts.part(&id.map_or_else(|| "new".to_owned(), Id::hex));
        editor(Form::of(which, table, from, &drafts), table, id, drafts)
    };
    view! {
        <ReadPage title back=back_to(Route::School)>
            <p class="quiet">{hint}</p>
            {form}
            {versions(which, chosen)}
        </ReadPage>
    }
}

fn editor(form: Form, table: Option<&Timetable>, version: Option<Id>, drafts: Drafts) -> AnyView {
    let store = store();
    let open = RwSignal::new(None::<Open>);
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let leave = navigate.clone();
    let (drafts_saved, drafts_removed) = (drafts.clone(), drafts.clone());
    let save = move |()| match actions::keep_table(store, form.which, &form.wanted()) {
        Ok(()) => {
            drafts_saved.saved();
            navigate(Route::School);
        }
        Err(error) => problem.set(Some(why(error).to_owned())),
    };
    let remove = version.map(|id| {
        view! {
            <RemoveButton
                label=t::remove()
                on_press=move |()| {
                    actions::remove_table(store, form.which, id);
                    drafts_removed.saved();
                    leave(Route::School);
                }
            />
            <p class="quiet centre">{t::remove_hint()}</p>
        }
    });
    let first = table.map(|table| table.from).filter(|from| from.ymd().0 >= NOBODY_CHOSE);
    let days = (0..5).map(|weekday| weekday_card(form, weekday, open)).collect::<Vec<_>>();
    let weekend = (5..7).map(|weekday| weekday_card(form, weekday, open)).collect::<Vec<_>>();
    let weekend_open = (5..7).any(|weekday| untrack(|| form.minutes(weekday)) > 0);
    view! {
        {copy_full(form)}
        {dates(form, first)}
        {days}
        <details class="more" open=weekend_open>
            <summary>{t::weekend()}</summary>
            <div class="stack">{weekend}</div>
        </details>
        <SaveBar problem on_save=save />
        {remove}
        {move || open.get().map(|at| lesson_sheet(form, at, open, &drafts))}
    }
}

fn why(error: PlanError) -> &'static str {
    match error {
        PlanError::EndsBeforeItBegins | PlanError::TooLong => t::ends_early(),
        PlanError::OverADay => t::over_a_day(),
    }
}

fn dates(form: Form, first: Option<Day>) -> AnyView {
    let hint = match first {
        Some(first) => t::from_hint(&wording::short(first)),
        None => t::from_hint_new().to_owned(),
    };
    let until = (form.which == Which::OwnPlan).then(|| {
        let value =
            Signal::derive(move || form.until.get().map(|day| day.to_string()).unwrap_or_default());
        let change = move |date: String| form.until.set(Day::parse(&date).ok());
        view! { <DateField label=t::until() hint=t::until_hint() value on_change=change /> }
    });
    let change = move |date: String| {
        if let Ok(date) = Day::parse(&date) {
            form.from.set(date);
        }
    };
    view! {
        <Card>
            <DateField
                label=t::from()
                hint
                value=Signal::derive(move || form.from.get().to_string())
                on_change=change
            />
            {until}
        </Card>
    }
}

/// An own plan is often a part of the full timetable.
fn copy_full(form: Form) -> Option<AnyView> {
    let store = store();
    let full = store.diary.with_untracked(|diary| {
        let day = store.now.get_untracked().day();
        SchoolPlan::read(diary).timetable(day, Which::Full).cloned()
    });
    let full = full.filter(|_| form.which == Which::OwnPlan)?;
    let press = move |()| {
        form.hours.set(hours_of(&full));
        form.lessons.set(full.lessons.clone());
    };
    let button = view! { <Button label=t::copy_full() kind=Kind::Soft on_press=press /> };
    Some(button)
}

/// Earlier and later versions, each to be opened.
fn versions(which: Which, chosen: RwSignal<Option<(Id, Timetable)>>) -> AnyView {
    let store = store();
    let all = Memo::new(move |_| store.diary.with(|diary| tables(diary, which)));
    let rows = move || {
        let all = all.get();
        let open = chosen.with(|chosen| chosen.as_ref().map(|(id, _)| *id));
        let ends: Vec<Option<Day>> = all.iter().skip(1).map(|(_, next)| Some(next.from)).collect();
        let rows =
            all.into_iter().zip(ends.into_iter().chain([None])).map(|((id, table), next)| {
                let until = match (table.until, next.map(|next| next.plus(-1))) {
                    (Some(until), Some(end)) => Some(until.min(end)),
                    (until, end) => until.or(end),
                };
                let from = if table.from.ymd().0 < NOBODY_CHOSE {
                    t::always().to_owned()
                } else {
                    wording::short(table.from)
                };
                let title = match until {
                    Some(until) => t::span(&from, &wording::short(until)),
                    None if table.from.ymd().0 < NOBODY_CHOSE => from,
                    None => t::span_open(&from),
                };
                let week: u32 = table.week_min.iter().map(|min| u32::from(min.get())).sum();
                let mut hint = t::a_week(&wording::length(week));
                if open == Some(id) {
                    hint = format!("{hint} · {}", t::this());
                }
                let press = move |()| chosen.set(Some((id, table.clone())));
                view! {
                    <RowButton
                        title=wording::capital(&title)
                        hint
                        icon=icondata_lu::LuCalendarDays
                        tint=Tint::Spruce
                        on_press=press
                    />
                }
            });
        let rows = rows.collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>{t::versions()}</h2>
                {rows}
            }
        })
    };
    view! { {rows} }
}
