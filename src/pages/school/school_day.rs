//! A school day in detail: in minutes or by lesson, on site, remote or both.

use askelma_diary::entries::{LessonLog, SchoolDay};
use askelma_diary::school::SchoolPlan;
use askelma_diary::school::edit_day::DAY_STEP_MIN as STEP_MIN;
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput, lessons_to_log};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, SchoolMode, SchoolTag, Words};
use leptos::prelude::*;

use crate::pages::after_saving::after_saving;
use crate::pages::school::school_lessons::lessons_card;
use crate::pages::{close_to, store, walker, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, actions, school as deeds};
use crate::text::{app, nav, school_card as s, school_day as t};
use crate::ui::{
    Build, Button, Card, Chips, ChoiceChips, HelpLink, Kind, Notice, Page, PageHeader, Segments,
    Stepper, TextArea, clear_draft, dynamic, when,
};

/// A usual school day, where the asking starts.
const USUAL_MIN: u16 = 300;

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
    fn read(store: DiaryStore, day: Day, known: Option<&SchoolDay>) -> Self {
        let (by_timetable, lessons) = store.diary.with_untracked(|diary| {
            let plan = SchoolPlan::read(diary);
            (plan.planned_min(day), lessons_to_log(&plan, day))
        });
        let planned = known.map(|known| known.planned_min).or(by_timetable);
        let planned = planned.map(Minutes::get).filter(|min| *min > 0).unwrap_or(USUAL_MIN);
        let told = known.map(|known| known.lessons.clone()).unwrap_or_default();
        let by_lesson = !told.is_empty() || known.is_none() && !lessons.is_empty();
        let attended = known.map_or(0, |known| known.attended_min.get());
        let remote = match known.map(|known| (known.mode, known.remote_min)) {
            Some((_, Some(remote))) => remote.get(),
            Some((SchoolMode::Remote, None)) => attended,
            _ => 0,
        };
        Self {
            mode: RwSignal::new(known.map(|known| known.mode)),
            planned: RwSignal::new(planned),
            attended: RwSignal::new(attended),
            remote: RwSignal::new(remote),
            by_lesson: RwSignal::new(by_lesson),
            lessons: RwSignal::new(if told.is_empty() { lessons } else { told }),
            tags: RwSignal::new(known.map(|known| known.tags.clone()).unwrap_or_default()),
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
        let any = by_lesson
            && self.lessons.with(|all| all.iter().any(|it| it.attended_min > Minutes::MIN));
        let mode = self.mode.get().or(any.then_some(SchoolMode::OnSite))?;
        // Ill, at home, not this time: whatever lessons were tapped before, none was attended.
        let away = !matches!(mode, SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed);
        let untold = |lesson: LessonLog| LessonLog { attended_min: Minutes::MIN, ..lesson };
        let lessons = if by_lesson { self.lessons.get() } else { Vec::new() };
        let lessons = if away { lessons.into_iter().map(untold).collect() } else { lessons };
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
    let known = store.diary.with_untracked(|diary| diary.school_day(day).cloned());
    let form = Form::read(store, day, known.as_ref());
    let note = known.as_ref().and_then(|known| Some(known.note.as_ref()?.as_str().to_owned()));
    let note = RwSignal::new(note.unwrap_or_default());
    let draft = format!("school-{day}");
    let drafted = draft.clone();
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let walk_on = walk.clone();
    let save = move |()| {
        let Ok(note) = Words::new(&note.get_untracked()) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let Some(input) = untrack(|| form.input(day, note)) else {
            problem.set(Some(t::needs().to_owned()));
            return;
        };
        match deeds::keep_day(store, &input) {
            Ok(()) => {
                clear_draft(&drafted);
                walk(after_saving([&input.note], back));
            }
            Err(SchoolDayError::RemoteOverAttended) => {
                problem.set(Some(t::remote_over().to_owned()));
            }
            Err(SchoolDayError::OverADay) => problem.set(Some(t::over_a_day().to_owned())),
        }
    };
    let remove = known.is_some().then(|| {
        let press = move |()| {
            actions::remove_school_day(store, day);
            walk_on(back);
        };
        view! {
            <Button
                label=t::remove()
                kind=Kind::Text
                icon=icondata_lu::LuTrash2
                on_press=press
            />
        }
        .built()
    });
    view! {
        <Page>
            <PageHeader title=s::title() above=wording::long(day) back=close_to(back)>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <Card title=t::how()>{modes(form)}</Card>
            {when(move || form.has_lessons(), move || ways(form))}
            {when(
                move || form.by_lesson.get() && form.has_lessons(),
                move || lessons_card(form.lessons, form.mode),
            )}
            {when(
                move || form.has_minutes() && !(form.by_lesson.get() && form.has_lessons()),
                move || minutes(form),
            )}
            <Card title=t::tags()>{tags(form.tags)}</Card>
            <TextArea label=t::note() hint=t::note_hint() value=note limit=2000 draft=draft />
            <Notice text=problem />
            <div class="bar">
                <Button label=app::save() on_press=save />
            </div>
            {remove}
            {when(
                move || !form.has_lessons(),
                move || view! { <p class="quiet centre">{t::to_timetable()}</p> }.built(),
            )}
        </Page>
    }
    .built()
}

fn modes(form: Form) -> AnyView {
    let options = vec![
        wording::option(SchoolMode::OnSite.code(), t::on_site()),
        wording::option(SchoolMode::Remote.code(), s::remote()),
        wording::option(SchoolMode::Mixed.code(), t::mixed()),
        wording::option(SchoolMode::AtHome.code(), s::at_home()),
        wording::option(SchoolMode::Ill.code(), s::ill()),
        wording::option(SchoolMode::NotToday.code(), s::not_today()),
        wording::option(SchoolMode::NoSchool.code(), s::no_school()),
    ];
    let chosen = Signal::derive(move || form.mode.get().map(|mode| u16::from(mode.code())));
    let choose = move |code: Option<u16>| {
        let mode = code.and_then(|code| u8::try_from(code).ok()).and_then(SchoolMode::from_code);
        form.mode.set(mode);
        if untrack(|| form.has_minutes()) && form.attended.get_untracked() == 0 {
            form.attended.set(form.planned.get_untracked());
        }
    };
    view! { <ChoiceChips label=t::how() options chosen on_choose=choose /> }.built()
}

/// In minutes or by lesson.
fn ways(form: Form) -> AnyView {
    let options = vec![wording::option(1, t::by_lesson()), wording::option(0, t::by_minutes())];
    view! {
        <Segments
            label=t::by()
            options
            chosen=Signal::derive(move || u16::from(form.by_lesson.get()))
            on_choose=move |to: u16| form.by_lesson.set(to == 1)
        />
    }
    .built()
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
            {dynamic(mixed)}
        </Card>
    }
    .built()
}

