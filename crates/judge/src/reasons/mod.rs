//! Reasons: from an award to its conditions, their values, the facts that they come from, and the source of the rule.

mod build;
mod draw;
mod earliest;
mod leaves;
mod path;
pub(crate) mod words;
mod years;

use std::collections::BTreeSet;

use phongtrao_diagnostic::Text;
use phongtrao_register::rows::Place;
use phongtrao_rules::criteria::Audience;
use phongtrao_value::Period;

use crate::facts::{Ground, Missing};
use crate::{Amount, Verdict, texts};

pub(crate) use build::Builder;
pub use draw::{Drawn, html, json, text};
pub use earliest::{Earliest, MOST_YEARS, earliest};
pub use path::{Step, missing, open};

/// A condition or number with what it came to, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Id of the rule or indicator.
    pub id: Option<String>,
    /// What is asked.
    pub words: Text,
    /// The limits that are asked, where there are some.
    pub asked: Option<Asked>,
    /// The days whose facts count.
    pub period: Option<Period>,
    /// The source of the rule.
    pub source: Option<String>,
    /// Who may read it.
    pub audience: Audience,
    /// What it came to; `None` for a number that is only a part of a test.
    pub verdict: Option<Verdict>,
    /// The number, where there is one.
    pub amount: Option<Amount>,
    /// The rows that it rests on.
    pub grounds: Vec<Ground>,
    /// What is missing to know it.
    pub missing: Vec<Missing>,
    /// Whether one of its parts is enough (`any`).
    pub one_is_enough: bool,
    /// Whether none of its parts may be true (`none`).
    pub excludes: bool,
    /// Whether it only decides between equals: nobody has to meet it.
    pub prefers: bool,
    /// Whether the chair gave the place, or gave it to another.
    pub ruled: bool,
    /// Whether it came to what it did because time counts anew after discipline, which whoever reads it may not know: its words alone would be refuted by rows that
    /// everybody knows.
    pub unsaid: bool,
    /// The conditions and numbers below it.
    pub parts: Vec<Reason>,
}

/// The limits that are asked of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// In words.
    pub words: Text,
    /// Whether the number may reach them and not exceed them, and no least one is asked.
    pub is_at_most: bool,
    /// Whether they are percentages, as is then the number.
    pub is_share: bool,
    /// Whether it is time that passed, in months: nobody achieves it.
    pub is_time: bool,
}

impl From<Text> for Asked {
    /// What is asked in words alone.
    fn from(words: Text) -> Asked {
        Asked { words, is_at_most: false, is_share: false, is_time: false }
    }
}

/// The words of a row of discipline after which time counts anew.
const RESTART: &str = "fact-restart";

impl Reason {
    /// A reason of words alone.
    pub fn new(words: Text) -> Reason {
        Reason {
            id: None,
            words,
            asked: None,
            period: None,
            source: None,
            audience: Audience::All,
            verdict: None,
            amount: None,
            grounds: Vec::new(),
            missing: Vec::new(),
            one_is_enough: false,
            excludes: false,
            prefers: false,
            ruled: false,
            unsaid: false,
            parts: Vec::new(),
        }
    }

    /// All places that it rests on.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let mut places = Vec::new();
        self.each(&mut |reason| places.extend(reason.grounds.iter().map(|ground| &ground.place)));
        places.into_iter()
    }

    /// This reason and all below it, from the top down.
    pub fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a Reason)) {
        visit(self);
        for part in &self.parts {
            part.each(visit);
        }
    }

    /// The same as somebody may read it: what is meant for others keeps its place and says only that it waits for the competent body.
    #[must_use]
    pub fn seen_by(&self, audience: Audience) -> Reason {
        self.clone().into_seen(audience)
    }

    /// The same without a copy.
    #[must_use]
    pub fn into_seen(mut self, audience: Audience) -> Reason {
        if self.audience > audience {
            let mut hidden = Reason::new(texts::reason_waits());
            hidden.verdict = self.verdict.map(|_| Verdict::Unknown);
            return hidden;
        }
        let is_hidden_restart = |ground: &Ground| ground.audience > audience && ground.words.key == RESTART;
        self.unsaid = self.grounds.iter().any(is_hidden_restart);
        self.grounds.retain(|ground| ground.audience <= audience);
        self.missing.retain(|missing| missing.audience <= audience);
        self.parts = self.parts.into_iter().map(|part| part.into_seen(audience)).collect();
        self
    }

    /// The rows that a met reason rests on: of several ways, only what all met ones share, for either would be enough; nothing of what must not be true.
    pub fn carried_by(&self) -> BTreeSet<Place> {
        if self.verdict.is_some_and(|verdict| verdict != Verdict::Met) || self.excludes || self.prefers {
            return BTreeSet::new();
        }
        let own = self.grounds.iter().map(|ground| ground.place);
        if !self.one_is_enough {
            return own.chain(self.parts.iter().flat_map(Reason::carried_by)).collect();
        }
        let ways = self.parts.iter().filter(|part| part.verdict == Some(Verdict::Met)).map(Reason::carried_by);
        let shared = ways.reduce(|left, right| left.intersection(&right).copied().collect()).unwrap_or_default();
        own.chain(shared).collect()
    }
}
