//! What is written is read back as it was.

use proptest::prelude::*;

use super::*;
use crate::{Block, Document, Node, NodeKind, build, read};

const PLAN: &str = include_str!("tests/plan.txt");

fn written(document: &Document) -> Document {
    build::build(read::docx::read(&docx(&Letter::of(document)).expect("a small letter")))
}

/// The tree without places: what each part is and the words of each paragraph.
fn shape(document: &Document) -> String {
    let mut out = String::new();
    draw(document, &document.root, 0, &mut out);
    out
}

fn draw(document: &Document, node: &Node, depth: usize, out: &mut String) {
    let words = |node: &Node| document.words(node).as_str().trim().to_owned();
    let name = match &node.kind {
        NodeKind::Space | NodeKind::Noise(_) => return,
        NodeKind::Clause(clause) => {
            let heading = clause.heading.as_ref().map(|heading| heading.value.as_str());
            format!("Clause {:?} {} {heading:?} {}", clause.label.class, clause.label.text, clause.depth)
        }
        NodeKind::Paragraph | NodeKind::Text | NodeKind::LabelText => format!("{:?} {}", node.kind, words(node)),
        kind => format!("{kind:?}"),
    };
    out.push_str(&format!("{:depth$}{name}\n", ""));
    if node.kind != NodeKind::Paragraph {
        node.children.iter().for_each(|child| draw(document, child, depth + 1, out));
    }
}

#[test]
fn a_letter_comes_back_as_it_was_written() {
    let first = written(&build::build(read::text::read(PLAN.as_bytes())));
    let again = written(&first);
    assert_eq!(shape(&again), shape(&first));
    assert_eq!(format!("{:?}", Letter::of(&again)), format!("{:?}", Letter::of(&first)));
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let letter = Letter::of(&build::build(read::text::read(PLAN.as_bytes())));
    assert_eq!(docx(&letter).unwrap(), docx(&letter).unwrap());
}

#[test]
fn the_clauses_and_the_frame_of_a_text_survive() {
    let text = build::build(read::text::read(PLAN.as_bytes()));
    let word = written(&text);
    let clauses = |document: &Document| -> Vec<String> {
        let clause = |(address, node): (crate::Address, &Node)| format!("{address} {}", document.words(node).as_str());
        document.clauses().into_iter().map(clause).collect()
    };
    assert_eq!(clauses(&word), clauses(&text));
    let frame = |document: &Document| {
        let frame = &document.frame;
        let values = |field: &Option<crate::Field<String>>| field.as_ref().map(|field| field.value.clone());
        (
            [&frame.motto, &frame.superior, &frame.number_line, &frame.date_line, &frame.kind, &frame.title, &frame.closing_mark]
                .map(values),
            frame.issuers.iter().map(|issuer| issuer.value.clone()).collect::<Vec<_>>(),
            frame.recipients.iter().map(|recipient| recipient.line.value.clone()).collect::<Vec<_>>(),
            frame
                .signatures
                .iter()
                .map(|block| (block.capacities.clone(), block.post.clone(), block.name.clone().map(|name| name.value)))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(frame(&word), frame(&text));
}

#[test]
fn a_table_comes_back_with_its_rows_and_cells() {
    let rows = vec![Row::of(RowKind::Plain, ["TT", "Đơn vị", "Ghi chú"]), Row::of(RowKind::Plain, ["1", "Khoa Cơ bản"])];
    let table = Table { columns: Vec::new(), rows };
    let inner = TableCell { parts: vec![Part::Paragraph("2".to_owned()), Part::Table(table.clone())], ..TableCell::default() };
    let rows = [table.rows.clone(), vec![Row::from(vec![inner])]].concat();
    let letter = Letter { page: Page::Upright, parts: vec![Part::Table(Table { columns: Vec::new(), rows })] };
    let source = read::docx::read(&docx(&letter).unwrap());
    assert_eq!(source.text, "TT\tĐơn vị\tGhi chú\n1\tKhoa Cơ bản\n2\nTT\tĐơn vị\tGhi chú\n1\tKhoa Cơ bản\n\n");
    let Some(Block::Table(table)) = source.blocks.first() else { panic!("no table") };
    let columns: Vec<Vec<u32>> = table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.columns).collect()).collect();
    assert_eq!(columns, [vec![1, 1, 1], vec![1, 2], vec![3]]);
}

