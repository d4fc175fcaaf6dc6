//! The walk over the model and the description say the same, and the documentation says it too.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_rules::criteria::Rule;
use phongtrao_value::{Date, Decimal, Recurrence, When};

use crate::file::fields::{Entry, Fields, Tables};
use crate::file::schema::{Kind, schema};
use crate::{Choice, Origin, Plan, Quota, QuotaRule, RankKey};

/// A key that the walk met, what its value may be, and the words of its choice.
type Met = (String, Vec<Kind>, Vec<String>);

/// Writes down what the walk meets: a line for each table and key.
#[derive(Default)]
struct Walk {
    tables: Vec<&'static str>,
    keys: BTreeMap<String, Vec<Met>>,
    now: String,
}

impl Walk {
    fn met(&mut self, key: &str, kinds: &[Kind], values: Vec<String>) {
        self.keys.entry(self.now.clone()).or_default().push((key.to_owned(), kinds.to_vec(), values));
    }

    fn within<E: Entry>(&mut self, name: &str) {
        let before = std::mem::replace(&mut self.now, name.to_owned());
        self.keys.remove(name);
        E::default().fields(self);
        self.now = before;
    }

    fn record_of(&self, key: &str) -> String {
        let table = schema().table(&self.now).or_else(|| schema().record(&self.now));
        table.and_then(|table| table.key(key)).and_then(|key| key.of.clone()).unwrap_or_else(|| format!("{}.{key}", self.now))
    }
}

impl Tables for Walk {
    fn one<E: Entry + PartialEq>(&mut self, name: &'static str, _: &mut Option<E>) {
        self.tables.push(name);
        self.within::<E>(name);
    }

    fn many<E: Entry>(&mut self, name: &'static str, _: &mut Vec<E>) {
        self.tables.push(name);
        self.within::<E>(name);
    }

    fn levels(&mut self, _: &mut BTreeMap<String, Option<Severity>>) {
        self.tables.push("lints");
    }
}

impl Fields for Walk {
    fn words(&mut self, key: &'static str, _: &mut String) {
        self.met(key, &[Kind::Id, Kind::Text, Kind::One], Vec::new());
    }

    fn text(&mut self, key: &'static str, _: &mut Option<String>) {
        self.met(key, &[Kind::Text, Kind::Amount, Kind::One, Kind::Honour], Vec::new());
    }

    fn texts(&mut self, key: &'static str, _: &mut Vec<String>) {
        self.met(key, &[Kind::Texts, Kind::Bodies, Kind::Some], Vec::new());
    }

    fn number(&mut self, key: &'static str, _: &mut Option<i64>) {
        self.met(key, &[Kind::Number], Vec::new());
    }

    fn flag(&mut self, key: &'static str, _: &mut Option<bool>) {
        self.met(key, &[Kind::Flag], Vec::new());
    }

    fn day(&mut self, key: &'static str, _: &mut Option<Date>) {
        self.met(key, &[Kind::Day], Vec::new());
    }

    fn when(&mut self, key: &'static str, _: &mut Option<When>) {
        self.met(key, &[Kind::When], Vec::new());
    }

    fn recurs(&mut self, _: &mut Option<Recurrence>, _: Option<When>) {
        self.met("recurs", &[Kind::Recurs], Vec::new());
    }

    fn choice<C: Choice>(&mut self, key: &'static str, _: &mut Option<C>) {
        self.met(key, &[Kind::Choice], C::ALL.iter().map(|choice| choice.word().to_owned()).collect());
    }

    fn record<E: Entry>(&mut self, key: &'static str, _: &mut Option<E>) {
        self.met(key, &[Kind::Record], Vec::new());
        self.within::<E>(&self.record_of(key));
    }

    fn records<E: Entry>(&mut self, key: &'static str, _: &mut Vec<E>) {
        self.met(key, &[Kind::Records], Vec::new());
        self.within::<E>(&self.record_of(key));
    }

    fn amount(&mut self, key: &'static str, _: &mut Option<u32>) {
        self.met(key, &[Kind::Count], Vec::new());
    }

    fn percentage(&mut self, key: &'static str, _: &mut Option<Decimal>) {
        self.met(key, &[Kind::Percentage], Vec::new());
    }

    fn rule(&mut self, key: &'static str, _: &mut Option<Rule>) {
        self.met(key, &[Kind::Rule], Vec::new());
    }

    fn quota(&mut self, key: &'static str, _: &mut Option<Quota>) {
        self.met(key, &[Kind::Quota], Vec::new());
        self.within::<QuotaRule>(&self.record_of(key));
    }

    fn ranks(&mut self, key: &'static str, _: &mut Vec<RankKey>) {
        self.met(key, &[Kind::Ranks], Vec::new());
    }

    fn origin(&mut self, _: &mut Origin) {
        assert!(schema().table(&self.now).is_some_and(|table| table.entry), "{} is an entry", self.now);
    }

    fn span(&mut self, _: &mut Option<Span>) {}
}

fn walk() -> Walk {
    let mut walk = Walk::default();
    // An identity in which something stands, so that the walk goes through it.
    let mut plan = Plan::default();
    plan.tables(&mut walk);
    walk
}

#[test]
fn the_walk_meets_the_tables_in_the_order_of_the_description() {
    let described: Vec<&str> = schema().tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(walk().tables, described);
}

#[test]
fn the_walk_meets_the_keys_in_the_order_of_the_description() {
    let walk = walk();
    for table in schema().tables.iter().chain(&schema().records).filter(|table| !table.free && table.name != "origin") {
        let met = walk.keys.get(&table.name).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> = met.iter().map(|(name, _, _)| name.as_str()).collect();
        let described: Vec<&str> = table.keys.iter().map(|key| key.name.as_str()).collect();
        assert_eq!(names, described, "keys of {}", table.name);
        for ((name, kinds, values), key) in met.iter().zip(&table.keys) {
            assert!(kinds.contains(&key.kind), "{}.{name} is described as {:?}", table.name, key.kind);
            assert_eq!(values, &key.values, "values of {}.{name}", table.name);
        }
    }
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let documentation = include_str!("../../../../../docs/plan-toml.md");
    let example = documentation.split("```toml\n").nth(1).and_then(|rest| rest.split_once("```")).map(|(example, _)| example);
    let (plan, findings) = crate::file::read(example.expect("an example"));
    assert_eq!(findings, []);
    assert!(plan.criteria.iter().all(|criterion| criterion.measure.is_some()));
}

#[test]
fn the_documentation_describes_every_table_and_key() {
    let documentation = include_str!("../../../../../docs/plan-toml.md");
    let reference = crate::file::reference();
    assert!(documentation.contains(&reference), "docs/plan-toml.md should hold this between its marks:\n{reference}");
}
