//! A population as Parquet, a group of rows at a time.

use std::io::Write;
use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, UInt8Array, UInt16Array, UInt32Array};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::population::{GROUP, Population};
use crate::columns::{Column, Values};

/// Writes a population. `done` hears of each group with the number of groups written.
pub fn write(population: &Population, out: impl Write + Send, mut done: impl FnMut(u64)) -> Result<(), ParquetError> {
    let schema = Arc::new(schema(population));
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).set_max_row_group_row_count(Some(GROUP)).build();
    let mut writer = ArrowWriter::try_new(out, Arc::clone(&schema), Some(properties))?;
    for group in 0..population.groups() {
        let columns = population.group(group).into_iter().map(array).collect();
        writer.write(&RecordBatch::try_new(Arc::clone(&schema), columns)?)?;
        done(group + 1);
    }
    writer.close()?;
    Ok(())
}

fn schema(population: &Population) -> Schema {
    let kind = |name: &str| if name == "commune" { DataType::UInt16 } else { DataType::UInt8 };
    Schema::new(population.names().into_iter().map(|(name, uncertain)| Field::new(&name, kind(&name), uncertain)).collect::<Vec<_>>())
}

fn array(column: Column) -> ArrayRef {
    let known = column.known.map(|known| known.into_iter().map(|byte| byte == 1).collect::<Vec<bool>>().into());
    match column.values {
        Values::U8(values) => Arc::new(UInt8Array::new(values.into(), known)),
        Values::U16(values) => Arc::new(UInt16Array::new(values.into(), known)),
        Values::U32(values) => Arc::new(UInt32Array::new(values.into(), known)),
        Values::I64(values) => Arc::new(Int64Array::new(values.into(), known)),
    }
}
