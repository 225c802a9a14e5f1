//! A line of a timetable.

use crate::ui::prelude::*;

/// A lesson with its time and length; the whole line is one button.
#[component]
pub fn LessonRow(
    /// When it begins; empty when nobody said.
    #[prop(into)]
    time: String,
    /// Its name.
    #[prop(into)]
    name: String,
    /// Its length.
    #[prop(into)]
    length: String,
    /// It was pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let time = (!time.is_empty()).then(|| view! { <span class="lesson-time">{time}</span> });
    view! {
        <button type="button" class="lesson-row" on:click=move |_| on_press.run(())>
            {time}
            <span class="lesson-name">{name}</span>
            <span class="lesson-long">{length}</span>
        </button>
    }
}
