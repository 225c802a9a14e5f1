//! Twelve believable weeks for looking around: a hard autumn that slowly gets a little lighter.
//!
//! Made by rule from the date alone, so that it is the same on every device and needs no data.

use std::collections::BTreeSet;

use crate::entries::{
    Moment, MoodEntry, ReasonSort, RoutineItem, SchoolDay, Tick, TickLevel, Timetable,
};
use crate::id::Id;
use crate::reasons::built_in_id;
use crate::record::{Body, Entry, Kind};
use crate::school::school_day;
use crate::sleep::NightInput;
use crate::time::{Day, Instant, Zone, within_day};
use crate::values::{
    BodySign, Company, Feeling, Fit, Minutes, Mood, MoodPlace, Scale5, Scale10, SchoolMode,
    Strength, Times, Words,
};

pub mod edit;
mod path;

pub use path::StoryPath;

/// The words of the story, in the language chosen.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// The routine from the first day on.
    pub routine: Vec<RoutineItem>,
    /// Notes of check-ins.
    pub notes: Vec<Words>,
    /// Good moments.
    pub moments: Vec<Words>,
    /// The path back, if the story has one.
    pub path: Option<StoryPath>,
}

/// Days in the story, the last one today.
pub const DAYS: i32 = 84;
const SCHOOL_MIN: u16 = 300;

/// The entries of the story. Ids are derived: filling twice changes nothing.
pub fn twelve_weeks(story: &Story, now: Instant, zone: &impl Zone) -> Vec<(Id, Body)> {
    let mut weeks = stories(story, DAYS, now, zone);
    weeks.extend(reasons(now.day()));
    if let Some(story) = &story.path {
        let path = path::path(story, now.day(), zone);
        // Nobody tries a step on a day in bed: such a day is left blank.
        let tried: BTreeSet<Day> = path.iter().filter_map(|(_, body)| body.day()).collect();
        weeks.retain(|(_, body)| {
            SchoolDay::of(body)
                .is_none_or(|school| school.mode != SchoolMode::Ill || !tried.contains(&school.day))
        });
        weeks.extend(path);
    }
    weeks
}

/// The same story told again and again, so many days up to today: for measuring with years of data.
pub fn stories(story: &Story, days: i32, now: Instant, zone: &impl Zone) -> Vec<(Id, Body)> {
    let today = now.day();
    let mut out = Vec::new();
    for item in &story.routine {
        out.push((item.item, item.clone().into()));
    }
    if let (Ok(from), Ok(school)) = (Day::from_ymd(2000, 1, 1), Minutes::new(SCHOOL_MIN)) {
        let week_min = [vec![school; 5], vec![Minutes::MIN; 2]].concat();
        let table = Timetable { from, until: None, week_min, own_plan: false, lessons: Vec::new() };
        out.push((Id::named(Kind::Timetable, b"school day length"), table.into()));
    }
    for index in 0..days {
        let day = today.plus(index + 1 - days);
        let dice = Dice(u32::try_from(index).unwrap_or_default());
        // 0 at the beginning, 1 today.
        let along = f64::from(index % DAYS) / f64::from(DAYS - 1);
        if dice.of(1, 12) == 0 && index + 1 < days {
            continue; // A blank day takes nothing away.
        }
        out.extend(night(day, dice, along, zone));
        out.extend(moods(story, day, dice, along, now, zone));
        if index + 1 < days {
            out.extend(school(day, dice, along));
            out.extend(ticks(story, day, dice, along, zone));
            out.extend(moment(story, index, day, dice, zone));
        }
    }
    out
}

/// A small fixed sequence of numbers a day.
#[derive(Clone, Copy)]
struct Dice(u32);

impl Dice {
    /// 0 to `sides` − 1, for the question of that number.
    fn of(self, question: u32, sides: u32) -> u32 {
        let mut x = self.0.wrapping_mul(0x9e37_79b9) ^ question.wrapping_mul(0x85eb_ca6b);
        x ^= x >> 16;
        x = x.wrapping_mul(0x7feb_352d);
        x ^= x >> 15;
        x = x.wrapping_mul(0x846c_a68b);
        (x ^ (x >> 16)) % sides.max(1)
    }

