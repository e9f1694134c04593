use sayso_article::{Article, Part, PartSpan};
use sayso_reading::StatedTerms;

use super::*;

/// An attribution: source, content (each found by its words), the number of the one it lies in, act.
type Row<'t> = (&'t str, &'t str, u32, Act);

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap_or_else(|| panic!("not in the text: {words}"));
    Span::new(at, at + words.len())
}

/// A reading of lines that are paragraphs; the same words are the same source.
fn reading(text: &str, rows: &[Row]) -> Reading {
    let mut sources: Vec<Source> = Vec::new();
    let mut attributions = Vec::new();
    for (&(source, content, within, act), id) in rows.iter().zip(1..) {
        let mention = Some(source).filter(|source| !source.is_empty()).map(|source| span(text, source));
        let known = mention.map(|mention| {
            let known = sources.iter().find(|s| s.mentions[0] == mention).map(|s| s.id);
            known.unwrap_or_else(|| {
                sources.push(Source {
                    id: SourceId(sources.len() as u32 + 1),
                    kind: SourceType::UnnamedPerson,
                    name: None,
                    titles: Vec::new(),
                    affiliations: Vec::new(),
                    aliases: Vec::new(),
                    mentions: vec![mention],
                    terms: None,
                    justification: None,
                });
                SourceId(sources.len() as u32)
            })
        });
        attributions.push(Attribution {
            id: AttributionId(id),
            within: (within > 0).then_some(AttributionId(within)),
            source: mention.into_iter().collect(),
            source_id: known,
            content: vec![span(text, content)],
            confidence: 0.9,
            act,
            ..Attribution::default()
        });
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        parts.push(PartSpan { part: Part::Body, span: Span::new(at, at + line.len()) });
        at += line.len() + 1;
    }
    let article = Article { text: text.to_owned(), parts, ..Article::default() };
    Reading { article, attributions, sources, ..Reading::default() }
}

fn check(text: &str, rows: &[Row], expect: &[&str]) {
    let found: Vec<String> = statements(&reading(text, rows)).into_iter().map(|s| s.text).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn a_statement_is_the_sentences_of_its_content_and_source() {
    use Act::{Says, Thinks, Wants};
    let ann = "It rained. The dam held, Ann said. It was old.";
    check("", &[], &[]);
    check(ann, &[], &[]);
    check(ann, &[("Ann", "The dam held", 0, Says)], &["The dam held, Ann said."]);
    check(
        "“It  held.\tIt did,” Ann said.",
        &[("Ann", "“It  held.\tIt did,”", 0, Says)],
        &["“It held. It did,” Ann said."],
    );
    // The source may stand in another sentence than the content, with others between.
    let apart = "Ann spoke. It rained. “The dam held.”";
    check(apart, &[("Ann", "“The dam held.”", 0, Says)], &["Ann spoke. … “The dam held.”"]);
    check("Ann said:\n“The dam held.”", &[("Ann", "“The dam held.”", 0, Says)], &["Ann said: “The dam held.”"]);
    // Only what is said by somebody, and not what lies in it.
    check(ann, &[("", "The dam held", 0, Says)], &[]);
    check(ann, &[("Ann", "The dam held", 0, Thinks)], &[]);
    check(ann, &[("Ann", "The dam held", 0, Wants)], &[]);
    // Nor what is likelier no attribution, what is denied to be one, or what stands in a headline.
    let changed = |change: &dyn Fn(&mut Reading)| {
        let mut reading = reading(ann, &[("Ann", "The dam held", 0, Says)]);
        change(&mut reading);
        statements(&reading).len()
    };
    assert_eq!(changed(&|_| ()), 1);
    assert_eq!(changed(&|r| r.attributions[0].confidence = 0.4), 0);
    assert_eq!(changed(&|r| r.attributions[0].negated = true), 0);
    assert_eq!(changed(&|r| r.article.parts[0].part = Part::Headline), 0);
    let nested = "Ann said Bo saw the dam fail.";
    check(nested, &[("Ann", "Bo saw the dam fail", 0, Says), ("Bo", "the dam fail", 1, Says)], &[nested]);
}

#[test]
fn neighbouring_sentences_of_one_source_are_one_statement() {
    use Act::Says;
    let one = |text, second| check(text, &[("Ann", "It held", 0, Says), ("Ann", second, 0, Says)], &[text]);
    one("It held, Ann said. It was old, she said.", "It was old");
    one("It held and it was old, Ann said.", "it was old");
    let two = |text, second, expect: [&str; 2]| {
        check(text, &[("Ann", "It held", 0, Says), ("she", second, 0, Says)], &expect);
    };
    two("It held, Ann said. It fell, she said.", "It fell", ["It held, Ann said.", "It fell, she said."]);
    let far = |text, expect: [&str; 2]| {
        let mut reading = reading(text, &[("Ann", "It held", 0, Says), ("she", "It fell", 0, Says)]);
        reading.attributions[1].source_id = Some(SourceId(1));
        let found: Vec<String> = statements(&reading).into_iter().map(|s| s.text).collect();
        assert_eq!(found, expect, "{text}");
    };
    far("It held, Ann said. It rained. It fell, she said.", ["It held, Ann said.", "It fell, she said."]);
    far("It held, Ann said.\nIt fell, she said.", ["It held, Ann said.", "It fell, she said."]);
    // Another who speaks between keeps them apart.
    let text = "It held, Ann said. It fell, Bo said. It was old, Ann said.";
    let rows = [("Ann", "It held", 0, Says), ("Bo", "It fell", 0, Says), ("Ann", "It was old", 0, Says)];
    check(text, &rows, &["It held, Ann said.", "It fell, Bo said.", "It held, Ann said. … It was old, Ann said."]);
}

#[test]
fn who_stands_behind_it_is_told() {
    let text = "It held, said Ann Bo, an engineer at Dams Ltd, who built it for Rivers Ltd.";
    let mut reading = reading(text, &[("Ann Bo, an engineer at Dams Ltd", "It held", 0, Act::Says)]);
    let source = &mut reading.sources[0];
    source.kind = SourceType::NamedPerson;
    source.name = Some(span(text, "Ann Bo"));
    source.titles = vec![span(text, "an engineer at Dams Ltd"), span(text, "an engineer at Dams Ltd")];
    source.affiliations = vec![span(text, "Dams Ltd"), span(text, "Rivers Ltd")];
    source.justification = Some(span(text, "who built it"));
    let of = |reading: &Reading| statements(reading).remove(0);
    let found = of(&reading);
    assert_eq!(found.name, "Ann Bo");
    assert_eq!(found.title, "an engineer at Dams Ltd, Rivers Ltd");
    assert_eq!(found.justification, "who built it");
    assert_eq!((found.source, found.source_type), (SourceId(1), SourceType::NamedPerson));
    assert_eq!(found.attributions, [AttributionId(1)]);
    assert!(!found.anonymous);

    let on = |terms| Some(StatedTerms { terms, span: Span::new(0, 2), reason: None });
    for (terms, expect) in [(Terms::Anonymity, true), (Terms::Pseudonym, true), (Terms::Background, false)] {
        reading.sources[0].terms = on(terms);
        assert_eq!(of(&reading).anonymous, expect, "{terms:?}");
    }
    reading.sources[0].terms = None;
    reading.attributions[0].terms = on(Terms::NameWithheld);
    assert!(of(&reading).anonymous);
    reading.attributions[0].terms = None;
    reading.sources[0].kind = SourceType::AnonymousSource;
    assert!(of(&reading).anonymous);
}
