//! Attributions inside a content that its words tell plainly, where the tagger is silent: "they wanted to leave", "the
//! Courier wrote that …", "the ministry's claim that …".
//!
//! Read on its own, a content is short of what the tagger learned from whole sentences, and it misses more than it finds.

use std::ops::Range;

use crate::decode::Draft;
use crate::layout::{BY_LAYOUT, contraction};
use crate::nested::Words;
use crate::sources::{is_no_person, is_source_noun};

/// Remarks that name a source.
const REMARKS: &[&str] = &[
    "according to",
    "in the words of",
    "by the account of",
    "in the account of",
    "in the view of",
    "by the estimate of",
];
/// Verbs that a clause follows, with "that" or without.
const SAY: &[&str] = &[
    "said",
    "say",
    "says",
    "reported",
    "reports",
    "claimed",
    "claims",
    "claim",
    "wrote",
    "writes",
    "thinks",
    "think",
    "thought",
    "believe",
    "believes",
    "believed",
    "feared",
    "fears",
    "hoped",
    "hopes",
    "wish",
    "wishes",
    "argued",
    "argues",
    "insisted",
    "insists",
    "admitted",
    "admits",
    "warned",
    "warns",
    "signaled",
    "signalled",
    "denied",
    "denies",
    "counted",
    "suspect",
    "suspects",
    "suspected",
];
/// Verbs that "to" and what somebody wants follow. ("Trying to", "prepared to" tell deeds: of 95 in the nested gold for training
/// four were right.)
const WANT: &[&str] = &[
    "plans",
    "planned",
    "intends",
    "intended",
    "intend",
    "aims",
    "want",
    "wants",
    "wanted",
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "planning",
    "pledged",
    "vowed",
    "seeking",
    "sought",
    "threatened",
    "threaten",
    "threatens",
    "hopes",
    "hoping",
    "promised",
    "promises",
    "agreed",
    "offered",
    "decided",
    "unwilling",
    "reluctant",
];
/// Verbs that say where "that" follows, and may do something else where it does not.
const SAY_THAT: &[&str] = &[
    "conceded",
    "acknowledged",
    "alleged",
    "revealed",
    "disclosed",
    "suggested",
    "predicted",
    "stressed",
    "maintained",
    "concluded",
    "complained",
    "noted",
    "explained",
    "announced",
    "asserted",
    "contended",
    "cautioned",
    "declared",
    "recommended",
    "testified",
    "hinted",
    "indicated",
    "lamented",
    "boasted",
    "worried",
    "worries",
    "concedes",
    "alleges",
    "acknowledges",
    "complains",
];
/// What may stand between a subject and its verb.
const BETWEEN: &[&str] = &[
    "has", "have", "had", "is", "are", "was", "were", "will", "would", "may", "might", "could", "can", "must",
    "should", "did", "does", "do", "not", "also", "still", "never", "always", "just", "even", "now", "then", "long",
    "cannot", "be", "been", "ever", "once", "first", "all", "both", "only", "already",
];
/// Verbs of which a plain clause has one.
const FINITE: &[&str] = &["was", "were", "is", "are", "has", "had", "would", "could", "will"];
/// Nouns that a clause with "that" follows, whose owner says so.
pub(crate) const STATEMENTS: &[&str] = &[
    "claim",
    "claims",
    "report",
    "reports",
    "allegation",
    "allegations",
    "assertion",
    "assertions",
    "statement",
    "warning",
    "warnings",
    "belief",
    "accusation",
    "accusations",
    "suggestion",
    "insistence",
    "complaint",
    "complaints",
    "charge",
    "charges",
    "finding",
    "conclusion",
    "view",
    "argument",
    "announcement",
    "promise",
    "decision",
    "threat",
    "threats",
    "fear",
    "fears",
];
/// Verbs whose object is what is denied: "he denied everything".
const DENY: &[&str] =
    &["deny", "denies", "denied", "denying", "rejects", "rejected", "dismissed", "dismisses", "expect", "expects"];
