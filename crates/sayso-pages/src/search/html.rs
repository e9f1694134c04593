//! Hits as a web page.

use maud::{Markup, html as markup};
use sayso_text::safe;

use super::{Hit, Hits, facts, pieces, summary};
use crate::page::{article, page, place_of, words};

/// Hits as one page.
pub fn html(hits: &Hits) -> String {
    let body = markup! {
        p.lead { (summary(hits)) }
        @for (i, one) in hits.hits.iter().enumerate() { (hit(hits.before + i + 1, one)) }
    };
    page("Search", &hits.asked, &body)
}

fn hit(number: usize, hit: &Hit) -> Markup {
    markup! {
        article.card id={ "n" (number) } {
            h3 { span.number { (number) } (article(&hit.article)) }
            @if let Some(facts) = facts(hit) { p.facts { (words(&facts)) } }
            blockquote {
                bdi {
                    @for (is_hit, words) in pieces(hit) {
                        @if is_hit { mark { (safe::visible(words)) } } @else { (safe::visible(words)) }
                    }
                }
            }
            (place_of(&hit.article, hit.span))
        }
    }
}
