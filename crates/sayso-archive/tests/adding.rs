//! Articles in: once, revisions beside the old, copies told of, the same rows whatever was broken off.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::Connection;
use sayso_archive::{Added, Archive, ArchiveError, Form, Incoming};
use sayso_article::Format;
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, Reader, Reading, SourceType};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

const FIRE: &str = "At least 12 people were killed when the cold store at Osterby burned down on Monday night, the interior \
    ministry said. “We have found no survivors since noon,” Ida Roe, a spokeswoman for the ministry, said on Tuesday.\n\nThe Harbour \
    Union said its members had complained of locked doors since March. The owner, Lund Cold, did not answer calls.";

fn reading(url: &str, outlet: &str, text: &str) -> Reading {
    let line = serde_json::json!({ "url": url, "outlet": outlet, "published": "2026-11-24T08:00:00Z", "text": text });
    READER.read(sayso_article::read_json_line(line.to_string().as_bytes(), Some("wire.jsonl:1")).unwrap())
}

fn add(archive: &Archive, reading: &Reading) -> Added {
    archive.begin().unwrap();
    let added =
        archive.add(&Incoming { reading, form: &Form::File(Format::JsonLines), bytes: b"{}", reader: "test" }).unwrap();
    archive.keep().unwrap();
    added
}

fn count(path: &Path, what: &str) -> i64 {
    Connection::open(path).unwrap().query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn an_article_is_added_once_and_its_revisions_stand_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let archive = Archive::create(&path).unwrap();
    let first = reading("https://courier.example/fire", "Courier", FIRE);
    assert_eq!(add(&archive, &first), Added::New(1));
    assert_eq!(add(&archive, &first), Added::Known);
    let later = reading("http://www.courier.example/fire/?utm_source=x", "Courier", &FIRE.replace("12", "14"));
    assert_eq!(add(&archive, &later), Added::Revision(2, 2));
    let copy = reading("https://post.example/7", "Post", FIRE);
    assert_eq!(add(&archive, &copy), Added::New(3));
    assert_eq!((count(&path, "articles"), count(&path, "copies WHERE article = 3 AND of = 1")), (3, 1));
    assert_eq!(count(&path, "copies"), 1, "a revision is no copy");
    assert!(count(&path, "statements WHERE source = 'Ida Roe' AND content LIKE '“We have found%'") == 3);
    assert!(count(&path, "figures WHERE value = 12 AND measure = 'killed' AND words LIKE 'At least 12%'") == 2);
}

#[test]
fn what_is_not_kept_is_lost_and_added_again_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let readings: Vec<Reading> = (0..4)
        .map(|n| {
            reading(&format!("https://courier.example/{n}"), "Courier", &FIRE.replace("Monday", &format!("May {n}")))
        })
        .collect();
    let whole = folder.path().join("whole.db");
    let archive = Archive::create(&whole).unwrap();
    for reading in &readings {
        add(&archive, reading);
    }
    let broken = folder.path().join("broken.db");
    let archive = Archive::create(&broken).unwrap();
    add(&archive, &readings[0]);
    archive.begin().unwrap();
    archive
        .add(&Incoming { reading: &readings[1], form: &Form::File(Format::JsonLines), bytes: b"{}", reader: "test" })
        .unwrap();
    drop(archive);
    let archive = Archive::create(&broken).unwrap();
    for reading in &readings {
        add(&archive, reading);
    }
    for table in ["article", "source", "statement", "figure", "copy", "copy_band_new", "copy_band", "outlet"] {
        assert_eq!(dump(&whole, table), dump(&broken, table), "{table}");
    }
    let db = Connection::open(&whole).unwrap();
    let check: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    assert!(!db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    for index in ["article_index", "statement_index", "source_index"] {
        db.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
    }
}

#[test]
fn a_text_with_a_nul_is_whole_in_the_archive() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let archive = Archive::create(&path).unwrap();
    let text = FIRE.replacen("cold store", "cold\0store", 1);
    let reading = READER.read(sayso_article::read(text.as_bytes(), Format::Text, Some("fire.txt")));
    let incoming =
        Incoming { reading: &reading, form: &Form::File(Format::Text), bytes: text.as_bytes(), reader: "test" };
    assert_eq!(archive.add(&incoming).unwrap(), Added::New(1));
    assert_eq!(archive.add(&incoming).unwrap(), Added::Known);
    assert_eq!(archive.raw(1).unwrap().unwrap().bytes, text.as_bytes());
    assert_eq!(count(&path, "statements WHERE content LIKE '“We have found%'"), 1);
    let db = Connection::open(&path).unwrap();
    for index in ["article_index", "statement_index", "source_index"] {
        db.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
    }
}

