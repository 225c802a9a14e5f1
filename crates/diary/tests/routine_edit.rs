//! Changing the routine: what is asked comes true from today on, and no day behind ever changes.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{RoutineItem, Tick, TickLevel};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::routine::due;
use askelma_diary::routine::edit::{
    RoutineError, Wanted, add, current, edit, remove, reorder, take_template,
};
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{Minutes, PartOfDay, Words};
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS, Weekdays};
use proptest::prelude::*;

mod made;
use made::done_and_taken_back;

/// Tuesday 24.11.2026.
fn today() -> Day {
    Day::from_ymd(2026, 11, 24).expect("a date")
}

fn wanted(title: &str, from: Day) -> Wanted {
    Wanted {
        title: Words::new(title).expect("short").expect("not blank"),
        icon: 3,
        part: PartOfDay::Morning,
        about_min: None,
        weekdays: EVERY_DAY,
        from,
        until: None,
    }
}

fn id(number: u8) -> Id {
    Id::random([number; 16])
}

/// A routine of that many items, begun on a date.
fn routine(titles: &[&str], from: Day) -> Diary {
    let mut diary = Diary::default();
    for (number, title) in (1..).zip(titles) {
        let change = add(&diary, id(number), &wanted(title, from), from).expect("it can be so");
        diary.show(&change);
    }
    diary
}

fn titles(diary: &Diary, day: Day) -> Vec<String> {
    due(diary, day).iter().map(|due| due.item.title.as_str().to_owned()).collect()
}

fn show(diary: &mut Diary, change: Result<Change, RoutineError>) {
    diary.show(&change.expect("it can be so"));
}

#[test]
fn an_edit_counts_from_today_on() {
    let mut diary = routine(&["Breakfast", "Teeth"], today().plus(-10));
    let change = edit(&diary, id(1), &wanted("Porridge", today()), today());
    show(&mut diary, change);
    assert_eq!(titles(&diary, today().plus(-10)), ["Breakfast", "Teeth"]);
    assert_eq!(titles(&diary, today().plus(-1)), ["Breakfast", "Teeth"]);
    assert_eq!(titles(&diary, today()), ["Porridge", "Teeth"]);
    assert_eq!(titles(&diary, today().plus(300)), ["Porridge", "Teeth"]);
}

#[test]
fn a_second_edit_on_the_same_day_replaces_the_first() {
    let mut diary = routine(&["Breakfast"], today().plus(-10));
    for title in ["Porridge", "Bread", "Fruit"] {
        let change = edit(&diary, id(1), &wanted(title, today()), today());
        show(&mut diary, change);
    }
    assert_eq!(titles(&diary, today()), ["Fruit"]);
    // The version until yesterday, and today's.
    assert_eq!(diary.undated().count(), 2);
    // An item that began today has one version only.
    let mut fresh = routine(&["Breakfast"], today());
    let change = edit(&fresh, id(1), &wanted("Fruit", today()), today());
    show(&mut fresh, change);
    assert_eq!((titles(&fresh, today()), fresh.undated().count()), (vec!["Fruit".into()], 1));
}

#[test]
fn two_tabs_that_edit_on_one_day_write_one_version() {
    let diary = routine(&["Breakfast"], today().plus(-10));
    let one = edit(&diary, id(1), &wanted("Porridge", today()), today()).expect("can be so");
    let other = edit(&diary, id(1), &wanted("Bread", today()), today()).expect("can be so");
    let names =
        |change: &Change| change.0.iter().map(askelma_diary::change::Item::id).collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
}

#[test]
fn two_phones_that_edit_on_two_days_show_the_later_version_once() {
    let diary = routine(&["Breakfast"], today().plus(-10));
    let mut both = diary.clone();
    both.show(&edit(&diary, id(1), &wanted("Bread", today()), today()).expect("can be so"));
    let tomorrow = today().plus(1);
    both.show(&edit(&diary, id(1), &wanted("Fruit", tomorrow), tomorrow).expect("can be so"));
    assert_eq!(titles(&both, today()), ["Bread"]);
    assert_eq!(titles(&both, tomorrow), ["Fruit"]);
}

#[test]
fn a_later_first_date_leaves_the_days_until_then() {
    let mut diary = routine(&["Breakfast"], today().plus(-10));
    let change = edit(&diary, id(1), &wanted("Porridge", today().plus(7)), today());
    show(&mut diary, change);
    assert_eq!(titles(&diary, today().plus(6)), ["Breakfast"]);
    assert_eq!(titles(&diary, today().plus(7)), ["Porridge"]);
    // Changed my mind: from today after all.
    let change = edit(&diary, id(1), &wanted("Fruit", today()), today());
    show(&mut diary, change);
    assert_eq!(titles(&diary, today()), ["Fruit"]);
    assert_eq!(titles(&diary, today().plus(7)), ["Fruit"]);
}

#[test]
fn what_has_not_begun_begins_on_the_new_date() {
    let mut diary = Diary::default();
    show(&mut diary, add(&Diary::default(), id(1), &wanted("Swim", today().plus(3)), today()));
    assert!(titles(&diary, today()).is_empty());
    let change = edit(&diary, id(1), &wanted("Swim", today().plus(9)), today());
    show(&mut diary, change);
    assert!(titles(&diary, today().plus(8)).is_empty());
    assert_eq!(titles(&diary, today().plus(9)), ["Swim"]);
}

