//! Articles out: each with all that was read in it, as the records that the lineage of statements is made of.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row};
use sayso_lineage::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::series::FigureReport;
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, SourceType, Stance, Terms};
use sayso_text::sentences::sentences;
use sayso_text::{CodePoints, Span};
use serde::de::DeserializeOwned;

use crate::add::EACH;
use crate::rows::{Run, paragraphs};
use crate::{Archive, ArchiveError};

/// An article with all that was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clipping {
    /// The article.
    pub article: Arc<ArticleRecord>,
    /// Its text; every place of what was read is in it.
    pub text: String,
    /// Its paragraphs and what they are.
    pub parts: Vec<PartRecord>,
    /// Its language, ISO 639-1.
    pub language: Option<String>,
    /// Its sources, by number.
    pub sources: Vec<Arc<SourceRecord>>,
    /// Its statements, by number.
    pub statements: Vec<Telling>,
    /// For each statement the place in `statements` of the one in whose content it lies.
    pub within: Vec<Option<usize>>,
    /// Its figures, by number.
    pub figures: Vec<FigureReport>,
    /// The sentences of what is told: headline, deck, body; in bytes of the text.
    sentences: Vec<Span>,
}

/// A paragraph of an article, in code points of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRecord {
    /// What it is: `headline`, `body` and so on.
    pub part: String,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Bytes of evidence: what goes on for longer is cut.
const LONGEST_EVIDENCE: usize = 1200;

impl Archive {
    /// An article with all that was read in it.
    pub fn clipping(&self, article: i64) -> Result<Option<Clipping>, ArchiveError> {
        let mut find =
            self.db.prepare_cached(&format!("{ARTICLE}, text, parts, language FROM {FROM} WHERE a.id = ?"))?;
        let found = find.query_row([article], |row| {
            let record = article_record(row)?;
            Ok((record, row.get::<_, String>(12)?, row.get::<_, String>(13)?, row.get::<_, Option<String>>(14)?))
        });
        let Some((record, text, parts, language)) = found.optional()? else { return Ok(None) };
        let parts = parts_of(&text, json(&parts)?);
        let sentences = told_in(&text, &parts);
        let mut clipping = Clipping {
            article: Arc::new(record),
            text,
            parts,
            language,
            sources: self.sources_of(article)?,
            statements: Vec::new(),
            within: Vec::new(),
            figures: Vec::new(),
            sentences,
        };
        self.fill(&mut clipping)?;
        Ok(Some(clipping))
    }

    /// An article's text alone.
    pub(crate) fn text(&self, article: i64) -> Result<Option<String>, ArchiveError> {
        let mut find = self.db.prepare_cached("SELECT text FROM article WHERE id = ?")?;
        Ok(find.query_row([article], |row| row.get(0)).optional()?)
    }

    /// An article as the archive knows it, without its text.
    pub fn article(&self, article: i64) -> Result<Option<ArticleRecord>, ArchiveError> {
        let mut find = self.db.prepare_cached(&format!("{ARTICLE} FROM {FROM} WHERE a.id = ?"))?;
        Ok(find.query_row([article], article_record).optional()?)
    }

