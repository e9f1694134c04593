//! What is known of the statement under the cursor: who says it, through whose hands, on what terms, with what figures; and why
//! what was found there is found.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use sayso_check::{Doc, Finding, rule};
use sayso_reading::{Attribution, Reading};
use sayso_text::Span;
use sayso_views::Cards;

use crate::look::Seen;

/// What is shown at a position; nothing where nobody says anything and nothing was found.
pub(crate) fn at(seen: &Seen, position: Position, markdown: bool) -> Option<Hover> {
    let byte = seen.places.lines.byte(&seen.text, position, seen.places.encoding);
    let written = Written { markdown };
    let statement = innermost(&seen.reading, byte);
    let here = |finding: &&Finding| holds(finding.span, byte);
    let found: Vec<&Finding> = seen.findings.iter().filter(here).collect();
    let blocks: Vec<String> = statement
        .and_then(|(index, _)| card(&seen.reading, index, written))
        .into_iter()
        .chain(found.iter().map(|finding| why(finding, written)))
        .collect();
    let span = statement.map(|(_, span)| span).or(found.first().map(|finding| finding.span))?;
    let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let value = blocks.join(written.rule());
    let range = Some(seen.places.range(&seen.text, span));
    Some(Hover { contents: HoverContents::Markup(MarkupContent { kind, value }), range })
}

fn holds(span: Span, byte: usize) -> bool {
    span.start <= byte && byte < span.end
}

/// The place of the innermost attribution that has a byte, and which of its pieces has it.
fn innermost(reading: &Reading, byte: usize) -> Option<(usize, Span)> {
    let piece = |a: &Attribution| pieces(a).find(|piece| holds(*piece, byte));
    let at = reading.attributions.iter().enumerate().filter_map(|(index, a)| Some((index, piece(a)?)));
    at.max_by_key(|(index, _)| (depth(reading, &reading.attributions[*index]), *index))
}

fn pieces(a: &Attribution) -> impl Iterator<Item = Span> {
    a.source.iter().chain(&a.cue).chain(&a.content).chain(a.through.iter().map(|relay| &relay.span)).copied()
}

fn depth(reading: &Reading, a: &Attribution) -> usize {
    let outer = |id: &sayso_reading::AttributionId| reading.attributions.get(id.0 as usize - 1)?.within;
    std::iter::successors(a.within, outer).take(reading.attributions.len()).count()
}

fn card(reading: &Reading, index: usize, written: Written) -> Option<String> {
    let attribution = reading.attributions.get(index)?;
    let card = Cards::of(reading).attribution(index)?;
    let who = card.who.as_deref().unwrap_or("no source named");
    let mut lines = vec![dotted([written.bold(who), written.plain(&card.known.join(" · "))])];
    let sure = format!("{:.0} % likely to be right", attribution.confidence * 100.0);
    let kind = format!("{}, {}", attribution.act.name(), attribution.kind.name());
    lines.push(dotted([written.italic(&card.cue), kind, sure]));
    lines.push(written.plain(&card.chain));
    let facts = card.facts.iter().chain(&card.figures);
    lines.push(facts.map(|fact| format!("- {}", written.plain(fact))).collect::<Vec<_>>().join("\n"));
    lines.retain(|line| !line.is_empty());
    Some(lines.join("\n\n"))
}

/// Why a finding is one: its rule in a sentence, and on whose authority.
fn why(finding: &Finding, written: Written) -> String {
    let name = format!("{} {}", finding.code, finding.name);
    let mut lines = vec![dotted([written.bold(&name), written.plain(&finding.message)]), written.plain(&finding.help)];
    if let Some(doc) = rule(&finding.code).map(Doc::of) {
        lines.push(written.plain(&doc.summary));
        lines.extend(
            doc.section("Authority").map(|authority| format!("Authority: {}", written.plain(&one_line(authority)))),
        );
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn dotted<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How words are written: an article's are never taken for marks.
#[derive(Clone, Copy)]
struct Written {
    markdown: bool,
}

impl Written {
    fn plain(self, words: &str) -> String {
        let words = words.replace('\u{A0}', " ");
        if !self.markdown {
            return words;
        }
        let mut out = String::with_capacity(words.len());
        for (at, c) in words.char_indices() {
            // A number with a stop or a dash would begin a list.
            let begins_list = at == 0 && matches!(c, '-' | '+' | '0'..='9');
            match c {
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' => {
                    out.extend(['\\', c]);
                }
                '-' | '+' if begins_list => out.extend(['\\', c]),
                '0'..='9' if begins_list && starts_list(&words) => out.extend(['\u{200B}', c]),
                c => out.push(c),
            }
        }
        out
    }

    fn bold(self, words: &str) -> String {
        self.between("**", words)
    }

    fn italic(self, words: &str) -> String {
        self.between("*", words)
    }

    fn between(self, mark: &str, words: &str) -> String {
        let mark = if self.markdown && !words.is_empty() { mark } else { "" };
        format!("{mark}{}{mark}", self.plain(words))
    }

    fn rule(self) -> &'static str {
        if self.markdown { "\n\n---\n\n" } else { "\n\n" }
    }
}

fn starts_list(words: &str) -> bool {
    words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_article_are_no_marks() {
        let written = Written { markdown: true };
        assert_eq!(written.bold("a*b_<c>"), r"**a\*b\_\<c\>**");
        assert_eq!(written.italic(""), "");
        assert_eq!(written.plain("- 3. [x](y) & `z`"), r"\- 3. \[x\](y) \& \`z\`");
        assert_eq!(Written { markdown: false }.bold("a*b"), "a*b");
    }
}