#[rstest::rstest]
#[case::the_whole_room(100, &["<w:gridSpan w:val=\"50\"/><w:tcBorders>"])]
#[case::more_than_the_room(200, &["<w:gridSpan w:val=\"50\"/><w:tcBorders>"])]
#[case::half(50, &["<w:gridSpan w:val=\"25\"/><w:tcBorders>", "<w:gridSpan w:val=\"25\"/></w:tcPr>"])]
#[case::a_little_can_be_seen(1, &["<w:gridSpan w:val=\"1\"/><w:tcBorders>", "<w:gridSpan w:val=\"49\"/></w:tcPr>"])]
#[case::nothing(0, &["<w:gridSpan w:val=\"50\"/></w:tcPr>"])]
fn a_bar_is_as_long_as_its_figure_says(#[case] length: u8, #[case] cells: &[&str]) {
    let bar = Bar { label: "Khoa Nông học".into(), figure: "58".into(), length };
    let letter = Letter { page: Page::Upright, parts: vec![Part::Bars(vec![bar])] };
    let markup = markup::document(&letter, "rId1");
    assert_eq!(markup.matches("<w:gridSpan").count(), cells.len());
    assert!(cells.iter().all(|cell| markup.contains(cell)), "{markup}");
    assert!(markup.find("Khoa Nông học") < markup.find(">58<") && !markup.contains("w:drawing"));
}

fn block(name: &str) -> SignatureBlock {
    SignatureBlock { lines: vec!["THƯ KÝ".into()], name: Some(name.into()), ..SignatureBlock::default() }
}

/// A table of so many columns: heads, the name of a group, a row, a sum.
fn table_of(columns: usize) -> Part {
    let kinds = [RowKind::Head, RowKind::Group, RowKind::Plain, RowKind::Total];
    let rows = kinds.into_iter().map(|kind| Row::of(kind, vec!["một"; if kind == RowKind::Group { 1 } else { columns }])).collect();
    Part::Table(Table { columns: vec![Column { width: 10, side: Side::Middle }; columns], rows })
}

#[rstest::rstest]
#[case::no_page_of_its_own_for_what_stands_behind_signatures(vec![Part::Signatures(vec![block("A"), block("B")])], &["</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Closing\"/></w:pPr></w:p><w:sectPr>"])]
#[case::recipients_stay_with_the_names(
    vec![Part::End { recipients: vec!["Nơi nhận:".into()], signatures: vec![block("A"), block("B")] }],
    &["<w:pStyle w:val=\"SignatureName\"/><w:keepNext/>"]
)]
#[case::the_last_row_stays_with_the_signatures(vec![table_of(2), Part::Signatures(vec![block("A")])], &["<w:pStyle w:val=\"TableTotalMiddle\"/><w:keepNext/>"])]
#[case::words_have_room_above_a_table(vec![Part::Line("Đơn vị tính: Lượt".into()), table_of(2)], &["<w:pStyle w:val=\"PlainLine\"/><w:spacing w:after=\"120\"/>"])]
#[case::heads_stand_in_the_middle(vec![table_of(2)], &["<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableHead\"/>"])]
#[case::groups_and_sums_are_as_small_as_rows(vec![table_of(8)], &["TableGroupSmall", "TableTextMiddleSmall", "TableTotalMiddleSmall"])]
#[case::three_who_sign_have_smaller_letters(vec![Part::Signatures(vec![block("A"), block("B"), block("C")])], &["CapacityOfThree", "SignatureNameOfThree"])]
#[case::a_day_above_the_capacity(
    vec![Part::Signatures(vec![SignatureBlock { dated: Some("Sông Ngàn, ngày 01 tháng 6 năm 2026".into()), ..block("A") }])],
    &["<w:pStyle w:val=\"SignatureDate\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Sông Ngàn"]
)]
#[case::symbols_hold(vec![Part::Paragraph("số 05/QĐ-ĐHSN".into())], &["số 05/QĐ</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">ĐHSN"])]
#[case::the_rule_is_two_fifths_of_the_name(
    vec![Part::Head(vec![HeadRow { left: vec![HeadLine { kind: HeadKind::Issuer, words: "KHOA NÔNG HỌC".into() }], right: Vec::new() }])],
    &["<w:pStyle w:val=\"RuleShort\"/><w:ind w:left=\"1376\" w:right=\"1376\"/>"]
)]
fn letters_are_set(#[case] parts: Vec<Part>, #[case] markup: &[&str]) {
    let set = markup::document(&Letter { page: Page::Upright, parts }, "rId1");
    for expected in markup {
        assert!(set.contains(expected), "{expected} is not in {set}");
    }
}

#[test]
fn headings_have_levels_and_looks() {
    let heading = |level, words: &str, centred| Part::Heading { level, words: words.to_owned(), centred };
    let letter = Letter {
        page: Page::Upright,
        parts: vec![heading(1, "Chương I. Quy định chung", true), heading(2, "Điều 1. Phạm vi", false), Part::Paragraph("Một.".into())],
    };
    let source = read::docx::read(&docx(&letter).unwrap());
    let look = |block: &Block| match block {
        Block::Line(line) => (line.look.heading, line.look.centred, line.look.bold, line.whole),
        Block::Table(_) => panic!("no table was written"),
    };
    let looks: Vec<_> = source.blocks.iter().map(look).collect();
    assert_eq!(looks, [(Some(1), true, true, true), (Some(2), false, true, true), (None, false, false, true)]);
}

