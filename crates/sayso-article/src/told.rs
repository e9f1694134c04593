//! Articles of which somebody else tells something: a server its page's encoding, a feed nearly all but the text.

use sayso_text::Note;

use crate::decode::{self, Decoded};
use crate::{Article, MAX_ARTICLE_BYTES, comments, html, language, read_text};

/// Reads the article of a web page. `charset` is the encoding that its server says it is in (HTTP's `Content-Type`); `path` is
/// only carried along.
pub fn read_page(bytes: &[u8], charset: Option<&str>, path: Option<&str>) -> Article {
    let article = Article { path: path.map(str::to_owned), ..Article::default() };
    let decoded = if bytes.len() > MAX_ARTICLE_BYTES {
        decode::decode(bytes, true)
    } else {
        decode::decode_served(bytes, true, charset)
    };
    let (text, notes) = match decoded {
        Decoded::Text { text, notes } => (text, notes),
        Decoded::Nothing(note) => return Article { notes: vec![note], ..article },
    };
    let mut article = html::read(&text, Article { notes, ..article });
    article.notes.extend(comments::note_in_page(&text));
    language::tell(&mut article);
    article
}

/// The text of a page or of an XML document, of any length, and what of it could not be decoded; or why there is none.
pub fn decode_page(bytes: &[u8], charset: Option<&str>) -> Result<(String, Vec<Note>), Note> {
    match decode::decode_served(bytes, true, charset) {
        Decoded::Text { text, notes } => Ok((text, notes)),
        Decoded::Nothing(note) => Err(note),
    }
}

/// The words of an article that stand apart from its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words<'w> {
    /// A plain text.
    Text(&'w str),
    /// A piece of a page, all of which is the article.
    Html(&'w str),
}

/// Reads an article whose words stand apart from its page, as a feed's entry has them. `told` is what is known of it; its
/// headline comes first in the text.
pub fn read_told(told: Article, words: Words<'_>) -> Article {
    let mut article = match words {
        Words::Html(html) => html::read_piece(html, told),
        Words::Text(text) => {
            let title = told.title.as_deref().map(str::trim).filter(|title| !text.trim_start().starts_with(title));
            read_text(title.map_or_else(|| text.to_owned(), |title| format!("{title}\n\n{text}")), told)
        }
    };
    language::tell(&mut article);
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(title: &str) -> Article {
        Article { title: Some(title.to_owned()), byline: vec!["Ann Lee".to_owned()], ..Article::default() }
    }

    fn check(words: Words<'_>, text: &str, parts: &[&str]) {
        let article = read_told(told("Bridge shut"), words);
        assert_eq!(article.text, text);
        assert_eq!(article.parts.iter().map(|part| part.part.name()).collect::<Vec<_>>(), parts);
        assert_eq!((article.title.as_deref(), &article.byline[..]), (Some("Bridge shut"), &["Ann Lee".to_owned()][..]));
        assert_eq!(article.notes, []);
    }

    #[test]
    fn all_of_a_piece_is_the_article() {
        let expect = "Bridge shut\n\nThe bridge is shut, the mayor said.\n\nIt will open on Monday.";
        let html = "<p>The bridge is shut, the mayor said.</p><p>It will <b>open</b> on Monday.</p>";
        check(Words::Html(html), expect, &["headline", "body", "body"]);
        let text = "The bridge is shut, the mayor said.\n\nIt will open on Monday.";
        check(Words::Text(text), expect, &["headline", "body", "body"]);
        check(Words::Text(expect), expect, &["headline", "body", "body"]);
        check(Words::Html("It is shut"), "Bridge shut\n\nIt is shut", &["headline", "body"]);
    }

    #[test]
    fn a_captions_words_stay_a_caption() {
        let html =
            "<figure><img src=a.jpg><figcaption>The bridge in May.</figcaption></figure><p>It is shut, she said.</p>";
        let text = "Bridge shut\n\nThe bridge in May.\n\nIt is shut, she said.";
        check(Words::Html(html), text, &["headline", "caption", "body"]);
    }
}
