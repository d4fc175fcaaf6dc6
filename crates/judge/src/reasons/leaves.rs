//! The leaves of one rule for one subject: looked up, and laid out as the columns of a batch of one.

use phongtrao_rules::criteria::{Fact, Quantity};

use crate::facts::{Ask, Facts, Found};
use crate::program::{Batch, CellForm, Cells, Leaf, Number, Program, Scratch, Trace, Value, Width};
use crate::{Amount, Verdict};

/// What was found for the leaves of a program, in the order of its inputs.
pub(super) struct Leaves<'p> {
    program: &'p Program,
    found: Vec<FoundLeaf>,
}

/// What was found for a leaf.
pub(super) enum FoundLeaf {
    /// A fact.
    Fact(Found<Verdict>),
    /// A number.
    Amount(Found<Amount>),
    /// The values of an attribute; `None` where they are not known.
    Key(Option<Found<Vec<String>>>),
}

/// The cells of one row.
enum Cell {
    Byte([u8; 1]),
    Short([u16; 1]),
    Bounds([Number; 1], [Number; 1]),
}

impl<'p> Leaves<'p> {
    pub(super) fn look_up(program: &'p Program, subject: &str, facts: &Facts<'_>, ask: &dyn Ask) -> Leaves<'p> {
        let found = program.inputs().iter().map(|input| match &input.leaf {
            Leaf::Fact(fact) => FoundLeaf::Fact(facts.fact(fact, subject, ask)),
            Leaf::Quantity(quantity) => FoundLeaf::Amount(facts.quantity(quantity, subject, ask)),
            Leaf::Key(name) => FoundLeaf::Key(facts.attribute_of(name, subject, facts.calendar.day_of_attributes())),
        });
        Leaves { program, found: found.collect() }
    }

    /// Judges the subject; `None` never comes of a program that was compiled for verdicts, bounds and codes.
    pub(super) fn trace(&self) -> Option<Trace> {
        let cells: Vec<Cell> = self.program.inputs().iter().zip(&self.found).map(|(input, found)| found.cell(&input.cells)).collect();
        let columns = cells.iter().map(Cell::column).collect();
        let batch = Batch::new(self.program.inputs(), 1, columns).ok()?;
        Some(self.program.trace(&batch, 0, &mut Scratch::default()))
    }

    pub(super) fn fact(&self, fact: &Fact) -> Option<&Found<Verdict>> {
        self.of(|leaf| matches!(leaf, Leaf::Fact(own) if own == fact)).and_then(|found| match found {
            FoundLeaf::Fact(found) => Some(found),
            _ => None,
        })
    }

    pub(super) fn amount(&self, quantity: &Quantity) -> Option<&Found<Amount>> {
        self.of(|leaf| matches!(leaf, Leaf::Quantity(own) if own == quantity)).and_then(|found| match found {
            FoundLeaf::Amount(found) => Some(found),
            _ => None,
        })
    }

    pub(super) fn key(&self, name: &str) -> Option<&Found<Vec<String>>> {
        self.of(|leaf| matches!(leaf, Leaf::Key(own) if own == name)).and_then(|found| match found {
            FoundLeaf::Key(found) => found.as_ref(),
            _ => None,
        })
    }

    fn of(&self, is: impl Fn(&Leaf) -> bool) -> Option<&FoundLeaf> {
        let at = self.program.inputs().iter().position(|input| is(&input.leaf))?;
        self.found.get(at)
    }

    /// Everything that was found, without the shape of the rule.
    pub(super) fn into_found(self, trace: &Trace) -> Found<Verdict> {
        let value = match trace.value {
            Value::Verdict(verdict) => verdict,
            Value::Amount { .. } => Verdict::Unknown,
        };
        let mut all = Found::bare(value);
        for found in self.found {
            let (grounds, missing) = match found {
                FoundLeaf::Fact(found) => (found.grounds, found.missing),
                FoundLeaf::Amount(found) => (found.grounds, found.missing),
                FoundLeaf::Key(found) => found.map(|found| (found.grounds, found.missing)).unwrap_or_default(),
            };
            all.grounds.extend(grounds);
            all.missing.extend(missing);
        }
        all
    }
}

impl FoundLeaf {
    fn cell(&self, form: &CellForm) -> Cell {
        match (self, form) {
            (FoundLeaf::Amount(found), _) => Cell::Bounds([found.value.least], [found.value.most]),
            (FoundLeaf::Fact(found), _) => Cell::Byte([found.value as u8]),
            (FoundLeaf::Key(found), CellForm::Codes { values, width }) => {
                let code = found.as_ref().map(|found| values.iter().position(|value| found.value.contains(value)).unwrap_or(values.len()));
                if *width == Width::U8 {
                    Cell::Byte([code.and_then(|code| u8::try_from(code).ok()).unwrap_or(u8::MAX)])
                } else {
                    Cell::Short([code.and_then(|code| u16::try_from(code).ok()).unwrap_or(u16::MAX)])
                }
            }
            (FoundLeaf::Key(_), _) => Cell::Byte([u8::MAX]),
        }
    }
}

impl Cell {
    fn column(&self) -> Cells<'_> {
        match self {
            Cell::Byte(cells) => Cells::Bytes(cells),
            Cell::Short(cells) => Cells::Shorts(cells),
            Cell::Bounds(least, most) => Cells::Bounds(least, most),
        }
    }
}
