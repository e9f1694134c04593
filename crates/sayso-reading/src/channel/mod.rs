//! By what way something was said: in an interview, in a statement, on television.

mod tables;

use std::ops::Range;

use sayso_article::{Article, Part};
use sayso_text::Span;

use crate::inside::Inside;
use crate::ranges::words_in;
use crate::sources::Source;
use crate::{Attribution, by_link};
use sayso_text::sentences::Sentence;
use tables::{CUES, HEARERS, LEADS, LISTENERS, NOUNS, PROGRAMMES, SCENES, SOURCES, STOPS};

/// By what way something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// "In a statement".
    Statement,
    /// "In an interview".
    Interview,
    /// "On television", "on the radio".
    Broadcast,
    /// "At a news conference", "told reporters".
    NewsConference,
    /// "In court documents", "in the indictment".
    CourtDocuments,
    /// "In a post on X".
    SocialMedia,
    /// "In a letter".
    Letter,
    /// "By email".
    Email,
    /// "In the report".
    Report,
    /// "By telephone".
    Telephone,
    /// "In testimony", "at a hearing".
    Hearing,
    /// "In a speech", "told a rally".
    Speech,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Statement,
        Self::Interview,
        Self::Broadcast,
        Self::NewsConference,
        Self::CourtDocuments,
        Self::SocialMedia,
        Self::Letter,
        Self::Email,
        Self::Report,
        Self::Telephone,
        Self::Hearing,
        Self::Speech,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Statement => "statement",
            Channel::Interview => "interview",
            Channel::Broadcast => "broadcast",
            Channel::NewsConference => "news_conference",
            Channel::CourtDocuments => "court_documents",
            Channel::SocialMedia => "social_media",
            Channel::Letter => "letter",
            Channel::Email => "email",
            Channel::Report => "report",
            Channel::Telephone => "telephone",
            Channel::Hearing => "hearing",
            Channel::Speech => "speech",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A channel and the words that state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedChannel {
    /// The channel.
    pub channel: Channel,
    /// The words.
    pub span: Span,
}

/// A phrase lies at most so many bytes from the link that it is about.
const REACH: usize = 160;
/// The words of a noun phrase that are looked at.
const PHRASE: usize = 7;

