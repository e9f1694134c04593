//! Changes that can do no harm: applied, written, or shown as a diff.

use std::fs;
use std::path::Path;

use sayso_article::{Article, Format, encode};
use sayso_check::{Finding, Fix};
use similar::TextDiff;

use crate::articles::{Origin, Unread};
use crate::check::cache::Entry;
use crate::message::Message;
use crate::sink::replace;

/// An article that was mended.
pub(super) struct Fixed {
    /// What is still found in it.
    pub(super) entry: Entry,
    /// As it is then.
    pub(super) article: Article,
    /// How many changes were made.
    pub(super) count: usize,
    /// Its text then.
    pub(super) text: String,
}

/// One change may bring out another; that ends.
const MOST_ROUNDS: usize = 8;

/// Makes all changes, each round's findings from the text that the one before left; nothing where there are none, or where
/// the article's text is not all that its file holds.
pub(super) fn fix(
    unread: &Unread,
    article: &Article,
    findings: &[Finding],
    read: impl Fn(&Unread) -> Result<(Entry, Article), Message>,
) -> Result<Option<Fixed>, Message> {
    if why_not(unread, article).is_some() {
        return Ok(None);
    }
    let mut fixed: Option<Fixed> = None;
    for _ in 0..MOST_ROUNDS {
        let (text, findings) = match &fixed {
            Some(fixed) => (&fixed.text, fixed.entry.findings.as_slice()),
            None => (&article.text, findings),
        };
        let (text, made) = apply(text, findings);
        if made == 0 {
            break;
        }
        let unread = unread.with(text.clone().into_bytes());
        let (entry, article) = read(&unread)?;
        let count = made + fixed.map_or(0, |fixed| fixed.count);
        fixed = Some(Fixed { entry, article, count, text });
    }
    Ok(fixed)
}

/// What is said of changes that cannot be made, where there are any.
pub(super) fn cannot(unread: &Unread, article: &Article, findings: &[Finding]) -> Option<Message> {
    let why = why_not(unread, article)?;
    let has_fix = findings.iter().any(|finding| finding.suppressed.is_none() && finding.fix.is_some());
    has_fix.then(|| Message::warning(format!("{}: not mended, as {why}", unread.path)))
}

/// Why changes of an article cannot be written into its file.
fn why_not(unread: &Unread, article: &Article) -> Option<&'static str> {
    match unread.origin {
        _ if unread.row.is_some() => Some("an archive keeps articles as they came: mend it where it comes from"),
        Origin::Line => Some("it is a line of JSON: mend it where it comes from"),
        Origin::Record(_) => Some("it is one of many in its file: mend it where it comes from"),
        Origin::File(Format::Html | Format::JsonLines) => Some("it is a web page: mend it where it comes from"),
        Origin::File(_) if encode(&article.text, &unread.bytes).as_ref() != Some(&unread.bytes) => {
            Some("not all of it could be decoded: save it as UTF-8")
        }
        Origin::File(_) => None,
    }
}

/// A text with the changes of findings made, from its beginning, those left out that overlap an earlier one; and how many.
fn apply(text: &str, findings: &[Finding]) -> (String, usize) {
    let mut fixes: Vec<&Fix> =
        findings.iter().filter(|f| f.suppressed.is_none()).filter_map(|f| f.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span, &fix.text));
    let mut out = String::new();
    let (mut done, mut count) = (0, 0);
    let mut last = None;
    for fix in fixes {
        // Two that put something in at one place, or what is none of the text's places.
        let is_taken = last == Some(fix.span) || fix.span.start < done;
        let (Some(between), Some(old)) = (text.get(done..fix.span.start), text.get(fix.span.start..fix.span.end))
        else {
            continue;
        };
        if is_taken || old == fix.text {
            continue;
        }
        out += between;
        out += &fix.text;
        (done, last) = (fix.span.end, Some(fix.span));
        count += 1;
    }
    out += text.get(done..).unwrap_or_default();
    (out, count)
}

