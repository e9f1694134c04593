//! Whether two contents say the same thing: verbatim by the runs of words they share, otherwise by a small measured method.
//!
//! What it is worth is measured on `gold/claims` by `cargo run -p sayso-lineage --example claims`.

mod lexeme;
mod likeness;
mod runs;
mod scores;
mod sense;
mod tables;
mod words;

use std::cmp::Reverse;
use std::sync::{LazyLock, OnceLock};

use sayso_model::{Meanings, Sentence, Sentences};

use lexeme::Kind;
use likeness::{Bag, Measured, Prepared, Side};
use runs::{Runs, Same};
use sense::Read;
use words::{Word, Words};

use crate::side_by_side::side_by_side;

/// What one content is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// The same words, but for house style.
    Verbatim,
    /// The words of one are a part of the other's.
    Partial,
    /// The same thing in other words.
    Reworded,
    /// Much alike, but one says no to what the other says, or gives another value.
    Contradicted,
    /// Words in common, and no more is known.
    Similar,
}

impl Form {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Form::Verbatim => "verbatim",
            Form::Partial => "partial",
            Form::Reworded => "reworded",
            Form::Contradicted => "contradicted",
            Form::Similar => "similar",
        }
    }

    /// Whether both say the same thing.
    pub fn is_same(self) -> bool {
        matches!(self, Form::Verbatim | Form::Partial | Form::Reworded)
    }
}

/// What stands beside a content in an article of the same story: how likely it is that it says the same as another, whatever its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The source that is known to have the claim.
    Source,
    /// An outlet that is known to have it.
    Outlet,
    /// A source without a name.
    Somebody,
    /// Another name.
    Another,
    /// Nobody: it stands in the writer's voice.
    Nobody,
}

/// What was found of two contents, with what shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// What one is to the other.
    pub form: Form,
    /// How sure, 0 to 1, with three decimals.
    pub likeness: f64,
    /// Words of both on which it rests, as they stand in the second.
    pub shared: Vec<String>,
}

/// A content, made ready to be compared. Cheap; what costs more is made when it is first compared, and kept.
#[derive(Debug)]
pub struct Content {
    text: String,
    words: Words,
    /// Hashes of stems and figures, sorted.
    keys: Vec<u64>,
    prepared: OnceLock<Prepared>,
    bag: OnceLock<Bag>,
    sentence: OnceLock<Sentence>,
    sentences: OnceLock<Vec<Content>>,
}

impl Content {
    /// From its words as they stand: with their quotation marks, and `…` where something is left out.
    pub fn of(words: &str) -> Self {
        let text = words.to_owned();
        let words = Words::of(words);
        let mut keys: Vec<u64> = words.words.iter().filter(|w| w.kind != Kind::Function).map(|w| w.stem_key).collect();
        keys.sort_unstable();
        keys.dedup();
        let (prepared, bag, sentence, sentences) = Default::default();
        Self { text, words, keys, prepared, bag, sentence, sentences }
    }

