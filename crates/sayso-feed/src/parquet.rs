//! Parquet with the columns of JSON Lines → lines of JSON, so that one place decides what an article's fields may be.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::cast::AsArray;
use arrow_array::temporal_conversions::MILLISECONDS_IN_DAY;
use arrow_array::types::{Date32Type, Date64Type, Float64Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_cast::cast;
use arrow_schema::{DataType, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;
use parquet::file::reader::ChunkReader;
use serde_json::{Map, Value};

use crate::record::{Give, Kind, Raw, Sink, Tally};

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
        Ok(batches) => rows(name, batches, &mut sink),
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

fn open(source: impl ChunkReader + 'static) -> Result<ParquetRecordBatchReader, String> {
    let because = |error: ParquetError| damaged(&error.to_string());
    let builder = ParquetRecordBatchReaderBuilder::try_new(source).map_err(because)?;
    let names: Vec<&str> = builder.schema().fields().iter().map(|field| field.name().as_str()).collect();
    if !names.contains(&"text") {
        let names: Vec<String> = names.iter().take(20).map(|name| format!("`{}`", name.escape_default())).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        return Err(format!(
            "Parquet file has no column `text` (its columns: {names}): rename the one with the articles' text"
        ));
    }
    let wanted = names.iter().enumerate().filter(|(_, name)| COLUMNS.contains(name)).map(|(at, _)| at);
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted.collect::<Vec<_>>());
    builder.with_projection(mask).with_batch_size(ROWS).build().map_err(because)
}

fn rows(name: &str, mut batches: ParquetRecordBatchReader, sink: &mut Sink<'_, '_>) -> ControlFlow<()> {
    let mut row = 0_u64;
    loop {
        let batch = guarded(|| batches.next().transpose().map_err(|error| damaged(&error.to_string())));
        let lines = batch.and_then(|batch| guarded(|| Ok(batch.map(|batch| lines(&batch)))));
        let lines = match lines {
            Ok(Some(lines)) => lines,
            Ok(None) if row == 0 => return sink.trouble(name, "Parquet file holds no row: check where it came from"),
            Ok(None) => return ControlFlow::Continue(()),
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

/// The rows of a batch as lines of JSON.
fn lines(batch: &RecordBatch) -> Vec<Result<String, String>> {
    let schema = batch.schema();
    let columns: Vec<(&str, Column)> = schema
        .fields()
        .iter()
        .zip(batch.columns())
        .map(|(field, array)| (field.name().as_str(), Column::of(array)))
        .collect();
    (0..batch.num_rows())
        .map(|row| {
            let mut object = Map::new();
            for (name, column) in &columns {
                let value = column.value(row).map_err(|what| format!("column `{name}` holds {what}"))?;
                // Only what is missing in `text` is told of.
                if !value.is_null() || *name == "text" {
                    object.insert((*name).to_owned(), value);
                }
            }
            match object.get("text") {
                Some(Value::String(_)) => Ok(Value::Object(object).to_string()),
                Some(Value::Null) | None => Err("row has no `text`: give the article's text in it".to_owned()),
                Some(_) => Err("column `text` is no text: give the article's text in it".to_owned()),
            }
        })
        .collect()
}

/// A column, in one of few types.
enum Column {
    /// UTF-8, with the array's nulls.
    Text(ArrayRef),
    /// Bytes that should be UTF-8.
    Bytes(ArrayRef),
    Signed(ArrayRef),
    Unsigned(ArrayRef),
    Float(ArrayRef),
    /// Days since 1970.
    Day(ArrayRef),
    /// Milliseconds since 1970 at midnight.
    DayMillis(ArrayRef),
    /// A moment: how many of its units make a second, and the zone it is told in.
    Moment(ArrayRef, i64, Option<Zone>),
    List(ArrayRef),
    /// Of another type.
    Other,
}

/// A zone by its minutes east of Greenwich.
#[derive(Clone, Copy)]
struct Zone(i64);

impl Column {
    fn of(array: &ArrayRef) -> Self {
        use DataType as T;
        let to = |kind: &DataType| cast(array, kind).ok();
        let column = match array.data_type() {
            T::Dictionary(_, values) => to(values).map(|array| Self::of(&array)),
            T::Utf8 | T::LargeUtf8 | T::Utf8View => to(&T::LargeUtf8).map(Self::Text),
            T::Binary | T::LargeBinary | T::BinaryView | T::FixedSizeBinary(_) => to(&T::LargeBinary).map(Self::Bytes),
            T::Int8 | T::Int16 | T::Int32 | T::Int64 => to(&T::Int64).map(Self::Signed),
            T::UInt8 | T::UInt16 | T::UInt32 | T::UInt64 => to(&T::UInt64).map(Self::Unsigned),
            T::Float16 | T::Float32 | T::Float64 => to(&T::Float64).map(Self::Float),
            T::Date32 => Some(Self::Day(array.clone())),
            T::Date64 => Some(Self::DayMillis(array.clone())),
            T::Timestamp(unit, zone) => {
                let zone = zone.as_deref().map(zone_of);
                to(&T::Int64).map(|array| Self::Moment(array, units(*unit), zone))
            }
            T::List(item) | T::LargeList(item) | T::FixedSizeList(item, _) => {
                to(&T::LargeList(item.clone())).map(Self::List)
            }
            _ => None,
        };
        column.unwrap_or(Self::Other)
    }

    /// The value of a row; the error says what it is.
    fn value(&self, row: usize) -> Result<Value, String> {
        let date = |text: Option<String>| text.map_or(Value::Null, Value::String);
        let array = match self {
            Self::Other => return Ok(Value::Object(Map::new())),
            Self::Text(array)
            | Self::Bytes(array)
            | Self::Signed(array)
            | Self::Unsigned(array)
            | Self::Float(array)
            | Self::Day(array)
            | Self::DayMillis(array)
            | Self::Moment(array, ..)
            | Self::List(array) => array,
        };
        if array.is_null(row) {
            return Ok(Value::Null);
        }
        Ok(match self {
            Self::Text(array) => array.as_string::<i64>().value(row).into(),
            Self::Bytes(array) => match std::str::from_utf8(array.as_binary::<i64>().value(row)) {
                Ok(text) => text.into(),
                Err(error) => {
                    let at = error.valid_up_to();
                    return Err(format!("bytes that are not UTF-8, at byte {at}: save it as UTF-8"));
                }
            },
            Self::Signed(array) => array.as_primitive::<Int64Type>().value(row).into(),
            Self::Unsigned(array) => array.as_primitive::<UInt64Type>().value(row).into(),
            Self::Float(array) => array.as_primitive::<Float64Type>().value(row).into(),
            Self::Day(array) => date(day(i64::from(array.as_primitive::<Date32Type>().value(row)))),
            Self::DayMillis(array) => {
                date(day(array.as_primitive::<Date64Type>().value(row).div_euclid(MILLISECONDS_IN_DAY)))
            }
            Self::Moment(array, units, zone) => {
                date(moment(array.as_primitive::<Int64Type>().value(row).div_euclid(*units), *zone))
            }
            Self::List(array) => {
                let items = array.as_list::<i64>().value(row);
                // A list in a list is none of ours, and there is no end to how deep they go.
                let is_deep = matches!(
                    items.data_type(),
                    DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..)
                );
                let column = if is_deep { Self::Other } else { Self::of(&items) };
                Value::Array((0..items.len()).map(|at| column.value(at)).collect::<Result<_, _>>()?)
            }
            Self::Other => Value::Null,
        })
    }
}

fn units(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Second => 1,
        TimeUnit::Millisecond => 1_000,
        TimeUnit::Microsecond => 1_000_000,
        TimeUnit::Nanosecond => 1_000_000_000,
    }
}

/// A zone as Arrow writes it: `+01:00`, `UTC`. One by name is told in UTC: the moment is the same.
fn zone_of(zone: &str) -> Zone {
    let offset = || {
        let digits: String = zone.get(1..)?.chars().filter(|c| *c != ':').collect();
        let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i64>().ok();
        let minutes = number(0, 2)? * 60 + if digits.len() == 4 { number(2, 4)? } else { 0 };
        match zone.as_bytes().first()? {
            b'+' => Some(minutes),
            b'-' => Some(-minutes),
            _ => None,
        }
    };
    Zone(offset().filter(|minutes| minutes.abs() < 24 * 60).unwrap_or(0))
}

/// `2026-11-24T06:00:00+01:00` of seconds since 1970; without a zone where none is told.
fn moment(seconds: i64, zone: Option<Zone>) -> Option<String> {
    const DAY: i64 = 86_400;
    let minutes = zone.map_or(0, |zone| zone.0);
    let local = seconds.checked_add(minutes * 60)?;
    let (date, time) = (day(local.div_euclid(DAY))?, local.rem_euclid(DAY));
    let sign = if minutes < 0 { '-' } else { '+' };
    let zone = match zone {
        None => String::new(),
        Some(Zone(0)) => "Z".to_owned(),
        Some(_) => format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60),
    };
    Some(format!("{date}T{:02}:{:02}:{:02}{zone}", time / 3600, time / 60 % 60, time % 60))
}

/// `2026-11-24` of days since 1970, by H. Hinnant's `civil_from_days`; nothing beyond the years 1 to 9999.
fn day(days: i64) -> Option<String> {
    if !(-719_162..=2_932_896).contains(&days) {
        return None;
    }
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{date:02}"))
}

#[cfg(test)]
mod tests;
