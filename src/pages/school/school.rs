//! Time at school: hours and shares of some weeks, with what they stand on, and what may help.

use askelma_diary::school::drift::Drift;
use askelma_diary::school::{
    LessonFigures, Reached, SchoolFigures, SchoolView, SchoolWeek, SchoolWindow, school_view,
};

use crate::browser::intl::{self, DateStyle};
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::text::{app, school as t};
use crate::ui::prelude::*;
use crate::ui::{
    Card, ChartWords, ChipOption, RowLink, Segments, ShareBar, ShareBars, Tint, TintCard, WeekBars,
};

/// The page: the last weeks in figures, and the ways to plan, terms and thresholds.
pub fn page() -> AnyView {
    let store = store();
    let view = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| school_view(diary, today))
    });
    let weeks = RwSignal::new(4_u16);
    view! {
        <ReadPage title=t::title() back=back_to(Route::Me)>
            <p class="quiet">{t::own_log()}</p>
            {move || view.with(this_week)}
            {move || view.with(word)}
            <Segments
                label=t::window()
                options=vec![ChipOption::new(4, t::four()), ChipOption::new(12, t::twelve())]
                chosen=weeks
                on_choose=move |to| weeks.set(to)
            />
            {move || {
                let weeks = i32::from(weeks.get());
                view
                    .with(|view| {
                        view
                            .windows
                            .iter()
                            .find(|window_view| window_view.weeks == weeks)
                            .map(|window_view| window(window_view, view))
                    })
            }}
            {move || view.with(parts)}
            <h2>{t::more()}</h2>
            {links()}
        </ReadPage>
    }
}

fn links() -> AnyView {
    let row = |place: Route, title, hint, icon, tint| {
        view! { <RowLink href=place.href() title hint icon tint /> }
    };
    vec![
        row(
            Route::Timetable,
            t::to_timetable(),
            t::to_timetable_hint(),
            icondata_lu::LuCalendarDays,
            Tint::Spruce,
        ),
        row(Route::OwnPlan, t::to_own(), t::to_own_hint(), icondata_lu::LuFootprints, Tint::Moss),
        row(Route::Terms, t::to_terms(), t::to_terms_hint(), icondata_lu::LuCalendarOff, Tint::Sky),
        row(
            Route::Thresholds,
            t::to_marks(),
            t::to_marks_hint(),
            icondata_lu::LuMessageCircle,
            Tint::Dawn,
        ),
    ]
    .into_any()
}

/// The early word, when a mark is reached: gently, with what may help.
fn word(view: &SchoolView) -> Option<AnyView> {
    let by_share = view.windows.iter().filter_map(|window| window.reached).max();
    let term = view.term.as_ref();
    let reached = by_share.max(term.and_then(|term| term.reached))?;
    let sentence = match reached {
        Reached::First => t::word_first(),
        Reached::Second => t::word_second(),
    };
    let lessons = term
        .filter(|term| term.reached.is_some())
        .map(|term| view! { <p class="quiet">{t::term_lessons(size(term.lessons))}</p> });
    let card = view! {
        <TintCard tint=Tint::Dawn>
            <h2>{t::word()}</h2>
            <p>{sentence}</p>
            {lessons}
            <RowLink
                href=Route::Share.href()
                title=t::word_share()
                hint=t::word_share_hint()
                icon=icondata_lu::LuUsersRound
                tint=Tint::Dawn
            />
            <RowLink
                href=Route::Path.href()
                title=t::word_step()
                hint=t::word_step_hint()
                icon=icondata_lu::LuFootprints
                tint=Tint::Spruce
            />
        </TintCard>
    };
    Some(card)
}

fn this_week(view: &SchoolView) -> AnyView {
    let week = view.weeks.last().filter(|week| week.full.logged_days > 0);
    let text = match week {
        Some(week) if week.full.attended_min == 0 => view! {
            <p>{t::week_open()}</p>
            {facts(&week.full)}
        },
        Some(week) => view! {
            <p class="number">{t::so_far(&wording::length(week.full.attended_min))}</p>
            {facts(&week.full)}
        },
        None => view! { <p class="quiet">{t::week_none()}</p> },
    };
    view! { <Card title=t::this_week()>{text}</Card> }
}

fn window(window: &SchoolWindow, view: &SchoolView) -> AnyView {
    let count = usize::try_from(window.weeks).unwrap_or_default();
    let weeks = view.weeks.get(view.weeks.len().saturating_sub(count)..).unwrap_or_default();
    let has_plan = window.full.planned_days > 0;
    let own_figures = window.own_plan.as_ref().filter(|figures| figures.planned_days > 0);
    let own_figures = own_figures.map(|figures| figure(t::own(), figures, false));
    let full = has_plan.then(|| figure(t::full(), &window.full, true));
    let chart = if has_plan {
        chart(weeks)
    } else {
        view! { <p>{t::no_plan()}</p> }
    };
    view! { <Card>{chart} {full} {own_figures}</Card> }
}

