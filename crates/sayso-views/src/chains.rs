//! The chain of each innermost attribution: the hands that it came through, from the article to its root.

use sayso_reading::{Attribution, Chain, Link, Reading};
use sayso_text::Span;

use crate::csv::{write_row, written};
use crate::facts::{facts, place};
use crate::listing::Listing;
use crate::sources::{Sources, plain};
use crate::text::Options;

/// One of the hands, as it is shown.
pub(crate) struct Hand {
    /// What it is called.
    pub(crate) words: String,
    /// Its place among the sources.
    pub(crate) source: Option<usize>,
}

/// For each attribution of a reading its chain, where it is an innermost one.
pub(crate) fn by_attribution(reading: &Reading) -> Vec<Option<&Chain>> {
    let mut chains = vec![None; reading.attributions.len()];
    for chain in &reading.chains {
        if let Some(place) = place(reading, chain.attribution) {
            chains[place] = Some(chain);
        }
    }
    chains
}

/// The hands of a chain, the article first.
pub(crate) fn hands(reading: &Reading, sources: &Sources, chain: &Chain) -> Vec<Hand> {
    let attribution = |link: &Link| link.attribution.and_then(|id| place(reading, id));
    let hand = |(i, link): (usize, &Link)| {
        if i == 0 {
            return Hand { words: "article".to_owned(), source: None };
        }
        let source = link.source.and_then(|id| sources.place(id));
        let source = source.or_else(|| attribution(link).and_then(|a| sources.of[a]));
        let words = source.map_or_else(|| "no source named".to_owned(), |place| sources.list[place].words.clone());
        Hand { words, source }
    };
    chain.links.iter().enumerate().map(hand).collect()
}

/// Hands in one line.
pub(crate) fn line(hands: &[Hand], from: &str) -> String {
    let words: Vec<&str> = hands.iter().map(|hand| hand.words.as_str()).collect();
    words.join(from)
}

pub(crate) const HEADER: [&str; 13] = [
    "path",
    "attribution",
    "depth",
    "chain",
    "sources",
    "attributions",
    "root",
    "stance",
    "stance_of",
    "channel",
    "when",
    "terms",
    "reason",
];

/// A row for each chain. Where a column has a value for each link, `;` stands between them.
pub(crate) fn rows(reading: &Reading) -> String {
    let text = &reading.article.text;
    let sources = Sources::of(reading);
    let last = Attribution::default();
    let named = |name: Option<&'static str>| name.unwrap_or_default().to_owned();
    let words = |span: Option<Span>| span.map(|span| plain(text, &[span])).unwrap_or_default();
    written(|writer| {
        for chain in &reading.chains {
            let a = place(reading, chain.attribution).map_or(&last, |place| &reading.attributions[place]);
            let ids = |id: fn(&Link) -> Option<String>| {
                chain.links.iter().map(|link| id(link).unwrap_or_default()).collect::<Vec<_>>().join(";")
            };
            write_row(
                writer,
                [
                    reading.article.path.clone().unwrap_or_default(),
                    chain.attribution.to_string(),
                    chain.depth().to_string(),
                    line(&hands(reading, &sources, chain), " ← "),
                    ids(|link| link.source.map(|id| id.to_string())),
                    ids(|link| link.attribution.map(|id| id.to_string())),
                    chain.root().map(|id| id.to_string()).unwrap_or_default(),
                    named(a.stance.map(|s| s.stance.name())),
                    a.stance.and_then(|s| s.of).map(|id| id.to_string()).unwrap_or_default(),
                    named(a.channel.map(|c| c.channel.name())),
                    a.when.map(|when| when.days.to_string()).unwrap_or_default(),
                    named(a.terms.map(|stated| stated.terms.name())),
                    words(a.terms.and_then(|stated| stated.reason)),
                ],
            );
        }
    })
}

/// The chains for a terminal: a line or two each, with what is known of the last link.
pub(crate) fn text(reading: &Reading, options: Options) -> String {
    let sources = Sources::of(reading);
    let mut listing = Listing::of(reading, options, reading.chains.len(), "chains");
    for chain in &reading.chains {
        let told = place(reading, chain.attribution).map(|place| &reading.attributions[place]);
        let told = told.map(|a| facts(&reading.article.text, a)).unwrap_or_default();
        let line = line(&hands(reading, &sources, chain), listing.glyphs.from);
        listing.item(&chain.attribution.to_string(), &line, &told);
    }
    listing.done()
}
