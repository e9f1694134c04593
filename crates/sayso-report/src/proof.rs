//! An article's proof, as printers have one: its text, with what was found in it and where.

use std::cell::OnceCell;

use sayso_article::Article;
use sayso_check::Finding;
use sayso_text::Span;
use sayso_text::sentences::sentences;

use crate::{Checked, InFile, Place, Places};

/// Characters that are shown of a sentence before and after the marked words.
const BESIDE: usize = 160;
/// Of longer words that are marked, so many characters from the beginning, and so many from the end.
const HEAD: usize = 140;
const TAIL: usize = 60;

/// An article and what was found in it, with what every format asks for worked out once and only where it is asked for.
pub(crate) struct Proof<'a> {
    pub(crate) path: &'a str,
    pub(crate) in_file: InFile,
    pub(crate) article: &'a Article,
    pub(crate) findings: &'a [Finding],
    places: OnceCell<Places<'a>>,
    sentences: OnceCell<Vec<Span>>,
}

/// Words in their sentence, on one line: no white space but single spaces. Not yet made safe for whatever shows them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) before: String,
    pub(crate) marked: String,
    pub(crate) after: String,
}

impl<'a> Proof<'a> {
    pub(crate) fn of(checked: &Checked<'a>) -> Self {
        let Checked { path, in_file, article, findings } = *checked;
        Self { path, in_file, article, findings, places: OnceCell::new(), sentences: OnceCell::new() }
    }

    pub(crate) fn text(&self) -> &'a str {
        &self.article.text
    }

    /// The file that the article is in.
    pub(crate) fn file(&self) -> &'a str {
        let line = self.path.rsplit_once(':').filter(|_| matches!(self.in_file, InFile::Line(_)));
        line.map_or(self.path, |(file, _)| file)
    }

    /// In which line of its file a span begins, and in which it ends, where that can be told.
    pub(crate) fn lines_in_file(&self, span: Span) -> Option<(usize, usize)> {
        match self.in_file {
            InFile::Whole => {
                let (start, end) = self.places().of_span(self.places().within(span));
                Some((start.line, end.line))
            }
            InFile::Line(line) => Some((line, line)),
            InFile::Taken => None,
        }
    }

    pub(crate) fn places(&self) -> &Places<'a> {
        self.places.get_or_init(|| Places::of(self.text()))
    }

    /// What nobody let stand.
    pub(crate) fn open(&self) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(|finding| finding.suppressed.is_none())
    }

    /// What a finding is related to, a line each: “25:40: who says so: “one woman””.
    pub(crate) fn related(&self, finding: &Finding) -> Vec<(Place, String)> {
        let told = |at: &sayso_check::Related| {
            let words = format!("“{}”", self.words(at.span));
            // What says the words itself need not be followed by them.
            let is_said = at.message.contains(&words) || words == "“”";
            let shown = if is_said { String::new() } else { format!(": {words}") };
            (self.places().at(at.span.start), format!("{}{shown}", at.message))
        };
        finding.related.iter().map(told).collect()
    }

    /// The same as lines, each with its place: “25:40 who says so: “one woman””.
    pub(crate) fn related_lines(&self, finding: &Finding) -> impl Iterator<Item = String> {
        self.related(finding).into_iter().map(|(at, told)| format!("{}:{} {told}", at.line, at.column))
    }

    /// A span's words on one line, cut in the middle where they are many.
    pub(crate) fn words(&self, span: Span) -> String {
        cut(self.places().within(span).trim(self.text()).of(self.text()))
    }

    /// A span's words in the sentence or sentences that they stand in.
    pub(crate) fn excerpt(&self, span: Span) -> Excerpt {
        let text = self.text();
        let span = self.seen(span);
        let around = self.sentence((span.start + 1).min(span.end)).cover(self.sentence(span.end)).cover(span);
        let (more_before, before) = last(&text[around.start..span.start], BESIDE);
        let (after, more_after) = first(&text[span.end..around.end], BESIDE);
        let dots = |more: bool, dots: &'static str| if more { dots } else { "" };
        Excerpt {
            before: dots(more_before, "… ").to_owned() + &squeezed(before),
            marked: cut(span.of(text)),
            after: squeezed(after) + dots(more_after, " …"),
        }
    }

    /// A span that can be seen: without white space at its ends, and at least one character where there is any.
    fn seen(&self, span: Span) -> Span {
        let text = self.text();
        let span = self.places().within(span).trim(text);
        if !span.is_empty() {
            return span;
        }
        let wide = |c: char| (!c.is_whitespace()).then(|| c.len_utf8());
        match (text[span.start..].chars().next().and_then(wide), text[..span.start].chars().next_back().and_then(wide))
        {
            (Some(next), _) => Span::new(span.start, span.start + next),
            (None, Some(last)) => Span::new(span.start - last, span.start),
            (None, None) => span,
        }
    }

    /// The sentence that a byte stands in or ends; between two the line, and no more of it than is ever shown.
    fn sentence(&self, byte: usize) -> Span {
        let sentences = self.sentences.get_or_init(|| {
            let parts = self.article.parts.iter().map(|part| self.places().within(part.span));
            parts.flat_map(|part| sentences(self.text(), part)).collect()
        });
        let place = sentences.partition_point(|sentence| sentence.end < byte);
        let holds = |sentence: &&Span| sentence.start <= byte;
        sentences.get(place).filter(holds).copied().unwrap_or_else(|| self.places().line(byte))
    }
}

