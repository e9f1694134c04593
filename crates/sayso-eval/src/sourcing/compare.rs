//! One article: what was predicted against gold.

use sayso_text::Span;

use super::counts::{Counts, Score};
use super::likeness::{alike, plain, same_name};
use super::{Figure, Link, Source, Sourcing, Statement};
use crate::ink::{Ink, Set};
use crate::matching::{Candidate, SAME, best_first};

/// Something missed, wrong or too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was compared: the name of a [`Score`] in JSON.
    pub what: &'static str,
    /// What it is about, in the article's words; empty where these are gold's and the prediction's own.
    pub at: String,
    /// What gold has; none for something too much.
    pub gold: Option<String>,
    /// What was predicted; none for something missed.
    pub got: Option<String>,
}

/// Counts what was predicted for one article against what gold has, and says where they differ; both point into `text`.
pub fn compare(text: &str, gold: &Sourcing, predicted: &Sourcing) -> (Counts, Vec<Difference>) {
    let ink = Ink::of(text);
    let (gold_sets, predicted_sets) = (Sets::of(&ink, gold), Sets::of(&ink, predicted));
    let attributions = pairs_of_attributions(&gold_sets, &predicted_sets);
    let figures = pairs_of_figures(&gold_sets, &predicted_sets);
    let mut comparison = Comparison {
        text,
        gold: Side { sourcing: gold, sets: gold_sets },
        predicted: Side { sourcing: predicted, sets: predicted_sets },
        attributions,
        figures,
        words: sayso_text::words(text),
        counts: Counts::article(),
        differences: Vec::new(),
    };
    comparison.attributions();
    comparison.sources();
    comparison.chains();
    comparison.manner();
    comparison.unanswered();
    comparison.figures();
    (comparison.counts, comparison.differences)
}

/// The characters of everything that is compared by them.
struct Sets {
    attributions: Vec<AttributionSets>,
    figures: Vec<Set>,
}

struct AttributionSets {
    is_nested: bool,
    source: Set,
    cue: Set,
    content: Set,
}

impl Sets {
    fn of(ink: &Ink, sourcing: &Sourcing) -> Self {
        let attribution = |a: &Statement| AttributionSets {
            is_nested: a.within.is_some(),
            source: ink.set(&a.spans.source),
            cue: ink.set(&a.spans.cue),
            content: ink.set(&a.spans.content),
        };
        Self {
            attributions: sourcing.attributions.iter().map(attribution).collect(),
            figures: sourcing.figures.iter().map(|figure| ink.set(&[figure.span])).collect(),
        }
    }
}

/// Which of gold's things is which of the predicted.
struct Pairs {
    predicted_of: Vec<Option<usize>>,
    gold_of: Vec<Option<usize>>,
}

impl Pairs {
    fn of<const N: usize>(gold: usize, predicted: usize, candidates: Vec<Candidate<N>>) -> Self {
        let mut pairs = Self { predicted_of: vec![None; gold], gold_of: vec![None; predicted] };
        for (g, p) in best_first(candidates) {
            pairs.predicted_of[g] = Some(p);
            pairs.gold_of[p] = Some(g);
        }
        pairs
    }

    /// Whether two are a pair, or neither is there.
    fn agree(&self, gold: Option<usize>, predicted: Option<usize>) -> bool {
        match (gold, predicted) {
            (None, None) => true,
            (Some(gold), predicted) => predicted.is_some() && self.predicted_of[gold] == predicted,
            (None, Some(_)) => false,
        }
    }

    fn all(&self) -> Vec<(usize, usize)> {
        self.predicted_of.iter().enumerate().filter_map(|(g, p)| Some((g, (*p)?))).collect()
    }
}

/// The share of two sources, 1 if neither is there.
fn agreement(a: &Set, b: &Set) -> f64 {
    if a.is_empty() && b.is_empty() { 1.0 } else { a.overlap(b) }
}

