//! Articles as Sayso reads them, and any text: every offset comes out at the words it was given for.

use std::sync::Arc;

use proptest::prelude::*;
use sayso_article::Format as Input;
use sayso_export::{Cited, Stated};
use sayso_lineage::record::{FigureRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::series::FigureReport;
use sayso_reading::{Kind, Reader, Reading, SourceId, SourceType};
use sayso_text::{CodePoints, Span};

use crate::annotations::{annotations, selected};
use crate::sample::{Owned, record};
use crate::{brat, tables};

/// A reading as an archive would give it.
fn owned(reading: &Reading, id: i64) -> Owned {
    let text = &reading.article.text;
    let points = CodePoints::of(text);
    let all = |spans: &[Span]| -> Vec<[usize; 2]> { spans.iter().map(|span| points.span(*span)).collect() };
    let words = |span: Span| span.of(text).to_owned();
    let mut out = Owned::new(record(id, &format!("text:{id}"), "The Courier", Some("2026-11-24")), text);
    out.parts =
        reading.article.parts.iter().map(|part| (part.part.name().to_owned(), points.span(part.span))).collect();
    for source in &reading.sources {
        let kind = source.kind;
        let record = SourceRecord {
            id: i64::from(source.id.0),
            number: source.id.0,
            kind,
            name: source.name.map(words),
            description: source.mentions.first().copied().or(source.name).map(words).unwrap_or_default(),
            titles: source.titles.iter().copied().map(words).collect(),
            affiliations: source.affiliations.iter().copied().map(words).collect(),
            justification: source.justification.map(words),
            terms: source.terms.map(|stated| stated.terms),
            reason: source.terms.and_then(|stated| stated.reason).map(words),
        };
        out.sources.push(Cited { record: Arc::new(record), mentions: all(&source.mentions) });
    }
    let sources = out.sources.clone();
    let who =
        |id: Option<SourceId>| sources.iter().map(|c| &c.record).find(|s| Some(s.number) == id.map(|id| id.0)).cloned();
    for a in &reading.attributions {
        let cover = a.content.iter().copied().reduce(Span::cover).unwrap();
        let chain = reading.chains.iter().find(|chain| chain.attribution == a.id);
        let statement = StatementRecord {
            id: i64::from(a.id.0),
            number: a.id.0,
            kind: a.kind,
            act: a.act,
            negated: a.negated,
            stance: a.stance.map(|stated| stated.stance),
            cue: a.cue.iter().copied().map(words).collect::<Vec<_>>().join(" "),
            source: who(a.source_id),
            chain: chain
                .map(|chain| chain.links.iter().skip(1).map(|link| who(link.source)).collect())
                .unwrap_or_default(),
            terms: a.terms.map(|stated| stated.terms),
            reason: a.terms.and_then(|stated| stated.reason).map(words),
            said_on: a.when.map(|when| when.days.to_string()),
            confidence: f64::from(a.confidence),
        };
        let telling = Telling {
            article: out.record.clone(),
            statement: Some(statement),
            span: points.span(cover),
            words: words(cover),
            interposed: None,
            sentence: words(cover),
            figures: Vec::new(),
        };
        out.statements.push(Stated {
            telling,
            pieces: if a.content.len() > 1 { all(&a.content) } else { Vec::new() },
            source_at: all(&a.source),
            cue_at: all(&a.cue),
            within: a.within.map(|id| i64::from(id.0)),
            stance_of: None,
            rests_on: a.rests_on.map(|id| i64::from(id.0)),
            channel: a.channel.map(|stated| stated.channel.name()),
        });
    }
    for figure in &reading.figures {
        let record = FigureRecord {
            id: i64::from(figure.id.0),
            number: figure.id.0,
            span: points.span(figure.span),
            words: words(figure.span),
            value: figure.value,
            low: figure.low,
            high: figure.high,
            bound: figure.bound,
            unit: figure.unit.clone(),
            measure: figure.measure.as_ref().map(|measure| measure.value.to_string()),
            who: figure.who.map(words),
            place: figure.place.map(words),
            as_of: figure.as_of.map(|when| when.days.to_string()),
            part_of: None,
        };
        out.figures.push(FigureReport {
            article: out.record.clone(),
            figure: Arc::new(record),
            statement: None,
            sentence: words(figure.span),
        });
    }
    out
}

/// Whether what comes out points at the words that it was given for.
fn check(article: &Owned) {
    let articles = [article.clone()];
    let substr = |start: usize, end: usize| article.text.chars().skip(start).take(end - start).collect::<String>();
    let count = |value: &serde_json::Value| value.as_u64().unwrap() as usize;
    let rows = tables::from_json(&articles);
    for (table, words) in [("statements", "content"), ("figures", "words")] {
        for row in rows.get(table).into_iter().flatten() {
            assert_eq!(row[words], substr(count(&row["start"]), count(&row["end"])), "{table}");
        }
    }
    for (annotation, stated) in annotations(&articles).iter().zip(&article.statements) {
        let pieces = if stated.pieces.is_empty() { vec![stated.telling.span] } else { stated.pieces.clone() };
        for (target, [start, end]) in annotation["target"].as_array().unwrap().iter().zip(pieces) {
            assert_eq!(selected(&article.text, target), vec![substr(start, end); 2]);
        }
    }
    brat::check(&articles);
}

#[test]
fn what_the_reader_found_comes_out_where_it_stands() {
    const TEXT: &str = "KESTERBY, Nov. 24 — “Nobody 𝛼 sat on anything,” Anselm Krail, the board’s chairman, told the Courier. “We had a wet \
        wall,” he said, “and we watched it.” 🌊\n\nAt least 40 boats are stuck, officials said on condition of anonymity because they \
        were not authorised to speak. Northern Wire reported that the ministry had counted 12 injured people.\n";
    let article = sayso_article::read(TEXT.as_bytes(), Input::Text, Some("week/1.txt"));
    let reading = Reader::new().read(article);
    assert!(reading.attributions.len() >= 3 && !reading.figures.is_empty(), "{reading:?}");
    check(&owned(&reading, 1));
}

proptest! {
    /// Any text, with any three spans of it for source, cue and content.
    #[test]
    fn any_span_of_any_text_comes_out_at_its_words(
        text in "[a-z=\"\\\\\\n\\r\\t ,“”é𝛼🌊\u{301}\u{7f}]{1,80}",
        at in proptest::collection::vec((0_usize..80, 1_usize..20), 3),
    ) {
        let length = text.chars().count();
        let spans: Vec<[usize; 2]> = at.iter().map(|(start, long)| {
            let start = start % length;
            [start, (start + long).min(length)]
        }).collect();
        let words = |[start, end]: [usize; 2]| text.chars().skip(start).take(end - start).collect::<String>();
        // brat has no place for white space alone, nor at the ends of a piece.
        prop_assume!(spans.iter().all(|span| { let words = words(*span); words.trim() == words && !words.is_empty() }));
        let mut article = Owned::new(record(1, "any", "The Argus", None), &text);
        let source = article.source(&words(spans[0]), SourceType::UnnamedPerson);
        let stated = article.says(&[source], &words(spans[1]), &words(spans[2]), Kind::Indirect);
        prop_assert_eq!(&stated.telling.words, &words(spans[2]));
        check(&article);
    }
}
