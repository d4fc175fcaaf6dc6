//! The council's meeting: the papers that it needs before, at and after it.

mod ballots;
mod counting;
mod invitation;
mod minutes;
mod notice;
mod roll;

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::agenda;
use phongtrao_movement::meetings::{self, AwardVotes, Layer};
use phongtrao_movement::tally::{BodyKind, Outcome, Rule};
use phongtrao_plan::Award;
use phongtrao_register::rows::{MeetingResult, Sitting};

use super::{Desk, Made};
use crate::round::Item;
use crate::{Case, texts};

/// The word of the data folder for a meeting of the council.
const COUNCIL: &str = "council";

/// A meeting of the council on a round.
struct Session<'d> {
    sitting: &'d Sitting,
    /// In the order in which they are voted on.
    lines: Vec<Line<'d>>,
    /// What the meeting wrote down, by award and subject.
    counted: BTreeMap<(&'d str, &'d str), &'d MeetingResult>,
}

/// An item of the agenda: an award for one kind of subject, with those who are put to the vote.
struct Line<'d> {
    award: &'d str,
    /// As printed.
    name: String,
    /// What is asked of the council.
    rule: Rule,
    /// In the order of lists.
    cases: Vec<&'d Case>,
}

/// The papers of the meeting, in the order in which they are needed.
const PAPERS: &[fn(&Desk<'_, '_>, &Session<'_>) -> Option<Item>] =
    &[notice::of, invitation::of, roll::of, ballots::of, counting::of, minutes::of];

/// None where no award of the round is put to the council's vote. The day of the meeting must be known first.
pub(super) fn of_council(desk: &Desk<'_, '_>) -> Made {
    let lines = lines(desk);
    if lines.is_empty() {
        return Made::default();
    }
    let Some(sitting) = sitting(desk, &lines) else {
        let awaits = Finding::new("clerk-council-day", Severity::Note, texts::council_day(&desk.facts.organisation.council.name));
        return Made { items: Vec::new(), findings: vec![awaits.help(texts::council_day_help())] };
    };
    let rows = desk.facts.register.meetings.iter().filter(|row| row.meeting == sitting.meeting);
    let counted: BTreeMap<_, _> = rows.map(|row| ((row.award.as_str(), row.subject.as_str()), row)).collect();
    let lines = if counted.is_empty() { lines } else { put(lines, &counted) };
    let session = Session { sitting, lines, counted };
    PAPERS.iter().filter_map(|make| make(desk, &session)).collect::<Vec<Item>>().into()
}

/// What is put to the council's vote.
fn lines<'d>(desk: &Desk<'d, '_>) -> Vec<Line<'d>> {
    let facts = desk.facts;
    let awards: Vec<&Award> = facts.plan.awards.iter().collect();
    let sectors: Vec<&str> = facts.register.organisation.sectors.iter().map(|sector| sector.word.as_str()).collect();
    let mut asked: BTreeMap<String, AwardVotes> = meetings::of_plan(facts.plan, facts.packs, &awards, &sectors, facts.as_of())
        .into_iter()
        .map(|votes| (votes.award.clone(), votes))
        .collect();
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    for award in &awards {
        if let Some(rule) = asked.get_mut(&award.id).and_then(|votes| votes.rules.remove(&BodyKind::Council)) {
            rules.insert(&award.id, rule);
        }
    }
    let line = |line: agenda::Line<'d>| {
        let is_of = |case: &&&Case| case.award == line.award.id && Some(case.kind) == line.kind;
        let is_put = |case: &&&Case| layer(case).is_some_and(|layer| layer.result.outcome != Outcome::NotPut);
        let cases: Vec<&Case> = desk.put_forward.iter().filter(is_of).filter(is_put).copied().collect();
        let rule = rules.get(line.award.id.as_str()).filter(|_| !cases.is_empty())?.clone();
        Some(Line { award: &line.award.id, name: facts.award_title(&line.award.id), rule, cases })
    };
    // What is put forward, not what the plan says of kinds: it may leave them to its readers.
    let kinds = |award: &Award| desk.put_forward.iter().filter(|case| case.award == award.id).map(|case| case.kind).collect();
    agenda::lines_of(&awards, kinds).into_iter().filter_map(line).collect()
}

/// Those on whom a meeting that was held has voted; who moved up since then is for the next one.
fn put<'d>(mut lines: Vec<Line<'d>>, counted: &BTreeMap<(&str, &str), &MeetingResult>) -> Vec<Line<'d>> {
    for line in &mut lines {
        line.cases.retain(|case| counted.contains_key(&(case.award.as_str(), case.subject.as_str())));
    }
    lines.retain(|line| !line.cases.is_empty());
    lines
}

/// The council's own layer of the votes on a case.
fn layer(case: &Case) -> Option<&Layer> {
    case.votes.as_ref()?.layers.iter().find(|layer| layer.body == BodyKind::Council)
}

/// The meeting that voted on the cases, else the next that is planned.
fn sitting<'d>(desk: &Desk<'d, '_>, lines: &[Line<'_>]) -> Option<&'d Sitting> {
    let sittings = || desk.facts.register.sittings.iter().filter(|sitting| sitting.body == COUNCIL);
    let layers = lines.iter().flat_map(|line| &line.cases).filter_map(|case| layer(case));
    let held = layers.flat_map(|layer| &layer.meetings).map(|(meeting, _)| meeting).next_back();
    match held {
        Some(meeting) => sittings().find(|sitting| sitting.meeting == *meeting),
        None => sittings().filter(|sitting| sitting.on >= desk.facts.as_of()).min_by_key(|sitting| sitting.on),
    }
}

impl<'d> Session<'d> {
    /// What the meeting wrote down on a case.
    fn row(&self, case: &Case) -> Option<&'d MeetingResult> {
        self.counted.get(&(case.award.as_str(), case.subject.as_str())).copied()
    }
}
