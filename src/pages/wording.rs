//! The words for the diary's values.

use askelma_diary::shard::ShardKey;
use askelma_diary::sharing::sheet::NamedStrength;
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, Mood, PartOfDay, SchoolMode, Strength};

use crate::browser::intl::{self, DateStyle};
use crate::text::{self, trouble};
use crate::ui::Tint;

/// A length of time: 7 h 20, 45 min.
pub fn length(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => text::length::minutes(&rest.to_string()),
        (hours, 0) => text::length::hours(&hours.to_string()),
        (hours, rest) => text::length::hours_minutes(&hours.to_string(), &format!("{rest:02}")),
    }
}

/// A mean of minutes, to the nearest five as befits "about".
pub fn about_length(minutes: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
    let rounded = ((minutes / 5.0).round() * 5.0).max(0.0) as u32;
    length(rounded)
}

/// A guess and what it was, never broken over two lines: 7 → 3.
pub fn felt(guess: u8, real: u8) -> String {
    format!("{guess}\u{a0}→\u{a0}{real}")
}

/// A short date: 24 Nov.
pub fn short(day: Day) -> String {
    intl::date(day, DateStyle::Short)
}

/// A date with its weekday, capital first: Tuesday 24 November.
pub fn long(day: Day) -> String {
    capital(&intl::date(day, DateStyle::Long))
}

/// With a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A mood's name.
pub fn mood(mood: Mood) -> &'static str {
    mood_names()[usize::from(mood.get() - 1)]
}

/// The five moods' names, low to high.
pub fn mood_names() -> [&'static str; 5] {
    use text::mood_name as m;
    [m::one(), m::two(), m::three(), m::four(), m::five()]
}

/// A strength's name.
pub fn strength(strength: Strength) -> &'static str {
    use text::strength as s;
    match strength {
        Strength::Kind => s::kind(),
        Strength::Brave => s::brave(),
        Strength::Curious => s::curious(),
        Strength::Funny => s::funny(),
        Strength::Patient => s::patient(),
        Strength::Fair => s::fair(),
        Strength::Creative => s::creative(),
        Strength::Persistent => s::persistent(),
        Strength::Careful => s::careful(),
        Strength::Helpful => s::helpful(),
        Strength::Honest => s::honest(),
        Strength::Calm => s::calm(),
        Strength::Playful => s::playful(),
        Strength::Thoughtful => s::thoughtful(),
        Strength::Hopeful => s::hopeful(),
        Strength::GoodFriend => s::good_friend(),
        Strength::Learner => s::learner(),
        Strength::Maker => s::maker(),
        Strength::Mover => s::mover(),
        Strength::Listener => s::listener(),
    }
}

/// The picture of a strength.
pub fn strength_icon(strength: Strength) -> icondata_core::Icon {
    match strength {
        Strength::Kind => icondata_lu::LuHeart,
        Strength::Brave => icondata_lu::LuFlame,
        Strength::Curious => icondata_lu::LuSearch,
        Strength::Funny => icondata_lu::LuSmile,
        Strength::Patient => icondata_lu::LuHourglass,
        Strength::Fair => icondata_lu::LuScale,
        Strength::Creative => icondata_lu::LuPalette,
        Strength::Persistent => icondata_lu::LuMountain,
        Strength::Careful => icondata_lu::LuFeather,
        Strength::Helpful => icondata_lu::LuHandHelping,
        Strength::Honest => icondata_lu::LuMessageCircle,
        Strength::Calm => icondata_lu::LuWaves,
        Strength::Playful => icondata_lu::LuDices,
        Strength::Thoughtful => icondata_lu::LuLightbulb,
        Strength::Hopeful => icondata_lu::LuSprout,
        Strength::GoodFriend => icondata_lu::LuUsersRound,
        Strength::Learner => icondata_lu::LuBookOpen,
        Strength::Maker => icondata_lu::LuHammer,
        Strength::Mover => icondata_lu::LuBike,
        Strength::Listener => icondata_lu::LuEar,
    }
}

/// The ground of a strength's moments.
pub fn strength_tint(strength: Strength) -> Tint {
    const GROUNDS: [Tint; 5] = [Tint::Berry, Tint::Dawn, Tint::Sky, Tint::Moss, Tint::Night];
    GROUNDS[usize::from(strength.code()) % GROUNDS.len()]
}

/// A strength from the list or in own words.
pub fn named_strength(named: &NamedStrength) -> String {
    match named {
        NamedStrength::Listed(listed) => strength(*listed).to_owned(),
        NamedStrength::Own(words) => words.as_str().to_owned(),
    }
}

/// A part of day's name.
pub fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => text::today::part_morning(),
        PartOfDay::Day => text::today::part_day(),
        PartOfDay::Evening => text::today::part_evening(),
    }
}

/// What was logged for a school day.
pub fn school_day(mode: SchoolMode, planned: Minutes, attended: Minutes) -> String {
    let time = length(u32::from(attended.get()));
    match mode {
        SchoolMode::OnSite if attended >= planned => text::school_card::shown_whole(&time),
        SchoolMode::OnSite => text::school_card::shown_part(&time),
        SchoolMode::Remote => text::school_card::shown_remote(&time),
        SchoolMode::Mixed => text::school_card::shown_mixed(&time),
        SchoolMode::AtHome => text::school_card::at_home().to_owned(),
        SchoolMode::Ill => text::school_card::ill().to_owned(),
        SchoolMode::NotToday => text::school_card::not_today().to_owned(),
        SchoolMode::NoSchool => text::school_card::no_school().to_owned(),
    }
}

/// A part of the diary that is kept by itself: a month, or what has no date.
pub fn part_name(shard: ShardKey) -> String {
    match shard {
        ShardKey::Undated => trouble::undated().to_owned(),
        ShardKey::Month(year, month) => Day::from_ymd(year, month, 1)
            .map_or_else(|_| shard.to_string(), |day| intl::date(day, DateStyle::Month)),
        ShardKey::Case(_) => trouble::of_case().to_owned(),
    }
}
