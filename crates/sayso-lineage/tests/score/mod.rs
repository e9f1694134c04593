//! Counts forms against claim gold.
#![allow(unreachable_pub)]

use std::fmt;

use sayso_lineage::claim::{Content, Form, Matcher};

#[derive(serde::Deserialize)]
struct Gold {
    pair: Vec<Pair>,
}

/// A pair of gold.
#[derive(serde::Deserialize)]
pub struct Pair {
    /// What they are about; only the example looks at it.
    #[allow(dead_code)]
    pub story: String,
    /// What one is to the other.
    pub form: String,
    /// A content.
    pub one: String,
    /// Another.
    pub other: String,
}

/// The pairs of a file in `gold/claims`.
pub fn pairs(name: &str) -> Vec<Pair> {
    let path = format!("{}/../../gold/claims/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    toml::from_str::<Gold>(&text).unwrap_or_else(|e| panic!("{path}: {e}")).pair
}

/// Right, found and in gold.
#[derive(Clone, Copy, Default)]
pub struct Count(pub usize, pub usize, pub usize);

impl Count {
    fn add(&mut self, found: bool, gold: bool) {
        self.0 += usize::from(found && gold);
        self.1 += usize::from(found);
        self.2 += usize::from(gold);
    }

    /// Share of those found that are right.
    pub fn precision(self) -> f64 {
        self.0 as f64 / self.1.max(1) as f64
    }

    /// Share of those in gold that were found.
    pub fn recall(self) -> f64 {
        self.0 as f64 / self.2.max(1) as f64
    }
}

/// What was counted.
#[derive(Default)]
pub struct Score {
    /// Copied and trimmed pairs against Verbatim and Partial.
    pub verbatim: Count,
    /// Reworded pairs against Reworded.
    pub reworded: Count,
    /// Contradicted pairs against Contradicted.
    pub contradicted: Count,
    /// Contradicted pairs that were called the same.
    pub opposite_called_same: Count,
    /// Reworded pairs that `may_match` lets through.
    pub looked_at: Count,
}

impl Score {
    /// Compares all pairs.
    pub fn of(pairs: &[Pair]) -> Self {
        let matcher = Matcher::new();
        let mut out = Self::default();
        for pair in pairs {
            let (one, other) = (Content::of(&pair.one), Content::of(&pair.other));
            let form = matcher.compare(&one, &other).map(|found| found.form);
            let is = |gold: &[&str]| gold.contains(&pair.form.as_str());
            let is_same = form.is_some_and(Form::is_same);
            out.verbatim.add(matches!(form, Some(Form::Verbatim | Form::Partial)), is(&["copied", "trimmed"]));
            out.reworded.add(form == Some(Form::Reworded), is(&["reworded"]));
            out.contradicted.add(form == Some(Form::Contradicted), is(&["contradicted"]));
            if is(&["contradicted"]) {
                out.opposite_called_same.add(is_same, true);
            }
            if is(&["reworded"]) {
                out.looked_at.add(Matcher::may_match(&one, &other), true);
            }
        }
        out
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, count) in
            [("verbatim", self.verbatim), ("reworded", self.reworded), ("contradicted", self.contradicted)]
        {
            write!(f, "{name} P {:.3} R {:.3}; ", count.precision(), count.recall())?;
        }
        let [same, seen] = [self.opposite_called_same, self.looked_at];
        write!(f, "opposites called the same {}/{}; rewordings looked at {}/{}", same.1, same.2, seen.1, seen.2)
    }
}
