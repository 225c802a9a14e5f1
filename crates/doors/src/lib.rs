//! Every door through which bytes come in, as a plain function from bytes. Each reads them, and
//! panics where what must hold behind that door does not: whatever is read can be written and read
//! again, lies within its limits, and is never taken for something else.
//!
//! The tests here send mutated valid bytes through each (`tests/doors`); `fuzz/` lets libFuzzer look
//! for others (`docs/how-to/fuzz.md`). Where a checksum stands before the rest, the door is tried
//! with the bytes as they came and with a checksum that fits: else all tries would end there.

mod address;
mod diary;
mod exchange;
mod files;

/// What became of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// They were read.
    Read,
    /// They were refused by name.
    Refused,
}

impl Entered {
    fn when(read: bool) -> Self {
        if read { Self::Read } else { Self::Refused }
    }
}

/// A door: its name, which is that of its fuzz target and of the folder of its seeds, and its
/// function.
///
/// # Panics
/// The function panics where what must hold does not.
pub type Door = (&'static str, fn(&[u8]) -> Entered);

/// All of them.
pub const DOORS: [Door; 15] = [
    ("shard", diary::shard),
    ("message", exchange::message),
    ("inflate", exchange::inflated),
    ("seal", exchange::sealed),
    ("words", exchange::passphrase),
    ("ur", exchange::codes),
    ("ur_part", exchange::parts),
    ("qr", exchange::picture),
    ("message_file", exchange::message_file),
    ("backup", files::backup),
    ("zip", files::zip),
    ("daylio", files::daylio),
    ("loop_habits", files::loop_habits),
    ("plees", files::plees),
    ("address", address::address),
];

/// Sends bytes through the door of that name, which must be one of [`DOORS`].
///
/// # Panics
/// Where what must hold does not, and where there is no such door.
pub fn enter(name: &str, bytes: &[u8]) -> Entered {
    match DOORS.iter().find(|(door, _)| *door == name) {
        Some((_, door)) => door(bytes),
        None => panic!("no door {name}"),
    }
}
