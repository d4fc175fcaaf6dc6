//! Which entries of the packs govern an organisation's awards: by its sectors, the level on which it decides, its province. One answer for all who ask.

use phongtrao_plan::Award;
use phongtrao_register::rows::{Organisation, Said};
use phongtrao_rules::{About, Packs};
use phongtrao_value::Date;

use crate::level::decided_by;

/// The packs of a day, as they govern one organisation.
#[derive(Debug)]
pub struct Law<'a> {
    pub(crate) packs: &'a Packs,
    pub(crate) organisation: &'a Organisation,
    pub(crate) day: Date,
    sectors: Vec<&'a str>,
}

impl<'a> Law<'a> {
    /// The packs of a day for an organisation.
    pub fn new(packs: &'a Packs, organisation: &'a Organisation, day: Date) -> Law<'a> {
        let sectors = organisation.sectors.iter().map(|sector| sector.word.as_str()).collect();
        Law { packs, organisation, day, sectors }
    }

    /// What is asked of the packs for how an award is decided: by the level of whoever decides on it; where the plan names nobody, by the organisation's own.
    pub fn about<'s>(&'s self, award: &'s Award) -> About<'s> {
        let own = || word(&self.organisation.level).filter(|_| award.authority.is_none());
        About { honour: award.honour.as_deref(), decided_by: decided_by(award, self.packs).or_else(own), ..self.here() }
    }

    /// What is asked of the packs for the organisation itself, on its own level.
    pub(crate) fn own(&self) -> About<'_> {
        About { decided_by: word(&self.organisation.level), ..self.here() }
    }

    fn here(&self) -> About<'_> {
        About { sectors: &self.sectors, province: word(&self.organisation.province), ..About::default() }
    }
}

fn word(said: &Option<Said>) -> Option<&str> {
    said.as_ref().map(|said| said.word.as_str())
}
