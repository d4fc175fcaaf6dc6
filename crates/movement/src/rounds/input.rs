//! What a plan asks of whom, as what is judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use phongtrao_diagnostic::Text;
use phongtrao_judge::round::{self, AwardInput, GroupInput, RoundInput, Within};
use phongtrao_plan as plan;
use phongtrao_plan::{Award, Criterion, Plan, Round, Subject};
use phongtrao_register::Register;
use phongtrao_rules::criteria::{Audience, Fact, Quantity, Rule, Test};
use phongtrao_rules::entries::{Body, Year};
use phongtrao_rules::{Entry, Packs};
use phongtrao_value::{Date, When};
use serde::Deserialize;

use super::asked::Asked;
use super::{chosen, days, proposals};
use crate::law::Law;
use crate::voted::Voted;
use crate::{texts, voted};

/// Which round, on what day, and who decides in it between equals.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Its id in the plan; none: the only one that is open.
    pub id: Option<&'a str>,
    /// The day of judging; none: the day on which the round closes.
    pub as_of: Option<Date>,
    /// Ids of whoever chairs the council; none where nobody has said who that is.
    pub chair: Option<BTreeSet<String>>,
}

/// The round that is asked for, with what its plan and the packs ask; else why there is none.
pub fn round(plan: &Plan, packs: &Packs, register: &Register, wanted: &Wanted<'_>) -> Result<RoundInput, Text> {
    let Wanted { id, as_of, chair } = wanted;
    let on = as_of.or(plan.identity.issued_on);
    let statistics = on.and_then(|day| statistics_begins(packs, day));
    let chosen = chosen::round(plan, register, statistics, *id, *as_of)?;
    let calendar = days::calendar(plan, chosen, register, statistics, *as_of).ok_or_else(texts::round_no_days)?;
    let as_of = calendar.as_of;
    let law = Law::new(packs, &register.organisation, as_of);
    let of_round = plan.awards.iter().filter(|award| belongs(plan, award, chosen));
    let of_round: Vec<&Award> = of_round.collect();
    let mut voted = voted::of_round(plan, &law, register, &calendar, &of_round, chair.as_ref());
    let mut proposals = proposals::of_round(&of_round, register, &calendar);
    let input = |award: &&Award| AwardInput {
        proposals: proposals.remove(&award.id),
        ..award_input(plan, award, &law, voted.remove(&award.id).unwrap_or_default())
    };
    let awards: Vec<AwardInput> = of_round.iter().map(input).collect();
    if awards.is_empty() {
        return Err(texts::round_no_awards());
    }
    Ok(RoundInput {
        id: chosen.map_or_else(|| "plan".to_owned(), |round| round.id.clone()),
        label: chosen.and_then(|round| round.label.clone()).or_else(|| plan.identity.title.clone()).unwrap_or_default(),
        calendar,
        awards,
        scales: packs.scales(as_of),
        counts_as: counts_as(packs, as_of),
        honours: honours(&law),
        never_for: never_for(packs, as_of),
        sets: sets(packs, as_of),
        names: super::names::names(plan, packs, &register.organisation, as_of),
        restarts: law.restarts(),
        chair: chair.clone(),
        cautions: Vec::new(),
    })
}

/// Awards that name the round, that the round names, or that belong to none.
fn belongs(plan: &Plan, award: &Award, round: Option<&Round>) -> bool {
    let Some(round) = round else { return true };
    let named = plan.rounds.iter().any(|round| round.awards.contains(&award.id));
    award.round.as_ref() == Some(&round.id) || round.awards.contains(&award.id) || (award.round.is_none() && !named)
}

fn statistics_begins(packs: &Packs, day: Date) -> Option<(i8, i8)> {
    let year = packs.body::<Year>("statistics-year", day)?;
    match year.starts.parse().ok()? {
        When::YearlyDay { month, day } => Some((month, day)),
        _ => None,
    }
}

/// Scales whose levels count on another one.
fn counts_as(packs: &Packs, day: Date) -> BTreeMap<String, String> {
    let of = |entry: &Entry| match &entry.body {
        Some(Body::Scale(scale)) if entry.holds_on(day) => Some((entry.head.id.clone(), scale.counts_as.clone()?)),
        _ => None,
    };
    packs.entries().iter().filter_map(of).collect()
}

/// Categories of people that a scale is not applied to by itself.
fn never_for(packs: &Packs, day: Date) -> BTreeMap<String, Vec<String>> {
    let of = |entry: &Entry| match &entry.body {
        Some(Body::Scale(scale)) if entry.holds_on(day) => Some((entry.head.id.clone(), scale.never_for.clone())),
        _ => None,
    };
    packs.entries().iter().filter_map(of).collect()
}

