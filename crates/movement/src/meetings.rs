//! Votes that meetings wrote down in the data folder: a row for each nominee, tallied for a round.
//!
//! Bodies vote in layers, the unit before the council. Who falls in one layer is not put to the vote in the next. Several meetings of one body on the same
//! nominee are its ballots, in the order of their days. Places are given by the last body that is asked.

mod asked;
mod own;
mod rows;
mod rulings;

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_judge::Calendar;
use phongtrao_plan::SubjectKind;
use phongtrao_register::rows::{MeetingResult, Place, Ruling as ChairRow};

use crate::tally::{AwardRule, Because, BodyKind, Case, Doubt, Held, Item, ItemResult, Lower, Need, Rule, VoteOutcome, decide};
use crate::texts;
pub use asked::{bodies, of_plan};
pub use own::own_ballots;
use rows::Rows;
pub use rows::share;
use rulings::Rulings;

/// An award as meetings vote on it.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardVotes {
    /// Its id in the plan.
    pub award: String,
    /// What is asked of each body that must vote on it; none of them where no vote is asked.
    pub rules: BTreeMap<BodyKind, Rule>,
    /// How many places there are in each unit, block or the organisation; what is not named has no limit. [`of_plan`] names none: the quotas of a round are
    /// counted in `judge`, and rulings between equals reach them there.
    pub places: BTreeMap<String, u64>,
    /// Ids of awards that a nominee must have first.
    pub requires: Vec<String>,
    /// The lower title that a ballot may give instead.
    pub lower: Option<Lower>,
}

/// Who is proposed for an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominee {
    /// Id of the award.
    pub award: String,
    /// Id of the person, unit or household.
    pub subject: String,
    /// What the subject is; none where that is not known.
    pub kind: Option<SubjectKind>,
    /// The unit, block or organisation whose places it takes.
    pub within: String,
}

/// What the meetings of a round decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Meetings {
    /// In the order of the nominees.
    pub results: Vec<NomineeVotes>,
    /// Rows that can't be, or that nobody asked for.
    pub doubts: Vec<RowDoubt>,
}

/// What came of a nominee.
#[derive(Debug, Clone, PartialEq)]
pub struct NomineeVotes {
    /// Id of the award.
    pub award: String,
    /// Id of the subject.
    pub subject: String,
    /// Body by body, in the order in which they vote.
    pub layers: Vec<Layer>,
    /// What came of it in the end; none where no vote is asked.
    pub outcome: Option<VoteOutcome>,
}

/// The vote of one body.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Which.
    pub body: BodyKind,
    /// Its meetings on the nominee, with the rows that say so.
    pub meetings: Vec<(String, Place)>,
    /// Whether enough were there.
    pub quorum: Quorate,
    /// What came of it, and why.
    pub result: ItemResult,
}

/// Whether enough members were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quorate {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Nobody wrote down how many were, or there was no meeting.
    Unknown,
    /// No source asks for a number.
    NotAsked,
}

/// A row that can't be, or that nobody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDoubt {
    /// The row.
    pub place: Place,
    /// What it is.
    pub doubt: Doubt,
}

impl RowDoubt {
    /// The same as a finding whose help names the row.
    pub fn finding(&self) -> Finding {
        let severity = match self.doubt {
            Doubt::BodyNotAsked | Doubt::NotProposed | Doubt::DaysDiffer => Severity::Warning,
            _ => Severity::Error,
        };
        let help = texts::meeting_row(self.place.file, i64::from(self.place.line));
        Finding::new(self.doubt.code(), severity, self.doubt.text()).help(help)
    }
}

impl Meetings {
    /// What came of a nominee.
    pub fn of(&self, award: &str, subject: &str) -> Option<&NomineeVotes> {
        self.results.iter().find(|result| result.award == award && result.subject == subject)
    }
}

/// Tallies the rows for the nominees of a round, with what the chair decided between equals. `awards` are in the order in which they are voted on;
/// rows of other awards are left alone. `own` are rows with a ballot of a member on the own case, as [`own_ballots`] finds them.
pub fn tally(
    rows: &[MeetingResult],
    chair: &[ChairRow],
    awards: &[AwardVotes],
    nominees: &[Nominee],
    own: &BTreeMap<Place, String>,
) -> Meetings {
    let mut doubts = Vec::new();
    let rows = Rows::of(rows, awards, nominees, own, &mut doubts);
    let mut results: Vec<NomineeVotes> = nominees.iter().map(unvoted).collect();
    let rulings = Rulings::of(chair, nominees);
    for body in BodyKind::ALL {
        layer(body, (&rows, &rulings), awards, nominees, &mut results, &mut doubts);
    }
    for result in &mut results {
        result.outcome = together(&result.layers);
    }
    Meetings { results, doubts }
}

