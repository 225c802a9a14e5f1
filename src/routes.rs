//! Routes: every address of the app, typed. A page is reached by its route, never by a text.

use askelma_diary::id::Id;
use askelma_diary::time::Day;
use askelma_diary::values::{LifeArea, OwnCardKind};

/// The one table of routes. Each row says who has the page (`any` role, `young`, `adult`: parent or
/// worker), the route with what its address carries, the address, addresses that it had before
/// (`was`: they still open and are replaced), and the page. `$then!` is called with all rows.
macro_rules! for_each_route {
    ($then:ident) => {
        $then! {
            /// The role's first page: Today, a parent's week, a worker's cases.
            any Home = "/" was "/today", "/index.html" => home();
            /// How to begin, right after the first run.
            young Begin = "/begin" => welcome::begin::page();
            /// One day of the diary.
            young Day(day: Day) = "/day/:day" => diary::day::page(day);
            /// A check-in's details.
            young Mood(day: Day, id: Id) = "/day/:day/mood/:id" => mood::mood::page(day, id);
            /// A night, by the date of its waking.
            young Night(day: Day) = "/day/:day/night" => sleep::night::page(day);
            /// Last night, from a shortcut.
            young LastNight = "/last-night" => sleep::night::page(today());
            /// A new good moment.
            young MomentNew(day: Day) = "/day/:day/moment" => strengths::moment::page(day, None);
            /// A good moment, to be changed.
            young Moment(day: Day, id: Id) = "/day/:day/moment/:id" => strengths::moment::page(day, Some(id));
            /// A school day in detail.
            young SchoolDay(day: Day) = "/day/:day/school" => school::school_day::page(day);
            /// My routine.
            young Routine = "/routine" => routine::routine::page();
            /// A new routine item.
            young RoutineItemNew = "/routine/new" => routine::routine_item::page(None);
            /// Ready-made routines.
            young RoutineReady = "/routine/ready" => routine::routine_ready::page();
            /// A routine item, to be changed.
            young RoutineItem(id: Id) = "/routine/:id" => routine::routine_item::page(Some(id));
            /// Time at school.
            young School = "/school" => school::school::page();
            /// The timetable.
            young Timetable = "/school/timetable" => school::timetable::page(Which::Full);
            /// The agreed own plan beside it.
            young OwnPlan = "/school/own-plan" => school::timetable::page(Which::OwnPlan);
            /// Terms and days off.
            young Terms = "/school/terms" => school::terms::page();
            /// From how much absence on a word is said.
            young Thresholds = "/school/thresholds" was "/school/marks" => school::thresholds::page();
            /// The path that is today's.
            young Path = "/path" => path::path::page(None);
            /// A new path, built by asking.
            young PathNew = "/path/new" => path::path_new::page();
            /// Starter ladders.
            young PathReady = "/path/ready" => path::path_ready::page();
            /// One of my paths.
            young PathOf(id: Id) = "/path/of/:id" => path::path::page(Some(id));
            /// One of my paths, to be changed.
            young PathEdit(id: Id) = "/path/of/:id/change" => path::path_edit::page(id);
            /// A new step of a path.
            young StepNew(path_id: Id) = "/path/of/:id/step" => path::step_edit::new_step(path_id);
            /// A step: its tries, and what next.
            young Step(id: Id) = "/path/step/:id" => path::step::page(id);
            /// A step, to be changed.
            young StepEdit(id: Id) = "/path/step/:id/change" => path::step_edit::page(id);
            /// The same step with less help.
            young StepLessHelp(id: Id) = "/path/step/:id/less-help" => path::step_less_help::page(id);
            /// A try planned for a date.
            young StepPlan(id: Id) = "/path/step/:id/plan" => path::step_plan::page(id);
            /// A step made smaller.
            young StepSplit(id: Id) = "/path/step/:id/smaller" => path::step_split::page(id);
            /// A try that is told afterwards.
            young TryTell(id: Id) = "/path/step/:id/tell" => path::try_tell::page(id);
            /// Before a try of a step.
            young TryBefore(id: Id) = "/path/step/:id/try" => path::try_before::page(id);
            /// A try: while it goes on, and after it.
            young TryNow(id: Id) = "/path/try/:id" => path::try_now::page(id);
            /// Me: ways to everything of my own.
            young Me = "/me" => me::me::page();
            /// The diary: any day, and search.
            young Diary = "/diary" => diary::diary::page();
            /// My weeks.
            young Progress = "/progress" was "/picture" => progress::progress::page();
            /// Strengths: all good moments.
            young Strengths = "/me/strengths" => strengths::strengths::page(None);
            /// The good moments with one strength.
            young StrengthsOf(id: Id) = "/me/strengths/:id" => strengths::strengths::page(Some(id));
            /// What makes school hard, what helps: the map. A neutral address.
            young Reasons = "/me/map" was "/me/reasons" => reasons::reasons::page();
            /// Sorting its cards.
            young ReasonSort = "/me/map/sort" was "/me/reasons/sort" => reasons::reason_sort::page(None);
            /// Sorting the cards of one life area.
            young ReasonSortOf(area: LifeArea) = "/me/map/sort/:area" was "/me/reasons/sort/:area" => reasons::reason_sort::page(Some(area));
            /// One of its cards.
            young Reason(id: Id) = "/me/map/card/:id" was "/me/reasons/card/:id" => reasons::reason::page(id);
            /// A new card in own words.
            young ReasonNew = "/me/map/new" was "/me/reasons/new" => reasons::reason_new::page();
            /// People: share, what was shared, settings.
            young People = "/people" => people::people::page();
            /// A new one of my people.
            young PersonNew = "/people/new" => people::person::page(None);
            /// One of my people.
            young Person(id: Id) = "/people/:id" => people::person::page(Some(id));
            /// A card of one's own.
            young OwnCard(kind: OwnCardKind) = "/cards/:kind" => people::own_card::page(kind);
            /// The card that is shown by itself when it is very hard. A neutral address.
            young HelpCard = "/me/card" was "/someone" => hard_morning::help_card::page();
            /// Share.
            young Share = "/share" => share::share::page();
            /// Hard morning. A neutral address.
            young HardMorning = "/morning" was "/hard" => hard_morning::hard_morning::page();
            /// Receive.
            adult Receive = "/receive" => received::receive::page();
            /// One case's newest summary.
            adult Case(id: Id) = "/case/:id" => case(id);
            /// Someone to talk to now. A neutral address.
            any Help = "/contacts" was "/help" => help::help::page();
            /// Settings.
            any Settings = "/settings" => settings::settings::page();
            /// My data: saved, read back, brought from elsewhere, deleted.
            any Data = "/data" => data::data::page();
            /// A file is read, looked at and imported.
            any Import = "/data/import" was "/data/take-in" => data::import::page();
            /// Reminders.
            young Reminders = "/reminders" => data::reminders::page();
            /// What Askelma is, privacy, accessibility, licences.
            any About = "/about" => settings::about::page();
        }
    };
}
pub(crate) use for_each_route;

