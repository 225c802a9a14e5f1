//! What the app calls the things that it keeps in the browser: databases, channels, preferences.
//!
//! One origin may serve the app at several bases, and all of them share what the browser keeps. So
//! every name knows its base. The plain names, which are from before that, stay where they are: the
//! base that runs first has them, and it is written down that it does, in a small database and,
//! where the first paint finds it at once, in `localStorage`. Nothing is ever copied.

use std::cell::RefCell;

use idb::{DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::storage::database::StorageError;

/// What every name begins with; at the base that ran first, all of it.
const PLAIN: &str = "askelma";
/// The key in `localStorage`; the page's own script reads it too.
const FIRST_BASE: &str = "askelma-first-base";
/// The database that settles it, its store, and the key there.
const INDEX: &str = "askelma-index";
const NAMES: &str = "names";
const FIRST: &str = "first-base";

thread_local! {
    static STEM: RefCell<String> = RefCell::new(PLAIN.to_owned());
}

/// Finds out which names are this base's (`/` or `/x/`), before any is used. Where the browser keeps
/// nothing at all, the plain ones do.
pub async fn settle(base: &str) {
    let first_base = match remembered() {
        Some(first_base) => Some(first_base),
        None => claimed(base).await.inspect(|first_base| remember(first_base)).ok(),
    };
    STEM.set(stem(base, first_base.as_deref()));
}

/// The database of a role's own diary, or of its example; its channel bears the same name.
pub fn of(role: &str, example: bool) -> String {
    STEM.with_borrow(|stem| diary(stem, role, example))
}

/// The key of the preferences.
pub fn preferences() -> String {
    STEM.with_borrow(Clone::clone)
}

/// The key under which a tab notes how often a diary had been left when it was opened.
pub fn left() -> String {
    STEM.with_borrow(|stem| format!("{stem} left"))
}

fn stem(base: &str, first_base: Option<&str>) -> String {
    match first_base {
        Some(first_base) if first_base != base => format!("{PLAIN} {base}"),
        _ => PLAIN.to_owned(),
    }
}

fn diary(stem: &str, role: &str, example: bool) -> String {
    if example { format!("{stem}-example-{role}") } else { format!("{stem}-{role}") }
}

fn local_storage() -> Option<Storage> {
    // Storage may be denied altogether; then nothing is remembered.
    web_sys::window()?.local_storage().ok().flatten()
}

fn remembered() -> Option<String> {
    local_storage()?.get_item(FIRST_BASE).ok().flatten()
}

fn remember(first_base: &str) {
    if let Some(storage) = local_storage() {
        // Where it is not kept, the database is asked again.
        let _ = storage.set_item(FIRST_BASE, first_base);
    }
}

/// The base that has the plain names: `base`, if none had them. Two that ask at once are answered
/// one after the other.
async fn claimed(base: &str) -> Result<String, StorageError> {
    let factory = Factory::new().map_err(|_| StorageError::Unavailable)?;
    let mut request = factory.open(INDEX, Some(1)).map_err(|_| StorageError::Unavailable)?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        // A store that cannot be made shows in the next transaction, as an error there.
        let _ = database.create_object_store(NAMES, ObjectStoreParams::new());
    });
    let database = request.await.map_err(|_| StorageError::Unavailable)?;
    let transaction = database.transaction(&[NAMES], TransactionMode::ReadWrite)?;
    let names = transaction.object_store(NAMES)?;
    let key = JsValue::from_str(FIRST);
    let before = names.get(key.clone())?.await?.and_then(|first_base| first_base.as_string());
    if before.is_none() {
        names.put(&JsValue::from_str(base), Some(&key))?.await?;
    }
    let is_committed = transaction.await?.is_committed();
    database.close();
    if !is_committed {
        return Err(StorageError::NotKept);
    }
    Ok(before.unwrap_or_else(|| base.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{diary, stem};

    #[test]
    fn the_base_that_ran_first_keeps_the_names_of_before() {
        for base in ["/", "/x/"] {
            assert_eq!(stem(base, None), "askelma");
            assert_eq!(stem(base, Some(base)), "askelma");
        }
        assert_eq!(diary("askelma", "young", false), "askelma-young");
        assert_eq!(diary("askelma", "parent", true), "askelma-example-parent");
    }

    #[test]
    fn every_other_base_has_names_of_its_own() {
        let others = [stem("/x/", Some("/")), stem("/", Some("/x/")), stem("/x/y/", Some("/"))];
        assert_eq!(others, ["askelma /x/", "askelma /", "askelma /x/y/"]);
        assert_eq!(diary(&others[0], "young", false), "askelma /x/-young");
        let all = others.iter().map(String::as_str).chain(["askelma"]);
        let databases: Vec<_> = all
            .flat_map(|stem| {
                let roles = ["young", "parent", "worker"];
                roles.map(|role| [diary(stem, role, false), diary(stem, role, true)])
            })
            .flatten()
            .collect();
        let mut without_doubles = databases.clone();
        without_doubles.sort();
        without_doubles.dedup();
        assert_eq!(without_doubles.len(), databases.len());
    }
}
