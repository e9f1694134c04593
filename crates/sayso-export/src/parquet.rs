//! Parquet: the tables as folders of files, Hive-partitioned by time: `articles/day=2026-11-24/part-0.parquet`.
//!
//! Columns are plain types and lists of them, compressed with zstd; nothing in a file says when or where it was written, so the same
//! articles give the same bytes. One partition is open at a time: articles should come in the order of their days. A day that comes
//! again gets another part.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::{iter, mem};

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type as Field, TypePtr};

use crate::tables::{Column, TABLES, Table, Type, Value};
use crate::{Export, Exported, Open};

/// By what time of publication files are partitioned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// `year=2026`
    Year,
    /// `month=2026-11`
    Month,
    /// `day=2026-11-24`
    #[default]
    Day,
}

/// The partition of articles without a day, as Hive names it.
const UNDATED: &str = "__HIVE_DEFAULT_PARTITION__";

/// Rows that make a row group at most.
const GROUP_ROWS: usize = 1 << 20;

/// Bytes of cells that wait until they make a row group.
const GROUP_BYTES: usize = 64 << 20;

/// zstd's own default.
const LEVEL: i32 = 3;

impl By {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Year, Self::Month, Self::Day];

    /// Its name: the key in paths.
    pub fn name(self) -> &'static str {
        match self {
            By::Year => "year",
            By::Month => "month",
            By::Day => "day",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The folder of a day.
    fn folder(self, day: Option<&str>) -> String {
        let length = match self {
            By::Year => 4,
            By::Month => 7,
            By::Day => 10,
        };
        let is_plain = |day: &&str| day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let value = day.filter(is_plain).and_then(|day| day.get(..length)).unwrap_or(UNDATED);
        format!("{}={value}", self.name())
    }
}

pub(crate) struct Partitions<'o> {
    open: Open<'o>,
    by: By,
    /// The partition that is being written.
    folder: String,
    /// Its files, in the order of [`TABLES`], where they have rows.
    files: [Option<File>; TABLES.len()],
    /// How many parts a table's folder has.
    parts: BTreeMap<String, usize>,
}

impl<'o> Partitions<'o> {
    pub(crate) fn new(open: Open<'o>, by: By) -> Self {
        Self { open, by, folder: String::new(), files: Default::default(), parts: BTreeMap::new() }
    }

    fn close(&mut self) -> io::Result<()> {
        self.files.iter_mut().filter_map(Option::take).try_for_each(File::close)
    }

    /// The next part of a table in this partition.
    fn part(&mut self, table: &Table) -> io::Result<File> {
        let folder = format!("{}/{}", table.name, self.folder);
        let part = self.parts.entry(folder.clone()).or_default();
        let out = (self.open)(&format!("{folder}/part-{part}.parquet"))?;
        *part += 1;
        // A column that the path has as well is read from the path.
        let columns = table.columns.iter().copied().filter(|column| column.name != self.by.name()).collect();
        File::new(out, columns)
    }
}

impl Export for Partitions<'_> {
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()> {
        let folder = self.by.folder(article.article.day.as_deref());
        if folder != self.folder {
            self.close()?;
            self.folder = folder;
        }
        for (i, table) in TABLES.iter().enumerate() {
            let rows = (table.rows)(article);
            if rows.is_empty() {
                continue;
            }
            let mut file = match self.files[i].take() {
                Some(file) => file,
                None => self.part(table)?,
            };
            rows.into_iter().try_for_each(|row| file.row(article, row))?;
            self.files[i] = Some(file);
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.close()
    }
}

struct File {
    writer: SerializedFileWriter<Box<dyn Write + Send>>,
    columns: Vec<Column>,
    /// The column's cells that wait to be written.
    waiting: Vec<Cells>,
    rows: usize,
    bytes: usize,
}

impl File {
    fn new(out: Box<dyn Write + Send>, columns: Vec<Column>) -> io::Result<Self> {
        let schema = schema(&columns).map_err(io::Error::other)?;
        let level = ZstdLevel::try_new(LEVEL).map_err(io::Error::other)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by("sayso".to_owned())
            .build();
        let writer = SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(io::Error::other)?;
        let waiting = columns.iter().map(|column| Cells::of(column.kind)).collect();
        Ok(Self { writer, columns, waiting, rows: 0, bytes: 0 })
    }

