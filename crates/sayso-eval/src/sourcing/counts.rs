//! What is counted, and the sums.

use std::ops::AddAssign;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::tally::{Ratio, share};

/// One thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// Attributions paired, with the source right (at least half of its characters shared, or absent on both sides) and
    /// the nesting right (outermost on both sides, or the ones around them are a pair).
    Attributions,
    /// The outermost of them.
    Outermost,
    /// The nested of them.
    Nested,
    /// Attributions paired, whatever their source.
    Found,
    /// Of pairs whose gold has a source's words: the source's type is the same.
    Type,
    /// … the same name, or none on both sides.
    Name,
    /// … at least half of the words of all titles, or none on both sides.
    Titles,
    /// … the same of affiliations.
    Affiliations,
    /// … the same of the justification.
    Justification,
    /// Of pairs: the same act.
    Act,
    /// Of pairs: denied on both sides, or on neither.
    Negated,
    /// Of pairs where gold's attribution is innermost: the same chain, link by link.
    Chains,
    /// (Attribution, terms): paired and the same terms.
    Terms,
    /// (Attribution, reason): paired and at least half of the reason's words.
    Reasons,
    /// (Who, terms) of those who gave no answer.
    Unanswered,
    /// (Attribution, stance).
    Stance,
    /// Of stances right: the attribution that it takes up is the other's pair, or none is named on both sides.
    StanceOf,
    /// (Attribution, channel).
    Channel,
    /// (Attribution, date).
    Dates,
    /// Figures paired by their words: the most shared first, any share is enough.
    FiguresFound,
    /// The same, with the number, the bound and the unit right. Of a range `low` and `high` count, else `value`.
    Figures,
    /// Of figures found: the same measure, or none on both sides.
    Measure,
    /// … at least half of the words, or none on both sides.
    Who,
    /// … at least half of the words, or none on both sides.
    Place,
    /// … the same date, or none on both sides.
    AsOf,
    /// … a part of the other's pair, or of none on both sides.
    PartOf,
    /// … in the other's pair, or in none on both sides.
    FigureAttribution,
}

/// How a count is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Precision, recall and F1.
    F1,
    /// A share of what was found.
    Share,
}

impl Score {
    /// All, in the order of the table: name in JSON, name for people, shape.
    pub const ALL: &[(Score, &str, &str, Shape)] = &[
        (Score::Attributions, "attributions", "attributions", Shape::F1),
        (Score::Outermost, "outermost", "  outermost", Shape::F1),
        (Score::Nested, "nested", "  nested", Shape::F1),
        (Score::Found, "found", "  found, any source", Shape::F1),
        (Score::Terms, "terms", "terms", Shape::F1),
        (Score::Reasons, "reasons", "  reasons", Shape::F1),
        (Score::Unanswered, "unanswered", "unanswered", Shape::F1),
        (Score::Stance, "stance", "stance", Shape::F1),
        (Score::Channel, "channel", "channel", Shape::F1),
        (Score::Dates, "dates", "dates", Shape::F1),
        (Score::Figures, "figures", "figures", Shape::F1),
        (Score::FiguresFound, "figures_found", "  found", Shape::F1),
        (Score::Type, "type", "source's type", Shape::Share),
        (Score::Name, "name", "source's name", Shape::Share),
        (Score::Titles, "titles", "source's titles", Shape::Share),
        (Score::Affiliations, "affiliations", "source's affiliations", Shape::Share),
        (Score::Justification, "justification", "source's justification", Shape::Share),
        (Score::Act, "act", "act", Shape::Share),
        (Score::Negated, "negated", "negated", Shape::Share),
        (Score::Chains, "chains", "chain", Shape::Share),
        (Score::StanceOf, "stance_of", "stance's attribution", Shape::Share),
        (Score::Measure, "measure", "figure's measure", Shape::Share),
        (Score::Who, "who", "figure's who", Shape::Share),
        (Score::Place, "place", "figure's place", Shape::Share),
        (Score::AsOf, "as_of", "figure's as-of date", Shape::Share),
        (Score::PartOf, "part_of", "figure's whole", Shape::Share),
        (Score::FigureAttribution, "figure_attribution", "figure's attribution", Shape::Share),
    ];

    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        Score::ALL.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }
}

/// The counts of one article, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles counted.
    pub articles: u64,
    ratios: [Ratio; Score::ALL.len()],
}

impl Counts {
    /// Of one article, in which nothing is counted yet.
    pub(super) fn article() -> Self {
        Self { articles: 1, ..Self::default() }
    }

    /// What was counted. Of a share, `gold` and `predicted` are both what it is a share of.
    pub fn of(&self, score: Score) -> Ratio {
        self.ratios[score as usize]
    }

    /// Counts one pair of a share.
    pub(super) fn share(&mut self, score: Score, right: bool) {
        self.add(score, right, true, true);
    }

    /// Counts what is in gold, what is predicted, or both at once.
    pub(super) fn add(&mut self, score: Score, right: bool, gold: bool, predicted: bool) {
        let ratio = &mut self.ratios[score as usize];
        ratio.right += u64::from(right);
        ratio.gold += u64::from(gold);
        ratio.predicted += u64::from(predicted);
    }
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Counts) {
        self.articles += other.articles;
        for (sum, other) in self.ratios.iter_mut().zip(&other.ratios) {
            *sum += other;
        }
    }
}

#[derive(serde::Serialize)]
struct Part {
    share: f64,
    right: u64,
    of: u64,
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(Score::ALL.len() + 1))?;
        out.serialize_entry("articles", &self.articles)?;
        for (score, key, _, shape) in Score::ALL {
            let ratio = self.of(*score);
            match shape {
                Shape::F1 => out.serialize_entry(key, &ratio)?,
                Shape::Share => {
                    let Ratio { right, gold: of, .. } = ratio;
                    out.serialize_entry(key, &Part { share: share(right, of), right, of })?;
                }
            }
        }
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_score_once() {
        let mut places: Vec<usize> = Score::ALL.iter().map(|row| row.0 as usize).collect();
        places.sort_unstable();
        assert_eq!(places, (0..Score::ALL.len()).collect::<Vec<_>>());
    }
}
