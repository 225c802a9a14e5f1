//! The camera: opened for scanning, released as soon as it is not looked through.
//!
//! `VideoFrame`, `requestVideoFrameCallback` and the torch are missing from web-sys or stand
//! behind an unstable flag there, hence [`js`] and a small block of our own.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlVideoElement, MediaDeviceInfo, MediaDeviceKind, MediaDevices, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use crate::browser::{device, js};

/// The picture that is asked for, in pixels: codes of version 11 are read well in it.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CameraError {
    /// The person or the device's rules said no.
    #[error("not allowed to use the camera")]
    Denied,
    /// There is no camera, or not this one any more.
    #[error("no camera")]
    Missing,
    /// Another app is using it.
    #[error("the camera is in use")]
    Busy,
    /// This browser gives no camera to this page.
    #[error("no camera in this browser")]
    NotSupported,
}

/// One of the device's cameras.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraChoice {
    /// Names it for [`Camera::open`]; it may change between visits.
    pub device_id: String,
    /// Its name; empty until a camera was allowed once.
    pub label: String,
}

/// The lamp beside the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Torch {
    /// Lit.
    On,
    /// Dark.
    Off,
}

/// The device's cameras; empty where they cannot be listed.
pub async fn list() -> Vec<CameraChoice> {
    let Ok(promise) = devices().and_then(|devices| devices.enumerate_devices().map_err(named))
    else {
        return Vec::new();
    };
    let device_list =
        JsFuture::from(promise).await.map(|list| Array::from(&list)).unwrap_or_default();
    let cameras = device_list
        .iter()
        .filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok())
        .filter(|device| device.kind() == MediaDeviceKind::Videoinput);
    cameras
        .map(|device| CameraChoice { device_id: device.device_id(), label: device.label() })
        .collect()
}

/// How long a camera may give black pictures, in milliseconds, before it counts as taken away.
const LONGEST_MUTED_MS: u32 = 1_000;

/// An open camera. It stops when it is dropped, when the page is hidden and when the device takes
/// it away: gives it to another app, or lets the screen rest. Another can be opened then.
#[derive(Debug)]
pub struct Camera {
    view: Rc<View>,
    _listeners: Vec<EventListener>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.view.stop();
    }
}

impl Camera {
    /// Opens a camera (with `None` the rear one where there is one) and shows it in the element.
    /// To switch, drop this one first: some devices open only one at a time.
    ///
    /// # Errors
    /// [`CameraError`].
    pub async fn open(
        video: &HtmlVideoElement,
        device_id: Option<&str>,
    ) -> Result<Self, CameraError> {
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&video_constraints(device_id));
        let promise = devices()?.get_user_media_with_constraints(&constraints).map_err(named)?;
        let stream = JsFuture::from(promise).await.map_err(named)?;
        let stream: MediaStream = stream.dyn_into().map_err(|_| CameraError::NotSupported)?;
        let track = stream.get_video_tracks().get(0);
        let view = Rc::new(View {
            video: video.clone(),
            stream,
            running: Cell::new(true),
            on_stop: RefCell::default(),
        });
        // From here on leaving early releases the camera.
        let camera = Self { _listeners: listeners(&view, &track), view };
        video.set_muted(true);
        // Without this an iPhone opens the picture full screen.
        let _ = video.set_attribute("playsinline", "");
        video.set_src_object(Some(&camera.view.stream));
        if let Ok(playing) = video.play() {
            // It plays as soon as it can; the frame loop waits for the first frame anyway.
            let _ = JsFuture::from(playing).await;
        }
        Ok(camera)
    }

    /// Hands frame after frame (a `VideoFrame`, or an `ImageBitmap` where there is none) to
    /// `on_frame`, never a second one before the first is done with. The future ends when the
    /// camera stops; it does not keep the camera open.
    pub fn frames<OnFrame, Handled>(
        &self,
        mut on_frame: OnFrame,
    ) -> impl Future<Output = ()> + 'static + use<OnFrame, Handled>
    where
        OnFrame: FnMut(JsValue) -> Handled + 'static,
        Handled: Future<Output = ()> + 'static,
    {
        let view = Rc::clone(&self.view);
        async move {
            loop {
                view.next_frame().await;
                if !view.running.get() {
                    break;
                }
                if let Some(frame) = capture(&view.video).await {
                    on_frame(frame.clone()).await;
                    // A frame that did not go over to the worker would hold the camera's buffer.
                    js::call(&frame, "close");
                }
            }
        }
    }

    /// Whether it has a lamp that can be lit.
    pub fn has_torch(&self) -> bool {
        self.view.track().and_then(|track| torch_of(&track)).unwrap_or(false)
    }

    /// Lights or darkens the lamp.
    ///
    /// # Errors
    /// [`CameraError::NotSupported`] without a lamp or when the device refuses.
    pub async fn set_torch(&self, torch: Torch) -> Result<(), CameraError> {
        let track = self.view.track().ok_or(CameraError::NotSupported)?;
        let torch_constraint = js::object(&[("torch", (torch == Torch::On).into())]);
        let constraints = js::object(&[("advanced", Array::of1(&torch_constraint).into())]);
        let promise = ask_track(&track, "applyConstraints", &Array::of1(&constraints))
            .and_then(|promise| promise.dyn_into::<Promise>().ok())
            .ok_or(CameraError::NotSupported)?;
        JsFuture::from(promise).await.map(drop).map_err(|_| CameraError::NotSupported)
    }
}

