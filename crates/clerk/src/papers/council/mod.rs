//! The council's meeting: the papers that it needs before, at and after it.

mod ballots;
mod concluded;
mod counting;
mod invitation;
mod minutes;
mod notice;
mod presence;
mod roll;
mod rulings;
mod withheld;

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::agenda;
use phongtrao_movement::meetings::Layer;
use phongtrao_movement::tally::{BodyKind, Rule, VoteOutcome};
use phongtrao_plan::Award;
use phongtrao_press::meeting::Votes;
use phongtrao_register::rows::{MeetingResult, Sitting};
use phongtrao_value::{Date, printed_date};

use super::{Made, Material, nominees};
use crate::counted::counted;
use crate::round::{Item, slug};
use crate::{Case, texts};

/// What is put to the council's vote in a round, and the numbers by which papers name it.
pub(super) struct Agenda<'d> {
    lines: Vec<Line<'d>>,
    numbers: BTreeMap<(&'d str, &'d str), u32>,
}

/// An item of the agenda: an award for one kind of subject, with those who are put to the vote.
#[derive(Clone)]
struct Line<'d> {
    award: &'d Award,
    /// As printed.
    name: String,
    /// The lower award that a ballot may give instead, as printed.
    lower: Option<String>,
    /// What is asked of the council.
    rule: Rule,
    /// In the order of lists.
    cases: Vec<&'d Case>,
}

/// A meeting of the council on a round.
struct Session<'d> {
    sitting: &'d Sitting,
    /// In the order in which they are voted on.
    lines: Vec<Line<'d>>,
    numbers: &'d BTreeMap<(&'d str, &'d str), u32>,
    /// What the meeting wrote down, by award and subject.
    counted: BTreeMap<(&'d str, &'d str), &'d MeetingResult>,
}

/// The papers of a meeting, in the order in which they are needed.
const PAPERS: &[fn(&Material<'_, '_>, &Session<'_>) -> Option<Item>] =
    &[notice::of, invitation::of, roll::of, ballots::of, counting::of, minutes::of];

/// The papers of each meeting that voted, and of the one to come for those on whom none has. None where no award of the round is put to the council's vote.
pub(super) fn of_council(material: &Material<'_, '_>) -> Made {
    let agenda = Agenda::of(material);
    let (sessions, mut findings) = sessions(material, &agenda);
    let mut items = Vec::new();
    for session in &sessions {
        findings.extend(minutes::missing(material, session));
        findings.extend(presence::contradictory(material, session));
        findings.extend(notice::too_short(material, session));
        let made = PAPERS.iter().filter_map(|make| make(material, session));
        items.extend(made.map(|item| if sessions.len() > 1 { of_several(item, session, &sessions) } else { item }));
    }
    Made { items, findings }
}

/// With the day, so that papers of two meetings are told apart; two of one day by their ids.
fn of_several(item: Item, session: &Session<'_>, all: &[Session<'_>]) -> Item {
    let day = session.sitting.on;
    let several = all.iter().filter(|other| other.sitting.on == day).count() > 1;
    let meeting = if several { session.sitting.meeting.as_str() } else { "" };
    Item { file: slug(&format!("{} {day} {meeting}", item.file)), title: format!("{}, {}", item.title, printed_date::short(day)), ..item }
}

impl<'d> Agenda<'d> {
    pub(super) fn of(material: &Material<'d, '_>) -> Agenda<'d> {
        let mut lines = lines(material);
        if lines.iter().flat_map(|line| &line.cases).any(|case| !is_open(case)) {
            // Once the council has met, whoever their unit has not voted on yet is for a later time.
            lines = among(&lines, |case| !is_open(case) || has_passed_unit(case));
        }
        let put: BTreeSet<(&str, &str)> = lines.iter().flat_map(|line| &line.cases).map(|case| key(case)).collect();
        let numbers = material.put_forward.iter().map(|case| key(case)).filter(|case| put.contains(case)).zip(1..).collect();
        Agenda { lines, numbers }
    }

    /// The number of a case among all on whom the council votes, in the order of lists; none of one on whom it does not.
    pub(super) fn number(&self, case: &Case) -> Option<u32> {
        self.numbers.get(&(case.award.as_str(), case.subject.as_str())).copied()
    }
}

