//! The code, the camera's view, the words and the file.

use std::fmt::Write;

use leptos::html;

use crate::ui::Icon;
use crate::ui::controls::field::next_id;
use crate::ui::prelude::*;

/// A QR code's modules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QrPicture {
    /// Modules on a side.
    pub size: usize,
    /// Row by row, true for dark.
    pub dark: Vec<bool>,
}

/// The dark modules as one path, a rectangle for each run in a row.
fn qr_path(picture: &QrPicture) -> String {
    let mut path = String::with_capacity(picture.dark.len() * 4);
    for (y, row) in picture.dark.chunks(picture.size.max(1)).enumerate() {
        let mut x = 0;
        while x < row.len() {
            let run = row[x..].iter().take_while(|dark| **dark).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + 4, y + 4);
            }
            x += run.max(1);
        }
    }
    path
}

/// A QR code, dark on light in both themes, with its quiet zone of four modules, as large as the
/// screen allows. Change the picture to show the next frame.
#[component]
pub fn QrCode(
    /// The frame to show.
    #[prop(into)]
    picture: Signal<QrPicture>,
    /// Its spoken name.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let size = Memo::new(move |_| picture.with(|picture| picture.size + 8));
    view! {
        <div class="qr" role="img" aria-label=label>
            <svg
                viewBox=move || format!("0 0 {0} {0}", size.get())
                shape-rendering="crispEdges"
                aria-hidden="true"
            >
                <path class="qr-dark" d=move || picture.with(qr_path) />
            </svg>
        </div>
    }
}

/// The camera's view with corner marks.
#[component]
pub fn VideoStage(
    /// The video element, to be given a stream.
    video: NodeRef<html::Video>,
    /// Its spoken name.
    #[prop(into)]
    label: String,
    /// What lies over the picture's lower edge, such as the torch.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="stage">
            <video
                class="stage-video"
                node_ref=video
                aria-label=label
                muted
                autoplay
                playsinline
                prop:muted=true
            ></video>
            <svg class="stage-marks" viewBox="0 0 100 100" aria-hidden="true">
                <path d="M2 20V8a6 6 0 0 1 6-6H20M80 2H92a6 6 0 0 1 6 6V20M98 80V92a6 6 0 0 1-6 6H80M20 98H8a6 6 0 0 1-6-6V80" />
            </svg>
            {children.map(|children| view! { <div class="stage-over">{children.build()}</div> })}
        </div>
    }
}

/// The words that open a message, large and numbered.
#[component]
pub fn WordList(
    /// The words.
    words: Vec<String>,
    /// The list's spoken name.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let words = words.into_iter().map(|word| view! { <li>{word}</li> });
    view! {
        <ol class="word-list" aria-label=label translate="no">
            {words.collect::<Vec<_>>()}
        </ol>
    }
}

/// Takes a file, or several, by choosing or dropping.
///
/// The picker offers every file: phones grey out what they do not know by its ending, and they know
/// neither `.askelma` nor what another app calls a table. What a file is, its bytes tell.
#[component]
pub fn FileDrop(
    /// Its words: "Open a file".
    #[prop(into)]
    label: String,
    /// The small line under them.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether several may be chosen at once.
    #[prop(optional)]
    several: bool,
    /// Files were chosen or dropped: at least one, and only one unless `several`.
    #[prop(into)]
    on_files: Callback<Vec<web_sys::File>>,
) -> impl IntoView {
    let dragged_over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let on_list = move |files: Option<web_sys::FileList>| {
        let Some(files) = files else { return };
        let count = if several { files.length() } else { 1 };
        let files: Vec<_> = (0..count).filter_map(|index| files.get(index)).collect();
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let id = next_id();
    let label_for = id.clone();
    view! {
        <label
            class="file-drop"
            class=("file-over", dragged_over)
            for=label_for
            on:dragover=move |event| {
                event.prevent_default();
                dragged_over.set(true);
            }
            on:dragleave=move |_| dragged_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                dragged_over.set(false);
                on_list(event.data_transfer().and_then(|data| data.files()));
            }
        >
            <Icon icon=icondata_lu::LuFileUp />
            <span class="words">
                <span class="row-title">{label}</span>
                {hint.map(|hint| view! { <span class="row-hint">{hint}</span> })}
            </span>
            <input
                id=id
                class="sr-only"
                type="file"
                multiple=several
                node_ref=input
                on:change=move |_| {
                    if let Some(input) = input.get_untracked() {
                        on_list(input.files());
                        // The same file may be chosen again after a wrong word.
                        input.set_value("");
                    }
                }
            />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::{QrPicture, qr_path};

    #[test]
    fn runs_become_rectangles_after_the_quiet_zone() {
        let dark = vec![true, true, false, false, false, false, true, false, true];
        let path = qr_path(&QrPicture { size: 3, dark });
        assert_eq!(path, "M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z");
    }
}
