use std::sync::Arc;

use sayso_reading::figures::Bound;
use sayso_reading::{Act, SourceType, Stance};

use super::*;
use crate::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord};

/// `name` in capitals is a name; else it describes one.
pub(crate) fn source(told: &str) -> Arc<SourceRecord> {
    let is_name = told.starts_with(char::is_uppercase);
    let is_body = ["Union", "Courier", "Ministry", "Board", "HWU"].iter().any(|noun| told.contains(noun));
    Arc::new(SourceRecord {
        id: 0,
        number: 1,
        kind: match (is_name, is_body) {
            (true, true) => SourceType::NamedOrganization,
            (true, false) => SourceType::NamedPerson,
            (false, _) => SourceType::UnnamedGroup,
        },
        name: is_name.then(|| told.to_owned()),
        description: told.to_owned(),
        titles: Vec::new(),
        affiliations: Vec::new(),
        justification: None,
        terms: None,
        reason: None,
    })
}

/// `source | cue | content`; a content alone is the writer's voice. Numbers of people in it are figures of the killed.
pub(crate) fn telling(line: &str) -> Telling {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let words = parts[parts.len() - 1];
    let quoted = words.contains(['“', '"']);
    let whole = words.starts_with('“') && words.ends_with('”') && words.matches('“').count() == 1;
    let statement = (parts.len() == 3).then(|| {
        let who = (!parts[0].is_empty()).then(|| source(parts[0]));
        StatementRecord {
            id: 0,
            number: 1,
            kind: match (quoted, whole) {
                (true, true) => Kind::Direct,
                (true, false) => Kind::Mixed,
                _ => Kind::Indirect,
            },
            act: Act::Says,
            negated: false,
            stance: None,
            cue: parts[1].to_owned(),
            chain: vec![who.clone()],
            source: who,
            terms: None,
            reason: None,
            said_on: None,
            confidence: 0.9,
        }
    });
    Telling {
        article: Arc::new(ArticleRecord::default()),
        statement,
        span: [0, words.chars().count()],
        words: words.to_owned(),
        interposed: None,
        sentence: parts.join(" "),
        figures: figures(words),
    }
}

/// "at least 12 people", "12 people": numbers of killed people.
fn figures(words: &str) -> Vec<Arc<FigureRecord>> {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let number =
        |at: usize| tokens[at].trim_matches(|c: char| !c.is_ascii_digit()).replace(',', "").parse::<f64>().ok();
    let of = |at: usize| {
        let value = number(at)?;
        let unit = tokens.get(at + 1)?.trim_matches(|c: char| !c.is_alphanumeric());
        let is_least = at > 1 && tokens[at - 2..at] == ["at", "least"];
        let from = if is_least { at - 2 } else { at };
        Some(Arc::new(FigureRecord {
            id: 0,
            number: 1,
            span: [at, at + 1],
            words: format!("{} {unit}", tokens[from..=at].join(" ")),
            value: Some(value),
            low: Some(value),
            high: (!is_least).then_some(value),
            bound: if is_least { Bound::AtLeast } else { Bound::Exactly },
            unit: unit.to_owned(),
            measure: (unit == "people").then(|| "killed".to_owned()),
            who: None,
            place: None,
            as_of: None,
            part_of: None,
        }))
    };
    (0..tokens.len()).filter_map(of).collect()
}

/// Changes in words: kind, then what was and what is.
pub(crate) fn told(changes: &[Change]) -> Vec<String> {
    let one = |change: &Change| match change {
        Change::AttributionDropped { was } => format!("attribution dropped: {was}"),
        Change::Hardened { was, is } => format!("hardened: {was} > {is}"),
        Change::Softened { was, is } => format!("softened: {was} > {is}"),
        Change::SourceChanged { was, is } => format!("source: {was} > {is}"),
        Change::RelayDropped { was } => format!("relay dropped: {was}"),
        Change::TermsDropped { was } => format!("terms dropped: {was}"),
        Change::ReasonDropped { was } => format!("reason dropped: {was}"),
        Change::FigureChanged { was, is } => format!("figure: {was} > {is}"),
        Change::BoundChanged { was, is } => format!("bound: {was} > {is}"),
        Change::QuotationDropped => "quotation dropped".to_owned(),
        Change::QuotationAltered { was, is } => format!("quotation: {was} > {is}"),
        Change::Trimmed => "trimmed".to_owned(),
        Change::Extended => "extended".to_owned(),
    };
    changes.iter().map(one).collect()
}

fn check(before: &str, after: &str, expect: &[&str]) {
    assert_eq!(told(&changes(&telling(before), &telling(after))), expect, "{before} → {after}");
}

