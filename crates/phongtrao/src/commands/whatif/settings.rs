//! `--set`: what a place of a round is called, what stands there now, and whether a value fits it.

use phongtrao_diagnostic::{Text, Words};
use phongtrao_judge::round::{AwardInput, RoundInput};
use phongtrao_judge::whatif::{self, NotSet};
use phongtrao_rules::criteria::{Discipline, Fact, How, Limit, Quantity, Rule, Test};
use phongtrao_value::{Decimal, nearest};

use crate::texts;

/// Sets a place of a round to a value; says what is wrong with either.
pub(super) fn set(round: &mut RoundInput, place: &str, value: &str, words: &Words) -> anyhow::Result<()> {
    let wrong = fits(round, place, value).err().or_else(|| {
        let error = whatif::set(round, place, value).err()?;
        Some(match error {
            NotSet::NoPlace => texts::whatif_no_place(place),
            NotSet::NoSuchId => no_such_id(round, place),
            NotSet::NoLimit => texts::whatif_no_limit(place),
            NotSet::NoValue => texts::whatif_no_value(value),
        })
    });
    wrong.map_or(Ok(()), |text| Err(anyhow::anyhow!(words.say(&text))))
}

/// What a setting changes, in words: `“Label” (id), at least: 3 → 2`.
pub(super) fn told(round: &RoundInput, place: &str, value: &str) -> Option<Text> {
    let (table, rest) = place.split_once('.')?;
    let (id, key) = rest.rsplit_once('.')?;
    let (name, now) = if table == "award" {
        let award = award(round, id)?;
        (award.name.clone(), stands_in_quota(award, key))
    } else {
        let rule = rule(round, id)?;
        (rule.label.clone().unwrap_or_default(), stands(rule, key))
    };
    let now = now.unwrap_or_else(|| "–".to_owned());
    Some(texts::whatif_setting(name, place, now, value))
}

fn award<'r>(round: &'r RoundInput, id: &str) -> Option<&'r AwardInput> {
    round.awards.iter().find(|award| award.id == id)
}

fn rule<'r>(round: &'r RoundInput, id: &str) -> Option<&'r Rule> {
    rules(round).into_iter().find(|rule| rule.id.as_deref() == Some(id))
}

/// All rules of a round that have an id or stand below one.
fn rules(round: &RoundInput) -> Vec<&Rule> {
    let mut open: Vec<&Rule> = round.awards.iter().flat_map(|award| &award.groups).map(|group| &group.rule).collect();
    let mut all = Vec::new();
    while let Some(rule) = open.pop() {
        all.push(rule);
        open.extend(below(rule));
    }
    all
}

fn below(rule: &Rule) -> &[Rule] {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of,
        _ => &[],
    }
}

/// What stands at a limit of a rule, or of the first below it that has such a limit.
fn stands(rule: &Rule, key: &str) -> Option<String> {
    match (&rule.test, key) {
        (Test::Amount { min: Some(Limit::Fixed(limit)), .. }, "min") | (Test::Amount { max: Some(Limit::Fixed(limit)), .. }, "max") => {
            Some(limit.to_string())
        }
        (Test::AtLeast { least, .. }, "min") => Some(least.to_string()),
        (Test::Fact(Fact::Rating { least, .. }), "min") => Some(least.clone()),
        (Test::Fact(Fact::Rating { years, .. }), "years") => Some(years.to_string()),
        (Test::Fact(Fact::Held(held)), "times" | "min") => Some(held.times.to_string()),
        (Test::Fact(Fact::Undisciplined(Discipline { level, .. }) | Fact::Initiative { level, .. }), "level") => Some(level.clone()),
        _ => below(rule).iter().find_map(|rule| stands(rule, key)),
    }
}

fn stands_in_quota(award: &AwardInput, key: &str) -> Option<String> {
    let quota = award.quotas.first()?;
    match key {
        "percent" => quota.percent.map(|percent| percent.to_string()),
        "most" | "quota" => quota.most.map(|most| most.to_string()),
        "least" => Some(quota.at_least.to_string()),
        _ => None,
    }
}

/// Values that could be set and would mean nothing: more than all of a set, a level that the scale does not have.
fn fits(round: &RoundInput, place: &str, value: &str) -> Result<(), Text> {
    let (_, rest) = place.split_once('.').unwrap_or_default();
    let (id, key) = rest.rsplit_once('.').unwrap_or_default();
    if place.starts_with("award.") && key == "percent" {
        return if is_percentage(value) { Ok(()) } else { Err(texts::whatif_no_percentage(value)) };
    }
    let Some(test) = rule(round, id).filter(|_| ["min", "max"].contains(&key)).and_then(|rule| limited(rule, key)) else { return Ok(()) };
    match test {
        Test::Fact(Fact::Rating { scale, .. }) => match round.scales.get(scale) {
            Some(levels) if !levels.iter().any(|level| level == value) => Err(texts::whatif_no_level(scale, value, levels.join(", "))),
            _ => Ok(()),
        },
        Test::Amount { of, .. } if is_share(of) && !is_percentage(value) => Err(texts::whatif_no_percentage(value)),
        Test::AtLeast { of, .. } if value.parse::<usize>().is_ok_and(|least| least > of.len()) => {
            Err(texts::whatif_more_than_all(value, of.len()))
        }
        _ => Ok(()),
    }
}

fn is_percentage(value: &str) -> bool {
    value.parse::<Decimal>().is_ok_and(|percent| (0..=100_000).contains(&percent.thousandths()))
}

/// Whether a number is a percentage.
fn is_share(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Duties { how, .. } => *how == How::Share,
        Quantity::Members(members) | Quantity::Units(members) => members.how == How::Share,
        _ => false,
    }
}

/// The test that a limit of a rule goes to: its own, else that of the first below it that has such a limit.
fn limited<'r>(rule: &'r Rule, key: &str) -> Option<&'r Test> {
    match &rule.test {
        test @ (Test::Fact(Fact::Rating { .. }) | Test::Amount { .. } | Test::AtLeast { .. }) => Some(test),
        _ => below(rule).iter().find(|rule| stands(rule, key).is_some()).and_then(|rule| limited(rule, key)),
    }
}

fn no_such_id(round: &RoundInput, place: &str) -> Text {
    let (table, rest) = place.split_once('.').unwrap_or_default();
    let (id, _) = rest.rsplit_once('.').unwrap_or_default();
    let mut ids: Vec<&str> = if table == "award" {
        round.awards.iter().map(|award| award.id.as_str()).collect()
    } else {
        rules(round).into_iter().filter_map(|rule| rule.id.as_deref()).collect()
    };
    ids.sort_unstable();
    ids.dedup();
    match nearest(id, ids.iter().copied()) {
        Some(near) => texts::whatif_no_such_id_nearest(place, near),
        None => texts::whatif_no_such_id(place, ids.join(", ")),
    }
}
