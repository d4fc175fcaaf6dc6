//! Whom units propose: the rows of their lists as what the judge asks of everybody, award by award.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_judge::Calendar;
use phongtrao_judge::round::Proposals;
use phongtrao_plan::Award;
use phongtrao_register::rows::{PostKind, Proposal};
use phongtrao_register::{Index, Register};

/// The proposals of the awards for which units handed in lists. Of other awards nothing is said: of these everybody who meets the conditions is put forward.
pub(super) fn of_round(awards: &[&Award], register: &Register, calendar: &Calendar) -> BTreeMap<String, Proposals> {
    let is_of_round = |row: &&Proposal| awards.iter().any(|award| award.id == row.award) && is_known(row, calendar);
    let rows: Vec<&Proposal> = register.proposals.iter().filter(is_of_round).collect();
    if rows.is_empty() {
        return BTreeMap::new();
    }
    let index = Index::new(register);
    let units: BTreeSet<String> = rows.iter().filter_map(|row| proposer(row, &index, calendar)).map(str::to_owned).collect();
    let mut proposals = BTreeMap::new();
    for award in awards.iter().filter(|award| rows.iter().any(|row| row.award == award.id)) {
        let with = that_lead_to(&award.id, awards);
        let mut of_award = Proposals::of_units(units.clone(), calendar.as_of < calendar.closes);
        rows.iter().filter(|row| with.contains(row.award.as_str())).for_each(|row| of_award.put(row, calendar.closes));
        proposals.insert(award.id.clone(), of_award);
    }
    proposals
}

/// Whether a row belongs to this time that the round is held. Once the round has closed also what is handed in later is looked at: somebody may let it in.
fn is_known(row: &Proposal, calendar: &Calendar) -> bool {
    calendar.held.holds(row.on) && (row.on <= calendar.as_of || calendar.closes <= calendar.as_of)
}

/// The unit that proposes.
fn proposer<'r>(row: &'r Proposal, index: &Index<'r>, calendar: &Calendar) -> Option<&'r str> {
    if let Some(unit) = &row.proposed_by {
        return Some(unit);
    }
    let subject = index.subject(&row.subject)?;
    if index.unit(subject).is_some() {
        return Some(index.id(subject));
    }
    if let Some(household) = index.household(subject) {
        return household.unit.as_deref();
    }
    let posts = index.posts_on(subject, calendar.period.to.min(calendar.as_of));
    posts.iter().find(|post| post.kind == PostKind::Main).map(|post| post.unit.as_str())
}

/// An award and those that nobody has without it: whoever is proposed for a fighter, for which the advanced worker is asked, is proposed for the advanced
/// worker too; and so is whoever a ballot may give it instead of the higher one.
fn that_lead_to<'a>(award: &'a str, awards: &[&'a Award]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::from([award]);
    let mut open = vec![award];
    while let Some(next) = open.pop() {
        let leads = |other: &&&Award| other.requires.iter().chain(&other.lower).any(|below| below == next);
        let above: Vec<&str> = awards.iter().filter(leads).map(|other| other.id.as_str()).collect();
        open.extend(above.into_iter().filter(|other| found.insert(*other)));
    }
    found
}
