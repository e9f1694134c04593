//! What an archive told before one of its articles: asked only for quotations, for figures that a named source gives, and for
//! what the writer says and sources without a name had told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use sayso_archive::{Archive, ArchiveError, Clipping};
use sayso_article::Article;
use sayso_check::Earlier;
use sayso_check::earlier::{Outdated, Place, QuotedBefore, Requoted, Retold, SaidBy, ToldBefore};
use sayso_lineage::change::changes;
use sayso_lineage::claim::{Content, Form, Match, Matcher};
use sayso_lineage::record::{ArticleRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::series::{self, FigureReport, Point, Remark};
use sayso_lineage::trace::Change;
use sayso_reading::{Kind, SourceType, Stance, Terms};
use sayso_text::{CodePoints, Span};

use crate::message::Message;

/// Words of a quotation, or of a sentence, that is followed: a shorter one may be said by anybody.
const SHORTEST: usize = 6;
/// Longer words that two contents must have in common to be compared.
const COMMON: usize = 3;
/// Letters of a longer word.
const LONG: usize = 4;
/// Likeness of two wordings that differ, from which on they are sure to say the same.
const SURE: f64 = 0.9;
/// Articles that are kept in memory for the next one.
const KEPT: usize = 500;

/// The archives of a run, each opened once for every thread that asks it.
#[derive(Default)]
pub(super) struct Archives {
    idle: Mutex<Vec<Opened>>,
    matcher: Matcher,
}

struct Opened {
    path: PathBuf,
    archive: Archive,
    pages: BTreeMap<i64, Arc<Page>>,
}

/// An article of the archive with all that it tells.
struct Page {
    clipping: Clipping,
    told: Vec<Told>,
}

struct Told {
    telling: Telling,
    content: Content,
    /// Its longer words, in lower case.
    words: BTreeSet<String>,
}

impl Archives {
    /// What the archive told before the article of a row, in places of the article's text.
    pub(super) fn before(&self, path: &Path, row: i64, article: &Article) -> Result<Earlier, Message> {
        let wrong = |error: ArchiveError| Message::error_at(path.display(), error);
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let known = idle.iter().position(|opened| opened.path == path).map(|at| idle.swap_remove(at));
        drop(idle);
        let mut opened = match known {
            Some(opened) => opened,
            None => {
                Opened { path: path.to_owned(), archive: Archive::open(path).map_err(wrong)?, pages: BTreeMap::new() }
            }
        };
        let earlier = opened.before(row, article, &self.matcher).map_err(wrong);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(opened);
        earlier
    }
}

impl Opened {
    fn before(&mut self, row: i64, article: &Article, matcher: &Matcher) -> Result<Earlier, ArchiveError> {
        if self.pages.len() > KEPT {
            self.pages.clear();
        }
        // Its places hold only for the text that was read.
        let Some(page) = self.page(row)?.filter(|page| page.clipping.text == article.text) else {
            return Ok(Earlier::default());
        };
        let points = CodePoints::of(&article.text);
        let bytes = |[start, end]: [usize; 2]| {
            let start = points.byte(start);
            Span::new(start, points.byte(end).max(start))
        };
        let quotations = self.quotations(&page, &bytes)?;
        let figures = self.figures(&page, &bytes)?;
        let voice = self.voice(&page, matcher, &bytes)?;
        Ok(Earlier { quotations, figures, voice })
    }

    fn page(&mut self, row: i64) -> Result<Option<Arc<Page>>, ArchiveError> {
        if let Some(page) = self.pages.get(&row) {
            return Ok(Some(Arc::clone(page)));
        }
        let Some(clipping) = self.archive.clipping(row)? else { return Ok(None) };
        let told = clipping.tellings().into_iter().map(Told::of).collect();
        let page = Arc::new(Page { clipping, told });
        self.pages.insert(row, Arc::clone(&page));
        Ok(Some(page))
    }

    /// Earlier articles that may tell what these words say, the earliest first.
    fn may_tell(&mut self, words: &str, here: &ArticleRecord) -> Result<Vec<Arc<Page>>, ArchiveError> {
        let mut found = Vec::new();
        for row in self.archive.may_tell(words)? {
            found.extend(self.page(row)?.filter(|page| is_before(&page.clipping.article, here)));
        }
        found.sort_by(|a, b| a.clipping.article.order().cmp(&b.clipping.article.order()));
        Ok(found)
    }

    fn quotations(&mut self, page: &Page, bytes: &dyn Fn([usize; 2]) -> Span) -> Result<Vec<Requoted>, ArchiveError> {
        let mut out = Vec::new();
        for quotation in page.told.iter().filter(|told| told.is_quotation()) {
            let mut before = Vec::new();
            for earlier in self.may_tell(&quotation.telling.words, &page.clipping.article)? {
                let theirs = earlier.told.iter().filter(|told| told.is_quotation() && told.is_like(quotation));
                before.extend(theirs.map(|told| quoted_before(&told.telling, &quotation.telling)));
            }
            if !before.is_empty() {
                out.push(Requoted { span: bytes(quotation.telling.span), before });
            }
        }
        Ok(out)
    }

    fn figures(&mut self, page: &Page, bytes: &dyn Fn([usize; 2]) -> Span) -> Result<Vec<Outdated>, ArchiveError> {
        let here = &page.clipping.article;
        let is_followed = |report: &&FigureReport| report.statement.is_some() && report.figure.measure.is_some();
        let own: Vec<&FigureReport> = page.clipping.figures.iter().filter(is_followed).collect();
        let measures: BTreeSet<&str> = own.iter().filter_map(|report| report.figure.measure.as_deref()).collect();
        let sentences: BTreeSet<&str> = own.iter().map(|report| report.sentence.as_str()).collect();
        let mut reports: BTreeMap<i64, FigureReport> = BTreeMap::new();
        let is_measured =
            |report: &&FigureReport| report.figure.measure.as_deref().is_some_and(|measure| measures.contains(measure));
        for sentence in sentences {
            for earlier in self.may_tell(sentence, here)? {
                let theirs = earlier.clipping.figures.iter().filter(is_measured);
                reports.extend(theirs.map(|report| (report.figure.id, report.clone())));
            }
        }
        if reports.is_empty() {
            return Ok(Vec::new());
        }
        reports.extend(page.clipping.figures.iter().filter(is_measured).map(|r| (r.figure.id, r.clone())));
        let found = series::figures("", reports.into_values().collect());
        let mut out = Vec::new();
        for series in found.series.iter().filter(|series| series.is_named) {
            let Some(giver) = &series.giver else { continue };
            for point in &series.points {
                let Some(newer) = newer_than(point, &series.points, here.id) else { continue };
                let carriers = point.carriers.iter().filter(|carrier| carrier.article.id == here.id);
                out.extend(carriers.filter(|carrier| is_followed(carrier)).map(|carrier| Outdated {
                    span: bytes(carrier.figure.span),
                    giver: giver.clone(),
                    newer: newer.figure().words.clone(),
                    place: place(&newer.carriers[0].article),
                    is_dated: is_dated(carrier, newer),
                }));
            }
        }
        out.sort_by_key(|figure| figure.span);
        Ok(out)
    }

    fn voice(
        &mut self,
        page: &Page,
        matcher: &Matcher,
        bytes: &dyn Fn([usize; 2]) -> Span,
    ) -> Result<Vec<Retold>, ArchiveError> {
        let mut out = Vec::new();
        let said = page.told.iter().filter(|told| told.telling.statement.is_none() && told.is_long());
        for sentence in said {
            let pages = self.may_tell(&sentence.telling.words, &page.clipping.article)?;
            let all = || pages.iter().flat_map(|page| &page.told).filter(|told| told.tells());
            let unnamed = || all().filter(|told| matches!(said_by(&told.telling), SaidBy::Unnamed(_)));
            // Most sentences are nobody's but the writer's, which need not be looked for everywhere.
            let by: BTreeSet<i64> =
                unnamed().filter(|told| told.says(sentence, matcher)).map(|told| told.telling.article.id).collect();
            if by.is_empty() {
                continue;
            }
            let is_heard = |told: &&Told| match said_by(&told.telling) {
                SaidBy::Unnamed(_) => told.says(sentence, matcher),
                // A headline rests on whom its article names below.
                SaidBy::Writer => !by.contains(&told.telling.article.id) && told.says(sentence, matcher),
                // Whoever else may say so is heard sooner than those without a name.
                SaidBy::Other => told.may_say(sentence, matcher),
            };
            let before = all().filter(is_heard).map(|told| ToldBefore {
                place: place(&told.telling.article),
                words: told.telling.words.clone(),
                by: said_by(&told.telling),
            });
            let is_attributed_here =
                page.told.iter().any(|told| told.telling.statement.is_some() && told.may_say(sentence, matcher));
            out.push(Retold { span: bytes(sentence.telling.span), is_attributed_here, before: before.collect() });
        }
        Ok(out)
    }
}

impl Told {
    fn of(telling: Telling) -> Self {
        let words = telling.words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= LONG);
        let words = words.map(str::to_lowercase).collect();
        Self { content: Content::of(&telling.words), words, telling }
    }

    fn is_long(&self) -> bool {
        self.telling.words.split_whitespace().count() >= SHORTEST
    }

    fn is_quotation(&self) -> bool {
        self.is_long() && self.telling.statement.as_ref().is_some_and(|statement| statement.kind != Kind::Indirect)
    }

    fn is_like(&self, other: &Self) -> bool {
        self.words.intersection(&other.words).nth(COMMON - 1).is_some()
    }

    /// Whether it is told as so: not denied, and not in the words of those within it.
    fn tells(&self) -> bool {
        self.telling.statement.as_ref().is_none_or(|statement| {
            let denies = matches!(statement.stance, Some(Stance::Denies | Stance::Rejects));
            !denies && !statement.negated && !statement.chain.is_empty()
        })
    }

    /// Whether a sentence may say the same: there are several words in common, of which no more is known.
    fn may_say(&self, sentence: &Self, matcher: &Matcher) -> bool {
        let found = self.is_like(sentence).then(|| matcher.compare(&self.content, &sentence.content)).flatten();
        found.is_some_and(|found| found.form.is_same() || found.shared.len() > COMMON)
    }

    /// Whether a sentence says the same: in the same words, else in much the same with a name or a number in common.
    fn says(&self, sentence: &Self, matcher: &Matcher) -> bool {
        let found = self.is_like(sentence).then(|| matcher.compare(&self.content, &sentence.content)).flatten();
        found.is_some_and(|Match { form, likeness, shared }| match form {
            Form::Verbatim | Form::Partial => {
                shared.iter().map(|run| run.split_whitespace().count()).sum::<usize>() >= SHORTEST
            }
            Form::Reworded => {
                let is_particular = |word: &String| {
                    let begins = sentence.telling.words.trim_start_matches(['“', '"', '‘']).starts_with(word.as_str());
                    word.starts_with(|c: char| c.is_ascii_digit() || (c.is_uppercase() && !begins))
                };
                likeness >= SURE && shared.len() >= SHORTEST && shared.iter().any(is_particular)
            }
            Form::Contradicted | Form::Similar => false,
        })
    }
}

