//! Which configuration holds, and what is said of a broken one.

use serde_json::Value;

use crate::check::{BARE, desk};
use crate::support::{Desk, Run};

/// Whether ANO001 finds anything in an article.
fn finds(run: &Run) -> bool {
    run.out.contains("ANO001")
}

fn check(desk: &Desk, args: &[&str], expect: bool) {
    let run = desk.run(&[&["check"], args].concat());
    assert_eq!((finds(&run), run.err.as_str()), (expect, ""), "{args:?}");
}

#[test]
fn the_nearest_file_holds_alone() {
    let desk = desk();
    desk.put("sayso.toml", b"select = []\n");
    check(&desk, &["bare.txt"], false);
    check(&desk, &["news/a.md"], false);
    desk.put("news/sayso.toml", b"fail-on = 'never'\n");
    check(&desk, &["news/a.md"], true);
    check(&desk, &["news/../bare.txt"], false);
    // Of two in one folder it is the hidden one.
    desk.put("news/.sayso.toml", b"ignore = ['ANO']\n");
    check(&desk, &["news/a.md"], false);
    check(&desk, &["--isolated", "news/a.md"], true);
    check(&desk, &["--select", "ANO001", "news/a.md"], true);
    check(&desk, &["--config", "select=['ANO']", "news/a.md"], true);
    check(&desk, &["--config", "news/sayso.toml", "bare.txt"], true);
}

#[test]
fn the_users_own_holds_where_there_is_no_nearer_one() {
    let desk = desk();
    std::fs::create_dir_all(desk.home("config/sayso")).unwrap();
    std::fs::write(desk.home("config/sayso/sayso.toml"), "[per-file-ignores]\n'news/**' = ['ALL']\n").unwrap();
    check(&desk, &["bare.txt"], true);
    check(&desk, &["news/a.md"], false);
    check(&desk, &["--isolated", "news/a.md"], true);
    desk.put("news/sayso.toml", b"");
    check(&desk, &["news/a.md"], true);
}

