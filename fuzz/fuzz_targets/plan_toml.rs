//! Any text is read as a `plan.toml`: nothing panics, formatting is stable, what is written is read back.
#![no_main]

use phongtrao_plan::file;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (plan, findings) = file::read(text);
    if findings.is_empty() {
        let formatted = file::format(text);
        assert_eq!(file::format(&formatted), formatted);
    }
    let written = file::write(&plan);
    assert_eq!(file::write(&file::read(&written).0), written);
});