fn stepper(label: &'static str, value: RwSignal<u16>, most: Signal<u16>, least: u16) -> AnyView {
    view! {
        <Stepper
            label
            value=Signal::derive(move || wording::length(u32::from(value.get())))
            less=app::less()
            more=app::more()
            less_disabled=Signal::derive(move || value.get() <= least)
            more_disabled=Signal::derive(move || value.get() >= most.get())
            on_less=move |()| value.update(|it| *it = it.saturating_sub(STEP_MIN).max(least))
            on_more=move |()| value.update(|it| *it = (*it + STEP_MIN).min(most.get_untracked()))
        />
    }
    .built()
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
    let options =
        SchoolTag::ALL.iter().map(|tag| wording::option(tag.code(), tag_name(*tag))).collect();
    let chosen = Signal::derive(move || {
        tags.with(|tags| tags.iter().map(|tag| u16::from(tag.code())).collect::<Vec<_>>())
    });
    let toggle = move |code: u16| {
        let Some(tag) = u8::try_from(code).ok().and_then(SchoolTag::from_code) else { return };
        tags.update(|tags| match tags.iter().position(|known| *known == tag) {
            Some(at) => {
                tags.remove(at);
            }
            None => tags.push(tag),
        });
    };
    view! { <Chips label=t::tags() options chosen on_toggle=toggle /> }.built()
}
