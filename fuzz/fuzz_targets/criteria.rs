//! Any text is read as a criterion: nothing panics, what is half read is left out, what is written is read back.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phongtrao_fuzz::criteria::check(bytes));
