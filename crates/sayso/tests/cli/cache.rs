//! `sayso check` remembers what it found.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::{BARE, desk};
use crate::support::Desk;

/// The entries of a desk's cache.
fn entries(desk: &Desk) -> Vec<PathBuf> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, out) } else { out.push(path) }
        }
    }
    let mut out = Vec::new();
    walk(&desk.home("cache"), &mut out);
    out.sort();
    out
}

#[test]
fn the_same_comes_out_with_and_without_a_cache() {
    let desk = desk();
    let args = ["check", "--select", "ALL", "."];
    let plain = desk.run(&[&args[..], &["--no-cache"]].concat());
    assert_eq!(entries(&desk), [""; 0].map(PathBuf::from));
    for round in ["fills it", "reads it"] {
        let run = desk.run(&args);
        assert_eq!((&run.out, &run.err, run.status), (&plain.out, &plain.err, plain.status), "{round}");
        // Two of the four articles are the same, and one is Markdown.
        assert_eq!(entries(&desk).len(), 4, "{round}");
    }
    // A damaged entry is read past, and mended.
    for entry in entries(&desk) {
        fs::write(entry, "damaged").unwrap();
    }
    let run = desk.run(&args);
    assert_eq!((&run.out, &run.err, run.status), (&plain.out, &plain.err, plain.status), "damaged");
    assert!(entries(&desk).iter().all(|entry| fs::read(entry).unwrap() != b"damaged"));
}

#[test]
fn what_is_found_comes_from_the_cache_as_long_as_all_is_the_same() {
    let desk = desk();
    let count = |args: &[&str]| {
        desk.run(&[&["check", "--select", "ANO001"], args].concat());
        entries(&desk).len()
    };
    assert_eq!(count(&["bare.txt"]), 1);
    assert_eq!(count(&["bare.txt"]), 1);
    assert_eq!(count(&["bare.txt", "--fail-on", "never", "--jobs", "3"]), 1, "what is found is the same");
    assert_eq!(count(&["bare.txt", "--config", "rules.ANO001.severity=error"]), 2);
    assert_eq!(count(&["bare.txt", "--published", "2026-05-03"]), 3);
    desk.put("bare.txt", BARE.replace("spring", "autumn").as_bytes());
    assert_eq!(count(&["bare.txt"]), 4);
    desk.put("again.txt", BARE.as_bytes());
    assert_eq!(count(&["again.txt"]), 4, "another name for the same bytes");
}

#[test]
fn where_no_cache_can_be_there_is_none() {
    let desk = desk();
    fs::write(desk.home("cache"), "a file").unwrap();
    let run = desk.run(&["check", "--select", "ANO001", "bare.txt"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
}
