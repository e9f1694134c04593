//! Sources for a terminal.

use sayso_lineage::people::{Named, Sources};
use sayso_lineage::record::Telling;

use super::{Depth, NOTHING, again, description, figures, line, merge, starts, summary, title};
use crate::Options;
use crate::sheet::{BOLD, DIM, PLAIN, Sheet};
use crate::words::{chain, head, place, plain, terms};

/// Sources in the width of a terminal. Ends in a line end.
pub fn text(sources: &Sources, depth: Depth, options: Options) -> String {
    let mut sheet = Sheet::new(options);
    if sources.named.is_empty() && sources.unnamed.is_empty() {
        sheet.line("", PLAIN, NOTHING);
        return sheet.done();
    }
    sheet.line("", DIM, &summary(sources));
    if depth == Depth::List && !sources.named.is_empty() {
        sheet.gap();
    }
    for named in &sources.named {
        match depth {
            Depth::List => {
                let words = [(BOLD, named.name.clone()), (PLAIN, format!(" · {}", line(named)))];
                sheet.runs("  ", &words);
            }
            Depth::Full => full(&mut sheet, named),
        }
    }
    if !sources.unnamed.is_empty() {
        sheet.gap();
        sheet.line("", BOLD, "Unnamed, by article");
        let mut last = None;
        for one in &sources.unnamed {
            if last != Some(one.article.id) {
                sheet.line("  ", DIM, &head(&one.article));
                last = Some(one.article.id);
            }
            sheet.line("    ", PLAIN, &description(one));
            if depth == Depth::Full {
                one.tellings.iter().for_each(|telling| self::telling(&mut sheet, "      ", telling));
            }
        }
    }
    sheet.done()
}

fn full(sheet: &mut Sheet, named: &Named) {
    sheet.gap();
    sheet.line("", BOLD, &named.name);
    sheet.line("  ", PLAIN, &line(named));
    if !named.aliases.is_empty() {
        let aliases: Vec<String> = named.aliases.iter().map(|alias| plain(alias)).collect();
        sheet.line("  ", PLAIN, &format!("also: {}", aliases.join(", ")));
    }
    named.titles.iter().for_each(|one| sheet.line("  title: ", PLAIN, &title(one)));
    let starts = starts(named);
    for (start, one) in starts.iter().zip(&named.places) {
        sheet.line("  ", BOLD, &head(&one.article));
        for (i, telling) in one.tellings.iter().enumerate() {
            self::telling(sheet, &format!("{:>5}  ", start + i + 1), telling);
        }
    }
    for (heading, lines) in [
        ("Said again", named.again.iter().filter_map(|one| again(named, &starts, one)).collect::<Vec<_>>()),
        ("Taken for one", named.merges.iter().map(merge).collect()),
    ] {
        if !lines.is_empty() {
            sheet.line("  ", BOLD, heading);
            for told in &lines {
                sheet.line("  - ", PLAIN, told);
            }
        }
    }
}

fn telling(sheet: &mut Sheet, lead: &str, telling: &Telling) {
    sheet.line(lead, PLAIN, &telling.sentence);
    let statement = telling.statement.as_ref();
    let terms = statement.and_then(|s| terms(s.terms, s.reason.as_deref()));
    let told = [Some(chain(telling).join(" ← ")), terms, figures(telling), Some(place(&telling.article, telling.span))];
    let told: Vec<String> = told.into_iter().flatten().collect();
    sheet.line(&" ".repeat(lead.len()), DIM, &told.join(" · "));
}
