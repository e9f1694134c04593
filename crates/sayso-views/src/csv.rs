//! A row for each attribution, as RFC 4180 has it (UTF-8, lines end in CR LF, a cell may hold line ends).
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and an article can hold any words. Such
//! a cell gets one apostrophe in front, which spreadsheets read as "this is text". So that nothing is changed for good, a
//! cell that begins with apostrophes before such a sign gets one more too: [`unguarded`] takes exactly one off again, and
//! the span columns point at the untouched words.

use ::csv::{Terminator, Writer, WriterBuilder};
use sayso_reading::Reading;
use sayso_text::{CodePoints, Span};

use crate::json::rounded;

pub(crate) const HEADER: [&str; 11] = [
    "path",
    "id",
    "within",
    "kind",
    "confidence",
    "source",
    "cue",
    "content",
    "source_spans",
    "cue_spans",
    "content_spans",
];

/// What a formula can begin with: the signs, their full-width forms, and what a spreadsheet drops before looking.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}', '\t', '\r', '\n'];

/// Stands between two pieces of a discontinuous span's words.
const GAP: &str = " … ";

/// A row for each attribution of a reading, without header. Spans are `start:end` in code points, `;` between them.
pub(crate) fn rows(reading: &Reading) -> String {
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    written(|writer| {
        for a in &reading.attributions {
            let cells = [
                reading.article.path.clone().unwrap_or_default(),
                a.id.to_string(),
                a.within.map(|id| id.to_string()).unwrap_or_default(),
                a.kind.name().to_owned(),
                rounded(a.confidence).to_string(),
                words(text, &a.source),
                words(text, &a.cue),
                words(text, &a.content),
                offsets(&map, &a.source),
                offsets(&map, &a.cue),
                offsets(&map, &a.content),
            ];
            write_row(writer, cells);
        }
    })
}

/// The words of a cell as they were before the guard against formulas.
///
/// ```
/// assert_eq!(sayso_views::unguarded("'=SUM(A1)"), "=SUM(A1)");
/// assert_eq!(sayso_views::unguarded("'tis the season"), "'tis the season");
/// ```
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

fn guarded(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// Whether a spreadsheet may read a cell as a formula (a lone sign, such as the path `-`, is none), or whether it would
/// be taken for a guarded one.
fn is_formula(cell: &str) -> bool {
    let mut inner = cell.trim_start_matches('\'').chars();
    inner.next().is_some_and(|c| SIGNS.contains(&c)) && inner.next().is_some()
}

fn words(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    pieces.join(GAP)
}

/// The words of each span, `; ` between them.
pub(crate) fn each(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    pieces.join("; ")
}

/// `start:end` of each span in code points, `;` between them.
pub(crate) fn offsets(map: &CodePoints, spans: &[Span]) -> String {
    let pieces: Vec<String> = spans.iter().map(|s| map.span(*s)).map(|[a, b]| format!("{a}:{b}")).collect();
    pieces.join(";")
}

/// Rows, each cell guarded against formulas.
pub fn csv_rows(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    written(|writer| rows.into_iter().for_each(|row| write_row(writer, row)))
}

/// Writes a row, each cell guarded against formulas.
pub(crate) fn write_row(writer: &mut Writer<Vec<u8>>, cells: impl IntoIterator<Item = String>) {
    writer.write_record(cells.into_iter().map(guarded)).expect("memory takes every row");
}

pub(crate) fn written(rows: impl FnOnce(&mut Writer<Vec<u8>>)) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    rows(&mut writer);
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows are made of strings")
}
