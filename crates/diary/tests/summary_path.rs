//! The path in a summary and on the meeting sheet: what goes along, what stays, and the numbers,
//! all worked out by hand.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::Diary;
use askelma_diary::entries::{SharePart, Try};
use askelma_diary::example::{Story, StoryPath, twelve_weeks};
use askelma_diary::id::Id;
use askelma_diary::path::{self, GuessAndReal, WantedStep, add_path, archive, choose, retire};
use askelma_diary::record::Kind;
use askelma_diary::sharing::sheet::{self, Outcomes, PathSheet, meeting_sheet, tries_in_calm_week};
use askelma_diary::sharing::summarise::{
    Choice, HeavyNotes, PathWords, PathsShown, heavy_notes, part_size, paths_to_show, summarise,
};
use askelma_diary::sharing::summary::{StepStanding, Summary, TryRow, Visibility};
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::{CardMark, Outcome, PathMove, Scale10};
use proptest::prelude::*;

mod made;
use made::path::tie;
use made::{at, day, words};

const BACK: u8 = 100;
const SWIM: u8 = 101;

fn id(number: u8) -> Id {
    Id::random([number; 16])
}

fn from() -> Day {
    day("2026-10-28")
}

fn to() -> Day {
    day("2026-11-24")
}

fn now() -> Instant {
    at(to(), 20 * 60)
}

fn scale(number: u8) -> Option<Scale10> {
    Scale10::new(number).ok()
}

fn step(title: &str, guess: u8) -> WantedStep {
    WantedStep { guess: scale(guess), ..WantedStep::titled(words(title)) }
}

/// Four steps back to school, the second moved to; and a path of one step elsewhere.
fn two_paths() -> Diary {
    let mut diary = Diary::default();
    let back = [
        (id(1), step("Get dressed", 3)),
        (id(2), step("Sit in the car park", 5)),
        (id(3), step("Walk to the gate", 7)),
        (id(4), step("One lesson", 9)),
    ];
    let why = Some(words("I miss drawing"));
    diary.show(&add_path(id(BACK), words("Art lessons again"), why, &back, at(from(), 600)));
    let swim = [(id(5), step("Pool hall", 4))];
    diary.show(&add_path(id(SWIM), words("Swimming"), None, &swim, at(from(), 700)));
    let moved = choose(Change::default(), id(BACK), PathMove::Next, Some(id(2)), at(from(), 800));
    diary.show(&moved);
    diary
}

fn a_try(step: u8, when: Instant, outcome: Outcome, guess: u8, hardest: u8) -> Try {
    Try {
        when,
        path: if step == 5 { id(SWIM) } else { id(BACK) },
        step: id(step),
        title: words("as it was"),
        guess: scale(guess),
        thought: Some(words("everybody looks")),
        with_whom: None,
        supports: Vec::new(),
        planned_min: None,
        in_at: None,
        outcome: Some(outcome),
        hardest: scale(hardest),
        after: scale(1),
        found_out: Some(words("nobody looked")),
        helped: vec![words("music")],
        note: Some(words("it rained")),
        ended: None,
    }
}

fn put(diary: &mut Diary, entry: Try) {
    let name = Id::named(Kind::Try, &entry.when.unix_s().to_be_bytes());
    diary.show(&Change::put(name, entry));
}

/// Six tries in the dates, one before them and one that goes on.
fn tried() -> Diary {
    use Outcome::{Did, Part, TurnedBack};
    let mut diary = two_paths();
    let on = |date: &str, minute| at(day(date), minute);
    put(&mut diary, a_try(1, on("2026-10-20", 540), Did, 9, 1));
    put(&mut diary, a_try(1, on("2026-10-28", 540), Did, 4, 2));
    put(&mut diary, a_try(2, on("2026-11-03", 540), Part, 6, 6));
    put(&mut diary, a_try(2, on("2026-11-10", 540), TurnedBack, 6, 7));
    // At one in the night it still belongs to the day before.
    let mut night = a_try(1, on("2026-11-12", 60), Did, 3, 2);
    night.helped = vec![words("Dad"), words("Music"), words("music")];
    put(&mut diary, night);
    let mut without_guess = a_try(2, on("2026-11-18", 545), Did, 6, 3);
    without_guess.guess = None;
    without_guess.helped = vec![words("going early")];
    put(&mut diary, without_guess);
    put(&mut diary, a_try(5, on("2026-11-24", 900), Did, 4, 1));
    let mut going_on = a_try(3, on("2026-11-24", 1000), Did, 4, 1);
    going_on.outcome = None;
    put(&mut diary, going_on);
    diary
}

