//! `sayso check --watch`: again on each change.

use std::io::{BufRead, BufReader};

use crate::check::{BARE, desk};

#[test]
fn what_changes_is_checked_again() {
    let desk = desk();
    let mut child = desk.spawn(&["check", "--watch", "--select", "ANO001", "--output-format", "concise", "bare.txt"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.next().unwrap().starts_with("bare.txt:3:71: warning"));
    desk.put("bare.txt", format!("{BARE}\n").replace("May 3", "May 13").as_bytes());
    assert!(lines.next().unwrap().starts_with("bare.txt:3:72: warning"));
    desk.put("house.toml", b"[rules.ANO001]\nseverity = 'error'\n");
    desk.put("sayso.toml", b"extend = 'house.toml'\n");
    assert!(lines.next().unwrap().starts_with("bare.txt:3:72: error"));
    desk.put("house.toml", b"[rules.ANO001]\nseverity = 'info'\n");
    assert!(lines.next().unwrap().starts_with("bare.txt:3:72: info"));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn standard_input_cannot_be_watched() {
    let run = desk().run(&["check", "--watch", "-"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.messages(), ["sayso: error: `--watch` cannot watch standard input: name a file or a folder"]);
}
