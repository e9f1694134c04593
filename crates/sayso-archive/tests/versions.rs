//! An archive of every version of the format, made when it was the newest (`examples/fixture.rs`): each is opened, asked everything,
//! and added to.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sayso_archive::{Added, Among, Archive, Form, Incoming, Order, Query, VERSION};
use sayso_article::{Format, read_json_line};
use sayso_lineage::claim::Matcher;
use sayso_reading::Reader;

/// The archive of a version, in a folder of the test's.
fn unpacked(version: i64, folder: &Path) -> PathBuf {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/version-{version}.db.zst"));
    let packed = fs::File::open(&kept).unwrap_or_else(|error| {
        panic!("version {version}: {error}: make it with `cargo run -p sayso-archive --example fixture`")
    });
    let path = folder.join("a.db");
    fs::write(&path, zstd::decode_all(packed).unwrap()).unwrap();
    path
}

fn each(check: impl Fn(i64, &Path)) {
    for version in 1..=VERSION {
        let folder = tempfile::tempdir().unwrap();
        check(version, &unpacked(version, folder.path()));
    }
}

#[test]
fn an_archive_of_every_version_answers_every_question() {
    each(|version, path| {
        let archive = Archive::open(path).unwrap();
        let found = |query: &str, among: Among| {
            archive.search(&Query::parse(query).unwrap(), among, Order::Oldest, 0, 50).unwrap().total
        };
        assert_eq!(archive.articles().unwrap(), [1, 2, 3, 4, 5], "{version}");
        assert!(found("valve", Among::Statements) >= 4, "{version}");
        assert_eq!(found("valve outlet:ledger", Among::Articles), 1, "{version}");
        assert_eq!(found("terms:anonymity type:anonymous", Among::Statements), 2, "{version}");
        assert_eq!(found("source:roe", Among::Statements), 3, "{version}");
        let trace = archive.trace("the relief valve had been wired shut since spring", &Matcher::new()).unwrap();
        let told: Vec<i64> = trace.appearances.iter().map(|told| told.telling.article.id).collect();
        assert!(told.len() >= 3 && told[0] == 1, "{version}: {told:?}");
        let figures = archive.figures("injured in Osterby").unwrap().figures;
        let givers = figures.series.len();
        assert!(givers >= 2, "{version}: {givers}");
        let sources = archive.sources(Some("Roe"), &Matcher::new(), &[]).unwrap();
        assert_eq!(sources.named[0].name, "Ida Roe", "{version}");
        let texts = archive.revisions("https://courier.example/news/valve").unwrap();
        assert_eq!(texts, [3, 4], "{version}");
        assert_eq!(archive.differences(&texts).unwrap().len(), 1, "{version}");
        assert_eq!(archive.copy_of(2).unwrap(), Some(1), "{version}");
        let raw = archive.raw(5).unwrap().unwrap();
        assert!(raw.form == Form::File(Format::Html) && raw.bytes.starts_with(b"<!doctype html>"), "{version}");
    });
}

#[test]
fn an_archive_of_every_version_is_added_to() {
    let reader = Reader::new();
    each(|version, path| {
        let archive = Archive::create(path).unwrap();
        let line =
            br#"{"url": "https://post.example/1", "text": "The relief valve was new, Per Lund said on Friday."}"#;
        let reading = reader.read(read_json_line(line, None).unwrap());
        let incoming =
            Incoming { reading: &reading, form: &Form::File(Format::JsonLines), bytes: line, reader: "test" };
        assert_eq!(archive.add(&incoming).unwrap(), Added::New(6), "{version}");
        let raw = archive.raw(1).unwrap().unwrap();
        let again = reader.read(read_json_line(&raw.bytes, Some(&raw.path)).unwrap());
        let again = Incoming { reading: &again, form: &raw.form, bytes: &raw.bytes, reader: "test" };
        assert_eq!(archive.add(&again).unwrap(), Added::Known, "{version}: what was added then is known now");
        let copy =
            String::from_utf8(raw.bytes).unwrap().replace("northernwire.example/osterby-1", "beacon.example/wire");
        let reading = reader.read(read_json_line(copy.as_bytes(), None).unwrap());
        let incoming = Incoming { reading: &reading, bytes: copy.as_bytes(), ..incoming };
        assert_eq!(archive.add(&incoming).unwrap(), Added::New(7), "{version}");
        assert_eq!(archive.copy_of(7).unwrap(), Some(1), "{version}: a copy of what was added then is known for one");
        drop(archive);
        let db = Connection::open(path).unwrap();
        let told = |pragma: &str| db.query_row(pragma, [], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
        assert_eq!(told("PRAGMA integrity_check"), "ok".to_owned().into(), "{version}");
        assert_eq!(told("PRAGMA user_version"), VERSION.into(), "{version}");
        assert!(!db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap(), "{version}");
        for index in ["article_index", "statement_index", "source_index"] {
            db.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
        }
    });
}
