//! Whatever ends, fails, is tried again, in any order and in two tabs: what stands at the end, on
//! the screen and on the disk, is the newest thing that the person did.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeMap;

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::Diary;
use askelma_diary::entries::SmallThing;
use askelma_diary::id::Id;
use askelma_diary::record::deed::{Deed, Undo};
use askelma_diary::record::unsaved::{Batch, Unsaved};
use askelma_diary::shard::{Kept, Shard, ShardKey};
use askelma_diary::stamp::StampClock;
use proptest::prelude::*;

mod made;
use made::words;

fn name(of: u8) -> Id {
    Id::random([of; 16])
}

fn put(of: u8, text: u16) -> Item {
    let words = words(&text.to_string());
    Item::Put { id: name(of), body: SmallThing { words, order: 0 }.into() }
}

fn remove(of: u8) -> Item {
    Item::Remove { id: name(of), shard: ShardKey::Undated }
}

/// What stands at a name: its text, or nothing.
fn text_at(diary: &Diary, of: u8) -> Option<String> {
    diary.find::<SmallThing>(name(of)).map(|thing| thing.words.as_str().to_owned())
}

/// An open tab: what it shows, and what it has not saved.
struct Tab {
    diary: Diary,
    clock: StampClock,
    unsaved: Unsaved,
    under_way: Vec<Batch>,
    undo: Option<Undo>,
}

impl Tab {
    fn open(writer: u32, disk: &Shard) -> Self {
        let mut diary = Diary::default();
        disk.records().for_each(|record| diary.merge(record.clone()));
        let (clock, unsaved) = (StampClock::new(writer), Unsaved::default());
        Self { diary, clock, unsaved, under_way: Vec::new(), undo: None }
    }

    fn show(&mut self, deed: &Deed) {
        self.diary.show_deed(deed);
        self.unsaved.add(&deed.records);
    }

    fn read(&mut self, disk: &Shard) {
        disk.records().for_each(|record| self.diary.merge(record.clone()));
    }

