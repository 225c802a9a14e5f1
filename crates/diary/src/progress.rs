//! What "My picture" shows: some weeks, or everything, in one pass over the diary.

pub mod effort;

use std::collections::BTreeMap;

use crate::diary::Diary;
use crate::entries::{Moment, Try};
use crate::order::{by_number, middle_mood, middle_of_day};
use crate::path::{GuessAndReal, guess_and_real, tries_on};
use crate::progress::effort::{Effort, effort};
use crate::routine::RoutineBook;
use crate::school::{SchoolFigures, SchoolPlan, dates, full};
use crate::sharing::sheet::NamedStrength;
use crate::sleep::{SleepView, sleep_view};
use crate::statistics::median;
use crate::time::Day;
use crate::values::{Mood, Outcome, Scale10, Words};

/// How far back to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The last 28 days.
    FourWeeks,
    /// The last 84 days.
    TwelveWeeks,
    /// From the first day with a record on.
    All,
}

/// How finely it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Moods and nights day by day, school and routine by week.
    Days,
    /// Everything by month: more than twelve weeks.
    Months,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// First date.
    pub from: Day,
    /// Last date.
    pub to: Day,
    /// How finely it is drawn.
    pub grain: Grain,
    /// Days with an entry and days on which something was done.
    pub effort: Effort,
    /// Time at school over the whole window. Today counts once it is logged.
    pub school: SchoolFigures,
    /// Time at school by week (from its Monday) or month (from its first), without a gap.
    pub school_spans: Vec<SchoolSpan>,
    /// The mood mosaic, Monday first; empty when drawn by month.
    pub mosaic: Vec<MosaicWeek>,
    /// Moods by month; empty when drawn by day.
    pub mood_months: Vec<MoodMonth>,
    /// Lighter days in the two halves of the window.
    pub light: LightDays,
    /// Sleep over the whole window; its bars are for drawing by day.
    pub sleep: SleepView,
    /// Nights by month; empty when drawn by day.
    pub sleep_months: Vec<SleepMonth>,
    /// The routine by week or month, without a gap.
    pub routine: Vec<RoutineSpan>,
    /// Strengths and how many moments showed each, most often shown first.
    pub strengths: Vec<(NamedStrength, usize)>,
    /// Good moments.
    pub moments: usize,
    /// The window's tries that are over, oldest first.
    pub tries: Vec<TryRow>,
    /// Guess beside the hardest moment, over those of them that have both.
    pub guess_and_real: GuessAndReal,
}

/// A try that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryRow {
    /// Its date.
    pub day: Day,
    /// What the step was called then.
    pub title: Words,
    /// How hard it was guessed to be, 0 to 10.
    pub guess: Option<Scale10>,
    /// The hardest moment, 0 to 10.
    pub hardest: Option<Scale10>,
    /// What became of it.
    pub outcome: Outcome,
}

/// Time at school in a week or month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolSpan {
    /// Its first date.
    pub from: Day,
    /// Attended, planned and coverage; days without a record count neither way.
    pub figures: SchoolFigures,
}

/// A cell of the mosaic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCell {
    /// Before the window's first date or after its last.
    Outside,
    /// No check-in.
    Blank,
    /// The middle of the day's check-ins, the lower of two middles.
    Felt(Mood),
}

/// A row of the mosaic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MosaicWeek {
    /// Its Monday.
    pub monday: Day,
    /// Monday to Sunday.
    pub cells: [DayCell; 7],
}

/// The moods of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoodMonth {
    /// Its first date.
    pub from: Day,
    /// How many of its days had a middle mood of 1, 2, 3, 4 and 5.
    pub days: [u32; 5],
    /// The middle of these days, the lower of two middles; `None` without a check-in.
    pub middle: Option<Mood>,
}

