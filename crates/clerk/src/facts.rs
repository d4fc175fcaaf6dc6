//! All that a round is made of.

use phongtrao_judge::round::{RestsOn, RoundInput};
use phongtrao_plan::Plan;
use phongtrao_register::{Index, Register};
use phongtrao_rules::Packs;
use phongtrao_value::Date;

use crate::Organisation;

/// All that a round is made of; nothing else reaches a paper.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What law and custom say.
    pub packs: &'a Packs,
    /// What is asked in this round.
    pub round: &'a RoundInput,
    /// What is known.
    pub register: &'a Register,
    /// The same, to be looked up.
    pub index: &'a Index<'a>,
    /// How the organisation writes and signs.
    pub organisation: &'a Organisation,
    /// The contents of plan, packs and facts, as hashes.
    pub rests_on: &'a RestsOn,
}

impl Facts<'_> {
    /// The day of judging.
    pub fn as_of(&self) -> Date {
        self.round.calendar.as_of
    }
}
