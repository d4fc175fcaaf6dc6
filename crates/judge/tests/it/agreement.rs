//! The evaluator and a deliberately simple one agree on random rules over random populations with missing values.

use phongtrao_judge::Verdict;
use phongtrao_judge::program::{Batch, Catalogue, CellForm, Cells, Leaf, Number, Program, Scratch, Shape, Trace, Value, Width};
use phongtrao_rules::criteria::{Fact, Quantity, Rule, Test};
use proptest::prelude::*;

use crate::simple::{self, Facts};
use crate::strategies::{self, FLAGS, KEY_VALUES, KEYS, NUMBERS, Row};

impl Facts for Row {
    fn number(&self, name: &str) -> simple::Bounds {
        let place = place(&NUMBERS.map(|(name, _, _)| name), name);
        let ends = self.numbers[place].map_or((NUMBERS[place].1, NUMBERS[place].2), |number| (number, number));
        (Some((i128::from(ends.0), 10)), Some((i128::from(ends.1), 10)))
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.flags[place(&FLAGS, name)]
    }

    fn key(&self, name: &str) -> Option<String> {
        self.keys[place(&KEYS, name)].map(|value| value.to_string())
    }
}

fn place(names: &[&str], name: &str) -> usize {
    names.iter().position(|other| *other == name).expect("rules of these tests name these columns only")
}

/// Numbers in tenths, flags, and keys as codes of their values.
struct Narrow;

impl Catalogue for Narrow {
    fn shape(&self, leaf: &Leaf) -> Option<Shape> {
        match leaf {
            Leaf::Fact(_) => Some(Shape::Flags),
            Leaf::Key(_) => Some(Shape::Codes { values: (0..KEY_VALUES).map(|value| value.to_string()).collect(), width: Width::U8 }),
            Leaf::Quantity(Quantity::Column { least, most, .. }) => {
                Some(Shape::Scaled { scale: 10, least: Number::from(*least), most: Number::from(*most) })
            }
            Leaf::Quantity(_) => None,
        }
    }
}

/// Owned cells of an input.
enum Column {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Integers(Vec<i32>),
    Longs(Vec<i64>),
    Bounds(Vec<Number>, Vec<Number>),
}

impl Column {
    fn cells(&self) -> Cells<'_> {
        match self {
            Column::Bytes(cells) => Cells::Bytes(cells),
            Column::Shorts(cells) => Cells::Shorts(cells),
            Column::Integers(cells) => Cells::Integers(cells),
            Column::Longs(cells) => Cells::Longs(cells),
            Column::Bounds(least, most) => Cells::Bounds(least, most),
        }
    }
}

fn columns(program: &Program, rows: &[Row]) -> Vec<Column> {
    program.inputs().iter().map(|input| column(&input.leaf, &input.cells, rows)).collect()
}

fn column(leaf: &Leaf, form: &CellForm, rows: &[Row]) -> Column {
    let number = |row: &Row, name: &str| row.numbers[place(&NUMBERS.map(|(name, _, _)| name), name)];
    match (leaf, form) {
        (Leaf::Fact(Fact::Column(name)), CellForm::Verdicts) => {
            Column::Bytes(rows.iter().map(|row| row.flag(name).map_or(1, |yes| u8::from(yes) * 2)).collect())
        }
        (Leaf::Fact(Fact::Column(name)), _) => Column::Bytes(rows.iter().map(|row| row.flag(name).map_or(u8::MAX, u8::from)).collect()),
        (Leaf::Key(name), CellForm::Codes { width: Width::U8, .. }) => {
            Column::Bytes(rows.iter().map(|row| row.keys[place(&KEYS, name)].unwrap_or(u8::MAX)).collect())
        }
        (Leaf::Key(name), CellForm::Codes { values, .. }) => {
            let code = |value: String| values.iter().position(|other| *other == value).unwrap_or(values.len()) as u16;
            Column::Shorts(rows.iter().map(|row| row.key(name).map_or(u16::MAX, code)).collect())
        }
        (Leaf::Quantity(Quantity::Column { name, .. }), CellForm::Scaled(form)) => match form.width {
            Width::U8 => Column::Bytes(rows.iter().map(|row| number(row, name).map_or(u8::MAX, |number| number as u8)).collect()),
            Width::U16 => Column::Shorts(rows.iter().map(|row| number(row, name).map_or(u16::MAX, |number| number as u16)).collect()),
            Width::I32 => Column::Integers(rows.iter().map(|row| number(row, name).map_or(i32::MAX, |number| number as i32)).collect()),
            _ => Column::Longs(rows.iter().map(|row| number(row, name).unwrap_or(i64::MAX)).collect()),
        },
        (Leaf::Quantity(Quantity::Column { name, .. }), _) => {
            let ends = |end: fn(simple::Bounds) -> Option<simple::Fraction>| {
                rows.iter()
                    .map(move |row| end(row.number(name)).and_then(|(numerator, denominator)| Number::fraction(numerator, denominator)))
            };
            Column::Bounds(
                ends(|bounds| bounds.0).map(|end| end.unwrap_or(Number::NEGATIVE_INFINITY)).collect(),
                ends(|bounds| bounds.1).map(|end| end.unwrap_or(Number::INFINITY)).collect(),
            )
        }
        _ => unreachable!("rules of these tests name columns only"),
    }
}

