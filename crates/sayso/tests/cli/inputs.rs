//! What can be named: files, folders, patterns, standard input, each also gzipped.

use crate::support::{Desk, article, gzip, json_line};

fn desk() -> Desk {
    let gzipped = [gzip(article(1).as_bytes()), gzip(article(2).as_bytes())].concat();
    let lines = format!("{}\n\n{}", json_line(5), json_line(6));
    Desk::new(&[
        ("news/b.txt", article(1).as_bytes()),
        ("news/a.md", article(2).as_bytes()),
        ("news/c/d.html", b"<html><body><p>The ferry will not sail, the harbour master said.</p></body></html>"),
        ("news/c/e.jsonl", lines.as_bytes()),
        ("news/photo.jpg", b"\xFF\xD8\xFF"),
        ("news/.draft.txt", article(3).as_bytes()),
        ("news/.git/f.txt", article(3).as_bytes()),
        ("two-members.txt.gz", &gzipped),
        ("lines.jsonl.gz", &gzip(lines.as_bytes())),
        ("not-gzipped.txt.gz", article(4).as_bytes()),
        ("no-ending", article(4).as_bytes()),
    ])
}

fn check(paths: &[&str], expect: &[&str]) {
    let args = [&["read", "--format", "jsonl"], paths].concat();
    let run = desk().run(&args);
    assert_eq!(run.paths(), expect, "{paths:?}");
    assert_eq!((run.err.as_str(), run.status), ("", 0), "{paths:?}");
}

#[test]
fn files_folders_and_patterns_are_read_in_the_order_named() {
    let folder = ["news/a.md", "news/b.txt", "news/c/d.html", "news/c/e.jsonl:1", "news/c/e.jsonl:3"];
    check(&["news/b.txt", "news/a.md"], &["news/b.txt", "news/a.md"]);
    check(&["no-ending", "no-ending"], &["no-ending", "no-ending"]);
    check(&["news/.draft.txt"], &["news/.draft.txt"]);
    check(&["news"], &folder);
    check(&["news/c/", "no-ending"], &["news/c/d.html", "news/c/e.jsonl:1", "news/c/e.jsonl:3", "no-ending"]);
    check(&["news/*.[mt]*"], &["news/a.md", "news/b.txt"]);
    check(&["news/**/?.html"], &["news/c/d.html"]);
    check(&["./news//*.txt"], &["./news/b.txt"]);
    check(&["news/.d*"], &["news/.draft.txt"]);
    check(&["n*/c/e.*"], &["news/c/e.jsonl:1", "news/c/e.jsonl:3"]);
    check(&["**/*.jsonl*"], &["lines.jsonl.gz:1", "lines.jsonl.gz:3", "news/c/e.jsonl:1", "news/c/e.jsonl:3"]);
}

#[test]
fn gzip_is_seen_by_what_it_is() {
    check(&["lines.jsonl.gz"], &["lines.jsonl.gz:1", "lines.jsonl.gz:3"]);
    check(&["not-gzipped.txt.gz"], &["not-gzipped.txt.gz"]);
    let run = desk().run(&["read", "two-members.txt.gz"]);
    assert_eq!(run.readings()[0]["document"]["text"], article(1) + &article(2));
}

#[test]
fn standard_input_is_read_where_nothing_is_named_or_a_dash_is() {
    let html = "<!doctype html><p>The ferry will not sail, the harbour master said.";
    for (args, input, expect) in [
        (&["read"][..], article(1).into_bytes(), &["-"][..]),
        (&["read", "-"], article(1).into_bytes(), &["-"]),
        (&["read", "no-ending", "-", "no-ending"], article(1).into_bytes(), &["no-ending", "-", "no-ending"]),
        (&["read"], gzip(article(1).as_bytes()), &["-"]),
        (&["read"], format!("{}\r\n{}\r\n", json_line(1), json_line(2)).into_bytes(), &["-:1", "-:2"]),
        (&["read"], gzip(json_line(1).as_bytes()), &["-:1"]),
        (&["read"], html.into(), &["-"]),
    ] {
        let run = desk().run_with(args, move |stdin| stdin.write_all(&input).unwrap());
        assert_eq!(run.paths(), expect, "{args:?}");
        assert_eq!((run.err.as_str(), run.status), ("", 0), "{args:?}");
    }
}

#[test]
fn the_format_of_the_input_can_be_said() {
    let html = "<p>The ferry will not sail, the harbour master said.</p>";
    let desk = Desk::new(&[("page.txt", html.as_bytes())]);
    let text = |args: &[&str]| desk.run(args).readings()[0]["document"]["text"].as_str().unwrap().to_owned();
    assert!(text(&["read", "page.txt"]).contains("<p>"));
    assert!(!text(&["read", "--input-format", "html", "page.txt"]).contains("<p>"));
}

#[test]
fn gzip_read_a_piece_at_a_time_from_a_pipe_is_whole() {
    let bytes = gzip(format!("{}\n{}\n", json_line(1), json_line(2)).as_bytes());
    let run = Desk::new(&[]).run_with(&["read"], move |stdin| {
        for byte in bytes {
            stdin.write_all(&[byte]).unwrap();
            stdin.flush().unwrap();
        }
    });
    assert_eq!(run.paths(), ["-:1", "-:2"]);
}
