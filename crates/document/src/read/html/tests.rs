//! What pages become, as a browser shows them.

use super::*;
use crate::{Block, Place, TableBlock};
use phongtrao_diagnostic::Span;

/// The blocks as a person would write them down: a line with its looks, `|` between cells, `¶` where a paragraph ends.
fn shown(html: &str) -> Vec<String> {
    let source = read(html.as_bytes());
    let mut out = Vec::new();
    show(&source.text, &source.blocks, "", &mut out);
    out
}

fn show(text: &str, blocks: &[Block], indent: &str, out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Line(line) => {
                let look = line.look;
                let signs =
                    [(look.bold, "b"), (look.italic, "i"), (look.centred, "c")].map(|(is, sign)| if is { sign } else { "" }).concat();
                let heading = look.heading.map(|level| format!("h{level}")).unwrap_or_default();
                let looks = [signs, heading].concat();
                let looks = if looks.is_empty() { looks } else { format!("{looks}:") };
                out.push(format!("{indent}{looks}{}{}", line.span.of(text), if line.whole { "¶" } else { "" }));
            }
            Block::Table(TableBlock { rows, .. }) => {
                for row in rows {
                    out.push(format!("{indent}row"));
                    for cell in &row.cells {
                        out.push(format!(
                            "{indent} cell{}",
                            if cell.columns > 1 { format!(" of {}", cell.columns) } else { String::new() }
                        ));
                        show(text, &cell.blocks, &format!("{indent}  "), out);
                    }
                }
            }
        }
    }
}

#[rstest::rstest]
#[case::paragraphs("<p>Kế  hoạch\n thi đua</p><p>Năm&nbsp;2025</p>", &["Kế hoạch thi đua¶", "Năm\u{a0}2025¶"])]
#[case::break_within("<p>một<br>hai<br/></p>ba", &["một", "hai¶", "ba¶"])]
#[case::empty_line("một<br><br>hai", &["một¶", "hai¶"])]
#[case::unclosed("<p align=center>một<p>hai<div>ba", &["c:một¶", "hai¶", "ba¶"])]
#[case::looks("<p><b>đậm</b> <b>cả</b></p><p><b>một</b> phần</p><p><i>nghiêng</i>.</p>", &["b:đậm cả¶", "một phần¶", "i:nghiêng.¶"])]
#[case::styles("<p style='text-align: center; font-weight:700'>a</p><div style=\"TEXT-ALIGN:CENTER\"><p>b<p style='text-align:left'>c</div>", &["bc:a¶", "c:b¶", "c¶"])]
#[case::heading("<h2>Điều 1</h2>a", &["bh2:Điều 1¶", "a¶"])]
#[case::spaces_between_elements("<p> <b>a</b> <i> b</i>c </p>\n <p>d</p>", &["a bc¶", "d¶"])]
#[case::preformatted("<pre>\na\n\n  b\tc\n</pre>d", &["a", "", "  b\tc¶", "d¶"])]
#[case::dropped("<head><title>t</title><style>p{}</style></head><script>x</script>a<noscript>n</noscript><p style='display:none'>h</p>", &["a¶"])]
#[case::references("&lt;a&gt; &agrave;&#7853; &amp; &copy; AT&T", &["<a> àậ & © AT&T¶"])]
#[case::misnested("<p><b>a<i>b</b>c</i>d</p>", &["abcd¶"])]
#[case::cut_off("<p>a<b", &["a<b¶"])]
#[case::list("<ol type=a start=3><li>a<li><p>b</p></ol><ul><li>c<li>- d</ul>", &["c) a¶", "d) b¶", "- c¶", "- d¶"])]
#[case::table(
    "<table><tr><td>a</td><td colspan=2>b<br>c</td></tr><tr><td></td><th>d</th><td><p>e</p><p>f</p></td></tr></table>g",
    &["row", " cell", "  a¶", " cell of 2", "  b", "  c¶", "row", " cell", " cell", "  bc:d¶", " cell", "  e¶", "  f¶", "g¶"]
)]
#[case::table_without_ends("<table><tr><td>a<td>b<tr><td>c<td>d</table>", &["row", " cell", "  a¶", " cell", "  b¶", "row", " cell", "  c¶", " cell", "  d¶"])]
#[case::cell_over_rows("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", &["row", " cell", "  a¶", " cell", "  b¶", "row", " cell", " cell", "  c¶"])]
#[case::table_in_table(
    "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
    &["row", " cell", "  a¶", " cell", "  row", "   cell", "    b¶", "   cell", "    c¶"]
)]
#[case::layout("<table><tr><td><p>a</p><p>b</p></td></tr></table>", &["a¶", "b¶"])]
#[case::hidden_table("<table hidden><tr><td>a</table>b<div style='display:none'><table><tr><td>c</table></div>d", &["b¶", "d¶"])]
#[case::row_end_in_inner_table("<table><tr><td>a<td>b<table></tr></table>c</table>d", &["row", " cell", "  a¶", " cell", "  b¶", "  c¶", "d¶"])]
#[case::words_outside_of_cells("<table>a<tr>b<td>c</table>d", &["row", " cell", "  a¶", "row", " cell", "  b¶", " cell", "  c¶", "d¶"])]
fn blocks(#[case] html: &str, #[case] expected: &[&str]) {
    assert_eq!(shown(html), expected);
}

