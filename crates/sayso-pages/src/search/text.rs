//! Hits for a terminal.

use super::{Hit, Hits, facts, pieces, summary};
use crate::Options;
use crate::sheet::{BOLD, DIM, PLAIN, Sheet};
use crate::words::{head, place};

/// Hits in the width of a terminal; what was looked for stands in `»…«`. Ends in a line end.
pub fn text(hits: &Hits, options: Options) -> String {
    let mut sheet = Sheet::new(options);
    sheet.line("", DIM, &summary(hits));
    for (i, hit) in hits.hits.iter().enumerate() {
        sheet.gap();
        self::hit(&mut sheet, hits.before + i + 1, hit);
    }
    sheet.done()
}

const INDENT: &str = "     ";

fn hit(sheet: &mut Sheet, number: usize, hit: &Hit) {
    sheet.line(&format!("{number:>3}  "), BOLD, &head(&hit.article));
    if let Some(facts) = facts(hit) {
        sheet.line(INDENT, PLAIN, &facts);
    }
    let [open, close] = sheet.hit();
    let parts: Vec<_> = pieces(hit)
        .into_iter()
        .map(
            |(is_hit, words)| {
                if is_hit { (BOLD, format!("{open}{}{close}", words.trim())) } else { (PLAIN, words.to_owned()) }
            },
        )
        .collect();
    sheet.runs(INDENT, &parts);
    let statement = hit.statement.as_ref().map(|s| format!(", statement a{}", s.number)).unwrap_or_default();
    sheet.line(INDENT, DIM, &format!("{}{statement}", place(&hit.article, hit.span)));
}
