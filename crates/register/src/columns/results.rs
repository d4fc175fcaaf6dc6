//! Results out: the columns that were kept (ids, units), and a word for each row, as Parquet or as CSV.

use std::io::Write;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Int8Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::ColumnError;

/// Columns that go from the file that is read to the one that is written as they are.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    columns: Vec<(String, ArrayRef)>,
}

impl Kept {
    pub(super) fn new(columns: Vec<(String, ArrayRef)>) -> Kept {
        Kept { columns }
    }

    pub(super) fn of_words(columns: impl IntoIterator<Item = (String, Vec<String>)>) -> Kept {
        let array = |words: Vec<String>| Arc::new(StringArray::from(words)) as ArrayRef;
        Kept { columns: columns.into_iter().map(|(name, words)| (name, array(words))).collect() }
    }
}

/// Where results go.
pub trait Results {
    /// Adds rows: what was kept of them, and the place of each result among the words.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    fn write(&mut self, kept: &Kept, results: &[u8]) -> Result<(), ColumnError>;

    /// Writes what is still to be written.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    fn close(self: Box<Self>) -> Result<(), ColumnError>;
}

/// Results as Parquet.
pub struct ParquetResults<W: Write + Send> {
    out: Option<W>,
    writer: Option<(SchemaRef, ArrowWriter<W>)>,
    heading: String,
    words: ArrayRef,
}

impl<W: Write + Send> ParquetResults<W> {
    /// Results under a heading, in these words.
    pub fn new(out: W, heading: &str, words: &[&str]) -> ParquetResults<W> {
        let words = Arc::new(StringArray::from(words.to_vec()));
        ParquetResults { out: Some(out), writer: None, heading: heading.to_owned(), words }
    }

    /// The writer; the first rows say which columns there are.
    fn writer(&mut self, kept: &Kept) -> Result<&mut (SchemaRef, ArrowWriter<W>), ColumnError> {
        if let Some(out) = self.out.take() {
            let mut fields: Vec<_> = kept.columns.iter().map(|(name, array)| Field::new(name, array.data_type().clone(), true)).collect();
            let word = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
            fields.push(Field::new(&self.heading, word, false));
            let schema = Arc::new(Schema::new(fields));
            let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
            let writer = ArrowWriter::try_new(out, Arc::clone(&schema), Some(properties))?;
            self.writer = Some((schema, writer));
        }
        self.writer.as_mut().ok_or(ColumnError::Stopped)
    }
}

impl<W: Write + Send> Results for ParquetResults<W> {
    fn write(&mut self, kept: &Kept, results: &[u8]) -> Result<(), ColumnError> {
        let keys = Int8Array::from_iter_values(results.iter().map(|&result| i8::try_from(result).unwrap_or_default()));
        let words = DictionaryArray::<Int8Type>::try_new(keys, Arc::clone(&self.words)).map_err(parquet::errors::ParquetError::from)?;
        let mut columns: Vec<ArrayRef> = kept.columns.iter().map(|(_, array)| Arc::clone(array)).collect();
        columns.push(Arc::new(words));
        let (schema, writer) = self.writer(kept)?;
        let batch = RecordBatch::try_new(Arc::clone(schema), columns).map_err(parquet::errors::ParquetError::from)?;
        writer.write(&batch)?;
        Ok(())
    }

    fn close(mut self: Box<Self>) -> Result<(), ColumnError> {
        self.writer(&Kept::default())?;
        if let Some((_, writer)) = self.writer {
            writer.close()?;
        }
        Ok(())
    }
}

/// Results as CSV.
pub struct CsvResults<W: Write> {
    writer: csv::Writer<W>,
    begun: bool,
    heading: String,
    words: Vec<String>,
}

impl<W: Write> CsvResults<W> {
    /// Results under a heading, in these words.
    pub fn new(out: W, heading: &str, words: &[&str]) -> CsvResults<W> {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        CsvResults { writer: csv::Writer::from_writer(out), begun: false, heading: heading.to_owned(), words }
    }

    fn begin(&mut self, kept: &Kept) -> Result<(), ColumnError> {
        if !self.begun {
            self.begun = true;
            self.writer.write_record(kept.columns.iter().map(|(name, _)| name).chain([&self.heading]))?;
        }
        Ok(())
    }
}

impl<W: Write> Results for CsvResults<W> {
    fn write(&mut self, kept: &Kept, results: &[u8]) -> Result<(), ColumnError> {
        self.begin(kept)?;
        for (row, &result) in results.iter().enumerate() {
            for (_, array) in &kept.columns {
                self.writer.write_field(text(array, row))?;
            }
            self.writer.write_field(self.words.get(usize::from(result)).map_or("", String::as_str))?;
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    fn close(mut self: Box<Self>) -> Result<(), ColumnError> {
        self.begin(&Kept::default())?;
        self.writer.flush().map_err(|error| ColumnError::Csv(error.into()))
    }
}

/// A cell as it stands in a CSV file; one that is missing is empty.
fn text(array: &dyn Array, row: usize) -> String {
    if row >= array.len() || array.is_null(row) {
        return String::new();
    }
    match array.data_type() {
        DataType::UInt8 => array.as_primitive::<UInt8Type>().value(row).to_string(),
        DataType::UInt16 => array.as_primitive::<UInt16Type>().value(row).to_string(),
        DataType::UInt32 => array.as_primitive::<UInt32Type>().value(row).to_string(),
        DataType::UInt64 => array.as_primitive::<UInt64Type>().value(row).to_string(),
        DataType::Int8 => array.as_primitive::<Int8Type>().value(row).to_string(),
        DataType::Int16 => array.as_primitive::<Int16Type>().value(row).to_string(),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(row).to_string(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Boolean => u8::from(array.as_boolean().value(row)).to_string(),
        DataType::Utf8 => array.as_string::<i32>().value(row).to_owned(),
        DataType::LargeUtf8 => array.as_string::<i64>().value(row).to_owned(),
        _ => String::new(),
    }
}