    fn side(&self) -> Side<'_> {
        Side { words: &self.words, prepared: self.prepared.get_or_init(|| Prepared::of(&self.words)) }
    }

    fn bag(&self) -> &Bag {
        self.bag.get_or_init(|| Bag::of(self.side()))
    }

    /// Whether it was read as a sentence.
    pub fn is_read(&self) -> bool {
        self.sentence.get().is_some()
    }

    fn read(&self) -> Read<'_> {
        let written = |word: &'_ Word| match word.kind {
            Kind::Figure(_) => self.text[word.at.clone()].to_owned(),
            _ => word.norm.clone(),
        };
        let read = || {
            let words: Vec<String> = self.words.words.iter().map(written).collect();
            SENTENCES.read(words.iter().map(String::as_str))
        };
        let weights = self.side().prepared.weights();
        Read { words: &self.words, weights, sentence: self.sentence.get_or_init(read) }
    }

    /// Whether it has words enough to be the same as others in other words.
    fn says_something(&self) -> bool {
        self.keys.len() >= 2
    }

    /// Its sentences, where it has several.
    fn sentences(&self) -> &[Content] {
        self.sentences.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = self
                .text
                .match_indices(['.', '!', '?', ';', '…'])
                .filter(|(at, mark)| bytes.get(at + mark.len()).is_none_or(|b| !b.is_ascii_alphanumeric()));
            let mut parts: Vec<&str> = Vec::new();
            let mut from = 0;
            for (at, mark) in ends.take(MOST_SENTENCES) {
                parts.push(&self.text[from..at + mark.len()]);
                from = at + mark.len();
            }
            parts.push(&self.text[from..]);
            parts.retain(|part| part.contains(char::is_alphanumeric));
            if parts.len() < 2 {
                return Vec::new();
            }
            let parts: Vec<Content> = parts.into_iter().map(Content::of).filter(Content::says_something).collect();
            if parts.len() < 2 { Vec::new() } else { parts }
        })
    }

    /// It, and its sentences.
    fn parts(&self) -> impl Iterator<Item = &Content> {
        std::iter::once(self).chain(self.sentences())
    }

    fn shares_a_word(&self, other: &Self) -> bool {
        self.shared_keys(other).next().is_some()
    }

    /// Whether nearly all words are in both, as far as their stems tell.
    fn shares_nearly_all(&self, other: &Self) -> bool {
        let more = self.keys.len().max(other.keys.len());
        self.keys.len().min(other.keys.len()) * 5 >= more * 4 && self.shared_keys(other).count() * 5 >= more * 4
    }

    fn shared_keys(&self, other: &Self) -> impl Iterator<Item = u64> {
        let (mut a, mut b) = (self.keys.as_slice(), other.keys.as_slice());
        std::iter::from_fn(move || {
            while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
                let order = x.cmp(y);
                if order.is_le() {
                    a = a_rest;
                }
                if order.is_ge() {
                    b = b_rest;
                }
                if order.is_eq() {
                    return Some(*x);
                }
            }
            None
        })
    }

    fn as_written(&self, word: usize) -> String {
        self.text[self.words.words[word].at.clone()].to_owned()
    }
}

/// Sentences of a content that are looked at on their own.
const MOST_SENTENCES: usize = 8;

/// FNV-1a, 64 bits.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01B3))
}

/// The word vectors of this build, unpacked on first use.
static MEANINGS: LazyLock<Meanings> = LazyLock::new(Meanings::new);

/// The encoder of this build, unpacked on first use.
static SENTENCES: LazyLock<Sentences> = LazyLock::new(Sentences::new);

/// What the words alone show of two contents of one story.
pub struct Near {
    /// Of the whole, and of each of its sentences: how near, and what was measured.
    parts: Vec<(f64, ByWords)>,
}

impl Near {
    /// How near they are: what is near is worth reading first, and what is below nought not at all.
    pub fn nearness(&self) -> f64 {
        self.parts.iter().map(|(nearness, _)| *nearness).fold(-1.0, f64::max)
    }

    /// What of `other`, of which it is told, is worth being read as a sentence before it is decided what it is.
    pub fn worth_reading<'c>(&self, other: &'c Content) -> impl Iterator<Item = &'c Content> {
        let is_measured =
            |(nearness, words): &(f64, ByWords)| *nearness >= 0.0 && matches!(words, ByWords::Measured(_));
        let worth: Vec<bool> = self.parts.iter().map(is_measured).collect();
        other.parts().zip(worth).filter_map(|(part, is_worth_it)| is_worth_it.then_some(part))
    }
}

/// They are the same, or this was measured.
enum ByWords {
    Same(Match),
    Measured(Measured),
}

/// Compares contents. What it needs is unpacked when it is first asked.
#[derive(Debug, Default)]
pub struct Matcher;

impl Matcher {
    /// With the word vectors and the encoder of this build.
    pub fn new() -> Self {
        Self
    }

    /// Whether `compare` is worth its time: where two contents have a word or a number in common that says something, or are
    /// about the same, as far as the sums of their word vectors tell.
    pub fn may_match(one: &Content, other: &Content) -> bool {
        one.shares_a_word(other) || one.bag().is_about(other.bag())
    }

    /// What the contents are to each other; none where they have nothing in common worth telling. The same whichever comes first,
    /// but for `shared`. For two contents of which somebody says that they are about one thing; where many are looked through, use
    /// [`Matcher::find_within`].
    pub fn compare(&self, one: &Content, other: &Content) -> Option<Match> {
        let measured = match Self::words_of(one, other) {
            ByWords::Same(same) => return Some(same),
            ByWords::Measured(measured) => measured,
        };
        let (form, likeness) = if one.says_something() && other.says_something() {
            scores::decide(&measured, scores::scores(&measured, &Self::sense(one, other, &measured)))?
        } else {
            scores::similar(&measured)?
        };
        let shared = measured.shared.iter().map(|i| other.as_written(*i)).collect();
        Some(Match { form, likeness, shared })
    }

