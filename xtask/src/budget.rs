//! What a first visit costs: the bytes, compressed as hosts send them, until Today takes a tap.

use std::path::Path;

use crate::args::Args;
use crate::process::heading;
use crate::{files, font, page, paths, worker};

/// Brotli at its strongest, fonts included, before the service worker fetches the rest.
const FIRST_LOAD_BYTES: usize = 300 * 1024;

/// The first visit speaks one language; Finnish is the longest.
const WORDS: &str = "data/words-fi-";

struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

pub fn command(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    check(&paths::dist())
}

/// Prints the table and refuses a bundle that is too heavy.
pub fn check(dist: &Path) -> anyhow::Result<()> {
    heading("Budgets");
    let (first, later) = weigh(dist)?;
    table("first load", &first);
    table("later: every room, the exchange", &later);
    let total: usize = first.iter().map(|weight| weight.brotli).sum();
    let share = total * 100 / FIRST_LOAD_BYTES;
    println!("   first load: {} of {} ({share} %)", kib(total), kib(FIRST_LOAD_BYTES));
    anyhow::ensure!(
        total <= FIRST_LOAD_BYTES,
        "the first load is {total} bytes in brotli; at most {FIRST_LOAD_BYTES} are allowed"
    );
    Ok(())
}

fn weigh(dist: &Path) -> anyhow::Result<(Vec<Weight>, Vec<Weight>)> {
    let mut first = Vec::new();
    let mut later = Vec::new();
    for path in files::below(dist)? {
        let name = files::relative(&path, dist)?;
        let exchange = name.starts_with(worker::EXCHANGE) || name.starts_with(worker::EVERY_ROOM);
        let needed = name == "index.html"
            || name.starts_with(WORDS)
            || page::is_hashed(&name)
            || font::is_preloaded(&name);
        if !exchange && !needed {
            continue;
        }
        let bytes = files::read(&path)?;
        let weight = Weight { raw: bytes.len(), brotli: brotli_size(&bytes)?, name };
        if exchange {
            later.push(weight);
        } else {
            first.push(weight);
        }
    }
    // index.html, script, module, style sheet, font, words.
    anyhow::ensure!(first.len() >= 6, "dist/ does not hold a whole first load");
    Ok((first, later))
}

fn brotli_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
    Ok(out.len())
}

fn table(title: &str, weights: &[Weight]) {
    println!("   {title:<44} {:>11} {:>11}", "raw", "brotli");
    for Weight { name, raw, brotli } in weights {
        println!("   {name:<44} {raw:>11} {brotli:>11}");
    }
    let sum = |of: fn(&Weight) -> usize| weights.iter().map(of).sum::<usize>();
    println!("   {:<44} {:>11} {:>11}\n", "together", sum(|w| w.raw), sum(|w| w.brotli));
}

fn kib(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024)
}

#[cfg(test)]
mod tests {
    use super::{brotli_size, kib};

    #[test]
    fn sizes_are_those_of_brotli() -> anyhow::Result<()> {
        assert!(brotli_size(&vec![7; 100_000])? < 100);
        assert_eq!(kib(1536), "1.5 KB");
        Ok(())
    }
}