#[test]
fn tables_read_as_lines_of_cells() {
    let source = read(b"x<table><tr><td>a<td>b<tr><td><td>c</table>y");
    assert_eq!(source.text, "x\na\tb\n\tc\ny");
}

#[test]
fn places_are_paragraphs() {
    let source = read("<p>một<br>hai</p><p>ba</p>".as_bytes());
    let place = |words: &str| source.text.find(words).and_then(|at| source.places.of(at));
    assert_eq!(["một", "hai", "ba"].map(place), [1, 1, 2].map(|paragraph| Some(Place::Paragraph(paragraph))));
}

#[test]
fn old_encodings_move_every_span() {
    let html = "<p>§éc lËp - Tù do - H¹nh phóc</p><table><tr><td>Céng hoµ</td><td>x· héi chñ nghÜa</td></tr></table><p>ViÖt Nam</p>";
    let bytes: Vec<u8> = html.chars().map(|c| u32::from(c) as u8).collect();
    for bytes in [bytes.as_slice(), html.as_bytes()] {
        let source = read(bytes);
        assert_eq!(source.text, "Độc lập - Tự do - Hạnh phúc\nCộng hoà\txã hội chủ nghĩa\nViệt Nam");
        assert_eq!(source.findings, [crate::decode::old_encoding("TCVN3 (ABC)")]);
        let mut out = Vec::new();
        show(&source.text, &source.blocks, "", &mut out);
        assert_eq!(out, ["Độc lập - Tự do - Hạnh phúc¶", "row", " cell", "  Cộng hoà¶", " cell", "  xã hội chủ nghĩa¶", "Việt Nam¶"]);
    }
}

#[test]
fn fonts_tell_old_encodings() {
    let source =
        read("<p>Điều <font face='.VnTimeH'>kÕ ho¹ch</font> và <span style='font-family:\"VNI-Times\"'>Vieät</span> Nam</p>".as_bytes());
    assert_eq!(source.text, "Điều KẾ HOẠCH và Việt Nam");
    let source = read("<p style='font-family:.VnTime'>Hà Nam và Điều lệ</p>".as_bytes());
    assert_eq!((source.text.as_str(), source.findings.len()), ("Hà Nam và Điều lệ", 0));
}

#[rstest::rstest]
#[case("<div>", "</div>", 10_000)]
#[case("<table><tr><td>", "</td></tr></table>", 10_000)]
#[case("<b>", "</b>", 10_000)]
#[case("<ul><li>", "", 10_000)]
fn depth_is_bounded(#[case] open: &str, #[case] close: &str, #[case] times: usize) {
    let html = format!("{}deep{}<p>after", open.repeat(times), close.repeat(times));
    let source = read(html.as_bytes());
    assert!(source.text.contains("deep\nafter"), "{:?}", &source.text[..source.text.len().min(80)]);
    assert_eq!(source.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["too-deep"]);
    assert!(depth(&source.blocks) <= lines::DEEPEST_TABLE);
}

fn depth(blocks: &[Block]) -> usize {
    let tables = blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells).map(|cell| 1 + depth(&cell.blocks)).max().unwrap_or(0)
}

#[rstest::rstest]
#[case(b"<!DOCTYPE HTML><p>", true)]
#[case(b"\xEF\xBB\xBF  <html>", true)]
#[case(b"<?xml version=\"1.0\"?>\n<html xmlns=''>", true)]
#[case(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", true)]
#[case(b"# <html> in a text", false)]
#[case(b"plan", false)]
fn recognised_by_content(#[case] bytes: &[u8], #[case] expected: bool) {
    assert_eq!(is_html(bytes), expected);
}

/// Blocks lie in the text in order, cells within their rows, and nothing but white space lies between.
fn check(text: &str, blocks: &[Block], within: Span) {
    let mut at = within.start;
    let mut pass = |span: Span| {
        assert!(within.holds(span), "{span:?} in {within:?}");
        assert_eq!(text.get(at..span.start).map(str::trim), Some(""), "between {at} and {span:?}");
        assert!(text.get(span.range()).is_some());
        at = span.end;
    };
    for block in blocks {
        match block {
            Block::Line(line) => pass(line.span),
            Block::Table(table) => {
                pass(table.span);
                let mut row_at = table.span.start;
                for row in &table.rows {
                    assert!(row_at <= row.span.start && table.span.holds(row.span));
                    let mut cell_at = row.span.start;
                    for cell in &row.cells {
                        assert!(cell_at <= cell.span.start && row.span.holds(cell.span));
                        check(text, &cell.blocks, cell.span);
                        cell_at = cell.span.end;
                    }
                    row_at = row.span.end;
                }
            }
        }
    }
    assert_eq!(text.get(at..within.end).map(str::trim), Some(""), "behind {at}");
}

proptest::proptest! {
    #[test]
    fn any_markup_is_read(html in r#"(<table>|<tr>|<td>|<td rowspan=2 colspan=3>|</td>|</tr>|</table>|<p>|</p>|<b>|</b>|<br>|<pre>|</pre>|<li>|<ul>|</ul>|<caption>|<div hidden>|</div>|<table hidden>|</div></table>|<font face=.VnTime>|</font>| |\n|\t|a|µ|o\x{302}|&amp;|\x{0}|\r|<script>|</script>|<!--|-->){0,60}"#) {
        let source = read(html.as_bytes());
        check(&source.text, &source.blocks, Span::new(0, source.text.len()));
        proptest::prop_assert!(unicode_normalization::is_nfc(&source.text));
    }
}
