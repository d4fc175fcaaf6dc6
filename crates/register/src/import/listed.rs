//! Which rows below the header are rows of the list, and what the others are.

use phongtrao_sheet::{Content, Line, Page};

use super::fields::{Fields, OF_UNIT};
use super::header::{Found, Taken, numbers_columns};
use super::words::{plain, words};

/// The rows of a list.
#[derive(Debug, Default)]
pub(super) struct Listed<'p> {
    /// Its rows from the top.
    pub(super) rows: Vec<ListedRow<'p>>,
    /// Rows of the page that are none of it, with what they are.
    pub(super) passed: Vec<(Passed, u32)>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListedRow<'p> {
    /// The row of the page.
    pub(super) line: &'p Line,
    /// The heading above it, where headings name units.
    pub(super) heading: Option<(&'p Line, &'p str)>,
    /// Whether it has none of the values without which it is of nobody.
    pub(super) is_of_nobody: bool,
}

/// Why a row is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passed {
    /// It stands above the header.
    Title,
    /// It numbers the columns.
    Numbers,
    /// It is a heading within the list that names a unit.
    UnitHeading,
    /// It is a heading within the list.
    Heading,
    /// It adds up.
    Total,
    /// It stands below the list: place, date, who signs.
    Signature,
    /// Nothing stands in the columns that are taken.
    Empty,
}

/// Looks at the rows of a page from its header on.
pub(super) fn list<'p>(page: &'p Page, found: &Found, fields: &Fields) -> Listed<'p> {
    let sight = Sight::new(found, fields);
    let mut listed = Listed::default();
    listed.passed.extend(page.lines.iter().take(found.first).map(|line| (Passed::Title, line.number)));
    let body = page.lines.get(found.first + found.rows..).unwrap_or_default();
    let (mut heading, mut below) = (None, false);
    for (place, line) in body.iter().enumerate() {
        let kind = match sight.kind(line, below) {
            _ if place == 0 && numbers_columns(line) => Some(Passed::Numbers),
            kind => kind,
        };
        match kind {
            None => listed.rows.push(ListedRow { line, heading, is_of_nobody: sight.is_of_nobody(line) }),
            Some(kind) => {
                below |= kind == Passed::Signature;
                if kind == Passed::UnitHeading {
                    heading = longest(line).map(|words| (line, words));
                }
                listed.passed.push((kind, line.number));
            }
        }
    }
    listed
}

/// What is looked at to tell rows apart.
struct Sight {
    ordinal: Option<u32>,
    /// Columns that are taken.
    taken: Vec<u32>,
    /// Columns of which one must have a value.
    keys: Vec<u32>,
    /// Whether a unit is asked for and no column has it.
    wants_unit: bool,
}

impl Sight {
    fn new(found: &Found, fields: &Fields) -> Sight {
        let columns = |wanted: &dyn Fn(Taken) -> bool| -> Vec<u32> {
            found.columns.iter().filter(|column| wanted(column.taken)).map(|column| column.column).collect()
        };
        let keys = fields.keys();
        let has = |field: &str| found.columns.iter().any(|column| column.taken == Taken::Field(fields.named(field).unwrap_or_default()));
        Sight {
            ordinal: columns(&|taken| taken == Taken::Ordinal).first().copied(),
            taken: columns(&|taken| matches!(taken, Taken::Field(_))),
            keys: columns(&|taken| matches!(taken, Taken::Field(field) if keys.contains(&field))),
            wants_unit: (fields.second.is_some() && !has("unit")) || (fields.named(OF_UNIT).is_some() && !has(OF_UNIT)),
        }
    }

    /// Why a row is none of the list; none where it is one.
    fn kind(&self, line: &Line, below: bool) -> Option<Passed> {
        let filled =
            |columns: &[u32]| columns.iter().filter(|column| line.at(**column).is_some_and(|slot| slot.merged_from.is_none())).count();
        let numbered = self.ordinal.is_some_and(|column| line.at(column).is_some_and(|slot| is_figure(&slot.content)));
        if numbered && filled(&self.taken) > 0 {
            return None;
        }
        if is_total(line) {
            return Some(Passed::Total);
        }
        let own = filled(&self.taken);
        if is_signature(line) && (self.ordinal.is_some() || own < 3) {
            return Some(Passed::Signature);
        }
        // Names of those who sign stand below their capacities: few cells, and none that numbers the row.
        if below && (self.ordinal.is_some() || own < 3) {
            return Some(Passed::Signature);
        }
        let alone = own <= 1 && line.slots.iter().filter(|slot| slot.merged_from.is_none()).count() <= 2;
        let numbers = self.ordinal.is_some() || self.taken.len() > 2;
        if alone && numbers && self.taken.len() > 1 && longest(line).is_some() {
            return Some(if self.wants_unit && !is_group(line) { Passed::UnitHeading } else { Passed::Heading });
        }
        if own == 0 { Some(Passed::Empty) } else { None }
    }

