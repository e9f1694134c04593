//! Tags → drafts: which segments of one window make an attribution.
//!
//! The best tags (whole spans only) give segments of the three roles. Each cue is an attribution; each content segment
//! goes to the cue that its words point to, so a content that source and cue interrupt comes together again; each cue
//! takes the source segment that most of its pointer falls on, or none, so that one source may serve several cues.

use std::ops::Range;

use sayso_model::{Reads, Tags};

/// An attribution in words (of the article), before its edges are set and its confidence is known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) evidence: Evidence,
}

impl Draft {
    /// The parts, whatever their role.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = &Range<usize>> {
        self.source.iter().chain(&self.cue).chain(&self.content)
    }

    /// Whether all of it lies in some words.
    pub(crate) fn lies_in(&self, words: &Range<usize>) -> bool {
        self.ranges().all(|range| words.start <= range.start && range.end <= words.end)
    }

    /// What of it lies in a stretch of words; none without a cue there, or without a content.
    pub(crate) fn within(mut self, kept: &Range<usize>) -> Option<Self> {
        for part in [&mut self.source, &mut self.cue, &mut self.content] {
            part.retain(|range| kept.start <= range.start && range.end <= kept.end);
        }
        (!self.cue.is_empty() && !self.content.is_empty()).then_some(self)
    }

    /// The parts, to be changed.
    pub(crate) fn ranges_mut(&mut self) -> impl Iterator<Item = &mut Range<usize>> {
        self.source.iter_mut().chain(&mut self.cue).chain(&mut self.content)
    }
}

/// What the tagger was sure of, each a probability: what [`Attribution::confidence`](crate::Attribution) is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Mean probability of the cue's tags.
    pub cue: f32,
    /// Mean probability of the content's tags.
    pub content: f32,
    /// Lowest probability of a content's edge: its first word's tag, and the tag after its last.
    pub edge: f32,
    /// Mean probability of the source's tags; 1 without a source.
    pub source: f32,
    /// Share of the source pointer that falls on the chosen source, or on "none".
    pub pointer: f32,
    /// How clearly the content points to this cue and no other.
    pub link: f32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Source,
    Cue,
    Content,
}

struct Segment {
    role: Role,
    words: Range<usize>,
}

/// A pointer into another paragraph counts this much of one in its own: of the gold's sources fewer than one in a hundred
/// stand in another sentence than their cue.
const OTHER_PARAGRAPH: f32 = 0.1;

/// The attributions of one window, in the order of their cues. `paragraphs` numbers the paragraph of each word of the
/// article, `quoted` tells whether a word stands in quotation marks.
pub(crate) fn decode(tags: &Tags<'_>, paragraphs: &[u32], reads: Reads, quoted: impl Fn(usize) -> bool) -> Vec<Draft> {
    let paragraph = &paragraphs[tags.words.clone()];
    let best = tags.best();
    let segments = segments(best, paragraph);
    let of = |role: Role| segments.iter().filter(move |s| s.role == role).map(|s| s.words.clone());
    let cues: Vec<_> = of(Role::Cue).collect();
    let sources: Vec<_> = of(Role::Source).collect();
    let mut contents: Vec<Vec<(Range<usize>, f32)>> = vec![Vec::new(); cues.len()];
    for content in of(Role::Content) {
        // What is not quoted belongs to no cue in a paragraph below: of 16,254 such contents in gold, hardly one does.
        let plain = !content.clone().any(|w| quoted(w + tags.words.start));
        let within_reach = if plain {
            cues.partition_point(|cue| paragraph[cue.start] <= paragraph[content.start])
        } else {
            cues.len()
        };
        if let Some((cue, link)) = cue_of(tags, &content, &cues[..within_reach], paragraph) {
            contents[cue].push((content, link));
        }
    }
    let shift = |r: &Range<usize>| r.start + tags.words.start..r.end + tags.words.start;
    let mut out = Vec::new();
    for (cue, contents) in cues.iter().zip(&contents) {
        if contents.is_empty() {
            continue;
        }
        let (source, pointer) = source_of(tags, cue, &sources, paragraph, reads);
        let words = |r: &Range<usize>| mean(r.clone().map(|i| probability(tags, best, i)));
        out.push(Draft {
            source: source.iter().map(shift).collect(),
            cue: vec![shift(cue)],
            content: contents.iter().map(|(c, _)| shift(c)).collect(),
            evidence: Evidence {
                cue: words(cue),
                content: mean(contents.iter().flat_map(|(c, _)| c.clone()).map(|i| probability(tags, best, i))),
                edge: contents.iter().map(|(c, _)| edge(tags, best, c)).fold(1.0, f32::min),
                source: source.as_ref().map_or(1.0, words),
                pointer,
                link: contents.iter().map(|(_, link)| *link).fold(1.0, f32::min),
            },
        });
    }
    out
}

