//! Numbers that come on top of one that was given: "another five people were killed". A series has totals; these are
//! none, and nothing is added up.

use sayso_reading::figures;

use super::FigureReport;
use crate::fold;

/// Words at the head of an addition.
const HEADS: &[&str] = &["another", "a further", "further", "an additional", "additional"];

/// Measures that say how a number moved, and not what befell anybody.
const CHANGES: &[&str] = &["rose", "fell"];

/// Whether a figure is an addition. "12 people were killed and another 40 injured" has none: nobody was injured before.
pub(super) fn is_one(report: &FigureReport) -> bool {
    let words = report.figure.words.to_lowercase();
    let is_headed = HEADS.iter().any(|head| words.strip_prefix(head).is_some_and(|rest| rest.starts_with(' ')));
    // "Five more workers", and not "more than five workers" nor "five or more".
    let told = fold::names(&words);
    let is_more = told
        .windows(2)
        .enumerate()
        .any(|(at, pair)| pair[0] == "more" && pair[1] != "than" && at > 0 && told[at - 1] != "or");
    if !is_headed && !is_more {
        return false;
    }
    let before = report.sentence.find(&report.figure.words).map_or("", |at| &report.sentence[..at]);
    let measures = fold::names(before).into_iter().filter_map(|word| figures::measure_of(&word));
    let is_other = |measure: &str| {
        !CHANGES.contains(&measure) && report.figure.measure.as_deref().is_some_and(|own| own != measure)
    };
    !measures.into_iter().any(is_other)
}
