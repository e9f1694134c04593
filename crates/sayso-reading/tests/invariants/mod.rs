//! What holds for the reading of any text.

use sayso_reading::{Attribution, AttributionId, Reading, SourceId, StatedTerms};
use sayso_text::Span;

/// No article that was seen has a chain of more than six; this is what the depth of nesting and the relays of each can make.
const MOST_LINKS: usize = 64;

/// Checks all of a reading: spans, ids and what they refer to, sources, chains, figures.
pub(crate) fn check(reading: &Reading) {
    let text = &reading.article.text;
    attributions(text, &reading.attributions);
    references(reading);
    sources(reading);
    chains(reading);
    figures(reading);
    for unanswered in &reading.unanswered {
        spans(text, &[unanswered.who]);
        terms(text, Some(unanswered.stated));
    }
    for note in &reading.notes {
        assert!(!note.code.is_empty() && !note.message.is_empty() && !note.message.contains('\n'), "{note:?}");
        assert!(note.span.is_none_or(|span| text.get(span.start..span.end).is_some()), "{note:?}");
    }
}

fn attributions(text: &str, attributions: &[Attribution]) {
    let mut first_before = 0;
    for (number, a) in attributions.iter().enumerate() {
        assert_eq!(a.id, AttributionId(number as u32 + 1));
        assert!(!a.content.is_empty(), "{a:?}");
        for part in [&a.source, &a.cue, &a.content] {
            spans(text, part);
            assert!(part.windows(2).all(|two| two[0].end <= two[1].start), "{a:?}");
        }
        if let Some(outer) = a.within {
            assert!(outer < a.id, "{a:?} comes before the one that it lies in");
            let outer = &attributions[outer.0 as usize - 1];
            let inside = |span: &Span| outer.content.iter().any(|o| o.start <= span.start && span.end <= o.end);
            assert!(a.content.iter().all(inside), "{a:?} in {outer:?}");
            // Who is cited ("citing two aides") stands beside the report and has its content.
            let is_cited = a.content == outer.content;
            assert!(is_cited || a.source.iter().chain(&a.cue).all(inside), "{a:?} in {outer:?}");
        }
        // One that is cited may stand before the report, and comes after it all the same.
        let outermost = std::iter::successors(Some(a), |a| Some(&attributions[a.within?.0 as usize - 1]));
        let first = outermost.map(first_byte).max().unwrap_or_default();
        assert!(first >= first_before, "{a:?} begins before the one before it");
        first_before = first;
        assert!((0.0..=1.0).contains(&a.confidence), "{a:?}");
        let stated = [a.stance.map(|s| s.span), a.channel.map(|c| c.span), a.when.map(|w| w.span)];
        spans(text, &stated.into_iter().flatten().collect::<Vec<_>>());
        terms(text, a.terms);
    }
}

fn first_byte(a: &Attribution) -> usize {
    a.source.iter().chain(&a.cue).chain(&a.content).map(|s| s.start).min().expect("a content")
}

/// What is referred to is there, and is another.
fn references(reading: &Reading) {
    let is_source = |id: SourceId| (1..=reading.sources.len()).contains(&(id.0 as usize));
    let is_attribution = |id: AttributionId| (1..=reading.attributions.len()).contains(&(id.0 as usize));
    for a in &reading.attributions {
        assert!(a.source_id.is_none_or(is_source), "{a:?}");
        assert!(a.source_id.is_none() || !a.source.is_empty(), "{a:?} has a source without words");
        for relay in &a.through {
            assert!(is_source(relay.source), "{a:?}");
            spans(&reading.article.text, &[relay.span]);
        }
        for other in [a.stance.and_then(|s| s.of), a.rests_on, a.within].into_iter().flatten() {
            assert!(is_attribution(other) && other != a.id, "{a:?}");
        }
    }
}

