//! Files that are no archive, or none that this program may or can use: a message, exit status 2, nothing changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::support::{add, archive, database, desk, run, sayso};

/// Every command that has an archive.
pub(crate) const COMMANDS: &[&[&str]] = &[
    &["add", "a.db", "news.jsonl"],
    &["search", "a.db", "lamps"],
    &["trace", "a.db", "the lamps had been dark since spring"],
    &["figures", "a.db", "--about", "hurt"],
    &["sources", "a.db"],
    &["diff", "a.db", "https://courier.example/0"],
];

/// Those that only read.
pub(crate) fn questions() -> &'static [&'static [&'static str]] {
    &COMMANDS[1..]
}

/// Each command refuses what stands at `a.db` in these words and changes nothing.
#[track_caller]
fn check(name: &str, folder: &Path, commands: &[&[&str]], expect: &str) {
    let before = files(folder);
    for args in commands {
        let refused = run(&mut sayso(folder, args));
        assert_eq!(refused.err, format!("sayso: error: a.db: {expect}\n"), "{name}, {args:?}: {refused:?}");
        assert_eq!((refused.status, refused.out.as_str()), (Some(2), ""), "{name}, {args:?}");
        assert!(files(folder) == before, "{name}, {args:?}: {:?} are other files", files(folder).keys());
    }
}

/// Files of a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

const DAMAGED: &str = "is damaged or ends early: take a copy that is whole";
const ANOTHER: &str = "is no archive but another kind of file: give the archive another name";
const FOREIGN: &str = "is a SQLite file of another program: give the archive another name";

#[test]
fn an_archive_that_ends_early_is_refused_and_not_mended() {
    let desk = desk(8);
    let folder = desk.path();
    assert_eq!(add(folder).status, Some(0));
    let whole = fs::read(archive(folder)).unwrap();
    let page = 16384;
    for length in [1, 15, 16, 99, 100, 512, 4096, page, page + 1, 10 * page, whole.len() / 2, whole.len() - 1] {
        fs::write(archive(folder), &whole[..length]).unwrap();
        check(&format!("{length} bytes"), folder, COMMANDS, DAMAGED);
    }
    fs::write(archive(folder), "").unwrap();
    check("no bytes", folder, &COMMANDS[1..], "holds nothing yet: add articles to it with `sayso add`");
    fs::write(archive(folder), &whole).unwrap();
    assert_eq!(add(folder).out, "a.db: 8 were there\n");
}

#[test]
fn another_kind_of_file_is_refused() {
    let desk = desk(1);
    let folder = desk.path();
    let put = |make: &dyn Fn(&Path)| {
        let _ = fs::remove_file(archive(folder));
        let _ = fs::remove_dir(archive(folder));
        make(&archive(folder));
    };
    let database = |at: &Path, sql: &str| Connection::open(at).unwrap().execute_batch(sql).unwrap();
    put(&|at| fs::write(at, "Dear desk, this is no archive at all.\n".repeat(50)).unwrap());
    check("a letter", folder, COMMANDS, ANOTHER);
    put(&|at| fs::write(at, "-").unwrap());
    check("a byte", folder, COMMANDS, ANOTHER);
    put(&|at| fs::create_dir(at).unwrap());
    check("a folder", folder, COMMANDS, ANOTHER);
    put(&|at| std::os::unix::fs::symlink("/dev/null", at).unwrap());
    check("a device", folder, COMMANDS, ANOTHER);
    put(&|at| database(at, "CREATE TABLE cats (name)"));
    check("a database", folder, COMMANDS, FOREIGN);
    put(&|at| database(at, "PRAGMA application_id = 77"));
    check("a database with a number", folder, COMMANDS, FOREIGN);
    put(&|at| database(at, "PRAGMA journal_mode = wal; CREATE TABLE cats (name)"));
    check("a database with a log", folder, COMMANDS, FOREIGN);
    put(&|at| database(at, "PRAGMA user_version = 3"));
    check("a database with a version", folder, COMMANDS, FOREIGN);
}

#[test]
fn a_newer_archive_is_refused() {
    let desk = desk(1);
    assert_eq!(add(desk.path()).status, Some(0));
    database(desk.path()).execute_batch("PRAGMA user_version = 99").unwrap();
    let known = sayso_archive::VERSION;
    let expect =
        format!("is of a newer Sayso (version 99 of the format, this program knows {known}): use the newer program");
    check("newer", desk.path(), COMMANDS, &expect);
}

#[test]
fn what_is_not_there_is_not_made_by_asking() {
    let desk = desk(1);
    check("nothing", desk.path(), &COMMANDS[1..], "no such archive: make one with `sayso add`");
    let lost = run(&mut sayso(desk.path(), &["add", "away/a.db", "news.jsonl"]));
    assert_eq!(lost.status, Some(2));
    assert_eq!(lost.err, "sayso: error: away/a.db: its folder is not there: make that first, or check the spelling\n");
    let lost = run(&mut sayso(desk.path(), &["add", "news.jsonl/a.db", "news.jsonl"]));
    assert_eq!(
        lost.err,
        "sayso: error: news.jsonl/a.db: its folder is not there: make that first, or check the spelling\n"
    );
    let missing = run(&mut sayso(desk.path(), &["add", "a.db", "nwes.jsonl"]));
    assert_eq!((missing.status, files(desk.path()).len()), (Some(2), 1), "no archive is made of nothing: {missing:?}");
}

#[test]
fn an_archive_is_no_article() {
    let desk = desk(2);
    let folder = desk.path();
    assert_eq!(add(folder).status, Some(0));
    std::os::unix::fs::symlink("a.db", folder.join("b.db")).unwrap();
    for name in ["a.db", "b.db", "./a.db", "*.db"] {
        let args: &[&str] = &["add", "a.db", "news.jsonl", name];
        check(name, folder, &[args], "is the archive and cannot be added to itself: name the files to add only");
    }
    let args: &[&str] = &["add", "news.jsonl", "news.jsonl"];
    let refused = run(&mut sayso(folder, args));
    assert_eq!(refused.status, Some(2));
    assert!(refused.err.starts_with("sayso: error: news.jsonl: is the archive"), "{refused:?}");
}
