#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    askelma_doors::enter("message", bytes);
});
