//! The one list of rules, and how they are named on command lines and in configuration.

use crate::rules;
use crate::{Category, Rule};

/// A family of rules: what their codes begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// Three capitals.
    pub letters: &'static str,
    /// What its rules are about.
    pub title: &'static str,
}

impl Family {
    /// All, in the order of the documentation.
    pub const ALL: &[Family] = &[
        Family { letters: "ATT", title: "Attribution" },
        Family { letters: "ANO", title: "Anonymity" },
        Family { letters: "VAG", title: "Vague authority" },
        Family { letters: "QUO", title: "Quotation" },
        Family { letters: "FIG", title: "Figures" },
        Family { letters: "CHN", title: "Chain" },
        Family { letters: "BAL", title: "Balance" },
        Family { letters: "VRB", title: "Cue words" },
        Family { letters: "SRC", title: "Identity" },
        Family { letters: "SUP", title: "Suppressions" },
    ];

    /// Its rules, by code.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().copied().filter(move |rule| rule.code.starts_with(self.letters))
    }
}

/// All rules, by family and number.
pub static RULES: &[&Rule] = &[
    // One line for each rule.
    // Attribution.

    // Anonymity.
    &rules::ano::bare_source::RULE,
    // Vague authority.

    // Quotation.

    // Figures.

    // Chain.

    // Balance.

    // Cue words.

    // Identity.

    // Suppressions.
];

/// A rule by its code or its name, however capitals are written.
pub fn rule(named: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(named) || rule.name.eq_ignore_ascii_case(named))
}

/// The rules that a selector means: `ALL`, the beginning of a code (`ANO`, `ANO0`), a code, a name or a category. None for what
/// means nothing.
pub fn select(selector: &str) -> Vec<&'static Rule> {
    RULES.iter().filter(|rule| means(selector, rule.code, rule.name, rule.category)).copied().collect()
}

/// Whether a selector means a rule of this code, name and category.
pub(crate) fn means(selector: &str, code: &str, name: &str, category: Category) -> bool {
    let is = |word: &str| selector.eq_ignore_ascii_case(word);
    let begins = || code.get(..selector.len()).is_some_and(is);
    is("ALL") || is(name) || is(category.name()) || (selector.len() >= 3 && begins())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_and_names_are_in_order_and_each_rules_own() {
        let place = |rule: &Rule| {
            let family = Family::ALL.iter().position(|family| rule.code.starts_with(family.letters));
            (family.expect("a code begins with a family's letters"), rule.code)
        };
        assert!(RULES.is_sorted_by_key(|rule| place(rule)), "rules stand by family and number");
        let mut seen = HashSet::new();
        for rule in RULES {
            assert!(rule.code.len() == 6 && rule.code[3..].bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
            assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.name);
            assert!(seen.insert(rule.code) && seen.insert(rule.name), "{} {}", rule.code, rule.name);
        }
    }

    #[test]
    fn a_selector_means_a_code_a_beginning_a_name_or_a_category() {
        let codes = |selector| select(selector).iter().map(|rule| rule.code).collect::<Vec<_>>();
        assert_eq!(codes("ANO001"), ["ANO001"]);
        assert_eq!(codes("bare-source"), ["ANO001"]);
        assert!(codes("ano").contains(&"ANO001"));
        assert_eq!(codes("ALL").len(), RULES.len());
        assert_eq!(codes("A"), [""; 0]);
        assert_eq!(codes("nothing"), [""; 0]);
        assert!(codes("suspicious").iter().all(|code| rule(code).is_some()));
    }
}