fn choice(paths: &[Id], path_words: PathWords) -> Choice {
    Choice {
        from: from(),
        to: to(),
        parts: vec![(SharePart::Path, Visibility::Meeting)],
        name: words("Aino"),
        purpose: None,
        keep_until: None,
        paths: paths.to_vec(),
        path_words,
        heavy_notes: HeavyNotes::StayHere,
    }
}

fn shared(diary: &Diary, choice: &Choice) -> Summary {
    summarise(diary, choice, [7; 16], now())
}

fn titles(summary: &Summary) -> Vec<String> {
    let steps = summary.steps.iter().flat_map(|part| &part.rows);
    steps.map(|row| row.title.as_str().to_owned()).collect()
}

fn tries(summary: &Summary) -> &[TryRow] {
    summary.tries.as_ref().map_or(&[], |part| &part.rows)
}

fn sheet_of(summary: &Summary) -> PathSheet {
    meeting_sheet(summary).paths.into_iter().next().expect("a path")
}

#[test]
fn steps_stand_in_order_and_tries_name_them_by_place() {
    use StepStanding::{Ahead, Behind, Here};
    let summary = shared(&tried(), &choice(&[id(BACK), id(SWIM)], PathWords::StayHere));
    assert_eq!(
        titles(&summary),
        ["Get dressed", "Sit in the car park", "Walk to the gate", "One lesson", "Pool hall"]
    );
    let part = summary.steps.as_ref().expect("steps");
    let standings: Vec<_> = part.rows.iter().map(|row| row.standing).collect();
    assert_eq!(standings, [Behind, Here, Ahead, Ahead, Here]);
    let begins: Vec<_> = part.rows.iter().map(|row| row.begins.is_some()).collect();
    assert_eq!(begins, [true, false, false, false, true]);
    assert_eq!(part.visibility, Visibility::Meeting);
    assert_eq!(summary.tries.as_ref().map(|part| part.visibility), Some(Visibility::Meeting));
    // The one before the dates and the one that goes on stay out.
    let rows: Vec<_> =
        tries(&summary).iter().map(|row| (row.day.to_string(), row.clock_min, row.step)).collect();
    let expected = [
        ("2026-10-28", 540, 0),
        ("2026-11-03", 540, 1),
        ("2026-11-10", 540, 1),
        ("2026-11-11", 60, 0),
        ("2026-11-18", 545, 1),
        ("2026-11-24", 900, 4),
    ];
    assert_eq!(rows, expected.map(|(day, clock, step)| (day.to_owned(), clock, step)));
}

#[test]
fn only_chosen_paths_go_along_and_only_with_the_part() {
    let diary = tried();
    let summary = shared(&diary, &choice(&[id(SWIM)], PathWords::StayHere));
    assert_eq!(titles(&summary), ["Pool hall"]);
    assert_eq!(tries(&summary).len(), 1);
    assert_eq!(shared(&diary, &choice(&[], PathWords::GoAlong)).steps, None);
    let mut without = choice(&[id(BACK)], PathWords::GoAlong);
    without.parts = vec![(SharePart::School, Visibility::OnlyYou)];
    let summary = shared(&diary, &without);
    assert_eq!((summary.steps, summary.tries), (None, None));
    assert_eq!(part_size(&diary, SharePart::Path, &[id(BACK)], from(), to()), 4);
    assert_eq!(part_size(&diary, SharePart::Path, &[], from(), to()), 0);
}

#[test]
fn own_words_go_along_only_when_they_may() {
    let diary = tried();
    let stay = shared(&diary, &choice(&[id(BACK)], PathWords::StayHere));
    for row in tries(&stay) {
        assert_eq!((&row.thought, &row.found_out, &row.note), (&None, &None, &None));
        assert!(!row.helped.is_empty());
    }
    assert_eq!(sheet_of(&stay).head.why, None);
    let along = shared(&diary, &choice(&[id(BACK)], PathWords::GoAlong));
    let first = tries(&along).first().expect("a try");
    assert_eq!(first.thought, Some(words("everybody looks")));
    assert_eq!(first.found_out, Some(words("nobody looked")));
    assert_eq!(first.note, Some(words("it rained")));
    assert_eq!(sheet_of(&along).head.why, Some(words("I miss drawing")));
}

