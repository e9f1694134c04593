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
    assert_eq!(run.messages(), expect);
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
        &[
            "sayso: error: news/sayso.toml:2:11: `select`: `bare-sorce` is no rule's code or name: did you mean `bare-source`",
        ],
    );
    says(
        &[("news/sayso.toml", "extend = 'away.toml'\n")],
        &["sayso: error: news/sayso.toml:1:1: `extend`: news/away.toml: no such file or folder: check the spelling"],
    );
    says(
        &[("news/sayso.toml", "extend = 'b.toml'\n"), ("news/b.toml", "\nextend = 'sayso.toml'\n")],
        &["sayso: error: news/b.toml:2:1: `extend` leads back to `news/sayso.toml`: take one of the two out"],
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
