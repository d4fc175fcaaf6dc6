//! What an award asks of a body's vote, as the packs say it for that award.

use phongtrao_diagnostic::Text;
use phongtrao_rules::entries::{self, AsBody, Fraction, LoweredCount, RecusedBase, VoteBase};
use phongtrao_rules::{About, Confidence, Entry, Kind, Packs};
use phongtrao_value::{Date, Decimal, Share, figures};

use super::{BodyKind, Strength};

/// What an award asks of the vote of a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Whether a vote is needed at all.
    pub need: Need,
    /// The share of votes; none where no source says it.
    pub threshold: Option<Threshold>,
    /// How many must be present; none where no source says it.
    pub quorum: Option<Quorum>,
    /// Whether written opinions of absent members are votes.
    pub written: Counted,
    /// Whether somebody who came in a member's place votes.
    pub substitutes: Counted,
    /// Whether members whose own case it is count in the base.
    pub recused: RecusedBase,
    /// What counts for a lower title.
    pub lowered: LoweredCount,
    /// The greatest number of ballots on one item; none where no source says it.
    pub most_ballots: Option<u32>,
    /// Who decides between equals.
    pub tie: Tie,
    /// What closer entries that know no figure say of themselves.
    pub cautions: Vec<Text>,
}

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// Id of the pack entry.
    pub entry: String,
    /// Its source.
    pub source: String,
    /// What whoever rests on it must be told.
    pub cautions: Vec<Text>,
}

/// Whether a vote is needed.
#[derive(Debug, Clone, PartialEq)]
pub enum Need {
    /// Yes, or nobody says the contrary.
    Needed,
    /// A source says that none is.
    NotNeeded(Basis),
}

/// Whether something counts as a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// A source says that it does.
    Yes,
    /// A source says that it does not, or no source says that it does.
    No,
}

/// The share of votes that is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Threshold {
    /// The percentage.
    pub percent: Decimal,
    /// Whether it must be reached or exceeded.
    pub limit: Limit,
    /// Of whom.
    pub of: VoteBase,
    /// Where it stands.
    pub basis: Basis,
}

/// What a percentage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// It is enough to reach it.
    AtLeast,
    /// It must be exceeded.
    Above,
}

/// How many must be present.
#[derive(Debug, Clone, PartialEq)]
pub struct Quorum {
    /// The least share of all members.
    pub least: Fraction,
    /// Where it stands.
    pub basis: Basis,
}

/// Who decides between equals at the last place.
#[derive(Debug, Clone, PartialEq)]
pub enum Tie {
    /// The chair, says a source.
    Chair(Basis),
    /// No source says it: the council's own rules; the chair is asked.
    Unsaid,
}

impl Threshold {
    /// The least number of votes that is enough of so many: 80 % of 7 is 6.
    pub fn needed(&self, base: u64) -> u64 {
        match self.limit {
            Limit::AtLeast => Share::least_part(self.percent, base),
            Limit::Above => Share::greatest_part(self.percent, base).saturating_add(1),
        }
    }

    /// The limit in figures: ≥ 80 %.
    pub(crate) fn words(&self) -> String {
        limit_words(self.percent, self.limit == Limit::Above)
    }

    /// Whether the percentage must be exceeded, as messages ask it, and the percentage.
    pub(crate) fn limit_and_percent(&self) -> (&'static str, String) {
        let above = if self.limit == Limit::Above { "yes" } else { "no" };
        (above, figures::percentage(self.percent))
    }

    /// Of how many the share is taken. An absent member whose written opinion is a vote counts with those present: nobody votes who is not in
    /// the base. None where nobody wrote it down, and of nobody.
    pub(crate) fn base(&self, recused: RecusedBase, strength: &Strength, issued: Option<u64>, valid: Option<u64>) -> Option<u64> {
        let leaves = recused == RecusedBase::OutOfBase;
        let without = |all: u64, out: Option<u64>| if leaves { all.checked_sub(out?) } else { Some(all) };
        let base = match self.of {
            VoteBase::TotalMembers => without(strength.members, strength.recused),
            VoteBase::Present => without(strength.taking_part?, strength.recused_taking_part),
            VoteBase::IssuedBallots => issued,
            VoteBase::ValidBallots => valid,
        };
        base.filter(|base| *base > 0)
    }
}

/// A share of votes in figures: ≥ 80%, or > 50% where it must be exceeded.
pub(crate) fn limit_words(percent: Decimal, above: bool) -> String {
    format!("{} {}", if above { ">" } else { "≥" }, figures::percentage(percent))
}

impl Quorum {
    /// The least number of members that is enough: 2/3 of 7 is 5.
    pub fn needed(&self, members: u64) -> u64 {
        let exact = u128::from(members) * u128::from(self.least.numerator);
        u64::try_from(exact.div_ceil(u128::from(self.least.denominator))).unwrap_or(u64::MAX)
    }
}

