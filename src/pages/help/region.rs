//! Region packs: which one was chosen, and fetching it.

use askelma_content::regions::{self, RegionPack};
use askelma_diary::entries::Choices;

use crate::browser::data_files;
use crate::text;

/// The pack of those who have not chosen.
pub const USUAL: &str = "finland";
/// The choice of those for whose region there is none.
pub const ELSEWHERE: &str = "elsewhere";

/// The region that was chosen: the name of its data file, or [`ELSEWHERE`].
pub fn chosen(choices: &Choices) -> String {
    choices.region.as_ref().map_or(USUAL, |region| region.as_str()).to_owned()
}

/// The pack of that name in the reader's language; none where it cannot be had.
pub async fn fetch(name: &str) -> Option<RegionPack> {
    let text = data_files::fetch_text(&format!("regions/{name}.json")).await.ok()?;
    regions::read(&text, text::language().code()).ok()
}

/// Each region's file name, and what its people call it.
pub async fn all() -> Vec<(String, String)> {
    let mut names = Vec::new();
    for name in data_files::names_below("regions/") {
        if let Some(pack) = fetch(&name).await {
            names.push((name, pack.name));
        }
    }
    names
}
