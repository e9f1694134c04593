//! Figures for a terminal.

use sayso_lineage::series::{Figures, Point};

use super::{Line, NOTHING, SIGNS, as_of, conflict, in_time, line_words, outlets, remarks, step, things};
use crate::Options;
use crate::sheet::{BOLD, DIM, PLAIN, Sheet};
use crate::words::{counted, giver, outlet, place, thing};

/// Figures in the width of a terminal: a block for each thing that is counted. Ends in a line end.
pub fn text(figures: &Figures, lines: &[Line], options: Options) -> String {
    let mut sheet = Sheet::new(options);
    if !figures.asked.is_empty() {
        sheet.runs("", &[(PLAIN, "Asked: ".to_owned()), (BOLD, figures.asked.clone())]);
    }
    if figures.series.is_empty() {
        sheet.line("", PLAIN, NOTHING);
        return sheet.done();
    }
    sheet.line("", DIM, SIGNS);
    let outlets = outlets(figures);
    for (what, series) in things(figures) {
        sheet.gap();
        sheet.line("", BOLD, &thing(what));
        for (place, point) in in_time(figures, &series) {
            self::point(&mut sheet, &giver(&figures.series[place]), point, &remarks(point, &outlets));
        }
        let conflicts = figures.conflicts.iter().filter(|one| one.thing == *what);
        let conflicts: Vec<String> = conflicts.filter_map(|one| conflict(figures, one)).collect();
        if !conflicts.is_empty() {
            sheet.line("  ", BOLD, &counted(conflicts.len(), "conflict"));
            for told in &conflicts {
                sheet.line("  - ", PLAIN, told);
            }
        }
        for line in lines.iter().filter(|line| line.thing == *what) {
            sheet.line("  ", PLAIN, &format!("One line by the policy “{}”: {}", line.policy, line_words(line)));
        }
    }
    sheet.done()
}

/// Columns of the day, so that numbers stand under one another.
const DAY: usize = 11;

fn point(sheet: &mut Sheet, giver: &str, point: &Point, remarks: &[String]) {
    let (sign, _) = step(point.step);
    let day = as_of(point);
    let (short, rest) = day.split_once(" (").map_or((day.as_str(), None), |(day, rest)| (day, Some(rest)));
    let first = &point.carriers[0];
    let mut told = vec![giver.to_owned(), format!("first in {}", outlet(&first.article))];
    let later = point.carriers.len() - 1;
    if later > 0 {
        told.push(format!("{later} later"));
    }
    told.extend(rest.map(|rest| rest.trim_end_matches(')').to_owned()));
    let words = [(BOLD, point.figure().words.clone()), (PLAIN, format!(" · {}", told.join(" · ")))];
    let lead = format!("  {:<DAY$}  {sign} ", sheet.show(short));
    sheet.runs(&lead, &words);
    let indent = " ".repeat(DAY + 6);
    for remark in remarks {
        sheet.line(&format!("{indent}- "), PLAIN, remark);
    }
    sheet.line(&indent, DIM, &place(&first.article, first.figure.span));
}
