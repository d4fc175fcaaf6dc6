//! Any text is read as a `plan.toml`: nothing panics, formatting is stable, what is written is read back.

use phongtrao_plan::file;

/// Text is read; other bytes are none.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let (plan, findings) = file::read(text);
    if findings.is_empty() {
        let formatted = file::format(text);
        assert_eq!(file::format(&formatted), formatted);
    }
    let written = file::write(&plan);
    assert_eq!(file::write(&file::read(&written).0), written);
}
