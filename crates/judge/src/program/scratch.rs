//! Room for the values between the operations of a program, kept from batch to batch and shared by operations that are done.

use crate::kernels::{Lane, Word};

use super::node::{Node, NodeId};
use super::{Batch, Program};

/// Room for one thread that judges, of whichever program.
#[derive(Debug, Default)]
pub struct Scratch {
    slots: Vec<Slot>,
    /// Whether every node has a place of its own.
    apart: bool,
}

/// The values of one node.
#[derive(Debug, Default)]
pub(super) struct Slot {
    pub(super) least: Lane,
    pub(super) most: Lane,
    pub(super) holds: Holds,
}

/// Where the values of a node are.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// In `least`, and `most` is the same.
    #[default]
    Same,
    /// In `least` and `most`.
    Bounds,
    /// In the cells of an input.
    Cells(usize),
    /// In the cells of an input, some of them missing; whatever reads them knows what that means.
    Gaps(usize),
}

impl Scratch {
    /// Makes room; `apart`: so that the values of all nodes are there in the end.
    pub(super) fn prepare(&mut self, program: &Program, apart: bool) {
        self.apart = apart;
        let most = if apart { program.nodes.len() } else { program.places.iter().map(|&place| place + 1).max().unwrap_or(0) };
        self.slots.resize_with(most.max(self.slots.len()), Slot::default);
    }

    /// Whether the bounds of every node are asked for in the end.
    pub(super) fn keeps_all(&self) -> bool {
        self.apart
    }

    fn place(&self, program: &Program, node: NodeId) -> usize {
        if self.apart { node } else { program.places[node] }
    }

    /// Takes the slot of a node, to write it while others are read.
    pub(super) fn take(&mut self, program: &Program, node: NodeId) -> Slot {
        let place = self.place(program, node);
        std::mem::take(&mut self.slots[place])
    }

    pub(super) fn put(&mut self, program: &Program, node: NodeId, slot: Slot) {
        let place = self.place(program, node);
        self.slots[place] = slot;
    }

    /// Whether the values of a node are cells of which some are missing.
    pub(super) fn has_gaps(&self, program: &Program, node: NodeId) -> bool {
        matches!(self.slots[self.place(program, node)].holds, Holds::Gaps(_))
    }

    /// Least and most of a node; the same slice where they are equal.
    pub(super) fn bounds<'a, T: Word>(&'a self, program: &Program, batch: &'a Batch, node: NodeId) -> (&'a [T], &'a [T]) {
        let slot = &self.slots[self.place(program, node)];
        let least = slot.least.read(batch.rows());
        match slot.holds {
            Holds::Cells(input) | Holds::Gaps(input) => T::cells(&batch.cells(input)),
            Holds::Same => (least, least),
            Holds::Bounds => (least, slot.most.read(batch.rows())),
        }
    }
}

/// Places for the nodes that a result rests on: one becomes free after the last node that reads it.
pub(super) fn shared_places(nodes: &[Node], order: &[NodeId]) -> Vec<usize> {
    let mut last_read = vec![usize::MAX; nodes.len()];
    for &node in order {
        for operand in nodes[node].operands() {
            last_read[operand] = node;
        }
    }
    let mut places = vec![0; nodes.len()];
    let (mut free, mut used) = (Vec::new(), 0);
    for &node in order {
        places[node] = free.pop().unwrap_or_else(|| {
            used += 1;
            used - 1
        });
        let mut operands = nodes[node].operands();
        operands.sort_unstable();
        operands.dedup();
        free.extend(operands.into_iter().filter(|&operand| last_read[operand] == node).map(|operand| places[operand]));
    }
    places
}
