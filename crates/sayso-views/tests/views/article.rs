//! An invented article and its reading, made by hand.
//!
//! It has what the views must cope with: all kinds, headline and deck, a dateline, several paragraphs of one speech,
//! interrupted and nested contents, a source with several cues, unnamed sources, no source, no cue.

use sayso_article::{Article, Part, PartSpan};
use sayso_reading::{Attribution, AttributionId, Kind, Reading};
use sayso_text::{Note, Span};

pub(crate) const TEXT: &str = "\
Lowmere bridge will stay shut until spring, mayor says

Engineers warned of weak piers in 2024, according to a report the council never published

By Nora Quill

LOWMERE, March 3 — The Old Ferry Bridge will stay closed until at least next spring, Mayor Ines Halloran said on Monday, after divers found cracks in two of its six piers.

“I will not open a bridge that I would not drive my own children across,” Halloran told a packed meeting at the town hall. “Not for the traders, not for the buses, not for anybody.”

A report by Castellan Engineers, seen by the Lowmere Courier, warned in 2024 that the piers had “lost a third of their bearing strength” and should be looked at every month. It was never published.

Two council officials, who spoke on condition of anonymity because they were not authorised to discuss the matter, said the report had been put aside so as not to harm the town’s bid for the regional games.

The Courier reported last week that the finance director, Piet Okonjo, believed the repairs would cost at least 14 million crowns. Okonjo declined to comment.

“That is simply false,” said Tamsin Reyes, a spokeswoman for the council, when asked about the report. She added that every inspection since 2019 had been carried out on time and denied that any document had been withheld.

In a speech that drew boos and applause alike, the opposition leader, Davor Lindqvist, said:

“We have been lied to for two years. The money was there. The warnings were there.

“What was missing was a mayor who reads what is put on her desk.

“I ask her tonight to resign.”

It was widely feared that the closing would hit the Saturday market hardest. Traders say their takings have fallen by about a third. The harbour authority, which counts lorries at the toll gate, puts the drop in traffic at 41 percent.

Police “strongly” advised drivers to take the northern ring road and, according to the bus company, journeys to the hospital now take 25 minutes longer.

The bridge, opened in 1931, carried some 9,000 vehicles a day. The council meets again on Thursday.

“Will it ever open again? I honestly could not tell you.”

The Old Ferry Bridge on Sunday, with divers at the third pier.

Nora Quill has covered Lowmere since 2011.
";

/// One attribution by its words: source, cue, content pieces, kind, confidence, the attribution it lies in.
type Row = (&'static str, &'static str, &'static [&'static str], Kind, f32, Option<u32>);

/// A piece is found by its words, which must stand in the text once; where they need words around them to be found, the
/// piece itself stands in `⟦⟧`.
const ROWS: &[Row] = {
    use Kind::{Direct, Indirect, Mixed};
    &[
        ("⟦mayor⟧ says", "mayor ⟦says⟧", &["Lowmere bridge will stay shut until spring"], Indirect, 0.95, None),
        (
            "a report the council never published",
            "⟦according to⟧ a report",
            &["Engineers warned of weak piers in 2024"],
            Indirect,
            0.88,
            None,
        ),
        ("⟦Engineers⟧ warned of weak", "⟦warned of⟧ weak", &["weak piers in 2024"], Indirect, 0.61, Some(2)),
        (
            "Mayor Ines Halloran",
            "⟦said⟧ on Monday",
            &["The Old Ferry Bridge will stay closed until at least next spring"],
            Indirect,
            0.972,
            None,
        ),
        (
            "⟦Halloran⟧ told a",
            "⟦told⟧ a packed meeting",
            &[
                "“I will not open a bridge that I would not drive my own children across,”",
                "“Not for the traders, not for the buses, not for anybody.”",
            ],
            Direct,
            0.96,
            None,
        ),
        (
            "A report by Castellan Engineers",
            "⟦warned⟧ in 2024 that",
            &["⟦that the piers had “lost a third of their bearing strength” and should be looked at every month⟧."],
            Mixed,
            0.9,
            None,
        ),
        (
            "Two council officials",
            "matter, ⟦said⟧ the report",
            &["the report had been put aside so as not to harm the town’s bid for the regional games"],
            Indirect,
            0.93,
            None,
        ),
        (
            "⟦The Courier⟧ reported",
            "⟦reported⟧ last week",
            &["that the finance director, Piet Okonjo, believed the repairs would cost at least 14 million crowns"],
            Indirect,
            0.94,
            None,
        ),
        (
            "the finance director, Piet Okonjo",
            "⟦believed⟧ the repairs",
            &["the repairs would cost at least 14 million crowns"],
            Indirect,
            0.66,
            Some(8),
        ),
        (
            "Tamsin Reyes, a spokeswoman for the council",
            "⟦said⟧ Tamsin",
            &["“That is simply false,”"],
            Direct,
            0.98,
            None,
        ),
        (
            "⟦She⟧ added",
            "She ⟦added⟧",
            &["that every inspection since 2019 had been carried out on time"],
            Indirect,
            0.89,
            None,
        ),
        ("⟦She⟧ added", "and ⟦denied⟧ that any", &["that any document had been withheld"], Indirect, 0.84, None),
        (
            "the opposition leader, Davor Lindqvist",
            "Lindqvist, ⟦said⟧:",
            &[
                "“We have been lied to for two years. The money was there. The warnings were there.\n\n“What was missing was a mayor who reads what is put on her desk.\n\n“I ask her tonight to resign.”",
            ],
            Direct,
            0.97,
            None,
        ),
        ("", "was widely feared", &["that the closing would hit the Saturday market hardest"], Indirect, 0.58, None),
        ("⟦Traders⟧ say", "Traders ⟦say⟧", &["their takings have fallen by about a third"], Indirect, 0.91, None),
        (
            "⟦The harbour authority⟧, which",
            "⟦puts⟧ the drop",
            &["the drop in traffic at 41 percent"],
            Indirect,
            0.72,
            None,
        ),
        (
            "⟦Police⟧ “strongly”",
            "⟦advised⟧ drivers",
            &["“strongly”", "drivers to take the northern ring road"],
            Mixed,
            0.7,
            None,
        ),
        (
            "the bus company",
            "⟦according to⟧ the bus",
            &["journeys to the hospital now take 25 minutes longer"],
            Indirect,
            0.9,
            None,
        ),
        ("", "", &["“Will it ever open again? I honestly could not tell you.”"], Direct, 0.41, None),
    ]
};

