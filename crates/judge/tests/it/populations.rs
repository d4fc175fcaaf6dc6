//! Whole populations: everybody, only what changed, and straight from a Parquet file.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, UInt8Array, UInt16Array};
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::file::properties::WriterProperties;
use phongtrao_judge::Program;
use phongtrao_judge::population::{Alone, Counts, FileColumns, Judged, Population, Stream, Unfit, wanted};
use phongtrao_judge::program::{Scratch, Value};
use phongtrao_register::columns::parquet::Parquet;
use phongtrao_register::columns::{Packed, Wanted};
use phongtrao_rules::criteria::{Audience, Fact, Limit, Part, Quantity, Rule, Span, Test};
use phongtrao_value::Decimal;

const PEOPLE: usize = 20_000;
const UNITS: usize = 300;
const INDICATORS: usize = 10;

fn decimal(number: i64) -> Decimal {
    Decimal::from_thousandths(number * 1000)
}

fn rule(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

/// At least 80 in total, none under 5.
fn flat() -> Rule {
    let column = |number: usize| Quantity::Column { name: format!("i{number:02}"), least: Decimal::ZERO, most: decimal(10) };
    let part = |number: usize| Part { id: None, label: None, source: None, audience: Audience::All, of: column(number) };
    let total = Quantity::Total {
        of: (0..INDICATORS).map(part).collect(),
        bonus: Vec::new(),
        bonus_most: None,
        penalty: Vec::new(),
        penalty_most: None,
    };
    let at_least = |of: Quantity, min: i64| rule(Test::Amount { of, min: Some(Limit::Fixed(decimal(min))), max: None });
    rule(Test::All(vec![at_least(total, 80), at_least(Quantity::LeastOf((0..INDICATORS).map(column).collect()), 5)]))
}

/// A number that looks random, the same on every machine.
fn scattered(row: usize, column: usize) -> u64 {
    let mut number = (row as u64) << 8 | column as u64;
    for factor in [0xbf58_476d_1ce4_e5b9_u64, 0x94d0_49bb_1331_11eb] {
        number = (number ^ (number >> 30)).wrapping_mul(factor);
    }
    number ^ (number >> 31)
}

fn score(row: usize, column: usize) -> Option<u8> {
    let number = scattered(row, column);
    (!number.is_multiple_of(50)).then_some(10 - (number % 16).saturating_sub(11).min(6) as u8 - (number % 3) as u8)
}

fn unit(row: usize) -> u16 {
    (scattered(row, 99) % UNITS as u64) as u16
}

/// The rule as anybody would write it by hand, twice: with nothing and with everything for what is missing.
fn expected(row: usize) -> u8 {
    let met = |missing: u8| {
        let scores: Vec<u64> = (0..INDICATORS).map(|column| u64::from(score(row, column).unwrap_or(missing))).collect();
        scores.iter().sum::<u64>() >= 80 && scores.iter().all(|&score| score >= 5)
    };
    u8::from(met(0)) + u8::from(met(10))
}

fn file() -> Bytes {
    let units: ArrayRef = Arc::new(UInt16Array::from_iter_values((0..PEOPLE).map(unit)));
    let column = |column: usize| -> ArrayRef { Arc::new((0..PEOPLE).map(|row| score(row, column)).collect::<UInt8Array>()) };
    let columns = (0..INDICATORS).map(|number| (format!("i{number:02}"), column(number)));
    let batch = RecordBatch::try_from_iter_with_nullable(
        std::iter::once(("commune".to_owned(), units)).chain(columns).map(|(name, array)| (name, array, true)),
    );
    let batch = batch.expect("even columns");
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(7000)).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).expect("a schema");
    writer.write(&batch).expect("in memory");
    writer.into_inner().expect("in memory").into()
}

fn program(parquet: &Parquet) -> (Program, Vec<Wanted>) {
    let program = Program::compile_for(&flat(), &FileColumns(&parquet.fields())).expect("a rule over columns");
    let wanted = wanted(&program).expect("a rule over columns");
    (program, wanted)
}

fn loaded() -> (Program, Population, Counts) {
    let bytes = file();
    let parquet = Parquet::open(&bytes).expect("a file");
    let (program, wanted) = program(&parquet);
    let stream = Stream { parquet: &parquet, wanted: &wanted, unit: Some("commune"), open: || Ok(bytes.clone()) };
    let population = stream.load(&Alone).expect("sound");
    let counts = stream.count(&program, &Alone).expect("sound");
    let (verdicts, units) = stream.judge(&program, &Alone).expect("sound");
    assert_eq!(verdicts, population.judge(&program, &Alone).verdicts());
    assert_eq!(units, population.units);
    (program, population, counts)
}

#[test]
fn everybody_is_judged_as_by_hand() {
    let (program, population, streamed) = loaded();
    let judged = population.judge(&program, &Alone);
    let by_hand: Vec<u8> = (0..PEOPLE).map(expected).collect();
    assert_eq!(judged.verdicts(), by_hand);
    for unit_code in 0..UNITS as u16 {
        let count = |verdict: u8| (0..PEOPLE).filter(|&row| unit(row) == unit_code && by_hand[row] == verdict).count() as u64;
        assert_eq!(judged.counts().of(unit_code), [count(0), count(1), count(2)]);
    }
    assert!(judged.counts().all().iter().all(|&count| count > 100), "{:?}", judged.counts().all());
    assert_eq!((judged.counts(), &population.count(&program, &Alone)), (&streamed, &streamed));
}

#[test]
fn only_what_changed_is_judged_again() {
    let (program, mut population, _) = loaded();
    let mut judged: Judged = population.judge(&program, &Alone);
    let mut scratch = Scratch::default();
    for row in (0..PEOPLE).step_by(37) {
        let Packed::Bytes(scores) = &mut population.columns[row % INDICATORS] else { panic!("indicators are bytes") };
        scores[row] = if scores[row] == u8::MAX { 10 } else { 0 };
        let mended = judged.mend(&program, &population, row, &mut scratch).expect("a row of the population");
        assert_eq!(mended.after, judged.verdicts()[row]);
        assert!(matches!(mended.trace.value, Value::Verdict(verdict) if verdict as u8 == mended.after));
    }
    assert_eq!(judged, population.judge(&program, &Alone));
    assert!(judged.mend(&program, &population, PEOPLE, &mut scratch).is_none());
}

#[test]
fn what_no_column_answers_is_said() {
    let fact = Fact::Yes { of: "contest".to_owned(), span: Span::Round };
    let program = Program::compile(&rule(Test::Fact(fact.clone()))).expect("a rule");
    assert_eq!(wanted(&program), Err(Unfit(phongtrao_judge::program::Leaf::Fact(fact))));
}
