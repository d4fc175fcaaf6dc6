//! Criteria and awards of a plan, in tables; the criteria are numbered through, so that awards can name them.

use phongtrao_plan::{Award, Criterion, Plan, Quota, QuotaGroup, QuotaRule};
use phongtrao_press::grid::{Grid, Side};
use phongtrao_rules::criteria::{Rule, Test};
use phongtrao_value::figures;
use phongtrao_value::text::{capitalised, with_small_first};

use super::clauses::grid;
use super::words::WORDS;
use super::writing::Writing;

pub(super) fn write(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.criteria);
    let criteria = ordered(plan);
    let mut number = 0;
    for (subjects, of_subjects) in &criteria {
        let heading = match who(plan, subjects) {
            who if who.is_empty() => WORDS.criteria_of_all.clone(),
            who => WORDS.criteria_of.fill(&[("who", &who)]),
        };
        let mut table = grid(&WORDS.criterion_heads, &[(10, Side::Middle), (90, Side::Left)]);
        for criterion in of_subjects {
            number += 1;
            rows(&number.to_string(), criterion, &mut table);
        }
        writing.table(&heading, table);
    }
    writing.section(&WORDS.awards);
    let numbers: Vec<&str> = criteria.iter().flat_map(|(_, criteria)| criteria).map(|criterion| criterion.id.as_str()).collect();
    writing.bare_table(awards(plan, &numbers));
}

/// The criteria by whom they are asked of, each group where it first stands.
fn ordered(plan: &Plan) -> Vec<(&[String], Vec<&Criterion>)> {
    let mut groups: Vec<(&[String], Vec<&Criterion>)> = Vec::new();
    for criterion in &plan.criteria {
        match groups.iter_mut().find(|(subjects, _)| *subjects == criterion.subjects.as_slice()) {
            Some((_, criteria)) => criteria.push(criterion),
            None => groups.push((&criterion.subjects, vec![criterion])),
        }
    }
    groups
}

fn who(plan: &Plan, subjects: &[String]) -> String {
    let named = plan.subjects.iter().filter(|subject| subjects.contains(&subject.id)).map(|subject| subject.who.as_str());
    named.collect::<Vec<&str>>().join("; ")
}

/// A criterion, and below it the parts of its measure that have words of their own.
fn rows(number: &str, criterion: &Criterion, table: &mut Grid) {
    table.rows.push(vec![number.to_owned(), capitalised(&criterion.label)]);
    let parts: Vec<&str> = criterion.measure.iter().flat_map(parts).filter_map(|part| part.label.as_deref()).collect();
    table.rows.extend((1_usize..).zip(parts).map(|(part, label)| vec![format!("{number}.{part}"), capitalised(label)]));
}

fn parts(rule: &Rule) -> &[Rule] {
    match &rule.test {
        Test::All(parts) | Test::Any(parts) | Test::None(parts) | Test::AtLeast { of: parts, .. } => parts,
        Test::Amount { .. } | Test::Fact(_) => &[],
    }
}

fn awards(plan: &Plan, numbers: &[&str]) -> Grid {
    let widths = [(7, Side::Middle), (29, Side::Left), (24, Side::Left), (11, Side::Middle), (18, Side::Left), (19, Side::Left)];
    let mut table = grid(&WORDS.award_heads, &widths);
    table.rows.extend((1_usize..).zip(&plan.awards).map(|(number, award)| {
        let asked = award.criteria.iter().filter_map(|id| Some(numbers.iter().position(|known| known == id)? + 1));
        let asked: Vec<String> = asked.map(|number| number.to_string()).collect();
        let quota = award.quota.as_ref().map_or_else(|| WORDS.not_said.clone(), quota);
        let authority = award.authority.clone().unwrap_or_else(|| WORDS.not_said.clone());
        vec![number.to_string(), name(plan, award), who(plan, &award.subjects), asked.join(", "), capitalised(&quota), authority]
    }));
    table
}

fn name(plan: &Plan, award: &Award) -> String {
    let mut name = of_its_round(plan, award).unwrap_or_else(|| award.name.clone());
    let required = plan.awards.iter().filter(|other| award.requires.contains(&other.id)).map(|other| other.name.as_str());
    let required = required.collect::<Vec<&str>>().join(", ");
    if !required.is_empty() {
        name = WORDS.requires.fill(&[("award", &name), ("required", &required)]);
    }
    award.money.as_ref().map_or(name.clone(), |money| WORDS.money.fill(&[("award", &name), ("money", money)]))
}

/// An award that several rounds give is told apart by its round.
fn of_its_round(plan: &Plan, award: &Award) -> Option<String> {
    let is_same = |other: &&Award| other.name == award.name && other.subjects == award.subjects;
    let is_shared = plan.awards.iter().filter(is_same).count() > 1;
    let round = plan.rounds.iter().find(|round| is_shared && award.round.as_ref() == Some(&round.id))?;
    let label = with_small_first(round.label.as_deref()?);
    Some(WORDS.of_round.fill(&[("award", &award.name), ("round", &label)]))
}

pub(in crate::papers) fn quota(quota: &Quota) -> String {
    match quota {
        Quota::Words(words) => words.clone(),
        Quota::Number(number) => most(*number),
        Quota::Rule(rule) => rule.words.clone().unwrap_or_else(|| share(rule)),
    }
}

fn most(number: u32) -> String {
    WORDS.quota_number.fill(&[("number", &figures::two_places(number.into()))])
}

fn share(rule: &QuotaRule) -> String {
    let said = match (rule.percent, rule.most) {
        (Some(percent), _) => WORDS.quota_percent.fill(&[("percent", &figures::percentage(percent))]),
        (None, Some(number)) => most(number),
        (None, None) => return WORDS.not_said.clone(),
    };
    let group = match rule.per {
        Some(QuotaGroup::Unit) => &WORDS.quota_per_unit,
        Some(QuotaGroup::Block) => &WORDS.quota_per_block,
        Some(QuotaGroup::Organisation) | None => &WORDS.quota_per_organisation,
    };
    group.fill(&[("quota", &said)])
}
