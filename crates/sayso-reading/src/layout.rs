//! What the layout of an article says beyond single windows: turns of an interview, speeches over several paragraphs,
//! quotations that stand alone, lines signed with a dash.
//!
//! The tagger reads a few paragraphs at a time and was trained on marks and words. A speech of ten paragraphs, or a
//! quotation whose speaker stands in the paragraph before, is a convention of print, so it is read by its rules. Each rule
//! speaks only where the tagger was silent or split what the marks hold together.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use sayso_text::Span;
use sayso_text::quotes::Quotes;

use crate::board::Board;
use crate::decode::{Draft, Evidence};
use crate::ranges::{span_of, words_in};
use crate::turns;

/// Words of an article with what the layout rules ask of them.
pub(crate) struct Layout<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Span],
    /// The number of each word's paragraph.
    pub(crate) paragraphs: &'a [u32],
    pub(crate) quotes: &'a Quotes,
}

/// A quotation of fewer words is a phrase, and says nothing by standing alone.
const SENTENCE: usize = 5;
/// A signature after a dash has at most this many words.
const SIGNATURE: usize = 12;

/// Who says it at a headline's end has at most this many words.
const HEADLINE_SUBJECT: usize = 4;

/// What is known of an attribution that a rule made: the layout alone, so not much.
pub(crate) const BY_LAYOUT: Evidence =
    Evidence { cue: 0.6, content: 0.8, edge: 0.8, source: 0.8, pointer: 0.6, link: 0.6 };

/// Applies the rules.
pub(crate) fn apply(layout: &Layout<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    subjects(layout, &mut drafts);
    let mut board = Board::new(drafts, layout.words.len());
    turns::apply(layout, &mut board);
    contracted(layout, &mut board);
    inverted(layout, &mut board);
    signed_lines(layout, &mut board);
    rare_verbs(layout, &mut board);
    split_quotations(layout, &mut board);
    speeches(layout, &mut board);
    standing_alone(layout, &mut board);
    let mut drafts = board.drafts();
    drafts.sort_by_key(Draft::first_word);
    drafts
}

/// "The school will not close, the mayor said": where a cue follows what was taken for content, and has no source in its own
/// paragraph, the words after the last comma are its subject.
fn subjects(layout: &Layout<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(cue) = draft.cue.first() else { continue };
        let paragraph = layout.paragraph_of(cue.start);
        if draft.source.iter().any(|source| paragraph.contains(&source.start)) {
            continue;
        }
        let Some(content) = draft.content.iter_mut().find(|content| content.end == cue.start) else { continue };
        let near = content.start.max(content.end.saturating_sub(SUBJECT + 1))..content.end;
        let Some(comma) = near.rev().find(|w| layout.word(*w) == ",").filter(|comma| *comma > content.start) else {
            continue;
        };
        let first = layout.word(comma + 1);
        let is_name = first.starts_with(char::is_uppercase)
            || matches!(
                first,
                "the" | "a" | "an" | "his" | "her" | "its" | "their" | "one" | "he" | "she" | "they" | "it"
            );
        if comma + 1 < content.end && is_name {
            let subject = comma + 1..content.end;
            content.end = comma;
            draft.take_subject(subject);
        }
    }
}

/// A subject between a comma and its verb has at most this many words.
const SUBJECT: usize = 5;

/// “He’s claiming”: the tagger's words cannot part subject and verb, so the word before a cue without a source is its source.
fn contracted(layout: &Layout<'_>, board: &mut Board) {
    for number in 0..board.drafts.len() {
        let Draft { source, cue, .. } = &board.drafts[number];
        let (true, Some(before)) = (source.is_empty(), cue.first().and_then(|cue| cue.start.checked_sub(1))) else {
            continue;
        };
        if contraction(layout.word(before)).is_some() && board.at(before).is_none() {
            board.drafts[number].take_subject(before..before + 1);
        }
    }
}

/// How many bytes of a word are a pronoun that a verb is contracted with: two of “He’s”.
pub(crate) fn contraction(word: &str) -> Option<usize> {
    const PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "who"];
    const VERBS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];
    let at = word.find(['\'', '’'])?;
    let verb = word[at..].trim_start_matches(['\'', '’']);
    let is_pronoun = |pronoun: &&str| word[..at].eq_ignore_ascii_case(pronoun);
    (VERBS.contains(&verb) && PRONOUNS.iter().any(is_pronoun)).then_some(at)
}

