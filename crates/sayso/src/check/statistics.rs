//! How often each rule was broken.

use std::collections::BTreeMap;
use std::fmt;

use sayso_check::Finding;

/// Counts by code and name.
#[derive(Debug, Default)]
pub(super) struct Statistics {
    counts: BTreeMap<(String, String), usize>,
}

impl Statistics {
    pub(super) fn count(&mut self, finding: &Finding) {
        *self.counts.entry((finding.code.clone(), finding.name.clone())).or_default() += 1;
    }
}

/// One line a rule, the most often broken first.
impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows: Vec<_> = self.counts.iter().collect();
        rows.sort_by_key(|(rule, count)| (std::cmp::Reverse(**count), *rule));
        let widest = rows.first().map_or(0, |(_, count)| count.to_string().len());
        for ((code, name), count) in rows {
            writeln!(f, "{count:>widest$}  {code} [{name}]")?;
        }
        Ok(())
    }
}
