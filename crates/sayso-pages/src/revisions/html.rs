//! Revisions as a web page.

use maud::{Markup, html as markup};
use sayso_lineage::revision::{Difference, Revised};

use super::{NOTHING, ONE, asked, silent_first, told, total, version};
use crate::page::{page, telling, wording, words};
use crate::sheet::differs;
use crate::words::{moment, outlet, title};

/// The differences of an article's texts as one page.
pub fn html(differences: &[Difference]) -> String {
    let total = total(differences);
    let body = markup! {
        @match differences.last() {
            None => p.lead { (ONE) },
            Some(last) => p.lead { (words(&format!("{} · {}", outlet(&last.after), title(&last.after)))) },
        }
        @for one in differences {
            section {
                h2 { (words(&version(&one.after, total))) }
                p.quiet { "against revision " (one.before.revision) ", published " (words(&moment(&one.before))) }
                @if one.changes.is_empty() { p { (NOTHING) } }
                @for revised in silent_first(one) { (card(revised)) }
            }
        }
    };
    page("Revisions", &asked(differences), &body)
}

fn card(revised: &Revised) -> Markup {
    let told = told(revised);
    markup! {
        article.card {
            @for (i, told) in told.iter().enumerate() {
                @if i == 0 { h3 { (words(told)) } } @else { p.follows { (words(told)) } }
            }
            @if revised.before.is_some() && revised.after.is_some() && differs(&revised.wording) { (wording(&revised.wording)) }
            @for (name, one) in [("As it stood", &revised.before), ("As it stands", &revised.after)] {
                @if let Some(one) = one { p.was { (name) } (telling(one)) }
            }
        }
    }
}
