//! Plans of every shape: a walk over the model that fills each key by chance.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::Address;
use phongtrao_rules::criteria::{Node, Rule, Test, read_rule};
use phongtrao_value::{Date, Decimal, Recurrence, When};

use crate::file::fields::{Entry, Fields, Tables};
use crate::{Choice, Origin, Plan, Quota, QuotaRule, RankKey};

/// The criteria of the documentation.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let documentation = include_str!("../../../../../docs/criteria.md");
    let blocks = documentation.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let rules = blocks.filter_map(|(block, _)| {
        let table = toml::de::DeTable::parse(block).ok()?;
        read_rule(&Node::of_toml(table.get_ref().get("measure")?), Some("c")).value
    });
    rules.collect()
});

/// Chance from a seed (SplitMix64), so that a case that fails comes again.
pub(super) struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn whether(&mut self) -> bool {
        self.below(2) == 0
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 22] = [
            "thi đua",
            "Khối",
            " ",
            "  ",
            "\"",
            "\"\"\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "#",
            "=",
            "[",
            "'''",
            "học tập suốt đời",
            "70%",
            "12",
            "-3",
            "\u{7f}",
            "\u{0}",
            "\u{feff}",
            "xã hội học tập ",
        ];
        let most = if self.below(6) == 0 { 60 } else { 4 };
        let pieces = self.below(most + 1);
        (0..pieces).map(|_| PIECES[self.below(PIECES.len() as u64) as usize]).collect()
    }

    fn day(&mut self) -> Date {
        let (year, month, day) = (1950 + self.below(200) as i16, 1 + self.below(12) as i8, 1 + self.below(28) as i8);
        Date::new(year, month, day).expect("each month has 28 days")
    }

    fn when(&mut self) -> When {
        let (year, month, day) = (1950 + self.below(200) as i16, 1 + self.below(12) as i8, 1 + self.below(28) as i8);
        match self.below(9) {
            0 => When::Day(self.day()),
            1 => When::Month { year, month },
            2 => When::Quarter { year, quarter: 1 + self.below(4) as i8 },
            3 => When::Year(year),
            4 => When::SchoolYear(year),
            5 => When::YearlyDay { month, day },
            6 => When::YearlyMonth(month),
            7 => When::MonthlyDay(day),
            _ => When::Quarterly,
        }
    }

    fn texts(&mut self) -> Vec<String> {
        (0..self.below(4)).map(|_| self.text()).collect()
    }
}

/// A plan by chance.
pub(super) fn plan(seed: u64) -> Plan {
    let mut plan = Plan::default();
    plan.tables(&mut Chance(seed));
    // The walk leaves out an identity in which nothing stands, so it is filled by itself.
    plan.identity.fields(&mut Chance(seed.rotate_left(7)));
    plan
}

/// The same plan without places.
pub(super) fn without_spans(mut plan: Plan) -> Plan {
    plan.tables(&mut Bare);
    plan
}

impl Tables for Chance {
    fn one<E: Entry + PartialEq>(&mut self, _: &'static str, value: &mut Option<E>) {
        if self.whether() {
            let mut entry = E::default();
            entry.fields(self);
            *value = Some(entry);
        }
    }

    fn many<E: Entry>(&mut self, _: &'static str, value: &mut Vec<E>) {
        for _ in 0..self.below(3) {
            let mut entry = E::default();
            entry.fields(self);
            value.push(entry);
        }
    }

    fn levels(&mut self, value: &mut BTreeMap<String, Option<Severity>>) {
        for _ in 0..self.below(3) {
            let level = [None, Some(Severity::Note), Some(Severity::Warning), Some(Severity::Error)][self.below(4) as usize];
            value.insert(self.text(), level);
        }
    }
}

impl Fields for Chance {
    fn words(&mut self, _: &'static str, value: &mut String) {
        *value = Chance::text(self);
    }

    fn text(&mut self, _: &'static str, value: &mut Option<String>) {
        *value = self.whether().then(|| Chance::text(self));
    }

    fn texts(&mut self, _: &'static str, value: &mut Vec<String>) {
        *value = Chance::texts(self);
    }

    fn number(&mut self, _: &'static str, value: &mut Option<i64>) {
        *value = self.whether().then(|| self.next() as i64);
    }

    fn flag(&mut self, key: &'static str, value: &mut Option<bool>) {
        // A report that is not asked on demand has no key that says so.
        *value = self.whether().then(|| key == "on_demand" || self.whether());
    }

    fn day(&mut self, _: &'static str, value: &mut Option<Date>) {
        *value = self.whether().then(|| Chance::day(self));
    }

    fn when(&mut self, _: &'static str, value: &mut Option<When>) {
        *value = self.whether().then(|| Chance::when(self));
    }

