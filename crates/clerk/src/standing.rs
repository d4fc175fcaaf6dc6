//! What became of everybody in a round: conditions first, then votes.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Text};
use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_judge::round::{Assessed, AwardResult, Judged, Outcome};
use phongtrao_movement::meetings::{self, Nominee, NomineeVotes};
use phongtrao_movement::tally::{self, BodyKind};
use phongtrao_plan::{Award, SubjectKind};
use phongtrao_rules::criteria::Audience;

use crate::{Facts, texts, unasked};

/// How far somebody came for an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// All that is asked is met, votes included: the decision can be drafted.
    Chosen,
    /// All that is asked is met, but it does not stand in the decision that was signed.
    LeftOut,
    /// The conditions are met; a vote is still to come, or to be written down.
    AwaitsVote,
    /// Equal votes at the last place: the chair decides.
    AwaitsChair,
    /// It waits for facts, or for somebody who decides. Pending cases are among them: no list tells them apart.
    Open,
    /// The conditions are met, but others stand before it and there is no room.
    OverQuota,
    /// Not enough votes.
    NotVoted,
    /// The conditions are met, but its unit handed in a list without it, or none.
    NotProposed,
    /// A condition is not met.
    NotMet,
}

impl Standing {
    /// In the order in which they are counted.
    pub const ALL: [Standing; 9] = [
        Standing::Chosen,
        Standing::LeftOut,
        Standing::AwaitsVote,
        Standing::AwaitsChair,
        Standing::Open,
        Standing::OverQuota,
        Standing::NotVoted,
        Standing::NotProposed,
        Standing::NotMet,
    ];

    /// What a person reads.
    pub fn words(self) -> Text {
        match self {
            Standing::Chosen => texts::standing_chosen(),
            Standing::LeftOut => texts::standing_left_out(),
            Standing::AwaitsVote => texts::standing_awaits_vote(),
            Standing::AwaitsChair => texts::standing_awaits_chair(),
            Standing::Open => texts::standing_open(),
            Standing::OverQuota => texts::standing_over_quota(),
            Standing::NotVoted => texts::standing_not_voted(),
            Standing::NotProposed => texts::standing_not_proposed(),
            Standing::NotMet => texts::standing_not_met(),
        }
    }

    /// Whether the unit puts it forward: the conditions are met.
    pub fn is_put_forward(self) -> bool {
        self.is_through() || matches!(self, Standing::AwaitsVote | Standing::AwaitsChair | Standing::NotVoted)
    }

    /// Whether conditions and votes are passed, whatever was signed then.
    pub fn is_through(self) -> bool {
        matches!(self, Standing::Chosen | Standing::LeftOut)
    }
}

/// Somebody and an award.
#[derive(Debug, Clone)]
pub struct Case {
    /// Id of the award in the plan.
    pub award: String,
    /// Id of the subject.
    pub subject: String,
    /// What the subject is.
    pub kind: SubjectKind,
    /// What its conditions come to, whatever units propose and bodies vote.
    pub conditions: Verdict,
    /// Whether its unit proposes it. Where units hand in no lists everybody who meets the conditions is proposed.
    pub proposed: Verdict,
    /// How far it came.
    pub standing: Standing,
    /// Why, as everybody may read it.
    pub reason: Reason,
    /// The votes on it, where a vote is asked.
    pub votes: Option<NomineeVotes>,
}

impl Case {
    /// Whether the council has voted on it, or was to.
    pub fn was_before_council(&self) -> bool {
        self.votes.iter().flat_map(|votes| &votes.layers).any(|layer| layer.body == BodyKind::Council && !layer.meetings.is_empty())
    }

    /// By what a case is known in a round: award and subject.
    pub(crate) fn key(&self) -> (&str, &str) {
        (&self.award, &self.subject)
    }

    /// Whether the unit's own meeting has voted on it, whatever came of that.
    pub(crate) fn was_before_unit(&self) -> bool {
        self.votes.iter().flat_map(|votes| &votes.layers).any(|layer| layer.body == BodyKind::Unit && !layer.meetings.is_empty())
    }

    /// Whether the unit's own meeting did not choose it: the minutes of the meeting name it, the unit's letter does not.
    pub fn fell_in_unit(&self) -> bool {
        let layers = self.votes.iter().flat_map(|votes| &votes.layers);
        layers.into_iter().any(|layer| layer.body == BodyKind::Unit && layer.result.outcome == tally::VoteOutcome::Failed)
    }
}

/// What became of everybody, award by award in the order of the plan. Their results are taken out of what was judged: of many people no second copy is held.
pub(crate) fn cases(facts: &Facts<'_>, judged: &mut Judged) -> (Vec<Case>, Vec<Finding>) {
    let awards: Vec<&Award> = facts.plan.awards.iter().filter(|award| judged.award(&award.id).is_some()).collect();
    let rows = meetings::of_round(&facts.register.meetings, &facts.round.calendar);
    let voted_on: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row.award.as_str(), row.subject.as_str())).collect();
    let nominees: Vec<Nominee> = judged.awards.iter().flat_map(|award| nominees(facts, award, &voted_on)).collect();
    let asked = meetings::of_plan(facts.plan, &facts.law(), &awards);
    let rulings = meetings::of_chair(&facts.register.rulings, &facts.round.calendar, facts.round.chair.as_ref());
    let own = meetings::own_ballots(facts.register, &rows, &facts.round.council);
    let held = meetings::tally(&rows, &rulings, &asked, &nominees, &own);
    let mut votes: BTreeMap<(String, String), NomineeVotes> =
        held.results.into_iter().map(|votes| ((votes.award.clone(), votes.subject.clone()), votes)).collect();
    let mut cases = Vec::new();
    for award in &mut judged.awards {
        for result in std::mem::take(&mut award.results) {
            let votes = votes.remove(&(award.id.clone(), result.subject.clone()));
            cases.push(case(facts, &award.id, result, votes));
        }
    }
    let mut findings: Vec<Finding> = held.doubts.iter().map(meetings::RowDoubt::finding).collect();
    findings.extend(unasked::findings(facts, &cases));
    (cases, findings)
}

