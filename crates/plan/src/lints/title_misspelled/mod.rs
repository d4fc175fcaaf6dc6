//! `title-misspelled`: a title or commendation spelled unlike the name that the law gives it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_diagnostic::{Edit, Severity, Span};
use phongtrao_rules::Honour;
use phongtrao_value::text::folded;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::{Phrases, lowered};
use crate::texts;

/// A title or commendation spelled unlike the name that the law gives it.
pub(super) static LINT: Lint = Lint {
    name: "title-misspelled",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

#[derive(Deserialize)]
struct Data {
    inserted: Vec<String>,
    not_names: Vec<String>,
}

static WORDS: LazyLock<Data> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    toml::from_str(include_str!("words.toml")).expect("the words of titles are sound")
});

/// How many words a name must have to be recognised with a letter wrong.
const LEAST_WORDS: usize = 4;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let names = Name::all(context.packs.honours_of_fixed_name());
    let pairs = pairs(&names);
    let mut faults: Vec<Fault> = Vec::new();
    for passage in context.passages.iter().filter(|passage| pairs.within(&lowered(passage.as_str()))) {
        find(&names, passage.as_str(), |fault, edit| {
            let edit = edit.map(|(range, replacement)| Edit { span: passage.span(range), replacement });
            add(&mut faults, fault, |range| Some(passage.span(range)), edit);
        });
    }
    if context.document.is_none() {
        for award in &context.plan.awards {
            find(&names, &award.name, |fault, _| add(&mut faults, fault, |_| award.origin.span, None));
        }
    }
    // A spelling that runs through the whole text is one fault, with one fix.
    for fault in faults {
        let finding = sink.finding(texts::title_misspelled(fault.printed.as_str(), fault.name.as_str())).at(fault.place);
        let finding = finding.help(texts::title_misspelled_help());
        sink.push(match fault.edits.is_empty() {
            true => finding,
            false => finding.fix(texts::title_misspelled_fix(fault.name.as_str()), fault.edits),
        });
    }
}

/// Two words in a row of any name: with one word wrong there still is such a pair, and most passages have none.
fn pairs(names: &[Name]) -> Phrases {
    let pairs: BTreeSet<String> = names.iter().flat_map(|name| name.words.windows(2).map(|pair| pair.join(" "))).collect();
    Phrases::new(&pairs.into_iter().collect::<Vec<_>>())
}

/// A name of the law, in words as they are compared.
struct Name {
    words: Vec<String>,
    comparable: Vec<String>,
    folded: Vec<String>,
}

/// A spelling, where it stands first, and what mends all of its places.
struct Fault {
    printed: String,
    name: String,
    place: Option<Span>,
    edits: Vec<Edit>,
}

/// A spelling found in some words.
struct Found {
    range: Range<usize>,
    printed: String,
    name: String,
}

impl Name {
    /// The names of an honour: its own and its other spellings.
    fn of(honour: &Honour) -> Vec<Name> {
        let spellings = honour.spellings.iter().filter(|name| !name.contains(','));
        spellings.chain([&honour.name_vi]).filter_map(|name| Name::new(name)).collect()
    }

    fn new(name: &str) -> Option<Name> {
        let lower = lowered(name);
        // A name with commas stands for many: what is before the first of them is its beginning.
        let plain = lower.split_once(',').and_then(|(head, _)| Some(head.rsplit_once(' ')?.0)).unwrap_or(&lower);
        let words: Vec<String> = plain.split_whitespace().map(str::to_owned).collect();
        (words.len() >= LEAST_WORDS).then(|| Name {
            comparable: words.iter().map(|word| comparable(word)).collect(),
            folded: words.iter().map(|word| folded(word)).collect(),
            words,
        })
    }

    /// All names of the law, the longest first.
    fn all(honours: &[Honour]) -> Vec<Name> {
        let mut names: Vec<Name> = honours.iter().flat_map(Name::of).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        names
    }
}

fn add(faults: &mut Vec<Fault>, found: Found, span: impl Fn(Range<usize>) -> Option<Span>, edit: Option<Edit>) {
    let key = lowered(&found.printed);
    match faults.iter_mut().find(|fault| lowered(&fault.printed) == key) {
        Some(fault) => fault.edits.extend(edit),
        None => {
            faults.push(Fault { place: span(found.range), printed: found.printed, name: found.name, edits: edit.into_iter().collect() });
        }
    }
}

/// A word of a text, as it is compared.
struct Word {
    range: Range<usize>,
    lower: String,
    comparable: String,
    folded: String,
    /// Whether only white space stands between it and the word before.
    joined: bool,
}