    /// Whether a row of the list has none of the values without which it is of nobody.
    fn is_of_nobody(&self, line: &Line) -> bool {
        !self.keys.is_empty() && !self.keys.iter().any(|column| line.at(*column).is_some())
    }
}

fn is_figure(content: &Content) -> bool {
    match content {
        Content::Number(_) => true,
        Content::Text(words) => !words.is_empty() && words.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// The longest words of a row.
fn longest(line: &Line) -> Option<&str> {
    let words = line.slots.iter().filter_map(|slot| match &slot.content {
        Content::Text(words) if words.chars().any(char::is_alphabetic) => Some(words.as_str()),
        _ => None,
    });
    words.max_by_key(|words| words.chars().count()).filter(|words| words.chars().count() > 3)
}

fn texts(line: &Line) -> impl Iterator<Item = String> {
    let words = line.slots.iter().filter_map(|slot| match &slot.content {
        Content::Text(words) => Some(words),
        _ => None,
    });
    // What begins a row that adds up, or one below the list, stands within its first words.
    words.map(|words| plain(&words.chars().take(200).collect::<String>()))
}

fn begins(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

fn is_total(line: &Line) -> bool {
    texts(line).next().is_some_and(|text| {
        let sure = |word: &&String| if word.contains(' ') { begins(&text, std::slice::from_ref(*word)) } else { text == **word };
        words().totals.iter().any(|word| sure(&word)) && !begins(&text, &words().not_totals)
    })
}

/// Whether a heading says whom or what the rows below are for, and no unit: `II. Cá nhân`, `Danh hiệu Lao động tiên tiến`.
fn is_group(line: &Line) -> bool {
    longest(line).is_some_and(|heading| begins(&plain(without_number(heading)), &words().groups))
}

/// A heading without its number: `II. Khoa Toán`.
pub(super) fn without_number(heading: &str) -> &str {
    match heading.split_once(['.', ')', ':', '-', '/']) {
        Some((number, name)) if number.trim().chars().count() <= 4 && !name.trim().is_empty() => name.trim(),
        _ => heading,
    }
}

fn is_signature(line: &Line) -> bool {
    texts(line).any(|text| {
        let has = |word: &String| text.split(' ').any(|own| own == word);
        begins(&text, &words().signatures) || words().place_and_date.iter().all(has)
    })
}

#[cfg(test)]
mod tests {
    use phongtrao_sheet::Book;

    use super::*;
    use crate::description;
    use crate::import::header;

    fn told(csv: &str) -> (Vec<u32>, Vec<(Passed, u32)>) {
        let (book, _) = Book::read("a.csv", csv.as_bytes());
        let fields = Fields::of(description::table("people").expect("a table"));
        let found = header::find(&book.pages[0], &fields, &header::Named::default()).expect("a header");
        let listed = list(&book.pages[0], &found, &fields);
        (listed.rows.iter().map(|row| row.line.number).collect(), listed.passed)
    }

    #[test]
    fn what_stands_around_a_list_is_none_of_it() {
        let csv = "TRƯỜNG SÔNG NGÀN;;;\nSTT;Họ và tên;Năm sinh;Chức vụ\n(1);(2);(3);(4)\nI;KHOA TOÁN;;\n1;Lê An;1980;Giảng viên\n2;Trần Bình;;\nTổng cộng: 2 người;;;\n;;Trường Hà, ngày 5 tháng 9 năm 2026;\n;Người lập biểu;;Trưởng phòng\n;Hà Văn Cư;;Đỗ Dung\n";
        let (rows, passed) = told(csv);
        assert_eq!(rows, [5, 6]);
        assert_eq!(
            passed,
            [
                (Passed::Title, 1),
                (Passed::Numbers, 3),
                (Passed::UnitHeading, 4),
                (Passed::Total, 7),
                (Passed::Signature, 8),
                (Passed::Signature, 9),
                (Passed::Signature, 10)
            ]
        );
    }

    #[test]
    fn a_row_without_number_is_one_of_the_list_where_nothing_is_numbered() {
        assert_eq!(told("Họ và tên;Ngày sinh\nLê An;1/2/1980\nTrần Bình;\n").0, [2, 3]);
    }
}
