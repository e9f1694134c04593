//! A pack's own tests: each rule on the articles that stand beside it.

use sayso_article::Format;
use sayso_reading::Reader;

use crate::config::Origin;
use crate::pack::eval::findings_of;
use crate::pack::{Pack, PackRule, Test};

/// What came of one test of a rule.
#[derive(Debug)]
pub struct Trial<'p> {
    /// The rule.
    pub rule: &'p PackRule,
    /// Where the test is written.
    pub at: &'p Origin,
    /// What is wrong, if it failed.
    pub failure: Option<Failure>,
}

/// How a test failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong; one line, no full stop.
    pub message: String,
    /// The article with what must be found in ⟦…⟧.
    pub marked: String,
    /// The article with what was.
    pub found: String,
}

/// Tries every rule of a pack on its tests, in the order in which they are written.
pub fn try_out<'p>(pack: &'p Pack, reader: &Reader) -> Vec<Trial<'p>> {
    let tests = pack.rules.iter().flat_map(|rule| rule.tests.iter().map(move |test| (rule, test)));
    tests.map(|(rule, test)| Trial { rule, at: &test.at, failure: failure(rule, test, reader) }).collect()
}

fn failure(rule: &PackRule, test: &Test, reader: &Reader) -> Option<Failure> {
    let marked = test.article.trim();
    let plain = marked.replace(['⟦', '⟧'], "");
    let has_marks = plain.len() < marked.len();
    let of = |message: &str, found: &str| {
        Some(Failure { message: message.to_owned(), marked: marked.to_owned(), found: found.to_owned() })
    };
    match (test.fires, has_marks) {
        (true, false) => return of("nothing is marked that must be found: put it in ⟦…⟧", marked),
        (false, true) => return of("something is marked where nothing must be found: put it under `fires`", &plain),
        _ => {}
    }
    // What begins with front matter is Markdown, so that a test can say when its article was published.
    let format = if plain.starts_with("---\n") { Format::Markdown } else { Format::Text };
    let reading = reader.read(sayso_article::read(plain.as_bytes(), format, None));
    let mut marks: Vec<(usize, char)> = Vec::new();
    for finding in findings_of(rule, &reading) {
        marks.extend([(finding.span.start, '⟦'), (finding.span.end, '⟧')]);
    }
    // Where one ends and the next begins, the end goes first.
    marks.sort_by_key(|(at, mark)| (*at, *mark == '⟦'));
    let mut found = plain;
    for (at, mark) in marks.into_iter().rev() {
        found.insert(found.floor_char_boundary(at), mark);
    }
    match (found == marked, test.fires) {
        (true, _) => None,
        (false, true) => of("what is found is not what is marked", &found),
        (false, false) => of("something is found where nothing must be", &found),
    }
}
