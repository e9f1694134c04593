//! What comes out, and where.

use std::io::{BufRead, BufReader, Write};

use serde_json::Value;

use crate::support::{Desk, article, json_line, wait};

fn desk() -> Desk {
    let lines: String = (0..12).map(|n| json_line(n) + "\n").collect();
    Desk::new(&[
        ("a.txt", article(1).as_bytes()),
        ("b/a.txt", article(2).as_bytes()),
        ("c.md", article(3).as_bytes()),
        ("many.jsonl", format!("{lines}{{broken\n{lines}").as_bytes()),
    ])
}

#[test]
fn the_same_bytes_come_out_at_any_number_of_jobs() {
    let desk = desk();
    for format in ["text", "json", "jsonl", "csv", "html"] {
        let run = |jobs| {
            desk.run(&["read", "--format", format, "--jobs", jobs, "a.txt", "missing", "many.jsonl", "b", "c.md"])
        };
        let one = run("1");
        assert_eq!(one.status, 2, "{format}");
        assert!(one.out.len() > 80, "{format}: {}", one.out);
        for jobs in ["2", "4"] {
            let many = run(jobs);
            assert!(many.out == one.out, "{format}: {jobs} jobs write something else");
            assert_eq!((many.err, many.status), (one.err.clone(), one.status), "{format}");
        }
    }
}

#[test]
fn each_format_is_written_whole_to_standard_output_or_a_file() {
    let desk = desk();
    for (format, opens, closes) in [
        ("text", "", "\n"),
        ("json", "{", "}\n"),
        ("jsonl", "{", "}\n"),
        ("csv", "path,", "\r\n"),
        ("html", "<!DOCTYPE html>", "</html>"),
    ] {
        let args = ["read", "--format", format, "a.txt", "c.md"];
        let run = desk.run(&args);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.starts_with(opens) && run.out.trim_end_matches(' ').ends_with(closes), "{format}: {}", run.out);
        let to_file = desk.run(&[&args[..], &["-o", "out/put"]].concat());
        assert_eq!(to_file.status, 2, "there is no folder");
        assert_eq!(to_file.messages().len(), 1);
        desk.put("old", b"old");
        for name in ["new", "old"] {
            let to_file = desk.run(&[&args[..], &["-o", name]].concat());
            assert_eq!((to_file.status, to_file.out.as_str(), to_file.err.as_str()), (0, "", ""));
            assert!(desk.get(name) == run.out, "{format}: a file holds something else");
        }
        std::fs::remove_file(desk.path("new")).unwrap();
    }
    assert_eq!(desk.names("."), ["a.txt", "b", "c.md", "many.jsonl", "old"], "no temporary file is left");
}

#[test]
fn each_view_is_written_as_text_and_as_csv_and_as_nothing_else() {
    let desk = desk();
    for (view, header) in [
        ("attributions", "path,id,within,"),
        ("sources", "path,id,type,"),
        ("chains", "path,attribution,depth,"),
        ("figures", "path,id,words,"),
        ("statements", "statement,source_type,anonymous,name,title,justification\r\n"),
    ] {
        let run = |format| desk.run(&["read", "--view", view, "--format", format, "a.txt", "c.md"]);
        let csv = run("csv");
        assert_eq!((csv.status, csv.err.as_str()), (0, ""), "{view}");
        assert!(csv.out.starts_with(header) && csv.out.matches(header).count() == 1, "{view}: {}", csv.out);
        if view != "attributions" {
            let piped = desk.run(&["read", "--view", view, "a.txt", "c.md"]);
            assert_eq!((piped.status, piped.out.as_str()), (0, csv.out.as_str()), "{view}");
        }
        let text = run("text");
        assert!(text.status == 0 && text.out.lines().count() >= 2, "{view}: {}", text.out);
        let json = run("json");
        if view == "attributions" {
            assert_eq!(json.status, 0);
            continue;
        }
        assert_eq!((json.status, json.out.as_str()), (2, ""), "{view}");
        let asks = format!(
            "sayso: error: `--view {view}` is written as text or csv, not as json: add `--format csv`, or leave `--view` out, since json has all"
        );
        assert_eq!(json.messages(), [asks]);
    }
}

#[test]
fn the_ending_of_the_output_tells_the_format() {
    let desk = desk();
    for (name, asked, opens) in [
        ("page.html", None, "<!DOCTYPE html>"),
        ("page.HTM", None, "<!DOCTYPE html>"),
        ("table.csv", None, "path,"),
        ("readings.jsonl", None, "{\""),
        ("readings.json", None, "{\n"),
        ("readings", None, "{\""),
        ("page.html", Some("csv"), "path,"),
    ] {
        let asked = asked.map(|format| vec!["--format", format]).unwrap_or_default();
        let run = desk.run(&[&["read", "a.txt", "-o", name], &asked[..]].concat());
        assert_eq!(run.status, 0, "{name}");
        assert!(desk.get(name).starts_with(opens), "{name}");
    }
}

