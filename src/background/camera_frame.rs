//! A camera frame as a grey picture.
//!
//! `VideoFrame` stands behind an unstable flag in web-sys, hence the small block here. Most
//! cameras give planes of which the first is already the grey picture; other frames are drawn on
//! a canvas.

use std::cell::RefCell;

use askelma_exchange::qr::Luma;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use crate::background::protocol::BackgroundError;
use crate::browser::js;

/// Frames with a longer side are not looked at: no camera is asked for so many pixels.
const MAX_SIDE: u32 = 4096;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = VideoFrame)]
    type VideoFrame;

    #[wasm_bindgen(method, getter)]
    fn format(this: &VideoFrame) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = visibleRect)]
    fn visible_rect(this: &VideoFrame) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = allocationSize)]
    fn allocation_size(this: &VideoFrame) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch, js_name = copyTo)]
    fn copy_to(this: &VideoFrame, target: &Uint8Array) -> Result<Promise, JsValue>;

    /// A canvas context that draws a `VideoFrame` as well, which web-sys does not know of.
    type AnyContext;

    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw_any(this: &AnyContext, image: &JsValue, x: f64, y: f64) -> Result<(), JsValue>;
}

thread_local! {
    /// Kept from frame to frame: making one takes longer than drawing on it.
    static CANVAS: RefCell<Option<OffscreenCanvas>> = const { RefCell::new(None) };
}

/// The grey picture of a `VideoFrame` or an `ImageBitmap`, which is closed afterwards.
///
/// # Errors
/// [`BackgroundError::Frame`] when the browser does not let it be read.
pub async fn luma(frame: &JsValue) -> Result<Luma, BackgroundError> {
    let luma = match frame.dyn_ref::<VideoFrame>() {
        Some(video) => match of_planes(video).await {
            Some(luma) => Some(luma),
            None => by_canvas(frame, "displayWidth", "displayHeight"),
        },
        None => by_canvas(frame, "width", "height"),
    };
    // Frames hold camera buffers: unless they are closed the camera stands still. One that is
    // closed already needs nothing more.
    js::call(frame, "close");
    luma.ok_or(BackgroundError::Frame)
}

/// The first plane, where it is the lightness.
async fn of_planes(frame: &VideoFrame) -> Option<Luma> {
    if !matches!(frame.format()?.as_str(), "I420" | "I420A" | "I422" | "I444" | "NV12") {
        return None;
    }
    let rect = frame.visible_rect();
    let (width, height) = (size(&rect, "width")?, size(&rect, "height")?);
    let bytes = Uint8Array::new_with_length(frame.allocation_size().ok()?);
    let layout = JsFuture::from(frame.copy_to(&bytes).ok()?).await.ok()?;
    let plane = layout.dyn_into::<Array>().ok()?.get(0);
    let (offset, stride) = (js::number(&plane, "offset")?, js::number(&plane, "stride")?);
    let end = offset.checked_add(stride.checked_mul(height)?)?;
    if stride < width || end > bytes.length() {
        return None;
    }
    let rows = bytes.subarray(offset, end).to_vec();
    let (stride, width_bytes) = (usize::try_from(stride).ok()?, usize::try_from(width).ok()?);
    let pixels = if stride == width_bytes {
        rows
    } else {
        rows.chunks_exact(stride).flat_map(|row| &row[..width_bytes]).copied().collect()
    };
    Some(Luma { pixels, width, height })
}

/// Drawn on a canvas and read back, for frames of any other kind.
fn by_canvas(frame: &JsValue, width: &str, height: &str) -> Option<Luma> {
    let (width, height) = (size(frame, width)?, size(frame, height)?);
    let context = context(width, height)?;
    context.unchecked_ref::<AnyContext>().draw_any(frame, 0.0, 0.0).ok()?;
    let colours = context.get_image_data(0.0, 0.0, width.into(), height.into()).ok()?.data().0;
    let pixels = colours.chunks_exact(4).map(grey).collect();
    Some(Luma { pixels, width, height })
}

fn context(width: u32, height: u32) -> Option<OffscreenCanvasRenderingContext2d> {
    let canvas = CANVAS.with_borrow_mut(|kept_canvas| {
        if kept_canvas.is_none() {
            *kept_canvas = OffscreenCanvas::new(width, height).ok();
        }
        kept_canvas.clone()
    })?;
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let options = js::object(&[("willReadFrequently", JsValue::TRUE)]);
    canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()
}

/// Lightness by ITU-R BT.601, in 256ths.
fn grey(pixel: &[u8]) -> u8 {
    let part = |index: usize, share: u32| u32::from(pixel[index]) * share;
    u8::try_from((part(0, 77) + part(1, 150) + part(2, 29)) >> 8).unwrap_or(u8::MAX)
}

fn size(object: &JsValue, name: &str) -> Option<u32> {
    js::number(object, name).filter(|size| (1..=MAX_SIDE).contains(size))
}
