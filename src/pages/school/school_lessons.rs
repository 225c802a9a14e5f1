//! The lessons of a date, each told by one tap.

use askelma_diary::entries::LessonLog;
use askelma_diary::school::edit_day::LESSON_STEP_MIN as STEP_MIN;
use askelma_diary::values::{Minutes, SchoolMode};

use crate::pages::layout::MinutesStepper;
use crate::pages::wording;
use crate::text::{school_day as t, timetable};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, ChoiceChips};

/// How a lesson went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    There,
    Part,
    Remote,
    Not,
}

/// The card with every lesson. A lesson attended says that the day was not one at home.
pub fn lessons_card(
    lessons: RwSignal<Vec<LessonLog>>,
    mode: RwSignal<Option<SchoolMode>>,
) -> AnyView {
    let count = lessons.with_untracked(Vec::len);
    let rows = (0..count).map(|index| lesson(lessons, mode, index)).collect::<Vec<_>>();
    let sum = Signal::derive(move || {
        lessons.with(|lessons| {
            let sum = |minutes_of: fn(&LessonLog) -> u16| {
                let minutes: u32 = lessons.iter().map(|lesson| u32::from(minutes_of(lesson))).sum();
                wording::length(minutes)
            };
            let attended = sum(|lesson| lesson.attended_min.get());
            let planned = sum(|lesson| lesson.planned_min.get());
            let attended_remotely =
                |lesson: &LessonLog| lesson.remote && lesson.attended_min > Minutes::MIN;
            if lessons.iter().any(attended_remotely) {
                let remote =
                    sum(|lesson| if lesson.remote { lesson.attended_min.get() } else { 0 });
                Some(t::sum_remote(&attended, &planned, &remote))
            } else {
                Some(t::sum(&attended, &planned))
            }
        })
    });
    view! {
        <Card title=t::by_lesson() aside=sum>
            {rows}
        </Card>
    }
}

fn lesson(
    lessons: RwSignal<Vec<LessonLog>>,
    mode: RwSignal<Option<SchoolMode>>,
    index: usize,
) -> AnyView {
    let lesson = lessons.with_untracked(|lessons| lessons.get(index).cloned());
    let Some(lesson) = lesson else { return ().into_any() };
    let whole = lesson.planned_min;
    let name = lesson.name.as_ref().map_or_else(
        || format!("{} {}", timetable::unnamed(), index + 1),
        |name| name.as_str().to_owned(),
    );
    // What nobody has said yet is no answer; the first tap on any lesson makes the others "not".
    let answer = Memo::new(move |_| {
        lessons.with(|lessons| {
            let lesson = lessons.get(index)?;
            match (lesson.attended_min, lesson.remote) {
                (Minutes::MIN, _) => {
                    let any_attended =
                        lessons.iter().any(|lesson| lesson.attended_min > Minutes::MIN);
                    any_attended.then_some(Answer::Not)
                }
                (_, true) => Some(Answer::Remote),
                (attended, false) if attended >= lesson.planned_min => Some(Answer::There),
                _ => Some(Answer::Part),
            }
        })
    });
    let set = move |attended: Minutes, remote: bool| {
        lessons.update(|lessons| {
            if let Some(lesson) = lessons.get_mut(index) {
                (lesson.attended_min, lesson.remote) = (attended, remote);
            }
        });
        let away = mode.get_untracked().is_some_and(|mode| {
            !matches!(mode, SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed)
        });
        if away && attended > Minutes::MIN {
            mode.set(Some(SchoolMode::OnSite));
        }
    };
    let choose = move |choice: Option<Answer>| match choice {
        Some(Answer::There) => set(whole, false),
        Some(Answer::Remote) => set(whole, true),
        Some(Answer::Part) => set(whole.half(STEP_MIN), false),
        Some(Answer::Not) | None => set(Minutes::MIN, false),
    };
    let has_minutes =
        Memo::new(move |_| matches!(answer.get(), Some(Answer::Part | Answer::Remote)));
    let minutes = move || {
        has_minutes.get().then(|| {
            let current = move || lessons.with(|lessons| lessons.get(index).cloned());
            let value = move || current().map_or(0, |lesson| lesson.attended_min.get());
            let on_change = move |minutes: u16| {
                if let (Ok(minutes), Some(lesson)) = (Minutes::new(minutes), untrack(current)) {
                    set(minutes, lesson.remote);
                }
            };
            view! {
                <MinutesStepper
                    label=t::lesson_minutes()
                    value=Signal::derive(value)
                    min=STEP_MIN
                    max=whole.get()
                    step=STEP_MIN
                    on_change
                />
            }
        })
    };
    let options = vec![
        ChipOption::new(Answer::There, t::lesson_there()),
        ChipOption::new(Answer::Part, t::lesson_part()),
        ChipOption::new(Answer::Remote, t::lesson_remote()),
        ChipOption::new(Answer::Not, t::lesson_not()),
    ];
    let length = wording::length(u32::from(whole.get()));
    view! {
        <div class="stack snug">
            <p class="split">
                <span class="strong">{name.clone()}</span>
                <span class="quiet small">{length}</span>
            </p>
            <ChoiceChips label=name options chosen=answer on_choose=choose />
            {minutes}
        </div>
    }
}
