//! A diary on the disk: shards read, merged and written, each write in one transaction.

use std::cell::Cell;
use std::pin::Pin;

use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardError, ShardKey};
use idb::{ObjectStore, Query};
use js_sys::{JSON, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::database::{ASIDE, Database, KEYS, META, SHARDS, StorageError};

const EPOCH: &str = "epoch";

/// A diary on the disk. It is opened by what is first asked of it.
#[derive(Debug)]
pub struct DiaryDatabase {
    database: Database,
    /// The epoch that was found first: where it is another by now, everything was deleted.
    epoch: Cell<Option<f64>>,
    is_newer: Cell<bool>,
}

/// What reading or writing some shards gave.
#[derive(Debug, Default)]
pub struct Taken {
    /// The records.
    pub records: Vec<Record>,
    /// Shards that could not be read and were set aside.
    pub aside: Vec<SetAside>,
    /// A newer app has written here: nothing is written from now on.
    pub is_newer: bool,
    /// Something was left as it is because only a newer app understands it.
    pub refused: bool,
}

/// A shard that could not be read, kept under another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its key among what is set aside.
    pub key: String,
    /// The month, or what has no date.
    pub shard: ShardKey,
    /// Its bytes as they were found; of something that is no bytes, its JSON.
    pub bytes: Vec<u8>,
}

/// What is waited for. Boxed, so that it is compiled once and not in every place that waits.
pub type Awaited<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// What stands at a key.
enum Stored {
    Bytes(Vec<u8>),
    /// Nothing that this app ever wrote.
    Other(JsValue),
}

impl Stored {
    fn read(&self) -> Result<Shard, ShardError> {
        match self {
            Self::Bytes(bytes) => Shard::from_bytes(bytes),
            Self::Other(_) => Err(ShardError::Damaged),
        }
    }

    fn value(&self) -> JsValue {
        match self {
            Self::Bytes(bytes) => Uint8Array::from(&bytes[..]).into(),
            Self::Other(value) => value.clone(),
        }
    }

    fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Other(value) => {
                let text = JSON::stringify(&value).ok().and_then(|text| text.as_string());
                text.unwrap_or_default().into_bytes()
            }
        }
    }

    fn aside(self, shard: ShardKey) -> SetAside {
        let bytes = self.into_bytes();
        SetAside { key: format!("{shard}@{:08x}", checksum(&bytes)), shard, bytes }
    }
}

impl DiaryDatabase {
    /// The diary of that name.
    pub fn new(name: &str) -> Self {
        Self { database: Database::new(name), epoch: Cell::new(None), is_newer: Cell::new(false) }
    }

