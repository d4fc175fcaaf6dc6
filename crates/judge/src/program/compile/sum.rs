//! Sums of numbers times factors, brought to one scale.

use super::Compiler;
use crate::program::form::common_multiple;
use crate::program::node::{Node, NodeId};
use crate::program::{Form, Number};

impl Compiler<'_> {
    /// `constant + Σ number × factor`.
    pub(super) fn sum(&mut self, constant: Number, parts: Vec<(NodeId, Number)>) -> NodeId {
        let (least, most) = self.range_of_sum(constant, &parts);
        let form = match self.scale_of_sum(constant, &parts) {
            Some(scale) => Form::narrowest(least, most, scale),
            None => Form::exact(least, most),
        };
        if let [(only, factor)] = parts.as_slice()
            && *factor == Number::whole(1)
            && constant == Number::ZERO
            && self.form(*only) == form
        {
            return *only;
        }
        let stored = |number: Number, scale: i128| match number.times(Number::whole(form.scale)).zip(Number::fraction(1, scale)) {
            Some((number, per)) if !form.is_exact() => number.times(per).unwrap_or(number),
            _ => number,
        };
        let parts = parts.iter().map(|&(part, factor)| (part, stored(factor, self.form(part).scale))).collect();
        self.amount(Node::Sum { constant: stored(constant, 1), parts }, form)
    }

    /// Brings numbers to the form that holds all of them.
    pub(super) fn unified(&mut self, nodes: &[NodeId], with: Option<Number>) -> (Vec<NodeId>, Form) {
        let mut forms: Vec<_> = nodes.iter().map(|&node| self.form(node)).collect();
        forms.extend(with.map(|number| Form::narrowest(number, number, number.parts().map_or(1, |(_, denominator)| denominator))));
        let form = Form::common(&forms);
        let nodes = nodes.iter().map(|&node| self.converted(node, form)).collect();
        (nodes, form)
    }

    fn converted(&mut self, node: NodeId, to: Form) -> NodeId {
        let from = self.form(node);
        if (from.width, from.scale) == (to.width, to.scale) {
            return node;
        }
        let factor = if to.is_exact() { Some(Number::whole(1)) } else { Number::fraction(to.scale, from.scale) };
        let parts = vec![(node, factor.unwrap_or(Number::whole(1)))];
        let form = Form { least: from.least, most: from.most, ..to };
        self.amount(Node::Sum { constant: Number::ZERO, parts }, form)
    }

    fn range_of_sum(&self, constant: Number, parts: &[(NodeId, Number)]) -> (Number, Number) {
        let mut range = (constant, constant);
        for &(part, factor) in parts {
            let form = self.form(part);
            let (from, to) = if factor < Number::ZERO { (form.most, form.least) } else { (form.least, form.most) };
            range.0 = from.times(factor).and_then(|from| range.0.plus(from)).unwrap_or(Number::NEGATIVE_INFINITY);
            range.1 = to.times(factor).and_then(|to| range.1.plus(to)).unwrap_or(Number::INFINITY);
        }
        range
    }

    /// The least scale at which everything is whole; `None` where a part is exact.
    fn scale_of_sum(&self, constant: Number, parts: &[(NodeId, Number)]) -> Option<i128> {
        let mut scale = constant.parts()?.1;
        for &(part, factor) in parts {
            let form = self.form(part);
            let step = factor.times(Number::fraction(1, form.scale)?)?.parts()?.1;
            scale = if form.is_exact() { None } else { common_multiple(scale, step) }?;
        }
        Some(scale)
    }
}
