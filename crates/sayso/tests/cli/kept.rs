//! What lets findings stand from outside an article: sidecars, baselines, the article at a revision.

use std::process::Command;

use crate::check::{BARE, desk};
use crate::support::{Desk, gzip};

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

const BRIDGE: &str = "The bridge will stay closed until spring, officials say.";
const BRIBE: &str = "The mayor took a bribe of 40,000 crowns from a builder, officials say.";

/// An article with a sentence between two others.
fn draft(sentence: &str) -> String {
    format!("The council met on Monday.\n\n{sentence}\n\nThe mayor, Anna Berg, said the repairs would begin soon.\n")
}

fn line(id: Option<&str>, text: &str) -> String {
    let mut line = serde_json::json!({ "text": text });
    if let Some(id) = id {
        line["id"] = id.into();
    }
    format!("{line}\n")
}

/// Commits everything; false where there is no git to do it.
fn commit(desk: &Desk) -> bool {
    let git = |args: &[&str]| {
        let run = Command::new("git").arg("-C").arg(desk.path("")).args(args).output();
        run.is_ok_and(|run| run.status.success())
    };
    let named = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-qm", "A draft"];
    (desk.path(".git").exists() || git(&["init", "-q"])) && git(&["add", "-A"]) && git(&named)
}

#[test]
fn an_approval_holds_for_its_sentence_and_moves_on_to_no_other() {
    let desk = Desk::new(&[("a.txt", draft(BRIDGE).as_bytes())]);
    let entry = "[[ignore]]\nrule = \"ANO001\"\nexact = \"officials\"\nprefix = \" will stay closed until spring, \"\n\
                 suffix = \" say. The mayor, Anna Berg, said\"\nreason = \"desk editor\"\n";
    desk.put("a.txt.sayso.toml", format!("# Ours.\n{entry}").as_bytes());
    assert_eq!(check(&desk, &["a.txt"]).0, 0);
    let edited =
        draft(BRIDGE).replace("stay closed", "remain closed").replace("The mayor, Anna Berg,", "Mayor Anna Berg");
    desk.put("a.txt", edited.as_bytes());
    assert_eq!(check(&desk, &["a.txt"]).0, 0);
    desk.put("a.txt", draft(BRIBE).as_bytes());
    let (status, out) = check(&desk, &["a.txt"]);
    assert!(status == 1 && out.contains("`a.txt.sayso.toml:2` lets `ANO001` stand at “officials”"), "{out}");
    assert!(out.contains("SUP003") && out.contains("a.txt:3:57: warning ANO001"), "{out}");
    desk.put("a.txt.sayso.toml", b"[[ignore]]\nrule = \"ANO001\"\nprefix = \"until spring, \"\nreason = \"one\"\n");
    let run = desk.run(&[CHECK, &["a.txt"]].concat());
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].contains("a.txt.sayso.toml:1:1: missing field `exact`"), "{}", run.err);
}

