//! Rows of meetings by nominee, and what is wrong with them before anything is counted.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::rows::{MeetingResult, Place};
use phongtrao_value::Share;

use super::{AwardVotes, Nominee, RowDoubt};
use crate::tally::{AwardRule, BodyKind, Case, Counted, Doubt, Held, Item, Rule, Sheet, Strength};

/// Rows by body and item, in the order of their days.
pub(super) struct Rows<'r> {
    of: BTreeMap<(BodyKind, String), Vec<&'r MeetingResult>>,
    /// What is wrong with meetings as a whole, by row.
    wrong: BTreeMap<Place, Vec<Doubt>>,
}

/// What the rows of a nominee say.
pub(super) struct FoundRows<'r> {
    rows: Vec<&'r MeetingResult>,
    doubts: Vec<Doubt>,
}

impl<'r> Rows<'r> {
    pub(super) fn of(
        rows: &'r [MeetingResult],
        awards: &[AwardVotes],
        nominees: &[Nominee],
        own: &BTreeMap<Place, String>,
        doubts: &mut Vec<RowDoubt>,
    ) -> Rows<'r> {
        let asked: BTreeMap<&str, &AwardVotes> = awards.iter().map(|award| (award.award.as_str(), award)).collect();
        let proposed: BTreeSet<(&str, &str)> = nominees.iter().map(|nominee| (nominee.award.as_str(), nominee.subject.as_str())).collect();
        let mut found = Rows { of: BTreeMap::new(), wrong: contradictions(rows) };
        for (place, member) in own {
            found.wrong.entry(*place).or_default().push(Doubt::OwnBallot { member: member.clone() });
        }
        for row in rows {
            let Some(award) = asked.get(row.award.as_str()) else { continue };
            let body = BodyKind::from_word(&row.body).filter(|body| award.rules.contains_key(body));
            match body {
                _ if !proposed.contains(&(row.award.as_str(), row.subject.as_str())) => {
                    doubts.push(RowDoubt { place: row.place, doubt: Doubt::NotProposed });
                }
                None => doubts.push(RowDoubt { place: row.place, doubt: Doubt::BodyNotAsked }),
                Some(body) => found.of.entry((body, super::id(&row.award, &row.subject))).or_default().push(row),
            }
        }
        for rows in found.of.values_mut() {
            rows.sort_by(|one, other| (one.on, &one.meeting).cmp(&(other.on, &other.meeting)));
        }
        // Of a day that differs nothing else depends: it is told, and the row is counted.
        let told = found.wrong.iter().flat_map(|(place, wrong)| wrong.iter().map(|doubt| (*place, doubt)));
        doubts
            .extend(told.filter(|(_, doubt)| **doubt == Doubt::DaysDiffer).map(|(place, doubt)| RowDoubt { place, doubt: doubt.clone() }));
        found
    }

    fn rows(&self, body: BodyKind, item: &Item) -> &[&'r MeetingResult] {
        self.of.get(&(body, item.id.clone())).map(Vec::as_slice).unwrap_or_default()
    }

    /// The meetings of a body on a nominee.
    pub(super) fn meetings(&self, body: BodyKind, item: &Item) -> Vec<(String, Place)> {
        self.rows(body, item).iter().map(|row| (row.meeting.clone(), row.place)).collect()
    }

    /// The last row of a body on a nominee.
    pub(super) fn last(&self, body: BodyKind, item: &Item) -> Option<Place> {
        self.rows(body, item).last().map(|row| row.place)
    }

    /// What the rows of a nominee say.
    pub(super) fn sheets(&self, body: BodyKind, item: &Item) -> FoundRows<'r> {
        let rows = self.rows(body, item).to_vec();
        let wrong = rows.iter().flat_map(|row| self.wrong.get(&row.place).into_iter().flatten());
        let doubts = wrong.filter(|doubt| **doubt != Doubt::DaysDiffer).cloned().collect();
        FoundRows { rows, doubts }
    }
}

impl FoundRows<'_> {
    /// The rows as a case: the strength is that of the last meeting.
    pub(super) fn case<'a>(&self, item: &'a Item, award: &'a AwardRule) -> Case<'a> {
        let strength = strength(self.rows.last().copied(), &award.rule);
        Case { item, award, strength, sheets: self.rows.iter().map(|row| sheet(row)).collect(), doubts: self.doubts.clone() }
    }
}