/// Puts a text in the place of the file that it was made of, unless that was changed meanwhile or holds it packed.
pub(super) fn write(unread: &Unread, text: &str) -> Result<(), Message> {
    let path = Path::new(&unread.path);
    let held = fs::read(path).map_err(|error| Message::cannot_read(&unread.path, &error))?;
    if held != unread.bytes {
        let what = "not mended, as it is packed or was changed meanwhile: unpack it, or run this again";
        return Err(Message::warning(format!("{}: {what}", unread.path)));
    }
    // The file that a link leads to is replaced, not the link.
    let path = fs::canonicalize(path).map_err(|error| Message::cannot_read(&unread.path, &error))?;
    let Some(bytes) = encode(text, &unread.bytes) else {
        let what = "not mended, as its encoding has no place for the marks: save it as UTF-8";
        return Err(Message::warning(format!("{}: {what}", unread.path)));
    };
    replace(&path, &bytes).map_err(|error| Message::error(format!("{error:#}")))
}

/// What changes, as `patch` takes it.
pub(super) fn diff(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().header(path, path).to_string()
}

#[cfg(test)]
mod tests {
    use sayso_check::{Category, Severity, Suppressed, SuppressedBy};
    use sayso_text::Span;

    use super::*;

    fn finding(start: usize, end: usize, text: &str) -> Finding {
        let span = Span { start, end };
        Finding {
            code: "QUO001".to_owned(),
            name: "quotation".to_owned(),
            category: Category::Style,
            severity: Severity::Info,
            span,
            message: String::new(),
            related: Vec::new(),
            help: String::new(),
            fix: Some(Fix { span, text: text.to_owned() }),
            suppressed: None,
        }
    }

    fn check(text: &str, fixes: &[(usize, usize, &str)], expect: &str, count: usize) {
        let findings: Vec<_> = fixes.iter().map(|(start, end, text)| finding(*start, *end, text)).collect();
        assert_eq!(apply(text, &findings), (expect.to_owned(), count), "{text} {fixes:?}");
    }

    #[test]
    fn changes_are_made_in_order_where_they_do_not_overlap() {
        check("abc", &[], "abc", 0);
        check("abc", &[(2, 3, "z"), (0, 1, "x")], "xbz", 2);
        check("abc", &[(0, 2, "x"), (1, 3, "y")], "xc", 1);
        check("abc", &[(0, 1, "x"), (1, 2, "y")], "xyc", 2);
        check("abc", &[(1, 1, "-"), (1, 1, "+")], "a+bc", 1);
        check("abc", &[(3, 3, ".")], "abc.", 1);
        check("abc", &[(1, 2, "b")], "abc", 0);
        // No place of the text.
        check("é", &[(1, 2, "x"), (0, 9, "x"), (2, 2, "!")], "é!", 1);
    }

    #[test]
    fn what_somebody_let_stand_is_left() {
        let mut let_stand = finding(0, 1, "x");
        let_stand.suppressed = Some(Suppressed { reason: None, by: SuppressedBy::Baseline });
        assert_eq!(apply("abc", &[let_stand]), ("abc".to_owned(), 0));
    }

    #[test]
    fn rounds_go_on_until_nothing_is_left_and_end() {
        let unread = |text: &str| Unread {
            path: "a.txt".to_owned(),
            origin: Origin::File(Format::Text),
            bytes: text.as_bytes().to_vec(),
            row: None,
        };
        let article = |text: &str| Article { text: text.to_owned(), ..Article::default() };
        // Each round takes a letter away, as long as there are two.
        let findings = |text: &str| if text.len() > 1 { vec![finding(0, 1, "")] } else { Vec::new() };
        for (text, expect, count) in [("abc", "c", 2), ("abcdefghijkl", "ijkl", 8)] {
            let read = |unread: &Unread| {
                let text = String::from_utf8(unread.bytes.clone()).unwrap();
                Ok((Entry { notes: Vec::new(), findings: findings(&text) }, article(&text)))
            };
            let fixed = fix(&unread(text), &article(text), &findings(text), read).unwrap().unwrap();
            assert_eq!((fixed.text.as_str(), fixed.count), (expect, count));
        }
        // A text that is not the file's bytes is left as it is.
        let read = |_: &Unread| panic!("nothing is read again");
        assert!(fix(&unread("abc"), &article("àbc"), &findings("abc"), read).unwrap().is_none());
    }

    #[test]
    fn a_diff_is_one_that_patch_takes() {
        assert_eq!(diff("a.md", "a\nb\n", "a\nc\n"), "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
    }
}
