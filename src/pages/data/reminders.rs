//! Reminders, and planned tries if wanted, for the phone's own calendar, under neutral titles.

use askelma_diary::diary::Diary;
use askelma_diary::entries::{Reminder, StepPlan};
use askelma_diary::id::Id;
use askelma_diary::order::by_number;
use askelma_diary::path;
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, Words};
use askelma_diary::weekdays::SCHOOL_DAYS;
use leptos::task::spawn_local;

use crate::background::{Background, CalendarInput};
use crate::browser::intl::{self, DateStyle};
use crate::browser::{clock, share_file};
use crate::pages::background::{background, why_not};
use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, RemoveButton};
use crate::pages::{back_to, store};
use crate::routes::Route;
use crate::store::{DiaryStore, actions};
use crate::text::{app, reminders as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, Chips, Kind, Notice, Switch, TextField, TimeField};

/// Where a new reminder begins: eight in the morning, Monday to Friday.
const USUAL_MIN: u16 = 8 * 60;
const PLANNED_DAYS: i32 = 366;

/// The page: the reminders, the calendar's file, and the gentle nudge.
pub fn page() -> AnyView {
    let (store, background) = (store(), background());
    // The list of names alone: what changes inside one keeps the keyboard's place.
    let ids = Memo::new(move |_| {
        store.diary.with(|diary| {
            let mut reminders: Vec<(Id, &Reminder)> = diary.all().collect();
            by_number(&mut reminders, |(_, reminder)| i64::from(reminder.at_min.get()));
            reminders.into_iter().map(|(id, _)| id).collect::<Vec<Id>>()
        })
    });
    let has_plans =
        Memo::new(move |_| store.diary.with(|diary| !plans(diary, store.today()).is_empty()));
    // Chosen anew for each file: a plan in a calendar is a choice of that moment.
    let with_tries = RwSignal::new(false);
    let has_entries = move || ids.with(|ids| !ids.is_empty()) || has_plans.get();
    let problem = RwSignal::new(None::<String>);
    let add = move |()| {
        if let Ok(at_min) = Minutes::new(USUAL_MIN) {
            actions::add_reminder(store, Reminder { at_min, weekdays: SCHOOL_DAYS, title: None });
        }
    };
    let make = move |()| {
        let plans = if with_tries.get_untracked() {
            let today = store.now.get_untracked().day();
            store.diary.with_untracked(|diary| plans(diary, today))
        } else {
            Vec::new()
        };
        spawn_local(async move {
            let result = calendar(store, background, plans).await.unwrap_or_else(|problem| problem);
            problem.try_set(Some(result.to_owned()));
        });
    };
    view! {
        <ReadPage title=t::title() back=back_to(Route::Settings)>
            <p class="quiet">{t::hint()}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <p>{t::none()}</p>
            </Show>
            <For each=move || ids.get() key=|id| *id let:id>
                {one(id)}
            </For>
            <Button label=t::add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
            <Show when=has_entries>
                <Card>
                    <Show when=move || has_plans.get()>{planned_too(with_tries)}</Show>
                    <Button label=t::make() icon=icondata_lu::LuCalendarPlus on_press=make />
                    <p class="quiet">{t::make_hint()}</p>
                    <Notice text=problem />
                </Card>
            </Show>
            <Card>
                <Switch
                    label=t::nudge()
                    hint=t::nudge_hint()
                    on=Signal::derive(move || {
                        store.diary.with(|diary| diary.choices().nudge_off != Some(true))
                    })
                    on_change=move |on: bool| {
                        actions::choose(store, |choices| choices.nudge_off = Some(!on));
                    }
                />
            </Card>
        </ReadPage>
    }
}

/// Whether planned tries go along.
fn planned_too(with_tries: RwSignal<bool>) -> AnyView {
    view! {
        <Switch
            label=t::tries()
            hint=t::tries_hint(t::neutral())
            on=with_tries
            on_change=move |on: bool| with_tries.set(on)
        />
    }
}

