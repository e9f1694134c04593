//! Files of many articles: feeds, web archives, Parquet; and articles read again from what the archive keeps of them.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use rusqlite::Connection;

use crate::support::{Desk, article, gzip, json_line};

/// A feed of two items in RSS.
pub(crate) fn rss(link: &str) -> String {
    let item = |number: usize| {
        format!(
            "<item><title>Ferry {number}</title><link>{link}{number}</link><description>{}</description></item>",
            article(number)
        )
    };
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Courier</title>{}{}</channel></rss>",
        item(1),
        item(2)
    )
}

fn atom() -> String {
    let content = article(3);
    format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Argus</title><entry><title>Ferry 3</title><id>urn:argus:3</id>\
         <link href=\"https://argus.example/3\"/><updated>2026-11-24T06:00:00Z</updated><content>{content}</content></entry></feed>"
    )
}

fn json_feed() -> String {
    serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Northern Wire",
        "items": [{ "id": "4", "url": "https://wire.example/4", "title": "Ferry 4", "content_text": article(4) }],
    })
    .to_string()
}

/// A page, of another number each.
pub(crate) fn page(number: usize) -> String {
    let paragraphs = article(number).replace("\n\n", "</p><p>");
    format!(
        "<!doctype html><html lang=en><head><title>Ferry {number}</title></head><body><article><p>{paragraphs}</p></article></body></html>"
    )
}

fn warc_record(number: usize) -> Vec<u8> {
    let response = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page(number));
    let head = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{number}\r\nWARC-Date: 2026-11-24T06:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        response.len()
    );
    gzip(format!("{head}{response}\r\n\r\n").as_bytes())
}

fn warc() -> Vec<u8> {
    [warc_record(5), warc_record(6)].concat()
}

fn parquet() -> Vec<u8> {
    let texts: ArrayRef = Arc::new(StringArray::from(vec![article(7), article(8)]));
    let ids: ArrayRef = Arc::new(StringArray::from(vec!["7", "8"]));
    let batch = RecordBatch::try_from_iter([("text", texts), ("id", ids)]).unwrap();
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    out
}

fn desk() -> Desk {
    Desk::new(&[
        ("in/a.rss", rss("https://courier.example/").as_bytes()),
        ("in/b.xml.gz", &gzip(atom().as_bytes())),
        ("in/c.json", json_feed().as_bytes()),
        ("in/d.warc.gz", &warc()),
        ("in/e.parquet", &parquet()),
        ("in/f.txt", article(9).as_bytes()),
        ("in/other.json", b"{\"name\": \"settings\"}"),
        ("in/other.xml", b"<?xml version=\"1.0\"?><settings/>"),
    ])
}

const PLACES: [&str; 9] = [
    "in/a.rss:item 1",
    "in/a.rss:item 2",
    "in/b.xml.gz:item 1",
    "in/c.json:item 1",
    "in/d.warc.gz:record 1 (offset 0)",
    "in/d.warc.gz:record 2",
    "in/e.parquet:row 1",
    "in/e.parquet:row 2",
    "in/f.txt",
];

#[test]
fn each_article_of_a_file_of_many_is_read_in_order() {
    let run = desk().run(&["read", "in"]);
    assert_eq!((run.status, run.messages()), (0, Vec::new()));
    let paths = run.paths();
    assert!(
        paths.len() == PLACES.len() && paths.iter().zip(PLACES).all(|(path, place)| path.starts_with(place)),
        "{paths:?}"
    );
    assert!(run.readings().iter().all(|reading| reading["attributions"].as_array().is_some_and(|all| all.len() > 1)));
}

#[test]
fn what_comes_over_a_pipe_is_told_by_how_it_begins() {
    for (bytes, expect) in [
        (rss("https://courier.example/").into_bytes(), 2),
        (atom().into_bytes(), 1),
        (json_feed().into_bytes(), 1),
        (gzip(json_feed().as_bytes()), 1),
        (warc(), 2),
        (parquet(), 2),
        (json_line(1).into_bytes(), 1),
    ] {
        let run = Desk::new(&[]).run_with(&["read"], move |stdin| stdin.write_all(&bytes).unwrap());
        assert_eq!((run.readings().len(), run.err.as_str(), run.status), (expect, "", 0));
    }
}

#[test]
fn files_of_many_are_checked() {
    let run = desk().run(&["check", "in"]);
    assert!(run.status < 2, "{run:?}");
    assert_eq!(run.err, "");
    let run = desk().run(&["check", "in", "--show-files"]);
    assert_eq!(run.out.lines().count(), 6, "{run:?}");
}

