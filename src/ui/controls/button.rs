//! Buttons, links that look like buttons, and rows that lead somewhere.

use crate::ui::layout::link::anchor;
use crate::ui::prelude::*;
use crate::ui::{Icon, Tile, Tint};

/// A button's variant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The one clear thing to do on the page.
    #[default]
    Primary,
    /// The second choice.
    Outline,
    /// A soft spruce ground.
    Soft,
    /// Words only.
    Text,
    /// A soft berry ground: care.
    Berry,
    /// A soft night ground: sleep.
    Night,
}

impl Kind {
    fn class(self, small: bool) -> String {
        let kind = match self {
            Self::Primary => "button button-primary",
            Self::Outline => "button button-outline",
            Self::Soft => "button button-soft",
            Self::Text => "button button-text",
            Self::Berry => "button button-berry",
            Self::Night => "button button-night",
        };
        [kind, if small { " button-small" } else { "" }].concat()
    }
}

fn inside(icon: Option<icondata_core::Icon>, label: Signal<String>) -> AnyView {
    view! {
        {icon.map(|icon| view! { <Icon icon /> })}
        <span>{label}</span>
    }
}

/// A button that does something.
#[component]
pub fn Button(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// Its variant.
    #[prop(optional)]
    kind: Kind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<icondata_core::Icon>,
    /// 48 instead of 52 px in height, and as wide as its words.
    #[prop(optional)]
    small: bool,
    /// Whether it is disabled.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class(small)
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {inside(icon, label)}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// Its variant.
    #[prop(optional)]
    kind: Kind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<icondata_core::Icon>,
    /// 48 instead of 52 px in height, and as wide as its words.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    anchor(href, kind.class(small), None, inside(icon, label))
}

/// A round button with an icon alone.
#[component]
pub fn IconButton(
    /// The icon.
    icon: icondata_core::Icon,
    /// Its spoken name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is disabled.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            <Icon icon />
        </button>
    }
}

/// A picture, a title with a hint, and the mark of leading on.
pub(crate) fn row(
    title: String,
    hint: Option<String>,
    picture: Option<(icondata_core::Icon, Tint)>,
) -> AnyView {
    view! {
        {picture.map(|(icon, tint)| view! { <Tile icon tint /> })}
        <span class="words">
            <span class="row-title">{title}</span>
            {hint.map(|hint| view! { <span class="row-hint">{hint}</span> })}
        </span>
        <span class="chevron">
            <Icon icon=icondata_lu::LuChevronRight />
        </span>
    }
}

/// A row with an icon, a title and a hint that leads to a page (or to `tel:` and `sms:`).
#[component]
pub fn RowLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its words.
    #[prop(into)]
    title: String,
    /// The small line under them.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The icon before them.
    #[prop(optional, into)]
    icon: Option<icondata_core::Icon>,
    /// The icon's colour.
    #[prop(optional)]
    tint: Tint,
) -> impl IntoView {
    let picture = icon.map(|icon| (icon, tint));
    anchor(href, "row-link".to_owned(), None, row(title, hint, picture))
}

/// A row like [`RowLink`] that does something here.
#[component]
pub fn RowButton(
    /// Its words.
    #[prop(into)]
    title: String,
    /// The small line under them.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The icon before them.
    #[prop(optional, into)]
    icon: Option<icondata_core::Icon>,
    /// The icon's colour.
    #[prop(optional)]
    tint: Tint,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let picture = icon.map(|icon| (icon, tint));
    view! {
        <button type="button" class="row-link" on:click=move |_| on_press.run(())>
            {row(title, hint, picture)}
        </button>
    }
}
