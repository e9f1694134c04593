//! What comments to Sayso say: `<!-- sayso: ignore[ANO001, CHN] approved by the desk editor -->`.

use sayso_article::{Article, Part, PartSpan};
use sayso_text::Span;

/// What a comment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// For one block.
    Ignore,
    /// From here on.
    Disable,
    /// Up to here.
    Enable,
    /// For the whole article.
    IgnoreFile,
}

/// The words for it.
pub(super) const VERBS: &[(&str, Verb)] = &[
    ("ignore", Verb::Ignore),
    ("ignore-file", Verb::IgnoreFile),
    ("disable", Verb::Disable),
    ("enable", Verb::Enable),
];

/// One comment.
#[derive(Debug, PartialEq)]
pub(super) struct Directive {
    /// All of it.
    pub(super) comment: Span,
    /// What it does.
    pub(super) verb: Verb,
    /// For which rules: each selector.
    pub(super) selectors: Vec<Span>,
    /// Why, in one line.
    pub(super) reason: Option<String>,
    /// The block that it stands at; none where it stands at none.
    pub(super) block: Option<Span>,
}

/// A comment that speaks to Sayso and says nothing that can be understood.
#[derive(Debug, PartialEq)]
pub(super) struct Trouble {
    /// The words that are not understood.
    pub(super) span: Span,
    /// The block that the comment stands at.
    pub(super) block: Option<Span>,
    /// What is wrong.
    pub(super) message: String,
    /// What to write.
    pub(super) help: String,
}

/// What an article's comments say, in order.
pub(super) fn read(article: &Article) -> (Vec<Directive>, Vec<Trouble>) {
    let (mut directives, mut troubles) = (Vec::new(), Vec::new());
    let blocks = blocks(article);
    for (comment, block) in article.comments.iter().zip(blocks) {
        match directive(&article.text, *comment, block) {
            Some(Ok(directive)) => directives.push(directive),
            Some(Err(trouble)) => troubles.push(trouble),
            None => {}
        }
    }
    (directives, troubles)
}

/// What one comment says; none where it says nothing to Sayso.
fn directive(text: &str, comment: Span, block: Option<Span>) -> Option<Result<Directive, Trouble>> {
    // What runs to the text's end because nothing closes it was not meant to.
    let inner = comment.of(text).strip_prefix("<!--")?.strip_suffix("-->")?.trim_start();
    let Some(rest) = inner.strip_prefix("sayso:").map(str::trim_start) else {
        return misspelt(inner).map(|rest| Err(Trouble { span: comment, block, ..slip(rest) }));
    };
    let at = |piece: &str| comment.end - "-->".len() - piece.len();
    let word = rest.find(|c: char| c.is_whitespace() || c == '[').unwrap_or(rest.len());
    let (word, rest) = rest.split_at(word);
    let span = Span::new(at(rest) - word.len(), at(rest));
    let Some((_, verb)) = VERBS.iter().find(|(known, _)| *known == word) else {
        let known: Vec<&str> = VERBS.iter().map(|(known, _)| *known).collect();
        let message = format!("`{word}` is nothing that a comment can do");
        let help = match crate::words::nearest(word, &known) {
            Some(near) => format!("Write `{near}`"),
            None => "Write `ignore`, `ignore-file`, `disable` or `enable`, then the rules in brackets".to_owned(),
        };
        return Some(Err(Trouble { span: if word.is_empty() { comment } else { span }, block, message, help }));
    };
    let bracket = rest.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let Some((list, reason)) = bracket else {
        let message = format!("`{word}` names no rule");
        let help = format!("Name the rules in brackets: `{word}[ANO001] the reason`");
        return Some(Err(Trouble { span, block, message, help }));
    };
    let start = at(reason) - 1 - list.len();
    let mut selectors = Vec::new();
    let mut from = start;
    for piece in list.split(',') {
        let selector = Span::new(from, from + piece.len()).trim(text);
        from += piece.len() + 1;
        if !selector.is_empty() {
            selectors.push(selector);
        }
    }
    if selectors.is_empty() {
        let message = format!("`{word}` names no rule");
        let help = format!("Name the rules in the brackets: `{word}[ANO001] the reason`");
        return Some(Err(Trouble { span, block, message, help }));
    }
    let reason = reason.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—'));
    Some(Ok(Directive { comment, verb: *verb, selectors, reason: super::reason_of(reason), block }))
}

