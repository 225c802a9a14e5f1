//! Receive: the camera or a file, the words, a look, and only then keep it.

use askelma_diary::sharing::summary::Summary;
use askelma_exchange::ExchangeError;
use askelma_exchange::message::{Message, MessageError, decode};
use askelma_exchange::words::folded_words;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::task::spawn_local;

use crate::background::{Background, BackgroundError};
use crate::browser::launch;
use crate::browser::share_file::{self, FileError};
use crate::pages::background::{background, why_not};
use crate::pages::layout::ReadPage;
use crate::pages::received::receive_camera::Scan;
use crate::pages::received::receive_keep::Keep;
use crate::text::{app, receive as t};
use crate::ui::prelude::*;
use crate::ui::{Button, FileDrop, Kind, Notice, RowButton, TextField, Tint};

/// Where the receiving stands.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Start,
    Scanning,
    /// A whole sealed message: a file's bytes, or what was just scanned.
    Words(Vec<u8>),
    Opened(Box<Summary>, Vec<u8>),
}

/// How many words there are.
const WORDS: usize = 5;

/// The page: from the camera or the file over the words to the summary.
pub fn page() -> AnyView {
    let background = background();
    let stage = RwSignal::new(Stage::Start);
    let problem = RwSignal::new(None::<String>);
    let page = move || match stage.get() {
        Stage::Start => start(background, stage, problem),
        Stage::Scanning => scanning(stage, problem),
        Stage::Words(sealed) => words(background, stage, problem, sealed),
        Stage::Opened(summary, message) => view! {
            <Keep
                summary=*summary
                message
                on_discard=Callback::new(move |()| begin_again(stage, problem))
            />
        },
    };
    view! { {page} }
}

fn begin_again(stage: RwSignal<Stage>, problem: RwSignal<Option<String>>) {
    problem.set(None);
    stage.set(Stage::Start);
}

fn start(
    background: Background,
    stage: RwSignal<Stage>,
    problem: RwSignal<Option<String>>,
) -> AnyView {
    let on_file = Callback::new(move |file: web_sys::File| {
        spawn_local(async move {
            match read_file(background, &file).await {
                Ok(bytes) => {
                    problem.try_set(None);
                    stage.try_set(Stage::Words(bytes));
                }
                Err(sentence) => {
                    problem.try_set(Some(sentence.to_owned()));
                }
            }
        });
    });
    let on_files = move |files: Vec<web_sys::File>| {
        if let Some(file) = files.into_iter().next() {
            on_file.run(file);
        }
    };
    launch::on_file(move |file| on_file.try_run(file).unwrap_or_default());
    let scan = move |()| {
        problem.set(None);
        stage.set(Stage::Scanning);
    };
    view! {
        <ReadPage title=t::title() above=t::above()>
            <RowButton
                title=t::start()
                hint=t::start_hint()
                icon=icondata_lu::LuScanLine
                tint=Tint::Spruce
                on_press=scan
            />
            <FileDrop label=t::file() hint=t::file_hint() on_files />
            <Notice text=problem />
            <p class="quiet">{t::not_followed()}</p>
        </ReadPage>
    }
}

async fn read_file(background: Background, file: &web_sys::File) -> Result<Vec<u8>, &'static str> {
    let bytes = share_file::read(file).await.map_err(|error| match error {
        FileError::TooLarge => t::too_large(),
        FileError::Unreadable | FileError::NotSaved => t::unreadable(),
    })?;
    background.check(bytes.clone()).await.map_err(|error| match error {
        BackgroundError::Exchange(ExchangeError::NotOurs) => t::file_not_ours(),
        other => why_not(other),
    })?;
    Ok(bytes)
}

fn scanning(stage: RwSignal<Stage>, problem: RwSignal<Option<String>>) -> AnyView {
    let whole = Callback::new(move |sealed: Vec<u8>| {
        problem.set(None);
        stage.set(Stage::Words(sealed));
    });
    let gave_up = Callback::new(move |sentence: String| {
        problem.set(Some(sentence));
        stage.set(Stage::Start);
    });
    view! {
        <ReadPage title=t::pointing() above=t::above()>
            <Scan on_whole=whole on_stop=gave_up />
            <Button
                label=app::back()
                kind=Kind::Outline
                on_press=move |()| begin_again(stage, problem)
            />
        </ReadPage>
    }
}

fn words(
    background: Background,
    stage: RwSignal<Stage>,
    problem: RwSignal<Option<String>>,
    sealed: Vec<u8>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let completions = LocalResource::new(move || {
        let prefix = typed.with(|typed| last_word(typed).to_owned());
        async move {
            if prefix.chars().count() <= 1 {
                return Vec::new();
            }
            let list = background.complete(prefix.clone(), 4).await.unwrap_or_default();
            let unfinished = list.iter().any(|word| *word != prefix);
            if unfinished { list } else { Vec::new() }
        }
    });
    let open = Callback::new(move |()| {
        let folded = typed.with_untracked(|typed| folded_words(typed, WORDS));
        let Some(words) = folded else {
            problem.set(Some(t::words_needed().to_owned()));
            return;
        };
        let sealed = sealed.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match open_message(background, sealed, words).await {
                Ok((summary, message)) => {
                    stage.try_set(Stage::Opened(Box::new(summary), message));
                }
                Err(sentence) => {
                    problem.try_set(Some(sentence.to_owned()));
                }
            }
            busy.try_set(false);
        });
    });
    let label =
        Signal::derive(move || if busy.get() { t::opening() } else { t::open() }.to_owned());
    let chips = move || {
        completions
            .get()
            .into_iter()
            .flatten()
            .map(|word| {
                let chosen = word.clone();
                view! {
                    <Button
                        label=word
                        kind=Kind::Soft
                        small=true
                        on_press=move |()| typed.update(|typed| complete(typed, &chosen))
                    />
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <ReadPage title=t::words_title() above=t::above()>
            <form
                class="stack"
                // A field takes these from its form: the words are in no dictionary and should get
                // into none.
                autocapitalize="none"
                spellcheck="false"
                {..custom_attribute("autocorrect", "off")}
                on:submit=move |event| {
                    event.prevent_default();
                    open.run(());
                }
            >
                <TextField label=t::words_field() hint=t::words_hint() value=typed limit=120 autocapitalize="none" />
                <div class="pills">{chips}</div>
                <Notice text=problem />
                <Button label disabled=busy on_press=open />
            </form>
            <Button
                label=t::again()
                kind=Kind::Text
                on_press=move |()| begin_again(stage, problem)
            />
        </ReadPage>
    }
}

fn last_word(typed: &str) -> &str {
    let between =
        |letter: char| letter.is_whitespace() || letter.is_ascii() && !letter.is_ascii_alphabetic();
    typed.rsplit(between).next().unwrap_or_default()
}

/// Puts a whole word in the place of the one being typed.
fn complete(typed: &mut String, word: &str) {
    let kept_length = typed.len() - last_word(typed).len();
    typed.truncate(kept_length);
    typed.push_str(word);
    typed.push(' ');
}

async fn open_message(
    background: Background,
    sealed: Vec<u8>,
    words: String,
) -> Result<(Summary, Vec<u8>), &'static str> {
    let message = background.open(sealed, words).await.map_err(why_not)?;
    match decode(&message) {
        Ok(Message::Summary(summary)) => Ok((summary, message)),
        Err(MessageError::Newer) => Err(t::newer()),
        Err(MessageError::TooLarge) => Err(t::too_large()),
        Err(MessageError::Malformed | MessageError::ImpossibleValue) => Err(t::impossible()),
    }
}
