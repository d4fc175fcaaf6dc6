//! The words by which the papers of a file are recognised.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::take::phrase::Phrases;

#[derive(Deserialize)]
struct File {
    file: Vec<String>,
    elsewhere: Vec<String>,
    comprises: Vec<String>,
    must_have: Vec<String>,
    papers: Vec<String>,
    own_papers: Vec<String>,
    bringing: Vec<String>,
    no_papers: Vec<String>,
    case_brackets: Vec<String>,
    application: Vec<String>,
}

/// Words ready to be looked for.
pub(super) struct DossierWords {
    pub(super) file: Phrases,
    pub(super) elsewhere: Phrases,
    pub(super) comprises: Phrases,
    pub(super) must_have: Phrases,
    pub(super) papers: Phrases,
    pub(super) own_papers: Phrases,
    pub(super) bringing: Phrases,
    pub(super) no_papers: Phrases,
    pub(super) case_brackets: Phrases,
    pub(super) application: Phrases,
}

/// The words of `words/dossier.toml`.
pub(super) static WORDS: LazyLock<DossierWords> = LazyLock::new(|| {
    // The file is compiled in, and a test loads it.
    let file: File = toml::from_str(include_str!("../../../words/dossier.toml")).expect("words/dossier.toml");
    DossierWords {
        file: Phrases::new(&file.file),
        elsewhere: Phrases::new(&file.elsewhere),
        comprises: Phrases::new(&file.comprises),
        must_have: Phrases::new(&file.must_have),
        papers: Phrases::new(&file.papers),
        own_papers: Phrases::new(&file.own_papers),
        bringing: Phrases::new(&file.bringing),
        no_papers: Phrases::new(&file.no_papers),
        case_brackets: Phrases::new(&file.case_brackets),
        application: Phrases::new(&file.application),
    }
});