/// What follows the name in a comment that is meant for Sayso and does not begin as such comments do: with `sayso:`.
fn misspelt(inner: &str) -> Option<&str> {
    let (name, rest) = inner.split_at_checked(NAME.len())?;
    let rest = rest.trim_start_matches([':', '-', ' ', '\t', '\n', '\r']);
    let word = rest.split(|c: char| c.is_whitespace() || c == '[').next().unwrap_or_default();
    let known: Vec<&str> = VERBS.iter().map(|(known, _)| *known).collect();
    (name.eq_ignore_ascii_case(NAME) && crate::words::nearest(word, &known).is_some()).then_some(rest)
}

const NAME: &str = "sayso";

/// What is said of a misspelt comment.
fn slip(rest: &str) -> Trouble {
    let rest = crate::words::short(rest, Span::new(0, rest.len()));
    let message = "a comment to Sayso begins with `sayso:`, and this one does nothing".to_owned();
    Trouble { span: Span::default(), block: None, message, help: format!("Write `<!-- sayso: {rest} -->`") }
}

/// What lies between two things of a text; the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Both are on one line.
    None,
    /// One is on the line after the other.
    Line,
    /// A blank line lies between, or nothing comes.
    Blank,
}

/// The block of each comment: the one that it stands in or at the end of, else the one after it.
fn blocks(article: &Article) -> Vec<Option<Span>> {
    let text = &article.text;
    let blocks = paragraphs(article);
    // For each comment, how far the block before it and the one after it are.
    let mut before: Vec<(Option<usize>, Gap)> = Vec::with_capacity(article.comments.len());
    let mut next = 0;
    for (at, comment) in article.comments.iter().enumerate() {
        while blocks.get(next).is_some_and(|block| block.start < comment.start) {
            next += 1;
        }
        let block = next.checked_sub(1);
        let end = block.map_or(0, |at| blocks[at].end);
        let earlier = at.checked_sub(1).map(|at| article.comments[at]).filter(|earlier| earlier.end > end);
        let gap = match (block, earlier) {
            (None, _) => Gap::Blank,
            // It stands in the block.
            (Some(_), _) if end >= comment.end => Gap::None,
            (Some(_), None) => gap(&text[end..comment.start]),
            (Some(_), Some(earlier)) => before[at - 1].1.max(gap(&text[earlier.end..comment.start])),
        };
        before.push((block, gap));
    }
    let mut out = vec![None; article.comments.len()];
    let mut after = Gap::Blank;
    for (at, comment) in article.comments.iter().enumerate().rev() {
        let (block, gap_before) = before[at];
        let following = block.map_or(0, |at| at + 1);
        let later = article.comments.get(at + 1);
        let limit = blocks.get(following).map(|block| block.start);
        after = match (limit, later) {
            (None, _) => Gap::Blank,
            (Some(limit), Some(later)) if later.start < limit => after.max(gap(&text[comment.end..later.start])),
            (Some(limit), _) => gap(&text[comment.end.min(limit)..limit]),
        };
        let own = match (gap_before, after) {
            (Gap::None, _) | (Gap::Line, Gap::Blank) => block,
            _ => Some(following),
        };
        out[at] = own.and_then(|at| blocks.get(at)).copied();
    }
    out
}

/// The paragraphs, a dateline with the one that it begins; not those that are comments.
pub(super) fn paragraphs(article: &Article) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut after_dateline = false;
    let mut comments = article.comments.iter().peekable();
    for PartSpan { part, span } in &article.parts {
        while comments.next_if(|comment| comment.start < span.start).is_some() {}
        if *part == Part::Other && comments.peek().is_some_and(|comment| comment.start == span.start) {
            continue;
        }
        match out.last_mut() {
            Some(last) if after_dateline => last.end = span.end,
            _ => out.push(*span),
        }
        after_dateline = *part == Part::Dateline;
    }
    out
}

fn gap(between: &str) -> Gap {
    let mut lines = between.split('\n');
    lines.next();
    // The last one goes on with what comes next.
    let mut lines: Vec<&str> = lines.collect();
    match lines.pop() {
        None if between.contains('\r') => Gap::Line,
        None => Gap::None,
        Some(_) if lines.iter().any(|line| line.trim().is_empty()) => Gap::Blank,
        Some(_) => Gap::Line,
    }
}

#[cfg(test)]
mod tests {
    use sayso_article::Format;

    use super::*;

    fn article(text: &str, format: Format) -> Article {
        sayso_article::read(text.as_bytes(), format, None)
    }

