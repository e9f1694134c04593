use proptest::prelude::*;
use sayso_article::Format;

use super::*;
use crate::testing::reading;
use crate::{Severity, check};

/// What is found in an article: the code, the words, who let it stand.
fn found(article: &str, format: Format, kept: &[Kept]) -> Vec<(String, String, Option<Suppressed>)> {
    let reading = reading(article, format);
    let mut settings = Settings::default();
    // One rule and what is said of suppressions: other rules come and go.
    for (setting, rule) in settings.rules.iter_mut().zip(RULES) {
        setting.on = rule.code == "ANO001" || rule.code.starts_with("SUP");
    }
    let findings = check(&reading, &settings, kept);
    findings.into_iter().map(|f| (f.code, f.span.of(article).to_owned(), f.suppressed)).collect()
}

fn in_markdown(article: &str, expect: &[(&str, &str, Option<&str>)]) {
    let found = found(article, Format::Markdown, &[]);
    let found: Vec<_> = found
        .iter()
        .map(|(code, words, by)| {
            (code.as_str(), words.as_str(), by.as_ref().map(|by| by.reason.as_deref().unwrap_or("")))
        })
        .collect();
    assert_eq!(found, expect, "{article}");
}

const ONE: &str = "The bridge will stay closed until spring, officials say.";
const OTHER: &str = "The old ferry sank on Monday, two sources said.";

#[test]
fn a_comment_silences_its_block_and_no_other() {
    in_markdown(&format!("{ONE}\n\n{OTHER}\n"), &[("ANO001", "officials", None), ("ANO001", "two sources", None)]);
    in_markdown(
        &format!("<!-- sayso: ignore[ANO001] the editor knows -->\n\n{ONE}\n\n{OTHER}\n"),
        &[("ANO001", "officials", Some("the editor knows")), ("ANO001", "two sources", None)],
    );
    in_markdown(
        &format!("{ONE} <!-- sayso: ignore[bare-source]: the editor knows -->\n\n{OTHER}\n"),
        &[("ANO001", "officials", Some("the editor knows")), ("ANO001", "two sources", None)],
    );
    let inside = ONE.replace("spring,", "spring, <!-- sayso: ignore[ano] she said “no” -->");
    in_markdown(
        &format!("{inside}\n\n{OTHER}\n"),
        &[("ANO001", "officials", Some("she said “no”")), ("ANO001", "two sources", None)],
    );
}

#[test]
fn the_place_for_a_reason_is_none() {
    in_markdown(
        &format!("<!-- sayso: ignore[ANO001] reason -->\n\n{ONE}\n"),
        &[("SUP002", "ANO001", None), ("ANO001", "officials", None)],
    );
}

#[test]
fn what_nobody_can_read_and_what_a_page_shows_is_no_reason() {
    for reason in
        [".", "…", "—", "\u{200b}", "\u{3164}", "TODO", "todo:", "the reason", "(reason)", "who approved it, and why"]
    {
        in_markdown(
            &format!("<!-- sayso: ignore[ANO001] {reason} -->\n\n{ONE}\n"),
            &[("SUP002", "ANO001", None), ("ANO001", "officials", None)],
        );
    }
    for reason in ["é", "OK B. L.", "#204", "理由"] {
        in_markdown(
            &format!("<!-- sayso: ignore[ANO001] {reason} -->\n\n{ONE}\n"),
            &[("ANO001", "officials", Some(reason))],
        );
    }
}

#[test]
fn the_next_place_of_a_source_is_found_where_the_first_is_let_stand() {
    const NEXT: &str = "Forty people were killed in the blast, officials say.";
    in_markdown(&format!("{ONE}\n\n{NEXT}\n"), &[("ANO001", "officials", None)]);
    let first = format!("<!-- sayso: ignore[ANO001] a -->\n\n{ONE}\n\n{NEXT}\n");
    in_markdown(&first, &[("ANO001", "officials", Some("a")), ("ANO001", "officials", None)]);
    in_markdown(
        &format!("{first}<!-- sayso: ignore[ANO001] b -->\n"),
        &[("ANO001", "officials", Some("a")), ("ANO001", "officials", Some("b"))],
    );
    in_markdown(
        &format!("<!-- sayso: ignore-file[ANO001] a -->\n\n{ONE}\n\n{NEXT}\n"),
        &[("ANO001", "officials", Some("a"))],
    );
    // What was there before is all that was there.
    let article = format!("{ONE}\n\n{NEXT}\n");
    let reading = reading(&article, Format::Text);
    let settings = Settings::only(crate::rule("ANO001").unwrap());
    let all = check(&reading, &settings, &[Kept::everything()]);
    assert_eq!(all.len(), 2, "{all:?}");
    let kept = Kept::of(&reading.article, &all.iter().collect::<Vec<_>>(), None, KeptIn::Revision);
    assert!(found(&article, Format::Text, &kept).iter().all(|(.., by)| by.is_some()));
    let more = format!("{article}\nThe tunnel will be shut as well, officials say.\n");
    let more = found(&more, Format::Text, &kept);
    assert_eq!(more.iter().filter(|(.., by)| by.is_none()).count(), 1, "{more:?}");
}

