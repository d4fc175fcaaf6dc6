//! What headers and cells are called in the spreadsheets that people have: `words/import.toml`, in the form in which it is compared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use phongtrao_value::text::{folded, is_alphanumeric, squeezed};
use serde::Deserialize;

type Lists = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    passed_over: Vec<String>,
    not_kept: Vec<String>,
    ordinals: Vec<String>,
    codes: Vec<String>,
    vague: Vec<String>,
    totals: Vec<String>,
    not_totals: Vec<String>,
    signatures: Vec<String>,
    place_and_date: Vec<String>,
    code_and_name: Vec<String>,
    between_names: Vec<String>,
    before_givers: Vec<String>,
    givers: Vec<String>,
    counted: Vec<String>,
    groups: Vec<String>,
    years: Vec<String>,
    headers: BTreeMap<String, Lists>,
    keys: Lists,
    values: BTreeMap<String, Lists>,
    ranks: BTreeMap<String, String>,
    professional: Professional,
}

/// How codes of ranks say that somebody is a professional soldier.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Professional {
    /// Endings of the code.
    pub(super) endings: Vec<String>,
    /// What stands behind the rank.
    pub(super) added: String,
}

/// The words, plain.
pub(super) struct Words {
    pub(super) passed_over: BTreeSet<String>,
    pub(super) not_kept: BTreeSet<String>,
    pub(super) ordinals: BTreeSet<String>,
    pub(super) codes: Vec<String>,
    pub(super) vague: BTreeSet<String>,
    pub(super) totals: Vec<String>,
    pub(super) not_totals: Vec<String>,
    pub(super) signatures: Vec<String>,
    pub(super) place_and_date: Vec<String>,
    pub(super) code_and_name: Vec<String>,
    pub(super) between_names: Vec<String>,
    /// Between the name of an honour and who gives it, folded.
    pub(super) before_givers: Vec<String>,
    /// With what the bodies begin that give an honour.
    pub(super) givers: Vec<String>,
    pub(super) counted: BTreeSet<String>,
    pub(super) groups: Vec<String>,
    pub(super) years: Vec<String>,
    /// By table, then by field.
    headers: BTreeMap<String, BTreeMap<String, Vec<Header>>>,
    /// By the same: the first header of each field, as it is written.
    called: BTreeMap<String, BTreeMap<String, String>>,
    keys: Lists,
    /// By column or `table.column`: plain word → word of the data folder.
    values: BTreeMap<String, BTreeMap<String, String>>,
    /// By the same: the first word for each value, as it is written.
    said: BTreeMap<String, Vec<String>>,
    pub(super) ranks: BTreeMap<String, String>,
    pub(super) professional: Professional,
}

/// What a header says, plain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Header {
    /// What a heading above must contain; nothing where no heading is asked.
    pub(super) above: String,
    /// What the header itself says.
    pub(super) says: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    let file: File = toml::from_str(include_str!("../../words/import.toml")).expect("the words of imports are sound");
    let set = |words: Vec<String>| words.iter().map(|word| plain(word)).collect();
    let list = |words: Vec<String>| words.iter().map(|word| plain(word)).collect();
    let headers =
        |fields: Lists| fields.into_iter().map(|(field, words)| (field, words.iter().map(|word| header(word)).collect())).collect();
    let values = |words: Lists| {
        words.into_iter().flat_map(|(value, words)| words.into_iter().map(move |word| (plain(&word), value.clone()))).collect()
    };
    let said = |words: &Lists| words.values().filter_map(|words| words.first().cloned()).collect();
    let first = |(field, words): (&String, &Vec<String>)| {
        let (_, below) = words.first()?.rsplit_once('>').unwrap_or(("", words.first()?));
        Some((field.clone(), below.trim().to_owned()))
    };
    Words {
        called: file.headers.iter().map(|(table, fields)| (table.clone(), fields.iter().filter_map(first).collect())).collect(),
        said: file.values.iter().map(|(column, words)| (column.clone(), said(words))).collect(),
        passed_over: set(file.passed_over),
        not_kept: set(file.not_kept),
        ordinals: set(file.ordinals),
        codes: list(file.codes),
        vague: set(file.vague),
        totals: list(file.totals),
        not_totals: list(file.not_totals),
        signatures: list(file.signatures),
        place_and_date: list(file.place_and_date),
        code_and_name: file.code_and_name,
        between_names: list(file.between_names),
        before_givers: list(file.before_givers),
        givers: list(file.givers),
        counted: set(file.counted),
        groups: list(file.groups),
        years: list(file.years),
        headers: file.headers.into_iter().map(|(table, fields)| (table, headers(fields))).collect(),
        keys: file.keys,
        values: file.values.into_iter().map(|(column, words)| (column, values(words))).collect(),
        ranks: file.ranks,
        professional: file.professional,
    }
});

