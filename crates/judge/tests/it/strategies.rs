//! Random rules and random populations with missing values.

use phongtrao_rules::criteria::{Audience, Band, Fact, Limit, Part, Quantity, Rule, Test};
use phongtrao_value::Decimal;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Name, least and greatest value of each column of numbers, in tenths.
pub(crate) const NUMBERS: [(&str, i64, i64); 5] =
    [("a", 0, 100), ("b", 0, 100), ("c", 0, 20_000), ("d", -300, 300), ("e", 0, 3_000_000_000)];
pub(crate) const FLAGS: [&str; 2] = ["yes", "held"];
pub(crate) const KEYS: [&str; 2] = ["region", "category"];
/// How many values a key has; rules name further ones that nobody has.
pub(crate) const KEY_VALUES: u8 = 4;

/// A row: numbers in tenths, flags, keys; `None` where the fact is missing.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) numbers: Vec<Option<i64>>,
    pub(crate) flags: Vec<Option<bool>>,
    pub(crate) keys: Vec<Option<u8>>,
}

pub(crate) fn rows() -> impl Strategy<Value = Vec<Row>> {
    // More than a strip of 64 rows at times, and at times a column without any gap.
    let presence = prop_oneof![Just(0.9999), Just(0.8)];
    (0..100_usize, presence).prop_flat_map(|(rows, presence)| vec(row(presence), rows))
}

fn row(presence: f64) -> impl Strategy<Value = Row> {
    let number = |least: i64, most: i64| {
        option::weighted(presence, prop_oneof![3 => least..=most, 1 => Just(most), 1 => Just(least), 1 => 0..=50_i64])
    };
    let numbers: Vec<_> = NUMBERS.iter().map(|&(_, least, most)| number(least, most)).collect();
    let flags = vec(option::weighted(presence, any::<bool>()), FLAGS.len());
    let keys = vec(option::weighted(presence, 0..KEY_VALUES), KEYS.len());
    (numbers, flags, keys).prop_map(|(numbers, flags, keys)| Row { numbers, flags, keys })
}

fn decimal(from: i64, to: i64) -> BoxedStrategy<Decimal> {
    prop_oneof![
        3 => (from / 1000..=to / 1000).prop_map(|whole| Decimal::from_thousandths(whole * 1000)),
        1 => (from..=to).prop_map(Decimal::from_thousandths),
    ]
    .boxed()
}

fn limit(from: i64, to: i64) -> BoxedStrategy<Limit> {
    let otherwise = option::of(decimal(from, to));
    let by = (vec(0..KEYS.len(), 1..4), otherwise).prop_flat_map(move |(keys, otherwise)| {
        let values = vec((0..KEY_VALUES + 2).prop_map(|value| value.to_string()), keys.len());
        let cases = vec((values, decimal(from, to)), 1..8);
        let keys: Vec<_> = keys.iter().map(|&key| KEYS[key].to_owned()).collect();
        cases.prop_map(move |cases| Limit::By { keys: keys.clone(), cases, otherwise })
    });
    prop_oneof![3 => decimal(from, to).prop_map(Limit::Fixed), 1 => by].boxed()
}

fn named(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

pub(crate) fn rule(depth: u32) -> BoxedStrategy<Rule> {
    let fact = (0..FLAGS.len()).prop_map(|flag| Test::Fact(Fact::Column(FLAGS[flag].to_owned())));
    let values = vec((0..KEY_VALUES + 1).prop_map(|value| value.to_string()), 1..3);
    let attribute = (0..KEYS.len(), values).prop_map(|(key, values)| Test::Fact(Fact::Attribute { of: KEYS[key].to_owned(), values }));
    let limits = (option::of(limit(-5_000, 20_000)), option::of(limit(0, 40_000)));
    let amount = (quantity(depth.saturating_sub(1)), limits).prop_map(|(of, (min, max))| Test::Amount { of, min, max });
    let simple = prop_oneof![1 => fact, 1 => attribute, 4 => amount];
    if depth == 0 {
        return simple.prop_map(named).boxed();
    }
    let rules = || vec(rule(depth - 1), 0..4);
    let combined = prop_oneof![
        rules().prop_map(Test::All),
        rules().prop_map(Test::Any),
        rules().prop_map(Test::None),
        (0..4_u32, rules()).prop_map(|(least, of)| Test::AtLeast { least, of }),
    ];
    prop_oneof![1 => simple, 2 => combined].prop_map(named).boxed()
}

fn quantity(depth: u32) -> BoxedStrategy<Quantity> {
    let column = (0..NUMBERS.len()).prop_map(|place| {
        let (name, least, most) = NUMBERS[place];
        let tenths = |number: i64| Decimal::from_thousandths(number * 100);
        Quantity::Column { name: name.to_owned(), least: tenths(least), most: tenths(most) }
    });
    let simple = prop_oneof![5 => column, 1 => decimal(-20_000, 20_000).prop_map(Quantity::Fixed)];
    if depth == 0 {
        return simple.boxed();
    }
    let one = || quantity(depth - 1);
    let some = || vec(quantity(depth - 1), 1..4);
    let parts = || vec(quantity(depth - 1).prop_map(|of| Part { id: None, label: None, source: None, audience: Audience::All, of }), 0..3);
    let bands = vec((decimal(-10_000, 60_000), decimal(-5_000, 20_000)), 1..4).prop_map(|mut bands| {
        bands.sort();
        bands.dedup_by_key(|(from, _)| *from);
        bands.into_iter().map(|(from, points)| Band { from, points }).collect()
    });
    let made = prop_oneof![
        (one(), bands).prop_map(|(of, bands)| Quantity::Bands { of: Box::new(of), bands }),
        (one(), limit(1_000, 20_000), decimal(-10_000, 50_000), option::of(decimal(0, 50_000)))
            .prop_map(|(of, target, points, most)| Quantity::Ratio { of: Box::new(of), target, points, most }),
        (rule(depth - 1), decimal(-5_000, 10_000)).prop_map(|(rule, points)| Quantity::If { rule: Box::new(rule), points }),
        (parts(), parts(), option::of(decimal(0, 10_000)), parts(), option::of(decimal(0, 10_000)))
            .prop_map(|(of, bonus, bonus_most, penalty, penalty_most)| Quantity::Total { of, bonus, bonus_most, penalty, penalty_most }),
        some().prop_map(Quantity::MeanOf),
        some().prop_map(Quantity::LeastOf),
        some().prop_map(Quantity::GreatestOf),
        (some(), limit(0, 20_000)).prop_map(|(of, min)| Quantity::Run { of, min }),
    ];
    prop_oneof![1 => simple, 3 => made].boxed()
}
