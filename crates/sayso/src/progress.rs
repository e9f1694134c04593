//! How far a long run is, on the error output of a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::message::Message;

/// A line that counts files, where somebody sees it; otherwise nothing.
pub(crate) struct Progress {
    bar: ProgressBar,
    articles: u64,
}

impl Progress {
    /// Of so many files. It is not shown for one, nor where the output itself goes to the same screen.
    pub(crate) fn of(files: usize, shares_screen: bool) -> Self {
        Self::shown(files, files > 1 && !shares_screen, "{wide_bar} {pos}/{len} files, {msg} articles, {elapsed}")
    }

    /// Of so many articles, whatever files they came from.
    pub(crate) fn of_articles(articles: usize) -> Self {
        Self::shown(articles, articles > 1, "{wide_bar} {pos}/{len} articles, {elapsed}")
    }

    fn shown(count: usize, is_shown: bool, template: &str) -> Self {
        // A target on the error output hides itself where that is no terminal.
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
        bar.set_message("0");
        if is_shown {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self { bar, articles: 0 }
    }

    pub(crate) fn article(&mut self) {
        self.articles += 1;
        self.bar.set_message(self.articles.to_string());
    }

    /// One of what is counted is done.
    pub(crate) fn file(&self) {
        self.bar.inc(1);
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
