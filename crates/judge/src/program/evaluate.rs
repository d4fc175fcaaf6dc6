//! Runs one operation over a batch.

use crate::kernels::{self, Cases, Integer, KeyColumn, Truncate, Word};

use super::node::{Ends, Kind, Node, NodeId, TableKey};
use super::scratch::{Holds, Scratch, Slot};
use super::{Batch, Cells, Form, Number, Program, Width};

/// Runs a body with the type of a width; an exact number has its own way.
macro_rules! with_integer {
    ($width:expr, $word:ident => $body:expr, $exact:expr) => {
        match $width {
            Width::U8 => {
                type $word = u8;
                $body
            }
            Width::U16 => {
                type $word = u16;
                $body
            }
            Width::I32 => {
                type $word = i32;
                $body
            }
            Width::I64 => {
                type $word = i64;
                $body
            }
            Width::Exact => $exact,
        }
    };
}

/// The same with exact numbers among the types.
macro_rules! with_word {
    ($width:expr, $word:ident => $body:expr) => {
        with_integer!($width, $word => $body, {
            type $word = Number;
            $body
        })
    };
}

/// A node's operands and its room.
struct Run<'a> {
    program: &'a Program,
    batch: &'a Batch<'a>,
    scratch: &'a Scratch,
    rows: usize,
}

pub(super) fn run(program: &Program, node: NodeId, batch: &Batch, scratch: &mut Scratch) {
    let mut slot = scratch.take(program, node);
    slot.holds = Holds::Same;
    let run = Run { program, batch, scratch, rows: batch.rows() };
    match program.kinds[node] {
        Kind::Verdict => run.verdict(&program.nodes[node], &mut slot),
        Kind::Amount(form) => run.amount(node, form, &mut slot),
    }
    scratch.put(program, node, slot);
}