#[test]
fn json_is_one_document_also_of_nothing() {
    let desk = desk();
    for (args, count) in [(&["a.txt", "c.md"][..], 2), (&["missing"], 0)] {
        let run = desk.run(&[&["read", "--format", "json"], args].concat());
        let document: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(document["readings"].as_array().unwrap().len(), count);
    }
}

#[test]
fn away_from_a_terminal_json_lines_are_the_default_and_text_has_no_colour() {
    let desk = desk();
    assert_eq!(desk.run(&["read", "a.txt"]).paths(), ["a.txt"]);
    let text = |args: &[&str]| desk.run(&[&["read", "-f", "text", "a.txt"], args].concat()).out;
    assert!(!text(&[]).contains('\x1b'));
    assert!(text(&["--color", "always"]).contains('\x1b'));
    let longest = |width| text(&["--width", width]).lines().map(|line| line.chars().count()).max().unwrap();
    assert!(longest("40") <= 40 && longest("72") > 40, "{} {}", longest("40"), longest("72"));
}

#[test]
fn annotations_are_pairs_of_files_in_a_folder() {
    let desk = desk();
    let run = desk.run(&["read", "--format", "brat", "-o", "gold/new", "a.txt", "b/a.txt", "c.md"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""));
    assert_eq!(desk.names("gold/new"), ["a-2.ann", "a-2.txt", "a.ann", "a.txt", "c.ann", "c.txt"]);
    assert_eq!(desk.get("gold/new/a-2.txt"), article(2));

    let one = desk.run(&["read", "--format", "brat", "a.txt"]);
    assert_eq!((one.status, one.out), (0, desk.get("gold/new/a.ann")));
    let two = desk.run(&["read", "--format", "brat", "a.txt", "c.md"]);
    assert_eq!((two.status, two.out.as_str()), (2, ""));
    assert!(two.messages()[0].contains("-o FOLDER"));
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let desk = desk();
    let args = ["read", "--format", "jsonl"];
    let mut child = desk.spawn(&args);
    let mut stdin = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        // More than any pipe holds, and then the input stays open.
        for n in 0.. {
            if writeln!(stdin, "{}", json_line(n)).is_err() {
                break;
            }
        }
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("-:1"));
    assert_eq!(wait(&mut child, &args).0, 0);
    feeder.join().unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
    assert_eq!(said, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let run = desk().run(&["read", "a.txt", "-o", "/dev/full"]);
    assert_eq!(run.status, 2);
    assert!(
        run.messages()[0].starts_with("sayso: error: the output cannot be written, check where it goes: "),
        "{}",
        run.err
    );
}

#[test]
fn readings_come_out_while_the_input_is_still_open() {
    let mut child = desk().spawn(&["read", "--jobs", "1"]);
    let mut stdin = child.stdin.take().unwrap();
    // The format is told from the first bytes, so there must be enough of them.
    let lines: String = (0..20).map(|n| json_line(n) + "\n").collect();
    stdin.write_all(lines.as_bytes()).unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("-:1"));
    drop(stdin);
    wait(&mut child, &[]);
}

#[test]
fn completions_and_manual_come_from_the_one_definition() {
    let desk = desk();
    for (args, expect) in [
        (&["completions", "bash"][..], "input-format"),
        (&["completions", "zsh"], "#compdef sayso"),
        (&["completions", "fish"], "complete -c sayso"),
        (&["man"], ".TH sayso 1"),
        (&["man", "read"], "input\\-format"),
        (&["man", "eval"], "GOLD"),
        (&["man", "check"], "extend\\-select"),
        (&["check", "--help"], "SAYSO_OUTPUT_FORMAT"),
        (&["--version"], "sayso 0."),
        (&["read", "--help"], "Exit status"),
    ] {
        let run = desk.run(args);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains(expect), "{args:?}: {}", run.out);
    }
    let unknown = desk.run(&["man", "writ"]);
    assert_eq!(unknown.status, 2);
    assert_eq!(
        unknown.messages(),
        [
            "sayso: error: no command `writ`: the commands are read, check, rule, test, config, add, search, trace, figures, sources, \
             diff, export, reread, eval, lsp, completions, man, help"
        ]
    );
    assert_eq!(desk.run(&["read", "--format", "docx"]).status, 2);
}
