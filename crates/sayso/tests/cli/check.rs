//! `sayso check`: what is found, how it is told, and what a run comes to.

use crate::support::{Desk, article, gzip, json_line};

/// An article in which ANO001 finds one thing.
pub(crate) const BARE: &str = "Bridge to stay closed\n\nHARWICK, May 3 — The bridge at Harwick will stay closed until spring, \
    officials said on Monday.\n\nSnow lay on both banks, and the ferry ran twice a day.\n";

pub(crate) fn desk() -> Desk {
    Desk::new(&[
        ("bare.txt", BARE.as_bytes()),
        ("fine.txt", article(1).as_bytes()),
        ("news/a.md", BARE.as_bytes()),
        ("news/b.txt", article(2).as_bytes()),
    ])
}

/// The paths of what was found, as concise lines.
fn found(out: &str) -> Vec<&str> {
    out.lines().filter(|line| line.contains("[bare-source]")).map(|line| line.split(':').next().unwrap()).collect()
}

/// Runs `check` for one rule and compares status and where something was found.
fn check(args: &[&str], status: i32, expect: &[&str]) {
    let run = desk().run(&[&["check", "--select", "ANO001", "--output-format", "concise"], args].concat());
    assert_eq!((run.status, run.err.as_str()), (status, ""), "{args:?}: {}", run.out);
    assert_eq!(found(&run.out), expect, "{args:?}");
}

#[test]
fn what_is_found_is_one_line_with_its_place() {
    let run = desk().run(&["check", "--select", "ANO001", "--output-format", "concise", "bare.txt"]);
    assert_eq!(run.out, "bare.txt:3:71: warning ANO001 [bare-source] “officials” gives no office: which officials?\n");
    assert_eq!((run.status, run.err.as_str()), (1, ""));
}

#[test]
fn the_exit_status_says_whether_something_must_not_pass() {
    check(&["fine.txt"], 0, &[]);
    check(&["bare.txt", "fine.txt"], 1, &["bare.txt"]);
    check(&["bare.txt", "--exit-zero"], 0, &["bare.txt"]);
    check(&["bare.txt", "--fail-on", "error"], 0, &["bare.txt"]);
    check(&["bare.txt", "--fail-on", "never"], 0, &["bare.txt"]);
    check(&["bare.txt", "--fail-on", "info"], 1, &["bare.txt"]);
    check(&["bare.txt", "--ignore", "ANO001"], 0, &[]);
    check(&["bare.txt", "--config", "rules.ANO001.severity=error", "--fail-on", "error"], 1, &["bare.txt"]);
}

#[test]
fn trouble_goes_before_findings_and_the_rest_is_checked() {
    for extra in [&[][..], &["--exit-zero"]] {
        let run = desk().run(
            &[&["check", "--select", "ANO", "--output-format", "concise", "bare.txt", "away.txt", "news/a.md"], extra]
                .concat(),
        );
        assert_eq!((run.status, found(&run.out)), (2, vec!["bare.txt", "news/a.md"]));
        assert_eq!(run.messages(), ["sayso: error: away.txt: no such file or folder: check the spelling"]);
    }
    let run = desk().run(&["check", "--select", "nothing", "bare.txt"]);
    assert_eq!((run.status, run.out.as_str()), (2, "1 article not checked\n"));
    assert_eq!(
        run.messages(),
        [
            "sayso: error: --select: `nothing` is no rule's code or name: `sayso rule --all` lists them",
            "sayso: error: not checked, since their configuration is broken: bare.txt",
        ]
    );
}

