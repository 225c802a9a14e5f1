//! A record's fields, each said once: the struct, its CBOR map, the names and forms that the backup
//! writes, and how many there are.

use super::codec::{Reader, Writer};
pub(crate) use super::value::minicbor_too;
pub use super::value::{Field, FieldValue, Form, value_from_bytes, value_to_bytes};

/// A map of fields: an entry, or a part of one. Made by `record!`.
pub trait Fields: Sized {
    /// Its fields in the order of their indexes.
    const FIELDS: &'static [Field];
    /// How many they are. A higher index is a newer app's field.
    const KNOWN_FIELDS: u32;

    /// Puts its fields in the order of their indexes.
    fn put_fields(&self, out: &mut FieldWriter);

    /// Takes its fields; `None` where one is missing, or says no value of its type.
    fn take_fields(from: &FieldReader<'_>) -> Option<Self>;
}

/// Writes the fields of one map.
#[derive(Default)]
pub struct FieldWriter {
    count: u64,
    fields: Writer,
}

impl FieldWriter {
    /// Puts a field, if it says anything.
    pub fn put(&mut self, index: u32, value: &impl FieldValue) {
        if !value.is_missing() {
            value.write(self.field(index));
        }
    }

    /// Puts a list, if anything is in it.
    pub fn put_some<T: FieldValue>(&mut self, index: u32, list: &Vec<T>) {
        if !list.is_empty() {
            list.write(self.field(index));
        }
    }

    fn field(&mut self, index: u32) -> &mut Writer {
        self.count += 1;
        self.fields.number(index.into());
        &mut self.fields
    }

    /// Puts a newer app's fields, key and value as they came. One that is known by now
    /// (below `known_count`) says what the entry says, whatever came once: a map never has a key
    /// twice.
    pub fn put_newer(&mut self, newer: &[u8], known_count: u32) {
        let mut from = Reader::new(newer);
        while let Some((index, field, _)) = from.field() {
            if index >= known_count {
                self.count += 1;
                self.fields.as_it_came(field);
            }
        }
    }

    /// Writes the map.
    pub fn write(self, out: &mut Writer) {
        out.map(self.count);
        out.as_it_came(&self.fields.into_bytes());
    }
}

/// The fields of one map as they stand.
pub struct FieldReader<'b> {
    /// The value of each known field by its index; no bytes where it is missing.
    values: Vec<&'b [u8]>,
    /// A newer app's fields, key and value of each.
    pub newer: Vec<u8>,
}

impl<'b> FieldReader<'b> {
    /// Finds the fields of the map that stands here. Of a known one that stands there twice, which no
    /// app writes, the last counts.
    pub fn read(from: &mut Reader<'b>, known_count: u32) -> Option<Self> {
        let mut fields = Self { values: vec![&[]; known_count as usize], newer: Vec::new() };
        let mut left = from.map()?;
        while from.another(&mut left)? {
            let (index, field, value) = from.field()?;
            match fields.values.get_mut(index as usize) {
                Some(place) => *place = value,
                None => fields.newer.extend_from_slice(field),
            }
        }
        Some(fields)
    }

    /// Takes a field.
    pub fn take<T: FieldValue>(&self, index: u32) -> Option<T> {
        match self.at(index) {
            Some(mut value) => T::read(&mut value),
            None => T::MISSING,
        }
    }

    /// Takes a list; an empty one where the field is missing.
    pub fn take_some<T: FieldValue>(&self, index: u32) -> Option<Vec<T>> {
        match self.at(index) {
            Some(mut value) => Vec::read(&mut value),
            None => Some(Vec::new()),
        }
    }

    fn at(&self, index: u32) -> Option<Reader<'b>> {
        let value = self.values.get(index as usize)?;
        (!value.is_empty()).then(|| Reader::new(value))
    }
}

/// How many indexes there are. A gap or another order does not compile: a field is found by its
/// place in the list.
pub(crate) const fn known_count(indexes: &[u32]) -> u32 {
    let mut next = 0;
    let mut left = indexes;
    while let [index, rest @ ..] = left {
        assert!(*index == next, "field indexes go up from 0 by ones");
        (next, left) = (next + 1, rest);
    }
    next
}

/// A record's fields: `index name: type`. Indexes are for ever, and a new field takes the next one.
/// `= []` behind a list leaves it out where it is empty.
///
/// This is the only list of them. It makes the struct, its CBOR map by those indexes, and
/// [`Fields`]; a field's name here is its name in the backup.
macro_rules! record {
    (
        $(#[$attribute:meta])*
        $name:ident {
            $($(#[$of_field:meta])* $index:literal $field:ident: $value:ty $(= $empty:tt)?,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$of_field])* pub $field: $value,)+
        }

        impl $crate::record::fields::Fields for $name {
            const FIELDS: &'static [$crate::record::fields::Field] =
                &[$((stringify!($field), <$value as $crate::record::fields::FieldValue>::FORM)),+];
            const KNOWN_FIELDS: u32 = $crate::record::fields::known_count(&[$($index),+]);

            fn put_fields(&self, out: &mut $crate::record::fields::FieldWriter) {
                $(record!(@put out, $index, &self.$field $(, $empty)?);)+
            }

            fn take_fields(from: &$crate::record::fields::FieldReader<'_>) -> Option<Self> {
                Some(Self { $($field: record!(@take from, $index $(, $empty)?)?),+ })
            }
        }

        impl $crate::record::fields::FieldValue for $name {
            const FORM: $crate::record::fields::Form = $crate::record::fields::Form::Fields(
                <Self as $crate::record::fields::Fields>::FIELDS,
            );

            fn write(&self, out: &mut $crate::record::codec::Writer) {
                $crate::record::fields::write_part(self, out);
            }

            fn read(from: &mut $crate::record::codec::Reader<'_>) -> Option<Self> {
                $crate::record::fields::read_part(from)
            }
        }
    };
    (@put $out:ident, $index:literal, $value:expr) => { $out.put($index, $value) };
    (@put $out:ident, $index:literal, $value:expr, []) => { $out.put_some($index, $value) };
    (@take $from:ident, $index:literal) => { $from.take($index) };
    (@take $from:ident, $index:literal, []) => { $from.take_some($index) };
}
pub(crate) use record;

/// Writes a part of an entry.
pub(crate) fn write_part(part: &impl Fields, out: &mut Writer) {
    let mut fields = FieldWriter::default();
    part.put_fields(&mut fields);
    fields.write(out);
}

/// Reads a part of an entry.
pub(crate) fn read_part<T: Fields>(from: &mut Reader<'_>) -> Option<T> {
    T::take_fields(&FieldReader::read(from, T::KNOWN_FIELDS)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;
    use crate::values::{Company, Minutes};

    record! {
        /// A record with every form.
        #[derive(Default)]
        Sample {
            /// A list.
            0 company: Vec<Company> = [],
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
        let sample = Sample { length_min: Minutes::new(45).ok(), ..Sample::default() };
        // A map of one: 1 is 45.
        let mut out = Writer::default();
        write_part(&sample, &mut out);
        assert_eq!(out.into_bytes(), [0xa1, 0x01, 0x18, 45]);
    }

    #[test]
    #[should_panic(expected = "field indexes go up from 0 by ones")]
    fn a_gap_between_indexes_is_refused() {
        known_count(&[0, 1, 3]);
    }
}
