//! Prints a diary of five typical years for `cargo xtask bench`: the count of its records, then a
//! line a shard, its key and its bytes in hexadecimal.
//!
//! `cargo run -p askelma-diary --example five_years -- NOW_UNIX_S`

#![allow(clippy::print_stdout, reason = "a tool of the bench")]

use std::collections::BTreeMap;

use askelma_diary::change::Change;
use askelma_diary::diary::{Diary, profile_id};
use askelma_diary::entries::{Profile, RoutineItem};
use askelma_diary::example::{Story, stories};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::StampClock;
use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_diary::values::{PartOfDay, Words};
use askelma_diary::weekdays::EVERY_DAY;

const DAYS: i32 = 5 * 365 + 1;

/// Two hours east of Greenwich all year: clock changes weigh nothing here.
struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let now = Instant::new(arguments.next().ok_or("no time")?.parse()?, 120)?;
    let words = |text: &str| Words::new(text).ok().flatten();
    let many = |text: &str| (0..12).filter_map(|at| words(&format!("{text}, {at}"))).collect();
    let story = Story {
        routine: routine(now),
        notes: many("A note of some length about how the morning went and what came then"),
        moments: many("A good moment that somebody wrote down in the evening"),
        path: None,
    };
    let mut shards: BTreeMap<ShardKey, Shard> = BTreeMap::new();
    let mut stamps = StampClock::new(1);
    let profile = Profile { name: words("Aino"), begun: now, example: false };
    let mut entries = stories(&story, DAYS, now, &EastTwo);
    entries.push((profile_id(), profile.into()));
    let count = entries.len();
    for (id, body) in entries {
        let now_ms = u64::try_from(now.unix_s())?.saturating_mul(1000);
        let deed = Diary::default().deed(&Change::put(id, body), &mut stamps, now_ms);
        for (shard, record) in deed.records {
            shards.entry(shard).or_default().merge(record);
        }
    }
    println!("{count}");
    for (key, shard) in &shards {
        let hex: Vec<String> = shard.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        println!("{key} {}", hex.concat());
    }
    Ok(())
}

fn routine(now: Instant) -> Vec<RoutineItem> {
    const TITLES: &str =
        "Curtains Breakfast Dressed Teeth Bag Outside Task Meal Music Ready Screens Lights";
    let item = |(order, title): (u16, &str)| {
        Some(RoutineItem {
            item: Id::named(Kind::RoutineItem, title.as_bytes()),
            title: Words::new(title).ok().flatten()?,
            icon: u8::try_from(order).unwrap_or_default(),
            part: if order < 4 { PartOfDay::Morning } else { PartOfDay::Day },
            about_min: None,
            weekdays: EVERY_DAY,
            from: now.day().plus(-DAYS),
            until: None,
            order,
        })
    };
    (0_u16..).zip(TITLES.split(' ')).filter_map(item).collect()
}
