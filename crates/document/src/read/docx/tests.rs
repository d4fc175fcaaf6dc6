//! What a reader sees is what is read.

use phongtrao_ooxml::{PackageWriter, kind};
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::{Block, Look, Place};

const NAMESPACES: &str = concat!(
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ",
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' ",
    "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' ",
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'",
);
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const XML: &str = "application/xml";

/// A package of a body and of other parts: kind, name, markup within the root.
fn package(body: &str, others: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut writer = PackageWriter::new();
    writer.part("word/document.xml", MAIN, format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"));
    writer.relate("", kind::OFFICE_DOCUMENT, "word/document.xml");
    for (kind, name, content) in others {
        writer.part(name, XML, format!("<w:{name} {NAMESPACES}>{content}</w:{name}>"));
        writer.relate("word/document.xml", kind, name);
    }
    writer.finish().expect("small parts always fit")
}

fn source(body: &str) -> Source {
    read(&package(body, &[]))
}

fn text(body: &str) -> String {
    source(body).text
}

fn codes(source: &Source) -> Vec<&'static str> {
    source.findings.iter().map(|finding| finding.code).collect()
}

/// The words of the lines, outside of tables.
fn lines(source: &Source) -> Vec<(&str, Look, bool)> {
    let lines = source.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some((line.span.of(&source.text), line.look, line.whole)),
        Block::Table(_) => None,
    });
    lines.collect()
}

/// A paragraph of one plain run.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>")
}

#[rstest]
#[case::runs_join("<w:p><w:r><w:t>Kế ho</w:t></w:r><w:r><w:t>ạch</w:t></w:r></w:p>", "Kế hoạch")]
#[case::letters_are_composed("<w:p><w:r><w:t>ke\u{302}\u{301}</w:t></w:r></w:p>", "kế")]
#[case::spaces_kept_when_asked("<w:p><w:r><w:t xml:space='preserve'> a </w:t></w:r></w:p>", " a ")]
#[case::spaces_dropped_otherwise("<w:p><w:r><w:t>\n  a\n</w:t></w:r></w:p>", "a")]
#[case::references("<w:p><w:r><w:t>\n Đào tạo &amp; Công tác &#34;a&#34; </w:t></w:r></w:p>", "Đào tạo & Công tác \"a\"")]
#[case::tab("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb")]
#[case::tab_stops_are_none("<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a")]
#[case::line_break("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb")]
#[case::page_break_within("<w:p><w:r><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t></w:r></w:p>", "a\nb")]
#[case::page_break_before("<w:p><w:r><w:br w:type='page'/><w:t>b</w:t></w:r></w:p>", "b")]
#[case::hyphen("<w:p><w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2030</w:t></w:r></w:p>", "2021-2030")]
#[case::soft_hyphen("<w:p><w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r></w:p>", "ab")]
#[case::symbol("<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>80%</w:t></w:r></w:p>", "≥80%")]
#[case::link("<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>", "a")]
#[case::content_control(
    "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "a"
)]
#[case::smart_tag("<w:p><w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag></w:p>", "a")]
#[case::simple_field("<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>", "a")]
#[case::capitals("<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r></w:p>", "KẾ HOẠCH")]
#[case::mathematics("<w:p><m:oMath><m:r><m:t>x ≥ 2</m:t></m:r></m:oMath></w:p>", "x ≥ 2")]
#[case::position_is_no_text("<w:p><w:r><w:drawing><posOffset>12</posOffset></w:drawing><w:t>a</w:t></w:r></w:p>", "a")]
#[case::two_paragraphs("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a\n\nb")]
fn text_is_what_a_reader_sees(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(text(body), expected);
}

#[rstest]
#[case::complete(
    "<w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>3</w:t><w:fldChar w:fldCharType='end'/><w:t>b</w:t>",
    "3b"
)]
#[case::nested(
    "<w:fldChar w:fldCharType='begin'/><w:instrText>IF</w:instrText><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:t>a</w:t><w:fldChar w:fldCharType='end'/>",
    "a"
)]
#[case::end_without_begin("<w:fldChar w:fldCharType='end'/><w:t>a</w:t>", "a")]
fn fields_show_their_result(#[case] run: &str, #[case] expected: &str) {
    assert_eq!(text(&format!("<w:p><w:r>{run}</w:r></w:p>")), expected);
}

#[test]
fn a_field_that_lost_its_end_swallows_no_more_than_its_paragraph() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>code</w:t></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>";
    assert_eq!(text(body), "\na");
}

