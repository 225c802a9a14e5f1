//! The tables in a file that was chosen: the file itself, or those in a zip.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::sheet::Sheet;
use crate::{FileError, NamedFile};

/// The most bytes of all tables together, unpacked. Ten years of fifty habits have a tenth.
const MOST_BYTES: usize = 20_000_000;
/// The most rows of all tables together.
const MOST_ROWS: usize = 100_000;
/// The most files in a zip, and bytes of the name of one.
const MOST_MEMBERS: usize = 10_000;
const MOST_NAME_BYTES: usize = 1_000;

/// How much more may come.
pub struct Room {
    bytes: usize,
    rows: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { bytes: MOST_BYTES, rows: MOST_ROWS }
    }
}

impl Room {
    fn take_bytes(&mut self, bytes: usize) -> Result<(), FileError> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(FileError::TooLarge)?;
        Ok(())
    }

    /// Counts the rows of a table, before anything is done with them.
    ///
    /// # Errors
    /// [`FileError::TooLarge`].
    pub fn take_rows(&mut self, sheet: &Sheet) -> Result<(), FileError> {
        let rows = sheet.rows().take(self.rows + 1).count();
        self.rows = self.rows.checked_sub(rows).ok_or(FileError::TooLarge)?;
        Ok(())
    }
}

/// A file, unpacked.
pub struct Unpacked<'a> {
    /// Its name, with its folder in a zip.
    pub name: String,
    /// What it holds.
    pub bytes: Cow<'a, [u8]>,
}

/// The file itself, or the tables in it.
pub fn unpacked<'a>(file: &'a NamedFile, room: &mut Room) -> Result<Vec<Unpacked<'a>>, FileError> {
    if is_zip(&file.bytes) {
        return in_zip(&file.bytes, room);
    }
    room.take_bytes(file.bytes.len())?;
    Ok(vec![Unpacked { name: file.name.clone(), bytes: Cow::Borrowed(&file.bytes) }])
}

/// Whether it is a zip with something in it.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

fn in_zip(bytes: &[u8], room: &mut Room) -> Result<Vec<Unpacked<'static>>, FileError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Damaged)?;
    if zip.len() > MOST_MEMBERS {
        return Err(FileError::TooLarge);
    }
    let mut names = Vec::new();
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(why)?;
        let name = entry.name().map_err(|_| FileError::Damaged)?.replace('\\', "/");
        if is_table(&name) {
            names.push((index, name));
        }
    }
    let folders_of_checks = folders_of_checks(&names);
    let mut files = Vec::new();
    for (index, name) in &names {
        if says_again(name, &folders_of_checks) {
            continue;
        }
        let entry = zip.by_index(*index).map_err(why)?;
        let mut bytes = Vec::new();
        // One byte more than may come tells a zip that unpacks without end.
        let most = u64::try_from(room.bytes).unwrap_or(u64::MAX).saturating_add(1);
        // How it is packed is looked at with its first byte.
        let why = |error: std::io::Error| match error.kind() {
            ErrorKind::Unsupported => FileError::Packed,
            _ => FileError::Damaged,
        };
        entry.take(most).read_to_end(&mut bytes).map_err(why)?;
        room.take_bytes(bytes.len())?;
        files.push(Unpacked { name: name.clone(), bytes: Cow::Owned(bytes) });
    }
    if files.is_empty() { Err(FileError::NotKnown) } else { Ok(files) }
}

/// What a zip says of a member that does not open.
fn why(error: ZipError) -> FileError {
    match error {
        ZipError::UnsupportedArchive(_)
        | ZipError::CompressionMethodNotSupported(_)
        | ZipError::InvalidPassword => FileError::Packed,
        _ => FileError::Damaged,
    }
}

/// Whether it is a table, and not what a Mac puts beside it.
fn is_table(name: &str) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    let is_csv = name.len() <= MOST_NAME_BYTES && name.to_lowercase().ends_with(".csv");
    is_csv && !name.split('/').any(hidden)
}

/// The folders with a table of all checks, as Loop makes one; in small letters, with a slash.
fn folders_of_checks(names: &[(usize, String)]) -> BTreeSet<String> {
    let folder = |(_, name): &(usize, String)| {
        Some(name.to_lowercase().strip_suffix("checkmarks.csv")?.to_owned())
    };
    names.iter().filter_map(folder).collect()
}

/// Whether it is a habit's own table in a folder beside such a table, which says the same.
fn says_again(name: &str, folders_of_checks: &BTreeSet<String>) -> bool {
    let name = name.to_lowercase();
    let mut folders: Vec<&str> = name.match_indices('/').map(|(at, _)| &name[..=at]).collect();
    // The folder that it lies in itself does not count.
    let Some(folder) = folders.pop() else { return false };
    let is_a_habits = matches!(&name[folder.len()..], "checkmarks.csv" | "scores.csv");
    let mut above = [""].into_iter().chain(folders);
    is_a_habits && above.any(|folder| folders_of_checks.contains(folder))
}
