//! A camera frame as a grey picture.
//!
//! `VideoFrame` stands behind an unstable flag in web-sys, hence the small block here. Most
//! cameras give planes of which the first is already the grey picture; other frames are drawn on
//! a canvas.

use std::cell::RefCell;

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use crate::background::protocol::Trouble;

/// One byte a pixel, row by row.
#[derive(Debug)]
pub struct Picture {
    /// Lightness, 0 to 255.
    pub luma: Vec<u8>,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Wider or higher frames are not looked at: no camera is asked for so many pixels.
const MOST_SIDE: u32 = 4096;

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
/// [`Trouble::Frame`] when the browser does not let it be read.
pub async fn of(frame: &JsValue) -> Result<Picture, Trouble> {
    let picture = match frame.dyn_ref::<VideoFrame>() {
        Some(video) => match of_planes(video).await {
            Some(picture) => Some(picture),
            None => drawn(frame, "displayWidth", "displayHeight"),
        },
        None => drawn(frame, "width", "height"),
    };
    close(frame);
    picture.ok_or(Trouble::Frame)
}

/// Frames hold camera buffers: unless they are closed the camera stands still.
fn close(frame: &JsValue) {
    let close = Reflect::get(frame, &"close".into());
    if let Some(close) = close.ok().and_then(|close| close.dyn_into::<js_sys::Function>().ok()) {
        // A frame that is already closed needs nothing more.
        let _ = close.call0(frame);
    }
}

/// The first plane, where it is the lightness.
async fn of_planes(frame: &VideoFrame) -> Option<Picture> {
    if !matches!(frame.format()?.as_str(), "I420" | "I420A" | "I422" | "I444" | "NV12") {
        return None;
    }
    let rect = frame.visible_rect();
    let (width, height) = (size(&rect, "width")?, size(&rect, "height")?);
    let bytes = Uint8Array::new_with_length(frame.allocation_size().ok()?);
    let layout = JsFuture::from(frame.copy_to(&bytes).ok()?).await.ok()?;
    let plane = layout.dyn_into::<Array>().ok()?.get(0);
    let (offset, stride) = (number(&plane, "offset")?, number(&plane, "stride")?);
    let end = offset.checked_add(stride.checked_mul(height)?)?;
    if stride < width || end > bytes.length() {
        return None;
    }
    let rows = bytes.subarray(offset, end).to_vec();
    let (stride, width_bytes) = (usize::try_from(stride).ok()?, usize::try_from(width).ok()?);
    let luma = if stride == width_bytes {
        rows
    } else {
        rows.chunks_exact(stride).flat_map(|row| &row[..width_bytes]).copied().collect()
    };
    Some(Picture { luma, width, height })
}

/// Drawn on a canvas and read back, for frames of any other kind.
fn drawn(frame: &JsValue, width: &str, height: &str) -> Option<Picture> {
    let (width, height) = (size(frame, width)?, size(frame, height)?);
    let context = context(width, height)?;
    context.unchecked_ref::<AnyContext>().draw_any(frame, 0.0, 0.0).ok()?;
    let pixels = context.get_image_data(0.0, 0.0, width.into(), height.into()).ok()?.data().0;
    let luma = pixels.chunks_exact(4).map(grey).collect();
    Some(Picture { luma, width, height })
}

fn context(width: u32, height: u32) -> Option<OffscreenCanvasRenderingContext2d> {
    let canvas = CANVAS.with_borrow_mut(|kept| {
        if kept.is_none() {
            *kept = OffscreenCanvas::new(width, height).ok();
        }
        kept.clone()
    })?;
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let options = js_sys::Object::new();
    Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
    canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()
}

/// Lightness by ITU-R BT.601, in 256ths.
fn grey(pixel: &[u8]) -> u8 {
    let part = |index: usize, share: u32| u32::from(pixel[index]) * share;
    u8::try_from((part(0, 77) + part(1, 150) + part(2, 29)) >> 8).unwrap_or(u8::MAX)
}

fn size(of: &JsValue, name: &str) -> Option<u32> {
    number(of, name).filter(|size| (1..=MOST_SIDE).contains(size))
}

fn number(of: &JsValue, name: &str) -> Option<u32> {
    let number = Reflect::get(of, &name.into()).ok()?.as_f64()?;
    // Sizes and offsets are small whole numbers; anything else becomes 0 or the largest.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u32)
}
