//! The first screen that stands in index.html: the first run's first question is taken over as it
//! stands, not drawn anew, and what was tapped on it before the app was there is done.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement};

use crate::browser::js;

/// Marks what stands there only until the app does.
const MARK: &str = "data-first";
/// Where the page's own script puts what was tapped.
const TAPPED: &str = "askelmaTapped";

thread_local! {
    /// Each language's first question, whether it stands in the page or not.
    static QUESTIONS: RefCell<Vec<(String, HtmlElement)>> = const { RefCell::new(Vec::new()) };
}

/// Holds the first questions, before the page's own script takes away what nobody took over.
pub fn hold() {
    QUESTIONS.set(all_questions().unwrap_or_default());
}

/// The first question in a language, ready to be shown. It may stand in the page already.
pub fn question(language: &str) -> Option<HtmlElement> {
    QUESTIONS.with_borrow(|questions| {
        let (_, question) =
            questions.iter().find(|(question_language, _)| question_language == language)?;
        let is_taken_over = !question.has_attribute(MARK);
        // A name of its own cannot be refused.
        let _ = question.remove_attribute(MARK);
        question.set_hidden(false);
        if is_taken_over && let Some(chosen) = question.query_selector("select").ok().flatten() {
            // What was chosen on it before led to another language.
            js::set(&chosen, "value", &language.into());
        }
        Some(question.clone())
    })
}

fn all_questions() -> Option<Vec<(String, HtmlElement)>> {
    let elements =
        web_sys::window()?.document()?.query_selector_all(&format!("main[{MARK}]")).ok()?;
    let questions = (0..elements.length()).filter_map(|index| {
        let question = elements.get(index)?.dyn_into::<HtmlElement>().ok()?;
        Some((question.get_attribute(MARK)?, question))
    });
    Some(questions.collect())
}

/// Shows of each part that is for one state only (`data-when`) those for `state`.
pub fn show_state(question: &HtmlElement, state: &str) {
    let Ok(parts) = question.query_selector_all("[data-when]") else { return };
    for index in 0..parts.length() {
        if let Some(part) = parts.get(index).and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
            part.set_hidden(
                part.get_attribute("data-when").is_none_or(|part_state| part_state != state),
            );
        }
    }
}

/// The value of the button that an event came from.
pub fn pressed(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("button").ok()??.get_attribute("value")
}

/// Does what was tapped before anybody listened, once.
pub fn tap_again() {
    let Some(window) = web_sys::window() else { return };
    let tapped = js::take(&window, TAPPED);
    let Some(tapped) = tapped.and_then(|tapped| tapped.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let _ = tapped.remove_attribute("aria-busy");
    if tapped.tag_name() == "SELECT" {
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        // An event of the browser's own kind is not refused.
        let _ = Event::new_with_event_init_dict("change", &bubbles)
            .and_then(|change| tapped.dispatch_event(&change));
    } else {
        tapped.click();
    }
}