/// Whether an article came out before another one, which is no text of it. Where only one has a date, that is not known; where
/// neither has, the one that was added first is the earlier.
fn is_before(one: &ArticleRecord, other: &ArticleRecord) -> bool {
    let is_earlier = match (&one.moment, &other.moment) {
        (None, None) => one.id < other.id,
        (Some(_), None) | (None, Some(_)) => false,
        // A day without a time says nothing of the order within it.
        (Some(a), Some(b)) if a.len() != b.len() => a.get(..10) < b.get(..10),
        (Some(_), Some(_)) => one.order() < other.order(),
    };
    is_earlier && one.key != other.key
}

fn place(article: &ArticleRecord) -> Place {
    Place { article: article.id, outlet: article.outlet.clone(), day: article.day.clone() }
}

fn quoted_before(was: &Telling, is: &Telling) -> QuotedBefore {
    let changes = changes(was, is);
    let altered = changes.iter().find_map(|change| match change {
        Change::QuotationAltered { was, is } => Some([was.clone(), is.clone()]),
        _ => None,
    });
    let is_same_speaker = !changes.iter().any(|change| matches!(change, Change::SourceChanged { .. }));
    QuotedBefore { place: place(&was.article), altered, is_same_speaker }
}

/// The newer point that an article's number is behind, by the remark that says so.
fn newer_than<'p>(point: &Point, points: &'p [Point], article: i64) -> Option<&'p Point> {
    let (words, newer_in) = point.remarks.iter().find_map(|remark| match remark {
        Remark::Stale { article: stale, newer, newer_in } if *stale == article => Some((newer, *newer_in)),
        _ => None,
    })?;
    points.iter().find(|newer| newer.carriers[0].article.id == newer_in && newer.figure().words == *words)
}