/// What an address carries in one of its segments.
trait Segment: Sized {
    fn read(text: &str) -> Option<Self>;
    fn write(self) -> String;
}

impl Segment for Day {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn write(self) -> String {
        self.to_string()
    }
}

impl Segment for Id {
    fn read(text: &str) -> Option<Self> {
        Self::from_hex(text)
    }

    fn write(self) -> String {
        self.hex()
    }
}

impl Segment for LifeArea {
    fn read(text: &str) -> Option<Self> {
        Self::from_code(text.parse().ok()?)
    }

    fn write(self) -> String {
        self.code().to_string()
    }
}

impl Segment for OwnCardKind {
    fn read(text: &str) -> Option<Self> {
        Self::from_code(text.parse().ok()?)
    }

    fn write(self) -> String {
        self.code().to_string()
    }
}

macro_rules! route {
    ($(
        $(#[$doc:meta])*
        $roles:ident $name:ident $(($($value:ident: $type:ty),+))? = $address:literal
        $(was $($before:literal),+)? => $page:expr;
    )+) => {
        /// A page, with what its address carries.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Route {
            $($(#[$doc])* $name $(($($type),+))?,)+
            /// Nothing is there.
            NotFound,
        }

        impl Route {
            /// The route of a known address, its present one or one that it had before.
            fn find(path: &str) -> Option<Self> {
                $(
                    for address in [$address $($(, $before)+)?] {
                        if let Some(route) = matched(address, path, |_values| {
                            Some(Self::$name $(($(<$type>::read(_values.next()?)?),+))?)
                        }) {
                            return Some(route);
                        }
                    }
                )+
                None
            }

            /// The address, from the app's base on.
            pub(crate) fn href(self) -> String {
                match self {
                    $(Self::$name $(($($value),+))? => {
                        filled($address, &[$($($value.write()),+)?])
                    })+
                    Self::NotFound => "/nothing".to_owned(),
                }
            }
        }

        /// One of each, with every address that opens it, values in braces filled in.
        #[cfg(test)]
        fn samples() -> Vec<(Route, Vec<String>)> {
            vec![$({
                let values: Vec<String> = vec![$($(<$type as tests::Sample>::sample().write()),+)?];
                let addresses = [$address $($(, $before)+)?];
                (
                    Route::$name $(($(<$type as tests::Sample>::sample()),+))?,
                    addresses.iter().map(|address| filled(address, &values)).collect(),
                )
            }),+]
        }
    };
}

for_each_route!(route);

impl Route {
    /// Reads a path below the app's base, and its query.
    pub(crate) fn read(path: &str, query: &str) -> Self {
        // Shortcuts of installed apps keep the address that they were made with.
        if query.contains("do=night") && path.trim_end_matches('/') == "/today" {
            return Self::LastNight;
        }
        Self::find(path).unwrap_or(Self::NotFound)
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// What `read` makes of the values in `path`, if it is of the form `address`.
fn matched(
    address: &str,
    path: &str,
    read: fn(&mut std::vec::IntoIter<&str>) -> Option<Route>,
) -> Option<Route> {
    let mut values = Vec::new();
    let mut given = segments(path);
    for expected in segments(address) {
        let segment = given.next()?;
        if expected.starts_with(':') {
            values.push(segment);
        } else if expected != segment {
            return None;
        }
    }
    if given.next().is_some() { None } else { read(&mut values.into_iter()) }
}

/// `address` with `values` in the place of its named segments.
fn filled(address: &str, values: &[String]) -> String {
    let mut values = values.iter();
    let mut path = String::new();
    for segment in segments(address) {
        path.push('/');
        if segment.starts_with(':') {
            path.push_str(values.next().map_or("", String::as_str));
        } else {
            path.push_str(segment);
        }
    }
    if path.is_empty() { "/".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value of its kind, for the round trip.
    pub(super) trait Sample: Segment {
        fn sample() -> Self;
    }

    impl Sample for Day {
        fn sample() -> Self {
            Self::from_ymd(2026, 11, 24).expect("a date")
        }
    }

    impl Sample for Id {
        fn sample() -> Self {
            Self::random([9; 16])
        }
    }

    impl Sample for LifeArea {
        fn sample() -> Self {
            Self::Bigger
        }
    }

    impl Sample for OwnCardKind {
        fn sample() -> Self {
            Self::Meeting
        }
    }

    #[test]
    fn every_route_is_found_at_its_address_and_those_it_had_before() {
        for (route, addresses) in samples() {
            assert_eq!(route.href(), addresses[0]);
            for address in addresses {
                assert_eq!(Route::read(&address, ""), route, "{address}");
            }
        }
    }

    #[test]
    fn addresses_carry_what_they_say() {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        let id = Id::from_hex("000102030405060708090a0b0c0d0e0f").expect("an id");
        let mood = Route::Mood(day, id);
        assert_eq!(mood.href(), "/day/2026-11-24/mood/000102030405060708090a0b0c0d0e0f");
        assert_eq!(Route::read("/school/marks", ""), Route::Thresholds);
        assert_eq!(Route::read("/me/reasons/sort/3", "").href(), "/me/map/sort/3");
        assert_eq!(Route::read("/hard", "").href(), "/morning");
        assert_eq!(Route::read("/help/", "").href(), "/contacts");
        assert_eq!(Route::read("/", ""), Route::Home);
    }

    #[test]
    fn what_is_no_address_is_not_found() {
        assert_eq!(Route::read("/today", "do=night"), Route::LastNight);
        assert_eq!(Route::read("/day/1600-01-01", ""), Route::NotFound);
        assert_eq!(Route::read("/day/2026-02-30/night", ""), Route::NotFound);
        assert_eq!(Route::read("/path/step", ""), Route::NotFound);
        assert_eq!(Route::read("/routine/ready/more", ""), Route::NotFound);
    }
}
