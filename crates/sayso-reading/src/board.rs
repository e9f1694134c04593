//! Who holds which word: what the layout rules read from and write to.

use std::ops::Range;

use crate::decode::Draft;

/// The drafts, and which of them holds each word as cue or as content: so each rule looks at a word a bounded number of
/// times, however many attributions an article has.
pub(crate) struct Board {
    pub(crate) drafts: Vec<Draft>,
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
    pub(crate) fn new(drafts: Vec<Draft>, words: usize) -> Self {
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

    pub(crate) fn add(&mut self, draft: Draft) -> usize {
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
    pub(crate) fn drafts(mut self) -> Vec<Draft> {
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

    pub(crate) fn content_at(&self, word: usize) -> Option<usize> {
        self.content[word].map(|d| d as usize).filter(|d| !self.gone[*d])
    }

    pub(crate) fn cue_at(&self, word: usize) -> Option<usize> {
        self.cue[word].map(|d| d as usize).filter(|d| !self.gone[*d])
    }

    pub(crate) fn at(&self, word: usize) -> Option<usize> {
        self.cue_at(word).or_else(|| self.content_at(word))
    }

    pub(crate) fn holds_any(&self, words: &Range<usize>) -> bool {
        words.clone().any(|w| self.at(w).is_some())
    }

    pub(crate) fn has_cue_in(&self, draft: usize, words: &Range<usize>) -> bool {
        self.drafts[draft].cue.first().is_some_and(|c| words.contains(&c.start))
    }

    pub(crate) fn is_named(&self, draft: usize) -> bool {
        !self.drafts[draft].source.is_empty()
    }

    /// Whether what these words quote reports something itself ("the council told us that …"): then source and cue come
    /// first. Where they come after the content, it is the closing mark that is lacking ("“We will, said Pell.").
    pub(crate) fn is_nested_in(&self, draft: usize, quotation: &Range<usize>) -> bool {
        let Draft { cue, content, .. } = &self.drafts[draft];
        let (Some(cue), Some(content)) = (cue.first(), content.first()) else { return false };
        quotation.contains(&cue.start) && cue.start < content.start
    }

    /// The draft that more than half of these words are content of, if it is not itself nested in them.
    pub(crate) fn owner_of(&self, words: &Range<usize>) -> Option<usize> {
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
    pub(crate) fn clear(&mut self, words: &Range<usize>) {
        for (draft, _) in self.holders(words, Self::at) {
            self.gone[draft] = true;
        }
    }

    /// Gives a stretch of words to the content of a draft. What lies wholly inside it is nested, and no outermost
    /// attribution; what others hold of it they lose.
    pub(crate) fn give(&mut self, speaker: usize, words: &Range<usize>) {
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
