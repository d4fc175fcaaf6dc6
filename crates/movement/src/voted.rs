//! What bodies voted, as facts that the judge is given: met, not met or unknown, with the numbers, the rows and the source of each rule.
//!
//! Before a body has met on an award nothing is asked: that a vote is still to come is said beside the award. Once it has, whoever it did not vote on waits. A meeting without a quorum, or on a list that was not posted
//! long enough, leaves the vote open: it must be held again.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Name, Text};
use phongtrao_judge::days::is_posted_long_enough;
use phongtrao_judge::facts::{Ground, Missing};
use phongtrao_judge::reasons::{Asked, Reason};
use phongtrao_judge::round::HasMet;
use phongtrao_judge::{Calendar, Verdict};
use phongtrao_plan::{Award, Plan};
use phongtrao_register::Register;
use phongtrao_register::rows::{MeetingResult, Place, PostKind, Sitting};
use phongtrao_rules::Packs;
use phongtrao_rules::entries::{Posting, VoteBase};
use phongtrao_value::Date;

use crate::law::Law;
use crate::meetings::{self, AwardVotes, Layer, Meetings, Nominee, Quorate};
use crate::rounds::Wanted;
use crate::tally::{Basis, Because, BodyKind, Quorum, Threshold, VoteOutcome};
use crate::{posting, texts};

/// The word of packs for a list that is posted before the council meets.
const BEFORE_COUNCIL: &str = "council-meeting";

/// What bodies voted on the nominees of an award.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Voted {
    /// By subject, body by body.
    pub(crate) reasons: BTreeMap<String, Vec<Reason>>,
    /// The bodies that have met on the award.
    pub(crate) has_met: Vec<HasMet>,
    /// What whoever rests on the rules of these votes must be told.
    pub(crate) cautions: Vec<Text>,
}

/// What stands in the rows of meetings of this time that the round is held, by award.
pub(crate) fn of_round(
    plan: &Plan,
    law: &Law<'_>,
    register: &Register,
    calendar: &Calendar,
    awards: &[&Award],
    wanted: &Wanted<'_>,
) -> BTreeMap<String, Voted> {
    let (packs, on) = (law.packs, law.day);
    let rows = meetings::of_round(&register.meetings, calendar);
    if rows.is_empty() {
        return BTreeMap::new();
    }
    let asked = meetings::of_plan(plan, law, awards);
    let lower: BTreeMap<&str, &str> =
        asked.iter().filter_map(|votes| Some((votes.award.as_str(), votes.lower.as_ref()?.award.as_str()))).collect();
    let voted_on = || rows.iter().map(|row| (row.award.as_str(), row.subject.as_str()));
    // A ballot may give the lower title to somebody on whom nobody votes apart.
    let may_come_down = voted_on().filter_map(|(award, subject)| Some((*lower.get(award)?, subject)));
    let named: BTreeSet<(&str, &str)> = voted_on().chain(may_come_down).collect();
    let nominee = |(award, subject): &(&str, &str)| Nominee {
        award: (*award).to_owned(),
        subject: (*subject).to_owned(),
        kind: None,
        within: String::new(),
    };
    let nominees: Vec<Nominee> = named.iter().map(nominee).collect();
    let own = meetings::own_ballots(register, &rows, &wanted.council);
    let rulings = meetings::of_chair(&register.rulings, calendar, wanted.chair.as_ref());
    let held = meetings::tally(&rows, &rulings, &asked, &nominees, &own);
    let posting_of = |award: &Award| posting::of_packs(packs, law.about(award), on).filter(|(posting, _)| posting.before == BEFORE_COUNCIL);
    let votes = Votes {
        packs,
        on,
        rows: rows.iter().map(|row| (row.place, row)).collect(),
        sittings: register.sittings.iter().map(|sitting| (sitting.meeting.as_str(), sitting)).collect(),
        asked: asked.iter().map(|votes| (votes.award.as_str(), votes)).collect(),
        postings: awards.iter().filter_map(|award| Some((award.id.as_str(), posting_of(award)?))).collect(),
        doubts: doubts(&held),
    };
    let mut voted = votes.facts(&held);
    for (award, bodies) in votes.have_met(&held, register) {
        voted.entry(award).or_default().has_met = bodies;
    }
    voted
}

