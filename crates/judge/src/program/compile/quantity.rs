//! Quantities: leaves become inputs, everything else arithmetic.

use phongtrao_rules::criteria::{Band, Limit, Part, Quantity};
use phongtrao_value::Decimal;

use super::{Branch, COUNTED_MOST, CompileError, Compiler};
use crate::program::node::{Node, NodeId};
use crate::program::{CellForm, Form, Leaf, Number, Shape};

const ONE: Number = Number::whole(1);

impl Compiler<'_> {
    pub(super) fn quantity(&mut self, quantity: &Quantity) -> Result<Branch, CompileError> {
        self.deeper(|compiler| compiler.quantity_within_depth(quantity))
    }

    fn quantity_within_depth(&mut self, quantity: &Quantity) -> Result<Branch, CompileError> {
        match quantity {
            Quantity::Records { .. }
            | Quantity::Duties { .. }
            | Quantity::Result { .. }
            | Quantity::Score { .. }
            | Quantity::Members(_)
            | Quantity::Units(_)
            | Quantity::Service { .. }
            | Quantity::Ratings(_)
            | Quantity::Initiatives { .. }
            | Quantity::Column { .. }
            | Quantity::Set { .. }
            | Quantity::SetLeast { .. } => self.leaf(quantity).map(Branch::leaf),
            Quantity::Fixed(number) => Ok(Branch::leaf(self.constant(Number::from(*number)))),
            Quantity::Bands { of, bands } => self.bands(of, bands),
            Quantity::Ratio { of, target, points, most } => self.ratio(of, target, *points, *most),
            Quantity::If { rule, points } => {
                let rule = self.rule(rule)?;
                Ok(Branch { node: self.points(rule.node, Number::from(*points)), of: vec![rule] })
            }
            Quantity::Total { of, bonus, bonus_most, penalty, penalty_most } => {
                self.total(of, (bonus, *bonus_most), (penalty, *penalty_most))
            }
            Quantity::MeanOf(of) => {
                let of = self.some(of)?;
                let share = i128::try_from(of.len()).ok().and_then(|number| Number::fraction(1, number)).unwrap_or(ONE);
                let parts = of.iter().map(|branch| (branch.node, share)).collect();
                Ok(Branch { node: self.sum(Number::ZERO, parts), of })
            }
            Quantity::LeastOf(of) => self.extreme(of, false),
            Quantity::GreatestOf(of) => self.extreme(of, true),
            Quantity::Run { of, min } => self.run(of, min),
        }
    }

    fn leaf(&mut self, quantity: &Quantity) -> Result<NodeId, CompileError> {
        let leaf = Leaf::Quantity(quantity.clone());
        let form = match self.catalogue.shape(&leaf) {
            None => Form::any(),
            Some(Shape::Scaled { scale, least, most }) if scale > 0 => Form::narrowest(least, most, i128::from(scale)),
            Some(_) => return Err(CompileError::Shape(leaf)),
        };
        let cells = if form.is_exact() { CellForm::Bounds } else { CellForm::Scaled(form) };
        let input = self.input(leaf, cells);
        Ok(self.amount(Node::Amount { input }, form))
    }

    fn quantities(&mut self, quantities: &[Quantity]) -> Result<Vec<Branch>, CompileError> {
        quantities.iter().map(|quantity| self.quantity(quantity)).collect()
    }

    fn some(&mut self, quantities: &[Quantity]) -> Result<Vec<Branch>, CompileError> {
        if quantities.is_empty() { Err(CompileError::OfNothing) } else { self.quantities(quantities) }
    }

    fn extreme(&mut self, of: &[Quantity], greatest: bool) -> Result<Branch, CompileError> {
        let of = self.some(of)?;
        let nodes: Vec<_> = of.iter().map(|branch| branch.node).collect();
        Ok(Branch { node: self.extreme_of(&nodes, None, greatest), of })
    }

    fn extreme_of(&mut self, nodes: &[NodeId], with: Option<Number>, greatest: bool) -> NodeId {
        if let (&[only], None) = (nodes, with) {
            return only;
        }
        let (of, common) = self.unified(nodes, with);
        let forms: Vec<_> = of.iter().map(|&node| self.form(node)).collect();
        let ends = |end: fn(&Form) -> Number| forms.iter().map(end).chain(with).collect::<Vec<_>>();
        let chosen = |ends: Vec<Number>| if greatest { ends.into_iter().max() } else { ends.into_iter().min() };
        let least = chosen(ends(|form| form.least)).unwrap_or(common.least);
        let most = chosen(ends(|form| form.most)).unwrap_or(common.most);
        let form = Form { least, most, ..common };
        self.amount(Node::Extreme { greatest, of, with: with.map(|number| form.store(number)) }, form)
    }

    fn capped(&mut self, node: NodeId, most: Option<Decimal>) -> NodeId {
        match most.map(Number::from) {
            Some(most) if self.form(node).most > most => self.extreme_of(&[node], Some(most), false),
            _ => node,
        }
    }

    fn points(&mut self, of: NodeId, points: Number) -> NodeId {
        let scale = points.parts().map_or(1, |(_, denominator)| denominator);
        let form = Form::narrowest(points.min(Number::ZERO), points.max(Number::ZERO), scale);
        self.amount(Node::Points { of, points: form.store(points) }, form)
    }

    fn bands(&mut self, of: &Quantity, bands: &[Band]) -> Result<Branch, CompileError> {
        if !bands.is_sorted_by(|band, next| band.from < next.from) {
            return Err(CompileError::BandsNotRising);
        }
        let of = self.quantity(of)?;
        let from = self.form(of.node);
        let points: Vec<_> = bands.iter().map(|band| Number::from(band.points)).chain([Number::ZERO]).collect();
        let forms: Vec<_> =
            points.iter().map(|&points| Form::narrowest(points, points, points.parts().map_or(1, |(_, scale)| scale))).collect();
        let form = Form::common(&forms);
        let bands =
            bands.iter().zip(points).map(|(band, points)| (super::limit::stored_limit(&from, band.from, false), form.store(points)));
        let bands = bands.collect();
        Ok(Branch { node: self.amount(Node::Bands { of: of.node, bands }, form), of: vec![of] })
    }

    fn ratio(&mut self, of: &Quantity, target: &Limit, points: Decimal, most: Option<Decimal>) -> Result<Branch, CompileError> {
        let of = self.quantity(of)?;
        let points = Number::from(points);
        let factor = |target: Decimal| {
            let positive = Number::from(target).inverse().filter(|&inverse| inverse > Number::ZERO);
            positive.and_then(|inverse| points.times(inverse)).ok_or(CompileError::TargetNotPositive)
        };
        let node = match target {
            Limit::Fixed(target) => {
                let factor = factor(*target)?;
                self.sum(Number::ZERO, vec![(of.node, factor)])
            }
            Limit::By { keys, cases, otherwise } => {
                cases.iter().map(|(_, target)| *target).chain(*otherwise).try_for_each(|target| factor(target).map(|_| ()))?;
                let ends = |target: Decimal| {
                    let factor = factor(target).unwrap_or(Number::ZERO);
                    (factor, factor)
                };
                // A target that is not known is above zero.
                let open = if points < Number::ZERO { (Number::NEGATIVE_INFINITY, Number::ZERO) } else { (Number::ZERO, Number::INFINITY) };
                let factors = self.by_keys(keys, cases, *otherwise, ends, open, Form::any())?;
                let exact = self.exactly(of.node);
                self.amount(Node::Product(exact, factors), Form::any())
            }
        };
        Ok(Branch { node: self.capped(node, most), of: vec![of] })
    }

    fn exactly(&mut self, node: NodeId) -> NodeId {
        let form = self.form(node);
        if form.is_exact() {
            return node;
        }
        let exact = Form::exact(form.least, form.most);
        self.amount(Node::Sum { constant: Number::ZERO, parts: vec![(node, ONE)] }, exact)
    }

    fn total(
        &mut self,
        of: &[Part],
        (bonus, bonus_most): (&[Part], Option<Decimal>),
        (penalty, penalty_most): (&[Part], Option<Decimal>),
    ) -> Result<Branch, CompileError> {
        let mut branches = Vec::new();
        let mut parts = self.parts(of, &mut branches)?;
        let bonus = self.parts(bonus, &mut branches)?;
        parts.extend(self.capped_parts(bonus, bonus_most));
        let penalty = self.parts(penalty, &mut branches)?;
        let penalty = self.capped_parts(penalty, penalty_most);
        parts.extend(penalty.into_iter().map(|(part, _)| (part, Number::whole(-1))));
        Ok(Branch { node: self.sum(Number::ZERO, parts), of: branches })
    }

    fn parts(&mut self, parts: &[Part], branches: &mut Vec<Branch>) -> Result<Vec<(NodeId, Number)>, CompileError> {
        let from = branches.len();
        for part in parts {
            branches.push(self.quantity(&part.of)?);
        }
        Ok(branches[from..].iter().map(|branch| (branch.node, ONE)).collect())
    }

    fn capped_parts(&mut self, parts: Vec<(NodeId, Number)>, most: Option<Decimal>) -> Vec<(NodeId, Number)> {
        if most.is_none() || parts.is_empty() {
            return parts;
        }
        let sum = self.sum(Number::ZERO, parts);
        vec![(self.capped(sum, most), ONE)]
    }

    fn run(&mut self, of: &[Quantity], min: &Limit) -> Result<Branch, CompileError> {
        if of.len() > COUNTED_MOST {
            return Err(CompileError::TooMany);
        }
        let of = self.quantities(of)?;
        let reached = of.iter().map(|branch| self.reached(branch.node, min)).collect::<Result<Vec<_>, _>>()?;
        let most = Number::whole(i128::try_from(of.len()).unwrap_or(i128::MAX));
        let form = Form::narrowest(Number::ZERO, most, 1);
        Ok(Branch { node: self.amount(Node::Run(reached), form), of })
    }

    /// Whether a number reaches a limit; points for a rule reach a limit that needs them just where the rule is met.
    fn reached(&mut self, node: NodeId, min: &Limit) -> Result<NodeId, CompileError> {
        if let (&Node::Points { of, points }, Limit::Fixed(limit)) = (&self.nodes[node], min) {
            let form = self.form(node);
            let limit = form.store(Number::from(*limit));
            if Number::ZERO < limit && limit <= points {
                return Ok(of);
            }
        }
        self.limit(node, min, false)
    }
}
