//! Dates, numbers and plurals by the browser's own `Intl`.

use std::cell::RefCell;

use askelma_diary::time::{Day, Instant};
use js_sys::{Array, Date, Function, Intl, Number, Object};
use wasm_bindgen::JsValue;

use crate::browser::js;
use crate::text::{self, CountRule, Language};

/// The counting rule of the current language.
pub const COUNTS: CountRule = CountRule { is_one, shown: whole };

/// Which parts of a date are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// Tuesday 24 November.
    Long,
    /// 24 Nov.
    Short,
    /// Tue 24 Nov.
    WeekdayShort,
    /// Tuesday, by itself.
    Weekday,
    /// Tue, by itself.
    WeekdayBrief,
    /// November 2026.
    Month,
}

impl DateStyle {
    fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Long => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
            Self::Short => &[("day", "numeric"), ("month", "short")],
            Self::WeekdayShort => &[("weekday", "short"), ("day", "numeric"), ("month", "short")],
            Self::Weekday => &[("weekday", "long")],
            Self::WeekdayBrief => &[("weekday", "short")],
            Self::Month => &[("month", "long"), ("year", "numeric")],
        }
    }
}

type Formatter = (Language, &'static [(&'static str, &'static str)], Function);

thread_local! {
    // Making a formatter costs far more than using it.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
    static PLURALS: RefCell<Option<(Language, Intl::PluralRules)>> = const { RefCell::new(None) };
}

/// A date in the current language.
pub fn date(day: Day, style: DateStyle) -> String {
    let (year, month, of_month) = day.ymd();
    // Noon, so that no clock change moves the date.
    let date = Date::new_with_year_month_day_hr_min_sec(
        year.unsigned_abs(),
        i32::try_from(month).unwrap_or(1) - 1,
        i32::try_from(of_month).unwrap_or(1),
        12,
        0,
        0,
    );
    let language = text::language();
    let options = style.options();
    let format = FORMATTERS.with_borrow_mut(|known| {
        let found = known.iter().find(|(lang, opts, _)| *lang == language && *opts == options);
        if let Some((_, _, format)) = found {
            return format.clone();
        }
        let fields = options.iter().map(|(name, value)| (*name, JsValue::from_str(value)));
        let fields = js::object(&fields.collect::<Vec<_>>());
        let format = Intl::DateTimeFormat::new(&locale(language), &fields).format();
        known.push((language, options, format.clone()));
        format
    });
    let shown = format.call1(&JsValue::UNDEFINED, &date).ok();
    shown.and_then(|shown| shown.as_string()).unwrap_or_else(|| day.to_string())
}

/// A clock minute (0 to 1439) as the language writes it: 8.04, 08:04.
pub fn clock(minute: u16) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    match text::language() {
        Language::En => format!("{hour:02}:{minute:02}"),
        Language::Fi | Language::Sv => format!("{hour}.{minute:02}"),
    }
}

/// The clock time of an instant, there and then.
pub fn time(at: Instant) -> String {
    clock(at.clock_min())
}

/// A number with so many decimals.
pub fn number(value: f64, decimals: u8) -> String {
    let factor = 10_f64.powi(i32::from(decimals));
    let rounded = (value * factor).round() / factor;
    let digits = JsValue::from(decimals);
    let options = [("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)];
    let options = js::object(&options);
    let language = text::language();
    let format = Intl::NumberFormat::new(&locale(language), &options).format();
    let rounded = Number::from(rounded);
    let shown = format.call1(&JsValue::UNDEFINED, &rounded).ok();
    // Not Rust's own digits: writing a fraction takes 11 KB of code in the first load.
    shown
        .and_then(|shown| shown.as_string())
        .unwrap_or_else(|| rounded.to_locale_string(language.locale()).into())
}

fn whole(count: usize) -> String {
    if count < 1_000 { count.to_string() } else { number(to_f64(count), 0) }
}

fn is_one(count: usize) -> bool {
    let language = text::language();
    PLURALS.with_borrow_mut(|known| {
        if known.as_ref().is_none_or(|(lang, _)| *lang != language) {
            *known = Some((language, Intl::PluralRules::new(&locale(language), &Object::new())));
        }
        known.as_ref().is_some_and(|(_, rules)| rules.select(to_f64(count)) == "one")
    })
}

fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn locale(language: Language) -> Array {
    Array::of1(&JsValue::from_str(language.locale()))
}
