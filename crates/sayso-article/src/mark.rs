//! Marks what each paragraph is, and fills in what the head of an article says: headline, deck, byline, date.
//!
//! An article is read as its readers read it: a head of short lines, a body, and what stands after it. Where a line could
//! belong to the body, it does.

use sayso_text::Span;

use crate::shapes::{self, Known, Look};
use crate::{Article, Part, PartSpan, byline, lines};

/// A paragraph before it is known what it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph {
    /// Where it is: trimmed, not empty.
    pub(crate) span: Span,
    /// What its markup says.
    pub(crate) markup: Markup,
    /// Whether a blank line, or nothing, comes before it.
    after_blank: bool,
}

/// What markup says of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    /// Nothing: its words decide.
    None,
    /// It is body whatever its words are.
    Quote,
    /// It is a heading.
    Heading,
    /// It is this.
    Is(Part),
}

impl Paragraph {
    pub(crate) fn new(span: Span) -> Self {
        Self { span, markup: Markup::None, after_blank: true }
    }

    pub(crate) fn after_blank(mut self, after_blank: bool) -> Self {
        self.after_blank = after_blank;
        self
    }

    pub(crate) fn marked(mut self, markup: Markup) -> Self {
        self.markup = markup;
        self
    }
}

/// Fills in the article's parts, and of its title, deck, byline and dates those that are not known already.
pub(crate) fn mark(article: &mut Article, paragraphs: &[Paragraph]) {
    let text = std::mem::take(&mut article.text);
    let mut marker = Marker {
        looks: paragraphs.iter().map(|p| Look::at(p.span.of(&text))).collect(),
        parts: Vec::with_capacity(paragraphs.len()),
        paragraphs,
        article,
    };
    marker.head();
    marker.body();
    marker.tail(&text);
    marker.credits();
    let parts = marker.parts;
    article.parts = with_dateline(&text, paragraphs, &parts);
    article.text = text;
}

struct Marker<'p, 't> {
    paragraphs: &'p [Paragraph],
    looks: Vec<Look<'t>>,
    /// What the first paragraphs are; as far as it goes, they are decided.
    parts: Vec<Part>,
    article: &'p mut Article,
}

/// Lines of a head beyond its headline; a longer run of short lines is a list, not a head.
const HEAD_LINES: usize = 10;

impl Marker<'_, '_> {
    fn head(&mut self) {
        for _ in 0..4 {
            match self.around(self.parts.len()) {
                Some(part) => self.parts.push(part),
                None => break,
            }
        }
        if self.is_kicker() {
            self.parts.push(Part::Other);
        }
        if self.is_headline(self.parts.len()) {
            let line = self.looks[self.parts.len()].text;
            let title = one_line(labelled(line, LABELS).map_or(line, |(_, rest)| rest));
            self.article.title.get_or_insert(title);
            self.parts.push(Part::Headline);
        }
        for _ in 0..HEAD_LINES {
            let at = self.parts.len();
            let part = match self.line_of_head(at) {
                Some(part) => part,
                None if self.is_deck(at) => {
                    let line = self.looks[at].text;
                    let deck = one_line(labelled(line, LABELS).map_or(line, |(_, rest)| rest));
                    self.article.deck.get_or_insert(deck);
                    Part::Deck
                }
                None => break,
            };
            self.parts.push(part);
        }
    }

    /// What a paragraph of the head is, if it is neither headline, deck nor body.
    fn line_of_head(&mut self, at: usize) -> Option<Part> {
        if let Some((label, value)) = self.plain(at).and_then(|look| labelled(look.text, ABOUT)) {
            let value = one_line(value);
            let slot = if label == About::Url { &mut self.article.url } else { &mut self.article.outlet };
            slot.get_or_insert(value);
            return Some(Part::Other);
        }
        if self.is_byline(at) {
            if self.article.byline.is_empty() {
                self.article.byline = byline::names(self.looks[at].text);
            }
            return Some(Part::Byline);
        }
        if self.parts.last() == Some(&Part::Byline) && self.plain(at).is_some_and(shapes::goes_on_with_byline) {
            return Some(Part::Byline);
        }
        self.around(at)
    }

    /// What a paragraph around an article's head is: a date line, a caption, a box.
    fn around(&mut self, at: usize) -> Option<Part> {
        if let Markup::Is(part) = self.paragraphs.get(at)?.markup {
            return (part != Part::Body).then_some(part);
        }
        let look = self.plain(at)?;
        if shapes::is_date_line(look) {
            let line = one_line(look.text);
            keep_dates(self.article, &line);
            return Some(Part::Other);
        }
        shapes::of(look).filter(|part| matches!(part, Part::Caption | Part::Other))
    }