/// What is wrong with rows, in words.
fn doubts(held: &Meetings) -> BTreeMap<Place, Vec<Text>> {
    let mut doubts: BTreeMap<Place, Vec<Text>> = BTreeMap::new();
    for doubted in &held.doubts {
        doubts.entry(doubted.place).or_default().push(doubted.doubt.text());
    }
    doubts
}

/// What facts are made from.
struct Votes<'d> {
    packs: &'d Packs,
    on: Date,
    rows: BTreeMap<Place, &'d MeetingResult>,
    sittings: BTreeMap<&'d str, &'d Sitting>,
    asked: BTreeMap<&'d str, &'d AwardVotes>,
    postings: BTreeMap<&'d str, (&'d Posting, Basis)>,
    doubts: BTreeMap<Place, Vec<Text>>,
}

impl Votes<'_> {
    fn facts(&self, held: &Meetings) -> BTreeMap<String, Voted> {
        let mut facts: BTreeMap<String, Voted> = BTreeMap::new();
        for result in &held.results {
            let Some(asked) = self.asked.get(result.award.as_str()) else { continue };
            let met: Vec<&Layer> = result.layers.iter().filter(|layer| !layer.meetings.is_empty()).collect();
            if met.is_empty() {
                continue;
            }
            let voted = facts.entry(result.award.clone()).or_default();
            for caution in met.iter().flat_map(|layer| &layer.result.cautions) {
                if !voted.cautions.contains(caution) {
                    voted.cautions.push(caution.clone());
                }
            }
            let reasons = met.iter().map(|layer| self.reason(asked, layer)).collect();
            voted.reasons.insert(result.subject.clone(), reasons);
        }
        facts
    }

    /// The bodies that have met on each award. A unit's own vote concerns its own people and itself.
    fn have_met(&self, held: &Meetings, register: &Register) -> BTreeMap<String, Vec<HasMet>> {
        let mut bodies: BTreeMap<(String, BodyKind), BTreeSet<String>> = BTreeMap::new();
        for result in &held.results {
            for layer in result.layers.iter().filter(|layer| !layer.meetings.is_empty()) {
                bodies.entry((result.award.clone(), layer.body)).or_default().insert(result.subject.clone());
            }
        }
        let mut have_met: BTreeMap<String, Vec<HasMet>> = BTreeMap::new();
        for ((award, body), voted_on) in bodies {
            let Some(asked) = self.asked.get(award.as_str()) else { continue };
            let (asked, source) = self.vote_of(asked, body);
            let units = (body == BodyKind::Unit).then(|| units_of(register, &voted_on));
            have_met.entry(award).or_default().push(HasMet { asked, source, units, voted_on });
        }
        have_met
    }

    /// What the vote of a body asks, and where that stands.
    fn vote_of(&self, asked: &AwardVotes, body: BodyKind) -> (Text, Option<String>) {
        let threshold = asked.rules.get(&body).and_then(|rule| rule.threshold.as_ref());
        let words = threshold.map_or_else(|| body_voted(body), |threshold| vote_asked(self.name(&threshold.basis), threshold));
        (words, threshold.map(|threshold| threshold.basis.source.clone()))
    }

    fn reason(&self, asked: &AwardVotes, layer: &Layer) -> Reason {
        let rule = asked.rules.get(&layer.body);
        let (words, source) = self.vote_of(asked, layer.body);
        let mut reason = Reason { source, ..Reason::new(words) };
        reason.grounds = layer.meetings.iter().filter_map(|(_, place)| Some(fact(self.rows.get(place)?))).collect();
        let quorum = rule.and_then(|rule| rule.quorum.as_ref()).filter(|_| layer.quorum != Quorate::NotAsked);
        reason.parts.extend(quorum.map(|quorum| self.quorum(quorum, layer)));
        reason.parts.extend(self.posted(asked, layer));
        let own = verdict(layer);
        let counts = reason.parts.iter().all(|part| part.verdict == Some(Verdict::Met)) || layer.result.outcome == VoteOutcome::NotPut;
        reason.verdict = Some(if counts { own } else { Verdict::Unknown });
        let because: Vec<Text> = layer.result.because.iter().map(Because::text).collect();
        if own == Verdict::Unknown {
            let doubts = layer.meetings.iter().filter_map(|(_, place)| self.doubts.get(place)).flatten().cloned();
            reason.missing = because.into_iter().chain(doubts).map(Missing::new).collect();
        } else {
            let mut because = because.into_iter();
            reason.asked = because.next().map(Asked::from);
            reason.parts.extend(because.map(Reason::new));
        }
        reason
    }

    fn quorum(&self, quorum: &Quorum, layer: &Layer) -> Reason {
        let least = quorum.least;
        let mut reason = Reason::new(texts::ask_quorum(self.name(&quorum.basis), format!("{}/{}", least.numerator, least.denominator)));
        reason.source = Some(quorum.basis.source.clone());
        reason.verdict = Some(match layer.quorum {
            Quorate::No => Verdict::NotMet,
            Quorate::Unknown => Verdict::Unknown,
            Quorate::Yes | Quorate::NotAsked => Verdict::Met,
        });
        if reason.verdict == Some(Verdict::Unknown) {
            reason.missing.push(Missing::new(Because::PresenceUnknown.text()));
        }
        reason
    }

    /// Whether the list was posted long enough before the council's last meeting, where somebody wrote down since when it was.
    fn posted(&self, asked: &AwardVotes, layer: &Layer) -> Option<Reason> {
        let (meeting, place) = layer.meetings.last().filter(|_| layer.body == BodyKind::Council)?;
        let (asked, basis) = self.postings.get(asked.award.as_str())?;
        let sitting = self.sittings.get(meeting.as_str())?;
        let (posted, met) = (sitting.posted?, self.rows.get(place)?.on);
        let mut reason = Reason::new(texts::ask_posting(self.name(basis), i64::from(asked.working_days)));
        reason.source = Some(basis.source.clone());
        reason.verdict = Some(is_posted_long_enough(self.packs, asked, posted, met));
        let words = texts::fact_posted(posted, met);
        reason.grounds.push(Ground { place: sitting.place, words, audience: Default::default() });
        if reason.verdict != Some(Verdict::Met) {
            let first = posting::first_day_after(self.packs, asked, posted);
            reason.missing.extend(first.map(texts::missing_posting).map(Missing::new));
        }
        Some(reason)
    }

    /// The name of an entry; its id where it has none of that day.
    fn name(&self, basis: &Basis) -> Name {
        self.packs.entry(&basis.entry, self.on).map_or_else(
            || Name::same(&basis.entry),
            |entry| Name { vietnamese: entry.head.name_vi.clone(), english: entry.head.name_en.clone() },
        )
    }
}

