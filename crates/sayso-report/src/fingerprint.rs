//! A name for a finding that stays when lines move: its rule, its words, and a few words around them in the same paragraph.
//!
//! What collects reports tells by it an old finding from a new one. It is a name and no secret: who knows the words can make it.

use std::collections::HashMap;

use sayso_check::Finding;
use sayso_text::{Span, words};

use crate::proof::Proof;

/// Words on each side.
const AROUND: usize = 5;
/// Bytes that they are looked for in, and bytes of the found words that count: a finding may be about a whole article.
const REACH: usize = 200;
const MOST: usize = 400;

/// The fingerprints of one article, in the order of its findings.
#[derive(Default)]
pub(crate) struct Fingerprints {
    seen: HashMap<u128, usize>,
}

/// One finding's.
pub(crate) struct Fingerprint {
    hash: u128,
    /// Which of those with the same words it is in its article, from 1.
    nth: usize,
}

impl Fingerprints {
    pub(crate) fn next(&mut self, proof: &Proof<'_>, finding: &Finding) -> Fingerprint {
        let hash = hash(proof, finding);
        let nth = self.seen.entry(hash).or_default();
        *nth += 1;
        Fingerprint { hash, nth: *nth }
    }
}

impl Fingerprint {
    /// For one article's findings; `hash:n` as GitHub has it.
    pub(crate) fn in_article(&self) -> String {
        format!("{:032x}:{}", self.hash, self.nth)
    }

    /// For findings of many articles.
    pub(crate) fn in_report(&self, path: &str) -> String {
        let mut fnv = Fnv(self.hash);
        fnv.word(&self.nth.to_string());
        fnv.word(path);
        format!("{:032x}", fnv.0)
    }
}

fn hash(proof: &Proof<'_>, finding: &Finding) -> u128 {
    let text = proof.text();
    let span = proof.places().within(finding.span);
    let parts = &proof.article.parts;
    let part = parts.get(parts.partition_point(|part| part.span.end < span.start)).map(|part| part.span);
    let line = || proof.places().line(span.start);
    let paragraph =
        proof.places().within(part.filter(|part| part.start <= span.start).unwrap_or_else(line)).cover(span);

    let from = text.ceil_char_boundary(span.start.saturating_sub(REACH).max(paragraph.start));
    let to = text.floor_char_boundary((span.end + REACH).min(paragraph.end));
    let most = text.floor_char_boundary((span.start + MOST).min(span.end));
    let mut before = plain(text, Span::new(from, span.start));
    let mut after = plain(text, Span::new(span.end, to.max(span.end)));
    // A word at the reach's edge may be half of one.
    if from > paragraph.start && !before.is_empty() {
        before.remove(0);
    }
    if to < paragraph.end {
        after.pop();
    }
    after.truncate(AROUND);
    let before = &before[before.len().saturating_sub(AROUND)..];

    let mut fnv = Fnv::new();
    fnv.word(&finding.code);
    for piece in [before, plain(text, Span::new(span.start, most)).as_slice(), after.as_slice()] {
        for word in piece {
            fnv.word(word);
        }
        fnv.word("");
    }
    fnv.0
}

/// The words of a piece of text in lower case, without marks, however apostrophes are written.
fn plain(text: &str, span: Span) -> Vec<String> {
    let piece = span.of(text);
    let is_word = |word: &&str| word.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let found = words(piece).into_iter().map(|word| word.of(piece));
    found.filter(is_word).map(|word| word.to_lowercase().replace('’', "'")).collect()
}

/// FNV-1a of 128 bits: short, the same everywhere and for ever.
struct Fnv(u128);

impl Fnv {
    fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn word(&mut self, word: &str) {
        for byte in word.bytes().chain([0x1F]) {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013B);
        }
    }
}