/// Verdicts of all rows, and the trace of each.
fn judged(program: &Program, rows: &[Row]) -> (Vec<u8>, Vec<Trace>) {
    let columns = columns(program, rows);
    let batch =
        Batch::new(program.inputs(), rows.len(), columns.iter().map(Column::cells).collect()).expect("columns were made for the program");
    let mut scratch = Scratch::default();
    let verdicts = program.evaluate(&batch, &mut scratch).to_vec();
    (verdicts, (0..rows.len()).map(|row| program.trace(&batch, row, &mut scratch)).collect())
}

fn value_of(bounds: simple::Bounds) -> Value {
    let number =
        |end: Option<simple::Fraction>, infinite: Number| end.and_then(|(part, of)| Number::fraction(part, of)).unwrap_or(infinite);
    Value::Amount { least: number(bounds.0, Number::NEGATIVE_INFINITY), most: number(bounds.1, Number::INFINITY) }
}

fn verdict_of(byte: u8) -> Value {
    Value::Verdict([Verdict::NotMet, Verdict::Unknown, Verdict::Met][usize::from(byte)])
}

/// Every value of a trace is the one that the simple evaluator finds for that part.
fn check_trace(rule: &Rule, row: &Row, trace: &Trace) {
    assert_eq!(trace.value, verdict_of(simple::verdict(rule, row)), "{rule:?}");
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => {
            assert_eq!(of.len(), trace.of.len());
            of.iter().zip(&trace.of).for_each(|(rule, trace)| check_trace(rule, row, trace));
        }
        Test::Amount { of, .. } => check_amount(of, row, &trace.of[0]),
        Test::Fact(_) => assert!(trace.of.is_empty()),
    }
}

fn check_amount(quantity: &Quantity, row: &Row, trace: &Trace) {
    assert_eq!(trace.value, value_of(simple::amount(quantity, row)), "{quantity:?}");
    match quantity {
        Quantity::Bands { of, .. } | Quantity::Ratio { of, .. } => check_amount(of, row, &trace.of[0]),
        Quantity::If { rule, .. } => check_trace(rule, row, &trace.of[0]),
        Quantity::Total { of, bonus, penalty, .. } => {
            let parts = of.iter().chain(bonus).chain(penalty);
            parts.zip(&trace.of).for_each(|(part, trace)| check_amount(&part.of, row, trace));
        }
        Quantity::MeanOf(of) | Quantity::LeastOf(of) | Quantity::GreatestOf(of) | Quantity::Run { of, .. } => {
            of.iter().zip(&trace.of).for_each(|(quantity, trace)| check_amount(quantity, row, trace));
        }
        _ => assert!(trace.of.is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn narrow_columns_and_exact_bounds_agree_with_the_simple_evaluator(rule in strategies::rule(3), rows in strategies::rows()) {
        let expected: Vec<u8> = rows.iter().map(|row| simple::verdict(&rule, row)).collect();
        let narrow = Program::compile_for(&rule, &Narrow).expect("random rules can be judged");
        let exact = Program::compile(&rule).expect("random rules can be judged");
        for program in [narrow, exact] {
            let (verdicts, traces) = judged(&program, &rows);
            prop_assert_eq!(&verdicts, &expected);
            rows.iter().zip(&traces).for_each(|(row, trace)| check_trace(&rule, row, trace));
        }
    }
}
