//! The article's text with its marks, and beside each paragraph who says what in it.

use maud::{Escaper, Markup, PreEscaped, html as markup};
use sayso_article::{Part, PartSpan};
use sayso_reading::{AttributionId, Chain, Kind, Reading};
use std::fmt::Write;

use super::chain::picture;
use super::page::{heading, title};
use crate::blocks::{blocks, lines};
use crate::chains::{by_attribution, hands, line};
use crate::facts::{facts, place};
use crate::json::sureness;
use crate::marks::{Layout, Mark, Role, Step, marks};
use crate::nesting::{Told, told};
use crate::sources::{Sources, plain};
use crate::when::day;
use sayso_text::safe;

/// Hues and kinds of line in the style sheet. They share no divisor, so that 35 sources look different; the eighth hue is
/// for no source.
const HUES: usize = 7;
const LINES: usize = 5;

/// One article's paragraphs, laid out ahead of the page.
pub(super) struct Story<'r> {
    reading: &'r Reading,
    pub(super) sources: Sources<'r>,
    /// For each attribution its chain, where it is an innermost one.
    chains: Vec<Option<&'r Chain>>,
    /// What the ids of this article begin with.
    pub(super) prefix: String,
    /// In how many others each attribution lies.
    depths: Vec<usize>,
    /// The paragraphs, in order.
    rows: Vec<Row>,
    /// For each attribution, whether its number stands in the text.
    numbered: Vec<bool>,
}

struct Row {
    part: Part,
    words: Markup,
    /// Attributions that begin in it.
    says: Vec<Told>,
}

impl<'r> Story<'r> {
    pub(super) fn of(reading: &'r Reading, number: usize) -> Self {
        let sources = Sources::of(reading);
        let numbered = vec![false; reading.attributions.len()];
        let mut story = Self {
            reading,
            sources,
            chains: by_attribution(reading),
            prefix: format!("r{number}"),
            depths: vec![0; reading.attributions.len()],
            rows: Vec::new(),
            numbered,
        };
        story.lay_out();
        story
    }

    fn lay_out(&mut self) {
        let text = &self.reading.article.text;
        let marks = marks(self.reading, &self.sources);
        let blocks = blocks(&self.reading.article);
        let mut layout = Layout::of(&marks);
        let lines = lines(text, &blocks);
        let told = told(self.reading, &lines);
        for told in told.iter().flatten() {
            self.depths[told.attribution] = told.depth;
        }
        for (line, says) in lines.iter().zip(told) {
            let mut out = String::new();
            for block in *line {
                self.block(*block, &layout.paragraph(block.span), &mut out);
            }
            let part = line.last().map_or(Part::Body, |b| b.part);
            self.rows.push(Row { part, words: PreEscaped(out), says });
        }
    }

    /// One block's words with their marks.
    fn block(&mut self, block: PartSpan, steps: &[Step], out: &mut String) {
        if block.part == Part::Dateline {
            out.push_str("<span class=\"dateline\">");
        }
        for step in steps {
            match *step {
                Step::Text(span) => words(span.of(&self.reading.article.text), out),
                Step::Open { mark, .. } => {
                    let _ = write!(out, "<span class=\"{}\">", self.class(mark));
                    self.label(mark, out);
                }
                Step::Close(_) => out.push_str("</span>"),
            }
        }
        if block.part == Part::Dateline {
            out.push_str("</span> ");
        }
    }

    fn class(&self, mark: Mark) -> String {
        let a = &self.reading.attributions[mark.attribution];
        let look = look(self.sources.of[mark.attribution]);
        match mark.role {
            Role::Content if a.kind == Kind::Direct => {
                format!("content quoted {look}{}", nested(self.depths[mark.attribution]))
            }
            Role::Content => format!("content {look}{}", nested(self.depths[mark.attribution])),
            Role::Quoted => format!("quoted {look}"),
            Role::Source(_) => format!("source {look}"),
            Role::Cue => format!("cue {look}"),
        }
    }

    /// What stands at the start of a mark: a source's letter, or the number of an attribution, once, leading to its note.
    fn label(&mut self, mark: Mark, out: &mut String) {
        let a = &self.reading.attributions[mark.attribution];
        match mark.role {
            Role::Source(source) => {
                let _ = write!(out, "<span class=\"letter\">{}</span>", self.sources.list[source].letter);
            }
            Role::Content if !std::mem::replace(&mut self.numbered[mark.attribution], true) => {
                let _ = write!(
                    out,
                    "<a class=\"chip\" id=\"{0}-t{1}\" href=\"#{0}-{2}\">{1}</a>",
                    self.prefix, a.id.0, a.id
                );
            }
            Role::Content | Role::Quoted | Role::Cue => {}
        }
    }

