//! How the wording of two contents differs, word by word.
//!
//! A reader who checks a quotation looks for other words, not for other commas: quotation marks and stops at a word's
//! edges and the case of the first word depend on where a content stands in its sentence, and so are no difference.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A piece of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Stood in the earlier one only.
    Gone(String),
    /// Stands in the later one only.
    New(String),
}

/// Marks at a word's edges that make no other word.
const EDGES: &[char] = &[
    '“', '”', '"', '„', '«', '»', '‘', '’', '\'', '‚', '`', ',', '.', ';', ':', '!', '?', '…', '(', ')', '—', '–', '-',
];

/// So many words of each text are compared one by one; beyond that, what differs in the middle is one piece.
const COMPARED: usize = 2_000;

/// The earlier words against the later ones. A word is what stands between white space; two are the same if they
/// differ by nothing but quotation marks and stops at their edges, and for the first words by case. What is the same
/// is given as it stands later.
///
/// The texts of `Same` and `Gone`, joined by spaces, are the earlier words again, those of `Same` and `New` the later
/// ones, up to white space and to what makes no difference.
pub fn pieces(earlier: &str, later: &str) -> Vec<Piece> {
    let (old, new) = (tokens(earlier), tokens(later));
    let (old_keys, new_keys) = (keys(&old), keys(&new));
    let mut out = Pieces::default();
    for op in ops(&old_keys, &new_keys) {
        let (_, was, is) = op.as_tag_tuple();
        match op {
            DiffOp::Equal { .. } => out.same(&new[is]),
            _ => out.changed(&old[was], &new[is]),
        }
    }
    out.finish()
}

/// What makes two texts' words the same, first word's case and edges of words left out.
pub(crate) fn is_same_wording(one: &str, other: &str) -> bool {
    keys(&tokens(one)) == keys(&tokens(other))
}

fn tokens(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn keys(tokens: &[&str]) -> Vec<String> {
    tokens.iter().enumerate().map(|(at, token)| key(token, at == 0)).collect()
}

fn key(token: &str, is_first: bool) -> String {
    let bare = token.trim_matches(EDGES);
    let bare = if bare.is_empty() { token } else { bare };
    let straight = bare.replace(['’', '‘'], "'");
    if is_first { straight.to_lowercase() } else { decapitalised(&straight, token) }
}

/// A word behind an opening mark begins a sentence of its own: its case says nothing.
fn decapitalised(word: &str, token: &str) -> String {
    if token.starts_with(['“', '"', '„', '«', '‘']) { word.to_lowercase() } else { word.to_owned() }
}

/// The comparison's steps, in the order of both texts.
pub(crate) fn ops(old: &[String], new: &[String]) -> Vec<DiffOp> {
    if old.len() <= COMPARED && new.len() <= COMPARED {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_len, new_len) = (old.len() - head - tail, new.len() - head - tail);
    let middle = DiffOp::Replace { old_index: head, old_len, new_index: head, new_len };
    let equal = |old_index, new_index, len| DiffOp::Equal { old_index, new_index, len };
    [equal(0, 0, head), middle, equal(head + old_len, head + new_len, tail)].into()
}

/// Pieces as they are gathered: what is gone stands before what is new, and runs are joined.
#[derive(Default)]
struct Pieces {
    out: Vec<Piece>,
    gone: Vec<String>,
    new: Vec<String>,
    same: Vec<String>,
}

impl Pieces {
    fn same(&mut self, words: &[&str]) {
        if words.is_empty() {
            return;
        }
        self.flush_changed();
        self.same.extend(words.iter().map(|&word| word.to_owned()));
    }

    fn changed(&mut self, gone: &[&str], new: &[&str]) {
        self.flush_same();
        self.gone.extend(gone.iter().map(|&word| word.to_owned()));
        self.new.extend(new.iter().map(|&word| word.to_owned()));
    }

    fn flush_same(&mut self) {
        push(&mut self.out, &mut self.same, Piece::Same);
    }

    fn flush_changed(&mut self) {
        push(&mut self.out, &mut self.gone, Piece::Gone);
        push(&mut self.out, &mut self.new, Piece::New);
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush_same();
        self.flush_changed();
        self.out
    }
}

fn push(out: &mut Vec<Piece>, words: &mut Vec<String>, piece: fn(String) -> Piece) {
    if !words.is_empty() {
        out.push(piece(words.join(" ")));
        words.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces in short: `=same`, `-gone`, `+new`, parted by `|`.
    fn check(earlier: &str, later: &str, expect: &str) {
        let shown: Vec<String> = pieces(earlier, later)
            .into_iter()
            .map(|piece| match piece {
                Piece::Same(words) => format!("={words}"),
                Piece::Gone(words) => format!("-{words}"),
                Piece::New(words) => format!("+{words}"),
            })
            .collect();
        assert_eq!(shown.join("|"), expect, "{earlier} / {later}");
    }

    #[test]
    fn runs_of_words_are_one_piece() {
        check("", "", "");
        check("the weir gave way", "the weir gave way", "=the weir gave way");
        check("the old weir gave way", "the weir slowly gave way", "=the|-old|=weir|+slowly|=gave way");
        check("two gates were shut", "nobody came", "-two gates were shut|+nobody came");
        check("", "the weir", "+the weir");
    }

    #[test]
    fn marks_case_and_spacing_at_edges_are_no_change() {
        check("“The weir gave way,”", "the weir gave  way", "=the weir gave way");
        check("it was 'a wet wall'", "it was a wet wall.", "=it was a wet wall.");
        check("the wardens’ hut", "the wardens' hut", "=the wardens' hut");
    }

    #[test]
    fn other_words_inside_a_quotation_are_a_change() {
        check("“we watched both”", "“we watched it”", "=“we watched|-both”|+it”");
        check("at least 9 hurt", "9 hurt", "-at least|=9 hurt");
    }

    fn bare(text: &str) -> String {
        keys(&tokens(text)).join(" ").to_lowercase()
    }

    proptest! {
        #[test]
        fn pieces_give_back_both_texts(one in "([abAB“”,.]{1,3} ){0,12}", other in "([abAB“”,.]{1,3} ){0,12}") {
            let mut texts = [Vec::new(), Vec::new()];
            for piece in pieces(&one, &other) {
                match piece {
                    Piece::Same(words) => { texts[0].push(words.clone()); texts[1].push(words); }
                    Piece::Gone(words) => texts[0].push(words),
                    Piece::New(words) => texts[1].push(words),
                }
            }
            prop_assert_eq!(bare(&texts[0].join(" ")), bare(&one));
            prop_assert_eq!(bare(&texts[1].join(" ")), bare(&other));
        }
    }
}
