//! What a person does, by the diary's own edit functions.

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{
    Lesson, Moment, MoodEntry, Person, ReasonCard, ReasonSort, Reminder, RoutineItem, Support,
    Term, Timetable, Try,
};
use askelma_diary::id::Id;
use askelma_diary::path::{self, Before, WantedStep};
use askelma_diary::record::{Entry, Kind};
use askelma_diary::school::{Which, edit as plan, edit_day};
use askelma_diary::time::Day;
use askelma_diary::values::{
    Feeling, Fit, LifeArea, Mood, Outcome, PartOfDay, PathMove, Scale10, SchoolMode, Side,
    Strength, TermKind, Words,
};
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS};
use askelma_diary::{mood, people, reasons, routine, settings, sleep, strengths};
use proptest::prelude::*;

use crate::made::{at, day, min, plain_night, words};
use crate::replica::Names;

/// A deed; two numbers choose among what the diary holds and what is said.
#[derive(Debug, Clone)]
pub struct Deed {
    pub what: What,
    pub choice: u8,
    pub value: u8,
}

pub fn any_deed() -> impl Strategy<Value = Deed> {
    (prop::sample::select(What::ALL), any::<u8>(), any::<u8>())
        .prop_map(|(what, choice, value)| Deed { what, choice, value })
}

macro_rules! whats {
    ($($what:ident),+ $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum What { $($what),+ }

        impl What {
            pub const ALL: &'static [Self] = &[$(Self::$what),+];
        }
    };
}

whats! {
    Begin, MoodAdd, MoodChange, MoodRemove, NightPut, NightRemove, Tick, RoutineAdd, RoutineEdit,
    RoutineRemove, RoutineReorder, SchoolTap, SchoolRemove, TablePut, TableRemove, TermPut,
    MomentAdd, PathBegin, PathRename, PathArchive, StepAdd, StepEdit, StepLessHelp, StepRetire,
    StepRestore, StepReorder, StandOn, StepPlan, TryBegin, TryEnd, TryTell, TryKeep, PersonAdd,
    PersonFirst, PersonRemove, SmallThing, CardSort, CardAdd, CardRemove, Rename, Age, StarterAway,
    ReminderPut, ReminderRemove,
}

/// Dates on both sides of a month's end, so that entries cross from shard to shard.
const DATES: [&str; 4] = ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"];

/// One of these, by number.
fn one<T: Clone>(all: &[T], number: u8) -> Option<T> {
    usize::from(number).checked_rem(all.len()).map(|at| all[at].clone())
}

fn ids<E: Entry>(diary: &Diary) -> Vec<Id> {
    diary.all::<E>().map(|(id, _)| id).collect()
}

impl Deed {
    fn date(&self) -> Day {
        day(DATES[usize::from(self.value) % DATES.len()])
    }

    fn say(&self) -> Words {
        words(&format!("said {}", self.value))
    }

    fn small(&self, most: u8) -> u8 {
        self.value % (most + 1)
    }

    fn chosen<E: Entry>(&self, diary: &Diary) -> Option<Id> {
        one(&ids::<E>(diary), self.choice)
    }

    /// What it changes in a diary as the page knows it; nothing where there is nothing to do it to.
    pub fn change(&self, diary: &Diary, names: &mut Names) -> Change {
        self.of_days(diary, names)
            .or_else(|| self.of_plans(diary, names))
            .or_else(|| self.of_paths(diary, names))
            .or_else(|| self.of_own(diary, names))
            .unwrap_or_default()
    }

