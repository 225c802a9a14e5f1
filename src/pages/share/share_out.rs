//! Handing a summary over: the words on a page of their own, then the moving code or the file.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::exchange::{
    BIGGER_FRAGMENT_BYTES, ExchangeError, ExchangeWorker, Trouble, USUAL_FRAGMENT_BYTES,
};
use crate::browser::share_file::{self, Offer, Offered};
use crate::browser::wake_lock::WakeLock;
use crate::browser::{clock, data_files, device};
use crate::text::{self, share as t};
use crate::ui::{
    Build, Button, Kind, Notice, Progress, QrCode, QrPicture, WordList, dynamic, when,
};

/// Codes a second: five as usual, two when slower and bigger.
const USUAL_PAUSE_MS: u32 = 200;
const SLOWER_PAUSE_MS: u32 = 500;

/// The worker, once it was needed. It belongs to the whole of Share: the code's page goes on with
/// what the words' page sealed.
pub type Engine = StoredValue<Option<Rc<ExchangeWorker>>, LocalStorage>;

/// A worker that holds a sealed message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    engine: Engine,
}

/// Seals the message and shows the words, never beside the code.
#[component]
pub fn WordsFirst(
    engine: Engine,
    message: Vec<u8>,
    on_code: Callback<Ready>,
    on_file: Callback<()>,
) -> impl IntoView {
    let sealed = RwSignal::new(None::<(Vec<String>, Vec<u8>, bool)>);
    let problem = RwSignal::new(None::<String>);
    spawn_local(async move {
        let done = seal(&message).await;
        match done {
            Ok((worker, made)) => {
                engine.try_set_value(Some(Rc::new(worker)));
                let words = made.words.split(' ').map(str::to_owned).collect();
                sealed.try_set(Some((words, made.bytes, made.parts.is_some())));
            }
            Err(error) => {
                problem.try_set(Some(why(error).to_owned()));
            }
        }
    });
    let save = Callback::new(move |bytes: Vec<u8>| {
        spawn_local(async move {
            let text = match engine.try_get_value().flatten() {
                Some(worker) => worker.text().await.ok(),
                None => None,
            };
            let name = format!("askelma-{}", clock::now().day());
            let text = text.unwrap_or_default();
            match share_file::offer(Offer { name: &name, bytes: &bytes, text: &text }).await {
                Ok(Offered::Shared | Offered::Downloaded) => on_file.run(()),
                Ok(Offered::Cancelled) => {}
                Err(_) => {
                    problem.try_set(Some(t::file_refused().to_owned()));
                }
            }
        });
    });
    let body = move || match sealed.get() {
        None if problem.get().is_some() => ().built(),
        None => view! { <p aria-live="polite" class="quiet">{t::sealing()}</p> }.built(),
        Some((words, bytes, by_code)) => view! {
            <WordList words label=t::words_list() />
            <p>{t::words_hint()}</p>
            <div class="bar">
                {if by_code {
                    view! {
                        <Button
                            label=t::show_code()
                            icon=icondata_lu::LuQrCode
                            on_press=move |()| on_code.run(Ready { engine })
                        />
                    }.built()
                } else {
                    view! { <p class="quiet">{t::too_large()}</p> }.built()
                }}
                <Button
                    label=t::save_file()
                    kind=Kind::Outline
                    icon=icondata_lu::LuFileLock
                    on_press=move |()| save.run(bytes.clone())
                />
            </div>
        }
        .built(),
    };
    view! {
        <Notice text=problem />
        {dynamic(body)}
    }
    .built()
}

async fn seal(
    message: &[u8],
) -> Result<(ExchangeWorker, crate::browser::exchange::Sealed), ExchangeError> {
    let url = data_files::exchange_worker().ok_or(ExchangeError::NotStarted)?;
    let worker = ExchangeWorker::start(&url).await?;
    let sealed = worker.seal(message, text::language().code()).await?;
    Ok((worker, sealed))
}

fn why(error: ExchangeError) -> &'static str {
    match error {
        ExchangeError::Trouble(Trouble::TooLarge | Trouble::TooLargeForCode) => t::too_large(),
        _ => text::app::engine(),
    }
}

/// The moving code, with its progress line, "slower and bigger", and the screen kept awake.
#[component]
pub fn Code(ready: Ready) -> impl IntoView {
    let slower = RwSignal::new(false);
    let picture = RwSignal::new(QrPicture::default());
    let at = RwSignal::new((0_u32, 0_u32, false));
    let problem = RwSignal::new(None::<String>);
    spawn_local(async move {
        let awake = WakeLock::keep_awake();
        show_frames(ready.engine, slower, picture, at, problem).await;
        drop(awake);
    });
    let still = Memo::new(move |_| at.get().1 == 1);
    let hint = move || if still.get() { t::code_still() } else { t::code_hint() };
    let counted = Signal::derive(move || {
        let (part, of, mixed) = at.get();
        if mixed {
            t::code_mixed().to_owned()
        } else {
            t::code_part(&part.to_string(), &of.to_string())
        }
    });
    let speed =
        Signal::derive(move || if slower.get() { t::faster() } else { t::slower() }.to_owned());
    view! {
        <Notice text=problem />
        <QrCode picture label=t::code_label() />
        <p>{hint}</p>
        {when(
            move || !still.get(),
            move || view! {
                <Progress
                    label=t::code_progress()
                    value=Signal::derive(move || {
                        // Mixed parts fill what is still missing: the first round is through.
                        let (part, of, mixed) = at.get();
                        if mixed { of } else { part }
                    })
                    max=Signal::derive(move || at.get().1)
                    text=counted
                />
                <Button
                    label=speed
                    kind=Kind::Outline
                    on_press=move |()| slower.update(|slower| *slower = !*slower)
                />
            },
        )}
    }
    .built()
}

/// Shows one code after another until the page is left: its signals are gone then.
async fn show_frames(
    engine: Engine,
    slower: RwSignal<bool>,
    picture: RwSignal<QrPicture>,
    at: RwSignal<(u32, u32, bool)>,
    problem: RwSignal<Option<String>>,
) {
    let Some(worker) = engine.try_get_value().flatten() else { return };
    let mut index = 0;
    let mut was_slower = false;
    while let Some(slow) = slower.try_get_untracked() {
        if slow != was_slower {
            was_slower = slow;
            index = 0;
        }
        let fragment = if slow { BIGGER_FRAGMENT_BYTES } else { USUAL_FRAGMENT_BYTES };
        match worker.frame(index, fragment).await {
            Ok(frame) => {
                let dark = frame.modules.iter().map(|module| *module == 1).collect();
                picture.try_set(QrPicture { size: frame.size, dark });
                at.try_set((frame.part, frame.parts, index >= frame.parts));
                if frame.parts == 1 {
                    index = 0;
                } else {
                    index = index.wrapping_add(1);
                }
            }
            // Smaller parts can be too many where larger ones were not.
            Err(ExchangeError::Trouble(Trouble::TooLargeForCode)) if slow => {
                slower.try_set(false);
            }
            Err(error) => {
                problem.try_set(Some(why(error).to_owned()));
                return;
            }
        }
        device::pause(if slow { SLOWER_PAUSE_MS } else { USUAL_PAUSE_MS }).await;
    }
}
