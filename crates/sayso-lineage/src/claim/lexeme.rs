//! What is known of a word whatever it stands in, worked out once and kept: one spelling, its stem, what it can say, its vector.
//!
//! An archive has few words and uses them often. Working them out takes longer than all that is then measured of two contents.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, LazyLock, OnceLock, RwLock, RwLockReadGuard};

use super::tables;
use super::words::{DATES, FUNCTION, HEDGES, NEGATIONS, SOFT_NEGATIONS, is_in};
use super::{MEANINGS, hash};

/// Words that are kept, with their vectors some 60 MB; others are worked out each time.
const MOST_KEPT: usize = 30_000;
/// Bytes of a word that is kept.
const LONGEST_KEPT: usize = 40;

/// A word, or a number of several words.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of a word, and any of them hold together")]
pub(super) struct Lexeme {
    /// As it is compared: lower case, one spelling, `#24` for a number.
    pub(super) norm: String,
    /// The hash of `norm`, by which words are told apart.
    pub(super) key: u64,
    /// The hash of it without its ending: what inflected forms of one word mostly share.
    pub(super) stem_key: u64,
    /// What it can say.
    pub(super) kind: Kind,
    /// Whether it says no, and whether a no lies in it.
    pub(super) is_no: bool,
    pub(super) is_softly_no: bool,
    /// Whether a number beside it is not meant to the last digit.
    pub(super) hedges: bool,
    /// Whether it names a day or a month.
    pub(super) is_date: bool,
    /// Whether it says that all are meant.
    pub(super) is_all: bool,
    /// Stems of opposite meaning, as hashes.
    pub(super) opposites: &'static [u64],
    meaning: OnceLock<Meaning>,
}

/// What a word can say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// It carries the sentence.
    Function,
    /// It says something.
    Content,
    /// It is a number.
    Figure(f64),
}

/// What a word means, and how rare it is.
#[derive(Debug)]
pub(super) struct Meaning {
    /// Of length 1.
    pub(super) vector: Vec<f32>,
    /// How much it says: see [`weight`].
    pub(super) weight: f32,
    /// Whether the vocabulary has it whole.
    pub(super) is_known: bool,
}

/// Those that are kept, by the lower-case word; for good, so that they are handed out without counting.
static KEPT: LazyLock<RwLock<HashMap<String, &'static Lexeme>>> = LazyLock::new(RwLock::default);

/// A lexeme that is kept, or one of a word's own.
#[derive(Clone, Debug)]
pub(super) enum Held {
    Kept(&'static Lexeme),
    Own(Arc<Lexeme>),
}

impl Deref for Held {
    type Target = Lexeme;

    fn deref(&self) -> &Lexeme {
        match self {
            Self::Kept(lexeme) => lexeme,
            Self::Own(lexeme) => lexeme,
        }
    }
}

/// The lexemes of one content: those that are kept are looked up under one lock, since threads that read side by side wait for each
/// other at each.
pub(super) struct Lexemes {
    kept: Option<RwLockReadGuard<'static, HashMap<String, &'static Lexeme>>>,
    new: Vec<(String, &'static Lexeme)>,
}

impl Lexemes {
    pub(super) fn look_up() -> Self {
        Self { kept: KEPT.read().ok(), new: Vec::new() }
    }

    /// Of a word in lower case.
    pub(super) fn of(&mut self, low: &str) -> Held {
        let count = match &self.kept {
            Some(kept) => match kept.get(low) {
                Some(lexeme) => return Held::Kept(lexeme),
                None => kept.len(),
            },
            None => MOST_KEPT,
        };
        if let Some((_, lexeme)) = self.new.iter().find(|(word, _)| word == low) {
            return Held::Kept(lexeme);
        }
        let lexeme = Lexeme::of(low);
        if count + self.new.len() >= MOST_KEPT || low.len() > LONGEST_KEPT {
            return Held::Own(Arc::new(lexeme));
        }
        let lexeme: &'static Lexeme = Box::leak(Box::new(lexeme));
        self.new.push((low.to_owned(), lexeme));
        Held::Kept(lexeme)
    }
}

impl Drop for Lexemes {
    fn drop(&mut self) {
        self.kept = None;
        if !self.new.is_empty()
            && let Ok(mut kept) = KEPT.write()
        {
            kept.extend(self.new.drain(..));
        }
    }
}

/// Stems that have opposites, with these; all as hashes.
static OPPOSITES: LazyLock<HashMap<u64, Vec<u64>>> = LazyLock::new(|| {
    let mut out: HashMap<u64, Vec<u64>> = HashMap::new();
    for (one, other) in tables::OPPOSITES {
        for a in one.split_whitespace() {
            for b in other.split_whitespace() {
                let (a, b) = (hash(stem(a).as_bytes()), hash(stem(b).as_bytes()));
                out.entry(a).or_default().push(b);
                out.entry(b).or_default().push(a);
            }
        }
    }
    out
});

static SPELLINGS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| tables::SPELLINGS.into());

impl Lexeme {
    /// Of a word in lower case.
    fn of(low: &str) -> Self {
        let norm = spelled(low);
        let kind = if is_in(&FUNCTION, &norm) { Kind::Function } else { Kind::Content };
        let norm = if norm == "one" { "#1".into() } else { norm };
        Self::new(hash(stem(&norm).as_bytes()), norm, kind)
    }

