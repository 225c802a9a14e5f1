//! The meeting sheet, drawn the same in the sharer's preview, before it is kept, and after.

use askelma_diary::order::middle_mood;
use askelma_diary::sharing::sheet::{
    MeetingSheet, MoodSheet, RoutineSheet, SchoolSheet, SleepSheet, meeting_sheet,
};
use askelma_diary::sharing::summary::Summary;
use askelma_diary::sleep::woke_clock;
use askelma_diary::time::Day;
use askelma_diary::values::Mood;

use crate::browser::clock::Here;
use crate::browser::intl;
use crate::pages::received::sheet_path;
use crate::pages::received::sheet_words::{moments_card, notes_card, strengths};
use crate::pages::received::visibility::may;
use crate::pages::wording;
use crate::text::{app, meeting_sheet as t, night, receive};
use crate::ui::prelude::*;
use crate::ui::{Card, ChartWords, MoodMosaic, NightBar, SleepBars, StatCard, Tint, WeekBars};

/// The whole sheet of a summary.
pub fn sheet(summary: &Summary) -> AnyView {
    let whole = meeting_sheet(summary);
    let purpose = summary.purpose.as_ref().map(|words| {
        view! {
            <p class="quiet">{t::purpose(words.as_str())}</p>
        }
    });
    let made = receive::made(&wording::short(summary.made_at.day()), &intl::time(summary.made_at));
    view! {
        {purpose}
        {strengths(&whole)}
        <div class="stat-grid">{stats(&whole)}</div>
        <div class="sheet-grid">
            {sheet_path::cards(&whole)}
            {whole.school.as_ref().map(school_card)}
            {whole.mood.as_ref().map(|mood| mood_card(mood, &whole))}
            {whole.sleep.as_ref().map(|sleep| sleep_card(sleep, &whole))}
            {whole.routine.as_ref().map(routine_card)}
            {moments_card(&whole)}
            {notes_card(&whole)}
        </div>
        <p class="quiet">{made}</p>
        <p class="quiet">{format!("{} {}", t::not_record(), receive::not_followed())}</p>
    }
}

#[expect(clippy::cast_possible_truncation, reason = "points of a small picture")]
fn point(value: f64) -> f32 {
    value as f32
}

fn stats(whole: &MeetingSheet) -> Vec<AnyView> {
    let mut cards = Vec::new();
    if let Some(school) = &whole.school {
        cards.extend(school_stats(school));
    }
    if let Some(sleep) = &whole.sleep {
        let values = sleep.rows.iter().map(|row| Some(f32::from(row.lasted_min.get()))).collect();
        let nights = sleep.rows.len().to_string();
        cards.push(view! {
            <StatCard
                label=t::sleep()
                value=wording::about_length(sleep.between_min)
                note=t::sleep_nights(&nights, &whole.days.to_string())
                tint=Tint::Night
                values
            />
        });
    }
    if let Some(mood) = &whole.mood {
        let values = mood.weekly.iter().map(|(_, mean)| mean.map(point)).collect();
        cards.push(view! {
            <StatCard
                label=t::mood()
                value=intl::number(mood.mean, 1)
                note=t::mood_of(mood.rows.len())
                tint=Tint::Moss
                values
            />
        });
    }
    cards
}

fn school_stats(school: &SchoolSheet) -> Vec<AnyView> {
    let logged_weeks: Vec<u32> = school.weekly_min.iter().filter_map(|(_, min)| *min).collect();
    let total: u32 = logged_weeks.iter().sum();
    let weeks = u32::try_from(logged_weeks.len()).unwrap_or(1).max(1);
    let values =
        school.weekly_min.iter().map(|(_, min)| min.map(|min| point(f64::from(min)))).collect();
    let hours = view! {
        <StatCard
            label=t::school()
            value=wording::about_length(f64::from(total) / f64::from(weeks))
            note=t::school_week_plain()
            tint=Tint::Spruce
            values
        />
    };
    let figures = school.figures;
    let (logged_days, planned_days) =
        (figures.logged_days.to_string(), figures.planned_days.to_string());
    let (value, note) = match figures.absence_share() {
        Some(share) => (
            format!("{} %", intl::number(share * 100.0, 0)),
            t::absence_of(&logged_days, &planned_days),
        ),
        None => ("–".to_owned(), t::coverage_low(&logged_days, &planned_days)),
    };
    let absence = view! {
        <StatCard label=t::absence() value note tint=Tint::Dawn values=Vec::new() />
    };
    vec![hours, absence]
}

