//! Somebody’s words go on for sentence after sentence, and who it is isn’t said again.
//!
//! ## What it does
//!
//! Finds where more than so many sentences of one source have gone by since the source was last named, be it by a pronoun. Where
//! the words of one person, house or paper are retold, without quotation marks, the sentences of that paragraph that give nobody
//! count as its own, and, if there are such or it tells what somebody found out, those of the three paragraphs after it, until one
//! goes elsewhere (“On the beach”, “By dawn”, a name) or the writer speaks himself (“could not be reached”).
//!
//! ## Why it matters
//!
//! A reader who comes in below, or who lost the thread, takes the words for the article’s own or for another’s.
//!
//! ## Authority
//!
//! AP, “Statement of News Values” and its advice on attribution: the source is named again in later paragraphs unless it is plain.
//!
//! ## Example
//!
//! ```text
//! “We came in March,” said Ines Tarn, a baker. “The oven was cold. The roof had gone. There was no road. The pump was dry. We carried the flour ourselves. It took us a year. Nobody came to help. We stayed.”
//! ```
//!
//! ## Better
//!
//! ```text
//! “We came in March,” said Ines Tarn, a baker. “The oven was cold. The roof had gone. There was no road. The pump was dry.” She and her sons stayed. “We carried the flour ourselves,” Tarn said. “It took us a year. Nobody came to help.”
//! ```
//!
//! ## When not to use
//!
//! In interviews with questions and answers, and in statements that are printed whole.

use sayso_article::Part;
use sayso_reading::{Act, Attribution, SourceId, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::desk::{Line, contents_in};
use crate::words::lower;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ATT006",
    name: "source-not-restated",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[
        Opt {
            name: "sentences",
            default: Value::Number(6),
            doc: "How many sentences of one source may go by before it is named again",
        },
        Opt {
            name: "retold",
            default: Value::Number(4),
            doc: "How many of them may be without quotation marks, which would show that somebody still speaks",
        },
    ],
    source: include_str!("source_not_restated.rs"),
    check,
};

/// An attribution that is read with less confidence may be part of what is retold.
const SURE: f32 = 0.6;

/// Sentences of one source in a row.
struct Run {
    source: SourceId,
    /// Where it was last named; none before it is.
    named: Option<Span>,
    sentences: usize,
    /// How many of them are retold and say of nobody that he does.
    retold: usize,
    /// The paragraph in which it was last named, where that was without quotation marks and in no other’s words.
    retold_in: Option<usize>,
    /// Whether a sentence of that paragraph went on with it, or it tells what somebody found out.
    goes_on: bool,
    /// The paragraph of its last sentence.
    last: usize,
}

/// So many paragraphs after the one in which somebody's words are retold may go on with them.
const PARAGRAPHS: usize = 3;

impl Run {
    /// Whether it is too long with the last sentence, and was not before it.
    fn is_too_long(&self, most: usize, most_retold: usize, is_retold: bool) -> bool {
        let is_now = |count: usize, most: usize| count == most + 1;
        (is_now(self.sentences, most) && self.retold <= most_retold)
            || (is_retold && is_now(self.retold, most_retold) && self.sentences <= most)
    }

