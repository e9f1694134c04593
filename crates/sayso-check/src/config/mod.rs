//! Configuration: what desks write → which rules hold for an article, how strictly, and who says so.
//!
//! Does no I/O: [`parse()`] takes the text of one file (or one `KEY=VALUE` of a command line) to a [`Layer`], what is wrong with
//! it to [`Problem`]s; a [`Config`] is layers on top of each other, the weakest first; [`Config::resolve`] says what holds for
//! a path, each value with its [`Origin`]. Which files there are, and what is found at the end of `extend`, is the program's
//! to know.

mod layer;
mod nearest;
mod origin;
mod packs;
mod parse;
mod resolve;
mod rule_pages;
#[cfg(test)]
mod tests;
mod value;
mod written;

pub use layer::{Flags, Layer, Said};
pub use nearest::nearest;
pub(crate) use nearest::or_else;
pub use origin::{Origin, Problem};
pub use packs::{Loaded, UnknownRules};
pub use parse::{Text, parse};
pub(crate) use parse::{layer as layer_of, severity};
pub use resolve::{Config, Held, Resolved, RuleFrom};
pub use rule_pages::RulePages;
pub(crate) use value::{items, kind};
pub(crate) use written::{Item, Written, entries, unknown_key};

use crate::Severity;

/// From which severity on a finding fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// From this one on.
    Severity(Severity),
    /// None does.
    Never,
}

impl FailOn {
    /// What holds where nobody says.
    pub const DEFAULT: FailOn = FailOn::Severity(Severity::Warning);

    /// All, the strictest last.
    pub const ALL: [FailOn; 4] = [
        FailOn::Never,
        FailOn::Severity(Severity::Error),
        FailOn::Severity(Severity::Warning),
        FailOn::Severity(Severity::Info),
    ];

    /// Its name in configuration.
    pub fn name(self) -> &'static str {
        match self {
            FailOn::Severity(severity) => severity.name(),
            FailOn::Never => "never",
        }
    }

    /// By its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether a finding of this severity fails a run.
    pub fn fails(self, severity: Severity) -> bool {
        matches!(self, FailOn::Severity(least) if severity >= least)
    }
}
