//! What a rule is: a code, a name, how sure and how grave it is, and a function from a desk to findings.

use std::collections::BTreeMap;

use crate::{Desk, Found};

/// A rule of sourcing. Its file's doc comment is its documentation ([`crate::Doc`]).
#[derive(Debug)]
pub struct Rule {
    /// Three letters of the family and three digits. Never used again for another rule.
    pub code: &'static str,
    /// What it is called, in kebab case; as good as the code everywhere.
    pub name: &'static str,
    /// What a finding of it is.
    pub category: Category,
    /// How grave a finding is, unless the desk says otherwise.
    pub severity: Severity,
    /// Whether it holds unless the desk says otherwise: what is right in 95 of 100 findings when read by hand
    /// (`docs/rules/accuracy.md`).
    pub default: bool,
    /// What a desk may set.
    pub options: &'static [Opt],
    /// The rule's own file, whose doc comment is its documentation: `include_str!` of itself.
    pub source: &'static str,
    /// Looks, and tells what it found. Takes time in proportion to the text.
    pub check: fn(&Desk<'_>, &Options, &mut Found),
}

impl Rule {
    /// Whether it finds nothing but in an article of an archive, by what that told before.
    pub fn asks_of_archives(&self) -> bool {
        self.code.starts_with("LIN")
    }
}

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Wrong in any newsroom.
    Correctness,
    /// Most often wrong; somebody should look.
    Suspicious,
    /// A matter of a house's style.
    Style,
    /// For those who want it exact.
    Pedantic,
}

impl Category {
    /// Its name in configuration and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Category::Correctness => "correctness",
            Category::Suspicious => "suspicious",
            Category::Style => "style",
            Category::Pedantic => "pedantic",
        }
    }
}

/// How grave a finding is; the least grave first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// For the writer's information.
    Info,
    /// Should be looked at before publication.
    Warning,
    /// Should not be published so.
    Error,
}

impl Severity {
    /// All, the least grave first.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

    /// Its name in configuration and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Something that a desk may set for one rule.
#[derive(Debug, PartialEq)]
pub struct Opt {
    /// Its key in `[rules.CODE]`.
    pub name: &'static str,
    /// What holds where nothing is set.
    pub default: Value,
    /// What it means, one sentence, with its unit.
    pub doc: &'static str,
}

/// What an option is set to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number of something.
    Number(i64),
    /// Yes or no.
    Yes(bool),
    /// Words or phrases, in lower case, besides those that the rule knows. (In a default: none.)
    Words(Vec<String>),
}

/// What a desk set for one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// By name; what is not here holds as the rule has it by default.
    pub set: BTreeMap<&'static str, Value>,
    /// The rule's own.
    pub known: &'static [Opt],
}

impl Options {
    fn value(&self, name: &str) -> &Value {
        let default = || self.known.iter().find(|opt| opt.name == name).map(|opt| &opt.default);
        self.set.get(name).or_else(default).unwrap_or_else(|| panic!("the rule has an option `{name}`"))
    }

    /// A number; 0 for less. Panics if the rule has no such option.
    pub fn number(&self, name: &str) -> usize {
        match self.value(name) {
            Value::Number(number) => usize::try_from(*number).unwrap_or(0),
            other => panic!("`{name}` is a number and not {other:?}"),
        }
    }

    /// Whether. Panics if the rule has no such option.
    pub fn yes(&self, name: &str) -> bool {
        match self.value(name) {
            Value::Yes(yes) => *yes,
            other => panic!("`{name}` is true or false and not {other:?}"),
        }
    }

    /// Words, in lower case. Panics if the rule has no such option.
    pub fn words(&self, name: &str) -> &[String] {
        match self.value(name) {
            Value::Words(words) => words,
            other => panic!("`{name}` is a list of words and not {other:?}"),
        }
    }
}