#[test]
fn a_line_break_leaves_the_paragraph_open() {
    let source = source("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>");
    let whole: Vec<_> = lines(&source).into_iter().map(|(words, _, whole)| (words, whole)).collect();
    assert_eq!(whole, [("a", false), ("b", true)]);
}

#[rstest]
#[case::all_bold(run("<w:b/>", "Điều 1. "), true, false)]
#[case::all_but_the_dot(run("<w:b/>", "Điều 1") + &run("", "."), true, false)]
#[case::half(run("<w:b/>", "Điều 1") + &run("", " quy định"), false, false)]
#[case::off(run("<w:b w:val='0'/>", "a"), false, false)]
#[case::italic(run("<w:i/>", "a") + &run("<w:i w:val='true'/><w:b/>", "b"), false, true)]
#[case::by_style(run("<w:rStyle w:val='Strong'/>", "a"), true, false)]
#[case::style_and_off(run("<w:rStyle w:val='Strong'/><w:b w:val='false'/>", "a"), false, false)]
fn a_line_is_bold_when_all_its_letters_are(#[case] runs: String, #[case] bold: bool, #[case] italic: bool) {
    let styles = "<w:style w:type='character' w:styleId='Strong'><w:rPr><w:b/></w:rPr></w:style>";
    let bytes = package(&format!("<w:p>{runs}</w:p>"), &[(kind::STYLES, "styles", styles)]);
    let look = lines(&read(&bytes))[0].1;
    assert_eq!((look.bold, look.italic), (bold, italic));
}

#[rstest]
#[case("Base", false, None)]
#[case("Middle", true, None)]
#[case("Head", true, Some(2))]
#[case("Deep", true, Some(2))]
#[case("Level", false, Some(4))]
#[case("Circle", false, None)]
#[case("Missing", false, None)]
fn looks_come_down_the_chain_of_styles(#[case] style: &str, #[case] centred: bool, #[case] heading: Option<u8>) {
    let styles = "
        <w:style w:type='paragraph' w:styleId='Base' w:default='1'><w:name w:val='Normal'/></w:style>
        <w:style w:type='paragraph' w:styleId='Middle'><w:basedOn w:val='Base'/><w:pPr><w:jc w:val='center'/></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Head'><w:name w:val='heading 2'/><w:basedOn w:val='Middle'/></w:style>
        <w:style w:type='paragraph' w:styleId='Deep'><w:basedOn w:val='Head'/><w:pPrChange><w:pPr><w:jc w:val='left'/></w:pPr></w:pPrChange></w:style>
        <w:style w:type='paragraph' w:styleId='Level'><w:pPr><w:outlineLvl w:val='3'/></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Circle'><w:basedOn w:val='Circle'/></w:style>";
    let body = format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>");
    let source = read(&package(&body, &[(kind::STYLES, "styles", styles)]));
    let look = lines(&source)[0].1;
    assert_eq!((look.centred, look.heading), (centred, heading));
}

#[test]
fn bold_upon_bold_is_upright() {
    let styles = "<w:style w:type='paragraph' w:styleId='P'><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type='character' w:styleId='C'><w:rPr><w:b/></w:rPr></w:style>";
    let body = format!("<w:p><w:pPr><w:pStyle w:val='P'/></w:pPr>{}</w:p>", run("<w:rStyle w:val='C'/>", "a"));
    assert!(!lines(&read(&package(&body, &[(kind::STYLES, "styles", styles)])))[0].1.bold);
}

fn level(number: usize, format: &str, text: &str, more: &str) -> String {
    format!("<w:lvl w:ilvl='{number}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>")
}

