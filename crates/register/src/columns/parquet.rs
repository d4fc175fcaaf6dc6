//! Columns out of Parquet, a row group at a time: any number of threads read groups beside each other.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType, RecordBatch};
use arrow_schema::DataType;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
pub use parquet::file::reader::ChunkReader;

use super::packed::{Cell, ColumnError, Field, FieldKind, Packed, Packer, Packing, Wanted, lowest};
use super::results::Kept;

/// What a Parquet file says of itself.
#[derive(Debug, Clone)]
pub struct Parquet {
    metadata: ArrowReaderMetadata,
}

impl Parquet {
    /// Reads the footer.
    ///
    /// # Errors
    ///
    /// Where it is no Parquet file, or a damaged one.
    pub fn open(reader: &impl ChunkReader) -> Result<Parquet, ColumnError> {
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        Ok(Parquet { metadata: ArrowReaderMetadata::load(reader, options)? })
    }

    /// Its columns.
    pub fn fields(&self) -> Vec<Field> {
        self.metadata.schema().fields().iter().map(|field| Field { name: field.name().clone(), kind: kind(field.data_type()) }).collect()
    }

    /// How many row groups it has.
    pub fn groups(&self) -> usize {
        self.metadata.metadata().num_row_groups()
    }

    /// How many rows it has.
    pub fn rows(&self) -> u64 {
        self.metadata.metadata().row_groups().iter().map(|group| u64::try_from(group.num_rows()).unwrap_or(0)).sum()
    }

    /// How many rows stand before a group.
    pub fn rows_before(&self, group: usize) -> u64 {
        self.metadata.metadata().row_groups().iter().take(group).map(|group| u64::try_from(group.num_rows()).unwrap_or(0)).sum()
    }

    /// Reads some columns of a group, so many rows at a time.
    ///
    /// # Errors
    ///
    /// Where the file is damaged, a column is missing, or a value is not one of its column; and whatever `each` returns.
    pub fn read(
        &self,
        reader: impl ChunkReader + 'static,
        group: usize,
        wanted: &[Wanted],
        rows: usize,
        mut each: impl FnMut(Vec<Packed>) -> Result<(), ColumnError>,
    ) -> Result<(), ColumnError> {
        self.read_keeping(reader, group, wanted, &[], rows, |columns, _| each(columns))
    }

    /// The same, with other columns as they are.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn read_keeping(
        &self,
        reader: impl ChunkReader + 'static,
        group: usize,
        wanted: &[Wanted],
        keep: &[String],
        rows: usize,
        mut each: impl FnMut(Vec<Packed>, Kept) -> Result<(), ColumnError>,
    ) -> Result<(), ColumnError> {
        let names = || wanted.iter().map(|wanted| wanted.name.as_str()).chain(keep.iter().map(String::as_str));
        if let Some(absent) = names().find(|name| self.metadata.schema().fields().find(name).is_none()) {
            return Err(ColumnError::NoColumn(absent.to_owned()));
        }
        let mask = ProjectionMask::columns(self.metadata.parquet_schema(), names());
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(reader, self.metadata.clone());
        let batches = builder.with_row_groups(vec![group]).with_projection(mask).with_batch_size(rows.max(1)).build()?;
        let mut row = self.rows_before(group);
        for batch in batches {
            let batch = batch.map_err(|error| ColumnError::Parquet(error.into()))?;
            let columns = wanted.iter().map(|wanted| pack(&batch, wanted, row)).collect::<Result<_, _>>()?;
            row += batch.num_rows() as u64;
            let kept = keep.iter().filter_map(|name| Some((name.clone(), Arc::clone(batch.column_by_name(name)?))));
            each(columns, Kept::new(kept.collect()))?;
        }
        Ok(())
    }
}

fn kind(of: &DataType) -> FieldKind {
    match of {
        DataType::UInt8 => FieldKind::Bytes,
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 | DataType::UInt16 | DataType::UInt32 | DataType::UInt64 => {
            FieldKind::Whole
        }
        DataType::Decimal128(..) | DataType::Float32 | DataType::Float64 => FieldKind::Places,
        DataType::Boolean => FieldKind::Flags,
        DataType::Utf8 | DataType::LargeUtf8 => FieldKind::Words,
        _ => FieldKind::Other,
    }
}

