//! Which rows of a worksheet are its header, and what each column is taken for.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_sheet::{Content, Line, Page};

use super::fields::{FAMILY, Fields, GIVEN, OF_NAME};
use super::words::{Header, plain, words};
use crate::description::Kind;

/// The header of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Found {
    /// The first of its rows, by its place among the rows of the page.
    pub(super) first: usize,
    /// How many rows it has.
    pub(super) rows: usize,
    /// The numbers of its first and last row.
    pub(super) lines: (u32, u32),
    /// Its columns from the left.
    pub(super) columns: Vec<ColumnFound>,
    /// How well it is known: higher is better. A header of which words are known stands before rows of which only a column was named.
    score: (bool, usize),
}

/// What was said of the columns on the command line: by what their headers say, by their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// Plain headers.
    pub(super) headers: BTreeMap<String, Taken>,
    /// Numbers, from 0.
    pub(super) numbers: BTreeMap<u32, Taken>,
}

/// A column with a header.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ColumnFound {
    /// Its number, from 0.
    pub(super) column: u32,
    /// What its header says, from the top.
    pub(super) header: Vec<String>,
    /// What it is.
    pub(super) taken: Taken,
    /// Whether its header is a word of many meanings, which gives way to a better one: `Mã` beside `Mã viên chức`.
    pub(super) is_vague: bool,
}

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// A field.
    Field(&'static str),
    /// The numbers of the rows.
    Ordinal,
    /// What every list has and nothing is taken from.
    PassedOver,
    /// A fact that is kept only where a form demands it.
    NotKept,
    /// Nothing known.
    Unknown,
}

impl Named {
    /// Only one of the headers.
    pub(super) fn only(&self, header: &str) -> Named {
        let headers = self.headers.iter().filter(|(own, _)| *own == header).map(|(own, taken)| (own.clone(), *taken)).collect();
        Named { headers, numbers: BTreeMap::new() }
    }
}

fn field(taken: Taken) -> Option<&'static str> {
    if let Taken::Field(field) = taken { Some(field) } else { None }
}

/// A header stands among the first rows.
const FIRST_ROWS: usize = 60;

/// The most rows of a header.
const MOST_ROWS: usize = 3;

/// A header says more than this many columns, or all that there are.
const FEWEST: usize = 2;

/// The header of a page; none where no row of its first ones looks like one.
pub(super) fn find(page: &Page, fields: &Fields, named: &Named) -> Option<Found> {
    let known = known(fields);
    let wide = first_ranges(page);
    let mut best: Option<Found> = None;
    for first in 0..page.lines.len().min(FIRST_ROWS) {
        for rows in 1..=MOST_ROWS {
            let Some(lines) = page.lines.get(first..first + rows).filter(|lines| follow(lines)) else { break };
            let columns = columns(&wide, lines, &known, named);
            let Some(score) = score(&columns, lines, named) else { continue };
            // Of two that are equal the one with fewer rows is the header.
            if best.as_ref().is_none_or(|best| score > best.score || (score == best.score && rows < best.rows)) {
                let number = |line: Option<&Line>| line.map_or(0, |line| line.number);
                let lines = (number(lines.first()), number(lines.last()));
                best = Some(Found { first, rows, lines, columns, score });
            }
        }
    }
    best.map(|mut found| {
        vague_gives_way(&mut found.columns);
        found.columns = two_halves_of_a_name(found.columns, &wide, fields);
        found
    })
}

