//! The same documents in other formats score as their text does. `docs/conversions.md` says what the conversions lose.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use rstest::rstest;

use crate::examples::{NAMES, letter};
use crate::score::score;
use crate::support::{self, printed, program};

/// How far below the score of the text that of a conversion may lie.
const MARGIN: f64 = 0.02;

/// One conversion of files into a folder; none where its tool is not installed.
type Conversion = fn(&[PathBuf], &Path) -> Option<()>;

#[rstest]
#[case::word_file_of_libreoffice(word_file)]
#[case::page_of_libreoffice(page)]
#[case::pdf_of_libreoffice(pdf)]
#[case::word_file_with_a_paragraph_a_line(paragraph_a_line)]
fn a_conversion_scores_as_its_text(#[case] convert: Conversion) {
    let Some(shared) = support::shared() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (texts, converted) = (folder.path().join("texts"), folder.path().join("converted"));
    let Some(()) = convert(&labelled(&shared, &texts), &converted) else { return };
    let (Some(of_texts), Some(of_converted)) = (overall(&shared, &texts), overall(&shared, &converted)) else { return };
    assert!(of_converted + MARGIN >= of_texts, "{of_converted} is too far below {of_texts}");
}

/// What a letter in PDF tells as its text does: all that is read for comparison.
const FIELDS: [&str; 13] = [
    "kind",
    "number",
    "issued_on",
    "place",
    "issuer",
    "superior",
    "title",
    "legal_bases",
    "outline",
    "deadlines",
    "responsibilities",
    "recipients",
    "signatory",
];

#[rstest]
#[case::of_libreoffice(letters_of_libreoffice)]
#[case::of_chromium(letters_of_chromium)]
fn a_letter_in_pdf_reads_as_its_text(#[case] convert: Conversion) {
    let folder = tempfile::tempdir().expect("a folder");
    let letters: Vec<PathBuf> = NAMES.iter().map(|name| letter(name)).collect();
    let Some(()) = convert(&letters, folder.path()) else { return };
    for (name, letter) in NAMES.iter().zip(&letters) {
        let (text, pdf) = (read(&letter.with_extension("txt")), read(&folder.path().join(name).with_extension("pdf")));
        for field in FIELDS {
            assert_eq!(pdf[field], text[field], "{field} of {name}");
            assert!(!text[field].is_null() || field == "superior", "{field} of {name}");
        }
    }
}

fn letters_of_libreoffice(letters: &[PathBuf], out: &Path) -> Option<()> {
    libreoffice("pdf", letters, out)
}

/// A page of the letter in a Word file, as one publishes it: the same paragraphs and tables, without drawn lines.
const LETTER_AS_PAGE: &str = r#"
import html, pathlib, sys
import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

out = pathlib.Path(sys.argv[1])

def shown(paragraph, indent):
    alignment = paragraph.alignment
    if alignment is None:
        alignment = paragraph.style.paragraph_format.alignment
    centred = alignment == 1
    look = "text-align:center" if centred else f"text-indent:{indent}"
    weight = "bold" if any(run.bold for run in paragraph.runs) else "normal"
    # Who copies a letter into a page loses the spaces that hold.
    words = paragraph.text.replace("\u00a0", " ")
    return f'<p style="margin:4px 0;font-weight:{weight};{look}">{html.escape(words) or "&nbsp;"}</p>'

for letter in map(pathlib.Path, sys.argv[2:]):
    document = docx.Document(letter)
    page = ['<meta charset="utf-8"><body style="font:14pt serif">']
    for block in document.element.body:
        if block.tag == qn("w:p"):
            page.append(shown(Paragraph(block, document), "1cm"))
        elif block.tag == qn("w:tbl"):
            page.append('<table style="width:100%">')
            for row in Table(block, document).rows:
                cells = ("".join(shown(paragraph, "0") for paragraph in cell.paragraphs) for cell in row.cells)
                page.append("<tr>" + "".join(f'<td style="vertical-align:top">{cell}</td>' for cell in cells) + "</tr>")
            page.append("</table>")
    (out / f"{letter.stem}.html").write_text("".join(page), encoding="utf-8")
"#;

fn letters_of_chromium(letters: &[PathBuf], out: &Path) -> Option<()> {
    let pages = tempfile::tempdir().expect("a folder");
    printed(python_docx()?.args(["-c", LETTER_AS_PAGE]).arg(pages.path()).args(letters));
    for page in support::files(pages.path(), "html") {
        let profile = tempfile::tempdir().expect("a folder");
        let mut chromium = support::tool("chromium", &["--version"])?;
        chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
        chromium.arg(format!("--user-data-dir={}", profile.path().display()));
        let print = out.join(page.file_name().expect("a file")).with_extension("pdf");
        printed(chromium.arg(format!("--print-to-pdf={}", print.display())).arg(&page));
    }
    Some(())
}

