//! Domain values → papers: a file for each paper or family of papers, with a line in the list of its folder.

mod as_signed;
mod certificates;
mod components;
mod council;
mod decision;
mod file;
mod hand_over;
mod material;
mod money;
mod nominees;
mod occasion;
mod past;
mod plan;
mod posts;
mod proposer;
mod recognition;
mod sittings;
mod statistics;
mod submission;
mod summary;
mod unit_meeting;
mod words;

use std::ops::ControlFlow;

use phongtrao_diagnostic::{Finding, Text};

pub(crate) use self::as_signed::{Printed, paid, signed_amounts};
pub(crate) use self::decision::is_own as decides_on;
pub(crate) use self::material::Material;
pub use self::plan::of_plan as plan_paper;
pub(crate) use self::proposer::Proposer;
use crate::names::{self, Names};
use crate::round::{Asked, Folder, Handed, Item, Take, UNITS};
use crate::{books, texts};

/// What a round has for a kind of paper: none, one, or several, and what somebody should mend before it can be made.
#[derive(Debug, Default)]
pub(crate) struct Made {
    items: Vec<Item>,
    findings: Vec<Finding>,
}

impl From<Option<Item>> for Made {
    fn from(item: Option<Item>) -> Made {
        Made { items: item.into_iter().collect(), findings: Vec::new() }
    }
}

impl From<Vec<Item>> for Made {
    fn from(items: Vec<Item>) -> Made {
        Made { items, findings: Vec::new() }
    }
}

/// A folder of the organisation's own papers.
struct Shelf {
    path: &'static str,
    title: fn() -> Text,
    makers: &'static [fn(&Material<'_, '_>) -> Made],
}

/// The folder in which the plan lies.
pub const PLAN_FOLDER: &str = "ke-hoach";

/// The organisation's own papers, in the order in which they are read: the plan first.
const SHELVES: &[Shelf] = &[
    Shelf { path: PLAN_FOLDER, title: texts::folder_plan, makers: &[plan::of_round] },
    Shelf { path: "hoi-dong", title: texts::folder_council, makers: &[nominees::of_council, council::of_council] },
    Shelf {
        path: "quyet-dinh",
        title: texts::folder_decision,
        makers: &[file::before_head, decision::draft, certificates::of_decision, money::list, hand_over::list],
    },
    Shelf {
        path: "cong-nhan",
        title: texts::folder_recognition,
        makers: &[recognition::summary, recognition::decision, certificates::of_learning],
    },
    Shelf { path: "trinh-cap-tren", title: texts::folder_upward, makers: &[submission::upward, file::long_reports] },
    Shelf { path: "thong-bao", title: texts::folder_notices, makers: &[file::refusals, file::returns] },
    Shelf { path: "bao-cao", title: texts::folder_report, makers: &[summary::of_round, statistics::of_round] },
    Shelf { path: "bang-tinh", title: texts::folder_books, makers: &[books::of_round, books::of_facts, books::to_sign] },
];

