//! The JSON of a reading: the shape that `docs/schema/reading-1.json` describes and `docs/reading.md` explains.
//!
//! The structs below are that shape; `serde_json` writes them. A document can be written in pieces, so that whoever reads
//! a million articles never holds two readings: [`json_begin`], then [`json_item`]s with [`json_between`] between them,
//! then [`json_end`].

use std::io;

use sayso_reading::dates::Days;
use sayso_reading::terms::StatedTerms;
use sayso_reading::{Attribution, Chain, Figure, Link, Reading, Source, Unanswered, When};
use sayso_text::{CodePoints, Note, Span};
use serde::Serialize;
use serde_json::ser::Formatter;

/// Name and version of the shape; a field may be added under the same version, never renamed or removed.
const SCHEMA: &str = "sayso/reading/1";

/// One document with all readings, indented.
pub fn json(readings: &[Reading]) -> String {
    let items: Vec<String> = readings.iter().map(json_item).collect();
    [json_begin(), items.join(json_between()), json_end().to_owned()].concat()
}

/// What a document opens with.
pub fn json_begin() -> String {
    format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"readings\": [\n")
}

/// One reading of a document, indented to its place, without what separates it from the next.
pub fn json_item(reading: &Reading) -> String {
    let mut out = vec![b' '; 4];
    let mut writer = serde_json::Serializer::with_formatter(&mut out, Indent { depth: 2, filled: false });
    ReadingJson::of(reading).serialize(&mut writer).expect("strings and numbers always serialize");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// What stands between two readings of a document.
pub fn json_between() -> &'static str {
    ",\n"
}

/// What a document closes with.
pub fn json_end() -> &'static str {
    "\n  ]\n}\n"
}

/// One reading in one line, without a line end: a line of `jsonl`.
pub fn json_line(reading: &Reading) -> String {
    serde_json::to_string(&ReadingJson::of(reading)).expect("strings and numbers always serialize")
}

/// A confidence as every view gives it: three decimals, between 0 and 1.
pub fn rounded(confidence: f32) -> f64 {
    if confidence.is_nan() { 0.0 } else { (f64::from(confidence).clamp(0.0, 1.0) * 1000.0).round() / 1000.0 }
}

/// A confidence for a person: `93 %`, and a word where the attribution is more likely wrong than right.
pub(crate) fn sureness(attribution: &Attribution) -> String {
    let confidence = rounded(attribution.confidence);
    let word = if confidence < 0.5 { ", unsure" } else { "" };
    format!("{}\u{A0}%{word}", (confidence * 100.0).round())
}

#[derive(Serialize)]
struct ReadingJson<'r> {
    document: DocumentJson<'r>,
    attributions: Vec<AttributionJson>,
    sources: Vec<SourceJson>,
    chains: Vec<ChainJson>,
    figures: Vec<FigureJson>,
    unanswered: Vec<UnansweredJson>,
    notes: Vec<NoteJson<'r>>,
}

#[derive(Serialize)]
struct DocumentJson<'r> {
    path: Option<&'r str>,
    id: Option<&'r str>,
    url: Option<&'r str>,
    title: Option<&'r str>,
    deck: Option<&'r str>,
    byline: &'r [String],
    outlet: Option<&'r str>,
    published: Option<&'r str>,
    modified: Option<&'r str>,
    language: Option<&'r str>,
    text: &'r str,
    parts: Vec<PartJson>,
}

#[derive(Serialize)]
struct PartJson {
    part: &'static str,
    span: [usize; 2],
}

#[derive(Serialize)]
struct AttributionJson {
    id: String,
    within: Option<String>,
    source: Option<SourceSpansJson>,
    cue: Option<SpansJson>,
    content: SpansJson,
    kind: &'static str,
    confidence: f64,
    act: &'static str,
    negated: bool,
    stance: Option<StanceJson>,
    channel: Option<ChannelJson>,
    rests_on: Option<String>,
    when: Option<WhenJson>,
    terms: Option<TermsJson>,
}