#[test]
fn from_a_revision_on_names_and_packing_make_no_difference() {
    let old = draft(BRIDGE);
    let lines = line(None, &old) + &line(Some("7"), &draft("The old ferry sank on Monday, two sources said."));
    let desk = Desk::new(&[
        ("d.md", old.as_bytes()),
        ("w.jsonl", lines.as_bytes()),
        ("w.jsonl.gz", &gzip(lines.as_bytes())),
        ("z.md.gz", &gzip(old.as_bytes())),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("d.md", desk.path("ln.md")).unwrap();
    if !commit(&desk) {
        return;
    }
    let brought = |args: &[&str]| check(&desk, &[&["--diff-from", "HEAD"], args].concat());
    for name in ["d.md", "w.jsonl", "w.jsonl.gz", "z.md.gz"] {
        assert_eq!(brought(&[name]), (0, String::new()), "{name}");
    }
    #[cfg(unix)]
    assert_eq!(brought(&["ln.md"]), (0, String::new()));
    // A line in front is no line that was there, and those that were are found by what they are.
    desk.put("w.jsonl", (line(None, &draft(BRIBE).replace("Monday", "Friday")) + &lines).as_bytes());
    let (status, out) = brought(&["w.jsonl"]);
    assert!(status == 1 && out.lines().count() == 1 && out.starts_with("w.jsonl:1:"), "{out}");
    // In JSON it is the revision's to say.
    let json = desk.run(&["check", "--select", "ANO001", "--output-format", "json", "--diff-from", "HEAD", "d.md"]).out;
    assert!(json.contains("\"by\":\"revision\""), "{json}");
    desk.put("d.md", draft(BRIBE).as_bytes());
    assert_eq!(brought(&["d.md"]).0, 1);
    desk.put("d.md", format!("{old}\nForty people were killed in the blast, officials say.\n").as_bytes());
    let (status, out) = brought(&["d.md"]);
    assert!(status == 1 && out.starts_with("d.md:7:") && out.lines().count() == 1, "{out}");
    std::fs::remove_file(desk.path("d.md")).unwrap();
    desk.put("e.md", format!("{old}\nIt rained.\n").as_bytes());
    let added = Command::new("git").arg("-C").arg(desk.path("")).args(["add", "-A"]).output().unwrap();
    assert!(added.status.success());
    assert_eq!(brought(&["e.md"]), (0, String::new()));
}

#[test]
fn without_a_repository_there_is_no_revision_to_compare_with() {
    let desk = desk();
    let run = desk.run(&[CHECK, &["--diff-from", "HEAD", "bare.txt"]].concat());
    assert_eq!(run.status, 2);
    let message = run.messages()[0];
    assert!(message.contains("lies in no git repository") || message.contains("cannot be started"), "{message}");
}

#[test]
fn a_sidecar_of_json_lines_is_for_whichever_article_it_names_or_has_the_words() {
    let lines =
        line(Some("a"), &draft(BRIDGE)) + &line(Some("b"), &draft(BRIDGE)) + &line(Some("c"), &draft("It rained."));
    for name in ["w.jsonl", "w.jsonl.gz"] {
        let packed = gzip(lines.as_bytes());
        let desk = Desk::new(&[(name, if name.ends_with("gz") { &packed } else { lines.as_bytes() })]);
        let beside = format!("{name}.sayso.toml");
        let entry = "[[ignore]]\nrule = \"ANO001\"\nexact = \"officials\"\nreason = \"the editor knows\"\n";
        desk.put(&beside, entry.as_bytes());
        let (status, out) = check(&desk, &[name]);
        assert!(status == 0 && out.matches("the editor knows").count() == 2 && !out.contains("SUP"), "{out}");
        desk.put(&beside, format!("{entry}article = \"b\"\n").as_bytes());
        let (status, out) = check(&desk, &[name]);
        assert!(status == 1 && out.matches("the editor knows").count() == 1 && !out.contains("SUP"), "{out}");
        assert!(out.contains(":1: warning ANO001") || out.contains(":43: warning ANO001"), "{out}");
        desk.put(&beside, format!("{entry}article = \"c\"\n").as_bytes());
        assert!(check(&desk, &[name]).1.contains("SUP003"));
        desk.put(&beside, format!("{entry}article = \"d\"\n").as_bytes());
        let run = desk.run(&[CHECK, &[name]].concat());
        assert_eq!(
            run.messages(),
            [format!("sayso: warning: {beside}:1: no article here is `d`: give the `id` of one")]
        );
        desk.put(&beside, b"[[ignore");
        let run = desk.run(&[CHECK, &[name]].concat());
        assert_eq!((run.status, run.messages().len()), (2, 1), "{}", run.err);
    }
}

#[test]
fn a_baseline_knows_articles_of_json_lines_by_what_they_are() {
    for id in [None, Some("7")] {
        let old = line(id, &draft(BRIDGE));
        let desk = Desk::new(&[("b.jsonl", old.as_bytes())]);
        desk.run(&[CHECK, &["--add-baseline=b.json", "b.jsonl"]].concat());
        let new = line(
            id.map(|_| "8"),
            &draft("The harbour master took a bribe, officials say.").replace("Monday", "Friday"),
        );
        desk.put("b.jsonl", (new + &old).as_bytes());
        let (status, out) = check(&desk, &["--baseline", "b.json", "b.jsonl"]);
        assert!(status == 1 && out.lines().count() == 1 && out.starts_with("b.jsonl:1:"), "{out}");
    }
}

#[test]
fn paths_in_a_baseline_are_counted_from_its_folder() {
    let desk =
        Desk::new(&[("sub/x.md", draft(BRIDGE).as_bytes()), ("x.md", draft(BRIBE).as_bytes()), ("ci/.keep", b"")]);
    for baseline in ["bb.json", "ci/bb.json"] {
        let add = format!("--add-baseline={baseline}");
        desk.run(&[CHECK, &[&add, "sub"]].concat());
        let full = desk.path("sub");
        for named in ["sub", "sub/x.md", "./sub/../sub/x.md", full.to_str().unwrap()] {
            assert_eq!(check(&desk, &["--baseline", baseline, named]), (0, String::new()), "{named}");
        }
        assert_eq!(check(&desk, &["--baseline", baseline, "x.md"]).0, 1);
        desk.run(&[CHECK, &[&add, full.to_str().unwrap()]].concat());
        assert_eq!(desk.get(baseline).matches("x.md\"").count(), 1, "{}", desk.get(baseline));
    }
    assert!(desk.get("bb.json").contains("\"sub/x.md\"") && desk.get("ci/bb.json").contains("\"../sub/x.md\""));
}

#[test]
fn a_baseline_holds_every_place_of_a_source_and_leaves_out_what_is_gone() {
    let twice = draft(BRIDGE) + "\nForty people were killed in the blast, officials say.\n";
    let desk = Desk::new(&[("a.md", twice.as_bytes()), ("b.md", draft(BRIDGE).as_bytes())]);
    let added = desk.run(&[CHECK, &["--add-baseline", "."]].concat());
    assert_eq!(added.err, "sayso: note: sayso-baseline.json: 3 findings are let stand from now on\n");
    assert_eq!(check(&desk, &["--baseline", "sayso-baseline.json", "."]), (0, String::new()));
    std::fs::remove_file(desk.path("b.md")).unwrap();
    desk.run(&[CHECK, &["--add-baseline", "."]].concat());
    assert!(!desk.get("sayso-baseline.json").contains("b.md"));
    let run = desk.run(&[CHECK, &["--watch", "--add-baseline", "."]].concat());
    assert_eq!(run.status, 2);
}

#[test]
fn a_sidecar_without_its_article_is_told() {
    let desk = Desk::new(&[("a.txt", b"The mayor, Orla Finch, said so.\n"), ("old/gone.txt.sayso.toml", b"")]);
    let run = desk.run(&[CHECK, &["."]].concat());
    assert_eq!(run.status, 0);
    let what = "stands beside no article: remove it, or give it the article’s name";
    assert_eq!(run.messages(), [format!("sayso: warning: old/gone.txt.sayso.toml: {what}")]);
}
