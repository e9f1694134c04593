//! What an archive is asked: searches, candidates, relatives, bytes; and articles read again.

use std::sync::LazyLock;

use rusqlite::Connection;
use sayso_archive::{Among, Archive, Form, Incoming, Order, Query};
use sayso_article::Format;
use sayso_reading::{Reader, Reading};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "Courier",
        "2026-11-24T08:00:00Z",
        "At least 12 people were killed when the cold store at Osterby burned down, the interior ministry said on Monday. \
         “We have found no survivors since noon,” Ida Roe, a spokeswoman for the ministry, said.",
    ),
    (
        "Argus",
        "2026-11-25T08:00:00Z",
        "The doors of the cold store had been locked since March, an official said, speaking on condition of anonymity because \
         the inquiry is not finished. The harbour master, Anselm Krail, denied that anybody had complained.",
    ),
    (
        "Post",
        "2026-11-26T08:00:00Z",
        "The ferry to Lower Marl will not sail before noon, harbour master Odile Marsh said on Tuesday. It never sails in fog.",
    ),
];

fn reading((outlet, published, text): (&str, &str, &str), number: usize) -> (Reading, String) {
    let url = format!("https://{}.example/{number}", outlet.to_lowercase());
    let line = serde_json::json!({ "url": url, "outlet": outlet, "published": published, "text": text }).to_string();
    (READER.read(sayso_article::read_json_line(line.as_bytes(), Some("wire.jsonl:1")).unwrap()), line)
}

fn archive(folder: &tempfile::TempDir) -> Archive {
    archive_of(ARTICLES, folder)
}

fn archive_of(articles: &[(&str, &str, &str)], folder: &tempfile::TempDir) -> Archive {
    let archive = Archive::create(&folder.path().join("a.db")).unwrap();
    for (number, article) in articles.iter().enumerate() {
        let (reading, line) = reading(*article, number);
        let incoming =
            Incoming { reading: &reading, form: &Form::File(Format::JsonLines), bytes: line.as_bytes(), reader: "0" };
        archive.add(&incoming).unwrap();
    }
    archive
}

#[test]
fn statements_are_found_by_words_and_fields() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(&folder);
    let check = |typed: &str, expect: &[&str]| {
        let query = Query::parse(typed).unwrap();
        let page = archive.search(&query, Among::Statements, Order::Oldest, 0, 10).unwrap();
        let found: Vec<&str> = page.found.iter().map(|found| found.telling.words.as_str()).collect();
        assert_eq!(found.len(), expect.len(), "{typed}: {found:?}");
        for (found, begin) in found.iter().zip(expect) {
            assert!(found.starts_with(begin), "{typed}: {found}");
        }
        assert_eq!(page.total, expect.len());
    };
    check("survivors", &["“We have found"]);
    check("survivor noon", &["“We have found"]);
    check("survivors -noon", &[]);
    check("\"cold store\"", &["At least 12", "The doors"]);
    check("source:Roe", &["“We have found"]);
    check("source:\"harbour master\"", &["that anybody", "The ferry"]);
    check("outlet:post", &["The ferry"]);
    check("cold after:2026-11-25", &["The doors"]);
    check("cold before:2026-11-24", &["At least 12"]);
    check("type:anonymous", &["The doors"]);
    check("terms:anonymity", &["The doors"]);
    check("has:reason", &["The doors"]);
    check("has:figure cold", &["At least 12"]);
    check("act:denies", &["that anybody"]);
    check("has:quote", &["“We have found"]);
}

#[test]
fn what_was_searched_for_is_marked_and_pages_follow_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(&folder);
    let query = Query::parse("“cold store”").unwrap();
    let page = |skip| archive.search(&query, Among::Statements, Order::Newest, skip, 1).unwrap();
    let (first, second) = (page(0), page(1));
    assert_eq!((first.total, second.total, page(2).found.len()), (2, 2, 0));
    for found in first.found.iter().chain(&second.found) {
        let marked: Vec<&str> = found.marks.iter().map(|[start, end]| &found.telling.words[*start..*end]).collect();
        assert_eq!(marked.join(" "), "cold store");
    }
    assert!(first.found[0].telling.article.moment > second.found[0].telling.article.moment);
    let fog = archive.search(&Query::parse("fog").unwrap(), Among::Articles, Order::Rank, 0, 5).unwrap();
    assert_eq!(fog.found[0].telling.words, "It never sails in fog.");
    assert!(fog.found[0].telling.statement.is_none());
    assert_eq!(fog.found[0].marks, [[18, 21]]);
}

