//! Parquet: the tables as folders of files, Hive-partitioned by time: `articles/day=2026-11-24/part-0.parquet`.
//!
//! Columns are plain types and lists of them, compressed with zstd; nothing in a file says when or where it was written, so the same
//! articles give the same bytes. One partition is open at a time: articles should come in the order of their days. A day that comes
//! again gets another part.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

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

/// Rows that are gathered before they are encoded.
const BATCH: usize = 1024;

/// Bytes of words that are gathered before they are encoded.
const BATCH_BYTES: usize = 8 << 20;

/// Bytes, encoded and waiting, that make a row group.
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
    writer: ArrowWriter<Box<dyn Write + Send>>,
    schema: Arc<Schema>,
    columns: Vec<Column>,
    /// The column's cells that wait to be encoded.
    waiting: Vec<Cells>,
    rows: usize,
    bytes: usize,
}

impl File {
    fn new(out: Box<dyn Write + Send>, columns: Vec<Column>) -> io::Result<Self> {
        let field = |column: &Column| Field::new(column.name, data_type(column.kind), true);
        let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
        let level = ZstdLevel::try_new(LEVEL).map_err(io::Error::other)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by("sayso".to_owned())
            .build();
        let writer = ArrowWriter::try_new(out, schema.clone(), Some(properties)).map_err(io::Error::other)?;
        let waiting = columns.iter().map(|column| Cells::of(column.kind)).collect();
        Ok(Self { writer, schema, columns, waiting, rows: 0, bytes: 0 })
    }

    fn row(&mut self, article: &Exported<'_>, row: usize) -> io::Result<()> {
        for (column, cells) in self.columns.iter().zip(&mut self.waiting) {
            self.bytes += cells.push((column.get)(article, row));
        }
        self.rows += 1;
        if self.rows >= BATCH || self.bytes >= BATCH_BYTES { self.encode() } else { Ok(()) }
    }

    fn encode(&mut self) -> io::Result<()> {
        if mem::take(&mut self.rows) == 0 {
            return Ok(());
        }
        self.bytes = 0;
        let arrays: Vec<ArrayRef> = self.waiting.iter_mut().map(Cells::finish).collect();
        let batch = RecordBatch::try_new(self.schema.clone(), arrays).map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(io::Error::other)?;
        if self.writer.in_progress_size() >= GROUP_BYTES {
            self.writer.flush().map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn close(mut self) -> io::Result<()> {
        self.encode()?;
        self.writer.into_inner().map_err(io::Error::other)?.flush()
    }
}

fn data_type(kind: Type) -> DataType {
    let list = |of: DataType| DataType::List(Arc::new(Field::new_list_field(of, true)));
    match kind {
        Type::Text => DataType::Utf8,
        Type::Int => DataType::Int64,
        Type::Real => DataType::Float64,
        Type::Flag => DataType::Boolean,
        Type::Texts => list(DataType::Utf8),
        Type::Ints => list(DataType::Int64),
        Type::Spans => list(list(DataType::Int64)),
    }
}

/// Cells of one column.
enum Cells {
    Text(StringBuilder),
    Int(Int64Builder),
    Real(Float64Builder),
    Flag(BooleanBuilder),
    Texts(ListBuilder<StringBuilder>),
    Ints(ListBuilder<Int64Builder>),
    Spans(ListBuilder<ListBuilder<Int64Builder>>),
}

impl Cells {
    fn of(kind: Type) -> Self {
        match kind {
            Type::Text => Cells::Text(StringBuilder::new()),
            Type::Int => Cells::Int(Int64Builder::new()),
            Type::Real => Cells::Real(Float64Builder::new()),
            Type::Flag => Cells::Flag(BooleanBuilder::new()),
            Type::Texts => Cells::Texts(ListBuilder::new(StringBuilder::new())),
            Type::Ints => Cells::Ints(ListBuilder::new(Int64Builder::new())),
            Type::Spans => Cells::Spans(ListBuilder::new(ListBuilder::new(Int64Builder::new()))),
        }
    }

    /// Takes a cell, and says how many bytes it weighs. A value of another type than the column's is none.
    fn push(&mut self, value: Value<'_>) -> usize {
        const NUMBER: usize = 8;
        match (self, value) {
            (Cells::Text(cells), Value::Text(text)) => {
                cells.append_value(text);
                return text.len();
            }
            (Cells::Int(cells), Value::Int(number)) => cells.append_value(number),
            (Cells::Real(cells), Value::Real(number)) => cells.append_value(number),
            (Cells::Flag(cells), Value::Flag(flag)) => cells.append_value(flag),
            (Cells::Texts(cells), Value::Texts(texts)) => {
                for text in &texts {
                    cells.values().append_value(text);
                }
                cells.append(true);
                return texts.iter().map(|text| text.len()).sum();
            }
            (Cells::Ints(cells), Value::Ints(numbers)) => {
                let bytes = numbers.len() * NUMBER;
                for number in numbers {
                    cells.values().append_option(number);
                }
                cells.append(true);
                return bytes;
            }
            (Cells::Spans(cells), Value::Spans(spans)) => {
                for span in &spans {
                    for at in span {
                        cells.values().values().append_value(*at as i64);
                    }
                    cells.values().append(true);
                }
                cells.append(true);
                return spans.len() * 2 * NUMBER;
            }
            (Cells::Text(cells), _) => cells.append_null(),
            (Cells::Int(cells), _) => cells.append_null(),
            (Cells::Real(cells), _) => cells.append_null(),
            (Cells::Flag(cells), _) => cells.append_null(),
            (Cells::Texts(cells), _) => cells.append(false),
            (Cells::Ints(cells), _) => cells.append(false),
            (Cells::Spans(cells), _) => cells.append(false),
        }
        NUMBER
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Cells::Text(cells) => Arc::new(cells.finish()),
            Cells::Int(cells) => Arc::new(cells.finish()),
            Cells::Real(cells) => Arc::new(cells.finish()),
            Cells::Flag(cells) => Arc::new(cells.finish()),
            Cells::Texts(cells) => Arc::new(cells.finish()),
            Cells::Ints(cells) => Arc::new(cells.finish()),
            Cells::Spans(cells) => Arc::new(cells.finish()),
        }
    }
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
