//! What a round came to.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Text};
use phongtrao_register::rows::Place;
use phongtrao_rules::criteria::Audience;
use phongtrao_value::Date;

use super::Form;
use crate::reasons::Reason;
use crate::{Amount, Verdict, texts};

/// What became of a subject for an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// All conditions are met, and there is room.
    Met,
    /// A condition is surely not met.
    NotMet,
    /// It waits for facts.
    Unknown,
    /// The conditions are met, but others stand before it and there is no room.
    OverQuota,
    /// Several stand equal before the last places: the chair decides.
    Tie,
    /// A pending case holds it back. Only the chair reads this.
    Held,
}

impl Outcome {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Outcome; 6] = [Outcome::Met, Outcome::OverQuota, Outcome::Tie, Outcome::Held, Outcome::Unknown, Outcome::NotMet];

    /// `met`, `not-met`, `unknown`, `over-quota`, `tie`, `held`: what other programs read.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::NotMet => "not-met",
            Outcome::Unknown => "unknown",
            Outcome::OverQuota => "over-quota",
            Outcome::Tie => "tie",
            Outcome::Held => "held",
        }
    }

    /// What a person reads.
    pub fn words(self) -> Text {
        match self {
            Outcome::Met => texts::outcome_met(),
            Outcome::NotMet => texts::outcome_not_met(),
            Outcome::Unknown => texts::outcome_unknown(),
            Outcome::OverQuota => texts::outcome_over_quota(),
            Outcome::Tie => texts::outcome_tie(),
            Outcome::Held => texts::outcome_held(),
        }
    }

    /// What it says to awards that build on this one.
    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Outcome::Met => Verdict::Met,
            Outcome::NotMet | Outcome::OverQuota => Verdict::NotMet,
            Outcome::Unknown | Outcome::Tie | Outcome::Held => Verdict::Unknown,
        }
    }

    /// The same as somebody may read it: a pending case waits like everything else that waits for the chair or for facts.
    #[must_use]
    pub fn seen_by(self, audience: Audience) -> Outcome {
        match self {
            Outcome::Held | Outcome::Tie if audience < Audience::Chair => Outcome::Unknown,
            own => own,
        }
    }
}

/// Among whom a quota is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Among {
    /// All subjects of the organisation.
    #[default]
    Organisation,
    /// Those of a block.
    Block(String),
    /// Those who stand in no block.
    NoBlock,
    /// Those of a unit.
    Unit(String),
    /// Those who stand in no unit on the day of judging.
    NoUnit,
}

/// The result of one subject for one award.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// Id of the subject.
    pub subject: String,
    /// Its name.
    pub name: String,
    /// Id of the group of the plan that it belongs to.
    pub group: String,
    /// Among whom its quota is taken.
    pub within: Among,
    /// What became of it.
    pub outcome: Outcome,
    /// What its conditions come to before its unit proposes it and any body votes.
    pub conditions: Verdict,
    /// Whether its unit proposes it; met where units hand in no lists.
    pub proposed: Verdict,
    /// The numbers by which it is ranked.
    pub rank_by: Vec<Amount>,
    /// Whether it goes first among equals, where a rule says who does.
    pub preference: Option<Reason>,
    /// Why.
    pub reason: Reason,
    /// Subjects whose facts were looked at: itself, and the members of a unit.
    pub looked_at: BTreeSet<String>,
}

/// A result as somebody may read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What became of it.
    pub outcome: Outcome,
    /// In words.
    pub words: Text,
    /// Why.
    pub reason: Reason,
}

impl Assessed {
    /// The result as somebody may read it. For all but the chair everything that is not decided reads the same: a pending case, a choice of the chair,
    /// and what waits for facts. Nothing of a case is shown.
    pub fn seen_by(&self, audience: Audience) -> Seen {
        Seen::of(self.outcome, self.reason.seen_by(audience), audience)
    }

    /// The same without a copy: what is not for this reader is gone.
    pub fn into_seen(self, audience: Audience) -> Seen {
        Seen::of(self.outcome, self.reason.into_seen(audience), audience)
    }

    /// All places that it rests on.
    pub fn places(&self) -> BTreeSet<Place> {
        self.reason.places().copied().collect()
    }
}

impl Seen {
    fn of(own: Outcome, mut reason: Reason, audience: Audience) -> Seen {
        let outcome = own.seen_by(audience);
        if outcome != Outcome::Unknown || audience == Audience::Chair {
            return Seen { outcome, words: outcome.words(), reason };
        }
        if outcome == own {
            reason.parts.push(Reason { verdict: Some(Verdict::Unknown), ..Reason::new(texts::reason_waits()) });
        }
        Seen { outcome, words: texts::reason_waits(), reason }
    }
}

/// How much of a quota is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaUse {
    /// Among whom it is taken.
    pub within: Among,
    /// How many places there are, where that is known.
    pub places: Option<usize>,
    /// The number that it is measured against, and perhaps more.
    pub of: (usize, usize),
    /// How many meet the conditions.
    pub met: usize,
}

/// What an award came to.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardResult {
    /// Id of the award.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub form: Option<Form>,
    /// Id of the honour in the packs.
    pub honour: Option<String>,
    /// What still has to be done before it is decided: votes, posting.
    pub procedure: Vec<Text>,
    /// What whoever reads it must know.
    pub cautions: Vec<Text>,
    /// The results, in the order of the subjects' ids.
    pub results: Vec<Assessed>,
    /// Its quotas.
    pub quotas: Vec<QuotaUse>,
}

impl AwardResult {
    /// How many results somebody reads of each outcome.
    pub fn counts(&self, audience: Audience) -> BTreeMap<Outcome, usize> {
        let mut counts = BTreeMap::new();
        for result in &self.results {
            *counts.entry(result.outcome.seen_by(audience)).or_insert(0) += 1;
        }
        counts
    }

    /// The result of a subject.
    pub fn of(&self, subject: &str) -> Option<&Assessed> {
        let at = self.results.binary_search_by(|result| result.subject.as_str().cmp(subject)).ok()?;
        self.results.get(at)
    }
}

/// The contents that a result rests on, as hashes in hexadecimal; the binary takes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RestsOn {
    /// Of the plan.
    pub plan: String,
    /// Of the packs.
    pub packs: String,
    /// Of the data folder.
    pub facts: String,
}

/// A row that changed, appeared or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its place, where it was there before.
    pub place: Option<Place>,
    /// The subject that it is about.
    pub subject: String,
}

/// A round, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Id of the round.
    pub round: String,
    /// What people read.
    pub label: String,
    /// The day on which it was judged.
    pub as_of: Date,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// What whoever reads it must know.
    pub cautions: Vec<Text>,
    /// The awards, in the order of the plan.
    pub awards: Vec<AwardResult>,
    /// What is wrong: circles of awards, one achievement for two awards, rulings that decide nothing.
    pub findings: Vec<Noticed>,
}

/// What is wrong with a round, and the row that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Noticed {
    /// The row; none where it is about the round as a whole.
    pub place: Option<Place>,
    /// What.
    pub finding: Finding,
}

impl Judged {
    /// The award of an id.
    pub fn award(&self, id: &str) -> Option<&AwardResult> {
        self.awards.iter().find(|award| award.id == id)
    }
}
