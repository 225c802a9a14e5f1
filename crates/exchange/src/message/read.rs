//! Reading CBOR from strangers: nothing is allocated by a claimed length, every error has a name.

use askelma_diary::time::Day;
use askelma_diary::values::{OutOfRange, Words};
use minicbor::Decoder;
use minicbor::data::Type;

use super::MessageError;

pub(super) type Reader<'b> = Decoder<'b>;
pub(super) type Read<T> = Result<T, MessageError>;

impl From<OutOfRange> for MessageError {
    fn from(_: OutOfRange) -> Self {
        Self::ImpossibleValue
    }
}

impl From<minicbor::decode::Error> for MessageError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Malformed
    }
}

/// The length that an array claims. It bounds a loop that ends with the input, never a capacity.
pub(super) fn array_len(reader: &mut Reader<'_>) -> Read<u64> {
    reader.array()?.ok_or(MessageError::Malformed)
}

/// Calls `entry` with each integer key of a map. What `entry` answers `false` to is skipped.
pub(super) fn map(
    reader: &mut Reader<'_>,
    mut entry: impl FnMut(i64, &mut Reader<'_>) -> Read<bool>,
) -> Read<()> {
    let entries = reader.map()?.ok_or(MessageError::Malformed)?;
    let mut last = None;
    for _ in 0..entries {
        let key = int(reader)?;
        // Ascending keys: no key twice, and one way only to write a message.
        if last.is_some_and(|last| last >= key) {
            return Err(MessageError::Malformed);
        }
        last = Some(key);
        if !entry(key, reader)? {
            reader.skip()?;
        }
    }
    Ok(())
}

/// Any integer of 64 bits.
pub(super) fn int(reader: &mut Reader<'_>) -> Read<i64> {
    Ok(reader.i64()?)
}

/// An integer, or nothing where a gap (`null`) stands.
pub(super) fn int_or_gap(reader: &mut Reader<'_>) -> Read<Option<i64>> {
    if gap(reader)? { Ok(None) } else { int(reader).map(Some) }
}

/// A text, or nothing where a gap (`null`) stands.
pub(super) fn words_or_gap(reader: &mut Reader<'_>) -> Read<Option<Words>> {
    if gap(reader)? { Ok(None) } else { words(reader).map(Some) }
}

fn gap(reader: &mut Reader<'_>) -> Read<bool> {
    let gap = reader.datatype()? == Type::Null;
    if gap {
        reader.null()?;
    }
    Ok(gap)
}

/// A text that is not empty.
pub(super) fn words(reader: &mut Reader<'_>) -> Read<Words> {
    Words::new(reader.str()?)?.ok_or(MessageError::ImpossibleValue)
}

/// A number that must fit the narrower type.
pub(super) fn narrow<T: TryFrom<i64>>(number: i64) -> Read<T> {
    T::try_from(number).map_err(|_| MessageError::ImpossibleValue)
}

/// A date, as days since 1970-01-01.
pub(super) fn day(number: i64) -> Read<Day> {
    Day::from_number(narrow(number)?).map_err(|_| MessageError::ImpossibleValue)
}
