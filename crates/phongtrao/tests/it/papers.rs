//! What readers and checkers that nobody here wrote say of every paper: its example as PDF and as Word file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use phongtrao_value::text::composed;

use crate::conversions::{libreoffice, python_docx};
use crate::oracles::is_valid;
use crate::support::{self, printed, program};

/// The kinds of papers, as the program lists them.
pub(crate) fn kinds() -> Vec<String> {
    let listed = printed(program().arg("press"));
    listed.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The example of each kind, as PDF and as Word file.
pub(crate) struct Pressed {
    folder: PathBuf,
    pub(crate) kinds: Vec<String>,
}

impl Pressed {
    /// Made once, for all tests that only look at them.
    pub(crate) fn all() -> &'static Pressed {
        static ALL: LazyLock<Pressed> = LazyLock::new(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
            if folder.exists() {
                fs::remove_dir_all(&folder).expect("what an earlier run of the tests left is removed");
            }
            fs::create_dir_all(&folder).expect("a folder");
            Pressed::into(folder)
        });
        &ALL
    }

    fn into(folder: PathBuf) -> Pressed {
        let kinds = kinds();
        for kind in &kinds {
            let data = folder.join(format!("{kind}.toml"));
            fs::write(&data, printed(program().args(["press", kind, "--example"]))).expect("the folder can be written");
            let outs = ["pdf", "docx"].map(|ending| folder.join(format!("{kind}.{ending}")));
            let mut command = program();
            command.args(["press", kind, "--made-on", "2026-06-30", "--data"]).arg(&data);
            printed(command.arg("--out").arg(&outs[0]).arg("--out").arg(&outs[1]));
        }
        Pressed { folder, kinds }
    }

    pub(crate) fn file(&self, kind: &str, ending: &str) -> PathBuf {
        self.folder.join(format!("{kind}.{ending}"))
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let place = tempfile::tempdir().expect("a folder");
    let (one, other) = (Pressed::all(), &Pressed::into(place.path().to_owned()));
    for kind in &one.kinds {
        for ending in ["pdf", "docx"] {
            let bytes = |pressed: &Pressed| fs::read(pressed.file(kind, ending)).expect("the paper is there");
            assert!(bytes(one) == bytes(other), "{kind}.{ending}");
        }
    }
}

#[test]
fn pdf_is_sound_and_has_its_letters() {
    let pressed = Pressed::all();
    pressed.kinds.iter().for_each(|kind| is_sound(&pressed.file(kind, "pdf")));
}

/// A tagged PDF without a fault, with all its letters.
pub(crate) fn is_sound(file: &Path) {
    let name = file.display();
    let Some(mut qpdf) = support::tool("qpdf", &["--version"]) else { return };
    let checked = qpdf.arg("--check").arg(file).output().expect("qpdf starts");
    assert!(checked.status.success(), "{name}: {}", String::from_utf8_lossy(&checked.stderr));
    let Some(mut pdffonts) = support::tool("pdffonts", &["-v"]) else { return };
    let fonts = printed(pdffonts.arg(file));
    for font in fonts.lines().skip(2) {
        // Columns from the right: object and its generation, then whether it maps to Unicode, is a subset, is embedded.
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(columns.get(2..5), Some(&["yes", "yes", "yes"][..]), "{name}: {font}");
    }
    let asked = |option: Option<&str>| Some(printed(support::tool("pdfinfo", &["-v"])?.args(option).arg(file)));
    let (Some(info), Some(described)) = (asked(None), asked(Some("-meta"))) else { return };
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{name}: {info}");
    assert!(described.contains("<pdfaid:part>2<") && described.contains("<pdfaid:conformance>A<"), "{name}: {described}");
}

/// All paragraphs in the order of the file, those in tables too; a cell that several columns or rows share is one.
const PARAGRAPHS: &str = r#"
import sys
import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

document = docx.Document(sys.argv[1])
for paragraph in document.element.body.iter(qn("w:p")):
    print(Paragraph(paragraph, document).text.replace("\n", " "))
"#;

#[test]
fn pdf_and_word_say_the_same_in_the_same_order() {
    let pressed = Pressed::all();
    pressed.kinds.iter().for_each(|kind| say_the_same(&pressed.file(kind, "pdf"), &pressed.file(kind, "docx")));
}

