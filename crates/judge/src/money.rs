//! Bonus money: how much, and which of several is paid.

use std::collections::BTreeMap;

use phongtrao_rules::entries::{AsBody, Body, Payment, SamePeriod};
use phongtrao_rules::{Entry, HonourForm, Kind, Packs};
use phongtrao_value::{Date, Decimal, Money};

/// Bonus money of an honour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bonus<'p> {
    /// The amount.
    pub money: Money,
    /// Whether it is the greatest that may be given, not the amount itself.
    pub at_most: bool,
    /// The entry that states it; its cautions go with the amount.
    pub entry: &'p Entry,
}

/// Why there is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBonus {
    /// No pack states one for that subject on that day.
    NotStated,
    /// A pack says that it is not known.
    NotKnown,
    /// The base, or the way of computing, is not stated for that day.
    NoBase,
}

/// The bonus of an honour by a decision of that day. `subject` is `individual`, `collective` or `household`.
pub fn bonus<'p>(packs: &'p Packs, honour: &str, subject: &str, decided_on: Date) -> Result<Bonus<'p>, NoBonus> {
    let stated = stated(packs, honour, subject, decided_on);
    if stated.is_some() || subject != HOUSEHOLD {
        return amount(packs, stated.ok_or(NoBonus::NotStated)?, None, decided_on);
    }
    let times = payment(packs, decided_on).and_then(|payment| payment.household_times).ok_or(NoBonus::NoBase)?;
    let of_a_person = self::stated(packs, honour, INDIVIDUAL, decided_on).ok_or(NoBonus::NotStated)?;
    amount(packs, of_a_person, Some(times), decided_on)
}

const HOUSEHOLD: &str = "household";
const INDIVIDUAL: &str = "individual";

/// The entry that states the amount, or that says that it is not known.
fn stated<'p>(packs: &'p Packs, honour: &str, subject: &str, on: Date) -> Option<&'p Entry> {
    let of_honour = |entry: &&Entry| match &entry.body {
        Some(Body::Amount(amount)) => amount.honour == honour,
        Some(_) => false,
        None => entry.head.scope.as_ref().is_some_and(|scope| scope.honours.iter().any(|named| named == honour)),
    };
    let mut entries = packs.entries().iter().filter(|entry| entry.kind == Kind::Amount && entry.holds_on(on)).filter(of_honour);
    entries.find(|entry| entry.head.subject.as_deref() == Some(subject))
}

fn amount<'p>(packs: &'p Packs, entry: &'p Entry, times: Option<Decimal>, on: Date) -> Result<Bonus<'p>, NoBonus> {
    let Some(Body::Amount(amount)) = &entry.body else { return Err(NoBonus::NotKnown) };
    let money = match (amount.dong, amount.times) {
        (Some(dong), _) => i64::try_from(dong).ok().map(Money::dong),
        (None, Some(own)) => {
            let base =
                amount.base.as_deref().and_then(|base| packs.body::<phongtrao_rules::entries::Base>(base, on)).ok_or(NoBonus::NoBase)?;
            let step = payment(packs, on).ok_or(NoBonus::NoBase)?.round_up_to;
            let multiple = times.map_or(Some(own), |times| product(own, times)).ok_or(NoBonus::NoBase)?;
            i64::try_from(base.dong)
                .ok()
                .zip(i64::try_from(step).ok())
                .and_then(|(base, step)| Money::dong(base).times(multiple, Money::dong(step)))
        }
        (None, None) => None,
    };
    money.map(|money| Bonus { money, at_most: amount.at_most, entry }).ok_or(NoBonus::NoBase)
}

/// The product, where it has no more than three places.
fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let exact = i128::from(one.thousandths()) * i128::from(other.thousandths());
    (exact % 1000 == 0).then(|| i64::try_from(exact / 1000).ok()).flatten().map(Decimal::from_thousandths)
}

/// How bonus money is computed on a day.
pub fn payment(packs: &Packs, on: Date) -> Option<&Payment> {
    packs.entries().iter().filter(|entry| entry.holds_on(on)).find_map(|entry| Payment::of(entry.body.as_ref()?))
}

/// One of several awards of one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<'a> {
    /// A title or a commendation.
    pub form: HonourForm,
    /// The day of the decision.
    pub decided_on: Date,
    /// The period of achievement, as a word that is equal for equal periods.
    pub period: &'a str,
    /// The bonus.
    pub money: Money,
}

/// Which of several are paid: of titles of the same time and period only the highest, everything else in full.
pub fn paid(rule: SamePeriod, awards: &[Due<'_>]) -> Vec<bool> {
    let mut highest: BTreeMap<(Date, &str), usize> = BTreeMap::new();
    let titles = awards.iter().enumerate().filter(|(_, award)| award.form == HonourForm::Title);
    for (place, award) in titles {
        let best = highest.entry((award.decided_on, award.period)).or_insert(place);
        if awards.get(*best).is_some_and(|so_far| so_far.money < award.money) {
            *best = place;
        }
    }
    let is_paid = |(place, award): (usize, &Due<'_>)| {
        rule == SamePeriod::All
            || award.form != HonourForm::Title
            || highest.get(&(award.decided_on, award.period)).is_none_or(|best| *best == place)
    };
    awards.iter().enumerate().map(is_paid).collect()
}