    fn recurs(&mut self, value: &mut Option<Recurrence>, date: Option<When>) {
        let all = [Recurrence::Yearly, Recurrence::Quarterly, Recurrence::Monthly];
        *value = (date.is_none() && self.whether()).then(|| all[self.below(3) as usize]);
    }

    fn choice<C: Choice>(&mut self, _: &'static str, value: &mut Option<C>) {
        *value = self.whether().then(|| C::ALL[self.below(C::ALL.len() as u64) as usize]);
    }

    fn record<E: Entry>(&mut self, _: &'static str, value: &mut Option<E>) {
        *value = self.whether().then(|| {
            let mut entry = E::default();
            entry.fields(self);
            entry
        });
    }

    fn records<E: Entry>(&mut self, _: &'static str, value: &mut Vec<E>) {
        for _ in 0..self.below(3) {
            let mut entry = E::default();
            entry.fields(self);
            value.push(entry);
        }
    }

    fn amount(&mut self, _: &'static str, value: &mut Option<u32>) {
        *value = self.whether().then(|| self.next() as u32);
    }

    fn percentage(&mut self, _: &'static str, value: &mut Option<Decimal>) {
        *value = self.whether().then(|| Decimal::from_thousandths(self.below(100_001) as i64));
    }

    fn rule(&mut self, _: &'static str, value: &mut Option<Rule>) {
        *value = self.whether().then(|| RULES[self.below(RULES.len() as u64) as usize].clone());
    }

    fn quota(&mut self, _: &'static str, value: &mut Option<Quota>) {
        *value = match self.below(4) {
            0 => None,
            1 => Some(Quota::Words(Chance::text(self))),
            2 => Some(Quota::Number(self.next() as u32)),
            _ => {
                let mut rule = QuotaRule::default();
                rule.fields(self);
                Some(Quota::Rule(rule))
            }
        };
    }

    fn ranks(&mut self, _: &'static str, value: &mut Vec<RankKey>) {
        for _ in 0..self.below(3) {
            let rule = &RULES[self.below(RULES.len() as u64) as usize];
            value.push(match &rule.test {
                // A number by itself is none to rank by: all have the same.
                Test::Amount { of, .. } => RankKey::Quantity(of.clone()),
                _ => RankKey::Criterion(Chance::text(self)),
            });
        }
    }

    fn origin(&mut self, value: &mut Origin) {
        value.clause = self.whether().then(|| Address(Chance::text(self)));
        value.guessed = Chance::texts(self);
    }

    fn span(&mut self, _: &mut Option<Span>) {}
}

/// Takes places away.
struct Bare;

impl Tables for Bare {
    fn one<E: Entry + PartialEq>(&mut self, _: &'static str, value: &mut Option<E>) {
        value.iter_mut().for_each(|entry| entry.fields(self));
    }

    fn many<E: Entry>(&mut self, _: &'static str, value: &mut Vec<E>) {
        value.iter_mut().for_each(|entry| entry.fields(self));
    }

    fn levels(&mut self, _: &mut BTreeMap<String, Option<Severity>>) {}
}

impl Fields for Bare {
    fn words(&mut self, _: &'static str, _: &mut String) {}
    fn text(&mut self, _: &'static str, _: &mut Option<String>) {}
    fn texts(&mut self, _: &'static str, _: &mut Vec<String>) {}
    fn number(&mut self, _: &'static str, _: &mut Option<i64>) {}
    fn flag(&mut self, _: &'static str, _: &mut Option<bool>) {}
    fn day(&mut self, _: &'static str, _: &mut Option<Date>) {}
    fn when(&mut self, _: &'static str, _: &mut Option<When>) {}
    fn recurs(&mut self, _: &mut Option<Recurrence>, _: Option<When>) {}
    fn choice<C: Choice>(&mut self, _: &'static str, _: &mut Option<C>) {}

    fn amount(&mut self, _: &'static str, _: &mut Option<u32>) {}
    fn percentage(&mut self, _: &'static str, _: &mut Option<Decimal>) {}
    fn rule(&mut self, _: &'static str, _: &mut Option<Rule>) {}
    fn quota(&mut self, _: &'static str, _: &mut Option<Quota>) {}
    fn ranks(&mut self, _: &'static str, _: &mut Vec<RankKey>) {}

    fn record<E: Entry>(&mut self, _: &'static str, value: &mut Option<E>) {
        value.iter_mut().for_each(|entry| entry.fields(self));
    }

    fn records<E: Entry>(&mut self, _: &'static str, value: &mut Vec<E>) {
        value.iter_mut().for_each(|entry| entry.fields(self));
    }

    fn origin(&mut self, value: &mut Origin) {
        value.span = None;
    }

    fn span(&mut self, value: &mut Option<Span>) {
        *value = None;
    }
}