    /// Deletes the diary of that name, leaving no trace.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn delete(name: &str) -> Result<(), StorageError> {
        Database::delete(name).await
    }

    /// Whether a newer app has written here: it is read and not written.
    pub fn is_newer(&self) -> bool {
        self.is_newer.get() || self.database.is_newer()
    }

    /// The shards that are there.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn shards(&self) -> Result<Vec<ShardKey>, StorageError> {
        let transaction = self.database.reading(&[SHARDS, META]).await?;
        let epoch = read_epoch(&transaction.object_store(META)?).await?;
        if self.epoch.get().is_none() {
            self.epoch.set(Some(epoch));
        }
        let keys = transaction.object_store(SHARDS)?.get_all_keys(None, None)?.await?;
        Ok(keys.iter().filter_map(|key| ShardKey::parse(&key.as_string()?)).collect())
    }

    /// Reads these shards. One that cannot be read is set aside and named; everything else opens.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not: then it is not known what stands in any of them.
    pub fn read<'a>(&'a self, shards: &'a [ShardKey]) -> Awaited<'a, Taken> {
        Box::pin(self.read_each(shards))
    }

    async fn read_each(&self, shards: &[ShardKey]) -> Result<Taken, StorageError> {
        let mut result = Taken::default();
        let (mut damaged, mut to_move) = (Vec::new(), Vec::new());
        let transaction = self.database.reading(&[SHARDS]).await?;
        let store = transaction.object_store(SHARDS)?;
        for shard in shards {
            let Some(stored) = get(&store, &shard.to_string()).await? else { continue };
            match stored.read() {
                Ok(mut shard_read) => {
                    let misplaced = shard_read.take_misplaced(*shard);
                    if !misplaced.is_empty() {
                        to_move.push(*shard);
                    }
                    result.records.extend(shard_read.records().cloned());
                    result.records.extend(misplaced.into_iter().map(|(_, record)| record));
                }
                Err(ShardError::Newer) => self.is_newer.set(true),
                Err(ShardError::Damaged) => damaged.push((*shard, stored)),
            }
        }
        result.is_newer = self.is_newer();
        for (shard, stored) in damaged {
            let value = stored.value();
            let part = stored.aside(shard);
            // Where it cannot be set aside now it stays where it is, and is named all the same.
            if !result.is_newer {
                let _ = self.set_aside(&part, &value).await;
            }
            result.aside.push(part);
        }
        for shard in to_move {
            // Where it cannot be moved now it is read from where it lies, and moved another time.
            let _ = self.move_misplaced(shard).await;
        }
        Ok(result)
    }

    /// Moves what lies in a shard and is kept elsewhere by now, all in one transaction.
    async fn move_misplaced(&self, from: ShardKey) -> Result<(), StorageError> {
        if self.is_newer() {
            return Err(StorageError::Newer);
        }
        let transaction = self.database.writing(&[SHARDS]).await?;
        let shards = transaction.store(SHARDS)?;
        let mut left = open_shard(&shards, from).await?;
        for (key, record) in left.take_misplaced(from) {
            let mut shard = open_shard(&shards, key).await?;
            shard.merge(record);
            put_shard(&shards, key, &shard).await?;
        }
        put_shard(&shards, from, &left).await?;
        transaction.complete().await
    }

    async fn set_aside(&self, part: &SetAside, value: &JsValue) -> Result<(), StorageError> {
        let transaction = self.database.writing(&[SHARDS, ASIDE]).await?;
        let (shards, aside) = (transaction.store(SHARDS)?, transaction.store(ASIDE)?);
        let key = part.shard.to_string();
        // Another tab may have been here first, or written since.
        let stands = get(&shards, &key).await?.map(Stored::into_bytes);
        if stands.as_ref() == Some(&part.bytes) {
            put(&aside, &part.key, value).await?;
            shards.delete(Query::Key(JsValue::from_str(&key)))?.await?;
        }
        transaction.complete().await
    }

    /// What was set aside earlier.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn aside(&self) -> Result<Vec<SetAside>, StorageError> {
        let transaction = self.database.reading(&[ASIDE]).await?;
        let store = transaction.object_store(ASIDE)?;
        let mut set_aside = Vec::new();
        for key in store.get_all_keys(None, None)?.await? {
            let Some(key) = key.as_string() else { continue };
            let shard = key.split('@').next().and_then(ShardKey::parse);
            if let (Some(shard), Some(stored)) = (shard, get(&store, &key).await?) {
                set_aside.push(SetAside { shard, bytes: stored.into_bytes(), key });
            }
        }
        Ok(set_aside)
    }

    /// Takes these records of a part that was set aside back into its shard, and lets the part go
    /// if `whole`, all in one transaction.
    ///
    /// # Errors
    /// [`StorageError`]: nothing has changed.
    pub fn take_back<'a>(
        &'a self,
        part: &'a SetAside,
        records: &'a [(ShardKey, Record)],
        whole: bool,
    ) -> Awaited<'a, Taken> {
        Box::pin(self.write(records, whole.then_some(part)))
    }

    /// Deletes a part that was set aside.
    ///
    /// # Errors
    /// [`StorageError`]: it is still there.
    pub fn dismiss<'a>(&'a self, part: &'a SetAside) -> Awaited<'a, Taken> {
        self.take_back(part, &[], true)
    }

    /// Keeps these records in one transaction: each shard is read, what is newer is put over what
    /// stands there, and it is written back. Returns, once the bytes are on the disk, what stands
    /// there now, and shards that were found damaged and set aside in the same transaction.
    /// Keeping one again changes nothing.
    ///
    /// # Errors
    /// [`StorageError`]: nothing of it is kept.
    pub fn keep<'a>(&'a self, records: &'a [(ShardKey, Record)]) -> Awaited<'a, Taken> {
        Box::pin(self.write(records, None))
    }

    async fn write(
        &self,
        records: &[(ShardKey, Record)],
        done_with: Option<&SetAside>,
    ) -> Result<Taken, StorageError> {
        let transaction = self.database.writing(&[SHARDS, ASIDE, META]).await?;
        if self.is_newer() {
            return Err(StorageError::Newer);
        }
        let epoch = read_epoch(&transaction.store(META)?).await?;
        let first_epoch = self.epoch.get().unwrap_or(epoch);
        self.epoch.set(Some(first_epoch));
        if (epoch - first_epoch).abs() > 0.5 {
            return Err(StorageError::Erased);
        }
        let (shards, aside) = (transaction.store(SHARDS)?, transaction.store(ASIDE)?);
        let mut by_shard: Vec<(ShardKey, Vec<&Record>)> = Vec::new();
        for (shard, record) in records {
            match by_shard.iter_mut().find(|(key, _)| key == shard) {
                Some((_, of_shard)) => of_shard.push(record),
                None => by_shard.push((*shard, vec![record])),
            }
        }
        let mut taken = Taken::default();
        // All are read before one is written: a newer one stops it all.
        let mut opened = Vec::new();
        for (key, records) in by_shard {
            let shard = match get(&shards, &key.to_string()).await? {
                None => Shard::default(),
                Some(stored) => match stored.read() {
                    Ok(shard) => shard,
                    Err(ShardError::Newer) => {
                        self.is_newer.set(true);
                        return Err(StorageError::Newer);
                    }
                    Err(ShardError::Damaged) => {
                        let value = stored.value();
                        let part = stored.aside(key);
                        put(&aside, &part.key, &value).await?;
                        taken.aside.push(part);
                        Shard::default()
                    }
                },
            };
            opened.push((key, shard, records));
        }
        for (key, mut shard, records) in opened {
            for record in records {
                match shard.keep(record.clone()) {
                    Some(record) => taken.records.push(record),
                    None => taken.refused = true,
                }
            }
            put_shard(&shards, key, &shard).await?;
        }
        if let Some(part) = done_with {
            aside.delete(Query::Key(JsValue::from_str(&part.key)))?.await?;
        }
        transaction.complete().await?;
        Ok(taken)
    }

    /// All shards as they lie on the disk, for a backup.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn all_bytes(&self) -> Result<Vec<(ShardKey, Vec<u8>)>, StorageError> {
        let shards = self.shards().await?;
        let transaction = self.database.reading(&[SHARDS]).await?;
        let store = transaction.object_store(SHARDS)?;
        let mut shard_bytes = Vec::with_capacity(shards.len());
        for key in shards {
            if let Some(Stored::Bytes(bytes)) = get(&store, &key.to_string()).await? {
                shard_bytes.push((key, bytes));
            }
        }
        Ok(shard_bytes)
    }

    /// Deletes everything in this diary. Any tab that still has it open finds the epoch raised and
    /// cannot bring anything back.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not; then nothing is deleted.
    pub async fn erase(&self) -> Result<(), StorageError> {
        let transaction = self.database.writing(&[SHARDS, ASIDE, KEYS, META]).await?;
        for store in [SHARDS, ASIDE, KEYS] {
            transaction.store(store)?.clear()?.await?;
        }
        let meta = transaction.store(META)?;
        let epoch = read_epoch(&meta).await?;
        put(&meta, EPOCH, &JsValue::from_f64(epoch + 1.0)).await?;
        transaction.complete().await
    }

    /// After the browser has lost it: goes on with the empty one that stands in its place.
    pub fn accept_another(&self) {
        self.epoch.set(None);
        self.database.accept_another();
    }

    /// Lets a connection go that may be lost: the next question opens a new one.
    pub fn reconnect(&self) {
        self.database.forget_connection();
    }

    /// Closes the diary for good.
    pub fn close(&self) {
        self.database.close();
    }
}