#[test]
fn what_is_told_the_same_has_no_change() {
    check("officials|said|the dam was safe", "officials|said|the dam was safe", &[]);
    check("officials|said|the dam was safe", "two officials|told|The dam, was safe.", &[]);
    check("Anselm Krail|said|twelve per cent", "Mr. Krail|says|12 percent", &[]);
    check("the dam was safe", "the dam was safe", &[]);
    check("officials|said|organised labour", "officials|said|organized labor", &[]);
    check("the harbour was shut", "officials|said|the harbour was shut", &[]);
}

#[test]
fn an_attribution_is_dropped() {
    check("officials|believe|the dam was safe", "The dam was safe.", &["attribution dropped: officials believe"]);
    check(
        "officials|according to|the dam was safe",
        "The dam was safe.",
        &["attribution dropped: according to officials"],
    );
    check("|it was reported|the dam was safe", "The dam was safe.", &["attribution dropped: it was reported"]);
    check(
        "officials|said|the dam was safe",
        "|it was reported|the dam was safe",
        &["attribution dropped: officials said"],
    );
}

#[test]
fn another_source_is_a_change_and_a_fuller_one_is_none() {
    for (was, is) in [
        ("Anselm Krail", "Anna Krail"),
        ("officials", "residents"),
        ("an aide", "officials"),
        ("a ministry official", "a police official"),
        ("Anselm Krail", "an official"),
        ("the mayor", "Anselm Krail"),
        ("Harbour Workers’ Union", "Water Board"),
    ] {
        let expect = format!("source: {was} > {is}");
        check(&format!("{was}|said|it was safe"), &format!("{is}|said|it was safe"), &[&expect]);
    }
    for (was, is) in [
        ("Anselm Krail", "Krail"),
        ("two officials", "officials"),
        ("a senior ministry official", "an official"),
        ("a spokesman for the ministry", "a ministry spokesman"),
        ("people familiar with the matter", "three people"),
        ("Harbour Workers’ Union", "HWU"),
        ("the Courier", "The Courier"),
    ] {
        check(&format!("{was}|said|it was safe"), &format!("{is}|said|it was safe"), &[]);
    }
}

#[test]
fn a_spokeswoman_speaks_for_her_body() {
    let (mut before, mut after) = (telling("Interior Ministry|said|it was safe"), telling("Ida Roe|said|it was safe"));
    let mut ida = (*source("Ida Roe")).clone();
    ida.titles = vec!["Interior Ministry spokeswoman".to_owned()];
    let by = |telling: &mut Telling, source: Arc<SourceRecord>| {
        let statement = telling.statement.as_mut().unwrap();
        (statement.chain, statement.source) = (vec![Some(source.clone())], Some(source));
    };
    by(&mut after, Arc::new(ida));
    assert_eq!(changes(&before, &after), []);
    assert_eq!(changes(&after, &before), []);
    by(&mut before, source("Water Board"));
    assert_eq!(told(&changes(&before, &after)), ["source: Water Board > Ida Roe"]);
}

#[test]
fn a_cue_is_firmer_or_less_firm() {
    for (was, is) in
        [("believe", "said"), ("claimed", "said"), ("said", "confirmed"), ("fear", "know"), ("alleged", "found")]
    {
        let (one, other) = (format!("officials|{was}|it leaked"), format!("officials|{is}|it leaked"));
        check(&one, &other, &[&format!("hardened: officials {was} > officials {is}")]);
        check(&other, &one, &[&format!("softened: officials {is} > officials {was}")]);
    }
    for (was, is) in
        [("said", "told"), ("believe", "think"), ("said", "noted"), ("wrote", "according to"), ("said", "")]
    {
        check(&format!("officials|{was}|it leaked"), &format!("officials|{is}|it leaked"), &[]);
    }
    let (before, mut after) = (telling("officials|believe|it leaked"), telling("officials|say|it leaked"));
    after.statement.as_mut().unwrap().negated = true;
    assert_eq!(changes(&before, &after), [], "who did not say so says it no more firmly");
    let statement = after.statement.as_mut().unwrap();
    (statement.negated, statement.stance) = (false, Some(Stance::Denies));
    assert_eq!(changes(&before, &after), []);
}

#[test]
fn may_and_could_keep_a_thing_open() {
    check(
        "officials|said|the tank may have been cracked",
        "officials|said|the tank was cracked",
        &["hardened: may have been cracked > was cracked"],
    );
    check("the toll could rise on Monday", "the toll would rise on Monday", &["hardened: could rise > would rise"]);
    check("the toll will rise", "the toll could rise", &["softened: will rise > could rise"]);
    check("the tank possibly leaked", "the tank perhaps leaked", &[]);
    for (before, after, expect) in [
        ("the weir may have failed", "the weir has failed", &["hardened: may have failed > has failed"][..]),
        ("the weir could fail", "the weir failed", &["hardened: could fail > failed"]),
        ("it could close", "it was dry", &[]),
        ("the weir may have failed", "the weir did not fail", &[]),
        ("in May the weir failed", "in spring the weir failed", &[]),
        ("perhaps", "", &[]),
    ] {
        check(before, after, expect);
    }
    // What is cut off says nothing of what stays.
    check(
        "officials|said|the tank leaked and could burn for days on end now",
        "officials|said|the tank leaked",
        &["trimmed"],
    );
}

