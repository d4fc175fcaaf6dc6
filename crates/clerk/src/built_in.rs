//! What papers are made of besides plan, packs and facts: what comes with the program.

use include_dir::{Dir, include_dir};

use crate::texts;

static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/words");

/// All texts that come with the program and may stand in a paper or shape it, in an order that stays: a folder that was begun with others is begun anew.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    let mut words: Vec<_> = WORDS.files().collect();
    words.sort_by_key(|file| file.path());
    let words = words.into_iter().filter_map(|file| file.contents_utf8());
    let said = [texts::TEXTS, phongtrao_rules::texts::TEXTS, phongtrao_judge::texts::TEXTS, phongtrao_movement::texts::TEXTS];
    let said = said.into_iter().flat_map(|texts| texts.vietnamese.iter().chain(texts.english).copied());
    phongtrao_press::built_in().chain(words).chain(said)
}