/// The words of a source and who that is.
#[derive(Serialize)]
struct SourceSpansJson {
    id: Option<String>,
    spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct StanceJson {
    stance: &'static str,
    span: [usize; 2],
    of: Option<String>,
}

#[derive(Serialize)]
struct ChannelJson {
    channel: &'static str,
    span: [usize; 2],
}

#[derive(Serialize)]
struct SourceJson {
    id: String,
    name: Option<EvidentJson>,
    #[serde(rename = "type")]
    kind: &'static str,
    titles: Vec<EvidentJson>,
    affiliations: Vec<EvidentJson>,
    aliases: Vec<EvidentJson>,
    mentions: Vec<[usize; 2]>,
    terms: Option<TermsJson>,
    justification: Option<EvidentJson>,
}

#[derive(Serialize)]
struct ChainJson {
    attribution: String,
    links: Vec<LinkJson>,
    root: Option<String>,
    depth: usize,
}

#[derive(Serialize)]
struct LinkJson {
    source: Option<String>,
    attribution: Option<String>,
    span: Option<[usize; 2]>,
}

#[derive(Serialize)]
struct TermsJson {
    terms: &'static str,
    span: [usize; 2],
    reason: Option<EvidentJson>,
}

#[derive(Serialize)]
struct UnansweredJson {
    who: EvidentJson,
    terms: &'static str,
    span: [usize; 2],
}

/// One date, or the first and the last of some days.
#[derive(Serialize)]
struct WhenJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    text: String,
    span: [usize; 2],
}

#[derive(Serialize)]
struct FigureJson {
    id: String,
    span: [usize; 2],
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: &'static str,
    unit: String,
    measure: Option<EvidentJson>,
    who: Option<EvidentJson>,
    place: Option<EvidentJson>,
    as_of: Option<WhenJson>,
    part_of: Option<String>,
    attribution: Option<String>,
}

/// A value and the words that show why.
#[derive(Serialize)]
struct EvidentJson {
    value: String,
    span: [usize; 2],
}

#[derive(Serialize)]
struct SpansJson {
    spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct NoteJson<'r> {
    code: &'static str,
    message: &'r str,
    span: Option<[usize; 2]>,
}

impl<'r> ReadingJson<'r> {
    fn of(reading: &'r Reading) -> Self {
        let article = &reading.article;
        let map = CodePoints::of(&article.text);
        Self {
            document: DocumentJson {
                path: article.path.as_deref(),
                id: article.id.as_deref(),
                url: article.url.as_deref(),
                title: article.title.as_deref(),
                deck: article.deck.as_deref(),
                byline: &article.byline,
                outlet: article.outlet.as_deref(),
                published: article.published.as_deref(),
                modified: article.modified.as_deref(),
                language: article.language.as_deref(),
                text: &article.text,
                parts: article.parts.iter().map(|p| PartJson { part: p.part.name(), span: map.span(p.span) }).collect(),
            },
            attributions: reading.attributions.iter().map(|a| AttributionJson::of(a, &article.text, &map)).collect(),
            sources: reading.sources.iter().map(|s| SourceJson::of(s, &article.text, &map)).collect(),
            chains: reading.chains.iter().map(|c| ChainJson::of(c, &map)).collect(),
            figures: reading.figures.iter().map(|f| FigureJson::of(f, &article.text, &map)).collect(),
            unanswered: reading.unanswered.iter().map(|u| UnansweredJson::of(u, &article.text, &map)).collect(),
            notes: reading.notes.iter().map(|n| NoteJson::of(n, &map)).collect(),
        }
    }
}

impl AttributionJson {
    fn of(attribution: &Attribution, text: &str, map: &CodePoints) -> Self {
        let some = |spans: &[Span]| (!spans.is_empty()).then(|| SpansJson::of(spans, map));
        Self {
            id: attribution.id.to_string(),
            within: attribution.within.map(|id| id.to_string()),
            source: some(&attribution.source).map(|SpansJson { spans }| SourceSpansJson {
                id: attribution.source_id.map(|id| id.to_string()),
                spans,
            }),
            cue: some(&attribution.cue),
            content: SpansJson::of(&attribution.content, map),
            kind: attribution.kind.name(),
            confidence: rounded(attribution.confidence),
            act: attribution.act.name(),
            negated: attribution.negated,
            stance: attribution.stance.map(|s| StanceJson {
                stance: s.stance.name(),
                span: map.span(s.span),
                of: s.of.map(|id| id.to_string()),
            }),
            channel: attribution.channel.map(|c| ChannelJson { channel: c.channel.name(), span: map.span(c.span) }),
            rests_on: attribution.rests_on.map(|id| id.to_string()),
            when: attribution.when.map(|when| WhenJson::of(when, text, map)),
            terms: attribution.terms.map(|stated| TermsJson::of(stated, text, map)),
        }
    }
}

impl TermsJson {
    fn of(stated: StatedTerms, text: &str, map: &CodePoints) -> Self {
        Self {
            terms: stated.terms.name(),
            span: map.span(stated.span),
            reason: stated.reason.map(|reason| EvidentJson::of(reason, text, map)),
        }
    }
}

