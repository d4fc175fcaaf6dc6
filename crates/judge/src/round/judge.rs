//! Judges a round, stratum by stratum: *map* each subject, *fold* over members, *rank* for quotas.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::Register;
use phongtrao_register::rows::{PostKind, Ruling};
use phongtrao_rules::criteria::{Audience, Fact, Rule, Test};

use super::again::{Before, Kept};
use super::{
    Among, Assessed, AwardInput, AwardResult, GroupInput, Judged, Noticed, Outcome, QuotaBase, RestsOn, RoundInput, SubjectKind, Within,
};
use super::{once, quota, rulings, strata};
use crate::facts::{Ask, Facts, Found, Rows, of};
use crate::population::{Alone, Workers, side_by_side};
use crate::reasons::{Builder, Reason};
use crate::{Verdict, texts};

/// Subjects that a worker judges before it takes the next ones.
const STRIP: usize = 64;

/// Judges all subjects of a register for all awards of a round, on the caller's own thread.
pub fn judge(round: &RoundInput, register: &Register, rests_on: RestsOn) -> Judged {
    judged(round, register, rests_on, None, &Alone)
}

/// The same, shared among workers: subjects beside each other, award after award. The outcome does not depend on them.
pub fn judge_among(workers: &dyn Workers, round: &RoundInput, register: &Register, rests_on: RestsOn) -> Judged {
    judged(round, register, rests_on, None, workers)
}

/// Judges again what changed facts can have changed, and keeps the other results; says how many were judged. The outcome is the same as that of judging all.
///
/// The round must be the one that was judged before: other rules or another day concern everybody.
pub fn judge_again(round: &RoundInput, register: &Register, rests_on: RestsOn, before: Before<'_>) -> (Judged, usize) {
    let kept = Kept::new(before);
    let judged = judged(round, register, rests_on, Some(&kept), &Alone);
    (judged, kept.again())
}

fn judged(round: &RoundInput, register: &Register, rests_on: RestsOn, kept: Option<&Kept<'_>>, workers: &dyn Workers) -> Judged {
    let mut judged = Judged {
        round: round.id.clone(),
        label: round.label.clone(),
        as_of: round.calendar.as_of,
        rests_on,
        cautions: round.cautions.clone(),
        awards: Vec::new(),
        findings: Vec::new(),
    };
    let order = match strata(round) {
        Ok(order) => order,
        Err(circle) => {
            judged.findings.push(Noticed { place: None, finding: *circle });
            return judged;
        }
    };
    let rows = Rows::new(register);
    let facts = round.facts(&rows, round.calendar.clone());
    // The rules of `requires` are made here so that they live as long as their programs.
    let rules: Vec<Vec<Rule>> = round.awards.iter().map(|award| award.groups.iter().map(|group| asked(award, group)).collect()).collect();
    let keys: Vec<Vec<Rule>> = round.awards.iter().map(rank_rules).collect();
    let bench = Bench { round, facts: &facts, standing: BTreeMap::new(), kept, workers };
    judged.awards = bench.judge(&order, &rules, &keys);
    judged.findings.extend(rulings::without_effect(round, &rows, &judged));
    judged.findings.extend(once::used_twice(&judged.awards));
    judged
}

/// All that is asked of a group for an award: its rule, and the awards that it requires.
fn asked(award: &AwardInput, group: &GroupInput) -> Rule {
    if award.requires.is_empty() {
        return group.rule.clone();
    }
    let titles = award.requires.iter().map(|id| plain(Test::Fact(Fact::Title { award: id.clone() })));
    plain(Test::All(std::iter::once(group.rule.clone()).chain(titles).collect()))
}

/// All of them must hold.
fn together(parts: &[Reason]) -> Option<Verdict> {
    parts.iter().filter_map(|part| part.verdict).min()
}

fn plain(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

fn rank_rules(award: &AwardInput) -> Vec<Rule> {
    award.rank_by.iter().map(|key| plain(Test::Amount { of: key.of.clone(), min: None, max: None })).collect()
}

/// What is judged so far.
struct Bench<'a> {
    round: &'a RoundInput,
    facts: &'a Facts<'a>,
    /// Outcomes by award and subject.
    standing: BTreeMap<&'a str, BTreeMap<String, Outcome>>,
    /// Results that may stay as they were.
    kept: Option<&'a Kept<'a>>,
    workers: &'a dyn Workers,
}

