//! What holds for the reading of any text: spans at the edges of characters, in order and apart, contents that hold
//! something, ids in text order, kinds that the marks bear out, and the same result every time and on every thread.

mod invariants;

use std::sync::LazyLock;

use proptest::prelude::*;
use sayso_article::{Article, Format, read};
use sayso_reading::{Kind, Reader, Reading};
use sayso_text::Span;
use sayso_text::quotes::{self, Quotes};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn reading_of(text: &str) -> Reading {
    READER.read(article(text))
}

fn article(text: &str) -> Article {
    read(text.as_bytes(), Format::Text, None)
}

/// Pieces of which attributions and their breakages are made.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    " ",
    " ",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{202e}",
    "\0",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    ",",
    ".",
    ":",
    "?",
    " — ",
    "-",
    "(",
    ")",
    "é",
    "𝛼",
    "e\u{301}",
    "\u{301}\u{302}",
    "👩‍🚒",
    "水",
    "HARWICK, May 3 — ",
    "The mayor said on Monday that the bridge would stay shut until June.",
    "“We went home,” said Ada Orr, a baker. “It rained.”",
    "“We have lost two boats in a year and nobody knows why.",
    "\n\n“I ask all of you to be patient until the spring.”\n\n",
    "said ",
    " told the crowd ",
    "according to ",
    "Okoro",
    "the county ",
    "it was ‘not today’ ",
    "and ",
    "Ines Halloran",
    "the river rose ",
    // What follows the attributions: sources, relays, terms, stances, dates, figures.
    "Citing two aides, the Harwick Courier reported that the dam was cracked. ",
    "A senior official told the Courier, on condition of anonymity because it rained, that he had said no. ",
    "She asked not to be named. ",
    "The ministry denied the claim and did not respond to questions. ",
    "He said she said the official said ",
    " last week ",
    " on Monday ",
    "at least 12 of the 40 people were killed ",
    "1,2,3,4 ",
    "٣٠ ",
    "$9,99.",
    "Žofia Ž, the 李 minister, ",
    "العربية ",
    " the report ",
    "who was at the meeting, ",
    "\u{200b}",
    "(",
    "’s ",
];

fn check(reading: &Reading) {
    invariants::check(reading);
    let Reading { article, attributions, .. } = reading;
    let paragraphs: Vec<Span> = article.parts.iter().map(|p| p.span).collect();
    let quotes = quotes::read(&article.text, &paragraphs);
    let mut contents: Vec<Span> = Vec::new();
    for a in attributions.iter().filter(|a| a.within.is_none()) {
        assert_eq!(a.kind, kind(&article.text, &a.content, &quotes), "{a:?}");
        contents.extend(&a.content);
    }
    contents.sort_unstable();
    assert!(contents.windows(2).all(|two| two[0].end <= two[1].start), "contents share nothing: {contents:?}");
}

/// The kind, told from the lengths of what lies in quotations and of the whole.
fn kind(text: &str, content: &[Span], quotes: &Quotes) -> Kind {
    let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = content.iter().map(|c| letters(*c)).sum();
    let quoted: usize = content
        .iter()
        .flat_map(|c| {
            quotes
                .outermost()
                .filter(|q| q.span.overlaps(*c))
                .map(|q| Span::new(q.span.start.max(c.start), q.span.end.min(c.end)))
        })
        .map(letters)
        .sum();
    match quoted {
        0 => Kind::Indirect,
        _ if quoted == all => Kind::Direct,
        _ => Kind::Mixed,
    }
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|p| p.concat());
    prop_oneof![3 => pieces, 1 => "(?s).{0,300}", 1 => "[a-z “”\"'\n,.:]{0,400}"]
}

proptest! {
    // The encoder makes each case dear.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in texts()) {
        let reading = reading_of(&text);
        prop_assert_eq!(&reading.article.text, &article(&text).text);
        check(&reading);
    }

    #[test]
    fn a_reading_stays_the_same_on_any_thread(text in texts()) {
        let here = reading_of(&text);
        let there = std::thread::scope(|scope| {
            let both = [(); 2].map(|()| scope.spawn(|| reading_of(&text)));
            both.map(|thread| thread.join().expect("no panic"))
        });
        prop_assert_eq!(&here, &there[0]);
        prop_assert_eq!(&here, &there[1]);
    }
}

#[test]
fn what_the_properties_are_about_is_there() {
    let text =
        "HARWICK, May 3 — The mayor said on Monday that the bridge would stay shut.\n\n“We went home,” said Ada Orr.";
    let reading = reading_of(text);
    assert_eq!(reading.attributions.len(), 2, "{:?}", reading.attributions);
    check(&reading);
}