    /// Whether a sentence that gives nobody goes on with what is retold.
    fn reaches(&self, desk: &Desk<'_>, line: &Line<'_>) -> bool {
        let reach = if self.goes_on { PARAGRAPHS } else { 0 };
        self.retold_in.is_some_and(|first| line.paragraph <= first + reach)
            && !turns(&line.sentence)
            && (line.paragraph == self.last || goes_on(desk, line))
    }
}

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let (most, most_retold) = (options.number("sentences").max(1), options.number("retold").max(1));
    let mut run: Option<Run> = None;
    for line in desk.sentences.iter().filter(|line| line.part == Part::Body) {
        let retold = run.as_ref().filter(|run| run.reaches(desk, line) && gives_nobody(desk, line));
        let retold = retold.map(|run| (run.source, line.sentence.whole));
        let is_retold_on = retold.is_some();
        let Some((source, said)) = retold.or_else(|| speaks(desk, line)) else {
            run = None;
            continue;
        };
        let same = run.take_if(|run| run.source == source);
        let mut now = same.unwrap_or(Run {
            source,
            named: None,
            sentences: 0,
            retold: 0,
            retold_in: None,
            goes_on: false,
            last: line.paragraph,
        });
        if let Some(named) = named(desk, line, source) {
            let retold_in = is_retold(desk, line, source).then_some(line.paragraph);
            let goes_on = finds(&line.sentence);
            now = Run { source, named: Some(named), sentences: 0, retold: 0, retold_in, goes_on, last: line.paragraph };
        } else {
            now.sentences += 1;
            now.retold += usize::from(is_retold_on);
            now.goes_on |= now.retold_in == Some(line.paragraph);
            now.last = line.paragraph;
        }
        if let (Some(named), true) = (now.named, now.is_too_long(most, most_retold, is_retold_on)) {
            let called = desk.source(source).map(|source| desk.called(source)).unwrap_or_default();
            found
                .add(
                    said,
                    format!("“{called}” speaks for {} sentences without being named again", now.sentences),
                    "Name the source again, at the latest in the next paragraph",
                )
                .related(named, "last named here");
        }
        run = Some(now);
    }
}

/// Whose words most of a sentence is, or some where it names him, and where they stand in it.
fn speaks(desk: &Desk<'_>, line: &Line<'_>) -> Option<(SourceId, Span)> {
    let whole = line.sentence.whole;
    let share = |content: &Span| Span { start: content.start.max(whole.start), end: content.end.min(whole.end) };
    let mut outermost = desk.touching(whole).filter(|a| a.within.is_none());
    outermost.find_map(|a| {
        let said = contents_in(a, whole).iter().map(share).max_by_key(|said| said.len())?;
        let is_named = || a.source.iter().any(|source| source.overlaps(whole));
        (said.len() * 2 >= whole.len() || is_named()).then_some((a.source_id?, said))
    })
}

/// Verbs after which nothing is retold.
const NO_TELLING: &[&str] =
    &["asked", "asks", "denied", "denies", "offered", "rejected", "called", "demanded", "urged"];

/// Papers that are called by a plural.
const PAPERS: &[&str] =
    &["accounts", "figures", "records", "minutes", "documents", "papers", "files", "statistics", "books", "filings"];
/// Words of more than one who speak.
const MANY: &[&str] =
    &["and", "two", "three", "four", "several", "some", "many", "most", "polls", "studies", "reports"];

/// Whether a sentence gives what one person, house or paper said, without quotation marks.
fn is_retold(desk: &Desk<'_>, line: &Line<'_>, source: SourceId) -> bool {
    let is_plain = desk.quotes.overlapping(line.sentence.whole).next().is_none();
    let is_one = desk.source(source).is_some_and(|source| {
        let words = source.mentions.first().map(|mention| lower(desk.text, *mention)).unwrap_or_default();
        // “Ines Tarn, a baker and the guild’s head”: one.
        let called = || words.iter().take_while(|word| *word != ",");
        let has = |table: &[&str]| called().any(|word| table.contains(&word.as_str()));
        has(PAPERS) || (source.kind != SourceType::UnnamedGroup && !has(MANY))
    });
    let tells = |cue: &Span| !lower(desk.text, *cue).iter().any(|word| NO_TELLING.contains(&word.as_str()));
    let said = |a: &Attribution| {
        a.source_id == Some(source)
            && a.act == Act::Says
            && !a.negated
            && a.within.is_none()
            && a.confidence >= SURE
            && a.cue.iter().all(tells)
    };
    is_plain && is_one && desk.touching(line.sentence.whole).any(said)
}

/// Words of those who look into a thing: what they found is told at length.
const LOOKS_INTO: &[&str] = &[
    "team",
    "study",
    "report",
    "researchers",
    "survey",
    "experiment",
    "experiments",
    "audit",
    "inquiry",
    "analysis",
    "review",
    "dig",
    "excavation",
    "trial",
    "autopsy",
    "investigation",
    "findings",
];

