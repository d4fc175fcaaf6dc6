//! What readers and checkers that nobody here wrote say of the papers of every example's round: one of each kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use phongtrao_value::text::composed;
use rstest::rstest;

use crate::finished::{finished, name_of, papers};
use crate::oracles::is_valid;
use crate::papers::{is_sound, libreoffice_prints, paragraphs, say_the_same};
use crate::support::{printed, tool};
use crate::worked::{Round, worked};

#[rstest]
#[case::skills(("digital-skills", "tong-ket"), 18)]
#[case::command(("learning-partnership", "hang-nam"), 15)]
#[case::university(("lifelong-learning-university", "hang-nam"), 26)]
#[case::pathway(("member-pathway", "gioi-thieu"), 1)]
#[case::drive(("peak-drive", "tong-ket"), 12)]
fn one_paper_of_each_kind_is_sound(#[case] round: Round, #[case] kinds: usize) {
    let papers = one_of_each_kind(round);
    assert_eq!(papers.len(), kinds, "{papers:?}");
    for word in papers.values() {
        let pdf = word.with_extension("pdf");
        is_sound(&pdf);
        say_the_same(&pdf, word);
        keeps_its_letters(&pdf, word);
        is_valid(word);
    }
    let place = tempfile::tempdir().expect("a folder");
    libreoffice_prints(&with_names_of_their_own(papers, place.path()));
}

/// A Word file of each kind.
fn one_of_each_kind(round: Round) -> BTreeMap<&'static str, PathBuf> {
    let (out, finished) = (worked(round), finished(round));
    let mut of_kinds = BTreeMap::new();
    for word in papers(out) {
        of_kinds.entry(finished[&name_of(&word, out)].kind).or_insert(word);
    }
    of_kinds
}

/// `pdftotext` finds every word of the Word file in the PDF as often, letter by letter; more there are only page numbers and heads of tables said again.
fn keeps_its_letters(pdf: &Path, word: &Path) {
    let (Some(said), Some(mut pdftotext)) = (paragraphs(word), tool("pdftotext", &["-v"])) else { return };
    let (of_word, of_pdf) = (counted(&said), counted(&printed(pdftotext.arg("-layout").arg(pdf).arg("-"))));
    let lost: Vec<&String> =
        of_word.iter().filter(|(word, times)| of_pdf.get(*word).unwrap_or(&0) < *times).map(|(word, _)| word).collect();
    assert!(lost.is_empty(), "{}: {lost:?}", pdf.display());
    let is_number = |word: &str| word.chars().all(|letter| letter.is_ascii_digit());
    let new: Vec<&String> = of_pdf.keys().filter(|word| !of_word.contains_key(*word) && !is_number(word)).collect();
    assert!(new.is_empty(), "{}: {new:?}", pdf.display());
}

/// How often each word is there, in composed letters; a line may end at a dash.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    let text = composed(text);
    let words = text.split(|letter: char| letter.is_whitespace() || letter == '-');
    for word in words.filter(|word| word.contains(char::is_alphanumeric)) {
        *counted.entry(word.to_owned()).or_default() += 1;
    }
    counted
}

/// The same files in one folder under the names of their kinds: LibreOffice writes what it prints under the name alone.
fn with_names_of_their_own(papers: BTreeMap<&str, PathBuf>, place: &Path) -> Vec<PathBuf> {
    let folder = place.join("one-of-each");
    std::fs::create_dir(&folder).expect("a folder");
    let copied = papers.into_iter().map(|(kind, word)| {
        let copy = folder.join(format!("{kind}.docx"));
        std::fs::copy(word, &copy).expect("a copy");
        copy
    });
    copied.collect()
}
