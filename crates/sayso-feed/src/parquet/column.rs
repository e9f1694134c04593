//! A column's values, row by row.

use std::collections::HashMap;
use std::sync::Arc;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::{ByteArrayType, DataType, FixedLenByteArrayType};
use parquet::errors::Result;
use parquet::file::metadata::FileMetaData;
use parquet::file::reader::RowGroupReader;
use parquet::schema::types::ColumnDescPtr;
use serde_json::{Map, Value};

use super::hint::{self, Hints};
use super::kind::{Kind, Shape, day, moment};
use super::pages::Checked;

/// A column of the file.
pub(super) struct Column {
    pub(super) name: String,
    shape: Shape,
    /// Where its first values are: of a record, they say whether there is one.
    leaf: usize,
    descriptor: ColumnDescPtr,
}

/// The value of a row; the error says what it is.
pub(super) type Cell = std::result::Result<Value, String>;

/// Reads the rows of a group one after another.
pub(super) struct Reader(ColumnReader);

/// The columns with these names, in the order of the file.
pub(super) fn named(metadata: &FileMetaData, names: &[&str]) -> Vec<Column> {
    let schema = metadata.schema_descr();
    let mut leaves = HashMap::new();
    for leaf in 0..schema.num_columns() {
        leaves.entry(schema.get_column_root_idx(leaf)).or_insert(leaf);
    }
    let told = metadata.key_value_metadata().into_iter().flatten().find(|told| told.key == "ARROW:schema");
    let message = told.and_then(|told| hint::decode(told.value.as_deref()?));
    let hints = message.as_deref().and_then(Hints::of);
    let column = |(at, field): (usize, &Arc<parquet::schema::types::Type>)| {
        let name = field.name();
        let leaf = *leaves.get(&at).filter(|_| names.contains(&name))?;
        let shape = Shape::of(field, hints.as_ref().and_then(|hints| hints.get(at, name)).as_ref());
        Some(Column { name: name.to_owned(), shape, leaf, descriptor: schema.column(leaf) })
    };
    metadata.schema().get_fields().iter().enumerate().filter_map(column).collect()
}

impl Column {
    pub(super) fn reader(&self, group: &dyn RowGroupReader) -> Result<Reader> {
        let pages = Checked::new(group.get_column_page_reader(self.leaf)?, &self.descriptor);
        Ok(Reader(get_column_reader(self.descriptor.clone(), Box::new(pages))))
    }

    /// As many of the next rows as there are, up to `count`.
    pub(super) fn read(&self, reader: &mut Reader, count: usize) -> Result<Vec<Cell>> {
        match &mut reader.0 {
            ColumnReader::BoolColumnReader(reader) => self.cells(reader, count, |_, _| Ok(other())),
            ColumnReader::Int32ColumnReader(reader) => self.cells(reader, count, |kind, value| {
                Ok(match kind {
                    Kind::Unsigned => Value::from(value.cast_unsigned()),
                    kind => of_number(kind, i64::from(value)),
                })
            }),
            ColumnReader::Int64ColumnReader(reader) => self.cells(reader, count, |kind, value| {
                Ok(match kind {
                    Kind::Unsigned => Value::from(value.cast_unsigned()),
                    kind => of_number(kind, value),
                })
            }),
            ColumnReader::Int96ColumnReader(reader) => {
                self.cells(reader, count, |kind, value| Ok(of_number(kind, value.to_seconds())))
            }
            ColumnReader::FloatColumnReader(reader) => {
                self.cells(reader, count, |_, value| Ok(f64::from(value).into()))
            }
            ColumnReader::DoubleColumnReader(reader) => self.cells(reader, count, |_, value| Ok(value.into())),
            ColumnReader::ByteArrayColumnReader(reader) => {
                self.cells::<ByteArrayType>(reader, count, |_, value| of_bytes(value.data()))
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                self.cells::<FixedLenByteArrayType>(reader, count, |kind, value| match (kind, value.data()) {
                    (Kind::Float, &[low, high]) => Ok(half(u16::from_le_bytes([low, high])).into()),
                    (_, bytes) => of_bytes(bytes),
                })
            }
        }
    }

    fn cells<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        count: usize,
        convert: impl Fn(&Kind, T::T) -> Cell,
    ) -> Result<Vec<Cell>> {
        let (mut defined, mut repeated, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let (rows, ..) = reader.read_records(count, Some(&mut defined), Some(&mut repeated), &mut values)?;
        let mut values = values.into_iter();
        let full = self.descriptor.max_def_level();
        // Without levels, every value is there and is a row's.
        if full == 0 {
            defined = vec![0; rows];
        }
        let mut next = |kind: &Kind, level: i16| {
            let value = if level == full { values.next() } else { None };
            match value {
                _ if *kind == Kind::Other => Ok(other()),
                Some(value) => convert(kind, value),
                None => Ok(Value::Null),
            }
        };
        let mut cells: Vec<Cell> = Vec::with_capacity(rows);
        match &self.shape {
            Shape::One(kind) => {
                for (i, level) in defined.into_iter().enumerate() {
                    let cell = next(kind, level);
                    // Of the values of a list within a record, the first is the row's.
                    if repeated.get(i).is_none_or(|level| *level == 0) {
                        cells.push(cell);
                    }
                }
            }
            Shape::List { from, items } => {
                for (level, repeat) in defined.into_iter().zip(repeated) {
                    let item = (level > *from).then(|| next(items, level));
                    if repeat == 0 {
                        cells.push(Ok(if level < *from { Value::Null } else { Value::Array(Vec::new()) }));
                    }
                    // Deeper ones are of lists within.
                    let (Some(item), true) = (item, repeat <= 1) else { continue };
                    if let Some(cell) = cells.last_mut() {
                        match (cell.as_mut(), item) {
                            (Ok(Value::Array(all)), Ok(item)) => all.push(item),
                            (Ok(_), Err(what)) => *cell = Err(what),
                            _ => {}
                        }
                    }
                }
            }
        }
        Ok(cells)
    }
}

/// The value of a type that is none of ours.
fn other() -> Value {
    Value::Object(Map::new())
}

fn of_number(kind: &Kind, number: i64) -> Value {
    const DAY: i64 = 86_400_000;
    let date = match kind {
        Kind::Day => day(number),
        Kind::DayMillis => day(number.div_euclid(DAY)),
        Kind::Moment(units, zone) => moment(number.div_euclid(*units), *zone),
        _ => return number.into(),
    };
    date.map_or(Value::Null, Value::String)
}

fn of_bytes(bytes: &[u8]) -> Cell {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => {
            let at = error.valid_up_to();
            Err(format!("bytes that are not UTF-8, at byte {at}: save it as UTF-8"))
        }
    }
}

/// A number of 16 bits: one for the sign, five for the exponent.
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff) / 1024.0);
    let size = match exponent {
        0 => fraction * 2_f64.powi(-14),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1.0 + fraction) * 2_f64.powi(exponent - 15),
    };
    if bits >> 15 == 0 { size } else { -size }
}
