//! The archive's content as tables, each a list of columns: JSON Lines, CSV and Parquet are written from these.

use sayso_lineage::record::StatementRecord;
use sayso_lineage::series::FigureReport;

use crate::exported::{Cited, Exported, Stated, share};

/// What a column holds. Any value may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Words.
    Text,
    /// A whole number.
    Int,
    /// A number.
    Real,
    /// Yes or no.
    Flag,
    /// Several words.
    Texts,
    /// Several whole numbers, some of which may be missing.
    Ints,
    /// Several spans: start and end in code points.
    Spans,
}

impl Type {
    /// Its name in the documentation.
    pub fn name(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Int => "integer",
            Type::Real => "number",
            Type::Flag => "boolean",
            Type::Texts => "list of texts",
            Type::Ints => "list of integers",
            Type::Spans => "list of spans",
        }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing is known.
    None,
    /// Of [`Type::Text`].
    Text(&'a str),
    /// Of [`Type::Int`].
    Int(i64),
    /// Of [`Type::Real`]; finite.
    Real(f64),
    /// Of [`Type::Flag`].
    Flag(bool),
    /// Of [`Type::Texts`].
    Texts(Vec<&'a str>),
    /// Of [`Type::Ints`].
    Ints(Vec<Option<i64>>),
    /// Of [`Type::Spans`].
    Spans(Vec<[usize; 2]>),
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Type,
    /// What that means.
    pub meaning: &'static str,
    /// Its value in a row of an article.
    pub get: for<'a> fn(&Exported<'a>, usize) -> Value<'a>,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Which rows an article has: places for [`Column::get`].
    pub rows: fn(&Exported<'_>) -> Vec<usize>,
    /// Its columns.
    pub columns: &'static [Column],
}

/// All tables; the articles first.
pub const TABLES: [Table; 5] = [
    Table { name: "articles", rows: |_| vec![0], columns: ARTICLES },
    Table { name: "sources", rows: |e| (0..e.sources.len()).collect(), columns: SOURCES },
    Table { name: "statements", rows: attributions, columns: STATEMENTS },
    Table { name: "figures", rows: |e| (0..e.figures.len()).collect(), columns: FIGURES },
    Table { name: "copies", rows: |e| e.copy.iter().map(|_| 0).collect(), columns: COPIES },
];

type Get = for<'a> fn(&Exported<'a>, usize) -> Value<'a>;

const fn column(name: &'static str, kind: Type, meaning: &'static str, get: Get) -> Column {
    Column { name, kind, meaning, get }
}

const ARTICLES: &[Column] = &[
    column("id", Type::Int, "row in the archive", |e, _| Value::Int(e.article.id)),
    column("key", Type::Text, "what stays when the text changes", |e, _| Value::Text(&e.article.key)),
    column("revision", Type::Int, "1 for the first text with this key", |e, _| Value::Int(e.article.revision)),
    column("url", Type::Text, "address", |e, _| text(e.article.url.as_ref())),
    column("outlet", Type::Text, "who published it", |e, _| text(e.article.outlet.as_ref())),
    column("title", Type::Text, "headline", |e, _| text(e.article.title.as_ref())),
    column("byline", Type::Text, "authors, or the agency that is credited", |e, _| text(e.article.byline.as_ref())),
    column("published", Type::Text, "when, as the article says", |e, _| text(e.article.published.as_ref())),
    column("modified", Type::Text, "when it was changed, as the article says", |e, _| word(e.modified)),
    column("moment", Type::Text, "when it was published, in UTC, or the day alone", |e, _| {
        text(e.article.moment.as_ref())
    }),
    column("day", Type::Text, "day of publication where it was published", |e, _| text(e.article.day.as_ref())),
    column("language", Type::Text, "language of the text", |e, _| word(e.language)),
    column("path", Type::Text, "file that it was read from, and the place in it", |e, _| Value::Text(&e.article.path)),
    column("reader", Type::Text, "version of Sayso that read it", |e, _| word(e.reader)),
    column("text", Type::Text, "all of it; spans point here", |e, _| Value::Text(e.text)),
    column("parts", Type::Texts, "what its paragraphs are: `headline`, `body`", |e, _| {
        Value::Texts(e.parts.iter().map(|part| part.name).collect())
    }),
    column("part_spans", Type::Spans, "where these stand", |e, _| {
        Value::Spans(e.parts.iter().map(|part| part.span).collect())
    }),
];

const SOURCES: &[Column] = &[
    column("id", Type::Int, "row in the archive", |e, i| cited(e, i, |s| Value::Int(s.record.id))),
    column("article", Type::Int, "`id` of its article", |e, _| Value::Int(e.article.id)),
    column("number", Type::Int, "number in the article, from 1", |e, i| {
        cited(e, i, |s| Value::Int(i64::from(s.record.number)))
    }),
    column("type", Type::Text, "`named_person`, `named_organization`, `document`, `anonymous_source`, …", |e, i| {
        cited(e, i, |s| Value::Text(s.record.kind.name()))
    }),
    column("name", Type::Text, "fullest name; none for the unnamed", |e, i| {
        cited(e, i, |s| text(s.record.name.as_ref()))
    }),
    column("description", Type::Text, "the words that stand for it first", |e, i| {
        cited(e, i, |s| Value::Text(&s.record.description))
    }),
    column("titles", Type::Texts, "offices, professions, roles", |e, i| cited(e, i, |s| texts(&s.record.titles))),
    column("affiliations", Type::Texts, "whom it belongs to", |e, i| cited(e, i, |s| texts(&s.record.affiliations))),
    column("justification", Type::Text, "why it can know", |e, i| {
        cited(e, i, |s| text(s.record.justification.as_ref()))
    }),
    column("terms", Type::Text, "on what terms it speaks: `anonymity`, …", |e, i| {
        cited(e, i, |s| word(s.record.terms.map(sayso_reading::Terms::name)))
    }),
    column("terms_reason", Type::Text, "the reason that is given for them", |e, i| {
        cited(e, i, |s| text(s.record.reason.as_ref()))
    }),
    column("mentions", Type::Spans, "every place where it stands as a source", |e, i| {
        cited(e, i, |s| Value::Spans(s.mentions.clone()))
    }),
];

const STATEMENTS: &[Column] = &[
    column("id", Type::Int, "row in the archive", |e, i| said(e, i, |_, r| Value::Int(r.id))),
    column("article", Type::Int, "`id` of its article", |e, _| Value::Int(e.article.id)),
    column("number", Type::Int, "number in the article, from 1", |e, i| {
        said(e, i, |_, r| Value::Int(i64::from(r.number)))
    }),
    column("within", Type::Int, "`id` of the statement that it lies in", |e, i| said(e, i, |s, _| number(s.within))),
    column("source", Type::Int, "`id` of its source", |e, i| {
        said(e, i, |_, r| number(r.source.as_ref().map(|s| s.id)))
    }),
    column("said_by", Type::Text, "the source's name, else its description", |e, i| {
        said(e, i, |s, _| word(s.telling.source()))
    }),
    column("cue", Type::Text, "the words that make the link", |e, i| said(e, i, |_, r| Value::Text(&r.cue))),
    column("content", Type::Text, "the words from the first of the content to its last", |e, i| {
        said(e, i, |s, _| Value::Text(&s.telling.words))
    }),
    column("start", Type::Int, "where `content` begins, in code points of the article's text", |e, i| {
        said(e, i, |s, _| Value::Int(s.telling.span[0] as i64))
    }),
    column("end", Type::Int, "where it ends, exclusive", |e, i| {
        said(e, i, |s, _| Value::Int(s.telling.span[1] as i64))
    }),
    column("pieces", Type::Spans, "the content's pieces; one where it is whole", |e, i| {
        said(e, i, |s, _| Value::Spans(s.content()))
    }),
    column("source_at", Type::Spans, "where the source stands", |e, i| {
        said(e, i, |s, _| Value::Spans(s.source_at.clone()))
    }),
    column("cue_at", Type::Spans, "where the cue stands", |e, i| said(e, i, |s, _| Value::Spans(s.cue_at.clone()))),
    column("kind", Type::Text, "`direct`, `indirect`, `mixed`", |e, i| said(e, i, |_, r| Value::Text(r.kind.name()))),
    column("act", Type::Text, "`says`, `thinks`, `wants`", |e, i| said(e, i, |_, r| Value::Text(r.act.name()))),
    column("negated", Type::Flag, "whether the link is denied", |e, i| said(e, i, |_, r| Value::Flag(r.negated))),
    column("stance", Type::Text, "what it does with another statement: `denies`, …", |e, i| {
        said(e, i, |_, r| word(r.stance.map(sayso_reading::Stance::name)))
    }),
    column("stance_of", Type::Int, "`id` of that statement", |e, i| said(e, i, |s, _| number(s.stance_of))),
    column("rests_on", Type::Int, "of one in a headline: `id` of the one in the body", |e, i| {
        said(e, i, |s, _| number(s.rests_on))
    }),
    column("channel", Type::Text, "by what way it was said: `interview`, …", |e, i| {
        said(e, i, |s, _| word(s.channel))
    }),
    column(
        "chain",
        Type::Ints,
        "`id`s of the sources that it came through, the root last; none for a link without a name",
        |e, i| {
            said(e, i, |_, r| Value::Ints(r.chain.iter().map(|link| link.as_ref().map(|source| source.id)).collect()))
        },
    ),
    column("terms", Type::Text, "on what terms: `anonymity`, …", |e, i| {
        said(e, i, |_, r| word(r.terms.map(sayso_reading::Terms::name)))
    }),
    column("terms_reason", Type::Text, "the reason that is given for them", |e, i| {
        said(e, i, |_, r| text(r.reason.as_ref()))
    }),
    column("said_on", Type::Text, "a day, a month, a year, or `2026-11-01/2026-11-03`", |e, i| {
        said(e, i, |_, r| text(r.said_on.as_ref()))
    }),
    column("sentence", Type::Text, "the sentence or sentences that it stands in", |e, i| {
        said(e, i, |s, _| Value::Text(&s.telling.sentence))
    }),
    column("confidence", Type::Real, "how likely a reader would find it so, 0 to 1", |e, i| {
        said(e, i, |_, r| Value::Real(share(r.confidence)))
    }),
];

const FIGURES: &[Column] = &[
    column("id", Type::Int, "row in the archive", |e, i| given(e, i, |f| Value::Int(f.figure.id))),
    column("article", Type::Int, "`id` of its article", |e, _| Value::Int(e.article.id)),
    column("number", Type::Int, "number in the article, from 1", |e, i| {
        given(e, i, |f| Value::Int(i64::from(f.figure.number)))
    }),
    column("statement", Type::Int, "`id` of the innermost statement that has it", |e, i| {
        given(e, i, |f| number(f.statement.as_ref().map(|statement| statement.id)))
    }),
    column("words", Type::Text, "as they stand", |e, i| given(e, i, |f| Value::Text(&f.figure.words))),
    column("start", Type::Int, "where `words` begin, in code points of the article's text", |e, i| {
        given(e, i, |f| Value::Int(f.figure.span[0] as i64))
    }),
    column("end", Type::Int, "where they end, exclusive", |e, i| given(e, i, |f| Value::Int(f.figure.span[1] as i64))),
    column("value", Type::Real, "the number; none for “dozens” and for a range", |e, i| {
        given(e, i, |f| real(f.figure.value))
    }),
    column("low", Type::Real, "the least that it can be", |e, i| given(e, i, |f| real(f.figure.low))),
    column("high", Type::Real, "the most that it can be", |e, i| given(e, i, |f| real(f.figure.high))),
    column("bound", Type::Text, "`exactly`, `at_least`, `about`, …", |e, i| {
        given(e, i, |f| Value::Text(f.figure.bound.name()))
    }),
    column("unit", Type::Text, "what is counted", |e, i| given(e, i, |f| Value::Text(&f.figure.unit))),
    column("measure", Type::Text, "what befell those counted", |e, i| given(e, i, |f| text(f.figure.measure.as_ref()))),
    column("who", Type::Text, "who is counted, more closely", |e, i| given(e, i, |f| text(f.figure.who.as_ref()))),
    column("place", Type::Text, "where, as the sentence says", |e, i| given(e, i, |f| text(f.figure.place.as_ref()))),
    column("as_of", Type::Text, "as of when, as the sentence says", |e, i| {
        given(e, i, |f| text(f.figure.as_of.as_ref()))
    }),
    column("sentence", Type::Text, "the sentence that it stands in", |e, i| given(e, i, |f| Value::Text(&f.sentence))),
];

const COPIES: &[Column] = &[
    column("article", Type::Int, "`id` of the copy", |e, _| Value::Int(e.article.id)),
    column("of", Type::Int, "`id` of the first such article in this archive", |e, _| {
        number(e.copy.map(|copy| copy.of.id))
    }),
    column("likeness", Type::Real, "share of word triples that both have, 0 to 1", |e, _| {
        real(e.copy.map(|copy| share(copy.likeness)))
    }),
];

fn attributions(exported: &Exported<'_>) -> Vec<usize> {
    (0..exported.statements.len()).filter(|i| exported.statements[*i].record().is_some()).collect()
}

fn cited<'a>(exported: &Exported<'a>, row: usize, get: impl Fn(&'a Cited) -> Value<'a>) -> Value<'a> {
    exported.sources.get(row).map_or(Value::None, get)
}

fn said<'a>(
    exported: &Exported<'a>,
    row: usize,
    get: impl Fn(&'a Stated, &'a StatementRecord) -> Value<'a>,
) -> Value<'a> {
    exported.statements.get(row).and_then(|stated| Some(get(stated, stated.record()?))).unwrap_or(Value::None)
}

fn given<'a>(exported: &Exported<'a>, row: usize, get: impl Fn(&'a FigureReport) -> Value<'a>) -> Value<'a> {
    exported.figures.get(row).map_or(Value::None, get)
}

fn text(given: Option<&String>) -> Value<'_> {
    word(given.map(String::as_str))
}

fn word(given: Option<&str>) -> Value<'_> {
    given.map_or(Value::None, Value::Text)
}

fn texts(given: &[String]) -> Value<'_> {
    Value::Texts(given.iter().map(String::as_str).collect())
}

fn number<'a>(given: Option<i64>) -> Value<'a> {
    given.map_or(Value::None, Value::Int)
}

fn real<'a>(given: Option<f64>) -> Value<'a> {
    given.filter(|number| number.is_finite()).map_or(Value::None, Value::Real)
}
