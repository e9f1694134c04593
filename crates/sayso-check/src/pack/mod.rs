//! House packs: rules that an editor without code writes, in TOML.
//!
//! Does no I/O: [`parse()`] takes the text of one `pack.toml` to a [`Pack`]. Its rules are conditions over the Reading
//! (`condition`) that are asked of each attribution, source, figure, sentence, quotation or headline of an article
//! (`thing`); what fits is a finding like any other. What is wrong in a pack costs the rule that it stands in and no other.
//!
//! A pack comes from anybody, so that nothing in it can take long: patterns are matched in time linear in the text, their
//! sizes are bounded, and so are the numbers of rules and words.

mod condition;
mod dates;
mod eval;
mod message;
mod names;
mod parse;
mod phrases;
#[cfg(test)]
mod tests;
mod thing;
mod trial;

use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::config::{Layer, Origin, Text};
use crate::registry::Family;
use crate::{Category, Section, Severity};

pub(crate) use eval::check;
pub use parse::parse;
pub use trial::{Failure, Trial, try_out};

use condition::Search;
use message::Template;

/// Rules of a house, and what it says of the program's own.
pub struct Pack {
    /// What it is called.
    pub name: String,
    /// Its version, as it is written.
    pub version: Option<String>,
    /// Under what terms it may be used.
    pub licence: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What it says of rules, as a configuration would.
    pub settings: Layer,
    /// Its own rules, in the order in which they are written.
    pub rules: Vec<PackRule>,
    /// What tells its text from another one.
    fingerprint: u64,
}

/// Two packs of the same name and fingerprint are the same, so that nothing else need be written where one is compared.
impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pack({}, {:016x})", self.name, self.fingerprint)
    }
}

impl Pack {
    /// The rule of this code or name, however capitals are written.
    pub fn rule(&self, named: &str) -> Option<&PackRule> {
        self.rules.iter().find(|rule| rule.is_called(named))
    }

    /// Whether two packs are one: of the same name and text.
    pub(crate) fn is(&self, other: &Pack) -> bool {
        self.name == other.name && self.fingerprint == other.fingerprint
    }
}

/// A rule of a pack.
#[derive(Debug)]
pub struct PackRule {
    /// Three or four capitals that are no family's, and three digits.
    pub code: String,
    /// What it is called, in kebab case.
    pub name: String,
    /// What a finding of it is.
    pub category: Category,
    /// How grave a finding is.
    pub severity: Severity,
    /// Whose rule it is.
    pub authority: Option<String>,
    /// Why it matters.
    pub why: Option<String>,
    /// Where it is written.
    pub at: Origin,
    message: Template,
    help: Template,
    find: Search,
    /// What an article must have besides.
    when: Option<Search>,
    tests: Vec<Test>,
}

impl PackRule {
    /// Whether this is its code or its name, however capitals are written.
    pub(crate) fn is_called(&self, named: &str) -> bool {
        self.code.eq_ignore_ascii_case(named) || self.name.eq_ignore_ascii_case(named)
    }

    /// What is wrong, with “…” for what a finding says of its place.
    pub fn message(&self) -> String {
        self.message.filled(|_| "…".to_owned())
    }

    /// What to do, likewise.
    pub fn help(&self) -> String {
        self.help.filled(|_| "…".to_owned())
    }

    /// All that is to be said of it, under the headings of the program's own rules, in Markdown.
    pub fn sections(&self) -> Vec<Section> {
        let test = |fires: bool| {
            let article = &self.tests.iter().find(|test| test.fires == fires)?.article;
            Some(format!("```text\n{}\n```", article.replace(['⟦', '⟧'], "").trim()))
        };
        [
            ("What it does", Some(self.message())),
            ("Why it matters", self.why.clone()),
            ("Authority", self.authority.clone()),
            ("Example", test(true)),
            ("Better", test(false)),
            ("What to do", Some(self.help())),
        ]
        .into_iter()
        .filter_map(|(heading, text)| Some(Section { heading, text: text? }))
        .collect()
    }

    /// How many articles it is tried on in which it must find something, and in how many nothing.
    pub fn tests(&self) -> (usize, usize) {
        let fires = self.tests.iter().filter(|test| test.fires).count();
        (fires, self.tests.len() - fires)
    }
}

/// An article on which a rule is tried.
#[derive(Debug)]
struct Test {
    /// With what must be found in ⟦…⟧.
    article: String,
    /// Whether something must be.
    fires: bool,
    at: Origin,
}

/// The packs that come with the program, and their texts.
pub const SHIPPED: &[(&str, &str)] = &[
    ("wire", include_str!("../../../../packs/wire/pack.toml")),
    ("broadcaster", include_str!("../../../../packs/broadcaster/pack.toml")),
    ("local", include_str!("../../../../packs/local/pack.toml")),
    ("wiki", include_str!("../../../../packs/wiki/pack.toml")),
];

/// A pack that comes with the program.
pub fn shipped(name: &str) -> Option<Arc<Pack>> {
    static PACKS: [LazyLock<Arc<Pack>>; SHIPPED.len()] = {
        const PLACES: [fn() -> Arc<Pack>; SHIPPED.len()] =
            [|| Arc::new(read(0)), || Arc::new(read(1)), || Arc::new(read(2)), || Arc::new(read(3))];
        [LazyLock::new(PLACES[0]), LazyLock::new(PLACES[1]), LazyLock::new(PLACES[2]), LazyLock::new(PLACES[3])]
    };
    let place = SHIPPED.iter().position(|(known, _)| *known == name)?;
    Some(Arc::clone(&PACKS[place]))
}

/// That nothing is wrong with them is a test.
fn read(place: usize) -> Pack {
    let (name, text) = SHIPPED[place];
    let name = format!("{name}/pack.toml");
    parse(Text { text, name: &name, folder: "", is_file: true, output_formats: &[] }).0
}

/// Whether this may be the code of a pack's rule.
pub(crate) fn is_code(code: &str) -> bool {
    letters(code).is_some_and(|count| code.len() == count + 3)
}

/// Whether this may be the beginning of such a code.
pub(crate) fn is_selector(selector: &str) -> bool {
    letters(selector).is_some_and(|count| selector.len() <= count + 3)
}

/// How many letters stand before the digits, if they are three or four and no family's.
fn letters(code: &str) -> Option<usize> {
    let count = code.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_family = |family: &Family| code.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(family.letters));
    let digits = code.bytes().skip(count).all(|b| b.is_ascii_digit());
    (matches!(count, 3 | 4) && digits && !Family::ALL.iter().any(is_family)).then_some(count)
}
