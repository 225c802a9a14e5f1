//! Numbers as pictures.

pub(crate) mod bars;
pub(crate) mod bubble_shape;
pub(crate) mod bubbles;
pub(crate) mod calendar;
pub(crate) mod chart;
pub(crate) mod chart_shape;
pub(crate) mod dial;
pub(crate) mod dial_shape;
pub(crate) mod guess_real;
pub(crate) mod share_bars;
pub(crate) mod trend;

pub(crate) use bars::{MoodMosaic, NightBar, SleepBars, WeekBars};
pub(crate) use bubbles::{Bubble, Bubbles};
pub(crate) use calendar::{DayCell, DayStrip, MonthCalendar};
pub(crate) use chart::ChartWords;
pub(crate) use dial::SleepDial;
pub(crate) use guess_real::{GuessPair, GuessReal, MAX_PAIRS};
pub(crate) use share_bars::{ShareBar, ShareBars};
pub(crate) use trend::{StatCard, TrendArea};
