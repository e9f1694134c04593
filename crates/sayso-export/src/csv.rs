//! A CSV file for each table, as RFC 4180 has it, UTF-8, lines ending in CR LF.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and an article can hold any words: such words get
//! an apostrophe in front, which [`sayso_views::unguarded`] takes off again. Several words in a cell stand with `; ` between them,
//! spans as `start:end` with `;`.

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::tables::{TABLES, Value};
use crate::{Export, Exported, Open};

pub(crate) struct Tables {
    /// In the order of [`TABLES`].
    writers: Vec<Writer<Box<dyn Write + Send>>>,
}

impl Tables {
    pub(crate) fn new(mut open: Open<'_>) -> io::Result<Self> {
        let mut writers = Vec::new();
        for table in TABLES {
            let file = open(&format!("{}.csv", table.name))?;
            let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(file);
            writer.write_record(table.columns.iter().map(|column| column.name))?;
            writers.push(writer);
        }
        Ok(Self { writers })
    }
}

impl Export for Tables {
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()> {
        for (table, writer) in TABLES.iter().zip(&mut self.writers) {
            for row in (table.rows)(article) {
                writer.write_record(table.columns.iter().map(|column| cell(&(column.get)(article, row))))?;
            }
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.writers.iter_mut().try_for_each(Writer::flush)
    }
}

fn cell(value: &Value<'_>) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => guarded((*text).to_owned()),
        Value::Int(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Texts(texts) => guarded(texts.join("; ")),
        Value::Ints(numbers) => joined(numbers.iter().map(|one| one.map(|one| one.to_string()).unwrap_or_default())),
        Value::Spans(spans) => joined(spans.iter().map(|[start, end]| format!("{start}:{end}"))),
    }
}

fn joined(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join(";")
}

/// A cell with the apostrophe that it needs, if any: it does where `unguarded` would take one off.
fn guarded(cell: String) -> String {
    let guarded = format!("'{cell}");
    if sayso_views::unguarded(&guarded).len() == cell.len() { guarded } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_spreadsheet_may_run_are_guarded_and_numbers_are_not() {
        let check = |value: Value<'_>, expect: &str| assert_eq!(cell(&value), expect, "{value:?}");
        check(Value::Text("=SUM(A1)"), "'=SUM(A1)");
        check(Value::Text("'=SUM(A1)"), "''=SUM(A1)");
        check(Value::Text("-"), "-");
        check(Value::Text("’tis shut"), "’tis shut");
        check(Value::Texts(vec!["@mayor", "harbour master"]), "'@mayor; harbour master");
        check(Value::Int(-3), "-3");
        check(Value::Real(-0.5), "-0.5");
        check(Value::Flag(true), "true");
        check(Value::Ints(vec![Some(4), None, Some(7)]), "4;;7");
        check(Value::Spans(vec![[0, 3], [9, 12]]), "0:3;9:12");
        check(Value::None, "");
    }
}
