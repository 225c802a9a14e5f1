//! The navigation of a role: a bar below on phones, a bar at the side on wide screens.

use crate::ui::Icon;
use crate::ui::layout::link::{current, in_base};
use crate::ui::prelude::*;

/// One place in the bar.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it leads, as `/path`.
    pub href: String,
    /// Its name, one short word.
    pub label: String,
    /// Its icon.
    pub icon: icondata_core::Icon,
    /// Only this very page counts as being here, not the pages below it (for `/`).
    pub exact: bool,
}

/// The places, with the brand and room for more at the side of a wide screen.
#[component]
pub fn NavBar(
    /// The places.
    items: Vec<NavItem>,
    /// The landmark's name.
    #[prop(into)]
    label: String,
    /// The app's name, shown at the side.
    #[prop(into)]
    brand: String,
    /// What floats just above the bar: the undo line.
    #[prop(optional, into)]
    above: Option<AnyView>,
    /// What follows the places at the side of a wide screen, such as a list of cases.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|NavItem { href, label, icon, exact }| {
            let href = in_base(href);
            let current_page = current(href.clone(), exact);
            view! {
                <li>
                    <a class="nav-link" href=href aria-current=current_page>
                        <span class="nav-pill">
                            <Icon icon />
                        </span>
                        {label}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <nav class="nav" aria-label=label>
            {above.map(|above| view! { <div class="nav-above">{above}</div> })}
            <p class="nav-brand">
                <Icon icon=icondata_lu::LuFootprints />
                {brand}
            </p>
            <ul class="nav-list">{items}</ul>
            {children.map(|children| view! { <div class="nav-extra">{children.build()}</div> })}
        </nav>
    }
}

/// A person or a case as a row of the side bar or of a list: first letter, name, small line.
#[component]
pub fn PersonLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The name.
    #[prop(into)]
    name: String,
    /// The small line under it.
    #[prop(into)]
    hint: String,
) -> impl IntoView {
    let href = in_base(href);
    let current_page = current(href.clone(), false);
    let letter = name.chars().next().map(|first| first.to_uppercase().to_string());
    view! {
        <a class="person-link" href=href aria-current=current_page>
            <span class="person-letter" aria-hidden="true">
                {letter}
            </span>
            <span>
                <span class="row-title">{name}</span>
                <span class="row-hint">{hint}</span>
            </span>
        </a>
    }
}