/// “Not the town!” shouted a man at the back: where a cue without a source in its own paragraph follows a closing mark at
/// once, its subject follows the cue. So it does where a headline ends with it: "Minister resigns, says paper".
fn inverted(layout: &Layout<'_>, board: &mut Board) {
    for number in 0..board.drafts.len() {
        let Draft { source, cue, content, .. } = &board.drafts[number];
        let [cue] = &cue[..] else { continue };
        let paragraph = layout.paragraph_of(cue.start);
        if source.iter().any(|s| paragraph.contains(&s.start)) {
            continue;
        }
        let goes_on = |w: &usize| board.at(*w).is_none() && layout.word(*w).contains(char::is_alphanumeric);
        let subject = cue.end..(cue.end..paragraph.end).take_while(goes_on).last().map_or(cue.end, |w| w + 1);
        let after_mark = content.iter().any(|c| c.end == cue.start && layout.closes_quotation(c.end - 1));
        let first = layout.word(subject.start);
        let after_quotation = source.is_empty()
            && after_mark
            && (2..=SIGNATURE).contains(&subject.len())
            && matches!(first, "a" | "an" | "the" | "one" | "another");
        let comma = cue.start > paragraph.start && layout.word(cue.start - 1) == ",";
        let before_cue = content.iter().any(|c| c.end == cue.start || c.end + 1 == cue.start);
        let ends_headline =
            comma && before_cue && subject.end == paragraph.end && (1..=HEADLINE_SUBJECT).contains(&subject.len());
        if after_quotation || ends_headline {
            board.drafts[number].take_subject(subject);
        }
    }
}

/// “It is a scandal,” fumed Greta Moll: between a mark that closes after a comma and a name, any verb is one of saying.
fn rare_verbs(layout: &Layout<'_>, board: &mut Board) {
    for quotation in layout.quotes.outermost().filter(|q| q.close.is_some()) {
        let content = layout.words_in(quotation.span);
        if content.len() < 3 {
            continue;
        }
        let (verb, name) = (content.end, content.end + 1);
        let paragraph = layout.paragraph_of(content.start);
        let stops = matches!(layout.word(content.end - 2), "," | "?" | "!");
        let is_verb = layout.word(verb).ends_with("ed") && layout.word(verb).bytes().all(|b| b.is_ascii_lowercase());
        let names = layout.word(name).starts_with(char::is_uppercase)
            || matches!(layout.word(name), "the" | "a" | "an" | "his" | "her" | "one" | "another");
        let is_read = (content.end..(name + 1).min(paragraph.end)).any(|w| board.at(w).is_some())
            || board.owner_of(&content).is_some_and(|owner| board.has_cue_in(owner, &(content.start..paragraph.end)));
        // A title has its comma inside the marks too, but begins no sentence: "His novel, “A Winter,” earned the prize".
        let begins = content.start == paragraph.start
            || matches!(layout.word(content.start - 1), "." | "?" | "!" | "”" | "\"" | "’" | "'");
        if begins && stops && is_verb && names && !is_read && name < paragraph.end {
            let source = name..layout.end_of_name(name, paragraph.end);
            board.add(Draft {
                source: vec![source],
                cue: vec![verb..name],
                content: vec![content],
                evidence: BY_LAYOUT,
            });
        }
    }
}

/// “…” — Ines Halloran: what follows the dash to the paragraph's end is the source, the dash is the cue. The dash may
/// stand on a line of its own with the name.
fn signed_lines(layout: &Layout<'_>, board: &mut Board) {
    for quotation in layout.quotes.outermost() {
        let content = layout.words_in(quotation.span);
        if content.len() < SENTENCE || quotation.close.is_none() {
            continue;
        }
        let paragraph = layout.paragraph_of(content.start);
        let own_line = content.end == paragraph.end && content.end < layout.words.len();
        let end = if own_line { layout.paragraph_of(content.end).end } else { paragraph.end };
        let dashes =
            (content.end..end).take(2).take_while(|w| matches!(layout.word(*w), "—" | "–" | "-" | "―")).count();
        let cue = content.end..content.end + dashes;
        let signature = cue.end..end;
        let is_signed = content.start == paragraph.start
            && !cue.is_empty()
            && !signature.is_empty()
            && signature.len() <= SIGNATURE
            && layout.names_someone(&signature, own_line)
            && layout.quotes.overlapping(layout.span(&signature)).next().is_none();
        if is_signed {
            board.clear(&(paragraph.start..end));
            board.add(Draft {
                source: vec![trim_stop(layout, signature)],
                cue: vec![cue],
                content: vec![content],
                evidence: Evidence { cue: 0.9, pointer: 0.95, link: 0.95, ..BY_LAYOUT },
            });
        }
    }
}

