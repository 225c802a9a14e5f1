//! Records: the one envelope that every entry is kept in, and its bytes.

use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

use crate::entries::{
    Case, Choices, Moment, MoodEntry, Night, OwnCard, Path, PathChoice, Person, Profile,
    ReasonCard, ReasonSort, Received, Reminder, RoutineItem, SchoolDay, Share, SmallThing, Step,
    StepPlan, Term, Tick, Timetable, Try, WeekAdult,
};
use crate::id::Id;
use crate::stamp::Stamp;
use crate::time::Day;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($entry:ty) = $code:literal, known fields $fields:literal;)+) => {
        /// What a record is. Its stored number is never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $kind),+ }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The stored number.
            pub fn code(self) -> u8 {
                match self { $(Self::$kind => $code),+ }
            }

            /// The one with that stored number.
            pub fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$kind),)+ _ => None }
            }

            /// How many indexed fields its entries have in this version of the app.
            pub fn known_fields(self) -> u32 {
                match self { $(Self::$kind => $fields),+ }
            }
        }

        /// What a record says.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant)]
        pub enum Body { $($(#[$doc])* $kind($entry)),+ }

        impl Body {
            /// What kind of record this is.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),+ }
            }

            /// How many indexed fields this version of the app knows; a higher index is a newer
            /// app's field and is kept as it came.
            fn known_fields(&self) -> u32 {
                self.kind().known_fields()
            }

            fn encode_body(&self) -> Vec<u8> {
                match self { $(Self::$kind(entry) => to_bytes(entry)),+ }
            }

            fn decode_body(kind: u8, bytes: &[u8]) -> Option<Self> {
                match kind {
                    $($code => minicbor::decode::<$entry>(bytes).ok().map(Self::$kind),)+
                    _ => None,
                }
            }
        }

        $(impl From<$entry> for Body {
            fn from(entry: $entry) -> Self { Self::$kind(entry) }
        })+
    };
}

kinds! {
    /// Name and what was chosen at the first run.
    Profile(Profile) = 1, known fields 3;
    /// A version of a routine item.
    RoutineItem(RoutineItem) = 2, known fields 9;
    /// A routine item ticked on a date.
    Tick(Tick) = 3, known fields 4;
    /// A mood check-in.
    Mood(MoodEntry) = 4, known fields 11;
    /// A night.
    Night(Night) = 5, known fields 11;
    /// A school day.
    SchoolDay(SchoolDay) = 6, known fields 8;
    /// A version of the timetable.
    Timetable(Timetable) = 7, known fields 5;
    /// A good moment with strengths.
    Moment(Moment) = 8, known fields 6;
    /// What was shared, with whom.
    Share(Share) = 9, known fields 6;
    /// A received message.
    Received(Received) = 10, known fields 4;
    /// Somebody whose messages a parent or worker keeps.
    Case(Case) = 11, known fields 2;
    /// A school term, or days off.
    Term(Term) = 12, known fields 4;
    /// A card of the reasons map in own words.
    ReasonCard(ReasonCard) = 13, known fields 4;
    /// How much a card fitted on a date.
    ReasonSort(ReasonSort) = 14, known fields 6;
    /// One of "my people".
    Person(Person) = 15, known fields 7;
    /// "My adult this week".
    WeekAdult(WeekAdult) = 16, known fields 2;
    /// A card of one's own.
    OwnCard(OwnCard) = 17, known fields 2;
    /// One of the smallest things for a hard morning.
    SmallThing(SmallThing) = 18, known fields 2;
    /// When to be reminded.
    Reminder(Reminder) = 19, known fields 3;
    /// The choices of this diary's owner.
    Choices(Choices) = 20, known fields 13;
    /// A path of small steps.
    Path(Path) = 21, known fields 4;
    /// A step of a path.
    Step(Step) = 22, known fields 11;
    /// A try of a step.
    Try(Try) = 23, known fields 17;
    /// Something that was chosen on a path.
    PathChoice(PathChoice) = 24, known fields 4;
    /// A try planned for a date.
    StepPlan(StepPlan) = 25, known fields 3;
}

impl Body {
    /// The day that this was made for; `None` for what has no date.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Tick(tick) => Some(tick.day),
            Self::Mood(mood) => Some(mood.when.day()),
            Self::Night(night) => Some(night.woke.calendar_day()),
            Self::SchoolDay(school) => Some(school.day),
            Self::Moment(moment) => Some(moment.day),
            Self::ReasonSort(sort) => Some(sort.day),
            Self::Try(it) => Some(it.when.day()),
            Self::Profile(_)
            | Self::RoutineItem(_)
            | Self::Timetable(_)
            | Self::Share(_)
            | Self::Received(_)
            | Self::Case(_)
            | Self::Term(_)
            | Self::ReasonCard(_)
            | Self::Person(_)
            | Self::WeekAdult(_)
            | Self::OwnCard(_)
            | Self::SmallThing(_)
            | Self::Reminder(_)
            | Self::Choices(_)
            | Self::Path(_)
            | Self::Step(_)
            | Self::PathChoice(_)
            | Self::StepPlan(_) => None,
        }
    }
}

/// What a record holds.
#[allow(clippy::large_enum_variant, reason = "few records are gone")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Deleted: id and stamp remain, so that an older copy cannot bring it back.
    Gone,
    /// An entry.
    Live {
        /// What it says.
        body: Body,
        /// Fields of a newer app, as they came (key and value of each, in CBOR).
        newer_fields: Vec<u8>,
    },
    /// An entry of a kind, or with a value, that only a newer app understands: kept as it came.
    Foreign {
        /// The stored kind.
        kind: u8,
        /// Its body.
        bytes: Vec<u8>,
    },
}

