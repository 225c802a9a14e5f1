//! The bytes of a record: CBOR, written and read value by value.
//!
//! All kinds go through these few functions. What minicbor derives is compiled anew for each kind,
//! and that was a seventh of the first load's code.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

/// Writes values. Writing to memory cannot fail.
#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    fn encoder(&mut self) -> Encoder<&mut Vec<u8>> {
        Encoder::new(&mut self.0)
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: i64) {
        let _ = self.encoder().i64(number);
    }

    /// Writes a truth.
    pub fn truth(&mut self, truth: bool) {
        let _ = self.encoder().bool(truth);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        let _ = self.encoder().str(text);
    }

    /// Writes bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let _ = self.encoder().bytes(bytes);
    }

    /// Writes the head of a list of so many.
    pub fn list(&mut self, length: usize) {
        let _ = self.encoder().array(length as u64);
    }

    /// Writes the head of a map of so many fields.
    pub fn map(&mut self, count: u64) {
        let _ = self.encoder().map(count);
    }

    /// Puts bytes that are CBOR already.
    pub fn as_it_came(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads values. A function's `None` is for bytes that say something else.
pub struct Reader<'b>(Decoder<'b>);

/// How many items of a list or map are left; `None` where a break ends it.
pub type Left = Option<u64>;

impl<'b> Reader<'b> {
    /// Reads these bytes from their beginning.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    /// Reads from where a decoder stands, which goes on behind what was read.
    pub fn within<T>(d: &mut Decoder<'b>, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        let mut from = Self(d.clone());
        let value = read(&mut from)?;
        *d = from.0;
        Some(value)
    }

    /// Whether nothing is left to read.
    pub fn is_at_end(&self) -> bool {
        self.0.position() == self.0.input().len()
    }

    /// Reads a whole number.
    pub fn number(&mut self) -> Option<i64> {
        self.0.i64().ok()
    }

    /// Reads a truth.
    pub fn truth(&mut self) -> Option<bool> {
        self.0.bool().ok()
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<&'b str> {
        self.0.str().ok()
    }

    /// Reads bytes.
    pub fn bytes(&mut self) -> Option<&'b [u8]> {
        self.0.bytes().ok()
    }

    /// Reads the head of a list.
    pub fn list(&mut self) -> Option<Left> {
        self.0.array().ok()
    }

    /// Reads the head of a map.
    pub fn map(&mut self) -> Option<Left> {
        self.0.map().ok()
    }

    /// Whether another item follows. A break that ends them is read.
    pub fn another(&mut self, left: &mut Left) -> Option<bool> {
        match left {
            Some(0) => Some(false),
            Some(left) => {
                *left -= 1;
                Some(true)
            }
            None => {
                let ends = self.0.datatype().ok()? == Type::Break;
                if ends {
                    self.0.skip().ok()?;
                }
                Some(!ends)
            }
        }
    }

    /// Whether nothing stands here, said by a null; the null is read.
    pub fn null(&mut self) -> Option<bool> {
        let null = self.0.datatype().ok()? == Type::Null;
        if null {
            self.0.null().ok()?;
        }
        Some(null)
    }

    /// Reads a field: its index, its key and value as they stand, and the value alone.
    pub fn field(&mut self) -> Option<(u32, &'b [u8], &'b [u8])> {
        let start = self.0.position();
        let index = self.0.u32().ok()?;
        let key_end = self.0.position();
        self.0.skip().ok()?;
        let end = self.0.position();
        let input = self.0.input();
        Some((index, input.get(start..end)?, input.get(key_end..end)?))
    }
}