#[test]
fn a_step_put_away_comes_along_for_its_tries_alone() {
    let mut diary = tried();
    for number in [1, 4] {
        let put_away = retire(&diary, id(number), to(), now());
        diary.show(&put_away);
    }
    let summary = shared(&diary, &choice(&[id(BACK)], PathWords::StayHere));
    assert_eq!(titles(&summary), ["Get dressed", "Sit in the car park", "Walk to the gate"]);
    let sheet = sheet_of(&summary);
    let standings: Vec<_> = sheet.steps.iter().map(|step| step.standing).collect();
    assert_eq!(standings, [StepStanding::PutAway, StepStanding::Here, StepStanding::Ahead]);
    assert_eq!(sheet.head.title, words("Art lessons again"));
    // In dates without its try it is not there, and the path begins with the next step.
    let later = Choice { from: day("2026-11-13"), ..choice(&[id(BACK)], PathWords::StayHere) };
    assert_eq!(titles(&shared(&diary, &later)), ["Sit in the car park", "Walk to the gate"]);
}

#[test]
fn a_pause_for_safety_is_not_to_be_seen() {
    let mut diary = tried();
    let choice = choice(&[id(BACK)], PathWords::GoAlong);
    let before = shared(&diary, &choice);
    let tied = tie(&diary, id(2), Some((id(50), CardMark::Safety)), now());
    diary.show(&tied);
    assert!(path::paused(&diary, id(2), to()));
    assert_eq!(shared(&diary, &choice), before);
}

#[test]
fn a_path_put_away_can_still_be_shown() {
    let mut diary = tried();
    let away = archive(&diary, id(SWIM), Some(to()));
    diary.show(&away);
    let listed: Vec<_> =
        paths_to_show(&diary, from(), to()).into_iter().map(|(id, _)| id).collect();
    assert_eq!(listed, [id(BACK), id(SWIM)]);
    let summary = shared(&diary, &choice(&[id(SWIM)], PathWords::StayHere));
    assert_eq!(titles(&summary), ["Pool hall"]);
    // A path without a single step has nothing to show.
    diary.show(&add_path(id(102), words("Empty"), None, &[], now()));
    assert_eq!(paths_to_show(&diary, from(), to()).len(), 2);
}

#[test]
fn the_sheet_counts_by_the_rule() {
    let summary = shared(&tried(), &choice(&[id(BACK), id(SWIM)], PathWords::StayHere));
    let whole = meeting_sheet(&summary);
    assert_eq!(whole.paths.len(), 2);
    // 4→2 and 3→2 easier, 6→6 as hard, 6→7 harder; the one without a guess counts nowhere.
    let back = &whole.paths[0];
    let expected = GuessAndReal { both: 4, easier: 2, as_hard: 1, harder: 1 };
    assert_eq!(back.guess_and_real, expected);
    assert_eq!(back.outcomes, Outcomes { did: 3, part: 1, turned_back: 1 });
    let steps: Vec<_> = back.steps.iter().map(|step| (step.tries, step.last)).collect();
    // The last try that has both numbers, even when a later one has not.
    assert_eq!(steps, [(2, Some((3, 2))), (3, Some((6, 7))), (0, None), (0, None)]);
    // "Music" and "music" are one, and count once a try.
    let helped: Vec<_> =
        back.helped.iter().map(|(words, times)| (words.as_str(), *times)).collect();
    assert_eq!(helped, [("music", 4), ("Dad", 1), ("going early", 1)]);
    let newest = back.tries.first().expect("a try");
    assert_eq!((newest.0.as_str(), newest.1.day), ("Sit in the car park", day("2026-11-18")));
    // With the other path's 4→1.
    let all = GuessAndReal { both: 5, easier: 3, as_hard: 1, harder: 1 };
    assert_eq!(whole.guess_and_real, all);
}

#[test]
fn tries_of_the_last_seven_dates() {
    let diary = tried();
    let both = shared(&diary, &choice(&[id(BACK), id(SWIM)], PathWords::StayHere));
    // 18 to 24 November.
    assert_eq!(tries_in_calm_week(&both), Some(2));
    let one = shared(&diary, &choice(&[id(SWIM)], PathWords::StayHere));
    assert_eq!(tries_in_calm_week(&one), Some(1));
    let none = shared(&two_paths(), &choice(&[id(BACK)], PathWords::StayHere));
    assert_eq!(none.tries, None, "steps alone, and no sign of tries");
    assert_eq!(tries_in_calm_week(&none), None);
}

