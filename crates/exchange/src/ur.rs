//! Sealed bytes as the text of one QR code or many: Uniform Resources (BCR-2020-005, version 2)
//! of type `askelma`, whose payload is one CBOR byte string.
//!
//! The fountain makes parts without end: any few more than [`Encoder::parts`] of them, in any
//! order, give the whole.

mod fountain;
mod receive;
mod send;
mod text;

pub use receive::{Decoder, Progress, UrError};
pub use send::{Encoder, FRAGMENT_BYTES, SMALLEST_FRAGMENT_BYTES, TooLargeForCode};
pub use text::{from_text, to_text};

/// The UR type.
const TYPE: &str = "askelma";

/// More parts than this are not shown as code: the file is offered instead.
pub const MOST_PARTS_SHOWN: usize = 300;

/// A code that announces more parts than this is not followed.
pub const MOST_PARTS_READ: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes(len: usize) -> Vec<u8> {
        (0..len).map(|place| u8::try_from(place * 31 % 251).unwrap_or_default()).collect()
    }

    fn encoder(len: usize) -> Encoder {
        Encoder::new(&bytes(len), FRAGMENT_BYTES).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn one_fragment_is_one_still_code() -> Result<(), UrError> {
        let encoder = encoder(150);
        assert_eq!(encoder.parts(), 1);
        assert_eq!(encoder.part(1), encoder.part(7));
        assert_eq!(encoder.part(1).matches('/').count(), 1);
        let mut decoder = Decoder::default();
        assert!(decoder.receive(&encoder.part(1))?.complete());
        assert_eq!(decoder.sealed(), Some(bytes(150).as_slice()));
        Ok(())
    }

    #[test]
    fn parts_are_those_of_the_reference_encoder() {
        let sealed = bytes(3_000);
        let encoder = encoder(3_000);
        let payload = minicbor::to_vec(minicbor::bytes::ByteVec::from(sealed));
        let mut reference = ur::Encoder::new(&payload.unwrap_or_default(), 200, "askelma")
            .unwrap_or_else(|error| panic!("{error}"));
        for index in 1..=80 {
            let part = reference.next_part().unwrap_or_default();
            assert_eq!(encoder.part(index), part.to_uppercase());
        }
    }

    #[test]
    fn a_part_of_another_message_is_named_and_nothing_is_lost() -> Result<(), UrError> {
        let (ours, other) = (encoder(900), encoder(901));
        let mut decoder = Decoder::default();
        decoder.receive(&ours.part(1))?;
        assert_eq!(decoder.receive(&other.part(2)), Err(UrError::AnotherMessage));
        assert_eq!(decoder.progress().seen, 1);
        for index in 2..=9 {
            decoder.receive(&ours.part(index))?;
        }
        assert_eq!(decoder.sealed(), Some(bytes(900).as_slice()));
        assert_eq!(decoder.receive(&other.part(2)), Err(UrError::AnotherMessage));
        Ok(())
    }

    fn seen_of(progress: Progress) -> (usize, usize) {
        (progress.seen, progress.needed)
    }

    #[test]
    fn a_message_cut_anew_is_known_and_both_cuts_keep_what_they_have() -> Result<(), UrError> {
        let usual = encoder(3_000);
        let bigger = Encoder::new(&bytes(3_000), SMALLEST_FRAGMENT_BYTES).expect("few parts");
        let mut decoder = Decoder::default();
        for index in 1..=8 {
            decoder.receive(&usual.part(index))?;
        }
        assert_eq!(seen_of(decoder.progress()), (8, 16));
        for index in 1..=5 {
            decoder.receive(&bigger.part(index))?;
        }
        assert_eq!(seen_of(decoder.progress()), (5, 31));
        assert_eq!(seen_of(decoder.receive(&usual.part(9))?), (9, 16));
        assert_eq!(seen_of(decoder.receive(&bigger.part(6))?), (6, 31));
        for index in 7..=31 {
            decoder.receive(&bigger.part(index))?;
        }
        assert_eq!(decoder.sealed(), Some(bytes(3_000).as_slice()));
        assert!(decoder.receive(&usual.part(10))?.complete());
        Ok(())
    }

    #[test]
    fn a_still_code_and_its_parts_are_one_message() -> Result<(), UrError> {
        let (still, parts) = (encoder(150), Encoder::new(&bytes(150), 100).expect("two parts"));
        for codes in [[&parts, &still], [&still, &parts]] {
            let mut decoder = Decoder::default();
            for code in codes {
                decoder.receive(&code.part(1))?;
            }
            assert!(decoder.progress().complete());
            assert_eq!(decoder.sealed(), Some(bytes(150).as_slice()));
            assert_eq!(decoder.receive(&encoder(151).part(1)), Err(UrError::AnotherMessage));
        }
        Ok(())
    }

    #[test]
    fn what_is_not_ours_is_told_apart() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.receive("https://example.org/"), Err(UrError::NotUr));
        assert_eq!(decoder.receive("ur:bytes/iehsjyhspmwfwfia"), Err(UrError::OtherType));
        assert_eq!(decoder.receive("UR:ASKELMA/1-2001/AEAE"), Err(UrError::TooManyParts));
        assert_eq!(decoder.receive("UR:ASKELMA/1-4294967295/AEAE"), Err(UrError::TooManyParts));
        assert_eq!(decoder.receive("UR:ASKELMA/1-9/AEAE"), Err(UrError::DamagedPart));
        assert_eq!(decoder.receive("UR:ASKELMA/0-9/AEAE"), Err(UrError::DamagedPart));
        assert_eq!(decoder.receive("UR:ASKELMA/"), Err(UrError::DamagedPart));
        assert_eq!(decoder.progress(), Progress::default());
    }

    #[test]
    fn a_changed_letter_is_seen() {
        let part = encoder(900).part(2);
        let changed = part.replacen("ADCF", "AECF", 1);
        let last = part.len() - 1;
        for text in [changed, part[..last].to_owned(), format!("{}Å", &part[..last])] {
            if text != part {
                assert_eq!(Decoder::default().receive(&text), Err(UrError::DamagedPart));
            }
        }
    }

    #[test]
    fn over_300_parts_the_file_is_offered() {
        assert!(Encoder::new(&bytes(50_000), FRAGMENT_BYTES).is_ok());
        let smaller = Encoder::new(&bytes(50_000), SMALLEST_FRAGMENT_BYTES);
        assert_eq!(smaller.err(), Some(TooLargeForCode { parts: 501 }));
    }

    #[test]
    fn a_late_start_needs_few_parts_more() -> Result<(), UrError> {
        let encoder = encoder(20_000);
        let mut decoder = Decoder::default();
        let mut needed = 0;
        for index in 60.. {
            needed += 1;
            if decoder.receive(&encoder.part(index))?.complete() {
                break;
            }
        }
        assert_eq!(decoder.sealed(), Some(bytes(20_000).as_slice()));
        assert!(needed < 2 * encoder.parts(), "{needed} for {}", encoder.parts());
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn comes_back_from_any_half_of_the_parts(
            len in 1_usize..5_000,
            fragment in SMALLEST_FRAGMENT_BYTES..=FRAGMENT_BYTES,
            seen in prop::collection::vec(any::<bool>(), 1_000),
        ) {
            let encoder = Encoder::new(&bytes(len), fragment)?;
            let mut decoder = Decoder::default();
            for index in (1..).zip(seen).filter_map(|(index, seen)| seen.then_some(index)) {
                decoder.receive(&encoder.part(index))?;
            }
            prop_assert_eq!(decoder.sealed().map(<[u8]>::to_vec), Some(bytes(len)));
        }

        #[test]
        fn cuts_in_any_turn_give_the_message(
            len in 250_usize..3_000,
            codes in prop::collection::vec((any::<bool>(), 1_u32..400), 200),
        ) {
            let usual = Encoder::new(&bytes(len), FRAGMENT_BYTES)?;
            let bigger = Encoder::new(&bytes(len), SMALLEST_FRAGMENT_BYTES)?;
            let mut decoder = Decoder::default();
            for (is_bigger, index) in codes {
                decoder.receive(&if is_bigger { &bigger } else { &usual }.part(index))?;
                prop_assert!(decoder.sealed().is_none_or(|sealed| sealed == bytes(len)));
            }
            prop_assert_eq!(decoder.sealed().map(<[u8]>::to_vec), Some(bytes(len)));
        }

        #[test]
        fn any_text_is_survived(text in "(UR:ASKELMA/)?([0-9]{1,10}-[0-9]{1,10}/)?\\PC{0,40}") {
            prop_assert!(Decoder::default().receive(&text).is_err());
        }
    }
}
