//! `doubled-word`: a word printed twice in a row.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_diagnostic::{Edit, Severity};
use phongtrao_value::text::folded;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// A word printed twice in a row.
pub(super) static LINT: Lint = Lint {
    name: "doubled-word",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

/// Words that Vietnamese doubles on purpose, in folded form.
static DOUBLED_ON_PURPOSE: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    words.map(str::to_owned).collect()
});

/// Two words that begin with the last syllable of another (`hành vi` and `vi phạm`): the syllable may well stand twice between them.
static SECOND_HALVES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let words = include_str!("compounds.txt").lines();
    words.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let pairs = pairs(context);
    for passage in &context.passages {
        // In tables a column may well begin as the one before it ended.
        if !passage.in_table && matches!(passage.region, Region::Title | Region::Preamble | Region::Body) {
            check_passage(passage, &pairs, sink);
        }
    }
}

/// How often words stand beside each other in the text, for the words around those that stand twice.
fn pairs(context: &Context<'_>) -> BTreeMap<(String, String), usize> {
    let mut pairs = BTreeMap::new();
    for passage in &context.passages {
        for [word, next] in around_doubled(passage.as_str()) {
            pairs.insert((word, next), 0);
        }
    }
    if pairs.is_empty() {
        return pairs;
    }
    for passage in &context.passages {
        let words: Vec<String> = words(passage.as_str()).map(str::to_lowercase).collect();
        for pair in words.windows(2) {
            let [word, next] = pair else { continue };
            // Looked up without a copy would be quicker; texts with doubled words are few.
            if let Some(count) = pairs.get_mut(&(word.clone(), next.clone())) {
                *count += 1;
            }
        }
    }
    pairs
}

/// For each word that stands twice: it with the word before, and it with the word behind.
fn around_doubled(text: &str) -> Vec<[String; 2]> {
    let words: Vec<&str> = words(text).collect();
    let doubled = words.windows(4).filter(|four| four[1] == four[2] && is_word(four[1]));
    doubled.flat_map(|four| [[four[0], four[1]], [four[2], four[3]]]).map(|pair| pair.map(str::to_lowercase)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn check_passage(passage: &Passage, pairs: &BTreeMap<(String, String), usize>, sink: &mut Sink<'_>) {
    let tokens: Vec<(usize, &str)> = starts(passage.as_str()).collect();
    for at in 1..tokens.len() {
        let ((first_start, first), (start, word)) = (tokens[at - 1], tokens[at]);
        if let Some(pair) = doubled_pair(&tokens, at) {
            report(passage, pair.0, pair.1, sink);
            continue;
        }
        if first != word || !is_word(word) || DOUBLED_ON_PURPOSE.contains(&folded(word)) {
            continue;
        }
        let before = at.checked_sub(2).and_then(|before| tokens.get(before)).map(|(_, before)| *before);
        let behind = tokens.get(at + 1).map(|(_, behind)| *behind);
        if !ends_one_begins_another(before, word, behind, pairs) {
            report(passage, first_start..first_start + first.len(), start..start + word.len(), sink);
        }
    }
}

/// Two words that stand twice in a row (`hồ sơ Hồ sơ`), the second of them at `at`.
fn doubled_pair(tokens: &[(usize, &str)], at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let [first, second, third, fourth] = tokens.get(at.checked_sub(1)?..at + 3)? else { return None };
    let same = |one: &str, other: &str| is_word(one) && is_word(other) && one.to_lowercase() == other.to_lowercase();
    let twice = same(first.1, third.1) && same(second.1, fourth.1) && first.1 != second.1;
    let on_purpose = DOUBLED_ON_PURPOSE.contains(&folded(first.1)) && DOUBLED_ON_PURPOSE.contains(&folded(second.1));
    let range = |one: &(usize, &str), other: &(usize, &str)| one.0..other.0 + other.1.len();
    (twice && !on_purpose).then(|| (range(first, second), range(third, fourth)))
}

/// Whether the first of two equal words ends a word of two syllables, and the second begins one.
fn ends_one_begins_another(before: Option<&str>, word: &str, behind: Option<&str>, pairs: &BTreeMap<(String, String), usize>) -> bool {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (word, before, behind) = (plain(word), before.map(plain).unwrap_or_default(), behind.map(plain).unwrap_or_default());
    let known = SECOND_HALVES.contains(format!("{word} {behind}").as_str());
    // Each stands in this sentence once; a word of two syllables is met elsewhere too. Small words are met beside any other.
    let elsewhere = |pair: (String, String)| pairs.get(&pair).is_some_and(|count| *count > 1);
    known || !SMALL.contains(word.as_str()) && elsewhere((before, word.clone())) && elsewhere((word, behind))
}

/// Words that join others and never end or begin a word of two syllables.
static SMALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let words = include_str!("small.txt").lines();
    words.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

fn report(passage: &Passage, first: Range<usize>, second: Range<usize>, sink: &mut Sink<'_>) {
    let word = &passage.as_str()[second.clone()];
    let finding = sink.finding(texts::doubled_word(word)).at(passage.span(first.start..second.end)).help(texts::doubled_word_help());
    let doubled = passage.span(first.end..second.end);
    sink.push(finding.fix(texts::doubled_word_fix(word), vec![Edit { span: doubled, replacement: String::new() }]));
}

/// Words with the byte at which each begins.
fn starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begin = text.as_ptr() as usize;
    text.split(' ').map(move |word| (word.as_ptr() as usize - begin, word))
}

/// Letters only: figures, labels and words with punctuation behind them may stand twice.
fn is_word(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}
