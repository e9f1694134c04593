//! Sources as a web page.

use maud::{Markup, html as markup};
use sayso_lineage::people::{Named, SourceInArticle, Sources};

use super::{
    Depth, NOTHING, again, articles, between, days, description, figures, kind, line, merge, starts, statements,
    summary, title,
};
use crate::page::{article, page, telling, words};
use crate::words::{plain, spoken};

/// Sources as one page: a table of the named ones; in full all they said below.
pub fn html(sources: &Sources, asked: &str, depth: Depth) -> String {
    let body = markup! {
        @if sources.named.is_empty() && sources.unnamed.is_empty() {
            p.lead { (NOTHING) }
        } @else {
            p.lead { (summary(sources)) }
        }
        @if !sources.named.is_empty() { (table(sources, depth)) }
        @if depth == Depth::Full {
            @for (i, named) in sources.named.iter().enumerate() { (full(i + 1, named)) }
        }
        @if !sources.unnamed.is_empty() {
            h2 { "Unnamed, by article" }
            p.quiet { "A description belongs to its article. Two that read alike are not taken for one." }
            @for one in sources.unnamed.chunk_by(|a, b| a.article.id == b.article.id) { (unnamed(one, depth)) }
        }
    };
    page("Sources", asked, &body)
}

const COLUMNS: [&str; 5] = ["Name", "Type", "Titles", "Statements", "Days"];

fn table(sources: &Sources, depth: Depth) -> Markup {
    let titles = |named: &Named| named.titles.iter().map(|one| plain(&one.title)).collect::<Vec<_>>().join(", ");
    markup! {
        table {
            thead { tr { @for name in COLUMNS { th scope="col" { (name) } } } }
            tbody {
                @for (i, named) in sources.named.iter().enumerate() {
                    tr {
                        th scope="row" {
                            @if depth == Depth::Full {
                                a href={ "#s" (i + 1) } { (words(&named.name)) }
                            } @else {
                                (words(&named.name))
                            }
                        }
                        td data-label="Type" { (spoken(kind(named))) }
                        td data-label="Titles" { @if !named.titles.is_empty() { (words(&titles(named))) } }
                        td data-label="Statements" { (statements(named)) " in " (articles(named)) }
                        td data-label="Days" { @if let Some([first, last]) = days(named) { (words(&between(first, last))) } }
                    }
                }
            }
        }
    }
}

fn full(place: usize, named: &Named) -> Markup {
    let starts = starts(named);
    let again: Vec<String> = named.again.iter().filter_map(|one| again(named, &starts, one)).collect();
    markup! {
        section id={ "s" (place) } {
            h2 { (words(&named.name)) }
            p.quiet { (words(&line(named))) }
            @if !named.aliases.is_empty() { p { "Also: " (words(&named.aliases.join(", "))) } }
            @if !named.titles.is_empty() {
                p { "Titles held: " (words(&named.titles.iter().map(title).collect::<Vec<_>>().join("; "))) }
            }
            @for (start, one) in starts.iter().zip(&named.places) {
                article.card {
                    h3 { (article(&one.article)) }
                    @for (i, said) in one.tellings.iter().enumerate() {
                        div.said id={ "s" (place) "-" (start + i + 1) } {
                            span.number { (start + i + 1) }
                            (telling(said))
                            @if let Some(figures) = figures(said) { p.facts { (words(&figures)) } }
                        }
                    }
                }
            }
            @for (heading, lines) in [("Said again", again), ("Taken for one", named.merges.iter().map(merge).collect())] {
                @if !lines.is_empty() {
                    h3 { (heading) }
                    ul.list { @for told in &lines { li { (words(told)) } } }
                }
            }
        }
    }
}

fn unnamed(of_article: &[SourceInArticle], depth: Depth) -> Markup {
    markup! {
        article.card {
            @if let Some(first) = of_article.first() { h3 { (article(&first.article)) } }
            @for one in of_article {
                p { (words(&description(one))) }
                @if depth == Depth::Full { @for said in &one.tellings { (telling(said)) } }
            }
        }
    }
}