/// The papers of a unit that puts somebody forward, in the order in which they are read.
const OF_UNIT: &[fn(&Material<'_, '_>, &Proposer<'_>) -> Made] =
    &[submission::of_unit, unit_meeting::of_unit, file::reports, recognition::of_unit, books::of_unit];

/// Makes the papers of a round, folder by folder, and hands each on as it is made: none is held longer. A folder that would be empty is not there.
pub(crate) fn all(material: &Material<'_, '_>, take: &mut Take<'_>) -> ControlFlow<(), (Vec<Folder>, Vec<Finding>)> {
    // Of a plan that leads people to membership, the plan alone: all else is written by hand.
    let is_pathway = material.facts.is_pathway();
    let shelves: Vec<&Shelf> = SHELVES.iter().filter(|shelf| !is_pathway || shelf.path == PLAN_FOLDER).collect();
    let (proposers, findings) = if is_pathway { Default::default() } else { proposer::all(material) };
    let id = |proposer: &Proposer<'_>| material.facts.index.id(proposer.unit);
    let names = names::of_ids(proposers.iter().map(id));
    let mut filing = Filing { take, place: 0, of: proposers.len() + shelves.len(), folders: Vec::new(), findings };
    for proposer in &proposers {
        let path = format!("{UNITS}/{}", names.get(id(proposer)).map_or("", String::as_str));
        let made = OF_UNIT.iter().map(|make| make(material, proposer));
        filing.folder(path, texts::folder_unit(proposer.name), made, || components::asked(material, proposer))?;
    }
    shelves.into_iter().try_for_each(|shelf| filing.shelf(material, shelf))?;
    filing.findings.extend(material.changed_since_signing());
    ControlFlow::Continue((filing.folders, filing.findings))
}

/// Hands papers on, and keeps where they are.
struct Filing<'f, 't> {
    take: &'f mut Take<'t>,
    /// How many folders were begun, of how many.
    place: usize,
    of: usize,
    folders: Vec<Folder>,
    findings: Vec<Finding>,
}

impl Filing<'_, '_> {
    fn shelf(&mut self, material: &Material<'_, '_>, shelf: &Shelf) -> ControlFlow<()> {
        self.folder(shelf.path.to_owned(), (shelf.title)(), shelf.makers.iter().map(|make| make(material)), Vec::new)
    }

    fn folder(
        &mut self,
        path: String,
        title: Text,
        made: impl Iterator<Item = Made>,
        components: impl FnOnce() -> Vec<Asked>,
    ) -> ControlFlow<()> {
        self.place += 1;
        let (mut names, mut items) = (Names::default(), Vec::new());
        for Made { items: made, findings } in made {
            self.findings.extend(findings);
            for item in made {
                let item = told_apart(item, &mut names);
                items.push(item.entry());
                (self.take)(Handed { folder: &path, place: (self.place, self.of), item })?;
            }
        }
        if !items.is_empty() {
            self.folders.push(Folder { path, title, items, components: components() });
        }
        ControlFlow::Continue(())
    }
}

/// An item whose name another one of its folder has gets a number, in its title too.
fn told_apart(item: Item, names: &mut Names) -> Item {
    let (file, number) = names.give(&item.file);
    let title = if number == 1 { item.title } else { format!("{} ({number})", item.title) };
    Item { file, title, ..item }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use phongtrao_press::xlsx::Book;

    use super::{Filing, Made};
    use crate::round::{Handed, Item};
    use crate::texts;

    fn book(title: &str) -> Made {
        Made::from(Some(Item::of_book(title, Book { title: title.to_owned(), sheets: Vec::new(), lists: String::new() })))
    }

    #[test]
    fn papers_of_one_name_get_files_of_their_own() {
        let mut taken: Vec<(String, String)> = Vec::new();
        let mut take = |handed: Handed<'_>| {
            taken.push((handed.folder.to_owned(), handed.item.file));
            ControlFlow::Continue(())
        };
        let mut filing = Filing { take: &mut take, place: 0, of: 2, folders: Vec::new(), findings: Vec::new() };
        for path in ["quyet-dinh", "cong-nhan"] {
            let made = ["Giấy chứng nhận 1-2", "Giấy chứng nhận: 1–2", "Bảng"].into_iter().map(book);
            assert!(filing.folder(path.to_owned(), texts::folder_decision(), made, Vec::new).is_continue());
        }
        let titles: Vec<String> = filing.folders.iter().flat_map(|folder| &folder.items).map(|item| item.title.clone()).collect();
        assert_eq!(titles[..3], ["Giấy chứng nhận 1-2", "Giấy chứng nhận: 1–2 (2)", "Bảng"]);
        let files = ["giay-chung-nhan-1-2", "giay-chung-nhan-1-2-2", "bang"].map(str::to_owned);
        let expected = ["quyet-dinh", "cong-nhan"].into_iter().flat_map(|path| files.iter().map(|file| (path.to_owned(), file.clone())));
        assert_eq!(taken, expected.collect::<Vec<_>>());
    }

    #[test]
    fn no_more_is_made_than_is_taken() {
        let mut taken = 0;
        let mut take = |_: Handed<'_>| {
            taken += 1;
            if taken == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut made = 0;
        let mut filing = Filing { take: &mut take, place: 0, of: 1, folders: Vec::new(), findings: Vec::new() };
        let books = ["Một", "Hai", "Ba"].into_iter().map(book).inspect(|_| made += 1);
        assert!(filing.folder("bang-tinh".to_owned(), texts::folder_books(), books, Vec::new).is_break());
        assert_eq!((taken, made), (2, 2));
    }
}