fn key(case: &Case) -> (&str, &str) {
    (&case.award, &case.subject)
}

/// What is put to the council's vote.
fn lines<'d>(material: &Material<'d, '_>) -> Vec<Line<'d>> {
    let facts = material.facts;
    let awards: Vec<&Award> = facts.plan.awards.iter().collect();
    let line = |line: agenda::Line<'d>| {
        let rule = material.vote_rule(&line.award.id, BodyKind::Council)?.clone();
        let is_of = |case: &&&Case| case.award == line.award.id && Some(case.kind) == line.kind;
        let cases: Vec<&Case> = material.put_forward.iter().filter(is_of).filter(|case| is_put(case)).copied().collect();
        let name = facts.award_title(&line.award.id);
        (!cases.is_empty()).then(|| Line { award: line.award, name, lower: lower(material, line.award), rule, cases })
    };
    // What is put forward, not what the plan says of kinds: it may leave them to its readers.
    let kinds = |award: &Award| material.put_forward.iter().filter(|case| case.award == award.id).map(|case| case.kind).collect();
    agenda::lines_of(&awards, kinds).into_iter().filter_map(line).collect()
}

/// The lower award that a ballot of the council may give instead, where it votes on that one too.
fn lower(material: &Material<'_, '_>, award: &Award) -> Option<String> {
    let lower = material.asked.iter().find(|votes| votes.award == award.id)?.lower.as_ref()?;
    material.vote_rule(&lower.award, BodyKind::Council).map(|_| material.facts.award_title(&lower.award))
}

/// Whether a case comes before the council: one that a meeting could not vote on, for too few were there, does.
fn is_put(case: &Case) -> bool {
    layer(case).is_some_and(|layer| layer.result.outcome != VoteOutcome::NotPut || !layer.meetings.is_empty())
}

/// Whether the unit has chosen a case, or is not asked.
fn has_passed_unit(case: &Case) -> bool {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    layers.into_iter().filter(|layer| layer.body == BodyKind::Unit).all(|layer| layer.result.outcome == VoteOutcome::Passed)
}

/// The council's own layer of the votes on a case.
fn layer(case: &Case) -> Option<&Layer> {
    case.votes.as_ref()?.layers.iter().find(|layer| layer.body == BodyKind::Council)
}

/// A session for each meeting that voted, by its day, and one for those on whom none has.
fn sessions<'d>(material: &Material<'d, '_>, agenda: &'d Agenda<'d>) -> (Vec<Session<'d>>, Vec<Finding>) {
    let (mut sessions, mut findings) = (Vec::new(), Vec::new());
    for (_, meeting) in held(material, &agenda.lines) {
        let rows = material.facts.register.meetings.iter().filter(|row| row.meeting == meeting);
        let counted: BTreeMap<_, _> = rows.map(|row| ((row.award.as_str(), row.subject.as_str()), row)).collect();
        let lines = among(&agenda.lines, |case| counted.contains_key(&key(case)));
        match material.sittings.sitting(meeting) {
            Some(sitting) => sessions.push(Session { sitting, lines, numbers: &agenda.numbers, counted }),
            None => findings.push(unwritten(meeting)),
        }
    }
    let open = among(&agenda.lines, is_open);
    if !open.is_empty() {
        match planned(material) {
            Some(sitting) => sessions.push(Session { sitting, lines: open, numbers: &agenda.numbers, counted: BTreeMap::new() }),
            None => findings.push(without_day(material, &open, !sessions.is_empty())),
        }
    }
    (sessions, findings)
}

/// The meetings that voted on somebody, by their days.
fn held<'d>(material: &Material<'d, '_>, lines: &[Line<'d>]) -> BTreeSet<(Date, &'d str)> {
    let layers = lines.iter().flat_map(|line| &line.cases).filter_map(|case| layer(case));
    let meetings = layers.flat_map(|layer| &layer.meetings);
    meetings.filter_map(|(meeting, _)| Some((material.sittings.counted(meeting)?.on, meeting.as_str()))).collect()
}