fn pack(batch: &RecordBatch, wanted: &Wanted, row: u64) -> Result<Packed, ColumnError> {
    let array = batch.column_by_name(&wanted.name).ok_or_else(|| ColumnError::NoColumn(wanted.name.clone()))?;
    if let Some(packed) = pack_at_once(array, &wanted.packing) {
        return Ok(packed);
    }
    let whole = |number: i128| Cell::Number((number, 1));
    let mut cells = Cells { array, packer: Packer::new(wanted), row };
    match array.data_type() {
        DataType::UInt8 => cells.numbers::<UInt8Type>(|number| whole(number.into()))?,
        DataType::UInt16 => cells.numbers::<UInt16Type>(|number| whole(number.into()))?,
        DataType::UInt32 => cells.numbers::<UInt32Type>(|number| whole(number.into()))?,
        DataType::UInt64 => cells.numbers::<UInt64Type>(|number| whole(number.into()))?,
        DataType::Int8 => cells.numbers::<Int8Type>(|number| whole(number.into()))?,
        DataType::Int16 => cells.numbers::<Int16Type>(|number| whole(number.into()))?,
        DataType::Int32 => cells.numbers::<Int32Type>(|number| whole(number.into()))?,
        DataType::Int64 => cells.numbers::<Int64Type>(|number| whole(number.into()))?,
        DataType::Float32 => cells.numbers::<Float32Type>(|number| fraction(number.into()))?,
        DataType::Float64 => cells.numbers::<Float64Type>(fraction)?,
        DataType::Decimal128(_, places) => {
            let of = u32::try_from(*places).ok().and_then(|places| 10_i128.checked_pow(places)).unwrap_or(1);
            cells.numbers::<Decimal128Type>(|number| Cell::Number(lowest((number, of))))?;
        }
        DataType::Boolean => {
            let values = array.as_boolean();
            cells.each(|place| Cell::Flag(values.value(place)))?;
        }
        DataType::Utf8 => {
            let values = array.as_string::<i32>();
            cells.each(|place| Cell::Word(values.value(place)))?;
        }
        DataType::LargeUtf8 => {
            let values = array.as_string::<i64>();
            cells.each(|place| Cell::Word(values.value(place)))?;
        }
        _ => return Err(cells.packer.misfit(Cell::Word(&array.data_type().to_string()), row + 1)),
    }
    Ok(cells.packer.packed)
}

/// Bytes for bytes, and 16 bits for 16 bits.
fn pack_at_once(array: &dyn Array, packing: &Packing) -> Option<Packed> {
    let gaps = array.nulls().map(gaps).unwrap_or_default();
    match array.data_type() {
        DataType::UInt8 => packing.bytes(array.as_primitive::<UInt8Type>().values(), &gaps).map(Packed::Bytes),
        DataType::UInt16 => packing.shorts(array.as_primitive::<UInt16Type>().values(), &gaps).map(Packed::Shorts),
        _ => None,
    }
}

/// Where values are missing.
fn gaps(nulls: &arrow_buffer::NullBuffer) -> Vec<usize> {
    let mut gaps = Vec::with_capacity(nulls.null_count());
    let mut from = 0;
    for (start, end) in nulls.valid_slices() {
        gaps.extend(from..start);
        from = end;
    }
    gaps.extend(from..nulls.len());
    gaps
}

/// A binary fraction is taken for the decimal of three places that it was made from; another one fits no column.
fn fraction(number: f64) -> Cell<'static> {
    let thousandths = (number * 1000.0).round();
    if thousandths.abs() < 9e15 && (number * 1000.0 - thousandths).abs() < 1e-3 {
        // The bound above keeps it within 64 bits.
        return Cell::Number(lowest((thousandths as i128, 1000)));
    }
    Cell::Number((i128::MAX, 1))
}

struct Cells<'a> {
    array: &'a dyn Array,
    packer: Packer<'a>,
    row: u64,
}

impl<'a> Cells<'a> {
    fn numbers<T: ArrowPrimitiveType>(&mut self, cell: impl Fn(T::Native) -> Cell<'static>) -> Result<(), ColumnError> {
        let values = self.array.as_primitive::<T>().values();
        self.each(|place| values.get(place).map_or(Cell::Missing, |&value| cell(value)))
    }

    fn each(&mut self, cell: impl Fn(usize) -> Cell<'a>) -> Result<(), ColumnError> {
        for place in 0..self.array.len() {
            let cell = if self.array.is_null(place) { Cell::Missing } else { cell(place) };
            self.packer.push(cell, self.row + 1 + place as u64)?;
        }
        Ok(())
    }
}
