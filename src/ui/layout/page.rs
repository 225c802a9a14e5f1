//! The page, its header and the way to help.

use leptos::html;

use crate::ui::Icon;
use crate::ui::layout::link::anchor;
use crate::ui::prelude::*;

/// What lies behind a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Plain paper.
    #[default]
    Paper,
    /// Dawn to water over the whole window.
    Sky,
}

/// A page: the `main` landmark with the page's edge and rhythm.
#[component]
pub fn Page(
    /// As wide as a laptop's sheet instead of a phone's column.
    #[prop(optional)]
    wide: bool,
    /// What lies behind it.
    #[prop(optional)]
    ground: Ground,
    children: Children,
) -> impl IntoView {
    let class = match (wide, ground) {
        (false, Ground::Paper) => "page",
        (true, Ground::Paper) => "page page-wide",
        (false, Ground::Sky) => "page page-sky",
        (true, Ground::Sky) => "page page-wide page-sky",
    };
    view! {
        <main id="main" class=class tabindex="-1">
            {children.build()}
        </main>
    }
}

/// The way out of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// Where it leads.
    pub href: String,
    /// Its spoken name.
    pub label: String,
    /// A cross (leave) instead of an arrow (one up).
    pub close: bool,
}

/// A page's title with the small line above it, the way out and what stands on the right. The title
/// takes the focus when the page opens, so that a screen reader begins there.
#[component]
pub fn PageHeader(
    /// The title, the page's only `h1`.
    #[prop(into)]
    title: Signal<String>,
    /// The small line above the title.
    #[prop(optional, into)]
    above: Option<String>,
    /// The way out, upper left.
    #[prop(optional, into)]
    back: Option<Back>,
    /// Help and others, upper right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    });
    let back = back.map(|Back { href, label, close }| {
        let icon = if close { icondata_lu::LuX } else { icondata_lu::LuArrowLeft };
        let content = view! { <Icon icon /> };
        anchor(href, "icon-button back".to_owned(), Some(label), content)
    });
    let above = above.map(|above| view! { <p class="above">{above}</p> });
    let right = children.map(|children| view! { <div class="right">{children.build()}</div> });
    let title = view! {
        <h1 tabindex="-1" node_ref=heading>
            {title}
        </h1>
    };
    match back {
        Some(back) => view! {
            <header class="page-header with-back">
                <div class="bar">{back} {above} {right}</div>
                {title}
            </header>
        },
        None => view! {
            <header class="page-header">
                <div class="titles">{above} {title}</div>
                {right}
            </header>
        },
    }
}

/// The round way to someone to talk to, in every header.
#[component]
pub fn HelpLink(
    /// Where the help is.
    #[prop(into)]
    href: String,
    /// Its spoken name.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let content = view! { <Icon icon=icondata_lu::LuLifeBuoy /> };
    anchor(href, "help-link".to_owned(), Some(label), content)
}
