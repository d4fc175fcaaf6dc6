//! What papers are made of besides their data: templates, layouts and words that come with the program.

use include_dir::{Dir, include_dir};

use crate::papers::KINDS;
use crate::{pdf, texts};

static SHARED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/words");

/// All texts that come with the program and may stand in a paper or shape it, in an order that stays.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    let of_kinds = KINDS.iter().flat_map(|kind| [kind.template, kind.words]);
    let mut shared: Vec<_> = SHARED.files().collect();
    shared.sort_by_key(|file| file.path());
    let shared = shared.into_iter().filter_map(|file| file.contents_utf8());
    of_kinds.chain(pdf::LAYOUTS).chain(shared).chain(texts::TEXTS.vietnamese.iter().copied())
}
