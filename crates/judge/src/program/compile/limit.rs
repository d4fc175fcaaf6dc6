//! Limits: a number that all must reach, or one by keys.

use std::collections::BTreeSet;

use phongtrao_rules::criteria::Limit;
use phongtrao_value::Decimal;

use super::{CompileError, Compiler};
use crate::program::node::{Ends, Node, NodeId, TableKey};
use crate::program::{Form, Number};

/// A table has at most so many places: a place has 16 bits.
const PLACES_MOST: usize = 1 << 16;

impl Compiler<'_> {
    /// Whether a number reaches a least value, or does not exceed a greatest.
    pub(super) fn limit(&mut self, of: NodeId, limit: &Limit, greatest: bool) -> Result<NodeId, CompileError> {
        let form = self.form(of);
        // "At most 5" is "not above 5"; of whole numbers, "not at least 6".
        let strict = greatest && form.is_exact();
        let reached = match limit {
            Limit::Fixed(limit) => {
                let limit = stored_limit(&form, *limit, greatest);
                self.verdict(Node::Reaches { of, limit, strict })
            }
            Limit::By { keys, cases, otherwise } => {
                let ends = |number: Decimal| {
                    let stored = stored_limit(&form, number, greatest);
                    (stored, stored)
                };
                let limit = self.by_keys(keys, cases, *otherwise, ends, open_limit(&form), form)?;
                self.verdict(Node::ReachesLimit { of, limit, strict })
            }
        };
        Ok(if greatest { self.negated(reached) } else { reached })
    }

    /// A node that finds what stands for the values of keys. Values that are not listed take `otherwise`, and without it they are `open`.
    pub(super) fn by_keys(
        &mut self,
        keys: &[String],
        cases: &[(Vec<String>, Decimal)],
        otherwise: Option<Decimal>,
        ends: impl Fn(Decimal) -> Ends,
        open: Ends,
        form: Form,
    ) -> Result<NodeId, CompileError> {
        let inputs = keys.iter().map(|key| self.key(key)).collect::<Result<Vec<_>, _>>()?;
        let mut coded = Vec::new();
        for (values, number) in cases {
            let codes: Vec<_> = inputs.iter().zip(values).map(|(&input, value)| self.code(input, value)).collect();
            coded.push((codes, ends(*number)));
        }
        let other = otherwise.map_or(open, &ends);
        let node = match inputs.as_slice() {
            &[input] => by_one_key(input, &coded, other),
            _ => by_several_keys(&inputs, &coded, other).ok_or(CompileError::TooMany)?,
        };
        Ok(self.amount(node, form))
    }
}

/// The codes of the values of a case, one for each key, and what stands for them. A value that its column never has is without a code.
type Coded = (Vec<Option<u16>>, Ends);

fn by_one_key(input: usize, cases: &[Coded], other: Ends) -> Node {
    let mut listed: Vec<(u16, Ends)> = Vec::new();
    let mut known = BTreeSet::new();
    for (codes, ends) in cases {
        // The first of two equal values counts.
        if let Some(&Some(code)) = codes.first()
            && known.insert(code)
        {
            listed.push((code, *ends));
        }
    }
    let missing = cases.iter().fold(other, |all, (_, ends)| widened(all, *ends));
    Node::Lookup { input, cases: listed, other, missing }
}

/// A table with a place for every combination of listed, other and missing values; `None` where it would have more places than a program holds.
fn by_several_keys(inputs: &[usize], cases: &[Coded], other: Ends) -> Option<Node> {
    let listed = |key: usize| cases.iter().filter_map(|(codes, _)| *codes.get(key)?).collect::<BTreeSet<u16>>();
    let keys: Vec<TableKey> =
        inputs.iter().enumerate().map(|(key, &input)| TableKey { input, listed: listed(key).into_iter().collect() }).collect();
    let size = keys.iter().try_fold(1_usize, |size, key| size.checked_mul(key.places()).filter(|&size| size <= PLACES_MOST))?;
    let mut ends = vec![other; size];
    let mut decided = vec![false; size];
    for (codes, of_case) in cases {
        for missing in 0..1_usize << keys.len() {
            let Some(place) = place(&keys, codes, missing) else { continue };
            if missing != 0 {
                ends[place] = widened(ends[place], *of_case);
            } else if !std::mem::replace(&mut decided[place], true) {
                ends[place] = *of_case;
            }
        }
    }
    Some(Node::Table { keys, ends })
}

/// The place of a case where the keys of these bits are missing; `None` where a value without a code would have to be known.
fn place(keys: &[TableKey], codes: &[Option<u16>], missing: usize) -> Option<usize> {
    keys.iter().zip(codes).enumerate().try_fold(0, |place, (bit, (key, code))| {
        let own = if missing >> bit & 1 == 1 { key.missing() } else { key.listed.binary_search(&(*code)?).ok()? };
        Some(place * key.places() + own)
    })
}

fn widened(all: Ends, more: Ends) -> Ends {
    (all.0.min(more.0), all.1.max(more.1))
}

/// A limit that every number may reach and none surely does.
fn open_limit(form: &Form) -> Ends {
    if form.is_exact() {
        return (Number::NEGATIVE_INFINITY, Number::INFINITY);
    }
    let above = form.store(form.most).plus(Number::whole(1));
    (form.store(form.least), above.unwrap_or(Number::INFINITY))
}

/// The least stored number that reaches a limit (or is above it), as far as it can matter: from the least of the form to one above its most.
pub(super) fn stored_limit(form: &Form, limit: Decimal, above: bool) -> Number {
    let limit = Number::from(limit);
    if form.is_exact() {
        return limit;
    }
    let Some((numerator, denominator)) = form.store(limit).parts() else { return limit };
    let reached = if above { numerator.div_euclid(denominator) + 1 } else { -(-numerator).div_euclid(denominator) };
    let (from, to) = open_limit(form);
    Number::whole(reached).clamp(from, to)
}
