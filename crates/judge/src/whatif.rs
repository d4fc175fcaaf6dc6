//! A rule tried before it is signed: limits and quotas changed, and what that would do.

use phongtrao_rules::criteria::{Discipline, Fact, Limit, Rule, Test};
use phongtrao_value::Decimal;

use crate::round::{Assessed, AwardResult, Judged, Outcome, QuotaUse, RoundInput};

/// Why a change can't be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSet {
    /// The words before the sign are no place of a round: `criterion.ID.min`, `criterion.ID.max`, `award.ID.most`, `award.ID.percent`, `award.ID.least`.
    NoPlace,
    /// The round has no criterion or award of that id.
    NoSuchId,
    /// The criterion has no such limit, or the award no such quota.
    NoLimit,
    /// The value is neither a number nor a level.
    NoValue,
}

/// Changes a limit or a quota of a round.
///
/// # Errors
///
/// Where there is no such place, or the value does not fit it.
pub fn set(round: &mut RoundInput, place: &str, value: &str) -> Result<(), NotSet> {
    let (table, rest) = place.split_once('.').ok_or(NotSet::NoPlace)?;
    let (id, key) = rest.rsplit_once('.').ok_or(NotSet::NoPlace)?;
    match table {
        "criterion" => set_criterion(round, id, key, value),
        "award" => set_quota(round, id, key, value),
        _ => Err(NotSet::NoPlace),
    }
}

fn set_criterion(round: &mut RoundInput, id: &str, key: &str, value: &str) -> Result<(), NotSet> {
    let mut result = Err(NotSet::NoSuchId);
    for group in round.awards.iter_mut().flat_map(|award| &mut award.groups) {
        if let Some(rule) = find(&mut group.rule, id) {
            result = limit(rule, key, value);
            result.clone()?;
        }
    }
    result
}

/// The rule of an id, at the top or below.
fn find<'r>(rule: &'r mut Rule, id: &str) -> Option<&'r mut Rule> {
    if rule.id.as_deref() == Some(id) {
        return Some(rule);
    }
    below(&mut rule.test)?.iter_mut().find_map(|rule| find(rule, id))
}

fn below(test: &mut Test) -> Option<&mut Vec<Rule>> {
    match test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => Some(of),
        _ => None,
    }
}

/// Sets the limit of the first number or level of a rule.
fn limit(rule: &mut Rule, key: &str, value: &str) -> Result<(), NotSet> {
    let number = value.parse::<Decimal>();
    match (&mut rule.test, key) {
        (Test::Amount { min, .. }, "min") => *min = Some(Limit::Fixed(number.map_err(|_| NotSet::NoValue)?)),
        (Test::Amount { max, .. }, "max") => *max = Some(Limit::Fixed(number.map_err(|_| NotSet::NoValue)?)),
        (Test::AtLeast { least, .. }, "min") => *least = value.parse().map_err(|_| NotSet::NoValue)?,
        (Test::Fact(Fact::Rating { least, .. }), "min") => value.clone_into(least),
        (Test::Fact(Fact::Rating { years, .. }), "years") => *years = value.parse().map_err(|_| NotSet::NoValue)?,
        (Test::Fact(Fact::Held(held)), "times" | "min") => held.times = value.parse().map_err(|_| NotSet::NoValue)?,
        (Test::Fact(Fact::Undisciplined(Discipline { level, .. })), "level") => value.clone_into(level),
        (Test::Fact(Fact::Initiative { level, .. }), "level") => value.clone_into(level),
        (test, _) => {
            let Some(rules) = below(test) else { return Err(NotSet::NoLimit) };
            if let Some(rule) = rules.iter_mut().find(|rule| has_limit(rule, key)) {
                return limit(rule, key, value);
            }
            let mut all = rules.iter_mut().map(|rule| limit(rule, key, value));
            return all.find(Result::is_ok).unwrap_or(Err(NotSet::NoLimit));
        }
    }
    Ok(())
}

/// Whether a rule, or one below it, has such a limit already.
fn has_limit(rule: &Rule, key: &str) -> bool {
    match (&rule.test, key) {
        (Test::Amount { min, .. }, "min") => min.is_some(),
        (Test::Amount { max, .. }, "max") => max.is_some(),
        (Test::All(of) | Test::Any(of) | Test::None(of), _) => of.iter().any(|rule| has_limit(rule, key)),
        (Test::AtLeast { .. } | Test::Fact(Fact::Rating { .. } | Fact::Held(_)), "min") => true,
        _ => false,
    }
}

