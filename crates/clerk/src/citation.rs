//! Documents and their clauses as officials cite them. Packs name a source in short, the document first; a paper says `Điều 54 Nghị định số 152/2025/NĐ-CP` with
//! day and issuer, where the packs know them.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use phongtrao_rules::{LegalDocument, Packs};
use phongtrao_value::{Date, printed_date};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    kind_numbered: Phrase,
    dated: Phrase,
    issued: Phrase,
    clause_of: Phrase,
    clause_begins: String,
    clause: Phrase,
    parts: Vec<String>,
    and: String,
    to: String,
    from: Phrase,
    number_sign: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../words/citation.toml")).expect("the words of citations")
});

/// A source as the packs state it, in the words of official papers; of several documents each.
pub(crate) fn of_source(packs: &Packs, source: &str) -> String {
    source.split("; ").map(|source| one(packs, source)).collect::<Vec<String>>().join("; ")
}

fn one(packs: &Packs, source: &str) -> String {
    let Some((document, rest)) = source.split_once(WORDS.clause_begins.as_str()) else { return in_full(packs, source) };
    let clause = WORDS.clause.fill(&[("rest", rest)]);
    let (clause, remark) = match clause.find(" (") {
        Some(at) => clause.split_at(at),
        None => (clause.as_str(), ""),
    };
    WORDS.clause_of.fill(&[("clause", &inside_out(clause)), ("document", &in_full(packs, document))]) + remark
}

/// `Điều 2 khoản 5` becomes `khoản 5 Điều 2`. What is put otherwise stays as it is.
fn inside_out(clause: &str) -> String {
    if clause.contains(WORDS.to.as_str()) {
        return WORDS.from.fill(&[("clause", clause)]);
    }
    let turned: Option<Vec<String>> = clause.split(WORDS.and.as_str()).map(turned).collect();
    turned.map_or_else(|| clause.to_owned(), |turned| turned.join(&WORDS.and))
}

fn turned(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let parts: Vec<&[&str]> = words.chunks(2).collect();
    let in_order = parts.iter().zip(&WORDS.parts).all(|(part, name)| part.len() == 2 && part.first() == Some(&name.as_str()));
    let is_whole = in_order && parts.len() <= WORDS.parts.len();
    is_whole.then(|| parts.iter().rev().map(|part| part.join(" ")).collect::<Vec<String>>().join(" "))
}

/// A document that is named by kind and number gets its day and issuer, one that the packs do not know the sign before its number.
fn in_full(packs: &Packs, document: &str) -> String {
    let words: Vec<&str> = document.split_whitespace().collect();
    let Some(at) = words.iter().skip(1).position(|word| is_number(word)).map(|at| at + 1) else { return document.to_owned() };
    let (before, number, after) = (words[..at].join(" "), words[at], words[at + 1..].join(" "));
    if words[at - 1] == WORDS.number_sign {
        return document.to_owned();
    }
    if after.is_empty()
        && let Some(known) = packs.document(number)
    {
        return named(packs, &Named { kind: &known.kind, number: Some(number), date: None, issuer: None });
    }
    let numbered = WORDS.kind_numbered.fill(&[("name", &before), ("number", number)]);
    format!("{numbered} {after}").trim_end().to_owned()
}

/// `152/2025/NĐ-CP`, `06-HD/TW`: figures, a stroke and letters.
fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit()) && word.contains('/') && word.contains(char::is_alphabetic)
}

/// The number by which a source names its document.
pub(crate) fn number(source: &str) -> Option<&str> {
    source.split([' ', ',', ';']).find(|word| is_number(word))
}

/// What is said of a document somewhere.
pub(crate) struct Named<'a> {
    pub(crate) kind: &'a str,
    pub(crate) number: Option<&'a str>,
    pub(crate) date: Option<Date>,
    pub(crate) issuer: Option<&'a str>,
}

/// A document with its number, day and issuer. What is not said of it the packs may know; what nobody knows leaves no gap. A law is called by its name.
pub(crate) fn named(packs: &Packs, document: &Named<'_>) -> String {
    let known: Option<&LegalDocument> = document.number.and_then(|number| packs.document(number));
    let name = known.map(|known| known.title.as_str()).filter(|title| title.starts_with(document.kind)).unwrap_or(document.kind);
    let mut cited = name.to_owned();
    if let Some(number) = document.number {
        cited = WORDS.kind_numbered.fill(&[("name", &cited), ("number", number)]);
    }
    if let Some(date) = document.date.or(known.and_then(|known| known.date)) {
        cited = WORDS.dated.fill(&[("cited", &cited), ("date", &printed_date::long(date))]);
    }
    if let Some(issuer) = document.issuer.or(known.and_then(|known| known.issuer.as_deref())) {
        cited = WORDS.issued.fill(&[("cited", &cited), ("issuer", issuer)]);
    }
    cited
}

#[cfg(test)]
mod tests {
    use phongtrao_rules::Packs;

    #[rstest::rstest]
    #[case("Nghị định 152/2025/NĐ-CP, Điều 54", "Điều 54 Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ")]
    #[case(
        "Nghị định 152/2025/NĐ-CP, Điều 49 đến Điều 54",
        "các điều từ Điều 49 đến Điều 54 Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"
    )]
    #[case(
        "Nghị định 152/2025/NĐ-CP, Điều 6 khoản 2 điểm c",
        "điểm c khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"
    )]
    #[case(
        "Luật 06/2022/QH15, Điều 23 và Điều 24",
        "Điều 23 và Điều 24 Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"
    )]
    #[case("Quyết định 324/QĐ-KHVN", "Quyết định số 324/QĐ-KHVN ngày 25 tháng 10 năm 2023 của Hội Khuyến học Việt Nam")]
    #[case("Quyết định 311/QĐ-BNV năm 2025", "Quyết định số 311/QĐ-BNV năm 2025")]
    #[case(
        "Quyết định 86/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Ninh, Điều 6 và Điều 10",
        "Điều 6 và Điều 10 Quyết định số 86/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Ninh"
    )]
    #[case("Quy chế thi đua, khen thưởng của Trường, Điều 8", "Điều 8 Quy chế thi đua, khen thưởng của Trường")]
    #[case("Kế hoạch số 112/KH-ĐHSN", "Kế hoạch số 112/KH-ĐHSN")]
    #[case("Trang văn bản của Chính phủ, tháng 5/2026", "Trang văn bản của Chính phủ, tháng 5/2026")]
    #[case("Quy chế của Trường, Điều 9 khoản 8 và 9", "Điều 9 khoản 8 và 9 Quy chế của Trường")]
    #[case("Quy chế của Trường; Luật Viên chức 2025", "Quy chế của Trường; Luật Viên chức 2025")]
    #[case("Quy chế của Trường, Điều 28 (từ cảnh cáo trở lên)", "Điều 28 Quy chế của Trường (từ cảnh cáo trở lên)")]
    #[case("", "")]
    fn a_source_as_officials_cite_it(#[case] source: &str, #[case] expected: &str) {
        assert_eq!(super::of_source(Packs::embedded(), source), expected);
    }
}
