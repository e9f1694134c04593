//! Readings as one web page that needs nothing else: no script, no font, no network.
//!
//! The article stands as published, with every attribution marked in place and told of beside its paragraph; each mark
//! and each note lead to the other. Words in quotation marks have a ground, reported ones only a line; whose they are is
//! said by letter, kind of line and colour, never by colour alone. The page comes with a policy that forbids it to load or
//! run anything, everything from the article is escaped, and nothing in it can reorder the page (see [`sayso_text::safe`]).

mod chain;
mod page;
mod panels;
mod story;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use sayso_reading::Reading;

use crate::sources::counted;
use sayso_text::safe::visible;

/// The style sheet. Its colours are checked for contrast by `tests/views/html.rs`.
const STYLE: &str = include_str!("html/page.css");

/// What a browser may do with the page: apply the style sheet with this hash, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'sha256-aYTIuSscBGp8oJeADWNAOIrfjzlt+BXFZ1lyG0Ty16c='; base-uri 'none'; form-action 'none'";

/// One page with all readings; an index at its top where there are several.
pub fn html(readings: &[Reading]) -> String {
    let title = match readings {
        [one] => visible(page::title(one)),
        many => format!("{} articles", many.len()),
    };
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
                a.skip href="#main" { "Skip to the article" }
                header.mast { p { b { "Sayso" } " on whose say-so" } }
                main #main tabindex="-1" {
                    @if let [one] = readings {
                        (page::article(one, 1, 1))
                    } @else {
                        h1.many { (title) }
                        (index(readings))
                        @for (i, reading) in readings.iter().enumerate() { (page::article(reading, i + 1, 2)) }
                    }
                }
                footer.foot {
                    p {
                        "Sayso shows who is said to have said what. It does not say what is true."
                    }
                }
            }
        }
    };
    page.into_string()
}

fn index(readings: &[Reading]) -> Markup {
    markup! {
        nav.index aria-label="Articles" {
            ol {
                @for (i, reading) in readings.iter().enumerate() {
                    li {
                        a href={ "#r" (i + 1) } { bdi { (visible(page::title(reading))) } }
                        " "
                        span.quiet { (counted(reading.attributions.len(), "attribution")) }
                    }
                }
            }
        }
    }
}
