//! What readers and checkers that nobody here wrote say of the papers of every example's round: one of each kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rstest::rstest;

use crate::oracles::is_valid;
use crate::papers::{is_sound, libreoffice_prints, say_the_same};
use crate::support;
use crate::worked::{Round, worked};

#[rstest]
#[case::skills(("digital-skills", "tong-ket"), 18)]
#[case::command(("learning-partnership", "hang-nam"), 15)]
#[case::university(("lifelong-learning-university", "hang-nam"), 26)]
#[case::drive(("peak-drive", "tong-ket"), 12)]
fn one_paper_of_each_kind_is_sound(#[case] round: Round, #[case] kinds: usize) {
    let papers = one_of_each_kind(worked(round));
    assert!(papers.len() >= kinds, "{} kinds: {papers:?}", papers.len());
    for word in papers.values() {
        let pdf = word.with_extension("pdf");
        is_sound(&pdf);
        say_the_same(&pdf, word);
        is_valid(word);
    }
    let place = tempfile::tempdir().expect("a folder");
    libreoffice_prints(&with_names_of_their_own(papers, place.path()));
}

/// A Word file of each kind: files of one kind begin with the same words, or lie in a folder of their own.
fn one_of_each_kind(out: &Path) -> BTreeMap<String, PathBuf> {
    let mut papers = BTreeMap::new();
    let mut open = vec![out.to_owned()];
    while let Some(next) = open.pop() {
        for word in support::files(&next, "docx") {
            let name = word.file_stem().expect("a name").to_string_lossy().into_owned();
            let kind: Vec<&str> = name.split('-').take(4).collect();
            papers.entry(kind.join("-")).or_insert(word);
        }
        let entries = std::fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path());
        open.extend(entries.filter(|path| path.is_dir()));
    }
    papers
}

/// The same files in one folder under the names of their kinds: LibreOffice writes what it prints under the name alone.
fn with_names_of_their_own(papers: BTreeMap<String, PathBuf>, place: &Path) -> Vec<PathBuf> {
    let folder = place.join("one-of-each");
    std::fs::create_dir(&folder).expect("a folder");
    let copied = papers.into_iter().map(|(kind, word)| {
        let copy = folder.join(format!("{kind}.docx"));
        std::fs::copy(word, &copy).expect("a copy");
        copy
    });
    copied.collect()
}