#[test]
fn what_is_said_of_a_comment_is_let_stand_by_another_at_its_block() {
    let useless = "<!-- sayso: ignore[ANO001] a -->";
    let named = "The mayor, Orla Finch, said so.";
    in_markdown(
        &format!("<!-- sayso: ignore[SUP001] who -->\n{useless}\n{named}\n"),
        &[("SUP001", "ANO001", Some("who"))],
    );
    in_markdown(&format!("<!-- sayso: ignore[SUP001] who -->\n{named}\n"), &[("SUP001", "SUP001", None)]);
    in_markdown(
        &format!("<!-- sayso: ignore[SUP002] who -->\n<!-- sayso: ignore[ANO001] -->\n{ONE}\n"),
        &[("SUP002", "ANO001", Some("who")), ("ANO001", "officials", None)],
    );
    in_markdown(
        &format!("{named}\n\n<!-- sayso: ignore[SUP003] who -->\n\n{useless}\n"),
        &[("SUP003", "ANO001", Some("who"))],
    );
    in_markdown(
        &format!("<!-- sayso: ignore[SUP004] who -->\n<!-- sayso: ingore[ANO001] a -->\n{named}\n"),
        &[("SUP004", "ingore", Some("who"))],
    );
    // None silences what is said of itself.
    in_markdown(&format!("<!-- sayso: ignore[ALL] a -->\n{named}\n"), &[("SUP001", "ALL", None)]);
}

#[test]
fn of_two_entries_for_one_place_the_second_is_of_no_use() {
    let kept = sidecar(ONE, Some("a"), KeptIn::Sidecar);
    let twice = [kept.clone(), kept].concat();
    let found = found(ONE, Format::Text, &twice);
    let codes: Vec<_> = found.iter().map(|(code, _, by)| (code.as_str(), by.is_some())).collect();
    assert_eq!(codes, [("ANO001", true), ("SUP001", false)]);
}

#[test]
fn an_approval_does_not_move_on_to_a_sentence_that_nobody_saw() {
    const MAYOR: &str = "The mayor, Anna Berg, said the repairs would begin soon.";
    let article = format!("The council met on Monday.\n\n{ONE}\n\n{MAYOR}\n");
    let kept = sidecar(&article, Some("a"), KeptIn::Sidecar);
    let bribe = article
        .replace("The bridge will stay closed until spring", "The mayor took a bribe of 40,000 crowns from a builder");
    let found = found(&bribe, Format::Text, &kept);
    let codes: Vec<_> = found.iter().map(|(code, _, by)| (code.as_str(), by.is_some())).collect();
    assert_eq!(codes, [("SUP003", false), ("ANO001", false)]);
}

#[test]
fn a_range_begins_and_ends_and_a_file_is_whole() {
    let range = format!("<!-- sayso: disable[ANO001] a -->\n\n{ONE}\n\n<!-- sayso: enable[ANO001] -->\n\n{OTHER}\n");
    in_markdown(&range, &[("ANO001", "officials", Some("a")), ("ANO001", "two sources", None)]);
    in_markdown(
        &range.replace("enable[ANO001]", "enable[CHN]"),
        &[("ANO001", "officials", Some("a")), ("SUP001", "CHN", None), ("ANO001", "two sources", Some("a"))],
    );
    in_markdown(
        &format!("{ONE}\n\n{OTHER}\n\n<!-- sayso: ignore-file[ALL] a -->\n"),
        &[("ANO001", "officials", Some("a")), ("ANO001", "two sources", Some("a"))],
    );
    // What is about suppressions can be let stand as well.
    in_markdown(
        "<!-- sayso: ignore-file[SUP001] a -->\n\n<!-- sayso: ignore[ANO] b -->\n\nIt rains.\n",
        &[("SUP001", "ANO", Some("a"))],
    );
}