/// Verbs that a number may follow at once: "the ministry counted 63 dead".
const COUNT: &[&str] = &[
    "counted",
    "counts",
    "reported",
    "reports",
    "recorded",
    "listed",
    "lists",
    "confirmed",
    "registered",
    "tallied",
    "logged",
    "calculated",
    "calculates",
    "estimated",
    "estimates",
    "traced",
    "identified",
    "found",
];
/// What somebody is for or against, or has a feeling about, stands behind at once: "deckhands blame worn chains".
const FOR: &[&str] = &[
    "supports",
    "backs",
    "opposes",
    "favours",
    "favors",
    "blames",
    "fears",
    "feared",
    "suspects",
    "suspected",
    "doubts",
    "doubted",
];
/// The same of several: only where a plural stands before it.
const FOR_MANY: &[&str] = &["support", "oppose", "favour", "favor", "blame", "fear", "suspect", "doubt"];
/// Words of numbers, and marks of money before one.
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozens",
    "hundreds",
    "thousands",
    "half",
    "$",
    "€",
    "£",
];
/// What may stand between such a verb and the number: "counted *at least* 14 people".
const BOUNDS: &[&str] = &[
    "at", "least", "most", "more", "fewer", "less", "than", "about", "some", "nearly", "almost", "around", "roughly",
    "over",
];
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "you", "who"];
/// Who reports himself again is no source inside his own words; whom "who" means stands before.
const FIRST_PERSON: &[&str] = &["i", "we"];
/// Words at which a subject has ended when it is looked for backwards.
const BEFORE_SUBJECT: &[&str] = &[
    "that", "and", "but", "or", "because", "when", "if", "which", "who", "while", "as", "although", "though", "since",
    "until", "after", "before", "where", "what", "why", "how", "whether", "than", "so", "to", "for", "with", "by",
    "from", "on", "at", "into", "about", "said", "says", "say", "told", "like",
];
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "some", "many", "most", "few", "several",
    "these", "those", "two", "three", "one", "no", "any", "this",
];
/// A subject has at most this many words.
const SUBJECT: usize = 8;
/// Who somebody is takes at most this many.
const APPOSITION: usize = 14;
/// A clause has at most this many words.
const CLAUSE: usize = 400;
/// A content has more words than this.
const CONTENT: usize = 1;

/// Whether a word, in lower case, may make an attribution here.
pub(crate) fn is_link(word: &str) -> bool {
    SAY.contains(&word)
        || SAY_THAT.contains(&word)
        || WANT.contains(&word)
        || DENY.contains(&word)
        || COUNT.contains(&word)
        || FOR.contains(&word)
        || FOR_MANY.contains(&word)
        || STATEMENTS.contains(&word)
        || matches!(word, "know" | "knows" | "knew" | "according")
}

/// Whether a content that begins at a word begins with a remark: "that, according to".
pub(crate) fn leads(words: Words<'_>, start: usize) -> bool {
    let at = if words.word(start) == "that" && words.word(start + 1) == "," { start + 2 } else { start };
    REMARKS.iter().any(|remark| remark.split(' ').enumerate().all(|(i, word)| words.word(at + i) == word))
}

/// What the words of a content tell beyond what was found in it. All ranges are places in the content.
///
/// `of_a_body` tells that whose content it is is no person: "he" is another one then.
pub(crate) fn read(words: Words<'_>, places: &[usize], of_a_body: bool, found: &mut Vec<Draft>) -> Vec<Draft> {
    let lower: Vec<String> = places.iter().map(|w| words.word(*w).to_lowercase()).collect();
    let quoted = quoted(&lower);
    let content = Content { words, places, lower, quoted, of_a_body };
    // A remark at the beginning holds all the rest, which is read again inside it.
    if let Some((source, cue, said)) = content.remark() {
        let all = source.start..said.end;
        let meets = |r: &Range<usize>| r.start < all.end && all.start < r.end;
        found.retain(|draft| !draft.ranges().any(meets));
        found.push(Draft { source: vec![source], cue: vec![cue], content: vec![said], evidence: BY_LAYOUT });
    }
    // Whether a word is source or cue of what was found, and whether it is content of it.
    let (mut taken, mut inside) = (vec![false; places.len()], vec![false; places.len()]);
    for draft in &*found {
        draft.source.iter().chain(&draft.cue).for_each(|r| taken[r.clone()].fill(true));
        draft.content.iter().for_each(|r| inside[r.clone()].fill(true));
    }
    let mut out: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < places.len() {
        let read =
            content.noun(at).or_else(|| content.clause(at)).or_else(|| content.wish(at)).or_else(|| content.object(at));
        // What stands in the content of one that was found is left to the next reading.
        let read = read.filter(|(source, cue, _)| !inside[at] && !source.clone().chain(cue.clone()).any(|w| taken[w]));
        if let Some((source, cue, said)) = read {
            at = said.end.max(cue.end);
            out.push(Draft { source: vec![source], cue: vec![cue], content: vec![said], evidence: BY_LAYOUT });
        } else {
            at += 1;
        }
    }
    out
}

