//! Which key holds which part of the model: said once, walked by the reader, by the writer and by the tests of the description.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_rules::criteria::Rule;
use phongtrao_value::{Date, Decimal, Recurrence, When};

use crate::{
    Award, Basis, Budget, Choice, Component, Criterion, Deferred, Dossier, Identity, Learning, Milestone, Origin, Phase, Plan,
    PlanRecipient, Quota, QuotaRule, RankKey, Report, Round, Signatory, SourceFile, Stage, Statement, Step, Subject, Target, Task, Way,
};

/// What walks over the keys of an entry: it fills them, or it writes them out.
///
/// A method stands for a type of the model; the description of the table says what the value may be (a text, an id, an amount).
pub(super) trait Fields {
    /// A text that the entry needs.
    fn words(&mut self, key: &'static str, value: &mut String);
    /// A text.
    fn text(&mut self, key: &'static str, value: &mut Option<String>);
    /// A list of texts.
    fn texts(&mut self, key: &'static str, value: &mut Vec<String>);
    /// A whole number.
    fn number(&mut self, key: &'static str, value: &mut Option<i64>);
    /// A number of things, without their unit.
    fn amount(&mut self, key: &'static str, value: &mut Option<u32>);
    /// A percentage.
    fn percentage(&mut self, key: &'static str, value: &mut Option<Decimal>);
    /// True or false.
    fn flag(&mut self, key: &'static str, value: &mut Option<bool>);
    /// A day.
    fn day(&mut self, key: &'static str, value: &mut Option<Date>);
    /// A date as exactly as the text says it.
    fn when(&mut self, key: &'static str, value: &mut Option<When>);
    /// How often `date` comes back: kept in `value` only where there is no date that says it.
    fn recurs(&mut self, value: &mut Option<Recurrence>, date: Option<When>);
    /// A word of a closed list.
    fn choice<C: Choice>(&mut self, key: &'static str, value: &mut Option<C>);
    /// An inline table.
    fn record<E: Entry>(&mut self, key: &'static str, value: &mut Option<E>);
    /// A list of inline tables.
    fn records<E: Entry>(&mut self, key: &'static str, value: &mut Vec<E>);
    /// A criterion in its language.
    fn rule(&mut self, key: &'static str, value: &mut Option<Rule>);
    /// How many: in words, as a number, by a rule.
    fn quota(&mut self, key: &'static str, value: &mut Option<Quota>);
    /// What is ranked by.
    fn ranks(&mut self, key: &'static str, value: &mut Vec<RankKey>);
    /// Clause, span and what was guessed.
    fn origin(&mut self, value: &mut Origin);
    /// The span alone.
    fn span(&mut self, value: &mut Option<Span>);
}

/// What walks over the tables of a plan.
pub(super) trait Tables {
    /// `[name]`, which may be missing.
    fn one<E: Entry + PartialEq>(&mut self, name: &'static str, value: &mut Option<E>);
    /// `[[name]]`.
    fn many<E: Entry>(&mut self, name: &'static str, value: &mut Vec<E>);
    /// `[lints]`.
    fn levels(&mut self, value: &mut BTreeMap<String, Option<Severity>>);
}

/// What stands in a table or an inline table.
pub(super) trait Entry: Default + Clone {
    /// Its keys in the order in which they are written.
    fn fields(&mut self, fields: &mut impl Fields);
}

impl Plan {
    /// The tables in the order in which they are written.
    pub(super) fn tables(&mut self, tables: &mut impl Tables) {
        tables.one("source", &mut self.source);
        tables.levels(&mut self.levels);
        let mut identity = Some(std::mem::take(&mut self.identity)).filter(|identity| *identity != Identity::default());
        tables.one("plan", &mut identity);
        self.identity = identity.unwrap_or_default();
        tables.many("basis", &mut self.bases);
        tables.many("purpose", &mut self.purposes);
        tables.many("requirement", &mut self.requirements);
        tables.many("phase", &mut self.phases);
        tables.many("subject", &mut self.subjects);
        tables.many("criterion", &mut self.criteria);
        tables.many("target", &mut self.targets);
        tables.many("award", &mut self.awards);
        tables.many("dossier", &mut self.dossiers);
        tables.many("round", &mut self.rounds);
        tables.many("way", &mut self.ways);
        tables.many("step", &mut self.steps);
        tables.many("stage", &mut self.stages);
        tables.many("course", &mut self.courses);
        tables.many("contest", &mut self.contests);
        tables.many("milestone", &mut self.milestones);
        tables.many("task", &mut self.tasks);
        tables.many("report", &mut self.reports);
        tables.one("budget", &mut self.budget);
        tables.many("recipient", &mut self.recipients);
        tables.many("signatory", &mut self.signatories);
        tables.many("deferred", &mut self.deferred);
    }
}

impl Entry for SourceFile {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("file", &mut self.file);
        fields.words("sha256", &mut self.sha256);
    }
}

/// `period = { from, to }`, left out where it says nothing.
fn period(fields: &mut impl Fields, from: &mut Option<When>, to: &mut Option<When>) {
    let mut period = Some(Period { from: *from, to: *to }).filter(|period| *period != Period::default());
    fields.record("period", &mut period);
    let period = period.unwrap_or_default();
    (*from, *to) = (period.from, period.to);
}

/// `period = { from, to }` of `[plan]` and of rounds.
#[derive(Debug, Clone, Default, PartialEq)]
struct Period {
    from: Option<When>,
    to: Option<When>,
}

impl Entry for Period {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.when("from", &mut self.from);
        fields.when("to", &mut self.to);
    }
}

impl Entry for Identity {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("id", &mut self.id);
        fields.text("title", &mut self.title);
        fields.text("kind", &mut self.kind);
        fields.text("number", &mut self.number);
        fields.day("issued_on", &mut self.issued_on);
        fields.texts("issuer", &mut self.issuers);
        fields.text("place", &mut self.place);
        fields.choice("form", &mut self.form);
        fields.text("scope", &mut self.scope);
        period(fields, &mut self.from, &mut self.to);
        fields.text("parent", &mut self.parent);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Basis {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("kind", &mut self.kind);
        fields.text("number", &mut self.number);
        fields.day("date", &mut self.date);
        fields.text("issuer", &mut self.issuer);
        fields.text("title", &mut self.title);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Statement {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("text", &mut self.text);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Phase {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.words("label", &mut self.label);
        fields.when("from", &mut self.from);
        fields.when("to", &mut self.to);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Subject {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.text("block", &mut self.block);
        fields.choice("kind", &mut self.kind);
        fields.words("who", &mut self.who);
        fields.texts("categories", &mut self.categories);
        fields.texts("unit_kinds", &mut self.unit_kinds);
        fields.text("tree", &mut self.tree);
        fields.texts("blocks", &mut self.blocks);
        fields.texts("except", &mut self.except);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Criterion {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.texts("subject", &mut self.subjects);
        fields.words("label", &mut self.label);
        fields.rule("measure", &mut self.measure);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Target {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.words("label", &mut self.label);
        fields.rule("measure", &mut self.measure);
        fields.text("value", &mut self.value);
        fields.when("due", &mut self.due);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Award {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.choice("form", &mut self.form);
        fields.words("name", &mut self.name);
        fields.text("honour", &mut self.honour);
        fields.text("authority", &mut self.authority);
        fields.texts("subject", &mut self.subjects);
        fields.texts("criteria", &mut self.criteria);
        fields.texts("requires", &mut self.requires);
        fields.text("lower", &mut self.lower);
        fields.quota("quota", &mut self.quota);
        fields.ranks("rank_by", &mut self.rank_by);
        fields.text("ballot", &mut self.ballot);
        fields.text("dossier", &mut self.dossier);
        fields.text("round", &mut self.round);
        fields.text("money", &mut self.money);
        fields.origin(&mut self.origin);
    }
}

impl Entry for QuotaRule {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.percentage("percent", &mut self.percent);
        fields.choice("of", &mut self.of);
        fields.text("of_subject", &mut self.of_subject);
        fields.text("of_award", &mut self.of_award);
        fields.choice("per", &mut self.per);
        fields.choice("rounding", &mut self.rounding);
        fields.amount("least", &mut self.least);
        fields.amount("most", &mut self.most);
        fields.text("words", &mut self.words);
    }
}

impl Entry for Dossier {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.records("components", &mut self.components);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Component {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("paper", &mut self.paper);
        fields.text("from", &mut self.from);
        fields.flag("signed", &mut self.signed);
        fields.span(&mut self.span);
    }
}

impl Entry for Round {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.text("label", &mut self.label);
        fields.choice("kind", &mut self.kind);
        fields.choice("counts", &mut self.counts);
        period(fields, &mut self.from, &mut self.to);
        fields.text("phase", &mut self.phase);
        fields.texts("awards", &mut self.awards);
        fields.when("opens", &mut self.opens);
        fields.when("closes", &mut self.closes);
        fields.recurs(&mut self.recurs, self.closes.or(self.opens));
        fields.text("words", &mut self.words);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Way {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.choice("for", &mut self.purpose);
        fields.text("base", &mut self.base);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Step {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("way", &mut self.way);
        fields.words("id", &mut self.id);
        fields.text("label", &mut self.label);
        fields.text("by", &mut self.by);
        fields.choice("kind", &mut self.kind);
        fields.texts("criteria", &mut self.criteria);
        fields.number("within", &mut self.within);
        fields.text("returns_to", &mut self.returns_to);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Stage {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("way", &mut self.way);
        fields.words("id", &mut self.id);
        fields.text("label", &mut self.label);
        fields.texts("conditions", &mut self.conditions);
        fields.text("within", &mut self.within);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Learning {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.text("label", &mut self.label);
        fields.texts("counts_for", &mut self.counts_for);
        fields.when("due", &mut self.due);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Milestone {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("id", &mut self.id);
        fields.words("label", &mut self.label);
        fields.when("due", &mut self.due);
        fields.recurs(&mut self.recurs, self.due);
        fields.text("words", &mut self.words);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Task {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("unit", &mut self.unit);
        fields.words("text", &mut self.text);
        fields.when("due", &mut self.due);
        fields.recurs(&mut self.recurs, self.due);
        fields.text("words", &mut self.words);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Report {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("who", &mut self.who);
        fields.text("to", &mut self.to);
        fields.words("what", &mut self.what);
        fields.when("due", &mut self.due);
        fields.recurs(&mut self.recurs, self.due);
        fields.text("words", &mut self.words);
        let mut on_demand = self.on_demand.then_some(true);
        fields.flag("on_demand", &mut on_demand);
        self.on_demand = on_demand.unwrap_or_default();
        fields.origin(&mut self.origin);
    }
}

impl Entry for Budget {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("source", &mut self.source);
        fields.texts("lines", &mut self.lines);
        fields.origin(&mut self.origin);
    }
}

impl Entry for PlanRecipient {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("who", &mut self.who);
        fields.choice("purpose", &mut self.purpose);
        fields.text("words", &mut self.words);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Signatory {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.text("body", &mut self.body);
        fields.text("capacity", &mut self.capacity);
        fields.text("name", &mut self.name);
        fields.origin(&mut self.origin);
    }
}

impl Entry for Deferred {
    fn fields(&mut self, fields: &mut impl Fields) {
        fields.words("what", &mut self.what);
        fields.text("to", &mut self.to);
        fields.origin(&mut self.origin);
    }
}