/// The words.
pub(super) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    /// What the headers of a field are called: the words of the table where it has some, else those of all tables.
    pub(super) fn headers(&self, table: &str, field: &str) -> &[Header] {
        let of = |table: &str| self.headers.get(table).and_then(|fields| fields.get(field));
        of(table).or_else(|| of(ANY)).map_or(&[], Vec::as_slice)
    }

    /// What a field is called first, as it is written.
    pub(super) fn called(&self, table: &str, field: &str) -> Option<&str> {
        let of = |table: &str| self.called.get(table).and_then(|fields| fields.get(field));
        of(table).or_else(|| of(ANY)).map(String::as_str)
    }

    /// The word of the data folder that a cell of a column means.
    pub(super) fn value(&self, table: &str, column: &str, cell: &str) -> Option<&str> {
        let of = |column: &str| self.values.get(column);
        let values = of(&format!("{table}.{column}")).or_else(|| of(column))?;
        values.get(&plain(cell)).map(String::as_str)
    }

    /// Whether a word is one that the words of a column mean.
    pub(super) fn is_value(&self, table: &str, column: &str, word: &str) -> bool {
        let of = |column: &str| self.values.get(column);
        let values = of(&format!("{table}.{column}")).or_else(|| of(column));
        values.is_some_and(|values| values.values().any(|value| value == word))
    }

    /// What people write into a column, one word for each of its values; nothing where no words are known.
    pub(super) fn said(&self, table: &str, column: &str) -> &[String] {
        let of = |column: &str| self.said.get(column);
        of(&format!("{table}.{column}")).or_else(|| of(column)).map_or(&[], Vec::as_slice)
    }

    /// The columns by which a row is known again, where the table itself says nothing.
    pub(super) fn key(&self, table: &str) -> &[String] {
        self.keys.get(table).map_or(&[], Vec::as_slice)
    }
}

/// What all tables share in the file.
const ANY: &str = "any";

fn header(word: &str) -> Header {
    let (above, says) = word.split_once('>').unwrap_or(("", word));
    Header { above: plain(above), says: plain(says) }
}

/// Words without marks, capitals and signs, single spaces between.
pub(super) fn plain(text: &str) -> String {
    let kept: String = folded(text).chars().map(|c| if is_alphanumeric(c) { c } else { ' ' }).collect();
    squeezed(&kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description;
    use crate::import::fields::Fields;

    #[test]
    fn every_word_belongs_to_a_field_that_there_is() {
        for (table, lists) in &words().headers {
            let known = |field: &str| match table.as_str() {
                ANY => description::tables().iter().any(|table| Fields::of(table).has(field)),
                table => Fields::of(description::table(table).expect("a table")).has(field),
            };
            lists.keys().for_each(|field| assert!(known(field), "{table}: {field}"));
        }
    }

    #[test]
    fn no_header_means_two_fields_of_one_table() {
        for table in description::tables() {
            let mut seen: BTreeMap<Header, String> = BTreeMap::new();
            for field in Fields::of(table).names() {
                for header in words().headers(&table.name, field) {
                    let first = seen.entry(header.clone()).or_insert_with(|| field.to_owned());
                    assert_eq!(first, field, "{}: {header:?}", table.name);
                }
            }
        }
    }

    #[test]
    fn heads_of_workbooks_are_understood() {
        for table in description::tables() {
            for column in &table.columns {
                let is_known = |head: &String| words().headers(&table.name, &column.name).contains(&header(head));
                assert!(column.head.as_ref().is_none_or(is_known), "{}: {:?}", table.name, column.head);
            }
        }
    }

    #[test]
    fn every_value_and_key_is_one_of_its_column() {
        for (column, values) in &words().values {
            let (table, column) = column.split_once('.').map_or((None, column.as_str()), |(table, column)| (Some(table), column));
            let tables = description::tables().iter().filter(|known| table.is_none_or(|table| known.name == table));
            let mut columns = tables.flat_map(|table| &table.columns).filter(|known| known.name == column).peekable();
            assert!(columns.peek().is_some(), "{column}");
            for described in columns.filter(|described| !described.values.is_empty() && (table.is_some() || column != "level")) {
                values.values().for_each(|value| assert!(described.values.contains(value), "{column}: {value}"));
            }
        }
        for (table, columns) in &words().keys {
            let table = description::table(table).expect("a table");
            columns.iter().flat_map(|column| column.split('|')).for_each(|column| assert!(table.position(column).is_some(), "{column}"));
        }
    }

    #[rstest::rstest]
    #[case("Họ và tên", "ho va ten")]
    #[case("  SỐ Q.Đ\n(nếu có) ", "so q d neu co")]
    #[case("Ngày, tháng, năm sinh", "ngay thang nam sinh")]
    fn words_are_compared_plain(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(plain(text), expected);
    }
}
