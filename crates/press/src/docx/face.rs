//! A face as a Word file: paragraphs with exact distances, and a table of two columns without borders for what stands beside each other at the foot.

use std::fmt::Write as _;
use std::io;

use phongtrao_document::write::Side;
use phongtrao_ooxml::{PackageWriter, escaped, kind};

use crate::composed::{Face, FaceLine, FacePicture};
use crate::pdf::world::width;

const FOLDER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const DOCUMENT: &str = "word/document.xml";
const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const NAMESPACES_OF_PICTURES: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The margins of a page without a border, in millimetres: no line stands nearer to an edge.
const MARGIN: f64 = 5.0;
/// How far the margins stand within a border, in millimetres.
const WITHIN_BORDER: f64 = 4.0;
/// The distance of two lines of one paragraph, for letters of size one.
const SPACING: f64 = 1.3;
/// How much of a line of exact height stands below the letters' foot.
const BELOW: f64 = 0.2;
/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// The measure of drawings in a millimetre.
const DRAWN: f64 = 36000.0;
/// The picture's place in the package, and what the document calls it.
const EMBLEM: &str = "word/media/emblem.png";

pub(super) fn docx(face: &Face) -> Result<Vec<u8>, io::Error> {
    let mut package = PackageWriter::new();
    package.relate("", kind::OFFICE_DOCUMENT, DOCUMENT);
    package.relate(DOCUMENT, kind::STYLES, "word/styles.xml");
    let emblem = face.emblem.as_ref().map(|placed| {
        let id = package.relate(DOCUMENT, kind::IMAGE, EMBLEM);
        package.part(EMBLEM, "image/png", placed.picture.bytes());
        drawing(placed, &id)
    });
    package.part(DOCUMENT, &format!("{FOLDER}document.main+xml"), document(face, emblem.as_deref().unwrap_or_default()));
    package.part("word/styles.xml", &format!("{FOLDER}styles+xml"), styles(face));
    package.finish()
}

/// A style for each kind of line; what differs from sheet to sheet stands beside the line.
fn styles(face: &Face) -> String {
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
         w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>\
         <w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    let mut named: Vec<&FaceLine> = Vec::new();
    for line in face.sheets.iter().flatten() {
        if named.iter().all(|known| known.spot != line.spot) {
            named.push(line);
        }
    }
    for line in named {
        let name = style_of(line);
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{name}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
            if line.spot == crate::faces::Spot::Honour { "<w:outlineLvl w:val=\"0\"/>" } else { "" },
            look(line)
        );
    }
    out.push_str("</w:styles>");
    out
}

fn look(line: &FaceLine) -> String {
    let mut out = String::new();
    out.push_str(if line.bold { "<w:b/><w:bCs/>" } else { "" });
    out.push_str(if line.italic { "<w:i/><w:iCs/>" } else { "" });
    out.push_str(if line.red { "<w:color w:val=\"C81020\"/>" } else { "" });
    let _ = write!(out, "<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", (line.size * 2.0).round());
    out.push_str(if line.ruled { "<w:u w:val=\"single\"/>" } else { "" });
    out
}

fn style_of(line: &FaceLine) -> String {
    format!("Face{:?}", line.spot)
}

