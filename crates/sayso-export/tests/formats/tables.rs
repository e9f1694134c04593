//! JSON Lines, CSV and Parquet hold the same cells.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use bytes::Bytes;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::reader::{FileReader, SerializedFileReader};
use sayso_export::{By, Format, TABLES, Type};
use serde_json::{Value, json};

use crate::files;
use crate::sample::{self, Owned};

/// Rows of each table as JSON objects.
type Rows = BTreeMap<&'static str, Vec<Value>>;

pub(crate) fn from_json(articles: &[Owned]) -> Rows {
    let lines = files::one(Format::JsonLines, articles, None);
    let mut rows = Rows::new();
    for line in lines.lines() {
        let mut line: Value = serde_json::from_str(line).unwrap();
        for table in &TABLES[1..] {
            for mut row in line.as_object_mut().unwrap().remove(table.name).unwrap().as_array().unwrap().clone() {
                row["article"] = line["id"].clone();
                rows.entry(table.name).or_default().push(row);
            }
        }
        rows.entry("articles").or_default().push(line);
    }
    rows
}

fn from_csv(articles: &[Owned]) -> Rows {
    let files = files::export(Format::Csv, articles, None);
    let mut rows = Rows::new();
    for table in TABLES {
        let mut reader = csv::Reader::from_reader(&files[&format!("{}.csv", table.name)][..]);
        for record in reader.records() {
            let record = record.unwrap();
            let cells = table.columns.iter().zip(&record);
            let row = cells.map(|(column, cell)| (column.name.to_owned(), from_cell(column.kind, cell)));
            rows.entry(table.name).or_default().push(Value::Object(row.collect()));
        }
    }
    rows
}

fn from_cell(kind: Type, cell: &str) -> Value {
    let pieces = || cell.split(';').filter(|_| !cell.is_empty());
    let int = |cell: &str| cell.parse::<i64>().ok();
    match kind {
        Type::Text | Type::Int | Type::Real | Type::Flag if cell.is_empty() => Value::Null,
        Type::Text => json!(sayso_views::unguarded(cell)),
        Type::Int => json!(int(cell).unwrap()),
        Type::Real => json!(cell.parse::<f64>().unwrap()),
        Type::Flag => json!(cell.parse::<bool>().unwrap()),
        Type::Texts => json!(sayso_views::unguarded(cell).split("; ").filter(|_| !cell.is_empty()).collect::<Vec<_>>()),
        Type::Ints => json!(pieces().map(int).collect::<Vec<_>>()),
        Type::Spans => {
            json!(pieces().map(|span| span.split(':').map(int).collect::<Vec<_>>()).collect::<Vec<_>>())
        }
    }
}

fn from_parquet(articles: &[Owned]) -> Rows {
    let mut rows = Rows::new();
    for (path, bytes) in files::export_by(Format::Parquet, articles, None, By::Year) {
        let table = TABLES.into_iter().find(|table| path.starts_with(&format!("{}/", table.name))).unwrap();
        for batch in ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes)).unwrap().build().unwrap() {
            let batch = batch.unwrap();
            for row in 0..batch.num_rows() {
                let cells = table.columns.iter().map(|column| {
                    (column.name.to_owned(), from_array(batch.column_by_name(column.name).unwrap(), row))
                });
                rows.entry(table.name).or_default().push(Value::Object(cells.collect()));
            }
        }
    }
    rows
}

fn from_array(array: &ArrayRef, row: usize) -> Value {
    use arrow_schema::DataType;
    if array.is_null(row) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => json!(array.as_string::<i32>().value(row)),
        DataType::Int64 => json!(array.as_primitive::<Int64Type>().value(row)),
        DataType::Float64 => json!(array.as_primitive::<Float64Type>().value(row)),
        DataType::Boolean => json!(array.as_boolean().value(row)),
        DataType::List(_) => {
            let inner = array.as_list::<i32>().value(row);
            json!((0..inner.len()).map(|i| from_array(&inner, i)).collect::<Vec<_>>())
        }
        other => panic!("no type of ours: {other}"),
    }
}

