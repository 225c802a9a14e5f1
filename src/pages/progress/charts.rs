//! The charts of my picture: each with one sentence, and a table behind a button.

use askelma_diary::progress::{DayCell, Grain, Picture};
use askelma_diary::sleep::usual_night::band_on_clock;
use askelma_diary::time::Day;
use askelma_diary::values::Mood;

use crate::browser::intl::{self, DateStyle};
use crate::pages::wording;
use crate::text::{app, meeting_sheet, night, progress as t, today};
use crate::ui::prelude::*;
use crate::ui::{Card, ChartWords, MoodMosaic, NightBar, SleepBars, Tint, TrendArea, WeekBars};

/// Weeks or months that have room for a bar with words each; more become one line.
const MAX_BARS: usize = 6;

/// What a week or month is called in the tables.
fn span_name(grain: Grain, from: Day) -> String {
    match grain {
        Grain::Days => wording::short(from),
        Grain::Months => wording::capital(&intl::date(from, DateStyle::Month)),
    }
}

fn span_head(grain: Grain) -> String {
    match grain {
        Grain::Days => meeting_sheet::week().to_owned(),
        Grain::Months => t::month().to_owned(),
    }
}

/// The first and last date of what is drawn.
fn axis(view: &Picture) -> Vec<String> {
    match view.grain {
        Grain::Days => vec![wording::short(view.from), wording::short(view.to)],
        Grain::Months => {
            vec![span_name(view.grain, view.from), span_name(view.grain, view.to)]
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes and counts of a picture")]
fn point(value: u32) -> f32 {
    value as f32
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or_default()
}

/// Whether a week or month lies in the window whole: one that has only begun looks like a fall.
fn is_whole(view: &Picture, from: Day) -> bool {
    let ends = match view.grain {
        Grain::Days => from.plus(6) <= view.to,
        Grain::Months => {
            let (next, last) = (view.to.plus(1).ymd(), from.ymd());
            (next.0, next.1) > (last.0, last.1)
        }
    };
    from >= view.from && ends
}

/// Values by week or month: bars while there is room for their words, then a line.
fn over_time(
    view: &Picture,
    values: Vec<(Day, Option<u32>)>,
    name: fn(u32) -> String,
    top_label: fn(u32) -> String,
    tint: Tint,
    words: ChartWords,
) -> AnyView {
    let max = values.iter().filter_map(|(_, value)| *value).max().unwrap_or(0).max(1);
    let has_partial = values.iter().any(|(from, value)| value.is_some() && !is_whole(view, *from));
    if values.len() <= MAX_BARS {
        let bars = values.into_iter().map(|(from, value)| {
            let above = value.map(name).unwrap_or_default();
            (value.map(point), above, wording::short(from))
        });
        let bars = bars.collect();
        let note = has_partial.then(|| view! { <p class="quiet">{t::parts()}</p> });
        view! {
            <WeekBars bars max=point(max) tint words />
            {note}
        }
    } else {
        let axis = axis(view);
        let whole = |from: Day| is_whole(view, from);
        let values = values.into_iter().map(|(from, value)| value.filter(|_| whole(from)));
        let values = values.map(|value| value.map(point)).collect();
        let note = has_partial.then(|| view! { <p class="quiet">{t::parts_left_out()}</p> });
        view! {
            <TrendArea values max=point(max) top=top_label(max) axis tint words />
            {note}
        }
    }
}

/// Time at school: hours and coverage, and what was remote, ill, at home.
pub fn school(view: &Picture) -> Option<AnyView> {
    let sum = view.school;
    if sum.logged_days == 0 {
        return None;
    }
    let (logged, planned) = (sum.logged_days.to_string(), sum.planned_days.to_string());
    let values = view.school_spans.iter().map(|span| {
        let has_log = span.figures.logged_days > 0;
        (span.from, has_log.then_some(span.figures.attended_min))
    });
    let rows = view.school_spans.iter().map(|span| {
        let has_log = span.figures.logged_days > 0;
        vec![
            span_name(view.grain, span.from),
            if has_log { wording::length(span.figures.attended_min) } else { "–".to_owned() },
            t::of(&span.figures.logged_days.to_string(), &span.figures.planned_days.to_string()),
        ]
    });
    let words = ChartWords {
        sentence: t::school_says(&wording::length(sum.attended_min), &logged, &planned),
        name: t::school_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![
            span_head(view.grain),
            meeting_sheet::hours().to_owned(),
            t::days_told().to_owned(),
        ],
        rows: rows.collect(),
    };
    let facts = [
        (sum.remote_min > 0).then(|| meeting_sheet::remote_part(&wording::length(sum.remote_min))),
        (sum.ill_days > 0).then(|| meeting_sheet::ill_days(count(sum.ill_days))),
        (sum.at_home_days > 0).then(|| meeting_sheet::home_days(count(sum.at_home_days))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let chart =
        over_time(view, values.collect(), wording::length, wording::length, Tint::Spruce, words);
    let card = view! {
        <Card title=t::school()>
            {chart}
            {(!facts.is_empty()).then(|| view! { <p class="quiet">{facts}</p> })}
        </Card>
    };
    Some(card)
}

/// Moods: a square a day, or a month.
pub fn mood(view: &Picture) -> Option<AnyView> {
    let light = view.light;
    let felt = light.earlier_felt + light.later_felt;
    if felt == 0 {
        return None;
    }
    let sentence = if light.earlier_felt > 0 && light.later_felt > 0 {
        t::mood_says(
            &light.earlier_light.to_string(),
            &light.earlier_felt.to_string(),
            &light.later_light.to_string(),
            &light.later_felt.to_string(),
        )
    } else {
        t::mood_days(&view.effort.days.to_string(), &felt.to_string())
    };
    let by_day = view.grain == Grain::Days;
    let (values, rows, headers) = if by_day { mood_days(view) } else { mood_months(view) };
    let words = ChartWords {
        sentence,
        name: if by_day { t::mood_name().to_owned() } else { t::mood_name_months().to_owned() },
        table: app::table().to_owned(),
        headers,
        rows,
    };
    let axis = axis(view);
    let note = (!by_day).then(|| view! { <p class="quiet">{t::mood_months()}</p> });
    let card = view! {
        <Card title=t::mood()>
            <MoodMosaic values axis words />
            {note}
        </Card>
    };
    Some(card)
}

type Mosaic = (Vec<Option<u8>>, Vec<Vec<String>>, Vec<String>);

fn mood_days(view: &Picture) -> Mosaic {
    let cells = view.mosaic.iter().flat_map(|week| {
        let days = week.monday.through(week.monday.plus(6));
        days.zip(week.cells)
    });
    let (mut values, mut rows) = (Vec::new(), Vec::new());
    for (day, cell) in cells {
        match cell {
            DayCell::Outside => {}
            DayCell::Blank => values.push(None),
            DayCell::Felt(mood) => {
                values.push(Some(mood.get()));
                rows.push(vec![
                    wording::short(day),
                    format!("{} · {}", mood.get(), wording::mood(mood)),
                ]);
            }
        }
    }
    (values, rows, vec![meeting_sheet::date().to_owned(), t::mood().to_owned()])
}

fn mood_months(view: &Picture) -> Mosaic {
    let values = view.mood_months.iter().map(|month| month.middle.map(Mood::get)).collect();
    let rows = view.mood_months.iter().map(|month| {
        let name = span_name(Grain::Months, month.from);
        let days = month.days.iter().map(u32::to_string);
        std::iter::once(name).chain(days).collect()
    });
    let names = wording::mood_names().into_iter().map(str::to_owned);
    let headers = std::iter::once(t::month().to_owned()).chain(names).collect();
    (values, rows.collect(), headers)
}

/// Minutes after 18.00 from minutes after the noon before; what lies earlier begins there.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of two days")]
fn after_six(from_noon: f64) -> u16 {
    (from_noon - 360.0).clamp(0.0, 2_880.0).round() as u16
}

/// A time of day from minutes after the noon before.
fn on_clock(from_noon: f64) -> String {
    intl::clock((after_six(from_noon) + 1080) % 1440)
}

/// Nights as bars, with the soft band where the age is known.
pub fn sleep(view: &Picture) -> Option<AnyView> {
    let sleep = &view.sleep;
    let between = sleep.between_min?;
    let by_day = view.grain == Grain::Days;
    let (nights, rows, headers) = if by_day { nights(view) } else { night_months(view) };
    let rules = [360_u16, 720].map(|after| (after, intl::clock((after + 1080) % 1440))).into();
    let (nights_told, days) = (sleep.rows.len().to_string(), view.effort.days.to_string());
    let words = ChartWords {
        sentence: t::sleep_says(&days, &wording::about_length(between), &nights_told),
        name: if by_day { t::sleep_name().to_owned() } else { t::sleep_name_months().to_owned() },
        table: app::table().to_owned(),
        headers,
        rows,
    };
    let asleep = sleep.asleep_min.map(|asleep| {
        meeting_sheet::sleep_asleep(sleep.asleep_nights, &wording::about_length(asleep))
    });
    let facts =
        [asleep, (sleep.estimates > 0).then(|| meeting_sheet::sleep_estimates(sleep.estimates))];
    let facts = wording::capital(&facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let on_clock = band_on_clock(sleep);
    let band = on_clock.map(|band| NightBar { from: after_six(band.from), to: after_six(band.to) });
    let guide = sleep.band.filter(|_| band.is_some()).map(|band| {
        let hours = |min: u16| (min / 60).to_string();
        t::band(&hours(band.from_min), &hours(band.to_min))
    });
    let axis = axis(view);
    let aside = sleep.regularity_min.map(|min| t::regular(&intl::number(min, 0)));
    let card = view! {
        <Card title=t::sleep() aside=aside>
            <SleepBars nights rules band axis words />
            {(!facts.is_empty()).then(|| view! { <p class="quiet">{facts}</p> })}
            {guide.map(|guide| view! {
                <p class="quiet band-says">
                    <span class="band-mark" aria-hidden="true"></span>
                    <span>{guide}</span>
                </p>
            })}
        </Card>
    };
    Some(card)
}

type Nights = (Vec<Option<NightBar>>, Vec<Vec<String>>, Vec<String>);

fn night_heads(first: String, last: &str) -> Vec<String> {
    vec![
        first,
        meeting_sheet::from_column().to_owned(),
        meeting_sheet::to_column().to_owned(),
        last.to_owned(),
    ]
}

fn nights(view: &Picture) -> Nights {
    let sleep = &view.sleep;
    let bar = |day: Day| {
        let night = sleep.bars.iter().find(|bar| bar.day == day)?;
        let side = |min: i32| after_six(f64::from(min));
        Some(NightBar { from: side(night.start_min), to: side(night.end_min) })
    };
    let rows = sleep.bars.iter().zip(&sleep.rows).map(|(bar, row)| {
        let length = wording::length(u32::from(row.lasted_min.get()));
        let side = |min: i32| intl::clock(u16::try_from((min + 720).rem_euclid(1440)).unwrap_or(0));
        vec![
            wording::short(bar.day),
            side(bar.start_min),
            side(bar.end_min),
            if bar.estimate { format!("{length} · {}", night::like_last()) } else { length },
        ]
    });
    let heads = night_heads(meeting_sheet::date().to_owned(), meeting_sheet::length_column());
    (view.from.through(view.to).map(bar).collect(), rows.collect(), heads)
}

fn night_months(view: &Picture) -> Nights {
    let bars = view.sleep_months.iter().map(|month| {
        let (from, to) = month.middle?;
        Some(NightBar { from: after_six(from), to: after_six(to) })
    });
    let rows = view.sleep_months.iter().map(|month| {
        let side = |from_noon: Option<f64>| from_noon.map_or_else(|| "–".to_owned(), on_clock);
        vec![
            span_name(Grain::Months, month.from),
            side(month.middle.map(|(from, _)| from)),
            side(month.middle.map(|(_, to)| to)),
            month.nights.to_string(),
        ]
    });
    let heads = night_heads(t::month().to_owned(), t::nights_told());
    (bars.collect(), rows.collect(), heads)
}

/// The routine: what was done on the days with a tick.
pub fn routine(view: &Picture) -> Option<AnyView> {
    let [done, due, days] = view.routine.iter().fold([0; 3], |[done, due, days], span| {
        [done + span.done, due + span.due, days + span.days]
    });
    if days == 0 {
        return None;
    }
    let values = view.routine.iter().map(|span| (span.from, (span.days > 0).then_some(span.done)));
    let rows = view.routine.iter().map(|span| {
        vec![
            span_name(view.grain, span.from),
            t::of(&span.done.to_string(), &span.due.to_string()),
            span.days.to_string(),
        ]
    });
    let words = ChartWords {
        sentence: t::routine_says(count(days), &done.to_string(), &due.to_string()),
        name: t::routine_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![span_head(view.grain), t::done().to_owned(), t::tick_days().to_owned()],
        rows: rows.collect(),
    };
    let name = |done: u32| done.to_string();
    let top_label = |done: u32| today::done(count(done));
    let chart = over_time(view, values.collect(), name, top_label, Tint::Moss, words);
    Some(view! { <Card title=t::routine()>{chart}</Card> })
}
