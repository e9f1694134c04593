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