/// Runs of B- and I- of one role, none beyond its paragraph: where a content goes on, its next piece points to its cue itself.
fn segments(best: &[u8], paragraph: &[u32]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for (i, tag) in best.iter().enumerate() {
        let role = match tag {
            1 | 2 => Role::Source,
            3 | 4 => Role::Cue,
            5 | 6 => Role::Content,
            _ => continue,
        };
        match out.last_mut() {
            Some(last)
                if tag % 2 == 0 && last.role == role && last.words.end == i && paragraph[i] == paragraph[i - 1] =>
            {
                last.words.end = i + 1;
            }
            _ => out.push(Segment { role, words: i..i + 1 }),
        }
    }
    out
}

/// The cue that most of a content's words point to, and how large a share of their pointing it gets.
fn cue_of(tags: &Tags<'_>, content: &Range<usize>, cues: &[Range<usize>], paragraph: &[u32]) -> Option<(usize, f32)> {
    let mut totals = vec![0.0f32; cues.len()];
    for word in content.clone() {
        let apart = |cue: &Range<usize>| {
            if paragraph[cue.start] == paragraph[word] { 0.0 } else { libm::logf(OTHER_PARAGRAPH) }
        };
        let scores: Vec<f32> = cues.iter().map(|cue| tags.cue_score(word, cue.start) + apart(cue)).collect();
        let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let log = libm::logf(scores.iter().map(|s| libm::expf(s - highest)).sum()) + highest;
        for (total, score) in totals.iter_mut().zip(scores) {
            *total += score - log;
        }
    }
    let best = (0..totals.len()).reduce(|a, b| if totals[b] > totals[a] { b } else { a })?;
    Some((best, libm::expf(totals[best] / content.len() as f32)))
}

/// The source segment that most of a cue's pointer falls on, if that is more than falls on "none".
fn source_of(
    tags: &Tags<'_>,
    cue: &Range<usize>,
    sources: &[Range<usize>],
    paragraph: &[u32],
    reads: Reads,
) -> (Option<Range<usize>>, f32) {
    let pointer = tags.source_of(cue.start);
    let none = pointer[pointer.len() - 1];
    let share = |s: &Range<usize>| {
        let apart = if paragraph[s.start] == paragraph[cue.start] { 1.0 } else { OTHER_PARAGRAPH };
        pointer[s.clone()].iter().sum::<f32>() * apart
    };
    let best = sources.iter().reduce(|a, b| if share(b) > share(a) { b } else { a });
    match best {
        Some(source) if share(source) > none => (Some(source.clone()), share(source)),
        // Inside a content the tags miss a source more often than the pointer does.
        _ if reads == Reads::Content => match pointed_at(&pointer, cue) {
            Some(words) if share(&words) > none => (Some(words.clone()), share(&words)),
            _ => (None, none),
        },
        _ => (None, none),
    }
}

/// The words around the one that a cue points to most, as far as they have a part of its share; none of the cue's own.
fn pointed_at(pointer: &[f32], cue: &Range<usize>) -> Option<Range<usize>> {
    let free = |word: usize| word < pointer.len() - 1 && !cue.contains(&word);
    let top = (0..pointer.len() - 1).filter(|w| free(*w)).reduce(|a, b| if pointer[b] > pointer[a] { b } else { a })?;
    let near = |word: usize| free(word) && pointer[word] > PART * pointer[top];
    let start = (0..top).rev().take_while(|w| near(*w)).last().unwrap_or(top);
    let end = (top + 1..pointer.len()).take_while(|w| near(*w)).last().unwrap_or(top) + 1;
    Some(start..end)
}

/// A word beside the one pointed to belongs to the source if it has this part of its share.
const PART: f32 = 0.2;

/// The lower of the probabilities that a content begins where it does and ends where it does.
fn edge(tags: &Tags<'_>, best: &[u8], content: &Range<usize>) -> f32 {
    let first = probability(tags, best, content.start);
    let after = tags.tags.get(content.end).map_or(1.0, |t| 1.0 - libm::expf(t[6]));
    first.min(after)
}

/// The probability of the tag that a word got.
fn probability(tags: &Tags<'_>, best: &[u8], word: usize) -> f32 {
    libm::expf(tags.tags[word][usize::from(best[word])])
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0u32), |(sum, count), v| (sum + v, count + 1));
    if count == 0 { 1.0 } else { sum / count as f32 }
}
