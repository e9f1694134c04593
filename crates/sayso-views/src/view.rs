//! The views that are written both as lines for a terminal and as rows for a spreadsheet.

use sayso_reading::Reading;

use crate::csv::{write_row, written};
use crate::text::Options;
use crate::{chains, csv, figures, sources, statements, text};

/// What of a reading is shown, as lines and as rows.
#[derive(Clone, Copy)]
pub struct View {
    header: &'static [&'static str],
    rows: fn(&Reading) -> String,
    text: fn(&Reading, Options) -> String,
}

/// Who says what: the article marked up, or a row for each attribution.
pub const ATTRIBUTIONS: View = View { header: &csv::HEADER, rows: csv::rows, text: text::text };
/// Who the sources are.
pub const SOURCES: View = View { header: &sources::HEADER, rows: sources::rows, text: sources::text };
/// Through whose hands each statement came.
pub const CHAINS: View = View { header: &chains::HEADER, rows: chains::rows, text: chains::text };
/// The numbers, each with who gives it.
pub const FIGURES: View = View { header: &figures::HEADER, rows: figures::rows, text: figures::text };
/// Whole sentences with who stands behind them, in the sourcing benchmark's columns.
pub const STATEMENTS: View = View { header: &statements::HEADER, rows: statements::rows, text: statements::text };

impl View {
    /// One reading as lines for a terminal. Ends in a line end.
    pub fn text(&self, reading: &Reading, options: Options) -> String {
        (self.text)(reading, options)
    }

    /// The header line of the rows.
    pub fn csv_header(&self) -> String {
        written(|writer| write_row(writer, self.header.iter().map(|name| (*name).to_owned())))
    }

    /// The rows of one reading, without header.
    pub fn csv_rows(&self, reading: &Reading) -> String {
        (self.rows)(reading)
    }

    /// The header and the rows of all readings.
    pub fn csv(&self, readings: &[Reading]) -> String {
        let rows = readings.iter().map(|reading| self.csv_rows(reading));
        std::iter::once(self.csv_header()).chain(rows).collect()
    }
}
