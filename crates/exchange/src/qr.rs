//! Text as a QR code, and a QR code in a camera frame as text.

use minicbor::{Decode, Encode};
use qrcodegen::{QrCode, QrCodeEcc};
use rxing::common::HybridBinarizer;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BinaryBitmap, Luma8Source, Reader as _};

/// The light frame around a code, in modules (ISO/IEC 18004 asks for 4). It is not part of
/// [`Qr::modules`]: who draws adds it.
pub const QUIET_ZONE: usize = 4;

/// The widest or highest frame that is read, in pixels.
const MOST_SIDE: u32 = 8192;

/// A drawn code.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Qr {
    /// Modules along one side, 21 to 177.
    #[n(0)]
    pub size: usize,
    /// Row by row, `size * size` of them: 1 is dark, 0 is light.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub modules: Vec<u8>,
}

/// Draws text at error correction level L: fountain parts repair what is lost, so size matters
/// more. Upper-case text of the QR alphabet takes 5.5 bits a character. Nothing for text that
/// does not fit into the largest code.
pub fn draw(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size();
    let modules =
        (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).map(|(x, y)| code.get_module(x, y));
    Some(Qr { size: usize::try_from(side).ok()?, modules: modules.map(u8::from).collect() })
}

/// A grey picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Luma {
    /// Lightness, one byte a pixel, row by row without gaps: 0 is black.
    pub pixels: Vec<u8>,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Reads codes in picture after picture.
///
/// A code may be light on dark: some phones turn the colours of their whole screen. A picture in
/// which nothing is found is looked at once more with its lightness turned, and how the last code
/// was drawn is tried first the next time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reader {
    light_on_dark: bool,
}

impl Reader {
    /// The text of a QR code in a picture. Nothing when there is none, or when the sizes do not
    /// fit together.
    pub fn read(&mut self, picture: Luma) -> Option<String> {
        let Luma { mut pixels, width, height } = picture;
        let fits = (1..=MOST_SIDE).contains(&width) && (1..=MOST_SIDE).contains(&height);
        if !fits || u64::try_from(pixels.len()) != Ok(u64::from(width) * u64::from(height)) {
            return None;
        }
        let mut turned = false;
        for light_on_dark in [self.light_on_dark, !self.light_on_dark] {
            if light_on_dark != turned {
                turn(&mut pixels);
                turned = light_on_dark;
            }
            if let Some(text) = dark_on_light(&pixels, width, height) {
                self.light_on_dark = light_on_dark;
                return Some(text);
            }
        }
        None
    }
}

/// Turns dark to light and light to dark.
fn turn(pixels: &mut [u8]) {
    for pixel in pixels {
        *pixel = u8::MAX - *pixel;
    }
}

