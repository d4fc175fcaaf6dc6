//! From a rule to a program: leaves become inputs, equal parts are made once, and ranges choose widths.

mod limit;
mod quantity;
mod sum;

use std::collections::BTreeMap;

use phongtrao_diagnostic::Text;
use phongtrao_rules::criteria::{Fact, Rule, Test};

use super::node::{Kind, Node, NodeId};
use super::{Catalogue, CellForm, Form, Input, Leaf, Number, Shape, Width};
use crate::texts;

/// Deeper than any rule that people write; keeps recursion within the stack.
const DEPTH_MOST: usize = 200;
/// As many as a byte can count.
const COUNTED_MOST: usize = 254;

/// Why a rule cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompileError {
    /// Rules stand within rules too deeply.
    TooDeep,
    /// More than 254 parts are counted at once, or the cases of a limit by several keys have more than 65,536 combinations.
    TooMany,
    /// A mean, a least or a greatest of nothing.
    OfNothing,
    /// Bands do not rise by their first value.
    BandsNotRising,
    /// A target of a ratio is not above zero.
    TargetNotPositive,
    /// A column has not the shape that the rule needs: a number where a key stands, or the other way round.
    Shape(Leaf),
}

impl CompileError {
    /// What a person reads.
    pub fn words(&self) -> Text {
        match self {
            CompileError::TooDeep => texts::compile_too_deep(),
            CompileError::TooMany => texts::compile_too_many(),
            CompileError::OfNothing => texts::compile_of_nothing(),
            CompileError::BandsNotRising => texts::compile_bands(),
            CompileError::TargetNotPositive => texts::compile_target(),
            CompileError::Shape(leaf) => texts::compile_shape(leaf.name()),
        }
    }
}

/// A part of a rule with its node, in the shape of the rule: for reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    pub(crate) node: NodeId,
    pub(crate) of: Vec<Branch>,
}

impl Branch {
    pub(super) fn leaf(node: NodeId) -> Branch {
        Branch { node, of: Vec::new() }
    }
}

/// What was compiled so far.
pub(super) struct Compiler<'c> {
    catalogue: &'c dyn Catalogue,
    pub(super) inputs: Vec<Input>,
    pub(super) nodes: Vec<Node>,
    pub(super) kinds: Vec<Kind>,
    known: BTreeMap<Node, NodeId>,
    depth: usize,
}