/// Calls back for each misspelled name, with the edit that mends it.
fn find(names: &[Name], text: &str, mut found: impl FnMut(Found, Option<(Range<usize>, String)>)) {
    let words = words(text);
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((length, wrong, right)) = names.iter().find_map(|name| fault_at(name, rest)) else {
            at += 1;
            continue;
        };
        let range = rest[0].range.start..rest[length - 1].range.end;
        let printed = text[range.clone()].to_owned();
        let place = rest[wrong].range.clone();
        // What is too much goes with the space before it.
        let edit = match &right {
            Some(right) => (place.clone(), like(&text[place], right)),
            None => (rest[wrong - 1].range.end..place.end, String::new()),
        };
        let name = corrected(text, &range, &edit);
        found(Found { range, printed, name }, Some(edit));
        at += length;
    }
}

fn corrected(text: &str, range: &Range<usize>, edit: &(Range<usize>, String)) -> String {
    format!("{}{}{}", &text[range.start..edit.0.start], edit.1, &text[edit.0.end..range.end])
}

/// How many words at the beginning are the name with one word wrong, which word that is, and the right one; `None` of a word too many.
fn fault_at(name: &Name, words: &[Word]) -> Option<(usize, usize, Option<String>)> {
    let count = name.words.len();
    let differs = |index: &usize| words.get(*index).is_none_or(|word| word.comparable != name.comparable[*index]);
    let first = (0..count).find(differs)?;
    let whole = |length: usize| words.get(..length).filter(|words| words.iter().skip(1).all(|word| word.joined));
    let others = (first + 1..count).any(|index| differs(&index));
    if let Some(whole) = whole(count).filter(|_| !others) {
        let wrong = &whole[first].folded;
        let near = distance_is_one(wrong, &name.folded[first]) || *wrong == name.folded[first];
        let printed: Vec<&str> = whole.iter().map(|word| word.lower.as_str()).collect();
        let known = WORDS.not_names.contains(&printed.join(" "));
        return (near && !known).then(|| (count, first, Some(name.words[first].clone())));
    }
    let whole = whole(count + 1).filter(|whole| first > 0 && WORDS.inserted.contains(&whole[first].lower))?;
    let rest = whole[first + 1..].iter().map(|word| &word.comparable);
    rest.eq(&name.comparable[first..]).then_some((count + 1, first, None))
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut at = 0;
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        if piece.is_empty() {
            continue;
        }
        let lower = lowered(piece);
        let joined = text[at..start].trim().is_empty();
        at = start + piece.len();
        found.push(Word { range: start..at, comparable: comparable(&lower), folded: folded(&lower), lower, joined });
    }
    found
}

/// A word with its tone at the end: where the tone mark stands in it is a matter of taste.
fn comparable(word: &str) -> String {
    let (tones, letters): (String, String) =
        word.nfd().partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
    letters + &tones
}

/// Whether one letter more, less or other makes one word of the other.
fn distance_is_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let room = one.len().min(other.len()) - start;
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count().min(room);
    one.len().max(other.len()) - start - end == 1
}

/// The right word, in capitals where the printed one was.
fn like(printed: &str, right: &str) -> String {
    let mut letters = printed.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.next().is_some_and(char::is_uppercase) {
        return right.to_uppercase();
    }
    let mut right = right.chars();
    let head = right.next().map(|c| if first { c.to_uppercase().collect() } else { c.to_string() });
    head.unwrap_or_default() + right.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> Vec<String> {
        let names = Name::all(phongtrao_rules::Packs::embedded().honours_of_fixed_name());
        let mut out = Vec::new();
        find(&names, text, |found, _| out.push(found.name));
        out
    }

    #[rstest::rstest]
    #[case("danh hiệu “Chiến sỹ thi đua cơ sở”", Some("Chiến sĩ thi đua cơ sở"))]
    #[case("danh hiệu “Chiến sĩ thi đua cấp cơ sở”", Some("Chiến sĩ thi đua cơ sở"))]
    #[case("CHIẾN SỸ THI ĐUA CƠ SỞ", Some("CHIẾN SĨ THI ĐUA CƠ SỞ"))]
    #[case("“Lao động tiến tiến”", Some("Lao động tiên tiến"))]
    #[case("“Tập thể Lao động xuất sắc”", None)]
    #[case("“Tập thể lao động tiên tiến”", None)]
    #[case("“Gia đình văn hoá”", None)]
    #[case("gia đình học sinh", None)]
    #[case("Chiến sỹ thi đua cấp tỉnh", Some("Chiến sĩ thi đua cấp tỉnh"))]
    #[case("Cờ thi đua của Sở Y tế", None)]
    fn spellings(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(mended(text), expected.into_iter().map(str::to_owned).collect::<Vec<_>>());
    }
}
