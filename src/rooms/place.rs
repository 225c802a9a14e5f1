//! Places: every address of the app, typed. A room is reached by its place, never by a text.

use askelma_diary::id::Id;
use askelma_diary::time::Day;
use askelma_diary::values::{LifeArea, OwnCardKind};

/// An address within the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The role's first room: Today, the parent's week, the worker's cases.
    Start,
    /// How to begin, right after the first run.
    Begin,
    /// One day of the diary.
    Day(Day),
    /// A check-in's details.
    Mood(Day, Id),
    /// A night, by the date of its waking.
    Night(Day),
    /// Last night, from a shortcut.
    LastNight,
    /// A new good moment.
    NewMoment(Day),
    /// A good moment, to be mended.
    Moment(Day, Id),
    /// My routine.
    Routine,
    /// A new routine item.
    RoutineNew,
    /// Ready-made routines.
    RoutineReady,
    /// A routine item, to be changed.
    RoutineItem(Id),
    /// Time at school.
    School,
    /// The timetable.
    Timetable,
    /// The agreed own plan beside it.
    OwnPlan,
    /// Terms and days off.
    Terms,
    /// From how much absence on a word is said.
    Marks,
    /// A school day in detail.
    SchoolDay(Day),
    /// The path that is today's.
    Path,
    /// One of my paths.
    PathOf(Id),
    /// A new path, built by asking.
    NewPath,
    /// Starter ladders.
    Ladders,
    /// One of my paths, to be changed.
    EditPath(Id),
    /// A new step of a path.
    NewStep(Id),
    /// A step: its tries, and what next.
    Step(Id),
    /// A step, to be changed.
    EditStep(Id),
    /// The same step with less help.
    LessHelp(Id),
    /// A try planned for a date.
    PlanTry(Id),
    /// A try that is told afterwards.
    TellTry(Id),
    /// A step made smaller.
    Split(Id),
    /// Before a try of a step.
    BeforeTry(Id),
    /// A try: while it goes on, and after it.
    Try(Id),
    /// Me: strengths and the calendar.
    Me,
    /// The diary: any day, and search.
    Diary,
    /// My picture.
    Picture,
    /// Strengths: all good moments, or those with one strength.
    Strengths(Option<Id>),
    /// What makes school hard, what helps: the map.
    Reasons,
    /// Sorting its cards: of one life area, or of all.
    SortReasons(Option<LifeArea>),
    /// One of its cards.
    Reason(Id),
    /// A new card in own words.
    NewReason,
    /// People: share, what was shared, settings.
    People,
    /// A new one of my people.
    NewPerson,
    /// One of my people.
    Person(Id),
    /// A card of one's own.
    OwnCard(OwnCardKind),
    /// The card that is shown by itself when it is very hard.
    HelpCard,
    /// Share.
    Share,
    /// Hard morning.
    Hard,
    /// Receive.
    Receive,
    /// One case's newest summary.
    Case(Id),
    /// Someone to talk to now.
    Help,
    /// Settings.
    Settings,
    /// My data: saved, read back, brought from elsewhere, deleted.
    Data,
    /// A file is read, looked at and taken in.
    TakeIn,
    /// Reminders.
    Reminders,
    /// What Askelma is, privacy, accessibility, licences.
    About,
    /// Nothing is there.
    Unknown,
}

