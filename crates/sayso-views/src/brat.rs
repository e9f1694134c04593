//! brat standoff (`.ann`): the layout of the `PolNeAR` corpus, which `sayso eval` and annotation tools read.
//!
//! Each attribution is an event line over text-bound lines for source, cue and content. brat keeps a text-bound line
//! within one line of the text, so a span is cut at line ends. What the layout has no place for (kind, confidence, the
//! attribution that this one is nested in) stands in a note, which other readers skip.

use std::collections::HashMap;
use std::fmt::Write;

use sayso_reading::{Attribution, Reading};
use sayso_text::{CodePoints, Span};

use crate::json::rounded;

/// The `.ann` file of a reading; the `.txt` file beside it is the article's `text`, byte for byte.
pub fn brat(reading: &Reading) -> String {
    let text = &reading.article.text;
    let mut file = File { text, map: CodePoints::of(text), known: HashMap::new(), count: 0, out: String::new() };
    for attribution in &reading.attributions {
        file.attribution(attribution);
    }
    file.out
}

struct File<'t> {
    text: &'t str,
    map: CodePoints<'t>,
    /// Text-bound lines already written: a source that serves several cues is one line.
    known: HashMap<(&'static str, Vec<Span>), usize>,
    /// Text-bound lines written.
    count: usize,
    out: String,
}

impl File<'_> {
    fn attribution(&mut self, a: &Attribution) {
        let source = self.bound("Source", &a.source);
        let cue = self.bound("Cue", &a.cue);
        let content = self.bound("Content", &a.content);
        let event = if source.is_some() { "Attribution" } else { "Attribution-no-source" };
        // An event needs words to hang on: its cue, as in the corpus, or else what is attributed.
        let anchor = if a.cue.is_empty() { &a.content } else { &a.cue };
        let Some(anchor) = self.write(event, anchor) else { return };
        let number = a.id.0;
        let _ = write!(self.out, "E{number}\t{event}:T{anchor}");
        for (role, line) in [("Content", content), ("Cue", cue), ("Source", source)] {
            if let Some(line) = line {
                let _ = write!(self.out, " {role}:T{line}");
            }
        }
        let _ = write!(self.out, "\n#{number}\tAnnotatorNotes E{number}\t{} {}", a.kind.name(), rounded(a.confidence));
        if let Some(within) = a.within {
            let _ = write!(self.out, " within E{}", within.0);
        }
        self.out.push('\n');
    }

    fn bound(&mut self, role: &'static str, spans: &[Span]) -> Option<usize> {
        let key = (role, spans.to_vec());
        if let Some(&line) = self.known.get(&key) {
            return Some(line);
        }
        let line = self.write(role, spans)?;
        self.known.insert(key, line);
        Some(line)
    }

    fn write(&mut self, kind: &str, spans: &[Span]) -> Option<usize> {
        let pieces: Vec<Span> = spans.iter().flat_map(|s| lines(self.text, *s)).collect();
        if pieces.is_empty() {
            return None;
        }
        self.count += 1;
        let offsets: Vec<String> = pieces.iter().map(|p| self.map.span(*p)).map(|[a, b]| format!("{a} {b}")).collect();
        let words: Vec<&str> = pieces.iter().map(|p| p.of(self.text)).collect();
        let _ = writeln!(self.out, "T{}\t{kind} {}\t{}", self.count, offsets.join(";"), words.join(" "));
        Some(self.count)
    }
}

/// The pieces of a span that lie in one line each, without white space at their ends and without empty ones.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = span.of(text);
    words.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).map(move |line| {
        let start = span.start + (line.as_ptr() as usize - words.as_ptr() as usize);
        Span::new(start, start + line.len()).trim(text)
    })
}
