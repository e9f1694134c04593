//! One web page that needs nothing else: no script, no font, no network.
//!
//! The page comes with a policy that forbids it to load or run anything, everything of an article is escaped, and nothing in it can
//! reorder the page (see [`sayso_text::safe`]). Nothing is said by colour alone.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use sayso_lineage::record::{ArticleRecord, Telling};
use sayso_lineage::wording::Piece;
use sayso_text::safe;

use crate::words::{chain, head, known, place, plain, terms};

/// The style sheet. Its colours are checked for contrast by `tests/pages/html.rs`.
const STYLE: &str = include_str!("page.css");

/// What a browser may do with the page: apply the style sheet with this hash, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'sha256-fT+6qbBbqjz6kX2jWNg5Bjga4hesNzqVi3tRZqikjFk='; base-uri 'none'; form-action 'none'";

/// A page with a heading: what kind of answer it is, and what was asked.
pub(crate) fn page(kind: &str, asked: &str, body: &Markup) -> String {
    let title = if asked.is_empty() { kind.to_owned() } else { format!("{kind}: {}", line(asked)) };
    let page = markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="sayso";
                title { (title) " · Sayso" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the answer" }
                header.mast { p { b { "Sayso" } " on whose say-so" } }
                main #main tabindex="-1" {
                    div.head {
                        p.kind { (kind) }
                        @if asked.is_empty() { h1 { "All" } } @else { h1 { (words(asked)) } }
                    }
                    (body)
                }
                footer.foot {
                    p { "Sayso shows who is said to have said what. It does not say what is true." }
                }
            }
        }
    };
    page.into_string()
}

/// Words of an article in one line, with every character named that could act.
pub(crate) fn line(text: &str) -> String {
    safe::line(&plain(text))
}

/// The same, kept apart from the direction of what stands around.
pub(crate) fn words(text: &str) -> Markup {
    markup! { bdi { (line(text)) } }
}

/// The sentence that shows it, the words of the content marked where they stand in it.
pub(crate) fn evidence(sentence: &str, content: &str) -> Markup {
    let (sentence, content) = (plain(sentence), plain(content));
    let found = Some(content.as_str()).filter(|content| !content.is_empty()).and_then(|c| sentence.find(c));
    markup! {
        blockquote {
            bdi {
                @match found {
                    Some(at) => {
                        (safe::line(&sentence[..at])) mark { (safe::line(&content)) } (safe::line(&sentence[at + content.len()..]))
                    }
                    None => (safe::line(&sentence)),
                }
            }
        }
    }
}

/// Two wordings as one.
pub(crate) fn wording(pieces: &[Piece]) -> Markup {
    markup! {
        p.wording {
            bdi {
                @for (i, piece) in pieces.iter().enumerate() {
                    @if i > 0 { " " }
                    @match piece {
                        Piece::Same(words) => (line(words)),
                        Piece::Gone(words) => del { (line(words)) },
                        Piece::New(words) => ins { (line(words)) },
                    }
                }
            }
        }
    }
}

/// When, who and what of an article; its address, where it is one that a browser may be led to.
pub(crate) fn article(article: &ArticleRecord) -> Markup {
    let address = article.url.as_deref().filter(|url| is_web(url));
    markup! {
        bdi { (line(&head(article))) }
        @if let Some(url) = address { " " a.out href=(url) rel="noreferrer" { "open" } }
    }
}

/// Whether an address leads to the web: no other kind is made a link, and none with white space or controls.
fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.chars().any(|c| c.is_whitespace() || safe::name(c).is_some())
}

/// A telling: its chain, terms, evidence and place.
pub(crate) fn telling(telling: &Telling) -> Markup {
    let mut facts = vec![chain(telling).join(" ← ")];
    if let Some(statement) = &telling.statement {
        facts.extend(statement.source.as_deref().map(known).unwrap_or_default());
        facts.extend(terms(statement.terms, statement.reason.as_deref()));
    }
    markup! {
        p.facts { (words(&facts.join(" · "))) }
        (evidence(&telling.sentence, &telling.words))
        (self::place_of(&telling.article, telling.span))
    }
}

/// Where words stand.
pub(crate) fn place_of(article: &ArticleRecord, span: [usize; 2]) -> Markup {
    markup! { p.place { (words(&place(article, span))) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for (url, expect) in [
            ("https://courier.example/a?b=c", true),
            ("http://courier.example", true),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("https://a\u{202e}b", false),
            ("https://a b", false),
            ("", false),
        ] {
            assert_eq!(is_web(url), expect, "{url}");
        }
    }

    #[test]
    fn the_words_of_the_content_are_marked_in_their_sentence() {
        let found = evidence("Officials said  the wall\nwas <wet>.", "the wall was <wet>").into_string();
        let expect = "<blockquote><bdi>Officials said <mark>the wall was &lt;wet&gt;</mark>.</bdi></blockquote>";
        assert_eq!(found, expect);
        assert!(!evidence("Officials said so.", "the wall").into_string().contains("<mark>"));
    }
}