#[test]
fn terms_and_their_reason_are_dropped() {
    let mut before = telling("an official|said|it leaked");
    let statement = before.statement.as_mut().unwrap();
    (statement.terms, statement.reason) = (Some(Terms::Anonymity), Some("because the inquiry was not over".to_owned()));
    let mut after = telling("an official|said|it leaked");
    let reason = "reason dropped: because the inquiry was not over";
    assert_eq!(told(&changes(&before, &after)), ["terms dropped: on condition of anonymity", reason]);
    after.statement.as_mut().unwrap().terms = Some(Terms::NotAuthorised);
    assert_eq!(told(&changes(&before, &after)), [reason]);
    // Somebody named needs none, and what stands in the writer's voice has no terms.
    let named = changes(&before, &telling("Ida Roe|said|it leaked"));
    assert_eq!(told(&named), ["source: an official > Ida Roe"]);
    assert_eq!(told(&changes(&before, &telling("it leaked"))), ["attribution dropped: an official said"]);
}

#[test]
fn a_relay_is_dropped() {
    let chain = |links: &[&str]| links.iter().map(|link| Some(source(link))).collect();
    let mut before = telling("officials|said|it leaked");
    before.statement.as_mut().unwrap().chain = chain(&["The Courier", "officials"]);
    let mut after = telling("officials|said|it leaked");
    assert_eq!(told(&changes(&before, &after)), ["relay dropped: The Courier"]);
    after.article = Arc::new(ArticleRecord { outlet: Some("Valley Courier".to_owned()), ..ArticleRecord::default() });
    assert_eq!(changes(&before, &after), [], "the outlet need not name itself");
    assert_eq!(changes(&before, &before), []);
    after.statement.as_mut().unwrap().chain = Vec::new();
    assert_eq!(changes(&before, &after), [], "a statement in which others lie has no chain");
}

#[test]
fn a_number_or_its_bound_changes() {
    check("officials|said|12 people died", "officials|said|14 people died", &["figure: 12 people > 14 people"]);
    check("at least 12 people died", "12 people died", &["bound: at least 12 people > 12 people"]);
    check("12 people died", "at least 14 people died", &["figure: 12 people > at least 14 people"]);
    check("12 people and 3 dogs died", "3 dogs and 12 people died", &[]);
    check("12 people and 3 dogs died", "12 people and 4 dogs died", &["figure: 3 dogs > 4 dogs"]);
    check("12 people died near 3 trees", "12 people died", &["trimmed"]);
    check("12 people died", "12 dogs died", &[]);
    check(
        "12 people and 14 people died",
        "14 people and at least 12 people died",
        &["bound: 12 people > at least 12 people"],
    );
    check("9,770 people died", "9770 people died", &[]);
}

#[test]
fn a_quotation_is_dropped_or_altered() {
    let said = |words: &str| format!("Ida Roe|said|{words}");
    let check = |before: &str, after: &str, expect: &[&str]| check(&said(before), &said(after), expect);
    check("“we knew of the leak for weeks”", "they knew of the leak for weeks", &["quotation dropped"]);
    check("the leak was “a plain disgrace”", "the leak was a plain disgrace", &["quotation dropped"]);
    check(
        "“We did not know of the leak”",
        "“We did know of the leak”",
        &["quotation: We did not know of the leak > We did know of the leak"],
    );
    check(
        "the leak was “a plain disgrace”",
        "the leak was “a plain mistake”",
        &["quotation: a plain disgrace > a plain mistake"],
    );
    check("“We knew of the leak in the tank for weeks”", "“We knew of the leak”", &["trimmed"]);
    check("“We knew … of the leak”", "“We knew for many weeks of the leak”", &["extended"]);
    check("“We knew of the leak”", "“We knew of [the crack]”", &[]);
    check("“We are,” “not,” “afraid of it”", "“We are afraid of it”", &["quotation: not > We are afraid of it"]);
    check("“It leaked. We were not told. It was bad.”", "“It leaked. It was bad.”", &["trimmed"]);
    check(
        "“It leaked, and we were never told, and it was bad”",
        "“It leaked and it was bad”",
        &["quotation: It leaked, and we were never told, and it was bad > It leaked and it was bad"],
    );
    check("“The harbour’s labour was organised”", "\"The harbor’s labor was organized\"", &[]);
    check("the leak was “a disgrace”", "the leak was “old news to everyone”", &[]);
}
