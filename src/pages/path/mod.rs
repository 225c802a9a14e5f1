//! The path: its steps and the tries of them.

pub(crate) mod path;
pub(crate) mod path_edit;
pub(crate) mod path_new;
pub(crate) mod path_ready;
pub(crate) mod step;
pub(crate) mod step_edit;
pub(crate) mod step_less_help;
pub(crate) mod step_plan;
pub(crate) mod step_split;
pub(crate) mod step_supports;
pub(crate) mod try_after;
pub(crate) mod try_before;
pub(crate) mod try_chart;
pub(crate) mod try_helped;
pub(crate) mod try_now;
pub(crate) mod try_tell;
pub(crate) mod try_words;
