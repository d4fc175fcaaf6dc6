//! Any text is read as a rule pack: nothing panics.

use phongtrao_rules::Packs;

/// Text is read; other bytes are none.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    Packs::read(&[("fuzz.toml".to_owned(), text)]);
}