/// A worker at the bench.
pub(super) struct Seat<'b> {
    bench: &'b Bench<'b>,
    pub(super) facts: &'b Facts<'b>,
    pub(super) builder: Builder,
    /// Subjects that the running question looked at.
    looked_at: RefCell<BTreeSet<String>>,
}

/// A subject to be judged, with all that is asked of its group.
struct Task<'t> {
    group: &'t GroupInput,
    rule: &'t Rule,
    subject: &'t str,
}

impl Ask for Seat<'_> {
    fn ask(&self, rule: &Rule, subject: &str, facts: &Facts<'_>) -> Found<Verdict> {
        self.looked_at.borrow_mut().extend(self.facts.and_before(subject).into_iter().map(str::to_owned));
        self.builder.verdict(rule, subject, facts, self)
    }

    fn title(&self, award: &str, subject: &str) -> Option<Found<Verdict>> {
        let standing = self.bench.standing.get(award)?;
        // Who can't have the award does not have it.
        let outcome = standing.get(subject).copied().unwrap_or(Outcome::NotMet);
        let verdict = outcome.verdict();
        Some(if verdict == Verdict::Unknown {
            Found::waiting(verdict, texts::missing_award(self.bench.round.names.award(award)))
        } else {
            Found::bare(verdict)
        })
    }
}

impl Seat<'_> {
    fn one(&self, award: &AwardInput, task: &Task<'_>, keys: &[Rule]) -> Assessed {
        let subject = task.subject;
        self.looked_at.borrow_mut().clear();
        self.bench.kept.inspect(|kept| kept.count());
        let conditions = self.builder.reason(task.rule, subject, self.facts, self);
        let mut reason = Reason::new(texts::reason_label(&award.name));
        reason.parts.push(conditions);
        reason.parts.extend(self.posthumous(award, subject));
        let conditions = together(&reason.parts);
        let proposed = award.proposals.as_ref().map(|proposals| self.proposed(proposals, subject));
        let is_proposed = proposed.as_ref().and_then(|reason| reason.verdict).unwrap_or(Verdict::Met);
        reason.parts.extend(proposed);
        reason.parts.extend(award.votes.get(subject).into_iter().flatten().cloned());
        reason.verdict = together(&reason.parts);
        let mut outcome = match reason.verdict {
            Some(Verdict::Met) => Outcome::Met,
            Some(Verdict::NotMet) => Outcome::NotMet,
            _ => Outcome::Unknown,
        };
        if let (true, Some(case)) = (outcome != Outcome::NotMet, self.held_back(award, subject)) {
            outcome = Outcome::Held;
            reason.verdict = Some(Verdict::Unknown);
            reason.parts.push(case);
        }
        let rank_by = keys.iter().map(|key| self.builder.amount(key, subject, self.facts, self)).collect();
        let preference = self.beside(&award.prefers, subject).next().map(|reason| Reason { prefers: true, ..reason });
        let mut looked_at = std::mem::take(&mut *self.looked_at.borrow_mut());
        looked_at.extend(self.facts.and_before(subject).into_iter().map(str::to_owned));
        Assessed {
            subject: subject.to_owned(),
            name: self.facts.name(subject).to_owned(),
            group: task.group.id.clone(),
            within: Among::Organisation,
            outcome,
            conditions: conditions.unwrap_or(Verdict::Unknown),
            proposed: is_proposed,
            rank_by,
            preference,
            reason,
            looked_at,
        }
    }
}

