//! An article of the week, and what it tells.

/// An article, or a later text of one.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// Its address.
    pub(crate) url: String,
    /// Its place in the file of outlets.
    pub(crate) outlet: usize,
    /// Its headline.
    pub(crate) headline: String,
    /// Its authors, or the agency that it credits.
    pub(crate) byline: Vec<String>,
    /// When it was published.
    pub(crate) at: Time,
    /// When this text of it was published, where it is a later one.
    pub(crate) modified: Option<Time>,
    /// Its paragraphs as they are printed.
    pub(crate) paragraphs: Vec<String>,
    /// The claims that it tells.
    pub(crate) told: Vec<Told>,
    /// The numbers that it carries.
    pub(crate) carried: Vec<Carried>,
    /// The article that it is a copy of.
    pub(crate) copy_of: Option<usize>,
    /// What changed in it, where it is a later text.
    pub(crate) changes: Vec<String>,
    /// Whether it says that it was changed.
    pub(crate) is_corrected: bool,
}

/// A moment: days after the week's first, and minutes in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time {
    pub(crate) day: usize,
    pub(crate) minute: usize,
}

/// A claim in an article.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Which event's.
    pub(crate) event: usize,
    /// Which of its claims.
    pub(crate) claim: usize,
    /// Its words as they are printed, one piece for each time that it is told.
    pub(crate) forms: Vec<String>,
    /// Where the article has it from.
    pub(crate) how: How,
    /// Who says so, where that is a name.
    pub(crate) name: Option<String>,
}

/// Where an article has a claim from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// From the source itself.
    First,
    /// From another source, which says the same.
    Second,
    /// From these outlets, which it names.
    Relay(Vec<usize>),
    /// From its own outlet's earlier report.
    Own,
    /// From somebody whom it does not name; the wording shows it.
    Wording,
    /// The same, and no source is given.
    Voice,
    /// It is a copy.
    Copy,
    /// Somebody says no to it.
    Against,
}

impl How {
    /// Its name in the truth.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            How::First => "first_hand",
            How::Second => "second_source",
            How::Relay(_) => "relay",
            How::Own => "follow_up",
            How::Wording => "rewrite",
            How::Voice => "voice",
            How::Copy => "copy",
            How::Against => "against",
        }
    }
}

/// A number in an article.
#[derive(Clone, Debug)]
pub(crate) struct Carried {
    /// Which event's.
    pub(crate) event: usize,
    /// Which of its figures, which giver's.
    pub(crate) series: [usize; 2],
    /// Which of the giver's numbers.
    pub(crate) point: usize,
    /// Its words as they are printed.
    pub(crate) words: String,
    /// Whether it is rounded.
    pub(crate) is_rounded: bool,
}

impl Article {
    /// Headline and paragraphs.
    pub(crate) fn text(&self) -> String {
        format!("{}\n\n{}", self.headline, self.paragraphs.join("\n\n"))
    }

    /// When this text came out.
    pub(crate) fn came_out(&self) -> Time {
        self.modified.unwrap_or(self.at)
    }
}
