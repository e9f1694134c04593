//! A reading as JSON → what is compared with gold of our own.
//!
//! The reader's own readings take this way too, so that `eval` scores exactly what `read` writes.

use std::collections::HashMap;

use sayso_eval::Attribution;
use sayso_eval::sourcing::{Figure, Link, Source, Sourcing, Statement, Unanswered, without_relative_clause};
use sayso_text::{CodePoints, Span};
use serde::Deserialize;

/// A reading, in code points. What is left out counts as not found.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ReadingJson {
    pub(super) document: DocumentJson,
    attributions: Vec<AttributionJson>,
    #[serde(default)]
    sources: Vec<SourceJson>,
    #[serde(default)]
    chains: Vec<ChainJson>,
    #[serde(default)]
    figures: Vec<FigureJson>,
    #[serde(default)]
    unanswered: Vec<UnansweredJson>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct DocumentJson {
    pub(super) path: String,
}

#[derive(Debug, Deserialize)]
struct AttributionJson {
    id: String,
    within: Option<String>,
    source: Option<SourceSpansJson>,
    cue: Option<SpansJson>,
    content: SpansJson,
    act: Option<String>,
    #[serde(default)]
    negated: bool,
    stance: Option<StanceJson>,
    channel: Option<ChannelJson>,
    when: Option<DaysJson>,
    terms: Option<TermsJson>,
}

#[derive(Debug, Deserialize)]
struct SourceSpansJson {
    id: Option<String>,
    spans: Vec<[usize; 2]>,
}

#[derive(Debug, Deserialize)]
struct SpansJson {
    spans: Vec<[usize; 2]>,
}

#[derive(Debug, Deserialize)]
struct StanceJson {
    stance: String,
    of: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ChannelJson {
    channel: String,
}

#[derive(Debug, Deserialize)]
struct DaysJson {
    date: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Deserialize)]
struct TermsJson {
    terms: String,
    reason: Option<ValueJson>,
}

/// A value with its evidence, which does not matter here.
#[derive(Debug, Deserialize)]
struct ValueJson {
    value: String,
}

#[derive(Debug, Deserialize)]
struct SourceJson {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    name: Option<ValueJson>,
    #[serde(default)]
    titles: Vec<ValueJson>,
    #[serde(default)]
    affiliations: Vec<ValueJson>,
    justification: Option<ValueJson>,
    #[serde(default)]
    mentions: Vec<[usize; 2]>,
}

#[derive(Debug, Deserialize)]
struct ChainJson {
    links: Vec<LinkJson>,
}

#[derive(Debug, Deserialize)]
struct LinkJson {
    source: Option<String>,
    attribution: Option<String>,
    span: Option<[usize; 2]>,
}

#[derive(Debug, Deserialize)]
struct FigureJson {
    id: String,
    span: [usize; 2],
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: String,
    unit: String,
    measure: Option<ValueJson>,
    who: Option<ValueJson>,
    place: Option<ValueJson>,
    as_of: Option<DaysJson>,
    part_of: Option<String>,
    attribution: Option<String>,
}

#[derive(Debug, Deserialize)]
struct UnansweredJson {
    who: ValueJson,
    terms: String,
}

/// Things by their ids.
type Ids<'r> = HashMap<&'r str, usize>;

fn ids<'r>(ids: impl Iterator<Item = &'r String>) -> Ids<'r> {
    ids.enumerate().map(|(place, id)| (id.as_str(), place)).collect()
}

fn place(ids: &Ids<'_>, id: Option<&String>) -> Option<usize> {
    ids.get(id?.as_str()).copied()
}

/// Code points of one text to its bytes.
struct Offsets<'t> {
    text: &'t str,
    map: CodePoints<'t>,
}