/// States for each attribution the channel that its sentence gives.
pub(crate) fn attach(
    article: &Article,
    sentences: &[Sentence<'_>],
    sources: &[Source],
    attributions: &mut [Attribution],
) {
    let text = &article.text;
    let inside = Inside::of(attributions);
    let order = by_link(attributions);
    let texts: Vec<Option<StatedChannel>> = sources.iter().map(|source| of_source(text, source)).collect();
    // A headline names who says it, no channel.
    let heads = article.parts.iter().filter(|part| matches!(part.part, Part::Headline | Part::Deck));
    let body = heads.map(|part| part.span.end).max().unwrap_or(0);
    let mut rest = &order[..];
    for sentence in sentences {
        let span = sentence.whole;
        let skipped = rest.partition_point(|i| attributions[*i].link().start < span.start);
        let (here, later) =
            rest[skipped..].split_at(rest[skipped..].partition_point(|i| attributions[*i].link().start < span.end));
        rest = later;
        if here.is_empty() || span.end <= body {
            continue;
        }
        for &i in here {
            attributions[i].channel = in_link(sentence, &attributions[i]);
        }
        for stated in phrases(sentence) {
            give(text, &inside, here, attributions, stated);
        }
        carry(here, attributions);
        for &i in here {
            let source = attributions[i].source_id.and_then(|id| texts.get(id.0 as usize - 1).copied().flatten());
            let own = attributions[i].source.first().and_then(|source| of_words(text, *source));
            let channel = &mut attributions[i].channel;
            *channel = channel.or(own).or(source);
        }
    }
    go_on(text, sentences, &order, attributions);
    letters(text, attributions);
    interview(text, attributions);
}

/// One who goes on in the next sentence of the paragraph does so by the same way: "In an email she warned … “I ask you,” she
/// wrote."
fn go_on(text: &str, sentences: &[Sentence<'_>], order: &[usize], attributions: &mut [Attribution]) {
    let sentence_of = |at: usize| sentences.partition_point(|s| s.whole.start <= at);
    for pair in order.windows(2) {
        let (before, after) = (&attributions[pair[0]], &attributions[pair[1]]);
        let (from, to) = (before.link().end, after.link().start);
        let Some(stated) = before.channel.filter(|stated| GOES_ON.contains(&stated.channel)) else { continue };
        let is_next = from < to && sentence_of(to) == sentence_of(before.link().start) + 1;
        let is_same = before.source_id.is_some() && before.source_id == after.source_id;
        let is_plain = after.cue.iter().any(|cue| PLAIN.contains(&&*cue.of(text).to_lowercase()));
        let is_level = before.within.is_none() && after.within.is_none() && after.channel.is_none();
        if is_next && is_same && is_plain && is_level && !text[from..to].contains('\n') {
            attributions[pair[1]].channel = Some(stated);
        }
    }
}

/// Ways that somebody goes on by for some sentences.
const GOES_ON: &[Channel] =
    &[Channel::Statement, Channel::Email, Channel::Letter, Channel::Hearing, Channel::Report, Channel::SocialMedia];

/// Cues of somebody who goes on.
const PLAIN: &[&str] =
    &["said", "says", "added", "adds", "wrote", "writes", "continued", "warned", "went on", "replied"];

/// “Wrote to him that …”: a letter, where nothing else is said.
fn letters(text: &str, attributions: &mut [Attribution]) {
    for attribution in attributions.iter_mut().filter(|a| a.channel.is_none()) {
        let Some(cue) =
            attribution.cue.iter().find(|cue| matches!(cue.of(text), "wrote" | "has written" | "had written"))
        else {
            continue;
        };
        let mut after = text[cue.end..].split_whitespace();
        let is_to = after.next() == Some("to");
        let whom = after.next().unwrap_or_default();
        let is_one =
            whom.starts_with(char::is_uppercase) || matches!(whom, "him" | "her" | "them" | "me" | "us" | "the");
        if is_to && is_one {
            let end = whom.as_ptr() as usize - text.as_ptr() as usize + whom.len();
            let span = Span::new(cue.start, end);
            attribution.channel = Some(StatedChannel { channel: Channel::Letter, span });
        }
    }
}

/// An article of questions and answers is an interview: of two who speak after a colon, one asks.
fn interview(text: &str, attributions: &mut [Attribution]) {
    let is_turn = |a: &Attribution| {
        a.within.is_none()
            && a.channel.is_none()
            && a.cue.len() == 1
            && a.cue[0].of(text) == ":"
            && !a.source.is_empty()
    };
    let turns: Vec<usize> = (0..attributions.len()).filter(|i| is_turn(&attributions[*i])).collect();
    let speaker = |i: usize| attributions[i].source[0].of(text);
    let asks = |i: usize| attributions[i].content.last().is_some_and(|c| c.of(text).trim_end().ends_with('?'));
    let mut speakers: Vec<&str> = turns.iter().map(|i| speaker(*i)).collect();
    speakers.sort_unstable();
    let counts: Vec<(&str, usize)> = speakers.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect();
    let [one, other] = counts[..] else { return };
    let is_interview = one.1.min(other.1) >= TURNS
        && [one, other]
            .iter()
            .any(|(name, count)| turns.iter().filter(|i| speaker(**i) == *name && asks(**i)).count() * 2 > *count);
    if is_interview {
        for i in turns {
            attributions[i].channel = Some(StatedChannel { channel: Channel::Interview, span: attributions[i].cue[0] });
        }
    }
}

/// Each of two speaks at least so often.
const TURNS: usize = 3;

/// Gives a phrase to the attribution that it is about: the one whose link stands nearest before it, or after it where the
/// phrase begins a clause; its content must lie where the link does.
fn give(text: &str, inside: &Inside, here: &[usize], attributions: &mut [Attribution], stated: StatedChannel) {
    let home = inside.at(stated.span.start);
    let after = here.partition_point(|i| attributions[*i].link().start < stated.span.start);
    // Inside another's content the links of the sentence that are not there are passed over; few stand between.
    let fits = |i: &&usize| attributions[**i].within == home;
    let before = here[..after].iter().rev().take(NEAR).find(fits).copied();
    let next = here[after..].iter().take(NEAR).find(fits).copied();
    let gap = |i: usize| {
        let link = attributions[i].link();
        stated.span.start.saturating_sub(link.end).max(link.start.saturating_sub(stated.span.end))
    };
    let near = |i: &usize| gap(*i) <= REACH;
    let (before, next) = (before.filter(near), next.filter(near));
    let opens = begins_clause(text, stated.span.start);
    let taker = match (before, next) {
        (Some(before), Some(next)) if opens && gap(next) < gap(before) => next,
        (Some(before), _) => before,
        (None, Some(next)) => next,
        (None, None) => return,
    };
    let known = &mut attributions[taker].channel;
    // "Told reporters in an interview" is an interview.
    if known.is_none_or(|known| known.channel == Channel::NewsConference || known.span.overlaps(stated.span)) {
        *known = Some(stated);
    }
}

/// Links of other levels that may stand between a phrase and its own.
const NEAR: usize = 8;

/// Whether nothing of the clause stands before a place: "In a statement, …", "…, and in a letter …".
fn begins_clause(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty()
        || before.ends_with(|c: char| !c.is_alphanumeric())
        || before.ends_with(" and")
        || before.ends_with(" but")
        || before.ends_with(" while")
}

/// A channel holds for the attributions of the same source that follow in the sentence.
fn carry(here: &[usize], attributions: &mut [Attribution]) {
    for pair in here.windows(2) {
        let (before, after) = (&attributions[pair[0]], &attributions[pair[1]]);
        let same = before.source_id.is_some() && before.source_id == after.source_id || before.source == after.source;
        if same && before.within == after.within && after.channel.is_none() {
            attributions[pair[1]].channel = attributions[pair[0]].channel;
        }
    }
}

/// The channels that a sentence's phrases name, in order: "in a statement", "on state television".
fn phrases(sentence: &Sentence<'_>) -> Vec<StatedChannel> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let lead = sentence.lower(at);
        let scene = SCENES.iter().find_map(|(phrase, channel)| Some((sentence.phrase(at, phrase)?, *channel)));
        let found = if scene.is_some() {
            scene
        } else if LEADS.contains(&lead) {
            noun(sentence, at)
        } else if lead == "to" && SPEAKING.contains(&sentence.lower(at.wrapping_sub(1))) {
            listeners(sentence, at).filter(|(_, channel)| *channel == Channel::NewsConference)
        } else {
            None
        };
        at += 1;
        if let Some((end, channel)) = found {
            out.push(StatedChannel { channel, span: sentence.span(&(at - 1..end)) });
            at = end;
        }
    }
    out
}

/// What stands before "to reporters" where somebody speaks to them; "not authorised to speak to reporters" is none.
const SPEAKING: &[&str] = &["speaking", "spoke", "talking", "comments", "remarks", "said"];

/// The last noun of the table in the noun phrase after a lead, and where it ends.
fn noun(sentence: &Sentence<'_>, lead: usize) -> Option<(usize, Channel)> {
    if matches!(sentence.lower(lead + 1), "least" | "all" | "once" | "most") {
        return None;
    }
    // "On X" alone has no other name.
    if sentence.lower(lead) == "on" && sentence.word(lead + 1) == "X" && !sentence.touches(lead + 2) {
        return Some((lead + 2, Channel::SocialMedia));
    }
    let phrase = noun_phrase(sentence, lead + 1);
    let mut found = None;
    for at in phrase.clone() {
        let entry = NOUNS.iter().find(|(noun, leads, _)| {
            let end = sentence.phrase(at, noun);
            end.is_some_and(|_| leads.contains(&sentence.lower(lead)))
        });
        if let Some((noun, _, channel)) = entry {
            let end = at + noun.split(' ').count();
            // "In a news conference" ends no later for "conference".
            if found.is_none_or(|(known, _)| end > known) {
                // "On Channel 4" is a station, "on her channel" is not.
                let is_station =
                    *noun == "channel" && sentence.word(end).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
                found = Some((end, if is_station { Channel::Broadcast } else { *channel }));
            }
        }
    }
    // "Papers lodged at the county court".
    let before = lead.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_filed = matches!(before, "filed" | "lodged" | "submitted" | "unsealed") && sentence.lower(lead) != "by";
    let found = found.map(|(end, channel)| match channel {
        Channel::Hearing if is_filed => (end, Channel::CourtDocuments),
        channel => (end, channel),
    });
    found.filter(|(end, _)| fits(sentence, lead, *end))
}

/// What looks like a channel and is none: "in court on Friday" is one, "in the Court of Audit" and "by the court" are not.
fn fits(sentence: &Sentence<'_>, lead: usize, end: usize) -> bool {
    let (first, noun, next) = (sentence.lower(lead), sentence.lower(end - 1), sentence.lower(end));
    match noun {
        "court" => first != "by" && first != "on" && next != "of" && next != "documents",
        "meeting" | "hearing" | "hearings" | "trial" | "conference" | "inquiry" | "inquest" => {
            matches!(first, "at" | "during") || (first == "in" && noun == "hearing")
        }
        "committee" | "tribunal" => first == "before" || first == "at",
        "briefing" => first != "by" && first != "on",
        "report" => next != "card",
        "complaint" | "ruling" => first == "in",
        "debate" | "convention" => matches!(first, "in" | "at" | "during"),
        "assessment" => first == "in" && next != "of",
        "summit" | "ceremony" | "vigil" => first == "at",
        "remarks" => {
            first == "in" && matches!(next, "to" | "at" | "on" | "from" | "that" | "," | "broadcast" | "delivered")
        }
        "interview" => first != "by" && first != "on" && next != "room",
        "phone" | "telephone" | "email" | "emails" | "mail" | "mails" => {
            // "On the phone", "over the phone"; "on his mobile phone" is where something lies.
            first != "on" || sentence.lower(lead + 1) == "the" || end == lead + 2
        }
        _ => true,
    }
}

/// The words after a lead up to what ends the phrase; a determiner may stand first.
fn noun_phrase(sentence: &Sentence<'_>, from: usize) -> Range<usize> {
    let start = from + usize::from(matches!(sentence.lower(from), "a" | "an" | "the" | "this" | "that"));
    let within = |at: &usize| {
        let word = sentence.lower(*at);
        let is_word = word.starts_with(char::is_alphanumeric) || matches!(word, "-" | "’" | "'");
        is_word && !STOPS.contains(&word)
    };
    let end = (start..(start + PHRASE).min(sentence.words.len())).take_while(within).last().map_or(start, |at| at + 1);
    start..end
}

/// Who is told something by the words after "told" or "to", and where they end.
fn listeners(sentence: &Sentence<'_>, told: usize) -> Option<(usize, Channel)> {
    let phrase = noun_phrase(sentence, told + 1);
    let known = |at: usize| LISTENERS.iter().find(|(noun, _)| *noun == sentence.lower(at)).map(|(_, channel)| *channel);
    // "A news conference" is more than a conference, "Radio Coast" is a station by its first word.
    for at in phrase.clone() {
        let next = sentence.lower(at + 1);
        match (sentence.lower(at), next) {
            ("news" | "press", "conference") => return Some((at + 2, Channel::NewsConference)),
            ("news" | "press", _) if next == "agency" => return None,
            _ => {}
        }
        let is_name = sentence.word(at).starts_with(char::is_uppercase) && at + 1 < phrase.end;
        if is_name && matches!(sentence.lower(at), "radio" | "channel") {
            return Some((phrase.end, Channel::Broadcast));
        }
        // A station.
        let name = sentence.word(at);
        if is_station(name) {
            return Some((at + 1, Channel::Broadcast));
        }
        if matches!(sentence.lower(at), "broadcaster" | "television" | "tv" | "radio" | "podcast") {
            return Some((phrase.end, Channel::Broadcast));
        }
    }
    // "Breakfast Hour", "Business Noon".
    if let Some(last) = phrase.clone().next_back()
        && phrase.len() > 1
        && phrase.clone().all(|at| sentence.word(at).starts_with(char::is_uppercase))
        && PROGRAMMES.contains(&sentence.lower(last))
    {
        return Some((last + 1, Channel::Broadcast));
    }
    // The Associated Press is an agency, a steel congress sits in no parliament.
    let is_named = |at: usize| {
        let is_upper = sentence.word(at).starts_with(char::is_uppercase);
        matches!(sentence.lower(at), "press" | "media") && is_upper || sentence.lower(at) == "congress" && !is_upper
    };
    let last = phrase.clone().rev().filter(|at| !is_named(*at)).find_map(|at| Some((at, known(at)?)))?;
    Some((last.0 + 1, last.1))
}

/// Whether a name is a station’s by its letters: `BayTV`, `KCVR`, `BBC`.
fn is_station(name: &str) -> bool {
    let is_upper = name.bytes().all(|b| b.is_ascii_uppercase());
    let is_call_sign = name.len() == 4 && is_upper && name.starts_with(['K', 'W']);
    let is_tv = name.len() > 2 && (name.ends_with("TV") || name.len() <= 4 && is_upper && name.starts_with("TV"));
    is_call_sign || is_tv || STATIONS.contains(&name)
}

/// Stations that go by their letters.
const STATIONS: &[&str] =
    &["ABC", "BBC", "CBC", "CBS", "CNBC", "CNN", "ITV", "LBC", "MSNBC", "NBC", "NPR", "PBS", "RT", "RTE", "RTÉ"];

/// What the cue itself, whom it tells, and who hears it say.
fn in_link(sentence: &Sentence<'_>, attribution: &Attribution) -> Option<StatedChannel> {
    for cue in &attribution.cue {
        for at in words_in(&sentence.words, *cue) {
            let word = sentence.lower(at);
            if let Some((_, channel)) = CUES.iter().find(|(known, _)| *known == word) {
                return Some(StatedChannel { channel: *channel, span: sentence.words[at] });
            }
            if matches!(word, "told" | "tells" | "telling" | "tell")
                && let Some((end, channel)) = listeners(sentence, at)
            {
                return Some(StatedChannel { channel, span: sentence.span(&(at..end)) });
            }
            if matches!(word, "told" | "heard" | "hears")
                && let Some(hearer) = hearer(sentence, at)
            {
                return Some(StatedChannel { channel: Channel::Hearing, span: sentence.span(&(hearer..at + 1)) });
            }
        }
    }
    None
}

/// "The court heard", "a jury was told": who hears, up to a few words before.
fn hearer(sentence: &Sentence<'_>, cue: usize) -> Option<usize> {
    let skips = |at: &usize| matches!(sentence.lower(*at), "was" | "were" | "has" | "had" | "been" | "have" | "also");
    let at = (cue.saturating_sub(PHRASE)..cue).rev().find(|at| !skips(at))?;
    let is_told = sentence.lower(cue) != "told" || matches!(sentence.lower(cue - 1), "was" | "were" | "been");
    (is_told && HEARERS.contains(&sentence.lower(at))).then_some(at)
}

/// What the words of a source say: "a report by the union", "state television", "court documents".
fn of_words(text: &str, source: Span) -> Option<StatedChannel> {
    let sentence = Sentence::of(text, source);
    let phrase = noun_phrase(&sentence, 0);
    let last = phrase.clone().next_back()?;
    let stated = |at: usize, channel: Channel| Some(StatedChannel { channel, span: sentence.span(&(0..at + 1)) });
    for at in phrase.clone() {
        let is_filed =
            sentence.lower(at).starts_with("document") || matches!(sentence.lower(at), "papers" | "filing" | "filings");
        if at > 0 && is_filed && matches!(sentence.lower(at - 1), "court" | "legal" | "charging") {
            return stated(at, Channel::CourtDocuments);
        }
        // "Papers lodged at the county court".
        let is_lodged = matches!(sentence.lower(at), "papers" | "documents" | "filing" | "filings" | "records")
            && matches!(sentence.lower(at + 1), "filed" | "lodged" | "submitted" | "unsealed");
        if is_lodged {
            return stated(at, Channel::CourtDocuments);
        }
        if at == last && is_station(sentence.word(at)) {
            return stated(at, Channel::Broadcast);
        }
        let is_station = sentence.word(at).starts_with("Radio") || sentence.lower(at) == "broadcaster";
        if is_station && at < last {
            return stated(last, Channel::Broadcast);
        }
    }
    // "A report published Tuesday"
    let ends = |at: usize| at == last || sentence.lower(at + 1).ends_with("ed") || sentence.lower(at + 1) == "seen";
    phrase.rev().filter(|at| ends(*at)).find_map(|at| {
        // The Post is a paper, a post is none.
        let (_, channel) = SOURCES.iter().find(|(known, _)| *known == sentence.word(at))?;
        stated(at, *channel)
    })
}

/// The same of a source that stands elsewhere by its noun: "it" for the report.
fn of_source(text: &str, source: &Source) -> Option<StatedChannel> {
    source.mentions.iter().take(MENTIONS).find_map(|mention| of_words(text, *mention))
}

/// A source's kind shows in its first mentions.
const MENTIONS: usize = 4;

#[cfg(test)]
mod tests;
