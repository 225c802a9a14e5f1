//! The camera: its picture, live progress, the choice of cameras, the light.

use std::rc::Rc;

use askelma_exchange::ExchangeError;
use askelma_exchange::ur;
use gloo_timers::future::TimeoutFuture;
use leptos::html;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::background::{Background, BackgroundError};
use crate::browser::camera::{self, Camera, CameraChoice, CameraError, Torch};
use crate::browser::device;
use crate::browser::wake_lock::WakeLock;
use crate::pages::background::{background, why_not};
use crate::text::receive as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, Notice, Progress, SelectField, VideoStage};

type Open = StoredValue<Option<Rc<Camera>>, LocalStorage>;

/// How long after a camera was taken away it is asked for again, in milliseconds.
const ASK_AGAIN_MS: u32 = 1_000;

/// Scans until the message is whole, and hands over its sealed bytes.
#[component]
pub fn Scan(on_whole: Callback<Vec<u8>>, on_stop: Callback<String>) -> impl IntoView {
    let scan = Scanning {
        background: background(),
        open: StoredValue::new_local(None),
        turn: StoredValue::new(0),
        begun: StoredValue::new(false),
        attempt: StoredValue::new(0),
        cameras: RwSignal::new(Vec::new()),
        torch: RwSignal::new(None),
        progress: RwSignal::new(ur::Progress::default()),
        problem: RwSignal::new(None),
        on_whole,
    };
    // A screen that rests takes the camera away.
    let _awake = StoredValue::new_local(WakeLock::keep_awake());
    let video = NodeRef::<html::Video>::new();
    let chosen = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let Some(element) = video.get() else { return };
        let device = chosen.get();
        let turn = scan.next_turn();
        spawn_local(async move {
            // Some devices open only one camera at a time.
            scan.open.try_set_value(None);
            if let Err(sentence) = scan.look(turn, &element, device).await
                && scan.goes_on(turn)
            {
                on_stop.try_run(sentence.to_owned());
            }
        });
    });
    let counted = Signal::derive(move || {
        let ur::Progress { seen, needed } = scan.progress.get();
        if needed == 0 {
            t::waiting().to_owned()
        } else {
            t::progress_of(&seen.to_string(), &needed.to_string())
        }
    });
    view! {
        <VideoStage video label=t::camera_label() />
        <p class="quiet">{t::pointing_hint()}</p>
        <Progress
            label=t::progress()
            value=Signal::derive(move || small(scan.progress.get().seen))
            max=Signal::derive(move || small(scan.progress.get().needed))
            text=counted
        />
        <Notice text=scan.problem />
        {lamp(scan.open, scan.torch)}
        {choice(scan.cameras, chosen)}
        <Button label=t::again() kind=Kind::Text on_press=move |()| scan.start_again() />
    }
}

/// A scan while it goes on. All of it is gone when the page is left.
#[derive(Debug, Clone, Copy)]
struct Scanning {
    background: Background,
    open: Open,
    /// Another number for each camera that was chosen, and one more at the end.
    turn: StoredValue<u32>,
    /// Whether the worker forgot what was scanned before this page.
    begun: StoredValue<bool>,
    /// Another number for each "Start again".
    attempt: StoredValue<u32>,
    cameras: RwSignal<Vec<CameraChoice>>,
    torch: RwSignal<Option<Torch>>,
    progress: RwSignal<ur::Progress>,
    problem: RwSignal<Option<String>>,
    on_whole: Callback<Vec<u8>>,
}

impl Scanning {
    fn next_turn(self) -> u32 {
        self.turn.try_update_value(|turn| *turn += 1);
        self.turn.try_get_value().unwrap_or_default()
    }

    /// Whether this turn's camera is still looked through.
    fn goes_on(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn say(self, sentence: Option<&'static str>) {
        let new = self
            .problem
            .try_with_untracked(|shown_sentence| shown_sentence.as_deref() != sentence)
            .unwrap_or_default();
        if new {
            self.problem.try_set(sentence.map(str::to_owned));
        }
    }

    fn start_again(self) {
        self.attempt.try_update_value(|attempt| *attempt += 1);
        self.say(None);
        self.progress.try_set(ur::Progress::default());
        spawn_local(async move {
            // A worker that broke says so with the next frame.
            let _ = self.background.begin_scan().await;
        });
    }

    /// Opens the camera and reads frame after frame. The camera is taken away when the screen
    /// rests or another app needs it: it is opened again as soon as that can be, and what was read
    /// before stays. Ends when the message is whole, another camera was chosen or the page is left.
    async fn look(
        self,
        turn: u32,
        video: &web_sys::HtmlVideoElement,
        device: Option<String>,
    ) -> Result<(), &'static str> {
        let mut opened = false;
        while self.goes_on(turn) {
            match Camera::open(video, device.as_deref()).await {
                // Left meanwhile: the camera is dropped and so released.
                Ok(camera) if self.goes_on(turn) => {
                    opened = true;
                    self.read_frames(turn, camera).await?;
                }
                Ok(_) => {}
                Err(CameraError::Busy) if opened => self.say(Some(t::taken())),
                Err(CameraError::Missing) if opened => self.say(Some(t::missing())),
                Err(error) => return Err(no_picture(error)),
            }
            if device::is_visible() {
                TimeoutFuture::new(ASK_AGAIN_MS).await;
            } else {
                device::visible().await;
            }
        }
        Ok(())
    }

    /// Reads frame after frame until the camera stops.
    async fn read_frames(self, turn: u32, camera: Camera) -> Result<(), &'static str> {
        if self.begun.try_get_value() == Some(false) {
            self.background.begin_scan().await.map_err(why_not)?;
            self.begun.try_set_value(true);
        }
        self.say(None);
        self.torch.try_set(camera.has_torch().then_some(Torch::Off));
        let frames = camera.frames(move |frame| self.read(turn, frame));
        self.open.try_set_value(Some(Rc::new(camera)));
        self.cameras.try_set(camera::list().await);
        frames.await;
        if self.goes_on(turn) {
            self.say(Some(t::paused()));
        }
        Ok(())
    }

    async fn read(self, turn: u32, frame: JsValue) {
        if !self.goes_on(turn) {
            return;
        }
        let attempt = self.attempt.try_get_value();
        let result = self.background.scan(frame).await;
        // "Start again" was pressed meanwhile: this says how it stood before.
        if !self.goes_on(turn) || self.attempt.try_get_value() != attempt {
            return;
        }
        match result {
            Ok(progress) => {
                let shown_progress = self.progress.try_get_untracked();
                if shown_progress.is_some_and(|shown_progress| shown_progress != progress) {
                    self.progress.try_set(progress);
                    if progress.needed > 0 {
                        self.say(None);
                    }
                }
                if progress.complete() {
                    self.hand_over(turn).await;
                }
            }
            Err(error) => self.say_why(error),
        }
    }

    async fn hand_over(self, turn: u32) {
        match self.background.scanned().await {
            Ok(sealed) if self.goes_on(turn) => {
                self.next_turn();
                self.open.try_set_value(None);
                self.on_whole.try_run(sealed);
            }
            Ok(_) => {}
            Err(error) => self.say_why(error),
        }
    }

    /// Bad codes are said and the scan goes on; a frame that is merely blurred says nothing.
    fn say_why(self, error: BackgroundError) {
        self.say(Some(match error {
            BackgroundError::Frame => return,
            BackgroundError::Exchange(ExchangeError::Damaged) => t::part_damaged(),
            other => why_not(other),
        }));
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
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
