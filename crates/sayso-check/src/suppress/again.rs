//! What stood behind a finding that somebody let stand.
//!
//! Some rules tell of a source once, where it first speaks. An approval is for that place: the next place at which the same source
//! speaks so is another finding, which only nobody told of. Those rules are asked again, of a reading in which the source does not
//! speak where it was approved.

use std::collections::HashSet;

use sayso_reading::{Reading, SourceId};
use sayso_text::Span;

use crate::{Finding, Settings};

/// A source speaks at more places than this in no article.
const MOST_ROUNDS: usize = 64;
/// Attributions whose sources begin before a finding's last byte are looked at from there backwards, so many of them.
const NEAREST: usize = 16;

/// Rules that are asked again and again.
pub(super) struct Again<'a> {
    settings: &'a Settings,
    /// Where sources do not speak any more if they were approved.
    reading: Reading,
    /// The first words of each attribution's source, in text order, with the attribution's number.
    speaks: Vec<(Span, usize)>,
    /// What was found so far.
    known: HashSet<(String, Span)>,
    rounds: usize,
}

/// What may stand behind the findings of one rule that were let stand.
#[derive(Default)]
struct Behind {
    sources: HashSet<SourceId>,
    related: HashSet<Span>,
}

impl<'a> Again<'a> {
    pub(super) fn of(reading: &Reading, settings: &'a Settings, findings: &[Finding]) -> Self {
        let first = |(at, attribution): (usize, &sayso_reading::Attribution)| Some((*attribution.source.first()?, at));
        let mut speaks: Vec<_> = reading.attributions.iter().enumerate().filter_map(first).collect();
        speaks.sort_unstable();
        let known = findings.iter().map(|finding| (finding.code.clone(), finding.span)).collect();
        Self { settings, reading: reading.clone(), speaks, known, rounds: 0 }
    }

    /// What is found when those findings that were let stand are not there, in text order.
    pub(super) fn ask(&mut self, let_stand: &[&Finding]) -> Vec<Finding> {
        self.rounds += 1;
        let mut codes: Vec<&str> = let_stand.iter().map(|finding| finding.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        if self.rounds > MOST_ROUNDS {
            return Vec::new();
        }
        let behind: Vec<(&str, Behind)> = codes
            .iter()
            .map(|code| {
                let of_rule = let_stand.iter().filter(|finding| finding.code == *code);
                let mut behind = Behind::default();
                of_rule.for_each(|finding| self.take_out(finding, &mut behind));
                (*code, behind)
            })
            .filter(|(_, behind)| !behind.sources.is_empty())
            .collect();
        if behind.is_empty() {
            return Vec::new();
        }
        // Rules of lineage tell of every place at once, so that nothing stands behind one.
        let mut found = crate::found(&self.reading, &crate::earlier::NOTHING, &only(self.settings, &behind));
        found.retain(|finding| {
            let behind = behind.iter().find(|(code, _)| *code == finding.code);
            behind.is_some_and(|(_, behind)| self.is_behind(finding, behind))
                && self.known.insert((finding.code.clone(), finding.span))
        });
        found
    }

    /// Lets a source be silent where it was approved.
    fn take_out(&mut self, finding: &Finding, behind: &mut Behind) {
        let at: Vec<usize> = self.speaking(finding.span).collect();
        for at in at {
            let attribution = &mut self.reading.attributions[at];
            behind.sources.extend(attribution.source_id);
            attribution.source.clear();
        }
        behind.related.extend(finding.related.iter().map(|related| related.span));
    }

    fn is_behind(&self, finding: &Finding, behind: &Behind) -> bool {
        let is_same =
            |at: usize| self.reading.attributions[at].source_id.is_some_and(|id| behind.sources.contains(&id));
        behind.related.contains(&finding.span) || self.speaking(finding.span).any(is_same)
    }

    /// The attributions whose source has words in a piece of text.
    fn speaking(&self, span: Span) -> impl Iterator<Item = usize> {
        let last = self.speaks.partition_point(|(words, _)| words.start < span.end);
        let near = self.speaks[last.saturating_sub(NEAREST)..last].iter();
        near.filter(move |(words, _)| words.overlaps(span)).map(|(_, at)| *at)
    }
}

/// Those rules and no others.
fn only(settings: &Settings, wanted: &[(&str, Behind)]) -> Settings {
    let mut out = Settings { packs: Vec::new(), ..settings.clone() };
    for (setting, rule) in out.rules.iter_mut().zip(crate::RULES) {
        setting.on &= wanted.iter().any(|(code, _)| *code == rule.code);
    }
    out
}
