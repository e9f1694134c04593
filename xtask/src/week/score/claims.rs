//! Claims: the earliest report, whom each follows, how many roots remain.

use std::collections::BTreeSet;

use anyhow::Context;

use super::answers::Trace;
use super::{Ask, EARLIEST, EDGES, ROOTS, Row, Score, is_same_name};
use crate::week::truth::{Claim, Truth};

/// Characters of a question by which one knows it again.
const ASKED: usize = 32;

/// Rows of the table.
struct Rows {
    earliest: Row,
    right_edges: Row,
    found_edges: Row,
    kinds: Row,
    roots: Row,
    appearances: Row,
    against: Row,
}

pub(crate) fn score(truth: &Truth, ask: Ask<'_>) -> anyhow::Result<Score> {
    let mut rows = Rows {
        earliest: Row::new("earliest found", EARLIEST),
        right_edges: Row::new("edges that are right", EDGES),
        found_edges: Row::new("edges that are found", EDGES),
        kinds: Row::new("kind of the edges found", None),
        roots: Row::new("roots exact", ROOTS),
        appearances: Row::new("appearances found", None),
        against: Row::new("denials found", None),
    };
    let mut other_words = Row::new("earliest found by other words", None);
    let mut missed = Vec::new();
    let trace = |query: &str| -> anyhow::Result<Trace> {
        let answer = ask(query)?;
        if answer.is_empty() { Ok(Trace::default()) } else { serde_json::from_slice(&answer).context("`trace`") }
    };
    for claim in &truth.claims {
        for query in &claim.queries {
            let asked: String = query.chars().take(ASKED).collect();
            let mut miss = |what: String| missed.push(format!("{}, “{asked}…”: {what}", claim.id));
            one(claim, &trace(query)?, &mut rows, &mut miss);
        }
        let found = trace(&claim.in_other_words)?;
        let first = found.appearances.iter().find(|appearance| Some(appearance.number) == found.earliest);
        let url = first.and_then(|first| first.url.as_deref());
        if !other_words.count(url == Some(&claim.earliest)) {
            missed.push(format!("{}: “{}”: earliest is {url:?}", claim.id, claim.in_other_words));
        }
    }
    let Rows { earliest, right_edges, found_edges, kinds, roots, appearances, against } = rows;
    let rows = vec![earliest, right_edges, found_edges, roots, other_words, kinds, appearances, against];
    Ok(Score { rows, missed })
}

