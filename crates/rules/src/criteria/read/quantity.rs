//! Numbers.

use phongtrao_diagnostic::Span;
use phongtrao_value::Decimal;

use crate::texts;

use super::super::node::Value;
use super::super::words::{self, FACTS, TESTS, Word};
use super::super::{
    Aggregate, Audience, Band, Day, Duty, DutyState, How, Members, Naming, Node, Part, Quantity, Ratings, Rule, Scorer, Test,
};
use super::checks::{all_shares, measured};
use super::keys::Keys;
use super::limit::Measured;
use super::test::Told;
use super::{Place, Read, Reader};

impl Reader {
    /// A number of a table, or a plain number.
    pub(super) fn quantity(&mut self, node: &Node) -> Read<Quantity> {
        if let Value::Number(number) = node.value {
            return Ok(Quantity::Fixed(number));
        }
        self.deeper(node.span, |reader| reader.table_of_quantity(node, |_, _| Ok(()))).map(|(quantity, ())| quantity)
    }

    /// A number of a table in which other keys may stand too.
    fn table_of_quantity<T>(&mut self, node: &Node, beside: impl FnOnce(&mut Reader, &mut Keys<'_>) -> Read<T>) -> Read<(Quantity, T)> {
        let Some(mut keys) = Keys::of(node) else {
            return self.fault("rule-wrong-type", node.span, texts::rule_not_a_number(), texts::rule_expected_quantity());
        };
        let kind = self.text(&mut keys, "kind")?;
        let beside = beside(self, &mut keys);
        if TESTS.contains(&kind.as_str()) || FACTS.contains(&kind.as_str()) {
            return self.fault("rule-not-a-number", node.span, texts::rule_test_for_number(kind), texts::rule_test_for_number_help());
        }
        if !words::numbers().any(|known| known == kind) {
            return self.unknown_kind(&kind, &mut keys);
        }
        let quantity = self.quantity_of(&kind, &mut keys);
        self.unknown_keys(&keys, &kind);
        Ok((quantity?, beside?))
    }

    /// A number of a kind.
    pub(super) fn quantity_of(&mut self, kind: &str, keys: &mut Keys<'_>) -> Read<Quantity> {
        if let Some(how) = Aggregate::of(kind) {
            return self.records(how, keys);
        }
        if let Some(duty) = Duty::of(kind) {
            return self.duties(duty, keys);
        }
        match kind {
            "result" => {
                let (of, span) = (self.name(keys, "of", Naming::Learning), self.span(keys));
                Ok(Quantity::Result { of: of?, span: span? })
            }
            "score" => {
                let (of, by) = (self.name(keys, "of", Naming::Indicator), self.word(keys, "by", Scorer::Appraised));
                Ok(Quantity::Score { of: of?, by: by?, most: self.required_number(keys, "most")? })
            }
            "members" => self.members(keys).map(Quantity::Members),
            "units" => self.members(keys).map(Quantity::Units),
            "service" => {
                let (of, span) = (self.name(keys, "of", Naming::Status), self.span(keys));
                Ok(Quantity::Service { of: of?, span: span? })
            }
            "ratings" => self.ratings(keys).map(Quantity::Ratings),
            "initiatives" => {
                let (level, span) = (self.name(keys, "level", Naming::Initiative), self.span(keys));
                Ok(Quantity::Initiatives { level: level?, span: span? })
            }
            "column" => self.column(keys),
            "bands" => self.bands(keys),
            "ratio" => self.ratio(keys),
            "if" => self.points_if(keys),
            "total" => self.total(keys),
            "mean-of" => self.several(keys).map(Quantity::MeanOf),
            "least-of" => self.several(keys).map(Quantity::LeastOf),
            "greatest-of" => self.several(keys).map(Quantity::GreatestOf),
            "run" => self.run(keys),
            "set" | "set-least" => {
                let (of, by) = (self.name(keys, "of", Naming::Set), self.word(keys, "by", Scorer::Appraised));
                let (of, by) = (of?, by?);
                Ok(if kind == "set" { Quantity::Set { of, by } } else { Quantity::SetLeast { of, by } })
            }
            _ => self.required_number(keys, "value").map(Quantity::Fixed),
        }
    }

    fn records(&mut self, how: Aggregate, keys: &mut Keys<'_>) -> Read<Quantity> {
        let (of, span, verified) = (self.name(keys, "of", Naming::Record), self.span(keys), self.flag(keys, "verified"));
        Ok(Quantity::Records { how, of: of?, span: span?, verified: verified? })
    }

    fn duties(&mut self, of: Duty, keys: &mut Keys<'_>) -> Read<Quantity> {
        let naming = match of {
            Duty::Tasks => Naming::Task,
            Duty::Reports => Naming::Report,
            Duty::Attendance => Naming::Event,
        };
        let kind = self.name_or_none(keys, "of", naming);
        let state = self.word(keys, "state", DutyState::Done);
        let span = self.span(keys);
        let how = self.word(keys, "how", How::Count);
        Ok(Quantity::Duties { of, kind: kind?, state: state?, span: span?, how: how? })
    }

    fn members(&mut self, keys: &mut Keys<'_>) -> Read<Members> {
        let among = keys.get("among").map(|node| self.rule(node, Place::Within)).transpose();
        let on = self.word(keys, "on", Day::default());
        let having = keys.get("having").map(|node| self.rule(node, Place::Within)).transpose();
        let how = self.word(keys, "how", How::Count);
        let having = having?.unwrap_or_else(everybody);
        Ok(Members { among: among?.map(Box::new), on: on?, having: Box::new(having), how: how? })
    }

    fn ratings(&mut self, keys: &mut Keys<'_>) -> Read<Ratings> {
        let scale = self.name(keys, "scale", Naming::Scale);
        let level = self.required(keys, "level").and_then(|node| Ok((self.text_of(node, "level")?, node.span)));
        let years = self.required(keys, "years").and_then(|_| self.whole(keys, "years"));
        let after = keys.get("after").map(|node| self.earlier(node)).transpose();
        let (scale, (least, span)) = (scale?, level?);
        self.refers(Naming::Level, &least, Some(&scale), span);
        Ok(Ratings { scale, least, years: years?.unwrap_or(1), after: after?.map(Box::new) })
    }

    fn column(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let name = self.name(keys, "of", Naming::Column);
        let (least, most) = (self.number(keys, "least"), self.required_number(keys, "most"));
        let (least, most) = (least?.unwrap_or(Decimal::ZERO), most?);
        if least > most {
            let message = texts::rule_limits_crossed(least.to_string(), most.to_string());
            return self.fault("rule-limits-crossed", keys.span, message, texts::rule_limits_crossed_help());
        }
        Ok(Quantity::Column { name: name?, least, most })
    }

    fn bands(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let of = self.inner(keys, "of");
        let items = self.list(keys, "bands")?;
        let share = of.as_ref().is_ok_and(|of| measured(of) == Measured::Share);
        let read: Vec<Read<(Band, Span)>> = items.iter().map(|item| self.band(item, share)).collect();
        let bands: Vec<(Band, Span)> = read.into_iter().collect::<Read<_>>()?;
        self.rising(&bands)?;
        Ok(Quantity::Bands { of: Box::new(of?), bands: bands.into_iter().map(|(band, _)| band).collect() })
    }

    fn band(&mut self, node: &Node, share: bool) -> Read<(Band, Span)> {
        let Some(mut keys) = Keys::of(node) else {
            return self.fault("rule-wrong-type", node.span, texts::rule_wrong_type("bands"), texts::rule_expected_bands());
        };
        let from = match (self.required(&mut keys, "from")?, share) {
            (from, true) => self.percentage_of(from, "from"),
            (from, false) => self.number_of(from, "from"),
        };
        let points = self.required_number(&mut keys, "points");
        self.unknown_keys(&keys, "bands");
        Ok((Band { from: from?, points: points? }, node.span))
    }

    fn ratio(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let of = self.inner(keys, "of");
        let measured = of.as_ref().map_or(Measured::Number, measured);
        let target = self.required(keys, "target").and_then(|node| self.limit_of(node, "target", measured));
        let points = self.required_number(keys, "points");
        let most = self.number(keys, "most");
        Ok(Quantity::Ratio { of: Box::new(of?), target: target?, points: points?, most: most? })
    }

    fn points_if(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let rule = self.required(keys, "rule").and_then(|node| self.rule(node, Place::Within));
        let points = self.required_number(keys, "points");
        Ok(Quantity::If { rule: Box::new(rule?), points: points? })
    }

    fn total(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let of = self.list(keys, "of").and_then(|items| self.parts(items));
        let mut parts = |key| match keys.get(key) {
            Some(node) => self.list_of(node, key).and_then(|items| self.parts(items)),
            None => Ok(Vec::new()),
        };
        let (bonus, penalty) = (parts("bonus"), parts("penalty"));
        let (bonus_most, penalty_most) = (self.number(keys, "bonus_most"), self.number(keys, "penalty_most"));
        Ok(Quantity::Total { of: of?, bonus: bonus?, bonus_most: bonus_most?, penalty: penalty?, penalty_most: penalty_most? })
    }

    fn parts(&mut self, items: &[Node]) -> Read<Vec<Part>> {
        let read: Vec<Read<Part>> = items.iter().map(|item| self.part(item)).collect();
        read.into_iter().collect()
    }

    fn part(&mut self, node: &Node) -> Read<Part> {
        if let Value::Number(number) = node.value {
            return Ok(Part { id: None, label: None, source: None, audience: Audience::All, of: Quantity::Fixed(number) });
        }
        let (of, Told { id, label, source, audience }) = self.deeper(node.span, |reader| reader.table_of_quantity(node, Reader::told))?;
        Ok(Part { id, label, source, audience, of })
    }

    fn several(&mut self, keys: &mut Keys<'_>) -> Read<Vec<Quantity>> {
        let items = self.list(keys, "of")?;
        if items.is_empty() {
            return self.fault("rule-empty", keys.span, texts::rule_empty("of"), texts::rule_expected_list());
        }
        let read: Vec<Read<Quantity>> = items.iter().map(|item| self.quantity(item)).collect();
        read.into_iter().collect()
    }

    fn run(&mut self, keys: &mut Keys<'_>) -> Read<Quantity> {
        let of = self.several(keys);
        let measured = if of.as_ref().is_ok_and(|of| all_shares(of)) { Measured::Share } else { Measured::Number };
        let min = self.required(keys, "reach").and_then(|node| self.limit_of(node, "reach", measured));
        Ok(Quantity::Run { of: of?, min: min? })
    }

    /// The number that a key holds.
    fn inner(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Read<Quantity> {
        let node = self.required(keys, key)?;
        self.quantity(node)
    }
}

/// The rule that holds of everybody.
pub(in crate::criteria) fn everybody() -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test: Test::All(Vec::new()) }
}