#[test]
fn nothing_changed_writes_nothing() {
    let diary = routine(&["Breakfast"], today().plus(-10));
    let same = edit(&diary, id(1), &wanted("Breakfast", today()), today());
    assert_eq!(same, Ok(Change::default()));
    assert_eq!(reorder(&diary, id(1), 0, today()), Change::default());
    assert_eq!(reorder(&diary, id(9), 0, today()), Change::default());
}

#[test]
fn impossible_wishes_are_refused() {
    let diary = routine(&["Breakfast"], today());
    let no_day = Wanted { weekdays: Weekdays::default(), ..wanted("Breakfast", today()) };
    assert_eq!(edit(&diary, id(1), &no_day, today()), Err(RoutineError::NoWeekday));
    let until = Some(today().plus(2));
    let late = Wanted { until, ..wanted("Breakfast", today().plus(3)) };
    assert_eq!(add(&diary, id(2), &late, today()), Err(RoutineError::EndsBeforeItBegins));
    // A first date in the past counts as today.
    let over = Wanted { until: Some(today().plus(-1)), ..wanted("Breakfast", today().plus(-9)) };
    assert_eq!(edit(&diary, id(1), &over, today()), Err(RoutineError::EndsBeforeItBegins));
}

#[test]
fn weekdays_and_last_dates_are_kept() {
    let mut diary = Diary::default();
    let until = Some(Day::from_ymd(2026, 12, 1).expect("a date"));
    let bag = Wanted { weekdays: SCHOOL_DAYS, until, ..wanted("Bag", today()) };
    show(&mut diary, add(&Diary::default(), id(1), &bag, today()));
    let due_on: Vec<String> = today()
        .through(today().plus(30))
        .filter(|day| !titles(&diary, *day).is_empty())
        .map(|day| day.to_string())
        .collect();
    assert_eq!(
        due_on,
        ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"]
    );
    // It is over afterwards and no longer offered for editing.
    assert_eq!(current(&diary, Day::from_ymd(2026, 12, 2).expect("a date")), []);
}

#[test]
fn removing_leaves_the_days_behind_with_their_ticks() {
    let mut diary = routine(&["Breakfast", "Teeth"], today().plus(-3));
    let yesterday = today().plus(-1);
    let when = Instant::new(1_795_500_000, 120).expect("in range");
    let tick = Tick { day: yesterday, item: id(1), when, level: TickLevel::Some };
    diary.show(&Change::put(Id::once_a_day_for(Kind::Tick, yesterday, id(1)), tick));
    diary.show(&remove(&diary, id(1), today()));
    assert_eq!(titles(&diary, today()), ["Teeth"]);
    let past = due(&diary, yesterday);
    assert_eq!(past[0].item.title.as_str(), "Breakfast");
    assert_eq!(past[0].level, Some(TickLevel::Some));
    // What began today leaves nothing behind.
    let fresh = routine(&["Breakfast"], today());
    let mut gone = fresh.clone();
    gone.show(&remove(&fresh, id(1), today()));
    assert_eq!(gone.undated().count(), 0);
}

#[test]
fn moving_changes_the_order_from_today_on() {
    let mut diary = routine(&["A", "B", "C", "D"], today().plus(-3));
    diary.show(&reorder(&diary, id(4), 1, today()));
    assert_eq!(titles(&diary, today()), ["A", "D", "B", "C"]);
    assert_eq!(titles(&diary, today().plus(-1)), ["A", "B", "C", "D"]);
    // One item moved: its old version closed and its new one, no neighbour touched.
    assert_eq!(diary.undated().count(), 5);
    diary.show(&reorder(&diary, id(1), 99, today()));
    assert_eq!(titles(&diary, today()), ["D", "B", "C", "A"]);
    diary.show(&reorder(&diary, id(3), 0, today()));
    assert_eq!(titles(&diary, today()), ["C", "D", "B", "A"]);
}

#[test]
fn another_part_of_the_day_puts_it_last_there() {
    let mut diary = routine(&["A", "B"], today().plus(-3));
    let evening = |title| Wanted { part: PartOfDay::Evening, ..wanted(title, today()) };
    show(&mut diary.clone(), add(&diary, id(7), &evening("Lights"), today()));
    let change = add(&diary, id(7), &evening("Lights"), today());
    show(&mut diary, change);
    let change = edit(&diary, id(1), &evening("A"), today());
    show(&mut diary, change);
    assert_eq!(titles(&diary, today()), ["B", "Lights", "A"]);
}

#[test]
fn a_template_comes_after_what_is_there() {
    let mut diary = routine(&["A"], today().plus(-3));
    let evening = Wanted { part: PartOfDay::Evening, ..wanted("E", today()) };
    let items = [(id(10), wanted("B", today())), (id(11), evening), (id(12), wanted("C", today()))];
    let change = take_template(&diary, &items, today());
    show(&mut diary, change);
    assert_eq!(titles(&diary, today()), ["A", "B", "C", "E"]);
    assert_eq!(titles(&diary, today().plus(-1)), ["A"]);
}