fn item(list: i64, level: usize, words: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn numbered(levels: &str, more: &str, body: &str) -> String {
    let numbering =
        format!("<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>{more}");
    read(&package(body, &[(kind::NUMBERING, "numbering", &numbering)])).text
}

#[rstest]
#[case::outline(&[0, 1, 2, 2, 1, 2, 0, 1], "I. x|1. x|1.1. x|1.2. x|2. x|2.1. x|II. x|1. x")]
#[case::level_above_missing(&[1, 2, 0], "1. x|1.1. x|I. x")]
fn levels_count_and_begin_again(#[case] levels: &[usize], #[case] expected: &str) {
    let kinds = level(0, "upperRoman", "%1.", "") + &level(1, "decimal", "%2.", "") + &level(2, "decimal", "%2.%3.", "");
    let body: String = levels.iter().map(|level| item(1, *level, "x")).collect();
    assert_eq!(numbered(&kinds, "", &body).replace('\n', "|"), expected);
}

#[rstest]
#[case::letters("lowerLetter", "%1)", "", "a) x|b) x")]
#[case::article("decimal", "Điều %1.", "", "Điều 1. x|Điều 2. x")]
#[case::brackets("decimal", "(%1)", "<w:suff w:val='space'/>", "(1) x|(2) x")]
#[case::no_gap("decimal", "%1/", "<w:suff w:val='nothing'/>", "1/x|2/x")]
#[case::dash("bullet", "-", "", "- x|- x")]
#[case::picture("bullet", "\u{f0b7}", "<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr>", "• x|• x")]
#[case::none("none", "", "", "x|x")]
#[case::percent("decimal", "100% %1:", "", "100% 1: x|100% 2: x")]
fn labels_stand_in_the_text(#[case] format: &str, #[case] text: &str, #[case] more: &str, #[case] expected: &str) {
    let body = item(1, 0, "x") + &item(1, 0, "x");
    assert_eq!(numbered(&level(0, format, text, more), "", &body).replace('\n', "|"), expected);
}

#[test]
fn all_figures_when_the_level_says_so() {
    let kinds = level(0, "upperRoman", "%1.", "") + &level(1, "decimal", "%1.%2.", "<w:isLgl/>");
    assert_eq!(numbered(&kinds, "", &(item(1, 0, "x") + &item(1, 1, "x"))), "I. x\n1.1. x");
}

#[rstest]
#[case::never("0", "1.|a)|2.|b)")]
#[case::after_the_first("1", "1.|a)|2.|a)")]
fn a_level_may_go_on_counting(#[case] restart: &str, #[case] expected: &str) {
    let kinds = level(0, "decimal", "%1.", "") + &level(1, "lowerLetter", "%2)", &format!("<w:lvlRestart w:val='{restart}'/>"));
    let body: String = [0, 1, 0, 1].into_iter().map(|level| item(1, level, "")).collect();
    assert_eq!(numbered(&kinds, "", &body).replace(" \n", "|").trim_end(), expected);
}

#[test]
fn lists_of_one_kind_count_on_unless_one_begins_anew() {
    let lists = "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>
        <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>
        <w:num w:numId='4'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.'/></w:lvl></w:lvlOverride></w:num>";
    let body: String = [1, 1, 2, 3, 3, 4].into_iter().map(|list| item(list, 0, "x")).collect();
    assert_eq!(numbered(&level(0, "decimal", "%1.", ""), lists, &body).replace('\n', "|"), "1. x|2. x|3. x|1. x|2. x|c. x");
}

#[test]
fn a_style_may_number_its_paragraphs() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "upperRoman", "%1.", "<w:pStyle w:val='One'/>"),
        level(1, "decimal", "%2.", "<w:pStyle w:val='Two'/>"),
    );
    let styles = "<w:style w:type='paragraph' w:styleId='One'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Two'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Heir'><w:basedOn w:val='Two'/></w:style>";
    let styled = |style: &str, more: &str| format!("<w:p><w:pPr><w:pStyle w:val='{style}'/>{more}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>");
    let body = styled("One", "") + &styled("Two", "") + &styled("Heir", "") + &styled("Two", "<w:numPr><w:numId w:val='0'/></w:numPr>");
    let bytes = package(&body, &[(kind::NUMBERING, "numbering", &numbering), (kind::STYLES, "styles", styles)]);
    assert_eq!(read(&bytes).text.replace('\n', "|"), "I. x|1. x|2. x|x");
}

fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<String>())
}

#[test]
fn tables_keep_rows_cells_and_columns() {
    let rows = [cell("<w:gridSpan w:val='2'/>", &p("a")), cell("", &p("b")) + &cell("<w:vMerge/>", "<w:p/>")];
    let source = source(&(p("before") + &table(&rows) + &p("after")));
    assert_eq!(source.text, "before\na\nb\t\nafter");
    let [Block::Line(_), Block::Table(table), Block::Line(_)] = source.blocks.as_slice() else { panic!("{:?}", source.blocks) };
    assert_eq!(table.span.of(&source.text), "a\nb\t");
    let cells: Vec<Vec<(&str, u32)>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| (cell.span.of(&source.text), cell.columns)).collect()).collect();
    assert_eq!(cells, [vec![("a", 2)], vec![("b", 1), ("", 1)]]);
}

