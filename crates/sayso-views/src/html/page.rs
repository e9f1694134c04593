//! One article of the page: its head, how much is whose words, its story, its sources, what is known about it.

use maud::{Markup, html as markup};
use sayso_article::Part;
use sayso_reading::{Kind, Reading};

use super::panels;
use super::story::Story;
use crate::sources::counted;
use crate::voice::shares;
use sayso_text::safe::visible;

/// What an article is called.
pub(super) fn title(reading: &Reading) -> &str {
    let article = &reading.article;
    let headline = || article.parts.iter().find(|p| p.part == Part::Headline).map(|p| p.span.of(&article.text));
    let named = article.title.as_deref().or_else(headline).or(article.path.as_deref());
    named.map(str::trim).filter(|t| !t.is_empty()).unwrap_or("An article without a headline")
}

/// A heading of the given level.
pub(super) fn heading(level: u8, class: &str, words: &Markup) -> Markup {
    markup! {
        @match level {
            1 => h1 class=(class) { (words) },
            2 => h2 class=(class) { (words) },
            _ => h3 class=(class) { (words) },
        }
    }
}

/// The article with the given number on the page, its headline on the given level.
pub(super) fn article(reading: &Reading, number: usize, level: u8) -> Markup {
    let mut story = Story::of(reading, number);
    let head = story.head(level);
    let body = story.body();
    markup! {
        article id={ "r" (number) } {
            (head)
            (bar(reading, number, level + 1))
            @if !reading.attributions.is_empty() { (key()) }
            (body)
            (panels::sources(reading, &story.sources, &story.prefix, level + 1))
            (panels::figures(reading, &story.sources, &story.prefix, level + 1))
            (notes(reading, level + 1))
            (about(reading, level + 1))
        }
    }
}

/// The four voices: class, name, what it is.
const VOICES: [(&str, &str, &str); 4] = [
    ("direct", "Direct", "in quotation marks"),
    ("paraphrase", "Paraphrase", "others’ statements in the writer’s words"),
    ("naming", "Who says so", "sources and cues"),
    ("writer", "Writer’s voice", "what no attribution covers"),
];

fn bar(reading: &Reading, number: usize, level: u8) -> Markup {
    let percent = shares(reading).percent();
    if percent == [0; 4] {
        return markup! {};
    }
    let of = |kind: Kind| reading.attributions.iter().filter(|a| a.kind == kind).count();
    let starts: Vec<usize> = (0..4).map(|i| percent[..i].iter().sum()).collect();
    let fills = [None, Some(format!("url(#r{number}-hatch)")), Some(format!("url(#r{number}-dots)")), None];
    markup! {
        section.words {
            (heading(level, "small", &markup! { "Whose words" }))
            // The figures below say what it shows.
            svg.bar aria-hidden="true" focusable="false" {
                defs {
                    pattern id={ "r" (number) "-hatch" } width="7" height="7" patternUnits="userSpaceOnUse"
                        patternTransform="rotate(45)" { rect.ground width="7" height="7" {} rect.ink width="2.5" height="7" {} }
                    pattern id={ "r" (number) "-dots" } width="6" height="6" patternUnits="userSpaceOnUse" {
                        rect.ground width="6" height="6" {} circle.ink cx="3" cy="3" r="1.1" {}
                    }
                }
                @for (i, (class, ..)) in VOICES.iter().enumerate() {
                    @if percent[i] > 0 {
                        rect class=(class) x={ (starts[i]) "%" } width={ (percent[i]) "%" } height="100%" fill=[fills[i].as_deref()] {}
                    }
                }
            }
            dl.figures {
                @for (i, (class, name, what)) in VOICES.iter().enumerate() {
                    div {
                        dt {
                            svg.swatch aria-hidden="true" focusable="false" {
                                rect class=(class) width="100%" height="100%" fill=[fills[i].as_deref()] {}
                            }
                            (name)
                        }
                        dd { b { (percent[i]) " %" } " " span.quiet { (what) } }
                    }
                }
            }
            p.quiet {
                (counted(reading.attributions.len(), "attribution")) ": "
                (of(Kind::Direct)) " direct, " (of(Kind::Indirect)) " indirect, " (of(Kind::Mixed)) " mixed"
            }
        }
    }
}

fn key() -> Markup {
    markup! {
        p.key {
            "In the text: "
            span.source.h7.u0 { span.letter { "A" } "a source" } " "
            span.cue.h7.u0 { "and its cue" } ", "
            span.content.h7.u0.quoted { "“words quoted,”" } " "
            span.content.h7.u0 { "words reported" }
            ". Each number leads to who says it; the percentage there is how sure the reading is."
        }
    }
}

fn notes(reading: &Reading, level: u8) -> Markup {
    markup! {
        @if !reading.notes.is_empty() {
            section.end {
                (heading(level, "small", &markup! { "Notes" }))
                ul {
                    @for note in &reading.notes {
                        li { bdi { (visible(&note.message)) } " " code { (note.code) } }
                    }
                }
            }
        }
    }
}

fn about(reading: &Reading, level: u8) -> Markup {
    let article = &reading.article;
    let byline = article.byline.join(", ");
    let facts = [
        ("Headline", article.title.as_deref()),
        ("By", Some(byline.as_str()).filter(|b| !b.is_empty())),
        ("Outlet", article.outlet.as_deref()),
        ("Published", article.published.as_deref()),
        ("Changed", article.modified.as_deref()),
        ("Address", article.url.as_deref()),
        ("Identifier", article.id.as_deref()),
        ("Language", article.language.as_deref()),
        ("Read from", article.path.as_deref()),
    ];
    markup! {
        @if facts.iter().any(|(_, value)| value.is_some()) {
            section.end {
                (heading(level, "small", &markup! { "About this article" }))
                dl.facts {
                    @for (name, value) in facts {
                        @if let Some(value) = value { div { dt { (name) } dd { bdi { (visible(value)) } } } }
                    }
                }
            }
        }
    }
}