/// How well rows are known as a header; none where they can be none.
fn score(columns: &[ColumnFound], lines: &[Line], named: &Named) -> Option<(bool, usize)> {
    let count = |taken: fn(&Taken) -> bool| columns.iter().filter(|column| taken(&column.taken)).count();
    // One heading over several columns says no more than once what they are.
    let fields = columns.iter().filter_map(|column| field(column.taken)).collect::<BTreeSet<_>>().len();
    let others = count(|taken| !matches!(taken, Taken::Field(_) | Taken::Unknown));
    let unknown = columns.len() - fields - others;
    if by_header(columns, named) || (fields > 0 && (fields >= FEWEST || unknown == 0)) {
        // A row of the list under the header adds columns that say nothing: the header alone is better then.
        return Some((true, (4 * fields + 2 * others).saturating_sub(unknown)));
    }
    // No word is known, but somebody named a column by its letters: the header is the first of the rows with the most words.
    let has = |column: &u32| lines.iter().all(|line| line.at(*column).is_some_and(|slot| is_words(&slot.content)));
    let is_alone = lines.len() == 1 && columns.len() >= FEWEST;
    let words = lines.iter().flat_map(|line| &line.slots).filter(|slot| is_words(&slot.content)).count();
    (is_alone && !named.numbers.is_empty() && named.numbers.keys().all(has)).then_some((false, words))
}

/// Whether one of the columns was named by what its header says.
fn by_header(columns: &[ColumnFound], named: &Named) -> bool {
    columns.iter().any(|column| said_of(&column.header, named).is_some())
}

/// What was said of a column of this header.
pub(super) fn said_of(header: &[String], named: &Named) -> Option<Taken> {
    if named.headers.is_empty() {
        return None;
    }
    // Without parentheses too: who names a header leaves out what explains it.
    let ways = [plain(&header.join(" ")), plain(header.last()?), plain(&without_parentheses(&header.join(" ")))];
    ways.iter().find_map(|says| named.headers.get(says)).copied()
}

fn is_words(content: &Content) -> bool {
    matches!(content, Content::Text(words) if words.chars().any(char::is_alphabetic))
}

/// Of two columns of one field that whose header has many meanings is nothing.
fn vague_gives_way(columns: &mut [ColumnFound]) {
    let sure: BTreeSet<&'static str> = columns.iter().filter(|column| !column.is_vague).filter_map(|column| field(column.taken)).collect();
    let gives_way = |column: &&mut ColumnFound| column.is_vague && field(column.taken).is_some_and(|field| sure.contains(field));
    columns.iter_mut().filter(gives_way).for_each(|column| column.taken = Taken::Unknown);
}

/// The wide ranges of merged cells that a header can have.
fn first_ranges(page: &Page) -> Vec<[u32; 4]> {
    /// No header has more of them.
    const MOST: usize = 500;
    let last = page.lines.get(FIRST_ROWS + MOST_ROWS).map_or(u32::MAX, |line| line.number);
    page.wide.iter().filter(|[top, ..]| *top < last).take(MOST).copied().collect()
}

/// The words of each field.
fn known(fields: &Fields) -> BTreeMap<Header, &'static str> {
    let of = |field: &'static str| words().headers(&fields.table.name, field).iter().map(move |header| (header.clone(), field));
    let mut known: BTreeMap<Header, &'static str> = fields.names().flat_map(of).collect();
    let has_ids = fields.table.columns.iter().any(|column| column.kind == Kind::Id);
    if let Some(whose) = fields.whose().filter(|_| !has_ids) {
        let codes = words().codes.iter().map(|says| Header { above: String::new(), says: says.clone() });
        for code in codes {
            known.entry(code).or_insert(&whose.name);
        }
    }
    known
}

/// Whether the rows stand directly below each other.
fn follow(lines: &[Line]) -> bool {
    lines.windows(2).all(|pair| matches!(pair, [above, below] if below.number == above.number + 1))
}

