//! What is known of an attribution besides who says what, in words for a person.

use sayso_reading::{Attribution, AttributionId, Channel, Reading, StatedTerms, Terms};

use crate::sources::plain;
use crate::when::days;

/// Stance, channel, day and terms of an attribution, a phrase each; none where nothing is known.
pub(crate) fn facts(text: &str, a: &Attribution) -> Vec<String> {
    let stance = a.stance.map(|s| {
        let of = s.of.map(|id| format!("\u{A0}{}", id.0)).unwrap_or_default();
        format!("{}{of}", spoken(s.stance.name()))
    });
    let facts = [
        a.negated.then(|| "negated".to_owned()),
        stance,
        a.channel.map(|c| by(c.channel).to_owned()),
        a.when.map(|when| days(when.days)),
        a.terms.map(|stated| terms(text, stated)),
    ];
    facts.into_iter().flatten().collect()
}

/// Terms with the reason given.
pub(crate) fn terms(text: &str, stated: StatedTerms) -> String {
    let reason = stated.reason.map(|span| format!(", {}", plain(text, &[span]))).unwrap_or_default();
    let terms = match stated.terms {
        Terms::Anonymity => "on condition of anonymity".to_owned(),
        Terms::Background => "on background".to_owned(),
        terms => spoken(terms.name()),
    };
    terms + &reason
}

/// A channel as it stands in a sentence.
fn by(channel: Channel) -> &'static str {
    match channel {
        Channel::Statement => "in a statement",
        Channel::Interview => "in an interview",
        Channel::Broadcast => "in a broadcast",
        Channel::NewsConference => "at a news conference",
        Channel::CourtDocuments => "in court documents",
        Channel::SocialMedia => "on social media",
        Channel::Letter => "in a letter",
        Channel::Email => "by email",
        Channel::Report => "in a report",
        Channel::Telephone => "by telephone",
        Channel::Hearing => "at a hearing",
        Channel::Speech => "in a speech",
    }
}

/// A name as the JSON has it, in words.
pub(crate) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// The place of an attribution in its reading: they are numbered in their order.
pub(crate) fn place(reading: &Reading, id: AttributionId) -> Option<usize> {
    let place = (id.0 as usize).checked_sub(1)?;
    reading.attributions.get(place).filter(|a| a.id == id).map(|_| place)
}