/// “Her team filmed the larvae for two years”.
fn finds(sentence: &Sentence<'_>) -> bool {
    sentence.lower.iter().any(|word| LOOKS_INTO.contains(&word.as_str()))
}

/// Words of a reply that was not given, of a question, and of what is to come: the writer himself tells of them.
const WRITERS: &[&str] =
    &["comment", "reached", "respond", "reply", "replied", "responded", "?", "readers", "meanwhile"];
/// What takes place again, with its day.
const RESUMES: &[&str] = &[
    "reopens",
    "opens",
    "resumes",
    "continues",
    "sits",
    "meets",
    "goes",
    "plays",
    "returns",
    "begins",
    "starts",
    "ends",
];
const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month"];

/// Whether a sentence is the writer’s: “the inquiry sits again on Monday”, “Orlick: He did not”.
fn turns(sentence: &Sentence<'_>) -> bool {
    let has = |table: &[&str]| sentence.lower.iter().any(|word| table.contains(&word.as_str()));
    has(WRITERS) || (has(RESUMES) && has(DAYS)) || (1..4).any(|at| sentence.lower(at) == ":")
}

/// Words with which a new paragraph goes elsewhere.
const ELSEWHERE: &[&str] = &[
    "on",
    "in",
    "by",
    "at",
    "outside",
    "inside",
    "across",
    "behind",
    "near",
    "last",
    "next",
    "earlier",
    "later",
    "after",
    "before",
    "until",
    "since",
    "during",
    "for",
    "both",
    "but",
    "yet",
    "still",
    "now",
    "nor",
    "and",
    "here",
    "there",
    "tomorrow",
    "yesterday",
    "today",
    "elsewhere",
    "to",
    "from",
    "as",
    "with",
    "under",
    "along",
    "not",
];

/// Whether a new paragraph goes on with what is told: not “on the beach”, “by dawn”, “12:05” nor with somebody’s name.
fn goes_on(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let (first, word) = (line.sentence.lower(0), line.sentence.word(0));
    let is_named = || {
        let is_same = |line: &Line<'_>| (1..line.sentence.words.len()).any(|at| line.sentence.word(at) == word);
        desk.body().any(is_same)
    };
    let is_day = |at: usize| DAYS.contains(&line.sentence.lower(at));
    !ELSEWHERE.contains(&first)
        && !first.starts_with(|c: char| c.is_ascii_digit())
        && !(0..3).any(is_day)
        && (COMMON.contains(&first) || !is_named())
}

/// Words that have a capital at a beginning alone.
const COMMON: &[&str] = &[
    "the", "its", "it", "he", "she", "they", "his", "her", "their", "these", "those", "this", "that", "when", "where",
];

/// Whether a sentence surely has no source, quotes nobody, and does not speak of the writer: “nobody had asked the midwives” may
/// be read as asking.
fn gives_nobody(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let whole = line.sentence.whole;
    let is_writer = |word: &String| matches!(word.as_str(), "i" | "me" | "my" | "we" | "us" | "our");
    !desk.touching(whole).any(|a| a.confidence >= SURE && !is_compared(desk, a))
        && desk.quotes.overlapping(whole).next().is_none()
        && !line.sentence.lower.iter().any(is_writer)
}

/// “As the manual requires”: what is only held beside what somebody says.
fn is_compared(desk: &Desk<'_>, a: &Attribution) -> bool {
    let is_text = desk.source_of(a).is_some_and(|source| source.kind == SourceType::Document);
    is_text && a.source.first().is_some_and(|source| desk.text[..source.start].trim_end().ends_with(" as"))
}

