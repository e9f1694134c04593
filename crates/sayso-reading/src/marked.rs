//! Attributions written into a text, for tests: `{1 the mayor} _1 said_ [1 the bridge is shut]`.
//!
//! Braces hold a source, low lines a cue, square brackets a content, each with the number of its attribution; a content may
//! hold others.

use sayso_text::Span;

use crate::{Attribution, AttributionId, acts};

/// The text without its marks, and its attributions.
pub(crate) fn marked(input: &str) -> (String, Vec<Attribution>) {
    let mut text = String::new();
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut spans: Vec<(char, usize, Span)> = Vec::new();
    let mut rest = input.chars().peekable();
    while let Some(c) = rest.next() {
        let closes = matches!(c, '}' | ']') || (c == '_' && open.last().is_some_and(|o| o.0 == '_'));
        if closes {
            let (kind, id, start) = open.pop().expect("a mark that was opened");
            spans.push((kind, id, Span::new(start, text.len())));
        } else if matches!(c, '{' | '[' | '_') {
            let mut id = String::new();
            while let Some(digit) = rest.next_if(char::is_ascii_digit) {
                id.push(digit);
            }
            rest.next();
            open.push((c, id.parse().expect("a number after the mark"), text.len()));
        } else {
            text.push(c);
        }
    }
    let most = spans.iter().map(|s| s.1).max().unwrap_or(0);
    let mut out: Vec<Attribution> = (1..=most)
        .map(|id| Attribution { id: AttributionId(id as u32), confidence: 0.9, ..Attribution::default() })
        .collect();
    spans.sort_by_key(|s| s.2);
    for (kind, id, span) in &spans {
        let attribution = &mut out[*id - 1];
        match kind {
            '{' => attribution.source.push(*span),
            '_' => attribution.cue.push(*span),
            _ => attribution.content.push(*span),
        }
    }
    for i in 0..out.len() {
        let link = out[i].link();
        let holds = |other: &Attribution| other.id != out[i].id && other.content.iter().any(|c| c.contains(link));
        out[i].within = out.iter().rev().find(|other| holds(other)).map(|other| other.id);
        (out[i].act, out[i].negated) = acts::of(&text, &out[i].cue);
    }
    (text, out)
}