/// The votes for a nominee as one row has them, of how many the body's rule takes the share. A later ballot does not change them.
pub fn share(row: &MeetingResult, rule: &Rule) -> Option<Share> {
    let sheet = sheet(row);
    let base = rule.threshold.as_ref()?.base(rule.recused, &strength(Some(row), rule), sheet.issued, sheet.valid())?;
    Share::new(sheet.agreed?, base)
}

/// The numbers of a body as a row has them.
fn strength(row: Option<&MeetingResult>, rule: &Rule) -> Strength {
    let Some(row) = row else { return Strength { members: 0, present: None, taking_part: None, voters: None, ..Strength::whole(0) } };
    let present = count(row.present);
    let recused = recused(row, rule);
    let members = u64::from(row.members);
    let least_apart = |all: u64| all.saturating_sub(recused.here.unwrap_or(0)).min(members.saturating_sub(recused.all.unwrap_or(0)));
    Strength {
        members,
        present,
        taking_part: match rule.written {
            Counted::No => present,
            // Who is not there and gets a ballot writes.
            Counted::Yes => {
                present.zip(count(row.issued)).map(|(present, issued)| present.max(issued.saturating_add(recused.here.unwrap_or(0))))
            }
        },
        // Where absent members may write, as many as there are members may vote, save those whose own case it is.
        voters: match rule.written {
            Counted::No => present.map(least_apart),
            Counted::Yes => recused.all.filter(|out| *out > 0).map(|out| members.saturating_sub(out)),
        },
        recused: recused.all,
        recused_taking_part: recused.here,
        // Where members may write and nobody was present, all were asked in writing.
        held: if present == Some(0) && rule.written == Counted::Yes { Held::InWriting } else { Held::Meeting },
    }
}

/// Members whose own case it is: all of them, and those who were there.
struct Recused {
    all: Option<u64>,
    here: Option<u64>,
}

/// As the row says it. Where it does not, they are those who were there and got no ballot; of those who may write nobody can tell.
fn recused(row: &MeetingResult, rule: &Rule) -> Recused {
    let said = count(row.recused);
    let present = count(row.present).map(|present| present.min(row.members.into()));
    let without_ballot = present.zip(count(row.issued)).map(|(present, issued)| present.saturating_sub(issued));
    let here = match (said, rule.written) {
        (Some(said), Counted::Yes) => Some(said),
        (Some(said), Counted::No) => without_ballot.map(|without| without.min(said)).or((said == 0).then_some(0)),
        (None, _) => without_ballot,
    };
    Recused { all: said.or(here), here }
}

fn sheet(row: &MeetingResult) -> Sheet {
    Sheet {
        issued: count(row.issued),
        returned: count(row.returned),
        lowered: count(row.lowered),
        invalid: count(row.invalid),
        agreed: count(row.agreed),
        against: count(row.against),
        ..Sheet::default()
    }
}

fn count(number: Option<u32>) -> Option<u64> {
    number.map(u64::from)
}

/// Rows of one meeting that say different things of it.
fn contradictions(rows: &[MeetingResult]) -> BTreeMap<Place, Vec<Doubt>> {
    let mut meetings: BTreeMap<&str, Vec<&MeetingResult>> = BTreeMap::new();
    for row in rows {
        meetings.entry(&row.meeting).or_default().push(row);
    }
    let mut wrong: BTreeMap<Place, Vec<Doubt>> = BTreeMap::new();
    for rows in meetings.values() {
        let Some(first) = rows.first() else { continue };
        let members_differ = rows.iter().find(|row| row.members != first.members).map(|row| row.members);
        let bodies_differ = rows.iter().any(|row| row.body != first.body);
        for row in rows {
            let mut doubts = Vec::new();
            if let Some(other) = members_differ {
                let there = if row.members == first.members { other } else { first.members };
                doubts.push(Doubt::MembersDiffer { here: u64::from(row.members), there: u64::from(there) });
            }
            doubts.extend(bodies_differ.then_some(Doubt::BodiesDiffer));
            doubts.extend((row.on != first.on).then_some(Doubt::DaysDiffer));
            if !doubts.is_empty() {
                wrong.insert(row.place, doubts);
            }
        }
    }
    wrong
}