/// One record: a name, a stamp and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub id: Id,
    /// When this version was written.
    pub stamp: Stamp,
    /// What it holds.
    pub content: Content,
}

impl Record {
    /// What it says, if it is an entry that this app understands.
    pub fn body(&self) -> Option<&Body> {
        match &self.content {
            Content::Live { body, .. } => Some(body),
            Content::Gone | Content::Foreign { .. } => None,
        }
    }

    /// Whether this version wins over `other`: the higher stamp, and on a tie the higher bytes, so
    /// that every device chooses alike.
    #[must_use]
    pub fn wins_over(&self, other: &Self) -> bool {
        match self.stamp.cmp(&other.stamp) {
            std::cmp::Ordering::Equal => to_bytes(self) > to_bytes(other),
            order => order.is_gt(),
        }
    }
}

/// CBOR bytes; writing to memory cannot fail.
pub(crate) fn to_bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

impl<C> Encode<C> for Record {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let length = if self.content == Content::Gone { 2 } else { 4 };
        e.array(length)?;
        self.id.encode(e, ctx)?;
        self.stamp.encode(e, ctx)?;
        match &self.content {
            Content::Gone => {}
            Content::Live { body, newer_fields } => {
                let joined = join_fields(&body.encode_body(), newer_fields);
                e.u8(body.kind().code())?.bytes(&joined)?;
            }
            Content::Foreign { kind, bytes } => {
                e.u8(*kind)?.bytes(bytes)?;
            }
        }
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for Record {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, decode::Error> {
        let length = d.array()?.ok_or_else(|| decode::Error::message("record of no length"))?;
        let (id, stamp) = (Id::decode(d, ctx)?, Stamp::decode(d, ctx)?);
        let content = match length {
            2 => Content::Gone,
            4 => content_from(d.u8()?, d.bytes()?),
            _ => return Err(decode::Error::message("a record has 2 or 4 parts")),
        };
        Ok(Self { id, stamp, content })
    }
}

fn content_from(kind: u8, bytes: &[u8]) -> Content {
    let foreign = || Content::Foreign { kind, bytes: bytes.to_vec() };
    let Some(body) = Body::decode_body(kind, bytes) else { return foreign() };
    match fields_from(bytes, body.known_fields()) {
        Ok(newer_fields) => Content::Live { body, newer_fields },
        Err(_) => foreign(),
    }
}

/// The fields of a body whose index is `known` or higher, key and value as they stand.
fn fields_from(bytes: &[u8], known: u32) -> Result<Vec<u8>, decode::Error> {
    let mut d = Decoder::new(bytes);
    let mut newer = Vec::new();
    let mut left = d.map()?;
    while left != Some(0) && !(left.is_none() && d.datatype()? == Type::Break) {
        let start = d.position();
        let key = d.u32()?;
        d.skip()?;
        if key >= known {
            newer.extend_from_slice(bytes.get(start..d.position()).unwrap_or_default());
        }
        left = left.map(|left| left - 1);
    }
    Ok(newer)
}

/// A body's map with a newer app's fields put back behind its own.
fn join_fields(body: &[u8], newer: &[u8]) -> Vec<u8> {
    let mut d = Decoder::new(body);
    let (Ok(Some(own)), start) = (d.map(), d.position()) else { return body.to_vec() };
    let mut more = Decoder::new(newer);
    let mut count = own;
    while more.position() < newer.len() && more.u32().is_ok() && more.skip().is_ok() {
        count += 1;
    }
    let mut out = Encoder::new(Vec::with_capacity(body.len() + newer.len() + 4));
    // Writing to memory cannot fail.
    let _ = out.map(count);
    let mut out = out.into_writer();
    out.extend_from_slice(body.get(start..).unwrap_or_default());
    out.extend_from_slice(newer);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;
    use crate::values::Mood;

    fn mood() -> MoodEntry {
        let when = Instant::new(1_795_500_000, 120).expect("in range");
        MoodEntry::new(when, Mood::new(4).expect("in range"))
    }

    fn record(content: Content) -> Record {
        Record { id: Id::random([1; 16]), stamp: Stamp { ms: 5, counter: 0, writer: 1 }, content }
    }

    #[test]
    fn a_field_that_a_newer_app_wrote_outlives_an_edit_here() {
        // A map with the known fields 0 and 1 and an unknown field 77 = "later".
        let mut e = Encoder::new(Vec::new());
        e.map(3).expect("memory").u8(0).expect("memory");
        mood().when.encode(&mut e, &mut ()).expect("memory");
        e.u8(1).expect("memory").u8(4).expect("memory");
        e.u8(77).expect("memory").str("later").expect("memory");
        let content = content_from(Kind::Mood.code(), &e.into_writer());
        let Content::Live { body, newer_fields } = content else { panic!("a mood is understood") };
        assert_eq!(body, Body::Mood(mood()));
        let again: Record =
            minicbor::decode(&to_bytes(&record(Content::Live { body, newer_fields })))
                .expect("what was encoded decodes");
        let Content::Live { newer_fields, .. } = again.content else { panic!("still a mood") };
        assert_eq!(newer_fields, [&[0x18, 77, 0x65][..], b"later"].concat());
    }

    #[test]
    fn a_kind_of_a_newer_app_is_kept_as_it_came() {
        let foreign = record(Content::Foreign { kind: 200, bytes: vec![0xa1, 0x00, 0x01] });
        assert_eq!(minicbor::decode::<Record>(&to_bytes(&foreign)).expect("decodes"), foreign);
    }

    #[test]
    fn a_tombstone_keeps_id_and_stamp_only() {
        let gone = record(Content::Gone);
        let bytes = to_bytes(&gone);
        assert_eq!(bytes[0], 0x82);
        assert_eq!(minicbor::decode::<Record>(&bytes).expect("decodes"), gone);
    }
}
