//! Records: the one envelope that every entry is kept in, and its bytes.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

use crate::entries::{
    Case, Choices, Moment, MoodEntry, Night, OwnCard, Path, PathChoice, Person, Profile,
    ReasonCard, ReasonSort, Received, Reminder, RoutineItem, SchoolDay, Share, SmallThing, Step,
    StepPlan, Term, Tick, Timetable, Try, WeekAdult,
};
use crate::id::Id;
use crate::stamp::Stamp;
use crate::time::Day;

pub mod change;
pub(crate) mod codec;
pub mod deed;
pub mod diary;
pub mod entries;
pub mod fields;
pub mod id;
pub mod import;
pub mod order;
pub mod shard;
pub mod stamp;
pub mod time;
pub mod travel;
pub mod unsaved;
mod value;
pub mod values;
pub mod weekdays;

use codec::{Reader, Writer};
use fields::{Field, FieldReader, FieldWriter, Fields};

/// The kinds: `kind(entry) = stored number`, and the day of what belongs to one.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($entry:ty) = $code:literal $(, on $day:expr)?;)+) => {
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

            /// The fields of its entries, in the order of their indexes.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$kind => <$entry>::FIELDS),+ }
            }

            /// How many fields its entries have in this version of the app; a higher index is a
            /// newer app's field and is kept as it came.
            fn known_fields(self) -> u32 {
                match self { $(Self::$kind => <$entry>::KNOWN_FIELDS),+ }
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

            /// The day that this was made for; `None` for what has no date.
            pub fn day(&self) -> Option<Day> {
                match self { $(Self::$kind(entry) => entry.day()),+ }
            }

            fn put_fields(&self, out: &mut FieldWriter) {
                match self { $(Self::$kind(entry) => entry.put_fields(out)),+ }
            }

            fn take_fields(kind: Kind, from: &FieldReader<'_>) -> Option<Self> {
                Some(match kind {
                    $(Kind::$kind => Self::$kind(<$entry>::take_fields(from)?)),+
                })
            }
        }

        $(impl From<$entry> for Body {
            fn from(entry: $entry) -> Self { Self::$kind(entry) }
        }

        impl Entry for $entry {
            const KIND: Kind = Kind::$kind;
            const DAY: Option<fn(&Self) -> Day> = day_of!($($day)?);

            fn of(body: &Body) -> Option<&Self> {
                match body {
                    Body::$kind(entry) => Some(entry),
                    _ => None,
                }
            }
        })+
    };
}

macro_rules! day_of {
    () => {
        None
    };
    ($day:expr) => {
        Some($day)
    };
}

kinds! {
    /// Name and what was chosen at the first run.
    Profile(Profile) = 1;
    /// A version of a routine item.
    RoutineItem(RoutineItem) = 2;
    /// A routine item ticked on a date.
    Tick(Tick) = 3, on |tick| tick.day;
    /// A mood check-in.
    Mood(MoodEntry) = 4, on |mood| mood.when.day();
    /// A night.
    Night(Night) = 5, on |night| night.woke.calendar_day();
    /// A school day.
    SchoolDay(SchoolDay) = 6, on |school| school.day;
    /// A version of the timetable.
    Timetable(Timetable) = 7;
    /// A good moment with strengths.
    Moment(Moment) = 8, on |moment| moment.day;
    /// What was shared, with whom.
    Share(Share) = 9;
    /// A received message.
    Received(Received) = 10;
    /// Somebody whose messages a parent or worker keeps.
    Case(Case) = 11;
    /// A school term, or days off.
    Term(Term) = 12;
    /// A card of the reasons map in own words.
    ReasonCard(ReasonCard) = 13;
    /// How much a card fitted on a date.
    ReasonSort(ReasonSort) = 14, on |sort| sort.day;
    /// One of "my people".
    Person(Person) = 15;
    /// "My adult this week".
    WeekAdult(WeekAdult) = 16;
    /// A card of one's own.
    OwnCard(OwnCard) = 17;
    /// One of the smallest things for a hard morning.
    SmallThing(SmallThing) = 18;
    /// When to be reminded.
    Reminder(Reminder) = 19;
    /// The choices of this diary's owner.
    Choices(Choices) = 20;
    /// A path of small steps.
    Path(Path) = 21;
    /// A step of a path.
    Step(Step) = 22;
    /// A try of a step.
    Try(Try) = 23, on |a_try| a_try.when.day();
    /// Something that was chosen on a path.
    PathChoice(PathChoice) = 24;
    /// A try planned for a date.
    StepPlan(StepPlan) = 25;
}

/// What one kind of record says.
pub trait Entry: Fields + Into<Body> + 'static {
    /// Its kind.
    const KIND: Kind;

    /// Tells the day that such an entry was made for, whose month keeps it; `None` for a kind
    /// without a date.
    const DAY: Option<fn(&Self) -> Day>;

    /// The entry in a body of its kind; `None` in any other.
    fn of(body: &Body) -> Option<&Self>;

    /// The day that it was made for; `None` for what has no date.
    fn day(&self) -> Option<Day> {
        Self::DAY.map(|day| day(self))
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
                e.u8(body.kind().code())?.bytes(&body_bytes(body, newer_fields))?;
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
    let live = || {
        let kind = Kind::from_code(kind)?;
        let mut from = Reader::new(bytes);
        let fields = FieldReader::read(&mut from, kind.known_fields())?;
        // What stands behind the map is nothing that could be written again.
        if !from.is_at_end() {
            return None;
        }
        let body = Body::take_fields(kind, &fields)?;
        Some(Content::Live { body, newer_fields: fields.newer })
    };
    live().unwrap_or_else(|| Content::Foreign { kind, bytes: bytes.to_vec() })
}

/// A body's map, a newer app's fields behind its own.
fn body_bytes(body: &Body, newer_fields: &[u8]) -> Vec<u8> {
    let mut fields = FieldWriter::default();
    body.put_fields(&mut fields);
    fields.put_newer(newer_fields, body.kind().known_fields());
    let mut out = Writer::default();
    fields.write(&mut out);
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;
    use crate::values::{Mood, Words};

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

    /// Two CBOR values behind each other: a field's number and what it says.
    fn field(number: u32, text: &str) -> Vec<u8> {
        let mut e = Encoder::new(Vec::new());
        e.u32(number).expect("memory").str(text).expect("memory");
        e.into_writer()
    }

    fn own_body(content: Content) -> Option<String> {
        let again: Record = minicbor::decode(&to_bytes(&record(content))).expect("decodes");
        match again.body() {
            Some(Body::Mood(mood)) => mood.own_body.as_ref().map(|words| words.as_str().to_owned()),
            _ => panic!("a mood is understood"),
        }
    }

    #[test]
    fn an_older_copy_of_a_known_field_never_undoes_its_edit() {
        // Field 10 came once from a newer app and is known by now.
        let newer_fields = field(10, "as it was");
        let words = Words::new("changed here").expect("short");
        let changed = Body::Mood(MoodEntry { own_body: words, ..mood() });
        let content = Content::Live { body: changed, newer_fields: newer_fields.clone() };
        assert_eq!(own_body(content).as_deref(), Some("changed here"));
        let cleared = Content::Live { body: Body::Mood(mood()), newer_fields };
        assert_eq!(own_body(cleared), None);
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
