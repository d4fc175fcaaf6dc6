//! Rules of every shape that is sound.

use phongtrao_value::{Decimal, YearKind};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::criteria::words::Word;
use crate::criteria::{Audience, Band, Discipline, Fact, Held, How, Limit, Members, Part, Quantity, Ratings, Rule, Span, Test};

fn name() -> BoxedStrategy<String> {
    prop_oneof![select(vec!["khoa-hoc", "Đọc sách", "a b", "x\"y\\", ""]).prop_map(str::to_owned), "[a-z]{1,8}"].boxed()
}

fn number() -> BoxedStrategy<Decimal> {
    prop_oneof![(-50_i64..1_000).prop_map(|whole| whole * 1000), -1_000_000_i64..1_000_000].prop_map(Decimal::from_thousandths).boxed()
}

fn percentage() -> BoxedStrategy<Decimal> {
    (0_i64..=100_000).prop_map(Decimal::from_thousandths).boxed()
}

fn word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    select(W::ALL.iter().map(|(_, value)| *value).collect::<Vec<_>>())
}

fn span() -> BoxedStrategy<Span> {
    let kind = || select(vec![YearKind::Calendar, YearKind::School, YearKind::Statistics]);
    prop_oneof![
        Just(Span::Round),
        Just(Span::Plan),
        Just(Span::Ever),
        "[a-z][a-z0-9: -]{0,6}".prop_map(Span::Phase),
        (kind(), 0_u32..5).prop_map(|(kind, back)| Span::Year { kind, back }),
        (kind(), 1_u32..9).prop_map(|(kind, count)| Span::Years { kind, count }),
    ]
    .boxed()
}

fn limit(value: BoxedStrategy<Decimal>) -> BoxedStrategy<Limit> {
    let number = value.clone();
    let by = (1..4_usize).prop_flat_map(move |keys| {
        let cases = proptest::collection::btree_map(vec(name(), keys), number.clone(), 0..3);
        (vec(name(), keys), cases.prop_map(|cases| cases.into_iter().collect()), option::of(number.clone()))
    });
    prop_oneof![
        3 => value.prop_map(Limit::Fixed),
        1 => by.prop_map(|(keys, cases, otherwise)| Limit::By { keys, cases, otherwise }),
    ]
    .boxed()
}

fn fact() -> BoxedStrategy<Fact> {
    prop_oneof![
        (name(), span()).prop_map(|(of, span)| Fact::Yes { of, span }),
        name().prop_map(|of| Fact::Attested { of }),
        (name(), name(), 1_u32..6).prop_map(|(scale, least, years)| Fact::Rating { scale, least, years }),
        name().prop_map(|award| Fact::Title { award }),
        (name(), any::<bool>(), span()).prop_map(|(level, duty_only, span)| Fact::Undisciplined(Discipline { level, duty_only, span })),
        (name(), span()).prop_map(|(level, span)| Fact::Initiative { level, span }),
        (name(), vec(name(), 1..3)).prop_map(|(of, values)| Fact::Attribute { of, values }),
        name().prop_map(Fact::Column),
    ]
    .boxed()
}

fn held(rule: BoxedStrategy<Rule>) -> BoxedStrategy<Held> {
    let one = move || (vec(name(), 1..3), 1_u32..4, any::<bool>(), option::of(1_u32..9), option::of(rule.clone()));
    (one(), option::of(one()))
        .prop_map(|(own, earlier)| {
            let make = |(of, times, consecutive, within_years, each): (Vec<String>, u32, bool, Option<u32>, Option<Rule>), after| Held {
                of,
                times,
                consecutive,
                within_years,
                after,
                each: each.map(Box::new),
            };
            let earlier = earlier.map(|earlier| Box::new(make(earlier, None)));
            make(own, earlier)
        })
        .boxed()
}

fn plain() -> BoxedStrategy<Quantity> {
    prop_oneof![
        number().prop_map(Quantity::Fixed),
        (word(), name(), span(), any::<bool>()).prop_map(|(how, of, span, verified)| Quantity::Records { how, of, span, verified }),
        (word(), option::of(name()), word(), span(), word()).prop_map(|(of, kind, state, span, how)| Quantity::Duties {
            of,
            kind,
            state,
            span,
            how
        }),
        (name(), span()).prop_map(|(of, span)| Quantity::Result { of, span }),
        (name(), word(), number()).prop_map(|(of, by, most)| Quantity::Score { of, by, most }),
        (name(), span()).prop_map(|(of, span)| Quantity::Service { of, span }),
        (name(), span()).prop_map(|(level, span)| Quantity::Initiatives { level, span }),
        (name(), number(), number()).prop_map(|(name, one, other)| Quantity::Column { name, least: one.min(other), most: one.max(other) }),
        (name(), word()).prop_map(|(of, by)| Quantity::Set { of, by }),
        (name(), word()).prop_map(|(of, by)| Quantity::SetLeast { of, by }),
    ]
    .boxed()
}