    fn small(self, question: u32, sides: u32) -> u16 {
        u16::try_from(self.of(question, sides)).unwrap_or_default()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
fn minutes(value: f64) -> u16 {
    value.round().max(0.0) as u16
}

fn night(day: Day, dice: Dice, along: f64, zone: &impl Zone) -> Option<(Id, Body)> {
    if dice.of(2, 9) == 0 {
        return None;
    }
    // From about half past one at first to about eleven; waking from ten to seven.
    let bed = minutes(1530.0 - 150.0 * along) + dice.small(3, 10) * 5;
    let woke = minutes(600.0 - 175.0 * along) + dice.small(4, 8) * 5;
    let detailed = dice.of(5, 3) > 0;
    let input = NightInput {
        waking_day: day,
        into_bed_clock: None,
        tried_clock: bed / 5 * 5 % 1440,
        woke_clock: woke / 5 * 5,
        out_of_bed_clock: None,
        fall_asleep_min: detailed.then(|| Minutes::new(15 + dice.small(6, 8) * 5).ok()).flatten(),
        awakenings: detailed.then(|| Times::new(u8::try_from(dice.of(7, 3)).ok()?).ok()).flatten(),
        awake_min: detailed.then(|| Minutes::new(dice.small(8, 4) * 5).ok()).flatten(),
        quality: detailed
            .then(|| {
                Scale5::new(2 + u8::try_from(dice.of(9, 2)).ok()? + u8::from(along > 0.6)).ok()
            })
            .flatten(),
        naps_min: None,
        note: None,
        estimate: !detailed,
    };
    Some((Id::once_a_day(Kind::Night, day), input.night(zone).ok()?.into()))
}

fn moods(
    story: &Story,
    day: Day,
    dice: Dice,
    along: f64,
    now: Instant,
    zone: &impl Zone,
) -> Vec<(Id, Body)> {
    let mut out = Vec::new();
    for (round, clock) in [(0_u32, 8 * 60 + 20), (1, 15 * 60 + 40), (2, 20 * 60 + 10)] {
        if round > 0 && dice.of(10 + round, 5) < 3 {
            continue;
        }
        let at = within_day(zone, day, clock + dice.small(20 + round, 40));
        let Some(at) = at.ok().filter(|at| *at < now) else { continue };
        let value = 1.5 + 1.9 * along + f64::from(dice.of(30 + round, 31)) / 10.0 - 1.0;
        let value = u8::try_from(minutes(value.clamp(1.0, 5.0))).unwrap_or(3);
        let Ok(mood) = Mood::new(value) else { continue };
        let mut entry = MoodEntry::new(at, mood);
        if dice.of(40 + round, 3) > 0 {
            entry.energy = Scale5::new(value.saturating_sub(1).max(1)).ok();
            entry.worry = Scale10::new(9 - value).ok();
            let feelings: &[Feeling] = match value {
                1 => &[Feeling::Anxious, Feeling::Tired],
                2 => &[Feeling::Tired],
                3 => &[Feeling::Bored],
                4 => &[Feeling::Calm, Feeling::Interested],
                _ => &[Feeling::Glad],
            };
            entry.feelings = feelings.to_vec();
            if value < 3 && round == 0 {
                entry.body = vec![BodySign::Stomach];
            }
            entry.company = vec![if round == 1 { Company::Friends } else { Company::Family }];
            entry.place = Some(if round == 1 { MoodPlace::Outdoors } else { MoodPlace::Home });
        }
        if round == 0 && dice.of(50, 4) == 0 && !story.notes.is_empty() {
            let pick = dice.of(51, u32::try_from(story.notes.len()).unwrap_or(1));
            entry.note = story.notes.get(usize::try_from(pick).unwrap_or_default()).cloned();
        }
        let name = [&day.number().to_be_bytes()[..], &round.to_be_bytes()].concat();
        out.push((Id::named(Kind::Mood, &name), entry.into()));
    }
    out
}

fn school(day: Day, dice: Dice, along: f64) -> Option<(Id, Body)> {
    if day.weekday() > 4 || dice.of(60, 14) == 0 {
        return None;
    }
    let planned = Minutes::new(SCHOOL_MIN).ok()?;
    let (mode, attended) = if along < 0.25 {
        (if dice.of(61, 3) == 0 { SchoolMode::AtHome } else { SchoolMode::NotToday }, 0)
    } else {
        match dice.of(62, 10) {
            0 => (SchoolMode::Ill, 0),
            1 => (SchoolMode::NotToday, 0),
            2 | 3 if along < 0.6 => (SchoolMode::Remote, 45),
            2 => (SchoolMode::AtHome, 0),
            _ => (SchoolMode::OnSite, 30 + minutes((along - 0.25) * 200.0) / 15 * 15),
        }
    };
    let entry = school_day(day, mode, planned, Minutes::new(attended).ok()?);
    Some((Id::once_a_day(Kind::SchoolDay, day), entry.into()))
}

fn ticks(story: &Story, day: Day, dice: Dice, along: f64, zone: &impl Zone) -> Vec<(Id, Body)> {
    let mut out = Vec::new();
    for (number, item) in (70_u32..).zip(&story.routine) {
        let due = item.weekdays.falls_on(day);
        let chance = u32::from(minutes(30.0 + 45.0 * along));
        let Some(when) = within_day(zone, day, 12 * 60).ok().filter(|_| due) else { continue };
        let level = match dice.of(number, 100) {
            roll if roll < chance => TickLevel::Done,
            roll if roll < chance + 8 => TickLevel::Some,
            _ => continue,
        };
        let tick = Tick { day, item: item.item, when, level };
        out.push((Id::once_a_day_for(Kind::Tick, day, item.item), tick.into()));
    }
    out
}

/// Some cards sorted ten weeks ago, and some of them again a fortnight ago.
fn reasons(today: Day) -> Vec<(Id, Body)> {
    use Fit::{ALittle, ALot, NotMe};
    const FIRST: [(&str, Fit); 14] = [
        ("way-turn", ALot),
        ("way-with", ALot),
        ("way-late", ALittle),
        ("way-goodbye", NotMe),
        ("body-hurts", ALot),
        ("body-move", ALittle),
        ("body-calm", ALot),
        ("sleep-thoughts", ALot),
        ("sleep-turned", ALot),
        ("sleep-evening", ALittle),
        ("screens-people", ALot),
        ("screens-round", ALittle),
        ("bigger-long", ALot),
        ("bigger-decide", ALot),
    ];
    const AGAIN: [(&str, Fit); 5] = [
        ("way-turn", ALittle),
        ("body-hurts", ALittle),
        ("sleep-turned", NotMe),
        ("sleep-evening", ALot),
        ("screens-people", ALittle),
    ];
    let first = FIRST.iter().map(|(code, fit)| (code, *fit, today.plus(-70)));
    let again = AGAIN.iter().map(|(code, fit)| (code, *fit, today.plus(-14)));
    let sort = |(code, fit, day): (&&str, Fit, Day)| {
        let card = built_in_id(code);
        let (words, supports, may_share) = (None, Vec::new(), None);
        let sort = ReasonSort { day, card, fit, words, supports, may_share };
        (Id::once_a_day_for(Kind::ReasonSort, day, card), sort.into())
    };
    first.chain(again).map(sort).collect()
}

fn moment(story: &Story, index: i32, day: Day, dice: Dice, zone: &impl Zone) -> Option<(Id, Body)> {
    const SHOWN: [&[Strength]; 8] = [
        &[Strength::Brave],
        &[Strength::Kind],
        &[Strength::Curious],
        &[Strength::Persistent],
        &[Strength::Funny],
        &[Strength::Creative, Strength::Maker],
        &[Strength::Helpful, Strength::Kind],
        &[Strength::Brave, Strength::Hopeful],
    ];
    let words = story.moments.get(usize::try_from(index % DAYS / 7).ok()?)?;
    if index % 7 != 2 {
        return None;
    }
    let pick = usize::try_from(dice.of(90, 8)).unwrap_or_default();
    let moment = Moment {
        day,
        when: within_day(zone, day, 19 * 60).ok()?,
        strengths: SHOWN.get(pick).copied().unwrap_or_default().to_vec(),
        own_strengths: Vec::new(),
        words: Some(words.clone()),
        gift_from: None,
    };
    Some((Id::named(Kind::Moment, &day.number().to_be_bytes()), moment.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dice_fall_on_every_side() {
        let mut counts = [0_u32; 21];
        for day in 0..84 {
            let side = usize::try_from(Dice(day).of(30, 21)).expect("small");
            counts[side] += 1;
        }
        assert!(counts.iter().all(|count| *count < 12), "{counts:?}");
    }
}