    fn row(&mut self, article: &Exported<'_>, row: usize) -> io::Result<()> {
        for (column, cells) in self.columns.iter().zip(&mut self.waiting) {
            self.bytes += cells.push((column.get)(article, row));
        }
        self.rows += 1;
        if self.rows >= GROUP_ROWS || self.bytes >= GROUP_BYTES { self.group() } else { Ok(()) }
    }

    /// Writes what waits as a row group.
    fn group(&mut self) -> io::Result<()> {
        if mem::take(&mut self.rows) == 0 {
            return Ok(());
        }
        self.bytes = 0;
        let mut write = || {
            let mut group = self.writer.next_row_group()?;
            for cells in &mut self.waiting {
                if let Some(column) = group.next_column()? {
                    cells.write(column)?;
                }
            }
            group.close()
        };
        write().map(drop).map_err(io::Error::other)
    }

    fn close(mut self) -> io::Result<()> {
        self.group()?;
        self.writer.into_inner().map_err(io::Error::other)?.flush()
    }
}

fn schema(columns: &[Column]) -> Result<TypePtr> {
    let fields: Result<Vec<TypePtr>> = columns.iter().map(|column| field(column.name, column.kind)).collect();
    Ok(Arc::new(Field::group_type_builder("schema").with_fields(fields?).build()?))
}

/// A field, which may be missing.
fn field(name: &str, kind: Type) -> Result<TypePtr> {
    /// What an item of a list is called; Arrow's name, which frames show.
    const ITEM: &str = "item";
    let plain = |physical: Physical, logical: Option<LogicalType>| {
        let field = Field::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        Ok(Arc::new(field.with_logical_type(logical).build()?))
    };
    let list = |item: TypePtr| {
        let items = Field::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![item]);
        let field = Field::group_type_builder(name).with_repetition(Repetition::OPTIONAL);
        let field = field.with_logical_type(Some(LogicalType::List)).with_fields(vec![Arc::new(items.build()?)]);
        Ok(Arc::new(field.build()?))
    };
    match kind {
        Type::Text => plain(Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Type::Int => plain(Physical::INT64, None),
        Type::Real => plain(Physical::DOUBLE, None),
        Type::Flag => plain(Physical::BOOLEAN, None),
        Type::Texts => list(field(ITEM, Type::Text)?),
        Type::Ints => list(field(ITEM, Type::Int)?),
        Type::Spans => list(field(ITEM, Type::Ints)?),
    }
}

/// Cells of one column, as Parquet has them: the values that are there, and levels that say what is missing and where lists begin.
struct Cells {
    kind: Type,
    values: Values,
    /// How much of a value there is. A plain one is missing or there, 0 or 1; a list is missing, is empty, has an item that is
    /// missing, has one, 0 to 3; a list of lists is missing, is empty, and from 2 on as its lists are.
    defined: Vec<i16>,
    /// In which list it goes on, the outermost being 1; 0 where a row begins. Empty without lists.
    repeated: Vec<i16>,
}

enum Values {
    /// One after another, and where each ends.
    Texts(Vec<u8>, Vec<usize>),
    Ints(Vec<i64>),
    Reals(Vec<f64>),
    Flags(Vec<bool>),
}

impl Cells {
    fn of(kind: Type) -> Self {
        let values = match kind {
            Type::Text | Type::Texts => Values::Texts(Vec::new(), Vec::new()),
            Type::Int | Type::Ints | Type::Spans => Values::Ints(Vec::new()),
            Type::Real => Values::Reals(Vec::new()),
            Type::Flag => Values::Flags(Vec::new()),
        };
        Self { kind, values, defined: Vec::new(), repeated: Vec::new() }
    }