async fn read_epoch(meta: &ObjectStore) -> Result<f64, StorageError> {
    let value = meta.get(JsValue::from_str(EPOCH))?.await?;
    Ok(value.and_then(|value| value.as_f64()).unwrap_or_default())
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<Stored>, StorageError> {
    let value = store.get(JsValue::from_str(key))?.await?;
    Ok(value.filter(|value| !value.is_undefined()).map(|value| {
        match value.dyn_into::<Uint8Array>() {
            Ok(bytes) => Stored::Bytes(bytes.to_vec()),
            Err(value) => Stored::Other(value),
        }
    }))
}

async fn put(store: &ObjectStore, key: &str, value: &JsValue) -> Result<(), StorageError> {
    store.put(value, Some(&key.into()))?.await?;
    Ok(())
}

/// A shard that is whole, or empty where nothing stands.
async fn open_shard(store: &ObjectStore, key: ShardKey) -> Result<Shard, StorageError> {
    match get(store, &key.to_string()).await? {
        None => Ok(Shard::default()),
        Some(stored) => stored.read().map_err(|_| StorageError::NotKept),
    }
}

async fn put_shard(store: &ObjectStore, key: ShardKey, shard: &Shard) -> Result<(), StorageError> {
    put(store, &key.to_string(), &Uint8Array::from(&shard.to_bytes()[..])).await
}

/// A short name for some bytes, so that two damaged shards of one month do not meet.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
