//! Domain values → papers, a file for each paper or family of papers.

mod decision;
mod nominees;
mod occasion;
mod submission;
mod unit_meeting;
mod words;

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Text, Words};
use phongtrao_press::frame::Frame;
use phongtrao_press::lists::{AwardGroup, Nominee};
use phongtrao_register::Subject;

use crate::order::{Order, list_kind};
use crate::round::{Folder, Item, slug};
use crate::{Case, Facts, Standing, UnitOffice, texts};

/// What papers are made from.
pub(crate) struct Desk<'d, 'a> {
    pub(crate) facts: &'d Facts<'a>,
    pub(crate) order: &'d Order<'d, 'a>,
    pub(crate) cases: &'d [Case],
    /// Papers speak Vietnamese in every language of the interface.
    pub(crate) vietnamese: &'d Words,
}

/// A unit with those who meet the conditions there.
pub(crate) struct Proposer<'d> {
    pub(crate) unit: Subject,
    pub(crate) name: &'d str,
    pub(crate) office: &'d UnitOffice,
    pub(crate) cases: Vec<&'d Case>,
}

impl<'d> Proposer<'d> {
    /// Those whom the unit's letter names: the votes are not against them.
    fn put_forward(&self) -> Vec<&'d Case> {
        self.cases.iter().copied().filter(|case| !case.fell_in_unit()).collect()
    }
}

/// The dossier of each unit that puts somebody forward, in the organisation's order.
pub(crate) fn units(desk: &Desk<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Folder> {
    let mut by_unit: BTreeMap<(i64, String), (Subject, Vec<&Case>)> = BTreeMap::new();
    for case in desk.cases.iter().filter(|case| case.standing.is_put_forward()) {
        if let Some(unit) = desk.facts.unit_of(&case.subject) {
            by_unit.entry(desk.facts.unit_order(unit)).or_insert_with(|| (unit, Vec::new())).1.push(case);
        }
    }
    let mut folders = Vec::new();
    for ((_, id), (unit, cases)) in by_unit {
        let name = desk.facts.index.name(unit);
        let Some(office) = desk.facts.organisation.units.get(&id) else {
            findings.push(
                Finding::new("clerk-unit-unsigned", Severity::Warning, texts::unit_unsigned(name))
                    .help(texts::unit_unsigned_help(id.as_str())),
            );
            continue;
        };
        let proposer = Proposer { unit, name, office, cases: desk.order.sorted(cases.into_iter()) };
        let items = [submission::of_unit(desk, &proposer), unit_meeting::of_unit(desk, &proposer)].into_iter().flatten().collect();
        folders.push(Folder { path: format!("don-vi/{}", slug(&id)), title: texts::folder_unit(name), items });
    }
    folders
}

/// What the council, the decision and the report need.
pub(crate) fn rest(desk: &Desk<'_, '_>) -> Vec<Folder> {
    let put_forward = desk.order.sorted(desk.cases.iter().filter(|case| case.standing.is_put_forward()));
    let chosen =
        desk.order.sorted(desk.cases.iter().filter(|case| case.standing == Standing::Chosen && decision::is_of(desk, &case.award)));
    let some =
        |cases: &[&Case], make: fn(&Desk<'_, '_>, &[&Case]) -> Item| (!cases.is_empty()).then(|| make(desk, cases)).into_iter().collect();
    let folder = |path: &str, title: Text, items: Vec<Item>| Folder { path: path.to_owned(), title, items };
    vec![
        folder("hoi-dong", texts::folder_council(), some(&put_forward, nominees::of_council)),
        folder("quyet-dinh", texts::folder_decision(), some(&chosen, decision::draft)),
    ]
}

impl Desk<'_, '_> {
    /// The frame of a letter of a unit.
    pub(crate) fn unit_frame(&self, proposer: &Proposer<'_>, kind: &str, recipients: Vec<String>) -> Frame {
        let organisation = self.facts.organisation;
        Frame {
            superior: Some(organisation.name.clone()),
            issuer: proposer.name.to_owned(),
            place: organisation.place.clone(),
            symbol: format!("{kind}-{}", proposer.office.symbol),
            number: None,
            date: None,
            recipients,
            desk: proposer.office.symbol.clone(),
            signature: proposer.office.head.clone(),
        }
    }

    /// What the round is for, as titles say it.
    pub(crate) fn occasion(&self) -> String {
        occasion::of(&self.facts.round.label)
    }

    /// What decisions and letters rest on: the organisation's own list, then the plan.
    pub(crate) fn bases(&self) -> Vec<String> {
        let mut bases = self.facts.organisation.bases.clone();
        bases.extend(submission::plan_as_basis(self.facts));
        bases
    }

    /// Cases that are in the order of lists, in groups of one award and kind.
    pub(crate) fn groups(&self, cases: &[&Case]) -> Vec<AwardGroup> {
        let mut groups: Vec<(String, AwardGroup)> = Vec::new();
        for case in cases {
            let kind = list_kind(case.kind);
            let same = groups.last_mut().filter(|(award, group)| *award == case.award && group.of == kind);
            match same {
                Some((_, group)) => group.nominees.push(self.nominee(case)),
                None => groups.push((
                    case.award.clone(),
                    AwardGroup { award: self.award_name(&case.award), of: kind, nominees: vec![self.nominee(case)] },
                )),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn award_name(&self, award: &str) -> String {
        let name = |known: &&phongtrao_plan::Award| known.id == award;
        self.facts.plan.awards.iter().find(name).map(|award| award.name.clone()).unwrap_or_default()
    }

    /// The Vietnamese name of a level of a scale.
    fn level(&self, scale: &str, level: &str) -> String {
        let name = self.facts.round.names.levels.get(&(scale.to_owned(), level.to_owned()));
        name.map_or_else(|| level.to_owned(), |name| name.vietnamese.clone())
    }

    /// The Vietnamese name of an honour.
    fn honour(&self, honour: &str) -> String {
        self.facts.round.names.honours.get(honour).map_or_else(|| honour.to_owned(), |name| name.vietnamese.clone())
    }

    /// What whoever reads a paper of the round must know: rules that were not checked.
    fn cautions(&self) -> Vec<String> {
        let mut said = Vec::new();
        for caution in self.facts.round.awards.iter().flat_map(|award| &award.cautions).chain(&self.facts.round.cautions) {
            let words = self.vietnamese.say(caution);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        said
    }

    fn nominee(&self, case: &Case) -> Nominee {
        let post = self.facts.main_post(&case.subject);
        let unit = post.and_then(|post| self.facts.index.subject(&post.unit)).map(|unit| self.facts.index.name(unit));
        let title = post.and_then(|post| post.title.as_deref());
        let post = [title, unit].into_iter().flatten().collect::<Vec<&str>>().join(", ");
        Nominee { name: self.printed_name(&case.subject), post, note: String::new() }
    }

    /// The name as lists print it: form of address, degree or rank, name.
    pub(crate) fn printed_name(&self, subject: &str) -> String {
        let index = self.facts.index;
        let Some(found) = index.subject(subject) else { return subject.to_owned() };
        let Some(person) = index.person(found) else { return index.name(found).to_owned() };
        let organisation = self.facts.organisation;
        let address = organisation.address.get(&person.category).or_else(|| organisation.address.get(person.sex.as_deref()?));
        let degree = organisation.degrees.get(subject);
        [address, degree, Some(&person.name)].into_iter().flatten().map(String::as_str).collect::<Vec<&str>>().join(" ")
    }
}
