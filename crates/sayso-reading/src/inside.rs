//! In whose content a place of the text lies.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::{Attribution, AttributionId};

/// For each stretch of the text the attribution whose content holds it most closely.
pub(crate) struct Inside {
    /// Where a stretch begins, and whose content it is.
    stretches: Vec<(usize, Option<AttributionId>)>,
}

impl Inside {
    pub(crate) fn of(attributions: &[Attribution]) -> Self {
        let mut edges: Vec<(usize, bool, usize, usize, u32)> = Vec::new();
        for attribution in attributions {
            for content in attribution.content.iter().filter(|content| !content.is_empty()) {
                edges.push((content.start, true, content.start, content.end, attribution.id.0));
                edges.push((content.end, false, content.start, content.end, attribution.id.0));
            }
        }
        // What ends at a place ends before others begin there.
        edges.sort_unstable();
        let mut open = BTreeSet::new();
        let mut stretches = vec![(0, None)];
        for (at, begins, start, end, id) in edges {
            // The closest one begins last, ends first and, of two alike, was read inside the other.
            let key = (start, Reverse(end), id);
            if begins {
                open.insert(key);
            } else {
                open.remove(&key);
            }
            stretches.push((at, open.last().map(|(_, _, id)| AttributionId(*id))));
        }
        Self { stretches }
    }

    /// The attribution whose content holds a byte most closely; none in the writer's voice.
    pub(crate) fn at(&self, byte: usize) -> Option<AttributionId> {
        let after = self.stretches.partition_point(|(start, _)| *start <= byte);
        self.stretches[after - 1].1
    }
}