#[test]
fn without_a_name_it_is_what_is_piped_in_or_this_folder() {
    let run = desk().run_with(&["check", "--select", "ANO"], |stdin| stdin.write_all(BARE.as_bytes()).unwrap());
    assert_eq!((run.status, found(&run.out)), (1, vec!["-"]));
    let args = ["check", "--select", "ANO", "--stdin-filename", "news/draft.md"];
    let run = desk().run_with(&args, |stdin| stdin.write_all(BARE.as_bytes()).unwrap());
    assert_eq!((run.status, found(&run.out)), (1, vec!["news/draft.md"]));
    let run = desk().run_alone(&["check", "--select", "ANO", "--output-format", "concise"], &[]);
    assert_eq!((run.status, found(&run.out)), (1, vec!["bare.txt", "news/a.md"]), "{}", run.err);
}

#[test]
fn what_is_ignored_is_passed_over_in_folders_alone() {
    let desk = desk();
    let show = |args: &[&str]| desk.run(&[&["check", "--show-files"], args].concat()).out;
    assert_eq!(show(&["."]), "bare.txt\nfine.txt\nnews/a.md\nnews/b.txt\n");
    desk.put(".gitignore", b"/fine.txt\n");
    desk.put("news/.saysoignore", b"*.md\n");
    assert_eq!(show(&["."]), "bare.txt\nnews/b.txt\n");
    assert_eq!(show(&["news"]), "news/b.txt\n");
    assert_eq!(show(&["news/a.md", "fine.txt"]), "news/a.md\nfine.txt\n");
    // `read` reads a folder whole.
    assert_eq!(desk.run(&["read", "news"]).paths(), ["news/a.md", "news/b.txt"]);
    desk.put("news/.saysoignore", b"*\n");
    let run = desk.run(&["check", "news"]);
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].contains("that is not ignored"), "{}", run.err);
    desk.put("news/.saysoignore", b"{a\n");
    let run = desk.run(&["check", "--show-files", "news"]);
    assert_eq!((run.status, run.out.as_str()), (0, "news/a.md\nnews/b.txt\n"), "a warning is none");
    assert_eq!(run.messages().len(), 1, "{}", run.err);
}

#[test]
fn the_same_bytes_come_out_for_any_number_of_jobs() {
    let lines: String = (0..8).map(|n| json_line(n) + "\n").collect();
    let desk = desk();
    desk.put("news/wire.jsonl", lines.as_bytes());
    desk.put("news/packed.txt.gz", &gzip(BARE.as_bytes()));
    let run = |jobs| {
        desk.run(&[
            "check",
            "--no-cache",
            "--select",
            "ALL",
            "--output-format",
            "concise",
            "--jobs",
            jobs,
            ".",
            "away",
            "bare.txt",
        ])
    };
    let (one, many) = (run("1"), run("7"));
    assert_eq!((&one.out, &one.err, one.status), (&many.out, &many.err, many.status));
    assert!(one.out.contains("news/packed.txt.gz:"), "{}", one.out);
}

#[test]
fn statistics_count_by_rule() {
    let run = desk().run(&["check", "--select", "ANO001", "--statistics", "."]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (1, "findings  let stand  code    name\n       2          0  ANO001  bare-source\n")
    );
}

