//! A text as the set of its word triples (shingles: Broder 1997), each a number.

use sayso_text::words;

/// Words of a shingle.
const WORDS: usize = 3;

/// The shingles of a text, sorted, each once. Case, marks and white space are left out of account.
pub(crate) fn of(text: &str) -> Vec<u64> {
    let found = words(text).into_iter().map(|word| word.of(text));
    let words: Vec<u64> = found.filter(|word| word.starts_with(char::is_alphanumeric)).map(number).collect();
    let mut shingles: Vec<u64> = words
        .windows(WORDS.min(words.len()).max(1))
        .map(|window| window.iter().fold(0, |all: u64, word| mixed(all.rotate_left(21) ^ word)))
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// The share of all shingles of two texts that both have (Jaccard).
pub(crate) fn likeness(one: &[u64], other: &[u64]) -> f64 {
    let both = shared(one, other);
    let all = one.len() + other.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

/// How many two sorted sets share.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        count += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    count
}

/// A word's number: FNV-1a of its lower case, the same everywhere.
fn number(word: &str) -> u64 {
    let lower = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    lower.fold(0xCBF2_9CE4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3))
}

/// A number whose bits all depend on all of another's (the end of `MurmurHash3`, by Austin Appleby).
pub(crate) fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    x = (x ^ (x >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    x ^ (x >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_marks_do_not_count() {
        assert_eq!(of("The dam’s wall, he said, is sound."), of("“THE dam's wall he said is sound”"));
        assert_eq!(of("one two"), of("One, two!"));
        assert!(of("…").is_empty());
    }

    #[test]
    fn texts_are_as_alike_as_their_triples() {
        let alike = |one, other| (likeness(&of(one), &of(other)) * 1000.0).round() as i32;
        assert_eq!(alike("a b c d", "a b c d"), 1000);
        assert_eq!(alike("a b c d", "a b c e"), 333);
        assert_eq!(alike("a b c d", "e f g h"), 0);
        assert_eq!(alike("", ""), 0);
    }
}
