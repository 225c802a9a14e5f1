//! A diary on the disk: shards read, merged and written, each in one transaction.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use askelma_diary::change::Change;
use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardError, ShardKey};
use askelma_diary::stamp::StampClock;
use idb::{ObjectStore, Query};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::database::{ASIDE, Database, KEYS, META, SHARDS, StorageError, completed};

const EPOCH: &str = "epoch";

/// An open diary on the disk.
#[derive(Debug)]
pub struct DiaryDatabase {
    database: Database,
    stamps: RefCell<StampClock>,
    epoch: f64,
    newer: Cell<bool>,
}

/// What reading or writing some shards gave.
#[derive(Debug, Default)]
pub struct Taken {
    /// The records.
    pub records: Vec<Record>,
    /// Shards that could not be read and were set aside.
    pub aside: Vec<SetAside>,
    /// A newer app has written here: nothing is written from now on.
    pub newer: bool,
}

/// A damaged shard, kept under another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The month, or what has no date.
    pub shard: ShardKey,
    /// Its bytes as they were found.
    pub bytes: Vec<u8>,
}

impl DiaryDatabase {
    /// Opens the diary of that name. `writer` is random for each tab.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the browser gives no storage.
    pub async fn open(name: &str, writer: u32) -> Result<Self, StorageError> {
        let database = Database::open(name).await?;
        let transaction = database.reading(&[META])?;
        let epoch = read_epoch(&transaction.object_store(META)?).await?;
        let stamps = RefCell::new(StampClock::new(writer));
        Ok(Self { database, stamps, epoch, newer: Cell::new(false) })
    }

