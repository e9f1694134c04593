//! `sayso rule`: a rule's page at the terminal.

use serde_json::Value;

use crate::support::Desk;

#[test]
fn a_rules_page_has_its_reasons_by_code_or_name() {
    let desk = Desk::new(&[]);
    let page = desk.run(&["rule", "ANO001", "--width", "60"]);
    assert_eq!((page.status, page.err.as_str()), (0, ""));
    assert!(page.out.starts_with("ANO001 [bare-source]\nAnonymity · correctness · warning · on by default\n\n"));
    for heading in ["What it does", "Why it matters", "Authority", "Example", "Better", "When not to use", "Options"] {
        assert!(page.out.lines().any(|line| line == heading), "{heading}: {}", page.out);
    }
    assert!(page.out.lines().all(|line| line.chars().count() <= 60), "{}", page.out);
    assert!(!page.out.contains("```") && !page.out.contains('\x1b'));
    for named in ["ano001", "bare-source", "BARE-SOURCE"] {
        assert_eq!(desk.run(&["rule", named, "--width", "60"]).out, page.out, "{named}");
    }
    assert!(desk.run(&["rule", "ANO001", "--color", "always"]).out.starts_with("\x1b[1mANO001"));
}

#[test]
fn all_rules_are_lines_or_one_document() {
    let desk = Desk::new(&[]);
    let list = desk.run(&["rule", "--all"]);
    assert!(list.out.contains("Anonymity\n  ANO001 bare-source "), "{}", list.out);
    let one: Value = serde_json::from_str(&desk.run(&["rule", "ANO001", "--output-format", "json"]).out).unwrap();
    assert_eq!(one["sections"].as_array().unwrap().len(), 6);
    assert_eq!(one["options"][0]["name"], "nouns");
    let all: Value = serde_json::from_str(&desk.run(&["rule", "--all", "--output-format", "json"]).out).unwrap();
    assert!(all.as_array().unwrap().contains(&one));
    let of_pack = all.as_array().unwrap().iter().find(|rule| rule["code"] == "WIR001").unwrap();
    assert_eq!((&of_pack["pack"], &of_pack["default"]), (&"wire".into(), &false.into()));
}

#[test]
fn an_unknown_rule_has_its_nearest_names() {
    for (named, says) in [
        ("bare-sorce", "no rule `bare-sorce`: did you mean `bare-source`"),
        ("ANO1", "no rule `ANO1`: did you mean `ANO001`"),
        ("WIR007", "no rule `WIR007`: did you mean `WIR001`"),
        ("office-of-official", "no rule `office-of-official`: did you mean `office-of-officials`"),
        ("BAL", "no rule `BAL`, which selects several: name one of BAL001, BAL002, BAL003"),
        ("photographs", "no rule `photographs`: `sayso rule --all` lists them"),
        ("\x1b[2J", "no rule `<U+001B>[2J`: `sayso rule --all` lists them"),
    ] {
        let run = Desk::new(&[]).run(&["rule", named]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert_eq!(run.messages(), [format!("sayso: error: {says}")]);
    }
    assert_eq!(Desk::new(&[]).run(&["rule"]).status, 2);
}