impl Place {
    /// Reads a path below the app's base, and its query.
    pub fn read(path: &str, query: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let day = |text: &str| Day::parse(text).ok();
        let place = match parts.as_slice() {
            ["today"] if query.contains("do=night") => Some(Self::LastNight),
            [] | ["index.html" | "today"] => Some(Self::Start),
            ["begin"] => Some(Self::Begin),
            ["day", date] => day(date).map(Self::Day),
            ["day", date, "mood", id] => day(date).zip(Id::from_hex(id)).map(to(Self::Mood)),
            ["day", date, "night"] => day(date).map(Self::Night),
            ["day", date, "moment"] => day(date).map(Self::NewMoment),
            ["day", date, "moment", id] => day(date).zip(Id::from_hex(id)).map(to(Self::Moment)),
            ["routine"] => Some(Self::Routine),
            ["routine", "new"] => Some(Self::RoutineNew),
            ["routine", "ready"] => Some(Self::RoutineReady),
            ["routine", id] => Id::from_hex(id).map(Self::RoutineItem),
            ["school"] => Some(Self::School),
            ["school", "timetable"] => Some(Self::Timetable),
            ["school", "own-plan"] => Some(Self::OwnPlan),
            ["school", "terms"] => Some(Self::Terms),
            ["school", "marks"] => Some(Self::Marks),
            ["day", date, "school"] => day(date).map(Self::SchoolDay),
            ["path"] => Some(Self::Path),
            ["path", "new"] => Some(Self::NewPath),
            ["path", "ready"] => Some(Self::Ladders),
            ["path", "of", id] => Id::from_hex(id).map(Self::PathOf),
            ["path", "of", id, "change"] => Id::from_hex(id).map(Self::EditPath),
            ["path", "of", id, "step"] => Id::from_hex(id).map(Self::NewStep),
            ["path", "step", id] => Id::from_hex(id).map(Self::Step),
            ["path", "step", id, "change"] => Id::from_hex(id).map(Self::EditStep),
            ["path", "step", id, "less-help"] => Id::from_hex(id).map(Self::LessHelp),
            ["path", "step", id, "plan"] => Id::from_hex(id).map(Self::PlanTry),
            ["path", "step", id, "tell"] => Id::from_hex(id).map(Self::TellTry),
            ["path", "step", id, "smaller"] => Id::from_hex(id).map(Self::Split),
            ["path", "step", id, "try"] => Id::from_hex(id).map(Self::BeforeTry),
            ["path", "try", id] => Id::from_hex(id).map(Self::Try),
            ["me"] => Some(Self::Me),
            ["diary"] => Some(Self::Diary),
            ["picture"] => Some(Self::Picture),
            ["me", "strengths"] => Some(Self::Strengths(None)),
            ["me", "strengths", id] => Id::from_hex(id).map(|id| Self::Strengths(Some(id))),
            ["me", "reasons"] => Some(Self::Reasons),
            ["me", "reasons", "sort"] => Some(Self::SortReasons(None)),
            ["me", "reasons", "sort", area] => life_area(area),
            ["me", "reasons", "card", id] => Id::from_hex(id).map(Self::Reason),
            ["me", "reasons", "new"] => Some(Self::NewReason),
            ["people"] => Some(Self::People),
            ["people", "new"] => Some(Self::NewPerson),
            ["people", id] => Id::from_hex(id).map(Self::Person),
            ["cards", kind] => own_card(kind),
            ["someone"] => Some(Self::HelpCard),
            ["share"] => Some(Self::Share),
            ["hard"] => Some(Self::Hard),
            ["receive"] => Some(Self::Receive),
            ["case", id] => Id::from_hex(id).map(Self::Case),
            ["help"] => Some(Self::Help),
            ["settings"] => Some(Self::Settings),
            ["about"] => Some(Self::About),
            ["data"] => Some(Self::Data),
            ["data", "take-in"] => Some(Self::TakeIn),
            ["reminders"] => Some(Self::Reminders),
            _ => None,
        };
        place.unwrap_or(Self::Unknown)
    }

