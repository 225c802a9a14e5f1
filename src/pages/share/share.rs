//! Share: choose, see it as the receiver will, hand over the words, then the code or the file.

use std::sync::Arc;

use askelma_diary::entries::{Share, ShareWay};
use askelma_diary::sharing::summarise::{Choice, summarise};
use askelma_diary::sharing::summary::Summary;
use askelma_diary::values::Words;
use askelma_exchange::message::{Message, decode, encode};

use crate::browser::{clock, device};
use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::ReadPage;
use crate::pages::received::meeting_sheet::sheet;
use crate::pages::share::share_choice::ShareChoice;
use crate::pages::share::share_draft::Draft;
use crate::pages::share::share_out::{Code, WordsFirst};
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, actions};
use crate::text::{app, meeting_sheet, nav, receive, share as t};
use crate::ui::prelude::*;
use crate::ui::{Back, Button, Kind, LinkButton, Tint, TintCard};

/// Where the sharing stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Choose,
    Preview(Chosen),
    Words(Chosen),
    Code(Chosen),
    Done,
}

/// A choice with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    choice: Choice,
    /// The message's bytes.
    pub message: Vec<u8>,
}

/// The page: from the choice over the preview and the words to the code or the file.
pub fn page() -> AnyView {
    let drafts = drafts();
    let draft = Draft::begin(&drafts);
    let stage = RwSignal::new(Stage::Choose);
    let preview = Callback::new(move |choice: Choice| {
        let summary = store().diary.with_untracked(|diary| {
            summarise(diary, &choice, device::random_bytes(), clock::now())
        });
        stage.set(Stage::Preview(Chosen { choice, message: encode(&summary) }));
    });
    let page = move || match stage.get() {
        Stage::Choose => choose(draft, preview),
        Stage::Preview(chosen) => preview_page(chosen, stage),
        Stage::Words(chosen) => words(chosen, stage, draft, drafts.clone()),
        Stage::Code(chosen) => code(chosen, stage, draft, drafts.clone()),
        Stage::Done => done(),
    };
    view! { {page} }
}

fn choose(draft: Draft, on_preview: Callback<Choice>) -> AnyView {
    view! {
        <ReadPage title=t::title() above=t::above() back=back_to(Route::People)>
            <ShareChoice draft on_preview />
        </ReadPage>
    }
}

/// Exactly what the receiver reads: the message itself, read back.
fn preview_page(chosen: Chosen, stage: RwSignal<Stage>) -> AnyView {
    let preview = match decode(&chosen.message) {
        Ok(Message::Summary(summary)) => summary_view(&summary),
        // What was just written is always read; an empty preview would be the honest sign.
        Err(_) => ().into_any(),
    };
    view! {
        <ReadPage title=t::preview() above=t::preview_above() wide=true>
            {preview}
            <p class="quiet">{t::preview_hint()}</p>
            <div class="bar">
                <Button
                    label=t::go_on()
                    on_press=move |()| stage.set(Stage::Words(chosen.clone()))
                />
                <Button
                    label=t::restart()
                    kind=Kind::Outline
                    on_press=move |()| stage.set(Stage::Choose)
                />
            </div>
        </ReadPage>
    }
}

fn summary_view(summary: &Summary) -> AnyView {
    let above = meeting_sheet::above(
        &wording::short(summary.from),
        summary.name.as_str(),
        &wording::short(summary.to),
    );
    view! {
        <h2>{receive::whose(summary.name.as_str())}</h2>
        <p class="quiet">{above}</p>
        {sheet(summary)}
    }
}

fn words(chosen: Chosen, stage: RwSignal<Stage>, draft: Draft, drafts: Drafts) -> AnyView {
    let message = chosen.message.clone();
    let for_code = chosen.clone();
    let on_code = Callback::new(move |()| {
        stage.set(Stage::Code(for_code.clone()));
    });
    // Taken here: a file is saved after an await, where no context is to be had.
    let (store, with) = (store(), draft.with.get_untracked());
    // Not a callback of this page: what went out is noted though the page be left by then.
    let on_file: Arc<dyn Fn() + Send + Sync> = Arc::new(move || {
        note(store, &chosen.choice, &with, ShareWay::File);
        drafts.saved();
        stage.try_set(Stage::Done);
    });
    view! {
        <ReadPage title=t::words_title() above=t::words_above()>
            <WordsFirst message on_code on_file />
            <Button
                label=t::restart()
                kind=Kind::Text
                on_press=move |()| stage.set(Stage::Choose)
            />
        </ReadPage>
    }
}

fn code(chosen: Chosen, stage: RwSignal<Stage>, draft: Draft, drafts: Drafts) -> AnyView {
    let store = store();
    let finished = move |()| {
        note(store, &chosen.choice, &draft.with.get_untracked(), ShareWay::Code);
        drafts.saved();
        stage.set(Stage::Done);
    };
    view! {
        <ReadPage title=t::code_title() above=t::code_above()>
            <Code />
            <div class="bar">
                <Button label=t::finished() on_press=finished />
            </div>
            <Button
                label=t::restart()
                kind=Kind::Text
                on_press=move |()| stage.set(Stage::Choose)
            />
        </ReadPage>
    }
}

fn note(store: DiaryStore, choice: &Choice, with: &str, way: ShareWay) {
    let share = Share {
        when: clock::now(),
        // Too long a name for the own list is left out, not refused: the sharing is done.
        with: Words::new(with).ok().flatten(),
        parts: choice.parts.iter().map(|(part, _)| *part).collect(),
        from: choice.from,
        to: choice.to,
        way,
    };
    actions::note_share(store, share);
}

fn done() -> AnyView {
    view! {
        <ReadPage
            title=t::done_title()
            back=Back {
                href: Route::People.href(),
                label: app::back().to_owned(),
                close: false,
            }
        >
            <TintCard tint=Tint::Moss>
                <p>{t::done()}</p>
                <p class="quiet">{t::not_followed()}</p>
            </TintCard>
            <LinkButton href=Route::Home.href() label=nav::today() />
        </ReadPage>
    }
}