/// The reading of the article.
pub(crate) fn reading() -> Reading {
    let attributions = ROWS.iter().zip(1..).map(|(row, number)| attribution(row, number)).collect();
    let doubt =
        Note::new("no-source-found", "a quotation of 11 words stands alone; see who says it in the paragraphs before")
            .at(span(TEXT, "“Will it ever open again? I honestly could not tell you.”"));
    let article = Article {
        path: Some("articles/bridge.txt".to_owned()),
        title: Some("Lowmere bridge will stay shut until spring, mayor says".to_owned()),
        deck: Some(
            "Engineers warned of weak piers in 2024, according to a report the council never published".to_owned(),
        ),
        byline: vec!["Nora Quill".to_owned()],
        outlet: Some("Lowmere Evening Post".to_owned()),
        published: Some("2026-03-03T18:20:00+01:00".to_owned()),
        language: Some("en".to_owned()),
        text: TEXT.to_owned(),
        parts: parts(TEXT),
        ..Article::default()
    };
    Reading { article, attributions, notes: vec![doubt], ..Reading::default() }
}

/// A reading of a text of one's own, all of it body: rows of source, cue, content (each found by its words), kind.
pub(crate) fn small(text: &str, rows: &[(&str, &str, &str, Kind)]) -> Reading {
    let attributions = rows
        .iter()
        .zip(1..)
        .map(|(&(source, cue, content, kind), number)| Attribution {
            id: AttributionId(number),
            within: None,
            source: spans(text, &[source]),
            cue: spans(text, &[cue]),
            content: spans(text, &[content]),
            kind,
            confidence: 0.9,
            ..Attribution::default()
        })
        .collect();
    Reading { article: Article { text: text.to_owned(), ..Article::default() }, attributions, ..Reading::default() }
}

fn attribution(&(source, cue, content, kind, confidence, within): &Row, number: u32) -> Attribution {
    Attribution {
        id: AttributionId(number),
        within: within.map(AttributionId),
        source: spans(TEXT, &[source]),
        cue: spans(TEXT, &[cue]),
        content: spans(TEXT, content),
        kind,
        confidence,
        ..Attribution::default()
    }
}

fn spans(text: &str, pieces: &[&str]) -> Vec<Span> {
    pieces.iter().filter(|piece| !piece.is_empty()).map(|piece| span(text, piece)).collect()
}

/// Where words stand; they must stand there once.
fn span(text: &str, piece: &str) -> Span {
    let (before, inner) = match piece.split_once('⟦') {
        Some((before, rest)) => (before, rest.split_once('⟧').expect("what opens closes").0),
        None => ("", piece),
    };
    let words: String = piece.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    let mut found = text.match_indices(&words);
    let at = found.next().unwrap_or_else(|| panic!("not in the text: {words}")).0;
    assert!(found.next().is_none(), "twice in the text: {words}");
    Span::new(at + before.len(), at + before.len() + inner.len())
}

fn parts(text: &str) -> Vec<PartSpan> {
    let dateline = "LOWMERE, March 3 —";
    let mut parts = Vec::new();
    let mut at = 0;
    for (i, paragraph) in text.trim_end().split("\n\n").enumerate() {
        let span = Span::new(at, at + paragraph.len());
        at = span.end + 2;
        let part = match i {
            0 => Part::Headline,
            1 => Part::Deck,
            2 => Part::Byline,
            _ if paragraph.starts_with("The Old Ferry Bridge on Sunday") => Part::Caption,
            _ if paragraph.starts_with("Nora Quill has") => Part::Bio,
            _ => Part::Body,
        };
        if paragraph.starts_with(dateline) {
            let cut = span.start + dateline.len();
            parts.push(PartSpan { part: Part::Dateline, span: Span::new(span.start, cut) });
            parts.push(PartSpan { part, span: Span::new(cut + 1, span.end) });
        } else {
            parts.push(PartSpan { part, span });
        }
    }
    parts
}
