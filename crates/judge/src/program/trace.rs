//! Every value on the way to a verdict, for one row: what reasons are made of.

use crate::Verdict;

use super::node::{Kind, NodeId};
use super::{Batch, Form, Number, Program, Scratch, Width, evaluate};

/// The value of a part of a rule, and of the parts that it is made of.
///
/// The shape is the rule's: under *all*, *any*, *none* and *at least* their rules; under an amount its quantity; under a quantity its operands in their order
/// (of a total: parts, bonus, penalty; of points for a rule: the rule). Leaves have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The value.
    pub value: Value,
    /// The values of its parts.
    pub of: Vec<Trace>,
}

/// A verdict, or the bounds of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Of a test.
    Verdict(Verdict),
    /// Of a quantity.
    Amount {
        /// The least that it can be.
        least: Number,
        /// The greatest that it can be.
        most: Number,
    },
}

pub(super) fn trace(program: &Program, batch: &Batch, row: usize, scratch: &mut Scratch) -> Trace {
    scratch.prepare(program, true);
    let row = batch.slice(row..row.saturating_add(1));
    for node in 0..program.nodes.len() {
        evaluate::run(program, node, &row, scratch);
    }
    branch(program, &program.tree, &row, scratch)
}

fn branch(program: &Program, of: &super::Branch, row: &Batch, scratch: &Scratch) -> Trace {
    let value = match program.kinds[of.node] {
        Kind::Verdict => Value::Verdict(verdict(scratch.bounds::<u8>(program, row, of.node).0.first().copied())),
        Kind::Amount(form) => amount(program, of.node, row, scratch, form),
    };
    Trace { value, of: of.of.iter().map(|part| branch(program, part, row, scratch)).collect() }
}

fn verdict(byte: Option<u8>) -> Verdict {
    match byte {
        Some(0) => Verdict::NotMet,
        Some(2) => Verdict::Met,
        _ => Verdict::Unknown,
    }
}

fn amount(program: &Program, node: NodeId, row: &Batch, scratch: &Scratch, form: Form) -> Value {
    let ends = match form.width {
        Width::U8 => first::<u8>(scratch.bounds(program, row, node), form.scale),
        Width::U16 => first::<u16>(scratch.bounds(program, row, node), form.scale),
        Width::I32 => first::<i32>(scratch.bounds(program, row, node), form.scale),
        Width::I64 => first::<i64>(scratch.bounds(program, row, node), form.scale),
        Width::Exact => first::<Number>(scratch.bounds(program, row, node), 1),
    };
    let (least, most) = ends.unwrap_or((Number::NEGATIVE_INFINITY, Number::INFINITY));
    Value::Amount { least, most }
}

fn first<T: crate::kernels::Word>((least, most): (&[T], &[T]), scale: i128) -> Option<(Number, Number)> {
    Some((least.first()?.number(scale), most.first()?.number(scale)))
}
