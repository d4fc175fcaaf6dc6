//! Fluent sources, read for their keys, their variables and their faults.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use crate::fault::{Fault, line_of};

/// One message of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    /// Its key, as written.
    pub(super) key: String,
    /// The line of its key.
    pub(super) line: usize,
    /// Variables in the order of first use.
    pub(super) variables: Vec<String>,
    /// Its words on one line, variables as `{name}`.
    pub(super) words: String,
}

/// The messages of a source, and what is wrong with it.
pub(super) fn read(path: &str, source: &str) -> (Vec<Message>, Vec<Fault>) {
    let mut faults = Vec::new();
    let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|error| Fault::at(path, line_of(source, error.pos.start), format!("Fluent: {}", error.kind))));
        resource
    });
    let mut messages: Vec<Message> = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            if let Entry::Term(term) = entry {
                faults.push(Fault::at(path, line_of_key(source, term.id.name), "a term (`-name`): write its words where they are used"));
            }
            continue;
        };
        let key = message.id.name;
        let line = line_of_key(source, key);
        let mut reader = PatternReader::default();
        match &message.value {
            Some(pattern) => reader.pattern(pattern),
            None => faults.push(Fault::at(path, line, format!("`{key}` has no words"))),
        }
        if !message.attributes.is_empty() {
            faults.push(Fault::at(path, line, format!("`{key}` has attributes: make each a message")));
        }
        faults.extend(
            reader.refused.iter().map(|what| Fault::at(path, line, format!("`{key}` uses {what}: use only variables and choices"))),
        );
        messages.push(Message { key: key.to_owned(), line, variables: reader.variables, words: reader.words });
    }
    (messages, faults)
}

/// The parser keeps no positions: the line that begins with the key. A second line of the same key is found by the check for duplicates.
fn line_of_key(source: &str, key: &str) -> usize {
    let stands_at = |line: &str| line.trim_start_matches('-').strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    source.lines().position(stands_at).map_or(0, |line| line + 1)
}

#[derive(Default)]
struct PatternReader {
    variables: Vec<String>,
    words: String,
    refused: Vec<&'static str>,
}

impl PatternReader {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(&value.replace('\n', " ")),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        self.words.push('{');
        if let InlineExpression::VariableReference { id } = selector {
            self.variable(id.name);
            self.words.push_str(id.name);
        } else {
            self.refused.push("a choice by something else than a variable");
        }
        for variant in variants {
            let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = &variant.key;
            self.words.push_str(if variant.default { " *" } else { " " });
            self.words.push_str(&format!("[{name}] "));
            self.pattern(&variant.value);
        }
        self.words.push('}');
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variable(id.name);
                self.words.push_str(&format!("{{{}}}", id.name));
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => self.words.push_str(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            // The bundle knows no functions, and words that are shared between messages read wrong in one of the languages.
            InlineExpression::FunctionReference { .. } => self.refused.push("a function"),
            InlineExpression::MessageReference { .. } => self.refused.push("another message"),
            InlineExpression::TermReference { .. } => self.refused.push("a term"),
        }
    }

    fn variable(&mut self, name: &str) {
        if !self.variables.iter().any(|known| known == name) {
            self.variables.push(name.to_owned());
        }
    }
}
