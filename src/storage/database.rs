//! One `IndexedDB` database a diary, opened when it is needed and again when the connection was
//! lost, and written with strict durability.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction};
use js_sys::{Array, Object};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{DomException, IdbDatabase, IdbTransaction};

use crate::browser::js;

/// Months and what has no date: key → shard bytes.
pub const SHARDS: &str = "shards";
/// Shards that could not be read: key → what was found there.
pub const ASIDE: &str = "aside";
/// Keys of people and devices.
pub const KEYS: &str = "keys";
/// The epoch, which rises when everything is deleted.
pub const META: &str = "meta";
/// The database's own version. It stays: what changes in the bytes is told by each shard's schema,
/// so that an app of before can still read what it knows.
const VERSION: u32 = 1;

/// Why something could not be read or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser gives no storage here (private window, blocked, out of order).
    #[error("the browser gives no storage")]
    Unavailable,
    /// The device is full.
    #[error("the device is full")]
    Full,
    /// A newer app has written here: this one only reads.
    #[error("written by a newer app")]
    Newer,
    /// Everything was deleted meanwhile, in another tab or by whoever cleared the browser's data.
    #[error("everything was deleted")]
    Erased,
    /// The database is gone, and nobody asked for that: Chromium drops one that it can open no more
    /// on a full disk.
    #[error("the browser has lost the database")]
    Lost,
    /// The write was given up by the browser; nothing of it is kept.
    #[error("the write did not go through")]
    NotKept,
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let full = match error {
            idb::Error::AddFailed(thrown)
            | idb::Error::UpdateFailed(thrown)
            | idb::Error::TransactionCommitError(thrown)
            | idb::Error::TransactionOpenFailed(thrown) => is_quota(&thrown),
            idb::Error::DomException(thrown) => is_quota(&thrown),
            _ => false,
        };
        if full { Self::Full } else { Self::NotKept }
    }
}

fn is_quota(thrown: &JsValue) -> bool {
    js::text(thrown, "name").as_deref() == Some("QuotaExceededError")
}

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the options that `web-sys` does not know.
    #[wasm_bindgen(extends = IdbDatabase)]
    #[derive(Debug)]
    type WithOptions;

    #[wasm_bindgen(method, structural, catch, js_name = transaction)]
    fn transaction_with(
        this: &WithOptions,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A database of that name. It is opened by the first transaction.
#[derive(Debug)]
pub struct Database {
    name: String,
    /// The connection; none before the first use, and once it was lost or given up.
    connection: Rc<RefCell<Option<IdbDatabase>>>,
    was_open: Cell<bool>,
    is_closed: Cell<bool>,
    is_newer: Cell<bool>,
    is_lost: Cell<bool>,
}

impl Database {
    /// A database that is not opened yet.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            connection: Rc::default(),
            was_open: Cell::new(false),
            is_closed: Cell::new(false),
            is_newer: Cell::new(false),
            is_lost: Cell::new(false),
        }
    }

    /// After it was lost: what stands there now is taken for this database.
    pub fn accept_another(&self) {
        self.is_lost.set(false);
        self.was_open.set(false);
    }

    /// Deletes the whole database, leaving no trace.
    pub async fn delete(name: &str) -> Result<(), StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Unavailable)?;
        factory.delete(name)?.await?;
        Ok(())
    }

    /// Whether a newer app has raised the database's version: it is read and not written.
    pub fn is_newer(&self) -> bool {
        self.is_newer.get()
    }

    /// A transaction over these stores that only reads.
    pub async fn reading(&self, stores: &[&str]) -> Result<Transaction, StorageError> {
        self.transaction(stores, "readonly").await.map(Transaction::from)
    }

    /// A transaction whose completion means that the bytes are on the disk.
    pub async fn writing(&self, stores: &[&str]) -> Result<Writing, StorageError> {
        let raw = self.transaction(stores, "readwrite").await?;
        let transaction = Some(Transaction::from(raw.clone()));
        Ok(Writing { raw, transaction })
    }

    /// Opens a transaction; where the connection turns out to be lost, once more over a new one.
    async fn transaction(
        &self,
        stores: &[&str],
        mode: &str,
    ) -> Result<IdbTransaction, StorageError> {
        let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let options = js::object(&[("durability", "strict".into())]);
        let mut is_second = false;
        loop {
            let connection = self.connection().await?;
            let with_options = connection.unchecked_ref::<WithOptions>();
            match with_options.transaction_with(&names, mode, &options) {
                Ok(transaction) => return Ok(transaction),
                Err(_) if is_second => return Err(StorageError::NotKept),
                Err(_) => self.forget_connection(),
            }
            is_second = true;
        }
    }

    async fn connection(&self) -> Result<IdbDatabase, StorageError> {
        if self.is_closed.get() {
            return Err(StorageError::Unavailable);
        }
        if let Some(connection) = self.connection.borrow().clone() {
            return Ok(connection);
        }
        let (connection, is_new) = match open(&self.name, Some(VERSION)).await {
            Ok(opened) => opened,
            Err(OpenError::NewerVersion) => {
                self.is_newer.set(true);
                open(&self.name, None).await.map_err(|_| StorageError::Newer)?
            }
            Err(OpenError::Other(error)) => return Err(error),
        };
        if self.is_closed.get() {
            connection.close();
            return Err(StorageError::Unavailable);
        }
        // It was there before and is empty now. Nothing is written into an empty one unasked.
        if is_new && self.was_open.get() {
            self.is_lost.set(true);
        }
        if self.is_lost.get() {
            connection.close();
            return Err(StorageError::Lost);
        }
        self.was_open.set(true);
        self.give_way(&connection);
        *self.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }

    /// Closes the connection when another tab wants to delete the database, or it would wait for
    /// ever; forgets it when the browser has closed it.
    fn give_way(&self, connection: &IdbDatabase) {
        let (place, to_close) = (Rc::clone(&self.connection), connection.clone());
        let on_gone = Closure::<dyn Fn()>::new(move || {
            to_close.close();
            let stands = place.borrow().as_ref() == Some(&to_close);
            if stands {
                place.borrow_mut().take();
            }
        });
        connection.set_onversionchange(Some(on_gone.as_ref().unchecked_ref()));
        connection.set_onclose(Some(on_gone.as_ref().unchecked_ref()));
        on_gone.forget();
    }

    /// Lets a connection go that may be lost: the next transaction opens a new one.
    pub fn forget_connection(&self) {
        if let Some(connection) = self.connection.borrow_mut().take() {
            connection.close();
        }
    }

    /// Closes it for good.
    pub fn close(&self) {
        self.is_closed.set(true);
        self.forget_connection();
    }
}