/// One quotation is one attribution's: who holds its first words gets those that another holds, if no cue stands in it.
fn split_quotations(layout: &Layout<'_>, board: &mut Board) {
    for quotation in layout.quotes.outermost() {
        let words = layout.words_in(quotation.span);
        let first = words.start..words.end.min(words.start + SENTENCE);
        let Some(holder) = board.owner_of(&first) else { continue };
        let is_split = words.clone().any(|w| board.content_at(w).is_some_and(|d| d != holder));
        if is_split && !words.clone().any(|w| board.cue_at(w).is_some()) {
            board.give(holder, &words);
        }
    }
}

/// The paragraphs of one speech (a mark opens each, none closes but the last) belong to one attribution.
fn speeches(layout: &Layout<'_>, board: &mut Board) {
    let mut number = None;
    for first in layout.quotes.outermost().filter(|q| q.continues) {
        if number == Some(first.speech) {
            continue;
        }
        number = Some(first.speech);
        let pieces: Vec<Range<usize>> =
            layout.quotes.speech(first.speech).map(|q| layout.words_in(q.span)).filter(|r| !r.is_empty()).collect();
        // Who holds the first paragraph that anybody holds, speaks them all.
        let Some(speaker) = pieces.iter().find_map(|p| board.owner_of(p)) else { continue };
        for piece in pieces {
            // One with a cue of its own is a transcript's turn or a new quotation whose mark before was lost.
            let is_own = |w: usize, d: usize| (d != speaker || piece.contains(&w)) && !board.is_nested_in(d, &piece);
            if !layout.paragraph_of(piece.start).any(|w| board.cue_at(w).is_some_and(|d| is_own(w, d))) {
                board.give(speaker, &piece);
            }
        }
    }
}

/// A paragraph that is one quotation, and has no speaker of its own, goes on with the speaker before it.
fn standing_alone(layout: &Layout<'_>, board: &mut Board) {
    let mut before: Option<(u32, usize)> = None;
    for quotation in layout.quotes.outermost() {
        let content = layout.words_in(quotation.span);
        let stands_alone =
            content.len() >= SENTENCE && content == layout.paragraph_of(content.start) && !board.holds_any(&content);
        if !stands_alone {
            continue;
        }
        let same_speech = before.filter(|(speech, _)| *speech == quotation.speech).map(|(_, speaker)| speaker);
        let speaker = match same_speech.or_else(|| speaker_before(layout, board, content.start)) {
            Some(speaker) => speaker,
            None => {
                board.add(Draft { source: vec![], cue: vec![], content: vec![content.clone()], evidence: BY_LAYOUT })
            }
        };
        board.give(speaker, &content);
        before = Some((quotation.speech, speaker));
    }
}

/// Who goes on speaking at a paragraph's first word: whom the paragraph before introduces with a colon, quotes, ends with,
/// or consists of.
///
/// In `PolNeAR`'s training part, a quotation that stands alone belongs to the last attribution of the paragraph before in 37
/// of 43 cases where that is quoted and in 11 of 21 where it is not but ends the paragraph (in none has it no source); in 2
/// of 7 where more text follows.
fn speaker_before(layout: &Layout<'_>, board: &Board, first: usize) -> Option<usize> {
    let before = layout.paragraph_of(first.checked_sub(1)?);
    let introduces = layout.word(before.end - 1) == ":";
    let last = before.clone().rev().find_map(|w| board.at(w).filter(|d| board.has_cue_in(*d, &before)));
    if let Some(last) = last {
        let Draft { source, cue, .. } = &board.drafts[last];
        let held = |w: &usize| board.at(*w) == Some(last) || source.iter().chain(cue).any(|r| r.contains(w));
        let mut after = before.clone().rev().take_while(|w| !held(w));
        let ends = board.is_named(last) && after.all(|w| !layout.word(w).contains(char::is_alphanumeric));
        return (introduces || ends || quotes_in(layout, board, last, &before)).then_some(last);
    }
    let is_quotation = layout.quotes.overlapping(layout.span(&before)).any(|q| layout.words_in(q.span) == before);
    board
        .content_at(before.start)
        .filter(|d| is_quotation && board.content_at(before.end - 1) == Some(*d) && board.is_named(*d))
}