    /// The opening paragraphs that head an article, and its heading.
    pub(super) fn head(&mut self, level: u8) -> Markup {
        let is_head = |part| matches!(part, Part::Headline | Part::Deck | Part::Byline);
        let count = self.rows.iter().take_while(|r| is_head(r.part)).count();
        let head: Vec<Row> = self.rows.drain(..count).collect();
        let marked = head.iter().position(|r| r.part == Part::Headline);
        let article = &self.reading.article;
        let published = article.published.as_deref().map(day);
        let facts: Vec<String> =
            article.outlet.clone().into_iter().chain(published).map(|f| safe::visible(&f)).collect();
        markup! {
            header.head {
                @if marked.is_none() {
                    div.row { div.p { (heading(level, "headline", &markup! { bdi { (safe::visible(title(self.reading))) } })) } }
                }
                @for (i, row) in head.iter().enumerate() {
                    div.row {
                        div.p dir="auto" {
                            @if Some(i) == marked { (heading(level, "headline", &row.words)) }
                            @else { p class=(row.part.name()) { (row.words) } }
                        }
                        (self.margin(row))
                    }
                }
                @if !facts.is_empty() { p.facts { bdi { (facts.join(" · ")) } } }
            }
        }
    }

    /// The paragraphs after the head, each with its margin.
    pub(super) fn body(&self) -> Markup {
        let lang = self.reading.article.language.as_deref().filter(|l| l.chars().all(|c| c.is_ascii_alphabetic()));
        markup! {
            div.story {
                @for row in &self.rows {
                    div.row {
                        div.p dir="auto" lang=[lang] {
                            p class=(row.part.name()) {
                                @if let Some(label) = label(row.part) { span.label { (label) } " " }
                                (row.words)
                            }
                        }
                        (self.margin(row))
                    }
                }
            }
        }
    }

    fn margin(&self, row: &Row) -> Markup {
        markup! {
            @if !row.says.is_empty() {
                ol.margin { @for told in &row.says { (self.card(*told)) } }
            }
        }
    }

    /// Who says it, how, and how sure that is; through whose hands it came.
    fn card(&self, told: Told) -> Markup {
        let Told { attribution: index, depth } = told;
        let a = &self.reading.attributions[index];
        let source = self.sources.of[index];
        let cue = plain(&self.reading.article.text, &a.cue);
        let inside = |label: &str, id: Option<AttributionId>| {
            markup! {
                @if let Some(AttributionId(n)) = id {
                    " · " (label) " " a.within href={ "#" (self.prefix) "-a" (n) } { (n) }
                }
            }
        };
        markup! {
            li id={ (self.prefix) "-" (a.id) } class={ "card " (look(source)) (nested(depth)) } {
                @if self.numbered[index] { a.chip href={ "#" (self.prefix) "-t" (a.id.0) } { (a.id.0) } }
                @else { span.chip { (a.id.0) } }
                div {
                    p.who {
                        @match source.map(|s| &self.sources.list[s]) {
                            Some(s) => { span.letter { (s.letter) } b { bdi { (safe::visible(&s.words)) } } }
                            None => { span.nobody { "No source named" } }
                        }
                        @if !cue.is_empty() { " " i { bdi { (safe::visible(&cue)) } } }
                        " "
                        span.how {
                            (a.kind.name()) " · " (sureness(a))
                            (inside("inside", self.known(a.within)))
                            (inside("rests on", self.known(a.rests_on)))
                        }
                    }
                    (self.chain(index))
                }
            }
        }
    }

    /// The picture of a chain, its links in words where they are several, and what else is known.
    fn chain(&self, index: usize) -> Markup {
        let a = &self.reading.attributions[index];
        let hands = self.chains[index].map(|chain| hands(self.reading, &self.sources, chain)).unwrap_or_default();
        let links = Some(line(&hands, " ← ")).filter(|_| hands.len() > 2);
        let facts = facts(&self.reading.article.text, a);
        let known: Vec<String> = links.into_iter().chain(facts).map(|known| safe::visible(&known)).collect();
        markup! {
            @if !hands.is_empty() || !known.is_empty() {
                div.links {
                    @if !hands.is_empty() { (picture(&self.sources, &hands, a.id.0)) }
                    @if !known.is_empty() { p { bdi { (known.join(" · ")) } } }
                }
            }
        }
    }

    /// An attribution's id, if the page has it to lead to.
    fn known(&self, id: Option<AttributionId>) -> Option<AttributionId> {
        id.filter(|id| place(self.reading, *id).is_some())
    }
}

/// Hue and kind of line of a source.
pub(super) fn look(source: Option<usize>) -> String {
    source.map_or_else(|| "h7 u2".to_owned(), |s| format!("h{} u{}", s % HUES, s % LINES))
}

fn nested(depth: usize) -> &'static str {
    match depth {
        0 => "",
        1 => " nested",
        _ => " nested deep",
    }
}

/// What a paragraph that is not the article's reporting is called.
fn label(part: Part) -> Option<&'static str> {
    match part {
        Part::Caption => Some("Caption"),
        Part::Bio => Some("About the author"),
        Part::Other => Some("Not the article"),
        Part::Headline | Part::Deck | Part::Byline | Part::Dateline | Part::Body => None,
    }
}

/// Appends words, escaped, with what must not act on a screen named.
fn words(words: &str, out: &mut String) {
    for c in words.chars() {
        match safe::name(c) {
            Some(name) => {
                out.push_str("<span class=\"control\">");
                let _ = Escaper::new(out).write_str(&name);
                out.push_str("</span>");
            }
            None => {
                let _ = Escaper::new(out).write_char(c);
            }
        }
    }
}
