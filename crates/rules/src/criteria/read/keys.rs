//! The keys of one table: asked for by name; what nobody asked for is unknown.

use phongtrao_diagnostic::Span;
use phongtrao_value::{Decimal, nearest};

use crate::texts;

use super::super::node::{Entry, Value};
use super::super::words::Word;
use super::super::{Naming, Node};
use super::{Faulty, Read, Reader};

/// The keys of one table.
pub(super) struct Keys<'n> {
    entries: &'n [Entry],
    asked: Vec<&'static str>,
    /// The place of the table.
    pub(super) span: Span,
}

impl<'n> Keys<'n> {
    /// The keys of a node that is a table.
    pub(super) fn of(node: &'n Node) -> Option<Keys<'n>> {
        let Value::Table(entries) = &node.value else { return None };
        Some(Keys { entries, asked: Vec::new(), span: node.span })
    }

    /// The value of a key.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }
}

impl Reader {
    /// Says which keys of the table mean nothing.
    pub(super) fn unknown_keys(&mut self, keys: &Keys<'_>, kind: &str) {
        for entry in keys.entries.iter().filter(|entry| !keys.asked.contains(&entry.key.as_str())) {
            let help = match nearest(&entry.key, keys.asked.iter().copied()) {
                Some(meant) => texts::rule_nearest(meant),
                None => texts::rule_keys(keys.asked.join(", ")),
            };
            let message = texts::rule_unknown_key(entry.key.as_str(), kind);
            let _ = self.fault::<()>("rule-unknown-key", entry.span, message, help);
        }
    }

    /// The value of a key that must be there.
    pub(super) fn required<'n>(&mut self, keys: &mut Keys<'n>, key: &'static str) -> Read<&'n Node> {
        match keys.get(key) {
            Some(node) => Ok(node),
            None => self.fault("rule-missing-key", keys.span, texts::rule_missing_key(key), texts::rule_missing_key_help(key)),
        }
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<String> {
        let node = self.required(keys, key)?;
        self.text_of(node, key)
    }

    /// A text.
    pub(super) fn text_or_none(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Option<String>> {
        keys.get(key).map(|node| self.text_of(node, key)).transpose()
    }

    pub(super) fn text_of(&mut self, node: &Node, key: &'static str) -> Read<String> {
        match &node.value {
            Value::Text(text) => Ok(text.clone()),
            _ => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_text()),
        }
    }

    /// A name that must be there and that others give.
    pub(super) fn name(&mut self, keys: &mut Keys<'_>, key: &'static str, naming: Naming) -> Read<String> {
        let node = self.required(keys, key)?;
        let name = self.text_of(node, key)?;
        self.refers(naming, &name, None, node.span);
        Ok(name)
    }

    /// A name that others give.
    pub(super) fn name_or_none(&mut self, keys: &mut Keys<'_>, key: &'static str, naming: Naming) -> Read<Option<String>> {
        let Some(node) = keys.get(key) else { return Ok(None) };
        let name = self.text_of(node, key)?;
        self.refers(naming, &name, None, node.span);
        Ok(Some(name))
    }

    /// One text or several, each with its place.
    pub(super) fn texts(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Vec<(String, Span)>> {
        let node = self.required(keys, key)?;
        match &node.value {
            Value::Text(text) => Ok(vec![(text.clone(), node.span)]),
            Value::List(items) if !items.is_empty() => items.iter().map(|item| Ok((self.text_of(item, key)?, item.span))).collect(),
            _ => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_texts()),
        }
    }

    /// Yes or no; no where nothing is said.
    pub(super) fn flag(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<bool> {
        match keys.get(key) {
            None => Ok(false),
            Some(Node { value: Value::Flag(flag), .. }) => Ok(*flag),
            Some(node) => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_flag()),
        }
    }

    /// A whole number of at least one.
    pub(super) fn whole(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Option<u32>> {
        let Some(node) = keys.get(key) else { return Ok(None) };
        let number = match node.value {
            Value::Number(number) if number.thousandths() % 1000 == 0 => u32::try_from(number.thousandths() / 1000).ok(),
            _ => None,
        };
        match number.filter(|number| *number > 0) {
            Some(number) => Ok(Some(number)),
            None => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_whole()),
        }
    }

    /// A number.
    pub(super) fn number(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Option<Decimal>> {
        keys.get(key).map(|node| self.number_of(node, key)).transpose()
    }

    /// A number that must be there.
    pub(super) fn required_number(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Decimal> {
        let node = self.required(keys, key)?;
        self.number_of(node, key)
    }

    pub(super) fn number_of(&mut self, node: &Node, key: &'static str) -> Read<Decimal> {
        let number = match &node.value {
            Value::Number(number) => Some(*number),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => Ok(number),
            None => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_number()),
        }
    }

    /// A word of a closed list; the first of `unsaid` where nothing is said.
    pub(super) fn word<W: Word>(&mut self, keys: &mut Keys<'_>, key: &'static str, unsaid: W) -> Read<W> {
        let Some(node) = keys.get(key) else { return Ok(unsaid) };
        let text = self.text_of(node, key)?;
        let words = || W::ALL.iter().map(|(word, _)| *word);
        W::of(&text).ok_or(Faulty).or_else(|_| {
            let help = match nearest(&text, words()) {
                Some(meant) => texts::rule_nearest(meant),
                None => texts::rule_known_names(words().collect::<Vec<_>>().join(", ")),
            };
            self.fault("rule-bad-value", node.span, texts::rule_bad_value(key), help)
        })
    }

    /// The items of a list that must be there and hold something.
    pub(super) fn list<'n>(&mut self, keys: &mut Keys<'n>, key: &'static str) -> Read<&'n [Node]> {
        let node = self.required(keys, key)?;
        self.list_of(node, key)
    }

    pub(super) fn list_of<'n>(&mut self, node: &'n Node, key: &'static str) -> Read<&'n [Node]> {
        match &node.value {
            Value::List(items) => Ok(items),
            _ => self.fault("rule-wrong-type", node.span, texts::rule_wrong_type(key), texts::rule_expected_list()),
        }
    }
}
