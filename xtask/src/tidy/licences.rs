//! deny.toml's licences and bans, checked without cargo-deny: by cargo's own word.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::Value;

use crate::process::{command, output};
use crate::{files, paths};

#[test]
fn every_dependency_may_be_handed_out_with_the_app() -> anyhow::Result<()> {
    let deny = files::read_text(&paths::root().join("deny.toml"))?;
    let allowed = quoted_after(&deny, "allow = [");
    let mut banned = quoted_after(&deny, "deny = [");
    banned.retain(|name| !of_tools(&deny).contains(name));
    assert!(allowed.contains("MIT") && banned.contains("reqwest"), "deny.toml reads otherwise");
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let metadata: Value = serde_json::from_str(&output(&mut cargo).context("cargo metadata")?)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(licence, &allowed), "{name}: {licence}");
        assert!(!banned.contains(name), "{name} is banned by deny.toml");
    }
    Ok(())
}

#[test]
fn what_a_tool_alone_may_use_is_not_in_the_app() -> anyhow::Result<()> {
    let deny = files::read_text(&paths::root().join("deny.toml"))?;
    let of_tools = of_tools(&deny);
    assert!(of_tools.contains("hyper"), "deny.toml reads otherwise");
    let in_app = crate::licences::names_in_app()?;
    assert!(in_app.contains("leptos"), "the app's packages were not found");
    let both: Vec<_> = of_tools.intersection(&in_app).collect();
    assert!(both.is_empty(), "{both:?} came into the app");
    Ok(())
}

/// The crates that deny.toml lets a tool alone use.
fn of_tools(deny: &str) -> BTreeSet<String> {
    let lines = deny.lines().filter(|line| line.contains("wrappers = [\"xtask\""));
    lines.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

/// One of the alternatives is allowed in all its parts.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
    plain
        .split(" OR ")
        .any(|choice| choice.split(" AND ").all(|part| allowed.contains(part.trim())))
}

fn quoted_after(text: &str, start: &str) -> BTreeSet<String> {
    let list = text.split(&format!("\n{start}")).nth(1).unwrap_or_default();
    let list = list.split("\n]").next().unwrap_or_default();
    let lines = list.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

#[test]
fn one_allowed_choice_is_enough_but_all_its_parts_are_needed() {
    let allowed = BTreeSet::from(["MIT".to_owned(), "Zlib".to_owned()]);
    assert!(is_allowed("MIT OR GPL-3.0", &allowed));
    assert!(is_allowed("GPL-3.0/MIT", &allowed));
    assert!(is_allowed("(MIT AND Zlib) OR GPL-3.0", &allowed));
    assert!(!is_allowed("MIT AND GPL-3.0", &allowed));
    assert!(!is_allowed("", &allowed));
}