/// The text of the structure tree of a PDF is that of the paragraphs and cells of the Word file, one by one.
pub(crate) fn say_the_same(pdf: &Path, docx: &Path) {
    let Some(word) = paragraphs(docx) else { return };
    let Some(mut pdfinfo) = support::tool("pdfinfo", &["-v"]) else { return };
    // Titles of headings are printed in the encoding of the file; the text itself is UTF-8.
    let structure = pdfinfo.arg("-struct-text").arg(pdf).output().expect("pdfinfo starts").stdout;
    let (of_pdf, of_word) = (blocks(&String::from_utf8_lossy(&structure)), filled(word.lines().map(without_gaps)));
    let differs = of_pdf.iter().zip(&of_word).find(|(one, other)| one != other);
    assert_eq!(differs, None, "{}", pdf.display());
    assert_eq!(of_pdf.len(), of_word.len(), "{}", pdf.display());
}

/// The paragraphs of a Word file as python-docx reads them, a line each.
pub(crate) fn paragraphs(docx: &Path) -> Option<String> {
    Some(printed(python_docx()?.env("PYTHONIOENCODING", "utf-8").args(["-c", PARAGRAPHS]).arg(docx)))
}

/// The elements of a structure tree that hold a paragraph.
const BLOCKS: [&str; 10] = ["P", "H", "H1", "H2", "H3", "TD", "TH", "LBody", "Lbl", "Caption"];

/// The words of each paragraph of a structure tree: what stands in quotes on lines of their own.
fn blocks(structure: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    for line in structure.lines().map(str::trim) {
        match line.strip_prefix('"').and_then(|line| line.strip_suffix('"')) {
            Some(words) => blocks
                .last_mut()
                .map_or_else(|| panic!("{words} stands in no paragraph"), |block: &mut String| block.push_str(&without_gaps(words))),
            None if BLOCKS.contains(&line.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default()) => {
                blocks.push(String::new())
            }
            None => {}
        }
    }
    filled(blocks.into_iter())
}

fn filled(blocks: impl Iterator<Item = String>) -> Vec<String> {
    blocks.filter(|block| !block.is_empty()).collect()
}

/// All but white space: lines end where the column does.
fn without_gaps(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn libreoffice_opens_the_word_file_and_prints_the_same_words() {
    let pressed = Pressed::all();
    let files: Vec<PathBuf> = pressed.kinds.iter().map(|kind| pressed.file(kind, "docx")).collect();
    libreoffice_prints(&files);
}

/// `pdftotext` finds every word of the Word file in the PDF as often, letter by letter; more there are only page numbers and heads of tables said again.
pub(crate) fn keeps_its_letters(pdf: &Path, word: &Path) {
    let (Some(said), Some(mut pdftotext)) = (paragraphs(word), support::tool("pdftotext", &["-v"])) else { return };
    let (of_word, of_pdf) = (counted(&said), counted(&printed(pdftotext.arg("-layout").arg(pdf).arg("-"))));
    let lost: Vec<&String> =
        of_word.iter().filter(|(word, times)| of_pdf.get(*word).unwrap_or(&0) < *times).map(|(word, _)| word).collect();
    assert!(lost.is_empty(), "{}: {lost:?}", pdf.display());
    let is_number = |word: &str| word.chars().all(|letter| letter.is_ascii_digit());
    let new: Vec<&String> = of_pdf.keys().filter(|word| !of_word.contains_key(*word) && !is_number(word)).collect();
    assert!(new.is_empty(), "{}: {new:?}", pdf.display());
}

/// How often each word is there, in composed letters; lines may end, and narrow columns meet, at any other sign.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for word in composed(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counted.entry(word.to_owned()).or_default() += 1;
    }
    counted
}

/// LibreOffice opens Word files of different names and prints all their words, each as often.
pub(crate) fn libreoffice_prints(files: &[PathBuf]) {
    let out = tempfile::tempdir().expect("a folder");
    let Some(()) = libreoffice("pdf", files, out.path()) else { return };
    for file in files {
        keeps_its_letters(&out.path().join(file.file_name().expect("a name")).with_extension("pdf"), file);
    }
}

