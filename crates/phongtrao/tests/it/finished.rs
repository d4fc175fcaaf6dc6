//! An official text with its completion comes to the papers of the finished plan, word for word.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use phongtrao_clerk::prepared::{Prepared, Sources, prepare};
use phongtrao_clerk::{Content, Handed, Organisation, work};
use phongtrao_document::read::NoParsers;
use phongtrao_judge::population::Alone;
use phongtrao_press::{Style, docx};
use phongtrao_register::Index;
use rstest::rstest;

use crate::examples::example;
use crate::support;
use crate::worked::{ROUNDS, Round, worked};

/// A paper of a round of the finished plan.
pub(crate) struct Finished {
    /// Its kind.
    pub(crate) kind: &'static str,
    /// Its words, as its Word file reads.
    words: String,
}

/// What stands otherwise in the official text than in the plan that a desk finished of it.
struct Apart {
    example: &'static str,
    paper: &'static str,
    of_text: &'static str,
    of_plan: &'static str,
}

const APART: [Apart; 1] = [
    // A completion does not change what a signed text cites; the finished plan cites the decree that is in force.
    Apart {
        example: "lifelong-learning-university",
        paper: "ke-hoach/ke-hoach",
        of_text: "98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        of_plan: "152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định \
                  chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
    },
];

#[rstest]
fn the_papers_of_an_official_text_are_those_of_the_finished_plan(#[values(0, 1, 2, 3, 4, 5, 6, 7)] round: usize) {
    let round = ROUNDS[round];
    let (out, finished) = (worked(round), finished(round));
    let there: Vec<String> = papers(out).iter().map(|path| name_of(path, out)).collect();
    let mut expected: Vec<&String> = finished.keys().collect();
    expected.sort();
    assert_eq!(there.iter().collect::<Vec<_>>(), expected);
    let mut differing = Vec::new();
    for (path, paper) in &finished {
        let mut words = words(&fs::read(out.join(format!("{path}.docx"))).expect("the paper"));
        for apart in APART.iter().filter(|apart| apart.example == round.0 && apart.paper == path) {
            assert!(words.contains(apart.of_text), "{path} no longer says: {}", apart.of_text);
            words = words.replace(apart.of_text, apart.of_plan);
        }
        differing.extend(first_difference(&words, &paper.words).map(|lines| format!("{path}: {lines}")));
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

fn first_difference(of_text: &str, of_plan: &str) -> Option<String> {
    let lines = || of_text.lines().zip(of_plan.lines());
    let other = || "one goes on".to_owned();
    (of_text != of_plan)
        .then(|| lines().find(|(one, other)| one != other).map_or_else(other, |(one, other)| format!("{one:?} for {other:?}")))
}

/// All papers of a round of the finished plan, by their places in the folder without ending; made within this process, as Word files alone.
pub(crate) fn finished((name, id): Round) -> BTreeMap<String, Finished> {
    let bytes = |file: &str| fs::read(example(name, file)).expect("a file of the example");
    let organisation = bytes("data/organisation.toml");
    let signs = Organisation::read(str::from_utf8(&organisation).expect("UTF-8")).expect("who signs");
    let sources = Sources {
        plan: ("plan.toml".to_owned(), bytes("plan.toml")),
        completion: None,
        data: tables(&example(name, "data")),
        organisation: Some(organisation),
        packs: packs(&example(name, "packs")),
    };
    let round = match prepare(&sources, Some(id), None, &NoParsers) {
        Ok(Prepared::Sound(round)) => round,
        other => panic!("{other:?}"),
    };
    let index = Index::new(&round.register);
    let facts = round.facts(&index, &signs);
    let style = Style::plain(facts.as_of());
    let mut finished = BTreeMap::new();
    let mut take = |handed: Handed<'_>| {
        if let Content::Paper(paper) = &handed.item.content {
            let words = words(&docx(&**paper, &style).expect("a paper"));
            finished.insert(format!("{}/{}", handed.folder, handed.item.file), Finished { kind: paper.kind().name, words });
        }
        ControlFlow::Continue(())
    };
    work(&facts, &Alone, &mut take).expect("all papers are taken");
    finished
}

/// The words of a Word file, paragraph by paragraph.
fn words(docx: &[u8]) -> String {
    support::document_of("paper.docx", docx).text
}

/// The Word files below a folder, by their places in it.
pub(crate) fn papers(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        found.extend(support::files(&next, "docx"));
        let entries = fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path());
        open.extend(entries.filter(|path| path.is_dir()));
    }
    found.sort_by_key(|path| name_of(path, folder));
    found
}

/// The place of a paper in its folder, without ending.
pub(crate) fn name_of(paper: &Path, folder: &Path) -> String {
    paper.strip_prefix(folder).expect("below the folder").with_extension("").to_string_lossy().replace('\\', "/")
}

/// The organisation's own packs.
fn packs(folder: &Path) -> Vec<(String, String)> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let named = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).expect("a pack"));
    support::files(folder, "toml").into_iter().map(named).collect()
}

/// The tables of the data, and what the data says of itself.
fn tables(data: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = ["csv", "xlsx"].iter().flat_map(|ending| support::files(data, ending)).collect();
    files.extend(Some(data.join("data.toml")).filter(|path| path.is_file()));
    let named = |path: &PathBuf| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path).expect("a table"));
    let mut files: Vec<_> = files.iter().map(named).collect();
    files.sort();
    files
}
