//! A school day in detail: in minutes or by lesson, on site, remote or both.

use askelma_diary::entries::{LessonLog, SchoolDay};
use askelma_diary::school::SchoolPlan;
use askelma_diary::school::edit_day::{DAY_STEP_MIN as STEP_MIN, USUAL_DAY_MIN};
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput, lessons_to_log};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, SchoolMode, SchoolTag, Words};

use crate::pages::after_saving::after_saving;
use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{MinutesStepper, ReadPage, RemoveButton, SaveBar};
use crate::pages::school::school_lessons::lessons_card;
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, actions, school as school_actions};
use crate::text::{app, school_card as s, school_day as t};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, ChoiceChips, Segments, TextArea, toggle};

/// What is being said of a day.
#[derive(Clone, Copy)]
struct Form {
    mode: RwSignal<Option<SchoolMode>>,
    planned: RwSignal<u16>,
    attended: RwSignal<u16>,
    remote: RwSignal<u16>,
    by_lesson: RwSignal<bool>,
    lessons: RwSignal<Vec<LessonLog>>,
    tags: RwSignal<Vec<SchoolTag>>,
}

impl Form {
    fn read(store: DiaryStore, day: Day, entry: Option<&SchoolDay>, drafts: &Drafts) -> Self {
        let (by_timetable, lessons) = store.diary.with_untracked(|diary| {
            let plan = SchoolPlan::read(diary);
            (plan.planned_min(day), lessons_to_log(&plan, day))
        });
        let planned = entry.map(|entry| entry.planned_min).or(by_timetable);
        let planned = planned.map(Minutes::get).filter(|min| *min > 0).unwrap_or(USUAL_DAY_MIN);
        let logged_lessons = entry.map(|entry| entry.lessons.clone()).unwrap_or_default();
        let by_lesson = !logged_lessons.is_empty() || entry.is_none() && !lessons.is_empty();
        let attended = entry.map_or(0, |entry| entry.attended_min.get());
        let remote = match entry.map(|entry| (entry.mode, entry.remote_min)) {
            Some((_, Some(remote))) => remote.get(),
            Some((SchoolMode::Remote, None)) => attended,
            _ => 0,
        };
        Self {
            mode: drafts.keep("mode", entry.map(|entry| entry.mode)),
            planned: drafts.keep("planned", planned),
            attended: drafts.keep("attended", attended),
            remote: drafts.keep("remote", remote),
            by_lesson: drafts.keep("by-lesson", by_lesson),
            lessons: drafts
                .keep("lessons", if logged_lessons.is_empty() { lessons } else { logged_lessons }),
            tags: drafts.keep("tags", entry.map(|entry| entry.tags.clone()).unwrap_or_default()),
        }
    }

    /// Whether the way chosen has minutes at all.
    fn has_minutes(self) -> bool {
        let mode = self.mode.get();
        matches!(mode, Some(SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed))
    }

    fn has_lessons(self) -> bool {
        self.lessons.with(|lessons| !lessons.is_empty())
    }

    /// What was said, once it is said how the day was; told by lesson that follows by itself.
    fn input(self, day: Day, note: Option<Words>) -> Option<SchoolDayInput> {
        let by_lesson = self.by_lesson.get() && self.has_lessons();
        let any_attended = by_lesson
            && self
                .lessons
                .with(|lessons| lessons.iter().any(|lesson| lesson.attended_min > Minutes::MIN));
        let mode = self.mode.get().or(any_attended.then_some(SchoolMode::OnSite))?;
        // Ill, at home, not this time: whatever lessons were tapped before, none was attended.
        let away = !matches!(mode, SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed);
        let not_attended = |lesson: LessonLog| LessonLog { attended_min: Minutes::MIN, ..lesson };
        let lessons = if by_lesson { self.lessons.get() } else { Vec::new() };
        let lessons = if away { lessons.into_iter().map(not_attended).collect() } else { lessons };
        Some(SchoolDayInput {
            day,
            mode,
            planned_min: Minutes::new(self.planned.get()).ok()?,
            attended_min: Minutes::new(self.attended.get().min(self.planned.get())).ok()?,
            remote_min: Minutes::new(self.remote.get()).ok(),
            lessons,
            tags: self.tags.get(),
            note,
        })
    }
}

