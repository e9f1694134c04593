//! Relays: who passes a statement on besides the attributions that it lies in. "Told the Courier", "in an interview with
//! Radio Brask", "through her lawyer".

use std::ops::Range;

use sayso_article::Article;
use sayso_text::Span;

use super::names::{Bearer, bare, bearer, is_acronym, is_organization_noun, is_possessive, runs};
use super::prose::{Line, Prose};
use super::tables;
use crate::Attribution;

/// What leads to an outlet; each word in lower case. The last word stands right before it.
const TO_OUTLET: &[&str] = &[
    "told",
    "tells",
    "interview with",
    "interview on",
    "interview for",
    "interview to",
    "spoke to",
    "speaking to",
    "speaking on",
    "spoke on",
    "talking to",
    "remarks to",
    "comments to",
    "comment to",
    "statement to",
    "email to",
    "quoted by",
    "cited by",
    "carried by",
    "broadcast by",
    "aired by",
    "aired on",
    "broadcast on",
    "published by",
    "published in",
    "wrote in",
    "writing in",
    "appearing on",
    "appeared on",
    "said on",
    "posted by",
    "obtained by",
    "informed",
    "saying by",
    "say by",
    "confirmed to",
    "admitted to",
    "said to",
    "remarked to",
    "explained to",
    "complained to",
    "described to",
    "confided to",
    "disclosed to",
    "conceded to",
];

/// What leads to somebody who speaks for another.
const THROUGH: &[&str] = &["through", "via"];

/// Nouns for an outlet without its name: "told the paper".
const OUTLET_NOUNS: &[&str] = &[
    "paper",
    "newspaper",
    "magazine",
    "broadcaster",
    "station",
    "network",
    "website",
    "channel",
    "agency",
    "programme",
    "program",
    "outlet",
    "site",
];

/// What bodies are told that pass nothing on.
const NO_RELAY: &[&str] = &[
    "court",
    "council",
    "committee",
    "parliament",
    "board",
    "assembly",
    "senate",
    "congress",
    "house",
    "jury",
    "tribunal",
    "commission",
    "conference",
    "inquiry",
    "hearing",
    "police",
];

/// An attribution has at most so many relays, so that a chain has a bounded length.
const MOST: usize = 4;

/// The spans of the relays of each attribution.
pub(super) fn relays(article: &Article, prose: &Prose<'_>, attributions: &[Attribution]) -> Vec<Vec<Span>> {
    let mut out = vec![Vec::new(); attributions.len()];
    let mut rest: Vec<usize> = (0..attributions.len()).collect();
    rest.sort_by_key(|i| attributions[*i].link().start);
    for here in rest.chunk_by(|a, b| prose.at(attributions[*a].link().start) == prose.at(attributions[*b].link().start))
    {
        let Some(line) = prose.sentences.get(prose.at(attributions[here[0]].link().start)) else { continue };
        for (at, words) in in_line(article, line) {
            let (at, span) = (line.words[at], line.span(&words));
            let holds = |a: &Attribution| a.content_touches(span) || a.source.iter().any(|s| s.overlaps(span));
            let gap = |i: &usize| {
                let link = attributions[*i].link();
                link.start.abs_diff(at.start)
            };
            let free = here.iter().filter(|i| !holds(&attributions[**i]));
            if let Some(nearest) = free.min_by_key(|i| (gap(i), **i)).filter(|i| out[**i].len() < MOST) {
                out[*nearest].push(span);
            }
        }
    }
    out
}

/// Where a sentence leads to a relay, and its words.
fn in_line(article: &Article, line: &Line<'_>) -> Vec<(usize, Range<usize>)> {
    let mut out = Vec::new();
    for at in 0..line.words.len() {
        if let Some(end) = TO_OUTLET.iter().find_map(|phrase| line.phrase(at, phrase)) {
            out.extend(outlet(article, line, end).map(|words| (at, words)));
        } else if THROUGH.contains(&line.lower(at)) {
            out.extend(speaker(line, at + 1).map(|words| (at, words)));
        }
    }
    out
}

/// The outlet whose name or noun stands at a word, if it isn't the article's own.
fn outlet(article: &Article, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    while matches!(
        line.lower(start),
        "the"
            | "a"
            | "an"
            | "state"
            | "local"
            | "national"
            | "public"
            | "television"
            | "tv"
            | "radio"
            | "broadcaster"
            | "newspaper"
            | "agency"
            | "news"
            | "website"
            | "site"
            | "channel"
            | "station"
            | "outlet"
            | "magazine"
    ) && !line.is_capital(start)
        || (line.lower(start) == "the" && start == at)
    {
        start += 1;
    }
    if let Some(run) = runs(line, start..line.words.len()).into_iter().next().filter(|run| run.start == start) {
        let words = || run.clone().map(|w| bare(line.lower(w)));
        let media = words().any(|w| tables::OUTLETS.contains(&w)) || start > at + 1;
        let body = words().any(|w| NO_RELAY.contains(&w));
        let told = matches!(line.lower(at - 1), "told" | "tells" | "to" | "with" | "by");
        let plain = told
            && !body
            && bearer(line, &run) == Bearer::Organization
            && !(run.len() == 1 && is_organization_noun(bare(line.lower(run.start))))
            && (run.len() == 1 || is_acronym(line.word(run.start)));
        if !(media && !body || plain) || is_possessive(line.word(run.end - 1)) && !media {
            return None;
        }
        let own = article.outlet.as_deref().is_some_and(|own| is_own(own, words()));
        return (!own).then_some(if line.lower(at) == "the" { at..run.end } else { start.min(run.start)..run.end });
    }
    // "Told the paper", "told the newspaper", "on state television".
    let the = line.lower(at) == "the";
    let noun =
        [Some(start), start.checked_sub(1)].into_iter().flatten().find(|at| OUTLET_NOUNS.contains(&line.lower(*at)));
    if let Some(noun) = noun.filter(|noun| the && *noun > at) {
        return Some(at..noun + 1);
    }
    let last = start.checked_sub(1).filter(|last| *last > at)?;
    let state = (at..start).any(|w| matches!(line.lower(w), "state" | "television" | "radio" | "tv"))
        && matches!(line.lower(last), "television" | "tv" | "radio" | "agency" | "broadcaster");
    state.then_some(at..start)
}

/// Whether a name is that of the article's own outlet.
fn is_own<'w>(own: &str, words: impl Iterator<Item = &'w str>) -> bool {
    let own: Vec<String> = own.split_whitespace().map(str::to_lowercase).collect();
    let mut words = words.filter(|w| w.starts_with(char::is_alphanumeric) && *w != "the").peekable();
    words.peek().is_some() && words.all(|w| own.iter().any(|o| o == w))
}

/// Who speaks for another: "her lawyer", "a spokesman for the mayor", "Ana Brandt".
fn speaker(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    while matches!(line.lower(start), "a" | "an" | "the" | "his" | "her" | "its" | "their") {
        start += 1;
    }
    let is_noun = |w: &usize| {
        super::names::is_role(bare(line.lower(*w)))
            || tables::SPEAKS_FOR.contains(&line.lower(*w))
            || matches!(line.lower(*w), "office" | "lawyers" | "interpreter" | "solicitors" | "assistant" | "agency")
    };
    let end = (start..(start + 4).min(line.words.len())).find(is_noun)? + 1;
    Some(at..end)
}
