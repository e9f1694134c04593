//! Gold attributions from brat's standoff format, as the `PolNeAR` corpus uses it.
//!
//! A `T` line is a span (possibly of several pieces), an `E` line an attribution that names its parts by numbered roles:
//!
//! ```text
//! T1 → Source 0 9 → The mayor
//! T2 → Content 15 29;41 52 → the bridge was closed today
//! E1 → Attribution:T4 Source:T1 Cue:T3 Content:T2 Content2:T5
//! ```
//!
//! (→ is a tab.)

use std::collections::HashMap;

use sayso_text::{CodePoints, Span};

use crate::Attribution;

/// Gold that contradicts itself.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// An `E` line names a `T` line that is not there.
    #[error("`{event}` names `{target}`, which no line defines: restore that line or take the name out")]
    Undefined {
        /// The name of the `E` line.
        event: String,
        /// The name of the missing `T` line.
        target: String,
    },
}

/// The attributions of one annotation file, in the order of their lines. `text` is the article it annotates, to which
/// its offsets (code points) point.
///
/// A surface string may hold line breaks, so a line that is neither is taken for the rest of one.
pub fn parse(annotations: &str, text: &str) -> Result<Vec<Attribution>, Error> {
    let offsets = CodePoints::of(text);
    let lines = || annotations.split(['\n', '\r']);
    let parts: HashMap<&str, Vec<Span>> = lines().filter_map(|line| text_line(line, &offsets)).collect();
    lines().filter_map(event_line).map(|(event, roles)| attribution(event, roles, &parts)).collect()
}

/// `NAME_1a2b.ann` → (`NAME`, `1a2b`): the article and the annotator, who is four hexadecimal digits.
pub fn article_and_annotator(file_name: &str) -> Option<(&str, &str)> {
    let (article, annotator) = file_name.strip_suffix(".ann")?.rsplit_once('_')?;
    let is_hex = |c: u8| c.is_ascii_digit() || matches!(c, b'a'..=b'f');
    (annotator.len() == 4 && annotator.bytes().all(is_hex)).then_some((article, annotator))
}

fn attribution(event: &str, roles: Vec<(&str, &str)>, parts: &HashMap<&str, Vec<Span>>) -> Result<Attribution, Error> {
    let mut out = Attribution { confidence: 1.0, ..Attribution::default() };
    for (role, target) in roles {
        let spans = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => &mut out.source,
            "Cue" => &mut out.cue,
            "Content" => &mut out.content,
            _ => continue,
        };
        let undefined = || Error::Undefined { event: event.to_owned(), target: target.to_owned() };
        spans.extend(parts.get(target).ok_or_else(undefined)?);
    }
    for spans in [&mut out.source, &mut out.cue, &mut out.content] {
        spans.sort_unstable();
    }
    Ok(out)
}

/// `T2⇥Content 15 29;41 52⇥surface` → `T2` and its spans.
fn text_line<'l>(line: &'l str, offsets: &CodePoints) -> Option<(&'l str, Vec<Span>)> {
    let mut fields = line.splitn(3, '\t');
    let (name, place, _surface) = (fields.next()?, fields.next()?, fields.next()?);
    let (label, ranges) = place.split_once(' ')?;
    if !is_numbered(name, 'T') || !is_label(label) {
        return None;
    }
    let span = |range: &str| {
        let (start, end) = range.split_once(' ')?;
        let (start, end) = (offsets.byte(start.parse().ok()?), offsets.byte(end.parse().ok()?));
        Some(Span::new(start, end.max(start)))
    };
    Some((name, ranges.split(';').map(span).collect::<Option<_>>()?))
}

/// `E1⇥Source:T1 Content2:T5` → `E1` and its roles with their targets.
fn event_line(line: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let (name, roles) = line.split_once('\t')?;
    let role = |word| {
        let (role, target): (&str, &str) = str::split_once(word, ':')?;
        let is_role = is_label(role.trim_end_matches(|c: char| c.is_ascii_digit()));
        (is_role && is_numbered(target, 'T')).then_some((role, target))
    };
    let roles: Vec<_> = roles.split_ascii_whitespace().map(role).collect::<Option<_>>()?;
    (is_numbered(name, 'E') && !roles.is_empty()).then_some((name, roles))
}

fn is_numbered(name: &str, letter: char) -> bool {
    name.strip_prefix(letter).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each role covers, `|` between its pieces; ` / ` between the roles.
    fn shown(a: &Attribution, text: &str) -> String {
        let role = |spans: &[Span]| spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join("|");
        [role(&a.source), role(&a.cue), role(&a.content)].join(" / ")
    }

    fn check(annotations: &str, expect: &[&str]) {
        let text = "“Tørt,” sa Ås. “Very\ndry.” It was noted that it rained.";
        let found = parse(annotations, text).unwrap();
        assert_eq!(found.iter().map(|a| shown(a, text)).collect::<Vec<_>>(), expect, "{annotations}");
    }

    #[test]
    fn spans_roles_and_pieces_are_read_from_their_lines() {
        check("", &[]);
        check(
            "T1\tSource 11 13\tÅs\nT2\tCue 8 10\tsa\nT3\tContent 0 7;15 26\t“Tørt,” “Very\ndry.”\n\
             T4\tAttribution 8 10\tsa\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n#1\tAnnotatorNotes T1\tsure?\n",
            &["Ås / sa / “Tørt,”|“Very\ndry.”"],
        );
        check(
            "E1\tContent2:T2 Content:T1 \r\nT1\tContent 1 5\tTørt\r\nT2\tContent 16 20\tVery\r\n",
            &[" /  / Tørt|Very"],
        );
        check("T1\tCue 27 900\tIt\nE9\tAttribution-no-source:T7 Cue:T1", &[" / It was noted that it rained. / "]);
        check("T1\tCue 27\tIt\nT\tCue 2 3\tx\nE1\tCue T1\nE2\t\nE\tCue:T1\nrest of a surface\tE3", &[]);
    }

    #[test]
    fn a_missing_span_is_an_error_not_a_shorter_attribution() {
        let error = parse("E7\tSource:T99", "x").unwrap_err();
        assert_eq!(error, Error::Undefined { event: "E7".to_owned(), target: "T99".to_owned() });
    }

    #[test]
    fn a_file_name_tells_article_and_annotator() {
        for (name, expect) in [
            ("harwick_2031-05-03_bridge_0f9a.ann", Some(("harwick_2031-05-03_bridge", "0f9a"))),
            ("bridge_0F9A.ann", None),
            ("bridge_0f9.ann", None),
            ("bridge_0f9a.txt", None),
            ("bridge.ann", None),
        ] {
            assert_eq!(article_and_annotator(name), expect, "{name}");
        }
    }
}
