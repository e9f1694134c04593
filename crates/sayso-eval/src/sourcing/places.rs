//! Where a string of gold stands in its article: `he`, `he@3`, `The well [...] dry`.

use sayso_text::Span;

/// Between the first and the last words of a piece.
const GAP: &str = " [...] ";

/// Every place that a string can mean, in text order; empty where it is not in the text.
///
/// A place begins and ends where words do: `he` does not stand in “the”.
pub(super) fn places(text: &str, wanted: &str) -> Vec<Span> {
    match wanted.split_once(GAP) {
        None => numbered(text, wanted),
        Some((first, last)) => {
            let (last, number) = number(last);
            let lasts = whole(text, last);
            let to_last = |first: Span| {
                let next = lasts.partition_point(|last| last.start < first.end);
                lasts.get(next + number.unwrap_or(1) - 1).map(|last| first.cover(*last))
            };
            numbered(text, first).into_iter().filter_map(to_last).collect()
        }
    }
}

/// The place nearest to a content's first piece, outside of the content where there is one; the first place without
/// content.
pub(super) fn nearest(places: &[Span], content: &[Span]) -> Option<Span> {
    let Some(piece) = content.first() else { return places.first().copied() };
    let is_outside = |place: &&Span| !content.iter().any(|piece| piece.overlaps(**place));
    let gap = |place: &&Span| (place.start.saturating_sub(piece.end)).max(piece.start.saturating_sub(place.end));
    let outside = places.iter().filter(is_outside).min_by_key(gap);
    outside.or(places.iter().min_by_key(gap)).copied()
}

fn numbered(text: &str, wanted: &str) -> Vec<Span> {
    let (words, number) = number(wanted);
    let all = whole(text, words);
    match number {
        None => all,
        Some(number) => all.get(number - 1).copied().into_iter().collect(),
    }
}

/// `he@3` → `he` and 3.
fn number(wanted: &str) -> (&str, Option<usize>) {
    let numbered = wanted.rsplit_once('@').and_then(|(words, n)| Some((words, n.parse().ok().filter(|n| *n > 0)?)));
    numbered.map_or((wanted, None), |(words, n)| (words, Some(n)))
}

/// Where a string stands as whole words.
fn whole(text: &str, wanted: &str) -> Vec<Span> {
    let ends_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (wanted.chars().next(), wanted.chars().next_back());
    let is_whole = |&(at, found): &(usize, &str)| {
        let cuts = |inner, outer| ends_word(inner) && ends_word(outer);
        !cuts(first, text[..at].chars().next_back()) && !cuts(last, text[at + found.len()..].chars().next())
    };
    if wanted.is_empty() {
        return Vec::new();
    }
    text.match_indices(wanted).filter(is_whole).map(|(at, found)| Span::new(at, at + found.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "The dam held, he said. Then he said the dam gave way, and he left. He said: “The dam? The dam held.”";

    fn check(wanted: &str, content: &str, expect: Option<(usize, &str)>) {
        let content: Vec<Span> = places(TEXT, content).into_iter().take(1).collect();
        let found = nearest(&places(TEXT, wanted), &content).map(|span| (span.start, span.of(TEXT)));
        assert_eq!(found, expect, "{wanted} near {content:?}");
    }

    #[test]
    fn strings_are_found_as_whole_words_near_their_content() {
        check("he", "", Some((14, "he")));
        check("he@3", "", Some((58, "he")));
        check("he@4", "", None);
        check("eld", "", None);
        check("", "", None);
        check("he", "the dam gave way", Some((28, "he")));
        check("said", "The dam held", Some((17, "said")));
        check("said", "“The dam? [...] held.”", Some((70, "said")));
        // Outside of the content, though there is one inside.
        check("he", "Then he said the dam gave way", Some((58, "he")));
        check("The dam [...] way", "", Some((0, &TEXT[..52])));
        check("The dam@2 [...] held", "", Some((79, "The dam? The dam held")));
        check("he@2 [...] he", "", Some((28, "he said the dam gave way, and he")));
        check("he [...] he@2", "", Some((14, &TEXT[14..60])));
        check("The dam [...] river", "", None);
    }
}
