//! The views from outside, on answers about an invented week.

mod data;
mod hostile;
mod html;
#[allow(missing_docs, unreachable_pub)]
mod samples;
mod text;

use sayso_pages::sources::Depth;
use sayso_pages::{Options, figures, revisions, search, sources, trace};

/// All answers of the samples.
struct Answers {
    trace: sayso_lineage::trace::Trace,
    figures: sayso_lineage::series::Figures,
    sources: sayso_lineage::people::Sources,
    differences: Vec<sayso_lineage::revision::Difference>,
    hits: search::Hits,
}

impl Answers {
    fn samples() -> Self {
        Self {
            trace: samples::trace(),
            figures: samples::figures(),
            sources: samples::sources(),
            differences: samples::differences(),
            hits: samples::hits(),
        }
    }

    fn empty() -> Self {
        Self {
            trace: sayso_lineage::trace::Trace::default(),
            figures: sayso_lineage::series::Figures::default(),
            sources: sayso_lineage::people::Sources::default(),
            differences: vec![],
            hits: search::Hits::default(),
        }
    }

    fn pages(&self) -> Vec<String> {
        vec![
            trace::html(&self.trace),
            figures::html(&self.figures, &[]),
            sources::html(&self.sources, "", Depth::List),
            sources::html(&self.sources, &self.trace.asked, Depth::Full),
            revisions::html(&self.differences),
            search::html(&self.hits),
        ]
    }

    fn texts(&self, options: Options) -> Vec<String> {
        vec![
            trace::text(&self.trace, options),
            figures::text(&self.figures, &[], options),
            sources::text(&self.sources, Depth::List, options),
            sources::text(&self.sources, Depth::Full, options),
            revisions::text(&self.differences, options),
            search::text(&self.hits, options),
        ]
    }

    fn documents(&self) -> Vec<String> {
        vec![
            trace::json(&self.trace),
            figures::json(&self.figures, &[]),
            sources::json(&self.sources, Depth::List),
            sources::json(&self.sources, Depth::Full),
            revisions::json(&self.differences),
            search::json(&self.hits),
        ]
    }

    fn tables(&self) -> Vec<String> {
        vec![
            figures::csv(&self.figures),
            sources::csv(&self.sources, Depth::List),
            sources::csv(&self.sources, Depth::Full),
            search::csv(&self.hits),
        ]
    }
}
