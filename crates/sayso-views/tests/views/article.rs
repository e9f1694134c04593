//! An invented article and its reading, made by hand.
//!
//! It has what the views must cope with: all kinds, headline and deck, a dateline, several paragraphs of one speech,
//! interrupted and nested contents, a source with several cues, unnamed sources, no source, no cue; sources of every type, a
//! relay, figures given by some and by nobody, and what can be known of an attribution.

use sayso_article::{Article, Part, PartSpan};
use sayso_reading::dates::{Days, day};
use sayso_reading::figures::{Bound, Evident};
use sayso_reading::{
    Attribution, AttributionId, Chain, Channel, Figure, FigureId, Kind, Link, Reading, Source, SourceId, SourceType,
    Stance, StatedChannel, StatedStance, StatedTerms, Terms, When,
};
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
    let mut attributions: Vec<Attribution> =
        ROWS.iter().zip(1..).map(|(row, number)| attribution(row, number)).collect();
    know(&mut attributions);
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
    let sources = sources(&mut attributions);
    let chains = chains(&attributions);
    Reading { article, attributions, sources, chains, figures: figures(), notes: vec![doubt], ..Reading::default() }
}

/// What the article tells of some attributions.
fn know(attributions: &mut [Attribution]) {
    let on = |words: &str, days: Days| Some(When { days, span: span(TEXT, words) });
    let date = |given: &str| day(given).expect("a date");
    attributions[0].rests_on = Some(AttributionId(4));
    attributions[3].when = on("said ⟦on Monday⟧", Days::Day(date("2026-03-02")));
    attributions[5].when = on("warned ⟦in 2024⟧ that", Days::Year(2024));
    attributions[5].channel =
        Some(StatedChannel { channel: Channel::Report, span: span(TEXT, "⟦A report⟧ by Castellan") });
    attributions[6].terms = Some(anonymity());
    attributions[7].when = on("last week", Days::Range(date("2026-02-23"), date("2026-03-01")));
    attributions[11].stance = Some(StatedStance {
        stance: Stance::Denies,
        span: span(TEXT, "and ⟦denied⟧ that any"),
        of: Some(AttributionId(7)),
    });
    attributions[12].channel = Some(StatedChannel { channel: Channel::Speech, span: span(TEXT, "In a speech") });
}

/// On condition of anonymity, and why.
fn anonymity() -> StatedTerms {
    StatedTerms {
        terms: Terms::Anonymity,
        span: span(TEXT, "on condition of anonymity"),
        reason: Some(span(TEXT, "because they were not authorised to discuss the matter")),
    }
}

/// A source: type, name, titles, affiliations, aliases, numbers of its attributions.
type SourceRow = (
    SourceType,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [u32],
);

const SOURCES: &[SourceRow] = {
    use SourceType::{AnonymousSource, Document, NamedOrganization, NamedPerson, UnnamedGroup};
    &[
        (NamedPerson, "Ines Halloran", &["⟦Mayor⟧ Ines", ", ⟦mayor⟧ says"], &[], &["⟦Halloran⟧ told"], &[1, 4, 5]),
        (Document, "", &[], &[], &[], &[2]),
        (UnnamedGroup, "", &["⟦Engineers⟧ warned of"], &[], &[], &[3]),
        (Document, "", &[], &["by ⟦Castellan Engineers⟧"], &[], &[6]),
        (AnonymousSource, "", &["council ⟦officials⟧"], &["Two ⟦council⟧ officials"], &[], &[7]),
        (NamedOrganization, "Lowmere Courier", &[], &[], &["⟦The Courier⟧ reported"], &[8]),
        (NamedPerson, "Piet Okonjo", &["the finance director"], &[], &[], &[9]),
        (
            NamedPerson,
            "Tamsin Reyes",
            &["a spokeswoman for the council"],
            &["spokeswoman for ⟦the council⟧, when"],
            &[],
            &[10, 11, 12],
        ),
        (NamedPerson, "Davor Lindqvist", &["the opposition leader"], &[], &[], &[13]),
        (UnnamedGroup, "", &[], &[], &[], &[15]),
        (NamedOrganization, "⟦The harbour authority⟧, which", &[], &[], &[], &[16]),
        (UnnamedGroup, "", &[], &[], &[], &[17]),
        (NamedOrganization, "the bus company", &[], &[], &[], &[18]),
    ]
};

/// The sources; tells the attributions whose they are.
fn sources(attributions: &mut [Attribution]) -> Vec<Source> {
    let source = |(&(kind, name, titles, affiliations, aliases, numbers), id): (&SourceRow, u32)| {
        let mut mentions = Vec::new();
        for number in numbers {
            let attribution = &mut attributions[*number as usize - 1];
            attribution.source_id = Some(SourceId(id));
            mentions.extend(&attribution.source);
        }
        mentions.dedup();
        Source {
            id: SourceId(id),
            kind,
            name: spans(TEXT, &[name]).first().copied(),
            titles: spans(TEXT, titles),
            affiliations: spans(TEXT, affiliations),
            aliases: spans(TEXT, aliases),
            mentions,
            terms: (kind == SourceType::AnonymousSource).then(anonymity),
            justification: (id == 11).then(|| span(TEXT, "which counts lorries at the toll gate")),
        }
    };
    SOURCES.iter().zip(1..).map(source).collect()
}

/// The chains that nesting makes; for a reading of one's own as well.
pub(crate) fn chains(attributions: &[Attribution]) -> Vec<Chain> {
    let holds = |id: AttributionId| attributions.iter().any(|a| a.within == Some(id));
    let link = |a: &Attribution| Link { source: a.source_id, attribution: Some(a.id), span: a.source.first().copied() };
    let chain = |innermost: &Attribution| {
        let outer = |a: &&Attribution| a.within.map(|id| &attributions[id.0 as usize - 1]);
        let mut links: Vec<Link> = std::iter::successors(Some(innermost), outer).map(link).collect();
        links.push(Link { source: None, attribution: None, span: None });
        links.reverse();
        Chain { attribution: innermost.id, links }
    };
    attributions.iter().filter(|a| !holds(a.id)).map(chain).collect()
}

/// Words, value, bound, unit, measure, the attribution that gives it.
type FigureRow = (&'static str, Option<f64>, Bound, &'static str, Option<(&'static str, &'static str)>, Option<u32>);

const FIGURES: &[FigureRow] = &[
    ("at least 14 million crowns", Some(14e6), Bound::AtLeast, "crowns", Some(("cost", "would ⟦cost⟧")), Some(9)),
    ("about a third", None, Bound::About, "share", Some(("fell", "have ⟦fallen⟧")), Some(15)),
    ("41 percent", Some(41.0), Bound::Exactly, "percent", None, Some(16)),
    ("some 9,000 vehicles", Some(9000.0), Bound::About, "vehicles", None, None),
];

fn figures() -> Vec<Figure> {
    let figure = |(&(words, value, bound, unit, measure, attribution), id): (&FigureRow, u32)| Figure {
        id: FigureId(id),
        span: span(TEXT, words),
        value,
        low: None,
        high: None,
        bound,
        unit: unit.to_owned(),
        measure: measure.map(|(value, words)| Evident { value, span: span(TEXT, words) }),
        who: None,
        place: None,
        as_of: None,
        part_of: None,
        attribution: attribution.map(AttributionId),
    };
    FIGURES.iter().zip(1..).map(figure).collect()
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
