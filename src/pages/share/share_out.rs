//! Handing a summary over: the words on a page of their own, then the moving code or the file.

use std::sync::Arc;

use askelma_exchange::ExchangeError;
use askelma_exchange::outbox::{CodeFrame, CodeSize, Sealed};
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

use crate::background::{Background, BackgroundError};
use crate::browser::clock;
use crate::browser::share_file::{self, Offer, Offered};
use crate::browser::wake_lock::WakeLock;
use crate::pages::background::{background, why_not};
use crate::text::{self, share as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, Notice, Progress, QrCode, QrPicture, WordList};

/// Codes a second: five as usual, two when slower and bigger.
const USUAL_PAUSE_MS: u32 = 200;
const SLOWER_PAUSE_MS: u32 = 500;

/// Seals the message and shows the words, never beside the code.
#[component]
pub fn WordsFirst(
    /// The message's bytes.
    message: Vec<u8>,
    /// The code is asked for.
    on_code: Callback<()>,
    /// The file went out. The page may be left by then: a share sheet stays open over others.
    on_file: Arc<dyn Fn() + Send + Sync>,
) -> impl IntoView {
    let background = background();
    let problem = RwSignal::new(None::<String>);
    let sealed = LocalResource::new(move || {
        let message = message.clone();
        async move {
            let sealed = background.seal(message, text::language().code()).await;
            match sealed {
                Ok(sealed) => Some(sealed),
                Err(error) => {
                    problem.try_set(Some(why(error).to_owned()));
                    None
                }
            }
        }
    });
    let busy = RwSignal::new(false);
    let save = Callback::new(move |bytes: Vec<u8>| {
        // A second share sheet is refused while one is open, and the file would be saved beside.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let on_file = Arc::clone(&on_file);
        spawn_local(async move {
            // Without it the file still goes out as bytes.
            let text = background.text().await.unwrap_or_default();
            let name = format!("askelma-{}", clock::now().day());
            match share_file::offer(Offer { name: &name, bytes: &bytes, text: &text }).await {
                Ok(Offered::Shared | Offered::Downloaded) => on_file(),
                Ok(Offered::Cancelled) => {}
                Err(_) => {
                    problem.try_set(Some(t::file_refused().to_owned()));
                }
            }
            busy.try_set(false);
        });
    });
    let body = move || match sealed.get() {
        Some(None) => ().into_any(),
        None => view! {
            <p aria-live="polite" class="quiet">
                {t::sealing()}
            </p>
        },
        Some(Some(Sealed { words, bytes, parts })) => view! {
            <WordList words=words.split(' ').map(str::to_owned).collect() label=t::words_list() />
            <p>{t::words_hint()}</p>
            <div class="bar">
                {if parts.is_some() {
                    view! {
                        <Button
                            label=t::show_code()
                            icon=icondata_lu::LuQrCode
                            on_press=move |()| on_code.run(())
                        />
                    }
                } else {
                    view! { <p class="quiet">{t::too_large()}</p> }
                }}
                <Button
                    label=t::save_file()
                    kind=Kind::Outline
                    icon=icondata_lu::LuFileLock
                    on_press=move |()| save.run(bytes.clone())
                />
            </div>
        },
    };
    view! {
        <Notice text=problem />
        {body}
    }
}

fn why(error: BackgroundError) -> &'static str {
    match error {
        BackgroundError::Exchange(ExchangeError::TooLarge | ExchangeError::TooLargeForCode) => {
            t::too_large()
        }
        // A worker that was started anew has sealed nothing.
        BackgroundError::Exchange(ExchangeError::Nothing) => text::app::engine(),
        other => why_not(other),
    }
}

/// The moving code of what was sealed last, with its progress line, "slower and bigger", and the screen kept awake.
#[component]
pub fn Code() -> impl IntoView {
    let background = background();
    let slower = RwSignal::new(false);
    let picture = RwSignal::new(QrPicture::default());
    let position = RwSignal::new((0_usize, 0_usize, false));
    let problem = RwSignal::new(None::<String>);
    spawn_local(async move {
        let wake_lock = WakeLock::keep_awake();
        show_codes(background, slower, picture, position, problem).await;
        drop(wake_lock);
    });
    let is_still = Memo::new(move |_| position.get().1 == 1);
    let hint = move || if is_still.get() { t::code_still() } else { t::code_hint() };
    let progress_text = Signal::derive(move || {
        let (part, parts, mixed) = position.get();
        if mixed {
            t::code_mixed().to_owned()
        } else {
            t::code_part(&part.to_string(), &parts.to_string())
        }
    });
    // Mixed parts fill what is still missing: the first round is through.
    let parts_shown = Signal::derive(move || {
        let (part, parts, mixed) = position.get();
        small(if mixed { parts } else { part })
    });
    let speed =
        Signal::derive(move || if slower.get() { t::faster() } else { t::slower() }.to_owned());
    view! {
        <Notice text=problem />
        <QrCode picture label=t::code_label() />
        <p>{hint}</p>
        <Show when=move || !is_still.get()>
            <Progress
                label=t::code_progress()
                value=parts_shown
                max=Signal::derive(move || small(position.get().1))
                text=progress_text
            />
            <Button
                label=speed
                kind=Kind::Outline
                on_press=move |()| slower.update(|slower| *slower = !*slower)
            />
        </Show>
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Shows one code after another until the page is left: its signals are gone then.
async fn show_codes(
    background: Background,
    slower: RwSignal<bool>,
    picture: RwSignal<QrPicture>,
    position: RwSignal<(usize, usize, bool)>,
    problem: RwSignal<Option<String>>,
) {
    let mut index = 0_u32;
    let mut was_slower = false;
    while let Some(slower_now) = slower.try_get_untracked() {
        if slower_now != was_slower {
            was_slower = slower_now;
            index = 0;
        }
        let size = if slower_now { CodeSize::Bigger } else { CodeSize::Usual };
        match background.code(index, size).await {
            Ok(CodeFrame { code, part, parts }) => {
                let dark = code.modules.iter().map(|module| *module == 1).collect();
                picture.try_set(QrPicture { size: code.size, dark });
                let mixed = usize::try_from(index).is_ok_and(|index| index >= parts);
                position.try_set((part, parts, mixed));
                if parts == 1 {
                    index = 0;
                } else {
                    index = index.wrapping_add(1);
                }
            }
            // Smaller parts can be too many where larger ones were not.
            Err(BackgroundError::Exchange(ExchangeError::TooLargeForCode)) if slower_now => {
                slower.try_set(false);
            }
            Err(error) => {
                problem.try_set(Some(why(error).to_owned()));
                return;
            }
        }
        TimeoutFuture::new(if slower_now { SLOWER_PAUSE_MS } else { USUAL_PAUSE_MS }).await;
    }
}