    fn of_days(&self, diary: &Diary, names: &mut Names) -> Option<Change> {
        let date = self.date();
        let now = at(date, 8 * 60 + i64::from(self.choice));
        Some(match self.what {
            What::MoodAdd => {
                mood::edit::add(diary, names.id(), Mood::new(1 + self.small(4)).ok()?, now)
            }
            What::MoodChange => {
                let id = self.chosen::<MoodEntry>(diary)?;
                let entry = diary.find::<MoodEntry>(id)?.clone();
                let feelings = one(Feeling::ALL, self.value).into_iter().collect();
                let note = Some(self.say());
                mood::edit::change(
                    diary,
                    id,
                    MoodEntry { when: now, note, feelings, ..entry },
                    names.id(),
                )
            }
            What::MoodRemove => diary.removal(&[self.chosen::<MoodEntry>(diary)?]),
            What::NightPut => {
                let night = plain_night(at(date, -60), at(date, 400 + i64::from(self.choice)));
                sleep::edit::put(night)
            }
            What::NightRemove => sleep::edit::remove(diary, date),
            What::Tick => {
                let item = self.chosen::<RoutineItem>(diary)?;
                routine::edit::tick(diary, diary.find::<RoutineItem>(item)?.item, date, now)
            }
            What::SchoolTap => {
                let mode = one(SchoolMode::ALL, self.choice)?;
                edit_day::tap(diary, date, mode, edit_day::Attended::Part, min(300))
            }
            What::SchoolRemove => edit_day::remove(diary, date),
            What::MomentAdd => {
                let moment = Moment {
                    day: date,
                    when: now,
                    strengths: one(Strength::ALL, self.choice).into_iter().collect(),
                    own_strengths: Vec::new(),
                    words: Some(self.say()),
                    gift_from: None,
                };
                strengths::edit::add(diary, names.id(), moment)
            }
            _ => return None,
        })
    }

    fn of_plans(&self, diary: &Diary, names: &mut Names) -> Option<Change> {
        let date = self.date();
        let wanted = || routine::edit::Wanted {
            title: self.say(),
            icon: self.small(9),
            part: one(PartOfDay::ALL, self.value).unwrap_or(PartOfDay::Day),
            about_min: None,
            weekdays: if self.value.is_multiple_of(2) { EVERY_DAY } else { SCHOOL_DAYS },
            from: date,
            until: None,
        };
        let item = || {
            let id = self.chosen::<RoutineItem>(diary)?;
            Some(diary.find::<RoutineItem>(id)?.item)
        };
        Some(match self.what {
            What::RoutineAdd => routine::edit::add(diary, names.id(), &wanted(), date).ok()?,
            What::RoutineEdit => routine::edit::edit(diary, item()?, &wanted(), date).ok()?,
            What::RoutineRemove => routine::edit::remove(diary, item()?, date),
            What::RoutineReorder => {
                routine::edit::reorder(diary, item()?, usize::from(self.small(3)), date)
            }
            What::TablePut => {
                let length_min = min(45 * u16::from(1 + self.small(4)));
                let lesson =
                    Lesson { weekday: self.small(6), name: None, starts_min: None, length_min };
                let wanted = plan::WantedTable {
                    from: date,
                    until: None,
                    hours: [min(300); 7],
                    lessons: vec![lesson],
                };
                plan::put_table(diary, Which::Full, &wanted).ok()?
            }
            What::TableRemove => {
                plan::remove_table(diary, Which::Full, self.chosen::<Timetable>(diary)?)
            }
            What::TermPut => {
                let to = date.plus(i32::from(self.small(9)));
                let term = Term { from: date, to, kind: TermKind::Off, name: Some(self.say()) };
                plan::put_term(self.chosen::<Term>(diary).unwrap_or_else(|| names.id()), term)
                    .ok()?
            }
            _ => return None,
        })
    }

