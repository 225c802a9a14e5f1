//! The web app manifest: for this base, with the screenshots there are, naming nothing missing.

use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};

use crate::files;

/// Stands in the page and the manifest where the base address belongs.
pub const BASE_MARK: &str = "%ASKELMA_BASE%";

pub fn make(text: &str, base: &str, public: &Path) -> anyhow::Result<String> {
    let text = files::replace_once(text, BASE_MARK, base)?;
    let mut manifest: Value = serde_json::from_str(&text).context("manifest.webmanifest")?;
    let shots = screenshots(public)?;
    if !shots.is_empty() {
        manifest["screenshots"] = Value::Array(shots);
    }
    pictures_exist(&manifest, public)?;
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Every public/screenshots/*.png, in the order of their names.
fn screenshots(public: &Path) -> anyhow::Result<Vec<Value>> {
    let mut shots = Vec::new();
    for path in files::below(&public.join("screenshots"))? {
        let name = files::relative(&path, public)?;
        let (width, height) = png_size(&files::read(&path)?).with_context(|| name.clone())?;
        let form = if width < height { "narrow" } else { "wide" };
        shots.push(json!({
            "src": name,
            "sizes": format!("{width}x{height}"),
            "type": "image/png",
            "form_factor": form,
        }));
    }
    Ok(shots)
}

fn png_size(bytes: &[u8]) -> anyhow::Result<(u32, u32)> {
    anyhow::ensure!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "not a PNG file");
    let number = |offset: usize| -> anyhow::Result<u32> {
        let four = bytes.get(offset..offset + 4).context("a PNG file cut short")?;
        Ok(u32::from_be_bytes(four.try_into()?))
    };
    Ok((number(16)?, number(20)?))
}

fn pictures_exist(manifest: &Value, public: &Path) -> anyhow::Result<()> {
    let mut unvisited = vec![manifest];
    while let Some(value) = unvisited.pop() {
        match value {
            Value::Array(items) => unvisited.extend(items),
            Value::Object(fields) => {
                unvisited.extend(fields.values());
                if let Some(Value::String(source)) = fields.get("src") {
                    let exists = public.join(source).is_file();
                    anyhow::ensure!(exists, "manifest.webmanifest names {source}: not in public/");
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{make, png_size};
    use crate::{files, paths};

    #[test]
    fn the_manifest_is_for_its_base_and_names_what_is_there() -> anyhow::Result<()> {
        let public = paths::root().join("public");
        let text = files::read_text(&public.join("manifest.webmanifest"))?;
        let manifest: serde_json::Value = serde_json::from_str(&make(&text, "/x/", &public)?)?;
        assert_eq!(manifest["id"], "/x/");
        assert_eq!(manifest["start_url"], "./");
        assert!(make(&text.replace("icon-512", "gone"), "/x/", &public).is_err());
        Ok(())
    }

    #[test]
    fn the_icons_have_the_sizes_they_claim() -> anyhow::Result<()> {
        let icons = paths::root().join("public").join("icons");
        for (name, side) in
            [("icon-192", 192), ("icon-512", 512), ("maskable-512", 512), ("apple-180", 180)]
        {
            let bytes = files::read(&icons.join(format!("{name}.png")))?;
            assert_eq!(png_size(&bytes)?, (side, side), "{name}");
        }
        Ok(())
    }
}