/// Whether a case still needs a meeting: none has voted on it, or too few were there.
fn is_open(case: &Case) -> bool {
    layer(case).is_some_and(|layer| layer.meetings.is_empty() || layer.result.outcome == VoteOutcome::NotPut)
}

/// The lines of an agenda for some of its cases.
fn among<'d>(lines: &[Line<'d>], holds: impl Fn(&Case) -> bool) -> Vec<Line<'d>> {
    let mut lines = lines.to_vec();
    for line in &mut lines {
        line.cases.retain(|case| holds(case));
    }
    lines.retain(|line| !line.cases.is_empty());
    lines
}

/// The meeting to come that the data folder names: the next one, else the last of the round's time of which no numbers are written down yet.
fn planned<'d>(material: &Material<'d, '_>) -> Option<&'d Sitting> {
    let facts = material.facts;
    let calendar = &facts.round.calendar;
    let has_voted = |sitting: &&Sitting| material.sittings.counted(&sitting.meeting).is_some_and(|row| calendar.is_decided(row.on));
    let is_of_round = |sitting: &&Sitting| {
        sitting.body == BodyKind::Council.word() && sitting.on >= calendar.period.from && calendar.held.holds(sitting.on)
    };
    let sittings = || facts.register.sittings.iter().filter(is_of_round).filter(|sitting| !has_voted(sitting));
    let next = sittings().filter(|sitting| sitting.on >= facts.as_of()).min_by_key(|sitting| sitting.on);
    next.or_else(|| sittings().max_by_key(|sitting| sitting.on))
}

/// Cases on whom the council is to vote, nobody wrote down when.
fn without_day(material: &Material<'_, '_>, open: &[Line<'_>], has_met: bool) -> Finding {
    let council = &material.facts.organisation.council.name;
    let cases = || open.iter().flat_map(|line| &line.cases);
    let (_, names) = counted(material.facts, cases().map(|case| case.subject.as_str()));
    let message = if has_met { texts::council_open(council, cases().count(), names) } else { texts::council_day(council) };
    Finding::new("clerk-council-day", Severity::Note, message).help(texts::council_day_help())
}

/// A meeting that voted, but of which nobody wrote down when and where it was.
fn unwritten(meeting: &str) -> Finding {
    Finding::new("clerk-council-unwritten", Severity::Warning, texts::council_unwritten(meeting))
        .help(texts::council_unwritten_help(meeting))
}

impl<'d> Session<'d> {
    /// Those on whom it votes.
    fn cases(&self) -> impl Iterator<Item = &'d Case> + '_ {
        self.lines.iter().flat_map(|line| line.cases.iter().copied())
    }

    /// What the meeting wrote down on a case.
    fn row(&self, case: &Case) -> Option<&'d MeetingResult> {
        self.counted.get(&key(case)).copied()
    }

    /// The votes of this meeting on a case; another may have voted on it since.
    fn votes(&self, material: &Material<'_, '_>, case: &Case) -> Option<Votes> {
        match self.is_last_on(case) {
            true => nominees::votes(case, BodyKind::Council),
            false => material.votes_at(case, BodyKind::Council, &self.sitting.meeting),
        }
    }

    fn is_last_on(&self, case: &Case) -> bool {
        layer(case).and_then(|layer| layer.meetings.last()).is_some_and(|(meeting, _)| *meeting == self.sitting.meeting)
    }

    fn number(&self, case: &Case) -> Option<u32> {
        self.numbers.get(&key(case)).copied()
    }

    /// Its lines in the order of the table of nominees, in which its slips and counts stand.
    fn lines_by_number(&self) -> Vec<&Line<'d>> {
        let mut lines: Vec<&Line<'_>> = self.lines.iter().collect();
        lines.sort_by_key(|line| line.cases.first().and_then(|case| self.number(case)));
        lines
    }
}
