//! Lines for a terminal, an item each: how the views that show a part of a reading look alike.

use anstyle::Style;
use sayso_reading::Reading;

use crate::glyphs::Glyphs;
use crate::text::Options;
use crate::wrap::{Page, Run};

/// A list under the article's name.
pub(crate) struct Listing {
    page: Page,
    pub(crate) glyphs: Glyphs,
}

impl Listing {
    /// A list of so many items; where there is none, it says so.
    pub(crate) fn of(reading: &Reading, options: Options, count: usize, items: &str) -> Self {
        let article = &reading.article;
        let name = article.title.as_deref().or(article.path.as_deref()).unwrap_or("article");
        let mut listing = Self { page: Page::new(options.width, options.color), glyphs: Glyphs::of(options.unicode) };
        let name = listing.glyphs.show(name);
        listing.page.paragraph("", &[Run { style: Style::new().bold(), text: name }]);
        if count == 0 {
            listing.page.paragraph("  ", &[Run { style: Style::new(), text: format!("no {items}") }]);
        }
        listing
    }

    /// An item: its id, the words it is about, what is told of them.
    pub(crate) fn item(&mut self, id: &str, words: &str, told: &[String]) {
        let head = Run { style: Style::new().bold(), text: self.glyphs.show(words) };
        self.page
            .paragraph(&format!("  {id:>4}  "), &[head, Run { style: Style::new(), text: self.glyphs.told(told) }]);
    }

    /// A line that belongs to the item before.
    pub(crate) fn more(&mut self, words: &str) {
        let text = self.glyphs.show(words);
        self.page.paragraph("        ", &[Run { style: Style::new(), text }]);
    }

    pub(crate) fn done(self) -> String {
        self.page.out
    }
}