/// The columns of a header of these rows.
fn columns(wide: &[[u32; 4]], lines: &[Line], known: &BTreeMap<Header, &'static str>, named: &Named) -> Vec<ColumnFound> {
    let mut said: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let first = lines.first().map_or(0, |line| line.number);
    for (depth, line) in lines.iter().enumerate() {
        let below = lines.get(depth + 1);
        let mut spread: BTreeMap<u32, String> = BTreeMap::new();
        for slot in &line.slots {
            let words = slot.content.shown();
            let row = line.number - 1;
            let range = wide.iter().find(|[top, _, left, _]| *top == row && *left == slot.column);
            let last = range.map_or_else(|| under(line, below, slot.column), |[_, _, _, right]| *right);
            (slot.column..=last.min(slot.column + MOST_SPREAD)).for_each(|column| {
                spread.entry(column).or_insert_with(|| words.clone());
            });
        }
        // A range that began above reaches down into this row.
        for [_, bottom, left, right] in wide.iter().filter(|range| range[0] + 1 >= first && range[0] + 1 < line.number) {
            if *bottom + 1 >= line.number {
                let above = |column: &u32| said.get(column).and_then(|words| words.last().cloned());
                let reached: Vec<(u32, String)> =
                    (*left..=(*right).min(left + MOST_SPREAD)).filter_map(|column| Some((column, above(&column)?))).collect();
                reached.into_iter().for_each(|(column, words)| {
                    spread.entry(column).or_insert(words);
                });
            }
        }
        for (column, words) in spread {
            let path = said.entry(column).or_default();
            if path.last() != Some(&words) {
                path.push(words);
            }
        }
    }
    let column = |(column, header): (u32, Vec<String>)| ColumnFound {
        column,
        taken: said_of(&header, named).unwrap_or_else(|| taken(&header, known)),
        is_vague: said_of(&header, named).is_none() && matches!(header.as_slice(), [only] if words().vague.contains(&plain(only))),
        header,
    };
    said.into_iter().map(column).collect()
}

/// A heading over more columns than this is a title.
const MOST_SPREAD: u32 = 40;

/// The last column that a heading without merged cells stands over: cells right of it are empty, and those below are not.
fn under(line: &Line, below: Option<&Line>, column: u32) -> u32 {
    let Some(below) = below.filter(|below| below.at(column).is_some()) else { return column };
    let free = |column: &u32| line.at(*column).is_none() && below.at(*column).is_some();
    (column + 1..=column + MOST_SPREAD).take_while(free).last().unwrap_or(column)
}

/// What a column is, by what its header says from the top.
fn taken(header: &[String], known: &BTreeMap<Header, &'static str>) -> Taken {
    let Some((last, above)) = header.split_last() else { return Taken::Unknown };
    // The names of the data folder itself are written as they are: without marks they would be other words.
    let technical = known.values().copied().find(|field| above.is_empty() && field.eq_ignore_ascii_case(last.trim()));
    if let Some(field) = technical {
        return Taken::Field(field);
    }
    let joined = header.join(" ");
    let without = |text: &str| plain(&without_parentheses(text));
    for says in [plain(&joined), without(&joined)] {
        if let Some(field) = known.get(&Header { above: String::new(), says }) {
            return Taken::Field(field);
        }
    }
    let heading = plain(&above.join(" "));
    for says in [plain(last), without(last)] {
        let under = known.iter().find(|(header, _)| !header.above.is_empty() && header.says == says && contains(&heading, &header.above));
        if let Some((_, field)) = under.filter(|_| !above.is_empty()) {
            return Taken::Field(field);
        }
        if let Some(field) = known.get(&Header { above: String::new(), says: says.clone() }) {
            return Taken::Field(field);
        }
        for (list, taken) in
            [(&words().ordinals, Taken::Ordinal), (&words().passed_over, Taken::PassedOver), (&words().not_kept, Taken::NotKept)]
        {
            if list.contains(&says) {
                return taken;
            }
        }
    }
    Taken::Unknown
}

