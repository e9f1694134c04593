//! That what follows the tagger takes linear time, on attributions that no tagger would find.

use std::time::{Duration, Instant};

use sayso_article::{Article, Part, PartSpan};
use sayso_text::Span;

use super::*;
use crate::{Attribution, AttributionId, acts};

/// A text and its attributions in the making.
#[derive(Default)]
struct Draft {
    text: String,
    attributions: Vec<Attribution>,
}

impl Draft {
    fn write(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    /// Source, cue and content with a space after each; what is empty is left out.
    fn say(&mut self, source: &str, cue: &str, content: &str) {
        let mut part = |words: &str| {
            let span = self.write(words);
            self.write(" ");
            Some(span).filter(|span| !span.is_empty()).into_iter().collect::<Vec<_>>()
        };
        let (source, cue, content) = (part(source), part(cue), part(content));
        let id = AttributionId(self.attributions.len() as u32 + 1);
        let act = acts::of(&self.text, &cue).0;
        self.attributions.push(Attribution {
            id,
            source,
            cue,
            content,
            act,
            confidence: 0.9,
            ..Attribution::default()
        });
    }

    fn reading(self, head: usize) -> Reading {
        let parts = [(Part::Headline, Span::new(0, head)), (Part::Body, Span::new(head, self.text.len()))];
        let parts = parts.into_iter().filter(|(_, span)| !span.is_empty());
        let article = Article {
            parts: parts.map(|(part, span)| PartSpan { part, span: span.trim(&self.text) }).collect(),
            published: Some("2023-11-09".to_owned()),
            outlet: Some("Brask Mirror".to_owned()),
            text: self.text,
            ..Article::default()
        };
        Reading { article, attributions: self.attributions, ..Reading::default() }
    }
}

/// A word for a number, with a capital: names of their own.
fn name(number: usize) -> String {
    let letters = format!("{number:05}");
    let letters = letters.bytes().map(|digit| char::from(b'a' + digit - b'0'));
    format!("O{}", letters.collect::<String>())
}

type Case = fn(&mut Draft, usize);
type Make = Box<dyn Fn(usize) -> Reading>;

/// Ways to write an article that nobody writes, each with something of which there is as much as asked for.
const CASES: &[(&str, Case)] = &[
    ("one name", |d, _| d.say("Ada Orr", "said", "it rained.")),
    ("names", |d, i| d.say(&format!("Ada {}", name(i)), "said", "it rained.")),
    ("names and a pronoun", |d, i| {
        d.say(&format!("Ada {}", name(i)), "said", "it rained.");
        d.say("One", "said", "it rained.");
    }),
    ("titles of one name", |d, i| {
        d.say(&format!("Ada Orr, the {} minister,", name(i).to_lowercase()), "said", "it rained.");
    }),
    ("ministries of one name", |d, i| d.say(&format!("Ada Orr of the {} Ministry", name(i)), "said", "it rained.")),
    ("short forms of one name", |d, i| d.say(&format!("The Brask {} Agency", name(i)), "said", "it rained.")),
    ("pronouns", |d, _| d.say("He", "said", "it rained.")),
    ("the officials", |d, _| d.say("The official", "said", "it rained.")),
    ("organizations", |d, i| {
        d.say(&format!("The {} Company", name(i)), "said", "it rained.");
        d.say("The company", "said", "it rained.");
    }),
    ("one sentence", |d, _| d.say("he", "said", "it rained and")),
    ("one sentence of names", |d, i| d.say(&format!("Minister {}", name(i)), "said", "it rained")),
    ("capitals", |d, _| d.say("ADA ORR", "SAID", "IT RAINED")),
    ("capitals throughout", |d, _| {
        d.write("Ada Orr Of The Brask ");
    }),
    ("relays", |d, _| d.say("He", "told", "the Courier in an interview with Radio Brask.")),
    ("relays in one sentence", |d, i| {
        d.write("told the Courier, ");
        if i % 16 == 0 {
            d.say("he", "said", "it rained and");
        }
    }),
    ("denials", |d, _| d.say("The clerk", "denied", "the claim that it rained.")),
    ("contents alike", |d, _| d.say("The clerk", "said", "the bridge near the Brask reservoir wall is closed.")),
    ("dates", |d, _| d.say("The clerk", "said on Monday", "it rained on Tuesday")),
    ("terms", |d, _| d.say("an aide", "said", "on condition of anonymity because it rained.")),
    ("terms in one sentence", |d, _| {
        d.say("he", "said", "so");
        d.write("not authorised to speak, on condition of anonymity because ");
    }),
    ("terms of those before", |d, _| {
        d.write("She asked not to be named. ");
    }),
    ("no answer", |d, _| {
        d.write("the ministry did not respond to requests for comment and ");
    }),
    ("figures", |d, _| {
        d.write("killing at least 12 of the 40 people and $3 million of 12 percent ");
    }),
    ("numbers", |d, _| {
        d.write("1,2,3,4 ٣٠ two hundred thousand ");
    }),
    ("marks", |d, _| {
        d.write("“(, ");
    }),
];

fn reading_of(case: Case, count: usize) -> Reading {
    let mut draft = Draft::default();
    for i in 0..count {
        case(&mut draft, i);
    }
    draft.reading(0)
}

/// As many attributions in one content.
fn nested(count: usize) -> Reading {
    let mut draft = Draft::default();
    draft.say("The Courier", "reported", "");
    for _ in 0..count {
        draft.say("Ada Orr", "said", "the bridge is closed.");
        draft.write("She asked not to be named. ");
    }
    let whole = Span::new("The Courier reported  ".len(), draft.text.len()).trim(&draft.text);
    draft.attributions[0].content = vec![whole];
    for inner in &mut draft.attributions[1..] {
        inner.within = Some(AttributionId(1));
    }
    draft.reading(0)
}

/// A headline and as many contents with its words.
fn headed(count: usize) -> Reading {
    let mut draft = Draft::default();
    draft.say("Mayor", "says", "bridge near Brask reservoir wall closed");
    draft.write("\n\n");
    let head = draft.text.len();
    for _ in 0..count {
        draft.say("The clerk", "said", "the bridge near the Brask reservoir wall is closed.");
    }
    draft.reading(head)
}

fn all() -> Vec<(&'static str, Make)> {
    let mut all: Vec<(&str, Make)> = Vec::new();
    for &(name, case) in CASES {
        all.push((name, Box::new(move |count| reading_of(case, count))));
    }
    all.push(("nested", Box::new(nested)));
    all.push(("headed", Box::new(headed)));
    all
}

/// The bytes of all spans that are shown, and how many there are.
fn work(reading: &Reading) -> usize {
    let chains = reading.chains.iter().map(|chain| chain.links.len()).sum::<usize>();
    let sources = reading.sources.iter().flat_map(|s| {
        s.titles
            .iter()
            .chain(&s.affiliations)
            .chain(&s.aliases)
            .chain(&s.mentions)
            .chain(&s.name)
            .chain(&s.justification)
    });
    let figures = reading.figures.iter().map(|f| f.span.len());
    let terms = reading.attributions.iter().filter_map(|a| a.terms).chain(reading.unanswered.iter().map(|u| u.stated));
    let terms = terms.map(|t| t.span.len() + t.reason.map_or(0, Span::len));
    chains + sources.map(|span| span.len() + 1).sum::<usize>() + figures.chain(terms).sum::<usize>()
}

#[test]
fn four_times_the_text_has_four_times_as_much_in_it() {
    for (name, make) in all() {
        let work = [50, 200].map(|count| {
            let mut reading = make(count);
            derive(&mut reading, &mut Vec::new());
            work(&reading)
        });
        // A reading of the smaller text may leave out what only the larger one tells.
        assert!(work[1] <= 6 * work[0] + 500, "{name}: {work:?}");
    }
}

#[test]
#[ignore = "measures time: cargo test -p sayso-reading linear_time -- --ignored"]
fn linear_time() {
    let took = |reading: &Reading| -> Duration {
        let once = || {
            let mut reading = reading.clone();
            let start = Instant::now();
            derive(&mut reading, &mut Vec::new());
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or_default()
    };
    let (mut told, mut is_linear) = (Vec::new(), true);
    for (name, make) in all() {
        let few = took(&make(1000));
        let many = took(&make(4000));
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        told.push(format!("{name}: {few:?}, {many:?}, {ratio:.1} times"));
        is_linear &= ratio < 8.0;
    }
    assert!(is_linear, "{}", told.join("\n"));
}
