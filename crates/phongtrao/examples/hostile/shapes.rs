//! Files made of one thing over and over: `shapes.txt`.

use phongtrao_ooxml::{PackageWriter, kind};

/// What a file is made of.
pub(crate) struct Shape {
    pub(crate) name: String,
    layout: String,
    /// How often the words stand in the shortest file.
    pub(crate) count: usize,
    words: String,
}

/// All of them.
pub(crate) fn all() -> Vec<Shape> {
    let lines = include_str!("shapes.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(shape).collect()
}

fn shape(line: &str) -> Shape {
    let mut parts = line.splitn(4, '|').map(str::to_owned);
    let mut next = || parts.next().expect("four parts, as the first line says");
    Shape { name: next(), layout: next(), count: next().parse().expect("a number"), words: next() }
}

impl Shape {
    /// A name for the file.
    pub(crate) fn file(&self) -> &'static str {
        match self.layout.split(' ').next() {
            Some("html") => "a.html",
            Some("docx") => "a.docx",
            _ => "a.txt",
        }
    }

    /// The file with the words so often.
    pub(crate) fn bytes(&self, count: usize) -> Vec<u8> {
        let each = |before: &str, after: &str| -> String {
            (0..count).map(|number| format!("{before}{}{after}", self.words.replace("{n}", &(number % 97 + 1).to_string()))).collect()
        };
        let nested = |open: &str, close: &str| format!("{}{}{}", open.repeat(count), self.words, close.repeat(count));
        match self.layout.as_str() {
            "lines" => each("", "\n").into_bytes(),
            "html rows" => format!("<table>{}</table>", each("<tr><td>", "</td></tr>")).into_bytes(),
            "html cells" => format!("<table><tr>{}</tr></table>", each("<td>", "</td>")).into_bytes(),
            "html paragraphs" => each("<p>", "</p>").into_bytes(),
            "html nested" => nested("<table><tr><td>", "</td></tr></table>").into_bytes(),
            "html lists" => nested("<ul><li>", "</li></ul>").into_bytes(),
            "html spans" => each("<b><i><span style='color:red'>", "").into_bytes(),
            "docx paragraphs" => package(&each("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")),
            "docx rows" => package(&format!("<w:tbl>{}</w:tbl>", each("<w:tr><w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc></w:tr>"))),
            "docx cells" => package(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", each("<w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc>"))),
            "docx nested" => {
                let innermost = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", self.words);
                let open = "<w:tbl><w:tr><w:tc>".repeat(count);
                package(&format!("{open}{innermost}{}", "</w:tc></w:tr></w:tbl>".repeat(count)))
            }
            _ => each("", "").into_bytes(),
        }
    }
}

/// A Word file with a body.
fn package(body: &str) -> Vec<u8> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const NAMESPACE: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    let mut writer = PackageWriter::new();
    writer.part("word/document.xml", MAIN, format!("<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"));
    writer.relate("", kind::OFFICE_DOCUMENT, "word/document.xml");
    writer.finish().expect("the parts fit")
}
