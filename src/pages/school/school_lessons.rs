//! The lessons of a date, each told by one tap.

use askelma_diary::entries::LessonLog;
use askelma_diary::school::edit_day::LESSON_STEP_MIN as STEP_MIN;
use askelma_diary::values::{Minutes, SchoolMode};
use leptos::prelude::*;

use crate::pages::wording;
use crate::text::{app, school_day as t, timetable};
use crate::ui::{Build, Card, ChoiceChips, Stepper, dynamic};

const THERE: u8 = 0;
const PART: u8 = 1;
const REMOTE: u8 = 2;
const NOT: u8 = 3;

/// The card with every lesson. A lesson attended says that the day was not one at home.
pub fn lessons_card(
    lessons: RwSignal<Vec<LessonLog>>,
    mode: RwSignal<Option<SchoolMode>>,
) -> AnyView {
    let count = lessons.with_untracked(Vec::len);
    let rows = (0..count).map(|at| lesson(lessons, mode, at)).collect::<Vec<_>>();
    let sum = Signal::derive(move || {
        lessons.with(|lessons| {
            let sum = |of: fn(&LessonLog) -> u16| {
                let all: u32 = lessons.iter().map(|lesson| u32::from(of(lesson))).sum();
                wording::length(all)
            };
            let attended = sum(|lesson| lesson.attended_min.get());
            let planned = sum(|lesson| lesson.planned_min.get());
            let far = |lesson: &LessonLog| lesson.remote && lesson.attended_min > Minutes::MIN;
            if lessons.iter().any(far) {
                let remote =
                    sum(|lesson| if lesson.remote { lesson.attended_min.get() } else { 0 });
                Some(t::sum_remote(&attended, &planned, &remote))
            } else {
                Some(t::sum(&attended, &planned))
            }
        })
    });
    view! { <Card title=t::by_lesson() aside=sum>{rows}</Card> }.built()
}

fn lesson(
    lessons: RwSignal<Vec<LessonLog>>,
    mode: RwSignal<Option<SchoolMode>>,
    at: usize,
) -> AnyView {
    let known = lessons.with_untracked(|lessons| lessons.get(at).cloned());
    let Some(known) = known else { return ().built() };
    let whole = known.planned_min;
    let name = known.name.as_ref().map_or_else(
        || format!("{} {}", timetable::unnamed(), at + 1),
        |name| name.as_str().to_owned(),
    );
    // What nobody has said yet is no answer; the first tap on any lesson makes the others "not".
    let now = Memo::new(move |_| {
        lessons.with(|lessons| {
            let own = lessons.get(at)?;
            match (own.attended_min, own.remote) {
                (Minutes::MIN, _) => {
                    let any = lessons.iter().any(|it| it.attended_min > Minutes::MIN);
                    any.then_some(NOT)
                }
                (_, true) => Some(REMOTE),
                (attended, false) if attended >= own.planned_min => Some(THERE),
                _ => Some(PART),
            }
        })
    });
    let set = move |attended: Minutes, remote: bool| {
        lessons.update(|lessons| {
            if let Some(own) = lessons.get_mut(at) {
                (own.attended_min, own.remote) = (attended, remote);
            }
        });
        let away = mode.get_untracked().is_some_and(|mode| {
            !matches!(mode, SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed)
        });
        if away && attended > Minutes::MIN {
            mode.set(Some(SchoolMode::OnSite));
        }
    };
    let choose = move |choice: Option<u16>| match choice.and_then(|it| u8::try_from(it).ok()) {
        Some(THERE) => set(whole, false),
        Some(REMOTE) => set(whole, true),
        Some(PART) => set(whole.half(STEP_MIN), false),
        _ => set(Minutes::MIN, false),
    };
    let part = Memo::new(move |_| matches!(now.get(), Some(PART | REMOTE)));
    let minutes = move || {
        part.get().then(|| {
            let of = move || lessons.with(|lessons| lessons.get(at).cloned());
            let value = move || of().map_or(0, |own| own.attended_min.get());
            let go = move |to: u16| {
                if let (Ok(to), Some(own)) = (Minutes::new(to), untrack(of)) {
                    set(to, own.remote);
                }
            };
            view! {
                <Stepper
                    label=t::lesson_minutes()
                    value=Signal::derive(move || wording::length(u32::from(value())))
                    less=app::less()
                    more=app::more()
                    less_disabled=Signal::derive(move || value() <= STEP_MIN)
                    more_disabled=Signal::derive(move || value() >= whole.get())
                    on_less=move |()| go(untrack(value).saturating_sub(STEP_MIN).max(STEP_MIN))
                    on_more=move |()| go((untrack(value) + STEP_MIN).min(whole.get()))
                />
            }
            .built()
        })
    };
    let options = vec![
        wording::option(THERE, t::lesson_there()),
        wording::option(PART, t::lesson_part()),
        wording::option(REMOTE, t::lesson_remote()),
        wording::option(NOT, t::lesson_not()),
    ];
    let chosen = Signal::derive(move || now.get().map(u16::from));
    let length = wording::length(u32::from(whole.get()));
    view! {
        <div class="stack snug">
            <p class="split">
                <span class="strong">{name.clone()}</span>
                <span class="quiet small">{length}</span>
            </p>
            <ChoiceChips label=name options chosen on_choose=choose />
            {dynamic(minutes)}
        </div>
    }
    .built()
}
