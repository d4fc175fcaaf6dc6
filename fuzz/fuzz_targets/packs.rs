//! Any text is read as a rule pack: nothing panics.
#![no_main]

use phongtrao_rules::Packs;

libfuzzer_sys::fuzz_target!(|text: &str| {
    Packs::read(&[("fuzz.toml".to_owned(), text)]);
});
