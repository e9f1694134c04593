//! Each format as it looks, and the numbers under it.

use sayso_check::{Category, Opt, Rule, Severity, Value};
use sayso_report::{Checked, Format, InFile, Options, Report};

use crate::desk::{Draft, drafts, report};

#[test]
fn a_desks_day_in_every_format() {
    for format in Format::all() {
        let out = report(format, Options::default(), &drafts());
        // Neither the style sheet nor what rules say of themselves is a matter of layout.
        let out = match format {
            Format::Html => {
                let page = out.split_once("</style>").expect("a style sheet").1;
                page.split_once("<section class=\"rules\">").expect("rules").0.replace("><", ">\n<")
            }
            Format::Sarif => out.split_once("\n],\"invocations\"").expect("rules").0.to_owned(),
            _ => out,
        };
        insta::assert_snapshot!(format.name(), out);
    }
}

#[test]
fn colour_only_repeats_what_the_words_say() {
    for format in [Format::Full, Format::Grouped] {
        let colored = report(format, Options { color: true, ..Options::default() }, &drafts());
        assert!(colored.contains("\x1b["));
        let mut plain = String::new();
        for (i, piece) in colored.split("\x1b[").enumerate() {
            plain += if i == 0 { piece } else { piece.split_once('m').expect("a style").1 };
        }
        assert_eq!(plain, report(format, Options::default(), &drafts()), "{format:?}");
    }
}

#[test]
fn carets_stand_under_the_words_at_any_width() {
    for width in [0, 24, 40, 100, 10_000] {
        let out = report(Format::Full, Options { width, color: false }, &drafts());
        let carets: usize = out.lines().filter(|l| l.starts_with("    | ")).map(|l| l.matches('^').count()).sum();
        // “Officials”, the quotation (three characters of it twice as wide, a blank lost at each line's end), and “--”.
        assert!((80..=9 + 85 + 2).contains(&carets), "{width}: {carets}\n{out}");
        let is_path = |line: &str| line.starts_with("drafts/");
        assert!(out.lines().all(|l| is_path(l) || l.chars().count() <= width.clamp(24, 100)), "{out}");
    }
}

#[test]
fn a_program_gets_the_same_at_any_width() {
    for format in Format::all().filter(|format| !matches!(format, Format::Full | Format::Grouped)) {
        let wide = report(format, Options { width: 300, color: true }, &drafts());
        assert_eq!(wide, report(format, Options::default(), &drafts()), "{format:?}");
    }
}

#[test]
fn the_summary_counts_as_people_do() {
    let summary = |drafts: &[Draft]| {
        let mut report = Report::new(Format::Concise, Options::default());
        for draft in drafts {
            report.article(&draft.checked());
        }
        report.statistics().summary()
    };
    let one = |severity| Draft::of("a", "A b.").found("ANO001", severity, "A", "m", "h");
    let quiet = || Draft::of("b", "A b.");
    assert_eq!(summary(&[]), "No findings in 0 articles");
    assert_eq!(summary(&[quiet()]), "No findings in 1 article");
    let unchecked = |drafts: &[Draft]| {
        let mut report = Report::new(Format::Json, Options::default());
        report.unchecked();
        for draft in drafts {
            report.article(&draft.checked());
        }
        report.statistics().summary()
    };
    assert_eq!(unchecked(&[]), "1 article not checked");
    assert_eq!(unchecked(&[quiet()]), "No findings in 1 article; 1 article not checked");
    assert_eq!(summary(&[one(Severity::Error)]), "1 finding in 1 article: 1 error");
    assert_eq!(summary(&[one(Severity::Info), quiet()]), "1 finding in 1 of 2 articles: 1 info");
    let two = [one(Severity::Error), one(Severity::Warning), one(Severity::Warning)];
    assert_eq!(summary(&two), "3 findings in 3 articles: 1 error, 2 warnings");
    assert_eq!(summary(&drafts()), "3 findings in 2 of 3 articles: 1 error, 1 warning, 1 info; 2 let stand");
}

