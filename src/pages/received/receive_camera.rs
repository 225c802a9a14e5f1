//! The camera: its picture, live progress, the choice of cameras, the light.

use std::rc::Rc;

use askelma_exchange::ExchangeError;
use askelma_exchange::ur;
use leptos::html;
use leptos::task::spawn_local;

use crate::background::{Background, BackgroundError};
use crate::browser::camera::{self, Camera, CameraChoice, CameraError, Torch};
use crate::pages::background::{background, why_not};
use crate::text::receive as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, Notice, Progress, SelectField, VideoStage};

type Open = StoredValue<Option<Rc<Camera>>, LocalStorage>;

/// Scans until the message is whole.
#[component]
pub fn Scan(on_whole: Callback<()>, on_stop: Callback<String>) -> impl IntoView {
    let background = background();
    let video = NodeRef::<html::Video>::new();
    let open: Open = StoredValue::new_local(None);
    let chosen = RwSignal::new(None::<String>);
    let cameras = RwSignal::new(Vec::<CameraChoice>::new());
    let torch = RwSignal::new(None::<Torch>);
    let progress = RwSignal::new(ur::Progress::default());
    let problem = RwSignal::new(None::<String>);
    let signals = ScanSignals { cameras, torch, progress, problem };
    Effect::new(move |_| {
        let Some(element) = video.get() else { return };
        let device = chosen.get();
        spawn_local(async move {
            // Some devices open only one camera at a time.
            open.try_set_value(None);
            let result = scan(background, open, &element, device, signals, on_whole).await;
            if let Err(sentence) = result
                && problem.try_get_untracked().is_some()
            {
                on_stop.try_run(sentence.to_owned());
            }
        });
    });
    let counted = Signal::derive(move || {
        let ur::Progress { seen, needed } = progress.get();
        if needed == 0 {
            t::waiting().to_owned()
        } else {
            t::progress_of(&seen.to_string(), &needed.to_string())
        }
    });
    let scan_again = move |()| {
        problem.set(None);
        progress.set(ur::Progress::default());
        spawn_local(async move {
            // A worker that broke says so with the next frame.
            let _ = background.begin_scan().await;
        });
    };
    view! {
        <VideoStage video label=t::camera_label() />
        <p class="quiet">{t::pointing_hint()}</p>
        <Progress
            label=t::progress()
            value=Signal::derive(move || small(progress.get().seen))
            max=Signal::derive(move || small(progress.get().needed))
            text=counted
        />
        <Notice text=problem />
        {lamp(open, torch)}
        {choice(cameras, chosen)}
        <Button label=t::again() kind=Kind::Text on_press=scan_again />
    }
}

/// What the scan shows while it goes on.
#[derive(Debug, Clone, Copy)]
struct ScanSignals {
    cameras: RwSignal<Vec<CameraChoice>>,
    torch: RwSignal<Option<Torch>>,
    progress: RwSignal<ur::Progress>,
    problem: RwSignal<Option<String>>,
}

/// Opens the camera and reads frame after frame. Ends when the message is whole, the camera stops
/// or the page is left.
async fn scan(
    background: Background,
    open: Open,
    video: &web_sys::HtmlVideoElement,
    device: Option<String>,
    signals: ScanSignals,
    on_whole: Callback<()>,
) -> Result<(), &'static str> {
    let camera = Rc::new(Camera::open(video, device.as_deref()).await.map_err(no_picture)?);
    // Left meanwhile: the camera is dropped and so released.
    if signals.problem.try_get_untracked().is_none() {
        return Ok(());
    }
    signals.torch.try_set(camera.has_torch().then_some(Torch::Off));
    signals.cameras.try_set(camera::list().await);
    background.begin_scan().await.map_err(why_not)?;
    let done = Rc::new(std::cell::Cell::new(false));
    let frames = {
        let done = Rc::clone(&done);
        camera.frames(move |frame| {
            let done = Rc::clone(&done);
            async move {
                if done.get() {
                    return;
                }
                match background.scan(frame).await {
                    Ok(progress) => {
                        if signals
                            .progress
                            .try_get_untracked()
                            .is_some_and(|shown_progress| shown_progress != progress)
                        {
                            signals.progress.try_set(progress);
                            if progress.needed > 0 {
                                signals.problem.try_set(None);
                            }
                        }
                        if progress.complete() {
                            done.set(true);
                            open.try_set_value(None);
                            // The page may be left while the last frame is read.
                            on_whole.try_run(());
                        }
                    }
                    Err(error) => show_problem(signals.problem, error),
                }
            }
        })
    };
    open.try_set_value(Some(camera));
    frames.await;
    Ok(())
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Bad codes are said and the scan goes on; a frame that is merely blurred says nothing.
fn show_problem(problem: RwSignal<Option<String>>, error: BackgroundError) {
    let sentence = match error {
        BackgroundError::Frame => return,
        BackgroundError::Exchange(ExchangeError::Damaged) => t::part_damaged(),
        other => why_not(other),
    };
    let new = problem
        .try_get_untracked()
        .is_some_and(|shown_sentence| shown_sentence.as_deref() != Some(sentence));
    if new {
        problem.try_set(Some(sentence.to_owned()));
    }
}

fn no_picture(error: CameraError) -> &'static str {
    match error {
        CameraError::Denied => t::denied(),
        CameraError::Missing => t::missing(),
        CameraError::Busy => t::busy(),
        CameraError::NotSupported => t::unsupported(),
    }
}

fn lamp(open: Open, torch: RwSignal<Option<Torch>>) -> AnyView {
    let turn = move |()| {
        let next = if torch.get_untracked() == Some(Torch::On) { Torch::Off } else { Torch::On };
        let Some(camera) = open.get_value() else { return };
        spawn_local(async move {
            if camera.set_torch(next).await.is_ok() {
                torch.try_set(Some(next));
            }
        });
    };
    let label = Signal::derive(move || {
        if torch.get() == Some(Torch::On) { t::torch_off() } else { t::torch_on() }.to_owned()
    });
    view! {
        <Show when=move || torch.get().is_some()>
            <Button label kind=Kind::Outline icon=icondata_lu::LuFlashlight on_press=turn />
        </Show>
    }
}

fn choice(cameras: RwSignal<Vec<CameraChoice>>, chosen: RwSignal<Option<String>>) -> AnyView {
    let list = move || {
        let cameras = cameras.get();
        (cameras.len() > 1).then(|| {
            let options = cameras
                .into_iter()
                .enumerate()
                .map(|(index, camera)| {
                    let numbered = || t::camera_n(&(index + 1).to_string());
                    let label = if camera.label.is_empty() { numbered() } else { camera.label };
                    (camera.device_id, label)
                })
                .collect::<Vec<_>>();
            view! {
                <SelectField
                    label=t::cameras()
                    options
                    value=Signal::derive(move || chosen.get().unwrap_or_default())
                    on_change=move |device: String| chosen.set(Some(device))
                />
            }
        })
    };
    view! { {list} }
}
