//! Cards and the small pieces that stand in them.

use crate::ui::prelude::*;
use crate::ui::{Icon, Tint};

/// A white card with an optional heading and a quiet word beside it.
#[component]
pub fn Card(
    /// The heading.
    #[prop(optional, into)]
    title: Option<String>,
    /// The quiet word on the right of the heading.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    children: Children,
) -> impl IntoView {
    let head = title.map(|title| {
        view! {
            <div class="card-head">
                <h2>{title}</h2>
                <p class="aside">{move || aside.get()}</p>
            </div>
        }
    });
    view! { <section class="card">{head} {children.build()}</section> }
}

/// A card on one of the soft grounds.
#[component]
pub fn TintCard(
    /// The ground.
    tint: Tint,
    children: Children,
) -> impl IntoView {
    view! { <section class=tint.with("tint-card")>{children.build()}</section> }
}

/// A rounded word with an icon: "Today's small step", "4 weeks".
#[component]
pub fn Pill(
    /// The word.
    #[prop(into)]
    text: Signal<String>,
    /// The icon before it.
    #[prop(optional, into)]
    icon: Option<icondata_core::Icon>,
    /// Its colour.
    #[prop(optional)]
    tint: Tint,
) -> impl IntoView {
    view! {
        <span class=tint.with("pill")>
            {icon.map(|icon| view! { <Icon icon /> })}
            <span>{text}</span>
        </span>
    }
}

/// An icon on a soft square.
#[component]
pub fn Tile(
    /// The icon.
    icon: icondata_core::Icon,
    /// Its colour.
    #[prop(optional)]
    tint: Tint,
) -> impl IntoView {
    view! {
        <span class=tint.with("tile")>
            <Icon icon />
        </span>
    }
}

/// A page or a card with nothing in it yet: an icon, a heading, a sentence, one thing to do.
#[component]
pub fn EmptyState(
    /// The icon.
    icon: icondata_core::Icon,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The sentence under it.
    #[prop(into)]
    sentence: String,
    /// Its colour.
    #[prop(optional)]
    tint: Tint,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Tile icon tint />
            <h2>{title}</h2>
            <p>{sentence}</p>
            {children.map(Children::build)}
        </div>
    }
}
