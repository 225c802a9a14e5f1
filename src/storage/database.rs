//! One `IndexedDB` database a diary, opened and written with strict durability.

use idb::{DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Object};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbTransaction};

use crate::browser::js;

/// Months and what has no date: key → shard bytes.
pub const SHARDS: &str = "shards";
/// Shards that could not be read: key → bytes.
pub const ASIDE: &str = "aside";
/// Keys of people and devices.
pub const KEYS: &str = "keys";
/// The epoch, which rises when everything is deleted.
pub const META: &str = "meta";
const SCHEMA: u32 = 1;

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
    /// Everything was deleted meanwhile, in another tab.
    #[error("everything was deleted")]
    Erased,
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

/// An open database.
#[derive(Debug)]
pub struct Database {
    raw: IdbDatabase,
}

impl Database {
    /// Opens it, making it first where it is not there yet.
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Unavailable)?;
        let mut request =
            factory.open(name, Some(SCHEMA)).map_err(|_| StorageError::Unavailable)?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            for store in [SHARDS, ASIDE, KEYS, META] {
                // A store that cannot be made shows in the next transaction, as an error there.
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        });
        let database = request.await.map_err(|_| StorageError::Unavailable)?;
        let raw: IdbDatabase = database.into();
        // Another tab wants to delete or upgrade it: give way, or it waits for ever.
        let database_to_close = raw.clone();
        let on_version_change = Closure::<dyn Fn()>::new(move || database_to_close.close());
        raw.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        on_version_change.forget();
        Ok(Self { raw })
    }

    /// Deletes the whole database, leaving no trace.
    pub async fn delete(name: &str) -> Result<(), StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Unavailable)?;
        factory.delete(name)?.await?;
        Ok(())
    }

    /// A transaction over these stores.
    pub fn reading(&self, stores: &[&str]) -> Result<Transaction, StorageError> {
        let database: idb::Database = self.raw.clone().into();
        Ok(database.transaction(stores, TransactionMode::ReadOnly)?)
    }

    /// A transaction whose completion means that the bytes are on the disk.
    pub fn writing(&self, stores: &[&str]) -> Result<Transaction, StorageError> {
        let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let options = js::object(&[("durability", "strict".into())]);
        self.raw
            .unchecked_ref::<WithOptions>()
            .transaction_with(&names, "readwrite", &options)
            .map(Transaction::from)
            .map_err(|_| StorageError::NotKept)
    }

    /// Closes it.
    pub fn close(&self) {
        self.raw.close();
    }
}

/// Waits until a transaction is complete, and says so only then.
pub async fn completed(transaction: Transaction) -> Result<(), StorageError> {
    if transaction.await?.is_committed() { Ok(()) } else { Err(StorageError::NotKept) }
}
