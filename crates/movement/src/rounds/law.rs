//! What the law that governs an organisation asks for its awards, and what it says of itself that no entry knows.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_judge::round::NoBasis;
use phongtrao_plan::{Award, MovementForm, Plan};
use phongtrao_register::rows::{Organisation, Said};
use phongtrao_rules::criteria::{Fact, Rule, Test};
use phongtrao_rules::entries::{Body, Condition, Effect, Kind};
use phongtrao_rules::{About, Entry, Packs, Scope};

use super::input::plain;
use crate::law::Law;
use crate::texts;

impl<'a> Law<'a> {
    /// The entries of a kind that govern an award, those of a category of people among them.
    pub(super) fn governing(&self, kind: Kind, honour: Option<&str>, award_type: Option<&str>) -> Vec<&'a Entry> {
        self.packs.governing_anybody(kind, About { honour, award_type, ..self.own() }, self.day)
    }

    /// The entries of a kind on how an award is decided.
    pub(super) fn deciding(&self, kind: Kind, award: &Award) -> Vec<&'a Entry> {
        self.packs.governing_anybody(kind, self.about(award), self.day)
    }

    /// The ways to an honour, each with its entry.
    pub(super) fn ways(&self, honour: &str) -> Vec<(Rule, &'a Entry)> {
        let way = |entry: &'a Entry| match &entry.body {
            Some(Body::Eligibility(eligibility)) if eligibility.honour == honour => Some((of_entry(eligibility.asked(), entry), entry)),
            _ => None,
        };
        self.governing(Kind::Eligibility, Some(honour), None).into_iter().filter_map(way).collect()
    }

    /// The source of the rule that time counts anew after discipline, with what is in doubt about it.
    pub(super) fn restarts(&self) -> Option<String> {
        self.conditions(Effect::Restarts, None, None).next().map(|(_, entry)| source(entry))
    }

    /// The source of the rule that time counts anew after the last time that the same honour was given, with what is in doubt about it.
    pub(super) fn counts_from(&self, honour: Option<&str>) -> Option<String> {
        self.conditions(Effect::CountsFrom, honour, None).next().map(|(_, entry)| source(entry))
    }

    /// Earlier awards that are no basis for an award of a movement that is not for a theme.
    pub(super) fn no_basis(&self, plan: &Plan, honour: Option<&str>) -> Option<NoBasis> {
        if plan.identity.form == Some(MovementForm::Thematic) {
            return None;
        }
        let mut used_once = self.conditions(Effect::UsedOnce, honour, Some(MERIT));
        let (condition, entry) = used_once.find(|(condition, _)| !condition.kinds.is_empty())?;
        Some(NoBasis { kinds: condition.kinds.clone(), source: source(entry) })
    }

    fn conditions(
        &self,
        effect: Effect,
        honour: Option<&str>,
        award_type: Option<&str>,
    ) -> impl Iterator<Item = (&'a Condition, &'a Entry)> {
        let governing = self.governing(Kind::Condition, honour, award_type).into_iter();
        governing.filter_map(move |entry| match &entry.body {
            Some(Body::Condition(condition)) if condition.effect == effect => Some((&**condition, entry)),
            _ => None,
        })
    }
}

/// The kind of commendation, as scopes call it, that is given for what was done in years of work.
const MERIT: &str = "merit";

/// The source of an entry, with what is in doubt about it.
fn source(entry: &Entry) -> String {
    let doubt = entry.head.doubt.iter().map(|doubt| format!("; {doubt}")).collect::<String>();
    format!("{}{doubt}", entry.source)
}

/// A rule of an entry with its name and source; one for some categories of people asks for these first.
pub(super) fn of_entry(mut rule: Rule, entry: &Entry) -> Rule {
    let categories = entry.head.scope.as_ref().map(|scope| scope.categories.clone()).unwrap_or_default();
    if !categories.is_empty() {
        let among = plain(Test::Fact(Fact::Attribute { of: "category".to_owned(), values: categories }));
        rule = plain(Test::All(vec![among, rule]));
    }
    rule.id.get_or_insert_with(|| entry.head.id.clone());
    rule.label.get_or_insert_with(|| entry.head.name_vi.clone());
    rule.source.get_or_insert_with(|| entry.source.clone());
    rule
}

/// What `data.toml` says of the organisation that no entry of the packs knows.
pub fn unknown(organisation: &Organisation, packs: &Packs) -> Vec<Finding> {
    let sectors = known(packs, |scope| &scope.sectors);
    let levels = known(packs, |scope| &scope.decided_by);
    let provinces = known(packs, |scope| &scope.provinces);
    let mut findings = Vec::new();
    let mut look = |said: &Said, known: &BTreeSet<&str>, severity: Severity| {
        if !known.contains(said.word.as_str()) {
            let all = known.iter().copied().collect::<Vec<_>>().join(", ");
            let finding = Finding::new("data-unknown-scope", severity, texts::data_unknown_scope(&said.word));
            findings.push(finding.at(Some(said.span)).help(texts::data_unknown_scope_help(all)));
        }
    };
    organisation.sectors.iter().for_each(|sector| look(sector, &sectors, Severity::Error));
    organisation.level.iter().for_each(|level| look(level, &levels, Severity::Error));
    // Most provinces have no entries of their own yet: nothing is wrong with naming one.
    organisation.province.iter().for_each(|province| look(province, &provinces, Severity::Note));
    findings
}

fn known<'p>(packs: &'p Packs, list: impl Fn(&'p Scope) -> &'p Vec<String>) -> BTreeSet<&'p str> {
    packs.entries().iter().filter_map(|entry| entry.head.scope.as_ref()).flat_map(list).map(String::as_str).collect()
}
