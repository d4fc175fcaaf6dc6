//! Tests and facts.

use phongtrao_value::nearest;

use crate::texts;

use super::super::words::{self, FACTS, TESTS};
use super::super::{Audience, Discipline, Fact, Held, Naming, Node, Rule, Test};
use super::checks;
use super::keys::Keys;
use super::{Faulty, Place, Read, Reader};

/// What every rule and every part of a total may say of itself.
pub(super) struct Told {
    pub(super) id: Option<String>,
    pub(super) label: Option<String>,
    pub(super) source: Option<String>,
    pub(super) audience: Audience,
}

impl Reader {
    /// A rule of a table.
    pub(super) fn rule(&mut self, node: &Node, place: Place) -> Read<Rule> {
        self.deeper(node.span, |reader| reader.rule_here(node, place))
    }

    fn rule_here(&mut self, node: &Node, place: Place) -> Read<Rule> {
        let Some(mut keys) = Keys::of(node) else {
            return self.fault("rule-wrong-type", node.span, texts::rule_not_a_table(), texts::rule_expected_rule());
        };
        let kind = self.text(&mut keys, "kind")?;
        let told = self.told(&mut keys);
        let test = self.test(&kind, &mut keys, place);
        if words::kinds().any(|known| known == kind) {
            self.unknown_keys(&keys, &kind);
        }
        let Told { id, label, source, audience } = told?;
        Ok(Rule { id, label, source, audience, test: test? })
    }

    /// Id, label, source and audience.
    pub(super) fn told(&mut self, keys: &mut Keys<'_>) -> Read<Told> {
        let id = self.text_or_none(keys, "id");
        let label = self.text_or_none(keys, "label");
        let source = self.text_or_none(keys, "source");
        let audience = self.word(keys, "audience", Audience::All);
        Ok(Told { id: id?, label: label?, source: source?, audience: audience? })
    }

    fn test(&mut self, kind: &str, keys: &mut Keys<'_>, place: Place) -> Read<Test> {
        if TESTS.contains(&kind) {
            return self.test_of_tests(kind, keys);
        }
        if FACTS.contains(&kind) {
            return self.fact(kind, keys).map(Test::Fact);
        }
        if words::numbers().any(|known| known == kind) {
            return self.amount_of(kind, keys, place);
        }
        self.unknown_kind(kind, keys)
    }

    /// A kind that is none.
    pub(super) fn unknown_kind<T>(&mut self, kind: &str, keys: &mut Keys<'_>) -> Read<T> {
        let help = match nearest(kind, words::kinds()) {
            Some(meant) => texts::rule_nearest(meant),
            None => texts::rule_known_names(words::kinds().collect::<Vec<_>>().join(", ")),
        };
        let span = keys.get("kind").map_or(keys.span, |node| node.span);
        self.fault("rule-unknown-kind", span, texts::rule_unknown_kind(kind), help)
    }

    fn test_of_tests(&mut self, kind: &str, keys: &mut Keys<'_>) -> Read<Test> {
        let least = if kind == "at-least" { self.required(keys, "least").and_then(|_| self.whole(keys, "least")) } else { Ok(None) };
        let items = self.list(keys, "of")?;
        let read: Vec<Read<Rule>> = items.iter().map(|item| self.rule(item, Place::Within)).collect();
        let of: Vec<Rule> = read.into_iter().collect::<Read<_>>()?;
        match (kind, least?) {
            ("all", _) => Ok(Test::All(of)),
            ("any", _) => Ok(Test::Any(of)),
            ("none", _) => Ok(Test::None(of)),
            (_, Some(least)) if least as usize > of.len() => {
                let message = texts::rule_more_than_all(i64::from(least), of.len());
                self.fault("rule-more-than-all", keys.span, message, texts::rule_more_than_all_help())
            }
            (_, Some(least)) => Ok(Test::AtLeast { least, of }),
            (_, None) => Err(Faulty),
        }
    }

