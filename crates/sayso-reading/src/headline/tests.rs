use super::*;
use crate::marked::marked;

/// The first line is the headline.
fn read(input: &str) -> (String, Vec<Attribution>, Vec<Note>) {
    let (text, mut attributions) = marked(input);
    let break_at = text.find('\n').expect("a headline and a body");
    let mut article = Article { text: text.clone(), ..Article::default() };
    article.parts.push(PartSpan { part: Part::Headline, span: Span::new(0, break_at) });
    article.parts.push(PartSpan { part: Part::Body, span: Span::new(break_at + 1, text.len()) });
    let found = attach(&article, &[], &mut attributions);
    let notes = found.into_iter().map(|found| found.note(&article, &attributions)).collect();
    (text, attributions, notes)
}

fn rests(input: &str, expect: Option<u32>) {
    let (_, attributions, _) = read(input);
    assert_eq!(attributions[0].rests_on.map(|id| id.0), expect, "{input}");
}

#[test]
fn a_headline_rests_on_the_attribution_that_shares_its_words() {
    rests(
        "[1 Storm will hit Harwick by Friday], {1 agency} _1 says_\n{2 A baker} _2 said_ [2 Harwick was calm]. {3 The Harwick Weather Agency} _3 said_ [3 a storm would hit Harwick on Friday].",
        Some(3),
    );
    rests(
        "{1 Minister}_1 :_ [1 no talks]\n{2 Envoys} _2 held_ [2 talks for a day]. {3 Foreign Minister Corvo} _3 said_ [3 there were no talks].",
        Some(3),
    );
    rests(
        "[1 Shells kill 14 in Tarsk], {1 officials} _1 say_\n{2 the Tarsk Administration} _2 said_ [2 shells killed 14 people in the town of Tarsk].",
        Some(2),
    );
    rests(
        "{1 Corvo} _1 says_ [1 talks with Saravia are dead]\n{2 Dunya Hale} _2 said_ [2 talks with Saravia were dead].",
        None,
    );
    rests("[1 Storm will hit by Friday], {1 agency} _1 says_\n{2 A baker} _2 said_ [2 bread was dear].", None);
}

fn notes(input: &str, expect: Option<&str>) {
    let (_, _, notes) = read(input);
    assert_eq!(notes.first().map(|note| note.message.as_str()), expect, "{input}");
}

#[test]
fn a_headline_that_states_what_the_body_attributes_is_noted() {
    notes(
        "Krail drained Kesterby reservoir at night\n{1 Two officials} _1 said_ [1 that Krail had drained the reservoir of Kesterby by night]. The board met on Monday.",
        Some(
            "the headline states as fact what `a1` attributes to `Two officials`: name the source in it, or say in the article how it is known",
        ),
    );
}

#[test]
fn a_headline_that_gives_say_so_or_is_known_otherwise_is_not() {
    let body = "{1 Two officials} _1 said_ [1 that Krail had drained the reservoir of Kesterby by night].";
    for head in [
        "Krail drained Kesterby reservoir at night?",
        "Krail ‘drained Kesterby reservoir at night’",
        "Officials: Krail drained Kesterby reservoir at night",
        "Krail may have drained Kesterby reservoir at night",
        "Krail reportedly drained Kesterby reservoir at night",
        "Krail goes on a long holiday abroad",
        "Krail drained it",
        "Krail did not drain Kesterby reservoir at night",
    ] {
        notes(&format!("{head}\n{body}"), None);
    }
    notes(&format!("Krail drained Kesterby reservoir at night\nKrail drained the Kesterby reservoir. {body}"), None);
    notes(
        "Two officials drained Kesterby reservoir at night\n{1 Two officials} _1 said_ [1 they drained the Kesterby reservoir at night].",
        None,
    );
}

#[test]
fn tables_are_in_order() {
    assert!(SAYS_SO.is_sorted());
    assert!(BROAD.is_sorted());
}
