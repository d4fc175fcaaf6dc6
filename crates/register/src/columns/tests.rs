//! What is read out of Parquet and CSV, and what is refused.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray, UInt8Array, UInt16Array};
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::file::properties::WriterProperties;

use super::packed::every_byte;
use super::parquet::Parquet;
use super::results::{CsvResults, Kept, ParquetResults, Results};
use super::{ColumnError, FieldKind, Packed, Packing, Wanted, Width, csv};

/// Two groups of rows: five and two.
fn file() -> Bytes {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("points", Arc::new(UInt8Array::from(vec![Some(0), None, Some(10), Some(7), Some(3), Some(9), None]))),
        ("commune", Arc::new(UInt16Array::from(vec![0, 1, 2, 3320, 1, 1, 0]))),
        ("hours", Arc::new(Float64Array::from(vec![Some(0.5), Some(8.125), None, Some(1.0), Some(2.0), Some(0.1), Some(3.0)]))),
        ("yes", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None, Some(true), Some(true), Some(false), Some(false)]))),
        ("region", Arc::new(StringArray::from(vec![Some("hill"), Some("isle"), Some("plain"), None, Some("hill"), Some("isle"), None]))),
        ("big", Arc::new(Int64Array::from(vec![-1, 0, 1, 2, 3, 4, 5_000_000_000]))),
    ];
    let batch = RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).expect("even");
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(5)).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).expect("a schema");
    writer.write(&batch).expect("in memory");
    writer.into_inner().expect("in memory").into()
}

/// The same rows as CSV.
const ROWS: &str = "\u{feff}points,commune,hours,yes,region,big
0,0,0.5,1,hill,-1
,1,8.125,0,isle,0
10,2,,,plain,1
7,3320,1,1,,2
3,1,2,1,hill,3
9,1,\"0,1\",0,isle,4
,0,3.000,0,,5000000000
";

fn number(name: &str, width: Width, scale: i64, least: i64, most: i64) -> Wanted {
    Wanted { name: name.to_owned(), packing: Packing::Number { width, scale, least, most } }
}

fn wanted() -> Vec<Wanted> {
    let regions = Packing::Codes { values: vec!["hill".to_owned(), "isle".to_owned()], width: Width::Bytes };
    vec![
        number("points", Width::Bytes, 1, 0, 10),
        number("commune", Width::Shorts, 1, 0, 65_534),
        number("hours", Width::Integers, 1000, 0, 24_000),
        Wanted { name: "yes".to_owned(), packing: Packing::Flags },
        Wanted { name: "region".to_owned(), packing: regions },
        number("big", Width::Longs, 1, -10, 10_000_000_000),
    ]
}

fn packed() -> Vec<Packed> {
    vec![
        Packed::Bytes(vec![0, 255, 10, 7, 3, 9, 255]),
        Packed::Shorts(vec![0, 1, 2, 3320, 1, 1, 0]),
        Packed::Integers(vec![500, 8125, i32::MAX, 1000, 2000, 100, 3000]),
        Packed::Bytes(vec![1, 0, 255, 1, 1, 0, 0]),
        Packed::Bytes(vec![0, 1, 2, 255, 0, 1, 255]),
        Packed::Longs(vec![-1, 0, 1, 2, 3, 4, 5_000_000_000]),
    ]
}

/// All parts of all groups, one after the other.
fn read_parquet(bytes: Bytes, wanted: &[Wanted], rows: usize) -> Result<Vec<Packed>, ColumnError> {
    let parquet = Parquet::open(&bytes)?;
    let mut all: Vec<Packed> = wanted.iter().map(|wanted| Packed::empty(&wanted.packing)).collect();
    for group in 0..parquet.groups() {
        parquet.read(bytes.clone(), group, wanted, rows, |part| {
            all.iter_mut().zip(&part).for_each(|(all, part)| all.append(part));
            Ok(())
        })?;
    }
    Ok(all)
}

fn read_csv(text: &str, wanted: &[Wanted], rows: usize) -> Result<Vec<Packed>, ColumnError> {
    let mut all: Vec<Packed> = wanted.iter().map(|wanted| Packed::empty(&wanted.packing)).collect();
    csv::read(text.as_bytes(), wanted, &[], rows, |part, _| {
        all.iter_mut().zip(&part).for_each(|(all, part)| all.append(part));
        Ok(())
    })?;
    Ok(all)
}

#[rstest::rstest]
#[case(1)]
#[case(2)]
#[case(100)]
fn both_kinds_of_files_give_the_same_columns(#[case] rows: usize) {
    assert_eq!(read_parquet(file(), &wanted(), rows).expect("sound"), packed());
    assert_eq!(read_csv(ROWS, &wanted(), rows).expect("sound"), packed());
}

