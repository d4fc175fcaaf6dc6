//! From a rule to the tree of a file: what reads back as the same rule, without what goes without saying.

use phongtrao_value::Decimal;

use super::node::{Entry, Value};
use super::read::everybody;
use super::words::Word;
use super::{
    Aggregate, Audience, BETWEEN_KEYS, Band, Day, Discipline, DutyState, Fact, Held, How, Limit, Members, Node, Part, Quantity, Ratings,
    Rule, Scorer, Span, Test,
};

/// The table of a rule.
pub fn write_rule(rule: &Rule) -> Node {
    let mut table = Table::default();
    table.told(rule.id.as_deref(), rule.label.as_deref(), rule.source.as_deref(), rule.audience);
    match &rule.test {
        Test::All(of) => table.kind("all").rules("of", of),
        Test::Any(of) => table.kind("any").rules("of", of),
        Test::None(of) => table.kind("none").rules("of", of),
        Test::AtLeast { least, of } => table.kind("at-least").whole("least", *least).rules("of", of),
        Test::Amount { of, min, max } => table.quantity(of).limit("min", min.as_ref()).limit("max", max.as_ref()),
        Test::Fact(fact) => table.fact(fact),
    };
    table.node()
}

/// The table of a number, or the number itself.
pub fn write_quantity(quantity: &Quantity) -> Node {
    match quantity {
        Quantity::Fixed(number) => Node::number(*number),
        _ => {
            let mut table = Table::default();
            table.quantity(quantity);
            table.node()
        }
    }
}

/// The text of a limit, or its table.
fn limit(limit: &Limit) -> Node {
    match limit {
        Limit::Fixed(number) => Node::number(*number),
        Limit::By { keys, cases, otherwise } => {
            let mut of_cases = Table::default();
            cases.iter().for_each(|(case, limit)| of_cases.put(&case.join(BETWEEN_KEYS), Node::number(*limit)));
            let mut table = Table::default();
            match keys.as_slice() {
                [key] => table.put("by", Node::text(key)),
                _ => table.put("by", Node::made(Value::List(keys.iter().map(Node::text).collect()))),
            }
            table.put("cases", of_cases.node());
            table.number("otherwise", *otherwise);
            table.node()
        }
    }
}

#[derive(Default)]
struct Table(Vec<Entry>);

impl Table {
    fn node(self) -> Node {
        Node::made(Value::Table(self.0))
    }

    fn put(&mut self, key: &str, value: Node) {
        self.0.push(Entry { key: key.to_owned(), span: phongtrao_diagnostic::Span::default(), value });
    }

    fn kind(&mut self, kind: &str) -> &mut Table {
        self.text("kind", kind)
    }

    fn text(&mut self, key: &str, text: &str) -> &mut Table {
        self.put(key, Node::text(text));
        self
    }

    fn texts(&mut self, key: &str, texts: &[String]) -> &mut Table {
        match texts {
            [only] => self.put(key, Node::text(only)),
            several => self.put(key, Node::made(Value::List(several.iter().map(Node::text).collect()))),
        }
        self
    }

    fn text_or_none(&mut self, key: &str, text: Option<&str>) -> &mut Table {
        if let Some(text) = text {
            self.text(key, text);
        }
        self
    }

    fn number(&mut self, key: &str, number: Option<Decimal>) -> &mut Table {
        if let Some(number) = number {
            self.put(key, Node::number(number));
        }
        self
    }

    fn whole(&mut self, key: &str, number: u32) -> &mut Table {
        self.number(key, Decimal::whole(i64::from(number)))
    }

    fn flag(&mut self, key: &str, flag: bool) -> &mut Table {
        if flag {
            self.put(key, Node::made(Value::Flag(true)));
        }
        self
    }

    /// A word, unless it goes without saying.
    fn word<W: Word>(&mut self, key: &str, word: W, unsaid: W) -> &mut Table {
        if word == unsaid { self } else { self.text(key, word.word()) }
    }

    fn span(&mut self, span: &Span) -> &mut Table {
        if *span == Span::Round { self } else { self.text("span", &span.to_string()) }
    }

    fn limit(&mut self, key: &str, value: Option<&Limit>) -> &mut Table {
        if let Some(value) = value {
            self.put(key, limit(value));
        }
        self
    }

    fn told(&mut self, id: Option<&str>, label: Option<&str>, source: Option<&str>, audience: Audience) {
        self.text_or_none("id", id).text_or_none("label", label).text_or_none("source", source);
        self.word("audience", audience, Audience::All);
    }

    fn rule(&mut self, key: &str, rule: &Rule) -> &mut Table {
        self.put(key, write_rule(rule));
        self
    }

    fn rules(&mut self, key: &str, rules: &[Rule]) -> &mut Table {
        self.put(key, Node::made(Value::List(rules.iter().map(write_rule).collect())));
        self
    }

    fn quantities(&mut self, key: &str, quantities: &[Quantity]) -> &mut Table {
        self.put(key, Node::made(Value::List(quantities.iter().map(write_quantity).collect())));
        self
    }