    /// A paragraph of which markup says nothing.
    fn plain(&self, at: usize) -> Option<&Look<'_>> {
        (self.paragraphs.get(at)?.markup == Markup::None).then(|| &self.looks[at])
    }

    fn is_byline(&self, at: usize) -> bool {
        self.plain(at).is_some_and(shapes::is_byline)
            || (self.plain(at).is_some_and(|look| byline::is_person(look.text) && look.words <= 4)
                && self.parts.contains(&Part::Headline)
                && self
                    .plain(at + 1)
                    .is_some_and(|next| shapes::is_date_line(next) || shapes::goes_on_with_byline(next)))
    }

    /// A word or two above the headline: "Politics".
    fn is_kicker(&self) -> bool {
        let at = self.parts.len();
        self.article.title.is_none()
            && self.plain(at).is_some_and(|look| look.words <= 2 && !look.ends_a_sentence())
            && self.plain(at + 1).is_some_and(|next| next.words >= 4 && !next.ends_a_sentence())
            && self.is_headline(at + 1)
    }

    fn is_headline(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else { return false };
        let look = &self.looks[at];
        match (&self.article.title, paragraph.markup) {
            (_, Markup::Is(part)) => return part == Part::Headline,
            (Some(title), _) => return same(title, look.text) && !self.parts.contains(&Part::Headline),
            (None, Markup::Heading) => return true,
            (None, Markup::Quote) => return false,
            (None, Markup::None) => {}
        }
        if let Some((part, _)) = labelled(look.text, LABELS) {
            return part == Part::Headline;
        }
        if !(2..=25).contains(&look.words) || look.text.len() > 220 || shapes::dateline(look.text).is_some() {
            return false;
        }
        let Some(next) = (at + 1..self.paragraphs.len().min(at + 6)).find(|next| !self.is_line(*next)) else {
            return false;
        };
        let body = &self.looks[next];
        if self.is_byline(at) || look.text.ends_with([',', ':', ';']) {
            return false;
        }
        let dated = shapes::dateline(body.text).is_some();
        let credited = next > at + 1 && self.is_byline(at + 1);
        // A sentence is body, unless all that speaks for a headline speaks for it.
        let asks = look.text.ends_with(['?', '!']) && look.words <= 12;
        if look.ends_a_sentence() && !asks && !look.text.ends_with("...") {
            return dated || credited || is_title_case(look.text);
        }
        let runs_on = body.words >= 12 || body.ends_a_sentence() || next + 1 < self.paragraphs.len();
        runs_on && (dated || credited || self.paragraphs[at + 1].after_blank || body.words * 4 > look.words * 5)
    }

    /// Whether a paragraph is a byline, a date or a box, looked at from above it.
    fn is_line(&self, at: usize) -> bool {
        match self.paragraphs[at].markup {
            Markup::Is(part) => part != Part::Body,
            Markup::Heading | Markup::Quote => false,
            Markup::None => {
                let look = &self.looks[at];
                shapes::is_byline(look) || shapes::is_date_line(look) || shapes::of(look).is_some()
            }
        }
    }

    fn is_deck(&self, at: usize) -> bool {
        let Some(look) = self.looks.get(at) else { return false };
        if self.paragraphs[at].markup == Markup::Is(Part::Deck) {
            return true;
        }
        if let Some(deck) = &self.article.deck {
            return same(deck, look.text) && !self.parts.contains(&Part::Deck);
        }
        if let Some((part, _)) = labelled(look.text, LABELS) {
            return part == Part::Deck && look.words <= 60;
        }
        let Some(next) = self.looks.get(at + 1) else { return false };
        let fits = self.paragraphs[at].markup == Markup::None
            && self.parts.last() == Some(&Part::Headline)
            && (4..=45).contains(&look.words)
            && look.text.len() <= 320
            && !look.text.ends_with([',', ':', ';'])
            && shapes::dateline(look.text).is_none()
            && !look.quotes_someone();
        let above_a_line = self.plain(at + 1).is_some_and(|next| shapes::is_byline(next) || shapes::is_date_line(next));
        let above_dateline = look.words <= 35 && shapes::dateline(next.text).is_some();
        let unstopped = !look.ends_a_sentence()
            && look.text.ends_with(char::is_alphanumeric)
            && look.words >= 5
            && look.words <= 35
            && next.words >= 10
            && next.words * 2 > look.words * 3
            && next.ends_a_sentence();
        fits && (above_a_line || above_dateline || unstopped)
    }

    fn body(&mut self) {
        for at in self.parts.len()..self.paragraphs.len() {
            let part = match self.paragraphs[at].markup {
                // Only the first heading is the headline, and only above the body.
                Markup::Is(Part::Headline) | Markup::Heading | Markup::Quote => Part::Body,
                Markup::Is(part) => part,
                Markup::None => shapes::of(&self.looks[at]).unwrap_or(Part::Body),
            };
            self.parts.push(part);
        }
    }

    /// Notes on the authors, from the end up to the last paragraph that is body.
    fn tail(&mut self, text: &str) {
        let first = self.parts.iter().position(|part| *part == Part::Body).unwrap_or(self.parts.len());
        for at in (first..self.parts.len()).rev() {
            if self.parts[at] != Part::Body {
                continue;
            }
            if at == first || self.paragraphs[at].markup != Markup::None {
                break;
            }
            let before = &text[..self.paragraphs[at].span.start];
            let byline = &self.article.byline;
            let known = |surname: &str| {
                if byline.iter().any(|name| ends_with_word(name, surname)) {
                    Known::Writer
                } else if memchr::memmem::find(before.as_bytes(), surname.as_bytes()).is_some() {
                    Known::Subject
                } else {
                    Known::Unknown
                }
            };
            if !shapes::is_bio(&self.looks[at], known) {
                break;
            }
            self.parts[at] = Part::Bio;
        }
    }

    /// Where the head named nobody, the credits after the body do.
    fn credits(&mut self) {
        if !self.article.byline.is_empty() {
            return;
        }
        let credit = self.parts.iter().position(|part| *part == Part::Byline).map(|at| self.looks[at].text);
        if let Some(credit) = credit.filter(|credit| !credit.contains("contributed")) {
            self.article.byline = byline::names(credit);
        }
    }
}

