//! Sources, chains, figures and statements, as rows and as lines.

use csv::{Reader, StringRecord};
use sayso_reading::figures::Bound;
use sayso_reading::{
    Attribution, AttributionId, Channel, Figure, FigureId, Kind, Reading, Source, SourceId, SourceType, StatedChannel,
    StatedTerms, Terms,
};
use sayso_text::Span;
use sayso_views::{ATTRIBUTIONS, CHAINS, FIGURES, Options, SOURCES, STATEMENTS, View, html, json_line, unguarded};
use unicode_width::UnicodeWidthStr;

use crate::HOSTILE;
use crate::article::{chains, reading, small};

const VIEWS: [(&str, View); 5] = [
    ("attributions", ATTRIBUTIONS),
    ("sources", SOURCES),
    ("chains", CHAINS),
    ("figures", FIGURES),
    ("statements", STATEMENTS),
];

fn rows(view: View, readings: &[Reading]) -> Vec<StringRecord> {
    let written = view.csv(readings);
    // A row of another length than the header's would be an error.
    Reader::from_reader(written.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn rows_of_each_view() {
    for (name, view) in &VIEWS[1..] {
        insta::assert_snapshot!(format!("{name}_rows"), view.csv(&[reading()]).replace("\r\n", "\n"));
    }
}

#[test]
fn lines_of_each_view() {
    for (name, view) in &VIEWS[1..] {
        let wide = view.text(&reading(), Options::default());
        let narrow = view.text(&reading(), Options { width: 40, unicode: false, ..Options::default() });
        insta::assert_snapshot!(format!("{name}_lines"), format!("{wide}\n{narrow}"));
    }
}

#[test]
fn statements_have_the_columns_of_the_benchmark() {
    assert_eq!(STATEMENTS.csv_header(), "statement,source_type,anonymous,name,title,justification\r\n");
    let rows = rows(STATEMENTS, &[reading(), reading()]);
    let (first, second) = rows.split_at(rows.len() / 2);
    assert_eq!(first, second);
    let kinds: Vec<&str> = first.iter().map(|row| &row[1]).collect();
    assert!(kinds.contains(&"named person") && kinds.contains(&"named organization") && kinds.contains(&"document"));
    assert_eq!(first.iter().filter(|row| &row[2] == "Y").count(), 1);
}

#[test]
fn of_nothing_there_is_a_header_and_a_line() {
    for (name, view) in VIEWS {
        assert_eq!(view.csv_rows(&Reading::default()), "");
        assert_eq!(view.csv(&[]), view.csv_header());
        let text = view.text(&Reading::default(), Options::default());
        assert!(text.to_lowercase().contains("no "), "{name}: {text}");
    }
}

/// A reading in which every word that can be an article's is a hostile one.
fn hostile() -> Reading {
    let mut reading =
        small(HOSTILE, &[("=1+1", "alert", "<script>", Kind::Direct), (HOSTILE, "", "café", Kind::Mixed)]);
    let all = Span::new(0, HOSTILE.len());
    let formula = reading.attributions[0].source[0];
    let terms = StatedTerms { terms: Terms::Anonymity, span: all, reason: Some(all) };
    for (attribution, id) in reading.attributions.iter_mut().zip(1..) {
        attribution.source_id = Some(SourceId(id));
        attribution.channel = Some(StatedChannel { channel: Channel::Email, span: all });
        attribution.terms = Some(terms);
    }
    reading.attributions[1].within = Some(AttributionId(1));
    reading.sources = [(1, formula), (2, all)]
        .map(|(id, span)| Source {
            id: SourceId(id),
            kind: SourceType::NamedPerson,
            name: Some(span),
            titles: vec![span],
            affiliations: vec![all],
            aliases: vec![span],
            mentions: vec![span],
            terms: Some(terms),
            justification: Some(span),
        })
        .to_vec();
    reading.chains = chains(&reading.attributions);
    reading.figures = vec![figure(1, all, Some(1)), figure(2, formula, None)];
    reading.article.title = Some(HOSTILE.to_owned());
    reading.article.path = Some("=path".to_owned());
    reading
}

fn figure(id: u32, span: Span, attribution: Option<u32>) -> Figure {
    Figure {
        id: FigureId(id),
        span,
        value: None,
        low: Some(24.0),
        high: None,
        bound: Bound::Unstated,
        unit: HOSTILE.to_owned(),
        measure: None,
        who: Some(span),
        place: Some(span),
        as_of: None,
        part_of: None,
        attribution: attribution.map(AttributionId),
    }
}

#[test]
fn nothing_of_an_article_acts_in_any_view() {
    for (name, view) in VIEWS {
        for row in rows(view, &[hostile()]) {
            for cell in &row {
                assert!(!cell.starts_with(['=', '+', '@']), "{name}: {cell}");
            }
        }
        for width in [24, 40, 80] {
            for unicode in [true, false] {
                let text = view.text(&hostile(), Options { width, color: false, unicode });
                assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{name}: {text:?}");
                assert!(!text.contains(['\u{202e}', '\u{202c}']), "{name}");
                assert!(unicode || text.is_ascii(), "{name}: {text}");
                assert!(text.lines().all(|line| line.width() <= width), "{name}: {text}");
            }
        }
    }
    let page = html(&[hostile()]);
    assert!(!page.contains("<script") && !page.contains(|c: char| c.is_control() && c != '\n'));
    assert!(!page.contains(['\u{202e}', '\u{202c}']));
}

#[test]
fn a_guarded_cell_gives_its_words_back() {
    let source = &rows(SOURCES, &[hostile()])[0];
    assert_eq!((&source[3], unguarded(&source[3])), ("'=1+1", "=1+1"));
    assert_eq!(&rows(STATEMENTS, &[hostile()])[0][3], "'=1+1");
}

/// Ten thousand attributions of one source or of as many, side by side or in tens inside each other.
fn many(sources: usize, deep: bool) -> Reading {
    const COUNT: usize = 10_000;
    let text = "The dam held 12 days, Ann said. ".repeat(COUNT);
    let at = |n: usize, start: usize, end: usize| Span::new(n * 32 + start, n * 32 + end);
    let ids = |n: usize| SourceId((n % sources) as u32 + 1);
    let attributions: Vec<Attribution> = (0..COUNT)
        .map(|n| Attribution {
            id: AttributionId(n as u32 + 1),
            within: (deep && !n.is_multiple_of(10)).then_some(AttributionId(n as u32)),
            source: vec![at(n, 22, 25)],
            source_id: Some(ids(n)),
            cue: vec![at(n, 26, 30)],
            content: vec![at(n, 0, 20)],
            ..Attribution::default()
        })
        .collect();
    let source = |n: usize| Source {
        id: ids(n),
        kind: SourceType::NamedPerson,
        name: Some(at(n, 22, 25)),
        titles: (n..COUNT).step_by(sources).map(|n| at(n, 4, 7)).collect(),
        affiliations: (n..COUNT).step_by(sources).map(|n| at(n, 8, 12)).collect(),
        aliases: Vec::new(),
        mentions: (n..COUNT).step_by(sources).map(|n| at(n, 22, 25)).collect(),
        terms: None,
        justification: None,
    };
    let mut reading = small(&text, &[]);
    reading.sources = (0..sources).map(source).collect();
    reading.figures = (0..COUNT).map(|n| figure(n as u32 + 1, at(n, 13, 20), Some(n as u32 + 1))).collect();
    if !deep {
        reading.chains =
            attributions.iter().flat_map(|a| chains(&[Attribution { id: AttributionId(1), ..a.clone() }])).collect();
        for (chain, a) in reading.chains.iter_mut().zip(&attributions) {
            chain.attribution = a.id;
        }
    }
    reading.attributions = attributions;
    reading
}

/// Were any of it quadratic, this would not end while somebody waits.
#[test]
fn ten_thousand_attributions_take_no_more_for_each() {
    for reading in [many(10_000, false), many(1, true)] {
        for (name, view) in VIEWS {
            let text = view.text(&reading, Options::default());
            let rows = view.csv_rows(&reading);
            assert!(text.len().max(rows.len()) < 8_000_000, "{name}: {} {}", text.len(), rows.len());
        }
        assert!(json_line(&reading).len() < 20_000_000);
        assert!(html(&[reading]).len() < 40_000_000);
    }
}