/// Whether a report says as of when its number is, and that is before the newer one.
fn is_dated(report: &FigureReport, newer: &Point) -> bool {
    report.figure.as_of.as_deref().zip(newer.day.as_deref()).is_some_and(|(stated, newer)| stated < newer)
}

fn said_by(telling: &Telling) -> SaidBy {
    let Some(statement) = &telling.statement else { return SaidBy::Writer };
    match root(statement) {
        Some(source) if is_without_name(source, statement) => SaidBy::Unnamed(source.description.clone()),
        _ => SaidBy::Other,
    }
}

/// Who is said to know it first hand.
fn root(statement: &StatementRecord) -> Option<&SourceRecord> {
    statement.chain.last()?.as_deref()
}

/// Whether a source is one whose name is kept from the reader or not told; a group is none.
fn is_without_name(source: &SourceRecord, statement: &StatementRecord) -> bool {
    let hides =
        |terms: Terms| !matches!(terms, Terms::DeclinedToComment | Terms::DidNotRespond | Terms::CouldNotBeReached);
    let is_named = source.name.is_some() || source.kind.is_named();
    let is_one = matches!(source.kind, SourceType::AnonymousSource | SourceType::UnnamedPerson);
    !is_named && (is_one || source.terms.or(statement.terms).is_some_and(hides))
}
