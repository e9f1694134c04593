//! `sayso search`: words and fields → statements or articles.

use std::sync::Arc;

use anyhow::{anyhow, bail};
use sayso_archive::{Found, Order, Query};
use sayso_pages::search::{self, Hit, Hits};

use super::{of, open, write};
use crate::Outcome;
use crate::args::{Among, AnswerFormat, SearchArgs, Sort};
use crate::message::Message;

/// Answers a search.
pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Outcome> {
    let wrong = |error| of(&args.archive, &error);
    let archive = open(&args.archive)?;
    let asked = args.query.join(" ");
    let query = Query::parse(&asked).map_err(|error| anyhow!("{error}"))?;
    let among = match args.among {
        Among::Articles if query.is_of_statements() => {
            bail!(
                "`--in articles` knows the fields `outlet:`, `title:`, `after:` and `before:` only: leave it out to search statements"
            )
        }
        Among::Articles => sayso_archive::Among::Articles,
        Among::Statements => sayso_archive::Among::Statements,
    };
    let order = match args.sort {
        Sort::Rank => Order::Rank,
        Sort::Date => Order::Newest,
        Sort::Oldest => Order::Oldest,
    };
    let limit = if args.limit == 0 { usize::MAX >> 1 } else { args.limit };
    let page = archive.search(&query, among, order, args.skip, limit).map_err(wrong)?;
    if page.total == 0 && args.among == Among::Statements && !query.is_of_statements() {
        let articles = archive.search(&query, sayso_archive::Among::Articles, order, 0, 0).map_err(wrong)?.total;
        if articles > 0 {
            let told = format!("no statement has these words; {articles} in the text of articles: add `--in articles`");
            Message::note(told).print();
        }
    }
    let is_empty = page.total == 0;
    let hits = page.found.into_iter().map(hit).collect();
    let before = if page.has_more { args.skip } else { args.skip.min(page.total) };
    let hits = Hits { asked, total: page.total, total_is_at_least: page.has_more, before, hits };
    write(&args.answer, &args.archive, is_empty, |format| {
        Some(match format {
            AnswerFormat::Text => search::text(&hits, args.answer.options()),
            AnswerFormat::Json => search::json(&hits),
            AnswerFormat::Csv => search::csv(&hits),
            AnswerFormat::Html => search::html(&hits),
            AnswerFormat::Dot | AnswerFormat::Mermaid => return None,
        })
    })
}

/// What was found, in its sentence.
fn hit(found: Found) -> Hit {
    let Found { telling, marks } = found;
    let at = telling.sentence.find(&telling.words);
    let (text, shift) = match at {
        Some(at) => (telling.sentence, at),
        None => (telling.words, 0),
    };
    Hit {
        article: Arc::clone(&telling.article),
        statement: telling.statement,
        span: telling.span,
        text,
        marks: marks.into_iter().map(|[start, end]| [start + shift, end + shift]).collect(),
        rank: 0.0,
    }
}