impl<'c> Compiler<'c> {
    pub(super) fn new(catalogue: &'c dyn Catalogue) -> Compiler<'c> {
        Compiler { catalogue, inputs: Vec::new(), nodes: Vec::new(), kinds: Vec::new(), known: BTreeMap::new(), depth: 0 }
    }

    pub(super) fn rule(&mut self, rule: &Rule) -> Result<Branch, CompileError> {
        self.deeper(|compiler| compiler.test(&rule.test))
    }

    fn deeper<T>(&mut self, compile: impl FnOnce(&mut Self) -> Result<T, CompileError>) -> Result<T, CompileError> {
        if self.depth == DEPTH_MOST {
            return Err(CompileError::TooDeep);
        }
        self.depth += 1;
        let compiled = compile(self);
        self.depth -= 1;
        compiled
    }

    fn test(&mut self, test: &Test) -> Result<Branch, CompileError> {
        match test {
            Test::All(rules) => self.combined(rules, Node::All),
            Test::Any(rules) => self.combined(rules, Node::Any),
            Test::None(rules) => {
                let any = self.combined(rules, Node::Any)?;
                Ok(Branch { node: self.negated(any.node), of: any.of })
            }
            Test::AtLeast { least, of } => self.at_least(*least, of),
            Test::Amount { of, min, max } => {
                let amount = self.quantity(of)?;
                let limits = [(min, false), (max, true)];
                let limits = limits.into_iter().filter_map(|(limit, greatest)| Some(self.limit(amount.node, limit.as_ref()?, greatest)));
                let tests = limits.collect::<Result<Vec<_>, _>>()?;
                Ok(Branch { node: self.all(tests), of: vec![amount] })
            }
            Test::Fact(fact) => self.fact(fact).map(Branch::leaf),
        }
    }

    fn rules(&mut self, rules: &[Rule]) -> Result<Vec<Branch>, CompileError> {
        rules.iter().map(|rule| self.rule(rule)).collect()
    }

    fn combined(&mut self, rules: &[Rule], combine: fn(Vec<NodeId>) -> Node) -> Result<Branch, CompileError> {
        let of = self.rules(rules)?;
        let nodes: Vec<_> = of.iter().map(|branch| branch.node).collect();
        let node = match (nodes.as_slice(), combine(Vec::new())) {
            (&[only], _) => only,
            (&[], Node::Any(_)) => self.verdict(Node::Always(0)),
            (&[], _) => self.verdict(Node::Always(2)),
            _ => self.verdict(combine(nodes)),
        };
        Ok(Branch { node, of })
    }

    fn all(&mut self, tests: Vec<NodeId>) -> NodeId {
        match tests.as_slice() {
            [] => self.verdict(Node::Always(2)),
            [only] => *only,
            _ => self.verdict(Node::All(tests)),
        }
    }

    fn at_least(&mut self, least: u32, rules: &[Rule]) -> Result<Branch, CompileError> {
        if rules.len() > COUNTED_MOST {
            return Err(CompileError::TooMany);
        }
        let of = self.rules(rules)?;
        let nodes: Vec<_> = of.iter().map(|branch| branch.node).collect();
        let node = match u8::try_from(least) {
            Ok(0) => Node::Always(2),
            Ok(least) if usize::from(least) <= nodes.len() => Node::AtLeast { least, of: nodes },
            _ => Node::Always(0),
        };
        Ok(Branch { node: self.verdict(node), of })
    }

    pub(super) fn negated(&mut self, node: NodeId) -> NodeId {
        match self.nodes[node] {
            Node::Not(of) => of,
            _ => self.verdict(Node::Not(node)),
        }
    }

    fn fact(&mut self, fact: &Fact) -> Result<NodeId, CompileError> {
        if let Fact::Attribute { of, values } = fact {
            let mut codes = Vec::new();
            let input = self.key(of)?;
            for value in values {
                codes.extend(self.code(input, value));
            }
            codes.sort_unstable();
            codes.dedup();
            return Ok(self.verdict(Node::KeyIsOneOf { input, codes }));
        }
        let leaf = Leaf::Fact(fact.clone());
        let cells = match self.catalogue.shape(&leaf) {
            None => CellForm::Verdicts,
            Some(Shape::Flags) => CellForm::Flags,
            Some(_) => return Err(CompileError::Shape(leaf)),
        };
        let flags = cells == CellForm::Flags;
        let input = self.input(leaf, cells);
        Ok(self.verdict(if flags { Node::Flags { input } } else { Node::Fact { input } }))
    }

    /// The input of a key.
    pub(super) fn key(&mut self, name: &str) -> Result<usize, CompileError> {
        let leaf = Leaf::Key(name.to_owned());
        let (values, width) = match self.catalogue.shape(&leaf) {
            None => (Vec::new(), Width::U16),
            Some(Shape::Codes { values, width: width @ (Width::U8 | Width::U16) }) => (values, width),
            Some(_) => return Err(CompileError::Shape(leaf)),
        };
        Ok(self.input(leaf, CellForm::Codes { values, width }))
    }

    /// The code of a value; values that a column is known not to have get none.
    pub(super) fn code(&mut self, input: usize, value: &str) -> Option<u16> {
        let open = self.catalogue.shape(&self.inputs[input].leaf).is_none();
        let CellForm::Codes { values, .. } = &mut self.inputs[input].cells else { return None };
        let place = values.iter().position(|other| other == value);
        let place = place.or_else(|| {
            open.then(|| {
                values.push(value.to_owned());
                values.len() - 1
            })
        })?;
        // The greatest code stands for a missing key.
        u16::try_from(place).ok().filter(|&code| code < u16::MAX)
    }

    pub(super) fn input(&mut self, leaf: Leaf, cells: CellForm) -> usize {
        if let Some(place) = self.inputs.iter().position(|input| input.leaf == leaf) {
            return place;
        }
        self.inputs.push(Input { leaf, cells });
        self.inputs.len() - 1
    }

    pub(super) fn verdict(&mut self, node: Node) -> NodeId {
        self.add(node, Kind::Verdict)
    }

    pub(super) fn amount(&mut self, node: Node, form: Form) -> NodeId {
        self.add(node, Kind::Amount(form))
    }

    /// The node that is equal and of the same form, else a new one.
    fn add(&mut self, node: Node, kind: Kind) -> NodeId {
        if let Some(&known) = self.known.get(&node)
            && self.kinds[known] == kind
        {
            return known;
        }
        self.known.insert(node.clone(), self.nodes.len());
        self.nodes.push(node);
        self.kinds.push(kind);
        self.nodes.len() - 1
    }

    /// The form of a number; verdicts have none, and are never asked for one.
    pub(super) fn form(&self, node: NodeId) -> Form {
        match self.kinds[node] {
            Kind::Amount(form) => form,
            Kind::Verdict => Form::any(),
        }
    }

    pub(super) fn constant(&mut self, number: Number) -> NodeId {
        let scale = number.parts().map_or(1, |(_, denominator)| denominator);
        let form = Form::narrowest(number, number, scale);
        self.amount(Node::Constant(form.store(number)), form)
    }
}
