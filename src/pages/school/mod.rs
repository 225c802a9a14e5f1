//! Time at school: timetables, terms, school days, thresholds.

pub(crate) mod school;
pub(crate) mod school_day;
pub(crate) mod school_lessons;
pub(crate) mod terms;
pub(crate) mod thresholds;
pub(crate) mod timetable;
pub(crate) mod timetable_day;
pub(crate) mod timetable_form;
