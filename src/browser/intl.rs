//! Dates, numbers and plurals by the browser's own `Intl`.

use std::cell::{Cell, RefCell};

use askelma_diary::time::{Day, Instant};
use js_sys::{Array, Date, Function, Intl, Number, Object};
use wasm_bindgen::JsValue;

use crate::browser::js;

/// How a language writes dates, numbers and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// As the browser knows it: `fi-FI`.
    pub tag: &'static str,
    /// How its clock is written.
    pub clock: Clock,
}

/// How a time of the clock is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// 8.04.
    Point,
    /// 08:04.
    Colon,
}

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

type Formatter = (&'static str, &'static [(&'static str, &'static str)], Function);

thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale { tag: "en-GB", clock: Clock::Colon }) };
    // Making a formatter costs far more than using it.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
    static PLURALS: RefCell<Option<(&'static str, Intl::PluralRules)>> = const { RefCell::new(None) };
}

/// From now on everything is written so; what is on the screen stays as it is.
pub fn set_locale(locale: Locale) {
    LOCALE.set(locale);
}

/// A date in the current language.
pub fn date(day: Day, style: DateStyle) -> String {
    let (year, month, day_of_month) = day.ymd();
    // Noon, so that no clock change moves the date.
    let date = Date::new_with_year_month_day_hr_min_sec(
        year.unsigned_abs(),
        i32::try_from(month).unwrap_or(1) - 1,
        i32::try_from(day_of_month).unwrap_or(1),
        12,
        0,
        0,
    );
    let Locale { tag, .. } = LOCALE.get();
    let options = style.options();
    let format = FORMATTERS.with_borrow_mut(|formatters| {
        let formatter = formatters.iter().find(|(formatter_tag, formatter_options, _)| {
            *formatter_tag == tag && *formatter_options == options
        });
        if let Some((_, _, format)) = formatter {
            return format.clone();
        }
        let fields = options.iter().map(|(name, value)| (*name, JsValue::from_str(value)));
        let fields = js::object(&fields.collect::<Vec<_>>());
        let format = Intl::DateTimeFormat::new(&list(tag), &fields).format();
        formatters.push((tag, options, format.clone()));
        format
    });
    let text = format.call1(&JsValue::UNDEFINED, &date).ok();
    text.and_then(|text| text.as_string()).unwrap_or_else(|| day.to_string())
}

/// A clock minute (0 to 1439) as the language writes it: 8.04, 08:04.
pub fn clock(minute: u16) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    match LOCALE.get().clock {
        Clock::Colon => format!("{hour:02}:{minute:02}"),
        Clock::Point => format!("{hour}.{minute:02}"),
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
    let tag = LOCALE.get().tag;
    let format = Intl::NumberFormat::new(&list(tag), &options).format();
    let rounded = Number::from(rounded);
    let text = format.call1(&JsValue::UNDEFINED, &rounded).ok();
    // Not Rust's own digits: writing a fraction takes 11 KB of code in the first load.
    text.and_then(|text| text.as_string()).unwrap_or_else(|| rounded.to_locale_string(tag).into())
}

/// A count in digits, as the current language groups them.
pub fn whole(count: usize) -> String {
    if count < 1_000 { count.to_string() } else { number(to_f64(count), 0) }
}

/// Whether the current language says a count in its form for one.
pub fn is_one(count: usize) -> bool {
    let Locale { tag, .. } = LOCALE.get();
    PLURALS.with_borrow_mut(|cached| {
        if cached.as_ref().is_none_or(|(cached_tag, _)| *cached_tag != tag) {
            *cached = Some((tag, Intl::PluralRules::new(&list(tag), &Object::new())));
        }
        cached.as_ref().is_some_and(|(_, rules)| rules.select(to_f64(count)) == "one")
    })
}

fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn list(tag: &str) -> Array {
    Array::of1(&JsValue::from_str(tag))
}
