//! The one list of rules, and how they are named on command lines and in configuration.

use crate::Rule;
use crate::rules;

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
        Family { letters: "LIN", title: "Lineage" },
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
    &rules::att::missing_attribution::RULE,
    &rules::att::passive_attribution::RULE,
    &rules::att::late_speaker::RULE,
    &rules::att::quotes_run_together::RULE,
    &rules::att::unsourced_lead::RULE,
    &rules::att::source_not_restated::RULE,
    &rules::att::unattributed_quotation::RULE,
    &rules::att::ambiguous_pronoun::RULE,
    // Anonymity.
    &rules::ano::bare_source::RULE,
    &rules::ano::no_reason::RULE,
    &rules::ano::no_way_of_knowing::RULE,
    &rules::ano::opinion::RULE,
    &rules::ano::attack::RULE,
    &rules::ano::direct_quote::RULE,
    &rules::ano::first_quote::RULE,
    &rules::ano::lead::RULE,
    &rules::ano::single_allegation::RULE,
    &rules::ano::sources_though_one::RULE,
    &rules::ano::declined_yet_quoted::RULE,
    &rules::ano::empty_reason::RULE,
    // Vague authority.
    &rules::vag::unnamed_experts::RULE,
    &rules::vag::unnamed_critics::RULE,
    &rules::vag::unnamed_studies::RULE,
    &rules::vag::many_believe::RULE,
    // Quotation.
    &rules::quo::unbalanced_marks::RULE,
    &rules::quo::headline_quote_altered::RULE,
    &rules::quo::common_word_quote::RULE,
    &rules::quo::same_marks_inside::RULE,
    &rules::quo::ellipsis_over_sentence_end::RULE,
    // Figures.
    &rules::fig::figure_without_giver::RULE,
    &rules::fig::count_without_date::RULE,
    &rules::fig::headline_figure_differs::RULE,
    &rules::fig::parts_exceed_whole::RULE,
    &rules::fig::percentage_without_base::RULE,
    &rules::fig::percent_or_points::RULE,
    &rules::fig::two_counts::RULE,
    &rules::fig::false_precision::RULE,
    // Chain.
    &rules::chn::second_hand_as_own::RULE,
    &rules::chn::relay_not_named::RULE,
    &rules::chn::relay_without_link::RULE,
    &rules::chn::headline_drops_attribution::RULE,
    &rules::chn::deep_chain::RULE,
    // Balance.
    &rules::bal::single_source::RULE,
    &rules::bal::accused_not_asked::RULE,
    &rules::bal::one_side::RULE,
    // Cue words.
    &rules::vrb::loaded_cue::RULE,
    &rules::vrb::refuted_for_denied::RULE,
    &rules::vrb::said_bookism::RULE,
    // Identity.
    &rules::src::untitled::RULE,
    &rules::src::title_differs::RULE,
    &rules::src::pseudonym::RULE,
    // Lineage.
    &rules::lin::quotation_altered::RULE,
    &rules::lin::figure_behind_source::RULE,
    &rules::lin::anonymous_as_fact::RULE,
    // Suppressions.
    &rules::sup::unused_suppression::RULE,
    &rules::sup::without_reason::RULE,
    &rules::sup::orphaned_suppression::RULE,
    &rules::sup::unknown_rule::RULE,
];

/// A rule by its code or its name, however capitals are written.
pub fn rule(named: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(named) || rule.name.eq_ignore_ascii_case(named))
}

/// The rules that a selector means: `ALL`, the beginning of a code (`ANO`, `ANO0`), a code, a name or a category. None for what
/// means nothing.
pub fn select(selector: &str) -> Vec<&'static Rule> {
    let means = |rule: &&Rule| means(selector, rule.code, rule.name, rule.category.name());
    RULES.iter().copied().filter(means).collect()
}

/// Whether a selector means a rule of this code, name and category.
pub(crate) fn means(selector: &str, code: &str, name: &str, category: &str) -> bool {
    let begins = selector.len() >= 3
        && code.get(..selector.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(selector));
    begins
        || selector.eq_ignore_ascii_case("ALL")
        || name.eq_ignore_ascii_case(selector)
        || category.eq_ignore_ascii_case(selector)
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

    #[test]
    fn every_rule_takes_texts_that_begin_and_end_anywhere() {
        let examples = |rule: &Rule| {
            let doc = crate::Doc::of(rule);
            ["Example", "Better"].map(|heading| doc.section(heading).unwrap_or_default().replace("```text", ""))
        };
        let texts: Vec<String> = RULES.iter().flat_map(|rule| examples(rule)).collect();
        for (nth, text) in texts.iter().enumerate() {
            let words: Vec<&str> = text.split_whitespace().collect();
            let other: Vec<&str> = texts[(nth * 7 + 3) % texts.len()].split_whitespace().collect();
            // Without a beginning, without an end, each paragraph begun in its middle, and another's words between.
            let from = |at: usize| words[at.min(words.len())..].join(" ");
            let odd = [
                from(1),
                words[..words.len().saturating_sub(2)].join(" "),
                (0..words.len()).step_by(5).map(|at| from(at) + "\n\n").collect(),
                words.iter().zip(other.iter().cycle()).flat_map(|(one, other)| [one, " ", other, " "]).collect(),
            ];
            for text in odd {
                let found = crate::testing::findings(&text, &crate::Settings::all());
                assert!(found.iter().all(|finding| text.get(finding.span.start..finding.span.end).is_some()), "{text}");
            }
        }
    }
}