/// Words on one line, cut in the middle where they are many.
fn cut(words: &str) -> String {
    if words.char_indices().nth(HEAD + TAIL).is_none() {
        return squeezed(words);
    }
    format!("{} … {}", squeezed(first(words, HEAD).0).trim_end(), squeezed(last(words, TAIL).1).trim_start())
}

/// The beginning of a text, at most so many characters, cut between words where it can be; whether anything is left.
fn first(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        None => (text, false),
        Some((end, _)) => {
            let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            (text[..end].trim_end(), true)
        }
    }
}

/// The end of a text, likewise.
fn last(text: &str, most: usize) -> (bool, &str) {
    let mut back = text.char_indices().rev();
    match (most.checked_sub(1).and_then(|most| back.nth(most)), back.next()) {
        (Some((start, _)), Some(_)) => {
            let rest = &text[start..];
            let rest = rest.find(char::is_whitespace).map_or(rest, |at| &rest[at..]);
            (true, rest.trim_start())
        }
        _ => (false, text),
    }
}

/// A text with each run of white space as one space.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use sayso_article::{Format, read};

    use super::*;

    fn excerpt(text: &str, span: Span) -> String {
        let article = read(text.as_bytes(), Format::Text, None);
        let Excerpt { before, marked, after } =
            Proof::of(&Checked { path: "-", in_file: InFile::Whole, article: &article, findings: &[] }).excerpt(span);
        format!("{before}⟦{marked}⟧{after}")
    }

    fn check(marked: &str, expect: &str) {
        let text = marked.replace(['⟦', '⟧'], "");
        let start = marked.find('⟦').expect("marked");
        let span = Span::new(start, marked.find('⟧').expect("marked") - '⟦'.len_utf8());
        assert_eq!(excerpt(&text, span), expect, "{marked}");
    }

    #[test]
    fn words_are_shown_in_their_sentence() {
        check("One is here. The dam  is ⟦quite   safe⟧, he said. Two is.", "The dam is ⟦quite safe⟧, he said.");
        check("One is here. ⟦Two is. Three⟧ is too. Four is.", "⟦Two is. Three⟧ is too.");
        check("One is here.⟦ ⟧Two is.", "⟦T⟧wo is.");
        check("A dam⟦⟧", "A da⟦m⟧");
        check("⟦⟧A dam", "⟦A⟧ dam");
        check("⟦⟧", "⟦⟧");
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_on_both_sides() {
        let long = format!("{}⟦{}⟧ {}.", "before it ".repeat(90), "marked words".repeat(40), "after it ".repeat(90));
        let text = long.replace(['⟦', '⟧'], "");
        let shown = excerpt(&text, Span::new(900, 900 + 480));
        assert!(shown.starts_with("… ") && shown.ends_with(" …") && shown.contains("before it ⟦marked"), "{shown}");
        assert!(shown.chars().count() < 2 * BESIDE + HEAD + TAIL + 20, "{shown}");
        let word = excerpt(&"x".repeat(5000), Span::new(2000, 2001));
        assert!(word.chars().count() < 2 * BESIDE + 20, "{word}");
    }
}
