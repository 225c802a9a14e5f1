//! Valid bytes, changed here and there.

use proptest::prelude::*;
use proptest::sample::Index;

/// A change of bytes. Places are chosen among those that there are.
#[derive(Debug, Clone)]
enum Mutation {
    Flip(Index, u8),
    Set(Index, u8),
    /// Numbers at the ends of their range, in as many bytes.
    Number(Index, Vec<u8>),
    Insert(Index, Vec<u8>),
    /// What lies between the two places is gone, stands twice, or the rest is.
    Cut(Index, Index),
    Repeat(Index, Index),
    Truncate(Index),
    /// Two stretches of the same length change places.
    Swap(Index, Index, u8),
    /// The end of another seed behind the beginning of this one.
    Splice(Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    let bytes = prop::collection::vec(any::<u8>(), 1..9);
    let edges = prop::sample::select(vec![
        vec![0],
        vec![0x7f],
        vec![0xff],
        vec![0xff; 2],
        vec![0x7f, 0xff],
        vec![0xff; 4],
        vec![0x80, 0, 0, 0],
        vec![0xff; 8],
        vec![0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        b"-".to_vec(),
        b"9".repeat(20),
        b"\n".to_vec(),
        b"\"".to_vec(),
        "\u{202e}å".as_bytes().to_vec(),
    ]);
    prop_oneof![
        4 => (index(), 0..8_u8).prop_map(|(at, bit)| Mutation::Flip(at, bit)),
        2 => (index(), any::<u8>()).prop_map(|(at, value)| Mutation::Set(at, value)),
        2 => (index(), edges).prop_map(|(at, edge)| Mutation::Number(at, edge)),
        1 => (index(), bytes).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        1 => (index(), index()).prop_map(|(from, to)| Mutation::Cut(from, to)),
        1 => (index(), index()).prop_map(|(from, to)| Mutation::Repeat(from, to)),
        1 => index().prop_map(Mutation::Truncate),
        1 => (index(), index(), 1..40_u8).prop_map(|(a, b, length)| Mutation::Swap(a, b, length)),
        1 => (index(), index()).prop_map(|(from, to)| Mutation::Splice(from, to)),
    ]
}

/// One of the seeds after some mutations, few more often than many.
pub fn mutated(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let mutations = prop_oneof![
        3 => prop::collection::vec(mutation(), 1..2),
        2 => prop::collection::vec(mutation(), 2..8),
    ];
    let seed = prop::sample::select(seeds);
    (seed.clone(), seed, mutations).prop_map(|(mut bytes, other, mutations)| {
        for mutation in &mutations {
            mutate(&mut bytes, &other, mutation);
        }
        bytes
    })
}

/// A place from 0 to `length`, that one too.
fn place(at: Index, length: usize) -> usize {
    at.index(length + 1)
}

fn span(a: Index, b: Index, length: usize) -> std::ops::Range<usize> {
    let (a, b) = (place(a, length), place(b, length));
    a.min(b)..a.max(b)
}

fn mutate(bytes: &mut Vec<u8>, other: &[u8], mutation: &Mutation) {
    let length = bytes.len();
    match mutation {
        Mutation::Flip(at, bit) => {
            if let Some(byte) = bytes.get_mut(place(*at, length)) {
                *byte ^= 1 << bit;
            }
        }
        Mutation::Set(at, value) => {
            if let Some(byte) = bytes.get_mut(place(*at, length)) {
                *byte = *value;
            }
        }
        Mutation::Number(at, edge) => {
            let at = place(*at, length);
            bytes.splice(at..(at + edge.len()).min(length), edge.iter().copied());
        }
        Mutation::Insert(at, more) => {
            let at = place(*at, length);
            bytes.splice(at..at, more.iter().copied());
        }
        Mutation::Cut(from, to) => {
            bytes.drain(span(*from, *to, length));
        }
        Mutation::Repeat(from, to) => {
            let span = span(*from, *to, length);
            let again = bytes[span.clone()].to_vec();
            bytes.splice(span.end..span.end, again);
        }
        Mutation::Truncate(at) => bytes.truncate(place(*at, length)),
        Mutation::Swap(a, b, size) => {
            let (a, b) = (place(*a, length), place(*b, length));
            for step in 0..usize::from(*size) {
                if a + step < length && b + step < length {
                    bytes.swap(a + step, b + step);
                }
            }
        }
        Mutation::Splice(from, to) => {
            bytes.truncate(place(*from, length));
            bytes.extend_from_slice(&other[place(*to, other.len())..]);
        }
    }
}