/// What the packs ask for each honour.
fn honours(law: &Law<'_>) -> BTreeMap<String, Rule> {
    let asked = law.packs.honours().iter().map(|honour| (honour.id.clone(), law.ways(&honour.id)));
    asked
        .filter(|(_, ways)| !ways.is_empty())
        .map(|(honour, ways)| (honour, plain(Test::Any(ways.into_iter().map(|(rule, _)| rule).collect()))))
        .collect()
}

fn sets(packs: &Packs, day: Date) -> phongtrao_judge::facts::Sets {
    let of = |entry: &Entry| match &entry.body {
        Some(Body::Set(set)) if entry.holds_on(day) => {
            Some((entry.head.id.clone(), set.indicators.iter().map(|indicator| (indicator.id.clone(), indicator.most)).collect()))
        }
        _ => None,
    };
    packs.entries().iter().filter_map(of).collect::<BTreeMap<_, _>>()
}

fn award_input(plan: &Plan, award: &Award, law: &Law<'_>, voted: Voted) -> AwardInput {
    let mut asked = Asked::of(plan, award, law);
    voted.cautions.into_iter().for_each(|caution| asked.caution_once(caution));
    let subjects = plan.subjects.iter().filter(|subject| award.subjects.is_empty() || award.subjects.contains(&subject.id));
    AwardInput {
        id: award.id.clone(),
        name: award.name.clone(),
        form: award.form.map(form),
        honour: award.honour.clone(),
        groups: subjects.map(|subject| group(subject, rule(plan, award, subject, &asked))).collect(),
        requires: award.requires.clone(),
        quotas: award.quota.as_ref().and_then(|quota| self::quota(plan, quota)).into_iter().collect(),
        rank_by: award.rank_by.iter().filter_map(|key| rank_key(plan, key)).collect(),
        posthumous: asked.posthumous,
        holds: asked.holds,
        pending_source: asked.pending_source,
        prefers: asked.prefers,
        counts_from: law.counts_from(award.honour.as_deref()),
        no_basis: law.no_basis(plan, award.honour.as_deref()),
        proposals: None,
        votes: voted.reasons,
        procedure: asked.procedure,
        cautions: asked.cautions,
    }
}

pub(super) fn plain(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

/// All that is asked: the criteria of the plan that concern the subject, what the packs ask for the honour, and nothing that bars it.
fn rule(plan: &Plan, award: &Award, subject: &Subject, asked: &Asked) -> Rule {
    let named = award.criteria.iter().filter_map(|id| plan.criteria.iter().find(|criterion| criterion.id == *id));
    let concerns = |criterion: &&Criterion| criterion.subjects.is_empty() || criterion.subjects.contains(&subject.id);
    let mut rules: Vec<Rule> = named.filter(concerns).map(criterion).collect();
    let mut ways = asked.ways_of(subject);
    match ways.len() {
        0 => {}
        1 => rules.append(&mut ways),
        _ => rules.push(plain(Test::Any(ways))),
    }
    let bars = asked.bars_of(subject);
    if !bars.is_empty() {
        rules.push(plain(Test::None(bars)));
    }
    plain(Test::All(rules.into_iter().map(|rule| asked.shortened(rule)).collect()))
}

#[derive(Deserialize)]
struct Words {
    this_part: String,
    part: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../../words/references.toml")).expect("the words of references are sound")
});

/// The words of a criterion as they stand outside the plan: the part in which they stand is named.
pub fn label(criterion: &Criterion) -> String {
    let clause = criterion.origin.clause.as_ref().map(ToString::to_string).unwrap_or_default();
    match clause.split('.').next().filter(|part| !part.is_empty()) {
        Some(part) => criterion.label.replace(&WORDS.this_part, &format!("{} {part}", WORDS.part)),
        None => criterion.label.clone(),
    }
}

/// A criterion as a rule; one of which nobody has said how it is measured must be attested by a person.
fn criterion(criterion: &Criterion) -> Rule {
    let test = criterion.measure.as_ref().map_or_else(|| Test::Fact(Fact::Attested { of: criterion.id.clone() }), |rule| rule.test.clone());
    let own = criterion.measure.as_ref();
    Rule {
        id: Some(criterion.id.clone()),
        label: own.and_then(|rule| rule.label.clone()).or_else(|| Some(label(criterion)).filter(|label| !label.is_empty())),
        source: own.and_then(|rule| rule.source.clone()).or_else(|| criterion.origin.clause.as_ref().map(ToString::to_string)),
        audience: own.map(|rule| rule.audience).unwrap_or_default(),
        test,
    }
}

