//! The rows, read back by a CSV reader.

use csv::{Reader, StringRecord};
use sayso_reading::{Kind, Reading};
use sayso_text::CodePoints;
use sayso_views::{ATTRIBUTIONS, unguarded};

use crate::article::{reading, small};

fn rows(readings: &[Reading]) -> Vec<StringRecord> {
    let written = ATTRIBUTIONS.csv(readings);
    let mut reader = Reader::from_reader(written.as_bytes());
    let header = "path,id,within,kind,confidence,source,cue,content,source_spans,cue_spans,content_spans";
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), header);
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn every_attribution_comes_back_from_its_row() {
    let reading = reading();
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    let rows = rows(std::slice::from_ref(&reading));
    assert_eq!(rows.len(), reading.attributions.len());
    for (a, row) in reading.attributions.iter().zip(&rows) {
        assert_eq!(&row[0], "articles/bridge.txt");
        assert_eq!(&row[1], a.id.to_string());
        assert_eq!(&row[2], a.within.map(|w| w.to_string()).unwrap_or_default());
        assert_eq!(&row[3], a.kind.name());
        assert!((row[4].parse::<f32>().unwrap() - a.confidence).abs() < 0.001);
        for (column, spans) in [(5, &a.source), (6, &a.cue), (7, &a.content)] {
            let offsets = row[column + 3].split(';').filter(|s| !s.is_empty());
            let found: Vec<(usize, usize)> = offsets
                .map(|s| s.split_once(':').unwrap())
                .map(|(start, end)| (map.byte(start.parse().unwrap()), map.byte(end.parse().unwrap())))
                .collect();
            assert_eq!(found, spans.iter().map(|s| (s.start, s.end)).collect::<Vec<_>>());
            let words: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
            assert_eq!(unguarded(&row[column]), words.join(" … "));
        }
    }
}

#[test]
fn no_cell_becomes_a_formula_and_none_is_lost() {
    let check = |source: &str, cell: &str| {
        let reading = small(&format!("said {source}"), &[(source, "", "", Kind::Indirect)]);
        let rows = rows(&[reading]);
        assert_eq!(&rows[0][5], cell, "{source:?}");
        assert_eq!(unguarded(&rows[0][5]), source);
    };
    check("=SUM(A1)", "'=SUM(A1)");
    check("+49 30", "'+49 30");
    check("-5 degrees", "'-5 degrees");
    check("@mayor", "'@mayor");
    check("\u{FF1D}1", "'\u{FF1D}1");
    check("\t=1", "'\t=1");
    check("'=1", "''=1");
    check("''=1", "'''=1");
    check("-", "-");
    check("'tis", "'tis");
    check("–5", "–5");
    check("5-1", "5-1");
    check("\"a\", b\r\nc", "\"a\", b\r\nc");
}

#[test]
fn lines_end_as_rfc_4180_has_it() {
    let rows = ATTRIBUTIONS.csv_rows(&small("Ann said no.", &[("Ann", "said", "no", Kind::Indirect)]));
    assert_eq!(rows, ",a1,,indirect,0.9,Ann,said,no,0:3,4:8,9:11\r\n");
    assert!(ATTRIBUTIONS.csv_header().ends_with("content_spans\r\n"));
    assert_eq!(ATTRIBUTIONS.csv_rows(&Reading::default()), "");
}