fn school_card(school: &SchoolSheet) -> AnyView {
    let max_min = school.weekly_min.iter().filter_map(|(_, min)| *min).max().unwrap_or(0).max(60);
    let bars = school
        .weekly_min
        .iter()
        .map(|(monday, min)| {
            let above = min.map(wording::length).unwrap_or_default();
            (min.map(|min| point(f64::from(min))), above, wording::short(*monday))
        })
        .collect();
    let rows = school
        .weekly_min
        .iter()
        .map(|(monday, min)| {
            vec![wording::short(*monday), min.map_or_else(|| "–".to_owned(), wording::length)]
        })
        .collect();
    let words = ChartWords {
        sentence: t::school_sentence().to_owned(),
        name: t::school_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![t::week().to_owned(), t::hours().to_owned()],
        rows,
    };
    let figures = school.figures;
    let mut facts = Vec::new();
    if figures.remote_min > 0 {
        facts.push(t::remote_part(&wording::length(figures.remote_min)));
    }
    if figures.ill_days > 0 {
        facts.push(t::ill_days(count(figures.ill_days)));
    }
    if figures.at_home_days > 0 {
        facts.push(t::home_days(count(figures.at_home_days)));
    }
    view! {
        <Card title=t::school() aside=may(school.visibility)>
            <WeekBars bars max=point(f64::from(max_min)) words />
            {(!facts.is_empty()).then(|| view! { <p>{facts.join(" · ")}</p> })}
            <p class="quiet">{t::own_log()}</p>
        </Card>
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn mood_card(mood: &MoodSheet, whole: &MeetingSheet) -> AnyView {
    let days: Vec<Day> = whole.from.through(whole.to).collect();
    let middle = |day: &Day| {
        let moods = mood.rows.iter().filter(|row| row.day == *day).map(|row| row.mood);
        middle_mood(moods).map(Mood::get)
    };
    let values: Vec<Option<u8>> = days.iter().map(middle).collect();
    let rows = mood
        .rows
        .iter()
        .map(|row| {
            let name = Mood::new(row.mood.get()).map_or("", wording::mood);
            vec![
                format!("{} {}", wording::short(row.day), intl::clock(row.clock_min)),
                format!("{} · {name}", row.mood.get()),
            ]
        })
        .collect();
    let words = ChartWords {
        sentence: t::mood_sentence().to_owned(),
        name: t::mood_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![t::date().to_owned(), t::mood_column().to_owned()],
        rows,
    };
    let axis = vec![wording::short(whole.from), wording::short(whole.to)];
    view! {
        <Card title=t::mood() aside=may(mood.visibility)>
            <MoodMosaic values axis words />
        </Card>
    }
}

fn sleep_card(sleep: &SleepSheet, whole: &MeetingSheet) -> AnyView {
    let bar = |day: Day| {
        let row = sleep.rows.iter().find(|row| row.waking_day == day)?;
        // Minutes after 18.00 of the evening before, by the clocks on the wall.
        let after_six = |clock: u16| (clock + 1440 - 1080) % 1440;
        let (from, to) = (after_six(row.tried_clock_min), after_six(woke_clock(row, &Here)));
        Some(NightBar { from, to: if to > from { to } else { to + 1440 } })
    };
    let nights = whole.from.through(whole.to).map(bar).collect();
    let rules = [0_u16, 360, 720]
        .map(|after| (after, intl::clock((after + 1080) % 1440)))
        .into_iter()
        .skip(1)
        .collect();
    let rows = sleep
        .rows
        .iter()
        .map(|row| {
            let length = wording::length(u32::from(row.lasted_min.get()));
            let length =
                if row.estimate { format!("{length} · {}", night::like_last()) } else { length };
            vec![
                wording::short(row.waking_day),
                intl::clock(row.tried_clock_min),
                intl::clock(woke_clock(row, &Here)),
                length,
            ]
        })
        .collect();
    let words = ChartWords {
        sentence: t::sleep_sentence().to_owned(),
        name: t::sleep_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![
            t::date().to_owned(),
            t::from_column().to_owned(),
            t::to_column().to_owned(),
            t::length_column().to_owned(),
        ],
        rows,
    };
    let mut facts = Vec::new();
    if let Some(asleep) = sleep.asleep_min {
        facts.push(t::sleep_asleep(sleep.asleep_nights, &wording::about_length(asleep)));
    }
    if let Some(regularity) = sleep.regularity_min {
        facts.push(t::sleep_regular(&intl::number(regularity, 0)));
    }
    if sleep.estimates > 0 {
        facts.push(t::sleep_estimates(sleep.estimates));
    }
    let axis = vec![wording::short(whole.from), wording::short(whole.to)];
    view! {
        <Card title=t::sleep() aside=may(sleep.visibility)>
            <SleepBars nights rules axis words />
            {(!facts.is_empty()).then(|| view! { <p>{facts.join(" · ")}</p> })}
        </Card>
    }
}

fn routine_card(routine: &RoutineSheet) -> AnyView {
    let sentence = t::routine_of(&routine.done.to_string(), &routine.due.to_string());
    let days = t::routine_days(routine.rows.len());
    view! {
        <Card title=t::routine() aside=may(routine.visibility)>
            <p class="lead">{sentence}</p>
            <p class="quiet">{days}</p>
        </Card>
    }
}