/// The page of a date.
pub fn page(day: Day) -> AnyView {
    let store = store();
    let back = if store.now.get_untracked().day() == day { Route::Home } else { Route::Day(day) };
    let entry = store.diary.with_untracked(|diary| diary.school_day(day).cloned());
    let drafts = drafts();
    let form = Form::read(store, day, entry.as_ref(), &drafts);
    let note = entry.as_ref().and_then(|entry| Some(entry.note.as_ref()?.as_str().to_owned()));
    let note = drafts.keep("note", note.unwrap_or_default());
    let drafts_removed = drafts.clone();
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let leave = navigate.clone();
    let save = move |()| {
        let Ok(note) = Words::new(&note.get_untracked()) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let Some(input) = untrack(|| form.input(day, note)) else {
            problem.set(Some(t::needs().to_owned()));
            return;
        };
        match school_actions::keep_day(store, &input) {
            Ok(()) => {
                drafts.saved();
                navigate(after_saving([&input.note], back));
            }
            Err(SchoolDayError::RemoteOverAttended) => {
                problem.set(Some(t::remote_over().to_owned()));
            }
            Err(SchoolDayError::OverADay) => problem.set(Some(t::over_a_day().to_owned())),
        }
    };
    let remove = entry.is_some().then(|| {
        let press = move |()| {
            actions::remove_school_day(store, day);
            drafts_removed.saved();
            leave(back);
        };
        view! { <RemoveButton label=t::remove() on_press=press /> }
    });
    view! {
        <ReadPage title=s::title() above=wording::long(day) back=close_to(back)>
            <Card title=t::how()>{modes(form)}</Card>
            <Show when=move || form.has_lessons()>{ways(form)}</Show>
            <Show when=move || {
                form.by_lesson.get() && form.has_lessons()
            }>{lessons_card(form.lessons, form.mode)}</Show>
            <Show when=move || {
                form.has_minutes() && !(form.by_lesson.get() && form.has_lessons())
            }>{minutes(form)}</Show>
            <Card title=t::tags()>{tags(form.tags)}</Card>
            <TextArea label=t::note() hint=t::note_hint() value=note limit=2000 />
            <SaveBar problem on_save=save />
            {remove}
            <Show when=move || !form.has_lessons()>
                <p class="quiet centre">{t::to_timetable()}</p>
            </Show>
        </ReadPage>
    }
}

fn modes(form: Form) -> AnyView {
    let options = vec![
        ChipOption::new(SchoolMode::OnSite, t::on_site()),
        ChipOption::new(SchoolMode::Remote, s::remote()),
        ChipOption::new(SchoolMode::Mixed, t::mixed()),
        ChipOption::new(SchoolMode::AtHome, s::at_home()),
        ChipOption::new(SchoolMode::Ill, s::ill()),
        ChipOption::new(SchoolMode::NotToday, s::not_today()),
        ChipOption::new(SchoolMode::NoSchool, s::no_school()),
    ];
    let choose = move |mode: Option<SchoolMode>| {
        form.mode.set(mode);
        if untrack(|| form.has_minutes()) && form.attended.get_untracked() == 0 {
            form.attended.set(form.planned.get_untracked());
        }
    };
    view! { <ChoiceChips label=t::how() options chosen=form.mode on_choose=choose /> }
}

/// In minutes or by lesson.
fn ways(form: Form) -> AnyView {
    let options =
        vec![ChipOption::new(true, t::by_lesson()), ChipOption::new(false, t::by_minutes())];
    view! {
        <Segments
            label=t::by()
            options
            chosen=form.by_lesson
            on_choose=move |by_lesson| form.by_lesson.set(by_lesson)
        />
    }
}

fn minutes(form: Form) -> AnyView {
    let mixed = move || {
        (form.mode.get() == Some(SchoolMode::Mixed)).then(|| {
            stepper(t::remote(), form.remote, Signal::derive(move || form.attended.get()), 0)
        })
    };
    view! {
        <Card>
            {stepper(t::planned(), form.planned, Signal::stored(720), STEP_MIN)}
            {stepper(t::attended(), form.attended, form.planned.into(), STEP_MIN)}
            {mixed}
        </Card>
    }
}

fn stepper(label: &'static str, value: RwSignal<u16>, max: Signal<u16>, min: u16) -> AnyView {
    view! {
        <MinutesStepper
            label
            value
            min
            max
            step=STEP_MIN
            on_change=move |minutes| value.set(minutes)
        />
    }
}

fn tag_name(tag: SchoolTag) -> &'static str {
    match tag {
        SchoolTag::Later => t::tag_later(),
        SchoolTag::Earlier => t::tag_earlier(),
        SchoolTag::WithAdult => t::tag_adult(),
        SchoolTag::QuietPlace => t::tag_quiet(),
        SchoolTag::Test => t::tag_test(),
        SchoolTag::Unusual => t::tag_unusual(),
    }
}

fn tags(tags: RwSignal<Vec<SchoolTag>>) -> AnyView {
    let options = SchoolTag::ALL.iter().map(|tag| ChipOption::new(*tag, tag_name(*tag))).collect();
    let on_toggle = move |tag| tags.update(|tags| toggle(tags, tag));
    view! { <Chips label=t::tags() options chosen=tags on_toggle /> }
}
