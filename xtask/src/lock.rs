//! What Cargo.lock says.

use anyhow::Context;

/// The version of a package in the text of a lock file; of the first one where there are several.
pub fn version(lock: &str, package: &str) -> anyhow::Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let text = |entry: &toml::Value, key: &str| Some(entry.get(key)?.as_str()?.to_owned());
    let named = |entry: &&toml::Value| text(entry, "name").is_some_and(|name| name == package);
    let entry_of_package = packages.and_then(|packages| packages.iter().find(named));
    entry_of_package
        .and_then(|entry| text(entry, "version"))
        .with_context(|| format!("{package} is not in Cargo.lock"))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_of_exactly_that_package_is_found() -> anyhow::Result<()> {
        let lock = "version = 4\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\
                    [[package]]\nversion = \"0.2.130\"\nname = \"wasm-bindgen\"\n";
        assert_eq!(version(lock, "wasm-bindgen")?, "0.2.130");
        assert!(version(lock, "trunk").is_err());
        assert!(version("[[package]", "trunk").is_err());
        Ok(())
    }
}
