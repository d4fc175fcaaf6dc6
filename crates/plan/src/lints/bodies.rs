//! Whether a body stands among others: under its name, its abbreviation, or within a collective such as `Các sở, ban, ngành`.
//!
//! Only bodies of well-known kinds are told; of any other nothing is said.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use phongtrao_value::text::folded;
use serde::Deserialize;

use super::Context;
use crate::take::phrase::{Phrases, lowered};

#[derive(Deserialize)]
struct Data {
    everybody: Vec<String>,
    plural: Vec<String>,
    articles: Vec<String>,
    kind: Vec<KindData>,
    written_out: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct KindData {
    names: Vec<String>,
    all: Vec<String>,
}

struct Words {
    everybody: Phrases,
    plural: Phrases,
    kinds: Vec<Kind>,
    articles: Vec<String>,
    written_out: BTreeMap<String, String>,
}

/// A kind of bodies.
struct Kind {
    names: Phrases,
    all: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the examples of the lints read it.
    let data: Data = toml::from_str(include_str!("../../words/bodies.toml")).expect("the words of bodies are sound");
    let kinds = data.kind.iter().map(|kind| Kind { names: Phrases::new(&kind.names), all: Phrases::new(&kind.all) });
    Words {
        everybody: Phrases::new(&data.everybody),
        plural: Phrases::new(&data.plural),
        kinds: kinds.collect(),
        articles: data.articles,
        written_out: data.written_out,
    }
});

/// A body of a known kind.
pub(super) struct Body {
    /// Its name as printed.
    pub(super) name: String,
    kind: &'static Kind,
    words: Vec<String>,
    initials: String,
}

/// The bodies of a name: several when it joins the names of several.
pub(super) fn of(name: &str) -> Vec<Body> {
    let parts: Vec<&str> = name.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let bodies: Vec<Body> = parts.iter().filter_map(|part| body(part)).collect();
    match bodies.len() == parts.len() && !bodies.iter().any(Body::is_kind_alone) {
        true => bodies,
        // A comma within a name, or a list of kinds: `Sở Văn hóa, Thể thao và Du lịch`, `Các khoa, phòng`.
        false => body(name).into_iter().collect(),
    }
}

fn body(name: &str) -> Option<Body> {
    let lower = written_out(name);
    let start = WORDS.plural.start(&lower).map_or(0, |length| length + 1);
    let kind = WORDS.kinds.iter().find(|kind| lower.get(start..).is_some_and(|rest| kind.names.start(rest).is_some()))?;
    let words = comparable(name);
    let initials = folded(&lower).split_whitespace().filter(|word| *word != AND).filter_map(|word| word.chars().next()).collect();
    Some(Body { name: name.to_owned(), kind, words, initials })
}

/// How many letters tell a name.
const LONG_ENOUGH: usize = 3;

/// The word that abbreviations leave out, folded.
const AND: &str = "va";

impl Body {
    /// Whether it stands in the line of a recipient.
    pub(super) fn stands_in(&self, line: &str) -> bool {
        let lower = written_out(line);
        let among = comparable(line);
        WORDS.everybody.within(&lower)
            || self.kind.all.within(&lower)
            || self.words.iter().all(|word| among.contains(word))
            || abbreviations(line).any(|short| self.is_abbreviated(&short))
    }

    /// Whether an abbreviation can be of its name: two letters are of many names, unless the name is short.
    fn is_abbreviated(&self, short: &str) -> bool {
        (short.len() >= LONG_ENOUGH || self.initials.len() <= LONG_ENOUGH) && self.initials.contains(short)
    }

    /// Whether it is, or belongs to, who issues the plan.
    pub(super) fn issues(&self, context: &Context<'_>) -> bool {
        let identity = &context.plan.identity;
        identity.issuers.iter().any(|issuer| {
            let among = comparable(issuer);
            self.words.iter().all(|word| among.contains(word)) || among.iter().all(|word| self.words.contains(word))
        })
    }

    /// Whether its name is that of a kind and no more: `phòng`.
    fn is_kind_alone(&self) -> bool {
        let lower = written_out(&self.name);
        let start = WORDS.plural.start(&lower).map_or(0, |length| length + 1);
        lower.get(start..).is_some_and(|rest| self.kind.names.start(rest) == Some(rest.len()) && !rest.contains(' '))
    }

    /// Whether it is one body, not all of a kind.
    pub(super) fn is_one(&self) -> bool {
        let lower = written_out(&self.name);
        WORDS.plural.start(&lower).is_none() && !self.kind.all.within(&lower) && !WORDS.everybody.within(&lower)
    }
}

/// Words in capitals of at least two letters, folded, without the marks within them: `KH&CN` is `khcn`.
fn abbreviations(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '&');
    let letters = words.map(|word| word.chars().filter(|c| c.is_alphabetic()).collect::<String>());
    letters.filter(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase)).map(|word| folded(&word))
}

/// Small letters, abbreviations written out.
fn written_out(name: &str) -> String {
    let lower = lowered(name);
    let mut out = String::with_capacity(lower.len());
    for piece in lower.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        out.push_str(WORDS.written_out.get(word).map_or(word, String::as_str));
        out.push_str(&piece[word.len()..]);
    }
    out
}

/// The words that tell a body from others.
fn comparable(name: &str) -> Vec<String> {
    let lower = written_out(name);
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !WORDS.articles.iter().any(|article| article == word)).map(folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Sở Y tế", "Các sở, ban, ngành", true)]
    #[case("Sở Khoa học và Công nghệ", "Sở Nội vụ, KH&CN", true)]
    #[case("Sở Y tế", "Sở Nội vụ", false)]
    #[case("Phòng Tổng hợp", "Các đơn vị thuộc Trường", true)]
    #[case("Hội Sinh viên", "Công đoàn, Đoàn TN", false)]
    #[case("Đoàn Thanh niên", "Công đoàn, Đoàn TN", true)]
    #[case("Phòng Tổng hợp", "Lưu: VT, TH", true)]
    #[case("UBND các xã, phường", "Ủy ban nhân dân xã, phường", true)]
    #[case("Các doanh nghiệp viễn thông", "Sở, ban, ngành cấp tỉnh", false)]
    fn recipients(#[case] name: &str, #[case] line: &str, #[case] expected: bool) {
        let bodies = of(name);
        assert!(!bodies.is_empty() && bodies.iter().all(|body| body.stands_in(line) == expected), "{}", bodies.len());
    }

    #[rstest::rstest]
    #[case("Công Đoàn, Đoàn Thanh niên, Hội Sinh viên", 3)]
    #[case("Sở Văn hóa, Thể thao và Du lịch", 1)]
    #[case("Các khoa, phòng, viện", 1)]
    #[case("Chủ tịch hội đồng", 0)]
    fn joined_names(#[case] name: &str, #[case] expected: usize) {
        assert_eq!(of(name).len(), expected);
    }
}