#[test]
fn words_of_self_harm_stay_and_their_try_does_not() {
    let mut diary = two_paths();
    let mut heavy = a_try(1, at(day("2026-11-02"), 540), Outcome::Did, 4, 2);
    heavy.thought = Some(words("I want to die"));
    heavy.helped = vec![words("music"), words("I cut myself")];
    put(&mut diary, heavy);
    let all = [id(BACK), id(SWIM)];
    let counted = |paths: &[Id], words| {
        let paths_shown = PathsShown { paths, words };
        heavy_notes(&diary, &[SharePart::Path], paths_shown, from(), to())
    };
    assert_eq!(counted(&all, PathWords::GoAlong), 1);
    // What helped goes along without the own words too.
    assert_eq!(counted(&all, PathWords::StayHere), 1);
    assert_eq!(counted(&[id(SWIM)], PathWords::GoAlong), 0);
    let paths_shown = PathsShown { paths: &all, words: PathWords::GoAlong };
    assert_eq!(heavy_notes(&diary, &[SharePart::Mood], paths_shown, from(), to()), 0);

    let stay = shared(&diary, &choice(&all, PathWords::GoAlong));
    let row = tries(&stay).first().expect("the try");
    assert_eq!((&row.thought, &row.helped), (&None, &vec![words("music")]));
    assert_eq!((row.hardest, &row.found_out), (scale(2), &Some(words("nobody looked"))));
    let with_heavy =
        Choice { heavy_notes: HeavyNotes::GoAlong, ..choice(&all, PathWords::GoAlong) };
    let row = tries(&shared(&diary, &with_heavy)).first().cloned().expect("the try");
    assert_eq!(row.thought, Some(words("I want to die")));
    assert_eq!(row.helped.len(), 2);
}

#[test]
fn a_step_or_path_named_so_stays_as_a_whole() {
    let mut diary = tried();
    let heavy = WantedStep::titled(words("Tell Mum that I want to die"));
    let edited = path::edit_step(&diary, id(1), &heavy, now());
    diary.show(&edited);
    let summary = shared(&diary, &choice(&[id(BACK)], PathWords::StayHere));
    assert_eq!(titles(&summary), ["Sit in the car park", "Walk to the gate", "One lesson"]);
    assert!(
        summary
            .steps
            .iter()
            .flat_map(|part| &part.rows)
            .all(|row| !row.title.as_str().contains("die"))
    );
    assert_eq!(sheet_of(&summary).head.title, words("Art lessons again"));
    assert_eq!(tries(&summary).len(), 3, "those of the step stay with it");
    diary.show(&add_path(
        id(103),
        words("No reason to live"),
        None,
        &[(id(6), step("Breakfast", 1))],
        now(),
    ));
    let paths_shown = PathsShown { paths: &[id(BACK), id(103)], words: PathWords::StayHere };
    assert_eq!(heavy_notes(&diary, &[SharePart::Path], paths_shown, from(), to()), 2);
    assert_eq!(shared(&diary, &choice(&[id(103)], PathWords::StayHere)).steps, None);
}

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

#[test]
fn the_example_has_a_path_to_show() {
    let many = |name: &str, count: u8| {
        (1..=count).map(|at| words(&format!("{name} {at}"))).collect::<Vec<_>>()
    };
    let path = StoryPath {
        title: words("A whole Tuesday"),
        why: Some(words("Art")),
        steps: many("step", 9),
        with_whom: many("who", 3),
        supports: many("support", 3),
        thoughts: many("thought", 2),
        found_out: many("found", 3),
        helped: many("helped", 3),
    };
    let weeks = twelve_weeks(&Story { path: Some(path), ..Story::default() }, now(), &EastTwo);
    let mut diary = Diary::default();
    diary.show(&Change(weeks.into_iter().map(|(id, body)| Item::Put { id, body }).collect()));
    let paths: Vec<Id> = path::all_paths(&diary).into_iter().map(|(id, _)| id).collect();
    let sheet = sheet_of(&shared(&diary, &choice(&paths, PathWords::GoAlong)));
    assert!(sheet.steps.len() >= 9 && !sheet.tries.is_empty());
    assert!(sheet.guess_and_real.easier > 0 && !sheet.helped.is_empty());
    let here = sheet.steps.iter().filter(|step| step.standing == StepStanding::Here);
    assert_eq!(here.count(), 1);
}

proptest! {
    /// The sheet's rule for a row is the diary's rule for a try.
    #[test]
    fn a_row_is_felt_as_its_try(guess in prop::option::of(0_u8..=10), hardest in prop::option::of(0_u8..=10)) {
        let mut entry = a_try(5, at(day("2026-11-02"), 540), Outcome::Did, 0, 0);
        (entry.guess, entry.hardest) = (guess.and_then(scale), hardest.and_then(scale));
        let mut diary = two_paths();
        put(&mut diary, entry.clone());
        let summary = shared(&diary, &choice(&[id(SWIM)], PathWords::StayHere));
        prop_assert_eq!(sheet::felt(&tries(&summary)[0]), path::felt(&entry));
        prop_assert_eq!(sheet::guess_and_real(tries(&summary)), path::guess_and_real([&entry]));
    }
}