/// Whether words stand in a text as whole words.
fn contains(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// One header over two columns that both hold words is a name in two halves: family and middle name, and given name.
fn two_halves_of_a_name(mut columns: Vec<ColumnFound>, wide: &[[u32; 4]], fields: &Fields) -> Vec<ColumnFound> {
    let whole = if fields.named(OF_NAME).is_some() { OF_NAME } else { "name" };
    let (Some(family), Some(given)) = (fields.named(FAMILY), fields.named(GIVEN)) else { return columns };
    let of = |columns: &[ColumnFound], field: &str| -> Vec<usize> {
        (0..columns.len())
            .filter(|at| columns.get(*at).is_some_and(|column| column.taken == Taken::Field(fields.named(field).unwrap_or_default())))
            .collect()
    };
    match (of(&columns, whole).as_slice(), of(&columns, FAMILY).as_slice()) {
        // One merged header over both.
        ([first, second], []) if second - first == 1 => {
            let same = columns.get(*first).map(|column| &column.header) == columns.get(*second).map(|column| &column.header);
            let merged =
                columns.get(*first).is_some_and(|left| wide.iter().any(|[_, _, from, to]| *from == left.column && *to == left.column + 1));
            if same && merged {
                if let Some(column) = columns.get_mut(*first) {
                    column.taken = Taken::Field(family);
                }
                if let Some(column) = columns.get_mut(*second) {
                    column.taken = Taken::Field(given);
                }
            }
        }
        // `Họ đệm | Tên`: beside the family name the name is the given one.
        ([name], [_]) => {
            if let Some(column) = columns.get_mut(*name) {
                column.taken = Taken::Field(given);
            }
        }
        _ => {}
    }
    columns
}

/// Whether a row under the header only numbers the columns: `1 2 3`, `(1) (2)`, `A B 1 2`, `(3) (4)=(2)-(3)`. Programs make the numbers -1, -2 of `(1)`, `(2)`.
pub(super) fn numbers_columns(line: &Line) -> bool {
    let mut expected = 1.0;
    let mut figures = 0;
    for slot in &line.slots {
        let number = match &slot.content {
            Content::Number(number) => Some(number.abs()),
            Content::Text(words) => numbering(words),
            _ => None,
        };
        match number {
            #[expect(clippy::float_cmp, reason = "small whole numbers are compared")]
            Some(number) if number == expected => {
                expected += 1.0;
                figures += 1;
            }
            None if slot.content.shown().chars().count() == 1 => {}
            _ => return false,
        }
    }
    figures >= 2
}

/// `(4)`, and with how the column is worked out `4=2+3`.
fn numbering(words: &str) -> Option<f64> {
    let (number, rest) = words.split_once('=').unwrap_or((words, ""));
    let is_sum = rest.chars().all(|c| c.is_ascii_digit() || " ()[]+-*/x:%,.".contains(c));
    number.trim_matches(['(', ')', '[', ']', ' ']).parse().ok().filter(|_| is_sum)
}

#[cfg(test)]
mod tests {
    use phongtrao_sheet::Book;

    use super::*;
    use crate::description;

    /// The fields of a list by the letters of its columns, and where its rows begin.
    fn found(table: &str, csv: &str) -> (String, usize) {
        let (book, _) = Book::read("a.csv", csv.as_bytes());
        let fields = Fields::of(description::table(table).expect("a table"));
        let found = find(&book.pages[0], &fields, &Named::default()).expect("a header");
        let said = |column: &ColumnFound| {
            let what = match column.taken {
                Taken::Field(field) => field,
                Taken::Ordinal => "#",
                Taken::PassedOver => "-",
                Taken::NotKept => "!",
                Taken::Unknown => "?",
            };
            format!("{}={what}", phongtrao_sheet::letters(column.column as usize))
        };
        (found.columns.iter().map(said).collect::<Vec<_>>().join(" "), found.first + found.rows)
    }

    #[rstest::rstest]
    #[case::plain(
        "people",
        "STT;Mã GV;Họ và tên;Ngày sinh;Giới tính;Đơn vị;Chức vụ;Ghi chú\n",
        "A=# B=id C=name D=born E=sex F=unit G=title H=-",
        1
    )]
    #[case::capitals_and_notes("people", "TT;HỌ VÀ TÊN;NGÀY THÁNG NĂM SINH (dd/mm/yyyy);Số CCCD\n", "A=# B=name C=born D=!", 1)]
    #[case::an_order_of_its_own("units", "STT;Thứ tự;Mã đơn vị;Tên đơn vị\n", "A=# B=order C=id D=name", 1)]
    #[case::heads_of_a_table_that_was_handed_out(
        "signed",
        "Mã kỳ xét;Số trong danh sách;Mã danh hiệu, hình thức;Mã cá nhân, tập thể;Tên ghi trong quyết định;Chức vụ, đơn vị ghi trong quyết định;Tiền thưởng (đồng);Số quyết định;Ngày ký\n",
        "A=round B=place C=award D=subject E=name F=post G=amount H=number I=on",
        1
    )]
    #[case::own_names("people", "id;name;born;category;unit\n", "A=id B=name C=born D=category E=unit", 1)]
    #[case::titles_above(
        "people",
        "TRƯỜNG CAO ĐẲNG SÔNG NGÀN;;\nDANH SÁCH VIÊN CHỨC;;\n\nSTT;Họ tên;Năm sinh\n1;An;1980\n",
        "A=# B=name C=born",
        3
    )]
    #[case::two_halves("people", "STT;Họ đệm;Tên;Lớp\n", "A=# B=family C=given D=unit", 1)]
    #[case::two_rows(
        "ledger",
        "STT;Họ và tên;Danh hiệu;Quyết định;;\n;;;Số;Ngày;Cơ quan\n1;An;LĐTT;5/QĐ;1/2/2025;Trường\n",
        "A=# B=of.name C=honour D=decision E=decided_on F=authority",
        2
    )]
    #[case::two_rows_with_a_day_above(
        "ledger",
        "Mã cán bộ;Danh hiệu;Ngày quyết định;\n;;số;ngày\n",
        "A=subject B=honour C=decision D=decided_on",
        2
    )]
    #[case::sexes_with_years("people", "STT;Họ và tên;Năm sinh;\n;;Nam;Nữ\n1;An;;1985\n", "A=# B=name C=male D=female", 2)]
    #[case::unknown_is_said("ratings", "Mã viên chức;Năm học;Xếp loại;Hệ số\n", "A=subject B=year C=level D=?", 1)]
    #[case::a_code("people", "STT;Mã;Họ và tên\n", "A=# B=id C=name", 1)]
    #[case::a_code_of_a_unit("units", "Mã;Tên đơn vị\n", "A=id B=name", 1)]
    #[case::a_code_of_whom_a_row_is("ratings", "Mã;Họ và tên;Xếp loại\n", "A=subject B=of.name C=level", 1)]
    #[case::a_code_beside_a_better_one("people", "Mã;Mã viên chức;Họ và tên\n", "A=? B=id C=name", 1)]
    #[case::a_code_beside_a_better_one_of_whom_a_row_is("ratings", "Mã VC;Mã số;Xếp loại\n", "A=subject B=? C=level", 1)]
    #[case::a_code_of_the_row_itself("records", "Mã;Mã VC;Loại;Ngày\n", "A=id B=subject C=kind D=on", 1)]
    #[case::votes(
        "meetings",
        "Họ và tên;Danh hiệu đề nghị;Số phiếu;;\n;;Phát ra;Đồng ý;Không đồng ý\n",
        "A=of.name B=award C=issued D=agreed E=against",
        2
    )]
    fn headers_of_every_habit(#[case] table: &str, #[case] csv: &str, #[case] expected: &str, #[case] rows_from: usize) {
        assert_eq!(found(table, csv), (expected.to_owned(), rows_from));
    }

    #[test]
    fn a_page_without_a_header_has_none() {
        let (book, _) = Book::read("a.csv", "Kính gửi: Ban Giám hiệu\n1;2;3\n".as_bytes());
        assert_eq!(find(&book.pages[0], &Fields::of(description::table("people").expect("a table")), &Named::default()), None);
    }

    #[rstest::rstest]
    #[case("1;2;3", true)]
    #[case("A;B;1;2", true)]
    #[case("(1);(2);(3)", true)]
    #[case("1;2;3=1+2;(4)=(3)/(2)", true)]
    #[case("1;2=Lê An", false)]
    #[case("1;Lê An;3", false)]
    #[case("1;1980;3", false)]
    fn rows_that_number_the_columns(#[case] row: &str, #[case] expected: bool) {
        let (book, _) = Book::read("a.csv", row.as_bytes());
        assert_eq!(numbers_columns(&book.pages[0].lines[0]), expected);
    }
}