    fn amount_of(&mut self, kind: &str, keys: &mut Keys<'_>, place: Place) -> Read<Test> {
        let of = self.quantity_of(kind, keys);
        let measured = of.as_ref().map_or(super::limit::Measured::Number, checks::measured);
        // Of a number that can't be read nobody knows whether it is a share.
        let limits = of.is_ok().then(|| (self.limit(keys, "min", measured), self.limit(keys, "max", measured)));
        let Some((min, max)) = limits else {
            let _ = (keys.get("min"), keys.get("max"));
            return Err(Faulty);
        };
        let (of, min, max) = (of?, min?, max?);
        if place == Place::Within && min.is_none() && max.is_none() {
            return self.fault("rule-no-limit", keys.span, texts::rule_no_limit(kind), texts::rule_no_limit_help());
        }
        self.crossed(min.as_ref(), max.as_ref(), keys.span)?;
        Ok(Test::Amount { of, min, max })
    }

    fn fact(&mut self, kind: &str, keys: &mut Keys<'_>) -> Read<Fact> {
        match kind {
            "yes-no" => {
                let (of, span) = (self.name(keys, "of", Naming::Record), self.span(keys));
                Ok(Fact::Yes { of: of?, span: span? })
            }
            "attested" => self.attested(keys),
            "rating" => self.rating(keys),
            "award" => self.held(keys).map(Fact::Held),
            "title" => Ok(Fact::Title { award: self.name(keys, "award", Naming::Award)? }),
            "no-discipline" => {
                let (level, duty_only, span) =
                    (self.name(keys, "level", Naming::Discipline), self.flag(keys, "duty_only"), self.span(keys));
                Ok(Fact::Undisciplined(Discipline { level: level?, duty_only: duty_only?, span: span? }))
            }
            "initiative" => {
                let (level, span) = (self.name(keys, "level", Naming::Initiative), self.span(keys));
                Ok(Fact::Initiative { level: level?, span: span? })
            }
            "attribute" => {
                let (of, values) = (self.name(keys, "of", Naming::Attribute), self.texts(keys, "values"));
                Ok(Fact::Attribute { of: of?, values: values?.into_iter().map(|(value, _)| value).collect() })
            }
            _ => Ok(Fact::Column(self.name(keys, "of", Naming::Column)?)),
        }
    }

    /// `{ kind = "attested" }`: of the criterion that it stands in, unless it names another.
    fn attested(&mut self, keys: &mut Keys<'_>) -> Read<Fact> {
        match (self.name_or_none(keys, "of", Naming::Criterion)?, self.owner.clone()) {
            (Some(of), _) | (None, Some(of)) => Ok(Fact::Attested { of }),
            (None, None) => self.fault("rule-missing-key", keys.span, texts::rule_missing_key("of"), texts::rule_missing_key_help("of")),
        }
    }

    fn rating(&mut self, keys: &mut Keys<'_>) -> Read<Fact> {
        let scale = self.name(keys, "scale", Naming::Scale);
        let level = self.required(keys, "min").and_then(|node| Ok((self.text_of(node, "min")?, node.span)));
        let years = self.whole(keys, "years");
        let (scale, (least, span)) = (scale?, level?);
        self.refers(Naming::Level, &least, Some(&scale), span);
        Ok(Fact::Rating { scale, least, years: years?.unwrap_or(1) })
    }

    /// `{ kind = "award", of = "…", times = 2, consecutive = true, within_years = 5, after = { of = "…" } }`
    fn held(&mut self, keys: &mut Keys<'_>) -> Read<Held> {
        let of = self.texts(keys, "of");
        let times = self.whole(keys, "times");
        let consecutive = self.flag(keys, "consecutive");
        let within_years = self.whole(keys, "within_years");
        let after = keys.get("after").map(|node| self.earlier(node)).transpose();
        let each = keys.get("each").map(|node| self.rule(node, Place::Within)).transpose();
        let of = of?;
        for (name, span) in &of {
            self.refers(Naming::Honour, name, None, *span);
        }
        Ok(Held {
            of: of.into_iter().map(|(name, _)| name).collect(),
            times: times?.unwrap_or(1),
            consecutive: consecutive?,
            within_years: within_years?,
            after: after?.map(Box::new),
            each: each?.map(Box::new),
        })
    }

    /// The award after which years count.
    pub(super) fn earlier(&mut self, node: &Node) -> Read<Held> {
        self.deeper(node.span, |reader| reader.earlier_here(node))
    }

    fn earlier_here(&mut self, node: &Node) -> Read<Held> {
        let Some(mut keys) = Keys::of(node) else {
            return self.fault("rule-wrong-type", node.span, texts::rule_wrong_type("after"), texts::rule_expected_after());
        };
        let held = self.held(&mut keys);
        self.unknown_keys(&keys, "after");
        held
    }
}
