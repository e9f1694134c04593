//! Whose words the text is made of: quoted, reported in the writer's words, saying who says so, or the writer's own.

use sayso_reading::{Kind, Reading};
use sayso_text::Span;
use sayso_text::quotes::Quotes;

use crate::blocks::{blocks, is_reporting};

/// Whose words a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// In quotation marks inside a content.
    Direct,
    /// In a content, in the writer's words.
    Paraphrase,
    /// Naming a source or making the link to it.
    Naming,
    /// What no attribution covers.
    Writer,
}

/// How much of an article's reporting (headline, deck, dateline, body; white space not counted) is whose words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Characters in quotation marks inside a content.
    pub direct: usize,
    /// Characters of contents given in the writer's words.
    pub paraphrase: usize,
    /// Characters that name a source or make the link to it.
    pub naming: usize,
    /// Characters that no attribution covers: the writer's voice.
    pub writer: usize,
}

impl Shares {
    /// All four in whole percent, in the order of the fields: they add up to 100, or are all 0 where there is no text.
    pub fn percent(self) -> [usize; 4] {
        let counts = [self.direct, self.paraphrase, self.naming, self.writer];
        let total: usize = counts.iter().sum();
        if total == 0 {
            return [0; 4];
        }
        // The largest remainders get what rounding down leaves over.
        let mut percent = counts.map(|n| n * 100 / total);
        let mut order = [0, 1, 2, 3];
        order.sort_by_key(|&i| std::cmp::Reverse(counts[i] * 100 % total));
        let left = 100 - percent.iter().sum::<usize>();
        for &i in order.iter().take(left) {
            percent[i] += 1;
        }
        percent
    }
}

/// Counts whose words a reading's article is made of.
pub fn shares(reading: &Reading) -> Shares {
    let text = reading.article.text.as_str();
    let voices = voices(reading);
    let mut shares = Shares::default();
    let mut at = 0;
    for block in blocks(&reading.article).iter().filter(|b| is_reporting(b.part)) {
        while at < voices.len() && voices[at].0.end <= block.span.start {
            at += 1;
        }
        for &(span, voice) in voices[at..].iter().take_while(|(span, _)| span.start < block.span.end) {
            let inside = Span::new(span.start.max(block.span.start), span.end.min(block.span.end));
            let count = inside.of(text).chars().filter(|c| !c.is_whitespace()).count();
            *match voice {
                Voice::Direct => &mut shares.direct,
                Voice::Paraphrase => &mut shares.paraphrase,
                Voice::Naming => &mut shares.naming,
                Voice::Writer => &mut shares.writer,
            } += count;
        }
    }
    shares
}

/// The whole text, cut where the voice changes.
fn voices(reading: &Reading) -> Vec<(Span, Voice)> {
    let text = reading.article.text.as_str();
    let quotes = quotes(reading);
    // Where a span of each voice begins (+1) and ends (-1).
    let mut edges: Vec<(usize, usize, i32)> = Vec::new();
    let mut cover = |spans: &[Span], voice: Voice| {
        for span in spans {
            edges.push((span.start, voice as usize, 1));
            edges.push((span.end, voice as usize, -1));
        }
    };
    for attribution in &reading.attributions {
        cover(&quoted(&quotes, attribution.kind, &attribution.content), Voice::Direct);
        cover(&attribution.content, Voice::Paraphrase);
        cover(&attribution.source, Voice::Naming);
        cover(&attribution.cue, Voice::Naming);
    }
    edges.sort_unstable();
    let mut open = [0; 3];
    let mut out = Vec::with_capacity(edges.len() + 1);
    let mut start = 0;
    for (at, voice, step) in edges.into_iter().chain([(text.len(), 0, 0)]) {
        if start < at {
            let voices = [Voice::Direct, Voice::Paraphrase, Voice::Naming];
            let voice = voices.into_iter().find(|v| open[*v as usize] > 0).unwrap_or(Voice::Writer);
            out.push((Span::new(start, at), voice));
            start = at;
        }
        open[voice] += step;
    }
    out
}

/// The quotations of a reading's article.
pub(crate) fn quotes(reading: &Reading) -> Quotes {
    let paragraphs: Vec<Span> = blocks(&reading.article).iter().map(|b| b.span).collect();
    sayso_text::quotes::read(&reading.article.text, &paragraphs)
}

/// The quoted words of a content, marks included.
pub(crate) fn quoted(quotes: &Quotes, kind: Kind, content: &[Span]) -> Vec<Span> {
    let shared = |a: Span, b: Span| Span::new(a.start.max(b.start), a.end.min(b.end));
    match kind {
        Kind::Direct => content.to_vec(),
        Kind::Indirect => Vec::new(),
        Kind::Mixed => content.iter().flat_map(|s| quotes.overlapping(*s).map(|q| shared(*s, q.span))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use sayso_article::Article;
    use sayso_reading::{Attribution, AttributionId};

    use super::*;

    fn check(text: &str, kind: Kind, expect: [usize; 4]) {
        let content = Span::new(0, text.find(" said").unwrap_or(text.len()));
        let cue = Span::new(content.end, text.len()).trim(text);
        let attribution = Attribution {
            id: AttributionId(1),
            within: None,
            source: Vec::new(),
            cue: vec![cue],
            content: vec![content],
            kind,
            confidence: 1.0,
            ..Attribution::default()
        };
        let article = Article { text: text.to_owned(), ..Article::default() };
        let found = shares(&Reading { article, attributions: vec![attribution], ..Reading::default() });
        assert_eq!([found.direct, found.paraphrase, found.naming, found.writer], expect, "{text}");
    }

    #[test]
    fn each_character_is_counted_once() {
        check("“no way” said", Kind::Direct, [7, 0, 4, 0]);
        check("no way said", Kind::Indirect, [0, 5, 4, 0]);
        check("it was “lost” and “gone” said", Kind::Mixed, [12, 8, 4, 0]);
        check("it was ‘lost’ said", Kind::Mixed, [6, 5, 4, 0]);
        check("“it was” lost said", Kind::Mixed, [7, 4, 4, 0]);
    }

    #[test]
    fn percent_adds_up() {
        let shares = |direct, paraphrase, naming, writer| Shares { direct, paraphrase, naming, writer }.percent();
        assert_eq!(shares(0, 0, 0, 0), [0; 4]);
        assert_eq!(shares(1, 1, 1, 0), [34, 33, 33, 0]);
        assert_eq!(shares(1, 2, 3, 1), [14, 29, 43, 14]);
        assert_eq!(shares(0, 0, 0, 9), [0, 0, 0, 100]);
    }
}
