//! Clock times and dates as apps and spreadsheets write them.

use chrono::{NaiveDate, NaiveTime};

/// What is said before noon, in the languages of the apps, without dots and blanks.
const MORNING: [&str; 17] = [
    "a", "am", "ap", "de", "dop", "fm", "vorm", "öö", "πμ", "прпо", "подп", "sa", "上午", "午前",
    "오전", "ص", "früh",
];
/// What is said after it.
const AFTERNOON: [&str; 17] = [
    "p",
    "pm",
    "ip",
    "du",
    "odp",
    "em",
    "nachm",
    "ös",
    "μμ",
    "слоб",
    "следп",
    "ch",
    "下午",
    "午後",
    "오후",
    "م",
    "pop",
];
/// What stands beside a time and says no more than that it is one.
const WORDS: [&str; 6] = ["h", "uhr", "klo", "kl", "hod", "u"];

/// 18:52, 18.52, 22h04, 22:04 Uhr, 20:15:00, and times of 12 hours: 10:00 PM, 9.10 ip., 下午10:04.
/// Seconds are dropped.
pub fn time(text: &str) -> Option<NaiveTime> {
    let mut numbers: Vec<String> = Vec::new();
    let mut letters = String::new();
    let mut in_number = false;
    for c in text.to_lowercase().chars() {
        match c {
            '0'..='9' if in_number => numbers.last_mut()?.push(c),
            '0'..='9' => numbers.push(c.to_string()),
            c if c.is_alphabetic() => letters.push(c),
            ':' | '.' | '\u{200e}' | '\u{200f}' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
        in_number = c.is_ascii_digit();
    }
    let (hours, rest) = numbers.split_first()?;
    let rest_is_whole = matches!(rest.len(), 1 | 2) && rest.iter().all(|part| part.len() == 2);
    if hours.len() > 2 || !rest_is_whole {
        return None;
    }
    let number = |digits: &String| digits.parse::<u32>().ok();
    let (hours, minutes) = (number(hours)?, number(&rest[0])?);
    let seconds = rest.get(1).map_or(Some(0), number)?;
    let letters = letters.as_str();
    let hours = match hours {
        0..24 if letters.is_empty() || WORDS.contains(&letters) => hours,
        0..=12 if MORNING.contains(&letters) => hours % 12,
        0..=12 if AFTERNOON.contains(&letters) => hours % 12 + 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hours, minutes, seconds)?;
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 23/11/2026.
    DayFirst,
    /// 11/23/2026.
    MonthFirst,
}

/// A date in parts.
enum Parts {
    /// Its order is plain.
    Known(NaiveDate),
    /// Two numbers of which either could be the day, and the year.
    Either(u32, u32, i32),
}

/// 2026-11-23, 23.11.2026, and with the order of its file 11/23/2026 or 23/11/2026.
pub fn date(text: &str, order: Option<Order>) -> Option<NaiveDate> {
    match parts(text)? {
        Parts::Known(date) => Some(date),
        Parts::Either(day, month, year) if order? == Order::DayFirst => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        Parts::Either(month, day, year) => NaiveDate::from_ymd_opt(year, month, day),
    }
}

/// The order of a column of dates, found while they are looked at one by one.
#[derive(Debug, Default)]
pub struct OrderSeen {
    found: Option<Order>,
    is_mixed: bool,
}

impl OrderSeen {
    /// Looks at a date and at what stands beside it, "November 23" or nothing.
    pub fn look(&mut self, date: &str, beside: &str) {
        let Some(Parts::Either(first, second, _)) = parts(date) else { return };
        let beside: String = beside.chars().filter(char::is_ascii_digit).collect();
        let beside = beside.parse::<u32>().ok();
        let order = match (first, second) {
            (first, second) if first == second => return,
            (13.., _) => Order::DayFirst,
            (_, 13..) => Order::MonthFirst,
            _ if beside == Some(first) => Order::DayFirst,
            _ if beside == Some(second) => Order::MonthFirst,
            _ => return,
        };
        self.is_mixed |= self.found.is_some_and(|found| found != order);
        self.found = Some(order);
    }

    /// The order, if there were dates that can only be read in one way, and they agreed.
    pub fn order(&self) -> Option<Order> {
        self.found.filter(|_| !self.is_mixed)
    }
}

fn parts(text: &str) -> Option<Parts> {
    let text = text.trim().replace(". ", ".");
    // A spreadsheet adds the time of midnight.
    let text = text.split([' ', 'T']).next()?.trim_end_matches('.');
    let mut parts = text.split(['-', '/', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || ![first, second, third].into_iter().all(digits) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year = |part: &str| match part.len() {
        4 => part.parse::<i32>().ok(),
        2 => part.parse::<i32>().ok().map(|year| 2000 + year),
        _ => None,
    };
    if first.len() == 4 {
        let date = NaiveDate::from_ymd_opt(year(first)?, number(second)?, number(third)?)?;
        return Some(Parts::Known(date));
    }
    let (first, second, year) = (number(first)?, number(second)?, year(third)?);
    // Where dots stand between them, the day is first everywhere.
    if text.contains('.') {
        return Some(Parts::Known(NaiveDate::from_ymd_opt(year, second, first)?));
    }
    Some(Parts::Either(first, second, year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Timelike as _;

    fn minutes(text: &str) -> Option<u32> {
        time(text).map(|time| time.hour() * 60 + time.minute())
    }

    #[test]
    fn times_of_twelve_and_of_24_hours() {
        assert_eq!(minutes("18:52"), Some(18 * 60 + 52));
        assert_eq!(minutes("8.05"), Some(8 * 60 + 5));
        assert_eq!(minutes("10:00 pm"), Some(22 * 60));
        assert_eq!(minutes("12:30\u{202f}AM"), Some(30));
        assert_eq!(minutes("12:30 p.m."), Some(12 * 60 + 30));
        assert_eq!((minutes("0:10 am"), minutes("午後0:10")), (Some(10), Some(12 * 60 + 10)));
        assert_eq!((minutes("24:00"), minutes("13:00 pm"), minutes("8:60")), (None, None, None));
        assert_eq!((minutes("soon"), minutes(""), minutes("7")), (None, None, None));
        // Neither fractions of a day, nor dates, nor lengths.
        assert_eq!(
            (minutes("0.5"), minutes("0,5"), minutes("2026-11-23 12:00")),
            (None, None, None)
        );
        assert_eq!((minutes("-8:05"), minutes("8:05:70"), minutes("123:00")), (None, None, None));
    }

    #[test]
    fn dates_with_the_year_first_or_with_dots_need_no_order() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 3);
        for text in
            ["2026-11-03", "2026/11/3", "2026. 11. 3.", "3.11.2026", "03.11.26", "3. 11. 2026"]
        {
            assert_eq!(date(text, None), day, "{text}");
        }
        assert_eq!(date("2026-11-03 00:00:00", None), day);
        assert_eq!(date("2026-11-03T00:00", None), day);
        assert_eq!(date("31.2.2026", None), None);
        assert_eq!((date("soon", None), date("", None), date("2026-11", None)), (None, None, None));
    }

    #[test]
    fn an_order_is_found_in_the_dates_that_have_only_one() {
        let of = |dates: &[(&str, &str)]| {
            let mut seen = OrderSeen::default();
            for (date, beside) in dates {
                seen.look(date, beside);
            }
            seen.order()
        };
        assert_eq!(of(&[("3/4/2026", ""), ("23/11/2026", "")]), Some(Order::DayFirst));
        assert_eq!(of(&[("3/4/2026", ""), ("11/23/2026", "")]), Some(Order::MonthFirst));
        assert_eq!(of(&[("5/6/2026", "June 5")]), Some(Order::DayFirst));
        assert_eq!(of(&[("6/5/2026", "5 June")]), Some(Order::MonthFirst));
        assert_eq!(of(&[("3/4/2026", ""), ("2026-11-23", "")]), None);
        assert_eq!(of(&[("23/11/2026", ""), ("11/23/2026", "")]), None);
        let third = NaiveDate::from_ymd_opt(2026, 4, 3);
        assert_eq!(date("3/4/2026", Some(Order::DayFirst)), third);
        assert_eq!(date("4/3/2026", Some(Order::MonthFirst)), third);
        assert_eq!(date("3/4/2026", None), None);
    }
}
