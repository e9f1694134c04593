//! Places where an archive cannot be written: a disk that is full, a folder that may only be read.
//!
//! As root, who may write anywhere, a folder is mounted anew in a namespace of its own (`unshare`); where that is not allowed either,
//! there is nothing to test with, and that is said.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::refusals::questions;
use crate::support::{ADD, PROGRAM, Run, add, archive, contents, copy, database, desk, is_whole, quiet, run, sayso};

/// A script in a namespace in which anything can be mounted; nothing where that is not allowed. `$0` is the program.
fn apart(folder: &Path, script: &str, args: &[&str]) -> Option<Run> {
    let unshare = || {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount"]);
        quiet(&mut command, folder);
        command
    };
    let is_allowed =
        unshare().args(["sh", "-c", "mount -t tmpfs tmpfs ."]).output().is_ok_and(|ran| ran.status.success());
    if !is_allowed {
        return None;
    }
    Some(run(unshare().args(["sh", "-c", script, PROGRAM]).args(args)))
}

/// Runs the program in a folder where nothing can be written.
fn shut(folder: &Path, args: &[&str]) -> Option<Run> {
    if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        let script = "mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\" && exec \"$0\" \"$@\"";
        return apart(folder, script, args);
    }
    let rights = |mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    rights(0o555);
    let ran = run(&mut sayso(folder, args));
    rights(0o755);
    Some(ran)
}

#[expect(clippy::print_stderr, reason = "a test that cannot be made here is not passed over in silence")]
fn no_place() {
    eprintln!("not tested: nothing can be mounted here");
}

#[test]
fn what_may_only_be_read_is_read_and_not_added_to() {
    let desk = desk(8);
    let folder = desk.path();
    assert_eq!(add(folder).status, Some(0));
    fs::write(folder.join("more.txt"), "The ferry will sail, harbour master Odile Marsh said on Monday.").unwrap();
    let before = fs::read(archive(folder)).unwrap();
    for args in questions() {
        let Some(answered) = shut(folder, args) else { return no_place() };
        let expect = run(&mut sayso(folder, args));
        assert_eq!((answered.status, answered.out, answered.err), (expect.status, expect.out, expect.err), "{args:?}");
        assert_eq!(expect.status, Some(0), "{args:?}");
    }
    let refused = shut(folder, &["add", "a.db", "more.txt"]).unwrap();
    assert_eq!(refused.status, Some(2));
    assert_eq!(
        refused.err,
        "sayso: error: a.db: may not be written to: change the rights of the file and its folder\n"
    );
    let refused = shut(folder, &["add", "b.db", "more.txt"]).unwrap();
    assert_eq!(
        refused.err,
        "sayso: error: b.db: may not be written to: change the rights of the file and its folder\n"
    );
    assert!(fs::read(archive(folder)).unwrap() == before);
}

#[test]
fn what_a_stopped_writer_left_is_not_left_out_where_nothing_may_be_written() {
    let whole = desk(8);
    let folder = whole.path();
    assert_eq!(add(folder).status, Some(0));
    // As after a kill: one who has it open keeps the log, and what is added stands there.
    let open = database(folder);
    let before = fs::read(archive(folder)).unwrap();
    open.execute_batch("BEGIN; DELETE FROM figure; UPDATE article SET title = 'A ferry'; COMMIT").unwrap();
    assert!(fs::read(archive(folder)).unwrap() == before);
    let left = desk(8);
    copy(folder, left.path());
    let figures: &[&str] = &["figures", "a.db", "--about", "hurt"];
    let Some(refused) = shut(left.path(), figures) else { return no_place() };
    assert_eq!(refused.status, Some(2), "{refused:?}");
    assert!(
        refused.err.starts_with("sayso: error: a.db: was left behind by a `sayso add` that was stopped"),
        "{refused:?}"
    );
    // With all that the writer left, it can be read.
    fs::copy(folder.join("a.db-shm"), left.path().join("a.db-shm")).unwrap();
    let answered = shut(left.path(), figures).unwrap();
    assert_eq!(answered.status, Some(1), "{answered:?}");
    let answered = run(&mut sayso(left.path(), figures));
    assert_eq!(answered.status, Some(1), "{answered:?}");
    drop(open);
}

#[test]
fn an_older_archive_is_brought_up_to_date_or_says_that_it_must_be() {
    let desk = desk(8);
    let folder = desk.path();
    // No version before the first was ever released: this one has nothing but the mark of an archive.
    database(folder).pragma_update(None, "application_id", 0x5361_7973).unwrap();
    let before = fs::read(archive(folder)).unwrap();
    if let Some(refused) = shut(folder, questions()[0]) {
        assert_eq!(refused.status, Some(2));
        assert!(
            refused.err.starts_with("sayso: error: a.db: is of an older Sayso (version 0 of the format"),
            "{refused:?}"
        );
        assert!(fs::read(archive(folder)).unwrap() == before);
    } else {
        no_place();
    }
    assert_eq!(run(&mut sayso(folder, questions()[0])).status, Some(1));
    assert_eq!(add(folder).status, Some(0));
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_added_before() {
    let alone = desk(60);
    assert_eq!(add(alone.path()).status, Some(0));
    let expect = contents(&database(alone.path()));
    let mut refused = 0;
    for size in ["64k", "256k", "600k", "1000k", "1300k", "1500k"] {
        let desk = desk(60);
        // The same archive on a small disk, with room, and copied away.
        let script = "mkdir small && mount -t tmpfs -o size=$1 tmpfs small && cp news.jsonl small/news.jsonl && cd small || exit 9
            shift; \"$0\" \"$@\"; echo \"first $?\" && \"$0\" search a.db letters >/dev/null; echo \"search $?\"
            mount -o remount,size=64m . && \"$0\" \"$@\" && cp a.db ..";
        let args: Vec<&str> = [size].into_iter().chain(ADD.iter().copied()).collect();
        let Some(ran) = apart(desk.path(), script, &args) else { return no_place() };
        let told: Vec<&str> = ran.out.lines().collect();
        let is_told = ran.err.starts_with(
            "sayso: error: a.db: the disk is full; what was added before is kept: make room, then run this again\n",
        );
        // Where only the log has no room to be written back, it stays a log.
        assert!(if told[0] == "first 2" { is_told } else { told[1] == "first 0" }, "{size}: {ran:?}");
        refused += usize::from(is_told);
        let db = database(desk.path());
        is_whole(&db);
        assert!(contents(&db) == expect, "{size}: {ran:?}");
    }
    assert!(refused >= 3);
}

#[test]
fn a_limit_on_files_is_told_and_costs_nothing_that_was_added_before() {
    let alone = desk(60);
    assert_eq!(add(alone.path()).status, Some(0));
    let expect = contents(&database(alone.path()));
    // In blocks of 512 bytes.
    for blocks in [1, 40, 100, 700, 1500] {
        let desk = desk(60);
        let mut limited = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        quiet(limited.args(["-c", &script, PROGRAM]).args(ADD), desk.path());
        let refused = run(&mut limited);
        assert_eq!(refused.status, Some(2), "{blocks}: {refused:?}");
        let told =
            ["cannot be read or written (disk I/O error): check", "the disk is full; what was added before is kept"];
        assert!(told.iter().any(|told| refused.err.starts_with(&format!("sayso: error: a.db: {told}"))), "{refused:?}");
        assert_eq!(add(desk.path()).status, Some(0), "{blocks}");
        let db = database(desk.path());
        is_whole(&db);
        assert!(contents(&db) == expect, "{blocks}");
    }
}
