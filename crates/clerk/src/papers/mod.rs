//! Domain values → papers: a file for each paper or family of papers, with a line in the list of its folder.

mod certificates;
mod components;
mod council;
mod decision;
mod desk;
mod file;
mod hand_over;
pub(crate) mod money;
mod nominees;
mod occasion;
mod past;
mod plan;
mod proposer;
mod recognition;
mod sittings;
mod statistics;
mod submission;
mod summary;
mod unit_meeting;
mod words;

use phongtrao_diagnostic::{Finding, Text};

pub(crate) use self::decision::is_own as decides_on;
pub(crate) use self::desk::Desk;
pub use self::plan::of_plan as plan_paper;
pub(crate) use self::proposer::Proposer;
use crate::round::{Asked, Folder, Item, UNITS, slug};
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
    makers: &'static [fn(&Desk<'_, '_>) -> Made],
}

/// The plan itself.
const PLAN: Shelf = Shelf { path: "ke-hoach", title: texts::folder_plan, makers: &[plan::of_round] };

/// The organisation's own papers, in the order in which they are read.
const SHELVES: &[Shelf] = &[
    PLAN,
    Shelf { path: "hoi-dong", title: texts::folder_council, makers: &[nominees::of_council, council::of_council] },
    Shelf {
        path: "quyet-dinh",
        title: texts::folder_decision,
        makers: &[file::before_head, decision::draft, certificates::of_decision, money::list, hand_over::list, books::to_sign],
    },
    Shelf {
        path: "cong-nhan",
        title: texts::folder_recognition,
        makers: &[recognition::summary, recognition::decision, certificates::of_learning],
    },
    Shelf { path: "trinh-cap-tren", title: texts::folder_upward, makers: &[submission::upward, file::long_reports] },
    Shelf { path: "thong-bao", title: texts::folder_notices, makers: &[file::refusals, file::returns] },
    Shelf { path: "bao-cao", title: texts::folder_report, makers: &[summary::of_round, statistics::of_round] },
    Shelf { path: "bang-tinh", title: texts::folder_books, makers: &[books::of_round, books::of_facts] },
];

/// The papers of a unit that puts somebody forward, in the order in which they are read.
const OF_UNIT: &[fn(&Desk<'_, '_>, &Proposer<'_>) -> Made] =
    &[submission::of_unit, unit_meeting::of_unit, file::reports, recognition::of_unit, books::of_unit];

/// All papers of a round, folder by folder; a folder that would be empty is not there.
pub(crate) fn all(desk: &Desk<'_, '_>) -> (Vec<Folder>, Vec<Finding>) {
    let (proposers, mut findings) = proposer::all(desk);
    let mut folders = Vec::new();
    let mut add = |path: String, title: Text, made: Vec<Made>, components: Vec<Asked>| {
        let mut items = Vec::new();
        for made in made {
            items.extend(made.items);
            findings.extend(made.findings);
        }
        if !items.is_empty() {
            folders.push(Folder { path, title, items, components });
        }
    };
    for proposer in &proposers {
        let path = format!("{UNITS}/{}", slug(desk.facts.index.id(proposer.unit)));
        let made = OF_UNIT.iter().map(|make| make(desk, proposer)).collect();
        add(path, texts::folder_unit(proposer.name), made, components::asked(desk, proposer));
    }
    for shelf in SHELVES {
        add(shelf.path.to_owned(), (shelf.title)(), shelf.makers.iter().map(|make| make(desk)).collect(), Vec::new());
    }
    (folders, findings)
}

/// Of a plan that leads people to membership, the plan alone: all else is written by hand.
pub(crate) fn of_pathway(desk: &Desk<'_, '_>) -> (Vec<Folder>, Vec<Finding>) {
    let made = plan::of_round(desk);
    let folder = Folder { path: PLAN.path.to_owned(), title: (PLAN.title)(), items: made.items, components: Vec::new() };
    (vec![folder], made.findings)
}