    /// A batch ends: written or not, and known to be written or not.
    fn end(&mut self, batch: &Batch, disk: &mut Shard, written: bool, told: bool) {
        if written {
            for (_, record) in &batch.records {
                if let Kept::Standing(record) = disk.keep(record.clone()) {
                    self.diary.merge(record);
                }
            }
        }
        if written && told {
            self.unsaved.kept(batch);
        } else {
            self.unsaved.failed(batch);
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Do { tab: usize, items: Vec<(u8, bool)> },
    Undo { tab: usize },
    Begin { tab: usize, all: bool },
    End { tab: usize, which: prop::sample::Index, written: bool, told: bool },
    Hear { tab: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..2_usize;
    let items = prop::collection::vec((0..3_u8, prop::bool::weighted(0.8)), 1..3);
    prop_oneof![
        4 => (tab.clone(), items).prop_map(|(tab, items)| Step::Do { tab, items }),
        1 => tab.clone().prop_map(|tab| Step::Undo { tab }),
        3 => (tab.clone(), any::<bool>()).prop_map(|(tab, all)| Step::Begin { tab, all }),
        4 => (tab.clone(), any::<prop::sample::Index>(), any::<bool>(), any::<bool>())
            .prop_map(|(tab, which, written, told)| Step::End { tab, which, written, told }),
        2 => tab.prop_map(|tab| Step::Hear { tab }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn the_newest_thing_done_stands_at_the_end(steps in prop::collection::vec(step(), 1..40)) {
        let mut disk = Shard::default();
        let mut tabs = [Tab::open(1, &disk), Tab::open(2, &disk)];
        // The reference: what was last done to each name, in the order in which it was done.
        let mut newest: BTreeMap<u8, Option<String>> = BTreeMap::new();
        for (now_ms, step) in (1..).zip(steps) {
            match step {
                Step::Do { tab, items } => {
                    let tab = &mut tabs[tab];
                    let item = |(of, puts): &(u8, bool)| {
                        let text = u16::try_from(now_ms).expect("few steps");
                        if *puts { put(*of, text) } else { remove(*of) }
                    };
                    let change = Change(items.iter().map(item).collect());
                    let deed = tab.diary.deed(&change, &mut tab.clock, now_ms);
                    tab.show(&deed);
                    tab.undo = Some(deed.undo);
                    for (of, puts) in items {
                        newest.insert(of, puts.then(|| now_ms.to_string()));
                    }
                    prop_assert!(tab.unsaved.is_empty() == deed.records.is_empty());
                }
                Step::Undo { tab } => {
                    let tab = &mut tabs[tab];
                    let Some(undo) = tab.undo.take() else { continue };
                    let deed = tab.diary.taken_back(&undo, &mut tab.clock, now_ms);
                    tab.show(&deed);
                    for of in 0..3 {
                        if deed.records.iter().any(|(_, record)| record.id == name(of)) {
                            newest.insert(of, text_at(&tab.diary, of));
                        }
                    }
                }
                Step::Begin { tab, all } => {
                    let tab = &mut tabs[tab];
                    let begun = if all { tab.unsaved.begin() } else { tab.unsaved.begin_next(0) };
                    tab.under_way.extend(begun);
                }
                Step::End { tab, which, written, told } => {
                    let tab = &mut tabs[tab];
                    if !tab.under_way.is_empty() {
                        let batch = tab.under_way.remove(which.index(tab.under_way.len()));
                        tab.end(&batch, &mut disk, written, told);
                        // What failed is never forgotten while it is not on the disk.
                        let waits = batch.records.iter().filter(|(_, record)| {
                            disk.records().all(|kept| {
                                kept.id != record.id || kept.stamp < record.stamp
                            })
                        });
                        for (_, record) in waits {
                            let kept = tab.unsaved.records().any(|(_, left)| {
                                left.id == record.id && left.stamp >= record.stamp
                            });
                            prop_assert!(kept, "forgotten");
                        }
                    }
                }
                Step::Hear { tab } => tabs[tab].read(&disk),
            }
        }
        for tab in &mut tabs {
            while let Some(batch) = tab.under_way.pop() {
                tab.end(&batch, &mut disk, false, false);
            }
            while let Some(batch) = tab.unsaved.begin() {
                tab.end(&batch, &mut disk, true, true);
            }
            prop_assert!(tab.unsaved.is_empty() && !tab.unsaved.has_failed());
        }
        for tab in &mut tabs {
            tab.read(&disk);
            let reopened = Tab::open(3, &disk);
            for of in 0..3 {
                let expected = newest.get(&of).cloned().flatten();
                prop_assert_eq!(&text_at(&tab.diary, of), &expected);
                prop_assert_eq!(&text_at(&reopened.diary, of), &expected);
            }
        }
    }
}

fn done(tab: &mut Tab, item: Item, now_ms: u64) -> Undo {
    let deed = tab.diary.deed(&Change(vec![item]), &mut tab.clock, now_ms);
    tab.show(&deed);
    deed.undo
}

#[test]
fn the_first_of_two_writes_ends_and_the_second_tap_stays_on_the_screen() {
    let mut disk = Shard::default();
    let mut tab = Tab::open(1, &disk);
    done(&mut tab, put(0, 1), 1);
    let first = tab.unsaved.begin().expect("a deed waits");
    done(&mut tab, put(0, 2), 2);
    tab.end(&first, &mut disk, true, true);
    assert_eq!(text_at(&tab.diary, 0).as_deref(), Some("2"));
    assert!(!tab.unsaved.is_saved(2), "the second tap is not on the disk yet");
    assert!(tab.unsaved.is_saved(1));
}

#[test]
fn what_failed_is_not_written_over_what_was_done_since() {
    let mut disk = Shard::default();
    let mut tab = Tab::open(1, &disk);
    done(&mut tab, put(0, 1), 1);
    let first = tab.unsaved.begin().expect("a deed waits");
    tab.end(&first, &mut disk, false, false);
    assert!(tab.unsaved.has_failed());
    done(&mut tab, put(0, 2), 2);
    let both = tab.unsaved.begin().expect("both wait");
    assert_eq!(both.records.len(), 1);
    tab.end(&both, &mut disk, true, true);
    assert!(tab.unsaved.is_empty());
    assert_eq!(text_at(&Tab::open(3, &disk).diary, 0).as_deref(), Some("2"));
}

#[test]
fn another_tab_wrote_later_than_what_failed_here() {
    let mut disk = Shard::default();
    let (mut first, mut other) = (Tab::open(1, &disk), Tab::open(2, &disk));
    done(&mut first, put(0, 1), 1);
    let batch = first.unsaved.begin().expect("a deed waits");
    first.end(&batch, &mut disk, false, false);
    done(&mut other, put(0, 2), 2);
    let batch = other.unsaved.begin().expect("a deed waits");
    other.end(&batch, &mut disk, true, true);
    let again = first.unsaved.begin().expect("it is tried again");
    first.end(&again, &mut disk, true, true);
    assert_eq!(text_at(&first.diary, 0).as_deref(), Some("2"));
    assert_eq!(text_at(&Tab::open(3, &disk).diary, 0).as_deref(), Some("2"));
}

#[test]
fn undo_takes_back_one_deed_and_leaves_what_came_after_it() {
    let disk = Shard::default();
    let mut tab = Tab::open(1, &disk);
    done(&mut tab, put(0, 1), 1);
    let second = done(&mut tab, put(0, 2), 2);
    let back = tab.diary.taken_back(&second, &mut tab.clock, 3);
    tab.show(&back);
    assert_eq!(text_at(&tab.diary, 0).as_deref(), Some("1"));
    // Once more takes nothing back: what stands there was written since.
    assert_eq!(tab.diary.taken_back(&second, &mut tab.clock, 4), Deed::default());
}

#[test]
fn one_name_twice_in_a_deed_comes_back_whole() {
    let disk = Shard::default();
    let mut tab = Tab::open(1, &disk);
    done(&mut tab, put(0, 1), 1);
    let change = Change(vec![remove(0), put(0, 2)]);
    let deed = tab.diary.deed(&change, &mut tab.clock, 2);
    tab.show(&deed);
    assert_eq!(text_at(&tab.diary, 0).as_deref(), Some("2"));
    let back = tab.diary.taken_back(&deed.undo, &mut tab.clock, 3);
    tab.show(&back);
    assert_eq!(text_at(&tab.diary, 0).as_deref(), Some("1"));
}
