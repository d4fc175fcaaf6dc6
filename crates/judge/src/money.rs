//! Bonus money: how much, and which of several is paid.

use std::collections::BTreeMap;

use phongtrao_rules::entries::{AsBody, Body, Payment, SamePeriod, Scope};
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

/// What is given, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Awarded<'a> {
    /// Id of the honour.
    pub honour: &'a str,
    /// `individual`, `collective` or `household`.
    pub subject: &'a str,
    /// Category of the person, those of the people of a collective; none where they are not known.
    pub categories: &'a [&'a str],
    /// Kind of the unit, of a collective.
    pub unit: Option<&'a str>,
}

/// The bonus of an award by a decision of that day.
pub fn bonus<'p>(packs: &'p Packs, awarded: Awarded<'_>, decided_on: Date) -> Result<Bonus<'p>, NoBonus> {
    let stated = stated(packs, awarded, decided_on);
    if stated.is_some() || awarded.subject != HOUSEHOLD {
        return amount(packs, stated.ok_or(NoBonus::NotStated)?, None, decided_on);
    }
    let times = payment(packs, decided_on).and_then(|payment| payment.household_times).ok_or(NoBonus::NoBase)?;
    let of_a_person = self::stated(packs, Awarded { subject: INDIVIDUAL, ..awarded }, decided_on).ok_or(NoBonus::NotStated)?;
    amount(packs, of_a_person, Some(times), decided_on)
}

const HOUSEHOLD: &str = "household";
const INDIVIDUAL: &str = "individual";

/// The entry that states the amount, or that says that it is not known. One for just these people or units goes before one for all, and of these one for just
/// this honour.
fn stated<'p>(packs: &'p Packs, awarded: Awarded<'_>, on: Date) -> Option<&'p Entry> {
    let amounts = packs.entries().iter().filter(|entry| entry.kind == Kind::Amount && entry.holds_on(on));
    let governs = |entry: &&Entry| {
        let (honours, whom) = (honours_of(entry), entry.head.scope.as_ref().is_none_or(|scope| is_for(scope, &awarded)));
        let of_subject = entry.head.subject.as_deref().is_none_or(|subject| subject == awarded.subject);
        whom && of_subject && (honours.is_empty() || honours.contains(&awarded.honour))
    };
    // Of equals the first.
    amounts.filter(governs).min_by_key(|entry| {
        let is_for_all = entry.head.scope.as_ref().is_none_or(|scope| scope.categories.is_empty() && scope.units.is_empty());
        (is_for_all, honours_of(entry).is_empty())
    })
}

/// The honours that an entry names; none: it is for all.
fn honours_of(entry: &Entry) -> Vec<&str> {
    match &entry.body {
        Some(Body::Amount(amount)) => vec![&amount.honour],
        _ => entry.head.scope.iter().flat_map(|scope| &scope.honours).map(String::as_str).collect(),
    }
}

/// Whether it is for such people, or for such a unit. Where the people are of several categories, it is for none of them alone.
fn is_for(scope: &Scope, awarded: &Awarded<'_>) -> bool {
    let is_named = |named: &[String], own: &str| named.iter().any(|named| named == own);
    let people = !awarded.categories.is_empty() && awarded.categories.iter().all(|category| is_named(&scope.categories, category));
    let unit = awarded.unit.is_some_and(|unit| is_named(&scope.units, unit));
    (scope.categories.is_empty() && scope.units.is_empty()) || people || unit
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Learners are paid by the school's own rules; the money of the decree is that of staff.
    #[rstest::rstest]
    #[case::of_staff("individual", &["official"], None, Ok(Money::dong(760_000)))]
    #[case::of_nobody_known("individual", &[], None, Ok(Money::dong(760_000)))]
    #[case::of_a_student("individual", &["student"], None, Err(NoBonus::NotKnown))]
    #[case::of_a_cadet("individual", &["cadet"], None, Err(NoBonus::NotKnown))]
    #[case::of_a_class_of_learners("collective", &["student", "foreign-student"], Some("group"), Err(NoBonus::NotKnown))]
    #[case::of_a_class_of_nobody_known("collective", &[], Some("class"), Err(NoBonus::NotKnown))]
    #[case::of_a_faculty("collective", &["official", "student"], Some("faculty"), Ok(Money::dong(1_520_000)))]
    fn learners_have_no_money_of_staff(
        #[case] subject: &str,
        #[case] categories: &[&str],
        #[case] unit: Option<&str>,
        #[case] expected: Result<Money, NoBonus>,
    ) {
        assert_eq!(of(Packs::embedded(), subject, categories, unit), expected);
    }

    /// What an organisation's own pack states for learners is theirs, and nobody else's.
    #[test]
    fn an_own_pack_states_what_learners_get() {
        let pack = include_str!("money/learners.toml");
        let (packs, findings) = Packs::laid_over(&Packs::embedded_files(), &[("own.toml".to_owned(), pack)]);
        assert_eq!(findings, []);
        assert_eq!(of(&packs, "individual", &["student"], None), Ok(Money::dong(200_000)));
        assert_eq!(of(&packs, "individual", &["pupil"], None), Err(NoBonus::NotKnown));
        assert_eq!(of(&packs, "individual", &["official"], None), Ok(Money::dong(760_000)));
    }

    fn of(packs: &Packs, subject: &str, categories: &[&str], unit: Option<&str>) -> Result<Money, NoBonus> {
        let awarded = Awarded { honour: "certificate-of-commendation", subject, categories, unit };
        bonus(packs, awarded, "2026-11-01".parse().expect("a day")).map(|bonus| bonus.money)
    }
}
