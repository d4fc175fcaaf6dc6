//! The words that the builder recognises, read once from `words/`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use phongtrao_value::text::{folded, is_alphanumeric};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A file of words. The files are part of the program and are read by the tests of this module.
fn load<T: DeserializeOwned>(source: &str) -> T {
    toml::from_str(source).expect("the words of this crate are well formed")
}

/// Words in folded form, as they are compared.
fn fold(words: &mut Vec<String>) {
    for word in words.iter_mut() {
        *word = folded(word);
    }
    // The longest first, so that `phó chủ tịch` is met before `phó`.
    words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    words.dedup();
}

/// `words/noise.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct NoiseWords {
    pub(super) page: Vec<String>,
    pub(super) headers: Vec<String>,
    pub(super) stamps: Vec<String>,
    pub(super) stamp_lines: Vec<String>,
}

pub(super) static NOISE: LazyLock<NoiseWords> = LazyLock::new(|| load(include_str!("../../words/noise.toml")));

/// `words/labels.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct LabelWords {
    pub(super) part: Vec<String>,
    pub(super) chapter: Vec<String>,
    pub(super) section: Vec<String>,
    pub(super) article: Vec<String>,
    pub(super) ordinals: Vec<String>,
    pub(super) ordinal: String,
    pub(super) counts: Vec<String>,
    pub(super) count_end: String,
    pub(super) letters: Vec<String>,
}

pub(super) static LABELS: LazyLock<LabelWords> = LazyLock::new(|| load(include_str!("../../words/labels.toml")));

/// A kind of document.
#[derive(Debug, Deserialize)]
pub(super) struct Kind {
    pub(super) abbreviation: String,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Kinds {
    kind: Vec<Kind>,
}

/// The folded words of kinds with their abbreviations, the longest first.
pub(super) static KINDS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let kinds: Kinds = load(include_str!("../../words/kinds.toml"));
    let mut all: Vec<(String, String)> =
        kinds.kind.iter().flat_map(|kind| kind.words.iter().map(|word| (folded(word), kind.abbreviation.clone()))).collect();
    all.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    all
});

/// `words/frame.toml`, folded.
#[derive(Debug, Deserialize)]
pub(super) struct FrameWords {
    pub(super) motto: Vec<String>,
    pub(super) motto_beginnings: Vec<String>,
    pub(super) number: Vec<String>,
    pub(super) recipients: Vec<String>,
    pub(super) addressees: Vec<String>,
    pub(super) subject: Vec<String>,
    pub(super) annex: Vec<String>,
    pub(super) enclosed: Vec<String>,
    pub(super) enactment: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) bodies: Vec<String>,
}

pub(super) static FRAME: LazyLock<FrameWords> = LazyLock::new(|| {
    let mut words: FrameWords = load(include_str!("../../words/frame.toml"));
    let lists = [
        &mut words.motto,
        &mut words.motto_beginnings,
        &mut words.recipients,
        &mut words.addressees,
        &mut words.subject,
        &mut words.annex,
        &mut words.enclosed,
        &mut words.enactment,
        &mut words.places,
        &mut words.bodies,
    ];
    lists.into_iter().for_each(fold);
    words
});

/// The letters of the mottos, without spaces and dashes.
pub(super) static MOTTOS: LazyLock<Vec<String>> =
    LazyLock::new(|| FRAME.motto.iter().map(|motto| super::letterhead::letters(motto)).collect());

/// `words/signature.toml`, folded.
#[derive(Debug, Deserialize)]
pub(super) struct SignatureWords {
    pub(super) on_behalf: Vec<String>,
    pub(super) deputy: Vec<String>,
    pub(super) by_order: Vec<String>,
    pub(super) by_delegation: Vec<String>,
    pub(super) acting: Vec<String>,
    pub(super) posts: Vec<String>,
    pub(super) marks: Vec<String>,
    pub(super) ranks: Vec<String>,
}

pub(super) static SIGNATURE: LazyLock<SignatureWords> = LazyLock::new(|| {
    let mut words: SignatureWords = load(include_str!("../../words/signature.toml"));
    let lists = [
        &mut words.on_behalf,
        &mut words.deputy,
        &mut words.by_order,
        &mut words.by_delegation,
        &mut words.acting,
        &mut words.posts,
        &mut words.marks,
        &mut words.ranks,
    ];
    lists.into_iter().for_each(fold);
    words
});

