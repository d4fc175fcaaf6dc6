//! What the packs say of honours, in the form in which the ledger asks for it.

use phongtrao_diagnostic::Language;
use phongtrao_register::ledger::{Honour, Honours, Need};
use phongtrao_register::{Register, Remark};
use phongtrao_rules::criteria::{Fact, Held, Rule, Test};
use phongtrao_rules::{Body, Packs};
use phongtrao_value::{Date, nearest};

/// The honours of the packs, named in a language.
pub(crate) struct PackHonours<'p> {
    pub(crate) packs: &'p Packs,
    pub(crate) language: Language,
}

impl PackHonours<'_> {
    /// The name of an honour; its id where no pack has it.
    pub(crate) fn name(&self, id: &str, on: Option<Date>) -> String {
        self.entry(id, on).map_or_else(|| id.to_owned(), |honour| self.said(&honour.name_vi, &honour.name_en))
    }

    /// The name of a level; its id where no pack has it.
    pub(crate) fn level(&self, scale: &str, id: &str) -> String {
        let found = self.packs.versions(scale).find_map(|entry| match &entry.body {
            Some(Body::Scale(scale)) => scale.levels.iter().find(|level| level.id == id),
            _ => None,
        });
        found.map_or_else(|| id.to_owned(), |level| self.said(&level.name_vi, &level.name_en))
    }

    fn said(&self, vietnamese: &str, english: &str) -> String {
        match self.language {
            Language::Vietnamese => vietnamese.to_owned(),
            Language::English => english.to_owned(),
        }
    }

    /// The version of a day, else any: a name does not depend on it.
    fn entry(&self, id: &str, on: Option<Date>) -> Option<&phongtrao_rules::Honour> {
        let of_id = || self.packs.honours().iter().filter(|honour| honour.id == id);
        let holds = |honour: &&phongtrao_rules::Honour| {
            on.is_some_and(|on| honour.from.is_none_or(|from| from <= on) && honour.to.is_none_or(|to| on <= to))
        };
        of_id().find(holds).or_else(|| of_id().next())
    }
}

impl Honours for PackHonours<'_> {
    fn honour(&self, id: &str, on: Option<Date>) -> Option<Honour> {
        let entry = self.entry(id, on)?;
        let ways = on.map(|on| {
            let rules = self.packs.entries().iter().filter(|entry| entry.holds_on(on)).filter_map(|entry| match &entry.body {
                Some(Body::Eligibility(eligibility)) if eligibility.honour == id => Some(eligibility.asked()),
                _ => None,
            });
            rules.flat_map(|rule| ways(&rule)).collect()
        });
        Some(Honour { name: self.said(&entry.name_vi, &entry.name_en), posthumous: entry.posthumous, ways: ways.unwrap_or_default() })
    }

    fn nearest(&self, id: &str) -> Option<String> {
        nearest(id, self.packs.honours().iter().map(|honour| honour.id.as_str())).map(str::to_owned)
    }

    fn remarks(&self, register: &Register) -> Vec<Remark> {
        phongtrao_judge::round::ids(&phongtrao_movement::rounds::names(self.packs), register)
    }
}

/// More ways than this to one honour are not told apart: the chain is then not looked for.
const MOST_WAYS: usize = 16;

/// The ways to meet a rule, each with the awards that it needs; what is no award needs none.
fn ways(rule: &Rule) -> Vec<Vec<Need>> {
    match &rule.test {
        Test::Fact(Fact::Held(held)) => vec![needs(held)],
        Test::Any(rules) => rules.iter().flat_map(ways).collect(),
        Test::All(rules) => rules.iter().map(ways).fold(vec![Vec::new()], |so_far, next| {
            if so_far.len() * next.len() > MOST_WAYS {
                return vec![Vec::new()];
            }
            so_far.iter().flat_map(|way| next.iter().map(move |more| [way.as_slice(), more].concat())).collect()
        }),
        Test::None(_) | Test::AtLeast { .. } | Test::Amount { .. } | Test::Fact(_) => vec![Vec::new()],
    }
}

fn needs(held: &Held) -> Vec<Need> {
    let own = Need { of: held.of.clone(), times: held.times, consecutive: held.consecutive };
    held.after.iter().flat_map(|after| needs(after)).chain([own]).collect()
}
