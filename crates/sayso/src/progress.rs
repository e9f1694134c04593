//! How far a long run is, on the error output of a terminal.

use std::fs;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::message::Message;
use crate::paths::Source;

/// Of one file, bytes from which on it takes a while.
const LONG: u64 = 1 << 20;

/// A line that tells how much of what was named is used up, how many articles that were, how many a second, and how long the rest
/// will take; where somebody sees it, otherwise nothing.
pub(crate) struct Progress {
    bar: ProgressBar,
    articles: u64,
}

impl Progress {
    /// Of these. It is not shown for one short file, nor where the output itself goes to the same screen.
    pub(crate) fn of(sources: &[Source], shares_screen: bool) -> Self {
        let total = bytes(sources);
        let is_typed = sources.iter().any(|source| matches!(source, Source::Stdin { .. })) && io::stdin().is_terminal();
        let is_long = sources.len() > 1 || total.is_none_or(|total| total >= LONG);
        let is_shown = is_long && !is_typed && !shares_screen;
        // A target on the error output hides itself where that is no terminal.
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(total, target);
        let template = match total {
            Some(_) => "{wide_bar} {binary_bytes} of {binary_total_bytes}, {msg}, {eta} left",
            None => "{binary_bytes}, {msg}, {elapsed}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
        if is_shown {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        let progress = Self { bar, articles: 0 };
        progress.tell();
        progress
    }

    /// Another article is done.
    pub(crate) fn article(&mut self) {
        self.articles += 1;
        self.tell();
    }

    /// So many bytes, as they stand in the files, are used up.
    pub(crate) fn used(&self, bytes: u64) {
        self.bar.set_position(bytes);
    }

    /// Prints a message without a torn line.
    pub(crate) fn print(&self, message: &Message) {
        self.bar.suspend(|| message.print());
    }

    fn tell(&self) {
        self.bar.set_message(told(self.articles, self.bar.elapsed()));
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
        Source::Stdin { .. } => None,
    });
    each.sum()
}

fn told(articles: u64, elapsed: Duration) -> String {
    let rate = articles as f64 / elapsed.as_secs_f64().max(0.001);
    let digits = usize::from(rate < 10.0);
    match articles {
        0 => "no article yet".to_owned(),
        1 => "1 article".to_owned(),
        articles => format!("{articles} articles, {rate:.digits$} a second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_with_their_rate() {
        for (articles, seconds, expect) in [
            (0, 3, "no article yet"),
            (1, 3, "1 article"),
            (7, 2, "7 articles, 3.5 a second"),
            (2000, 10, "2000 articles, 200 a second"),
        ] {
            assert_eq!(told(articles, Duration::from_secs(seconds)), expect);
        }
    }
}
