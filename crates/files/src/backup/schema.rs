//! The names of every kind's fields, in the order of their numbers, and how each is written.

use askelma_diary::record::Kind;
use askelma_diary::values as v;

/// How a value is written in JSON.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// A number, a text or a truth as it is.
    Plain,
    /// A date: `2026-11-24`.
    Day,
    /// A moment with its offset: `2026-11-24T08:04:00+02:00`.
    Moment,
    /// A record's name: 32 hexadecimal digits.
    Id,
    /// Bytes, in base64.
    Bytes,
    /// One of a list, by its name.
    Of(&'static [(u8, &'static str)]),
    /// A map of its own fields.
    Fields(&'static [Field]),
    /// A list of these.
    List(&'static Form),
}

/// A field's name and form.
pub type Field = (&'static str, Form);

use Form::{Bytes, Day, Fields, Id, List, Moment, Of, Plain};

const LESSON: &[Field] =
    &[("weekday", Plain), ("name", Plain), ("starts_min", Plain), ("length_min", Plain)];
const LESSON_LOG: &[Field] =
    &[("name", Plain), ("planned_min", Plain), ("attended_min", Plain), ("remote", Plain)];
const LINE: &[Field] = &[("field", Plain), ("words", Plain)];
const SUPPORT: &[Field] = &[("words", Plain), ("stays", Plain)];
const MARKS: &[Field] = &[("of", Of(v::MarkOf::NAMES)), ("first", Plain), ("second", Plain)];

/// The fields of a kind.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Profile => &[("name", Plain), ("begun", Moment), ("example", Plain)],
        Kind::RoutineItem => &[
            ("item", Id),
            ("title", Plain),
            ("icon", Plain),
            ("part", Of(v::PartOfDay::NAMES)),
            ("about_min", Plain),
            ("weekdays", Plain),
            ("from", Day),
            ("until", Day),
            ("order", Plain),
        ],
        Kind::Tick => &[("day", Day), ("item", Id), ("when", Moment), ("level", Of(LEVELS))],
        Kind::Mood => &[
            ("when", Moment),
            ("mood", Plain),
            ("energy", Plain),
            ("worry", Plain),
            ("feelings", List(&Of(v::Feeling::NAMES))),
            ("body", List(&Of(v::BodySign::NAMES))),
            ("company", List(&Of(v::Company::NAMES))),
            ("place", Of(v::Place::NAMES)),
            ("note", Plain),
            ("own_feeling", Plain),
            ("own_body", Plain),
        ],
        Kind::Night => &[
            ("into_bed", Moment),
            ("tried", Moment),
            ("fall_asleep_min", Plain),
            ("awakenings", Plain),
            ("awake_min", Plain),
            ("woke", Moment),
            ("out_of_bed", Moment),
            ("quality", Plain),
            ("naps_min", Plain),
            ("note", Plain),
            ("estimate", Plain),
        ],
        Kind::SchoolDay => &[
            ("day", Day),
            ("mode", Of(v::SchoolMode::NAMES)),
            ("planned_min", Plain),
            ("attended_min", Plain),
            ("note", Plain),
            ("lessons", List(&Fields(LESSON_LOG))),
            ("tags", List(&Of(v::SchoolTag::NAMES))),
            ("remote_min", Plain),
        ],
        Kind::Timetable => &[
            ("from", Day),
            ("until", Day),
            ("week_min", List(&Plain)),
            ("own_plan", Plain),
            ("lessons", List(&Fields(LESSON))),
        ],
        Kind::Moment => &[
            ("day", Day),
            ("when", Moment),
            ("strengths", List(&Of(v::Strength::NAMES))),
            ("own_strengths", List(&Plain)),
            ("words", Plain),
            ("gift_from", Plain),
        ],
        Kind::Share => &[
            ("when", Moment),
            ("with", Plain),
            ("parts", List(&Of(PARTS))),
            ("from", Day),
            ("to", Day),
            ("way", Of(WAYS)),
        ],
        Kind::Received => {
            &[("when", Moment), ("case", Id), ("made_at", Moment), ("message", Bytes)]
        }
        Kind::Case => &[("name", Plain), ("since", Moment)],
        Kind::Term => {
            &[("from", Day), ("to", Day), ("kind", Of(v::TermKind::NAMES)), ("name", Plain)]
        }
        Kind::ReasonCard => &[
            ("area", Of(v::LifeArea::NAMES)),
            ("side", Of(v::Side::NAMES)),
            ("words", Plain),
            ("mark", Of(v::CardMark::NAMES)),
        ],
        Kind::ReasonSort => &[
            ("day", Day),
            ("card", Id),
            ("fit", Of(v::Fit::NAMES)),
            ("words", Plain),
            ("supports", List(&Plain)),
            ("may_share", Plain),
        ],
        Kind::Person => &[
            ("name", Plain),
            ("role", Plain),
            ("organisation", Plain),
            ("phone", Plain),
            ("channel", Plain),
            ("hours", Plain),
            ("order", Plain),
        ],
        Kind::WeekAdult => &[("monday", Day), ("person", Id)],
        Kind::OwnCard => &[("kind", Of(v::OwnCardKind::NAMES)), ("lines", List(&Fields(LINE)))],
        Kind::SmallThing => &[("words", Plain), ("order", Plain)],
        Kind::Reminder => &[("at_min", Plain), ("weekdays", Plain), ("title", Plain)],
        Kind::Choices => &[
            ("age", Plain),
            ("age_on", Day),
            ("plain_words", Plain),
            ("three_faces", Plain),
            ("region", Plain),
            ("marks", Fields(MARKS)),
            ("nudge_off", Plain),
            ("low_mood_shown", Day),
            ("suggested", Day),
            ("backed_up", Day),
            ("small_things_away", List(&Plain)),
            ("todays_path", Id),
            ("path_as_list", Plain),
        ],
        Kind::Path => &[("title", Plain), ("why", Plain), ("begun", Moment), ("archived", Day)],
        Kind::Step => &[
            ("path", Id),
            ("title", Plain),
            ("order", Plain),
            ("guess", Plain),
            ("with_whom", Plain),
            ("supports", List(&Fields(SUPPORT))),
            ("planned_min", Plain),
            ("split_from", Id),
            ("card", Id),
            ("retired", Day),
            ("mark", Of(v::CardMark::NAMES)),
        ],
        Kind::Try => &[
            ("when", Moment),
            ("path", Id),
            ("step", Id),
            ("title", Plain),
            ("guess", Plain),
            ("thought", Plain),
            ("with_whom", Plain),
            ("supports", List(&Plain)),
            ("planned_min", Plain),
            ("in_at", Moment),
            ("outcome", Of(v::Outcome::NAMES)),
            ("hardest", Plain),
            ("after", Plain),
            ("found_out", Plain),
            ("helped", List(&Plain)),
            ("note", Plain),
            ("ended", Moment),
        ],
        Kind::PathChoice => {
            &[("when", Moment), ("path", Id), ("what", Of(v::PathMove::NAMES)), ("step", Id)]
        }
        Kind::StepPlan => &[("step", Id), ("day", Day), ("at_min", Plain)],
    }
}

/// A kind's name in files: `SchoolDay` is `school_day`.
pub fn name(kind: Kind) -> String {
    snake(&format!("{kind:?}"))
}

/// The kind of that name.
pub fn kind(text: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| name(*kind) == text)
}

/// `OnSite` is `on_site`.
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

const LEVELS: &[(u8, &str)] = askelma_diary::entries::TickLevel::NAMES;
const PARTS: &[(u8, &str)] = askelma_diary::entries::SharePart::NAMES;
const WAYS: &[(u8, &str)] = askelma_diary::entries::ShareWay::NAMES;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_kind_has_a_name() {
        for kind in Kind::ALL {
            let named = u32::try_from(fields(*kind).len()).expect("few");
            assert_eq!(named, kind.known_fields(), "{kind:?}");
            assert_eq!(super::kind(&name(*kind)), Some(*kind));
        }
        assert_eq!(
            (name(Kind::SchoolDay), snake("OnSite")),
            ("school_day".into(), "on_site".into())
        );
    }
}
