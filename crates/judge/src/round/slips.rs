//! Cells that no rule can mean: scores beyond what can be given, and ids that neither the packs nor the plan know.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Severity;
use phongtrao_register::rows::{Place, Score};
use phongtrao_register::{Register, Remark};
use phongtrao_rules::criteria::{Part, Quantity, Rule, Test};
use phongtrao_value::{Decimal, nearest};

use super::RoundInput;
use crate::{Names, texts};

/// What is wrong with the facts of a round: errors on which nothing must be judged, and ids that are probably slips.
pub fn slips(round: &RoundInput, register: &Register) -> Vec<Remark> {
    let most = greatest(round);
    let mut remarks: Vec<Remark> = register.scores.iter().flat_map(|row| beyond(row, &most, round)).collect();
    let mut look = Look::default();
    for row in &register.ledger {
        look.at("ledger-honour", row.place, "honour", &row.honour, round.names.honours.keys());
    }
    for row in &register.scores {
        let known = round.names.indicators.keys().chain(most.keys().filter(|id| !round.names.indicators.contains_key(*id)));
        look.at("unknown-indicator", row.place, "indicator", &row.indicator, known);
    }
    for row in &register.proposals {
        look.at("unknown-award", row.place, "award", &row.award, round.names.awards.keys());
    }
    for row in &register.meetings {
        look.at("unknown-award", row.place, "award", &row.award, round.names.awards.keys());
    }
    for row in &register.rulings {
        look.at("unknown-award", row.place, "award", &row.award, round.names.awards.keys());
    }
    remarks.extend(look.remarks);
    remarks.extend(ids(&round.names, register));
    remarks
}

/// Levels and scales of ratings, discipline and initiatives that no pack knows, each once.
pub fn ids(names: &Names, register: &Register) -> Vec<Remark> {
    let mut look = Look::default();
    for row in &register.ratings {
        look.at("unknown-scale", row.place, "scale", &row.scale, names.scales.keys());
        if names.scales.contains_key(&row.scale) {
            look.at("unknown-level", row.place, "level", &row.level, levels(names, &row.scale));
        }
    }
    for row in &register.discipline {
        look.at("unknown-level", row.place, "level", &row.level, levels(names, "discipline"));
    }
    for row in &register.initiatives {
        if let Some(level) = &row.level {
            look.at("unknown-level", row.place, "level", level, levels(names, "initiative"));
        }
    }
    look.remarks
}

fn levels<'n>(names: &'n Names, scale: &'n str) -> impl Iterator<Item = &'n String> + Clone {
    names.levels.keys().filter(move |(own, _)| own == scale).map(|(_, level)| level)
}

/// Ids that were looked at; each that nobody knows is said once for each file.
#[derive(Default)]
struct Look {
    seen: BTreeSet<(&'static str, &'static str, String)>,
    remarks: Vec<Remark>,
}

impl Look {
    fn at<'k>(
        &mut self,
        code: &'static str,
        place: Place,
        column: &'static str,
        id: &str,
        known: impl Iterator<Item = &'k String> + Clone,
    ) {
        let mut ids = known.clone().map(String::as_str);
        if ids.any(|own| own == id) || !self.seen.insert((place.file, column, id.to_owned())) {
            return;
        }
        let help = match nearest(id, known.map(String::as_str)) {
            Some(near) => texts::unknown_id_nearest(near),
            None => texts::unknown_id_help(),
        };
        self.remarks.push(Remark { place, column, code, severity: Severity::Warning, message: texts::unknown_id(column, id), help });
    }
}

/// The greatest score that can be given for each indicator: by its set, and by the measures that ask for it.
fn greatest(round: &RoundInput) -> BTreeMap<String, Decimal> {
    let mut most: BTreeMap<String, Decimal> = BTreeMap::new();
    let mut add = |id: &str, score: Decimal| {
        let own = most.entry(id.to_owned()).or_insert(score);
        *own = (*own).min(score);
    };
    round.sets.values().flatten().for_each(|(id, score)| add(id, *score));
    round.awards.iter().flat_map(|award| &award.groups).for_each(|group| of_rule(&group.rule, &mut add));
    most
}

fn of_rule(rule: &Rule, add: &mut impl FnMut(&str, Decimal)) {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| of_rule(rule, add)),
        Test::Amount { of, .. } => of_quantity(of, add),
        Test::Fact(_) => {}
    }
}

fn of_quantity(quantity: &Quantity, add: &mut impl FnMut(&str, Decimal)) {
    match quantity {
        Quantity::Score { of, most, .. } => add(of, *most),
        Quantity::Members(members) | Quantity::Units(members) => of_rule(&members.having, add),
        Quantity::Bands { of, .. } | Quantity::Ratio { of, .. } => of_quantity(of, add),
        Quantity::If { rule, .. } => of_rule(rule, add),
        Quantity::Total { of, bonus, penalty, .. } => {
            let parts = of.iter().chain(bonus).chain(penalty);
            parts.for_each(|part: &Part| of_quantity(&part.of, add));
        }
        Quantity::MeanOf(of) | Quantity::LeastOf(of) | Quantity::GreatestOf(of) | Quantity::Run { of, .. } => {
            of.iter().for_each(|of| of_quantity(of, add));
        }
        _ => {}
    }
}

/// Scores of the judged year that nobody can be given; of other years other sets may have held.
fn beyond(row: &Score, most: &BTreeMap<String, Decimal>, round: &RoundInput) -> Vec<Remark> {
    let kind = row.year_kind.unwrap_or(round.calendar.year_kind);
    let Some(most) = most.get(&row.indicator).filter(|_| round.calendar.judged(kind) == Some(row.year)) else { return Vec::new() };
    let scores = [("own", row.own), ("appraised", row.appraised), ("cross", row.cross)];
    let beyond = scores.into_iter().filter_map(|(column, score)| Some((column, score?)));
    let beyond = beyond.filter(|(_, score)| *score < Decimal::ZERO || *score > *most);
    let remark = |(column, score): (&'static str, Decimal)| Remark {
        place: row.place,
        column,
        code: "score-beyond",
        severity: Severity::Error,
        message: texts::score_beyond(round.names.indicator(&row.indicator), score.to_string(), most.to_string()),
        help: texts::score_beyond_help(),
    };
    beyond.map(remark).collect()
}
