//! Any text is read as a rule pack: nothing panics.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phongtrao_fuzz::packs::check(bytes));
