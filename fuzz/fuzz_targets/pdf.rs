//! Any bytes are read as a PDF, both halves in one process: the tree covers the text, a plan is taken and checked, nothing panics.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phongtrao_fuzz::pdf::check(bytes));
