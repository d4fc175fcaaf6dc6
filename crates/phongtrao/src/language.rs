//! The language of the interface: `--lang`, else Vietnamese.

use std::ffi::OsString;

use phongtrao_diagnostic::{Language, Words};

use crate::texts;

/// The language that the arguments ask for, looked up before they are parsed, since the help itself is in that language.
pub(crate) fn of(arguments: &[OsString]) -> Language {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after = words.iter().position(|word| word == "--lang").and_then(|at| words.get(at + 1));
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match joined.or(after.map(|word| &**word)) {
        Some("en") => Language::English,
        _ => Language::Vietnamese,
    }
}

/// All messages of the program in one language.
pub(crate) fn words(language: Language) -> Words {
    Words::new(
        language,
        &[
            &texts::TEXTS,
            &phongtrao_diagnostic::texts::TEXTS,
            &phongtrao_document::texts::TEXTS,
            &phongtrao_sheet::texts::TEXTS,
            &phongtrao_rules::texts::TEXTS,
            &phongtrao_plan::texts::TEXTS,
            &phongtrao_register::texts::TEXTS,
            &phongtrao_judge::texts::TEXTS,
            &phongtrao_press::texts::TEXTS,
            &phongtrao_movement::texts::TEXTS,
            &phongtrao_clerk::texts::TEXTS,
        ],
    )
}
