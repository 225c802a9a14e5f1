//! Bytes of files as text, and zips as files.

use std::io::{Cursor, Read};

use crate::{FileError, MOST_BYTES, NamedFile};

/// The files themselves, or those in a zip among them.
pub fn unpacked(files: &[NamedFile]) -> Result<Vec<NamedFile>, FileError> {
    let mut all = Vec::new();
    for file in files {
        if file.bytes.len() > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        if file.bytes.starts_with(b"PK\x03\x04") {
            all.extend(in_zip(&file.bytes)?);
        } else {
            all.push(file.clone());
        }
    }
    Ok(all)
}

/// The CSV files at the top of a zip; what lies in its folders is theirs again in another form.
fn in_zip(bytes: &[u8]) -> Result<Vec<NamedFile>, FileError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Damaged)?;
    let mut left = MOST_BYTES;
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).map_err(|_| FileError::Damaged)?;
        let name = entry.name().map_err(|_| FileError::Damaged)?.into_owned();
        let is_table = name.to_lowercase().ends_with(".csv") && !name.contains(['/', '\\']);
        if !entry.is_file() || !is_table {
            continue;
        }
        let mut bytes = Vec::new();
        // One byte more than may come tells a zip that unpacks without end.
        let most = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        entry.by_ref().take(most).read_to_end(&mut bytes).map_err(|_| FileError::Damaged)?;
        left = left.checked_sub(bytes.len()).ok_or(FileError::TooLarge)?;
        files.push(NamedFile { name, bytes });
    }
    if files.is_empty() { Err(FileError::NotKnown) } else { Ok(files) }
}

/// UTF-8 with or without its mark, or UTF-16 with it.
pub fn decoded(bytes: &[u8]) -> Result<String, FileError> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
        text.ok_or(FileError::Encoding)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, FileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::Encoding)?;
    // A text of the apps holds no such byte; a picture or a program does.
    if text.contains('\0') { Err(FileError::NotKnown) } else { Ok(text.to_owned()) }
}

/// The names of the columns, as the first row has them.
pub fn columns(text: &str) -> Vec<String> {
    let mut reader = reader(text);
    reader.headers().map(|row| row.iter().map(tidy).collect()).unwrap_or_default()
}

fn tidy(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A reader of a CSV text whose rows may have any number of fields.
pub fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_mark() {
        assert_eq!(decoded(b"\xef\xbb\xbfa,b"), Ok("a,b".to_owned()));
        assert_eq!(decoded(b"\xff\xfea\0\xe4\0"), Ok("aä".to_owned()));
        assert_eq!(decoded(b"\xfe\xff\0a\0\xe4"), Ok("aä".to_owned()));
        assert_eq!(decoded(b"\xff\xfea"), Err(FileError::Encoding));
        assert_eq!(decoded(b"\xe4iti"), Err(FileError::Encoding));
        assert_eq!(decoded(b"a\0b"), Err(FileError::NotKnown));
    }
}