#[test]
fn the_open_xml_validator_finds_no_fault() {
    let pressed = Pressed::all();
    pressed.kinds.iter().for_each(|kind| is_valid(&pressed.file(kind, "docx")));
}

/// Where Debian puts PDFBox with its checker of PDF/A-1b, and what that needs.
const PREFLIGHT: [&str; 7] =
    ["preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar", "javax.activation.jar", "jaxb-api.jar"];

#[test]
fn written_as_a1b_every_paper_passes_the_preflight_of_pdfbox() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for kind in kinds() {
        let (data, out) = (folder.path().join(format!("{kind}.toml")), folder.path().join(format!("{kind}.pdf")));
        fs::write(&data, printed(program().args(["press", &kind, "--example"]))).expect("the folder can be written");
        printed(
            program().args(["press", &kind, "--standard", "a1b", "--made-on", "2026-06-30", "--data"]).arg(&data).arg("--out").arg(&out),
        );
        files.push(out);
    }
    pass_the_preflight(&files);
}

/// PDFBox finds nothing in these files that PDF/A-1b forbids.
pub(crate) fn pass_the_preflight(files: &[PathBuf]) {
    let Some(mut java) = support::tool("java", &["-version"]) else { return };
    let parts = PREFLIGHT.map(|name| Path::new("/usr/share/java").join(name));
    if let Some(missing) = parts.iter().find(|part| !part.is_file()) {
        return support::skip(&format!("{} is not installed: libpdfbox2-java libactivation-java libjaxb-api-java", missing.display()));
    }
    // One run for all: a list of files in, one report beside the list out.
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list");
    let lines: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
    fs::write(&list, lines).expect("the folder can be written");
    java.arg("-cp").arg(std::env::join_paths(&parts).expect("paths")).arg("org.apache.pdfbox.preflight.Validator_A1b");
    java.args(["xml", "group"]).arg(&list).output().expect("java starts");
    let report = fs::read_to_string(folder.path().join("list.preflight.xml")).expect("the report of the preflight");
    let faulty: Vec<&str> = report.split("<preflight ").skip(1).filter(|file| !file.contains("\">true</isValid>")).collect();
    assert!(faulty.is_empty(), "{}", faulty.join("\n"));
    assert_eq!(report.matches("\">true</isValid>").count(), files.len(), "{report}");
}

/// Rows of so many words each, the first and the last of which say to which row they belong, on the pages of a table of nominees.
fn pages_of_rows(rows: usize, words: usize) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut fields: toml::Table = printed(program().args(["press", "nominee-table", "--example"])).parse().expect("TOML");
    let groups = fields.get_mut("groups").and_then(toml::Value::as_array_mut).expect("groups");
    groups.truncate(1);
    let nominees = groups[0].get_mut("nominees").and_then(toml::Value::as_array_mut).expect("nominees");
    let one = nominees[0].clone();
    *nominees = (0..rows).map(|_| one.clone()).collect();
    for (row, nominee) in nominees.iter_mut().enumerate() {
        let opinion = format!("first{row} {}last{row}", "điều kiện ".repeat(words));
        nominee.as_table_mut().expect("a nominee").insert("opinion".to_owned(), opinion.into());
    }
    let (data, out) = (folder.path().join("table.toml"), folder.path().join("table.pdf"));
    fs::write(&data, fields.to_string()).expect("the folder can be written");
    printed(program().args(["press", "nominee-table", "--data"]).arg(&data).arg("--out").arg(&out));
    let text = printed(support::tool("pdftotext", &["-v"])?.arg(&out).arg("-"));
    Some(text.split('\u{c}').map(str::to_owned).collect())
}

#[test]
fn rows_of_a_table_stay_whole_on_one_page() {
    let Some(pages) = pages_of_rows(12, 20) else { return };
    for row in 0..12 {
        let page_of = |word: &str| pages.iter().position(|page| page.split_whitespace().any(|own| own == word));
        let (first, last) = (page_of(&format!("first{row}")), page_of(&format!("last{row}")));
        assert!(first.is_some() && first == last, "row {row} begins on page {first:?} and ends on page {last:?}");
    }
    assert!(pages.len() > 3, "the rows take more than one page");
}