    /// Of a number.
    pub(super) fn figure(value: f64) -> Held {
        let norm = format!("#{value}");
        Held::Own(Arc::new(Self::new(hash(norm.as_bytes()), norm, Kind::Figure(value))))
    }

    fn new(stem_key: u64, norm: String, kind: Kind) -> Self {
        let has_prefix = |p: &&str| norm.strip_prefix(*p).is_some_and(|rest| rest.len() >= 4);
        let is_without = || norm.strip_suffix(tables::NEGATIVE_ENDING).is_some_and(|base| base.len() >= 3);
        let is_negative = kind == Kind::Content && (tables::NEGATIVE_PREFIXES.iter().any(has_prefix) || is_without());
        Self {
            key: hash(norm.as_bytes()),
            stem_key,
            is_no: is_in(&NEGATIONS, &norm),
            is_softly_no: is_negative || is_in(&SOFT_NEGATIONS, &norm),
            hedges: is_in(&HEDGES, &norm),
            is_date: is_in(&DATES, &norm),
            is_all: matches!(norm.as_str(), "all" | "every" | "each"),
            opposites: OPPOSITES.get(&stem_key).map_or(&[], Vec::as_slice),
            meaning: OnceLock::new(),
            norm,
            kind,
        }
    }

    /// What it means.
    pub(super) fn meaning(&self) -> &Meaning {
        self.meaning.get_or_init(|| {
            let (vector, rank) = MEANINGS.of(&self.norm);
            Meaning { vector, weight: weight(rank), is_known: rank.is_some() }
        })
    }
}

/// How much a word says as it is written.
pub(super) fn weight_of(word: &str) -> f32 {
    weight(MEANINGS.rank_of(word))
}

/// How much a word says: more the rarer it is, as its place in the vocabulary shows. Half a point for the commonest, 4 for one that
/// the vocabulary spells in pieces. The logarithm goes straight between powers of two, so that it is the same on every processor.
fn weight(rank: Option<u32>) -> f32 {
    let Some(rank) = rank else { return 4.0 };
    let x = (rank + 20) / 100;
    if x == 0 {
        return 0.5;
    }
    let power = x.ilog2();
    0.5 + 0.7 * (power as f32 + x as f32 / (1u32 << power) as f32 - 1.0)
}

/// One spelling for both of a word's: `organize` for "organise", `labor` for "labour".
fn spelled(low: &str) -> String {
    if let Some(other) = SPELLINGS.get(low) {
        return (*other).to_owned();
    }
    let mut word = low.to_owned();
    if word.len() > 5 {
        for (from, to) in [("is", "iz"), ("ys", "yz")] {
            for ending in ["e", "ed", "es", "ing", "ation", "ations", "er", "ers"] {
                if let Some(base) = word.strip_suffix(ending).and_then(|base| base.strip_suffix(from)) {
                    word = format!("{base}{to}{ending}");
                    break;
                }
            }
        }
    }
    if word.len() > 4 {
        word = word.replace("our", "or");
        for (from, to) in [("tre", "ter"), ("tres", "ters")] {
            if let Some(base) = word.strip_suffix(from) {
                word = format!("{base}{to}");
            }
        }
    }
    if word.len() > 7 {
        for ending in ["ed", "ing", "er", "ers"] {
            if let Some(base) = word.strip_suffix(ending).and_then(|base| base.strip_suffix("ll")) {
                word = format!("{base}l{ending}");
                break;
            }
        }
    }
    word
}

/// A word without its ending: what inflected forms of one word mostly share.
pub(super) fn stem(word: &str) -> String {
    const ENDINGS: [&str; 14] =
        ["ingly", "edly", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y"];
    if !word.is_ascii() {
        return word.to_owned();
    }
    let found = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|base| base.len() >= 3));
    let mut base = found.unwrap_or(word).to_owned();
    let bytes = base.as_bytes();
    let last = bytes.len().saturating_sub(1);
    if bytes.len() > 3 && bytes[last] == bytes[last - 1] && !matches!(bytes[last], b'l' | b's') {
        base.truncate(last);
    }
    base
}