#[test]
fn a_signature_without_recipients_stands_on_the_right() {
    let block = SignatureBlock {
        dated: None,
        lines: vec!["KT. HIỆU TRƯỞNG".into(), "PHÓ HIỆU TRƯỞNG".into()],
        hint: None,
        name: Some("Trần Thị Hải Yến".into()),
    };
    let mut letter = Letter::of(&build::build(read::text::read(PLAN.as_bytes())));
    letter.parts.pop();
    letter.parts.push(Part::End { recipients: Vec::new(), signatures: vec![block.clone()] });
    let document = build::build(read::docx::read(&docx(&letter).unwrap()));
    assert_eq!(document.frame.signatures[0].name.as_ref().map(|name| name.value.as_str()), block.name.as_deref());
    assert_eq!(Letter::of(&document).parts.last(), letter.parts.last());
}

/// Words as they stand in official texts, and signs that markup must not stumble over.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("thi đua"),
        Just("khen thưởng"),
        Just("đơn vị"),
        Just("ngày 05/9/2026"),
        Just("“Học tập suốt đời”"),
        Just("A & B"),
        Just("<5%"),
        Just("80%;"),
        Just("(kèm theo)"),
        Just("Trường"),
        Just("ế\u{302}"),
        Just("- 2030"),
        Just("1.1"),
        Just("KẾ HOẠCH"),
        Just("./."),
    ];
    proptest::collection::vec(word, 1..8).prop_map(|words| phongtrao_value::text::composed(&words.join(" ")))
}

fn part() -> impl Strategy<Value = Part> {
    let cell = proptest::collection::vec(words(), 1..3)
        .prop_map(|words| TableCell { parts: words.into_iter().map(Part::Paragraph).collect(), ..TableCell::default() });
    let row = proptest::collection::vec(cell, 1..4);
    prop_oneof![
        6 => words().prop_map(Part::Paragraph),
        2 => (1..4_u8, words(), any::<bool>()).prop_map(|(level, words, centred)| Part::Heading { level, words, centred }),
        1 => words().prop_map(Part::Basis),
        1 => words().prop_map(Part::Centred),
        1 => Just(Part::NewPage),
        1 => proptest::collection::vec(row, 1..4).prop_map(|rows| Part::Table(Table { columns: Vec::new(), rows: rows.into_iter().map(Row::from).collect() })),
        1 => proptest::collection::vec(words(), 1..3).prop_map(Part::Title),
    ]
}

/// The words of a part in the order of the page.
fn spoken(part: &Part) -> Vec<String> {
    match part {
        Part::Paragraph(words) | Part::Basis(words) | Part::Centred(words) | Part::Heading { words, .. } => vec![words.clone()],
        Part::Title(lines) | Part::Addressees(lines) => lines.clone(),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.parts).flat_map(spoken).collect(),
        _ => Vec::new(),
    }
}

/// An outline as authors write it: labels that count, under headings or before sentences.
fn outline() -> impl Strategy<Value = Vec<Part>> {
    let section = (words(), proptest::collection::vec((words(), proptest::collection::vec(words(), 0..3)), 0..4));
    proptest::collection::vec(section, 1..4).prop_map(|sections| {
        const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
        let mut parts = Vec::new();
        for (section, (heading, clauses)) in sections.into_iter().enumerate() {
            parts.push(Part::Heading {
                level: 1,
                words: format!("{}. CÔNG TÁC {}", ROMAN[section], heading.to_uppercase()),
                centred: false,
            });
            for (clause, (sentence, items)) in clauses.into_iter().enumerate() {
                parts.push(Part::Paragraph(format!("{}. Các {sentence}.", clause + 1)));
                parts.extend(items.into_iter().map(|item| Part::Paragraph(format!("- Mỗi {item};"))));
            }
        }
        parts
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_words_come_back_in_order(parts in proptest::collection::vec(part(), 0..12)) {
        let expected: Vec<String> = parts.iter().flat_map(spoken).collect();
        let source = read::docx::read(&docx(&Letter { page: Page::Upright, parts }).unwrap());
        // A dash is held by the word before it.
        let text = source.text.replace('\u{a0}', " ");
        let found: Vec<&str> = text.split(['\n', '\t']).filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(source.findings.is_empty());
    }

    #[test]
    fn a_tree_read_from_word_comes_back_equal(body in outline()) {
        let mut letter = Letter::of(&build::build(read::text::read(PLAN.as_bytes())));
        let end = letter.parts.pop();
        letter.parts.retain(|part| !matches!(part, Part::Heading { .. } | Part::Paragraph(_)));
        letter.parts.extend(body);
        letter.parts.extend(end);
        let first = build::build(read::docx::read(&docx(&letter).unwrap()));
        prop_assert_eq!(shape(&written(&first)), shape(&first));
    }
}
