//! A web page: which of it is the article, its blocks as paragraphs, and what the page says of itself.
//!
//! A readability library chooses the article's node; its blocks are walked here, so that edges of paragraphs, captions,
//! headings and quotations are those of the page. The text is the headline, the deck where the page shows one, then the
//! blocks, with a blank line between any two. A page too tangled to build a tree of is stripped of its tags instead.

mod beside;
mod blocks;
mod knots;
mod meta;
mod strip;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};
use sayso_text::{Note, Span};

use crate::mark::{self, Markup, Paragraph, one_line, same};
use crate::{Article, Part};

/// A paragraph of a page.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    text: String,
    markup: Markup,
    /// The innermost `article` or `main` that it stands in.
    article: Option<NodeId>,
}

/// Reads a page that is already decoded.
pub(crate) fn read(html: &str, mut article: Article) -> Article {
    let html = html.trim_start_matches('\u{feff}');
    if knots::is_tangled(html) {
        article.notes.push(tangled());
        return assemble(article, None, None, &strip::blocks(html));
    }
    let document = Document::from(html);
    let about = meta::read(&document);
    article.url = about.url;
    article.outlet = about.outlet;
    article.published = about.published;
    article.modified = about.modified;
    article.language = about.language;
    article.byline = about.byline;
    let title = shown_title(&document, about.title);
    let found = body(&document, &mut article);
    let is_article = found.iter().any(|block| block.markup == Markup::None && is_sentence(&block.text));
    let found = if is_article {
        found
    } else {
        let message =
            "no article was found in the page, so all its visible text is read: give the article's text alone";
        article.notes.push(Note::new("no-article", message).lost());
        visible(&document)
    };
    let deck = title.as_deref().and_then(|title| shown_deck(&document, about.description.as_deref(), title, &found));
    assemble(article, title, deck, &found)
}

/// What a page is told whose tree is not built.
fn tangled() -> Note {
    let message = "the page has too many tags inside each other to be told apart, so all its visible text is read: give the \
        article's text alone";
    Note::new("tangled-page", message).lost()
}

/// Reads a piece of a page, all of which is the article; what is told of it stays.
pub(crate) fn read_piece(html: &str, mut told: Article) -> Article {
    let title = told.title.take();
    let blocks = if knots::is_tangled(html) {
        told.notes.push(tangled());
        strip::blocks(html)
    } else {
        let document = Document::from(html);
        blocks::of(&document.body().unwrap_or_else(|| document.root()))
    };
    assemble(told, title, None, &blocks)
}

/// The blocks of the page's article; none where there is none.
fn body(document: &Document, article: &mut Article) -> Vec<Block> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(document.clone(), None, Some(config)) else {
        return Vec::new();
    };
    let Ok(found) = readability.parse() else { return Vec::new() };
    if article.byline.is_empty()
        && let Some(byline) = found.byline.map(|line| one_line(&line)).filter(|line| line.len() <= 160)
    {
        article.byline = crate::byline::names(&byline);
    }
    let content = Document::fragment(found.content);
    let page = document.body().map(|body| blocks::of(&body)).unwrap_or_default();
    beside::with(blocks::of(&content.root()), &page)
}

/// Everything the page shows.
fn visible(document: &Document) -> Vec<Block> {
    let root: NodeRef = document.body().unwrap_or_else(|| document.root());
    let shown = blocks::of(&root);
    // With nothing but marginal boxes, those are what is shown.
    shown.into_iter().map(|block| Block { markup: keep_heading(block.markup), ..block }).collect()
}

fn keep_heading(markup: Markup) -> Markup {
    if markup == Markup::Heading { Markup::Heading } else { Markup::None }
}

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().nth(3).is_some()
        && text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…'])
}

/// The headline as the page shows it: the `h1` that says what its metadata say, else what those say, else the first `h1`.
fn shown_title(document: &Document, told: Option<String>) -> Option<String> {
    let headings: Vec<String> = document
        .select("h1")
        .nodes()
        .iter()
        .take(20)
        .map(|node| blocks::text_of(node))
        .filter(|t| !t.is_empty() && t.len() <= 400)
        .collect();
    match told {
        Some(told) => headings.into_iter().find(|heading| is_alike(heading, &told)).or(Some(told)),
        None => headings.into_iter().next(),
    }
}

/// Whether at least half of the words of the shorter line are in the longer one.
fn is_alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).take(60).collect()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && shared * 2 >= short.len().max(2)
}

/// Where pages put the line under the headline.
const DECKS: &str = "[class*=standfirst], [class*=subheadline], [class*=sub-headline], [class*=subhead], [class*=subtitle], \
    [class*=article-dek], [class*=article__dek], [class*=headline-dek], [class~=dek], [class~=deck], [class*=article-deck], \
    [class*=article__deck], [class*=article-summary], [class*=article__summary], [itemprop=alternativeHeadline], \
    [data-testid*=subheadline], h1 + h2, h1 + p, hgroup p";

/// The deck, where the page shows one.
fn shown_deck(document: &Document, description: Option<&str>, title: &str, body: &[Block]) -> Option<String> {
    let candidates: Vec<String> = document
        .select(DECKS)
        .nodes()
        .iter()
        .take(20)
        .map(|node| blocks::text_of(node))
        .filter(|text| is_deck(text, title))
        .collect();
    let in_body =
        |text: &str| body.iter().take(12).any(|block| block.markup != Markup::Heading && same(&block.text, text));
    let described = |text: &str| description.is_some_and(|description| same(description, text));
    let first = body.first().is_some_and(|block| description.is_some_and(|description| same(&block.text, description)));
    if first
        && body.iter().skip(1).any(|block| is_sentence(&block.text))
        && candidates.iter().any(|text| described(text))
    {
        return description.map(one_line);
    }
    candidates.into_iter().find(|text| described(text) || !in_body(text))
}

fn is_deck(text: &str, title: &str) -> bool {
    let look = crate::shapes::Look::at(text);
    (4..=60).contains(&look.words)
        && text.len() <= 420
        && !same(text, title)
        && !crate::shapes::is_byline(&look)
        && !crate::shapes::is_date_line(&look)
        && crate::shapes::of(&look).is_none()
}

/// The article of its blocks.
fn assemble(mut article: Article, title: Option<String>, deck: Option<String>, found: &[Block]) -> Article {
    let mut text = String::new();
    let mut paragraphs = Vec::with_capacity(found.len() + 2);
    let mut push = |block: &str, markup| {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(block);
        let span = crate::lines::trim(Span::new(start, text.len()), &text);
        if span.is_empty() {
            text.truncate(start);
        } else {
            paragraphs.push(Paragraph::new(span).marked(markup));
        }
    };
    for (line, part) in [(&title, Part::Headline), (&deck, Part::Deck)] {
        if let Some(line) = line {
            push(line, Markup::Is(part));
        }
    }
    for (at, block) in found.iter().enumerate() {
        let again = |line: &Option<String>| at < 12 && line.as_deref().is_some_and(|line| same(line, &block.text));
        if !again(&title) && !again(&deck) {
            push(&block.text, block.markup);
        }
    }
    article.title = title;
    article.deck = deck;
    article.text = text;
    mark::mark(&mut article, &paragraphs);
    article
}