/// The rows of meetings of this time that a round is held, up to the day of judging.
pub fn of_round(rows: &[MeetingResult], calendar: &Calendar) -> Vec<MeetingResult> {
    rows.iter().filter(|row| calendar.is_decided(row.on)).cloned().collect()
}

/// The rulings of the chair alone, up to the day of judging: nobody else decides between equals. Where nobody has said who the chair is, all are believed.
pub fn of_chair(rulings: &[ChairRow], calendar: &Calendar, chair: Option<&BTreeSet<String>>) -> Vec<ChairRow> {
    let is_of_chair = |row: &&ChairRow| calendar.is_decided(row.on) && chair.is_none_or(|chair| chair.contains(&row.by));
    rulings.iter().filter(is_of_chair).cloned().collect()
}

fn unvoted(nominee: &Nominee) -> NomineeVotes {
    NomineeVotes { award: nominee.award.clone(), subject: nominee.subject.clone(), layers: Vec::new(), outcome: None }
}

/// The vote of one body on all nominees on whom it is asked, save those who fell before.
fn layer(
    body: BodyKind,
    (rows, rulings): (&Rows<'_>, &Rulings),
    awards: &[AwardVotes],
    nominees: &[Nominee],
    results: &mut [NomineeVotes],
    doubts: &mut Vec<RowDoubt>,
) {
    let rules: Vec<AwardRule> = awards.iter().filter_map(|award| award.rule(body)).collect();
    let by_award: BTreeMap<&str, &AwardRule> = rules.iter().map(|rule| (rule.award.as_str(), rule)).collect();
    let requires: BTreeMap<&str, &[String]> = awards.iter().map(|award| (award.award.as_str(), award.requires.as_slice())).collect();
    // A nominee only waits for items that are before the same body.
    let asked = |nominee: &&Nominee| by_award.contains_key(nominee.award.as_str());
    let ids: std::collections::BTreeSet<String> =
        nominees.iter().filter(asked).map(|nominee| id(&nominee.award, &nominee.subject)).collect();
    let mut items: Vec<(usize, Item)> = Vec::new();
    for (at, nominee) in nominees.iter().enumerate().filter(|(_, nominee)| asked(nominee)) {
        let ground = requires.get(nominee.award.as_str()).copied().unwrap_or_default();
        let ground = ground.iter().map(|award| id(award, &nominee.subject)).filter(|id| ids.contains(id)).collect();
        items.push((at, item(nominee, ground)));
    }
    let (standing, fallen): (Vec<_>, Vec<_>) = items.into_iter().partition(|(at, _)| !results.get(*at).is_some_and(has_fallen));
    for (at, item) in &fallen {
        push(results, *at, Layer { body, meetings: rows.meetings(body, item), quorum: Quorate::NotAsked, result: fell(item) });
    }
    let of = |(_, item): &(usize, Item)| Some((by_award.get(item.award.as_str()).copied()?, rows.sheets(body, item)));
    let counted: Vec<_> = standing.iter().filter_map(of).collect();
    let cases: Vec<Case<'_>> = standing.iter().zip(counted).map(|((_, item), (award, found))| found.case(item, award)).collect();
    // Only the last body gives places, so that only there equals stand against each other.
    let has_places = |award: &str| by_award.get(award).is_some_and(|rule| !rule.places.is_empty());
    let lower = |award: &str| by_award.get(award).and_then(|rule| rule.lower.as_ref());
    let gives_places = |award: &str| has_places(award) || lower(award).is_some_and(|lower| has_places(&lower.award));
    let tally = decide(&rules, &cases, &rulings.of_awards(gives_places));
    for doubted in tally.doubts {
        let case = cases.iter().find(|case| case.item.id == doubted.item);
        let place = rulings.place(&doubted).or_else(|| rows.last(body, case?.item));
        doubts.extend(place.map(|place| RowDoubt { place, doubt: doubted.doubt }));
    }
    for (((at, item), case), result) in standing.iter().zip(&cases).zip(tally.results) {
        let needs_none = matches!(case.award.rule.need, Need::NotNeeded(_)) && case.sheets.is_empty();
        if !needs_none {
            push(results, *at, Layer { body, meetings: rows.meetings(body, item), quorum: quorate(case, &result), result });
        }
    }
    come_down(body, results);
}

/// Who comes down to a lower title has it by the ballot on the higher one, where nobody has voted on it apart; of the bodies before, too, by their votes for
/// the higher one.
fn come_down(body: BodyKind, results: &mut [NomineeVotes]) {
    let comes_down = |result: &NomineeVotes| {
        let layer = result.layers.last().filter(|layer| layer.body == body)?;
        let VoteOutcome::Downgraded { to } = &layer.result.outcome else { return None };
        Some((id(to, &result.subject), result.layers.clone()))
    };
    let higher: BTreeMap<String, Vec<Layer>> = results.iter().filter_map(comes_down).collect();
    if higher.is_empty() {
        return;
    }
    for result in results {
        let Some(higher) = higher.get(&id(&result.award, &result.subject)) else { continue };
        for own in result.layers.iter_mut().filter(|own| is_left_to_higher(own)) {
            if let Some(higher) = higher.iter().find(|higher| higher.body == own.body && gives_lower(higher)) {
                *own = by_higher(own, higher);
            }
        }
    }
}

fn is_left_to_higher(own: &Layer) -> bool {
    let waits = own.result.because.iter().any(|because| matches!(because, Because::WaitsFor { .. }));
    own.meetings.is_empty() && own.result.outcome == VoteOutcome::Unknown && !waits
}

fn gives_lower(higher: &Layer) -> bool {
    matches!(higher.result.outcome, VoteOutcome::Passed | VoteOutcome::Downgraded { .. })
}

/// The vote on a lower title as the ballot on the higher one gave it.
fn by_higher(own: &Layer, higher: &Layer) -> Layer {
    let enough = higher.result.because.iter().rev().find_map(|because| match because {
        Because::EnoughForLower { votes, .. } | Because::Enough { votes, .. } => Some((*votes, because.clone())),
        _ => None,
    });
    let (votes, because) = enough.unzip();
    let result = ItemResult {
        outcome: VoteOutcome::Passed,
        votes,
        ballot: higher.result.ballot,
        because: because.into_iter().collect(),
        cautions: higher.result.cautions.clone(),
        ..own.result.clone()
    };
    Layer { meetings: higher.meetings.clone(), quorum: higher.quorum, result, ..own.clone() }
}

impl AwardVotes {
    /// What the award asks of a body. Only the last body gives places.
    fn rule(&self, body: BodyKind) -> Option<AwardRule> {
        let is_last = self.rules.keys().next_back() == Some(&body);
        let places = if is_last { self.places.clone() } else { BTreeMap::new() };
        Some(AwardRule { award: self.award.clone(), rule: self.rules.get(&body)?.clone(), places, lower: self.lower.clone() })
    }
}

fn id(award: &str, subject: &str) -> String {
    format!("{award}/{subject}")
}

fn item(nominee: &Nominee, requires: Vec<String>) -> Item {
    Item {
        id: id(&nominee.award, &nominee.subject),
        award: nominee.award.clone(),
        subject: nominee.subject.clone(),
        kind: nominee.kind,
        within: nominee.within.clone(),
        requires,
        recused: Default::default(),
    }
}

fn push(results: &mut [NomineeVotes], at: usize, layer: Layer) {
    if let Some(result) = results.get_mut(at) {
        result.layers.push(layer);
    }
}

fn has_fallen(result: &NomineeVotes) -> bool {
    result.layers.iter().any(|layer| layer.result.outcome.has_fallen())
}

/// Not put to the vote, because the body before did not propose it.
fn fell(item: &Item) -> ItemResult {
    ItemResult {
        item: item.id.clone(),
        award: item.award.clone(),
        subject: item.subject.clone(),
        outcome: VoteOutcome::NotPut,
        votes: None,
        ballot: None,
        ballots_left: None,
        because: vec![Because::FellBefore],
        cautions: Vec::new(),
    }
}

fn quorate(case: &Case<'_>, result: &ItemResult) -> Quorate {
    let Some(quorum) = &case.award.rule.quorum else { return Quorate::NotAsked };
    match case.strength.present {
        _ if case.strength.held == Held::InWriting => Quorate::NotAsked,
        _ if result.because.iter().any(|because| matches!(because, Because::NoQuorum { .. })) => Quorate::No,
        Some(present) if present >= quorum.needed(case.strength.members) && present <= case.strength.members => Quorate::Yes,
        _ => Quorate::Unknown,
    }
}

/// What the layers say together: who fell in one fell; who passed all passed; else what is open.
fn together(layers: &[Layer]) -> Option<VoteOutcome> {
    let outcomes = || layers.iter().map(|layer| &layer.result.outcome);
    let fallen = outcomes().find(|outcome| outcome.has_fallen());
    let open = || outcomes().find(|outcome| **outcome != VoteOutcome::Passed);
    fallen.or_else(open).or_else(|| outcomes().next_back()).cloned()
}
