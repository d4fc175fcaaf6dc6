//! Any text is read as a `plan.toml`: nothing panics, formatting is stable, what is written is read back.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phongtrao_fuzz::plan_toml::check(bytes));
