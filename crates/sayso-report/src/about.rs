//! What a report says of a rule besides what it found.

use std::collections::BTreeMap;

use sayso_check::{Category, Doc, Rule, Severity};

use crate::page::page;

/// A rule as a report tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What to type to learn more of it.
    pub command: String,
    /// The rule in one sentence.
    pub summary: String,
    /// All that is to be said of it, in Markdown.
    pub page: String,
    /// What a finding of it is.
    pub category: Category,
    /// How grave a finding is by default.
    pub severity: Severity,
    /// Whether it holds by default.
    pub default: bool,
}

impl About {
    /// What is to be said of one of Sayso's own rules.
    pub fn of(rule: &Rule) -> Self {
        Self {
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            command: format!("sayso rule {}", rule.code),
            summary: Doc::of(rule).summary,
            page: page(rule),
            category: rule.category,
            severity: rule.severity,
            default: rule.default,
        }
    }
}

/// What is known of rules, Sayso's own and others.
#[derive(Debug, Default)]
pub(crate) struct Abouts {
    /// Where rules are told of, with `{code}` for the code.
    pub(crate) address: Option<String>,
    others: BTreeMap<String, About>,
}

impl Abouts {
    pub(crate) fn add(&mut self, rules: impl IntoIterator<Item = About>) {
        self.others.extend(rules.into_iter().map(|about| (about.code.clone(), about)));
    }

    /// What is known of a rule; its code and name where nothing else is.
    pub(crate) fn of(&self, code: &str, name: &str) -> About {
        let own = || sayso_check::rule(code).map(About::of);
        self.others.get(code).cloned().or_else(own).unwrap_or_else(|| About {
            code: code.to_owned(),
            name: name.to_owned(),
            command: format!("sayso rule {code}"),
            summary: format!("A house's own rule, {name}."),
            page: format!("# {code} {name}\n\nA house's own rule, of which nothing more is known here.\n"),
            category: Category::Style,
            severity: Severity::Warning,
            default: false,
        })
    }

    /// What to type to learn more of a rule.
    pub(crate) fn command(&self, code: &str) -> String {
        self.others.get(code).map_or_else(|| format!("sayso rule {code}"), |about| about.command.clone())
    }

    /// Where one of Sayso's own rules is told of. A house's own has its page in the house's pack.
    pub(crate) fn address(&self, code: &str) -> Option<String> {
        let address = self.address.as_ref()?;
        sayso_check::rule(code).map(|rule| address.replace("{code}", rule.code))
    }
}
