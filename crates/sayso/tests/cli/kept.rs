//! What lets findings stand from outside an article: sidecars, baselines, the article at a revision.

use std::process::Command;

use crate::check::{BARE, desk};
use crate::support::Desk;

const CHECK: &[&str] = &["check", "--select", "ANO001,SUP", "--output-format", "concise"];

/// Status and output of a check with these arguments besides.
fn check(desk: &Desk, args: &[&str]) -> (i32, String) {
    let run = desk.run(&[CHECK, args].concat());
    assert_eq!(run.err, "", "{args:?}");
    (run.status, run.out)
}

#[test]
fn a_sidecar_lets_stand_with_its_reason_and_the_cache_knows_of_it() {
    let desk = desk();
    assert_eq!(check(&desk, &["bare.txt"]).0, 1);
    let entry = |reason: &str| format!("[[ignore]]\nrule = \"ANO001\"\nexact = \"officials\"\n{reason}");
    desk.put("bare.txt.sayso.toml", entry("reason = \"either office would give them away\"\n").as_bytes());
    let (status, out) = check(&desk, &["bare.txt"]);
    assert!(status == 0 && out.contains("let stand ANO001") && out.contains("either office"), "{out}");
    let json = desk.run(&["check", "--select", "ANO001", "--output-format", "json", "bare.txt"]).out;
    assert!(json.contains("either office would give them away"), "{json}");
    desk.put("bare.txt.sayso.toml", entry("").as_bytes());
    let (status, out) = check(&desk, &["bare.txt"]);
    assert!(status == 1 && out.contains("ANO001") && out.contains("SUP002"), "{out}");
}

#[test]
fn a_broken_sidecar_lets_nothing_stand_and_its_article_is_checked() {
    let desk = desk();
    let broken = |desk: &Desk, says: &str| {
        let run = desk.run(&[CHECK, &["bare.txt", "news/a.md"]].concat());
        assert_eq!(run.status, 2);
        assert!(run.messages()[0].starts_with(&format!("sayso: error: bare.txt.sayso.toml{says}")), "{}", run.err);
        assert!(run.out.starts_with("bare.txt:3:71: warning ANO001"), "{}", run.out);
        assert!(run.out.contains("\nnews/a.md:3:71:"), "{}", run.out);
    };
    for (text, says) in [
        (
            &b"[[ignore]]\nrul = 'ANO001'\n"[..],
            ":2:1: unknown key `ignore.rul` is no part of an entry: did you mean `rule`",
        ),
        (b"[[ignore]]\nrule = 3\n", ":2:8: `ignore.rule` is a whole number where a string"),
        (b"x=", ":1:3: this is no TOML: "),
        (b"\n# \xE9\n", ":2: file is not UTF-8: save it as UTF-8"),
    ] {
        desk.put("bare.txt.sayso.toml", text);
        broken(&desk, says);
    }
    #[cfg(unix)]
    {
        std::fs::remove_file(desk.path("bare.txt.sayso.toml")).unwrap();
        std::os::unix::fs::symlink("gone", desk.path("bare.txt.sayso.toml")).unwrap();
        broken(&desk, ": link leads to nothing: take it away, or put a file where it leads");
    }
}

#[test]
fn a_baseline_lets_stand_what_was_there_through_edits() {
    let desk = desk();
    let added = desk.run(&[CHECK, &["--add-baseline", "."]].concat());
    assert_eq!((added.status, added.out.as_str()), (0, ""));
    assert_eq!(added.err, "sayso: note: sayso-baseline.json: 2 findings are let stand from now on\n");
    let with = ["--baseline", "sayso-baseline.json", "."];
    assert_eq!(check(&desk, &with), (0, String::new()));
    desk.put("bare.txt", BARE.replace("HARWICK", "It has snowed all week.\n\nHARWICK").as_bytes());
    assert_eq!(check(&desk, &with), (0, String::new()));
    desk.put("bare.txt", format!("{BARE}\nThe tunnel will close too, two sources said.\n").as_bytes());
    let (status, out) = check(&desk, &with);
    assert!(status == 1 && out.starts_with("bare.txt:7:") && out.lines().count() == 1, "{out}");
    desk.put("sayso-baseline.json", b"{}");
    let run = desk.run(&[CHECK, &with].concat());
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].starts_with("sayso: error: sayso-baseline.json:1: "), "{}", run.err);
}

#[test]
fn from_a_revision_on_only_what_the_edit_brought_counts() {
    let desk = desk();
    let git = |args: &[&str]| {
        let run = Command::new("git").arg("-C").arg(desk.path("")).args(args).output();
        run.is_ok_and(|run| run.status.success())
    };
    if !git(&["init", "-q"]) {
        // No git here: what it is asked for can't be tried.
        return;
    }
    let named = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-qm", "A draft"];
    assert!(git(&["add", "bare.txt"]) && git(&named));
    assert_eq!(check(&desk, &["--diff-from", "HEAD", "bare.txt"]), (0, String::new()));
    desk.put("bare.txt", format!("{BARE}\nThe tunnel will close too, two sources said.\n").as_bytes());
    let (status, out) = check(&desk, &["--diff-from", "HEAD", "bare.txt", "news/a.md"]);
    assert_eq!(status, 1);
    let paths: Vec<_> = out.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(paths, ["bare.txt", "news/a.md"], "{out}");
    let run = desk.run(&[CHECK, &["--diff-from", "nowhere", "bare.txt"]].concat());
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].contains("`--diff-from nowhere` is no revision"), "{}", run.err);
}