#[test]
fn statistics_put_first_what_was_found_most_often() {
    let mut report = Report::new(Format::Concise, Options::default());
    assert_eq!(report.statistics().table(), "");
    for draft in drafts() {
        report.article(&draft.checked());
    }
    insta::assert_snapshot!("statistics", report.statistics().table());
    let json: serde_json::Value = serde_json::from_str(&report.statistics().json()).unwrap();
    assert_eq!(json[0]["findings"], 1);
    let at_least = |severity| report.statistics().at_least(severity);
    assert_eq!(Severity::ALL.map(at_least), [3, 2, 1]);
}

#[test]
fn what_was_let_stand_is_told_with_its_reason() {
    for format in Format::all() {
        let out = report(format, Options::default(), &drafts());
        // At a terminal it may be wrapped.
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains("approved by the desk editor"), "{format:?}");
    }
}

#[test]
fn a_page_of_a_rule_and_the_index() {
    const NO_DASHES: Rule = Rule {
        code: "CHN900",
        name: "no-dashes",
        category: Category::Style,
        severity: Severity::Info,
        default: false,
        options: &[
            Opt { name: "most", default: Value::Number(2), doc: "Dashes in a sentence" },
            Opt { name: "strict", default: Value::Yes(true), doc: "Whether hyphens count" },
        ],
        source: "//! Two hyphens stand for a dash.\n//!\n//! ## What it does\n//!\n//! Finds `--`.\n\nuse nothing;\n",
        check: |_, _, _| {},
    };
    insta::assert_snapshot!("page", sayso_report::page(&NO_DASHES));
    assert!(sayso_report::index().contains("## Anonymity (ANO)"));
}

/// A report of one draft that stands so in its file.
fn placed(format: Format, in_file: InFile) -> String {
    let draft = &drafts()[0];
    let mut report = Report::new(format, Options::default());
    let path = if matches!(in_file, InFile::Line(_)) { "wire.jsonl:7" } else { "page.html" };
    let article = report.article(&Checked { path, in_file, ..draft.checked() });
    report.begin() + &article + &report.end()
}

#[test]
fn programs_are_pointed_to_places_that_are_there() {
    for (format, line, page) in [
        (Format::Github, "file=wire.jsonl,line=7,endLine=7,title", "file=page.html,title"),
        (
            Format::Gitlab,
            r#""path":"wire.jsonl","lines":{"begin":7,"end":7}"#,
            r#""path":"page.html","lines":{"begin":1,"end":1}"#,
        ),
        (Format::Junit, r#"file="wire.jsonl" line="7""#, r#"file="page.html">"#),
        (
            Format::Rdjson,
            r#""path":"wire.jsonl","range":{"start":{"line":7},"end":{"line":7}}"#,
            r#""path":"page.html"}"#,
        ),
        (Format::Sarif, r#""uri":"wire.jsonl"},"region":{"startLine":7,"endLine":7}"#, r#""uri":"page.html"}}"#),
    ] {
        let out = placed(format, InFile::Line(7));
        assert!(out.contains(line) && !out.contains("jsonl:7\",\"l") && !out.contains("%3A7"), "{format:?}: {out}");
        let out = placed(format, InFile::Taken);
        assert!(out.contains(page), "{format:?}: {out}");
    }
}

#[test]
fn what_could_not_be_checked_is_told() {
    for format in Format::all() {
        let mut report = Report::new(format, Options::default());
        report.trouble("gone.txt: no such file <x>");
        let out = report.begin() + &report.end();
        // The others are for a terminal, whose error output says it, or lists of findings with their places.
        let is_told = !matches!(
            format,
            Format::Full | Format::Grouped | Format::Concise | Format::JsonLines | Format::Gitlab | Format::Rdjson
        );
        assert_eq!(out.contains("no such file"), is_told, "{format:?}: {out}");
        assert!(format != Format::Sarif || out.contains(r#""executionSuccessful":false"#), "{out}");
    }
}