impl<'a> Bench<'a> {
    fn judge(mut self, order: &[super::Stratum], rules: &[Vec<Rule>], keys: &[Vec<Rule>]) -> Vec<AwardResult> {
        let mut results: Vec<Option<AwardResult>> = self.round.awards.iter().map(|_| None).collect();
        for at in order.iter().flat_map(|stratum| &stratum.awards) {
            let (Some(award), Some(rules), Some(keys)) = (self.round.awards.get(*at), rules.get(*at), keys.get(*at)) else { continue };
            let stays = self.kept.and_then(|kept| kept.award(award)).cloned();
            let result = stays.unwrap_or_else(|| self.award(award, rules, keys));
            if let Some(kept) = self.kept {
                kept.note(&result);
            }
            let standing = result.results.iter().map(|result| (result.subject.clone(), result.outcome)).collect();
            self.standing.insert(&award.id, standing);
            if let Some(place) = results.get_mut(*at) {
                *place = Some(result);
            }
        }
        results.into_iter().flatten().collect()
    }

    fn award(&self, award: &AwardInput, rules: &[Rule], keys: &[Rule]) -> AwardResult {
        let mut results = self.results(award, &self.tasks(award, rules), keys);
        results.sort_by(|left, right| left.subject.cmp(&right.subject));
        let mut quotas = Vec::new();
        for quota in &award.quotas {
            for result in &mut results {
                result.within = self.within(quota.within, &result.subject);
            }
            let of = self.measured_against(quota, &results);
            let uses = quota::give(quota, &award.rank_by, &of, &mut results);
            rulings::apply(&uses, self.rulings(award), &mut results);
            quotas.extend(uses);
        }
        AwardResult {
            id: award.id.clone(),
            name: award.name.clone(),
            form: award.form,
            honour: award.honour.clone(),
            procedure: award.procedure.clone(),
            cautions: award.cautions.clone(),
            results,
            quotas,
        }
    }