fn part(quantity: BoxedStrategy<Quantity>) -> BoxedStrategy<Part> {
    let told = (option::of(name()), option::of(name()), option::of(name()), word::<Audience>());
    (told, quantity).prop_map(|((id, label, source, audience), of)| Part { id, label, source, audience, of }).boxed()
}

/// Numbers that are made of others; the limits within are percentages only where all of them are.
fn made(rule: BoxedStrategy<Rule>) -> BoxedStrategy<Quantity> {
    let members = (option::of(rule.clone()), word(), rule.clone(), word::<How>()).prop_map(|(among, on, having, how)| Members {
        among: among.map(Box::new),
        on,
        having: Box::new(having),
        how,
    });
    let members = members.boxed();
    let of = || plain().boxed();
    let ratings = (name(), name(), 1_u32..9, option::of(held(rule.clone()))).prop_map(|(scale, least, years, after)| Ratings {
        scale,
        least,
        years,
        after: after.map(Box::new),
    });
    let bands = proptest::collection::btree_map(0_i64..100_000, number(), 0..4);
    let band = |(from, points): (i64, Decimal)| Band { from: Decimal::from_thousandths(from), points };
    let parts = move || vec(part(of()), 0..3);
    prop_oneof![
        plain(),
        members.clone().prop_map(Quantity::Members),
        members.prop_map(Quantity::Units),
        ratings.prop_map(Quantity::Ratings),
        (of(), bands).prop_map(move |(of, bands)| Quantity::Bands { of: Box::new(of), bands: bands.into_iter().map(band).collect() }),
        (of(), limit(percentage().boxed()), number(), option::of(number())).prop_map(|(of, target, points, most)| Quantity::Ratio {
            of: Box::new(of),
            target,
            points,
            most
        }),
        (rule, number()).prop_map(|(rule, points)| Quantity::If { rule: Box::new(rule), points }),
        (parts(), parts(), option::of(number()), parts(), option::of(number())).prop_map(
            |(of, bonus, bonus_most, penalty, penalty_most)| { Quantity::Total { of, bonus, bonus_most, penalty, penalty_most } }
        ),
        vec(plain(), 1..3).prop_map(Quantity::MeanOf),
        vec(plain(), 1..3).prop_map(Quantity::LeastOf),
        vec(plain(), 1..3).prop_map(Quantity::GreatestOf),
        (vec(plain(), 1..3), limit(percentage().boxed())).prop_map(|(of, min)| Quantity::Run { of, min }),
    ]
    .boxed()
}

fn test(rule: BoxedStrategy<Rule>) -> BoxedStrategy<Test> {
    let rules = vec(rule.clone(), 0..3).boxed();
    let amount = (made(rule.clone()), limit(percentage().boxed()), 0..3_u8).prop_map(|(of, limit, which)| match which {
        0 => Test::Amount { of, min: Some(limit), max: None },
        1 => Test::Amount { of, min: None, max: Some(limit) },
        _ => Test::Amount { of, min: Some(limit.clone()), max: Some(Limit::Fixed(Decimal::from_thousandths(100_000))) },
    });
    prop_oneof![
        rules.clone().prop_map(Test::All),
        rules.clone().prop_map(Test::Any),
        rules.prop_map(Test::None),
        vec(rule.clone(), 1..3).prop_map(|of| Test::AtLeast { least: of.len() as u32, of }),
        fact().prop_map(Test::Fact),
        held(rule).prop_map(|held| Test::Fact(Fact::Held(held))),
        amount,
    ]
    .boxed()
}

fn told(test: BoxedStrategy<Test>) -> BoxedStrategy<Rule> {
    (option::of(name()), option::of(name()), option::of(name()), word(), test)
        .prop_map(|(id, label, source, audience, test)| Rule { id, label, source, audience, test })
        .boxed()
}

/// Any sound rule.
pub(super) fn rule() -> impl Strategy<Value = Rule> {
    told(fact().prop_map(Test::Fact).boxed()).prop_recursive(2, 16, 3, |rule| told(test(rule)))
}
