//! What can't be: numbers that contradict each other, ballots and rulings that nobody may give.

use phongtrao_diagnostic::{Finding, Severity, Text};

use crate::texts;

/// Something of a tally that can't be, or that was not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// More present than there are members.
    MorePresent {
        /// Present.
        present: u64,
        /// Members.
        members: u64,
    },
    /// More ballots than people who may vote.
    MoreIssued {
        /// Handed out.
        issued: u64,
        /// Who may vote.
        voters: u64,
    },
    /// More ballots came back than were handed out.
    MoreReturned {
        /// Came back.
        returned: u64,
        /// Handed out.
        issued: u64,
    },
    /// More votes and invalid ballots than ballots.
    MoreCounted {
        /// Votes and invalid ballots.
        counted: u64,
        /// Ballots.
        most: u64,
    },
    /// Fewer votes and invalid ballots than ballots that came back.
    FewerCounted {
        /// Votes and invalid ballots.
        counted: u64,
        /// Ballots that came back.
        returned: u64,
    },
    /// More ballots on one item than the rule allows; those beyond it are not counted.
    TooManyBallots {
        /// Held.
        held: u64,
        /// Allowed.
        most: u32,
    },
    /// A list that is voted on as one holds a member's own case.
    OwnCaseInBloc {
        /// The member.
        member: String,
    },
    /// A member of the body got a ballot on the own case.
    OwnBallot {
        /// The name of the member.
        member: String,
    },
    /// A ballot on something that is not before the body.
    NoSuchItem,
    /// Votes for a lower title, and none is named.
    NoLowerTitle {
        /// Votes.
        votes: u64,
    },
    /// The award of the item is not before the body.
    NoSuchAward {
        /// The award.
        award: String,
    },
    /// Awards that wait for each other.
    Circle {
        /// Their ids.
        awards: String,
    },
    /// Rows of one meeting with different numbers of members.
    MembersDiffer {
        /// In this row.
        here: u64,
        /// In another row.
        there: u64,
    },
    /// Rows of one meeting by different bodies.
    BodiesDiffer,
    /// Rows of one meeting on different days.
    DaysDiffer,
    /// A row of a body that is not asked about the award.
    BodyNotAsked,
    /// A row of a subject that is not proposed for the award.
    NotProposed,
    /// A ruling by somebody who is not the chair.
    NotTheChair {
        /// Who.
        by: String,
    },
    /// A ruling without a reason.
    RulingWithoutReason,
    /// A ruling where nothing is to be decided.
    NothingToRule,
    /// More are chosen than there are places.
    TooManyChosen {
        /// Chosen.
        chosen: u64,
        /// Places.
        places: u64,
    },
}

/// A doubt and the item that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubted {
    /// Id of the item.
    pub item: String,
    /// What can't be.
    pub doubt: Doubt,
}

impl Doubt {
    /// Whether the numbers of the item can't be trusted because of it.
    pub(super) fn spoils(&self) -> bool {
        matches!(
            self,
            Doubt::MorePresent { .. }
                | Doubt::MoreIssued { .. }
                | Doubt::MoreReturned { .. }
                | Doubt::MoreCounted { .. }
                | Doubt::FewerCounted { .. }
                | Doubt::OwnCaseInBloc { .. }
                | Doubt::OwnBallot { .. }
                | Doubt::NoLowerTitle { .. }
                | Doubt::MembersDiffer { .. }
                | Doubt::BodiesDiffer
        )
    }

    /// Its stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Doubt::MorePresent { .. } | Doubt::MoreIssued { .. } | Doubt::MoreReturned { .. } => "ballots-too-many",
            Doubt::MoreCounted { .. } | Doubt::FewerCounted { .. } => "ballots-not-adding-up",
            Doubt::TooManyBallots { .. } => "ballot-beyond-the-last",
            Doubt::OwnCaseInBloc { .. } => "own-case-in-list",
            Doubt::OwnBallot { .. } => "own-case-voted",
            Doubt::NoSuchItem | Doubt::NoSuchAward { .. } => "ballot-on-nothing",
            Doubt::NoLowerTitle { .. } => "no-lower-title",
            Doubt::Circle { .. } => "items-in-a-circle",
            Doubt::MembersDiffer { .. } | Doubt::BodiesDiffer | Doubt::DaysDiffer => "meeting-rows-differ",
            Doubt::BodyNotAsked | Doubt::NotProposed => "vote-not-asked",
            Doubt::NotTheChair { .. } | Doubt::RulingWithoutReason | Doubt::NothingToRule | Doubt::TooManyChosen { .. } => {
                "ruling-not-valid"
            }
        }
    }

    /// What it says.
    pub fn text(&self) -> Text {
        match self {
            Doubt::MorePresent { present, members } => texts::doubt_present(shown(*present), shown(*members)),
            Doubt::MoreIssued { issued, voters } => texts::doubt_issued(shown(*issued), shown(*voters)),
            Doubt::MoreReturned { returned, issued } => texts::doubt_returned(shown(*returned), shown(*issued)),
            Doubt::MoreCounted { counted, most } => texts::doubt_more_counted(shown(*counted), shown(*most)),
            Doubt::FewerCounted { counted, returned } => texts::doubt_fewer_counted(shown(*counted), shown(*returned)),
            Doubt::TooManyBallots { held, most } => texts::doubt_ballots(shown(*held), i64::from(*most)),
            Doubt::OwnCaseInBloc { member } => texts::doubt_own_case(member),
            Doubt::OwnBallot { member } => texts::doubt_own_ballot(member),
            Doubt::NoSuchItem => texts::doubt_no_item(),
            Doubt::NoLowerTitle { votes } => texts::doubt_no_lower(shown(*votes)),
            Doubt::NoSuchAward { award } => texts::doubt_no_award(award),
            Doubt::Circle { awards } => texts::doubt_circle(awards),
            Doubt::MembersDiffer { here, there } => texts::doubt_members(shown(*here), shown(*there)),
            Doubt::BodiesDiffer => texts::doubt_bodies(),
            Doubt::DaysDiffer => texts::doubt_days(),
            Doubt::BodyNotAsked => texts::doubt_body_not_asked(),
            Doubt::NotProposed => texts::doubt_not_proposed(),
            Doubt::NotTheChair { by } => texts::doubt_not_chair(by),
            Doubt::RulingWithoutReason => texts::doubt_no_reason(),
            Doubt::NothingToRule => texts::doubt_nothing_to_rule(),
            Doubt::TooManyChosen { chosen, places } => texts::doubt_chosen(shown(*chosen), shown(*places)),
        }
    }
}

impl Doubted {
    /// The same as a finding whose help names its item.
    pub fn finding(&self) -> Finding {
        Finding::new(self.doubt.code(), Severity::Error, self.doubt.text()).help(texts::doubt_help(&self.item))
    }
}

/// A count as an argument of a message.
pub(super) fn shown(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
