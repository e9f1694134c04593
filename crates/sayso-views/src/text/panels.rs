//! What stands under the article: its sources, its figures, and those figures that nobody is said to give.

use sayso_reading::Figure;

use super::{BOLD, DIM, PLAIN, View, run};
use crate::figures::{giver, told};
use crate::sources::plain;
use crate::wrap::TIE;

/// So many figures are shown, all of them or the first.
const FIGURES: usize = 10;

impl View<'_> {
    /// Every source with what is known of it and the numbers of what it says.
    pub(super) fn sources(&mut self) {
        if self.sources.list.is_empty() {
            return;
        }
        self.line("", BOLD, "Sources");
        let dot = self.glyphs.dot;
        for place in 0..self.sources.list.len() {
            let source = &self.sources.list[place];
            let numbers = source.attributions.iter().map(|&a| self.reading.attributions[a].id.0.to_string());
            let numbers = numbers.collect::<Vec<_>>().join(", ");
            let colon = if numbers.is_empty() { "" } else { ": " };
            let details = self.glyphs.told(&source.details(&self.reading.article.text));
            let mut name = self.source(place);
            name.text = self.glyphs.show(&source.words);
            let runs = [name, run(PLAIN, &details), run(DIM, &format!("{dot}{}{colon}{numbers}", source.count()))];
            let letter = format!("  {:>3}  ", source.letter);
            self.page.paragraph(&letter, &runs);
        }
        self.page.gap();
    }

    /// The figures with who gives them, then those in the writer's voice.
    pub(super) fn figures(&mut self) {
        let reading = self.reading;
        let (given, own): (Vec<&Figure>, Vec<&Figure>) =
            reading.figures.iter().partition(|f| giver(reading, f).is_some());
        for (heading, figures) in [("Figures", given), ("Figures in the writer's voice", own)] {
            if figures.is_empty() {
                continue;
            }
            self.line("", BOLD, heading);
            for figure in figures.iter().take(FIGURES) {
                self.figure(figure);
            }
            if let Some(left) = figures.len().checked_sub(FIGURES).filter(|left| *left > 0) {
                self.line("       ", DIM, &format!("and {left} more: `--view figures` has all"));
            }
            self.page.gap();
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let reading = self.reading;
        let dot = self.glyphs.dot;
        let words = plain(&reading.article.text, &[figure.span]);
        let told = self.glyphs.told(&told(reading, figure));
        let mut runs = vec![run(BOLD, &self.glyphs.show(&words)), run(PLAIN, &told)];
        if let Some(giver) = giver(reading, figure) {
            runs.push(run(PLAIN, dot));
            runs.push(match self.sources.of[giver] {
                Some(source) => self.source(source),
                None => run(PLAIN, "no source named"),
            });
            runs.push(run(DIM, &format!("{TIE}({})", reading.attributions[giver].id.0)));
        }
        self.page.paragraph(&format!("  {:>3}  ", figure.id.to_string()), &runs);
    }
}