impl Offsets<'_> {
    fn span(&self, [start, end]: [usize; 2]) -> Span {
        Span::new(self.map.byte(start), self.map.byte(end.max(start)))
    }

    fn spans(&self, spans: &[[usize; 2]]) -> Vec<Span> {
        spans.iter().map(|span| self.span(*span)).collect()
    }

    /// The words of a source, without a relative clause.
    fn sources(&self, spans: &[[usize; 2]]) -> Vec<Span> {
        self.spans(spans).into_iter().map(|span| without_relative_clause(self.text, span)).collect()
    }

    fn words(&self, span: Option<[usize; 2]>) -> String {
        span.map_or_else(String::new, |span| self.span(span).of(self.text).to_owned())
    }
}

impl ReadingJson {
    /// What it says, in bytes of `text`.
    pub(super) fn sourcing(&self, text: &str) -> Sourcing {
        let offsets = Offsets { text, map: CodePoints::of(text) };
        let attribution_ids = ids(self.attributions.iter().map(|a| &a.id));
        let source_ids = ids(self.sources.iter().map(|s| &s.id));
        let figure_ids = ids(self.figures.iter().map(|f| &f.id));
        let mut attributions: Vec<Statement> =
            self.attributions.iter().map(|a| a.statement(&offsets, &attribution_ids, &source_ids)).collect();
        for chain in &self.chains {
            chain.spread(&offsets, &attribution_ids, &source_ids, &mut attributions);
        }
        Sourcing {
            attributions,
            sources: self.sources.iter().map(|s| s.source(&offsets)).collect(),
            figures: self.figures.iter().map(|f| f.figure(&offsets, &figure_ids, &attribution_ids)).collect(),
            unanswered: self
                .unanswered
                .iter()
                .map(|u| Unanswered { who: u.who.value.clone(), terms: u.terms.clone() })
                .collect(),
        }
    }
}

impl AttributionJson {
    fn statement(&self, offsets: &Offsets<'_>, attributions: &Ids<'_>, sources: &Ids<'_>) -> Statement {
        Statement {
            spans: Attribution {
                source: self.source.as_ref().map_or_else(Vec::new, |source| offsets.sources(&source.spans)),
                cue: self.cue.as_ref().map_or_else(Vec::new, |cue| offsets.spans(&cue.spans)),
                content: offsets.spans(&self.content.spans),
                confidence: 1.0,
            },
            within: place(attributions, self.within.as_ref()),
            source: place(sources, self.source.as_ref().and_then(|source| source.id.as_ref())),
            chain: Vec::new(),
            act: self.act.clone().unwrap_or_else(|| "says".to_owned()),
            negated: self.negated,
            stance: self.stance.as_ref().map(|stance| stance.stance.clone()),
            stance_of: place(attributions, self.stance.as_ref().and_then(|stance| stance.of.as_ref())),
            channel: self.channel.as_ref().map(|channel| channel.channel.clone()),
            when: self.when.as_ref().map(DaysJson::days),
            terms: self.terms.as_ref().map(|terms| terms.terms.clone()),
            reason: self.terms.as_ref().and_then(|terms| terms.reason.as_ref()).map(|reason| reason.value.clone()),
        }
    }
}

impl DaysJson {
    fn days(&self) -> String {
        let range = [&self.from, &self.to].map(|day| day.clone().unwrap_or_default()).join("/");
        self.date.clone().unwrap_or(range)
    }
}

impl ChainJson {
    /// Gives each attribution of the chain the links up to its own, the article left out.
    fn spread(&self, offsets: &Offsets<'_>, attributions: &Ids<'_>, sources: &Ids<'_>, out: &mut [Statement]) {
        let mut links = Vec::new();
        for link in self.links.iter().skip_while(|link| link.attribution.is_none() && link.span.is_none()) {
            links.push(Link { source: place(sources, link.source.as_ref()), words: offsets.words(link.span) });
            if let Some(attribution) = place(attributions, link.attribution.as_ref()) {
                out[attribution].chain.clone_from(&links);
            }
        }
    }
}