enum OpenError {
    NewerVersion,
    Other(StorageError),
}

const DENIED: OpenError = OpenError::Other(StorageError::Unavailable);

/// A connection, and whether the database was made for it.
async fn open(name: &str, version: Option<u32>) -> Result<(IdbDatabase, bool), OpenError> {
    let factory = Factory::new().map_err(|_| DENIED)?;
    let mut request = factory.open(name, version).map_err(|_| DENIED)?;
    let is_new = Rc::new(Cell::new(false));
    let was_made = Rc::clone(&is_new);
    request.on_upgrade_needed(move |event| {
        was_made.set(true);
        let Ok(database) = event.database() else { return };
        for store in [SHARDS, ASIDE, KEYS, META] {
            // A store that cannot be made shows in the next transaction, as an error there.
            let _ = database.create_object_store(store, ObjectStoreParams::new());
        }
    });
    match request.await {
        Ok(database) => Ok((database.into(), is_new.get())),
        Err(error) => Err(why_not_opened(&error)),
    }
}

/// Denied for good is told from what may go over: there, it is not known what lies on the disk.
fn why_not_opened(error: &idb::Error) -> OpenError {
    let name = match error {
        idb::Error::DomException(thrown) if finds_no_room(thrown) => {
            return OpenError::Other(StorageError::Full);
        }
        idb::Error::DomException(thrown) => thrown.name(),
        _ => String::new(),
    };
    match name.as_str() {
        "VersionError" => OpenError::NewerVersion,
        "UnknownError" | "AbortError" | "TimeoutError" | "TransactionInactiveError" => {
            OpenError::Other(StorageError::NotKept)
        }
        _ => DENIED,
    }
}

/// Whether the disk, or the browser's share of it, is full. Chromium tells a full disk in words only.
fn finds_no_room(thrown: &DomException) -> bool {
    thrown.name() == "QuotaExceededError" || thrown.message().contains("NO_SPACE")
}

/// A transaction that writes. Unless it is completed, nothing of it is kept.
#[derive(Debug)]
pub struct Writing {
    raw: IdbTransaction,
    transaction: Option<Transaction>,
}

impl Writing {
    /// One of its stores.
    pub fn store(&self, name: &str) -> Result<ObjectStore, StorageError> {
        let transaction = self.transaction.as_ref().ok_or(StorageError::NotKept)?;
        Ok(transaction.object_store(name)?)
    }

    /// Waits until all of it is on the disk, and says so only then.
    pub async fn complete(mut self) -> Result<(), StorageError> {
        let transaction = self.transaction.take().ok_or(StorageError::NotKept)?;
        if transaction.await.is_ok_and(|result| result.is_committed()) {
            return Ok(());
        }
        // Only the transaction itself knows that the commit found no room.
        let is_full = self.raw.error().is_some_and(|error| finds_no_room(&error));
        Err(if is_full { StorageError::Full } else { StorageError::NotKept })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if self.transaction.is_some() {
            // One that is over already refuses; then there is nothing to give up.
            let _ = self.raw.abort();
        }
    }
}