#[test]
fn tables_stand_within_tables() {
    let inner = table(&[cell("", &p("x")) + &cell("", &p("y"))]);
    let source = source(&table(&[cell("", &(p("a") + &inner + "<w:p/>")) + &cell("", &p("b"))]));
    assert_eq!(source.text, "a\nx\ty\n\tb");
    assert!(codes(&source).is_empty());
}

#[test]
fn ten_thousand_tables_within_each_other_keep_their_words() {
    let depth = 10_000;
    let body = "<w:tbl><w:tr><w:tc>".repeat(depth) + &p("inmost") + &"<w:p/></w:tc></w:tr></w:tbl>".repeat(depth);
    let source = source(&body);
    assert!(source.text.contains("inmost"));
    assert_eq!(codes(&source), ["too-deep"]);
}

#[rstest]
#[case::empty("<w:tbl/>", "a\nb")]
#[case::without_cells("<w:tbl><w:tr/><w:tr/></w:tbl>", "a\nb")]
#[case::words_in_no_cell("<w:tbl><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tbl>", "a\nx\nb")]
#[case::cell_without_row("<w:tbl><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tbl>", "a\nx\nb")]
#[case::row_without_table("<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>", "a\nx\nb")]
#[case::column_before(
    "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "a\n\tx\nb"
)]
fn strange_tables_lose_nothing(#[case] table: &str, #[case] expected: &str) {
    assert_eq!(text(&(p("a") + table + &p("b"))), expected);
}

#[rstest]
#[case("<w:p><w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p>", "ab")]
#[case("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>", "b")]
#[case(
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>a </w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>",
    "a b"
)]
#[case(
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>b</w:t></w:r></w:p>",
    "b"
)]
fn deletions_go_and_insertions_stay(#[case] body: &str, #[case] expected: &str) {
    let source = source(body);
    assert_eq!((source.text.as_str(), codes(&source)), (expected, vec!["tracked-changes"]));
}

#[test]
fn hidden_words_are_left_out_and_told() {
    let source = source(&format!("<w:p>{}{}</w:p>", run("<w:vanish/>", "x"), run("<w:vanish w:val='0'/>", "a")));
    assert_eq!((source.text.as_str(), codes(&source)), ("a", vec!["hidden-text"]));
}

#[test]
fn a_text_box_is_read_once() {
    let content = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent><w:t>host</w:t></w:r></w:p>"
    );
    assert_eq!(text(&body), "box\nhost");
}

#[test]
fn notes_stand_after_the_text_and_heads_are_told() {
    let notes = format!("<w:footnote w:type='separator'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>", p("---"), p("Note."));
    let head = p("Draft");
    let body = "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>";
    let source = read(&package(body, &[(kind::FOOTNOTES, "footnotes", &notes), (kind::HEADER, "hdr", &head)]));
    assert_eq!(source.text, "a\n[1] Note.");
    assert_eq!(codes(&source), ["running-head", "comments", "footnotes"]);
}

#[test]
fn a_page_number_is_no_running_head() {
    assert!(codes(&read(&package(&p("a"), &[(kind::HEADER, "hdr", &p("2"))]))).is_empty());
}

#[test]
fn words_in_old_fonts_are_converted() {
    let old = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>";
    let body = format!("<w:p>{}{}</w:p>", run(old, "KÕ ho¹ch thi ®ua cña Tr"), run(old, "\u{ad}êng"));
    let source = source(&body);
    assert_eq!(source.text, "Kế hoạch thi đua của Trường");
    assert_eq!(codes(&source), ["old-encoding"]);
}

#[test]
fn words_in_unicode_stay_whatever_their_font_says() {
    let old = "<w:rFonts w:ascii='.VnTime'/>";
    let source = source(&format!("<w:p>{}</w:p>", run(old, "Kế hoạch thi đua của Trường, trà và cà phê")));
    assert_eq!(source.text, "Kế hoạch thi đua của Trường, trà và cà phê");
    assert!(codes(&source).is_empty());
}

#[test]
fn places_lead_back_to_paragraphs() {
    let source = source(&(p("a") + &table(&[cell("", &p("b"))]) + &p("c")));
    let places: Vec<_> = "abc".chars().map(|c| source.places.of(source.text.find(c).unwrap())).collect();
    assert_eq!(places, [1, 2, 3].map(|number| Some(Place::Paragraph(number))));
}