/// Whether a paragraph has a quotation in the content of an attribution.
fn quotes_in(layout: &Layout<'_>, board: &Board, draft: usize, paragraph: &Range<usize>) -> bool {
    layout
        .quotes
        .overlapping(layout.span(paragraph))
        .map(|q| layout.words_in(q.span))
        .any(|q| q.len() >= SENTENCE && q.into_iter().any(|w| board.content_at(w) == Some(draft)))
}

/// A full stop or comma after a name is no part of it.
fn trim_stop(layout: &Layout<'_>, range: Range<usize>) -> Range<usize> {
    let stops = matches!(layout.word(range.end - 1), "." | ",") && range.len() > 1;
    range.start..range.end - usize::from(stops)
}

impl Layout<'_> {
    /// Whether a signature begins as names do. On a line of its own a single capital may as well be a list's.
    fn names_someone(&self, signature: &Range<usize>, own_line: bool) -> bool {
        let mut starts = signature.clone().take(2).map(|w| self.word(w).chars().next().unwrap_or(' '));
        starts.next().is_some_and(char::is_uppercase)
            && (!own_line || starts.next().is_none_or(|c| !c.is_alphanumeric() || c.is_uppercase()))
    }

    /// Where the words end that say who somebody is: "Greta Moll, who runs the bakery".
    fn end_of_name(&self, name: usize, most: usize) -> usize {
        let most = most.min(name + SIGNATURE);
        let is_stop = |w: &usize| !self.word(*w).contains(char::is_alphanumeric) && !matches!(self.word(*w), "-" | "&");
        let first = (name..most).find(is_stop).unwrap_or(most);
        let goes_on = self.word(first) == "," && matches!(self.word(first + 1), "who" | "whose" | "a" | "an" | "the");
        if goes_on { (first + 1..most).find(is_stop).unwrap_or(first) } else { first }
    }

    fn closes_quotation(&self, word: usize) -> bool {
        let span = self.words[word];
        self.quotes.at(span.start).and_then(|q| q.close).is_some_and(|close| close.overlaps(span))
    }

    pub(crate) fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |w| w.of(self.text))
    }

    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        span_of(self.words, words)
    }

    pub(crate) fn words_in(&self, span: Span) -> Range<usize> {
        words_in(self.words, span)
    }

    /// The words of the paragraph around a word.
    pub(crate) fn paragraph_of(&self, word: usize) -> Range<usize> {
        let number = self.paragraphs[word];
        self.paragraphs.partition_point(|p| *p < number)..self.paragraphs.partition_point(|p| *p <= number)
    }
}

impl Draft {
    /// Makes these words its source, by a rule.
    fn take_subject(&mut self, words: Range<usize>) {
        self.source = vec![words];
        self.evidence.source = BY_LAYOUT.source;
        self.evidence.pointer = BY_LAYOUT.pointer;
    }

    /// The first word of any of its parts.
    pub(crate) fn first_word(&self) -> usize {
        self.ranges().map(|r| r.start).min().unwrap_or(0)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::{Duration, Instant};

    use sayso_text::{quotes, words};

    use super::*;
    use crate::edges::{whole_quotations, without_conjunctions};

    /// A text whose paragraphs are its lines, and drafts given by their words: source, cue, contents.
    pub(crate) struct Case<'a> {
        pub(crate) text: &'a str,
        pub(crate) drafts: &'a [(&'a str, &'a str, &'a [&'a str])],
    }

    struct Read<'a> {
        text: &'a str,
        words: Vec<Span>,
        paragraphs: Vec<u32>,
        quotes: Quotes,
    }

