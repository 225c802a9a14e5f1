//! Whether a bundle is still that of the sources: then a second start takes seconds.

use std::path::{Path, PathBuf};

use crate::{files, paths};

/// What a bundle is made from.
const FOLDERS: [&str; 5] = ["src", "crates", "style", "public", "xtask/src"];
const FILES: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "index.html",
    "xtask/npm/package-lock.json",
];

/// Whether the bundle in `dist` was made for `base` from the sources as they are now.
pub fn is_fresh(base: &str, dist: &Path) -> anyhow::Result<bool> {
    if !dist.join("index.html").is_file() || !note_of(dist).is_file() {
        return Ok(false);
    }
    Ok(files::read_text(&note_of(dist))? == sources(base)?)
}

/// A name for the sources and the base as they are now.
pub fn sources(base: &str) -> anyhow::Result<String> {
    fingerprint(&paths::root(), base)
}

/// Writes down which sources the bundle in `dist` was made from.
pub fn note(dist: &Path, sources: &str) -> anyhow::Result<()> {
    files::write(&note_of(dist), sources)
}

/// One note for each folder that bundles are made in, in target/.
fn note_of(dist: &Path) -> PathBuf {
    let name = files::short_hash(dist.to_string_lossy().as_bytes());
    paths::made().join(format!("bundle-{name}.made-from"))
}

fn fingerprint(root: &Path, base: &str) -> anyhow::Result<String> {
    let mut all = base.as_bytes().to_vec();
    let mut paths: Vec<PathBuf> = FILES.iter().map(|name| root.join(name)).collect();
    for folder in FOLDERS {
        paths.extend(files::below(&root.join(folder))?);
    }
    for path in paths {
        all.extend_from_slice(files::relative(&path, root)?.as_bytes());
        all.extend_from_slice(files::short_hash(&files::read(&path)?).as_bytes());
    }
    Ok(files::short_hash(&all))
}

#[cfg(test)]
mod tests {
    use super::{FILES, FOLDERS, fingerprint};
    use crate::files;

    #[test]
    fn any_change_of_a_source_or_the_base_is_seen() -> anyhow::Result<()> {
        let root = std::env::temp_dir().join(format!("askelma-unchanged-{}", std::process::id()));
        for name in FILES {
            files::write(&root.join(name), name)?;
        }
        for folder in FOLDERS {
            files::write(&root.join(folder).join("a.txt"), "a")?;
        }
        let before = fingerprint(&root, "/")?;
        assert_eq!(fingerprint(&root, "/")?, before);
        assert_ne!(fingerprint(&root, "/x/")?, before);
        files::write(&root.join("style/a.txt"), "b")?;
        assert_ne!(fingerprint(&root, "/")?, before);
        std::fs::remove_dir_all(&root)?;
        Ok(())
    }
}