#[test]
fn a_report_goes_to_a_file_when_it_is_complete() {
    let desk = desk();
    let run = desk.run(&["check", "--select", "ANO001", "-o", "report", "bare.txt"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert_eq!(found(&desk.get("report")), ["bare.txt"]);
    assert_eq!(desk.run(&["check", "-o", "away/report", "bare.txt"]).status, 2);
}

#[test]
fn without_a_mechanical_change_fix_and_diff_leave_all_as_it_is() {
    let desk = desk();
    let run = desk.run(&["check", "--select", "ANO001", "--diff", "bare.txt"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "nothing would change");
    let run = desk.run(&["check", "--select", "ANO001", "--fix", "bare.txt"]);
    assert_eq!((run.status, found(&run.out)), (1, vec!["bare.txt"]));
    assert_eq!(desk.get("bare.txt"), BARE);
    let run = desk.run(&["check", "--fix", "--stdin-filename", "bare.txt"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.messages(), ["sayso: error: `--fix` cannot change standard input: name a file, or use `--diff`"]);
}

/// A file, its text before and after all mechanical changes, and how many those are.
type Mended<'a> = (&'a str, &'a str, &'a str, usize);

/// White space, line ends and marks that nobody asked to change stand beside what is mended.
const MENDED: &[Mended<'_>] = &[
    (
        "plain.txt",
        "Wall falls in Tolbury\n\n“He told me “the wall is sound” and left,” said Ines Tarn, an  engineer.  \n\n\
         <!-- sayso: ignore[ANO001] the editor knows -->\n\nIt was\u{a0}built in 1911.\n\n\n",
        "Wall falls in Tolbury\n\n“He told me ‘the wall is sound’ and left,” said Ines Tarn, an  engineer.  \n\n\
         It was\u{a0}built in 1911.\n\n\n",
        2,
    ),
    (
        "news/crlf.md",
        "# Wall  falls\r\n\r\n<!-- sayso: ignore[bare-source] the editor knows -->\r\n\r\n“He told me “the wall is sound” and \
         left,” said Ines Tarn,\tan engineer. <!-- a note -->\r\n\r\n\r\nIt was built in 1911. \
         <!-- sayso: ignore-file[QUO001] an old text -->",
        "# Wall  falls\r\n\r\n“He told me ‘the wall is sound’ and left,” said Ines Tarn,\tan engineer. <!-- a note -->\r\n\r\n\
         \r\nIt was built in 1911.",
        3,
    ),
    // Once the first selector is gone the second is the only one, and the comment goes with it.
    (
        "rounds.md",
        "---\ntitle: 'Wall falls'\n---\n\n<!-- sayso: ignore[ANO001, QUO001] the editor knows -->\nInes Tarn, an engineer, said: “The \
         sign says “no entry” in red.”\n",
        "---\ntitle: 'Wall falls'\n---\n\nInes Tarn, an engineer, said: “The sign says ‘no entry’ in red.”\n",
        3,
    ),
    (
        "one.md",
        "Ines Tarn, an engineer, saw it.\n\n<!-- sayso: ignore[ANO001, QUO001] the editor knows -->\nThe wall fell, officials said.\n",
        "Ines Tarn, an engineer, saw it.\n\n<!-- sayso: ignore[ANO001] the editor knows -->\nThe wall fell, officials said.\n",
        1,
    ),
];

#[test]
fn mechanical_changes_are_shown_and_made_and_nothing_else_is() {
    const SELECT: [&str; 4] = ["check", "--isolated", "--select", "ANO001,QUO001,QUO004,SUP"];
    for (name, before, after, count) in MENDED {
        let desk = Desk::new(&[(name, before.as_bytes()), ("fine.txt", article(1).as_bytes())]);
        let run = |args: &[&str]| desk.run(&[&SELECT, args].concat());
        let diff = run(&["--diff", name, "fine.txt"]);
        assert_eq!((diff.status, diff.err.as_str()), (1, ""), "{name}: {}", diff.out);
        assert_eq!(patched(before, &diff.out, name), *after, "{name}: {}", diff.out);
        assert_eq!(desk.get(name), *before, "{name}: a diff changes nothing");
        let piped = desk.run_with(&[&SELECT[..], &["--diff", "--stdin-filename", name]].concat(), |stdin| {
            stdin.write_all(before.as_bytes()).unwrap();
        });
        assert_eq!((piped.status, piped.out.as_str()), (1, diff.out.as_str()), "{name}: {}", piped.err);

        let fix = run(&["--fix", name, "fine.txt"]);
        assert_eq!((fix.status, fix.messages()), (0, vec![format!("sayso: note: {name}: mended: {count}").as_str()]));
        assert_eq!(desk.get(name), *after, "{name}");
        assert_eq!(desk.get("fine.txt"), article(1));
        let again = run(&["--fix", name]);
        assert_eq!((again.status, again.err.as_str(), desk.get(name).as_str()), (0, "", *after), "{name}");
        assert_eq!(run(&["--diff", name]).out, "", "{name}");
    }
}

/// A text with a unified diff applied, as `patch` does it.
fn patched(text: &str, diff: &str, name: &str) -> String {
    let mut old = text.split_inclusive('\n');
    let (mut at, mut is_new) = (1, false);
    let mut out = String::new();
    let header = format!("--- {name}\n+++ {name}\n");
    let hunks = diff.strip_prefix(&header).unwrap_or_else(|| panic!("{diff}"));
    for line in hunks.split_inclusive('\n') {
        if let Some(place) = line.strip_prefix("@@ -") {
            let from: usize = place.split([',', ' ']).next().unwrap().parse().unwrap();
            while at < from {
                out += old.next().unwrap();
                at += 1;
            }
            continue;
        }
        match line.split_at(1) {
            ("+", new) => {
                out += new;
                is_new = true;
            }
            (sign @ ("-" | " "), same) => {
                let line = old.next().unwrap();
                assert_eq!(line.trim_end_matches('\n'), same.trim_end_matches('\n'), "{diff}");
                at += 1;
                out += if sign == " " { line } else { "" };
                is_new = false;
            }
            // "\ No newline at end of file" is said of the line before, which need not be one that stays.
            _ if is_new => out.truncate(out.len() - 1),
            _ => {}
        }
    }
    out.extend(old);
    out
}

#[test]
fn what_is_no_text_file_or_is_let_stand_is_not_mended() {
    let nested = "“He told me “the wall is sound” and left,” said Ines Tarn, an engineer.";
    let page = format!("<!doctype html><title>Wall falls</title><article><h1>Wall falls</h1><p>{nested}</p></article>");
    let stands = format!("<!-- sayso: ignore[QUO004] as it was sent to us -->\n\n{nested}\n");
    let packed = gzip(nested.as_bytes());
    let line = serde_json::json!({ "text": nested }).to_string();
    let files: [(&str, &[u8]); 4] = [
        ("page.html", page.as_bytes()),
        ("stands.md", stands.as_bytes()),
        ("packed.txt.gz", &packed),
        ("wire.jsonl", line.as_bytes()),
    ];
    let desk = Desk::new(&files);
    let run = desk.run(&["check", "--isolated", "--select", "QUO004", "--output-format", "concise", "--fix", "."]);
    assert_eq!(run.status, 1, "{}", run.err);
    let found: Vec<&str> = run.out.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(found, ["packed.txt.gz", "page.html", "stands.md", "wire.jsonl"]);
    assert!(run.out.contains("stands.md:3:13: let stand QUO004"), "{}", run.out);
    let packed_is_told = "sayso: warning: packed.txt.gz: not mended, as it is packed or was changed meanwhile: unpack it, or run \
                          this again";
    let others = ["page.html: not mended, as it is a web page", "wire.jsonl:1: not mended, as it is a line of JSON"];
    let others = others.map(|what| format!("sayso: warning: {what}: mend it where it comes from"));
    assert_eq!(run.messages(), [packed_is_told, &others[0], &others[1]]);
    for (name, bytes) in files {
        assert_eq!(std::fs::read(desk.path(name)).unwrap(), bytes, "{name}");
    }
}

#[test]
fn what_cannot_be_checked_is_said() {
    let desk = Desk::new(&[
        ("empty.txt", b""),
        ("noise.txt", &[0xFF, 0, 1, 2, 0xFE, 7].repeat(400)),
        ("broken.jsonl", b"{\"text\": \"cut"),
        ("bare.txt", BARE.as_bytes()),
    ]);
    for _ in 0..2 {
        // The second time from the cache.
        let run = desk.run(&[
            "check",
            "--select",
            "ANO001",
            "--output-format",
            "concise",
            "empty.txt",
            "noise.txt",
            "broken.jsonl",
            "bare.txt",
        ]);
        assert_eq!((run.status, found(&run.out), run.messages().len()), (2, vec!["bare.txt"], 3), "{}", run.err);
    }
}

#[test]
fn the_examples_show_what_a_draft_lacks() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let run = Desk::new(&[]).run(&["check", examples]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert!(run.out.lines().count() <= 50, "a day is seen on one screen: {}", run.out);
    let words = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("9:115 error ANO001"), "{}", run.out);
    let run = Desk::new(&[]).run(&["check", &format!("{examples}/draft.md")]);
    assert!(run.out.contains("draft.md:9:115: error ANO001 [bare-source] correctness\n"), "{}", run.out);
}

#[test]
fn an_article_is_never_written_over() {
    let desk = desk();
    for args in [
        &["check", "bare.txt", "-o", "bare.txt"][..],
        &["check", "news", "-o", "news/../news/a.md"],
        &["read", "bare.txt", "-o", "bare.txt"],
        &["read", "bare.txt", "--format", "brat", "-o", "."],
    ] {
        let run = desk.run(args);
        assert_eq!((run.status, run.messages().len()), (2, 1), "{args:?}: {}", run.err);
        assert!(run.messages()[0].contains("is read from"), "{}", run.err);
        assert_eq!(std::fs::read_to_string(desk.path("bare.txt")).unwrap(), BARE);
        assert_eq!(std::fs::read_to_string(desk.path("news/a.md")).unwrap(), BARE);
    }
}

#[test]
fn the_outputs_ending_says_the_format() {
    let desk = desk();
    for (name, begins) in [
        ("o.sarif", "{\"$schema\""),
        ("o.json", "{\"schema\""),
        ("o.jsonl", "{\"path\""),
        ("o.xml", "<?xml"),
        ("o.html", "<!DOCTYPE html>"),
        ("o.txt", "bare.txt:3:71"),
    ] {
        desk.run(&["check", "--select", "ANO001", "bare.txt", "-o", name]);
        let out = std::fs::read_to_string(desk.path(name)).unwrap();
        assert!(out.starts_with(begins), "{name}: {out}");
        std::fs::remove_file(desk.path(name)).unwrap();
    }
    let run = desk.run(&["check", "bare.txt", "-o", "o.json", "--statistics", "--select", "ANO001"]);
    assert_eq!(run.status, 1, "{}", run.err);
    let statistics: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(desk.path("o.json")).unwrap()).unwrap();
    assert_eq!(statistics[0]["findings"], 1);
}

#[test]
fn a_file_named_several_ways_is_checked_once_and_trouble_is_in_the_report() {
    let desk = desk();
    let run =
        desk.run(&["check", "--select", "ANO001", "--output-format", "json", "bare.txt", "./bare.txt", "gone.txt"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
    assert!(report["summary"]["not_checked"][0].as_str().unwrap().starts_with("gone.txt: "), "{}", run.out);
}

#[test]
fn what_is_mended_keeps_its_encoding() {
    let (text, mended) = ("“It was “shut”,” said Bo Lund.\n", "“It was ‘shut’,” said Bo Lund.\n");
    let wide =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let narrow = |text: &str| {
        let byte = |c| match c {
            '“' => 0x93,
            '”' => 0x94,
            '‘' => 0x91,
            '’' => 0x92,
            c => u8::try_from(c).unwrap(),
        };
        text.chars().map(byte).collect::<Vec<_>>()
    };
    let utf_8 = |text: &str| format!("\u{feff}{text}").into_bytes();
    for (text, mended) in [(wide(text), wide(mended)), (narrow(text), narrow(mended)), (utf_8(text), utf_8(mended))] {
        let desk = Desk::new(&[("a.md", &text)]);
        let diff = desk.run(&["check", "--select", "QUO004", "--diff", "a.md"]);
        assert!(diff.status == 1 && diff.out.contains("“It was ‘shut’,”"), "{diff:?}");
        desk.run(&["check", "--select", "QUO004", "--fix", "a.md"]);
        assert_eq!(std::fs::read(desk.path("a.md")).unwrap(), mended);
    }
}

#[test]
fn what_cannot_be_mended_is_told() {
    let line = serde_json::json!({ "text": "“It was “shut”,” said Bo Lund.\n" }).to_string();
    let desk = Desk::new(&[("a.jsonl", line.as_bytes())]);
    for flag in ["--fix", "--diff"] {
        let run = desk.run(&["check", "--select", "QUO004", flag, "a.jsonl"]);
        let message = "sayso: warning: a.jsonl:1: not mended, as it is a line of JSON: mend it where it comes from";
        assert_eq!(run.messages(), [message]);
        assert_eq!(desk.get("a.jsonl"), line);
    }
}

#[test]
fn comments_that_do_nothing_are_told() {
    let desk = Desk::new(&[
        ("a.html", b"<html><body><article><p>The mayor, Orla Finch, said so.</p><!-- sayso: ignore[ANO001] a --></article></body></html>"),
        ("a.txt", b"The bridge is shut, officials say. <!-- sayso: ignore[ANO001] the editor knows -->\n"),
        ("b.txt", b"The bridge is shut, officials say.\n<!-- Sayso ignore[ANO001] the editor knows -->\n"),
        ("p.md", b"A.\n\nB.\n\n<!-- sayso: ignore[ANO001] x\n"),
        ("c.md", b"The mayor, Orla Finch, said so:\n\n    <!-- sayso: ignore-file[ANO001] sample -->\n\nThe bridge is shut, officials say.\n"),
    ]);
    let run = |name: &str| desk.run(&["check", "--select", "ANO001,SUP", "--output-format", "concise", name]);
    let page = run("a.html");
    assert!(page.messages()[0].starts_with("sayso: warning: a.html: comments to Sayso in a web page do nothing"));
    let text = run("a.txt");
    assert!(text.status == 0 && text.out.contains("let stand ANO001"), "{}", text.out);
    let slip = run("b.txt");
    assert!(slip.status == 1 && slip.out.contains("SUP004") && slip.out.contains("warning ANO001"), "{}", slip.out);
    assert!(run("p.md").messages()[0].starts_with("sayso: error: p.md:5:1: the comment that begins here has no end"));
    let code = run("c.md");
    assert!(code.status == 1 && code.out.starts_with("c.md:5:21: warning ANO001"), "{}", code.out);
}

#[test]
fn a_name_for_standard_input_is_of_no_use_where_files_are_named() {
    let run = desk().run(&["check", "--stdin-filename", "x.md", "fine.txt"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.messages()[0].contains("`--stdin-filename` names standard input"), "{}", run.err);
}

#[test]
fn what_ignore_files_name_is_passed_over_where_it_is_not_named_or_that_is_forced() {
    let desk = desk();
    desk.put(".saysoignore", b"news/\n");
    desk.put("deep/er/.gitignore", b"*.md\n");
    desk.put("deep/er/a.md", BARE.as_bytes());
    let files = |args: &[&str]| desk.run(&[&["check", "--show-files"], args].concat()).out;
    assert_eq!(files(&["news/a.md", "bare.txt", "deep/er/a.md"]), "news/a.md\nbare.txt\ndeep/er/a.md\n");
    assert_eq!(files(&["--force-exclude", "news/a.md", "bare.txt", "deep/er/a.md"]), "bare.txt\n");
    assert_eq!(files(&["*.txt", "news/*.md", "deep/**/*.md"]), "bare.txt\nfine.txt\n");
    let run = desk.run(&["check", "--force-exclude", "--select", "ANO001", "news/a.md"]);
    assert_eq!((run.status, run.out.contains("ANO001"), run.err.as_str()), (0, false, ""));
}
