//! An archive as an input, and the rules that only an archive can judge.

use sayso_check::{Doc, RULES};
use serde_json::Value;

use crate::support::Desk;

/// A desk with an archive of these articles, added in this order.
fn archive_of(articles: &[&str]) -> Desk {
    let desk = Desk::new(&[]);
    for (number, article) in articles.iter().enumerate() {
        let ending = if article.starts_with("---\n") { "md" } else { "txt" };
        add(&desk, &format!("{number}.{ending}"), article);
    }
    desk
}

fn add(desk: &Desk, name: &str, article: &str) {
    desk.put(name, article.as_bytes());
    let run = desk.run(&["add", "week.db", name]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{name}");
}

/// Where the rules of lineage find something, and what: `week.db#2 LIN001`.
fn lineage(desk: &Desk) -> Vec<String> {
    let run =
        desk.run(&["check", "week.db", "--isolated", "--select", "LIN", "--output-format", "json", "--exit-zero"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let articles = report["articles"].as_array().unwrap();
    let told = articles.iter().flat_map(|article| {
        let findings = article["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| format!("{} {}", article["path"].as_str().unwrap(), finding["code"].as_str().unwrap()))
    });
    told.collect()
}

#[test]
fn the_examples_of_lineage_are_found_in_their_archives_and_the_better_ones_are_not() {
    for rule in RULES.iter().filter(|rule| rule.asks_of_archives()) {
        let doc = Doc::of(rule);
        let example = doc.articles("Example");
        assert_eq!(
            lineage(&archive_of(&example)),
            [format!("week.db#{} {}", example.len(), rule.code)],
            "{}",
            rule.code
        );
        assert_eq!(lineage(&archive_of(&doc.articles("Better"))), [""; 0], "{}", rule.code);
    }
}

const BEFORE: &str = "---\ndate: 2026-11-24\noutlet: Courier\n---\n\n# Engineer warned of wall\n\n\
    “The wall on Quay Street may not hold another wet winter,” Ines Tarn, an engineer, said on Monday.\n";
const AFTER: &str = "---\ndate: 2026-11-25\noutlet: Argus\n---\n\n# Wall was bound to fall\n\n\
    “The wall on Quay Street will not hold another wet winter,” Ines Tarn, an engineer, said on Monday.\n";

#[test]
fn what_was_earlier_is_known_by_the_dates_and_found_anew_when_it_is_added() {
    let desk = archive_of(&[AFTER]);
    assert_eq!(lineage(&desk), [""; 0]);
    add(&desk, "late.md", BEFORE);
    assert_eq!(lineage(&desk), ["week.db#1 LIN001"], "nothing of the run before is remembered");
    let report = desk.run(&["check", "week.db", "--isolated", "--select", "LIN", "--output-format", "json"]);
    assert_eq!(report.status, 1);
    assert!(report.out.contains("in Courier of 2026-11-24 (#2), the earliest in this archive"), "{}", report.out);
}

#[test]
fn an_archive_gives_the_newest_text_of_each_article_wherever_files_are_read() {
    let desk =
        archive_of(&["Wall fell\n\nThe wall fell, officials said.", "Bridge shut\n\nThe bridge is shut, police said."]);
    add(&desk, "0.txt", "Wall fell\n\nThe old wall fell on Monday, county officials said.");
    let readings = desk.run(&["read", "week.db", "--format", "jsonl"]).readings();
    let paths: Vec<&str> = readings.iter().map(|reading| reading["document"]["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["week.db#2", "week.db#3"]);
    let texts = ["The bridge is shut", "The old wall"];
    assert!(
        readings.iter().zip(texts).all(|(reading, has)| reading["document"]["text"].as_str().unwrap().contains(has))
    );
    // A folder is looked through for articles only.
    assert!(!desk.run(&["read", ".", "--format", "jsonl"]).out.contains("week.db"));
}

#[test]
fn a_sqlite_file_that_is_no_archive_is_told_of() {
    let desk = Desk::new(&[("foreign.db", b"SQLite format 3\0 and nothing that a database begins with")]);
    let run = desk.run(&["check", "foreign.db"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("foreign.db: "), "{}", run.err);
}

#[test]
fn what_is_found_in_an_archive_can_be_let_stand_for_each_article() {
    let desk = archive_of(&[BEFORE, AFTER]);
    let check = ["check", "week.db", "--isolated", "--select", "LIN"];
    assert_eq!(desk.run(&[&check[..], &["--add-baseline"]].concat()).status, 0);
    assert_eq!(desk.run(&[&check[..], &["--baseline", "sayso-baseline.json"]].concat()).status, 0);
    add(&desk, "other.md", &AFTER.replace("Argus", "Tribune").replace("will not", "shall never"));
    assert_eq!(desk.run(&[&check[..], &["--baseline", "sayso-baseline.json"]].concat()).status, 1);
}
