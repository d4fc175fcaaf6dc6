//! The desk that makes the papers of a round: what all of them share.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Words;
use phongtrao_press::frame::{Frame, Signature};
use phongtrao_press::lists::{AwardGroup, Nominee};
use phongtrao_press::sheet::Record;
use phongtrao_register::Subject;
use phongtrao_value::text::with_small_first;

use super::money::Bonuses;
use super::proposer::Proposer;
use super::sittings::Sittings;
use super::words::WORDS;
use super::{decision, occasion, submission};
use crate::order::{Order, list_kind};
use crate::targets::Reached;
use crate::{Case, Facts, Standing};

/// What papers are made from.
pub(crate) struct Desk<'d, 'a> {
    pub(crate) facts: &'d Facts<'a>,
    pub(crate) order: Order<'d, 'a>,
    pub(crate) cases: &'d [Case],
    /// All cases in the order of lists.
    pub(crate) in_order: Vec<&'d Case>,
    /// The same by the unit that puts them forward.
    pub(crate) by_unit: BTreeMap<Subject, Vec<&'d Case>>,
    /// What became of the plan's targets.
    pub(crate) targets: &'d [Reached],
    /// Those whom units put forward, in the order of lists.
    pub(crate) put_forward: Vec<&'d Case>,
    /// Those who stand in the organisation's own decision, in the order of lists; those who are honoured after their death last.
    pub(crate) chosen: Vec<&'d Case>,
    /// The bonus money of those in the decision.
    pub(crate) bonuses: Bonuses<'d>,
    /// Meetings, by their ids.
    pub(crate) sittings: Sittings<'d>,
    /// Papers speak Vietnamese in every language of the interface.
    pub(crate) vietnamese: &'d Words,
}

impl<'d, 'a> Desk<'d, 'a> {
    pub(crate) fn new(facts: &'d Facts<'a>, cases: &'d [Case], targets: &'d [Reached], vietnamese: &'d Words) -> Desk<'d, 'a> {
        let order = Order::new(facts);
        let in_order = order.sorted(cases.iter());
        let put_forward = in_order.iter().copied().filter(|case| case.standing.is_put_forward()).collect();
        let mut chosen: Vec<&Case> = in_order.iter().copied().filter(|case| is_chosen(facts, case)).collect();
        // A stable order: those who are honoured after their death stand last, as they were.
        chosen.sort_by_key(|case| decision::is_posthumous(facts, case));
        let bonuses = Bonuses::of(facts, &chosen);
        let sittings = Sittings::of(facts.register);
        let mut by_unit: BTreeMap<Subject, Vec<&Case>> = BTreeMap::new();
        for case in &in_order {
            if let Some(unit) = facts.unit_of(&case.subject) {
                by_unit.entry(unit).or_default().push(case);
            }
        }
        Desk { facts, order, cases, in_order, by_unit, targets, put_forward, chosen, bonuses, sittings, vietnamese }
    }
}

/// Whether a case stands in the organisation's own decision.
fn is_chosen(facts: &Facts<'_>, case: &Case) -> bool {
    case.standing == Standing::Chosen && decision::is_of(facts, &case.award)
}

impl Desk<'_, '_> {
    /// Whether a case stands in the organisation's own decision.
    pub(crate) fn is_chosen(&self, case: &Case) -> bool {
        is_chosen(self.facts, case)
    }

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

    /// The frame of a letter of the organisation itself.
    pub(crate) fn own_frame(&self, kind: &str, recipients: Vec<String>, signature: Signature) -> Frame {
        let organisation = self.facts.organisation;
        Frame {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            symbol: format!("{kind}-{}", organisation.symbol),
            number: None,
            date: None,
            recipients,
            desk: organisation.desk.symbol.clone(),
            signature,
        }
    }

    /// The head of minutes of the council.
    pub(crate) fn council_record(&self) -> Record {
        let organisation = self.facts.organisation;
        Record {
            superior: Some(organisation.name.clone()),
            issuer: organisation.council.name.clone(),
            symbol: format!("{}-{}", WORDS.minutes, organisation.council.symbol),
            number: None,
            recipients: vec![WORDS.council_members.clone(), organisation.desk.name.clone()],
            desk: organisation.desk.symbol.clone(),
        }
    }

    /// What the round is for, as titles say it.
    pub(crate) fn occasion(&self) -> String {
        let facts = self.facts;
        occasion::of(&facts.round.label, facts.plan.identity.title.as_deref(), facts.as_of().year())
    }

    /// What is honoured, as decisions and certificates put it: achievements in what the plan does, or else in what the round is for.
    pub(crate) fn achievement(&self) -> String {
        match self.facts.plan.identity.title.as_deref() {
            Some(plan) => WORDS.achievement.fill(&[("plan", &with_small_first(plan))]),
            None => WORDS.achievement_of_round.fill(&[("occasion", &self.occasion())]),
        }
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

    pub(crate) fn award_name(&self, award: &str) -> String {
        self.facts.award(award).map(|award| award.name.clone()).unwrap_or_default()
    }

    /// The Vietnamese name of a level of a scale.
    pub(crate) fn level(&self, scale: &str, level: &str) -> String {
        let name = self.facts.round.names.levels.get(&(scale.to_owned(), level.to_owned()));
        name.map_or_else(|| level.to_owned(), |name| name.vietnamese.clone())
    }

    /// The Vietnamese name of an honour.
    pub(crate) fn honour(&self, honour: &str) -> String {
        self.facts.round.names.honours.get(honour).map_or_else(|| honour.to_owned(), |name| name.vietnamese.clone())
    }

    /// What whoever reads a paper of the round must know: rules that were not checked.
    pub(crate) fn cautions(&self) -> Vec<String> {
        let mut said = Vec::new();
        for caution in self.facts.round.awards.iter().flat_map(|award| &award.cautions).chain(&self.facts.round.cautions) {
            let words = self.vietnamese.say(caution);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        said
    }

    pub(crate) fn nominee(&self, case: &Case) -> Nominee {
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