#[rstest]
#[case::breaks_off("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b", "a\nb")]
#[case::wrong_end("<w:p><w:r><w:t>a</w:t></w:p></w:r>", "a")]
#[case::table_in_a_row_without_cells("<w:tbl><w:tc><w:tr><w:tbl></w:p>", "\n")]
#[case::entity("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>&lol;</w:t></w:r></w:p>", "a\n")]
fn damaged_markup_keeps_what_stands_before(#[case] body: &str, #[case] expected: &str) {
    let mut writer = PackageWriter::new();
    writer.part("word/document.xml", MAIN, format!("<w:document {NAMESPACES}><w:body>{body}"));
    writer.relate("", kind::OFFICE_DOCUMENT, "word/document.xml");
    let source = read(&writer.finish().unwrap());
    assert_eq!((source.text.as_str(), codes(&source)), (expected, vec!["damaged-file"]));
}

#[rstest]
#[case::not_a_package(b"no package".to_vec(), "no-document")]
#[case::truncated(package("", &[])[..200].to_vec(), "damaged-file")]
#[case::old_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument".to_vec(), "old-word-file")]
#[case::locked([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(), "encrypted-file")]
#[case::without_text(PackageWriter::new().finish().unwrap(), "no-document")]
fn what_is_no_document_is_told(#[case] bytes: Vec<u8>, #[case] code: &str) {
    let source = read(&bytes);
    assert_eq!((source.text.as_str(), codes(&source)), ("", vec![code]));
}

#[test]
fn a_workbook_is_no_document() {
    let mut writer = PackageWriter::new();
    writer.part("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "<workbook/>");
    writer.relate("", kind::OFFICE_DOCUMENT, "xl/workbook.xml");
    assert_eq!(codes(&read(&writer.finish().unwrap())), ["no-document"]);
}

#[test]
fn a_bomb_is_told() {
    let source = source(&p(&" ".repeat(18 << 20)));
    assert!(codes(&source).contains(&"too-large"), "{:?}", codes(&source));
    assert!(source.text.len() < 20 << 20);
}

/// Pieces of markup in any order: much of what they make is broken.
fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "ế chữ ",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:br/>",
        "<w:tab/>",
        "<w:rPr><w:b/><w:vanish/></w:rPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:del>",
        "</w:del>",
        "<w:txbxContent>",
        "</w:txbxContent>",
        "<w:fldChar w:fldCharType='begin'/>",
        "<w:trPr><w:del/><w:gridBefore w:val='3'/></w:trPr>",
        "<w:gridSpan w:val='9999999'/>",
        "<mc:AlternateContent>",
        "<mc:Choice>",
        "</mc:Choice>",
        "</mc:AlternateContent>",
        "<w:footnote>",
        "</w:footnote>",
        "&amp;",
        "&#0;",
        "<!--",
        "-->",
    ]);
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check_spans(blocks: &[Block], text: &str, mut from: usize) -> usize {
    for block in blocks {
        let span = match block {
            Block::Line(line) => line.span,
            Block::Table(table) => {
                let mut inner = table.span.start;
                for row in &table.rows {
                    assert!(row.span.start >= inner && table.span.holds(row.span));
                    for cell in &row.cells {
                        assert!(cell.span.start >= inner && row.span.holds(cell.span));
                        let end = check_spans(&cell.blocks, text, cell.span.start);
                        assert!(end <= cell.span.end);
                        inner = cell.span.end;
                    }
                }
                table.span
            }
        };
        assert!(span.start >= from, "blocks overlap");
        assert!(text.get(from..span.start).is_some_and(|between| between.trim().is_empty()), "words between blocks");
        from = span.end;
    }
    from
}

proptest! {
    #[test]
    fn any_markup_gives_blocks_in_order(body in pieces()) {
        let source = source(&body);
        let end = check_spans(&source.blocks, &source.text, 0);
        prop_assert!(source.text[end..].trim().is_empty());
    }

    #[test]
    fn a_changed_package_never_panics(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let kinds = level(0, "decimal", "%1.", "");
        let numbering = format!("<w:abstractNum w:abstractNumId='0'>{kinds}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>");
        let body = item(1, 0, "x") + &table(&[cell("", &p("a"))]);
        let mut bytes = package(&body, &[(kind::NUMBERING, "numbering", &numbering)]);
        for (at, byte) in changes {
            let place = at.index(bytes.len());
            bytes[place] = byte;
        }
        let source = read(&bytes);
        check_spans(&source.blocks, &source.text, 0);
    }
}
