//! Articles, runs of the program, and what is in an archive.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;
use tempfile::TempDir;

/// Numbers without order, the same each time (xorshift, Marsaglia 2003).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// From 0 on, below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end.max(1)
    }

    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len() as u64) as usize]
    }
}

const OUTLETS: &[&str] = &["Courier", "Argus", "Post", "Ledger", "Sentinel"];
const PLACES: &[&str] =
    &["Osterby", "Lower Marl", "Kesterby", "Brand Quay", "Hollin", "Tarn Weir", "Saltmere", "Uppingsea"];
const THINGS: &[&str] =
    &["ferry", "cold store", "footbridge", "grain lift", "signal box", "swimming bath", "market hall"];
const EVENTS: &[&str] =
    &["was closed", "caught fire", "gave way", "flooded", "was sold", "was searched", "lost its roof"];
const NAMES: &[&str] = &["Ida Roe", "Anselm Krail", "Odile Marsh", "Per Lund", "Greta Voss", "Tom Ashby", "Mina Hale"];
const OFFICES: &[&str] =
    &["the interior ministry", "the harbour board", "the town clerk", "the county court", "the union"];
const WORDS: &[&str] = &[
    "nobody had looked at the plans",
    "the keys were with the owner",
    "work would go on by Friday",
    "the report was late",
    "two letters had gone unanswered",
    "the lamps had been dark since spring",
    "the money was not there",
    "the wind was too strong",
    "a second inquiry was needed",
    "the gates had been locked",
    "all of them were safe",
    "the price had doubled",
];

/// Short articles as JSON Lines: every sixth is a copy of one before, every seventh another text of one.
pub(crate) fn news(count: u64) -> String {
    let mut lines = String::new();
    for number in 0..count {
        let (address, text) = match number {
            number if number > 20 && number % 6 == 0 => (number, text(number - 9)),
            number if number > 20 && number % 7 == 0 => (number - 11, text(number).replace("said", "told the Argus")),
            number => (number, text(number)),
        };
        let outlet = OUTLETS[address as usize % OUTLETS.len()];
        let line = serde_json::json!({
            "url": format!("https://{}.example/{address}", outlet.to_lowercase()),
            "outlet": outlet,
            "published": format!("2026-11-{:02}T{:02}:00:00Z", 1 + number / 20, number % 20),
            "text": text,
        });
        writeln!(lines, "{line}").unwrap();
    }
    lines
}

/// One sentence, since reading is what takes the time; every third is long enough to be known again in a copy.
fn text(number: u64) -> String {
    let mut chance = Chance::of(number + 1);
    let (place, thing, event) = (chance.one_of(PLACES), chance.one_of(THINGS), chance.one_of(EVENTS));
    let (office, name, reason) = (chance.one_of(OFFICES), chance.one_of(NAMES), chance.one_of(WORDS));
    if number.is_multiple_of(3) {
        let hurt = 2 + chance.below(40);
        format!(
            "At least {hurt} people were hurt when the {thing} at {place} {event} because {reason}, {office} said on Monday."
        )
    } else {
        format!("“{reason},” {name} said.")
    }
}

/// A folder of its own with articles to add, `news.jsonl`.
pub(crate) fn desk(articles: u64) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("news.jsonl"), news(articles)).unwrap();
    folder
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_sayso");

/// The program in a folder.
pub(crate) fn sayso(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args);
    quiet(&mut command, folder);
    command
}

pub(crate) fn quiet(command: &mut Command, folder: &Path) {
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
}

pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Adds the articles of a folder's `news.jsonl` to its archive, on one thread.
pub(crate) fn add(folder: &Path) -> Run {
    run(&mut sayso(folder, ADD))
}

pub(crate) const ADD: &[&str] = &["add", "a.db", "news.jsonl", "-j", "1"];

/// An archive's file and what SQLite may have left beside it, but for what is made anew whenever it is opened.
pub(crate) fn copy(folder: &Path, to: &Path) {
    for name in ["a.db", "a.db-wal", "a.db-journal"] {
        match fs::copy(folder.join(name), to.join(name)) {
            Ok(_) => {}
            Err(_) => drop(fs::remove_file(to.join(name))),
        }
    }
}

/// Nothing in an archive is damaged.
#[track_caller]
pub(crate) fn is_whole(db: &Connection) {
    let told: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(told, "ok");
    assert!(!db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    for index in names(db, "fts5") {
        // With 1, the words in the index are held against those in the tables.
        db.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
    }
}

/// All rows of all tables by the tables' names, and each word that an index has with each place of it.
pub(crate) fn contents(db: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut contents: BTreeMap<_, _> =
        names(db, "STRICT").into_iter().map(|table| (table.clone(), rows(db, &table))).collect();
    for index in names(db, "fts5") {
        let words = format!("temp.{index}_word");
        db.execute_batch(&format!("CREATE VIRTUAL TABLE {words} USING fts5vocab (main, {index}, instance)")).unwrap();
        contents.insert(index, rows(db, &words));
    }
    contents
}

/// The tables of a kind, by what makes them.
fn names(db: &Connection, kind: &str) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%' || ? || '%' ORDER BY name";
    let mut select = db.prepare(sql).unwrap();
    let names = select.query_map([kind], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

fn rows(db: &Connection, table: &str) -> Vec<String> {
    let mut select = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = select.column_count();
    let rows = select.query_map([], |row| {
        Ok((0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect::<Vec<_>>().join(" | "))
    });
    let mut rows: Vec<String> = rows.unwrap().map(Result::unwrap).collect();
    rows.sort();
    rows
}

/// Opens an archive as any program that has SQLite does.
pub(crate) fn database(folder: &Path) -> Connection {
    Connection::open(archive(folder)).unwrap()
}

pub(crate) fn archive(folder: &Path) -> PathBuf {
    folder.join("a.db")
}
