//! A rule's documentation: the doc comment of its file, under fixed headings.

use sayso_article::Format;

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

    /// The article of a block between fences.
    pub fn fenced(&self, heading: &str) -> Option<&str> {
        self.article(heading).map(|(article, _)| article)
    }

    /// The articles of a block between fences, the earliest first: those of an archive are parted by a line of `=====`.
    pub fn articles(&self, heading: &str) -> Vec<&str> {
        self.fenced(heading).map_or(Vec::new(), |block| block.split("\n=====\n").collect())
    }

    /// The article of a block between fences, and what it is written in: `text` or `markdown`.
    pub fn article(&self, heading: &str) -> Option<(&str, Format)> {
        let text = self.section(heading)?;
        let (at, opening, format) = [("```text\n", Format::Text), ("```markdown\n", Format::Markdown)]
            .into_iter()
            .filter_map(|(opening, format)| Some((text.find(opening)?, opening, format)))
            .min_by_key(|(at, ..)| *at)?;
        let (article, _) = text[at + opening.len()..].split_once("```")?;
        Some((article.trim_end(), format))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::findings_in;
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
            if rule.asks_of_archives() {
                // Their examples are archives, which `sayso` makes and checks: `crates/sayso/tests/cli/lineage.rs`.
                let several = |heading| doc.articles(heading).len() > 1;
                assert!(several("Example") && several("Better"), "{}: its examples are several articles", rule.code);
                continue;
            }
            let found = |heading| {
                let block = doc.article(heading);
                let (article, format) = block.unwrap_or_else(|| panic!("{}: {heading} has a block", rule.code));
                // Whether a suppression is of use shows where the rules that it means are looked for.
                let alone = !rule.code.starts_with("SUP");
                let settings = if alone { Settings::only(rule) } else { Settings::all() };
                let mut found = findings_in(article, format, &settings);
                found.retain(|finding| finding.code == rule.code);
                found
            };
            assert!(!found("Example").is_empty(), "{}: the example is found", rule.code);
            assert_eq!(found("Better"), [], "{}: the better one is not", rule.code);
        }
    }
}
