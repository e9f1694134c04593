//! Parquet with the columns of JSON Lines → lines of JSON, so that one place decides what an article's fields may be.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{ChunkReader, FileReader, RowGroupReader, SerializedFileReader};
use serde_json::{Map, Value};

use crate::record::{Give, Kind, Raw, Sink, Tally};
use column::{Cell, Column, Reader};

mod column;
mod hint;
mod kind;
mod pages;

/// The columns that are read, as [`sayso_article::read_json_line`] takes them.
const COLUMNS: &[&str] =
    &["id", "url", "outlet", "published", "modified", "title", "deck", "byline", "text", "language"];

/// Rows that are unpacked at once.
const ROWS: usize = 64;

/// Whether these first bytes are a Parquet file's.
pub fn is_parquet(head: &[u8]) -> bool {
    head.starts_with(b"PAR1")
}

/// Hands on every row of a Parquet file as an article. Its columns are those of JSON Lines: `text`, and where there are such `id`,
/// `url`, `outlet`, `published`, `modified`, `title`, `deck`, `byline`, `language`; others are passed over. Texts may be UTF-8 of
/// any kind, in dictionaries or binary; dates may be Arrow's; `byline` may be a list.
///
/// `name` is the file's, and `source` a file or bytes (`bytes::Bytes`): the end of a Parquet file says what is in it, so it is no
/// stream. Rows are counted from 1.
pub fn read_parquet(name: &str, source: impl ChunkReader + 'static, give: &mut Give<'_>) -> Tally {
    let mut sink = Sink::new(give);
    let _ = match guarded(|| open(source)) {
        Ok((file, columns)) => rows(name, &file, &columns, &mut sink),
        Err(message) => sink.trouble(name, message),
    };
    sink.tally
}

/// The library unpacks what other programs wrote; should it fail on damage in a way that it does not foresee, the file is lost
/// and the program is not.
fn guarded<T>(read: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged("a value that cannot be")))
}

fn damaged(what: &str) -> String {
    let what = what.lines().next().unwrap_or_default().trim_end_matches('.');
    format!("Parquet file cannot be read ({what}); what came before is read: fetch the file again")
}

fn because(error: &ParquetError) -> String {
    damaged(&error.to_string())
}

/// The file, and those of its columns that are read.
fn open<R: ChunkReader + 'static>(source: R) -> Result<(SerializedFileReader<R>, Vec<Column>), String> {
    let file = SerializedFileReader::new(source).map_err(|error| because(&error))?;
    let metadata = file.metadata().file_metadata();
    let names: Vec<&str> = metadata.schema().get_fields().iter().map(|field| field.name()).collect();
    if !names.contains(&"text") {
        let names: Vec<String> = names.iter().take(20).map(|name| format!("`{}`", name.escape_default())).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        return Err(format!(
            "Parquet file has no column `text` (its columns: {names}): rename the one with the articles' text"
        ));
    }
    let columns = column::named(metadata, COLUMNS);
    Ok((file, columns))
}

fn rows<R: ChunkReader + 'static>(
    name: &str,
    file: &SerializedFileReader<R>,
    columns: &[Column],
    sink: &mut Sink<'_, '_>,
) -> ControlFlow<()> {
    let mut row = 0_u64;
    for group in 0..file.num_row_groups() {
        let mut readers = match guarded(|| readers(&*file.get_row_group(group).map_err(|e| because(&e))?, columns)) {
            Ok(readers) => readers,
            Err(message) => return sink.trouble(format!("{name}:row {}", row + 1), message),
        };
        loop {
            let lines = match guarded(|| lines(columns, &mut readers)) {
                Ok(lines) if lines.is_empty() => break,
                Ok(lines) => lines,
                Err(message) => return sink.trouble(format!("{name}:row {}", row + 1), message),
            };
            for line in lines {
                row += 1;
                let place = format!("{name}:row {row}");
                match line {
                    Ok(line) => sink.article(Raw::new(place, Kind::Json, line.into_bytes()))?,
                    Err(message) => sink.trouble(place, message)?,
                }
            }
        }
    }
    if row == 0 {
        return sink.trouble(name, "Parquet file holds no row: check where it came from");
    }
    ControlFlow::Continue(())
}

/// What reads the columns of a group of rows.
fn readers(group: &dyn RowGroupReader, columns: &[Column]) -> Result<Vec<Reader>, String> {
    columns.iter().map(|column| column.reader(group).map_err(|error| because(&error))).collect()
}

/// The next rows as lines of JSON; none at the end.
fn lines(columns: &[Column], readers: &mut [Reader]) -> Result<Vec<Result<String, String>>, String> {
    let mut cells = Vec::with_capacity(columns.len());
    for (column, reader) in columns.iter().zip(readers) {
        cells.push(column.read(reader, ROWS).map_err(|error| because(&error))?.into_iter());
    }
    let rows = cells.first().map_or(0, ExactSizeIterator::len);
    if cells.iter().any(|cells| cells.len() != rows) {
        return Err(damaged("columns of different lengths"));
    }
    Ok((0..rows)
        .map(|_| {
            let row: Vec<Cell> = cells.iter_mut().filter_map(Iterator::next).collect();
            line(columns, row)
        })
        .collect())
}

fn line(columns: &[Column], row: Vec<Cell>) -> Result<String, String> {
    let mut object = Map::new();
    for (column, cell) in columns.iter().zip(row) {
        let value = cell.map_err(|what| format!("column `{}` holds {what}", column.name))?;
        // Only what is missing in `text` is told of.
        if !value.is_null() || column.name == "text" {
            object.insert(column.name.clone(), value);
        }
    }
    match object.get("text") {
        Some(Value::String(_)) => Ok(Value::Object(object).to_string()),
        Some(Value::Null) | None => Err("row has no `text`: give the article's text in it".to_owned()),
        Some(_) => Err("column `text` is no text: give the article's text in it".to_owned()),
    }
}

#[cfg(test)]
mod tests;