fn count(desk: &Desk, sql: &str) -> i64 {
    Connection::open(desk.path("a.db")).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn what_is_broken_costs_itself_alone_and_is_added_once() {
    let desk = desk();
    let whole = rss("https://echo.example/");
    desk.put("in/x1.rss", &whole.as_bytes()[..whole.len() - 200]);
    desk.put("in/x2.atom", b"oops");
    desk.put("in/x3.json", br#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1""#);
    let warc = warc();
    desk.put("in/x4.warc.gz", &[warc_record(11).as_slice(), &warc[..warc.len() / 4]].concat());
    let parquet = parquet();
    desk.put("in/x5.parquet", &parquet[..parquet.len() / 2]);
    let run = desk.run(&["add", "a.db", "in"]);
    assert_eq!(run.status, 2, "{run:?}");
    for name in ["in/x1.rss", "in/x2.atom", "in/x3.json", "in/x4.warc.gz", "in/x5.parquet"] {
        assert!(
            run.messages().iter().any(|line| line.starts_with(&format!("sayso: error: {name}"))),
            "{name}: {run:?}"
        );
    }
    // All that is whole, the first item of the broken RSS, the first record of the broken web archive.
    let articles = |desk: &Desk| count(desk, "SELECT count(*) FROM article WHERE path NOT LIKE 'in/x%'");
    assert_eq!(articles(&desk), 9);
    assert_eq!(count(&desk, "SELECT count(*) FROM article WHERE path LIKE 'in/x1%'"), 1);
    assert!(count(&desk, "SELECT count(*) FROM article WHERE path LIKE 'in/x4%'") >= 1);
    let before = count(&desk, "SELECT count(*) FROM article");
    let again = desk.run(&["add", "a.db", "in"]);
    assert_eq!((again.status, again.out), (2, format!("a.db: {before} were there\n")));
    assert_eq!(count(&desk, "SELECT count(*) FROM article"), before);
}

fn dump(desk: &Desk) -> Vec<String> {
    let db = Connection::open(desk.path("a.db")).unwrap();
    let mut all = Vec::new();
    for sql in [
        "SELECT json_array(id, key, revision, hex(content), url, title, path, format, address, charset, fetched, reader, text) FROM article",
        "SELECT json_array(id, article, kind, act, start, stop, source, chain) FROM statement",
        "SELECT json_array(id, article, type, name, description) FROM source",
    ] {
        let mut select = db.prepare(&format!("{sql} ORDER BY id")).unwrap();
        all.extend(select.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    all
}

#[test]
fn what_an_older_reader_has_read_is_read_again_without_the_files() {
    let desk = desk();
    let run = desk.run(&["add", "a.db", "in"]);
    assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (0, "", "a.db: 9 articles added\n"));
    let first = dump(&desk);
    assert_eq!(
        count(&desk, "SELECT count(*) FROM article WHERE format = 'page' AND fetched = '2026-11-24T06:00:00Z'"),
        2
    );
    assert_eq!(count(&desk, "SELECT count(*) FROM article WHERE format = 'item'"), 4);
    assert_eq!(desk.run(&["reread", "a.db"]).out, "a.db: nothing to read again\n");

    std::fs::remove_dir_all(desk.path("in")).unwrap();
    let db = Connection::open(desk.path("a.db")).unwrap();
    db.execute("UPDATE article SET reader = '0.0.1' WHERE id <> 2", []).unwrap();
    db.execute("UPDATE statement SET act_number = 1 WHERE id = (SELECT min(id) FROM statement WHERE article = 5)", [])
        .unwrap();
    drop(db);
    let run = desk.run(&["reread", "a.db", "--jobs", "3"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "a.db: 8 articles read again, 1 with other statements\n");
    assert_eq!(dump(&desk), first);
    assert_eq!(desk.run(&["reread", "a.db", "--all"]).out, "a.db: 9 articles read again, none with other statements\n");
    assert_eq!(dump(&desk), first);
}

#[test]
fn what_cannot_be_read_again_keeps_its_reading() {
    let desk = desk();
    desk.run(&["add", "a.db", "in/e.parquet", "in/f.txt"]);
    let db = Connection::open(desk.path("a.db")).unwrap();
    // A text's bytes are no line of JSON.
    db.execute("UPDATE article SET reader = '0', format = iif(id = 3, 'jsonl', format)", []).unwrap();
    let run = desk.run(&["reread", "a.db"]);
    assert_eq!((run.status, run.out.as_str()), (2, "a.db: 2 articles read again, none with other statements\n"));
    assert!(run.messages()[0].starts_with("sayso: error: in/f.txt: "), "{run:?}");
    assert!(count(&desk, "SELECT count(*) FROM statement WHERE article = 3") > 0);
    assert_eq!(desk.run(&["reread", "away.db"]).status, 2);
    assert!(!desk.path("away.db").exists());
}

#[test]
fn the_week_of_the_examples_is_taken_whole() {
    let week = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/week");
    let desk = Desk::new(&[]);
    let run = desk.run(&["add", "a.db", week.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "a.db: 22 articles added, 4 revisions added, 2 of them copies of others\n");
}