#[test]
fn what_gives_no_reason_silences_nothing_of_anonymity() {
    in_markdown(
        &format!("<!-- sayso: ignore[ANO001] -->\n\n{ONE}\n"),
        &[("SUP002", "ANO001", None), ("ANO001", "officials", None)],
    );
    in_markdown(
        &format!("<!-- sayso: disable[ANO001] -->\n\n{ONE}\n\n<!-- sayso: enable[ANO001] -->\n"),
        &[("SUP002", "ANO001", None), ("ANO001", "officials", None)],
    );
}

#[test]
fn what_is_of_no_use_is_told() {
    in_markdown("<!-- sayso: ignore[ANO001] a -->\n\nThe mayor, Orla Finch, said so.\n", &[("SUP001", "ANO001", None)]);
    in_markdown(
        &format!("{ONE}\n\n<!-- sayso: ignore[ANO001] a -->\n"),
        &[("ANO001", "officials", None), ("SUP003", "ANO001", None)],
    );
    in_markdown(
        &format!("<!-- sayso: ignore[ANO0001, ANO001] a -->\n\n{ONE}\n"),
        &[("SUP004", "ANO0001", None), ("ANO001", "officials", Some("a"))],
    );
    in_markdown(
        &format!("<!-- sayso: hide[ANO001] a -->\n\n{ONE}\n"),
        &[("SUP004", "hide", None), ("ANO001", "officials", None)],
    );
    // Nothing is known of rules that are not looked for.
    in_markdown("<!-- sayso: ignore[BAL001] a -->\n\nThe mayor, Orla Finch, said so.\n", &[]);
}

/// An article after the first mechanical change.
fn mended(article: &str) -> Option<String> {
    let mut settings = Settings::default();
    for (setting, rule) in settings.rules.iter_mut().zip(RULES) {
        setting.on = rule.code == "ANO001" || rule.code.starts_with("SUP");
    }
    let fix = check(&reading(article, Format::Markdown), &settings, &[]).into_iter().find_map(|finding| finding.fix)?;
    Some(format!("{}{}{}", &article[..fix.span.start], fix.text, &article[fix.span.end..]))
}

#[test]
fn what_is_of_no_use_is_taken_out() {
    const NAMED: &str = "The mayor, Orla Finch, said so.";
    for (article, expect) in [
        (format!("<!-- sayso: ignore[ANO001] a -->\n\n{NAMED}\n"), format!("{NAMED}\n")),
        (format!("{NAMED} <!-- sayso: ignore-file[ANO001] a -->\n"), format!("{NAMED}\n")),
        (
            format!("<!-- sayso: ignore[ANO001, bare-source , ANO] a -->\n\n{ONE}\n"),
            format!("<!-- sayso: ignore[ANO001, ANO] a -->\n\n{ONE}\n"),
        ),
        (
            format!("<!-- sayso: ignore[ANO001 , bare-source] a -->\n\n{ONE}\n"),
            format!("<!-- sayso: ignore[ANO001] a -->\n\n{ONE}\n"),
        ),
    ] {
        assert_eq!(mended(&article), Some(expect), "{article}");
    }
    for article in [
        // Its partner would be left.
        format!("<!-- sayso: disable[ANO001] a -->\n\n{NAMED}\n\n<!-- sayso: enable[ANO001] -->\n"),
        format!("{NAMED}\n\n<!-- sayso: enable[ANO001] -->\n"),
        format!("<!-- sayso: ignore[ANO001] a -->\n\n{ONE}\n"),
        // It may be of use with a reason, or at another place.
        format!("<!-- sayso: ignore[ANO001] -->\n\n{NAMED}\n"),
        format!("{NAMED}\n\n<!-- sayso: ignore[ANO001] a -->\n"),
    ] {
        assert_eq!(mended(&article), None, "{article}");
    }
    let beside = for_all("ANO001");
    let reading = reading(NAMED, Format::Text);
    let found = check(&reading, &Settings::only(crate::rule("SUP001").unwrap()), &[beside]);
    assert!(found.iter().all(|finding| finding.fix.is_none()));
}

