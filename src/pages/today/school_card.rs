//! Time at school: one tap for how it went, minutes where they matter.

use askelma_diary::entries::SchoolDay;
use askelma_diary::school::edit_day::{self, Attended, DAY_STEP_MIN as STEP_MIN, USUAL_DAY_MIN};
use askelma_diary::today::DayView;
use askelma_diary::values::{Minutes, SchoolMode};

use crate::pages::layout::MinutesStepper;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::school_card as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, ChoiceChips, Kind, LinkButton};

/// What can be said of a school day in one tap: "the whole day" beside the stored ways.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Whole,
    Mode(SchoolMode),
}

/// The card of time at school.
#[component]
pub fn DaySchool(view: Memo<DayView>, is_today: bool) -> impl IntoView {
    let logged = Memo::new(move |_| view.with(|view| view.school.clone()));
    let day = view.with_untracked(|view| view.day);
    let asks_length = RwSignal::new(None::<Choice>);
    let summary = move || {
        let entry = logged.get();
        entry.map(|entry| wording::school_day(entry.mode, entry.planned_min, entry.attended_min))
    };
    let question = if is_today { t::question() } else { t::question_day() };
    let has_minutes = Memo::new(move |_| {
        logged.with(|entry| {
            entry.as_ref().is_some_and(|entry| {
                matches!(entry.mode, SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed)
            })
        })
    });
    view! {
        <Card title=t::title() aside=Signal::derive(summary)>
            {chips(view, logged, asks_length, question)}
            <Show when=move || {
                asks_length.get().is_some()
            }>{length_question(view, asks_length)}</Show>
            <Show when=move || {
                has_minutes.get() && asks_length.get().is_none()
            }>{minutes(view, logged)}</Show>
            <LinkButton
                href=Route::SchoolDay(day).href()
                label=t::details()
                kind=Kind::Text
                small=true
            />
            <p class="quiet" aria-live="polite">
                {move || gentle_word(logged.get().as_ref())}
            </p>
        </Card>
    }
}

fn gentle_word(entry: Option<&SchoolDay>) -> &'static str {
    match entry.map(|entry| entry.mode) {
        Some(SchoolMode::AtHome) => t::at_home_hint(),
        Some(SchoolMode::NotToday) => t::not_today_hint(),
        _ => "",
    }
}

fn chips(
    view: Memo<DayView>,
    logged: Memo<Option<SchoolDay>>,
    asks_length: RwSignal<Option<Choice>>,
    question: &'static str,
) -> AnyView {
    let store = store();
    let options = vec![
        ChipOption::new(Choice::Whole, t::whole()),
        ChipOption::new(Choice::Mode(SchoolMode::OnSite), t::part()),
        ChipOption::new(Choice::Mode(SchoolMode::Remote), t::remote()),
        ChipOption::new(Choice::Mode(SchoolMode::AtHome), t::at_home()),
        ChipOption::new(Choice::Mode(SchoolMode::Ill), t::ill()),
        ChipOption::new(Choice::Mode(SchoolMode::NotToday), t::not_today()),
        ChipOption::new(Choice::Mode(SchoolMode::NoSchool), t::no_school()),
    ];
    let chosen = Signal::derive(move || logged.get().map(|entry| choice_of(&entry)));
    let choose = move |choice: Option<Choice>| {
        let day = view.with_untracked(|view| view.day);
        let Some(choice) = choice else {
            asks_length.set(None);
            actions::remove_school_day(store, day);
            return;
        };
        match planned(view) {
            Some(planned) => keep(view, choice, planned),
            None if choice == Choice::Mode(SchoolMode::NoSchool) => {
                keep(view, choice, Minutes::MIN);
            }
            None => asks_length.set(Some(choice)),
        }
    };
    view! { <ChoiceChips label=question options chosen on_choose=choose /> }
}

fn choice_of(entry: &SchoolDay) -> Choice {
    match entry.mode {
        SchoolMode::OnSite if entry.attended_min >= entry.planned_min => Choice::Whole,
        SchoolMode::Mixed => Choice::Mode(SchoolMode::Remote),
        mode => Choice::Mode(mode),
    }
}

/// How long this school day is, if that is known.
fn planned(view: Memo<DayView>) -> Option<Minutes> {
    let day = view.with_untracked(|view| view.day);
    store().diary.with_untracked(|diary| edit_day::length(diary, day))
}

fn keep(view: Memo<DayView>, choice: Choice, planned: Minutes) {
    let day = view.with_untracked(|view| view.day);
    let (mode, attended) = match choice {
        Choice::Whole => (SchoolMode::OnSite, Attended::Whole),
        Choice::Mode(SchoolMode::OnSite) => (SchoolMode::OnSite, Attended::Part),
        Choice::Mode(mode) => (mode, Attended::ByMode),
    };
    actions::keep_school_day(store(), day, mode, attended, planned);
}

/// "How long is a school day?", asked once and then used for the choice already made.
fn length_question(view: Memo<DayView>, asks_length: RwSignal<Option<Choice>>) -> AnyView {
    let store = store();
    let length = RwSignal::new(USUAL_DAY_MIN);
    let save = move |()| {
        let (Ok(planned), Some(choice)) = (Minutes::new(length.get()), asks_length.get()) else {
            return;
        };
        asks_length.set(None);
        actions::keep_school_length(store, planned);
        keep(view, choice, planned);
    };
    view! {
        <div class="stack">
            <p class="quiet">{t::length_hint()}</p>
            <MinutesStepper
                label=t::length_question()
                value=length
                min=60
                max=600
                step=STEP_MIN
                on_change=move |minutes| length.set(minutes)
            />
            <Button label=t::length_save() on_press=save />
        </div>
    }
}

fn minutes(view: Memo<DayView>, logged: Memo<Option<SchoolDay>>) -> AnyView {
    let store = store();
    let attended = Signal::derive(move || logged.get().map_or(0, |entry| entry.attended_min.get()));
    let change = move |minutes: u16| {
        let (Some(entry), Ok(attended)) = (logged.get_untracked(), Minutes::new(minutes)) else {
            return;
        };
        let day = view.with_untracked(|view| view.day);
        let attended = Attended::Told(attended);
        actions::keep_school_day(store, day, entry.mode, attended, entry.planned_min);
    };
    let max = logged.get_untracked().map_or(USUAL_DAY_MIN, |entry| entry.planned_min.get());
    view! {
        <MinutesStepper
            label=t::minutes()
            value=attended
            min=STEP_MIN
            max
            step=STEP_MIN
            on_change=change
        />
    }
}
