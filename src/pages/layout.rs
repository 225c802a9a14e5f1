//! The shapes that pages share: to read, to edit, to confirm, to set minutes, to call and to write.
//! Here and not in `ui`, since they know words and routes.

use crate::browser::share_text::{sms, tel};
use crate::pages::wording;
use crate::routes::Route;
use crate::text::{app, nav};
use crate::ui::prelude::*;
use crate::ui::{
    Back, Button, Ground, HelpLink, Kind, LinkButton, Notice, Page, PageHeader, Sheet, Stepper,
};

/// A page with its title, the way out and the way to help.
#[component]
pub fn ReadPage(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The small line above it.
    #[prop(optional, into)]
    above: Option<String>,
    /// The way out.
    #[prop(optional, into)]
    back: Option<Back>,
    /// What lies behind it.
    #[prop(optional)]
    ground: Ground,
    /// As wide as a laptop's sheet.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <Page ground wide>
            <TitleWithHelp title nostrip:above nostrip:back />
            {children.build()}
        </Page>
    }
}

/// The head of a page: its title, the way out, and help in every one.
#[component]
pub fn TitleWithHelp(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The small line above it.
    #[prop(optional, into)]
    above: Option<String>,
    /// The way out.
    #[prop(optional, into)]
    back: Option<Back>,
) -> impl IntoView {
    view! {
        <PageHeader title nostrip:above nostrip:back>
            <HelpLink href=Route::Help.href() label=nav::help() />
        </PageHeader>
    }
}

/// A page on which something is written and saved; what was wrong is said above the button.
#[component]
pub fn EditPage(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The small line above it.
    #[prop(optional, into)]
    above: Option<String>,
    /// The way out without saving.
    #[prop(into)]
    back: Back,
    /// What keeps it from being saved.
    problem: RwSignal<Option<String>>,
    /// The button's word, "Save" by default.
    #[prop(optional, into)]
    save: Option<String>,
    /// Saves.
    #[prop(into)]
    on_save: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <Page>
            <TitleWithHelp title nostrip:above back />
            {children.build()}
            <SaveBar problem nostrip:save on_save />
        </Page>
    }
}

/// What was wrong, and the button that saves, at the foot of what is written.
#[component]
pub fn SaveBar(
    /// What keeps it from being saved.
    problem: RwSignal<Option<String>>,
    /// The button's word, "Save" by default.
    #[prop(optional, into)]
    save: Option<String>,
    /// Saves.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView {
    let label = save.unwrap_or_else(|| app::save().to_owned());
    view! {
        <Notice text=problem />
        <div class="bar">
            <Button label on_press=on_save />
        </div>
    }
}

/// The quiet button that takes something away.
#[component]
pub fn RemoveButton(
    /// Its word.
    #[prop(into)]
    label: String,
    /// Takes it away.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! { <Button label kind=Kind::Text icon=icondata_lu::LuTrash2 on_press /> }
}

/// Asks once more before something that takes much away.
#[component]
pub fn ConfirmSheet(
    /// Whether it asks now.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: String,
    /// What follows, if that is not plain.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The word for yes.
    #[prop(into)]
    confirm: String,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let hint = StoredValue::new(hint);
    let confirm = StoredValue::new(confirm);
    view! {
        <Show when=move || open.get()>
            <Sheet title=title.clone() close_label=app::close() on_close=move |()| open.set(false)>
                {hint.get_value().map(|hint| view! { <p>{hint}</p> })}
                <Button label=confirm.get_value() on_press=on_confirm />
                <Button label=app::cancel() kind=Kind::Outline on_press=move |()| open.set(false) />
            </Sheet>
        </Show>
    }
}

/// Less and more of a length of time.
#[component]
pub fn MinutesStepper(
    /// What is as long.
    #[prop(into)]
    label: String,
    /// How long it is, in minutes.
    #[prop(into)]
    value: Signal<u16>,
    /// The shortest, in minutes.
    #[prop(optional)]
    min: u16,
    /// The longest, in minutes.
    #[prop(into)]
    max: Signal<u16>,
    /// How many minutes a press adds.
    step: u16,
    /// Takes the new length.
    #[prop(into)]
    on_change: Callback<u16>,
) -> impl IntoView {
    view! {
        <Stepper
            label
            value=Signal::derive(move || wording::length(u32::from(value.get())))
            less=app::less()
            more=app::more()
            less_disabled=Signal::derive(move || value.get() <= min)
            more_disabled=Signal::derive(move || value.get() >= max.get())
            on_less=move |()| on_change.run(value.get_untracked().saturating_sub(step).max(min))
            on_more=move |()| {
                on_change.run((value.get_untracked() + step).min(max.get_untracked()));
            }
        />
    }
}

/// The way to call somebody.
#[component]
pub fn CallLink(
    /// The number, as it was written.
    #[prop(into)]
    number: String,
    /// The button's word.
    #[prop(into)]
    label: String,
    /// Whether it is the thing to do here.
    #[prop(optional)]
    kind: Kind,
) -> impl IntoView {
    view! { <LinkButton href=tel(&number) label kind icon=icondata_lu::LuPhone /> }
}

/// The way to a message that is written already; who gets it is asked by the phone unless told.
#[component]
pub fn MessageLink(
    /// Whose number, as it was written.
    #[prop(optional, into)]
    number: Option<String>,
    /// What the message says.
    #[prop(into)]
    message: String,
    /// The button's word.
    #[prop(into)]
    label: String,
    /// Whether it is the thing to do here.
    #[prop(optional)]
    kind: Kind,
) -> impl IntoView {
    let href = sms(number.as_deref(), &message);
    view! { <LinkButton href label kind icon=icondata_lu::LuMessageCircle /> }
}