/// The units in whose own votes these were: that of a main post, of a unit itself.
fn units_of(register: &Register, voted_on: &BTreeSet<String>) -> BTreeSet<String> {
    let posts = register.posts.iter().filter(|post| post.kind == PostKind::Main && voted_on.contains(&post.person));
    let units = register.units.iter().filter(|unit| voted_on.contains(&unit.id)).map(|unit| unit.id.clone());
    let households = register.households.iter().filter(|household| voted_on.contains(&household.id));
    posts.map(|post| post.unit.clone()).chain(units).chain(households.filter_map(|household| household.unit.clone())).collect()
}

/// What the share of votes asks, in words.
pub(crate) fn vote_asked(name: Name, threshold: &Threshold) -> Text {
    let of = match threshold.of {
        VoteBase::TotalMembers => texts::ask_vote_of_all,
        VoteBase::Present => texts::ask_vote_of_present,
        VoteBase::IssuedBallots => texts::ask_vote_of_issued,
        VoteBase::ValidBallots => texts::ask_vote_of_valid,
    };
    of(name, threshold.words())
}

fn body_voted(body: BodyKind) -> Text {
    match body {
        BodyKind::Unit => texts::ask_vote_of_unit(),
        BodyKind::Council => texts::ask_vote_of_council(),
    }
}

fn fact(row: &MeetingResult) -> Ground {
    let figure = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
    let words = texts::fact_vote(row.on, figure(row.agreed), i64::from(row.members), figure(row.present));
    Ground { place: row.place, words, audience: Default::default() }
}

/// A vote that does not count because too few were there must be held again.
fn verdict(layer: &Layer) -> Verdict {
    match layer.result.outcome {
        VoteOutcome::Passed => Verdict::Met,
        VoteOutcome::NotPut if layer.quorum == Quorate::No => Verdict::Unknown,
        VoteOutcome::Failed | VoteOutcome::Downgraded { .. } | VoteOutcome::NotPut => Verdict::NotMet,
        VoteOutcome::ChairDecides | VoteOutcome::Unknown => Verdict::Unknown,
    }
}
