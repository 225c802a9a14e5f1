//! Small helpers over files and hashes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use base64::Engine;
use sha2::{Digest, Sha256};

/// Every file below `folder`, sorted, hidden ones left out; nothing where there is no folder.
pub fn below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    Ok(paths)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            collect(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// `path` inside `folder`, with forward slashes, as it stands in an address.
pub fn relative(path: &Path, folder: &Path) -> anyhow::Result<String> {
    let inside = path.strip_prefix(folder)?;
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}

pub fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

pub fn read_text(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// Sixteen hex digits of SHA-256: names a file after what it holds.
pub fn short_hash(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `askelma.js` and a hash: `askelma-0123456789abcdef.js`.
pub fn with_hash(plain: &str, hash: &str) -> String {
    let (stem, extension) = plain.rsplit_once('.').unwrap_or((plain, ""));
    format!("{stem}-{hash}.{extension}")
}

/// The name that [`with_hash`] was given; nothing for a name without a hash.
pub fn without_hash(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (plain, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| format!("{plain}.{extension}"))
}

/// A source for `script-src`: the hash of an inline script.
pub fn csp_hash(script: &str) -> String {
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    format!("'sha256-{digest}'")
}

/// Replaces `mark`, which must stand in `text` exactly once.
pub fn replace_once(text: &str, mark: &str, with: &str) -> anyhow::Result<String> {
    let count = text.matches(mark).count();
    anyhow::ensure!(count == 1, "expected {mark:?} once, found it {count} times");
    Ok(text.replacen(mark, with, 1))
}

#[cfg(test)]
mod tests {
    use super::{csp_hash, replace_once, short_hash, with_hash, without_hash};

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn hashes_in_names_are_told_from_other_endings() {
        let name = with_hash("askelma-rest.wasm", "0123456789abcdef");
        assert_eq!(name, "askelma-rest-0123456789abcdef.wasm");
        assert_eq!(without_hash(&name).as_deref(), Some("askelma-rest.wasm"));
        for plain in ["askelma.js", "apple-180.png", "a-0123456789abcde.js", "a-0123456789abcdeg"] {
            assert_eq!(without_hash(plain), None, "{plain}");
        }
    }

    #[test]
    fn a_mark_must_stand_exactly_once() -> anyhow::Result<()> {
        assert_eq!(replace_once("a%X%b", "%X%", "-")?, "a-b");
        assert!(replace_once("ab", "%X%", "-").is_err());
        assert!(replace_once("%X%%X%", "%X%", "-").is_err());
        Ok(())
    }
}
