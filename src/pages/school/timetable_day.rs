//! One weekday of a timetable, and one of its lessons.

use askelma_diary::entries::Lesson;
use askelma_diary::school::edit::{lessons_on, next_start};
use askelma_diary::school::edit_day::{DAY_STEP_MIN as STEP_MIN, LESSON_STEP_MIN};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, Words};

use crate::browser::intl::{self, DateStyle};
use crate::pages::drafts::Drafts;
use crate::pages::layout::{MinutesStepper, RemoveButton};
use crate::pages::school::timetable_form::Form;
use crate::pages::{store, wording};
use crate::text::{app, mood, timetable as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, LessonRow, Notice, Sheet, TextField, TimeField};

const LONGEST_DAY_MIN: u16 = 720;
const LESSON_MIN: u16 = 45;
const LONGEST_LESSON_MIN: u16 = 300;
/// As many names of lessons are offered again.
const OFFERED: usize = 8;

/// The lesson that is open in the sheet.
#[derive(Clone, PartialEq)]
pub struct Open {
    weekday: u8,
    /// What it was; none for a new one.
    was: Option<Lesson>,
}

fn weekday_name(weekday: u8) -> String {
    let monday = store().now.get_untracked().day().monday();
    let day: Day = monday.plus(i32::from(weekday));
    intl::date(day, DateStyle::Weekday)
}

/// The card of a weekday, 0 for Monday: its lessons, or its hours.
pub fn weekday_card(form: Form, weekday: u8, open: RwSignal<Option<Open>>) -> AnyView {
    let own_lessons = Memo::new(move |_| form.lessons.with(|lessons| lessons_on(lessons, weekday)));
    let aside = Signal::derive(move || match form.minutes(weekday) {
        0 => Some(t::no_school().to_owned()),
        minutes => Some(wording::length(minutes)),
    });
    let content = move || {
        let lessons = own_lessons.get();
        if lessons.is_empty() {
            return hours(form, weekday);
        }
        let rows = lessons.into_iter().map(|lesson| row(lesson, open)).collect::<Vec<_>>();
        view! { <div class="lesson-rows">{rows}</div> }
    };
    let copy_button = move || {
        let source = weekday.checked_sub(1)?;
        let has_lessons =
            |day| form.lessons.with(|lessons| lessons.iter().any(|lesson| lesson.weekday == day));
        (has_lessons(source) && !has_lessons(weekday)).then(|| {
            let press = move |()| form.lessons.update(|lessons| copy(lessons, source, weekday));
            let label = t::same_as(&weekday_name(source));
            view! { <Button label kind=Kind::Text small=true on_press=press /> }
        })
    };
    view! {
        <Card title=wording::capital(&weekday_name(weekday)) aside>
            {content}
            <div class="row">
                <Button
                    label=t::add_lesson()
                    kind=Kind::Text
                    small=true
                    icon=icondata_lu::LuPlus
                    on_press=move |()| open.set(Some(Open { weekday, was: None }))
                />
                {copy_button}
            </div>
        </Card>
    }
}

fn copy(lessons: &mut Vec<Lesson>, from: u8, to: u8) {
    let same = lessons.iter().filter(|lesson| lesson.weekday == from);
    let same: Vec<_> = same.map(|lesson| Lesson { weekday: to, ..lesson.clone() }).collect();
    lessons.extend(same);
}

fn row(lesson: Lesson, open: RwSignal<Option<Open>>) -> AnyView {
    let time = lesson.starts_min.map(|min| intl::clock(min.get())).unwrap_or_default();
    let name = lesson
        .name
        .as_ref()
        .map_or_else(|| t::unnamed().to_owned(), |name| name.as_str().to_owned());
    let length = wording::length(u32::from(lesson.length_min.get()));
    let press =
        move |()| open.set(Some(Open { weekday: lesson.weekday, was: Some(lesson.clone()) }));
    view! { <LessonRow time name length on_press=press /> }
}

fn hours(form: Form, weekday: u8) -> AnyView {
    let index = usize::from(weekday);
    let value =
        move || form.hours.with(|hours| hours.get(index).map_or(0, |minutes| minutes.get()));
    let on_change = move |minutes: u16| {
        form.hours.update(|hours| {
            if let (Some(day_minutes), Ok(minutes)) = (hours.get_mut(index), Minutes::new(minutes))
            {
                *day_minutes = minutes;
            }
        });
    };
    view! {
        <MinutesStepper
            label=t::length()
            value=Signal::derive(value)
            max=LONGEST_DAY_MIN
            step=STEP_MIN
            on_change
        />
    }
}

