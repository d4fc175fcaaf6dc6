//! Cells that no rule can mean: scores beyond what can be given, and ids that neither the packs nor the plan know.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Name, Severity, Text};
use phongtrao_register::rows::{Place, Rating, Score};
use phongtrao_register::{Register, Remark};
use phongtrao_rules::criteria::{Fact, Part, Quantity, Rule, Test};
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
    let asked = asked(round);
    for row in &register.attestations {
        let known = asked.iter().chain(round.names.criteria.keys());
        look.with("unknown-criterion", row.place, "criterion", &row.criterion, known, |near| criterion_help(near, &asked, &round.names));
    }
    remarks.extend(look.remarks);
    remarks.extend(best_beside_discipline(round, register));
    remarks.extend(ids(&round.names, register));
    remarks
}

/// Ratings of the judged year at the highest level of a scale beside discipline that was decided in that year: either may be right, and people must look at it. The rows are
/// named and nobody else.
fn best_beside_discipline(round: &RoundInput, register: &Register) -> Vec<Remark> {
    let calendar = &round.calendar;
    let is_best = |row: &&Rating| round.scales.get(&row.scale).and_then(|levels| levels.last()) == Some(&row.level);
    let beside = |row: &Rating| {
        let kind = row.year_kind;
        let days = calendar.year(kind, row.year).filter(|_| calendar.judged(kind) == Some(row.year))?;
        let mut of_year = register.discipline.iter().filter(|other| days.from <= other.on && other.on <= days.to);
        let other = of_year.find(|other| other.subject == row.subject)?;
        Some(Remark {
            place: row.place,
            column: "level",
            code: "best-rating-beside-discipline",
            severity: Severity::Warning,
            message: texts::best_beside_discipline(other.place.file, i64::from(other.place.line)),
            help: texts::best_beside_discipline_help(),
        })
    };
    register.ratings.iter().filter(is_best).filter_map(beside).collect()
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
        self.with(code, place, column, id, known, |near| near.map_or_else(texts::unknown_id_help, texts::unknown_id_nearest));
    }

    /// The same with its own words for what to do.
    fn with<'k>(
        &mut self,
        code: &'static str,
        place: Place,
        column: &'static str,
        id: &str,
        known: impl Iterator<Item = &'k String> + Clone,
        help: impl Fn(Option<&str>) -> Text,
    ) {
        let mut ids = known.clone().map(String::as_str);
        if ids.any(|own| own == id) || !self.seen.insert((place.file, column, id.to_owned())) {
            return;
        }
        let help = help(nearest(id, known.map(String::as_str)));
        self.remarks.push(Remark { place, column, code, severity: Severity::Warning, message: texts::unknown_id(column, id), help });
    }
}

/// The criteria that a round wants attested.
fn asked(round: &RoundInput) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    let mut add = |leaf: Leaf<'_>| {
        if let Leaf::Attested(of) = leaf {
            asked.insert(of.to_owned());
        }
    };
    round.awards.iter().flat_map(|award| &award.groups).for_each(|group| of_rule(&group.rule, &mut add));
    asked
}

/// The criteria that a round wants attested, each with its id.
fn criterion_help(near: Option<&str>, asked: &BTreeSet<String>, names: &Names) -> Text {
    /// More of them are no help.
    const MOST: usize = 12;
    let with_name = |id: &String| {
        let name = names.criterion(id);
        let called = |name: &str| if name == id { id.clone() } else { format!("{id} ({name})") };
        Name { vietnamese: called(&name.vietnamese), english: called(&name.english) }
    };
    let all = Name::list(asked.iter().take(MOST).map(with_name));
    match near {
        Some(near) => texts::unknown_criterion_nearest(near, all),
        None if asked.is_empty() => texts::unknown_id_help(),
        None => texts::unknown_criterion_help(all),
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
    let mut leaf = |leaf: Leaf<'_>| {
        if let Leaf::Score(of, most) = leaf {
            add(of, most);
        }
    };
    round.awards.iter().flat_map(|award| &award.groups).for_each(|group| of_rule(&group.rule, &mut leaf));
    most
}

/// What a rule asks for by an id.
enum Leaf<'r> {
    /// The score of an indicator, with the greatest that can be given.
    Score(&'r str, Decimal),
    /// A criterion that is attested.
    Attested(&'r str),
}

fn of_rule(rule: &Rule, add: &mut impl FnMut(Leaf<'_>)) {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| of_rule(rule, add)),
        Test::Amount { of, .. } => of_quantity(of, add),
        Test::Fact(Fact::Attested { of }) => add(Leaf::Attested(of)),
        Test::Fact(_) => {}
    }
}

fn of_quantity(quantity: &Quantity, add: &mut impl FnMut(Leaf<'_>)) {
    match quantity {
        Quantity::Score { of, most, .. } => add(Leaf::Score(of, *most)),
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
