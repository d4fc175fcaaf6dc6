//! What readers and checkers that nobody here wrote say of the papers of every example's round: one of each kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rstest::rstest;

use crate::finished::{finished, name_of, papers};
use crate::oracles::is_valid;
use crate::papers::{is_sound, keeps_its_letters, libreoffice_prints, say_the_same};
use crate::worked::{Round, worked};

#[rstest]
#[case::skills(("digital-skills", "tong-ket"), 17)]
#[case::command(("learning-partnership", "hang-nam"), 19)]
#[case::university(("lifelong-learning-university", "hang-nam"), 25)]
#[case::pathway(("member-pathway", "gioi-thieu"), 1)]
#[case::drive(("peak-drive", "tong-ket"), 14)]
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
