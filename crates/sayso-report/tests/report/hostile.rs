//! Texts, names and findings that try to be more than words.

use sayso_check::{Finding, Related, Severity, SuppressedBy};
use sayso_report::{Format, Options};
use sayso_text::Span;

use crate::desk::{Draft, finding, report, suppressed};

/// What means something in one format or another.
pub(crate) const HOSTILE: &str = "a ]]> b ::error::c | d `e` ``` f </script><script>alert(1)</script> <!-- g --> -- h @desk #12 \
    [x](javascript:y) {0} %0A \u{1b}[31m\u{202e}desrever\u{202c} \u{0}\u{8}\u{9b}2J \u{b}\u{c}\u{2028}\u{85} \u{fffe}\u{ffff} \
    \u{e0041} 漢字 𝛼 e\u{301} & \"q\" 'r' \\ \r i";

/// A draft whose every word is hostile.
pub(crate) fn hostile() -> Draft {
    let mut draft = Draft::of(&format!("dir/{HOSTILE}\n::error::x"), &format!("Head\n\n{HOSTILE} said so.\n"));
    let end = draft.article.text.len();
    let mut add = |span, code: &str| {
        let message = format!("{HOSTILE}\n::error::y");
        let mut finding = finding(code, Severity::Error, span, &message, HOSTILE);
        finding.related.push(Related { span, message: HOSTILE.to_owned() });
        finding.fix(span, HOSTILE);
        draft.findings.push(finding);
    };
    add(Span::new(6, end), "ANO001");
    add(Span::new(6, end), HOSTILE);
    add(Span::new(6, end), "ANO001");
    let last: &mut Finding = draft.findings.last_mut().unwrap();
    last.suppressed = Some(suppressed(SuppressedBy::Sidecar, Some(HOSTILE)));
    draft
}

fn each(drafts: &[Draft], check: impl Fn(Format, &str)) {
    for format in Format::all() {
        for color in [false, true] {
            check(format, &report(format, Options { color, width: 80 }, drafts));
        }
    }
}

/// Whether a character acts on a screen. What goes to programs alone is JSON, which names controls itself.
fn acts(c: char) -> bool {
    c != '\n'
        && (c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}'))
}

#[test]
fn nothing_acts_on_a_screen() {
    each(&[hostile()], |format, out| {
        use Format::{Gitlab, Json, JsonLines, Rdjson, Sarif};
        if matches!(format, Gitlab | Json | JsonLines | Rdjson | Sarif) {
            assert!(!out.contains('\u{1b}'), "{format:?}");
            return;
        }
        let mut out = out.to_owned();
        for code in ["\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m"] {
            out = out.replace(code, "");
        }
        let found: Vec<char> = out.chars().filter(|c| acts(*c)).collect();
        assert_eq!(found, [], "{format:?}: {out:?}");
    });
}

#[test]
fn one_finding_is_one_line_where_lines_count() {
    let drafts = [hostile()];
    let concise = report(Format::Concise, Options::default(), &drafts);
    assert_eq!(concise.lines().count(), 3, "{concise}");
    let github = report(Format::Github, Options::default(), &drafts);
    assert_eq!(github.lines().count(), 3, "{github}");
    for line in github.lines() {
        let properties = line.strip_prefix("::error ").or(line.strip_prefix("::notice ")).unwrap();
        let (properties, message) = properties.split_once("::").unwrap();
        // The words go over a line's end, so there are no columns.
        assert_eq!(properties.split(',').count(), 4, "{properties}");
        assert!(message.ends_with(" i"), "{message}");
    }
    assert_eq!(report(Format::JsonLines, Options::default(), &drafts).lines().count(), 3);
}

#[test]
fn junit_is_well_formed_whatever_it_holds() {
    let out = report(Format::Junit, Options::default(), &[hostile(), Draft::of("b", "A b.")]);
    let document = roxmltree::Document::parse(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!((count("testsuite"), count("testcase"), count("failure"), count("skipped")), (2, 4, 2, 1));
    let message = document.descendants().find_map(|node| node.attribute("message")).unwrap();
    assert!(message.starts_with("a ]]> b ::error::c | d `e`") && message.ends_with("\n::error::y"), "{message}");
}

#[test]
fn markdown_holds_words_and_no_markup() {
    let out = report(Format::Markdown, Options::default(), &[hostile()]);
    for line in out.lines().filter(|line| !line.starts_with("### ") && !line.starts_with("- ") && !line.contains("**"))
    {
        assert!(!line.contains("<script") && !line.contains("@desk") && !line.contains("#12"), "{line}");
        assert!(!line.contains(" `e`") && !line.contains("[x]("), "{line}");
    }
    assert!(out.lines().all(|line| !line.starts_with("::")), "{out}");
}

#[test]
fn spans_past_the_end_are_cut_and_nothing_fails() {
    for text in ["", "é", "Head\n\n漢字 said so – 𝛼.\n"] {
        let mut draft = Draft::of("a.md", text);
        for start in [0, 1, 2, 7, 8, usize::MAX / 2, usize::MAX] {
            for end in [0, 1, 3, 9, text.len(), usize::MAX] {
                let span = Span { start, end };
                let mut finding = finding("ANO001", Severity::Warning, span, "message", "help");
                finding.related.push(Related { span, message: "there".to_owned() });
                finding.fix(span, "x");
                draft.findings.push(finding.clone());
                finding.suppressed = Some(suppressed(SuppressedBy::Comment(span), None));
                draft.findings.push(finding);
            }
        }
        each(&[draft], |format, out| assert!(!out.is_empty(), "{format:?}"));
    }
}

#[test]
fn nothing_at_all_is_a_report_too() {
    let mut empty = Draft::of("a", "x");
    empty.findings.push(finding("", Severity::Info, Span::new(0, 1), "", ""));
    for drafts in [vec![], vec![Draft::of("", "")], vec![empty]] {
        each(&drafts, |format, out| match format {
            Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson => {
                serde_json::from_str::<serde_json::Value>(out).unwrap_or_else(|e| panic!("{format:?}: {e}: {out}"));
            }
            Format::Junit => assert!(roxmltree::Document::parse(out).is_ok(), "{out}"),
            _ => {}
        });
    }
}
