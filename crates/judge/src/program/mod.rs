//! The one evaluator: a rule becomes a program over columns.
//!
//! The leaves of the rule are the program's [inputs](Program::inputs), everything above them are operations that run over a [`Batch`] of rows at a time. The same
//! program judges one person ([`Program::trace`] says every value on the way) and tens of millions ([`crate::population`]). Every number is exact:
//! decimals are scaled up to whole numbers of the narrowest width that the static range allows, and what has no such width is a fraction of 128 bits.

mod compile;
mod evaluate;
mod form;
mod input;
mod node;
mod number;
mod scratch;
mod trace;

use phongtrao_rules::criteria::Rule;

pub use compile::CompileError;
pub use input::{Batch, BatchError, Catalogue, CellForm, Cells, Input, Leaf, Shape, Unshaped};
pub use node::{Form, Width};
pub use number::Number;
pub use scratch::Scratch;
pub use trace::{Trace, Value};

use compile::{Branch, Compiler};
use node::{Kind, Node, NodeId};

/// A rule, compiled.
#[derive(Debug, Clone)]
pub struct Program {
    inputs: Vec<Input>,
    nodes: Vec<Node>,
    kinds: Vec<Kind>,
    /// The nodes that the result rests on, each after its operands.
    order: Vec<NodeId>,
    /// The slot of each of them.
    places: Vec<usize>,
    /// Of each node whether all that read it can read a column with gaps.
    gaps: Vec<bool>,
    tree: Branch,
}

impl Program {
    /// Compiles a rule whose facts are handed in as verdicts, exact bounds and codes.
    ///
    /// # Errors
    ///
    /// Where the rule cannot be judged, whatever the facts.
    pub fn compile(rule: &Rule) -> Result<Program, CompileError> {
        Program::compile_for(rule, &Unshaped)
    }

    /// Compiles a rule for columns whose shape is known, as narrow as they are.
    ///
    /// # Errors
    ///
    /// Where the rule cannot be judged, whatever the facts.
    pub fn compile_for(rule: &Rule, catalogue: &dyn Catalogue) -> Result<Program, CompileError> {
        let mut compiler = Compiler::new(catalogue);
        let tree = compiler.rule(rule)?;
        let order = needed(&compiler.nodes, tree.node);
        let gaps = readable_with_gaps(&compiler.nodes, &compiler.kinds);
        let places = scratch::shared_places(&compiler.nodes, &order);
        Ok(Program { inputs: compiler.inputs, nodes: compiler.nodes, kinds: compiler.kinds, order, places, gaps, tree })
    }

    /// The leaves, each once, in the order in which a batch brings their columns.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Judges the rows of a batch: 0 not met, 1 unknown, 2 met, valid until the scratch is used again.
    pub fn evaluate<'s>(&self, batch: &'s Batch, scratch: &'s mut Scratch) -> &'s [u8] {
        scratch.prepare(self, false);
        for &node in &self.order {
            evaluate::run(self, node, batch, scratch);
        }
        scratch.bounds::<u8>(self, batch, self.tree.node).0
    }

    /// Judges one row of a batch and says the value of every part of the rule, in the rule's shape.
    pub fn trace(&self, batch: &Batch, row: usize, scratch: &mut Scratch) -> Trace {
        trace::trace(self, batch, row, scratch)
    }
}

/// The nodes that a node rests on, and itself, in their order.
fn needed(nodes: &[Node], of: NodeId) -> Vec<NodeId> {
    let mut needed = vec![false; nodes.len()];
    needed[of] = true;
    // Operands stand before what reads them, so that one pass from the end finds all.
    for (node, operation) in nodes.iter().enumerate().rev() {
        if needed[node] {
            for operand in operation.operands() {
                needed[operand] = true;
            }
        }
    }
    (0..nodes.len()).filter(|&node| needed[node]).collect()
}

/// Which numbers are read only by operations that know what a gap in a column means; they need not be split into their bounds first.
fn readable_with_gaps(nodes: &[Node], kinds: &[Kind]) -> Vec<bool> {
    let mut readable: Vec<_> = nodes.iter().map(|node| matches!(node, Node::Amount { .. })).collect();
    for (operation, kind) in nodes.iter().zip(kinds) {
        match operation {
            Node::Reaches { .. } => {}
            Node::ReachesLimit { limit, .. } => readable[*limit] = false,
            Node::Sum { parts, .. } if !is_exact(kind) => {
                parts.iter().filter(|(_, factor)| *factor != Number::whole(1)).for_each(|&(part, _)| readable[part] = false);
            }
            Node::Extreme { greatest: false, .. } => {}
            _ => operation.operands().into_iter().for_each(|operand| readable[operand] = false),
        }
    }
    readable
}

fn is_exact(kind: &Kind) -> bool {
    matches!(kind, Kind::Amount(form) if form.width == Width::Exact)
}