/// Whoever is proposed, and whoever was voted on: what a meeting decided stays in its minutes, whatever is known of the nominee by now.
fn nominees<'a>(facts: &'a Facts<'_>, award: &'a AwardResult, voted_on: &'a BTreeSet<(&str, &str)>) -> impl Iterator<Item = Nominee> + 'a {
    let is_nominee =
        |result: &&Assessed| is_proposed(facts, &award.id, result) || voted_on.contains(&(award.id.as_str(), result.subject.as_str()));
    award.results.iter().filter(is_nominee).map(|result| Nominee {
        award: award.id.clone(),
        subject: result.subject.clone(),
        kind: Some(facts.kind_of(&result.subject)),
        within: String::new(),
    })
}

/// Whether somebody was put to the vote: the conditions are met, and the unit proposes it. Who fell in a vote, or on whom the vote is open, was proposed nevertheless.
fn is_proposed(facts: &Facts<'_>, award: &str, result: &Assessed) -> bool {
    let is_put = || matches!(result.outcome, Outcome::Met | Outcome::NotMet) || vote_is_open(facts, award, result);
    result.conditions == Verdict::Met && result.proposed == Verdict::Met && is_put()
}

/// Whether a vote on somebody was held that does not decide: its numbers are missing, or it must be held again.
fn vote_is_open(facts: &Facts<'_>, award: &str, result: &Assessed) -> bool {
    let asked = facts.round.awards.iter().find(|asked| asked.id == award);
    let votes = asked.and_then(|asked| asked.votes.get(&result.subject)).into_iter().flatten();
    result.outcome == Outcome::Unknown && (result.unvoted || votes.into_iter().any(|vote| vote.verdict == Some(Verdict::Unknown)))
}

fn case(facts: &Facts<'_>, award: &str, result: Assessed, votes: Option<NomineeVotes>) -> Case {
    let standing = match result.outcome {
        Outcome::NotMet if result.conditions == Verdict::Met && result.proposed != Verdict::Met => Standing::NotProposed,
        Outcome::NotMet if result.conditions == Verdict::Met => Standing::NotVoted,
        Outcome::NotMet => Standing::NotMet,
        Outcome::Unknown if result.conditions == Verdict::Met && vote_is_open(facts, award, &result) => match voted(votes.as_ref()) {
            Standing::AwaitsChair => Standing::AwaitsChair,
            _ => Standing::AwaitsVote,
        },
        Outcome::Unknown | Outcome::Tie | Outcome::Held => Standing::Open,
        Outcome::OverQuota => Standing::OverQuota,
        Outcome::Met => voted(votes.as_ref()),
    };
    let (subject, kind) = (result.subject.clone(), facts.kind_of(&result.subject));
    let proposed = result.proposed;
    let conditions = result.conditions;
    Case { award: award.to_owned(), subject, kind, conditions, proposed, standing, reason: result.into_seen(Audience::All).reason, votes }
}

/// What the votes say; where none is asked, nothing stands in the way.
fn voted(votes: Option<&NomineeVotes>) -> Standing {
    match votes.and_then(|votes| votes.outcome.as_ref()) {
        None | Some(tally::VoteOutcome::Passed) => Standing::Chosen,
        Some(tally::VoteOutcome::Failed | tally::VoteOutcome::Downgraded { .. } | tally::VoteOutcome::NotPut) => Standing::NotVoted,
        Some(tally::VoteOutcome::ChairDecides) => Standing::AwaitsChair,
        Some(tally::VoteOutcome::Unknown) => Standing::AwaitsVote,
    }
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    /// The plan says of neither that it is for units or for people in the second case.
    #[rstest::rstest]
    #[case::said("kind = \"individual\"\n", "kind = \"individual\"\n")]
    #[case::left_to_the_register("kind = \"individual\"\n", "")]
    fn units_are_paid_and_counted_as_units(#[case] from: &str, #[case] to: &str) {
        let outcome = Given::college().with(from, to).worked();
        let decision = outcome.said("quyet-dinh", "quyet-dinh").expect("a decision");
        assert!(decision.contains("02 tập thể, 02 cá nhân"), "{decision}");
        assert!(decision.contains("Hiệu trưởng: 02 tập thể ×") && decision.contains("Hiệu trưởng: 02 cá nhân ×"), "{decision}");
    }

    #[rstest::rstest]
    #[case::nobody_meets_it(Given::college().with("yes,Hội đồng", "no,Hội đồng"), "clerk-nobody")]
    #[case::nobody_is_asked(Given::college().with("categories = [\"official\"]", "categories = [\"student\"]").with("faculty\"]", "class\"]"), "clerk-nobody")]
    #[case::no_sheet_for_the_certificates(Given::college().with("honour = \"certificate-of-commendation\"\n", ""), "clerk-certificate-unknown")]
    fn what_is_not_made_is_told(#[case] given: Given, #[case] code: &str) {
        let codes: Vec<&str> = given.worked().findings.iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&code), "{codes:?}");
    }
}