#[test]
fn the_words_of_a_comment_are_no_part_of_the_article() {
    let comment = "<!-- sayso: ignore[ANO001] “Officials say so,” 12 people were killed, sources said. -->";
    let expect = [("ANO001", "officials", Some("“Officials say so,” 12 people were killed, sources said."))];
    in_markdown(&format!("{comment}\n\n{ONE}\n"), &expect);
    in_markdown(&format!("{ONE} {comment}\n"), &expect);
    let plain = found(&format!("The mayor left.\n{comment}\n{ONE}\n"), Format::Text, &[]);
    assert_eq!(plain.len(), 1);
    assert!(plain[0].2.is_some());
}

/// An entry of the file beside an article that is for all of it.
fn for_all(rule: &str) -> Kept {
    let (kept_in, reason) = (KeptIn::Sidecar, Some("a".to_owned()));
    Kept { rule: rule.to_owned(), quote: None, reason, kept_in, article: None, place: None }
}

fn sidecar(article: &str, reason: Option<&str>, kept_in: KeptIn) -> Vec<Kept> {
    let reading = reading(article, Format::Text);
    let findings = check(&reading, &Settings::only(crate::rule("ANO001").unwrap()), &[]);
    Kept::of(&reading.article, &findings.iter().collect::<Vec<_>>(), reason, kept_in)
}

#[test]
fn what_is_kept_beside_the_article_holds_after_edits() {
    let article = format!("{ONE}\n\n{OTHER}\n");
    let kept = sidecar(&article, Some("a"), KeptIn::Sidecar);
    assert_eq!(kept.len(), 2);
    for edited in [
        article.clone(),
        format!("It rained on Friday.\n\n{OTHER}\n\n{ONE}\n"),
        article.replace("until spring", "until summer"),
        article.replace("\n\n", "\n"),
        article.replace("on Monday", "late on Monday"),
    ] {
        let found = found(&edited, Format::Text, &kept);
        assert_eq!(found.len(), 2, "{found:?}");
        let by = Some(Suppressed { reason: Some("a".into()), by: SuppressedBy::Sidecar });
        assert!(found.iter().all(|(code, _, suppressed)| code == "ANO001" && *suppressed == by), "{found:?}");
    }
    let gone = found(&article.replace("officials", "two engineers of the county"), Format::Text, &kept);
    assert_eq!(gone.iter().map(|(code, ..)| code.as_str()).collect::<Vec<_>>(), ["SUP003", "ANO001"]);
}

#[test]
fn a_sidecar_needs_reasons_and_a_baseline_needs_none() {
    let codes = |kept: &[Kept]| {
        let found = found(ONE, Format::Text, kept);
        found.into_iter().map(|(code, _, suppressed)| (code, suppressed.map(|s| s.by))).collect::<Vec<_>>()
    };
    let sidecar_without = sidecar(ONE, None, KeptIn::Sidecar);
    assert_eq!(codes(&sidecar_without), [("ANO001".into(), None), ("SUP002".into(), None)]);
    let baseline = sidecar(ONE, None, KeptIn::Baseline);
    assert_eq!(codes(&baseline), [("ANO001".into(), Some(SuppressedBy::Baseline))]);
    let whole = for_all("ano");
    assert_eq!(codes(std::slice::from_ref(&whole)), [("ANO001".into(), Some(SuppressedBy::Sidecar))]);
    let unknown = Kept { rule: "bear-source".into(), ..whole };
    assert_eq!(codes(&[unknown]), [("SUP004".into(), None), ("ANO001".into(), None)]);
    let elsewhere = sidecar(OTHER, Some("a"), KeptIn::Baseline);
    assert_eq!(codes(&elsewhere), [("ANO001".into(), None)], "what is gone from a baseline is mended");
}

#[test]
fn severity_and_whether_it_is_looked_for_are_the_desks() {
    let reading = reading("<!-- sayso: ignore[ANO] a -->\n\nIt rains.\n", Format::Markdown);
    let mut settings = Settings::default();
    let rule = crate::rule("SUP001").unwrap();
    settings.of_mut(rule).unwrap().severity = Severity::Error;
    assert_eq!(check(&reading, &settings, &[])[0].severity, Severity::Error);
    settings.of_mut(rule).unwrap().on = false;
    assert_eq!(check(&reading, &settings, &[]), []);
}

