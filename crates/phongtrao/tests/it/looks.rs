//! An organisation's own templates and words, in the folder `papers` of its data.

use std::fs;
use std::path::{Path, PathBuf};

use phongtrao_ooxml::{Limits, Package};
use rstest::rstest;

use crate::run::{SMALL, data_of, folder, refused, run};
use crate::support::{document, printed, tool};

const DECISION: &str = "quyet-dinh/quyet-dinh-khen-thuong";

/// The data of an example with one file more in its folder of papers.
fn data_with(place: &Path, name: &str, text: &str) -> PathBuf {
    let data = data_of(SMALL.0, place);
    fs::create_dir(data.join("papers")).expect("a folder");
    fs::write(data.join("papers").join(name), text).expect("a file");
    data
}

#[test]
fn own_words_stand_in_both_formats() {
    let place = folder();
    let data = data_with(place.path(), "decision.toml", "enacts = \"NAY QUYẾT NGHỊ:\"\n");
    let out = place.path().join("out");
    printed(&mut run(SMALL, &data, &out));
    let bytes = fs::read(out.join(format!("{DECISION}.docx"))).expect("the decision");
    let mut package = Package::open(&bytes, Limits::default()).expect("a package");
    let document = package.part("word/document.xml").expect("a document");
    assert!(String::from_utf8(document.bytes).expect("UTF-8").contains("NAY QUYẾT NGHỊ:"));
}

/// What the template adds stands in the PDF beside what the paper says, and in the PDF alone.
#[test]
fn an_own_template_sets_the_paper() {
    const OWN: &str = "Mẫu riêng của Khoa";
    let place = folder();
    let template = format!("#import \"/letter.typ\": letter\n#letter(json(\"/paper.json\"))\n#align(right)[{OWN}]\n");
    let data = data_with(place.path(), "decision.typ", &template);
    let out = place.path().join("out");
    printed(&mut run(SMALL, &data, &out));
    let paper = |ending: &str| out.join(format!("{DECISION}.{ending}"));
    assert!(!document(&paper("docx")).text.contains(OWN));
    let Some(mut pdftotext) = tool("pdftotext", &["-v"]) else { return };
    let said = printed(pdftotext.arg(paper("pdf")).arg("-"));
    assert!(said.contains(OWN) && said.contains("QUYẾT ĐỊNH"), "{said}");
}

#[rstest]
#[case("decision.typ", "#let x = (\n", "decision.typ")]
#[case("decision.toml", "enact = \"x\"\n", "enact")]
#[case("decision.toml", "about = \"Về {topic}\"\n", "topic")]
#[case("decisions.toml", "", "decisions")]
fn a_fault_is_a_finding_and_leaves_no_folder(#[case] name: &str, #[case] text: &str, #[case] named: &str) {
    let place = folder();
    let data = data_with(place.path(), name, text);
    let out = place.path().join("out");
    let told = refused(&mut run(SMALL, &data, &out), &out);
    assert!(told.contains(named), "{told}");
}
