//! Any bytes called `a.html` are read: the tree covers the text, a plan is taken and checked, nothing panics.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phongtrao_fuzz::reading::check("a.html", bytes));