    /// The path, from the app's base on.
    pub fn href(self) -> String {
        match self {
            Self::Start => "/".to_owned(),
            Self::Begin => "/begin".to_owned(),
            Self::Day(day) => format!("/day/{day}"),
            Self::Mood(day, id) => format!("/day/{day}/mood/{}", id.hex()),
            Self::Night(day) => format!("/day/{day}/night"),
            Self::LastNight => "/today?do=night".to_owned(),
            Self::NewMoment(day) => format!("/day/{day}/moment"),
            Self::Moment(day, id) => format!("/day/{day}/moment/{}", id.hex()),
            Self::Routine => "/routine".to_owned(),
            Self::RoutineNew => "/routine/new".to_owned(),
            Self::RoutineReady => "/routine/ready".to_owned(),
            Self::RoutineItem(id) => format!("/routine/{}", id.hex()),
            Self::School => "/school".to_owned(),
            Self::Timetable => "/school/timetable".to_owned(),
            Self::OwnPlan => "/school/own-plan".to_owned(),
            Self::Terms => "/school/terms".to_owned(),
            Self::Marks => "/school/marks".to_owned(),
            Self::SchoolDay(day) => format!("/day/{day}/school"),
            Self::Path => "/path".to_owned(),
            Self::NewPath => "/path/new".to_owned(),
            Self::Ladders => "/path/ready".to_owned(),
            Self::PathOf(id) => format!("/path/of/{}", id.hex()),
            Self::EditPath(id) => format!("/path/of/{}/change", id.hex()),
            Self::NewStep(id) => format!("/path/of/{}/step", id.hex()),
            Self::Step(id) => format!("/path/step/{}", id.hex()),
            Self::EditStep(id) => format!("/path/step/{}/change", id.hex()),
            Self::LessHelp(id) => format!("/path/step/{}/less-help", id.hex()),
            Self::PlanTry(id) => format!("/path/step/{}/plan", id.hex()),
            Self::TellTry(id) => format!("/path/step/{}/tell", id.hex()),
            Self::Split(id) => format!("/path/step/{}/smaller", id.hex()),
            Self::BeforeTry(id) => format!("/path/step/{}/try", id.hex()),
            Self::Try(id) => format!("/path/try/{}", id.hex()),
            Self::Me => "/me".to_owned(),
            Self::Diary => "/diary".to_owned(),
            Self::Picture => "/picture".to_owned(),
            Self::Strengths(None) => "/me/strengths".to_owned(),
            Self::Strengths(Some(id)) => format!("/me/strengths/{}", id.hex()),
            Self::Reasons => "/me/reasons".to_owned(),
            Self::SortReasons(None) => "/me/reasons/sort".to_owned(),
            Self::SortReasons(Some(area)) => format!("/me/reasons/sort/{}", area.code()),
            Self::Reason(id) => format!("/me/reasons/card/{}", id.hex()),
            Self::NewReason => "/me/reasons/new".to_owned(),
            Self::People => "/people".to_owned(),
            Self::NewPerson => "/people/new".to_owned(),
            Self::Person(id) => format!("/people/{}", id.hex()),
            Self::OwnCard(kind) => format!("/cards/{}", kind.code()),
            Self::HelpCard => "/someone".to_owned(),
            Self::Share => "/share".to_owned(),
            Self::Hard => "/hard".to_owned(),
            Self::Receive => "/receive".to_owned(),
            Self::Case(id) => format!("/case/{}", id.hex()),
            Self::Help => "/help".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::About => "/about".to_owned(),
            Self::Data => "/data".to_owned(),
            Self::TakeIn => "/data/take-in".to_owned(),
            Self::Reminders => "/reminders".to_owned(),
            Self::Unknown => "/nothing".to_owned(),
        }
    }
}

fn to(make: fn(Day, Id) -> Place) -> impl Fn((Day, Id)) -> Place {
    move |(day, id)| make(day, id)
}

fn life_area(text: &str) -> Option<Place> {
    let area = LifeArea::from_code(text.parse().ok()?)?;
    Some(Place::SortReasons(Some(area)))
}

fn own_card(code: &str) -> Option<Place> {
    OwnCardKind::from_code(code.parse().ok()?).map(Place::OwnCard)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_again_at_its_own_address() {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        let id = Id::random([9; 16]);
        let places = [
            Place::Start,
            Place::Begin,
            Place::Day(day),
            Place::Mood(day, id),
            Place::Night(day),
            Place::NewMoment(day),
            Place::Moment(day, id),
            Place::Routine,
            Place::RoutineNew,
            Place::RoutineReady,
            Place::RoutineItem(id),
            Place::School,
            Place::Timetable,
            Place::OwnPlan,
            Place::Terms,
            Place::Marks,
            Place::SchoolDay(day),
            Place::Path,
            Place::NewPath,
            Place::Ladders,
            Place::PathOf(id),
            Place::EditPath(id),
            Place::NewStep(id),
            Place::Step(id),
            Place::EditStep(id),
            Place::LessHelp(id),
            Place::PlanTry(id),
            Place::TellTry(id),
            Place::Split(id),
            Place::BeforeTry(id),
            Place::Try(id),
            Place::Me,
            Place::Diary,
            Place::Picture,
            Place::Strengths(None),
            Place::Strengths(Some(id)),
            Place::Reasons,
            Place::SortReasons(None),
            Place::SortReasons(Some(LifeArea::Bigger)),
            Place::Reason(id),
            Place::NewReason,
            Place::People,
            Place::NewPerson,
            Place::Person(id),
            Place::OwnCard(OwnCardKind::Meeting),
            Place::HelpCard,
            Place::Share,
            Place::Hard,
            Place::Receive,
            Place::Case(id),
            Place::Help,
            Place::Settings,
            Place::About,
            Place::Data,
            Place::TakeIn,
            Place::Reminders,
        ];
        for place in places {
            assert_eq!(Place::read(&place.href(), ""), place);
        }
        assert_eq!(Place::read("/today", "do=night"), Place::LastNight);
        assert_eq!(Place::read("/day/1600-01-01", ""), Place::Unknown);
        assert_eq!(Place::read("/day/2026-02-30/night", ""), Place::Unknown);
    }
}
