//! What is true of every workbook.

use phongtrao_ooxml::{Limits, Package};
use phongtrao_value::{Date, Decimal, Money};

use super::{Book, Cell, Column, Holds, Worksheet, xlsx};
use crate::Style;

fn style() -> Style {
    Style::plain(Date::constant(2026, 6, 30))
}

fn book() -> Book {
    let unit = Worksheet {
        name: "Đơn vị".to_owned(),
        above: Vec::new(),
        columns: vec![Column::new("Mã", 10, Holds::Text), Column::new("Tên", 30, Holds::Text)],
        rows: vec![vec![Cell::text("khoa-dien"), Cell::text("Khoa Điện")], vec![Cell::text("khoa-may"), Cell::text("Khoa Máy")]],
        room: 50,
    };
    let holds = [
        Holds::Text,
        Holds::Whole,
        Holds::Decimal,
        Holds::Year,
        Holds::Date,
        Holds::Money,
        Holds::Choice(vec!["đạt".to_owned(), "chưa đạt".to_owned()]),
        Holds::Choice(vec!["đủ, đưa vào dự thảo".to_owned(), "không đủ".to_owned()]),
        Holds::Of { sheet: 0, column: 0 },
    ];
    let list = Worksheet {
        name: "Kết quả '26".to_owned(),
        above: vec!["BẢNG TỔNG HỢP".to_owned(), "Đợt 1".to_owned()],
        columns: holds.into_iter().map(|holds| Column::new("Cột", 12, holds)).collect(),
        rows: vec![vec![
            Cell::text("H'Hen Niê"),
            Cell::Whole(12),
            Cell::Decimal(Decimal::from_thousandths(8_500)),
            Cell::Whole(2026),
            Cell::Date(Date::constant(2026, 8, 30)),
            Cell::Money(Money::dong(1_170_000)),
            Cell::text("đạt"),
            Cell::Empty,
            Cell::text("khoa-dien"),
        ]],
        room: 0,
    };
    Book { title: "Bảng tổng hợp".to_owned(), sheets: vec![unit, list], lists: "Danh mục".to_owned() }
}

/// A part of the workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = Package::open(bytes, Limits::default()).expect("a package");
    String::from_utf8(package.part(name).expect("the part is there").bytes).expect("UTF-8")
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let once = xlsx(&book(), &style()).expect("a small book");
    assert!(xlsx(&book(), &style()).is_ok_and(|again| again == once));
    assert!(part(&once, "docProps/core.xml").contains("2026-06-30T00:00:00Z"));
}

#[test]
fn lists_are_frozen_filtered_filled_from_and_printed() {
    let bytes = xlsx(&book(), &style()).expect("a small book");
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    for said in [
        r#"<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A4:I5"/>"#,
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        "&amp;C&amp;P/&amp;N",
        "<formula1>\"đạt,chưa đạt\"</formula1>",
        "<formula1>'Danh mục'!$A$1:$A$2</formula1>",
        "<formula1>'Đơn vị'!$A$2:$A$53</formula1>",
        "<v>8.5</v>",
        "<v>46264</v>",
        "<v>1170000</v>",
    ] {
        assert!(sheet.contains(said), "{said} is not in {sheet}");
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("'Kết quả ''26'!$4:$4") && workbook.contains(r#"name="Danh mục" sheetId="3" state="hidden""#), "{workbook}");
}

#[rstest::rstest]
#[case::one_name_twice(|book: &mut Book| book.sheets[0].name = book.sheets[1].name.clone())]
#[case::a_name_that_tabs_cannot_have(|book: &mut Book| book.sheets[0].name = "Khoa/Phòng".to_owned())]
fn what_no_workbook_can_be_is_a_finding(#[case] spoil: fn(&mut Book)) {
    let mut book = book();
    spoil(&mut book);
    assert_eq!(xlsx(&book, &style()).expect_err("no workbook").code, "book-too-large");
}

#[test]
fn long_texts_and_days_before_workbooks_begin_are_no_fault() {
    let mut book = book();
    book.sheets[0].rows.push(vec![Cell::text("ă".repeat(40_000)), Cell::Date(Date::constant(1890, 5, 19))]);
    let strings = part(&xlsx(&book, &style()).expect("a book"), "xl/sharedStrings.xml");
    assert!(strings.contains("ă…<") && strings.contains("1890-05-19"));
}
