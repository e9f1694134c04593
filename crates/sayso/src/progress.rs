//! How far a long run is, on the error output of a terminal.

use std::fs;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::message::Message;
use crate::paths::Source;

/// How long nobody asks how far it is.
const SOON: Duration = Duration::from_secs(1);

/// A line that tells how much of what was named is used up, how many articles that were, how many a second, and how long the rest
/// will take; where somebody sees it, otherwise nothing.
pub(crate) struct Progress {
    bar: ProgressBar,
    articles: u64,
    /// Whether it is to be shown, and is not yet.
    waits: bool,
}

impl Progress {
    /// Of these. It is not shown where the output itself goes to the same screen, nor for what is soon done.
    pub(crate) fn of(sources: &[Source], shares_screen: bool) -> Self {
        let total = bytes(sources);
        let is_typed = total.is_none() && io::stdin().is_terminal();
        let template = match total {
            Some(_) => "{wide_bar} {binary_bytes} of {binary_total_bytes}, {msg}, {eta} left",
            None => "{binary_bytes}, {msg}, {elapsed}",
        };
        Self::shown(total, !is_typed && !shares_screen, template)
    }

    /// Of so many articles, whatever files they came from.
    pub(crate) fn of_articles(articles: usize) -> Self {
        Self::shown(Some(articles as u64), true, "{wide_bar} {pos} of {len}, {msg}, {eta} left")
    }

    fn shown(total: Option<u64>, waits: bool, template: &str) -> Self {
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
        Self { bar, articles: 0, waits }
    }

    /// Another article is done.
    pub(crate) fn article(&mut self) {
        self.articles += 1;
        let elapsed = self.bar.elapsed();
        self.bar.set_message(told(self.articles, elapsed));
        if self.waits && elapsed >= SOON {
            self.waits = false;
            // A target on the error output hides itself where that is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(Duration::from_millis(250));
        }
    }

    /// So much of the whole is done: bytes as they stand in the files, or articles.
    pub(crate) fn used(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// Prints a message without a torn line.
    pub(crate) fn print(&self, message: &Message) {
        self.bar.suspend(|| message.print());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// How many bytes the files have; nothing where that cannot be known.
fn bytes(sources: &[Source]) -> Option<u64> {
    let each = sources.iter().map(|source| match source {
        Source::File(path) => Some(fs::metadata(path).map_or(0, |meta| meta.len())),
        Source::Missing(_) => Some(0),
        Source::Stdin { .. } | Source::Web { .. } => None,
    });
    each.sum()
}

fn told(articles: u64, elapsed: Duration) -> String {
    let rate = articles as f64 / elapsed.as_secs_f64().max(0.001);
    let digits = usize::from(rate < 10.0);
    match articles {
        1 => "1 article".to_owned(),
        articles => format!("{articles} articles, {rate:.digits$} a second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_with_their_rate() {
        for (articles, seconds, expect) in
            [(1, 3, "1 article"), (7, 2, "7 articles, 3.5 a second"), (2000, 10, "2000 articles, 200 a second")]
        {
            assert_eq!(told(articles, Duration::from_secs(seconds)), expect);
        }
    }
}
