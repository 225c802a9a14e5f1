//! What was planned for a date: the full timetable, the agreed own plan beside it, terms and days
//! off. Read off the diary once, then asked for as many dates as needed.

use crate::diary::Diary;
use crate::entries::{SchoolDay, Term, Timetable};
use crate::school::{SchoolLogged, SchoolRow};
use crate::time::Day;
use crate::values::{Minutes, SchoolMode, TermKind};

/// Which of the two timetables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The full one.
    Full,
    /// The agreed own plan.
    OwnPlan,
}

/// Timetables, terms and days off.
#[derive(Debug, Clone, Default)]
pub struct SchoolPlan<'a> {
    tables: Vec<&'a Timetable>,
    terms: Vec<&'a Term>,
}

impl<'a> SchoolPlan<'a> {
    /// Reads what a diary says of them.
    pub fn read(diary: &'a Diary) -> Self {
        let terms = diary.all::<Term>().map(|(_, term)| term);
        Self {
            tables: diary.all().map(|(_, table)| table).collect(),
            terms: terms.filter(|term| term.from <= term.to).collect(),
        }
    }

    /// The timetable that is in force on a date; the one with the latest first date where several
    /// are.
    pub fn timetable(&self, day: Day, which: Which) -> Option<&'a Timetable> {
        self.tables
            .iter()
            .filter(|table| table.own_plan == (which == Which::OwnPlan))
            .filter(|table| table.from <= day && table.until.is_none_or(|until| day <= until))
            .max_by_key(|table| table.from)
            .copied()
    }

    /// Whether the school year leaves a date free: it lies within days off, or, where terms are
    /// told, between the first one's first date and the last one's last date but in none of them.
    /// Outside that span the timetable alone says.
    pub fn is_off(&self, day: Day) -> bool {
        let within = |term: &&&Term| term.from <= day && day <= term.to;
        let of = |kind| self.terms.iter().filter(move |term| term.kind == kind);
        if of(TermKind::Off).any(|off| within(&off)) {
            return true;
        }
        let span = of(TermKind::Term).any(|term| term.from <= day)
            && of(TermKind::Term).any(|term| day <= term.to);
        span && !of(TermKind::Term).any(|term| within(&term))
    }

    /// The term that a date lies in; the one begun last where several overlap.
    pub fn term(&self, day: Day) -> Option<&'a Term> {
        self.terms
            .iter()
            .filter(|term| term.kind == TermKind::Term && term.from <= day && day <= term.to)
            .max_by_key(|term| term.from)
            .copied()
    }

    /// Minutes planned for a date by the full timetable; `None` where none is in force.
    pub fn planned_min(&self, day: Day) -> Option<Minutes> {
        self.minutes(day, Which::Full)
    }

    /// Minutes planned for a date by the own plan; `None` where none is in force.
    pub fn own_min(&self, day: Day) -> Option<Minutes> {
        self.minutes(day, Which::OwnPlan)
    }

    fn minutes(&self, day: Day, which: Which) -> Option<Minutes> {
        let table = self.timetable(day, which)?;
        if self.is_off(day) {
            return Some(Minutes::MIN);
        }
        Some(table.week_min.get(usize::from(day.weekday())).copied().unwrap_or(Minutes::MIN))
    }
}

/// A date that was planned as a school day or has a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolDate<'a> {
    /// The date.
    pub day: Day,
    /// Minutes planned by the full timetable: of a logged day those that stood when it was logged.
    /// None where school was off and nothing was attended.
    pub planned_min: Minutes,
    /// Minutes planned by the own plan, at most those of the full timetable; `None` where no own
    /// plan was in force.
    pub own_min: Option<Minutes>,
    /// The record.
    pub logged: Option<&'a SchoolDay>,
}

impl SchoolDate<'_> {
    /// The date as a summary shows it.
    pub fn row(&self) -> SchoolRow {
        SchoolRow { day: self.day, planned_min: self.planned_min, logged: self.logged_row() }
    }

    pub(super) fn logged_row(&self) -> Option<SchoolLogged> {
        let logged = self.logged?;
        Some(SchoolLogged { mode: logged.mode, attended_min: logged.attended_min })
    }

    /// Of the attended minutes the remote ones, where the day says it by itself or by its lessons.
    pub(super) fn remote_min(&self) -> Option<Minutes> {
        let logged = self.logged?;
        if logged.remote_min.is_some() || logged.lessons.is_empty() {
            return logged.remote_min;
        }
        let remote = logged.lessons.iter().filter(|lesson| lesson.remote);
        let sum: u16 = remote.map(|lesson| lesson.attended_min.get()).fold(0, u16::saturating_add);
        Some(Minutes::new(sum).unwrap_or(Minutes::MAX))
    }

    /// Whether it is a school day of the full timetable.
    pub fn is_school(&self) -> bool {
        let no_school = self.logged.is_some_and(|logged| logged.mode == SchoolMode::NoSchool);
        !no_school && self.planned_min > Minutes::MIN
    }
}

/// Every date from `from` to `to` that was planned as a school day or has a record.
pub fn dates<'a>(
    diary: &'a Diary,
    plan: &SchoolPlan<'a>,
    from: Day,
    to: Day,
) -> Vec<SchoolDate<'a>> {
    from.through(to).filter_map(|day| date(diary, plan, day)).collect()
}

fn date<'a>(diary: &'a Diary, plan: &SchoolPlan<'a>, day: Day) -> Option<SchoolDate<'a>> {
    let logged = diary.school_day(day);
    let planned_min = match logged {
        // Days off are no absence, whatever was tapped before they were told.
        Some(logged) if logged.attended_min == Minutes::MIN && plan.is_off(day) => Minutes::MIN,
        Some(logged) => logged.planned_min,
        None => plan.planned_min(day).filter(|planned| *planned > Minutes::MIN)?,
    };
    let own_min = plan.own_min(day).map(|own_min| own_min.min(planned_min));
    Some(SchoolDate { day, planned_min, own_min, logged })
}