    /// What the chair decided by the day of judging between equals for an award.
    fn rulings(&self, award: &AwardInput) -> impl Iterator<Item = &'a Ruling> {
        let (round, calendar) = (self.round, &self.facts.calendar);
        of(&self.facts.rows.rulings, &award.id).iter().copied().filter(move |row| calendar.is_decided(row.on) && round.is_of_chair(row))
    }

    /// Whom an award is for: a subject belongs to the first group that it fits.
    fn tasks<'t>(&'t self, award: &'t AwardInput, rules: &'t [Rule]) -> Vec<Task<'t>> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut tasks = Vec::new();
        for (group, rule) in award.groups.iter().zip(rules) {
            let subjects = self.subjects(group).into_iter().filter(|subject| seen.insert(subject));
            tasks.extend(subjects.map(|subject| Task { group, rule, subject }));
        }
        tasks
    }

    /// The results of an award before places are given, in any order.
    fn results(&self, award: &AwardInput, tasks: &[Task<'_>], keys: &[Rule]) -> Vec<Assessed> {
        let facts = Facts { judged: Some(award), ..self.facts.clone() };
        let brought = side_by_side(self.workers, tasks.len().div_ceil(STRIP), |next| {
            let seat = Seat { bench: self, facts: &facts, builder: Builder::default(), looked_at: RefCell::default() };
            let mut results = Vec::new();
            while let Some(strip) = next.take() {
                for task in tasks.iter().skip(strip * STRIP).take(STRIP) {
                    let stays = self.kept.and_then(|kept| kept.result(award, task.subject)).cloned();
                    results.push(stays.unwrap_or_else(|| seat.one(award, task, keys)));
                }
            }
            results
        });
        brought.into_iter().flatten().collect()
    }

    /// The subjects of a group in the order of their ids.
    fn subjects(&self, group: &GroupInput) -> Vec<&'a str> {
        let rows = self.facts.rows;
        let mut subjects: Vec<&'a str> = Vec::new();
        if group.kind.is_none_or(|kind| kind == SubjectKind::Individual) {
            subjects.extend(rows.people.keys().filter(|id| self.is_of_people(group, id)));
        }
        if group.kind.is_none_or(|kind| kind == SubjectKind::Collective) {
            subjects.extend(rows.units.keys().filter(|id| self.is_of_units(group, id)));
        }
        if group.kind == Some(SubjectKind::Household) {
            subjects.extend(rows.households.keys().filter(|id| !group.except.iter().any(|except| except == **id)));
        }
        subjects
    }

    fn is_of_people(&self, group: &GroupInput, id: &str) -> bool {
        let Some(person) = self.facts.rows.people.get(id) else { return false };
        let has = |name: &str, values: &[String]| {
            let found = self.facts.attribute_of(name, id, self.facts.calendar.day_of_attributes());
            found.is_some_and(|found| found.value.iter().any(|value| values.contains(value)))
        };
        let fits = |values: &[String], name: &str| values.is_empty() || has(name, values);
        fits(&group.categories, "category")
            && (group.kind == Some(SubjectKind::Individual) || !group.categories.is_empty())
            && (group.blocks.is_empty() || has("block", &group.blocks))
            && !group.except.contains(&person.id)
            && !group.except.contains(&person.category)
            && !has("unit", &group.except)
    }

    fn is_of_units(&self, group: &GroupInput, id: &str) -> bool {
        let Some(unit) = self.facts.rows.units.get(id) else { return false };
        let fits = |values: &[String], own: Option<&String>| values.is_empty() || own.is_some_and(|own| values.contains(own));
        let day = self.facts.calendar.day_of_attributes();
        unit.from.is_none_or(|from| from <= day)
            && unit.to.is_none_or(|to| day <= to)
            && fits(&group.unit_kinds, unit.kind.as_ref())
            && fits(&group.blocks, unit.block.as_ref())
            && group.tree.as_ref().is_none_or(|tree| unit.tree == *tree)
            && (group.kind == Some(SubjectKind::Collective) || !group.unit_kinds.is_empty())
            && !group.except.contains(&unit.id)
    }

    /// Within what a subject's quota is taken.
    fn within(&self, within: Within, subject: &str) -> Among {
        let rows = self.facts.rows;
        let day = self.facts.calendar.day_of_attributes();
        let unit = rows.units.get(subject).copied();
        let main =
            || of(&rows.posts, subject).iter().find(|post| post.kind == PostKind::Main && crate::facts::is_on(post.from, post.to, day));
        match within {
            Within::Organisation => Among::Organisation,
            Within::Unit => match unit {
                Some(unit) => unit.parent.clone(),
                None => main().map(|post| post.unit.clone()),
            }
            .map_or(Among::NoUnit, Among::Unit),
            Within::Block => match unit {
                Some(unit) => unit.block.clone(),
                None => main().and_then(|post| rows.units.get(post.unit.as_str())?.block.clone()),
            }
            .map_or(Among::NoBlock, Among::Block),
        }
    }

    /// For each block or unit, how many a quota is measured against: surely, and perhaps.
    fn measured_against(&self, quota: &super::Quota, results: &[Assessed]) -> BTreeMap<Among, (usize, usize)> {
        let mut of: BTreeMap<Among, (usize, usize)> = BTreeMap::new();
        let mut add = |within: Among, verdict: Verdict| {
            let (least, most) = of.entry(within).or_default();
            *least += usize::from(verdict == Verdict::Met);
            *most += usize::from(verdict != Verdict::NotMet);
        };
        match &quota.of {
            QuotaBase::Eligible => results.iter().for_each(|result| add(result.within.clone(), Verdict::Met)),
            QuotaBase::Met => results.iter().for_each(|result| add(result.within.clone(), result.outcome.verdict())),
            QuotaBase::Members => {
                let people = self.facts.rows.people.keys();
                people.filter(|person| self.is_a_member(person)).for_each(|person| add(self.within(quota.within, person), Verdict::Met));
            }
            QuotaBase::Group(group) => {
                self.subjects(group).into_iter().for_each(|subject| add(self.within(quota.within, subject), Verdict::Met));
            }
            QuotaBase::Award(award) => {
                let standing = self.standing.get(award.as_str()).into_iter().flatten();
                standing.for_each(|(subject, outcome)| add(self.within(quota.within, subject), outcome.verdict()));
            }
        }
        of
    }

    fn is_a_member(&self, person: &str) -> bool {
        let day = self.facts.calendar.day_of_attributes();
        let posts = of(&self.facts.rows.posts, person).iter();
        posts.into_iter().any(|post| post.kind == PostKind::Main && crate::facts::is_on(post.from, post.to, day))
    }
}