    /// For each comment the block that it is for.
    fn check(format: Format, text: &str, expect: &[Option<&str>]) {
        let article = article(text, format);
        let found: Vec<_> = blocks(&article).into_iter().map(|block| block.map(|block| block.of(text))).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_comment_is_for_the_paragraph_that_it_stands_at() {
        let markdown = |text: &str, expect: &[Option<&str>]| check(Format::Markdown, text, expect);
        markdown("One is shut.\n\n<!-- a -->\n\nTwo is not.\n", &[Some("Two is not.")]);
        markdown("One is shut.\n\n<!-- a -->\nTwo is not.\n", &[Some("Two is not.")]);
        markdown("One is shut. <!-- a -->\n\nTwo is not.\n", &[Some("One is shut.")]);
        markdown("One is shut.\n<!-- a -->\n\nTwo is not.\n", &[Some("One is shut.")]);
        markdown("One is shut.\n<!-- a -->\n<!-- b -->\n\nTwo is not.\n", &[Some("One is shut."); 2]);
        markdown("One is shut.\n\n<!-- a -->\n<!-- b -->\n\n<!-- c --> Two is not.\n", &[Some("Two is not."); 3]);
        markdown("One <!-- a --> is\n<!-- b --> shut.\n", &[Some("One <!-- a --> is\n<!-- b --> shut."); 2]);
        markdown("<!-- a -->\n", &[None]);
        markdown("One is shut.\n\n<!-- a -->\n", &[None]);
        markdown("- One <!-- a -->\n- <!-- b --> Two\n", &[Some("One"), Some("Two")]);
        markdown(
            "<!-- a -->\n\nHARWICK, May 3 — The bridge is shut.\n",
            &[Some("HARWICK, May 3 — The bridge is shut.")],
        );
    }

    #[test]
    fn in_plain_text_it_is_for_the_line_after_it() {
        let comment = "<!-- sayso: ignore[X] a -->";
        check(
            Format::Text,
            &format!("The bridge is shut, she said.\n{comment}\nIt will open, he said.\n"),
            &[Some("It will open, he said.")],
        );
    }

    #[test]
    fn a_comment_says_what_it_does_for_which_rules_and_why() {
        let text = "One.\n\n<!--\n sayso: ignore[ANO001, bare-source ,]\n  approved,\n the editor -->\n\nTwo.";
        let (directives, troubles) = read(&article(text, Format::Markdown));
        assert_eq!(troubles, []);
        let [directive] = &directives[..] else { panic!("{directives:?}") };
        assert_eq!(directive.verb, Verb::Ignore);
        assert_eq!(directive.selectors.iter().map(|s| s.of(text)).collect::<Vec<_>>(), ["ANO001", "bare-source"]);
        assert_eq!(directive.reason.as_deref(), Some("approved, the editor"));
        assert_eq!(directive.block.map(|block| block.of(text)), Some("Two."));
    }

    #[test]
    fn what_cannot_be_understood_is_told_with_what_to_write() {
        for (comment, message, help) in [
            ("<!-- sayso: ingore[ANO001] x -->", "`ingore` is nothing that a comment can do", "Write `ignore`"),
            (
                "<!-- sayso: ignore x -->",
                "`ignore` names no rule",
                "Name the rules in brackets: `ignore[ANO001] the reason`",
            ),
            (
                "<!-- sayso: ignore[ ,] -->",
                "`ignore` names no rule",
                "Name the rules in the brackets: `ignore[ANO001] the reason`",
            ),
            (
                "<!-- sayso: disable[ANO001 x -->",
                "`disable` names no rule",
                "Name the rules in brackets: `disable[ANO001] the reason`",
            ),
        ] {
            let (directives, troubles) = read(&article(&format!("One.\n\n{comment}\n\nTwo."), Format::Markdown));
            assert_eq!(directives, [], "{comment}");
            assert_eq!(troubles.len(), 1, "{comment}");
            assert_eq!((troubles[0].message.as_str(), troubles[0].help.as_str()), (message, help));
        }
        let none = read(&article("<!-- a --> <!-- sayso --> <!-- vale off -->\n\nOne. <!-- sayso:", Format::Markdown));
        assert_eq!(none, (Vec::new(), Vec::new()));
        let (_, empty) = read(&article("<!-- sayso: -->\n\nOne.", Format::Markdown));
        assert_eq!(empty.len(), 1);
    }

    #[test]
    fn a_misspelt_comment_does_nothing_and_is_told() {
        for format in [Format::Markdown, Format::Text] {
            for inner in
                ["SAYSO: ignore[X] a", "Sayso: Ignore[X] a", "sayso ignore[X] a", "sayso-ignore[X] a", "sayso:: ingore"]
            {
                let (directives, troubles) = read(&article(&format!("One.\n\n<!-- {inner} -->\n\nTwo."), format));
                assert_eq!((directives.len(), troubles.len()), (0, 1), "{inner}");
            }
            let (directives, troubles) = read(&article("One.\n\n<!-- Sayso says so. -->\n\nTwo.", format));
            assert_eq!((directives.len(), troubles.len()), (0, 0));
        }
    }
}
