//! `judging-circle`: awards that wait for each other, so that none of them can be judged first.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Severity;
use phongtrao_rules::criteria::{Fact, Held, Part, Quantity, Rule, Test};

use crate::lints::{Context, Lint, On, Sink};
use crate::{Award, Plan, Quota, RankKey, texts};

/// Awards that wait for each other.
pub(super) static LINT: Lint = Lint {
    name: "judging-circle",
    level: Severity::Error,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let plan = context.plan;
    let needs: BTreeMap<&str, Vec<&str>> = plan.awards.iter().map(|award| (award.id.as_str(), needs(plan, award))).collect();
    let mut told: Vec<&str> = Vec::new();
    for award in &plan.awards {
        if told.contains(&award.id.as_str()) {
            continue;
        }
        let Some(circle) = circle(&needs, &award.id) else { continue };
        told.extend(&circle);
        let names = circle.iter().chain([&award.id.as_str()]).copied().collect::<Vec<&str>>().join(" → ");
        sink.push(sink.finding(texts::judging_circle(names)).at(award.origin.span).help(texts::judging_circle_help()));
    }
}

/// The shortest way from an award back to itself over what each needs, without its end.
fn circle<'p>(needs: &BTreeMap<&'p str, Vec<&'p str>>, start: &'p str) -> Option<Vec<&'p str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![start];
    let mut at = 0;
    while let Some(award) = open.get(at).copied() {
        at += 1;
        for next in needs.get(award).into_iter().flatten().copied() {
            if next == start {
                let mut way = vec![award];
                while let Some(last) = way.last().and_then(|last| before.get(*last)) {
                    way.push(*last);
                }
                way.reverse();
                return Some(way);
            }
            if needs.contains_key(next) && !before.contains_key(next) {
                before.insert(next, award);
                open.push(next);
            }
        }
    }
    None
}

/// The awards that must be judged before one.
fn needs<'p>(plan: &'p Plan, award: &'p Award) -> Vec<&'p str> {
    let mut names: Vec<&str> = award.requires.iter().map(String::as_str).collect();
    for criterion in plan.criteria.iter().filter(|criterion| award.criteria.contains(&criterion.id)) {
        criterion.measure.iter().for_each(|rule| of_rule(rule, &mut names));
    }
    if let Some(Quota::Rule(quota)) = &award.quota {
        names.extend(quota.of_award.as_deref());
    }
    for key in &award.rank_by {
        if let RankKey::Quantity(quantity) = key {
            of_quantity(quantity, &mut names);
        }
    }
    names
}

fn of_rule<'p>(rule: &'p Rule, names: &mut Vec<&'p str>) {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| of_rule(rule, names)),
        Test::Amount { of, .. } => of_quantity(of, names),
        Test::Fact(Fact::Title { award }) => names.push(award),
        Test::Fact(Fact::Held(held)) => of_held(held, names),
        Test::Fact(_) => {}
    }
}

fn of_held<'p>(held: &'p Held, names: &mut Vec<&'p str>) {
    held.each.iter().for_each(|rule| of_rule(rule, names));
    held.after.iter().for_each(|after| of_held(after, names));
}

fn of_quantity<'p>(quantity: &'p Quantity, names: &mut Vec<&'p str>) {
    match quantity {
        Quantity::Members(members) | Quantity::Units(members) => {
            members.among.iter().for_each(|rule| of_rule(rule, names));
            of_rule(&members.having, names);
        }
        Quantity::Bands { of, .. } | Quantity::Ratio { of, .. } => of_quantity(of, names),
        Quantity::If { rule, .. } => of_rule(rule, names),
        Quantity::Total { of, bonus, penalty, .. } => {
            let parts = of.iter().chain(bonus).chain(penalty);
            parts.for_each(|part: &Part| of_quantity(&part.of, names));
        }
        Quantity::MeanOf(of) | Quantity::LeastOf(of) | Quantity::GreatestOf(of) | Quantity::Run { of, .. } => {
            of.iter().for_each(|of| of_quantity(of, names));
        }
        _ => {}
    }
}
