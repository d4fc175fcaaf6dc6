//! The round: what became of whom, and the papers, folder by folder.

use std::ops::ControlFlow;

use phongtrao_diagnostic::{Finding, Language, Severity, Text, Words};
use phongtrao_judge::population::Workers;
use phongtrao_judge::round::{Judged, judge_among};
use phongtrao_press::xlsx::Book;
use phongtrao_press::{Kind, Paper};

pub(crate) use crate::names::slug;
use crate::standing::{self, Case, Standing};
use crate::{Facts, papers, proposed, signed, targets, texts, unknown_ids};

/// A round that was worked through. Its papers are handed on as they are made; what is kept of them is where they are.
#[derive(Debug)]
pub struct FinishedRound {
    /// The round as it was judged; its results have become the cases.
    pub judged: Judged,
    /// What became of everybody, award by award in the order of the plan.
    pub cases: Vec<Case>,
    /// Where the papers are.
    pub folders: Vec<Folder>,
    /// What is wrong or missing, which somebody should mend.
    pub findings: Vec<Finding>,
}

/// Takes papers as they are made, until it breaks.
pub type Take<'t> = dyn FnMut(Handed<'_>) -> ControlFlow<()> + 't;

/// A paper that was made, handed on to be set.
#[derive(Debug)]
pub struct Handed<'f> {
    /// The folder in which it lies.
    pub folder: &'f str,
    /// Which of the folders of the round that is, from 1, and of how many; one that stays empty is counted too.
    pub place: (usize, usize),
    /// The paper.
    pub item: Item,
}

/// Papers that belong together: those of a unit, of the council, of the decision.
#[derive(Debug)]
pub struct Folder {
    /// Its name among the files.
    pub path: String,
    /// What people read.
    pub title: Text,
    /// Its papers, in the order in which they are read.
    pub items: Vec<Entry>,
    /// What the plan asks of the dossier; of other papers, nothing.
    pub components: Vec<Asked>,
}

/// Where a paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name of its file, without ending.
    pub file: String,
    /// What people read.
    pub title: String,
    /// The endings of its files.
    pub endings: &'static [&'static str],
}

/// The folder in which the dossiers of units lie.
pub(crate) const UNITS: &str = "don-vi";

impl Folder {
    /// Whether it is the dossier of a unit.
    pub fn is_of_unit(&self) -> bool {
        self.path.split('/').next() == Some(UNITS)
    }
}

/// A component that the plan asks of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its words in the plan.
    pub words: String,
    /// Whether it is there; none where others bring it.
    pub is_there: Option<bool>,
}

/// A paper with its place.
#[derive(Debug)]
pub struct Item {
    /// The name of its file, without ending.
    pub file: String,
    /// What people read.
    pub title: String,
    /// What it holds.
    pub content: Content,
}

/// What becomes of an item: the files of one paper, or a workbook.
#[derive(Debug)]
pub enum Content {
    /// A paper, as PDF and as Word file.
    Paper(Box<dyn Paper>),
    /// A workbook.
    Book(Book),
}

impl Content {
    /// The kind of a paper.
    pub fn kind(&self) -> Option<&'static Kind> {
        match self {
            Content::Paper(paper) => Some(paper.kind()),
            Content::Book(_) => None,
        }
    }

    /// The endings of its files.
    pub fn endings(&self) -> &'static [&'static str] {
        match self {
            Content::Paper(_) => &["pdf", "docx"],
            Content::Book(_) => &["xlsx"],
        }
    }
}

impl Item {
    /// A paper under the name of its kind.
    pub(crate) fn new(paper: impl Paper + 'static, of: Option<&str>) -> Item {
        let name = paper.kind().title();
        let title = of.map_or_else(|| name.to_owned(), |of| format!("{name}: {of}"));
        Item { file: slug(&title), title, content: Content::Paper(Box::new(paper)) }
    }

    /// Where it is.
    pub(crate) fn entry(&self) -> Entry {
        Entry { file: self.file.clone(), title: self.title.clone(), endings: self.content.endings() }
    }

    /// A workbook under its title.
    pub(crate) fn of_book(title: &str, book: Book) -> Item {
        Item { file: slug(title), title: title.to_owned(), content: Content::Book(book) }
    }
}

/// Works through a round: judges, applies votes, and makes the papers. The outcome does not depend on the workers; none where no more papers are taken.
pub fn work(facts: &Facts<'_>, workers: &dyn Workers, take: &mut Take<'_>) -> Option<FinishedRound> {
    let vietnamese = vietnamese();
    let mut judged = judge_among(workers, &targets::with_targets(facts), facts.register, facts.rests_on.clone());
    let reached = targets::take(facts, &mut judged);
    let (mut cases, mut findings) = standing::cases(facts, &mut judged);
    findings.extend(signed::hold(facts, &mut cases));
    findings.extend(nobody(&cases));
    findings.extend(proposed::findings(facts, &cases));
    findings.extend(unknown_ids::findings(facts));
    let material = papers::Material::new(facts, &cases, &reached, &vietnamese);
    let (folders, missing) = papers::all(&material, take).continue_value()?;
    findings.extend(missing);
    findings.extend(judged.findings.iter().map(|noticed| noticed.finding.clone()));
    Some(FinishedRound { judged, cases, folders, findings })
}

/// Of a round that honours nobody it is told that there is nobody, so that no folder with next to nothing in it looks whole.
fn nobody(cases: &[Case]) -> Option<Finding> {
    if cases.is_empty() {
        return Some(Finding::new("clerk-nobody", Severity::Warning, texts::nobody_judged()).help(texts::nobody_judged_help()));
    }
    let is_put_forward = cases.iter().any(|case| case.standing.is_put_forward() || case.was_before_council());
    let finding = || Finding::new("clerk-nobody", Severity::Warning, texts::nobody_put_forward()).help(texts::nobody_put_forward_help());
    (!is_put_forward).then(finding)
}

/// The words of what papers cite of packs and rules.
pub(crate) fn vietnamese() -> Words {
    words_of(Language::Vietnamese)
}

/// The words of all that a round says, in a language.
pub(crate) fn words_of(language: Language) -> Words {
    let texts = [&crate::texts::TEXTS, &phongtrao_rules::texts::TEXTS, &phongtrao_judge::texts::TEXTS, &phongtrao_movement::texts::TEXTS];
    Words::new(language, &texts)
}

impl FinishedRound {
    /// How many came how far for an award.
    pub fn count(&self, award: &str, standing: Standing) -> usize {
        self.cases.iter().filter(|case| case.award == award && case.standing == standing).count()
    }
}