fn set_quota(round: &mut RoundInput, id: &str, key: &str, value: &str) -> Result<(), NotSet> {
    let award = round.awards.iter_mut().find(|award| award.id == id).ok_or(NotSet::NoSuchId)?;
    let quota = award.quotas.first_mut().ok_or(NotSet::NoLimit)?;
    match key {
        "percent" => quota.percent = Some(value.parse().map_err(|_| NotSet::NoValue)?),
        "most" | "quota" => quota.most = Some(value.parse().map_err(|_| NotSet::NoValue)?),
        "least" => quota.at_least = value.parse().map_err(|_| NotSet::NoValue)?,
        _ => return Err(NotSet::NoPlace),
    }
    Ok(())
}

/// The limit that stands at a place now, where it is one number.
pub fn stands(round: &RoundInput, id: &str) -> Option<Decimal> {
    fn of(rule: &Rule, id: &str) -> Option<Decimal> {
        match &rule.test {
            Test::Amount { min: Some(Limit::Fixed(limit)), .. } if rule.id.as_deref() == Some(id) => Some(*limit),
            Test::All(rules) | Test::Any(rules) | Test::None(rules) | Test::AtLeast { of: rules, .. } => {
                rules.iter().find_map(|rule| of(rule, id))
            }
            _ => None,
        }
    }
    round.awards.iter().flat_map(|award| &award.groups).find_map(|group| of(&group.rule, id))
}

/// What a change did to one award.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference<'a> {
    /// Id of the award.
    pub award: &'a str,
    /// Its name.
    pub name: &'a str,
    /// How many have it before and after.
    pub met: (usize, usize),
    /// Who has it after and did not before.
    pub gains: Vec<&'a Assessed>,
    /// Who had it before and does not after.
    pub losses: Vec<&'a Assessed>,
    /// Whose result was known and is not any more, or the other way round.
    pub unsettled: usize,
    /// Quotas that more people meet the conditions for than there are places.
    pub overflows: Vec<&'a QuotaUse>,
}

/// What became of each award that both have; awards of one side count as if nobody had them on the other.
pub fn compare<'a>(before: &'a Judged, after: &'a Judged) -> Vec<Difference<'a>> {
    let mut differences: Vec<Difference<'a>> =
        after.awards.iter().map(|award| difference(before.award(&award.id), Some(award), award)).collect();
    let gone = before.awards.iter().filter(|award| after.award(&award.id).is_none());
    differences.extend(gone.map(|award| difference(Some(award), None, award)));
    differences
}

fn difference<'a>(before: Option<&'a AwardResult>, after: Option<&'a AwardResult>, named: &'a AwardResult) -> Difference<'a> {
    let results = |award: Option<&'a AwardResult>| award.map_or(&[][..], |award| award.results.as_slice());
    let has = |award: Option<&AwardResult>, subject: &str| award.and_then(|award| award.of(subject)).map(|result| result.outcome);
    let met = |award: Option<&'a AwardResult>| results(award).iter().filter(|result| result.outcome == Outcome::Met);
    let gains = met(after).filter(|result| has(before, &result.subject) != Some(Outcome::Met)).collect();
    let losses = met(before).filter(|result| has(after, &result.subject) != Some(Outcome::Met)).collect();
    let is_open = |outcome: Option<Outcome>| outcome == Some(Outcome::Unknown);
    let unsettled = results(after).iter().filter(|result| is_open(Some(result.outcome)) != is_open(has(before, &result.subject))).count();
    Difference {
        award: &named.id,
        name: &named.name,
        met: (met(before).count(), met(after).count()),
        gains,
        losses,
        unsettled,
        overflows: after
            .into_iter()
            .flat_map(|award| &award.quotas)
            .filter(|quota| quota.places.is_some_and(|places| places < quota.met))
            .collect(),
    }
}

/// The values of a range `70..90:5`, both ends in it; `None` where it is none, or has more than a thousand.
pub fn range(text: &str) -> Option<Vec<Decimal>> {
    /// More variants than anybody reads in one curve.
    const MOST: i64 = 1000;
    let (from, rest) = text.split_once("..")?;
    let (to, step) = rest.split_once(':').unwrap_or((rest, "1"));
    let thousandths = |text: &str| text.parse::<Decimal>().ok().map(Decimal::thousandths);
    let (from, to, step) = (thousandths(from)?, thousandths(to)?, thousandths(step)?);
    if step <= 0 || to < from || (to - from) / step >= MOST {
        return None;
    }
    Some((0..=(to - from) / step).map(|at| Decimal::from_thousandths(from + at * step)).collect())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::range;

    #[rstest]
    #[case("70..90:5", Some("70 75 80 85 90"))]
    #[case("1..3", Some("1 2 3"))]
    #[case("7.5..8:0.25", Some("7.5 7.75 8"))]
    #[case("90..70:5", None)]
    #[case("0..1000000:1", None)]
    #[case("70", None)]
    fn a_range_has_both_its_ends(#[case] text: &str, #[case] values: Option<&str>) {
        let read = range(text).map(|values| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        assert_eq!(read.as_deref(), values);
    }
}