/// Something that a person does with their routine.
#[derive(Debug, Clone)]
enum Deed {
    Add(Wanted),
    Edit(usize, Wanted),
    Move(usize, usize),
    Remove(usize),
    Wait(i32),
}

fn any_wanted() -> impl Strategy<Value = Wanted> {
    (0..4_u8, 0..3_usize, 0..=0b111_1111_u8, -5..9_i32, prop::option::of(-3..20_i32), 0..1440_u16)
        .prop_map(|(title, part, weekdays, from, until, about)| Wanted {
            title: Words::new(&format!("Item {title}")).expect("short").expect("not blank"),
            icon: title,
            part: PartOfDay::ALL[part],
            about_min: (about % 2 == 0).then(|| Minutes::new(about).expect("in range")),
            weekdays: Weekdays::from_bits(weekdays),
            from: today().plus(from),
            until: until.map(|days| today().plus(days)),
        })
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => any_wanted().prop_map(Deed::Add),
        3 => (0..8_usize, any_wanted()).prop_map(|(at, wanted)| Deed::Edit(at, wanted)),
        3 => (0..8_usize, 0..8_usize).prop_map(|(at, to)| Deed::Move(at, to)),
        1 => (0..8_usize).prop_map(Deed::Remove),
        2 => (0..5_i32).prop_map(Deed::Wait),
    ]
}

fn items_of(diary: &Diary, from: Day, to: Day) -> Vec<Vec<RoutineItem>> {
    // How far a version reaches is not shown on a day.
    let without_end =
        |due: askelma_diary::routine::DueItem| RoutineItem { until: None, ..due.item };
    from.through(to).map(|day| due(diary, day).into_iter().map(without_end).collect()).collect()
}

fn names(items: &[RoutineItem], part: PartOfDay) -> Vec<Id> {
    items.iter().filter(|item| item.part == part).map(|item| item.item).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_edit_ever_changes_a_day_before_today(deeds in prop::collection::vec(any_deed(), 1..40)) {
        let mut diary = Diary::default();
        let mut now = today();
        let mut made = 0_u8;
        for deed in deeds {
            let items = current(&diary, now);
            let pick = |at: usize| items.get(at % items.len().max(1)).cloned();
            let shift = |mut wanted: Wanted| {
                let on = now.since(today());
                wanted.from = wanted.from.plus(on);
                wanted.until = wanted.until.map(|until| until.plus(on));
                wanted
            };
            let before = items_of(&diary, today().plus(-30), now.plus(-1));
            let change = match deed {
                Deed::Wait(days) => {
                    now = now.plus(days);
                    continue;
                }
                Deed::Add(wanted) => {
                    made += 1;
                    add(&diary, id(made), &shift(wanted), now).unwrap_or_default()
                }
                Deed::Edit(at, wanted) => match pick(at) {
                    Some(item) => {
                        let wanted = shift(wanted);
                        let change = edit(&diary, item.item, &wanted, now);
                        if change.is_ok() {
                            let begins = wanted.from.max(now);
                            let mut after = diary.clone();
                            after.show(&change.clone().expect("ok"));
                            let due_items = due(&after, begins);
                            let due_item = due_items.iter().find(|due| due.item.item == item.item);
                            let on = wanted.weekdays.falls_on(begins);
                            prop_assert_eq!(due_item.is_some(), on);
                            prop_assert!(due_item.is_none_or(|due| due.item.title == wanted.title));
                        }
                        change.unwrap_or_default()
                    }
                    None => continue,
                },
                Deed::Move(at, to) => match pick(at) {
                    Some(item) => {
                        let change = reorder(&diary, item.item, to, now);
                        let mut expected = names(&items, item.part);
                        expected.retain(|id| *id != item.item);
                        expected.insert(to.min(expected.len()), item.item);
                        let mut after = diary.clone();
                        after.show(&change);
                        prop_assert_eq!(names(&current(&after, now), item.part), expected);
                        change
                    }
                    None => continue,
                },
                Deed::Remove(at) => match pick(at) {
                    Some(item) => {
                        let change = remove(&diary, item.item, now);
                        let mut after = diary.clone();
                        after.show(&change);
                        let left = current(&after, now);
                        prop_assert!(left.iter().all(|entry| entry.item != item.item));
                        change
                    }
                    None => continue,
                },
            };
            let whole = items_of(&diary, today().plus(-30), now.plus(60));
            let back = done_and_taken_back(&mut diary, &change);
            prop_assert_eq!(&items_of(&diary, today().plus(-30), now.plus(-1)), &before);
            // Undo brings everything back.
            prop_assert_eq!(items_of(&back, today().plus(-30), now.plus(60)), whole);
            // No item stands twice on a day.
            for items in items_of(&diary, now, now.plus(30)) {
                let mut ids: Vec<Id> = items.iter().map(|item| item.item).collect();
                ids.sort_unstable();
                ids.dedup();
                prop_assert_eq!(ids.len(), items.len());
            }
        }
    }
}
