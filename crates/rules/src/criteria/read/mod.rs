//! From the tree of a file to a rule. It never fails: what can't be read is a finding at its place.

mod checks;
mod keys;
mod limit;
mod quantity;
mod test;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};

use crate::texts;

use super::{Naming, Node, Quantity, Reference, Rule};
pub(super) use quantity::everybody;

/// Tests within tests: nobody reads a criterion that is deeper.
const MOST_DEPTH: usize = 24;

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// The rule or number; none where a part of it can't be read, for half a criterion is another criterion.
    pub value: Option<T>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The names that it uses.
    pub references: Vec<Reference>,
}

/// The rule of a table. `owner` is the id of the criterion that it stands in, where there is one: what is attested without a name is attested of it.
pub fn read_rule(node: &Node, owner: Option<&str>) -> Reading<Rule> {
    let mut reader = Reader::new(owner);
    let value = reader.rule(node, Place::Outermost).ok();
    reader.reading(value)
}

/// The number of a table, or a plain number.
pub fn read_quantity(node: &Node) -> Reading<Quantity> {
    let mut reader = Reader::new(None);
    let value = reader.quantity(node).ok();
    reader.reading(value)
}

/// Something could not be read; the finding has been written down.
#[derive(Debug, Clone, Copy)]
struct Faulty;

type Read<T> = Result<T, Faulty>;

/// Where a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The criterion itself: it may only measure, without a limit.
    Outermost,
    /// Within another: without a limit it would say nothing.
    Within,
}

struct Reader {
    findings: Vec<Finding>,
    references: Vec<Reference>,
    owner: Option<String>,
    depth: usize,
}

impl Reader {
    fn new(owner: Option<&str>) -> Reader {
        Reader { findings: Vec::new(), references: Vec::new(), owner: owner.map(str::to_owned), depth: 0 }
    }

    fn reading<T>(self, value: Option<T>) -> Reading<T> {
        Reading { value, findings: self.findings, references: self.references }
    }

    /// Writes a fault down.
    fn fault<T>(&mut self, code: &'static str, span: Span, message: Text, help: Text) -> Read<T> {
        self.findings.push(Finding::new(code, Severity::Error, message).help(help).at(span));
        Err(Faulty)
    }

    /// Goes one level down, as far as a criterion may go.
    fn deeper<T>(&mut self, span: Span, read: impl FnOnce(&mut Reader) -> Read<T>) -> Read<T> {
        if self.depth >= MOST_DEPTH {
            return self.fault("rule-too-deep", span, texts::rule_too_deep(MOST_DEPTH), texts::rule_too_deep_help());
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// Keeps a name for whoever knows the names.
    fn refers(&mut self, naming: Naming, name: &str, within: Option<&str>, span: Span) {
        self.references.push(Reference { naming, name: name.to_owned(), within: within.map(str::to_owned), span });
    }
}