/// Ids run from 1 without a gap, and each speaks or passes something on where it is said to.
fn sources(reading: &Reading) {
    let text = &reading.article.text;
    let mut named: Vec<(SourceId, Span)> = Vec::new();
    for a in &reading.attributions {
        named.extend(a.source_id.into_iter().flat_map(|id| a.source.iter().map(move |span| (id, *span))));
        named.extend(a.through.iter().map(|relay| (relay.source, relay.span)));
    }
    named.sort_unstable();
    let mut first = None;
    for (number, source) in reading.sources.iter().enumerate() {
        assert_eq!(source.id, SourceId(number as u32 + 1));
        assert!(!source.mentions.is_empty(), "{source:?}");
        assert!(source.mentions.is_sorted(), "{source:?}");
        for mention in &source.mentions {
            assert!(named.binary_search(&(source.id, *mention)).is_ok(), "{source:?}: {mention:?}");
        }
        assert!(first <= source.mentions.first().copied(), "{source:?} is named before the one before it");
        first = source.mentions.first().copied();
        for words in [&source.mentions, &source.titles, &source.affiliations, &source.aliases] {
            spans(text, words);
        }
        let stated = [source.name, source.justification];
        spans(text, &stated.into_iter().flatten().collect::<Vec<_>>());
        assert!(source.kind.name() != "named_person" || source.name.is_some(), "{source:?} is named and has no name");
        assert!(!source.kind.name().starts_with("unnamed") || source.name.is_none(), "{source:?} has a name");
        assert!(source.kind.name() != "anonymous_source" || source.name.is_none(), "{source:?} has a name");
        terms(text, source.terms);
    }
}

/// One for each innermost attribution: from the article to the attribution's own source.
fn chains(reading: &Reading) {
    let mut is_innermost = vec![true; reading.attributions.len()];
    for outer in reading.attributions.iter().filter_map(|a| a.within) {
        is_innermost[outer.0 as usize - 1] = false;
    }
    let innermost = reading.attributions.iter().filter(|a| is_innermost[a.id.0 as usize - 1]);
    let expect: Vec<AttributionId> = innermost.map(|a| a.id).collect();
    assert_eq!(reading.chains.iter().map(|chain| chain.attribution).collect::<Vec<_>>(), expect);
    for chain in &reading.chains {
        let a = &reading.attributions[chain.attribution.0 as usize - 1];
        let (first, last) = (&chain.links[0], chain.links.last().expect("the article"));
        assert!(first.attribution.is_none() && first.span.is_none(), "{chain:?} does not begin with the article");
        assert_eq!((last.attribution, last.source), (Some(a.id), a.source_id), "{chain:?}");
        assert_eq!((chain.depth(), chain.root()), (chain.links.len() - 1, a.source_id));
        assert!(chain.links.len() <= MOST_LINKS, "{} links", chain.links.len());
        // The attributions of a chain are those around its last one, the outermost first.
        let around = std::iter::successors(Some(a.id), |id| reading.attributions[id.0 as usize - 1].within);
        let mut around: Vec<AttributionId> = around.collect();
        around.reverse();
        assert_eq!(chain.links.iter().filter_map(|link| link.attribution).collect::<Vec<_>>(), around);
        for link in &chain.links[1..] {
            spans(&reading.article.text, link.span.as_slice());
            assert!(link.span.is_some() && (link.attribution.is_some() || link.source.is_some()), "{chain:?}");
        }
    }
}

fn figures(reading: &Reading) {
    let text = &reading.article.text;
    let mut before = 0;
    for (number, figure) in reading.figures.iter().enumerate() {
        assert_eq!(figure.id.0 as usize, number + 1);
        assert!(figure.span.start >= before, "{figure:?} begins before the one before it");
        before = figure.span.start;
        let stated = [figure.measure.map(|m| m.span), figure.who, figure.place, figure.as_of.map(|when| when.span)];
        spans(text, &[figure.span]);
        spans(text, &stated.into_iter().flatten().collect::<Vec<_>>());
        let part =
            figure.part_of.is_none_or(|of| of != figure.id && (1..=reading.figures.len()).contains(&(of.0 as usize)));
        assert!(part, "{figure:?}");
        let given = figure.attribution.is_none_or(|a| (1..=reading.attributions.len()).contains(&(a.0 as usize)));
        assert!(given, "{figure:?}");
        assert!([figure.value, figure.low, figure.high].into_iter().flatten().all(f64::is_finite), "{figure:?}");
        assert!(!figure.low.zip(figure.high).is_some_and(|(low, high)| low > high), "{figure:?}");
    }
}

fn terms(text: &str, stated: Option<StatedTerms>) {
    if let Some(stated) = stated {
        spans(text, &[stated.span]);
        spans(text, stated.reason.as_slice());
    }
}

/// Each lies in the text, at the edges of characters, and holds something without white space around it.
fn spans(text: &str, spans: &[Span]) {
    for span in spans {
        let words = text.get(span.start..span.end).expect("in the text, at the edges of characters");
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
    }
}
