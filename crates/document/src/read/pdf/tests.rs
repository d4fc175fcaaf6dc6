//! Small PDFs, written here by hand, through both halves.

use super::*;
use crate::{Block, Noise, Place};

/// A PDF of pages of content, with a font whose letters are all half as wide as high. `extra` goes into the font's dictionary.
fn pdf(contents: &[&str], extra: &str) -> Vec<u8> {
    let widths = "500 ".repeat(224);
    let count = contents.len();
    let kids: String = (0..count).map(|page| format!("{} 0 R ", 10 + page * 2)).collect();
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type/Pages/Kids[{kids}]/Count {count}>>")),
        (
            3,
            format!(
                "<</Type/Font/Subtype/TrueType/BaseFont/Test/FirstChar 32/LastChar 255/Widths[{widths}]/Encoding/WinAnsiEncoding {extra}>>"
            ),
        ),
        (4, "<</Type/Font/Subtype/TrueType/BaseFont/Test-Bold/FirstChar 32/LastChar 255/Encoding/WinAnsiEncoding>>".to_owned()),
        (5, stream("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <1EBE> <42> <00650302> endbfchar")),
    ];
    for (index, content) in contents.iter().enumerate() {
        let id = 10 + index * 2;
        let resources = "/Resources<</Font<</F 3 0 R/B 4 0 R>>>>";
        objects.push((id, format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{resources}/Contents {} 0 R>>", id + 1)));
        objects.push((id + 1, stream(content)));
    }
    file(&objects)
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>stream\n{content}\nendstream", content.len())
}

fn file(objects: &[(usize, String)]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let last = objects.iter().map(|(id, _)| *id).max().unwrap_or(0);
    let mut table = vec!["0000000000 65535 f \n".to_owned(); last + 1];
    for (id, object) in objects {
        table[*id] = format!("{:010} 00000 n \n", out.len());
        out.extend(format!("{id} 0 obj{object}endobj\n").bytes());
    }
    let start = out.len();
    out.extend(
        format!("xref\n0 {}\n{}trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", last + 1, table.concat(), last + 1).bytes(),
    );
    out
}

/// Lines of 10-point letters: `(left, from the top, text)`.
fn lines(lines: &[(i32, i32, &str)]) -> String {
    let shown = lines
        .iter()
        .map(|(left, top, text)| format!("1 0 0 1 {left} {} Tm ({}) Tj ", 800 - top, text.replace('(', "\\(").replace(')', "\\)")));
    format!("BT /F 10 Tf {} ET", shown.collect::<String>())
}

fn read_all(bytes: &[u8]) -> Source {
    Pages::parse(&extract(bytes)).map(source).unwrap_or_else(|| failed(parser_failed("")))
}

fn read_lines(pages: &[&[(i32, i32, &str)]]) -> Source {
    let contents: Vec<String> = pages.iter().map(|page| lines(page)).collect();
    let contents: Vec<&str> = contents.iter().map(String::as_str).collect();
    read_all(&pdf(&contents, ""))
}

fn shown(source: &Source) -> Vec<String> {
    source
        .blocks
        .iter()
        .map(|block| match block {
            Block::Line(line) => line.span.of(&source.text).trim().replace('\n', " "),
            Block::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .map(|row| row.cells.iter().map(|cell| cell.span.of(&source.text).replace('\n', " ")).collect::<Vec<_>>().join(" | "));
                format!("[{}]", cells.collect::<Vec<_>>().join(" / "))
            }
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// Eighty letters: a line that fills the measure between 50 and 450.
const FULL: &str = "mot hai ba bon nam sau bay tam chin muoi mot hai ba bon nam sau bay tam chin abc";

#[rstest::rstest]
#[case::a_letterhead(&[(60, 50, "UY BAN NHAN DAN"), (300, 50, "CONG HOA XA HOI"), (70, 62, "XA AN BINH"), (310, 62, "Doc lap - Tu do"), (50, 100, FULL)],
    &["[UY BAN NHAN DAN XA AN BINH | CONG HOA XA HOI Doc lap - Tu do]", FULL])]
#[case::columns_on_different_base_lines(&[(60, 50, "UY BAN"), (300, 55, "CONG HOA"), (62, 62, "XA AN"), (302, 67, "Doc lap"), (50, 120, FULL)],
    &["[UY BAN XA AN | CONG HOA Doc lap]", FULL])]
