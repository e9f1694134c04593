//! Which characters of a text stand in double quotation marks.
//!
//! This is the scorer's own reader of quotation marks, simpler than the one articles are read with: a score by kind
//! must not change when that one is improved.

use crate::ink::{is_letter_or_number, is_white};

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Opens,
    Closes,
}

/// For each character (code point): whether it stands in quotation marks, the marks themselves included. A quotation
/// left open runs to the end of its paragraph, as in a speech of several paragraphs.
pub(crate) fn mask(text: &str) -> Vec<bool> {
    let mut mask = Vec::with_capacity(text.len());
    for paragraph in text.split_inclusive('\n') {
        let chars: Vec<char> = paragraph.trim_end_matches('\n').chars().collect();
        mask_paragraph(&chars, &mut mask);
        mask.extend(paragraph.ends_with('\n').then_some(false));
    }
    mask
}

fn mask_paragraph(chars: &[char], mask: &mut Vec<bool>) {
    let base = mask.len();
    mask.resize(base + chars.len(), false);
    let mut open = None;
    let mut at = 0;
    while at < chars.len() {
        let width = mark_width(&chars[at..]);
        match (edge(chars, at, width, open.is_some()), open) {
            (Some(Edge::Opens), None) => open = Some(at),
            (Some(Edge::Closes), Some(start)) => {
                mask[base + start..base + at + width].fill(true);
                open = None;
            }
            _ => {}
        }
        at += width;
    }
    if let Some(start) = open {
        mask[base + start..].fill(true);
    }
}

/// Two where two single marks stand for a double one.
fn mark_width(chars: &[char]) -> usize {
    if matches!(chars, ['\'', '\'', ..] | ['`', '`', ..]) { 2 } else { 1 }
}

fn edge(chars: &[char], at: usize, width: usize, is_open: bool) -> Option<Edge> {
    match chars[at] {
        '“' | '„' | '‟' | '〝' => Some(Edge::Opens),
        '”' | '〞' => Some(Edge::Closes),
        '"' => Some(edge_of_straight(chars, at, width, is_open)),
        _ if width == 2 => Some(edge_of_straight(chars, at, width, is_open)),
        _ => None,
    }
}

/// A straight mark opens or closes by what stands beside it; where that says nothing, it turns the state.
fn edge_of_straight(chars: &[char], at: usize, width: usize, is_open: bool) -> Edge {
    let before = if at == 0 { ' ' } else { chars[at - 1] };
    let after = chars.get(at + width).copied().unwrap_or(' ');
    let opens = (is_white(before) || "([{—–-―/‘'“".contains(before)) && !is_white(after);
    let closes = !is_white(before) && !is_letter_or_number(after);
    match (opens, closes) {
        (true, false) => Edge::Opens,
        (false, true) => Edge::Closes,
        _ if is_open => Edge::Closes,
        _ => Edge::Opens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let shown: String = mask(text).iter().map(|&quoted| if quoted { 'q' } else { '.' }).collect();
        assert_eq!(shown, expect, "{text}");
    }

    #[test]
    fn characters_between_double_marks_are_quoted() {
        check("", "");
        check("\n\n", "..");
        check("He said “no” twice", "........qqqq......");
        check("“So,” she “went", "qqqqq.....qqqqq");
        check("“one\ntwo", "qqqq....");
        check("a \"b\" c \"d\"", "..qqq...qqq");
        check("''b'' `c`", "qqqqq....");
        check("a” b", "....");
        check("(\"b\")", ".qqq.");
        check("x\"y\"z", ".qqq.");
        check("a \" b", "..qqq");
    }
}