fn pairs_of_attributions(gold: &Sets, predicted: &Sets) -> Pairs {
    let mut candidates = Vec::new();
    for (g, a) in gold.attributions.iter().enumerate() {
        for (p, b) in predicted.attributions.iter().enumerate().filter(|(_, b)| b.is_nested == a.is_nested) {
            let overlap = a.content.overlap(&b.content);
            if overlap >= SAME {
                // Between contents that fit equally well, the source decides, then the cue.
                let goodness = [overlap, agreement(&a.source, &b.source), a.cue.overlap(&b.cue)];
                candidates.push(Candidate { goodness, gold: g, predicted: p });
            }
        }
    }
    Pairs::of(gold.attributions.len(), predicted.attributions.len(), candidates)
}

fn pairs_of_figures(gold: &Sets, predicted: &Sets) -> Pairs {
    let mut candidates = Vec::new();
    for (g, a) in gold.figures.iter().enumerate() {
        for (p, b) in predicted.figures.iter().enumerate() {
            let overlap = a.overlap(b);
            if overlap > 0.0 {
                candidates.push(Candidate { goodness: [overlap], gold: g, predicted: p });
            }
        }
    }
    Pairs::of(gold.figures.len(), predicted.figures.len(), candidates)
}

struct Side<'s> {
    sourcing: &'s Sourcing,
    sets: Sets,
}

impl Side<'_> {
    /// An attribution's source, if its words stand there.
    fn source_at(&self, attribution: usize) -> Option<&Source> {
        let a = &self.sourcing.attributions[attribution];
        a.source.filter(|_| !a.spans.source.is_empty()).map(|source| &self.sourcing.sources[source])
    }
}

struct Comparison<'s> {
    text: &'s str,
    words: Vec<Span>,
    gold: Side<'s>,
    predicted: Side<'s>,
    attributions: Pairs,
    figures: Pairs,
    counts: Counts,
    differences: Vec<Difference>,
}

