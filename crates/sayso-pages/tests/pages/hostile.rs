//! Texts that try to act stay words in every view.

use std::sync::Arc;

use sayso_pages::{Options, trace};

use crate::{Answers, samples};

/// Markup, escapes, controls that reorder, quotes, line ends, a formula.
pub(crate) const HOSTILE: &str =
    "=1+1 <script>alert(\"x\")</script> & 'so' \u{1b}[31m\u{202e}desrever\u{202c}\u{0}\r\nfin`e]\"; #quot; \\";

/// Every text of the samples replaced, as far as articles, sources, tellings and questions go.
pub(crate) fn hostile() -> Answers {
    let mut answers = Answers::samples();
    let own = || HOSTILE.to_owned();
    answers.trace.asked = own();
    for one in answers.trace.appearances.iter_mut().chain(&mut answers.trace.against) {
        let article = Arc::make_mut(&mut one.telling.article);
        for field in [&mut article.url, &mut article.outlet, &mut article.title, &mut article.moment, &mut article.day]
        {
            *field = Some(own());
        }
        (article.path, one.telling.words, one.telling.sentence) = (own(), own(), own());
        if let Some(statement) = &mut one.telling.statement {
            statement.reason = Some(own());
            for source in statement.chain.iter_mut().flatten().chain(&mut statement.source) {
                Arc::make_mut(source).name = Some(own());
            }
        }
    }
    answers.trace.roots[0].name = Some(own());
    answers.figures.asked = own();
    for series in &mut answers.figures.series {
        (series.giver, series.thing.who) = (Some(own()), Some(own()));
        series.points[0].day = Some(own());
        series.points[0].carriers[0].sentence = own();
        Arc::make_mut(&mut series.points[0].carriers[0].figure).words = own();
    }
    for conflict in &mut answers.figures.conflicts {
        (conflict.thing, conflict.day) = (answers.figures.series[0].thing.clone(), own());
    }
    let named = &mut answers.sources.named[0];
    (named.name, named.aliases, named.titles[0].title, named.merges[0].why) = (own(), vec![own()], own(), own());
    Arc::make_mut(&mut answers.sources.unnamed[0].source).description = own();
    answers.differences[0].changes[0].after.as_mut().unwrap().sentence = own();
    answers.hits.asked = own();
    answers.hits.hits[0].text = own();
    answers.hits.hits[0].marks = vec![[0, 8], [5, 7], [60, 20], [10, 9_999]];
    answers
}

#[test]
fn no_control_reaches_a_screen_or_a_page() {
    let (answers, options) = (hostile(), Options::default());
    let graphs = [trace::dot(&answers.trace), trace::mermaid(&answers.trace)];
    for text in answers.texts(options).into_iter().chain(answers.pages()).chain(graphs) {
        let acts = text.chars().find(|c| *c != '\n' && sayso_text::safe::name(*c).is_some());
        assert_eq!(acts, None, "{text}");
        assert!(!text.contains("<script>alert") || !text.contains("<!DOCTYPE"), "{text}");
    }
}

#[test]
fn hostile_words_add_no_line_to_a_graph() {
    let lines = |graph: &str| graph.lines().count();
    let (plain, hostile) = (samples::trace(), hostile().trace);
    assert_eq!(lines(&trace::dot(&plain)), lines(&trace::dot(&hostile)));
    assert_eq!(lines(&trace::mermaid(&plain)), lines(&trace::mermaid(&hostile)));
    for line in trace::mermaid(&hostile).lines().filter(|line| line.contains('[')) {
        assert_eq!((line.matches('"').count(), line.matches(']').count()), (2, 1), "{line}");
    }
    for line in trace::dot(&hostile).lines() {
        let bare = line.replace("\\\\", "").replace("\\\"", "");
        assert!(bare.matches('"').count().is_multiple_of(2), "{line}");
    }
}

#[test]
fn no_cell_is_a_formula_and_all_rows_are_as_wide_as_the_head() {
    for table in hostile().tables() {
        let mut reader = Cells { rest: &table };
        let head = reader.row().expect("a head").len();
        while let Some(row) = reader.row() {
            assert_eq!(row.len(), head, "{row:?}");
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '@']) || cell.len() == 1), "{row:?}");
        }
    }
}

/// Rows of RFC 4180.
struct Cells<'t> {
    rest: &'t str,
}

impl Cells<'_> {
    fn row(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = vec![String::new()];
        let mut is_quoted = false;
        let mut chars = self.rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' if is_quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    chars.next();
                    row.last_mut().unwrap().push('"');
                }
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => row.push(String::new()),
                '\r' if !is_quoted => {}
                '\n' if !is_quoted => {
                    self.rest = &self.rest[at + 1..];
                    return Some(row);
                }
                c => row.last_mut().unwrap().push(c),
            }
        }
        self.rest = "";
        Some(row)
    }
}