/// All rows of a table as text.
fn dump(path: &Path, table: &str) -> Vec<String> {
    let db = Connection::open(path).unwrap();
    let mut select = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
    let columns = select.column_count();
    let rows = select.query_map([], |row| {
        Ok((0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect::<Vec<_>>().join(" | "))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn what_was_read_comes_out_as_it_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.db")).unwrap();
    let first = reading("https://courier.example/fire", "Courier", FIRE);
    add(&archive, &first);
    let clipping = archive.clipping(1).unwrap().unwrap();
    assert_eq!(clipping.text, first.article.text);
    assert_eq!(clipping.article.moment.as_deref(), Some("2026-11-24T08:00:00Z"));
    let said: Vec<(&str, Option<&str>)> = clipping.statements.iter().map(|t| (t.words.as_str(), t.source())).collect();
    let expect: Vec<(&str, Option<&str>)> = first
        .attributions
        .iter()
        .map(|a| {
            let whole = a.content.iter().copied().reduce(sayso_text::Span::cover).unwrap();
            let source = a.source_id.map(|id| first.sources.iter().find(|source| source.id == id).unwrap());
            let name = source.map(|source| source.name.unwrap_or(source.mentions[0]).of(&first.article.text));
            (whole.of(&first.article.text), name)
        })
        .collect();
    assert_eq!(said, expect);
    assert!(
        clipping.statements[0].sentence.starts_with("At least 12")
            && clipping.statements[0].sentence.ends_with("said.")
    );
    assert_eq!(clipping.figures.len(), first.figures.len());
    assert_eq!(clipping.figures[0].figure.words, "At least 12 people");
    assert!(clipping.voice().iter().all(|telling| {
        clipping.statements.iter().all(|s| s.span[1] <= telling.span[0] || telling.span[1] <= s.span[0])
    }));
    assert!(archive.clipping(2).unwrap().is_none());
}

#[test]
fn what_is_no_archive_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("letter.txt"), "Dear desk, this is no archive at all.".repeat(60)).unwrap();
    Connection::open(path("theirs.db")).unwrap().execute_batch("CREATE TABLE cats (name)").unwrap();
    drop(Archive::create(&path("newer.db")).unwrap());
    Connection::open(path("newer.db")).unwrap().pragma_update(None, "user_version", 99).unwrap();
    drop(Archive::create(&path("short.db")).unwrap());
    let whole = std::fs::read(path("short.db")).unwrap();
    std::fs::write(path("short.db"), &whole[..whole.len() / 2]).unwrap();
    let is = |name: &str, expect: fn(&ArchiveError) -> bool| {
        let before = std::fs::read(path(name)).ok();
        for opened in [Archive::open(&path(name)), Archive::create(&path(name))] {
            let error = opened.map(|_| ()).expect_err(name);
            assert!(expect(&error), "{name}: {error:?}");
            assert!(!error.to_string().ends_with('.') && !error.to_string().contains('\n'));
        }
        assert_eq!(std::fs::read(path(name)).ok(), before, "{name}");
    };
    is("letter.txt", |error| matches!(error, ArchiveError::NoDatabase));
    is("theirs.db", |error| matches!(error, ArchiveError::Foreign));
    is("newer.db", |error| matches!(error, ArchiveError::Newer { found: 99, .. }));
    is("short.db", |error| matches!(error, ArchiveError::Damaged));
    assert!(matches!(Archive::open(&path("away.db")), Err(ArchiveError::Missing)));
    assert!(!path("away.db").exists());
}

#[test]
fn names_that_are_kept_as_numbers_come_out_as_they_are_called() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(Archive::create(&path).unwrap());
    let db = Connection::open(&path).unwrap();
    let check = |table: &str, column: &str, names: &[&str]| {
        let create: String =
            db.query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [table], |row| row.get(0)).unwrap();
        let case = create.split(&format!("{column} TEXT NOT NULL AS (")).nth(1).unwrap().split(')').next().unwrap();
        let sql = format!("SELECT {case} FROM (SELECT ? AS {column}_number)");
        for (number, name) in names.iter().enumerate() {
            assert_eq!(db.query_row(&sql, [number as i64], |row| row.get::<_, String>(0)).unwrap(), *name);
        }
        let none = db.query_row(&sql, [names.len() as i64], |row| row.get::<_, Option<String>>(0));
        assert_eq!(none.unwrap(), None, "{table}.{column} knows a name more");
    };
    check("source", "type", &SourceType::ALL.map(SourceType::name));
    check("statement", "kind", &Kind::ALL.map(Kind::name));
    check("statement", "act", &Act::ALL.map(Act::name));
    check("figure", "bound", &Bound::ALL.map(Bound::name));
}