impl Comparison<'_> {
    fn differ(&mut self, score: Score, at: String, gold: Option<String>, got: Option<String>) {
        self.differences.push(Difference { what: score.key(), at, gold, got });
    }

    fn attributions(&mut self) {
        for (g, a) in self.gold.sourcing.attributions.iter().enumerate() {
            let nesting = if a.within.is_some() { Score::Nested } else { Score::Outermost };
            let pair = self.attributions.predicted_of[g];
            let right = pair.is_some_and(|p| self.is_right(g, p));
            self.counts.add(Score::Found, pair.is_some(), true, false);
            for score in [Score::Attributions, nesting] {
                self.counts.add(score, right, true, false);
            }
            if !right {
                let got = pair.map(|p| self.shown(&self.predicted.sourcing.attributions[p], self.predicted.sourcing));
                self.differ(nesting, String::new(), Some(self.shown(a, self.gold.sourcing)), got);
            }
        }
        for (p, b) in self.predicted.sourcing.attributions.iter().enumerate() {
            let nesting = if b.within.is_some() { Score::Nested } else { Score::Outermost };
            for score in [Score::Found, Score::Attributions, nesting] {
                self.counts.add(score, false, false, true);
            }
            if self.attributions.gold_of[p].is_none() {
                self.differ(nesting, String::new(), None, Some(self.shown(b, self.predicted.sourcing)));
            }
        }
    }

    fn is_right(&self, g: usize, p: usize) -> bool {
        let (a, b) = (&self.gold.sets.attributions[g], &self.predicted.sets.attributions[p]);
        let (outer, predicted_outer) =
            (self.gold.sourcing.attributions[g].within, self.predicted.sourcing.attributions[p].within);
        agreement(&a.source, &b.source) >= SAME && self.attributions.agree(outer, predicted_outer)
    }

    fn sources(&mut self) {
        for (g, p) in self.attributions.all() {
            let Some(source) = self.gold.source_at(g) else { continue };
            let nobody = Source::default();
            let got = self.predicted.source_at(p).unwrap_or(&nobody);
            let at = self.shown_source(g);
            let words = |words: &[String]| words.join(", ");
            let name = |s: &Source| s.name.clone().unwrap_or_default();
            let why = |s: &Source| s.justification.clone().unwrap_or_default();
            let all_alike =
                |a: &[String], b: &[String]| alike(a.iter().map(String::as_str), b.iter().map(String::as_str));
            for (score, right, gold, got) in [
                (Score::Type, source.kind == got.kind, source.kind.clone(), got.kind.clone()),
                (Score::Name, same_name(&name(source), &name(got)), name(source), name(got)),
                (Score::Titles, all_alike(&source.titles, &got.titles), words(&source.titles), words(&got.titles)),
                (
                    Score::Affiliations,
                    all_alike(&source.affiliations, &got.affiliations),
                    words(&source.affiliations),
                    words(&got.affiliations),
                ),
                (Score::Justification, alike([&*why(source)], [&*why(got)]), why(source), why(got)),
            ] {
                self.counts.share(score, right);
                if !right {
                    self.differ(score, at.clone(), some(gold), some(got));
                }
            }
        }
    }

    fn chains(&mut self) {
        let attributions = &self.gold.sourcing.attributions;
        let mut holds = vec![false; attributions.len()];
        for outer in attributions.iter().filter_map(|a| a.within) {
            holds[outer] = true;
        }
        let same = self.same_sources();
        for (g, p) in self.attributions.all() {
            if holds[g] {
                continue;
            }
            let (chain, got) = (&attributions[g].chain, &self.predicted.sourcing.attributions[p].chain);
            let right = chain.len() == got.len() && chain.iter().zip(got).all(|(a, b)| self.is_same_link(a, b, &same));
            self.counts.share(Score::Chains, right);
            if !right {
                let shown = |chain: &[Link], side: &Sourcing| {
                    chain.iter().map(|link| shown_link(link, side)).collect::<Vec<_>>().join(" ← ")
                };
                let (gold, got) = (shown(chain, self.gold.sourcing), shown(got, self.predicted.sourcing));
                self.differ(Score::Chains, self.shown_content(&attributions[g]), some(gold), some(got));
            }
        }
    }

    /// Whether a predicted source is one of gold's (`same[gold][predicted]`): it is named where gold's is named in an
    /// attribution that was found, or has the same name.
    fn same_sources(&self) -> Vec<Vec<bool>> {
        let (gold, predicted) = (self.gold.sourcing, self.predicted.sourcing);
        let mut same = vec![vec![false; predicted.sources.len()]; gold.sources.len()];
        for (a, row) in gold.sources.iter().zip(&mut same) {
            for (b, same) in predicted.sources.iter().zip(row) {
                *same = matches!((&a.name, &b.name), (Some(a), Some(b)) if same_name(a, b));
            }
        }
        for (g, _) in self.attributions.all() {
            let a = &gold.attributions[g];
            let Some(source) = a.source else { continue };
            for (b, same) in predicted.sources.iter().zip(&mut same[source]) {
                *same |= b.mentions.iter().any(|mention| a.spans.source.iter().any(|words| mention.overlaps(*words)));
            }
        }
        same
    }

    fn is_same_link(&self, gold: &Link, predicted: &Link, same: &[Vec<bool>]) -> bool {
        let Some(source) = gold.source else { return predicted.source.is_none() };
        let unstated = gold.words.is_empty();
        let titles = &self.gold.sourcing.sources[source].titles;
        match predicted.source {
            Some(got) if same[source][got] => true,
            // A source that nobody names at this place may be left open.
            None if unstated && predicted.words.is_empty() => true,
            // A relay without a name ("through a spokesman") is known by its words alone.
            _ => unstated && titles.iter().any(|title| alike([title.as_str()], [predicted.words.as_str()])),
        }
    }

    /// How each was said: act, denial, stance, channel, date, terms.
    fn manner(&mut self) {
        for (g, p) in self.attributions.all() {
            let (a, b) = (&self.gold.sourcing.attributions[g], &self.predicted.sourcing.attributions[p]);
            for (score, right, gold, got) in [
                (Score::Act, a.act == b.act, a.act.clone(), b.act.clone()),
                (Score::Negated, a.negated == b.negated, a.negated.to_string(), b.negated.to_string()),
            ] {
                self.counts.share(score, right);
                if !right {
                    self.differ(score, self.shown_link_of(a), some(gold), some(got));
                }
            }
            if a.stance.is_some() && a.stance == b.stance {
                let right = self.attributions.agree(a.stance_of, b.stance_of);
                self.counts.share(Score::StanceOf, right);
                if !right {
                    let of = |side: &Sourcing, of: Option<usize>| {
                        of.map(|of| self.shown_content(&side.attributions[of])).filter(|shown| !shown.is_empty())
                    };
                    let (gold, got) = (of(self.gold.sourcing, a.stance_of), of(self.predicted.sourcing, b.stance_of));
                    self.differ(Score::StanceOf, self.shown_link_of(a), gold, got);
                }
            }
        }
        self.stated(Score::Stance, |a| a.stance.as_deref(), |a, b| a == b);
        self.stated(Score::Channel, |a| a.channel.as_deref(), |a, b| a == b);
        self.stated(Score::Dates, |a| a.when.as_deref(), |a, b| a == b);
        self.stated(Score::Terms, |a| a.terms.as_deref(), |a, b| a == b);
        self.stated(Score::Reasons, |a| a.reason.as_deref(), |a, b| alike([a], [b]));
    }

    /// Something that few attributions have: right where it is the same in both of a pair.
    fn stated(&mut self, score: Score, value: fn(&Statement) -> Option<&str>, same: fn(&str, &str) -> bool) {
        let (gold, predicted) = (&self.gold.sourcing.attributions, &self.predicted.sourcing.attributions);
        for (g, a) in gold.iter().enumerate() {
            let Some(expect) = value(a) else { continue };
            let pair = self.attributions.predicted_of[g];
            let got = pair.and_then(|p| value(&predicted[p]));
            let right = got.is_some_and(|got| same(expect, got));
            self.counts.add(score, right, true, false);
            if !right {
                let got = if pair.is_none() { Some("(attribution not found)") } else { got };
                self.differ(score, self.shown_link_of(a), some(expect), got.map(str::to_owned));
            }
        }
        for (p, b) in predicted.iter().enumerate() {
            let Some(got) = value(b) else { continue };
            self.counts.add(score, false, false, true);
            if self.attributions.gold_of[p].is_none_or(|g| value(&gold[g]).is_none()) {
                self.differ(score, self.shown_link_of(b), None, some(got));
            }
        }
    }

    fn unanswered(&mut self) {
        let (gold, predicted) = (&self.gold.sourcing.unanswered, &self.predicted.sourcing.unanswered);
        let mut free = vec![true; predicted.len()];
        for a in gold {
            let is_same = |b: &super::Unanswered| {
                a.terms == b.terms && (same_name(&a.who, &b.who) || alike([a.who.as_str()], [b.who.as_str()]))
            };
            let pair = predicted.iter().enumerate().position(|(p, b)| free[p] && is_same(b));
            self.counts.add(Score::Unanswered, pair.is_some(), true, false);
            match pair {
                Some(p) => free[p] = false,
                None => self.differ(Score::Unanswered, String::new(), Some(format!("{} {}", a.who, a.terms)), None),
            }
        }
        for (b, free) in predicted.iter().zip(free) {
            self.counts.add(Score::Unanswered, false, false, true);
            if free {
                self.differ(Score::Unanswered, String::new(), None, Some(format!("{} {}", b.who, b.terms)));
            }
        }
    }

    fn figures(&mut self) {
        let (gold, predicted) = (&self.gold.sourcing.figures, &self.predicted.sourcing.figures);
        for (g, a) in gold.iter().enumerate() {
            let pair = self.figures.predicted_of[g];
            let right = pair.is_some_and(|p| same_number(a, &predicted[p]));
            self.counts.add(Score::FiguresFound, pair.is_some(), true, false);
            self.counts.add(Score::Figures, right, true, false);
            if !right {
                let got = pair.map(|p| self.shown_figure(&predicted[p]));
                self.differ(Score::Figures, self.around(a), Some(self.shown_figure(a)), got);
            }
        }
        for (p, b) in predicted.iter().enumerate() {
            self.counts.add(Score::FiguresFound, false, false, true);
            self.counts.add(Score::Figures, false, false, true);
            if self.figures.gold_of[p].is_none() {
                self.differ(Score::Figures, self.around(b), None, Some(self.shown_figure(b)));
            }
        }
        for (g, p) in self.figures.all() {
            let (a, b) = (&gold[g], &predicted[p]);
            let like = |a: &Option<String>, b: &Option<String>| alike(a.as_deref(), b.as_deref());
            let whole = |figures: &[Figure], whole: Option<usize>| whole.map(|f| self.shown_words(figures[f].span));
            let giver =
                |side: &Sourcing, giver: Option<usize>| giver.map(|a| self.shown_link_of(&side.attributions[a]));
            let differences = [
                (Score::Measure, a.measure == b.measure, a.measure.clone(), b.measure.clone()),
                (Score::Who, like(&a.who, &b.who), a.who.clone(), b.who.clone()),
                (Score::Place, like(&a.place, &b.place), a.place.clone(), b.place.clone()),
                (Score::AsOf, a.as_of == b.as_of, a.as_of.clone(), b.as_of.clone()),
                (
                    Score::PartOf,
                    self.figures.agree(a.part_of, b.part_of),
                    whole(gold, a.part_of),
                    whole(predicted, b.part_of),
                ),
                (
                    Score::FigureAttribution,
                    self.attributions.agree(a.attribution, b.attribution),
                    giver(self.gold.sourcing, a.attribution),
                    giver(self.predicted.sourcing, b.attribution),
                ),
            ];
            for (score, right, gold, got) in differences {
                self.counts.share(score, right);
                if !right {
                    self.differ(score, self.around(a), gold, got);
                }
            }
        }
    }

    fn shown_words(&self, span: Span) -> String {
        short(span.of(self.text))
    }

    fn shown_spans(&self, spans: &[Span]) -> String {
        short(&spans.iter().map(|span| span.of(self.text)).collect::<Vec<_>>().join(" … "))
    }

    fn shown_content(&self, a: &Statement) -> String {
        self.shown_spans(&a.spans.content)
    }

    /// "officials said", where there are a source and a cue, else the content.
    fn shown_link_of(&self, a: &Statement) -> String {
        let link = [&a.spans.source, &a.spans.cue].map(|spans| self.shown_spans(spans)).join(" ");
        let content = self.shown_content(a);
        if link.trim().is_empty() { format!("<{content}>") } else { format!("{} <{content}>", link.trim()) }
    }

    fn shown(&self, a: &Statement, side: &Sourcing) -> String {
        let within = a.within.map(|outer| format!(" within <{}>", self.shown_content(&side.attributions[outer])));
        self.shown_link_of(a) + &within.unwrap_or_default()
    }

    fn shown_source(&self, attribution: usize) -> String {
        self.shown_spans(&self.gold.sourcing.attributions[attribution].spans.source)
    }

    /// A figure with some words before and after.
    fn around(&self, figure: &Figure) -> String {
        const WORDS: usize = 6;
        let words = &self.words;
        let first = words.partition_point(|word| word.end <= figure.span.start).saturating_sub(WORDS);
        let last = (words.partition_point(|word| word.start < figure.span.end) + WORDS).min(words.len());
        words
            .get(first..last)
            .filter(|words| !words.is_empty())
            .map_or_else(String::new, |words| short(words[0].cover(words[words.len() - 1]).of(self.text)))
    }

    fn shown_figure(&self, figure: &Figure) -> String {
        let number = |(name, number): (&str, Option<f64>)| number.map(|number| format!("{name}{number}"));
        let end = |end: Option<f64>| end.filter(|_| end != figure.value);
        let numbers = [("", figure.value), ("from ", end(figure.low)), ("to ", end(figure.high))];
        let numbers: Vec<String> = numbers.into_iter().filter_map(number).collect();
        format!("{} = {} {} {}", self.shown_words(figure.span), figure.bound, numbers.join(" "), figure.unit)
    }
}

