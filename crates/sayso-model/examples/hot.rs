//! Tags one full window and prints how many words it has: what `cargo xtask bench --instructions` counts.

#![allow(clippy::print_stdout, reason = "its output is the count that the caller divides by")]

use std::hint::black_box;

use sayso_model::window::MAX_WORDS;
use sayso_model::{Reads, Tagger};
use sayso_text::{Span, words};

const TEXT: &str = "\
The harbour at Lisk will be closed to ships of more than 4,000 tons from Monday, the port office said, after divers found \
that the northern mole had moved by half a metre since the storm. “We can see daylight through it,” said Anneke Royle, who \
leads the divers. “It’s not a wall any more, it’s a row of teeth.” She added that her team had warned of the damage twice.\n";

/// The part that is counted; the start, in which the weights are unpacked, is not.
#[inline(never)]
fn one_window(tagger: &Tagger, text: &str, words: &[Span], paragraph: &[bool]) {
    for tags in tagger.tag(text, words, paragraph, Reads::Article) {
        black_box(tags);
    }
}

fn main() {
    let text = TEXT.repeat(8);
    let mut words = words(&text);
    words.truncate(MAX_WORDS);
    let mut paragraph = vec![false; words.len()];
    let (mut before, mut last) = (0, 0);
    for (word, starts) in words.iter().zip(&mut paragraph) {
        *starts = before == 0 || text[last..word.start].contains('\n');
        (before, last) = (before + 1, word.end);
    }
    one_window(&Tagger::new(), &text, &words, &paragraph);
    println!("{}", words.len());
}
