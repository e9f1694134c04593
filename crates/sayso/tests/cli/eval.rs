//! `sayso eval` on a small gold standard.

use serde_json::Value;

use crate::support::Desk;

const TEXT: &str = "“The weir held,” said Odile Marsh.\nTwo farmers feared “the worst” was to come.\n";
const GOLD: &str = "T1\tSource 22 33\tOdile Marsh\nT2\tCue 17 21\tsaid\nT3\tContent 0 16\t“The weir held,”\n\
    E1\tSource:T1 Cue:T2 Content:T3\nT4\tSource 35 46\tTwo farmers\nT5\tCue 47 53\tfeared\n\
    T6\tContent 54 77\t“the worst” was to come\nE2\tSource:T4 Cue:T5 Content:T6\n";

fn desk() -> Desk {
    Desk::new(&[
        ("gold/text/weir.txt", TEXT.as_bytes()),
        ("gold/text/unmarked.txt", TEXT.as_bytes()),
        ("gold/attributions/weir_0a1b.ann", GOLD.as_bytes()),
        // A second reader does not count.
        ("gold/attributions/weir_f000.ann", b""),
        (
            "half.jsonl",
            br#"{"doc": "weir", "attributions": [{"source": [[22, 33]], "cue": [[17, 21]], "content": [[0, 16]], "confidence": 0.75}]}"#,
        ),
        ("other.jsonl", br#"{"doc": "dam.txt", "attributions": []}"#),
        ("broken.jsonl", b"\n{\"doc\": 1}"),
    ])
}

fn scores(args: &[&str]) -> (Value, String) {
    let run = desk().run(&[&["eval", "--json", "gold"], args].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    (serde_json::from_str(&run.out).unwrap(), run.err)
}

#[test]
fn predictions_are_scored_against_the_first_annotator() {
    let (scores, said) = scores(&["--pred", "half.jsonl"]);
    assert_eq!(said, "");
    assert_eq!(scores["articles"], 1);
    assert_eq!(scores["end_to_end"]["precision"], 1.0);
    assert_eq!(scores["end_to_end"]["recall"], 0.5);
    assert_eq!(scores["spans"]["cue"]["exact"]["recall"], 0.5);
    assert_eq!(scores["by_kind"]["direct"]["end_to_end"], 1.0);
    assert_eq!(scores["by_kind"]["mixed"]["end_to_end"], 0.0);
    assert_eq!(scores["calibration_error"], 0.25);
}

#[test]
fn articles_of_one_side_only_are_told() {
    let (scores, said) = scores(&["--pred", "other.jsonl"]);
    assert_eq!(scores["end_to_end"]["f1"], 0.0);
    assert_eq!(
        said,
        "sayso: warning: articles without predictions, which count as if nothing was found in them: 1\n\
         sayso: warning: predicted articles without gold, which are left out: 1\n"
    );
}

#[test]
fn the_reader_is_scored_on_the_articles_as_they_are() {
    let desk = desk();
    let run = desk.run(&["eval", "gold"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("articles scored: 1\n"), "{}", run.out);
    // What `read` writes is what `eval` scores.
    let readings = desk.run(&["read", "gold/text/weir.txt"]).out;
    desk.put("readings.jsonl", readings.as_bytes());
    assert_eq!(desk.run(&["eval", "gold", "--pred", "readings.jsonl"]).out, run.out);
}

#[test]
fn what_cannot_be_scored_is_named() {
    let desk = desk();
    desk.put("gap/text/weir.txt", TEXT.as_bytes());
    desk.put("gap/attributions/weir_0a1b.ann", b"E1\tSource:T9 Content:T9");
    desk.put("bare/text/weir.txt", TEXT.as_bytes());
    desk.put("bare/attributions/notes.txt", b"");
    for (args, says) in [
        (&["away"][..], "away/attributions: no such file or folder"),
        (&["bare"], "bare: no article with annotations: give a folder"),
        (&["gap"], "gap/attributions/weir_0a1b.ann: `E1` names `T9`, which no line defines"),
        (&["gold", "--pred", "away.jsonl"], "away.jsonl: no such file"),
        (&["gold", "--pred", "broken.jsonl"], "broken.jsonl:2: line holds no attributions"),
    ] {
        let run = desk.run(&[&["eval"], args].concat());
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.messages()[0].starts_with(&format!("sayso: error: {says}")), "{}", run.err);
    }
}

const LEAK: &str =
    "Weir leaks\n\nThe weir leaks, Odile Marsh said on Friday. At least 12 boats sank, Tom Krail said.\n";
const LEAK_GOLD: &str = r#"published = "2025-03-08"

[[source]]
id = "marsh"
type = "named_person"
name = "Odile Marsh"

[[attribution]]
id = "1"
source = "marsh"
words = "Odile Marsh"
cue = "said"
content = ["The weir leaks"]
when = "2025-03-07"

[[figure]]
span = "At least 12 boats"
value = 12
bound = "at_least"
unit = "boats"
"#;

fn own_desk() -> Desk {
    Desk::new(&[("own/leak.txt", LEAK.as_bytes()), ("own/leak.toml", LEAK_GOLD.as_bytes()), ("own/notes.md", b"")])
}

#[test]
fn whole_readings_are_scored_on_gold_of_our_own() {
    let desk = own_desk();
    let run = desk.run(&["eval", "own", "--json"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let scores: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(scores["articles"], 1);
    assert_eq!(scores["attributions"]["right"], 1);
    // The article's own day is gold's, so that a Friday has a date.
    assert_eq!(scores["dates"]["right"], 1);
    assert_eq!(scores["figures"]["right"], 1);
    assert_eq!(scores["figure_attribution"]["share"], 0.0);

    let readings = desk.run(&["read", "own/leak.txt", "--published", "2025-03-08"]).out;
    desk.put("readings.jsonl", readings.as_bytes());
    assert_eq!(desk.run(&["eval", "own", "--pred", "readings.jsonl", "--json"]).out, run.out);

    let errors = desk.run(&["eval", "own", "--errors"]).out;
    let extra = "leak: outermost: gold: — · got: Tom Krail said <At least 12 boats sank>\n";
    assert!(errors.contains(extra) && errors.contains("\narticles scored: 1\n"), "{errors}");
}

#[test]
fn gold_of_our_own_that_cannot_be_used_is_named() {
    let desk = own_desk();
    desk.put("typo/leak.txt", LEAK.as_bytes());
    desk.put("typo/leak.toml", LEAK_GOLD.replace("Odile Marsh", "Odile Marsch").as_bytes());
    desk.put("alone/leak.toml", LEAK_GOLD.as_bytes());
    desk.put("unread.jsonl", b"{\"doc\": \"leak\", \"attributions\": []}\n");
    for (args, says) in [
        (&["typo"][..], "typo/leak.toml:6: `Odile Marsch` is not in the article"),
        (&["alone"], "alone/leak.toml: no article beside it: add `leak.txt`"),
        (&["own", "--pred", "unread.jsonl"], "unread.jsonl:1: line holds no reading"),
        (&["gold", "--errors"], "no `--errors` for brat annotations"),
    ] {
        let run = desk.run(&[&["eval"], args].concat());
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.messages()[0].starts_with(&format!("sayso: error: {says}")), "{}", run.err);
    }
}

const TREE: &str = r#"<rst><body>
    <segment id="1" parent="2" relname="attribution-positive">Odile Marsh said</segment>
    <segment id="2">the weir leaks .</segment>
    <signals><signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/></signals></body></rst>"#;
const TREE_WORDS: &str = "# newpar\n1\tOdile\t_\t_\t_\t_\t3\t_\t_\t_\n2\tMarsh\t_\t_\t_\t_\t1\t_\t_\t_\n\
    3\tsaid\t_\t_\t_\t_\t0\t_\t_\t_\n4\tthe\t_\t_\t_\t_\t5\t_\t_\t_\n5\tweir\t_\t_\t_\t_\t6\t_\t_\t_\n\
    6\tleaks\t_\t_\t_\t_\t3\t_\t_\tSpaceAfter=No\n7\t.\t_\t_\t_\t_\t3\t_\t_\t_\n";

#[test]
fn discourse_trees_are_scored_by_cue_and_source_head() {
    let desk = Desk::new(&[
        ("gum/rs4/weir.rs4", TREE.as_bytes()),
        ("gum/conllu/weir.conllu", TREE_WORDS.as_bytes()),
        ("none/rs4/notes.txt", b""),
        ("torn/rs4/weir.rs4", &TREE.as_bytes()[..200]),
        ("torn/conllu/weir.conllu", TREE_WORDS.as_bytes()),
        ("alone/rs4/weir.rs4", TREE.as_bytes()),
        ("large/rs4/weir.rs4", b""),
    ]);
    let run = desk.run(&["eval", "gum", "--json"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let scores: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&scores["right"]["f1"], &scores["errors"]["missed"]), (&Value::from(1.0), &Value::from(0)));
    // As large as hundreds of megabytes, without taking them.
    let large = std::fs::File::options().write(true).open(desk.path("large/rs4/weir.rs4")).unwrap();
    large.set_len(200 << 20).unwrap();
    for (folder, says) in [
        ("none", "none: no discourse trees: give a folder"),
        ("torn", "torn/rs4/weir.rs4: no XML: "),
        ("alone", "alone/conllu/weir.conllu: no such file"),
        ("large", "large/rs4/weir.rs4: has 209715200 bytes"),
    ] {
        let run = desk.run(&["eval", folder]);
        assert_eq!(run.status, 2, "{folder}");
        assert!(run.messages()[0].starts_with(&format!("sayso: error: {says}")), "{}", run.err);
    }
}
