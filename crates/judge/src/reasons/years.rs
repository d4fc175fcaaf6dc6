//! What of a rule is a matter of years: ratings, awards, initiatives, discipline, service. All else is supposed to turn out well.

use std::collections::BTreeSet;

use phongtrao_rules::criteria::{Fact, Held, Quantity, Ratings, Rule, Test};

/// How deep rules, and awards of a round that build on each other, are followed.
const DEPTH: usize = 32;

/// What is left of a rule.
struct Kept {
    rule: Rule,
    /// Whether time has a part in it; attributes are kept as they are, and time does not change them.
    ages: bool,
}

/// What a rule asks of the years; `None` where it asks nothing of them. `title` says what another award of the round asks.
pub(super) fn of_years<'r>(rule: &'r Rule, title: &dyn Fn(&str) -> Option<&'r Rule>) -> Option<Rule> {
    kept(rule, true, title, DEPTH).map(|kept| kept.rule)
}

/// What is left of a rule that should hold (`wanted`) or should not.
fn kept<'r>(rule: &'r Rule, wanted: bool, title: &dyn Fn(&str) -> Option<&'r Rule>, depth: usize) -> Option<Kept> {
    let depth = depth.checked_sub(1)?;
    let below = |of: &'r [Rule], wanted: bool| of.iter().map(|rule| kept(rule, wanted, title, depth)).collect::<Vec<_>>();
    let with =
        |kept: (Vec<Rule>, bool), test: fn(Vec<Rule>) -> Test| Kept { rule: Rule { test: test(kept.0), ..rule.clone() }, ages: kept.1 };
    match &rule.test {
        Test::All(of) if wanted => each(below(of, wanted)).map(|kept| with(kept, Test::All)),
        Test::All(of) => ways(below(of, wanted)).map(|kept| with(kept, Test::All)),
        Test::Any(of) if wanted => ways(below(of, wanted)).map(|kept| with(kept, Test::Any)),
        Test::Any(of) => each(below(of, wanted)).map(|kept| with(kept, Test::Any)),
        Test::None(of) if wanted => each(below(of, !wanted)).map(|kept| with(kept, Test::None)),
        Test::None(of) => ways(below(of, !wanted)).map(|kept| with(kept, Test::None)),
        Test::AtLeast { least, of } => {
            let all = below(of, wanted);
            let supposed = all.iter().filter(|kept| kept.is_none()).count();
            let least = if wanted { least.saturating_sub(u32::try_from(supposed).unwrap_or(u32::MAX)) } else { *least };
            let (of, ages) = each(all).filter(|_| least > 0)?;
            Some(Kept { rule: Rule { test: Test::AtLeast { least, of }, ..rule.clone() }, ages })
        }
        Test::Fact(Fact::Title { award }) => match title(award) {
            Some(asked) => kept(asked, wanted, title, depth),
            // Who can't have that award never has it.
            None => Some(Kept { rule: rule.clone(), ages: false }),
        },
        Test::Fact(Fact::Attribute { .. }) => Some(Kept { rule: rule.clone(), ages: false }),
        Test::Fact(Fact::Rating { .. } | Fact::Undisciplined(_) | Fact::Initiative { .. }) => Some(Kept { rule: rule.clone(), ages: true }),
        Test::Fact(Fact::Held(held)) => {
            let test = Test::Fact(Fact::Held(earlier(held, title, depth)));
            Some(Kept { rule: Rule { test, ..rule.clone() }, ages: true })
        }
        Test::Amount { of, min, max } => {
            let of = number(of, title, depth)?;
            let test = Test::Amount { of, min: min.clone(), max: max.clone() };
            Some(Kept { rule: Rule { test, ..rule.clone() }, ages: true })
        }
        Test::Fact(_) => None,
    }
}

/// All of them are needed: what is no matter of years is supposed to turn out well.
fn each(all: Vec<Option<Kept>>) -> Option<(Vec<Rule>, bool)> {
    let all: Vec<Kept> = all.into_iter().flatten().collect();
    let ages = all.iter().any(|kept| kept.ages);
    (!all.is_empty()).then(|| (all.into_iter().map(|kept| kept.rule).collect(), ages))
}

/// One of them is enough: beside ways that take years, one that no year changes is not supposed; only where there is no other.
fn ways(all: Vec<Option<Kept>>) -> Option<(Vec<Rule>, bool)> {
    let ages = all.iter().flatten().any(|kept| kept.ages);
    if !ages && all.iter().any(Option::is_none) {
        return None;
    }
    each(all)
}

fn number<'r>(of: &'r Quantity, title: &dyn Fn(&str) -> Option<&'r Rule>, depth: usize) -> Option<Quantity> {
    match of {
        Quantity::Ratings(ratings) => {
            let after = ratings.after.as_ref().map(|after| Box::new(earlier(after, title, depth)));
            Some(Quantity::Ratings(Ratings { after, ..ratings.clone() }))
        }
        Quantity::Initiatives { .. } | Quantity::Service { .. } => Some(of.clone()),
        _ => None,
    }
}

fn earlier<'r>(held: &'r Held, title: &dyn Fn(&str) -> Option<&'r Rule>, depth: usize) -> Held {
    let Some(depth) = depth.checked_sub(1) else { return held.clone() };
    Held {
        after: held.after.as_ref().map(|after| Box::new(earlier(after, title, depth))),
        each: held.each.as_ref().and_then(|rule| kept(rule, true, title, depth)).map(|kept| Box::new(kept.rule)),
        ..held.clone()
    }
}

/// The names that a rule needs.
#[derive(Default)]
pub(super) struct Needed {
    /// Scales of ratings.
    pub(super) scales: BTreeSet<String>,
    /// Honours that must be held; not those that must not be.
    pub(super) honours: BTreeSet<String>,
}

impl Needed {
    /// Adds what a rule needs.
    pub(super) fn add(&mut self, rule: &Rule, wanted: bool) {
        match &rule.test {
            Test::All(of) | Test::Any(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| self.add(rule, wanted)),
            Test::None(of) => of.iter().for_each(|rule| self.add(rule, !wanted)),
            Test::Fact(Fact::Rating { scale, .. }) => self.scale(scale),
            Test::Fact(Fact::Held(held)) => self.held(held, wanted),
            Test::Amount { of: Quantity::Ratings(ratings), .. } => {
                self.scale(&ratings.scale);
                if let Some(after) = &ratings.after {
                    self.held(after, wanted);
                }
            }
            Test::Fact(_) | Test::Amount { .. } => {}
        }
    }

    fn scale(&mut self, scale: &str) {
        self.scales.insert(scale.to_owned());
    }

    fn held(&mut self, held: &Held, wanted: bool) {
        if wanted {
            self.honours.extend(held.of.iter().cloned());
        }
        if let Some(after) = &held.after {
            self.held(after, wanted);
        }
        if let Some(rule) = &held.each {
            self.add(rule, wanted);
        }
    }
}
