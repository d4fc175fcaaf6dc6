//! What a look into the register brings: a value, the rows that it rests on, and what is missing.

use phongtrao_diagnostic::{Text, Words};
use phongtrao_register::rows::Place;
use phongtrao_rules::criteria::Audience;

use crate::Verdict;

/// A row that a result rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// Where it stands in the data folder.
    pub place: Place,
    /// What it says.
    pub words: Text,
    /// Who may read it.
    pub audience: Audience,
}

/// Something that is not known yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// What, and who or what it waits for.
    pub words: Text,
    /// Who may read it.
    pub audience: Audience,
    /// What the unit whose file it is can add, so that it is known; none of what waits for others, for time, or for a rule.
    pub addition: Option<Addition>,
    /// Where the data folder takes it, by the ids that stand there: for the desk, in no paper.
    pub entered: Option<Text>,
}

/// What a unit can add to its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Addition {
    /// How much of something was done.
    Amount,
    /// What somebody in charge attests of a criterion.
    Attestation,
    /// The decision that gave an award.
    AwardDecision,
    /// The decision or the paper that rates somebody.
    Rating,
    /// The decision that recognises an initiative.
    Recognition,
    /// Papers on what was done, with their proofs.
    Records,
    /// The result of learning.
    LearningResult,
    /// The proofs of what was done.
    Proofs,
    /// A fact that needs no paper of its own.
    Fact,
}

impl Missing {
    /// Something missing that everybody may know of who may see the result.
    pub fn new(words: Text) -> Missing {
        Missing { words, audience: Audience::All, addition: None, entered: None }
    }

    /// The same that the unit whose file it is can supply.
    pub fn of_unit(addition: Addition, words: Text) -> Missing {
        Missing { addition: Some(addition), ..Missing::new(words) }
    }

    /// The same with the place in the data folder that takes it.
    #[must_use]
    pub fn entered_as(self, entered: Text) -> Missing {
        Missing { entered: Some(entered), ..self }
    }

    /// What is missing, and where the data folder takes it, as the desk reads it.
    pub fn say(&self, words: &Words) -> String {
        let missing = words.say(&self.words);
        match &self.entered {
            Some(entered) => format!("{missing} ({})", words.say(entered)),
            None => missing,
        }
    }

    /// The same that not everybody may read.
    #[must_use]
    pub fn only_for(self, audience: Audience) -> Missing {
        Missing { audience, ..self }
    }
}

/// A value with the rows that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// The rows.
    pub grounds: Vec<Ground>,
    /// What is missing; empty where the value is known.
    pub missing: Vec<Missing>,
    /// Members of a unit, each with what a condition came to: which of them stand in the way depends on the limits of their number.
    pub members: Vec<(Verdict, Ground)>,
}

impl<T> Found<T> {
    /// A value that rests on no row.
    pub fn bare(value: T) -> Found<T> {
        Found { value, grounds: Vec::new(), missing: Vec::new(), members: Vec::new() }
    }

    /// A value that waits for something.
    pub fn waiting(value: T, words: Text) -> Found<T> {
        Found { missing: vec![Missing::new(words)], ..Found::bare(value) }
    }

    /// A value that waits for something which the unit can supply.
    pub(crate) fn waiting_for_unit(value: T, addition: Addition, words: Text) -> Found<T> {
        Found { missing: vec![Missing::of_unit(addition, words)], ..Found::bare(value) }
    }

    /// The same with a row.
    pub(crate) fn ground(&mut self, place: &Place, words: Text) {
        self.ground_for(Audience::All, place, words);
    }

    /// The same with a row that is not for everybody.
    pub(crate) fn ground_for(&mut self, audience: Audience, place: &Place, words: Text) {
        self.grounds.push(Ground { place: *place, words, audience });
    }

    /// The same with a row that explains several things, once.
    pub(crate) fn ground_once(&mut self, audience: Audience, place: &Place, words: Text) {
        if !self.grounds.iter().any(|ground| ground.place == *place && ground.words == words) {
            self.ground_for(audience, place, words);
        }
    }

    /// The same with something missing.
    pub(crate) fn miss(&mut self, words: Text) {
        self.push_missing(Missing::new(words));
    }

    /// The same with something missing that the unit can supply.
    pub(crate) fn miss_of_unit(&mut self, addition: Addition, words: Text) {
        self.push_missing(Missing::of_unit(addition, words));
    }

    /// The same with something missing, perhaps not for everybody.
    pub(crate) fn push_missing(&mut self, missing: Missing) {
        if !self.missing.contains(&missing) {
            self.missing.push(missing);
        }
    }
}
