//! A list of which some are taken.

use crate::ui::prelude::*;
use crate::ui::{Button, Tick, TickRow, Tint};

/// One thing to take or to leave.
#[derive(Clone, Debug)]
pub struct PickRow {
    /// What it is.
    pub title: String,
    /// The small line under it; empty for none.
    pub hint: String,
    /// Its picture.
    pub icon: icondata_core::Icon,
    /// The picture's colour.
    pub tint: Tint,
}

/// The list, and the button that takes what is picked.
#[component]
pub fn PickList(
    /// The things.
    rows: Vec<PickRow>,
    /// Which of them are picked, in the same order.
    picked: RwSignal<Vec<bool>>,
    /// The button's word for so many.
    label: fn(usize) -> String,
    /// Takes them; not asked while none is picked.
    #[prop(into)]
    on_take: Callback<()>,
) -> impl IntoView {
    let count = Memo::new(move |_| picked.with(|picked| picked.iter().filter(|on| **on).count()));
    let rows = rows.into_iter().enumerate().map(|(index, row)| pick_row(row, index, picked));
    view! {
        <div class="tick-list">{rows.collect::<Vec<_>>()}</div>
        <Button
            label=Signal::derive(move || label(count.get()))
            disabled=Signal::derive(move || count.get() == 0)
            on_press=on_take
        />
    }
}

fn pick_row(row: PickRow, index: usize, picked: RwSignal<Vec<bool>>) -> AnyView {
    let PickRow { title, hint, icon, tint } = row;
    let state = Signal::derive(move || {
        let on = picked.with(|picked| picked.get(index).copied().unwrap_or_default());
        if on { Tick::Done } else { Tick::Empty }
    });
    let press = move |()| {
        picked.update(|picked| {
            if let Some(on) = picked.get_mut(index) {
                *on = !*on;
            }
        });
    };
    let hint = (!hint.is_empty()).then_some(hint);
    view! { <TickRow title nostrip:hint icon tint state on_press=press /> }
}