fn chart(weeks: &[SchoolWeek]) -> AnyView {
    let attended =
        |week: &SchoolWeek| (week.full.logged_days > 0).then_some(week.full.attended_min);
    let max_min = weeks.iter().filter_map(attended).max().unwrap_or(0).max(60);
    let many = weeks.len() > 6;
    let bars = weeks
        .iter()
        .map(|week| {
            let min = attended(week);
            let above = min.map(wording::length).filter(|_| !many).unwrap_or_default();
            let below = if many { String::new() } else { wording::short(week.monday) };
            (min.map(small), above, below)
        })
        .collect();
    let rows = weeks
        .iter()
        .map(|week| {
            let days = format!("{} / {}", week.full.logged_days, week.full.planned_days);
            vec![
                wording::short(week.monday),
                attended(week).map_or_else(|| "–".to_owned(), wording::length),
                wording::length(week.full.planned_min),
                days,
            ]
        })
        .collect();
    let words = ChartWords {
        sentence: t::chart().to_owned(),
        name: t::chart_name().to_owned(),
        table: app::table().to_owned(),
        headers: [t::week(), t::hours(), t::planned(), t::known()].map(str::to_owned).to_vec(),
        rows,
    };
    let ends = [weeks.first(), weeks.last()].into_iter().flatten();
    let axis =
        if many { ends.map(|week| wording::short(week.monday)).collect() } else { Vec::new() };
    view! { <WeekBars bars max=small(max_min) axis words /> }
}

#[expect(clippy::cast_precision_loss, reason = "minutes of a week")]
fn small(minutes: u32) -> f32 {
    minutes as f32
}

/// Attended of planned, the share where enough is known, and what it stands on, always together.
fn figure(title: &'static str, sum: &SchoolFigures, with_facts: bool) -> AnyView {
    let time = t::attended(&wording::length(sum.attended_min), &wording::length(sum.planned_min));
    let (logged, planned) = (sum.logged_days.to_string(), sum.planned_days.to_string());
    let coverage = t::coverage(&logged, &planned);
    let share = sum.absence_share();
    let share_text = match share {
        Some(share) => {
            let share = t::absence(&intl::number(share * 100.0, 0));
            view! { <p>{format!("{share}, {coverage}")}</p> }
        }
        None => view! {
            <p>{wording::capital(&coverage)}</p>
            <p class="quiet small">{t::too_few()}</p>
        },
    };
    view! {
        <div class="school-figure">
            <h3>{title}</h3>
            <p class="number figures">{time}</p>
            {share_text}
            {with_facts.then(|| facts(sum))}
        </div>
    }
}

/// What is counted and shown apart: remote, ill, school days at home.
fn facts(sum: &SchoolFigures) -> Option<AnyView> {
    let mut parts = Vec::new();
    if sum.remote_min > 0 {
        parts.push(t::remote(&wording::length(sum.remote_min)));
    }
    if sum.ill_days > 0 {
        parts.push(t::ill(size(sum.ill_days)));
    }
    if sum.at_home_days > 0 {
        parts.push(t::home(size(sum.at_home_days)));
    }
    (!parts.is_empty()).then(|| view! { <p class="quiet">{parts.join(" · ")}</p> })
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// By weekday, by lesson, and the direction: over 12 weeks whatever the window.
fn parts(view: &SchoolView) -> AnyView {
    let weekdays = view.by_weekday.iter().filter(|(_, sum)| sum.logged_days > 0);
    let weekdays: Vec<ShareBar> = weekdays.map(|(day, sum)| weekday(*day, sum)).collect();
    let lessons: Vec<ShareBar> = view.by_lesson.iter().map(lesson).collect();
    let lessons = if lessons.is_empty() {
        view! { <p class="quiet">{t::by_lesson_hint()}</p> }
    } else {
        view! { <ShareBars label=t::by_lesson() rows=lessons tint=Tint::Moss /> }
    };
    let sentence = match view.drift {
        Some(Drift::Rising) => t::rising(),
        Some(Drift::Easing) => t::easing(),
        Some(Drift::NoClearDirection) => t::unclear(),
        None => t::early(),
    };
    view! {
        {(!weekdays.is_empty())
            .then(|| {
                view! {
                    <Card title=t::by_weekday() aside=t::over_12()>
                        <ShareBars label=t::by_weekday() rows=weekdays />
                    </Card>
                }
            })}
        <Card title=t::by_lesson() aside=t::over_12()>
            {lessons}
        </Card>
        <Card title=t::drift()>
            <p>{sentence}</p>
            <p class="quiet">{t::one_sign()}</p>
        </Card>
    }
}

fn weekday(weekday: u8, sum: &SchoolFigures) -> ShareBar {
    let today = store().now.get_untracked().day();
    let day = today.monday().plus(i32::from(weekday));
    let time = t::attended(&wording::length(sum.attended_min), &wording::length(sum.planned_min));
    ShareBar {
        label: wording::capital(&intl::date(day, DateStyle::Weekday)),
        text: format!(
            "{time}, {}",
            t::coverage(&sum.logged_days.to_string(), &sum.planned_days.to_string())
        ),
        part: part(sum.attended_min, sum.planned_min),
    }
}

fn lesson(sum: &LessonFigures) -> ShareBar {
    let name =
        sum.name.as_ref().map_or_else(|| t::no_name().to_owned(), |name| name.as_str().to_owned());
    let time = t::attended(&wording::length(sum.attended_min), &wording::length(sum.planned_min));
    ShareBar {
        label: name,
        text: t::lessons(&sum.attended.to_string(), &sum.lessons.to_string(), &time),
        part: part(sum.attended_min, sum.planned_min),
    }
}

fn part(attended: u32, planned: u32) -> f64 {
    f64::from(attended) / f64::from(planned.max(1))
}
