//! A chain as a small picture: a line of nodes from the article to the root, each with its source's letter.

use maud::{Markup, html as markup};

use super::story::look;
use crate::chains::Hand;
use crate::sources::Sources;
use sayso_text::safe::visible;

/// From one node's middle to the next one's.
const STEP: usize = 34;
/// Half of a node.
const HALF: usize = 10;
/// So many nodes are drawn; of a longer chain its two ends.
const NODES: usize = 9;

/// The picture, with its text for those who don't see it.
pub(super) fn picture(sources: &Sources, hands: &[Hand], number: u32) -> Markup {
    let nodes = drawn(hands.len());
    let (width, height) = (2 * HALF + 2 + STEP * nodes.len().saturating_sub(1), 2 * HALF + 2);
    let middle = HALF + 1;
    let words: Vec<String> = hands.iter().map(|hand| visible(&hand.words)).collect();
    markup! {
        svg.chain role="img" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } {
            title { "Chain of statement " (number) }
            desc { "From the article to its root: " (words.join(", then ")) }
            @for (place, node) in nodes.iter().enumerate() {
                @let x = middle + STEP * place;
                @if place > 0 {
                    line x1=(x - STEP + HALF + 2) y1=(middle) x2=(x - HALF) y2=(middle) {}
                    polygon points={ (x - STEP + HALF + 1) "," (middle) " " (x - STEP + HALF + 6) "," (middle - 4) " " (x - STEP + HALF + 6) "," (middle + 4) } {}
                }
                @match node.map(|node| &hands[node]) {
                    None => text.left x=(x) y=(middle) dy=".35em" text-anchor="middle" { "…" }
                    Some(_) if *node == Some(0) => {
                        rect x=(x - HALF + 2) y=(middle - HALF) width=(2 * HALF - 4) height=(2 * HALF) rx="2" {}
                        path d={ "M" (x - 4) " " (middle - 4) "h8M" (x - 4) " " (middle) "h8M" (x - 4) " " (middle + 4) "h5" } {}
                    }
                    Some(hand) => g class=(look(hand.source)) {
                        circle cx=(x) cy=(middle) r=(HALF) {}
                        text x=(x) y=(middle) dy=".35em" text-anchor="middle" { (hand.source.map_or("–", |s| sources.list[s].letter.as_str())) }
                    }
                }
            }
        }
    }
}

/// The places of the nodes that are drawn; none where some are left out.
fn drawn(count: usize) -> Vec<Option<usize>> {
    if count <= NODES {
        return (0..count).map(Some).collect();
    }
    let end = NODES / 2;
    (0..end).map(Some).chain([None]).chain((count - end..count).map(Some)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_chain_both_ends_are_drawn() {
        for (count, expect) in [(0, ""), (2, "0 1"), (9, "0 1 2 3 4 5 6 7 8"), (10, "0 1 2 3 … 6 7 8 9")] {
            let shown: Vec<String> =
                drawn(count).iter().map(|node| node.map_or("…".to_owned(), |n| n.to_string())).collect();
            assert_eq!(shown.join(" "), expect);
        }
    }
}