/// What can be done to a draft.
fn edit(article: &str, at: usize, what: usize) -> String {
    let mut at = at % (article.len() + 1);
    while !article.is_char_boundary(at) {
        at -= 1;
    }
    // Words are not cut.
    let at = article[..at].rfind([' ', '\n']).map_or(0, |at| at + 1);
    let put = ["The vote is on Friday. ", "\n\nNew: “é” 𝛼.\n\n", "very ", "<!-- a --> ", "\n"][what % 5];
    format!("{}{put}{}", &article[..at], &article[at..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The words found again are those that were quoted, whatever is put in around them.
    #[test]
    fn edits_keep_the_anchor(edits in proptest::collection::vec((0usize..2000, 0usize..5), 0..6)) {
        let article = format!("{ONE}\n\nA third bank of the river gave way, the mayor, Orla Finch, said.\n\n{OTHER}\n");
        let of = |text: &str| Quotable::of(text, &[]);
        let quotable = of(&article);
        for words in ["officials", "two sources", "the mayor, Orla Finch,"] {
            let at = article.find(words).unwrap();
            let quote = quotable.quote(&article, Span::new(at, at + words.len()));
            let mut edited = article.clone();
            for (at, what) in &edits {
                edited = edit(&edited, *at, *what);
            }
            let found = of(&edited).find(&[(&quote, "")])[0];
            match found {
                Some(found) => {
                    let flat = found.of(&edited).split_whitespace().collect::<Vec<_>>().join(" ");
                    prop_assert_eq!(flat, words);
                }
                // Only what was put into the words, or close on both sides, can hide them.
                None => prop_assert!(!edits.is_empty()),
            }
            // Where the context stands as it was, the place is found.
            let flat = edited.split_whitespace().collect::<Vec<_>>().join(" ");
            if flat.contains(&[&quote.prefix, words, &quote.suffix].concat()) {
                prop_assert!(found.is_some());
            }
        }
    }

    #[test]
    fn no_comment_is_too_odd(pieces in proptest::collection::vec(proptest::sample::select(&[
        "<!--", "-->", " sayso: ", "ignore", "-file", "disable", "enable", "[", "]", "ANO001", ",", "ALL", " a reason", "\n", "\n\n",
        "# ", "- ", "> ", "`", "Officials say so.", "“", "é", "HARWICK, May 3 — ", "***", "\r",
    ][..]), 0..60)) {
        let text = pieces.concat();
        for format in [Format::Markdown, Format::Text] {
            let article = sayso_article::read(text.as_bytes(), format, None);
            let reading = Reading { article, ..Reading::default() };
            let mut findings = Vec::new();
            apply(&reading, &Settings::all(), &[], &mut findings);
            for finding in findings {
                prop_assert!(reading.article.text.get(finding.span.start..finding.span.end).is_some());
                let fix = finding.fix.map_or(finding.span, |fix| fix.span);
                prop_assert!(reading.article.text.get(fix.start..fix.end).is_some());
            }
        }
    }

    #[test]
    fn any_quote_of_any_text(text in "[a-c \n]{0,80}", start in 0usize..80, length in 0usize..20) {
        let (start, end) = (start.min(text.len()), (start + length).min(text.len()));
        let of = |text: &str| Quotable::of(text, &[]);
        let quote = of(&text).quote(&text, Span::new(start, end));
        if let Some(found) = of(&text).find(&[(&quote, "")])[0] {
            let alone = Quote { exact: quote.exact, ..Quote::default() };
            prop_assert!(of(found.of(&text)).find(&[(&alone, "")])[0].is_some());
        }
    }
}

#[test]
fn ten_thousand_comments_and_findings_take_no_time() {
    let comments: String = (0..10_000)
        .map(|i| match i % 4 {
            0 => "<!-- sayso: disable[ALL] a -->\n\nIt rains.\n\n",
            1 => "<!-- sayso: ignore[ALL] a -->\n",
            2 => "<!-- sayso: ignore[ANO, CHN, ALL, suspicious] -->\n\n",
            _ => "<!-- sayso: enable[ALL] -->\n\nIt <!-- sayso: ignore-file[ALL] --> rains.\n\n",
        })
        .collect();
    for text in [comments, "<!-- sayso: ignore[ALL] a -->".repeat(10_000), "<!-- sayso: ignore[".repeat(10_000)] {
        let article = sayso_article::read(text.as_bytes(), Format::Markdown, None);
        let length = article.text.len();
        let reading = Reading { article, ..Reading::default() };
        let rule = crate::rule("ANO001").unwrap();
        let settings = Settings::all();
        let mut found = Found::of(rule, &settings.rules[0]);
        for at in 0..20_000 {
            let at = at * length / 20_000;
            found.add(Span::new(at, at), "a", "b");
        }
        let mut findings = found.into_findings();
        apply(&reading, &settings, &[], &mut findings);
        assert!(findings.len() >= 20_000);
    }
}