/// Days with a middle mood of 4 or 5, of the days with a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LightDays {
    /// Lighter days in the window's first half.
    pub earlier_light: u32,
    /// Days with a check-in in it.
    pub earlier_felt: u32,
    /// Lighter days in the second half, which has the middle day when their number is odd.
    pub later_light: u32,
    /// Days with a check-in in it.
    pub later_felt: u32,
}

/// The nights of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SleepMonth {
    /// Its first date.
    pub from: Day,
    /// How many nights were told.
    pub nights: usize,
    /// Median of trying to sleep and of waking, in minutes from the noon before; `None` without a
    /// night.
    pub middle: Option<(f64, f64)>,
}

/// The routine in a week or month, over days with a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoutineSpan {
    /// Its first date.
    pub from: Day,
    /// Items done or done in part.
    pub done: u32,
    /// Items due on those days.
    pub due: u32,
    /// Those days.
    pub days: u32,
}

const MOST_DAYS: i32 = 84;

/// Reads the picture off the diary.
pub fn picture(diary: &Diary, today: Day, window: Window) -> Picture {
    let from = match window {
        Window::FourWeeks => today.plus(-27),
        Window::TwelveWeeks => today.plus(1 - MOST_DAYS),
        Window::All => diary.days().last().map_or(today, |first| first.min(today)),
    };
    let grain = if today.since(from) < MOST_DAYS { Grain::Days } else { Grain::Months };
    let by_month = grain == Grain::Months;
    let school_to = if diary.school_day(today).is_some() { today } else { today.plus(-1) };
    let school = dates(diary, &SchoolPlan::read(diary), from, school_to);
    let book = RoutineBook::read(diary);
    let ticked: Vec<_> =
        diary.days_between(from, today).filter_map(|day| book.row(diary, day)).collect();
    let moods: Vec<(Day, Mood)> = diary
        .days_between(from, today)
        .filter_map(|day| Some((day, middle_of_day(diary, day)?)))
        .collect();
    let sleep = sleep_view(diary, from, today);
    let spans = spans(grain, from, today);
    let (strengths, moments) = strengths(diary, from, today);
    let tries: Vec<_> =
        diary.days_between(from, today).flat_map(|day| tries_on(diary, day)).collect();
    Picture {
        from,
        to: today,
        grain,
        effort: effort(diary, from, today),
        school: full(&school),
        school_spans: spans
            .iter()
            .map(|span| {
                let figures = full(part(&school, *span, |date| date.day));
                SchoolSpan { from: span.0, figures }
            })
            .collect(),
        mosaic: if by_month { Vec::new() } else { mosaic(&moods, from, today) },
        mood_months: if by_month {
            months(&spans, |span| mood_month(&moods, span))
        } else {
            Vec::new()
        },
        light: light_days(&moods, from, today),
        sleep_months: if by_month {
            months(&spans, |span| sleep_month(&sleep, span))
        } else {
            Vec::new()
        },
        sleep,
        routine: spans
            .iter()
            .map(|span| {
                let rows = part(&ticked, *span, |row| row.day);
                RoutineSpan {
                    from: span.0,
                    done: rows.iter().map(|row| u32::from(row.done) + u32::from(row.some)).sum(),
                    due: rows.iter().map(|row| u32::from(row.due)).sum(),
                    days: u32::try_from(rows.len()).unwrap_or(u32::MAX),
                }
            })
            .collect(),
        strengths,
        moments,
        guess_and_real: guess_and_real(tries.iter().map(|(_, entry)| *entry)),
        tries: tries.into_iter().filter_map(|(_, entry)| try_row(entry)).collect(),
    }
}

/// `None` while it goes on.
fn try_row(entry: &Try) -> Option<TryRow> {
    Some(TryRow {
        day: entry.when.day(),
        title: entry.title.clone(),
        guess: entry.guess,
        hardest: entry.hardest,
        outcome: entry.outcome?,
    })
}

/// A week or month: its first date and the first one after it.
type Span = (Day, Day);