    fn fact(&mut self, fact: &Fact) -> &mut Table {
        match fact {
            Fact::Yes { of, span } => self.kind("yes-no").text("of", of).span(span),
            Fact::Attested { of } => self.kind("attested").text("of", of),
            Fact::Rating { scale, least, years } => {
                self.kind("rating").text("scale", scale).text("min", least);
                if *years == 1 { self } else { self.whole("years", *years) }
            }
            Fact::Held(held) => self.kind("award").held(held),
            Fact::Title { award } => self.kind("title").text("award", award),
            Fact::Undisciplined(Discipline { level, duty_only, span }) => {
                self.kind("no-discipline").text("level", level).flag("duty_only", *duty_only).span(span)
            }
            Fact::Initiative { level, span } => self.kind("initiative").text("level", level).span(span),
            Fact::Attribute { of, values } => self.kind("attribute").text("of", of).texts("values", values),
            Fact::Column(name) => self.kind("flag").text("of", name),
        }
    }

    fn held(&mut self, held: &Held) -> &mut Table {
        self.texts("of", &held.of);
        if held.times != 1 {
            self.whole("times", held.times);
        }
        self.flag("consecutive", held.consecutive);
        if let Some(years) = held.within_years {
            self.whole("within_years", years);
        }
        if let Some(after) = &held.after {
            let mut table = Table::default();
            table.held(after);
            self.put("after", table.node());
        }
        if let Some(each) = &held.each {
            self.rule("each", each);
        }
        self
    }

    fn quantity(&mut self, quantity: &Quantity) -> &mut Table {
        match quantity {
            Quantity::Records { how, of, span, verified } => {
                self.kind(Aggregate::word(*how)).text("of", of).span(span).flag("verified", *verified)
            }
            Quantity::Duties { of, kind, state, span, how } => self
                .kind(of.word())
                .text_or_none("of", kind.as_deref())
                .word("state", *state, DutyState::Done)
                .span(span)
                .word("how", *how, How::Count),
            Quantity::Result { of, span } => self.kind("result").text("of", of).span(span),
            Quantity::Score { of, by, most } => {
                self.kind("score").text("of", of).word("by", *by, Scorer::Appraised).number("most", Some(*most))
            }
            Quantity::Members(members) => self.kind("members").members(members),
            Quantity::Units(members) => self.kind("units").members(members),
            Quantity::Service { of, span } => self.kind("service").text("of", of).span(span),
            Quantity::Ratings(ratings) => self.kind("ratings").ratings(ratings),
            Quantity::Initiatives { level, span } => self.kind("initiatives").text("level", level).span(span),
            Quantity::Column { name, least, most } => {
                self.kind("column").text("of", name);
                let least = Some(*least).filter(|least| *least != Decimal::ZERO);
                self.number("least", least).number("most", Some(*most))
            }
            Quantity::Fixed(number) => self.kind("fixed").number("value", Some(*number)),
            Quantity::Set { of, by } => self.kind("set").text("of", of).word("by", *by, Scorer::Appraised),
            Quantity::SetLeast { of, by } => self.kind("set-least").text("of", of).word("by", *by, Scorer::Appraised),
            _ => self.made_of_others(quantity),
        }
    }

    /// A number that is made of other numbers.
    fn made_of_others(&mut self, quantity: &Quantity) -> &mut Table {
        match quantity {
            Quantity::Bands { of, bands } => {
                self.kind("bands").put("of", write_quantity(of));
                self.put("bands", Node::made(Value::List(bands.iter().map(band).collect())));
            }
            Quantity::Ratio { of, target, points, most } => {
                self.kind("ratio").put("of", write_quantity(of));
                self.limit("target", Some(target)).number("points", Some(*points)).number("most", *most);
            }
            Quantity::If { rule, points } => {
                self.kind("if").rule("rule", rule).number("points", Some(*points));
            }
            Quantity::Total { of, bonus, bonus_most, penalty, penalty_most } => {
                self.kind("total").parts("of", of, true).parts("bonus", bonus, false).number("bonus_most", *bonus_most);
                self.parts("penalty", penalty, false).number("penalty_most", *penalty_most);
            }
            Quantity::MeanOf(of) => {
                self.kind("mean-of").quantities("of", of);
            }
            Quantity::LeastOf(of) => {
                self.kind("least-of").quantities("of", of);
            }
            Quantity::GreatestOf(of) => {
                self.kind("greatest-of").quantities("of", of);
            }
            Quantity::Run { of, min } => {
                self.kind("run").quantities("of", of).limit("reach", Some(min));
            }
            // Written by `quantity`.
            _ => {}
        }
        self
    }

    fn ratings(&mut self, ratings: &Ratings) -> &mut Table {
        self.text("scale", &ratings.scale).text("level", &ratings.least).whole("years", ratings.years);
        if let Some(after) = &ratings.after {
            let mut table = Table::default();
            table.held(after);
            self.put("after", table.node());
        }
        self
    }

    fn members(&mut self, members: &Members) -> &mut Table {
        self.word("how", members.how, How::Count);
        if let Some(among) = &members.among {
            self.rule("among", among);
        }
        self.word("on", members.on, Day::PeriodEnd);
        if *members.having == everybody() { self } else { self.rule("having", &members.having) }
    }

    fn parts(&mut self, key: &str, parts: &[Part], always: bool) -> &mut Table {
        if always || !parts.is_empty() {
            self.put(key, Node::made(Value::List(parts.iter().map(part).collect())));
        }
        self
    }
}

fn band(band: &Band) -> Node {
    let mut table = Table::default();
    table.number("from", Some(band.from)).number("points", Some(band.points));
    table.node()
}

fn part(part: &Part) -> Node {
    let mut table = Table::default();
    table.told(part.id.as_deref(), part.label.as_deref(), part.source.as_deref(), part.audience);
    table.quantity(&part.of);
    table.node()
}
