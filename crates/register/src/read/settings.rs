//! `data.toml`.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_value::YearKind;
use serde::Deserialize;
use toml::Spanned;

use crate::description::FORMAT;
use crate::rows::{Organisation, PeopleOrder, Said, SchoolYear};
use crate::texts;

/// Longer files are none that people write.
const MOST_BYTES: usize = 1 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Spanned<i64>,
    organisation: Option<String>,
    school_year: Option<Spanned<String>>,
    year: Option<Spanned<String>>,
    people_order: Option<Spanned<String>>,
    sector: Option<Spanned<toml::Value>>,
    level: Option<Spanned<String>>,
    province: Option<Spanned<String>>,
    #[serde(default)]
    names: BTreeMap<String, String>,
}

/// The organisation of a `data.toml`, and what is wrong with it.
pub(super) fn read(text: &str) -> (Organisation, Vec<Finding>) {
    if text.len() > MOST_BYTES {
        return (Organisation::default(), vec![wrong(texts::data_settings_wrong(""), None)]);
    }
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map(|range| Span::from(range.start..range.end.max(range.start)));
            let reason = error.message().lines().next().unwrap_or_default().to_owned();
            return (Organisation::default(), vec![wrong(texts::data_settings_wrong(reason), at)]);
        }
    };
    let mut findings = Vec::new();
    if *file.format.get_ref() != FORMAT {
        findings.push(wrong(texts::data_format_unknown(*file.format.get_ref()), span(&file.format)));
    }
    let organisation = Organisation {
        name: file.organisation.filter(|name| !name.trim().is_empty()),
        school_year: word(file.school_year, school_year, &mut findings),
        year_kind: word(file.year, YearKind::from_word, &mut findings),
        people_order: word(file.people_order, people_order, &mut findings).unwrap_or_default(),
        sectors: file.sector.map(|sector| sectors(sector, &mut findings)).unwrap_or_default(),
        level: file.level.and_then(|level| said(level.get_ref(), Span::from(level.span()))),
        province: file.province.and_then(|province| said(province.get_ref(), Span::from(province.span()))),
        names: file.names,
    };
    (organisation, findings)
}

/// The value of a key, where it is there and one of those that are allowed.
fn word<T>(key: Option<Spanned<String>>, read: impl Fn(&str) -> Option<T>, findings: &mut Vec<Finding>) -> Option<T> {
    let key = key?;
    let value = read(key.get_ref());
    if value.is_none() {
        findings.push(wrong(texts::data_settings_value(key.get_ref()), span(&key)));
    }
    value
}

/// A word as it stands; an empty one says nothing.
fn said(word: &str, span: Span) -> Option<Said> {
    let word = word.trim().to_owned();
    (!word.is_empty()).then_some(Said { word, span })
}

/// One sector, or a list of them.
fn sectors(key: Spanned<toml::Value>, findings: &mut Vec<Finding>) -> Vec<Said> {
    let span = Span::from(key.span());
    let all = match key.into_inner() {
        toml::Value::Array(all) => all,
        one => vec![one],
    };
    let mut read = |sector: &toml::Value| match sector.as_str() {
        Some(word) => said(word, span),
        None => {
            findings.push(wrong(texts::data_settings_value(sector.to_string()), Some(span)));
            None
        }
    };
    all.iter().filter_map(&mut read).collect()
}

/// `09-05`
fn school_year(text: &str) -> Option<SchoolYear> {
    let (month, day) = text.split_once('-')?;
    let figures = |text: &str| (text.len() == 2).then(|| text.parse::<i8>().ok()).flatten();
    let (month, day) = (figures(month)?, figures(day)?);
    // 2025 is no leap year: the day is one of every year.
    phongtrao_value::Date::new(2025, month, day).ok().map(|_| SchoolYear { month, day })
}

fn people_order(text: &str) -> Option<PeopleOrder> {
    [PeopleOrder::Name, PeopleOrder::Post].into_iter().find(|order| order.word() == text)
}

fn span<T>(key: &Spanned<T>) -> Option<Span> {
    Some(Span::from(key.span()))
}

fn wrong(message: phongtrao_diagnostic::Text, at: Option<Span>) -> Finding {
    Finding::new("data-settings", Severity::Error, message).at(at).help(texts::data_settings_help())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_keys() {
        let (organisation, findings) = read(
            "format = 1\norganisation = \"Trường Đại học Sông Ngàn\"\nschool_year = \"09-05\"\nyear = \"school\"\npeople_order = \"post\"\n",
        );
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(organisation.school_year, Some(SchoolYear { month: 9, day: 5 }));
        assert_eq!((organisation.year_kind, organisation.people_order), (Some(YearKind::School), PeopleOrder::Post));
    }

    #[test]
    fn codes_have_names() {
        let (organisation, findings) = read("format = 1\n\n[names]\ntin-bai = \"tin, bài\"\n");
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(organisation.names.get("tin-bai").map(String::as_str), Some("tin, bài"));
    }

    #[rstest::rstest]
    #[case::one("\"education\"", &["education"])]
    #[case::several("[\"education\", \"army\"]", &["education", "army"])]
    #[case::none("\"\"", &[])]
    fn sectors_with_their_places(#[case] written: &str, #[case] sectors: &[&str]) {
        let text = format!("format = 1\nsector = {written}\nlevel = \"base\"\nprovince = \"Huế\"\n");
        let (organisation, findings) = read(&text);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(organisation.sectors.iter().map(|said| said.word.as_str()).collect::<Vec<_>>(), sectors);
        assert!(organisation.sectors.iter().all(|said| &text[said.span.range()] == written));
        let others = organisation.level.iter().chain(&organisation.province);
        assert_eq!(others.map(|said| &text[said.span.range()]).collect::<Vec<_>>(), ["\"base\"", "\"Huế\""]);
    }

    #[rstest::rstest]
    #[case::no_format("organisation = \"A\"")]
    #[case::later_format("format = 2")]
    #[case::unknown_key("format = 1\nschoolyear = \"09-05\"")]
    #[case::no_day("format = 1\nschool_year = \"02-30\"")]
    #[case::no_kind("format = 1\nyear = \"lunar\"")]
    #[case::no_sector("format = 1\nsector = 7")]
    #[case::no_toml("format = ")]
    fn what_is_wrong_is_found(#[case] text: &str) {
        assert_eq!(read(text).1.len(), 1);
    }
}