/// What follows the word at the beginning of the line, when the line begins with it as a whole word.
pub(super) fn after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    // Most words of a list already begin with another letter.
    if line.as_bytes().first() != word.as_bytes().first() {
        return None;
    }
    let rest = line.strip_prefix(word)?;
    (!rest.starts_with(is_alphanumeric)).then(|| rest.trim_start())
}

/// Whether the folded line begins with one of the folded words, as whole words.
pub(super) fn begins(line: &str, words: &[String]) -> bool {
    words.iter().any(|word| after(line, word).is_some())
}

/// `words/preamble.toml`; the first two lists folded.
#[derive(Debug, Deserialize)]
pub(super) struct PreambleWords {
    pub(super) always: Vec<String>,
    pub(super) with_document: Vec<String>,
    pub(super) kinds: Vec<String>,
    pub(super) laws: Vec<String>,
    pub(super) titles: Vec<String>,
    pub(super) issued_by: String,
    pub(super) announces: String,
    pub(super) goes_on: Vec<String>,
    pub(super) promulgates: Vec<String>,
    pub(super) auxiliaries: Vec<String>,
}

pub(super) static PREAMBLE: LazyLock<PreambleWords> = LazyLock::new(|| {
    let mut words: PreambleWords = load(include_str!("../../words/preamble.toml"));
    fold(&mut words.always);
    fold(&mut words.with_document);
    words.kinds.sort_by_key(|kind| std::cmp::Reverse(kind.len()));
    words
});

/// `words/headings.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct HeadingWords {
    pub(super) conditions: Vec<String>,
    pub(super) toward: Vec<String>,
    pub(super) verbs: Vec<String>,
    pub(super) weak_verbs: Vec<String>,
    pub(super) about: Vec<String>,
    pub(super) tasks: Vec<String>,
    pub(super) cases: Vec<String>,
    pub(super) enacting: Vec<String>,
    pub(super) references: Vec<String>,
    pub(super) before_numbers: Vec<String>,
    pub(super) in_names: Vec<String>,
    pub(super) closing: Vec<String>,
    pub(super) double_names: Vec<(String, String)>,
    pub(super) imperatives: Vec<String>,
    pub(super) lead_in_ends: Vec<String>,
}

pub(super) static HEADINGS: LazyLock<HeadingWords> = LazyLock::new(|| load(include_str!("../../words/headings.toml")));

/// `words/recipients.toml`, folded.
#[derive(Debug, Deserialize)]
pub(super) struct RecipientWords {
    pub(super) archive: Vec<String>,
}

pub(super) static RECIPIENTS: LazyLock<RecipientWords> = LazyLock::new(|| {
    let mut words: RecipientWords = load(include_str!("../../words/recipients.toml"));
    fold(&mut words.archive);
    words
});

/// `words/annexes.toml`; forms folded.
#[derive(Debug, Deserialize)]
pub(super) struct AnnexWords {
    pub(super) forms: Vec<String>,
    pub(super) signs: Vec<String>,
    pub(super) columns: Vec<String>,
    pub(super) joining: String,
}

pub(super) static ANNEXES: LazyLock<AnnexWords> = LazyLock::new(|| {
    let mut words: AnnexWords = load(include_str!("../../words/annexes.toml"));
    fold(&mut words.forms);
    words
});

/// `words/headline.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct HeadlineWords {
    pub(super) news: String,
    pub(super) letter: String,
    pub(super) contest: String,
    pub(super) rules: String,
}

pub(super) static HEADLINE: LazyLock<HeadlineWords> = LazyLock::new(|| load(include_str!("../../words/headline.toml")));

/// All verbs that make a sentence, to be found in one pass.
pub(super) static VERBS: LazyLock<AhoCorasick> = LazyLock::new(|| automaton(&HEADINGS.verbs));

/// The words that make an article a sentence, to be found in one pass.
pub(super) static ENACTING: LazyLock<AhoCorasick> = LazyLock::new(|| automaton(&HEADINGS.enacting));

fn automaton(words: &[String]) -> AhoCorasick {
    AhoCorasick::new(words).expect("a few short words make an automaton")
}
