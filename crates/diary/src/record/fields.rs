//! A record's fields, each said once: the struct, its CBOR map, the names and forms that the backup
//! writes, and how many there are.

use minicbor::bytes::ByteVec;

use crate::id::Id;
use crate::time::{Day, Instant};
use crate::values::Words;

/// How a value is written where people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number, a text or a truth as it is.
    Plain,
    /// A date: `2026-11-24`.
    Day,
    /// A moment with its offset: `2026-11-24T08:04:00+02:00`.
    Instant,
    /// A record's name: 32 hexadecimal digits.
    Id,
    /// Bytes, in base64.
    Bytes,
    /// One of a list, by its name.
    OneOf(&'static [(u8, &'static str)]),
    /// A map of its own fields.
    Fields(&'static [Field]),
    /// A list of these.
    List(&'static Form),
}

/// A field's name and form. Its index is its place among the record's fields.
pub type Field = (&'static str, Form);

/// What can stand in a field.
pub trait FieldValue {
    /// How it is written.
    const FORM: Form;
}

/// A map of fields: an entry, or a part of one. Made by `record!`.
pub trait Fields {
    /// Its fields in the order of their indexes.
    const FIELDS: &'static [Field];
    /// How many they are. A higher index is a newer app's field.
    const KNOWN_FIELDS: u32;
}

macro_rules! forms {
    ($($value:ty => $form:expr;)+) => {
        $(impl FieldValue for $value {
            const FORM: Form = $form;
        })+
    };
}

forms! {
    bool => Form::Plain;
    u8 => Form::Plain;
    u16 => Form::Plain;
    Words => Form::Plain;
    Day => Form::Day;
    Instant => Form::Instant;
    Id => Form::Id;
    ByteVec => Form::Bytes;
}

impl<T: FieldValue> FieldValue for Option<T> {
    const FORM: Form = T::FORM;
}

impl<T: FieldValue> FieldValue for Vec<T> {
    const FORM: Form = Form::List(&T::FORM);
}

/// How many indexes there are. A gap or another order does not compile: a field is found by its
/// place in the list.
pub(crate) const fn known(indexes: &[u32]) -> u32 {
    let mut next = 0;
    let mut left = indexes;
    while let [index, rest @ ..] = left {
        assert!(*index == next, "field indexes go up from 0 by ones");
        (next, left) = (next + 1, rest);
    }
    next
}

/// A record's fields: `index name: type`. Indexes are for ever, and a new field takes the next one.
///
/// This is the only list of them. It makes the struct, its CBOR map by those indexes, and
/// [`Fields`]; a field's name here is its name in the backup.
macro_rules! record {
    (
        $(#[$attribute:meta])*
        $name:ident { $($(#[$of_field:meta])* $index:literal $field:ident: $value:ty,)+ }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, minicbor::Encode, minicbor::Decode)]
        #[cbor(map)]
        pub struct $name {
            $($(#[$of_field])* #[n($index)] pub $field: $value,)+
        }

        impl $crate::record::fields::Fields for $name {
            const FIELDS: &'static [$crate::record::fields::Field] =
                &[$((stringify!($field), <$value as $crate::record::fields::FieldValue>::FORM)),+];
            const KNOWN_FIELDS: u32 = $crate::record::fields::known(&[$($index),+]);
        }

        impl $crate::record::fields::FieldValue for $name {
            const FORM: $crate::record::fields::Form = $crate::record::fields::Form::Fields(
                <Self as $crate::record::fields::Fields>::FIELDS,
            );
        }
    };
}
pub(crate) use record;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Company, Minutes};

    record! {
        /// A record with every form.
        #[derive(Default)]
        Sample {
            /// A list.
            #[cbor(default, skip_if = "Vec::is_empty")]
            0 company: Vec<Company>,
            /// A number.
            1 length_min: Option<Minutes>,
            /// A part of its own.
            2 part: Option<Part>,
        }
    }

    record! {
        /// A part of it.
        Part {
            /// A date.
            0 day: Day,
        }
    }

    #[test]
    fn a_fields_name_form_and_index_come_from_one_line() {
        assert_eq!(
            Sample::FIELDS,
            [
                ("company", Form::List(&Form::OneOf(Company::NAMES))),
                ("length_min", Form::Plain),
                ("part", Form::Fields(&[("day", Form::Day)])),
            ]
        );
        assert_eq!((Sample::KNOWN_FIELDS, Part::KNOWN_FIELDS), (3, 1));
        let said = Sample { length_min: Minutes::new(45).ok(), ..Sample::default() };
        // A map of one: 1 is 45.
        assert_eq!(minicbor::to_vec(said).expect("memory"), [0xa1, 0x01, 0x18, 45]);
    }

    #[test]
    #[should_panic(expected = "field indexes go up from 0 by ones")]
    fn a_gap_between_indexes_is_refused() {
        known(&[0, 1, 3]);
    }
}