impl Rule {
    /// What the packs ask for an award on a day, of a body of that kind. An entry whose figure is not known gives way to a wider one, and
    /// what it says of itself is carried.
    pub fn of_packs(packs: &Packs, about: About<'_>, body: BodyKind, on: Date) -> Rule {
        let mut found = Found { packs, about, on, cautions: Vec::new() };
        let threshold = found.closest(Kind::Vote, |vote: &entries::Vote| vote.body == body.word()).map(|(vote, basis)| Threshold {
            percent: vote.percent,
            limit: if vote.above { Limit::Above } else { Limit::AtLeast },
            of: vote.of,
            basis,
        });
        // A unit that meets as a whole has no quorum of a council.
        let quorum = match body {
            BodyKind::Council => found.strictest_quorum(),
            BodyKind::Unit => None,
        };
        let need = match found.ballot(body, |ballot| ballot.needed) {
            Some((false, basis)) => Need::NotNeeded(basis),
            _ => Need::Needed,
        };
        let counted = |found: Option<(bool, Basis)>| if matches!(found, Some((true, _))) { Counted::Yes } else { Counted::No };
        Rule {
            need,
            threshold,
            quorum,
            written: counted(found.ballot(body, |ballot| ballot.written)),
            substitutes: counted(found.ballot(body, |ballot| ballot.substitutes)),
            recused: found.ballot(body, |ballot| ballot.recused).map_or(RecusedBase::InBase, |(recused, _)| recused),
            lowered: found.ballot(body, |ballot| ballot.lowered).map_or(LoweredCount::Alone, |(lowered, _)| lowered),
            most_ballots: found.ballot(body, |ballot| ballot.most_ballots).map(|(most, _)| most),
            tie: match found.ballot(body, |ballot| ballot.tie.clone().filter(|who| who == CHAIR)) {
                Some((_, basis)) => Tie::Chair(basis),
                None => Tie::Unsaid,
            },
            cautions: found.cautions,
        }
    }
}

/// The word of packs for who decides between equals.
const CHAIR: &str = "chair";

/// Entries that are found, and what they say of themselves.
struct Found<'a> {
    packs: &'a Packs,
    about: About<'a>,
    on: Date,
    cautions: Vec<Text>,
}

impl<'a> Found<'a> {
    /// The closest entry that says something and fits; the cautions of those that were closer and do not know it are carried.
    fn closest<T: AsBody>(&mut self, kind: Kind, fits: impl Fn(&T) -> bool) -> Option<(&'a T, Basis)> {
        let packs = self.packs;
        let mut unknown = Vec::new();
        for entry in packs.governing(kind, self.about, self.on) {
            match entry.body.as_ref().and_then(T::of) {
                Some(body) if fits(body) => {
                    unknown.into_iter().for_each(|entry| self.caution(entry));
                    return Some((body, self.basis(entry)));
                }
                None if entry.head.confidence == Confidence::Unknown => unknown.push(entry),
                _ => {}
            }
        }
        unknown.into_iter().for_each(|entry| self.caution(entry));
        None
    }

    /// One key of how a ballot is held, by the closest entry that says it.
    fn ballot<V>(&self, body: BodyKind, key: impl Fn(&entries::Ballot) -> Option<V>) -> Option<(V, Basis)> {
        let packs = self.packs;
        let says = |entry: &'a Entry| {
            let ballot = entry.body.as_ref().and_then(entries::Ballot::of)?;
            let fits = ballot.body.as_deref().is_none_or(|own| own == body.word());
            Some((entry, key(ballot).filter(|_| fits)?))
        };
        let (entry, value) = packs.governing(Kind::Ballot, self.about, self.on).into_iter().find_map(says)?;
        Some((value, self.basis(entry)))
    }

    /// Of the quorums of the closest kind, the one that asks for most: one for awards stands beside one for any meeting.
    fn strictest_quorum(&mut self) -> Option<Quorum> {
        let (closest, _) = self.closest(Kind::Quorum, |_: &entries::Quorum| true)?;
        let packs = self.packs;
        let all = packs.governing(Kind::Quorum, self.about, self.on).into_iter();
        let stated = all.filter_map(|entry| Some((entry.body.as_ref().and_then(entries::Quorum::of)?, entry)));
        let same_scope = |entry: &Entry, other: &Entry| entry.head.scope == other.head.scope;
        let mut stated = stated.skip_while(|(quorum, _)| !std::ptr::eq(*quorum, closest));
        let (mut least, mut entry) = stated.next().map(|(quorum, entry)| (quorum.least, entry))?;
        for (quorum, other) in stated.filter(|(_, other)| same_scope(entry, other)).collect::<Vec<_>>() {
            if exceeds(quorum.least, least) {
                (least, entry) = (quorum.least, other);
            }
        }
        Some(Quorum { least, basis: self.basis(entry) })
    }

    fn basis(&self, entry: &Entry) -> Basis {
        Basis { entry: entry.head.id.clone(), source: entry.source.clone(), cautions: self.packs.cautions(entry, self.on) }
    }

    fn caution(&mut self, entry: &Entry) {
        for caution in self.packs.cautions(entry, self.on) {
            if !self.cautions.contains(&caution) {
                self.cautions.push(caution);
            }
        }
    }
}

fn exceeds(one: Fraction, other: Fraction) -> bool {
    u64::from(one.numerator) * u64::from(other.denominator) > u64::from(other.numerator) * u64::from(one.denominator)
}
