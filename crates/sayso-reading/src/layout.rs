//! What the layout of an article says beyond single windows: speeches over several paragraphs, quotations that stand alone,
//! lines signed with a dash.
//!
//! The tagger reads a few paragraphs at a time and was trained on marks and words. A speech of ten paragraphs, or a
//! quotation whose speaker stands in the paragraph before, is a convention of print, so it is read by its rules. Each rule
//! speaks only where the tagger was silent or split what the marks hold together.

use std::ops::Range;

use sayso_text::Span;
use sayso_text::quotes::Quotes;

use crate::decode::{Draft, Evidence};
use crate::ranges::{span_of, words_in};

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

/// What is known of an attribution that a rule made: the layout alone, so not much.
const BY_LAYOUT: Evidence = Evidence { cue: 0.6, content: 0.8, edge: 0.8, source: 0.8, pointer: 0.6, link: 0.6 };

/// Applies the rules.
pub(crate) fn apply(layout: &Layout<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut board = Board::new(drafts, layout.words.len());
    inverted(layout, &mut board);
    signed_lines(layout, &mut board);
    speeches(layout, &mut board);
    standing_alone(layout, &mut board);
    let mut drafts = board.drafts();
    drafts.sort_by_key(Draft::first_word);
    drafts
}

/// “Not the town!” shouted a man at the back: where a cue without a source follows a closing mark at once, its subject
/// follows the cue.
fn inverted(layout: &Layout<'_>, board: &mut Board) {
    for number in 0..board.drafts.len() {
        let Draft { source, cue, content, .. } = &board.drafts[number];
        let ([], [cue]) = (&source[..], &cue[..]) else { continue };
        let follows = content.iter().any(|c| c.end == cue.start && layout.closes_quotation(c.end - 1));
        let goes_on = |w: &usize| board.at(*w).is_none() && layout.word(*w).contains(char::is_alphanumeric);
        let end = layout.paragraph_of(cue.start).end;
        let subject = cue.end..(cue.end..end).take_while(goes_on).last().map_or(cue.end, |w| w + 1);
        let first = layout.word(subject.start);
        let is_subject =
            (2..=SIGNATURE).contains(&subject.len()) && matches!(first, "a" | "an" | "the" | "one" | "another");
        if follows && is_subject {
            board.drafts[number].source.push(subject);
            board.drafts[number].evidence.source = BY_LAYOUT.source;
            board.drafts[number].evidence.pointer = BY_LAYOUT.pointer;
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

/// The drafts, and which of them holds each word as cue or as content: so each rule looks at a word a bounded number of
/// times, however many attributions an article has.
struct Board {
    drafts: Vec<Draft>,
    /// Drafts that a rule took away keep their number.
    gone: Vec<bool>,
    /// How many words each draft holds.
    held: Vec<usize>,
    cue: Vec<Option<u32>>,
    content: Vec<Option<u32>>,
    /// Whether a piece of content begins with the word, though the word before is the same draft's.
    begins: Vec<bool>,
}

impl Board {
    fn new(drafts: Vec<Draft>, words: usize) -> Self {
        let mut board = Self {
            drafts: Vec::with_capacity(drafts.len()),
            gone: Vec::new(),
            held: Vec::new(),
            cue: vec![None; words],
            content: vec![None; words],
            begins: vec![false; words],
        };
        for draft in drafts {
            board.add(draft);
        }
        board
    }

    fn add(&mut self, draft: Draft) -> usize {
        let number = self.drafts.len();
        self.gone.push(false);
        self.held.push(0);
        for word in draft.cue.iter().cloned().flatten() {
            self.cue[word] = Some(number as u32);
            self.held[number] += 1;
        }
        for content in &draft.content {
            self.hold(number, content);
        }
        self.drafts.push(draft);
        number
    }

    /// What is left of the drafts, with the contents that they hold now.
    fn drafts(mut self) -> Vec<Draft> {
        for draft in &mut self.drafts {
            draft.content.clear();
        }
        let mut last = None;
        for word in 0..self.content.len() {
            let holder = self.content_at(word);
            if let Some(draft) = holder {
                let content = &mut self.drafts[draft].content;
                match content.last_mut() {
                    Some(piece) if last == holder && !self.begins[word] => piece.end = word + 1,
                    _ => content.push(word..word + 1),
                }
            }
            last = holder;
        }
        let gone = self.gone;
        let kept = self.drafts.into_iter().zip(gone).filter(|(draft, gone)| !gone && !draft.content.is_empty());
        kept.map(|(draft, _)| draft).collect()
    }

    fn content_at(&self, word: usize) -> Option<usize> {
        self.content[word].map(|d| d as usize).filter(|d| !self.gone[*d])
    }

    fn cue_at(&self, word: usize) -> Option<usize> {
        self.cue[word].map(|d| d as usize).filter(|d| !self.gone[*d])
    }

    fn at(&self, word: usize) -> Option<usize> {
        self.cue_at(word).or_else(|| self.content_at(word))
    }

    fn holds_any(&self, words: &Range<usize>) -> bool {
        words.clone().any(|w| self.at(w).is_some())
    }

    fn has_cue_in(&self, draft: usize, words: &Range<usize>) -> bool {
        self.drafts[draft].cue.first().is_some_and(|c| words.contains(&c.start))
    }

    fn is_named(&self, draft: usize) -> bool {
        !self.drafts[draft].source.is_empty()
    }

    /// Whether what these words quote reports something itself ("the council told us that …"): then source and cue come
    /// first. Where they come after the content, it is the closing mark that is lacking ("“We will, said Pell.").
    fn is_nested_in(&self, draft: usize, quotation: &Range<usize>) -> bool {
        let Draft { cue, content, .. } = &self.drafts[draft];
        let (Some(cue), Some(content)) = (cue.first(), content.first()) else { return false };
        quotation.contains(&cue.start) && cue.start < content.start
    }

    /// The draft that more than half of these words are content of, if it is not itself nested in them.
    fn owner_of(&self, words: &Range<usize>) -> Option<usize> {
        let (owner, count) = self.holders(words, Self::content_at).into_iter().max_by_key(|(_, count)| *count)?;
        (count * 2 > words.len() && !self.is_nested_in(owner, words)).then_some(owner)
    }

    /// The drafts that hold any of these words, and how many of them.
    fn holders(&self, words: &Range<usize>, holder: impl Fn(&Self, usize) -> Option<usize>) -> Vec<(usize, usize)> {
        let mut all: Vec<usize> = words.clone().filter_map(|w| holder(self, w)).collect();
        all.sort_unstable();
        all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
    }

    /// Takes away what has cue or content among these words.
    fn clear(&mut self, words: &Range<usize>) {
        for (draft, _) in self.holders(words, Self::at) {
            self.gone[draft] = true;
        }
    }

    /// Gives a stretch of words to the content of a draft. What lies wholly inside it is nested, and no outermost
    /// attribution; what others hold of it they lose.
    fn give(&mut self, speaker: usize, words: &Range<usize>) {
        for (draft, count) in self.holders(words, Self::at) {
            self.gone[draft] |= draft != speaker && count == self.held[draft];
        }
        self.hold(speaker, words);
    }

    fn hold(&mut self, draft: usize, words: &Range<usize>) {
        for word in words.clone() {
            if let Some(before) = self.content[word].replace(draft as u32) {
                self.held[before as usize] -= 1;
            }
            self.begins[word] = word == words.start;
        }
        self.held[draft] += words.len();
        if let Some(after) = self.begins.get_mut(words.end) {
            *after = true;
        }
    }
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

    fn closes_quotation(&self, word: usize) -> bool {
        let span = self.words[word];
        self.quotes.at(span.start).and_then(|q| q.close).is_some_and(|close| close.overlaps(span))
    }

    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |w| w.of(self.text))
    }

    fn span(&self, words: &Range<usize>) -> Span {
        span_of(self.words, words)
    }

    fn words_in(&self, span: Span) -> Range<usize> {
        words_in(self.words, span)
    }

    /// The words of the paragraph around a word.
    fn paragraph_of(&self, word: usize) -> Range<usize> {
        let number = self.paragraphs[word];
        self.paragraphs.partition_point(|p| *p < number)..self.paragraphs.partition_point(|p| *p <= number)
    }
}

impl Draft {
    /// The first word of any of its parts.
    pub(crate) fn first_word(&self) -> usize {
        self.ranges().map(|r| r.start).min().unwrap_or(0)
    }
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]
mod tests {
    use std::time::{Duration, Instant};

    use sayso_text::{quotes, words};

    use super::*;
    use crate::edges::{whole_quotations, without_conjunctions};

    /// A text whose paragraphs are its lines, and drafts given by their words: source, cue, contents.
    struct Case<'a> {
        text: &'a str,
        drafts: &'a [(&'a str, &'a str, &'a [&'a str])],
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

    fn check(case: &Case<'_>, expect: &[&str]) {
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