    fn sources_of(&self, article: i64) -> Result<Vec<Arc<SourceRecord>>, ArchiveError> {
        let mut select = self.db.prepare_cached(
            "SELECT id, type, name, coalesce(description, name), titles, affiliations, justification, terms, terms_reason \
             FROM source WHERE id BETWEEN ? AND ? ORDER BY id",
        )?;
        let rows = select.query_map(rows_of(article), |row| {
            Ok(Arc::new(SourceRecord {
                id: row.get(0)?,
                number: number(row)?,
                kind: named(row, 1, SourceType::named)?,
                name: row.get(2)?,
                description: row.get(3)?,
                titles: json_at(row, 4)?,
                affiliations: json_at(row, 5)?,
                justification: row.get(6)?,
                terms: maybe_named(row, 7, Terms::named)?,
                reason: row.get(8)?,
            }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds statements and figures.
    fn fill(&self, clipping: &mut Clipping) -> Result<(), ArchiveError> {
        let Clipping { article, text, sentences, sources, .. } = clipping;
        let page = Page::of(text, sentences);
        let mut figures: Vec<(Arc<FigureRecord>, Option<i64>)> = Vec::new();
        let mut select = self.db.prepare_cached(
            "SELECT id, start, stop, value, low, high, bound, unit, measure, who, place, as_of, statement, part_of \
             FROM figure WHERE id BETWEEN ? AND ? ORDER BY id",
        )?;
        let rows = select.query_map(rows_of(article.id), |row| {
            let span = [row.get(1)?, row.get(2)?];
            let figure = FigureRecord {
                id: row.get(0)?,
                number: number(row)?,
                span,
                words: page.words(span),
                value: row.get(3)?,
                low: row.get(4)?,
                high: row.get(5)?,
                bound: named(row, 6, Bound::named)?,
                unit: row.get(7)?,
                measure: row.get(8)?,
                who: row.get(9)?,
                place: row.get(10)?,
                as_of: row.get(11)?,
                part_of: row.get(13)?,
            };
            Ok((Arc::new(figure), row.get(12)?))
        })?;
        for row in rows {
            figures.push(row?);
        }
        let mut select = self.db.prepare_cached(
            "SELECT id, holds, kind, act, negated, stance, source, start, stop, source_at, cue_at, terms, terms_reason, said_on, \
             chain, confidence, within FROM statement WHERE id BETWEEN ? AND ? ORDER BY id",
        )?;
        let by_row: HashMap<i64, &Arc<SourceRecord>> = sources.iter().map(|source| (source.id, source)).collect();
        let mut outer: Vec<Option<i64>> = Vec::new();
        let mut statements: Vec<Telling> = Vec::new();
        let mut rows = select.query(rows_of(article.id))?;
        while let Some(row) = rows.next()? {
            let source: Option<i64> = row.get(6)?;
            let source = source.and_then(|source| by_row.get(&source).copied()).cloned();
            let (source_at, cue_at) = (spans_at(row, 9)?, spans_at(row, 10)?);
            let numbered = |number: u32| sources.iter().find(|source| source.number == number).cloned();
            let chain: Vec<Option<Arc<SourceRecord>>> = match row.get::<_, Option<String>>(14)? {
                // The first is the article itself.
                Some(chain) => {
                    let links: Vec<Option<u32>> = json(&chain)?;
                    links.into_iter().skip(1).map(|link| link.and_then(numbered)).collect()
                }
                None if row.get(1)? => Vec::new(),
                None => vec![source.clone()],
            };
            let terms: Option<Terms> = maybe_named(row, 11, Terms::named)?;
            let own = source.as_deref().and_then(|source| source.terms.map(|terms| (terms, source.reason.clone())));
            let span: [usize; 2] = [row.get(7)?, row.get(8)?];
            let statement = StatementRecord {
                id: row.get(0)?,
                number: number(row)?,
                kind: named(row, 2, Kind::named)?,
                act: named(row, 3, Act::named)?,
                negated: row.get(4)?,
                stance: maybe_named(row, 5, Stance::named)?,
                cue: cue_at.iter().map(|at| page.words(*at)).collect::<Vec<_>>().join(" … "),
                terms: terms.or(own.as_ref().map(|own| own.0)),
                reason: row.get::<_, Option<String>>(12)?.or(own.and_then(|own| own.1)),
                source,
                chain,
                said_on: row.get(13)?,
                confidence: row.get::<_, f64>(15)? / 1000.0,
            };
            let held = held_in(&figures, span, |(figure, ..)| figure.span);
            statements.push(Telling {
                article: Arc::clone(article),
                span,
                words: page.words(span),
                interposed: page.interposed(span, source_at.iter().chain(&cue_at).copied()),
                sentence: page.evidence(source_at.iter().chain(&cue_at).chain([&span]).copied()),
                figures: held.map(|(figure, ..)| Arc::clone(figure)).collect(),
                statement: Some(statement),
            });
            outer.push(row.get(16)?);
        }
        let place: HashMap<i64, usize> = statements
            .iter()
            .enumerate()
            .filter_map(|(at, telling)| Some((telling.statement.as_ref()?.id, at)))
            .collect();
        let reports = figures.iter().map(|(figure, statement)| FigureReport {
            article: Arc::clone(article),
            figure: Arc::clone(figure),
            statement: statement.and_then(|id| place.get(&id)).and_then(|at| statements[*at].statement.clone()),
            sentence: page.evidence([figure.span].into_iter()),
        });
        let reports = reports.collect();
        let within = outer.into_iter().map(|id| id.and_then(|id| place.get(&id).copied())).collect();
        clipping.figures = reports;
        clipping.within = within;
        clipping.statements = statements;
        Ok(())
    }
}

impl Clipping {
    /// The sentences that no statement's content touches: what the writer says.
    pub fn voice(&self) -> Vec<Telling> {
        let page = Page::of(&self.text, &self.sentences);
        // By their beginnings, each with the last end of those up to it.
        let mut contents: Vec<[usize; 2]> = self.statements.iter().map(|telling| telling.span).collect();
        contents.sort_unstable();
        let mut last = 0;
        for content in &mut contents {
            last = last.max(content[1]);
            content[1] = last;
        }
        let touches = |span: [usize; 2]| {
            let before = contents.partition_point(|content| content[0] < span[1]);
            contents[..before].last().is_some_and(|content| span[0] < content[1])
        };
        let of_the_writer = page.sentences.iter().filter(|sentence| !touches(page.points.span(**sentence)));
        of_the_writer.map(|sentence| self.told(&page, *sentence)).collect()
    }

    /// The words of its paragraphs, whatever they are.
    pub fn paragraphs(&self) -> Vec<&str> {
        let points = CodePoints::of(&self.text);
        let span = |part: &PartRecord| Span::new(points.byte(part.start), points.byte(part.end.max(part.start)));
        self.parts.iter().map(|part| span(part).of(&self.text)).collect()
    }

    /// The sentences of what is told: headline, deck, body; in bytes of the text.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// A sentence as what the writer says, in bytes of the text.
    pub fn in_the_writers_voice(&self, sentence: Span) -> Telling {
        self.told(&Page::of(&self.text, &self.sentences), sentence)
    }

    fn told(&self, page: &Page<'_>, sentence: Span) -> Telling {
        let span = page.points.span(sentence);
        let held = held_in(&self.figures, span, |report| report.figure.span);
        let words = sentence.of(&self.text).to_owned();
        Telling {
            article: Arc::clone(&self.article),
            statement: None,
            span,
            sentence: words.clone(),
            words,
            interposed: None,
            figures: held.map(|report| Arc::clone(&report.figure)).collect(),
        }
    }

    /// Its statements and what the writer says, in text order.
    pub fn tellings(&self) -> Vec<Telling> {
        let mut all = self.statements.clone();
        all.extend(self.voice());
        all.sort_by_key(in_text_order);
        all
    }
}

/// By what tellings are put in the order of the text.
pub(crate) fn in_text_order(telling: &Telling) -> ([usize; 2], Option<u32>) {
    (telling.span, telling.statement.as_ref().map(|statement| statement.number))
}

/// The paragraphs of a text.
fn parts_of(text: &str, runs: Vec<Run>) -> Vec<PartRecord> {
    let points = CodePoints::of(text);
    let of = |run: Run| {
        let (part, spans): (String, Vec<[usize; 2]>) = match run {
            Run::Each(part, spans) => (part, spans),
            Run::Cut(part, start, end) => {
                let whole = Span::new(points.byte(start), points.byte(end.max(start)));
                (part, paragraphs(text, whole).map(|span| points.span(span)).collect())
            }
        };
        spans.into_iter().map(move |[start, end]| PartRecord { part: part.clone(), start, end })
    };
    runs.into_iter().flat_map(of).collect()
}

/// Those in text order that lie in a span.
fn held_in<T>(all: &[T], span: [usize; 2], at: impl Fn(&T) -> [usize; 2]) -> impl Iterator<Item = &T> {
    let from = all.partition_point(|one| at(one)[0] < span[0]);
    let to = all.partition_point(|one| at(one)[0] < span[1]);
    all[from..to.max(from)].iter().filter(move |one| at(one)[1] <= span[1])
}

/// An article's text, to take words and sentences from.
struct Page<'t> {
    text: &'t str,
    points: CodePoints<'t>,
    /// The sentences of what is told.
    sentences: &'t [Span],
}

/// The sentences of what is told.
fn told_in(text: &str, parts: &[PartRecord]) -> Vec<Span> {
    let points = CodePoints::of(text);
    let told = parts.iter().filter(|part| matches!(part.part.as_str(), "headline" | "deck" | "body"));
    let spans = told.map(|part| Span::new(points.byte(part.start), points.byte(part.end.max(part.start))));
    spans.flat_map(|span| sentences(text, span)).collect()
}

impl<'t> Page<'t> {
    fn of(text: &'t str, sentences: &'t [Span]) -> Self {
        Self { text, points: CodePoints::of(text), sentences }
    }

    fn bytes(&self, [start, end]: [usize; 2]) -> Span {
        let start = self.points.byte(start);
        Span::new(start, self.points.byte(end).max(start))
    }

    fn words(&self, span: [usize; 2]) -> String {
        self.bytes(span).of(self.text).to_owned()
    }

    /// What of source and cue stands inside a content, with what else is outside its quotation marks there; in bytes from its first.
    fn interposed(&self, content: [usize; 2], places: impl Iterator<Item = [usize; 2]>) -> Option<[usize; 2]> {
        let inside = places.filter(|place| content[0] < place[0] && place[1] < content[1]);
        let between = inside.map(|place| self.bytes(place)).reduce(Span::cover)?;
        let content = self.bytes(content);
        let (before, after) = (&self.text[content.start..between.start], &self.text[between.end..content.end]);
        let closes = before.rfind(['”', '"', '’']).map(|at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let (start, end) = match (closes, after.find(['“', '"', '‘'])) {
            (Some(start), Some(end)) => (start, between.end + end - content.start),
            _ => (before.len(), between.end - content.start),
        };
        Some([start, end])
    }

    /// The sentences that some places stand in, from the first to the last.
    fn evidence(&self, places: impl Iterator<Item = [usize; 2]>) -> String {
        let Some(cover) = places.map(|at| self.bytes(at)).reduce(Span::cover) else { return String::new() };
        let from = self.sentences.partition_point(|sentence| sentence.end <= cover.start);
        let touched = self.sentences[from..].iter().take_while(|sentence| sentence.start < cover.end);
        let whole = touched.copied().fold(cover, Span::cover);
        let mut end = whole.end.min(whole.start + LONGEST_EVIDENCE);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let cut = if end < whole.end { " …" } else { "" };
        self.text[whole.start..end].to_owned() + cut
    }
}

/// What is asked of an article, in the order of [`article_record`]; more may follow.
pub(crate) const ARTICLE: &str = "SELECT a.id, a.key, a.revision, a.url, o.name, a.title, a.byline, a.published, a.moment, a.day, a.path, \
    (SELECT of FROM copy WHERE copy.article = a.id)";
/// Where from.
pub(crate) const FROM: &str = "article a LEFT JOIN outlet o ON o.id = a.outlet";

pub(crate) fn article_record(row: &Row<'_>) -> rusqlite::Result<ArticleRecord> {
    Ok(ArticleRecord {
        id: row.get(0)?,
        key: row.get(1)?,
        revision: row.get(2)?,
        url: row.get(3)?,
        outlet: row.get(4)?,
        title: row.get(5)?,
        byline: row.get(6)?,
        published: row.get(7)?,
        moment: row.get(8)?,
        day: row.get(9)?,
        path: row.get(10)?,
        copy_of: row.get(11)?,
    })
}

/// A name in a column as the value that it is the name of.
fn named<T>(row: &Row<'_>, at: usize, value: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let name: String = row.get(at)?;
    value(&name).ok_or_else(|| wrong(at, format!("`{name}` is no name that this program knows")))
}

pub(crate) fn maybe_named<T>(row: &Row<'_>, at: usize, value: fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    let name: Option<String> = row.get(at)?;
    Ok(name.and_then(|name| value(&name)))
}

/// The rows of an article's things.
pub(crate) fn rows_of(article: i64) -> [i64; 2] {
    [article.saturating_mul(EACH), article.saturating_mul(EACH).saturating_add(EACH - 1)]
}

/// The article of a row's thing.
pub(crate) fn article_of(row: i64) -> i64 {
    row.div_euclid(EACH)
}

/// The number in its article of a row's thing.
fn number(row: &Row<'_>) -> rusqlite::Result<u32> {
    let id: i64 = row.get(0)?;
    Ok(id.rem_euclid(EACH) as u32)
}

/// A list; empty where there is none.
fn json_at<T: DeserializeOwned + Default>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text: Option<String> = row.get(at)?;
    text.map_or(Ok(T::default()), |text| json(&text).map_err(|error| wrong(at, error.to_string())))
}

/// Spans; none where there is no list.
pub(crate) fn spans_at(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<[usize; 2]>> {
    let ends: Vec<usize> = json_at(row, at)?;
    Ok(ends.chunks_exact(2).map(|span| [span[0], span[1]]).collect())
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T, rusqlite::Error> {
    serde_json::from_str(text).map_err(|error| wrong(0, error.to_string()))
}

fn wrong(at: usize, what: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, what.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_interposed_is_no_part_of_what_is_told() {
        let check = |text: &str, places: &[&str], expect: Option<&str>| {
            let at = |words: &str| {
                let start = text.find(words).map_or(0, |start| text[..start].chars().count());
                [start, start + words.chars().count()]
            };
            let content = [0, text.chars().count()];
            let interposed = Page::of(text, &[]).interposed(content, places.iter().map(|words| at(words)));
            assert_eq!(interposed.map(|[start, end]| &text[start..end]), expect, "{text}");
        };
        check("“We wrote,” Ida Roe said on Monday. “Twice.”", &["Ida Roe", "said"], Some(" Ida Roe said on Monday. "));
        check("The gate, she said, was shut", &["she", "said"], Some("she said"));
        check("The gate was shut", &[], None);
    }
}
