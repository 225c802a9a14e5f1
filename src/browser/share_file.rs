//! A sealed message as a file: out by the share sheet or as a download, in from a picker or a drop.

use std::cell::RefCell;

use js_sys::{Array, Promise, Uint8Array};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, Url};

use crate::browser::js;
use crate::browser::share_text::is_abort;

/// At most so many bytes are read from a file: 4 MiB sealed take a little over twice that as text.
pub const MAX_FILE_BYTES: u32 = 9 * 1024 * 1024;

const ENDING: &str = ".askelma";
const TEXT_ENDING: &str = ".askelma.txt";
const BYTES_TYPE: &str = "application/octet-stream";
const TEXT_TYPE: &str = "text/plain";
/// How long a download's address is kept: it must outlive the click, and a question to the person.
const REVOKE_AFTER_MS: i32 = 60_000;

thread_local! {
    /// Addresses of downloads that are still kept.
    static KEPT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What a file is offered with.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// Name without ending. It is seen by everyone on the way, so nothing about the person.
    pub name: &'a str,
    /// The sealed bytes.
    pub bytes: &'a [u8],
    /// The same as text, for a share sheet that refuses the file's type.
    pub text: &'a str,
}

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// Handed to an app that the person chose.
    Shared,
    /// Downloaded: it lies in the downloads folder.
    Downloaded,
    /// The person closed the share sheet. Nothing went out.
    Cancelled,
}

/// Why a file did not go out or come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileError {
    /// Larger than [`MAX_FILE_BYTES`]; it was not read.
    #[error("the file is too large")]
    TooLarge,
    /// The browser could not read it.
    #[error("the file cannot be read")]
    Unreadable,
    /// The browser lets no file out.
    #[error("the file cannot be saved")]
    NotSaved,
}

/// Hands the file to the share sheet where there is one that takes it, as text if it refuses the
/// type; otherwise downloads it. Must be called from a tap.
///
/// # Errors
/// [`FileError::NotSaved`].
pub async fn offer(offer: Offer<'_>) -> Result<Offered, FileError> {
    let as_bytes = file(offer.bytes, &format!("{}{ENDING}", offer.name), BYTES_TYPE);
    let as_text = file(offer.text.as_bytes(), &format!("{}{TEXT_ENDING}", offer.name), TEXT_TYPE);
    let accepted =
        [as_bytes, as_text].into_iter().flatten().map(|file| share_data(&file)).find(accepts);
    if let Some(data) = accepted {
        match share(&data).await {
            Shared::Done => return Ok(Offered::Shared),
            Shared::Cancelled => return Ok(Offered::Cancelled),
            // Some browsers say yes first and refuse the type only now.
            Shared::Refused => {}
        }
    }
    download(offer.name, offer.bytes).map(|()| Offered::Downloaded)
}

/// Saves the file in the downloads folder.
///
/// # Errors
/// [`FileError::NotSaved`].
pub fn download(name: &str, bytes: &[u8]) -> Result<(), FileError> {
    download_as(&format!("{name}{ENDING}"), BYTES_TYPE, bytes)
}

/// Saves any file under its full name, for exports and backups.
///
/// # Errors
/// [`FileError::NotSaved`].
pub fn download_as(full_name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    click_on(full_name, mime, bytes).ok_or(FileError::NotSaved)
}

/// Reads a file that was picked or dropped. Its size is looked at before its bytes.
///
/// # Errors
/// [`FileError::TooLarge`], [`FileError::Unreadable`].
pub async fn read(file: &File) -> Result<Vec<u8>, FileError> {
    read_up_to(file, MAX_FILE_BYTES).await
}

/// The same with another limit in bytes, for backups.
///
/// # Errors
/// [`FileError::TooLarge`], [`FileError::Unreadable`].
pub async fn read_up_to(file: &File, max_bytes: u32) -> Result<Vec<u8>, FileError> {
    if file.size() > f64::from(max_bytes) {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Lets go of every file that was saved: a page that is left may live on in the browser's memory.
pub fn let_go() {
    for url in KEPT.take() {
        let _ = Url::revoke_object_url(&url);
    }
}

fn click_on(full_name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(full_name);
    // Firefox follows only links that are part of the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    KEPT.with_borrow_mut(|kept| kept.push(url.clone()));
    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
        KEPT.with_borrow_mut(|kept| kept.retain(|other| *other != url));
    });
    let revoke = revoke.unchecked_ref();
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke, REVOKE_AFTER_MS)
        .ok()
        .map(drop)
}

fn file(bytes: &[u8], full_name: &str, mime: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    File::new_with_u8_array_sequence_and_options(&parts, full_name, &options).ok()
}

fn share_data(file: &File) -> JsValue {
    js::object(&[("files", Array::of1(file).into())]).into()
}

fn of_navigator(name: &str, data: &JsValue) -> Option<JsValue> {
    js::call_with(&web_sys::window()?.navigator(), name, data)
}

fn accepts(data: &JsValue) -> bool {
    of_navigator("canShare", data).is_some_and(|answer| answer.is_truthy())
}

enum Shared {
    Done,
    Cancelled,
    Refused,
}

async fn share(data: &JsValue) -> Shared {
    let started = of_navigator("share", data);
    let Some(promise) = started.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return Shared::Refused;
    };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Done,
        Err(problem) if is_abort(&problem) => Shared::Cancelled,
        Err(_) => Shared::Refused,
    }
}
