//! Who votes: a body, its members, and who of them is there.

use std::collections::BTreeSet;

use super::Rule;
use super::rule::Counted;

/// A body at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub kind: BodyKind,
    /// How it decides this time.
    pub held: Held,
    /// All its members, also those absent.
    pub members: Vec<Member>,
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyKind {
    /// The whole unit meets.
    Unit,
    /// A council.
    Council,
}

impl BodyKind {
    /// All, in the order in which they vote.
    pub const ALL: [BodyKind; 2] = [BodyKind::Unit, BodyKind::Council];

    /// The word of packs and of the data folder.
    pub fn word(self) -> &'static str {
        match self {
            BodyKind::Unit => "unit",
            BodyKind::Council => "council",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<BodyKind> {
        BodyKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How a body decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// It meets.
    Meeting,
    /// All members are asked in writing; nobody need be present.
    InWriting,
}

/// A member of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Id of the person.
    pub id: String,
    /// What they are in the body.
    pub office: Office,
    /// Whether they are there.
    pub attendance: Attendance,
}

/// What a member is in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Office {
    /// Leads it, and decides between equals.
    Chair,
    /// Stands in for the chair.
    ViceChair,
    /// Any other member.
    Member,
}

/// Whether a member is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attendance {
    /// In person.
    Present,
    /// Absent, with a written opinion.
    Wrote,
    /// Absent; somebody came in their place.
    Represented,
    /// Absent, and nothing came.
    Absent,
}

/// The numbers of a body for one item. What nobody wrote down is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// All members.
    pub members: u64,
    /// Those who count as present.
    pub present: Option<u64>,
    /// Those who take part: present, or absent with a written opinion that counts.
    pub taking_part: Option<u64>,
    /// Those who may vote on the item.
    pub voters: Option<u64>,
    /// Members whose own case it is.
    pub recused: Option<u64>,
    /// Those of them who take part.
    pub recused_taking_part: Option<u64>,
    /// How the body decides.
    pub held: Held,
}

impl Strength {
    /// A body of which all members will be there: what can be told before it meets.
    pub fn whole(members: u64) -> Strength {
        let all = Some(members);
        let none = Some(0);
        Strength { members, present: all, taking_part: all, voters: all, recused: none, recused_taking_part: none, held: Held::Meeting }
    }
}

impl Body {
    /// The numbers for an item that is these members' own case.
    pub fn strength(&self, rule: &Rule, recused: &BTreeSet<String>) -> Strength {
        let count = |holds: &dyn Fn(&Member) -> bool| self.members.iter().filter(|member| holds(member)).count() as u64;
        let is_out = |member: &Member| recused.contains(&member.id);
        let takes_part = |member: &Member| self.is_there(member, rule) || self.has_written(member, rule);
        Strength {
            members: self.members.len() as u64,
            present: Some(count(&|member| self.is_there(member, rule))),
            taking_part: Some(count(&takes_part)),
            voters: Some(count(&|member| takes_part(member) && !is_out(member))),
            recused: Some(count(&is_out)),
            recused_taking_part: Some(count(&|member| is_out(member) && takes_part(member))),
            held: self.held,
        }
    }

    fn is_there(&self, member: &Member, rule: &Rule) -> bool {
        match member.attendance {
            Attendance::Present => true,
            Attendance::Represented => rule.substitutes == Counted::Yes,
            Attendance::Wrote | Attendance::Absent => false,
        }
    }

    fn has_written(&self, member: &Member, rule: &Rule) -> bool {
        member.attendance == Attendance::Wrote && (self.held == Held::InWriting || rule.written == Counted::Yes)
    }

    /// Whether that member leads the body.
    pub fn is_chair(&self, id: &str) -> bool {
        self.members.iter().any(|member| member.id == id && member.office == Office::Chair)
    }
}
