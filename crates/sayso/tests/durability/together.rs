//! Two that add to one archive at once.

use std::thread;

use crate::support::{Run, add, contents, database, desk, is_whole, run, sayso};

#[test]
fn two_that_add_at_once_add_everything_once() {
    let alone = desk(105);
    assert_eq!(add(alone.path()).status, Some(0));
    let expect = contents(&database(alone.path()));
    for _ in 0..6 {
        let desk = desk(105);
        let both: Vec<Run> = thread::scope(|scope| {
            let both: Vec<_> = (0..2).map(|_| scope.spawn(|| add(desk.path()))).collect();
            both.into_iter().map(|run| run.join().unwrap()).collect()
        });
        for one in &both {
            let is_told = one.status == Some(2) && one.err.contains("another program writes to it: wait until");
            assert!(one.status == Some(0) || is_told, "{one:?}");
        }
        assert!(both.iter().any(|one| one.status == Some(0)), "{both:?}");
        let db = database(desk.path());
        is_whole(&db);
        assert!(contents(&db) == expect, "{both:?}");
    }
}

#[test]
fn one_that_meets_a_writer_waits_then_says_so_and_readers_go_on() {
    let desk = desk(3);
    let folder = desk.path();
    assert_eq!(add(folder).status, Some(0));
    std::fs::write(folder.join("more.txt"), "The ferry will sail, harbour master Odile Marsh said on Monday.").unwrap();
    let before = contents(&database(folder));
    let other = database(folder);
    other.execute_batch("BEGIN IMMEDIATE; DELETE FROM figure").unwrap();
    let refused = run(&mut sayso(folder, &["add", "a.db", "more.txt"]));
    assert_eq!(refused.status, Some(2));
    assert_eq!(
        refused.err,
        "sayso: error: a.db: another program writes to it: wait until that has ended, then run this again\n"
    );
    let found = run(&mut sayso(folder, &["figures", "a.db", "--about", "hurt"]));
    assert_eq!((found.status, found.err.as_str()), (Some(0), ""));
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert!(contents(&database(folder)) == before);
    assert_eq!(run(&mut sayso(folder, &["add", "a.db", "more.txt"])).status, Some(0));
}
