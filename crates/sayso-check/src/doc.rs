//! A rule's documentation: the doc comment of its file, under fixed headings.

use crate::Rule;

/// The headings, in their order.
const HEADINGS: [&str; 6] = ["What it does", "Why it matters", "Authority", "Example", "Better", "When not to use"];

/// What a rule's page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// The rule in one sentence.
    pub summary: String,
    /// What stands under each heading.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it, in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// One of the fixed headings.
    pub heading: &'static str,
    /// Markdown, without white space at its ends.
    pub text: String,
}

impl Doc {
    /// What the rule's file says of it.
    pub fn of(rule: &Rule) -> Self {
        let lines = rule.source.lines().map_while(|line| line.strip_prefix("//!"));
        let text: String = lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect();
        let mut pieces = text.split("## ");
        let summary = pieces.next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let section = |piece: &str| {
            let heading = HEADINGS.into_iter().find(|heading| piece.lines().next() == Some(heading))?;
            Some(Section { heading, text: piece[heading.len()..].trim().to_owned() })
        };
        Self { summary, sections: pieces.filter_map(section).collect() }
    }

    /// What stands under a heading.
    pub fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|section| section.heading == heading).map(|section| section.text.as_str())
    }

    /// The article of a block of Markdown between fences.
    pub fn fenced(&self, heading: &str) -> Option<&str> {
        let text = self.section(heading)?;
        let (_, rest) = text.split_once("```text\n")?;
        rest.split_once("```").map(|(article, _)| article.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::findings;
    use crate::{RULES, Settings};

    /// Every page is whole, its example is found and its better one is not.
    #[test]
    fn what_a_page_shows_is_so() {
        for rule in RULES {
            let doc = Doc::of(rule);
            let headings: Vec<_> = doc.sections.iter().map(|section| section.heading).collect();
            assert_eq!(headings, HEADINGS, "{} has its headings", rule.code);
            assert!(doc.sections.iter().all(|section| !section.text.is_empty()), "{}", rule.code);
            assert!(doc.summary.ends_with('.') && doc.summary.len() < 160, "{}: {}", rule.code, doc.summary);
            let found = |heading| {
                let article = doc.fenced(heading).unwrap_or_else(|| panic!("{}: {heading} has a block", rule.code));
                findings(article, &Settings::only(rule))
            };
            assert!(!found("Example").is_empty(), "{}: the example is found", rule.code);
            assert_eq!(found("Better"), [], "{}: the better one is not", rule.code);
        }
    }
}