/// The same number. Whole ones must be equal; of others some decimals are enough: 0.333 is a third.
fn same_value(a: f64, b: f64) -> bool {
    let tolerance = if a.fract() == 0.0 && b.fract() == 0.0 { 0.0 } else { 2e-3 };
    (a - b).abs() <= tolerance * a.abs().max(b.abs())
}

/// The same number, bound and unit. Ends that only repeat a number's bound do not count: "at least 12" is never below 12.
fn same_number(gold: &Figure, got: &Figure) -> bool {
    let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => same_value(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let ends = (gold.low.is_none() || same(gold.low, got.low)) && (gold.high.is_none() || same(gold.high, got.high));
    same(gold.value, got.value) && ends && gold.bound == got.bound && gold.unit.eq_ignore_ascii_case(&got.unit)
}

fn shown_link(link: &Link, side: &Sourcing) -> String {
    let Some(source) = link.source.map(|source| &side.sources[source]) else { return "nobody".to_owned() };
    let name = source.name.as_ref().filter(|name| !plain(name).is_empty());
    let title = source.titles.first().map_or(source.kind.as_str(), String::as_str);
    let words = if link.words.is_empty() { title } else { &link.words };
    name.map_or_else(|| short(words), Clone::clone)
}

fn some(words: impl Into<String>) -> Option<String> {
    Some(words.into()).filter(|words| !words.is_empty())
}

/// Words in one line; of many, the first and the last.
fn short(words: &str) -> String {
    const ENDS: usize = 36;
    let line: Vec<char> = words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if line.len() <= 2 * ENDS {
        return line.into_iter().collect();
    }
    let (first, last) = (&line[..ENDS], &line[line.len() - ENDS..]);
    format!("{} […] {}", first.iter().collect::<String>().trim_end(), last.iter().collect::<String>().trim_start())
}

#[cfg(test)]
mod tests {
    use super::super::example::{GOLD, TEXT};
    use super::super::parse;
    use super::*;

    fn gold() -> Sourcing {
        parse(GOLD, TEXT).unwrap().sourcing
    }

    /// The scores that are not all right once gold has been changed.
    fn fallen(change: fn(&mut Sourcing)) -> Vec<&'static str> {
        let mut predicted = gold();
        change(&mut predicted);
        let (counts, differences) = compare(TEXT, &gold(), &predicted);
        let is_whole = |r: crate::Ratio| r.right == r.gold && r.right == r.predicted;
        let fallen: Vec<&str> = Score::ALL.iter().filter(|row| !is_whole(counts.of(row.0))).map(|row| row.1).collect();
        assert_eq!(fallen.is_empty(), differences.is_empty(), "{differences:?}");
        fallen
    }

    #[test]
    fn gold_against_itself_is_all_right_and_counts_everything() {
        assert!(fallen(|_| {}).is_empty());
        let (counts, _) = compare(TEXT, &gold(), &gold());
        for (score, key, ..) in Score::ALL {
            assert!(counts.of(*score).gold > 0, "{key}");
        }
    }

    fn check(change: fn(&mut Sourcing), expect: &[&str]) {
        assert_eq!(fallen(change), expect);
    }

    #[test]
    fn each_score_falls_where_something_is_wrong() {
        check(|s| s.attributions[0].spans.source.clear(), &["attributions", "outermost", "type", "name"]);
        check(
            |s| s.attributions[3].spans.source.clear(),
            &["attributions", "nested", "type", "name", "titles", "affiliations"],
        );
        check(|s| s.attributions[1].within = Some(2), &["attributions", "nested"]);
        check(|s| s.attributions[3].spans.content.clear(), &["attributions", "nested", "found", "stance", "channel"]);
        check(|s| s.sources[0].kind = "document".to_owned(), &["type"]);
        check(|s| s.sources[0].name = None, &["name"]);
        check(|s| s.sources[1].titles.clear(), &["titles"]);
        check(|s| s.sources[1].affiliations = vec!["the council".to_owned()], &["affiliations"]);
        check(|s| s.sources[2].justification = None, &["justification"]);
        check(|s| s.attributions[2].act = "thinks".to_owned(), &["act"]);
        check(|s| s.attributions[2].negated = true, &["negated"]);
        check(|s| drop(s.attributions[3].chain.remove(0)), &["chains"]);
        check(|s| s.attributions[3].chain[2].source = Some(2), &["chains"]);
        check(|s| s.attributions[2].terms = Some("background".to_owned()), &["terms"]);
        check(|s| s.attributions[1].terms = Some("background".to_owned()), &["terms"]);
        check(|s| s.attributions[2].reason = Some("because".to_owned()), &["reasons"]);
        check(|s| s.unanswered[0].terms = "declined_to_comment".to_owned(), &["unanswered"]);
        check(|s| s.unanswered[0].who = "the board".to_owned(), &["unanswered"]);
        check(|s| s.attributions[3].stance = Some("rejects".to_owned()), &["stance"]);
        check(|s| s.attributions[3].stance_of = Some(0), &["stance_of"]);
        check(|s| s.attributions[3].channel = None, &["channel"]);
        check(|s| s.attributions[0].when = Some("2025-03".to_owned()), &["dates"]);
        check(|s| s.figures[1].value = Some(4.0), &["figures"]);
        check(|s| s.figures[1].bound = "about".to_owned(), &["figures"]);
        check(|s| s.figures[1].unit = "children".to_owned(), &["figures"]);
        check(|s| drop(s.figures.pop()), &["figures", "figures_found"]);
        check(|s| s.figures[0].measure = None, &["measure"]);
        check(|s| s.figures[1].who = Some("women".to_owned()), &["who"]);
        check(|s| s.figures[0].place = None, &["place"]);
        check(|s| s.figures[0].as_of = None, &["as_of"]);
        check(|s| s.figures[1].part_of = None, &["part_of"]);
        check(|s| s.figures[0].attribution = Some(0), &["figure_attribution"]);
    }

    #[test]
    fn what_says_the_same_is_right() {
        // "At least 12" is never below 12.
        check(|s| s.figures[0].low = Some(12.0), &[]);
        check(|s| s.sources[0].name = Some("the Harwick Courier’s".to_owned()), &[]);
        check(|s| s.sources[0].name = Some("Harwick Courier".to_owned()), &[]);
        check(|s| s.sources[0].name = Some("the Harwick".to_owned()), &["name"]);
        check(|s| s.sources[1].titles = vec!["the chairman".to_owned()], &[]);
        check(|s| s.unanswered[0].who = "ministry".to_owned(), &[]);
        // A relay is known by its name, wherever that stands; one that nobody names may be left open.
        check(|s| s.attributions[3].chain[0].words = "the paper".to_owned(), &[]);
        check(|s| s.attributions[3].chain[0].source = None, &[]);
    }

    #[test]
    fn a_third_may_have_three_decimals_and_a_count_none() {
        for (a, b, expect) in
            [(0.333, 1.0 / 3.0, true), (0.33, 1.0 / 3.0, false), (1.1e9, 1.1 * 1e9, true), (1206.0, 1207.0, false)]
        {
            assert_eq!(same_value(a, b), expect, "{a} {b}");
        }
    }

    #[test]
    fn nothing_and_too_much_are_both_told() {
        let (counts, differences) = compare(TEXT, &gold(), &Sourcing::default());
        assert_eq!((counts.of(Score::Attributions).gold, counts.of(Score::Attributions).right), (4, 0));
        assert!(differences.iter().all(|d| d.gold.is_some()));
        let (counts, differences) = compare(TEXT, &Sourcing::default(), &gold());
        assert_eq!((counts.of(Score::Figures).predicted, counts.of(Score::Figures).gold), (2, 0));
        assert!(differences.iter().all(|d| d.gold.is_none() && d.got.is_some()));
    }
}
