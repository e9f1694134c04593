//! Attributions against discourse trees: the eRST files of the GUM corpus (`rs4/NAME.rs4`) with their words and syntax
//! (`conllu/NAME.conllu`).
//!
//! A gold attribution is a relation `attribution-positive` or `attribution-negative`, of a node's place in the tree or of a
//! secondary edge. Its satellite is the clause with source and cue, its nucleus the content. Signals of the relation name
//! words by number:
//!
//! * `attribution_source`: the source, wherever it stands. Its *heads* are those of its words whose syntactic head is none
//!   of them; several where the signal names several phrases.
//! * `lexical` (`indicative_word`, `indicative_phrase`): the cue, as far as these words stand in the satellite (where that
//!   is one clause) and not in the source: "report" in "The report says" is none. Without any, the cue is the satellite's
//!   other words ("in the words of"), and a satellite without other words (a speaker's name over a speech) has no cue.
//!
//! Two relations with the same cue and source are one attribution with two contents and count once.
//!
//! One is found when a predicted attribution, outermost or nested, has a cue that shares a word with gold's (or none where
//! gold has none) and a source that holds one of gold's source heads (or none where gold has none). Each predicted one
//! serves once.
//!
//! A relation holds between clauses (elementary discourse units), so an attribution whose content stands in the clause of
//! its cue ("they call for an inquiry", "she wants to stay") can't be in GUM, whether it is there or not. Such a predicted
//! one, with half of its content or more in the clauses that hold its cue, counts where it is found and is else left out:
//! that is [`Counts::right`]. [`Counts::strict`] counts it as too much.
//!
//! The article is made of the words as the trees have them, with a paragraph where a paragraph began.

mod compare;
mod relations;
mod trees;

pub use compare::{Counts, Kind, compare};

use std::collections::BTreeSet;

use sayso_text::Span;

use relations::{Relation, Relations, relations};
use trees::{Tree, tree};

/// The most bytes that one file may have.
pub const MAX_BYTES: u64 = 16 << 20;

/// Which file cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The discourse tree is no XML, or not the XML that it should be.
    #[error("{0}")]
    Relations(String),
    /// The words are not what they should be.
    #[error("{0}")]
    Words(String),
    /// Each is well, but they are not of the same text.
    #[error("{0} words, but {1} in the file of words: give the two files of one release")]
    Unlike(usize, usize),
}

/// One text with its attributions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The text.
    pub text: String,
    /// Its attributions, in text order of their cues.
    pub attributions: Vec<Gold>,
    /// Its clauses, in text order.
    pub clauses: Vec<Span>,
}

/// One attribution, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gold {
    /// The words that make the link.
    pub cue: Vec<Span>,
    /// The words of the source.
    pub source: Vec<Span>,
    /// Those of them that govern the others.
    pub heads: Vec<Span>,
    /// Whether a first or second person speaks: "I think".
    pub first_person: bool,
}

/// Reads the two files of a text.
pub fn parse(rs4: &str, conllu: &str) -> Result<Document, Error> {
    let Tree { text, words } = tree(conllu).map_err(Error::Words)?;
    let Relations { attributions, clauses } = relations(rs4).map_err(Error::Relations)?;
    let count = clauses.last().map_or(0, |clause| clause.end);
    if count != words.len() {
        return Err(Error::Unlike(count, words.len()));
    }
    let is_word = |word: usize| words[word].span.of(&text).contains(char::is_alphanumeric);
    let gold = |relation: Relation| {
        let Relation { satellite, source, lexical } = relation;
        let in_satellite = |word: &usize| satellite.as_ref().is_none_or(|satellite| satellite.contains(word));
        let mut cue: Vec<usize> =
            lexical.into_iter().filter(|word| in_satellite(word) && !source.contains(word)).collect();
        if cue.is_empty() {
            cue = satellite.into_iter().flatten().filter(|word| !source.contains(word) && is_word(*word)).collect();
        }
        let heads: Vec<usize> = source
            .iter()
            .copied()
            .filter(|word| is_word(*word) && words[*word].head.is_none_or(|head| !source.contains(&head)))
            .collect();
        let spans =
            |wanted: &mut dyn Iterator<Item = usize>| wanted.map(|word| words[word].span).collect::<Vec<Span>>();
        let first_person = heads.iter().any(|head| is_first_person(words[*head].span.of(&text)));
        Gold {
            cue: spans(&mut cue.into_iter()),
            source: spans(&mut source.into_iter()),
            heads: spans(&mut heads.into_iter()),
            first_person,
        }
    };
    let attributions: BTreeSet<Gold> = attributions.into_iter().map(gold).collect();
    let filled = clauses.into_iter().filter(|clause| !clause.is_empty());
    let clauses = filled.map(|clause| words[clause.start].span.cover(words[clause.end - 1].span)).collect();
    Ok(Document { attributions: attributions.into_iter().collect(), clauses, text })
}

