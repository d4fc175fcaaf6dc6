//! Limits: a number that all must reach, or one by key.

use phongtrao_rules::criteria::Limit;
use phongtrao_value::Decimal;

use super::{CompileError, Compiler};
use crate::program::node::{Ends, Node, NodeId};
use crate::program::{Form, Number};

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
            Limit::By { key, cases, otherwise } => {
                let ends = |number: Decimal| {
                    let stored = stored_limit(&form, number, greatest);
                    (stored, stored)
                };
                let limit = self.by_key(key, cases, *otherwise, ends, open_limit(&form), form)?;
                self.verdict(Node::ReachesLimit { of, limit, strict })
            }
        };
        Ok(if greatest { self.negated(reached) } else { reached })
    }

    /// A node that finds what stands for a key. A value that is not listed takes `otherwise`, and without it it is `open`.
    pub(super) fn by_key(
        &mut self,
        key: &str,
        cases: &[(String, Decimal)],
        otherwise: Option<Decimal>,
        ends: impl Fn(Decimal) -> Ends,
        open: Ends,
        form: Form,
    ) -> Result<NodeId, CompileError> {
        let input = self.key(key)?;
        let mut listed: Vec<(u16, Ends)> = Vec::new();
        for (value, number) in cases {
            // The first of two equal values counts.
            if let Some(code) = self.code(input, value).filter(|code| listed.iter().all(|(other, _)| other != code)) {
                listed.push((code, ends(*number)));
            }
        }
        let other = otherwise.map_or(open, &ends);
        let all = || cases.iter().map(|&(_, number)| ends(number)).chain([other]);
        let missing = (all().map(|(low, _)| low).min().unwrap_or(open.0), all().map(|(_, high)| high).max().unwrap_or(open.1));
        Ok(self.amount(Node::Lookup { input, cases: listed, other, missing }, form))
    }
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