/// An empty text is a missing one in CSV.
fn without_empty(mut rows: Rows) -> Rows {
    for row in rows.values_mut().flatten() {
        row.as_object_mut().unwrap().values_mut().filter(|cell| **cell == "").for_each(|cell| *cell = Value::Null);
    }
    rows
}

#[test]
fn the_three_formats_hold_the_same_cells() {
    let articles = sample::articles();
    let json = from_json(&articles);
    let count = |name: &str| json.get(name).map_or(0, Vec::len);
    assert_eq!(TABLES.map(|table| count(table.name)), [5, 9, 9, 2, 1]);
    assert_eq!(json["statements"][1]["content"], "=At least 40 boats are stuck");
    assert_eq!(json["figures"][0]["statement"], 102);
    assert_eq!(json["copies"][0], json!({"article": 4, "of": 1, "likeness": 0.988}));
    assert_eq!(without_empty(from_csv(&articles)), without_empty(json.clone()));
    let by_id = |mut rows: Rows| {
        for rows in rows.values_mut() {
            rows.sort_by_key(|row| (row["article"].as_i64(), row["id"].as_i64()));
        }
        rows
    };
    assert_eq!(by_id(from_parquet(&articles)), by_id(json));
}

#[test]
fn lines_of_csv_end_as_rfc_4180_has_it_and_no_cell_is_a_formula() {
    for (path, bytes) in files::export(Format::Csv, &sample::articles(), None) {
        assert!(bytes.ends_with(b"\r\n"), "{path}");
        for record in csv::Reader::from_reader(&bytes[..]).records() {
            assert!(record.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '@'])), "{path}");
        }
    }
}

#[test]
fn parquet_lies_in_partitions_and_says_no_time_and_no_place() {
    let mut articles = sample::articles();
    // The first day comes again.
    articles.push(articles[0].clone());
    let files = files::export(Format::Parquet, &articles, None);
    let paths: Vec<&str> = files.keys().map(String::as_str).filter(|path| path.starts_with("articles/")).collect();
    assert_eq!(
        paths,
        [
            "articles/day=2026-11-24/part-0.parquet",
            "articles/day=2026-11-24/part-1.parquet",
            "articles/day=2026-11-25/part-0.parquet",
            "articles/day=__HIVE_DEFAULT_PARTITION__/part-0.parquet",
        ]
    );
    let reader = SerializedFileReader::new(Bytes::from(files[paths[0]].clone())).unwrap();
    let metadata = reader.metadata().file_metadata();
    assert_eq!(metadata.created_by(), Some("sayso"));
    assert_eq!(metadata.num_rows(), 3, "both texts of the Argus and the Courier");
    assert!(metadata.schema().get_fields().iter().all(|field| field.name() != "day"), "it stands in the path");
}

#[test]
fn many_rows_are_written_in_batches_and_none_is_lost() {
    let one = &sample::articles()[0];
    let copy = |id: i64| {
        let mut article = one.clone();
        article.record = std::sync::Arc::new(sayso_lineage::record::ArticleRecord { id, ..(*one.record).clone() });
        article
    };
    let articles: Vec<Owned> = (0..3_000).map(copy).collect();
    let rows = from_parquet(&articles);
    assert_eq!(rows["statements"].len(), 9_000);
    let ids: Vec<i64> = rows["articles"].iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, (0..3_000).collect::<Vec<_>>());
}

#[test]
fn a_line_is_an_article_that_sayso_reads_again() {
    let articles = sample::articles();
    let lines = files::one(Format::JsonLines, &articles, None);
    for (line, article) in lines.lines().zip(&articles) {
        let again = sayso_article::read_json_line(line.as_bytes(), None).unwrap();
        assert_eq!(again.text, article.text);
        assert_eq!((again.url, again.outlet), (article.record.url.clone(), article.record.outlet.clone()));
        assert_eq!(again.byline, ["Ida Marsh"]);
    }
}
