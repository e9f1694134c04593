//! An archive in the formats of the field.
//!
//! Takes one article at a time ([`Exported`]), so that an archive of a million of them streams, and for the formats that know claims
//! a [`Trace`] after them. Opens no file: whoever exports gives a function that does ([`Open`]). What each format holds is in
//! `docs/export.md`.
//!
//! | format | for | module |
//! |---|---|---|
//! | [`Format::JsonLines`] | programs | `jsonl` |
//! | [`Format::Csv`] | spreadsheets | `csv` |
//! | [`Format::Parquet`] | data frames, Spark | `parquet` |
//! | [`Format::Brat`] | annotation tools, `sayso eval` | `brat` |
//! | [`Format::WebAnnotation`] | readers that show notes at words | `web_annotation` |
//! | [`Format::ProvTurtle`], [`Format::ProvJson`] | provenance, linked data | `prov`, `graph` |
//! | [`Format::SchemaOrg`] | fact-checking and search on the web | `schema_org` |
//!
//! **Invariant:** an offset that comes out is a code point of the article's text, and the words beside it are those that stand there.
//!
//! **Invariant:** an unnamed source has a name of its own in each article and is the same as no other. So has a named one: that two
//! articles mean the same person is a finding of `sayso_lineage::people`, not of an export.
//!
//! **Invariant:** the same articles in the same order give the same bytes.

mod brat;
mod csv;
mod exported;
mod graph;
mod iris;
mod jsonl;
mod parquet;
mod prov;
mod schema_org;
mod tables;
mod web_annotation;

use std::io::{self, Write};

use sayso_lineage::trace::Trace;

pub use exported::{Cited, Copied, Exported, Part, Stated};
pub use parquet::By;
pub use tables::{Column, TABLES, Table, Type, Value};

/// Opens a file of the export by its path in it: `statements.csv`, `articles/day=2026-11-24/part-0.parquet`.
pub type Open<'o> = Box<dyn FnMut(&str) -> io::Result<Box<dyn Write + Send>> + 'o>;

/// An export under way.
pub trait Export {
    /// Writes an article. Errors are those of the files.
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()>;

    /// Writes what an archive has of a claim. A format without claims passes it over.
    fn trace(&mut self, _: &Trace) -> io::Result<()> {
        Ok(())
    }

    /// Writes what closes the files. Without it they are not whole.
    fn end(&mut self) -> io::Result<()>;
}

/// A format to export to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// JSON Lines: an object for each article.
    JsonLines,
    /// A CSV file for each table.
    Csv,
    /// A folder of Parquet files for each table, Hive-partitioned.
    Parquet,
    /// brat standoff: two files for each article.
    Brat,
    /// W3C Web Annotation, as JSON Lines: an annotation for each statement.
    WebAnnotation,
    /// PROV-O, as Turtle.
    ProvTurtle,
    /// PROV-O, as JSON-LD.
    ProvJson,
    /// schema.org, as JSON-LD.
    SchemaOrg,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::JsonLines,
        Self::Csv,
        Self::Parquet,
        Self::Brat,
        Self::WebAnnotation,
        Self::ProvTurtle,
        Self::ProvJson,
        Self::SchemaOrg,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::JsonLines => "jsonl",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
            Format::Brat => "brat",
            Format::WebAnnotation => "web-annotation",
            Format::ProvTurtle => "prov-turtle",
            Format::ProvJson => "prov-json",
            Format::SchemaOrg => "schema-org",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The one file that it writes, which can go to a pipe as well; none for a format of several files.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Format::JsonLines => Some("archive.jsonl"),
            Format::WebAnnotation => Some("annotations.jsonl"),
            Format::ProvTurtle => Some("provenance.ttl"),
            Format::ProvJson => Some("provenance.jsonld"),
            Format::SchemaOrg => Some("schema-org.jsonld"),
            Format::Csv | Format::Parquet | Format::Brat => None,
        }
    }

    /// Begins an export. `by` says how Parquet is partitioned. Errors are those of the files.
    pub fn export<'o>(self, mut open: Open<'o>, by: By) -> io::Result<Box<dyn Export + 'o>> {
        let mut one = || self.file().map_or_else(|| Ok(Box::new(io::sink()) as Box<dyn Write + Send>), &mut open);
        Ok(match self {
            Format::JsonLines => Box::new(jsonl::JsonLines::new(one()?)),
            Format::WebAnnotation => Box::new(web_annotation::Annotations::new(one()?)),
            Format::ProvTurtle => Box::new(prov::Provenance::new(graph::Turtle::new(one()?)?)),
            Format::ProvJson => Box::new(prov::Provenance::new(graph::JsonLd::new(one()?)?)),
            Format::SchemaOrg => Box::new(schema_org::SchemaOrg::new(one()?)?),
            Format::Csv => Box::new(csv::Tables::new(open)?),
            Format::Parquet => Box::new(parquet::Partitions::new(open, by)),
            Format::Brat => Box::new(brat::Brat::new(open)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_its_name_and_only_by_it() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
        }
        assert_eq!(Format::named("xml"), None);
    }
}
