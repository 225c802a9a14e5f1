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