impl Run<'_> {
    fn verdict(&self, node: &Node, slot: &mut Slot) {
        let out = slot.least.room::<u8>(self.rows);
        match node {
            Node::Always(verdict) => out.fill(*verdict),
            Node::Fact { input } => slot.holds = Holds::Cells(*input),
            Node::Flags { input } => kernels::flags(u8::cells(&self.batch.cells(*input)).0, out),
            Node::KeyIsOneOf { input, codes } => {
                let cases = Cases { listed: codes.iter().map(|&code| (code, 2)).collect(), other: 0, missing: 1 };
                self.look_up(*input, &cases, out);
            }
            Node::All(of) => self.folded(of, kernels::least_of, out),
            Node::Any(of) => self.folded(of, kernels::greatest_of, out),
            Node::Not(of) => kernels::complement(self.verdicts(*of), out),
            Node::AtLeast { least, of } => {
                let met = slot.most.room::<u8>(self.rows);
                met.fill(0);
                out.fill(0);
                of.iter().for_each(|&verdicts| kernels::count(self.verdicts(verdicts), met, out));
                kernels::at_least(met, *least, out);
            }
            Node::Reaches { of, limit, strict } => with_word!(self.width(*of), T => {
                let (least, most) = self.bounds::<T>(*of);
                match T::stored(*limit) {
                    Some(limit) if self.has_gaps(*of) => self.reaches_with_gaps(*of, limit.number(1), out),
                    Some(limit) => kernels::reaches(least, most, limit, *strict, out),
                    None => out.fill(1),
                }
            }),
            Node::ReachesLimit { of, limit, strict } => with_integer!(self.width(*of), T => {
                let limit = self.bounds::<T>(*limit);
                if self.has_gaps(*of) {
                    kernels::reaches_limit_in_column(self.bounds::<T>(*of).0, self.range::<T>(*of), limit, out);
                } else {
                    kernels::reaches_limit(self.bounds::<T>(*of), limit, *strict, out);
                }
            }, kernels::reaches_limit(self.bounds::<Number>(*of), self.bounds::<Number>(*limit), *strict, out)),
            // The others are numbers.
            _ => out.fill(1),
        }
    }

    fn folded(&self, of: &[NodeId], fold: fn(&[u8], &mut [u8]), out: &mut [u8]) {
        let Some((&first, others)) = of.split_first() else { return };
        out.copy_from_slice(self.verdicts(first));
        for &other in others {
            fold(self.verdicts(other), out);
        }
    }

    fn amount(&self, node: NodeId, form: Form, slot: &mut Slot) {
        match &self.program.nodes[node] {
            Node::Amount { input } => {
                with_integer!(form.width, T => self.cells::<T>(node, *input, slot), slot.holds = Holds::Cells(*input))
            }
            Node::Constant(number) => with_word!(form.width, T => {
                slot.least.room::<T>(self.rows).fill(T::stored(*number).unwrap_or(T::FILLER));
            }),
            Node::Sum { constant, parts } => {
                with_integer!(form.width, T => self.sum::<T>(*constant, parts, slot), self.exact_sum(*constant, parts, slot))
            }
            Node::Extreme { greatest, of, with } => self.extreme(*greatest, of, *with, form, slot),
            Node::Bands { of, bands } => {
                with_word!(self.width(*of), S => with_word!(form.width, T => self.bands::<S, T>(*of, bands, slot)))
            }
            Node::Points { of, points } => with_word!(form.width, T => self.points::<T>(*of, *points, slot)),
            Node::Run(of) => self.run(of, slot),
            Node::Lookup { input, cases, other, missing } => {
                with_word!(form.width, T => self.ends::<T>(*input, cases, *other, *missing, slot))
            }
            Node::Table { keys, ends } => with_word!(form.width, T => self.table::<T>(keys, ends, slot)),
            Node::Product(left, right) => self.product(*left, *right, slot),
            // The others are verdicts.
            _ => {}
        }
    }

    fn reaches_with_gaps(&self, of: NodeId, limit: Number, out: &mut [u8]) {
        with_integer!(self.width(of), T => {
            let (Some(limit), (least, most)) = (T::stored(limit), self.range::<T>(of)) else { return };
            let missing = u8::from(least >= limit) + u8::from(most >= limit);
            kernels::reaches_in_column(self.bounds::<T>(of).0, missing, limit, out);
        }, {});
    }

    fn cells<T: Integer>(&self, node: NodeId, input: usize, slot: &mut Slot) {
        let column = T::cells(&self.batch.cells(input)).0;
        slot.holds = match (kernels::has_gaps(column), self.program.gaps[node] && !self.scratch.keeps_all()) {
            (false, _) => Holds::Cells(input),
            (true, true) => Holds::Gaps(input),
            (true, false) => {
                kernels::unmask(column, self.range::<T>(node), slot.least.room(self.rows), slot.most.room(self.rows));
                Holds::Bounds
            }
        };
    }

    fn sum<T: Integer>(&self, constant: Number, parts: &[(NodeId, Number)], slot: &mut Slot)
    where
        u8: Truncate<T>,
        u16: Truncate<T>,
        i32: Truncate<T>,
        i64: Truncate<T>,
    {
        let whole = |number: Number| T::lowest_bits(number.parts().map_or(0, |(whole, _)| whole));
        let same = parts.iter().all(|&(part, _)| with_word!(self.width(part), S => self.is_same::<S>(part)));
        let (least, most) = (slot.least.room::<T>(self.rows), slot.most.room::<T>(self.rows));
        least.fill(whole(constant));
        if !same {
            most.fill(whole(constant));
        }
        for &(part, factor) in parts {
            with_integer!(self.width(part), S => {
                let (from, to) = self.bounds::<S>(part);
                let (from, to) = if factor < Number::ZERO { (to, from) } else { (from, to) };
                if self.has_gaps(part) {
                    kernels::add_column(from, self.range::<S>(part), least, most);
                } else {
                    kernels::add_times(from, whole(factor), least);
                    if !same {
                        kernels::add_times(to, whole(factor), most);
                    }
                }
            }, {});
        }
        slot.holds = if same { Holds::Same } else { Holds::Bounds };
    }

    fn exact_sum(&self, constant: Number, parts: &[(NodeId, Number)], slot: &mut Slot) {
        slot.holds = Holds::Bounds;
        let (least, most) = (slot.least.room::<Number>(self.rows), slot.most.room::<Number>(self.rows));
        least.fill(constant);
        most.fill(constant);
        for &(part, factor) in parts {
            let scale = self.scale(part);
            with_word!(self.width(part), S => {
                let (from, to) = self.bounds::<S>(part);
                let (from, to) = if factor < Number::ZERO { (to, from) } else { (from, to) };
                for (row, (from, to)) in from.iter().zip(to).enumerate() {
                    let added = |sum: Number, end: Number| end.times(factor).and_then(|end| sum.plus(end));
                    least[row] = added(least[row], from.number(scale)).unwrap_or(Number::NEGATIVE_INFINITY);
                    most[row] = added(most[row], to.number(scale)).unwrap_or(Number::INFINITY);
                }
            });
        }
    }

    fn extreme(&self, greatest: bool, of: &[NodeId], with: Option<Number>, form: Form, slot: &mut Slot) {
        if of.iter().any(|&node| self.has_gaps(node)) {
            with_integer!(form.width, T => self.least_with_gaps::<T>(of, with, slot), {});
        } else {
            with_word!(form.width, T => self.extreme_of_bounds::<T>(greatest, of, with, slot));
        }
    }

    fn least_with_gaps<T: Integer>(&self, of: &[NodeId], with: Option<Number>, slot: &mut Slot) {
        let (least, most) = (slot.least.room::<T>(self.rows), slot.most.room::<T>(self.rows));
        let from = with.and_then(T::stored).unwrap_or(T::MISSING);
        least.fill(from);
        most.fill(from);
        for &node in of {
            let (low, high) = self.bounds::<T>(node);
            if self.has_gaps(node) {
                kernels::least_of_column(low, self.range::<T>(node), least, most);
            } else {
                kernels::least_of(low, least);
                kernels::least_of(high, most);
            }
        }
        slot.holds = Holds::Bounds;
    }

    fn extreme_of_bounds<T: Word>(&self, greatest: bool, of: &[NodeId], with: Option<Number>, slot: &mut Slot) {
        let fold = if greatest { kernels::greatest_of::<T> } else { kernels::least_of::<T> };
        let same = of.iter().all(|&node| self.is_same::<T>(node));
        let ends: &[bool] = if same { &[false] } else { &[false, true] };
        for &most in ends {
            let out = if most { slot.most.room::<T>(self.rows) } else { slot.least.room::<T>(self.rows) };
            let values = |node: NodeId| if most { self.bounds::<T>(node).1 } else { self.bounds::<T>(node).0 };
            let Some((&first, others)) = of.split_first() else { continue };
            out.copy_from_slice(values(first));
            for &other in others {
                fold(values(other), out);
            }
            if let Some(with) = with.and_then(T::stored) {
                out.iter_mut().for_each(|value| *value = if greatest { (*value).max(with) } else { (*value).min(with) });
            }
        }
        slot.holds = if same { Holds::Same } else { Holds::Bounds };
    }

    fn bands<S: Word, T: Word>(&self, of: NodeId, bands: &[(Number, Number)], slot: &mut Slot) {
        let bands: Vec<_> = bands.iter().filter_map(|&(from, points)| Some((S::stored(from)?, T::stored(points)?))).collect();
        let out = (slot.least.room::<T>(self.rows), slot.most.room::<T>(self.rows));
        kernels::bands(self.bounds::<S>(of), &bands, T::stored(Number::ZERO).unwrap_or(T::FILLER), out);
        slot.holds = if self.is_same::<S>(of) { Holds::Same } else { Holds::Bounds };
    }

    fn points<T: Word>(&self, of: NodeId, points: Number, slot: &mut Slot) {
        let (Some(value), Some(none)) = (T::stored(points), T::stored(Number::ZERO)) else { return };
        // Points taken off are the lesser end where the verdict is unknown.
        let (at_least, at_most) = if points < Number::ZERO { (1, 2) } else { (2, 1) };
        let verdicts = self.verdicts(of);
        kernels::points(verdicts, at_least, value, none, slot.least.room(self.rows));
        if kernels::has_unknown(verdicts) {
            kernels::points(verdicts, at_most, value, none, slot.most.room(self.rows));
            slot.holds = Holds::Bounds;
        }
    }

    fn run(&self, of: &[NodeId], slot: &mut Slot) {
        let columns: Vec<_> = of.iter().map(|&node| self.verdicts(node)).collect();
        kernels::run_longest(&columns, 2, slot.least.room(self.rows));
        if columns.iter().any(|verdicts| kernels::has_unknown(verdicts)) {
            kernels::run_longest(&columns, 1, slot.most.room(self.rows));
            slot.holds = Holds::Bounds;
        }
    }

    fn ends<T: Word>(&self, input: usize, cases: &[(u16, Ends)], other: Ends, missing: Ends, slot: &mut Slot) {
        let end = |end: fn(&Ends) -> Number| {
            let stored = |ends: &Ends| T::stored(end(ends)).unwrap_or(T::FILLER);
            Cases {
                listed: cases.iter().map(|(code, ends)| (*code, stored(ends))).collect(),
                other: stored(&other),
                missing: stored(&missing),
            }
        };
        self.look_up(input, &end(|ends| ends.0), slot.least.room::<T>(self.rows));
        if cases.iter().map(|(_, ends)| ends).chain([&other, &missing]).any(|(low, high)| low != high) {
            self.look_up(input, &end(|ends| ends.1), slot.most.room::<T>(self.rows));
            slot.holds = Holds::Bounds;
        }
    }

    fn table<T: Word>(&self, keys: &[TableKey], ends: &[Ends], slot: &mut Slot) {
        let stored = |end: Number| T::stored(end).unwrap_or(T::FILLER);
        let low = ends.iter().map(|&(low, _)| stored(low)).collect();
        let high = ends.iter().map(|&(_, high)| stored(high)).collect();
        let mut step = 1;
        let mut columns = Vec::new();
        for key in keys.iter().rev() {
            let place = |place: usize| u16::try_from(place * step).unwrap_or(u16::MAX);
            let places = Cases {
                listed: key.listed.iter().enumerate().map(|(own, &code)| (code, place(own))).collect(),
                other: place(key.other()),
                missing: place(key.missing()),
            };
            columns.push(KeyColumn::new(self.batch.cells(key.input), &places));
            step *= key.places();
        }
        let differ = kernels::look_up_several(&columns, low, high, slot.least.room(self.rows), slot.most.room(self.rows));
        slot.holds = if differ { Holds::Bounds } else { Holds::Same };
    }

    fn product(&self, left: NodeId, right: NodeId, slot: &mut Slot) {
        slot.holds = Holds::Bounds;
        let (left, right) = (self.bounds::<Number>(left), self.bounds::<Number>(right));
        let (least, most) = (slot.least.room::<Number>(self.rows), slot.most.room::<Number>(self.rows));
        let rows = left.0.iter().zip(left.1).zip(right.0.iter().zip(right.1)).zip(least.iter_mut().zip(most));
        for (((&from, &to), (&low, &high)), (least, most)) in rows {
            let ends = [from.times(low), from.times(high), to.times(low), to.times(high)];
            *least = ends.iter().map(|end| end.unwrap_or(Number::NEGATIVE_INFINITY)).min().unwrap_or(Number::NEGATIVE_INFINITY);
            *most = ends.iter().map(|end| end.unwrap_or(Number::INFINITY)).max().unwrap_or(Number::INFINITY);
        }
    }

    fn look_up<T: Word>(&self, input: usize, cases: &Cases<T>, out: &mut [T]) {
        match self.batch.cells(input) {
            Cells::Bytes(keys) => kernels::look_up(keys, cases, out),
            Cells::Shorts(keys) => kernels::look_up(keys, cases, out),
            // A batch is made only of cells that fit.
            _ => out.fill(cases.missing),
        }
    }

    fn verdicts(&self, node: NodeId) -> &[u8] {
        self.bounds::<u8>(node).0
    }

    fn bounds<T: Word>(&self, node: NodeId) -> (&[T], &[T]) {
        self.scratch.bounds(self.program, self.batch, node)
    }

    fn is_same<T: Word>(&self, node: NodeId) -> bool {
        let (least, most) = self.bounds::<T>(node);
        std::ptr::eq(least, most) && !self.has_gaps(node)
    }

    fn has_gaps(&self, node: NodeId) -> bool {
        self.scratch.has_gaps(self.program, node)
    }

    /// Between which values those of a column lie.
    fn range<T: Integer>(&self, node: NodeId) -> (T, T) {
        let form = self.form(node);
        T::stored(form.store(form.least)).zip(T::stored(form.store(form.most))).unwrap_or((T::FILLER, T::FILLER))
    }

    fn form(&self, node: NodeId) -> Form {
        match self.program.kinds[node] {
            Kind::Amount(form) => form,
            Kind::Verdict => Form::any(),
        }
    }

    fn width(&self, node: NodeId) -> Width {
        self.form(node).width
    }

    fn scale(&self, node: NodeId) -> i128 {
        self.form(node).scale
    }
}