/// For each word whether a mark opens before it that does not close before it.
fn quoted(lower: &[String]) -> Vec<bool> {
    let (mut depth, mut straight) = (0usize, false);
    lower
        .iter()
        .map(|word| {
            let before = depth > 0 || straight;
            match word.as_str() {
                "“" => depth += 1,
                "”" => depth = depth.saturating_sub(1),
                "\"" => straight = !straight,
                _ => {}
            }
            before
        })
        .collect()
}

fn is_third(pronoun: &str) -> bool {
    pronoun != "who" && !FIRST_PERSON.contains(&pronoun)
}

type Parts = (Range<usize>, Range<usize>, Range<usize>);

struct Content<'a> {
    words: Words<'a>,
    places: &'a [usize],
    lower: Vec<String>,
    quoted: Vec<bool>,
    /// Whether a body says it, whom "he" and "she" can't mean.
    of_a_body: bool,
}

impl Content<'_> {
    fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|w| self.words.word(*w).starts_with(char::is_uppercase))
    }

    /// "that, according to an aide, the chief of staff …", "that, in the words of an inspector, …".
    fn remark(&self) -> Option<Parts> {
        let at = if self.lower(0) == "that" && self.lower(1) == "," { 2 } else { 0 };
        let cue = REMARKS.iter().find_map(|words| {
            let fits = words.split(' ').enumerate().all(|(i, word)| self.lower(at + i) == word);
            fits.then(|| at..at + words.split(' ').count())
        })?;
        let comma = (cue.end..self.lower.len().min(cue.end + SUBJECT)).find(|at| self.lower(*at) == ",")?;
        // "An inspector, Maud Ferrier, …" or "Maud Ferrier, an inspector at the agency, …".
        let (first, second) = (self.is_capital(cue.end), self.is_capital(comma + 1));
        let goes_on = if first { matches!(self.lower(comma + 1), "a" | "an") } else { second };
        let closes = || (comma + 1..self.lower.len().min(comma + APPOSITION)).find(|at| self.lower(*at) == ",");
        let end = if goes_on { closes().unwrap_or(comma) } else { comma };
        let source = cue.end..end;
        let content = end + 1..self.clause_end(end + 1);
        (content.len() > CONTENT && !source.is_empty()).then_some((source, cue, content))
    }

    /// "the Courier wrote that …", "you think it’s a hoax", "she says, “…”"
    fn clause(&self, verb: usize) -> Option<Parts> {
        let next = self.lower(verb + 1);
        let word = self.lower(verb);
        let says = SAY.contains(&word) || next == "that" && SAY_THAT.contains(&word);
        if !says {
            return None;
        }
        let opens = |word: &str| matches!(word, "“" | "‘" | "\"");
        let begins = next == "that" || opens(next) || (next == "," && opens(self.lower(verb + 2)));
        let pronoun = PRONOUNS.contains(&next) || matches!(next, "there" | "we" | "i");
        let subject = DETERMINERS.contains(&next) && !matches!(next, "no" | "any");
        if !(begins || pronoun || subject) {
            return None;
        }
        let (source, cue) = self.subject(verb)?;
        let start = verb + 1 + usize::from(next == ",");
        self.parts(source, cue, start)
    }

    /// "parents still want neighbourhood schools", "he knows what happened"
    fn object(&self, verb: usize) -> Option<Parts> {
        let next = self.lower(verb + 1);
        let word = self.lower(verb);
        let wants = (matches!(word, "want" | "wants" | "wanted") || DENY.contains(&word))
            && next.starts_with(char::is_alphabetic)
            && !BETWEEN.contains(&next)
            && !BEFORE_SUBJECT.contains(&next);
        let counts = COUNT.contains(&word) && self.is_number(verb + 1);
        let is_phrase = DETERMINERS.contains(&next)
            || (next.starts_with(char::is_alphabetic)
                && !BETWEEN.contains(&next)
                && !BEFORE_SUBJECT.contains(&next)
                && !PRONOUNS.contains(&next));
        let of_many = || {
            let before = verb.checked_sub(1).map_or("", |at| self.lower(at));
            FOR_MANY.contains(&word) && is_no_person(before)
        };
        let stands = is_phrase && (FOR.contains(&word) || of_many());
        let knows = matches!(word, "know" | "knows" | "knew")
            && matches!(next, "what" | "how" | "who" | "that" | "where" | "why");
        if !(wants || knows || counts || stands) {
            return None;
        }
        let (source, cue) = self.subject(verb)?;
        self.parts(source, cue, verb + 1)
    }

    /// "at least 14", "$18 million", "a quarter of", "debts of more than €30 million"
    fn is_number(&self, at: usize) -> bool {
        let start = if self.lower(at + 1) == "of" { at + 2 } else { at };
        let begins = |at: usize| (at..at + 4).find(|at| !BOUNDS.contains(&self.lower(*at))).unwrap_or(at);
        let number =
            |at: usize| self.lower(at).starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&self.lower(at));
        let part = |at: usize| {
            matches!(self.lower(at), "a" | "one")
                && matches!(self.lower(at + 1), "quarter" | "third" | "dozen" | "fifth")
        };
        [at, start].into_iter().map(begins).any(|at| number(at) || part(at))
    }

    /// "they wanted to leave"
    fn wish(&self, verb: usize) -> Option<Parts> {
        if !WANT.contains(&self.lower(verb)) || self.lower(verb + 1) != "to" {
            return None;
        }
        let (source, cue) = self.subject(verb)?;
        // "The company plans to", but "the company’s plans to", "ambitious plans to".
        let owner = cue.start - 1;
        let is_owner = self.lower(owner).contains(['’', '\'']) || self.quoted[owner] != self.quoted[verb];
        let is_noun = self.is_capital(owner) || is_source_noun(self.lower(owner));
        if self.lower(verb) == "plans" && (is_owner || !is_noun) {
            return None;
        }
        // "The ones trying to press him": a participle alone only describes.
        let describes = self.lower(verb).ends_with("ing") && cue.start == verb;
        let contracted = contraction(self.lower(source.end - 1)).is_some();
        if describes && !contracted {
            return None;
        }
        self.parts(source, cue, verb + 1)
    }

    /// "the ministry’s claim that …", "a report by the Courier that …"
    fn noun(&self, noun: usize) -> Option<Parts> {
        if !STATEMENTS.contains(&self.lower(noun)) {
            return None;
        }
        if self.lower(noun + 1) == "that" {
            let owner = noun.checked_sub(1)?;
            let possessive = self.lower(owner).ends_with("’s")
                || self.lower(owner).ends_with("'s")
                || self.lower(owner).ends_with(['’', '\'']);
            if matches!(self.lower(owner), "his" | "her" | "their") {
                return self.parts_of_noun(owner..noun, noun..noun + 1, noun + 1);
            }
            let source = self.phrase(noun).filter(|_| possessive)?;
            return self.parts_of_noun(source, noun..noun + 1, noun + 1);
        }
        if !matches!(self.lower(noun + 1), "by" | "from") {
            return None;
        }
        let that = (noun + 3..(noun + 2 + SUBJECT).min(self.lower.len())).find(|at| self.lower(*at) == "that")?;
        let source = noun + 2..that;
        let is_source = source.clone().any(|at| self.is_capital(at) || is_source_noun(self.lower(at)));
        let plain = source.clone().all(|at| self.lower(at).contains(char::is_alphanumeric));
        (is_source && plain).then_some(())?;
        self.parts_of_noun(source, noun..noun + 2, that)
    }

    fn parts(&self, source: Range<usize>, cue: Range<usize>, start: usize) -> Option<Parts> {
        let content = start..self.clause_end(start);
        let whole = content.len() > CONTENT || self.lower(start) == "everything";
        whole.then_some((source, cue, content))
    }

    /// As [`Self::parts`] for a noun: what is said of it ends the content, "the claim that its guns were silent *was rejected*".
    fn parts_of_noun(&self, source: Range<usize>, cue: Range<usize>, start: usize) -> Option<Parts> {
        let (source, cue, mut content) = self.parts(source, cue, start)?;
        let is_finite = |at: &usize| FINITE.contains(&self.lower(*at)) && self.quoted[*at] == self.quoted[start];
        let mut verbs = content.clone().rev().filter(is_finite);
        if let (Some(last), Some(_)) = (verbs.next(), verbs.next()) {
            content.end = last;
        }
        Some((source, cue, content))
    }

    /// The subject of a verb, and the verb with what belongs to it.
    fn subject(&self, verb: usize) -> Option<(Range<usize>, Range<usize>)> {
        let between = |at: &usize| {
            let word = self.lower(*at);
            BETWEEN.contains(&word) || word.ends_with("n’t") || word.ends_with("n't") || word.ends_with("ly")
        };
        let first = (verb.saturating_sub(4)..verb).rev().take_while(between).last().unwrap_or(verb);
        Some((self.phrase(first)?, first..verb + 1))
    }

    /// The noun phrase that ends before a word: a pronoun, a name, or words back to an article.
    fn phrase(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        // "Sol’s lawyer, Ada Wrenn, denies": what stands between commas says once more who it is.
        if self.lower(last) == "," {
            let is_word = |at: &usize| self.lower(*at).starts_with(char::is_alphabetic);
            let comma = (last.saturating_sub(APPOSITION)..last).rev().find(|at| !is_word(at))?;
            let names = self.is_capital(comma + 1)
                || matches!(self.lower(comma + 1), "a" | "an" | "the" | "its" | "his" | "her");
            let is_verb = |at: usize| FINITE.contains(&self.lower(at)) || SAY.contains(&self.lower(at));
            let described = names && self.lower(comma) == "," && last - comma > 1 && !(comma + 1..last).any(is_verb);
            let head = described.then(|| self.phrase(comma)).flatten()?;
            let is_pronoun = head.len() == 1 && PRONOUNS.contains(&self.lower(head.start));
            return (!is_pronoun).then_some(head.start..last);
        }
        let word = self.lower(last);
        let bare = contraction(word).map_or(word, |verb| &word[..verb]);
        if PRONOUNS.contains(&bare) || FIRST_PERSON.contains(&bare) {
            // Outside of marks "he" is as a rule who says it: "he said he hoped"; "you" is anybody.
            let is_another = self.quoted[last] || self.of_a_body && matches!(bare, "he" | "she");
            return (is_third(bare) && bare != "you" && is_another).then_some(last..end);
        }
        let is_word = |at: usize| self.lower(at).starts_with(char::is_alphabetic);
        let fits = |at: &usize| is_word(*at) && !BEFORE_SUBJECT.contains(&self.lower(*at));
        let mut start = end;
        for at in (end.saturating_sub(SUBJECT)..end).rev().take_while(fits) {
            start = at;
            if DETERMINERS.contains(&self.lower(at)) && !(at > 0 && self.lower(at - 1) == "of") {
                break;
            }
        }
        let no_head = matches!(
            word,
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "their"
                | "its"
                | "my"
                | "your"
                | "no"
                | "of"
                | "in"
                | "there"
                | "them"
                | "him"
                | "us"
                | "me"
        );
        let head = start < end && !BETWEEN.contains(&word) && !no_head;
        if start > 0 && self.lower(start - 1) == "to" {
            return None;
        }
        let opens = start == 0 || !is_word(start - 1) || BEFORE_SUBJECT.contains(&self.lower(start - 1));
        let named = (start..end).any(|at| self.is_capital(at));
        (head && (opens || named || DETERMINERS.contains(&self.lower(start)))).then_some(start..end)
    }

    /// Where the clause ends that begins at a word.
    fn clause_end(&self, start: usize) -> usize {
        let ends = |at: &usize| {
            let (word, next) = (self.lower(*at), self.lower(at + 1));
            let gap = self.places[*at] != self.places[at - 1] + 1;
            let abbreviated = word == "." && self.lower(at - 1).len() < 2;
            let stop = matches!(word, "." | "?" | "!" | ";" | "—" | "”") && !abbreviated;
            let joins = matches!(next, "and" | "but" | "while" | "which" | "because" | "who" | "although");
            gap || stop || (word == "," && joins)
        };
        let most = self.lower.len().min(start + CLAUSE);
        (start + 1..most).find(ends).unwrap_or(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ranges::span_of;

    fn check(text: &str, expect: &[(&str, &str, &str)]) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let places: Vec<usize> = (0..spans.len()).collect();
        let piece = |r: &[Range<usize>]| span_of(&spans, &r[0]).of(text);
        let mut found = Vec::new();
        let told = read(words, &places, false, &mut found);
        found.extend(told);
        let found: Vec<_> = found.iter().map(|d| (piece(&d.source), piece(&d.cue), piece(&d.content))).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_verb_of_saying_before_a_clause_has_its_subject_before_it() {
        check(
            "that the Courier had already reported that the dam was cracked, and nobody slept",
            &[("the Courier", "had already reported", "that the dam was cracked")],
        );
        check("that he said he hoped it would end", &[]);
        check("“If it leaks, he said it would end”", &[("he", "said", "it would end")]);
        check("you really think it is a hoax", &[]);
        check("that officials had conceded that it leaked", &[("officials", "had conceded", "that it leaked")]);
        check("that two aides said the minister knew", &[("two aides", "said", "the minister knew")]);
        check("that the report was late", &[]);
        check("who said that the dam was cracked", &[]);
        check("what we said the week before", &[]);
        check("there is little to claim", &[]);
    }

    #[test]
    fn what_somebody_wants_follows_with_to() {
        check("that the Ambry fund wanted to sell its shares", &[("the Ambry fund", "wanted", "to sell its shares")]);
        check("“they’re refusing to leave the town”", &[("they’re", "refusing", "to leave the town")]);
        check("they’re trying to divide the town", &[]);
        check("that the company planned to pay", &[("the company", "planned", "to pay")]);
        check("that the ministry plans to close it", &[("the ministry", "plans", "to close it")]);
        check("that the ministry’s plans to close it were old", &[]);
        check("parents still want neighbourhood schools", &[("parents", "still want", "neighbourhood schools")]);
        check("the ones trying to press him", &[]);
        check("the wanted man went to sea", &[]);
        check("the smallest tax that he wants to pay", &[]);
    }

    #[test]
    fn who_says_it_may_be_named_between_commas() {
        check(
            "Sol’s lawyer, Ada Wrenn, denies that he passed on anything",
            &[("Sol’s lawyer, Ada Wrenn", "denies", "that he passed on anything")],
        );
        check("that on Monday, two aides said, the minister wept", &[]);
    }

    #[test]
    fn who_counts_gives_a_number() {
        check(
            "that the interior ministry had counted at least 14 people killed",
            &[("the interior ministry", "had counted", "at least 14 people killed")],
        );
        check(
            "the navy ministry had recorded nearly 700 charts as missing",
            &[("the navy ministry", "had recorded", "nearly 700 charts as missing")],
        );
        check("the navy had recorded the sound of whales", &[]);
        check(
            "that the league had calculated debts of more than €30 million",
            &[("the league", "had calculated", "debts of more than €30 million")],
        );
        check(
            "that state auditors had found a quarter of all posts vacant",
            &[("state auditors", "had found", "a quarter of all posts vacant")],
        );
        check(
            "that the office had traced $18 million to shells",
            &[("the office", "had traced", "$18 million to shells")],
        );
    }

    #[test]
    fn what_somebody_is_for_or_against_follows() {
        check("that some doctors support the walkout", &[("some doctors", "support", "the walkout")]);
        check("that deckhands blame worn chains", &[("deckhands", "blame", "worn chains")]);
        check("that the treasury feared a wave of closures", &[("the treasury", "feared", "a wave of closures")]);
        check("that it needed the support of the town", &[]);
        check("that they came back the next day", &[]);
    }

    #[test]
    fn a_remark_at_the_beginning_holds_the_rest() {
        check(
            "that, according to an aide to Whitmer, the chief of staff, Bruna Keld, had told nobody",
            &[("an aide to Whitmer", "according to", "the chief of staff, Bruna Keld, had told nobody")],
        );
        check(
            "that, in the words of Maud Ferrier, an inspector at the agency, the treasurer wept",
            &[("Maud Ferrier, an inspector at the agency", "in the words of", "the treasurer wept")],
        );
    }

    #[test]
    fn a_noun_that_a_clause_follows_has_an_owner() {
        check(
            "the ministry’s claim that its guns were silent",
            &[("the ministry’s", "claim", "that its guns were silent")],
        );
        check(
            "a report by the Evening Mail that he was paid",
            &[("the Evening Mail", "report by", "that he was paid")],
        );
        check(
            "the ministry’s claim that its guns were silent was rejected",
            &[("the ministry’s", "claim", "that its guns were silent")],
        );
        check("the claim that it rained", &[]);
        check("a report by noon that he was paid", &[]);
    }
}
