//! The words by which bodies and the parts that give them work are recognised.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::take::phrase::Phrases;

/// Words as the file holds them.
#[derive(Deserialize)]
struct File {
    implementation: Vec<String>,
    perhaps_implementation: Vec<String>,
    not_implementation: Vec<String>,
    other: Vec<String>,
    giving: Vec<String>,
    openers: Vec<String>,
    determiners: Vec<String>,
    kinds: Vec<String>,
    plural_kinds: Vec<String>,
    not_bodies: Vec<String>,
    cutters: Vec<String>,
    heading_cutters: Vec<String>,
    verbs: Vec<String>,
    compounds: Vec<String>,
    joining: Vec<String>,
    closing: Vec<String>,
    no_tasks: Vec<String>,
    carrying_out: Vec<String>,
    requests: Vec<String>,
    matters: Vec<String>,
    telling: Vec<String>,
    articles: Vec<String>,
    written_out: BTreeMap<String, String>,
}

/// Words ready to be looked for.
pub(super) struct UnitWords {
    pub(super) implementation: Phrases,
    pub(super) perhaps_implementation: Phrases,
    pub(super) not_implementation: Phrases,
    pub(super) other: Phrases,
    pub(super) giving: Phrases,
    pub(super) openers: Phrases,
    pub(super) determiners: Phrases,
    pub(super) kinds: Phrases,
    pub(super) plural_kinds: Phrases,
    pub(super) not_bodies: Phrases,
    pub(super) cutters: Phrases,
    pub(super) heading_cutters: Phrases,
    pub(super) verbs: Phrases,
    pub(super) compounds: Phrases,
    pub(super) joining: Vec<String>,
    pub(super) closing: Phrases,
    pub(super) no_tasks: Phrases,
    pub(super) carrying_out: Phrases,
    pub(super) requests: Phrases,
    pub(super) matters: Phrases,
    pub(super) telling: Vec<String>,
    pub(super) articles: Vec<String>,
    pub(super) written_out: BTreeMap<String, String>,
}

/// The words of `words/units.toml`.
pub(super) static WORDS: LazyLock<UnitWords> = LazyLock::new(|| {
    // The file is compiled in, and a test loads it.
    let file: File = toml::from_str(include_str!("../../../words/units.toml")).expect("words/units.toml");
    UnitWords {
        implementation: Phrases::new(&file.implementation),
        perhaps_implementation: Phrases::new(&file.perhaps_implementation),
        not_implementation: Phrases::new(&file.not_implementation),
        other: Phrases::new(&file.other),
        giving: Phrases::new(&file.giving),
        openers: Phrases::new(&file.openers),
        determiners: Phrases::new(&file.determiners),
        kinds: Phrases::new(&file.kinds),
        plural_kinds: Phrases::new(&file.plural_kinds),
        not_bodies: Phrases::new(&file.not_bodies),
        cutters: Phrases::new(&file.cutters),
        heading_cutters: Phrases::new(&file.heading_cutters),
        verbs: Phrases::new(&file.verbs),
        compounds: Phrases::new(&file.compounds),
        joining: file.joining,
        closing: Phrases::new(&file.closing),
        no_tasks: Phrases::new(&file.no_tasks),
        carrying_out: Phrases::new(&file.carrying_out),
        requests: Phrases::new(&file.requests),
        matters: Phrases::new(&file.matters),
        telling: file.telling,
        articles: file.articles,
        written_out: file.written_out,
    }
});