fn one(claim: &Claim, found: &Trace, rows: &mut Rows, miss: &mut dyn FnMut(String)) {
    let url = |number: usize| {
        let appearance = found.appearances.iter().find(|appearance| appearance.number == number);
        appearance.and_then(|appearance| appearance.url.as_deref()).unwrap_or("")
    };
    let words = |number: usize| {
        found
            .appearances
            .iter()
            .find(|appearance| appearance.number == number)
            .map_or("", |appearance| &appearance.words)
    };

    let first = found.earliest.map_or("", url);
    if !rows.earliest.count(first == claim.earliest) {
        miss(format!("earliest is {}, found {first}: “{}”", claim.earliest, found.earliest.map_or("", words)));
    }

    let told: BTreeSet<&str> = found.appearances.iter().filter_map(|appearance| appearance.url.as_deref()).collect();
    let denied: BTreeSet<&str> = found.against.iter().filter_map(|appearance| appearance.url.as_deref()).collect();
    for appearance in &claim.appearances {
        let (row, urls) = match appearance.kind.as_str() {
            "against" => (&mut rows.against, &denied),
            _ => (&mut rows.appearances, &told),
        };
        if !row.count(urls.contains(appearance.url.as_str())) {
            miss(format!(
                "no {} appearance in {}: “{}”",
                appearance.kind,
                appearance.url,
                appearance.words.join("” “")
            ));
        }
    }

    let claimed: Vec<_> = found.edges.iter().filter(|edge| edge.kind != "similar").collect();
    for edge in &claimed {
        let (from, to) = (url(edge.from), url(edge.to));
        if claim.either.iter().any(|either| either == to) {
            continue;
        }
        let so = claim.edges.iter().find(|so| so.to == to);
        if !rows.right_edges.count(so.is_some_and(|so| so.from.iter().any(|url| url == from))) {
            let so = so.map_or("nothing".to_owned(), |so| format!("{} ({})", so.from.join(" or "), so.why));
            let words = format!("“{}” → “{}”", words(edge.from), words(edge.to));
            miss(format!("{to} follows {so}, found {from} ({}): {words}", edge.kind));
        }
    }
    for so in &claim.edges {
        let is_so = |from: &str, to: &str| to == so.to && so.from.iter().any(|url| url == from);
        let edge = claimed.iter().find(|edge| is_so(url(edge.from), url(edge.to)));
        rows.found_edges.count(edge.is_some());
        if let Some(edge) = edge {
            rows.kinds.count(edge.kind == so.kind);
        } else {
            miss(format!("not found: {} follows {} ({}, {})", so.to, so.from.join(" or "), so.kind, so.why));
        }
    }

    let names: Vec<&str> =
        found.roots.iter().filter(|root| root.is_named).filter_map(|root| root.name.as_deref()).collect();
    let has_names = claim.root_names.iter().all(|name| names.iter().any(|found| is_same_name(name, found)));
    if !rows.roots.count(found.roots.len() == claim.roots && has_names) {
        let listed: Vec<&str> = found.roots.iter().map(|root| root.name.as_deref().unwrap_or("nobody")).collect();
        let so = format!("{} roots ({})", claim.roots, claim.root_names.join(", "));
        miss(format!("{so}, found {}: {}", listed.len(), listed.join("; ")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::truth::{Appearance, Edge};

    fn truth() -> Truth {
        let appearance =
            |url: &str, kind: &str| Appearance { url: url.into(), words: vec!["w".into()], kind: kind.into() };
        let edge = |from: &[&str], to: &str, kind: &str| Edge {
            from: from.iter().map(|url| (*url).to_owned()).collect(),
            to: to.into(),
            kind: kind.into(),
            why: "names".into(),
        };
        let claim = Claim {
            id: "x".into(),
            queries: vec!["q".into()],
            in_other_words: "r".into(),
            earliest: "a".into(),
            appearances: [("a", "first_hand"), ("b", "relay"), ("c", "rewrite"), ("d", "first_hand"), ("e", "against")]
                .map(|(url, kind)| appearance(url, kind))
                .to_vec(),
            edges: vec![edge(&["a"], "b", "quoted"), edge(&["a", "b"], "c", "reworded")],
            either: vec!["d".into()],
            roots: 1,
            root_names: vec!["Ada Roe".into()],
        };
        Truth { claims: vec![claim], ..Truth::default() }
    }

    fn check(edges: &str, roots: &str, expect: &[(&str, usize, usize)]) {
        let list: Vec<String> =
            ["a", "b", "c", "d"].iter().zip(1..).map(|(url, n)| format!(r#"{{"number":{n},"url":"{url}"}}"#)).collect();
        let json = format!(
            r#"{{"version":1,"earliest":1,"appearances":[{}],"edges":[{edges}],"roots":[{roots}],"against":[{{"number":1,"url":"e"}}]}}"#,
            list.join(",")
        );
        let score = score(&truth(), &|_| Ok(json.clone().into_bytes())).expect("JSON");
        for (what, right, of) in expect {
            let row = score.rows.iter().find(|row| row.what == *what).expect("a row");
            assert_eq!((row.right, row.of), (*right, *of), "{what} {edges}");
        }
    }

    #[test]
    fn each_acceptable_edge_is_right_and_one_to_a_first_hand_report_does_not_count() {
        check(
            r#"{"from":1,"to":2,"kind":"quoted"},{"from":2,"to":3,"kind":"quoted"},{"from":1,"to":4,"kind":"quoted"}"#,
            r#"{"name":"Roe","is_named":true}"#,
            &[
                ("earliest found", 1, 1),
                ("edges that are right", 2, 2),
                ("edges that are found", 2, 2),
                ("kind of the edges found", 1, 2),
                ("roots exact", 1, 1),
                ("earliest found by other words", 1, 1),
                ("appearances found", 4, 4),
                ("denials found", 1, 1),
            ],
        );
    }

    #[test]
    fn an_edge_of_words_in_common_claims_nothing() {
        check(
            r#"{"from":1,"to":2,"kind":"similar"},{"from":3,"to":1,"kind":"quoted"}"#,
            r#"{"name":"Roe","is_named":true},{"name":null,"is_named":false}"#,
            &[("edges that are right", 0, 1), ("edges that are found", 0, 2), ("roots exact", 0, 1)],
        );
    }
}
