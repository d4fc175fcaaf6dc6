//! `title-misspelled`: a title or commendation spelled unlike the name that the law gives it.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_diagnostic::{Edit, Severity, Span};
use phongtrao_rules::Honour;
use phongtrao_value::text::folded;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::lowered;
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
    let names = Name::all(context.packs.honours());
    let mut faults: Vec<Fault> = Vec::new();
    for passage in &context.passages {
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
        honour.spellings.iter().chain([&honour.name_vi]).filter_map(|name| Name::new(name)).collect()
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

/// Calls back for each misspelled name, with the edit that mends it.
fn find(names: &[Name], text: &str, mut found: impl FnMut(Found, Option<(Range<usize>, String)>)) {
    let words = words(text);
    let lower: Vec<String> = words.iter().map(|range| lowered(&text[range.clone()])).collect();
    let folds: Vec<String> = lower.iter().map(|word| folded(word)).collect();
    let mut at = 0;
    while at < words.len() {
        match names.iter().find_map(|name| fault_at(name, text, &words[at..], &lower[at..], &folds[at..])) {
            Some((length, wrong, right)) => {
                let range = words[at].start..words[at + length - 1].end;
                let printed = text[range.clone()].to_owned();
                // What is too much goes with the space before it.
                let edit = match &right {
                    Some(right) => (words[at + wrong].clone(), like(&text[words[at + wrong].clone()], right)),
                    None => (words[at + wrong - 1].end..words[at + wrong].end, String::new()),
                };
                let name = corrected(text, &range, &edit);
                found(Found { range, printed, name }, Some(edit));
                at += length;
            }
            None => at += 1,
        }
    }
}

fn corrected(text: &str, range: &Range<usize>, edit: &(Range<usize>, String)) -> String {
    format!("{}{}{}", &text[range.start..edit.0.start], edit.1, &text[edit.0.end..range.end])
}

/// How many words at the beginning are the name with one word wrong, which word that is, and the right one; `None` of a word too many.
fn fault_at(name: &Name, text: &str, ranges: &[Range<usize>], lower: &[String], folds: &[String]) -> Option<(usize, usize, Option<String>)> {
    let count = name.words.len();
    let joined = |length: usize| ranges.get(..length).is_some_and(|ranges| ranges.windows(2).all(|pair| text[pair[0].end..pair[1].start].trim().is_empty()));
    if joined(count) {
        let wrong: Vec<usize> = (0..count).filter(|index| comparable(&lower[*index]) != name.comparable[*index]).collect();
        if let [index] = wrong[..] {
            let near = distance_is_one(&folds[index], &name.folded[index]) || folds[index] == name.folded[index];
            let known = WORDS.not_names.contains(&lower[..count].join(" "));
            return (near && !known).then(|| (count, index, Some(name.words[index].clone())));
        }
    }
    if joined(count + 1) {
        let at = (1..count).find(|at| WORDS.inserted.contains(&lower[*at]))?;
        let rest = || lower[..at].iter().chain(&lower[at + 1..count + 1]);
        return rest().zip(&name.comparable).all(|(word, wanted)| comparable(word) == *wanted).then_some((count + 1, at, None));
    }
    None
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                found.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|begin| begin..text.len()));
    found
}

/// A word with its tone at the end: where the tone mark stands in it is a matter of taste.
fn comparable(word: &str) -> String {
    let (tones, letters): (String, String) = word.nfd().partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
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
        let names = Name::all(phongtrao_rules::Packs::embedded().honours());
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
