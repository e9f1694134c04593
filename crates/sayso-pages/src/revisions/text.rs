//! Revisions for a terminal.

use sayso_lineage::revision::{Difference, Revised};

use super::{NOTHING, ONE, asked, silent_first, told, total, version};
use crate::Options;
use crate::sheet::{BOLD, DIM, PLAIN, Sheet, differs};
use crate::words::{chain, outlet, place, title};

/// The differences of an article's texts, one after another, in the width of a terminal. Ends in a line end.
pub fn text(differences: &[Difference], options: Options) -> String {
    let mut sheet = Sheet::new(options);
    let Some(last) = differences.last() else {
        sheet.line("", PLAIN, ONE);
        return sheet.done();
    };
    sheet.line("", BOLD, &format!("{} · {}", outlet(&last.after), title(&last.after)));
    sheet.line("", DIM, &asked(differences));
    let total = total(differences);
    for one in differences {
        sheet.gap();
        sheet.line("", BOLD, &version(&one.after, total));
        sheet.line(
            "",
            DIM,
            &format!("against revision {}, published {}", one.before.revision, crate::words::moment(&one.before)),
        );
        if one.changes.is_empty() {
            sheet.line("  ", PLAIN, NOTHING);
        }
        for (i, revised) in silent_first(one).into_iter().enumerate() {
            change(&mut sheet, i + 1, revised);
        }
    }
    sheet.done()
}

const INDENT: &str = "     ";

fn change(sheet: &mut Sheet, number: usize, revised: &Revised) {
    sheet.gap();
    for (i, told) in told(revised).iter().enumerate() {
        let lead = if i == 0 { format!("{number:>3}  ") } else { INDENT.to_owned() };
        sheet.line(&lead, BOLD, told);
    }
    for (lead, telling) in [("  was: ", &revised.before), ("  is:  ", &revised.after)] {
        let Some(telling) = telling else { continue };
        sheet.line(&format!("{INDENT}{lead}"), PLAIN, &telling.sentence);
        let found = format!("{} · {}", chain(telling).join(" ← "), place(&telling.article, telling.span));
        sheet.line(&format!("{INDENT}       "), DIM, &found);
    }
    if revised.before.is_some() && revised.after.is_some() && differs(&revised.wording) {
        sheet.wording(&format!("{INDENT}  "), &revised.wording);
    }
}