#[test]
fn what_shares_the_rarest_words_may_tell_it() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(&folder);
    assert_eq!(archive.may_tell("no survivors were found at the cold store").unwrap(), [1, 2]);
    assert_eq!(archive.may_tell("The ferry will not sail").unwrap(), [3]);
    assert_eq!(archive.may_tell("the of and \" * (").unwrap(), Vec::<i64>::new());
}

#[test]
fn an_article_read_again_is_as_if_it_had_been_read_so_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(&folder);
    assert_eq!(archive.read_by_others("1").unwrap(), [1, 2, 3]);
    let raw = archive.raw(2).unwrap().unwrap();
    assert_eq!(raw.form, Form::File(Format::JsonLines));
    let again = READER.read(sayso_article::read_json_line(&raw.bytes, Some(&raw.path)).unwrap());
    archive.replace(2, &Incoming { reading: &again, form: &raw.form, bytes: &raw.bytes, reader: "1" }).unwrap();
    assert_eq!(archive.read_by_others("1").unwrap(), [1, 3]);
    let words = |article: i64| -> Vec<String> {
        archive.clipping(article).unwrap().unwrap().tellings().into_iter().map(|telling| telling.words).collect()
    };
    assert!(words(2).iter().any(|words| words.starts_with("The doors")));
    let query = Query::parse("doors").unwrap();
    assert_eq!(archive.search(&query, Among::Statements, Order::Rank, 0, 9).unwrap().total, 1);
    let db = Connection::open(folder.path().join("a.db")).unwrap();
    for index in ["article_index", "statement_index", "source_index"] {
        db.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
    }
    assert!(!db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
}

#[test]
fn words_that_stand_in_a_sentence_are_found_though_no_statement_has_them() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(&folder);
    let matcher = sayso_lineage::claim::Matcher::new();
    let outlets = |asked: &str| -> Vec<Option<String>> {
        let trace = archive.trace(asked, &matcher).unwrap();
        trace.appearances.iter().map(|one| one.telling.article.outlet.clone()).collect()
    };
    assert_eq!(outlets("The harbour master, Anselm Krail, denied"), [Some("Argus".to_owned())]);
    assert_eq!(outlets("The harbour master, Petra Stahl, sang for the emperor"), []);
}

const KEYS: &str =
    "We had one set of keys for four floors, and it was in the pocket of a colleague who had gone down to fetch bread";

/// A claim, one who relays it in other words, and one who is near to those words alone.
const REWORDED: &[(&str, &str, &str)] = &[
    (
        "Echo",
        "2026-11-24T08:00:00Z",
        "A fire broke out in Halden prison on Tuesday. “We had one set of keys for four floors, and it was in the pocket of a colleague who \
         had gone down to fetch bread,” a guard at Halden prison, who asked not to be named, told the Echo.",
    ),
    (
        "Ledger",
        "2026-11-25T08:00:00Z",
        "Cells on four floors of Halden prison could not be opened because the only keys were with a guard who had gone for bread, the Echo \
         reported on Tuesday, citing a guard.",
    ),
    (
        "Sentinel",
        "2026-11-26T08:00:00Z",
        "The only keys at Halden prison were with a guard who had left the block, inmates of Halden prison said.",
    ),
];

#[test]
fn who_is_near_to_a_sure_rewording_tells_it_too() {
    let outlets = |articles: &[(&str, &str, &str)]| -> Vec<Option<String>> {
        let folder = tempfile::tempdir().unwrap();
        let trace = archive_of(articles, &folder).trace(KEYS, &sayso_lineage::claim::Matcher::new()).unwrap();
        trace.appearances.iter().map(|one| one.telling.article.outlet.clone()).collect()
    };
    let named = |names: &[&str]| names.iter().map(|name| Some((*name).to_owned())).collect::<Vec<_>>();
    assert_eq!(outlets(REWORDED), named(&["Echo", "Ledger", "Sentinel"]));
    assert_eq!(outlets(&[REWORDED[0], REWORDED[2]]), named(&["Echo"]));
}