/// A first or second person, of whom news seldom reports.
pub(crate) fn is_first_person(word: &str) -> bool {
    const WORDS: &[&str] = &["i", "me", "we", "us", "you", "i’m", "i'm", "i’ve", "i've"];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence as both files have it: each word with its head, ` / ` between clauses.
    const CONLLU: &str = "# newpar\n1\tOdile\t_\t_\t_\t_\t3\t_\t_\t_\n2\tMarsh\t_\t_\t_\t_\t1\t_\t_\t_\n\
        3\tsaid\t_\t_\t_\t_\t0\t_\t_\t_\n4-5\tit’s\t_\t_\t_\t_\t_\t_\t_\t_\n4\tit\t_\t_\t_\t_\t6\t_\t_\t_\n\
        5\t’s\t_\t_\t_\t_\t6\t_\t_\t_\n6\tdry\t_\t_\t_\t_\t3\t_\t_\tSpaceAfter=No\n7\t.\t_\t_\t_\t_\t3\t_\t_\t_\n\n\
        # newpar\n1\tTom\t_\t_\t_\t_\t0\t_\t_\t_\n2\t:\t_\t_\t_\t_\t1\t_\t_\t_\n\n1\tNo\t_\t_\t_\t_\t0\t_\t_\t_\n";

    const RS4: &str = r#"<rst><header/><body>
        <segment id="1" parent="2" relname="attribution-positive">Odile Marsh said</segment>
        <segment id="2" parent="9" relname="span">it ’s dry .</segment>
        <segment id="3" parent="4" relname="attribution-positive">Tom :</segment>
        <segment id="4" parent="9" relname="span">No</segment>
        <group id="9" type="span"/>
        <secedges><secedge id="1-4" source="1" target="4" relname="attribution-negative"/></secedges>
        <signals>
          <signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/>
          <signal source="1" type="lexical" subtype="indicative_word" tokens="3,6"/>
          <signal source="1-4" type="semantic" subtype="attribution_source" tokens="1,2"/>
          <signal source="1-4" type="lexical" subtype="indicative_word" tokens="3"/>
          <signal source="3" type="semantic" subtype="attribution_source" tokens="8"/>
          <signal source="4" type="lexical" subtype="indicative_word" tokens="9"/>
        </signals></body></rst>"#;

    #[test]
    fn relations_become_cues_and_source_heads() {
        let found = parse(RS4, CONLLU).unwrap();
        assert_eq!(found.text, "Odile Marsh said it’s dry.\n\nTom : No");
        let words = |spans: &[Span]| spans.iter().map(|s| s.of(&found.text)).collect::<Vec<_>>().join(" ");
        let shown: Vec<_> = found.attributions.iter().map(|a| (words(&a.cue), words(&a.heads))).collect();
        let expect = [("", "Tom"), ("said", "Odile")];
        assert_eq!(shown, expect.map(|(cue, head)| (cue.to_owned(), head.to_owned())));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let wide = RS4.replace("Tom :", "Tom : :");
        for (rs4, conllu, expect) in [
            ("<rst><body>", CONLLU, "no XML"),
            ("<rss/>", CONLLU, "no discourse tree"),
            (wide.as_str(), CONLLU, "11 words, but 10"),
            (&RS4.replace("tokens=\"8\"", "tokens=\"88\""), CONLLU, "a signal names word 88"),
            (&RS4.replace("tokens=\"8\"", "tokens=\"eight\""), CONLLU, "a signal names word eight"),
            (RS4, "1\tOdile", "line 1: no word"),
            (RS4, "x", "line 1: no word"),
        ] {
            let error = parse(rs4, conllu).unwrap_err().to_string();
            assert!(error.starts_with(expect), "{error}");
        }
    }
}