    /// Deletes the diary of that name, leaving no trace.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn delete(name: &str) -> Result<(), StorageError> {
        Database::delete(name).await
    }

    /// The shards that are there.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn shards(&self) -> Result<Vec<ShardKey>, StorageError> {
        let transaction = self.database.reading(&[SHARDS])?;
        let keys = transaction.object_store(SHARDS)?.get_all_keys(None, None)?.await?;
        Ok(keys.iter().filter_map(|key| ShardKey::parse(&key.as_string()?)).collect())
    }

    /// Reads these shards. A damaged one is set aside and named; everything else opens.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn read(&self, shards: &[ShardKey]) -> Result<Taken, StorageError> {
        let mut result = Taken::default();
        let transaction = self.database.reading(&[SHARDS])?;
        let store = transaction.object_store(SHARDS)?;
        for shard in shards {
            let Some(bytes) = get(&store, &shard.to_string()).await? else { continue };
            match Shard::from_bytes(&bytes) {
                Ok(shard_read) => result.records.extend(shard_read.records().cloned()),
                Err(ShardError::Newer) => result.newer = true,
                Err(ShardError::Damaged) => {
                    result.aside.push(SetAside { shard: *shard, bytes });
                }
            }
        }
        if result.newer {
            self.newer.set(true);
        } else {
            for damaged in &result.aside {
                self.set_aside(damaged).await?;
            }
        }
        Ok(result)
    }

    /// What was set aside earlier.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn aside(&self) -> Result<Vec<SetAside>, StorageError> {
        let transaction = self.database.reading(&[ASIDE])?;
        let store = transaction.object_store(ASIDE)?;
        let mut set_aside = Vec::new();
        for key in store.get_all_keys(None, None)?.await? {
            let Some(name) = key.as_string() else { continue };
            let shard = name.split('@').next().and_then(ShardKey::parse);
            if let (Some(shard), Some(bytes)) = (shard, get(&store, &name).await?) {
                set_aside.push(SetAside { shard, bytes });
            }
        }
        Ok(set_aside)
    }

    async fn set_aside(&self, damaged: &SetAside) -> Result<(), StorageError> {
        let transaction = self.database.writing(&[SHARDS, ASIDE])?;
        let (shards, aside) = (transaction.object_store(SHARDS)?, transaction.object_store(ASIDE)?);
        let key = damaged.shard.to_string();
        // Another tab may have been here first, or written since.
        if get(&shards, &key).await?.as_ref() == Some(&damaged.bytes) {
            let name = format!("{key}@{:08x}", checksum(&damaged.bytes));
            put(&aside, &name, &damaged.bytes).await?;
            shards.delete(Query::Key(JsValue::from_str(&key)))?.await?;
        }
        completed(transaction).await
    }

    /// Writes a change in one transaction: reads each shard, writes over what stands there with
    /// stamps issued here, puts it back. Returns once the bytes are on the disk: the records as
    /// written, and shards that were found damaged and set aside in the same transaction.
    ///
    /// # Errors
    /// [`StorageError`]: nothing of the change is kept.
    pub async fn write(&self, change: &Change, now_ms: u64) -> Result<Taken, StorageError> {
        self.rewrite(&change.shards(), |key, shard| {
            let items = change.0.iter().filter(|item| item.shard() == key);
            let mut stamps = self.stamps.borrow_mut();
            items.map(|item| shard.write(item, &mut stamps, now_ms)).collect()
        })
        .await
    }

    /// Merges records from a backup or another app's file in one transaction: a record that stands
    /// here with a higher stamp stays. Returns the records that were taken.
    ///
    /// # Errors
    /// [`StorageError`]: nothing is taken.
    pub async fn merge(&self, records: &[(ShardKey, Record)]) -> Result<Taken, StorageError> {
        let mut shards = BTreeSet::new();
        shards.extend(records.iter().map(|(key, _)| *key));
        let shards: Vec<_> = shards.into_iter().collect();
        self.rewrite(&shards, |key, shard| {
            let shard_records = records
                .iter()
                .filter(|(record_shard, _)| *record_shard == key)
                .map(|(_, record)| record);
            shard_records.filter(|record| shard.merge((*record).clone())).cloned().collect()
        })
        .await
    }

    /// All shards as they lie on the disk, for a backup.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn all_bytes(&self) -> Result<Vec<(ShardKey, Vec<u8>)>, StorageError> {
        let shards = self.shards().await?;
        let transaction = self.database.reading(&[SHARDS])?;
        let store = transaction.object_store(SHARDS)?;
        let mut shard_bytes = Vec::with_capacity(shards.len());
        for key in shards {
            if let Some(bytes) = get(&store, &key.to_string()).await? {
                shard_bytes.push((key, bytes));
            }
        }
        Ok(shard_bytes)
    }

    /// Reads these shards, changes each as told and puts it back, all in one transaction.
    async fn rewrite(
        &self,
        keys: &[ShardKey],
        mut change: impl FnMut(ShardKey, &mut Shard) -> Vec<Record>,
    ) -> Result<Taken, StorageError> {
        if self.newer.get() {
            return Err(StorageError::Newer);
        }
        let transaction = self.database.writing(&[SHARDS, ASIDE, META])?;
        if (read_epoch(&transaction.object_store(META)?).await? - self.epoch).abs() > 0.5 {
            return Err(StorageError::Erased);
        }
        let (shards, aside) = (transaction.object_store(SHARDS)?, transaction.object_store(ASIDE)?);
        let mut written = Taken::default();
        for key in keys.iter().copied() {
            let name = key.to_string();
            let mut shard = match get(&shards, &name).await? {
                None => Shard::default(),
                Some(bytes) => match Shard::from_bytes(&bytes) {
                    Ok(shard) => shard,
                    Err(ShardError::Newer) => {
                        self.newer.set(true);
                        return Err(StorageError::Newer);
                    }
                    Err(ShardError::Damaged) => {
                        put(&aside, &format!("{name}@{:08x}", checksum(&bytes)), &bytes).await?;
                        written.aside.push(SetAside { shard: key, bytes });
                        Shard::default()
                    }
                },
            };
            written.records.extend(change(key, &mut shard));
            put(&shards, &name, &shard.to_bytes()).await?;
        }
        completed(transaction).await?;
        Ok(written)
    }

    /// Deletes everything in this diary. Any tab that still has it open finds the epoch raised and
    /// cannot bring anything back.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not; then nothing is deleted.
    pub async fn erase(&self) -> Result<(), StorageError> {
        let transaction = self.database.writing(&[SHARDS, ASIDE, KEYS, META])?;
        for store in [SHARDS, ASIDE, KEYS] {
            transaction.object_store(store)?.clear()?.await?;
        }
        let meta = transaction.object_store(META)?;
        let epoch = read_epoch(&meta).await?;
        meta.put(&JsValue::from_f64(epoch + 1.0), Some(&EPOCH.into()))?.await?;
        completed(transaction).await
    }

    /// Closes the diary.
    pub fn close(&self) {
        self.database.close();
    }
}

async fn read_epoch(meta: &ObjectStore) -> Result<f64, StorageError> {
    let value = meta.get(JsValue::from_str(EPOCH))?.await?;
    Ok(value.and_then(|value| value.as_f64()).unwrap_or_default())
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
    let value = store.get(JsValue::from_str(key))?.await?;
    Ok(value.and_then(|value| Some(value.dyn_into::<Uint8Array>().ok()?.to_vec())))
}

async fn put(store: &ObjectStore, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
    store.put(&Uint8Array::from(bytes).into(), Some(&key.into()))?.await?;
    Ok(())
}

/// A short name for some bytes, so that two damaged shards of one month do not meet.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