    /// Takes a cell, and says how many bytes it weighs. A value of another type than the column's is none.
    fn push(&mut self, value: Value<'_>) -> usize {
        const NUMBER: usize = 8;
        match (self.kind, value) {
            (Type::Text, Value::Text(text)) => {
                self.text(text);
                self.defined.push(1);
                return text.len();
            }
            (Type::Int, Value::Int(number)) => {
                self.int(number);
                self.defined.push(1);
            }
            (Type::Real, Value::Real(number)) => {
                if let Values::Reals(values) = &mut self.values {
                    values.push(number);
                }
                self.defined.push(1);
            }
            (Type::Flag, Value::Flag(flag)) => {
                if let Values::Flags(values) = &mut self.values {
                    values.push(flag);
                }
                self.defined.push(1);
            }
            (Type::Texts, Value::Texts(texts)) => {
                self.list(texts.len(), |cells, i| {
                    cells.text(texts[i]);
                    cells.defined.push(3);
                });
                return texts.iter().map(|text| text.len()).sum();
            }
            (Type::Ints, Value::Ints(numbers)) => {
                self.list(numbers.len(), |cells, i| match numbers[i] {
                    Some(number) => {
                        cells.int(number);
                        cells.defined.push(3);
                    }
                    None => cells.defined.push(2),
                });
                return numbers.len() * NUMBER;
            }
            (Type::Spans, Value::Spans(spans)) => {
                self.list(spans.len(), |cells, i| {
                    let [start, end] = spans[i];
                    cells.int(start as i64);
                    cells.int(end as i64);
                    cells.defined.extend([5, 5]);
                    cells.repeated.push(2);
                });
                return spans.len() * 2 * NUMBER;
            }
            (kind, _) => {
                self.defined.push(0);
                if matches!(kind, Type::Texts | Type::Ints | Type::Spans) {
                    self.repeated.push(0);
                }
            }
        }
        NUMBER
    }

    fn text(&mut self, text: &str) {
        if let Values::Texts(bytes, ends) = &mut self.values {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len());
        }
    }

    fn int(&mut self, number: i64) {
        if let Values::Ints(values) = &mut self.values {
            values.push(number);
        }
    }

    /// Takes the items of a list.
    fn list(&mut self, items: usize, mut item: impl FnMut(&mut Self, usize)) {
        if items == 0 {
            self.repeated.push(0);
            self.defined.push(1);
        }
        for i in 0..items {
            self.repeated.push(i16::from(i > 0));
            item(self, i);
        }
    }

    /// Writes all cells and is empty again.
    fn write(&mut self, column: SerializedColumnWriter<'_>) -> Result<()> {
        let Self { values, defined, repeated, .. } = mem::replace(self, Self::of(self.kind));
        match values {
            Values::Texts(bytes, ends) => {
                let bytes = Bytes::from(bytes);
                let starts = iter::once(0).chain(ends.iter().copied());
                let texts: Vec<ByteArray> =
                    starts.zip(&ends).map(|(start, end)| bytes.slice(start..*end).into()).collect();
                write::<ByteArrayType>(column, &texts, &defined, &repeated)
            }
            Values::Ints(values) => write::<Int64Type>(column, &values, &defined, &repeated),
            Values::Reals(values) => write::<DoubleType>(column, &values, &defined, &repeated),
            Values::Flags(values) => write::<BoolType>(column, &values, &defined, &repeated),
        }
    }
}

fn write<T: DataType>(
    mut column: SerializedColumnWriter<'_>,
    values: &[T::T],
    defined: &[i16],
    repeated: &[i16],
) -> Result<()> {
    let repeated = (!repeated.is_empty()).then_some(repeated);
    column.typed::<T>().write_batch(values, Some(defined), repeated)?;
    column.close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_names_its_folder_and_what_is_none_has_hives_own() {
        let check = |by: By, day, expect: &str| assert_eq!(by.folder(day), expect, "{day:?}");
        check(By::Day, Some("2026-11-24"), "day=2026-11-24");
        check(By::Month, Some("2026-11-24"), "month=2026-11");
        check(By::Year, Some("2026-11-24"), "year=2026");
        check(By::Day, None, "day=__HIVE_DEFAULT_PARTITION__");
        check(By::Day, Some("2026-11"), "day=__HIVE_DEFAULT_PARTITION__");
        check(By::Day, Some("../../x/yz"), "day=__HIVE_DEFAULT_PARTITION__");
        for by in By::ALL {
            assert_eq!(By::named(by.name()), Some(by));
        }
    }
}
