//! Interviews and transcripts in turns: "Courier: When will it open?", "Halloran: We hope that it will be in June."
//!
//! The name before the colon is the source, the colon the cue, what follows the content. That a line is a turn shows in the
//! lines around it: at least two names, each of which speaks at least twice.

use std::ops::Range;

use crate::board::Board;
use crate::decode::{Draft, Evidence};
use crate::layout::{BY_LAYOUT, Layout};

/// A name has at most this many words.
const NAME: usize = 4;
/// Between two turns at most so many paragraphs go on with the first.
const GAP: usize = 4;

struct Turn {
    name: Range<usize>,
    content: Range<usize>,
    /// The number of its paragraph.
    paragraph: usize,
}

/// Makes each turn an attribution.
pub(crate) fn apply(layout: &Layout<'_>, board: &mut Board) {
    let paragraphs = paragraphs(layout);
    let turns = turns(layout, &paragraphs);
    for (i, turn) in turns.iter().enumerate() {
        let mut content = vec![turn.content.clone()];
        if let Some(next) = turns.get(i + 1).filter(|next| next.paragraph - turn.paragraph <= GAP + 1) {
            let between = &paragraphs[turn.paragraph + 1..next.paragraph];
            content.extend(between.iter().take_while(|p| !board.holds_any(p)).cloned());
        }
        let cue = turn.name.end..turn.content.start;
        let evidence = Evidence { cue: 0.9, pointer: 0.95, link: 0.95, ..BY_LAYOUT };
        board.add(Draft { source: vec![turn.name.clone()], cue: vec![cue], content, evidence });
    }
}

fn paragraphs(layout: &Layout<'_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < layout.words.len() {
        let paragraph = layout.paragraph_of(at);
        at = paragraph.end;
        out.push(paragraph);
    }
    out
}

fn turns(layout: &Layout<'_>, paragraphs: &[Range<usize>]) -> Vec<Turn> {
    let labelled: Vec<Turn> =
        paragraphs.iter().enumerate().filter_map(|(number, paragraph)| turn(layout, paragraph, number)).collect();
    let name = |turn: &Turn| layout.span(&turn.name).of(layout.text);
    let mut names: Vec<&str> = labelled.iter().map(name).collect();
    names.sort_unstable();
    let names: Vec<&str> = names.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect();
    if names.len() < 2 {
        return Vec::new();
    }
    labelled.into_iter().filter(|turn| names.binary_search(&name(turn)).is_ok()).collect()
}

/// A paragraph that may be a turn: a name, a colon, a sentence.
fn turn(layout: &Layout<'_>, paragraph: &Range<usize>, number: usize) -> Option<Turn> {
    let colon = paragraph.clone().take(NAME + 1).skip(1).find(|w| layout.word(*w) == ":")?;
    let name = paragraph.start..colon;
    let is_name = name.clone().all(|w| layout.word(w).starts_with(|c: char| c.is_uppercase() || c == '.'));
    let last = (colon + 1..paragraph.end).rev().find(|w| !matches!(layout.word(*w), "\"" | "”" | "’" | "'" | ")"))?;
    let is_sentence = matches!(layout.word(last), "." | "?" | "!" | "…");
    (is_name && is_sentence).then_some(Turn { name, content: colon + 1..paragraph.end, paragraph: number })
}

#[cfg(test)]
mod tests {
    use crate::layout::tests::{Case, check};

    #[test]
    fn names_that_take_turns_are_sources() {
        check(
            &Case {
                text: "It was a long day.\nCourier: When will it open?\nOkoro: In June.\nIt may be July.\nCourier: Who pays?\nOkoro: The county said it would.\nIt rained.",
                drafts: &[("The county", "said", &["it would"])],
            },
            &[
                "Courier / : / When will it open?",
                "Okoro / : / In June. | It may be July.",
                "Courier / : / Who pays?",
                "Okoro / : / The county said it would.",
            ],
        );
    }

    #[test]
    fn lists_with_labels_are_no_turns() {
        for text in [
            "Height: 1.80 m.\nWeight: 75 kg.\nBorn: Harwick.\nClub: Harwick Town.",
            "Goals: Reed, Okoro\nBookings: Moll\nGoals: Prys\nBookings: Holm, Quist",
            "Update: The road is open.\nUpdate: The road is shut.\nUpdate: It is open again.",
        ] {
            check(&Case { text, drafts: &[] }, &[]);
        }
    }
}