/// The sheet of one lesson.
pub fn lesson_sheet(
    form: Form,
    at: Open,
    open: RwSignal<Option<Open>>,
    drafts: &Drafts,
) -> AnyView {
    let Open { weekday, was } = at;
    let saved_name =
        was.as_ref().and_then(|lesson| Some(lesson.name.as_ref()?.as_str().to_owned()));
    // A lesson is told from the others of its day by its place among all.
    let place = form.lessons.with_untracked(|lessons| {
        was.as_ref().and_then(|was| lessons.iter().position(|lesson| lesson == was))
    });
    let place = place.map_or_else(|| "new".to_owned(), |place| place.to_string());
    let drafts = drafts.part(&format!("lesson-{weekday}-{place}"));
    let drafts_next = drafts.clone();
    let name = drafts.keep("name", saved_name.unwrap_or_default());
    let saved_start = match &was {
        Some(lesson) => lesson.starts_min,
        None => form.lessons.with_untracked(|lessons| next_start(lessons, weekday)),
    };
    let starts = drafts.keep("starts", saved_start);
    let length =
        drafts.keep("length", was.as_ref().map_or(LESSON_MIN, |lesson| lesson.length_min.get()));
    let problem = RwSignal::new(None::<String>);
    let bad_time = RwSignal::new(false);
    let new = was.is_none();
    let old = StoredValue::new(was);
    let keep = move || {
        if bad_time.get_untracked() {
            problem.set(Some(mood::not_then().to_owned()));
            return false;
        }
        problem.set(None);
        let (Ok(name), Ok(length_min)) =
            (Words::new(&name.get_untracked()), Minutes::new(length.get_untracked()))
        else {
            problem.set(Some(app::too_long().to_owned()));
            return false;
        };
        let lesson = Lesson { weekday, name, starts_min: starts.get_untracked(), length_min };
        form.lessons.update(|lessons| {
            take_out(lessons, old.get_value().as_ref());
            lessons.push(lesson);
        });
        // The timetable's own draft has it now.
        drafts.saved();
        true
    };
    let keep_and_go_on = keep.clone();
    let save = move |()| {
        if keep() {
            open.set(None);
        }
    };
    let set_start =
        move |start: Option<u16>| starts.set(start.and_then(|start| Minutes::new(start).ok()));
    let save_next = move |()| {
        if keep_and_go_on() {
            name.set(String::new());
            starts.set(form.lessons.with_untracked(|lessons| next_start(lessons, weekday)));
            drafts_next.saved();
        }
    };
    let second_button = if new {
        view! { <Button label=t::save_next() kind=Kind::Outline on_press=save_next /> }
    } else {
        let press = move |()| {
            form.lessons.update(|lessons| take_out(lessons, old.get_value().as_ref()));
            open.set(None);
        };
        view! { <RemoveButton label=t::remove_lesson() on_press=press /> }
    };
    let title = format!("{}, {}", t::lesson(), weekday_name(weekday));
    view! {
        <Sheet title close_label=app::close() on_close=move |()| open.set(None)>
            {move || {
                let suggestions = form.lessons.with(|lessons| names(lessons));
                view! { <TextField label=t::name() value=name limit=60 suggestions /> }
            }}
            <TimeField
                label=t::starts()
                value=Signal::derive(move || starts.get().map(Minutes::get))
                bad=bad_time
                on_change=set_start
            />
            <MinutesStepper
                label=t::lesson_length()
                value=length
                min=LESSON_STEP_MIN
                max=LONGEST_LESSON_MIN
                step=LESSON_STEP_MIN
                on_change=move |min| length.set(min)
            />
            <Notice text=problem />
            <Button label=app::save() on_press=save />
            {second_button}
        </Sheet>
    }
}

fn take_out(lessons: &mut Vec<Lesson>, old: Option<&Lesson>) {
    if let Some(index) = old.and_then(|old| lessons.iter().position(|lesson| lesson == old)) {
        lessons.remove(index);
    }
}

/// Names of lessons that were told before, each once.
fn names(lessons: &[Lesson]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in lessons.iter().filter_map(|lesson| lesson.name.as_ref()) {
        if names.len() < OFFERED && !names.iter().any(|listed| listed == name.as_str()) {
            names.push(name.as_str().to_owned());
        }
    }
    names
}