fn dark_on_light(pixels: &[u8], width: u32, height: u32) -> Option<String> {
    let source = Luma8Source::new_with_slice(pixels, width, height).ok()?;
    let mut picture = BinaryBitmap::new(HybridBinarizer::new(source));
    QrReader.decode(&mut picture).ok().map(|found| found.getText().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The code as a picture with its quiet zone, `scale` pixels a module.
    fn picture(code: &Qr, scale: usize) -> Luma {
        let side = (code.size + 2 * QUIET_ZONE) * scale;
        let mut luma = vec![255; side * side];
        for (place, dark) in code.modules.iter().enumerate() {
            let (x, y) = (place % code.size + QUIET_ZONE, place / code.size + QUIET_ZONE);
            for row in y * scale..(y + 1) * scale {
                luma[row * side + x * scale..][..scale].fill(255 - 255 * dark);
            }
        }
        square(luma, u32::try_from(side).unwrap_or_default())
    }

    fn square(pixels: Vec<u8>, side: u32) -> Luma {
        Luma { pixels, width: side, height: side }
    }

    fn read(picture: Luma) -> Option<String> {
        Reader::default().read(picture)
    }

    /// The same code, light on dark, with what surrounds it.
    fn light_on_dark(mut picture: Luma) -> Luma {
        turn(&mut picture.pixels);
        picture
    }

    fn there_and_back(text: &str, scale: usize) -> Option<String> {
        read(picture(&draw(text)?, scale))
    }

    #[test]
    fn a_whole_part_of_200_bytes_fits_into_version_11() {
        let text = format!("UR:ASKELMA/123-300/{}", "AE".repeat(220));
        assert_eq!(draw(&text).map(|code| code.size), Some(61));
        assert_eq!(there_and_back(&text, 4), Some(text));
    }

    #[test]
    fn light_on_dark_is_read_and_so_is_what_comes_after_it() {
        let mut reader = Reader::default();
        for (text, turned) in
            [("ONE", false), ("TWO", true), ("THREE", true), ("FOUR", false), ("FIVE", true)]
        {
            let picture = picture(&draw(text).expect("short"), 4);
            let picture = if turned { light_on_dark(picture) } else { picture };
            assert_eq!(reader.read(picture).as_deref(), Some(text));
            assert_eq!(reader.light_on_dark, turned);
            // A picture without a code changes nothing.
            let empty = Luma { pixels: vec![90; 200 * 200], width: 200, height: 200 };
            assert_eq!((reader.read(empty), reader.light_on_dark), (None, turned));
        }
    }

    /// As a camera sees a screen: the code in the middle of something else, grey for black and
    /// white, a shadow across.
    fn on_a_desk(code: &Qr, scale: usize, turned: bool) -> Luma {
        let (width, height) = (1280_usize, 720_usize);
        let side = (code.size + 2 * QUIET_ZONE) * scale;
        let picture = picture(code, scale);
        let picture = if turned { light_on_dark(picture) } else { picture };
        let mut pixels: Vec<u8> = (0..width * height)
            .map(|place| u8::try_from(90 + place % width / 20).unwrap_or(0))
            .collect();
        let (left, top) = ((width - side) / 2, (height - side) / 2);
        for row in 0..side {
            for column in 0..side {
                let shadow = u8::try_from(column * 30 / side).unwrap_or(0);
                let seen = 40 + picture.pixels[row * side + column] / 2 + shadow;
                pixels[(top + row) * width + left + column] = seen;
            }
        }
        Luma { pixels, width: 1280, height: 720 }
    }

    #[test]
    fn light_on_dark_is_read_on_a_desk_too() {
        let text = format!("UR:ASKELMA/12-30/{}", "AE".repeat(200));
        let code = draw(&text).expect("short");
        for (scale, turned) in [(6, false), (6, true), (9, false), (9, true)] {
            let seen = read(on_a_desk(&code, scale, turned));
            assert_eq!(seen.as_ref(), Some(&text), "{scale} pixels, turned: {turned}");
        }
    }

    /// What the second look costs: run by hand, in release, with `--ignored --nocapture`.
    #[test]
    #[ignore = "measures, and proves nothing"]
    fn how_long_a_look_takes() {
        let code = draw(&format!("UR:ASKELMA/12-30/{}", "AE".repeat(200))).expect("short");
        let desk = Luma { pixels: on_a_desk(&code, 1, false).pixels, width: 1280, height: 720 };
        for (name, picture) in [
            ("dark on light", on_a_desk(&code, 9, false)),
            ("light on dark", on_a_desk(&code, 9, true)),
            ("no code large enough", desk),
        ] {
            let begun = std::time::Instant::now();
            for _ in 0..50 {
                std::hint::black_box(read(picture.clone()));
            }
            let once = begun.elapsed() / 50;
            let begun = std::time::Instant::now();
            for _ in 0..50 {
                let pixels = picture.pixels.clone();
                std::hint::black_box(dark_on_light(&pixels, 1280, 720));
            }
            println!("{name}: {once:?}, one look alone {:?}", begun.elapsed() / 50);
        }
    }

    #[test]
    fn too_much_text_is_not_drawn() {
        assert_eq!(draw(&"A".repeat(4_297)), None);
    }

    #[test]
    fn sizes_that_lie_are_refused() {
        assert_eq!(read(Luma { pixels: vec![0; 100], width: 10, height: 11 }), None);
        assert_eq!(read(square(Vec::new(), 0)), None);
        assert_eq!(read(square(vec![0; 10], u32::MAX)), None);
    }

    #[test]
    fn an_empty_picture_has_no_code() {
        let white = Luma { pixels: vec![255; 640 * 480], width: 640, height: 480 };
        assert_eq!(read(white), None);
        assert_eq!(read(square(vec![0; 1], 1)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn comes_back(text in "UR:ASKELMA/[A-Z0-9]{8,200}", scale in 3_usize..6) {
            prop_assert_eq!(there_and_back(&text, scale), Some(text));
        }

        #[test]
        fn noise_is_survived(
            pixels in prop::collection::vec(any::<u8>(), 1_600),
        ) {
            prop_assert_eq!(read(square(pixels, 40)), None);
        }

        /// Blocks of black and white look much more like a code than plain noise does.
        #[test]
        fn damaged_codes_are_survived(
            text in "[A-Z0-9]{8,80}",
            holes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..400),
        ) {
            let code = draw(&text).unwrap_or(Qr { size: 0, modules: Vec::new() });
            let mut picture = picture(&code, 3);
            for (place, value) in holes {
                let place = place.index(picture.pixels.len());
                picture.pixels[place] = value;
            }
            let found = read(picture);
            prop_assert!(found.is_none_or(|found| found == text));
        }
    }
}
