//! What can stand in a field: how a value is kept in CBOR, and how the backup writes it.

use minicbor::bytes::ByteVec;

use super::codec::{Reader, Writer};
use crate::id::Id;
use crate::time::{Day, Instant};

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
pub trait FieldValue: Sized {
    /// How it is written where people read it.
    const FORM: Form;

    /// What a missing field says; `None` where it may not be missing.
    const MISSING: Option<Self> = None;

    /// Whether its field is left out.
    fn is_missing(&self) -> bool {
        false
    }

    /// Writes it.
    fn write(&self, out: &mut Writer);

    /// Reads it; `None` where the bytes say no such value.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// `type => form, how it is written, how it is read`.
macro_rules! values {
    ($($value:ty => $form:expr, $write:expr, $read:expr;)+) => {
        $(impl FieldValue for $value {
            const FORM: Form = $form;

            fn write(&self, out: &mut Writer) {
                let write: fn(&Self, &mut Writer) = $write;
                write(self, out);
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                let read: fn(&mut Reader<'_>) -> Option<Self> = $read;
                read(from)
            }
        })+
    };
}

values! {
    bool => Form::Plain, |truth, out| out.truth(*truth), |from| from.truth();
    u8 => Form::Plain, |number, out| out.number((*number).into()), |from| from.number()?.try_into().ok();
    u16 => Form::Plain, |number, out| out.number((*number).into()), |from| from.number()?.try_into().ok();
    String => Form::Plain, |text, out| out.text(text), |from| from.text().map(str::to_owned);
    Id => Form::Id, |id, out| out.bytes(id.bytes()), |from| Id::from_bytes(from.bytes()?);
    ByteVec => Form::Bytes, |bytes, out| out.bytes(bytes), |from| Some(from.bytes()?.to_vec().into());
    Day => Form::Day,
        |day, out| out.number(day.number().into()),
        |from| Day::from_number(from.number()?.try_into().ok()?).ok();
    Instant => Form::Instant,
        |at, out| {
            out.list(2);
            out.number(at.unix_s());
            out.number(at.offset_min().into());
        },
        |from| match from.list()? {
            Some(2) => Instant::new(from.number()?, from.number()?.try_into().ok()?).ok(),
            _ => None,
        };
}

impl<T: FieldValue> FieldValue for Option<T> {
    const FORM: Form = T::FORM;
    const MISSING: Option<Self> = Some(None);

    fn is_missing(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Writer) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if from.null()? { Some(None) } else { T::read(from).map(Some) }
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    const FORM: Form = Form::List(&T::FORM);

    fn write(&self, out: &mut Writer) {
        out.list(self.len());
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut left = from.list()?;
        let mut list = Self::new();
        while from.another(&mut left)? {
            list.push(T::read(from)?);
        }
        Some(list)
    }
}

impl<A: FieldValue, B: FieldValue> FieldValue for (A, B) {
    const FORM: Form = Form::Plain;

    fn write(&self, out: &mut Writer) {
        out.list(2);
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.list()? {
            Some(2) => Some((A::read(from)?, B::read(from)?)),
            _ => None,
        }
    }
}

/// CBOR's null: a value that is missing, where it stands by itself.
const NULL: &[u8] = &[0xf6];

/// A value's bytes by themselves, for what is not a record: a form that is half made.
pub fn value_to_bytes(value: &impl FieldValue) -> Vec<u8> {
    let mut out = Writer::default();
    if value.is_missing() {
        out.as_it_came(NULL);
    } else {
        value.write(&mut out);
    }
    out.into_bytes()
}

/// The value that [`value_to_bytes`] made these bytes of; `None` where they say no such value.
pub fn value_from_bytes<T: FieldValue>(bytes: &[u8]) -> Option<T> {
    T::read(&mut Reader::new(bytes))
}

/// minicbor's own traits, for values that also stand in what minicbor derives.
macro_rules! minicbor_too {
    ($($value:ty),+) => {
        $(
            impl<C> minicbor::Encode<C> for $value {
                fn encode<W: minicbor::encode::Write>(
                    &self,
                    e: &mut minicbor::Encoder<W>,
                    _: &mut C,
                ) -> Result<(), minicbor::encode::Error<W::Error>> {
                    let mut out = $crate::record::codec::Writer::default();
                    $crate::record::fields::FieldValue::write(self, &mut out);
                    let written = e.writer_mut().write_all(&out.into_bytes());
                    written.map_err(minicbor::encode::Error::write)
                }
            }

            impl<'b, C> minicbor::Decode<'b, C> for $value {
                fn decode(
                    d: &mut minicbor::Decoder<'b>,
                    _: &mut C,
                ) -> Result<Self, minicbor::decode::Error> {
                    let read = $crate::record::fields::FieldValue::read;
                    $crate::record::codec::Reader::within(d, read).ok_or_else(|| {
                        minicbor::decode::Error::message(concat!("not a ", stringify!($value)))
                    })
                }
            }
        )+
    };
}
pub(crate) use minicbor_too;

minicbor_too! { Day, Id, Instant }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{CardMark, Minutes, Words};

    fn same_again<T: FieldValue + PartialEq + std::fmt::Debug>(value: &T) {
        assert_eq!(value_from_bytes::<T>(&value_to_bytes(value)).as_ref(), Some(value));
    }

    #[test]
    fn a_value_stands_by_itself() {
        assert_eq!(value_to_bytes(&Minutes::new(45).ok()), [0x18, 45]);
        assert_eq!(value_to_bytes(&None::<Minutes>), [0xf6]);
        same_again(&String::new());
        same_again(&"Maths\t45".to_owned());
        same_again(&None::<u16>);
        same_again(&Some((Id::random([7; 16]), CardMark::Safety)));
        same_again(&vec![(Words::new("gate").expect("short").expect("said"), true)]);
    }

    #[test]
    fn bytes_of_another_value_say_none() {
        assert_eq!(value_from_bytes::<u16>(&value_to_bytes(&"7".to_owned())), None);
        assert_eq!(value_from_bytes::<(u16, u16)>(&value_to_bytes(&vec![1_u16, 2, 3])), None);
        assert_eq!(value_from_bytes::<u16>(&[]), None);
    }
}
