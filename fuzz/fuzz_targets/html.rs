//! Any bytes called `a.html` are read: the tree covers the text, a plan is taken and checked, nothing panics.
#![no_main]

mod reading;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reading::check("a.html", bytes));