/// What camera and frame loop share.
#[derive(Debug)]
struct View {
    video: HtmlVideoElement,
    stream: MediaStream,
    running: Cell<bool>,
    /// Wakes the frame loop: a stopped camera gives no next frame to wait for.
    on_stop: RefCell<Option<Function>>,
}

impl View {
    fn track(&self) -> Option<MediaStreamTrack> {
        self.stream.get_video_tracks().get(0).dyn_into().ok()
    }

    fn stop(&self) {
        if !self.running.replace(false) {
            return;
        }
        for track in self.stream.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
        // Another camera may be shown in the element by now.
        if self.video.src_object().as_ref() == Some(&self.stream) {
            self.video.set_src_object(None);
        }
        if let Some(wake) = self.on_stop.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Waits for the next frame, or for the stop.
    async fn next_frame(&self) {
        if !self.running.get() {
            return;
        }
        let frame_or_stop = Promise::new(&mut |resolve, _| {
            self.request_frame(&resolve);
            *self.on_stop.borrow_mut() = Some(resolve);
        });
        let _ = JsFuture::from(frame_or_stop).await;
    }

    fn request_frame(&self, call: &Function) {
        match js::function(&self.video, "requestVideoFrameCallback") {
            Some(request) => {
                let _ = request.call1(&self.video, call);
            }
            None => {
                if let Some(window) = web_sys::window() {
                    let _ = window.request_animation_frame(call);
                }
            }
        }
    }
}

fn on_event(call: impl Fn() + 'static) -> impl FnMut(&web_sys::Event) {
    move |_| call()
}

fn listeners(view: &Rc<View>, track: &JsValue) -> Vec<EventListener> {
    let stop_view = || {
        let view = Rc::downgrade(view);
        move || {
            if let Some(view) = view.upgrade() {
                view.stop();
            }
        }
    };
    let mut listeners = Vec::new();
    if let Some(track) = track.dyn_ref::<MediaStreamTrack>() {
        listeners.push(EventListener::new(track, "ended", on_event(stop_view())));
        let (stop, watched_track) = (stop_view(), track.clone());
        listeners.push(EventListener::new(track, "mute", move |_| {
            let (stop, track) = (stop.clone(), watched_track.clone());
            Timeout::new(LONGEST_MUTED_MS, move || {
                if track.muted() {
                    stop();
                }
            })
            .forget();
        }));
    }
    if let Some(window) = web_sys::window() {
        listeners.push(EventListener::new(&window, "pagehide", on_event(stop_view())));
        if let Some(document) = window.document() {
            let stop = stop_view();
            listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
                if !device::is_visible() {
                    stop();
                }
            }));
        }
    }
    listeners
}

fn devices() -> Result<MediaDevices, CameraError> {
    let window = web_sys::window().ok_or(CameraError::NotSupported)?;
    let devices = window.navigator().media_devices().map_err(|_| CameraError::NotSupported)?;
    // Missing on pages that did not come over a secure connection.
    if devices.is_undefined() { Err(CameraError::NotSupported) } else { Ok(devices) }
}

fn video_constraints(device_id: Option<&str>) -> JsValue {
    let ideal = |value: JsValue| JsValue::from(js::object(&[("ideal", value)]));
    let device = match device_id {
        Some(id) => ("deviceId", js::object(&[("exact", id.into())]).into()),
        None => ("facingMode", ideal("environment".into())),
    };
    js::object(&[device, ("width", ideal(WIDTH.into())), ("height", ideal(HEIGHT.into()))]).into()
}

fn torch_of(track: &MediaStreamTrack) -> Option<bool> {
    let capabilities = ask_track(track, "getCapabilities", &Array::new())?;
    js::get(&capabilities, "torch")?.as_bool()
}

/// Calls a method that not every browser's tracks have.
fn ask_track(track: &MediaStreamTrack, method: &str, arguments: &Array) -> Option<JsValue> {
    js::function(track, method)?.apply(track, arguments).ok()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = VideoFrame)]
    type VideoFrame;

    #[wasm_bindgen(constructor, catch, js_class = "VideoFrame")]
    fn new(video: &HtmlVideoElement) -> Result<VideoFrame, JsValue>;

    #[wasm_bindgen(catch, js_name = createImageBitmap)]
    fn create_image_bitmap(video: &HtmlVideoElement) -> Result<Promise, JsValue>;
}

/// The frame now shown; nothing while there is none.
async fn capture(video: &HtmlVideoElement) -> Option<JsValue> {
    // HAVE_CURRENT_DATA
    if video.ready_state() < 2 {
        return None;
    }
    if let Ok(frame) = VideoFrame::new(video) {
        return Some(frame.into());
    }
    JsFuture::from(create_image_bitmap(video).ok()?).await.ok()
}

/// The error by the name that the standard gives it, or that browsers gave it before.
fn named(error: JsValue) -> CameraError {
    match js::text(&error, "name").as_deref() {
        Some("NotAllowedError" | "SecurityError" | "PermissionDeniedError") => CameraError::Denied,
        Some("NotFoundError" | "OverconstrainedError" | "DevicesNotFoundError") => {
            CameraError::Missing
        }
        Some("NotReadableError" | "AbortError" | "TrackStartError") => CameraError::Busy,
        _ => CameraError::NotSupported,
    }
}