#[test]
fn a_row_that_is_taller_than_a_page_goes_on_over_the_next() {
    let Some(pages) = pages_of_rows(2, 400) else { return };
    let words = pages.concat().split_whitespace().filter(|word| *word == "kiện").count();
    assert_eq!(words, 800);
    assert!(pages.concat().contains("last1") && pages.len() > 4);
}

/// A paper on nobody is none.
#[rstest::rstest]
#[case("decision", "groups")]
#[case("ballot-list", "groups")]
#[case("bonus-list", "payees")]
#[case("attendance-roll", "people")]
fn an_empty_list_is_a_finding_and_leaves_no_file(#[case] kind: &str, #[case] list: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut fields: toml::Table = printed(program().args(["press", kind, "--example"])).parse().expect("TOML");
    fields.insert(list.to_owned(), toml::Value::Array(Vec::new()));
    if let Some(posthumous) = fields.get_mut("posthumous") {
        *posthumous = toml::Value::Array(Vec::new());
    }
    let data = folder.path().join("fields.toml");
    fs::write(&data, fields.to_string()).expect("the folder can be written");
    for ending in ["pdf", "docx"] {
        let out = folder.path().join(format!("paper.{ending}"));
        let output =
            program().args(["press", kind, "--lang", "en", "--data"]).arg(&data).arg("--out").arg(&out).output().expect("it starts");
        assert!(!output.status.success() && !out.exists(), "{kind}.{ending}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("empty list"), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A certificate whose data has a fault, with an own template: the fault is told in the file in which it is mended, and no file is made.
#[rstest::rstest]
#[case::letter_of_the_data("Sông 雨", "#import \"/face.typ\": face\n#face(json(\"/paper.json\"))\n", "data.toml")]
#[case::template("Sông Ngàn", "#(1 +)\n", "own.typ")]
fn a_fault_is_told_where_it_is_mended(#[case] name: &str, #[case] template: &str, #[case] told: &str) {
    let place = tempfile::tempdir().expect("a folder");
    let file = |name: &str| place.path().join(name);
    let example = printed(program().args(["press", "certificate", "--example"]));
    fs::write(file("data.toml"), example.replace("Sông Ngàn", name)).expect("the folder can be written");
    fs::write(file("own.typ"), template).expect("the folder can be written");
    let mut command = program();
    command.args(["press", "certificate", "--data"]).arg(file("data.toml")).arg("--template").arg(file("own.typ"));
    // The Word file can be set: it knows nothing of templates.
    let ended = command.arg("--out").arg(file("a.docx")).arg("--out").arg(file("a.pdf")).output().expect("the command starts");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code() == Some(1) && said.contains(&file(told).display().to_string()), "{said}");
    assert!(!file("a.docx").exists() && !file("a.pdf").exists());
}

#[test]
fn a_file_that_is_asked_for_twice_is_made_once() {
    let place = tempfile::tempdir().expect("a folder");
    let (data, out) = (place.path().join("data.toml"), place.path().join("a.docx"));
    fs::write(&data, printed(program().args(["press", "certificate", "--example"]))).expect("the folder can be written");
    let mut command = program();
    command.args(["press", "certificate", "--data"]).arg(&data).arg("--out").arg(&out).arg("--out").arg(&out);
    assert_eq!(printed(&mut command).lines().count(), 1);
}

/// The ending says the format, whatever its letters; of another nothing is written.
#[rstest::rstest]
#[case::word("paper.DOCX", Some(b"PK".as_slice()))]
#[case::pdf("paper.Pdf", Some(b"%PDF".as_slice()))]
#[case::another("paper.txt", None)]
#[case::none("paper", None)]
fn an_ending_says_the_format(#[case] name: &str, #[case] begins: Option<&[u8]>) {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("fields.toml"), folder.path().join(name));
    fs::write(&data, printed(program().args(["press", "cover-note", "--example"]))).expect("the folder can be written");
    let output = program().args(["press", "cover-note", "--data"]).arg(&data).arg("--out").arg(&out).output().expect("it starts");
    assert_eq!(output.status.success(), begins.is_some());
    assert_eq!(fs::read(&out).ok().map(|bytes| begins.is_some_and(|begins| bytes.starts_with(begins))), begins.map(|_| true));
}