/// Where a sentence names a source, in a source’s place.
fn named(desk: &Desk<'_>, line: &Line<'_>, source: SourceId) -> Option<Span> {
    let whole = line.sentence.whole;
    let of_source = |a: &&Attribution| a.source_id == Some(source);
    let mut spans = desk.touching(whole).filter(of_source).flat_map(|a| &a.source);
    spans.find(|span| span.overlaps(whole)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn the_seventh_sentence_without_a_name_is_found() {
        fires(
            &RULE,
            "“We came in March,” said Ines Tarn, a baker. “The oven was cold. The roof had gone. There was no road. The pump was dry. We carried the flour ourselves. It took us a year. ⟦Nobody came to help.⟧ We stayed.”",
        );
        fires(
            &RULE,
            "Corin Vale, who sells boots, said: “They told us it would take a week. It took the winter. We lost our customers. Then we lost the shop. My brother left. My sons left. The dog left. ⟦I stayed where I was.”⟧",
        );
    }

    #[test]
    fn what_is_retold_for_a_whole_paragraph_is_found() {
        fires(
            &RULE,
            "Ines Tarn, who leads the bakers’ guild, said that the oven had been cold in March. The roof had gone. There had been no road. The pump had been dry for a year. The flour came by boat. ⟦Two bakers had left.⟧ The guild had written to the town. Nobody would come to help. The winter would be long.",
        );
        fires(
            &RULE,
            "Ines Tarn, who leads the bakers’ guild, said that the oven had been cold in March. The roof had gone. There had been no road.\n\nThe pump had been dry for a year. The flour came by boat.\n\n⟦Two bakers had left.⟧ The guild had written to the town.",
        );
        fires(
            &RULE,
            "Ines Tarn, who led the work, said her team had counted bats for two years.\n\nThe animals leave the roof at dusk. Young ones go last.\n\nWhen it rains, none of them leaves. The warm side of the roof is the fuller one.\n\n⟦Hungry bats leave first.⟧ They come back in the night.",
        );
        fires(
            &RULE,
            "Ines Tarn, a vet at Kell and the leader of the work, said her team had counted bats for two years.\n\nThe animals leave the roof at dusk. Young ones go last. Rain keeps them in. The warm side is the fuller one.\n\n⟦The old ones leave first.⟧ They come back in the night.",
        );
        fires(
            &RULE,
            "The warden, Ole Lund, said that the tide had been high. The boats had been moored, as the rules demand. The crane had been locked. Its hook had been down. The gate had been shut. ⟦The pump had run all night.⟧ The lamps had been lit.",
        );
    }

    #[test]
    fn who_is_named_again_or_stops_is_none() {
        is_silent(
            &RULE,
            &[
                "“We came in March,” said Ines Tarn, a baker. “The oven was cold. The roof had gone. There was no road.”",
                "“We came in March,” said Ines Tarn, a baker. “The oven was cold. The roof had gone. There was no road. The pump was dry,” she said. “We carried the flour ourselves. It took us a year. Nobody came to help.”",
                "“We came in March,” said Ines Tarn. “The oven was cold. The roof had gone.”\n\nThe road was built in May.\n\n“We carried the flour ourselves. It took us a year. Nobody came to help. We stayed. We bake.”",
                "Ines Tarn, who leads the bakers’ guild, said that the oven had been cold in March. The roof had gone. There had been no road. The pump had been dry for a year.\n\nTwo bakers left in May, the town says. The guild wrote to the town. Nobody came. The winter was long. The mill is shut.",
                "Ines Tarn, who leads the guild, said that the oven had been cold in March. The roof had gone. There had been no road.\n\nOn the quay two boats lay dry. The flour came in sacks. Two bakers had left. The mill is shut.",
                "Ines Tarn, who leads the guild, said that the oven had been cold. The roof had gone. The town did not respond. The pump was dry. The flour came in sacks. Two bakers had left. The mill is shut.",
                "Two bakers said that the oven had been cold. The roof had gone. There had been no road. The pump was dry. The flour came in sacks. The mill is shut. The winter was long.",
                "Ines Tarn said that the oven had been cold in March. I went to see it. The roof had gone. There was no road. The pump was dry. The flour was wet. The winter was long. The town was empty. The mill was shut.",
                "The oven was cold. The roof had gone. There was no road. The pump was dry. The flour was wet. The winter was long. The town was empty. The mill was shut.",
            ],
        );
    }
}
