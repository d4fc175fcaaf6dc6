//! Limits and spans of time.

use phongtrao_diagnostic::Span as Place;
use phongtrao_value::Decimal;

use crate::texts;

use super::super::node::{Entry, Value};
use super::super::{BETWEEN_KEYS, Limit, Naming, Node, Span};
use super::keys::Keys;
use super::{Read, Reader};

/// What a limit limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measured {
    /// A number.
    Number,
    /// A percentage: from 0 to 100, with or without its sign.
    Share,
}

impl Reader {
    /// When facts count; the period of the round where nothing is said.
    pub(super) fn span(&mut self, keys: &mut Keys<'_>) -> Read<Span> {
        let Some(node) = keys.get("span") else { return Ok(Span::Round) };
        let text = self.text_of(node, "span")?;
        let Ok(span) = text.parse::<Span>() else {
            return self.fault("rule-bad-span", node.span, texts::rule_bad_span(text), texts::rule_bad_span_help());
        };
        if let Span::Phase(id) = &span {
            self.refers(Naming::Phase, id, None, node.span);
        }
        Ok(span)
    }

    /// A limit.
    pub(super) fn limit(&mut self, keys: &mut Keys<'_>, key: &'static str, measured: Measured) -> Read<Option<Limit>> {
        keys.get(key).map(|node| self.limit_of(node, key, measured)).transpose()
    }

    pub(super) fn limit_of(&mut self, node: &Node, key: &'static str, measured: Measured) -> Read<Limit> {
        match &node.value {
            Value::Table(_) => self.limit_by(node, measured),
            _ => self.amount(node, key, measured).map(Limit::Fixed),
        }
    }

    /// `{ by = "region", cases = { lowland = 80, highland = 60 }, otherwise = 70 }`, or by several keys:
    /// `{ by = ["region", "year"], cases = { "highland,first" = 60 } }`
    fn limit_by(&mut self, node: &Node, measured: Measured) -> Read<Limit> {
        let Some(mut keys) = Keys::of(node) else {
            return self.fault("rule-wrong-type", node.span, texts::rule_wrong_type("min"), texts::rule_expected_limit());
        };
        let by = self.texts(&mut keys, "by");
        let by = by.map(|by| by.into_iter().map(|(name, place)| self.attribute(name, place)).collect::<Vec<_>>());
        let count = by.as_ref().map_or(1, Vec::len);
        let cases = self.required(&mut keys, "cases").and_then(|cases| self.cases(cases, count, measured));
        let otherwise = keys.get("otherwise").map(|node| self.amount(node, "otherwise", measured)).transpose();
        self.unknown_keys(&keys, "by");
        Ok(Limit::By { keys: by?, cases: cases?, otherwise: otherwise? })
    }

    fn attribute(&mut self, name: String, place: Place) -> String {
        self.refers(Naming::Attribute, &name, None, place);
        name
    }

    fn cases(&mut self, node: &Node, keys: usize, measured: Measured) -> Read<Vec<(Vec<String>, Decimal)>> {
        let Value::Table(entries) = &node.value else {
            return self.fault("rule-wrong-type", node.span, texts::rule_wrong_type("cases"), texts::rule_expected_cases());
        };
        let case = |entry: &Entry| Ok((self.values(entry, keys)?, self.amount(&entry.value, "cases", measured)?));
        let mut cases: Vec<_> = entries.iter().map(case).collect::<Read<_>>()?;
        cases.sort();
        Ok(cases)
    }

    /// The value of each key in a case; the only one is taken as it stands.
    fn values(&mut self, entry: &Entry, keys: usize) -> Read<Vec<String>> {
        if keys == 1 {
            return Ok(vec![entry.key.clone()]);
        }
        let values: Vec<_> = entry.key.split(BETWEEN_KEYS).map(|value| value.trim().to_owned()).collect();
        if values.len() == keys {
            return Ok(values);
        }
        let message = texts::rule_case_values(entry.key.as_str(), values.len().to_string(), keys.to_string());
        self.fault("rule-case-values", entry.span, message, texts::rule_case_values_help())
    }

    /// A number, or a percentage where a share is measured.
    fn amount(&mut self, node: &Node, key: &'static str, measured: Measured) -> Read<Decimal> {
        let percentage = match &node.value {
            Value::Text(text) => text.trim().strip_suffix('%').map(|number| number.trim().parse::<Decimal>()),
            _ => None,
        };
        match (percentage, measured) {
            (Some(_), Measured::Number) => {
                self.fault("rule-percentage", node.span, texts::rule_percentage_of_number(), texts::rule_percentage_of_number_help())
            }
            (Some(Ok(number)), Measured::Share) => self.percentage(number, node.span),
            (Some(Err(_)), Measured::Share) => {
                self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_number())
            }
            (None, Measured::Share) => {
                let number = self.number_of(node, key)?;
                self.percentage(number, node.span)
            }
            (None, Measured::Number) => self.number_of(node, key),
        }
    }

    /// A percentage.
    pub(super) fn percentage_of(&mut self, node: &Node, key: &'static str) -> Read<Decimal> {
        self.amount(node, key, Measured::Share)
    }

    fn percentage(&mut self, number: Decimal, span: Place) -> Read<Decimal> {
        if (0..=HUNDRED).contains(&number.thousandths()) {
            return Ok(number);
        }
        self.fault("rule-percentage", span, texts::rule_percentage(number.to_string()), texts::rule_percentage_help())
    }
}

/// A hundred in thousandths.
const HUNDRED: i64 = 100_000;
