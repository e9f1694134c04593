//! What is known of one attribution or one source, in words: for whoever points at it in an editor.

use sayso_reading::{Attribution, Chain, Figure, Reading, SourceType};
use sayso_text::Span;

use crate::chains::{hands, line};
use crate::facts::facts;
use crate::figures::{giver, told};
use crate::sources::{Sources, plain};

/// The cards of one reading.
pub struct Cards<'r> {
    reading: &'r Reading,
    sources: Sources<'r>,
}

/// What is known of one attribution. None of its words has a line end.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Who says it; none where nobody is named.
    pub who: Option<String>,
    /// What is known of who, a phrase each: type, titles, terms, why it can know.
    pub known: Vec<String>,
    /// The words that make the link; empty where there are none.
    pub cue: String,
    /// The hands that it came through, from the article to who is said to know it first hand.
    pub chain: String,
    /// Stance, channel, day and terms, a phrase each.
    pub facts: Vec<String>,
    /// The figures in its content, with what is told of each.
    pub figures: Vec<String>,
}

/// What is known of one source. None of its words has a line end.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceCard {
    /// What it is called.
    pub who: String,
    /// What kind of source it is; none for words that were not resolved.
    pub kind: Option<SourceType>,
    /// What is known of it, a phrase each.
    pub known: Vec<String>,
    /// Where it is first spoken of.
    pub first: Span,
    /// Places of what rests on it among the reading's attributions.
    pub attributions: Vec<usize>,
}

impl<'r> Cards<'r> {
    /// The cards of a reading.
    pub fn of(reading: &'r Reading) -> Self {
        Self { reading, sources: Sources::of(reading) }
    }

    /// The card of the attribution at a place among the reading's.
    pub fn attribution(&self, index: usize) -> Option<Card> {
        let reading = self.reading;
        let text = reading.article.text.as_str();
        let attribution = reading.attributions.get(index)?;
        let speaker = self.sources.of.get(index).copied().flatten().map(|place| &self.sources.list[place]);
        let own = |figure: &&Figure| giver(reading, figure) == Some(index);
        Some(Card {
            who: speaker.map(|speaker| speaker.words.clone()),
            known: speaker.map(|speaker| speaker.details(text)).unwrap_or_default(),
            cue: plain(text, &attribution.cue),
            chain: self.chain(attribution),
            facts: facts(text, attribution),
            figures: reading.figures.iter().filter(own).map(|figure| self.figure(figure)).collect(),
        })
    }

    /// The cards of the sources, in the order in which they are first named.
    pub fn sources(&self) -> impl Iterator<Item = SourceCard> {
        let text = self.reading.article.text.as_str();
        self.sources.list.iter().map(move |speaker| {
            let attributions = || speaker.attributions.iter().map(|i| &self.reading.attributions[*i]);
            let said = || attributions().find_map(|a| a.source.first().copied());
            let mention = speaker.source.and_then(|source| source.mentions.first().or(source.name.as_ref()).copied());
            SourceCard {
                who: speaker.words.clone(),
                kind: speaker.source.map(|source| source.kind),
                known: speaker.details(text),
                first: mention.or_else(said).unwrap_or_default(),
                attributions: speaker.attributions.clone(),
            }
        })
    }

    /// The hands from the article to an attribution: all of a chain, or its beginning where others lie in the attribution.
    fn chain(&self, attribution: &Attribution) -> String {
        let upto = |chain: &Chain| chain.links.iter().position(|link| link.attribution == Some(attribution.id));
        let found = self.reading.chains.iter().find_map(|chain| Some((chain, upto(chain)?)));
        let hands = found.map(|(chain, upto)| {
            let mut hands = hands(self.reading, &self.sources, chain);
            hands.truncate(upto + 1);
            hands
        });
        line(&hands.unwrap_or_default(), " ← ")
    }

    fn figure(&self, figure: &Figure) -> String {
        let mut words = vec![format!("“{}”", plain(&self.reading.article.text, &[figure.span]))];
        words.extend(told(self.reading, figure));
        let whole = figure.part_of.and_then(|id| self.reading.figures.iter().find(|other| other.id == id));
        if let (Some(whole), Some(last)) = (whole, words.last_mut()) {
            *last = format!("part of “{}”", plain(&self.reading.article.text, &[whole.span]));
        }
        words.join(", ")
    }
}