/// The parts, with the dateline of the body's first paragraph on its own.
fn with_dateline(text: &str, paragraphs: &[Paragraph], parts: &[Part]) -> Vec<PartSpan> {
    let first = parts.iter().position(|part| *part == Part::Body);
    let mut spans = Vec::with_capacity(parts.len() + 1);
    for (at, (paragraph, part)) in paragraphs.iter().zip(parts).enumerate() {
        let span = paragraph.span;
        let dateline = if Some(at) == first { shapes::dateline(span.of(text)) } else { None };
        match dateline {
            Some((end, rest)) => {
                let place = Span::new(span.start, span.start + end);
                let body = Span::new(span.start + rest, span.end);
                spans.push(PartSpan { part: Part::Dateline, span: lines::trim(place, text) });
                spans.push(PartSpan { part: Part::Body, span: lines::trim(body, text) });
            }
            None => spans.push(PartSpan { part: *part, span }),
        }
    }
    spans
}

/// Keeps what a date line says: "Published May 3, 2026 | Updated May 4, 2026".
fn keep_dates(article: &mut Article, line: &str) {
    const MODIFIED: &[&str] = &["last updated", "updated", "last modified", "modified"];
    const PUBLISHED: &[&str] =
        &["first published", "originally published", "published", "posted", "date", "created", ""];
    let mut rest = line;
    while !rest.is_empty() {
        let lower = rest.to_ascii_lowercase();
        // The next label or bar ends this one's date.
        let label = |labels: &[&str]| labels.iter().find(|label| lower.starts_with(**label)).map(|label| label.len());
        let (modified, skip) = match label(MODIFIED) {
            Some(length) => (true, length),
            None => (false, label(PUBLISHED).unwrap_or(0)),
        };
        let end = ["|", "•", "·", "updated", "last updated", "modified", "published"]
            .iter()
            .filter_map(|mark| lower[skip..].find(mark).map(|at| at + skip))
            .min()
            .unwrap_or(rest.len());
        let date = rest[skip..end].trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let date = date.strip_prefix("on ").unwrap_or(date);
        if date.contains(|c: char| c.is_ascii_digit()) {
            let slot = if modified { &mut article.modified } else { &mut article.published };
            slot.get_or_insert_with(|| date.to_owned());
        }
        rest = rest[end..].trim_start_matches(['|', '•', '·', ' ']);
    }
}

/// Nine in ten of its words of four letters and more begin with capitals, small ones such as "with" left out.
fn is_title_case(text: &str) -> bool {
    const SMALL: &[&str] = &["from", "with", "over", "into", "than", "that", "amid", "upon", "after", "about", "this"];
    let long = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (mut capital, mut all) = (0, 0);
    for word in long.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !SMALL.contains(word)) {
        all += 1;
        capital += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    }
    all >= 3 && capital * 10 >= all * 9
}

/// Labels of headline and deck, in lower case.
const LABELS: &[(&str, Part)] = &[
    ("headline:", Part::Headline),
    ("title:", Part::Headline),
    ("subtitle:", Part::Deck),
    ("subheadline:", Part::Deck),
    ("standfirst:", Part::Deck),
    ("deck:", Part::Deck),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Url,
    Outlet,
}

/// Labels of lines on the article, in lower case.
const ABOUT: &[(&str, About)] = &[
    ("url:", About::Url),
    ("link:", About::Url),
    ("publisher:", About::Outlet),
    ("publication:", About::Outlet),
    ("outlet:", About::Outlet),
];

/// What a line says it is itself ("Headline: …", "Publisher: …"), and the rest of it.
fn labelled<'t, L: Copy>(text: &'t str, labels: &[(&str, L)]) -> Option<(L, &'t str)> {
    labels.iter().find_map(|(label, what)| {
        let start = text.get(..label.len())?;
        let rest = text[label.len()..].trim_start();
        (start.eq_ignore_ascii_case(label) && !rest.is_empty() && rest.len() <= 400).then_some((*what, rest))
    })
}

/// Whether two lines are the same but for white space, case and marks.
pub(crate) fn same(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    letters(a).eq(letters(b)) && letters(a).next().is_some()
}

/// White space, line ends included, as single spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ends_with_word(name: &str, word: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(word))
}