    /// Reads contents as sentences, on all processors: that takes nearly all of the time of a comparison, and what is not read is compared
    /// by its words alone.
    pub fn read(&self, contents: &[&Content]) {
        let mut new: Vec<&Content> = contents.iter().copied().filter(|content| !content.is_read()).collect();
        // The longest first, so that no thread is left alone with one.
        new.sort_by_key(|content| Reverse(content.words.words.len()));
        side_by_side(&new, |content| {
            content.read();
        });
    }

    /// As [`Matcher::compare`], among the contents of one story, as something else shows. Most of them are of other things, so that it is
    /// the same in other words is said by other measures, fitted on what articles of one story tell; and only of contents that both were
    /// read ([`Matcher::read`]). Where `other` has several sentences, the best of them counts.
    pub fn find_within(&self, asked: &Content, other: &Content, beside: Beside) -> Option<Match> {
        Self::best(other, |_, part| Self::decide_within(asked, part, &Self::words_of(asked, part), || beside))
    }

    /// What the words alone show of two contents of one story, and of the sentences of `other`; none where nothing of it can match.
    pub fn near(&self, asked: &Content, other: &Content) -> Option<Near> {
        if !Self::may_match(asked, other) {
            return None;
        }
        let parts = other.parts().map(|part| {
            let words = Self::words_of(asked, part);
            let nearness = match &words {
                ByWords::Same(_) => 0.0,
                ByWords::Measured(measured) if asked.says_something() && part.says_something() => {
                    scores::nearness_within(measured)
                }
                ByWords::Measured(_) => -1.0,
            };
            (nearness, words)
        });
        Some(Near { parts: parts.collect() })
    }

    /// As [`Matcher::find_within`], of what was looked at before. What stands beside it is asked only where it makes a difference.
    pub fn find_near(
        &self,
        asked: &Content,
        other: &Content,
        near: &Near,
        beside: impl Fn() -> Beside,
    ) -> Option<Match> {
        Self::best(other, |at, part| Self::decide_within(asked, part, &near.parts.get(at)?.1, &beside))
    }

    /// What the words alone show.
    fn words_of(one: &Content, other: &Content) -> ByWords {
        let runs = Runs::of(&one.words.words, &other.words.words);
        match Self::same(one, other, &runs) {
            Some(same) => ByWords::Same(same),
            None => ByWords::Measured(Self::measure(one, other, &runs)),
        }
    }

    fn decide_within(
        one: &Content,
        other: &Content,
        words: &ByWords,
        beside: impl FnOnce() -> Beside,
    ) -> Option<Match> {
        let measured = match words {
            ByWords::Same(same) => return Some(same.clone()),
            ByWords::Measured(measured) => measured,
        };
        let is_worth_it = one.says_something() && other.says_something() && scores::nearness_within(measured) >= 0.0;
        let is_read = is_worth_it && one.is_read() && other.is_read();
        let shared = || measured.shared.iter().map(|i| other.as_written(*i)).collect::<Vec<String>>();
        let (form, likeness) = if is_read {
            let sense = Self::sense(one, other, measured);
            let scores = scores::scores(measured, &sense);
            scores::decide_within(measured, &sense, Self::weight(&shared()), scores, beside())?
        } else {
            scores::similar(measured)?
        };
        Some(Match { form, likeness, shared: shared() })
    }

