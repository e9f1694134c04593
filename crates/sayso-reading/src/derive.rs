//! What follows from the attributions and their sentences, without the tagger: when and on what terms each was said, who the
//! sources are, the chains, the figures.

use sayso_text::Note;

use crate::{Reading, chains, channel, dates, figures, headline, sources, stance, terms};
use sayso_text::sentences::sentences_of;

/// Adds to a reading what its attributions and sentences tell. Takes time in proportion to the text.
pub(crate) fn derive(reading: &mut Reading, notes: &mut Vec<Note>) {
    let Reading { article, attributions, .. } = reading;
    let text = &article.text;
    let sentences = sentences_of(text, article.parts.iter().map(|part| part.span));
    let (anchor, doubts) = dates::anchor(article);
    notes.extend(doubts);
    let whens = anchor.map(|anchor| dates::mentions(&sentences, anchor)).unwrap_or_default();
    dates::attach(text, &sentences, &whens, attributions);
    reading.unanswered = terms::attach(&sentences, attributions);
    reading.sources = sources::resolve(article, &sentences, attributions);
    channel::attach(article, &sentences, &reading.sources, attributions);
    stance::attach(article, &sentences, &reading.sources, attributions);
    reading.as_fact = headline::attach(article, &reading.sources, attributions);
    notes.extend(reading.as_fact.iter().map(|found| found.note(article, attributions)));
    reading.chains = chains::of(article, attributions, &reading.sources);
    reading.figures = figures::read(text, &sentences, &whens, attributions);
}

#[cfg(test)]
mod tests;
