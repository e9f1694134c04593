//! Word pieces as in BERT's uncased models: a word is cleaned, lowered, stripped of accents, split at punctuation, and each
//! piece is the longest one of the vocabulary that fits.
//!
//! Written here because the whole of it is small and on the hot path; `tests/golden.rs` checks it against vectors of the
//! reference tokenizer. Source of the method: Devlin et al. 2019 and the `BertNormalizer`/`BertPreTokenizer` of the
//! `tokenizers` library.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Id of the mark that opens a window.
pub const CLS: u32 = 101;
/// Id of what the vocabulary cannot spell.
pub const UNK: u32 = 100;

/// A token of more characters than this is unknown as a whole.
const LONGEST_TOKEN: usize = 100;
/// Only this much of a word is looked at: it makes more pieces than any reader keeps.
const LONGEST_WORD: usize = 1024;

/// A vocabulary and the splitting by it.
pub struct WordPiece {
    starts: FxHashMap<&'static [u8], u32>,
    inner: FxHashMap<&'static [u8], u32>,
    longest: usize,
}

impl WordPiece {
    /// From a list with a piece a line, its line number being its id; `##` marks pieces that go on a word.
    pub fn new(vocabulary: &'static str) -> Self {
        let mut starts = FxHashMap::with_capacity_and_hasher(vocabulary.len() / 8, rustc_hash::FxBuildHasher);
        let mut inner = FxHashMap::with_capacity_and_hasher(vocabulary.len() / 32, rustc_hash::FxBuildHasher);
        let mut longest = 0;
        for (id, piece) in vocabulary.lines().enumerate() {
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => inner.insert(rest.as_bytes(), id as u32),
                _ => starts.insert(piece.as_bytes(), id as u32),
            };
            longest = longest.max(piece.len());
        }
        Self { starts, inner, longest }
    }

    /// Appends the pieces of a word; at least one.
    pub fn word(&self, word: &str, out: &mut Vec<u32>) {
        let before = out.len();
        if word.is_ascii() && word.len() <= LONGEST_TOKEN && word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            // The common case: one token, nothing to strip.
            let mut lowered = [0; LONGEST_TOKEN];
            let lowered = &mut lowered[..word.len()];
            lowered.copy_from_slice(word.as_bytes());
            lowered.make_ascii_lowercase();
            self.token(lowered, out);
        } else {
            let end = word.char_indices().nth(LONGEST_WORD).map_or(word.len(), |(at, _)| at);
            for token in tokens(&word[..end]) {
                if token.chars().count() > LONGEST_TOKEN {
                    out.push(UNK);
                } else {
                    self.token(token.as_bytes(), out);
                }
            }
        }
        if out.len() == before {
            out.push(UNK);
        }
    }

    /// Longest match first; one piece that cannot be found makes the whole token unknown.
    fn token(&self, token: &[u8], out: &mut Vec<u32>) {
        let before = out.len();
        let mut at = 0;
        while at < token.len() {
            let table = if at == 0 { &self.starts } else { &self.inner };
            let longest = token.len().min(at + self.longest);
            let found = (at + 1..=longest).rev().find_map(|end| table.get(&token[at..end]).map(|id| (end, *id)));
            let Some((end, id)) = found else {
                out.truncate(before);
                out.push(UNK);
                return;
            };
            out.push(id);
            at = end;
        }
    }
}

/// Cleans a word and splits it at punctuation and ideographs.
fn tokens(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut now = String::new();
    let cleaned = word.chars().filter(|c| !is_dropped(*c));
    let plain = cleaned.nfd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase);
    for c in plain {
        if c.is_whitespace() {
            out.extend((!now.is_empty()).then(|| std::mem::take(&mut now)));
        } else if is_punctuation(c) || is_ideograph(c) {
            out.extend((!now.is_empty()).then(|| std::mem::take(&mut now)));
            out.push(c.into());
        } else {
            now.push(c);
        }
    }
    out.extend((!now.is_empty()).then_some(now));
    out
}

/// Control and format characters carry nothing.
fn is_dropped(c: char) -> bool {
    matches!(c, '\0' | '\u{FFFD}')
        || (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{E000}'..='\u{F8FF}')
}

/// Accents and the like; marks that take room of their own stay.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && c.general_category() == GeneralCategory::NonspacingMark
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}'
            | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
            | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF03}' | '\u{FF05}'..='\u{FF0A}' | '\u{FF0C}'..='\u{FF0F}'
            | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF20}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{2A6DF}' | '\u{2A700}'..='\u{2B81F}'
        | '\u{2B920}'..='\u{2CEAF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}