#[case::recipients_beside_the_signature(&[(50, 38, FULL), (50, 50, "Noi nhan:"), (300, 50, "CHU TICH"), (50, 62, "- So A;"), (50, 74, "- Luu: VT."), (305, 110, "Le Van B")],
    &[FULL, "[Noi nhan: - So A; - Luu: VT. | CHU TICH Le Van B]"])]
#[case::a_broken_paragraph(&[(50, 50, FULL), (50, 62, "va ket thuc."), (50, 74, "Doan sau.")],
    &["mot hai ba bon nam sau bay tam chin muoi mot hai ba bon nam sau bay tam chin abc va ket thuc.", "Doan sau."])]
#[case::a_label_and_a_tab(&[(50, 50, "1."), (80, 50, "Muc dich."), (50, 62, FULL)], &["1. Muc dich.", FULL])]
fn order(#[case] page: &[(i32, i32, &str)], #[case] expected: &[&str]) {
    assert_eq!(shown(&read_lines(&[page])), expected);
}

#[test]
fn a_page_number_within_a_sentence_is_noise() {
    let first = [(50, 50, FULL), (50, 62, FULL), (250, 780, "1")];
    let second = [(50, 50, "va ket thuc."), (50, 62, FULL), (250, 780, "2")];
    let source = read_lines(&[&first, &second]);
    let numbers: Vec<&str> =
        source.noise.iter().filter(|(_, noise)| *noise == Noise::PageNumber).map(|(span, _)| span.of(&source.text)).collect();
    assert_eq!(numbers, ["1", "2"]);
    let sentence = shown(&source).into_iter().next().unwrap_or_default();
    assert!(sentence.ends_with("abc 1 va ket thuc."), "{sentence}");
}

#[test]
fn a_header_on_every_page_is_noise() {
    let page = |text| [(50, 30, "CONG BAO/So 12"), (50, 200, text), (50, 212, "Dong thu hai.")];
    let source = read_lines(&[&page("Mot."), &page("Hai."), &page("Ba.")]);
    let headers = source.noise.iter().filter(|(_, noise)| *noise == Noise::RunningHeader).count();
    assert_eq!(headers, 3);
}

#[test]
fn places_are_pages_and_lines() {
    let source = read_lines(&[&[(50, 50, "Mot."), (50, 62, "Hai.")], &[(50, 50, "Ba."), (50, 62, "Bon.")]]);
    let of = |word| source.places.of(source.text.find(word).unwrap_or(usize::MAX));
    assert_eq!(of("Hai."), Some(Place::Page { page: 1, line: 2 }));
    assert_eq!(of("Ba."), Some(Place::Page { page: 2, line: 1 }));
}

#[test]
fn letters_come_from_the_map_in_composed_form() {
    let bytes = pdf(&["BT /F 10 Tf 50 700 Td (AB) Tj ET"], "/ToUnicode 5 0 R");
    assert_eq!(read_all(&bytes).text, "\u{1ebe}\u{ea}");
}

#[test]
fn actual_text_stands_for_its_glyphs() {
    let bytes = pdf(&["BT /F 10 Tf 50 700 Td /Span <</ActualText <FEFF1EBF>>> BDC (xy) Tj EMC ( z) Tj ET"], "");
    assert_eq!(read_all(&bytes).text, "\u{1ebf} z");
}

#[test]
fn bold_is_told_by_the_font() {
    let bytes = pdf(&["BT /B 10 Tf 50 700 Td (Muc dich) Tj /F 10 Tf 0 -12 Td (Noi dung.) Tj ET"], "");
    let bold: Vec<bool> = read_all(&bytes)
        .blocks
        .iter()
        .filter_map(|block| if let Block::Line(line) = block { Some(line.look.bold) } else { None })
        .collect();
    assert_eq!(bold, [true, false]);
}