#[test]
fn a_file_stands_on_another() {
    let desk = desk();
    desk.put("house/base.toml", b"extend = 'deep.toml'\n[per-file-ignores]\n'*.md' = ['ANO']\n");
    desk.put("house/deep.toml", b"select = ['ANO']\n[rules.ANO001]\nseverity = 'error'\n");
    desk.put("news/sayso.toml", b"extend = '../house/base.toml'\nfail-on = 'error'\n");
    desk.put("news/c.txt", BARE.as_bytes());
    let run = desk.run(&["check", "--output-format", "concise", "news"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert!(run.out.starts_with("news/c.txt:3:71: error ANO001"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
}

#[test]
fn the_environment_stands_between_flags_and_files() {
    let desk = desk();
    desk.put("sayso.toml", b"select = []\n");
    desk.put("other.toml", b"select = ['ANO001']\n");
    let run =
        |args: &[&str], variables: &[(&str, &str)]| desk.run_alone(&[&["check", "bare.txt"], args].concat(), variables);
    assert!(finds(&run(&[], &[("SAYSO_CONFIG", "other.toml")])));
    assert!(!finds(&run(&["--config", "sayso.toml"], &[("SAYSO_CONFIG", "other.toml")])));
    assert!(finds(&run(&["--isolated"], &[("SAYSO_CONFIG", "away.toml")])));
    let wrong = run(&[], &[("SAYSO_OUTPUT_FORMAT", "docx")]);
    assert_eq!(wrong.status, 2);
    assert!(
        wrong.messages()[0].starts_with("sayso: error: SAYSO_OUTPUT_FORMAT: `docx` is no format: the formats are ")
    );
    assert!(finds(&run(&["--isolated"], &[("SAYSO_OUTPUT_FORMAT", "concise")])));
}

/// What is said of a configuration; the article beside it is checked all the same.
fn says(files: &[(&str, &str)], expect: &[&str]) {
    let desk = desk();
    for (name, text) in files {
        desk.put(name, text.as_bytes());
    }
    let run = desk.run(&["check", "--output-format", "concise", "news", "bare.txt"]);
    let is_error = expect.iter().any(|message| message.starts_with("sayso: error: "));
    assert_eq!(run.status, if is_error { 2 } else { 1 }, "{}", run.err);
    let unchecked = "sayso: error: not checked, since their configuration is broken: news/a.md, news/b.txt";
    let mut messages = run.messages();
    assert_eq!(messages.pop_if(|last| is_error && *last == unchecked).is_some(), is_error, "{}", run.err);
    assert_eq!(messages, expect);
    assert!(run.out.contains("bare.txt:3:71"), "{}", run.out);
    assert_eq!(run.out.contains("news/a.md"), !is_error, "{}", run.out);
}

#[test]
fn a_broken_one_costs_its_own_articles_and_is_told_of_once() {
    says(
        &[("news/sayso.toml", "slect = ['ANO']\n")],
        &["sayso: warning: news/sayso.toml:1:1: unknown key `slect` is passed over: did you mean `select`"],
    );
    says(
        &[("news/sayso.toml", "fail-on = 'error'\nselect = ['bare-sorce']\n")],
        &["sayso: error: news/sayso.toml:2:11: `bare-sorce` is no rule's code or name: did you mean `bare-source`"],
    );
    says(
        &[("news/sayso.toml", "extend = 'away.toml'\n")],
        &["sayso: error: news/sayso.toml:1:1: `extend`: news/away.toml: no such file or folder: check the spelling"],
    );
    says(
        &[("news/sayso.toml", "extend = 'b.toml'\n"), ("news/b.toml", "\nextend = 'sayso.toml'\n")],
        &["sayso: error: news/b.toml:2:1: `extend` leads back to `news/sayso.toml`: take one of the two out"],
    );
    says(
        &[("news/sayso.toml", "[rules.ANO001]\nseverity = 'info'\n[rules.bare-source]\nseverity = 'error'\n")],
        &[
            "sayso: error: news/sayso.toml:3:8: `rules.bare-source` is the same rule as `rules.ANO001`: make one table of the two",
        ],
    );
    let large = format!("# {}\n", "a".repeat(300 << 10));
    says(
        &[("news/sayso.toml", &large)],
        &["sayso: error: news/sayso.toml: file holds more than 256 KiB, which no configuration does: check what it is"],
    );
}

#[test]
fn a_broken_command_line_checks_nothing() {
    let desk = desk();
    desk.put("broken.toml", b"\n= 1\n\xFF");
    for (args, says) in [
        (&["--config", "fail-on=perhaps"][..], "--config 'fail-on=perhaps': "),
        (&["--config", "fail-on=nver"], "--config 'fail-on=nver': `fail-on` is `nver` where "),
        (
            &["--config", "extend=broken.toml"],
            "--config 'extend=broken.toml': `extend` has no place on a command line: ",
        ),
        (&["--config", ""], "--config: names nothing: give a file, or a key and a value"),
        (&["--config", "away.toml"], "away.toml: no such file or folder: check the spelling"),
        (&["--config", "broken.toml"], "broken.toml:3: file is not UTF-8: save it as UTF-8"),
        (&["--config", "."], ".: a folder where a file was expected: name the files in it"),
        (
            &["--config", "away.toml", "--isolated"],
            "`--isolated` reads no file: leave a file out, or put its name into the other's `extend`",
        ),
        (&["--ignore", "ANO0001"], "--ignore: `ANO0001` is no rule's code or name: did you mean `ANO001`"),
    ] {
        let run = desk.run(&[&["check", "bare.txt"], args].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(
            run.messages().iter().any(|m| m.starts_with(&format!("sayso: error: {says}"))),
            "{args:?}: {}",
            run.err
        );
    }
}

#[test]
fn reports_lead_to_where_the_rules_pages_are_served() {
    const PAGE: &str = "https://desk.example/rules/ANO001.md";
    let desk = desk();
    let run = |format: &str| desk.run(&["check", "--select", "ANO001", "--output-format", format, "bare.txt"]).out;
    let formats = ["sarif", "rdjson", "markdown", "html", "gitlab", "concise", "json"];
    let before = formats.map(run);
    desk.put("sayso.toml", b"rule-pages = 'https://desk.example/rules/'\n");
    for (format, before) in formats.into_iter().zip(before) {
        let after = run(format);
        let leads = !matches!(format, "gitlab" | "concise" | "json");
        assert!(!before.contains("desk.example"), "{format}: {before}");
        assert_eq!((after.contains(PAGE), after != before), (leads, leads), "{format}: {after}");
    }
    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"], PAGE);
    let run = desk.run(&["config"]);
    let row = "rule-pages = \"https://desk.example/rules/\"";
    assert!(run.out.lines().any(|line| line.starts_with(row) && line.ends_with("  sayso.toml:1:1")), "{}", run.out);
    let run = desk.run(&["config", "--config", "rule-pages=https://desk.example/{code}", "--output-format", "json"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["rule-pages"]["value"], "https://desk.example/{code}");
    let run = desk.run(&["check", "--config", "rule-pages='file:///etc/'", "bare.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].contains("`rule-pages` is no address of rules' pages: write one "), "{}", run.err);
}

#[test]
fn what_holds_is_shown_with_who_says_so() {
    let desk = desk();
    desk.put("house.toml", b"fail-on = 'error'\npacks = ['wire']\n");
    desk.put(
        "news/sayso.toml",
        b"extend = '../house.toml'\n[rules.bare-source]\nseverity = 'error'\nnouns = ['envoy']\n",
    );
    let run = desk.run(&["config", "news/a.md", "--select", "ANO"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(
        run.out.starts_with("news/a.md\nconfiguration: news/sayso.toml, which extends house.toml\n\n"),
        "{}",
        run.out
    );
    for (row, from) in [
        ("fail-on = \"error\"", "house.toml:1:1"),
        ("output-format = \"", "default"),
        ("packs = [\"wire\"]", "house.toml:2:1"),
        ("ANO001 [bare-source] error", "--select"),
        ("  severity = \"error\"", "news/sayso.toml:3:1"),
        ("  nouns = [\"envoy\"]", "news/sayso.toml:4:1"),
    ] {
        assert!(
            run.out.lines().any(|line| line.starts_with(row) && line.ends_with(&format!("  {from}"))),
            "{row}: {}",
            run.out
        );
    }
    let run = desk.run(&["config", "news", "--output-format", "json", "--ignore", "ANO001"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["files"], serde_json::json!(["news/sayso.toml", "house.toml"]));
    assert_eq!(
        json["fail-on"],
        serde_json::json!({"value": "error", "from": "house.toml", "place": {"line": 1, "column": 1}})
    );
    let rule = json["rules"].as_array().unwrap().iter().find(|rule| rule["code"] == "ANO001").unwrap();
    assert_eq!((&rule["on"]["value"], &rule["on"]["from"]), (&false.into(), &"--ignore".into()));
    assert_eq!(rule["options"]["nouns"]["value"], serde_json::json!(["envoy"]));

    let run = desk.run(&["config"]);
    assert!(run.out.starts_with(".\nconfiguration: none\n"), "{}", run.out);
    desk.put("sayso.toml", b"select = 3");
    let run = desk.run(&["config"]);
    assert_eq!((run.status, run.out.as_str(), run.messages().len()), (2, "", 1));
}

#[test]
fn a_broken_configuration_leaves_the_format_that_was_asked_for() {
    let desk = desk();
    desk.put("sayso.toml", b"ignore = 3");
    desk.put("news/sayso.toml", b"");
    desk.put("empty.txt", b"");
    let json =
        |run: &Run| serde_json::from_str::<Value>(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out));
    // One beside it that is sound.
    let run = desk.run(&["check", "--output-format", "json", "news"]);
    assert_eq!((run.status, json(&run)["summary"]["findings"].as_u64() > Some(0)), (1, true));
    // What cannot be read is no article without findings.
    let run = desk.run(&["check", "--isolated", "--output-format", "junit", "bare.txt", "empty.txt"]);
    assert!(
        !run.out.contains("classname=\"empty.txt\"") && run.out.contains("<error message=\"empty.txt: "),
        "{}",
        run.out
    );
    assert_eq!(desk.run(&["check", "--isolated", "empty.txt"]).out, "1 article not checked\n");
    let run = desk.run(&["check", "--output-format", "json", "bare.txt", "empty.txt"]);
    let not_checked = json(&run)["summary"]["not_checked"].to_string();
    assert_eq!(run.status, 2);
    assert!(
        not_checked.contains("sayso.toml:1:10: ") && not_checked.contains("empty.txt: not checked"),
        "{not_checked}"
    );
    assert!(
        run.err.ends_with("not checked, since their configuration is broken: bare.txt, empty.txt\n"),
        "{}",
        run.err
    );
    assert_eq!(desk.run(&["check", "bare.txt", "empty.txt"]).out, "2 articles not checked\n");
    json(&desk.run_alone(&["check", "bare.txt"], &[("SAYSO_OUTPUT_FORMAT", "json")]));
    desk.run(&["check", "-o", "out.sarif", "bare.txt"]);
    assert!(serde_json::from_str::<Value>(&desk.get("out.sarif")).is_ok());
}

#[test]
#[cfg(unix)]
fn what_has_a_configurations_name_and_is_no_file_is_told_of() {
    use std::os::unix::fs::symlink;
    let says = |make: fn(&std::path::Path), what: &str| {
        let desk = desk();
        make(&desk.path("news/.sayso.toml"));
        for args in [&["check", "news/a.md"][..], &["config", "news/a.md"]] {
            let run = desk.run(args);
            assert_eq!(run.status, 2, "{args:?}: {}", run.err);
            assert_eq!(run.messages()[0], format!("sayso: error: news/.sayso.toml: {what}"));
        }
    };
    says(|path| std::fs::create_dir(path).unwrap(), "a folder where a file was expected: give it another name");
    says(
        |path| symlink("gone.toml", path).unwrap(),
        "link leads to nothing: take it away, or put a file where it leads",
    );
    says(|path| symlink(".sayso.toml", path).unwrap(), "link leads back to itself: take it away");
    says(|path| symlink("/dev/zero", path).unwrap(), "no ordinary file, and is not read: put one in its place");
    says(pipe, "no ordinary file, and is not read: put one in its place");
    let desk = desk();
    std::fs::create_dir_all(desk.home("config/sayso")).unwrap();
    symlink("gone", desk.home("config/sayso/sayso.toml")).unwrap();
    assert!(desk.run(&["check", "bare.txt"]).err.contains("sayso/sayso.toml: link leads to nothing"));
    // One that is named may be a pipe.
    let run = desk.run_with(&["check", "--config", "/dev/stdin", "bare.txt"], |stdin| {
        stdin.write_all(b"select = []").unwrap();
    });
    assert_eq!((run.status, finds(&run)), (0, false), "{}", run.err);
}

#[cfg(unix)]
fn pipe(path: &std::path::Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_is_wrong_with_a_pack_or_a_name_is_wrong_with_a_configuration_that_is_shown() {
    let desk = desk();
    for args in [&["--config", "packs=nope"][..], &["--select", "NOPE"], &["--ignore", "nothing"]] {
        let run = desk.run(&[&["config"], args].concat());
        assert_eq!((run.status, run.messages().len()), (2, 1), "{args:?}: {}", run.err);
    }
    let run = desk.run(&["check", "--select", "ANO001, VAG", "--ignore", "ANO001, VAG", "bare.txt"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn options_are_shown_that_nobody_set() {
    let desk = desk();
    let run = desk.run(&["config", "--select", "BAL001"]);
    assert!(
        run.out.lines().any(|line| line.starts_with("  words = 150 ") && line.ends_with("  default")),
        "{}",
        run.out
    );
    let run = desk.run(&["config", "--select", "BAL001", "--output-format", "json"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    let rule = json["rules"].as_array().unwrap().iter().find(|rule| rule["code"] == "BAL001").unwrap();
    assert_eq!(rule["options"]["words"], serde_json::json!({"value": 150, "from": "default", "place": null}));
}