impl SourceJson {
    fn of(source: &Source, text: &str, map: &CodePoints) -> Self {
        let each = |spans: &[Span]| spans.iter().map(|span| EvidentJson::of(*span, text, map)).collect();
        Self {
            id: source.id.to_string(),
            name: source.name.map(|span| EvidentJson::of(span, text, map)),
            kind: source.kind.name(),
            titles: each(&source.titles),
            affiliations: each(&source.affiliations),
            aliases: each(&source.aliases),
            mentions: source.mentions.iter().map(|span| map.span(*span)).collect(),
            terms: source.terms.map(|stated| TermsJson::of(stated, text, map)),
            justification: source.justification.map(|span| EvidentJson::of(span, text, map)),
        }
    }
}

impl ChainJson {
    fn of(chain: &Chain, map: &CodePoints) -> Self {
        let link = |link: &Link| LinkJson {
            source: link.source.map(|id| id.to_string()),
            attribution: link.attribution.map(|id| id.to_string()),
            span: link.span.map(|span| map.span(span)),
        };
        Self {
            attribution: chain.attribution.to_string(),
            links: chain.links.iter().map(link).collect(),
            root: chain.root().map(|id| id.to_string()),
            depth: chain.depth(),
        }
    }
}

impl WhenJson {
    fn of(when: When, text: &str, map: &CodePoints) -> Self {
        let (date, from, to) = match when.days {
            Days::Range(from, to) => (None, Some(from.to_string()), Some(to.to_string())),
            days => (Some(days.to_string()), None, None),
        };
        Self { date, from, to, text: when.span.of(text).to_owned(), span: map.span(when.span) }
    }
}

impl EvidentJson {
    /// Words that are their own value.
    fn of(span: Span, text: &str, map: &CodePoints) -> Self {
        Self { value: span.of(text).to_owned(), span: map.span(span) }
    }
}

impl UnansweredJson {
    fn of(unanswered: &Unanswered, text: &str, map: &CodePoints) -> Self {
        let Unanswered { who, stated } = unanswered;
        Self { who: EvidentJson::of(*who, text, map), terms: stated.terms.name(), span: map.span(stated.span) }
    }
}

impl FigureJson {
    fn of(figure: &Figure, text: &str, map: &CodePoints) -> Self {
        let words = |span: Option<Span>| span.map(|span| EvidentJson::of(span, text, map));
        Self {
            id: figure.id.to_string(),
            span: map.span(figure.span),
            value: figure.value,
            low: figure.low,
            high: figure.high,
            bound: figure.bound.name(),
            unit: figure.unit.clone(),
            measure: figure
                .measure
                .map(|measure| EvidentJson { value: measure.value.to_owned(), span: map.span(measure.span) }),
            who: words(figure.who),
            place: words(figure.place),
            as_of: figure.as_of.map(|when| WhenJson::of(when, text, map)),
            part_of: figure.part_of.map(|id| id.to_string()),
            attribution: figure.attribution.map(|id| id.to_string()),
        }
    }
}

impl SpansJson {
    fn of(spans: &[Span], map: &CodePoints) -> Self {
        Self { spans: spans.iter().map(|s| map.span(*s)).collect() }
    }
}

impl<'r> NoteJson<'r> {
    fn of(note: &'r Note, map: &CodePoints) -> Self {
        Self { code: note.code, message: &note.message, span: note.span.map(|s| map.span(s)) }
    }
}

/// Indents so that a person can read a document and a line tool can compare two: one field of a document a line, one
/// attribution, part or note a line.
struct Indent {
    /// Open objects and arrays, the document's own two included.
    depth: usize,
    /// Whether the innermost has an element.
    filled: bool,
}

/// Objects deeper than this stand in one line.
const OBJECTS: usize = 4;
/// Arrays deeper than this stand in one line.
const ARRAYS: usize = 5;

impl Indent {
    fn open<W: ?Sized + io::Write>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(mark)
    }

    fn next<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool, broken: bool) -> io::Result<()> {
        match (first, broken) {
            (true, true) => line(out, self.depth),
            (false, true) => out.write_all(b",").and_then(|()| line(out, self.depth)),
            (true, false) => Ok(()),
            (false, false) => out.write_all(b", "),
        }
    }

    fn close<W: ?Sized + io::Write>(&mut self, out: &mut W, mark: &[u8], broken: bool) -> io::Result<()> {
        self.depth -= 1;
        if self.filled && broken {
            line(out, self.depth)?;
        }
        self.filled = true;
        out.write_all(mark)
    }
}

fn line<W: ?Sized + io::Write>(out: &mut W, depth: usize) -> io::Result<()> {
    write!(out, "\n{:1$}", "", depth * 2)
}

impl Formatter for Indent {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first, self.depth <= ARRAYS)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]", self.depth <= ARRAYS)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first, self.depth <= OBJECTS)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}", self.depth <= OBJECTS)
    }
}