#[test]
fn a_table_has_rows_and_cells() {
    let rules =
        "50 700 m 250 700 l S 50 680 m 250 680 l S 50 660 m 250 660 l S 50 660 m 50 700 l S 150 660 m 150 700 l S 250 660 m 250 700 l S";
    let text = lines(&[(55, 112, "TT"), (155, 112, "Noi dung"), (55, 132, "1"), (155, 132, "Mo lop")]);
    let source = read_all(&pdf(&[&format!("{rules} {text}")], ""));
    assert_eq!(shown(&source), ["[TT | Noi dung / 1 | Mo lop]"]);
}

#[rstest::rstest]
#[case::no_pdf(b"%PDF-1.4 nothing", "pdf-damaged")]
#[case::empty(b"", "pdf-damaged")]
fn what_is_no_pdf_is_a_finding(#[case] bytes: &[u8], #[case] code: &str) {
    assert_eq!(read_all(bytes).findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [code]);
}

#[test]
fn a_page_without_text_is_a_finding() {
    let codes: Vec<_> = read_all(&pdf(&["q Q"], "")).findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["no-text-layer"]);
}

#[rstest::rstest]
#[case::failed(ForeignError::Failed("x".to_owned()), "pdf-parser-failed")]
#[case::slow(ForeignError::TooSlow, "pdf-too-slow")]
#[case::large(ForeignError::TooLarge, "pdf-too-large")]
fn a_parser_that_fails_is_a_finding(#[case] error: ForeignError, #[case] code: &str) {
    struct Failing(ForeignError);
    impl Foreign for Failing {
        fn run(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, ForeignError> {
            Err(self.0.clone())
        }
    }
    let source = read(b"%PDF-", &Failing(error));
    assert_eq!(source.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [code]);
}

proptest::proptest! {
    /// Wherever words stand, none is lost, blocks do not overlap, and noise comes in order.
    #[test]
    fn no_word_is_lost(words in proptest::collection::vec((0..600_i32, 0..800_i32, 1..4_usize, 0..3_usize), 0..60)) {
        let mut pages = vec![Page { width: 60_000, height: 80_000, ..Page::default() }; 3];
        for (index, (left, base, size, page)) in words.iter().enumerate() {
            let size = i32::try_from(*size).unwrap_or(1) * 600;
            let text = format!("w{index}w");
            pages[*page].pieces.push(pages::Piece { left: left * 100, right: left * 100 + size * 2, base: base * 100, size, text, ..pages::Piece::default() });
        }
        let source = source(Pages { pages, ..Pages::default() });
        for index in 0..words.len() {
            let word = format!("w{index}w");
            proptest::prop_assert!(source.text.contains(&word));
        }
        let spans: Vec<_> = source.blocks.iter().map(|block| match block { Block::Line(line) => line.span, Block::Table(table) => table.span }).collect();
        proptest::prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        proptest::prop_assert!(source.noise.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
        let mut covered = source.text.clone().into_bytes();
        spans.iter().for_each(|span| covered[span.range()].fill(b' '));
        proptest::prop_assert!(covered.iter().all(u8::is_ascii_whitespace));
    }

    /// What the child prints may be anything.
    #[test]
    fn any_output_is_taken(output in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _ = Pages::parse(&output).map(source);
    }

    /// A file may be broken anywhere.
    #[test]
    fn a_damaged_file_is_read_as_far_as_it_goes(at in 0..1500_usize, byte in proptest::num::u8::ANY) {
        let mut bytes = pdf(&["BT /F 10 Tf 50 700 Td (Mot hai) Tj ET"], "/ToUnicode 5 0 R");
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = std::panic::catch_unwind(|| extract(&bytes)).map(|output| Pages::parse(&output).map(source));
    }
}