/// What the program reads from a file.
fn read(file: &Path) -> serde_json::Value {
    serde_json::from_str(&printed(program().arg("read").arg(file).arg("--json"))).expect("JSON")
}

/// The score of the files of a folder over all fields.
fn overall(shared: &Path, folder: &Path) -> Option<f64> {
    let readings = tempfile::tempdir().expect("a folder");
    printed(program().arg("read").arg(folder).args(["--json", "--out"]).arg(readings.path()));
    Some(score(shared, readings.path())?["overall"].0)
}

/// Copies of the texts that have labels, without the line that says where they were found.
fn labelled(shared: &Path, folder: &Path) -> Vec<PathBuf> {
    std::fs::create_dir(folder).expect("a new folder");
    let texts = ["corpus", "seeds"].into_iter().flat_map(|from| support::files(&shared.join(from), "txt"));
    let copies = texts.filter_map(|text| {
        let name = text.file_name().expect("a file");
        let label = shared.join("reading/labels").join(name).with_extension("json");
        label.is_file().then(|| {
            let written = std::fs::read_to_string(&text).expect("UTF-8");
            let found = written.strip_prefix("# source:").and_then(|rest| rest.split_once('\n'));
            let copy = folder.join(name);
            std::fs::write(&copy, found.map_or(written.as_str(), |(_, rest)| rest)).expect("written");
            copy
        })
    });
    copies.collect()
}

fn word_file(texts: &[PathBuf], out: &Path) -> Option<()> {
    libreoffice("docx", texts, out)
}

fn page(texts: &[PathBuf], out: &Path) -> Option<()> {
    libreoffice("html", texts, out)
}

fn pdf(texts: &[PathBuf], out: &Path) -> Option<()> {
    libreoffice("pdf", texts, out)
}

/// LibreOffice runs once at a time: two at work on two cores only wait for each other.
static LIBREOFFICE: Mutex<()> = Mutex::new(());

/// All files in another format by LibreOffice, with a profile of its own.
pub(crate) fn libreoffice(format: &str, files: &[PathBuf], out: &Path) -> Option<()> {
    let mut soffice = support::tool("soffice", &["--version"])?;
    let _one = LIBREOFFICE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let profile = tempfile::tempdir().expect("a folder");
    soffice.arg("--headless").arg(format!("-env:UserInstallation=file://{}", profile.path().display()));
    if files.iter().all(|file| file.extension().is_some_and(|ending| ending == "txt")) {
        // Without it letters with marks are taken for those of an old code page.
        soffice.arg("--infilter=Text (encoded):UTF8");
    } else if files.iter().any(|file| file.extension().is_some_and(|ending| ending == "csv")) {
        // The same of CSV: commas, quotation marks, UTF-8 from the first line on, Vietnamese, numbers and days recognised as they are where one opens it.
        soffice.arg("--infilter=CSV:44,34,76,1,,1066,false,true");
    }
    printed(soffice.args(["--convert-to", format, "--outdir"]).arg(out).args(files));
    assert_eq!(support::files(out, format).len(), files.len(), "a file was not converted");
    Some(())
}

/// A Word file with a paragraph for each line of a text, as one gets by pasting a text into it.
const PARAGRAPH_A_LINE: &str = r#"
import pathlib, sys
import docx

out = pathlib.Path(sys.argv[1])
for text in map(pathlib.Path, sys.argv[2:]):
    document = docx.Document()
    for line in text.read_text(encoding="utf-8").split("\n"):
        document.add_paragraph(line)
    document.save(out / f"{text.stem}.docx")
"#;

fn paragraph_a_line(texts: &[PathBuf], out: &Path) -> Option<()> {
    std::fs::create_dir(out).expect("a new folder");
    printed(python_docx()?.args(["-c", PARAGRAPH_A_LINE]).arg(out).args(texts));
    Some(())
}

/// Python, where python-docx is installed.
pub(crate) fn python_docx() -> Option<Command> {
    let there = Command::new("python3").args(["-c", "import docx"]).output().is_ok_and(|output| output.status.success());
    if !there {
        support::skip("python-docx is not installed");
    }
    there.then(|| Command::new("python3"))
}
