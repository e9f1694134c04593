//! JSON Lines: an object for each article, with its sources, statements and figures inside.
//!
//! The keys are the columns of [`crate::tables`], in their order; what an article cannot know is `null`. `sayso add` takes such a
//! line again, since `text`, `url`, `outlet`, `title` and the dates are named as it has them.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::tables::{TABLES, Table, Value};
use crate::{Export, Exported};

pub(crate) struct JsonLines {
    out: Box<dyn Write + Send>,
}

impl JsonLines {
    pub(crate) fn new(out: Box<dyn Write + Send>) -> Self {
        Self { out }
    }
}

impl Export for JsonLines {
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &Line(article))?;
        self.out.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

struct Line<'e, 'a>(&'e Exported<'a>);

impl Serialize for Line<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [articles, inside @ ..] = TABLES;
        let mut map = serializer.serialize_map(None)?;
        for column in articles.columns {
            map.serialize_entry(column.name, &(column.get)(self.0, 0))?;
        }
        for table in inside {
            let rows: Vec<_> = (table.rows)(self.0).into_iter().map(|row| Row(self.0, table, row)).collect();
            map.serialize_entry(table.name, &rows)?;
        }
        map.end()
    }
}

struct Row<'e, 'a>(&'e Exported<'a>, Table, usize);

impl Serialize for Row<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(exported, table, row) = self;
        let mut map = serializer.serialize_map(None)?;
        // The article is the object that this one stands in.
        for column in table.columns.iter().filter(|column| column.name != "article") {
            map.serialize_entry(column.name, &(column.get)(exported, *row))?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::None => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Int(number) => serializer.serialize_i64(*number),
            Value::Real(number) => serializer.serialize_f64(*number),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Texts(texts) => texts.serialize(serializer),
            Value::Ints(numbers) => numbers.serialize(serializer),
            Value::Spans(spans) => spans.serialize(serializer),
        }
    }
}
