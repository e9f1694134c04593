//! What stands beside the article in its own element: captions, credits, corrections, boxes.
//!
//! A readability library keeps the body and drops the rest, but what it drops there is part of what was published: it is
//! put back at its place and marked. What lies outside the article's element is not of the article.

use std::collections::HashMap;

use dom_query::NodeId;

use super::Block;
use crate::Part;
use crate::mark::{Markup, same};
use crate::shapes::{self, Look};

/// A kept block is looked for among so many of the page's that follow the one before it.
const AHEAD: usize = 200;
/// Of a hundred bytes kept, so many must be found on the page, or the two do not fit together.
const FOUND: usize = 90;
/// And no more blocks than this may be missing there.
const STRAYS: usize = 40;

/// The blocks `kept`, and between, before and after them those of `page` that stand in the same article.
pub(super) fn with(kept: Vec<Block>, page: &[Block]) -> Vec<Block> {
    let places = places(&kept, page);
    let length = |at: usize| kept[at].text.len();
    let found: usize = (0..kept.len()).filter(|at| places[*at].is_some()).map(length).sum();
    let all: usize = (0..kept.len()).map(length).sum();
    let placed: Vec<usize> = places.iter().copied().flatten().collect();
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return kept };
    if found * 100 < all * FOUND {
        return kept;
    }
    let home = home(&placed, page);
    let strays: Vec<&str> =
        (0..kept.len()).filter(|at| places[*at].is_none()).map(|at| kept[at].text.as_str()).collect();
    if strays.len() > STRAYS {
        return kept;
    }
    let is_beside = |at: usize, block: &Block| {
        let inside = match home {
            Some(home) => block.article == Some(home),
            None => (*first..*last).contains(&at),
        };
        // What was kept in another form is not told twice.
        inside && !strays.iter().any(|stray| stray.contains(&block.text) || block.text.contains(stray))
    };
    let mut out = Vec::with_capacity(kept.len());
    let mut rest = kept.iter().zip(&places).peekable();
    for (at, block) in page.iter().enumerate() {
        let own = |place: &Option<usize>| place.is_none_or(|place| place <= at);
        let before = out.len();
        if placed.binary_search(&at).is_ok() {
            while let Some((kept, _)) = rest.next_if(|(_, place)| own(place)) {
                out.push(kept.clone());
            }
        }
        if out.len() == before && is_beside(at, block) {
            out.push(Block { markup: beside(block), ..block.clone() });
        }
    }
    out.extend(rest.map(|(kept, _)| kept.clone()));
    out
}

/// Where on the page each kept block is, in rising order.
fn places(kept: &[Block], page: &[Block]) -> Vec<Option<usize>> {
    let mut next = 0;
    kept.iter()
        .map(|block| {
            let ahead = &page[next..page.len().min(next + AHEAD)];
            // Nearly always the text is the very same; only what is short enough to be looked at closely may differ in marks.
            let at = ahead.iter().position(|other| other.text == block.text).or_else(|| {
                let alike =
                    |other: &Block| other.text.len().abs_diff(block.text.len()) < 16 && same(&other.text, &block.text);
                ahead.iter().position(alike)
            })?;
            next += at + 1;
            Some(next - 1)
        })
        .collect()
}

/// The article's element: the one that most of what was kept stands in.
fn home(placed: &[usize], page: &[Block]) -> Option<NodeId> {
    let mut sizes: HashMap<NodeId, usize> = HashMap::new();
    let mut all = 0;
    for block in placed.iter().map(|at| &page[*at]) {
        all += block.text.len();
        if let Some(article) = block.article {
            *sizes.entry(article).or_default() += block.text.len();
        }
    }
    // More than half: there can be only one.
    sizes.into_iter().find(|(_, size)| size * 2 > all).map(|(id, _)| id)
}

/// What a block is that is not the body.
fn beside(block: &Block) -> Markup {
    if let Markup::Is(_) = block.markup {
        return block.markup;
    }
    let look = Look::at(&block.text);
    let part = if shapes::is_byline(&look) { Some(Part::Byline) } else { shapes::of(&look) };
    Markup::Is(part.unwrap_or(Part::Other))
}
