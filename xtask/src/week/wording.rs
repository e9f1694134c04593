//! How alike two texts are, by their words.

use std::collections::BTreeSet;

/// Below this likeness no wording says whom an article follows.
pub(crate) const EVIDENCE: f64 = 0.4;

/// Words in lower case.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The share of the shorter one's words and word pairs that the longer one has.
pub(crate) fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let share = |size: usize| {
        let all: BTreeSet<&[String]> = long.windows(size).collect();
        let count = short.windows(size).filter(|part| all.contains(part)).count();
        count as f64 / short.windows(size).count().max(1) as f64
    };
    f64::midpoint(share(1), share(2))
}

/// Whether one has the other's words, or a part of them.
pub(crate) fn is_part(one: &str, other: &str) -> bool {
    let joined = |text: &str| format!(" {} ", words(text).join(" "));
    let (one, other) = (joined(one), joined(other));
    one.contains(&other) || other.contains(&one)
}

/// A text's word triples, each once.
pub(crate) fn triples(text: &str) -> BTreeSet<String> {
    words(text).windows(3).map(|three| three.join(" ")).collect()
}

/// The share of all triples of two texts that both have.
pub(crate) fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let both = one.intersection(other).count();
    both as f64 / (one.len() + other.len() - both).max(1) as f64
}

/// The same of two texts.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    shared(&triples(one), &triples(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_alike_as_what_they_share() {
        let is = |found: f64, expect: f64| assert!((found - expect).abs() < 1e-9, "{found}");
        is(likeness("a b c d", "A, b c e"), 1.0 / 3.0);
        is(alike("The wall fell", "Then the wall fell down"), 1.0);
        is(alike("the wall", "a bridge"), 0.0);
        assert!(is_part("“The wall fell.”", "he saw the wall fell") && !is_part("the wall", "wallflower"));
    }
}
