//! Numbers by chance that are the same every time.

/// `SplitMix64` (Steele, Lea and Flood 2014), beginning with a seed. Not for secrets.
#[derive(Debug, Clone)]
pub struct SplitMix64(pub u64);

impl SplitMix64 {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `sides` − 1. With a handful of sides the unevenness is below 10⁻¹⁸.
    pub fn below(&mut self, sides: usize) -> usize {
        let wide = u128::from(self.bits()) * (sides as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_of_splitmix64() {
        // The published sequence for the seed 1234567 (Vigna's C code, as in Java's SplittableRandom).
        let mut random = SplitMix64(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.bits()).collect();
        let published =
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(first, published);
    }

    #[test]
    fn below_scales_the_bits_to_the_sides() {
        // The first is 0.350 of 2⁶⁴, the second 0.174, the third 0.532.
        let mut random = SplitMix64(1_234_567);
        let rolled: Vec<usize> = (0..3).map(|_| random.below(10)).collect();
        assert_eq!(rolled, [3, 1, 5]);
    }
}