    impl<'a> Read<'a> {
        fn of(text: &'a str) -> Self {
            let mut at = 0;
            let lines: Vec<Span> = text
                .split_inclusive('\n')
                .map(|line| {
                    at += line.len();
                    Span::new(at - line.len(), at)
                })
                .collect();
            let words = words(text);
            let paragraphs = words.iter().map(|w| lines.partition_point(|l| l.end <= w.start) as u32).collect();
            Self { text, words, paragraphs, quotes: quotes::read(text, &lines) }
        }

        fn layout(&self) -> Layout<'_> {
            Layout { text: self.text, words: &self.words, paragraphs: &self.paragraphs, quotes: &self.quotes }
        }

        fn range(&self, piece: &str) -> Range<usize> {
            let at = self.text.find(piece).unwrap_or_else(|| panic!("`{piece}` is in the text"));
            self.layout().words_in(Span::new(at, at + piece.len()))
        }

        fn show(&self, ranges: &[Range<usize>]) -> String {
            let pieces: Vec<_> = ranges.iter().map(|r| self.layout().span(r).of(self.text).to_owned()).collect();
            pieces.join(" | ")
        }
    }

    pub(crate) fn check(case: &Case<'_>, expect: &[&str]) {
        let read = Read::of(case.text);
        let drafts = case.drafts.iter().map(|(source, cue, content)| Draft {
            source: vec![read.range(source)],
            cue: vec![read.range(cue)],
            content: content.iter().map(|c| read.range(c)).collect(),
            evidence: Evidence::default(),
        });
        let found: Vec<_> = apply(&read.layout(), drafts.collect())
            .iter()
            .map(|d| format!("{} / {} / {}", read.show(&d.source), read.show(&d.cue), read.show(&d.content)))
            .collect();
        assert_eq!(found, expect, "{}", case.text);
    }

    #[test]
    fn one_speaker_speaks_all_paragraphs_and_what_is_nested_in_them() {
        check(
            &Case {
                text: "“It was late,” Quill said. “We slept.\n“The council told us that all was well.\n“It was not.”",
                drafts: &[
                    ("Quill", "said", &["“It was late,”", "“We slept."]),
                    ("The council", "told us", &["that all was well."]),
                ],
            },
            &["Quill / said / “It was late,” | “We slept. | “The council told us that all was well. | “It was not.”"],
        );
    }

    #[test]
    fn a_lost_closing_mark_gives_nobody_the_next_speakers_words() {
        check(
            &Case {
                text: "“We will come to the fair, said Pell.\n“Nobody asked him to,” said Okoro.",
                drafts: &[
                    ("Pell", "said Pell", &["“We will come to the fair,"]),
                    ("Okoro", "said Okoro", &["“Nobody asked him to,”"]),
                ],
            },
            &["Pell / said Pell / “We will come to the fair,", "Okoro / said Okoro / “Nobody asked him to,”"],
        );
    }

    #[test]
    fn a_pronoun_that_is_one_word_with_its_verb_is_a_source() {
        assert_eq!(contraction("He’s"), Some(2));
        assert_eq!(contraction("they've"), Some(4));
        assert_eq!([contraction("don’t"), contraction("Ann’s"), contraction("its")], [None; 3]);
        let draft = Draft { source: vec![], cue: vec![1..2], content: vec![2..7], evidence: Evidence::default() };
        let read = Read::of("He’s claiming that it is a fraud.");
        assert_eq!(apply(&read.layout(), vec![draft])[0].source, [0..1]);
    }

    #[test]
    fn a_subject_taken_for_content_is_the_source() {
        check(
            &Case {
                text: "The school will not close, the mayor said.\nNobody came, said Orla Finch.",
                drafts: &[("Orla Finch", "said", &["The school will not close, the mayor"])],
            },
            &["the mayor / said / The school will not close"],
        );
    }

    #[test]
    fn one_quotation_is_one_attributions() {
        check(
            &Case {
                text: "“It is late,” Keel said, asking, “Who will pay for the bridge? Who will mend it?” It rained.",
                drafts: &[
                    ("Keel", "said", &["“It is late,”", "Who will mend it?”"]),
                    ("Keel", "asking", &["“Who will pay for the bridge?"]),
                ],
            },
            &["Keel / said / “It is late,”", "Keel / asking / “Who will pay for the bridge? Who will mend it?”"],
        );
    }

    #[test]
    fn quotations_that_stand_alone_find_their_speaker() {
        let alone = "“It was the end of the world.”\n“There was glass on the floor.”";
        let text = format!("“We heard it quite clearly,” Keel said.\n{alone}\nNobody was hurt.");
        check(
            &Case { text: &text, drafts: &[("Keel", "said", &["“We heard it quite clearly,”"])] },
            &[
                "Keel / said / “We heard it quite clearly,” | “It was the end of the world.” | “There was glass on the floor.”",
            ],
        );
        let alone = "“It was the end of the world.”";
        for (before, carries) in
            [("Keel said that it was loud.", true), ("Keel said that it was loud, and left.", false)]
        {
            let text = format!("{before}\n{alone}");
            let case = Case { text: &text, drafts: &[("Keel", "said", &["that it was loud"])] };
            if carries {
                check(&case, &["Keel / said / that it was loud | “It was the end of the world.”"]);
            } else {
                check(&case, &["Keel / said / that it was loud", " /  / “It was the end of the world.”"]);
            }
        }
        let text = format!("Nobody slept that night.\n{alone}\n“There was glass on the floor.”");
        check(
            &Case { text: &text, drafts: &[] },
            &[" /  / “It was the end of the world.”", " /  / “There was glass on the floor.”"],
        );
    }

    #[test]
    fn the_subject_of_an_inverted_cue_is_its_source() {
        let text = "“Not the town!” shouted a man at the back. It rained.";
        let words = words(text);
        let draft = |source| Draft { source, cue: vec![6..7], content: vec![0..6], evidence: Evidence::default() };
        for (source, expect) in [(vec![], 7..12), (vec![13..14], 13..14)] {
            let read = Read::of(text);
            assert_eq!(read.words, words);
            assert_eq!(apply(&read.layout(), vec![draft(source)])[0].source, [expect]);
        }
    }

    #[test]
    fn a_dash_signs_on_its_line_or_on_the_next() {
        for (dash, cue) in [(" — ", "—"), ("\n— ", "—"), (" -- ", "--"), ("\n- ", "-")] {
            check(
                &Case {
                    text: &format!("“The lights have been out for weeks.”{dash}Ada Orr, Esk.\nIt rained."),
                    drafts: &[],
                },
                &[&format!("Ada Orr, Esk / {cue} / “The lights have been out for weeks.”")],
            );
        }
        let check_unsigned = |rest: &str, expect: &[&str]| {
            check(
                &Case { text: &format!("“The lights have been out for weeks.”{rest}\nIt rained."), drafts: &[] },
                expect,
            );
        };
        check_unsigned(" — and so on", &[]);
        check_unsigned("\n- Buses will run on Sunday", &[" /  / “The lights have been out for weeks.”"]);
    }

    /// Twenty thousand quotations of each kind. Rules that looked at every draft for every quotation would take minutes.
    #[test]
    fn time_grows_with_the_article_not_with_its_square() {
        let kinds = [
            "“We went home in the rain,” he said.\n",
            "“We went home in the rain, he said.\n",
            "“We went home in the rain at night.\n",
            "“We went home in the rain at night.”\n",
            "“We went home in the rain at night.” — Ada Orr\n",
            "“We went home in the rain,” he said. ",
        ];
        for kind in kinds {
            let text = kind.repeat(20_000);
            let read = Read::of(&text);
            let of_kind = words(kind);
            let said = of_kind.iter().position(|w| w.of(kind) == "said");
            let mut drafts = Vec::new();
            for first in (0..read.words.len()).step_by(of_kind.len()) {
                drafts.extend(said.map(|said| Draft {
                    source: vec![first + said - 1..first + said],
                    cue: vec![first + said..first + said + 1],
                    content: vec![first..first + 7],
                    evidence: Evidence::default(),
                }));
            }
            let start = Instant::now();
            whole_quotations(&mut drafts, &read.words, &read.quotes);
            without_conjunctions(&mut drafts, &text, &read.words, &read.quotes);
            let found = apply(&read.layout(), drafts);
            assert!(start.elapsed() < Duration::from_secs(30), "{kind} took {:?}", start.elapsed());
            assert!(!found.is_empty(), "{kind}");
        }
    }
}