fn group(subject: &Subject, rule: Rule) -> GroupInput {
    GroupInput {
        id: subject.id.clone(),
        kind: subject.kind.map(kind_in),
        categories: subject.categories.clone(),
        unit_kinds: subject.unit_kinds.clone(),
        tree: subject.tree.clone(),
        blocks: subject.blocks.clone(),
        except: subject.except.clone(),
        rule,
    }
}

fn kind_in(kind: plan::SubjectKind) -> round::SubjectKind {
    match kind {
        plan::SubjectKind::Individual => round::SubjectKind::Individual,
        plan::SubjectKind::Collective => round::SubjectKind::Collective,
        plan::SubjectKind::Household => round::SubjectKind::Household,
    }
}

/// What the subjects of a plan's entry are, also where it is only seen by whom it names.
pub(super) fn kind_of(subject: &Subject) -> Option<round::SubjectKind> {
    subject.kind.map(kind_in).or(match (subject.categories.is_empty(), subject.unit_kinds.is_empty()) {
        (false, true) => Some(round::SubjectKind::Individual),
        (true, false) => Some(round::SubjectKind::Collective),
        _ => None,
    })
}

fn form(form: plan::AwardForm) -> round::Form {
    match form {
        plan::AwardForm::Title => round::Form::Title,
        plan::AwardForm::Commendation => round::Form::Commendation,
        plan::AwardForm::Recognition => round::Form::Recognition,
        plan::AwardForm::Praise => round::Form::Praise,
    }
}

fn quota(plan: &Plan, quota: &plan::Quota) -> Option<round::Quota> {
    let none = round::Quota {
        source: None,
        most: None,
        percent: None,
        of: round::QuotaBase::Eligible,
        within: Within::Organisation,
        rounding: round::Rounding::Down,
        at_least: 0,
    };
    match quota {
        // A person counts what is only said in words.
        plan::Quota::Words(_) => None,
        plan::Quota::Number(most) => Some(round::Quota { most: Some(*most), ..none }),
        plan::Quota::Rule(rule) => {
            let of_group = rule.of_subject.as_ref().and_then(|id| plan.subjects.iter().find(|subject| subject.id == *id));
            let of_award = rule.of_award.clone().map(round::QuotaBase::Award);
            let base = match rule.of {
                Some(plan::QuotaBase::Met) => round::QuotaBase::Met,
                Some(plan::QuotaBase::Members) => round::QuotaBase::Members,
                _ => round::QuotaBase::Eligible,
            };
            let of_group = of_group.map(|subject| round::QuotaBase::Group(Box::new(group(subject, plain(Test::All(Vec::new()))))));
            Some(round::Quota {
                source: rule.words.clone(),
                most: rule.most,
                percent: rule.percent,
                of: of_award.or(of_group).unwrap_or(base),
                within: match rule.per {
                    Some(plan::QuotaGroup::Unit) => Within::Unit,
                    Some(plan::QuotaGroup::Block) => Within::Block,
                    Some(plan::QuotaGroup::Organisation) | None => Within::Organisation,
                },
                rounding: match rule.rounding {
                    Some(plan::Rounding::Up) => round::Rounding::Up,
                    Some(plan::Rounding::Nearest) => round::Rounding::Nearest,
                    Some(plan::Rounding::Down) | None => round::Rounding::Down,
                },
                at_least: rule.least.unwrap_or(0),
            })
        }
    }
}

fn rank_key(plan: &Plan, key: &plan::RankKey) -> Option<round::RankKey> {
    let of = match key {
        plan::RankKey::Quantity(quantity) => quantity.clone(),
        plan::RankKey::Criterion(id) => {
            let measure = plan.criteria.iter().find(|criterion| criterion.id == *id)?.measure.as_ref()?;
            measured(&measure.test)?
        }
    };
    Some(round::RankKey { of, rising: false })
}

/// The number that a test measures.
fn measured(test: &Test) -> Option<Quantity> {
    match test {
        Test::Amount { of, .. } => Some(of.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[rstest::rstest]
    #[case(Some("C.II.1.c"), "khoản 2 mục IV phần này", "khoản 2 mục IV phần C")]
    #[case(None, "khoản 2 mục IV phần này", "khoản 2 mục IV phần này")]
    #[case(Some("C.II.1.c"), "Tham gia đầy đủ", "Tham gia đầy đủ")]
    fn the_part_of_the_plan_is_named(#[case] clause: Option<&str>, #[case] label: &str, #[case] expected: &str) {
        let clause = clause.map(|clause| format!("clause = \"{clause}\"\n")).unwrap_or_default();
        let (plan, _) = phongtrao_plan::file::read(&format!("format = 1\n\n[[criterion]]\nid = \"a\"\nlabel = \"{label}\"\n{clause}"));
        assert_eq!(plan.criteria.iter().map(super::label).collect::<Vec<_>>(), [expected]);
    }
}