impl SourceJson {
    fn source(&self, offsets: &Offsets<'_>) -> Source {
        let values = |values: &[ValueJson]| values.iter().map(|v| v.value.clone()).collect();
        Source {
            kind: self.kind.clone(),
            name: self.name.as_ref().map(|name| name.value.clone()),
            titles: values(&self.titles),
            affiliations: values(&self.affiliations),
            justification: self.justification.as_ref().map(|why| why.value.clone()),
            mentions: offsets.spans(&self.mentions),
        }
    }
}

impl FigureJson {
    fn figure(&self, offsets: &Offsets<'_>, figures: &Ids<'_>, attributions: &Ids<'_>) -> Figure {
        let value = |value: &Option<ValueJson>| value.as_ref().map(|v| v.value.clone());
        Figure {
            span: offsets.span(self.span),
            value: self.value,
            low: self.low,
            high: self.high,
            bound: self.bound.clone(),
            unit: self.unit.clone(),
            measure: value(&self.measure),
            who: value(&self.who),
            place: value(&self.place),
            as_of: self.as_of.as_ref().map(DaysJson::days),
            part_of: place(figures, self.part_of.as_ref()),
            attribution: place(attributions, self.attribution.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ås reported that Ina Brandt told it 12 boats sank.";

    #[test]
    fn ids_become_places_and_code_points_bytes() {
        let reading: ReadingJson = serde_json::from_str(
            r#"{"document": {"path": "a.txt"}, "notes": [], "attributions": [
                {"id": "a1", "source": {"id": "s1", "spans": [[0, 2]]}, "cue": {"spans": [[3, 11]]}, "content": {"spans": [[12, 49]]},
                 "act": "says", "when": {"from": "2025-03-01", "to": "2025-03-07", "text": "", "span": [0, 1]}},
                {"id": "a2", "within": "a1", "source": {"id": "s2", "spans": [[17, 27]]}, "content": {"spans": [[36, 999]]}, "rests_on": null}],
                "sources": [{"id": "s1", "type": "named_organization", "mentions": [[0, 2]]},
                            {"id": "s2", "type": "named_person", "name": {"value": "Ina Brandt", "span": [17, 27]}}],
                "chains": [{"attribution": "a2", "depth": 2, "links": [{"source": null, "attribution": null, "span": null},
                    {"source": "s1", "attribution": "a1", "span": [0, 2]}, {"source": "s2", "attribution": "a2", "span": [17, 27]}]}],
                "figures": [{"id": "f1", "span": [36, 44], "value": 12, "bound": "exactly", "unit": "boats", "attribution": "a2"}],
                "unanswered": [{"who": {"value": "the board"}, "terms": "did_not_respond", "span": [0, 1]}]}"#,
        )
        .unwrap();
        let found = reading.sourcing(TEXT);
        let words = |spans: &[Span]| spans.iter().map(|s| s.of(TEXT)).collect::<Vec<_>>().join("|");
        let chain = |a: usize| found.attributions[a].chain.iter().map(|l| (l.source, &*l.words)).collect::<Vec<_>>();
        assert_eq!(words(&found.attributions[0].spans.source), "Ås");
        assert_eq!(words(&found.attributions[1].spans.content), "12 boats sank.");
        assert_eq!(found.attributions[1].within, Some(0));
        assert_eq!(found.attributions[0].when.as_deref(), Some("2025-03-01/2025-03-07"));
        assert_eq!(chain(0), [(Some(0), "Ås")]);
        assert_eq!(chain(1), [(Some(0), "Ås"), (Some(1), "Ina Brandt")]);
        assert_eq!(found.sources[1].name.as_deref(), Some("Ina Brandt"));
        assert_eq!((words(&[found.figures[0].span]).as_str(), found.figures[0].attribution), ("12 boats", Some(1)));
        assert_eq!(found.unanswered[0].who, "the board");
    }
}
