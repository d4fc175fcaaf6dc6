//! `personal-data`: data of named persons that a plan has no need to carry.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Severity, Text};
use regex::Regex;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Passage, Region, Sink, nearby};
use crate::texts;

/// Data of named persons that a plan has no need to carry.
pub(super) static LINT: Lint = Lint {
    name: "personal-data",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

/// Patterns of data; each takes the data itself as its first group.
#[derive(Deserialize)]
struct Words {
    /// Family names.
    families: Vec<String>,
    /// People of history, whose dates are no secret.
    known: Vec<String>,
    /// Words of an office's own line or box.
    office: String,
    identity: String,
    birth: String,
    account: String,
    phone: String,
    mail: String,
    origin: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));

/// A kind of data.
struct Kind {
    pattern: Regex,
    /// Whether it is personal only beside somebody's name: a number of an identity card always is.
    beside_name: bool,
    /// Whether an office may print it.
    of_office: bool,
    message: fn() -> Text,
}

static KINDS: LazyLock<[Kind; 6]> = LazyLock::new(|| {
    let kind = |words: &str, beside_name, of_office, message| Kind { pattern: pattern(words), beside_name, of_office, message };
    [
        kind(&WORDS.identity, false, false, texts::personal_data_identity),
        kind(&WORDS.birth, true, false, texts::personal_data_birth),
        kind(&WORDS.account, true, true, texts::personal_data_account),
        kind(&WORDS.phone, true, true, texts::personal_data_phone),
        kind(&WORDS.mail, true, true, texts::personal_data_mail),
        kind(&WORDS.origin, true, false, texts::personal_data_origin),
    ]
});

static OFFICE: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.office));
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    // A family name and two or three more; fewer might be the name of a place or a body.
    pattern(&format!(r"(?:^|[^\p{{L}}])((?:{})(?: \p{{Lu}}\p{{Ll}}+){{2,3}})(?:[^\p{{L}}]|$)", WORDS.families.join("|")))
});

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for passage in context.passages.iter().filter(|passage| !matches!(passage.region, Region::Letterhead | Region::Signatures)) {
        for kind in KINDS.iter() {
            look(kind, passage, sink);
        }
    }
}

fn look(kind: &Kind, passage: &Passage, sink: &mut Sink<'_>) {
    let words = passage.as_str();
    for captures in kind.pattern.captures_iter(words) {
        let Some(data) = captures.get(1) else { continue };
        let before = nearby::before(words, data.start());
        let named = || names_person(before);
        let office = || OFFICE.is_match(before);
        if (!kind.beside_name || named()) && !(kind.of_office && office()) {
            sink.push(sink.finding((kind.message)()).at(passage.span(data.range())).help(texts::personal_data_help()));
        }
    }
}

/// Whether somebody is named shortly before.
fn names_person(before: &str) -> bool {
    let start = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    NAME.captures_iter(&before[start..])
        .filter_map(|captures| captures.get(1))
        .any(|name| !WORDS.known.iter().any(|known| known == name.as_str()))
}

/// So many characters before the data the name may stand.
const NEAR: usize = 120;