    fn of_paths(&self, diary: &Diary, names: &mut Names) -> Option<Change> {
        let date = self.date();
        let now = at(date, 8 * 60 + i64::from(self.choice));
        let the_path = || self.chosen::<askelma_diary::entries::Path>(diary);
        let step = || self.chosen::<askelma_diary::entries::Step>(diary);
        let a_try = || self.chosen::<Try>(diary);
        let mut wanted = WantedStep::titled(self.say());
        wanted.guess = Scale10::new(self.small(10)).ok();
        wanted.supports = vec![Support { words: self.say(), stays: self.value.is_multiple_of(3) }];
        Some(match self.what {
            What::PathBegin => {
                let steps = [(names.id(), wanted.clone()), (names.id(), wanted)];
                path::add_path(names.id(), self.say(), None, &steps, now)
            }
            What::PathRename => path::rename(diary, the_path()?, self.say(), Some(self.say())),
            What::PathArchive => {
                let archived = self.value.is_multiple_of(2).then_some(date);
                path::archive(diary, the_path()?, archived)
            }
            What::StepAdd => path::add_step(diary, the_path()?, names.id(), &wanted, now),
            What::StepEdit => path::edit_step(diary, step()?, &wanted, now),
            What::StepLessHelp => path::less_help(diary, step()?, &wanted, now),
            What::StepRetire => path::retire(diary, step()?, date, now),
            What::StepRestore => path::restore(diary, step()?, now),
            What::StepReorder => path::reorder(diary, step()?, usize::from(self.small(4)), now),
            What::StandOn => path::stand_on(diary, step()?, PathMove::Next, now),
            What::StepPlan => path::plan(step()?, date, Some(min(510))),
            What::TryBegin => {
                let guess = Scale10::new(self.small(10)).ok();
                let before = Before { guess, thought: None, with_whom: None, supports: Vec::new() };
                path::begin_try(diary, names.id(), step()?, before, now)
            }
            What::TryEnd => path::end_try(diary, a_try()?, one(Outcome::ALL, self.value)?, now),
            What::TryTell => {
                path::tell_try(diary, names.id(), step()?, one(Outcome::ALL, self.value)?, now)
            }
            What::TryKeep => strengths::edit::keep_try(diary, a_try()?),
            _ => return None,
        })
    }

    fn of_own(&self, diary: &Diary, names: &mut Names) -> Option<Change> {
        let date = self.date();
        let now = at(date, 8 * 60 + i64::from(self.choice));
        let person = || self.chosen::<Person>(diary);
        let fit = one(Fit::ALL, self.value)?;
        Some(match self.what {
            What::Begin => {
                let routine =
                    routine::starters(["a", "b", "c", "d", "", "f", "g", "h", "i", "j"], date);
                settings::edit::begin(Some(self.say()), routine, now)
            }
            What::Rename => settings::edit::rename(diary, Some(self.say()), now),
            What::Age => settings::edit::choose_age(diary, Some(10 + self.small(9)), date),
            What::StarterAway => settings::edit::put_starter_away(diary, self.small(5)),
            What::PersonAdd => {
                let person = Person {
                    name: self.say(),
                    role: None,
                    organisation: None,
                    phone: None,
                    channel: None,
                    hours: None,
                    order: 0,
                };
                people::edit::add(diary, names.id(), person)
            }
            What::PersonFirst => people::edit::put_first(diary, person()?),
            What::PersonRemove => diary.removal(&[person()?]),
            What::SmallThing => people::edit::add_small_thing(diary, names.id(), self.say()),
            What::CardSort => {
                let card = Id::named(Kind::ReasonCard, &[self.small(3)]);
                let mut change = reasons::edit::sort(diary, card, fit, date);
                if self.choice.is_multiple_of(2) {
                    let answer = ReasonSort {
                        day: date,
                        card,
                        fit,
                        words: Some(self.say()),
                        supports: vec![self.say()],
                        may_share: None,
                    };
                    change.0.extend(reasons::edit::say(diary, answer, date).0);
                }
                change
            }
            What::CardAdd => {
                let area = one(LifeArea::ALL, self.choice)?;
                let side = one(Side::ALL, self.value)?;
                let card = ReasonCard { area, side, words: self.say(), mark: None };
                reasons::edit::add(names.id(), card, fit, date)
            }
            What::CardRemove => reasons::edit::remove(diary, self.chosen::<ReasonCard>(diary)?),
            What::ReminderPut => {
                let reminder = self.reminder();
                let id = self.chosen::<Reminder>(diary).unwrap_or_else(|| names.id());
                settings::edit::put_reminder(id, reminder)
            }
            What::ReminderRemove => diary.removal(&[self.chosen::<Reminder>(diary)?]),
            _ => return None,
        })
    }

    fn reminder(&self) -> Reminder {
        Reminder {
            at_min: min(u16::from(self.value)),
            weekdays: EVERY_DAY,
            title: Some(self.say()),
        }
    }
}