/// The picture at its place on the page, behind the words.
fn drawing(placed: &FacePicture, id: &str) -> String {
    // A sheet is some hundred millimetres wide.
    let [x, y, width, height] = [placed.x, placed.y, placed.width, placed.height].map(|measure| (measure * DRAWN).round().max(0.0) as u32);
    format!(
        "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"1\" locked=\"0\" \
         layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"page\"><wp:posOffset>{x}</wp:posOffset></wp:positionH>\
         <wp:positionV relativeFrom=\"page\"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:wrapNone/>\
         <wp:docPr id=\"1\" name=\"emblem\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"emblem\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/>\
         </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\">\
         <a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
}

fn document(face: &Face, emblem: &str) -> String {
    let margin = face.border.map_or(MARGIN, |border| border + WITHIN_BORDER);
    let mut out = format!("{DECLARATION}<w:document {NAMESPACE} {NAMESPACES_OF_PICTURES}><w:body>");
    for (index, lines) in face.sheets.iter().enumerate() {
        sheet(&mut out, face, lines, margin, &smallest(index > 0, emblem));
    }
    let _ = write!(
        out,
        "{}<w:sectPr><w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/>{}</w:sectPr>",
        smallest(false, ""),
        twentieths(face.width),
        twentieths(face.height),
        borders(face),
        margin = twentieths(margin),
    );
    out.push_str("</w:body></w:document>");
    out
}

fn borders(face: &Face) -> String {
    let Some(inset) = face.border else { return String::new() };
    // Word knows distances up to 31 points.
    let space = (inset * POINTS).round().clamp(0.0, 31.0);
    let sides = ["top", "left", "bottom", "right"]
        .map(|side| format!("<w:{side} w:val=\"thickThinSmallGap\" w:sz=\"18\" w:space=\"{space}\" w:color=\"C81020\"/>"));
    format!("<w:pgBorders w:offsetFrom=\"page\">{}</w:pgBorders>", sides.concat())
}

/// A paragraph of a point, where markup needs one.
fn smallest(on_new_page: bool, content: &str) -> String {
    let page = if on_new_page { "<w:pageBreakBefore/>" } else { "" };
    format!(
        "<w:p><w:pPr>{page}<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr>{content}</w:p>"
    )
}

fn sheet(out: &mut String, face: &Face, lines: &[FaceLine], margin: f64, first: &str) {
    out.push_str(first);
    let middle = face.width / 2.0;
    let spans = |line: &&FaceLine| line.x < middle && middle < line.x + line.width;
    let mut above = margin * POINTS + 1.0;
    column(out, lines.iter().filter(spans), &mut above, margin, face.width - margin);
    let foot = |right: bool| lines.iter().filter(|line| !spans(line)).filter(move |line| (line.x >= middle) == right);
    if foot(false).chain(foot(true)).next().is_none() {
        return;
    }
    let width = twentieths(middle - margin);
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/>\
         <w:gridCol w:w=\"{width}\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
        width * 2
    );
    for (right, from, to) in [(false, margin, middle), (true, middle, face.width - margin)] {
        let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        let mut above = above;
        if foot(right).next().is_none() {
            out.push_str(&smallest(false, ""));
        }
        column(out, foot(right), &mut above, from, to);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr></w:tbl>");
}

/// Lines one below the other in the room between two edges; `above` is how far the page is filled, in points.
fn column<'a>(out: &mut String, lines: impl Iterator<Item = &'a FaceLine>, above: &mut f64, from: f64, to: f64) {
    let mut lines: Vec<&FaceLine> = lines.collect();
    lines.sort_by(|one, other| one.y.total_cmp(&other.y));
    for line in lines {
        let (size, number) = fitted(line);
        let height = size * SPACING;
        let foot = line.y * POINTS;
        let before = (foot - height * (1.0 - BELOW) - *above).max(0.0);
        *above += before + height * f64::from(number);
        let side = match line.side {
            Side::Left => "left",
            Side::Middle => "center",
            Side::Right => "right",
        };
        let _ = write!(
            out,
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/><w:spacing w:before=\"{}\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/><w:ind w:left=\"{}\" w:right=\"{}\"/>\
             <w:jc w:val=\"{side}\"/></w:pPr>",
            style_of(line),
            (before * 20.0).round(),
            (height * 20.0).round(),
            twentieths(line.x - from),
            twentieths(to - line.x - line.width),
        );
        run(out, line, size);
        out.push_str("</w:p>");
    }
}

fn run(out: &mut String, line: &FaceLine, size: f64) {
    out.push_str("<w:r>");
    if size < line.size {
        let _ = write!(out, "<w:rPr><w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr>", (size * 2.0).round());
    }
    for (index, words) in line.words.split('\n').enumerate() {
        out.push_str(if index > 0 { "<w:br/>" } else { "" });
        let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(words));
    }
    out.push_str("</w:r>");
}

/// The size at which the words have room, and how many lines they take in letters of the measures of Times New Roman.
fn fitted(line: &FaceLine) -> (f64, u8) {
    let mut size = line.size;
    loop {
        let lines = lines_at(line, size);
        if lines <= line.lines || size <= 6.0 {
            return (size, lines);
        }
        size -= 0.5;
    }
}

fn lines_at(line: &FaceLine, size: f64) -> u8 {
    let room = line.width * POINTS / size;
    line.words.split('\n').fold(0, |lines, words| u8::saturating_add(lines, wrapped(words, room, line.bold, line.italic)))
}

/// How many lines words take in a room, broken where they have blanks; the room is measured in letters of size one.
fn wrapped(words: &str, room: f64, bold: bool, italic: bool) -> u8 {
    let blank = width(" ", bold, italic);
    let mut filled = 0.0;
    let mut lines = 1_u8;
    for word in words.split(' ') {
        let word = width(word, bold, italic);
        if filled > 0.0 && filled + blank + word > room {
            lines = lines.saturating_add(1);
            filled = word;
        } else {
            filled += if filled > 0.0 { blank + word } else { word };
        }
    }
    lines
}

/// Millimetres in twentieths of a point, not below nothing.
fn twentieths(millimetres: f64) -> u32 {
    // A sheet is some hundred millimetres wide.
    (millimetres * POINTS * 20.0).round().max(0.0) as u32
}