/// The weeks or months that touch the window.
fn spans(grain: Grain, from: Day, to: Day) -> Vec<Span> {
    let mut all = Vec::new();
    let mut first = match grain {
        Grain::Days => from.monday(),
        Grain::Months => from.first_of_month(),
    };
    while first <= to {
        let next = match grain {
            Grain::Days => first.plus(7),
            Grain::Months => first.first_of_next_month(),
        };
        all.push((first, next));
        // At the end of the diary's years a date cannot move on.
        if next <= first {
            break;
        }
        first = next;
    }
    all
}

fn months<T>(spans: &[Span], of: impl Fn(Span) -> T) -> Vec<T> {
    spans.iter().map(|span| of(*span)).collect()
}

/// Those of a span, from rows in order of date.
fn part<T>(rows: &[T], span: Span, day: impl Fn(&T) -> Day) -> &[T] {
    let from = rows.partition_point(|row| day(row) < span.0);
    let to = rows.partition_point(|row| day(row) < span.1);
    rows.get(from..to).unwrap_or_default()
}

fn mosaic(moods: &[(Day, Mood)], from: Day, to: Day) -> Vec<MosaicWeek> {
    let cell = |day: Day| {
        if day < from || day > to {
            return DayCell::Outside;
        }
        let found = moods.binary_search_by_key(&day, |(day, _)| *day).ok();
        found
            .and_then(|place| moods.get(place))
            .map_or(DayCell::Blank, |(_, mood)| DayCell::Felt(*mood))
    };
    spans(Grain::Days, from, to)
        .into_iter()
        .map(|(monday, _)| {
            let cells = [0, 1, 2, 3, 4, 5, 6].map(|weekday| cell(monday.plus(weekday)));
            MosaicWeek { monday, cells }
        })
        .collect()
}

fn mood_month(moods: &[(Day, Mood)], span: Span) -> MoodMonth {
    let rows = part(moods, span, |(day, _)| *day);
    let mut days = [0; 5];
    for (_, mood) in rows {
        days[usize::from(mood.get() - 1)] += 1;
    }
    MoodMonth { from: span.0, days, middle: middle_mood(rows.iter().map(|(_, mood)| *mood)) }
}

fn light_days(moods: &[(Day, Mood)], from: Day, to: Day) -> LightDays {
    let second = from.plus((to.since(from) + 1) / 2);
    let mut sum = LightDays::default();
    for (day, mood) in moods {
        let light = u32::from(mood.get() >= 4);
        if *day < second {
            sum.earlier_light += light;
            sum.earlier_felt += 1;
        } else {
            sum.later_light += light;
            sum.later_felt += 1;
        }
    }
    sum
}

fn sleep_month(sleep: &SleepView, span: Span) -> SleepMonth {
    let bars = part(&sleep.bars, span, |bar| bar.day);
    let starts: Vec<f64> = bars.iter().map(|bar| f64::from(bar.start_min)).collect();
    let ends: Vec<f64> = bars.iter().map(|bar| f64::from(bar.end_min)).collect();
    SleepMonth { from: span.0, nights: bars.len(), middle: median(&starts).zip(median(&ends)) }
}

/// Strengths by how often they were shown, then in the list's order; and how many moments.
fn strengths(diary: &Diary, from: Day, to: Day) -> (Vec<(NamedStrength, usize)>, usize) {
    let mut counts: BTreeMap<NamedStrength, usize> = BTreeMap::new();
    let mut moments = 0;
    for (_, moment) in diary.between::<Moment>(from, to) {
        moments += 1;
        let listed = moment.strengths.iter().copied().map(NamedStrength::Listed);
        for strength in listed.chain(moment.own_strengths.iter().cloned().map(NamedStrength::Own)) {
            *counts.entry(strength).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    by_number(&mut counts, |(_, times)| -i64::try_from(*times).unwrap_or(i64::MAX));
    (counts, moments)
}