#[test]
fn a_file_says_what_its_columns_are() {
    let parquet = Parquet::open(&file()).expect("sound");
    let kinds: Vec<_> = parquet.fields().into_iter().map(|field| field.kind).collect();
    use FieldKind::{Bytes, Flags, Places, Whole, Words};
    assert_eq!(kinds, [Bytes, Whole, Places, Flags, Words, Whole]);
    assert_eq!((parquet.groups(), parquet.rows(), parquet.rows_before(1)), (2, 7, 5));
}

#[rstest::rstest]
#[case(number("points", Width::Bytes, 1, 0, 9), "points", 3, "10")]
#[case(number("points", Width::Bytes, 1, 1, 10), "points", 1, "0")]
#[case(number("commune", Width::Shorts, 1, 0, 3000), "commune", 4, "3320")]
#[case(number("hours", Width::Integers, 10, 0, 240), "hours", 2, "8.125")]
#[case(number("big", Width::Bytes, 1, 0, 10), "big", 1, "-1")]
#[case(Wanted { name: "points".to_owned(), packing: Packing::Flags }, "points", 3, "10")]
fn a_value_outside_its_bounds_is_named_with_its_row(#[case] wanted: Wanted, #[case] name: &str, #[case] line: u64, #[case] text: &str) {
    match read_parquet(file(), &[wanted], 2) {
        Err(ColumnError::Value { column, row, value }) => assert_eq!((column.as_str(), row, value.as_str()), (name, line, text)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_number_that_is_none_is_named_with_its_row() {
    let wanted = [number("hours", Width::Integers, 1000, 0, 24_000)];
    match read_csv("hours\n1\nmany\n", &wanted, 10) {
        Err(ColumnError::Value { column, row, value }) => assert_eq!((column.as_str(), row, value.as_str()), ("hours", 2, "many")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let wanted = [number("height", Width::Bytes, 1, 0, 10)];
    assert!(matches!(read_parquet(file(), &wanted, 10), Err(ColumnError::NoColumn(name)) if name == "height"));
    assert!(matches!(read_csv(ROWS, &wanted, 10), Err(ColumnError::NoColumn(name)) if name == "height"));
}

#[test]
fn a_damaged_file_is_an_error() {
    let bytes = file();
    assert!(Parquet::open(&bytes.slice(..bytes.len() / 2)).is_err());
    assert!(Parquet::open(&Bytes::from_static(b"id,points\n")).is_err());
}

#[test]
fn a_byte_that_is_known_is_never_taken_for_a_missing_one() {
    let column: ArrayRef = Arc::new(UInt8Array::from(vec![Some(1), Some(255)]));
    let batch = RecordBatch::try_from_iter_with_nullable([("code", column, true)]).expect("even");
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("a schema");
    writer.write(&batch).expect("in memory");
    let bytes: Bytes = writer.into_inner().expect("in memory").into();
    let codes = Wanted { name: "code".to_owned(), packing: Packing::Codes { values: every_byte(), width: Width::Bytes } };
    assert!(matches!(read_parquet(bytes, &[codes], 10), Err(ColumnError::Value { row: 2, .. })));
}

#[test]
fn results_stand_beside_what_was_kept() {
    let bytes = file();
    let parquet = Parquet::open(&bytes).expect("sound");
    let keep = ["region".to_owned(), "commune".to_owned()];
    let (mut text, mut columns) = (Vec::new(), Vec::new());
    let words = ["not-met", "unknown", "met"];
    let mut outs: [Box<dyn Results>; 2] =
        [Box::new(CsvResults::new(&mut text, "result", &words)), Box::new(ParquetResults::new(&mut columns, "result", &words))];
    let write = |_: Vec<Packed>, kept: Kept| outs.iter_mut().try_for_each(|out| out.write(&kept, &[2, 0, 1, 2, 2]));
    parquet.read_keeping(bytes.clone(), 0, &wanted(), &keep, 10, write).expect("sound");
    outs.into_iter().for_each(|out| out.close().expect("in memory"));
    let expected = "region,commune,result\nhill,0,met\nisle,1,not-met\nplain,2,unknown\n,3320,met\nhill,1,met\n";
    assert_eq!(String::from_utf8_lossy(&text), expected);

    let codes = Packing::Codes { values: words.map(str::to_owned).to_vec(), width: Width::Bytes };
    let result = [Wanted { name: "result".to_owned(), packing: codes }];
    assert_eq!(read_parquet(columns.into(), &result, 10).expect("as written"), [Packed::Bytes(vec![2, 0, 1, 2, 2])]);
}