/// The tries planned from a date on, a year ahead: nobody plans one later.
fn plans(diary: &Diary, from: Day) -> Vec<(Id, StepPlan)> {
    path::planned_between(diary, from, from.plus(PLANNED_DAYS))
}

fn read(store: DiaryStore, id: Id) -> Option<Reminder> {
    store.diary.with(|diary| diary.find::<Reminder>(id).cloned())
}

fn one(id: Id) -> AnyView {
    let store = store();
    let reminder = Memo::new(move |_| read(store, id));
    let change = move |change: &dyn Fn(&mut Reminder)| {
        if let Some(mut reminder) = reminder.get_untracked() {
            change(&mut reminder);
            actions::keep_reminder(store, id, reminder);
        }
    };
    let problem = RwSignal::new(None::<String>);
    let monday = store.now.get_untracked().day().monday();
    let days = (0..7)
        .map(|ahead| monday.plus(ahead))
        .map(|day| {
            let name = intl::date(day, DateStyle::WeekdayBrief);
            ChipOption::new(day.weekday(), name)
        })
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || {
        let weekdays = reminder
            .with(|reminder| reminder.as_ref().map(|reminder| reminder.weekdays))
            .unwrap_or_default();
        weekdays.each().collect::<Vec<_>>()
    });
    let toggle = move |day| {
        let weekdays =
            reminder.with_untracked(|reminder| reminder.as_ref().map(|reminder| reminder.weekdays));
        let weekdays = weekdays.unwrap_or_default().toggled(day);
        problem.set(weekdays.is_empty().then(|| t::needs_day().to_owned()));
        if !weekdays.is_empty() {
            change(&|reminder| reminder.weekdays = weekdays);
        }
    };
    let set_time = move |minute: Option<u16>| {
        if let Some(minute) = minute.and_then(|minute| Minutes::new(minute).ok()) {
            change(&|reminder| reminder.at_min = minute);
        }
    };
    let drafts = drafts().part(&id.hex());
    let title_before_edit = reminder.with_untracked(|reminder| {
        reminder
            .as_ref()
            .and_then(|reminder| Some(reminder.title.as_ref()?.as_str().to_owned()))
            .unwrap_or_default()
    });
    let title = drafts.keep("title", title_before_edit);
    let save_title = move |()| match Words::new(&title.get_untracked()) {
        Ok(words) => {
            change(&|reminder| reminder.title.clone_from(&words));
            drafts.saved();
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let changed = move || {
        let title_before = reminder.with(|reminder| {
            reminder
                .as_ref()
                .and_then(|reminder| Some(reminder.title.as_ref()?.as_str().to_owned()))
        });
        title.get().trim() != title_before.unwrap_or_default()
    };
    view! {
        <Card>
            <TimeField
                label=t::time()
                value=Signal::derive(move || Some(reminder.get()?.at_min.get()))
                on_change=set_time
            />
            <Chips label=t::days() options=days chosen on_toggle=toggle />
            <TextField label=t::name() hint=t::name_hint() value=title limit=60 />
            <Show when=changed>
                <Button label=app::save() kind=Kind::Soft on_press=save_title.clone() />
            </Show>
            <Notice text=problem />
            <RemoveButton label=t::remove() on_press=move |()| actions::remove(store, id) />
        </Card>
    }
}

/// Makes the calendar's file and hands it to the browser; says what came of it.
async fn calendar(
    store: DiaryStore,
    background: Background,
    plans: Vec<(Id, StepPlan)>,
) -> Result<&'static str, &'static str> {
    let reminders = store.diary.with_untracked(|diary| {
        diary.all::<Reminder>().map(|(id, reminder)| (id, reminder.clone())).collect::<Vec<_>>()
    });
    let neutral = t::neutral().to_owned();
    let input = CalendarInput { reminders, plans, neutral, made_at: clock::now() };
    let file = background.calendar(input).await.map_err(why_not)?;
    let done = share_file::download_as("calendar.ics", "text/calendar", &file);
    done.map(|()| t::saved_file()).map_err(|_| app::engine())
}