    /// What words say together, each once: the rarer the more.
    fn weight(shared: &[String]) -> f64 {
        let mut stems: Vec<String> = shared.iter().map(|word| word.to_lowercase()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.iter().map(|word| f64::from(lexeme::weight_of(word))).sum()
    }

    /// Whether one has the words of the other, all or a part of them; none where it says it in other words or not at all. Microseconds.
    pub fn same_words(&self, asked: &Content, other: &Content) -> Option<Match> {
        if !asked.shares_a_word(other) {
            return None;
        }
        Self::same(asked, other, &Runs::of(&asked.words.words, &other.words.words))
    }

    /// Whether one has the words of the other, all of them.
    pub fn are_verbatim(&self, one: &Content, other: &Content) -> bool {
        let found = one.shares_nearly_all(other).then(|| self.same_words(one, other)).flatten();
        found.is_some_and(|found| found.form == Form::Verbatim)
    }

    fn same(one: &Content, other: &Content, runs: &Runs) -> Option<Match> {
        let same = runs::same(&one.words, &other.words, runs)?;
        let form = if same == Same::Whole { Form::Verbatim } else { Form::Partial };
        Some(Match { form, likeness: 1.0, shared: Self::runs_as_written(runs, other) })
    }

    /// What a content is, whole (0) or by the best of its sentences (from 1 on).
    fn best(other: &Content, tell: impl Fn(usize, &Content) -> Option<Match>) -> Option<Match> {
        let whole = tell(0, other);
        if whole.as_ref().is_some_and(|found| found.form != Form::Similar) {
            return whole;
        }
        let sentences = other.sentences().iter().enumerate();
        sentences.filter_map(|(at, part)| tell(at + 1, part)).find(|found| found.form.is_same()).or(whole)
    }

    fn measure(one: &Content, other: &Content, runs: &Runs) -> Measured {
        likeness::measure(one.side(), other.side(), runs)
    }

    fn sense(one: &Content, other: &Content, measured: &Measured) -> [f64; sense::SENSE.len()] {
        sense::measure(&one.read(), &other.read(), measured.exact())
    }

    /// What is measured of two contents that are not the same words, by name: for fitting the scores anew. None where the words
    /// alone decide.
    #[doc(hidden)]
    pub fn features(&self, one: &Content, other: &Content) -> Option<Vec<(&'static str, f64)>> {
        let runs = Runs::of(&one.words.words, &other.words.words);
        if runs::same(&one.words, &other.words, &runs).is_some() {
            return None;
        }
        let measured = Self::measure(one, other, &runs);
        let sense = Self::sense(one, other, &measured);
        let names = likeness::FEATURES.into_iter().chain(sense::SENSE);
        Some(names.zip(measured.values.into_iter().chain(sense)).collect())
    }

    /// What the words that both have weigh, each once: for fitting the scores anew.
    #[doc(hidden)]
    pub fn shared_weight(&self, one: &Content, other: &Content) -> f64 {
        let runs = Runs::of(&one.words.words, &other.words.words);
        let shared = Self::measure(one, other, &runs).shared;
        Self::weight(&shared.iter().map(|i| other.as_written(*i)).collect::<Vec<_>>())
    }

    fn runs_as_written(runs: &Runs, other: &Content) -> Vec<String> {
        let words = &other.words.words;
        let run = |(_, from, length): &(usize, usize, usize)| {
            let (mut start, mut end) = (usize::MAX, 0);
            for word in &words[*from..from + length] {
                (start, end) = (start.min(word.at.start), end.max(word.at.end));
            }
            other.text[start..end].to_owned()
        };
        runs.runs.iter().map(run).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expect: Option<Form>) {
        let matcher = Matcher::new();
        let (a, b) = (Content::of(one), Content::of(other));
        let (there, back) = (matcher.compare(&a, &b), matcher.compare(&b, &a));
        assert_eq!(there.as_ref().map(|found| found.form), expect, "{one} | {other}");
        assert_eq!(back.map(|found| (found.form, found.likeness)), there.map(|found| (found.form, found.likeness)));
    }

    #[test]
    fn the_same_words_in_another_style_are_verbatim() {
        let whole = "“We had a wet wall,” … “and we watched both of the 24 sluices.”";
        check(whole, "We had a wet wall and we watched both of the two dozen sluices", Some(Form::Verbatim));
    }

    #[test]
    fn a_part_of_the_words_is_partial() {
        let whole = "“We had a wet wall and a dry forecast, and nobody at the board sat on anything”";
        for part in [
            "a wet wall and a dry forecast",
            "the board had “a wet wall and a dry forecast”",
            "“We had a wet wall … and nobody at the board sat on anything”",
        ] {
            check(whole, part, Some(Form::Partial));
        }
    }

    #[test]
    fn other_words_are_reworded() {
        check(
            "the physicians were paid to stay silent",
            "doctors had been given money to keep quiet",
            Some(Form::Reworded),
        );
    }

    #[test]
    fn a_not_or_another_number_is_no_copy() {
        for other in ["the inspectors did not close the bridge at Kesterby", "17 people died on the bridge at Kesterby"]
        {
            let one = other.replace("did not close", "did close").replace("17", "19");
            let found = Matcher::new().compare(&Content::of(&one), &Content::of(other));
            assert!(!found.is_some_and(|found| found.form.is_same()), "{other}");
        }
    }

    #[test]
    fn contents_without_anything_in_common_are_not_told() {
        check("the bridge will reopen on Monday", "her grandson plays the cello", None);
        check("", "the bridge will reopen", None);
        check("…", "“”", None);
        check("so it was", "the bridge will reopen", None);
        check("then Kester Orrel", "the bridge will reopen", None);
        assert!(!Matcher::may_match(&Content::of(""), &Content::of("the bridge will reopen")));
    }
}
