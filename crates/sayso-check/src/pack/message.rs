//! What a rule says: words with holes for what was found.

use crate::config::or_else;

/// What may stand in a hole.
pub(crate) const HOLES: &[(&str, Hole)] = &[
    ("source", Hole::Source),
    ("cue", Hole::Cue),
    ("content", Hole::Content),
    ("figure", Hole::Figure),
    ("words", Hole::Words),
    ("count", Hole::Count),
];

/// What is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    Source,
    Cue,
    Content,
    Figure,
    Words,
    Count,
}

/// Words with holes.
#[derive(Debug)]
pub(crate) struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Hole(Hole),
}

impl Template {
    /// One line without a full stop; `{…}` must be a hole.
    pub(crate) fn of(written: &str) -> Result<Self, String> {
        let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.strip_suffix('.').filter(|line| !line.ends_with('.')).unwrap_or(&line).to_owned();
        let mut pieces = Vec::new();
        let mut rest = line.as_str();
        while let Some((text, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else {
                return Err("`{` is never closed: write `{source}`, or leave it out".to_owned());
            };
            let Some((_, hole)) = HOLES.iter().find(|(known, _)| *known == name) else {
                let names = || HOLES.iter().map(|(name, _)| *name);
                let all = names().map(|name| format!("`{{{name}}}`")).collect::<Vec<_>>().join(", ");
                return Err(format!(
                    "`{{{name}}}` is nothing: {}",
                    or_else(name, names(), &format!("there are {all}"))
                ));
            };
            pieces.extend([Piece::Text(text.to_owned()), Piece::Hole(*hole)]);
            rest = behind;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self { pieces })
    }

    /// The words with what `fill` puts into the holes.
    pub(crate) fn filled(&self, fill: impl Fn(Hole) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Hole(hole) => fill(*hole),
        };
        self.pieces.iter().map(piece).collect()
    }
}
