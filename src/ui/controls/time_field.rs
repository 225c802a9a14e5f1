//! A time of day typed in 24 hours, whatever the browser's own language is.

use wasm_bindgen::JsCast;

use crate::ui::controls::field::next_id;
use crate::ui::prelude::*;

/// The words of all time fields, given once by the app as a context.
#[derive(Clone, Copy, Debug)]
pub struct TimeWords {
    /// How a time of day is written: minutes after midnight in, "22.30" out.
    pub format: fn(u16) -> String,
    /// What is said of a text that is no time of day.
    pub refused: fn() -> String,
}

/// Minutes after midnight from what a person types: 22.30, 22:30, 2230, 730, 7. 24.00 is midnight.
fn read(text: &str) -> Option<u16> {
    let text = text.trim();
    let parted = text.split_once([':', '.', ',', ' ', 'h']);
    let (hours, minutes) = match parted {
        Some((hours, minutes)) => (hours.trim(), minutes.trim()),
        None if text.len() > 2 => text.split_at_checked(text.len() - 2)?,
        None => (text, "00"),
    };
    let digits = |part: &str, max_len: usize| {
        let all_digits =
            !part.is_empty() && part.len() <= max_len && part.bytes().all(|b| b.is_ascii_digit());
        all_digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let two_digits = minutes.len() == 2;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2).filter(|_| two_digits)?);
    match (hours, minutes) {
        (24, 0) => Some(0),
        (0..24, 0..60) => Some(hours * 60 + minutes),
        _ => None,
    }
}

fn plain_time(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// A time of day in hours and minutes. What is no time stays in the field with a sentence under it,
/// and changes nothing.
#[component]
pub fn TimeField(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// Minutes after midnight.
    #[prop(into)]
    value: Signal<Option<u16>>,
    /// The small line under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether what stands in the field is no time: whoever saves says so instead.
    #[prop(optional)]
    bad: Option<RwSignal<bool>>,
    /// Another time was chosen, or it was emptied.
    #[prop(into)]
    on_change: Callback<Option<u16>>,
) -> impl IntoView {
    let words = use_context::<TimeWords>();
    let id = next_id();
    let [hint_id, error_id] = ["h", "e"].map(|end| [id.as_str(), end].concat());
    // What is being typed; nothing while the field shows the value.
    let typed = RwSignal::new(None::<String>);
    let refused = RwSignal::new(false);
    let shown_text = Signal::derive(move || {
        typed.get().unwrap_or_else(|| {
            value
                .get()
                .map(words.map_or(plain_time as fn(u16) -> String, |words| words.format))
                .unwrap_or_default()
        })
    });
    let set_refused = move |is_bad: bool| {
        refused.set(is_bad);
        if let Some(bad) = bad {
            bad.set(is_bad);
        }
    };
    let on_typed = move |text: String| {
        let time = read(&text);
        let is_bad = time.is_none() && !text.trim().is_empty();
        set_refused(is_bad);
        typed.set(is_bad.then_some(text));
        if !is_bad {
            // A field that goes with its page says what was typed in it when all else is gone.
            on_change.try_run(time);
        }
    };
    let sentence = move || {
        let message = refused.get().then(|| words.map(|words| (words.refused)())).flatten();
        message.unwrap_or_default()
    };
    let described_by = [hint.as_ref().map(|_| hint_id.clone()), Some(error_id.clone())];
    let described_by = described_by.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let hint = hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            {hint}
            <input
                id=id
                class="input figures time-input"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="8"
                aria-describedby=described_by
                aria-invalid=move || refused.get().then_some("true")
                prop:value=shown_text
                on:focus=move |event| {
                    let input = event
                        .target()
                        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
                    if let Some(input) = input {
                        input.select();
                    }
                }
                on:input=move |event| typed.set(Some(event_target_value(&event)))
                on:change=move |event| on_typed(event_target_value(&event))
            />
            <p class="field-refused" id=error_id aria-live="polite">{sentence}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{plain_time, read};

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for text in ["22.30", "22:30", "2230", " 22,30 ", "22 30", "22h30"] {
            assert_eq!(read(text), Some(1350), "{text}");
        }
        assert_eq!(read("7"), Some(420));
        assert_eq!(read("07"), Some(420));
        assert_eq!(read("7.06"), Some(426));
        assert_eq!(read("706"), Some(426));
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("0005"), Some(5));
        assert_eq!(read("24.00"), Some(0));
        assert_eq!(read("2400"), Some(0));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "24.01",
            "25",
            "22.60",
            "22.3",
            "7.5",
            "12345",
            "half past",
            "10 pm",
            "-1",
            "1.2.3",
            "ä30",
            "٣",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_minute_is_read_back() {
        for minute in 0..1440 {
            let text = plain_time(minute);
            assert_eq!(read(&text), Some(minute));
            assert_eq!(read(&text.replace(':', ".")), Some(minute));
            assert_eq!(read(&text.replace(':', "")), Some(minute));
        }
    }
}
