//! Later texts of an article: whether what changed is named as what it is.

use anyhow::Context;

use super::answers::Differences;
use super::{Ask, Row, Score};
use crate::week::truth::Truth;

pub(crate) fn score(truth: &Truth, ask: Ask<'_>) -> anyhow::Result<Score> {
    let mut kinds = Row::new("changes between texts", None);
    let mut silent = Row::new("silent changes of a number", None);
    let mut missed = Vec::new();
    for so in &truth.revisions {
        let answer = ask(&so.url)?;
        let found: Differences = if answer.is_empty() {
            Differences::default()
        } else {
            serde_json::from_slice(&answer).context("`diff`")?
        };
        let revised: Vec<_> = found.differences.iter().flat_map(|difference| &difference.changes).collect();
        let told: Vec<&str> =
            revised.iter().flat_map(|revised| &revised.changes).map(|change| change.kind.as_str()).collect();
        for kind in &so.changes {
            if !kinds.count(told.contains(&kind.as_str())) {
                missed.push(format!("{}: `{kind}` is not among {told:?}", so.url));
            }
        }
        if so.changes.iter().any(|kind| kind == "figure_changed")
            && !silent.count(revised.iter().any(|revised| revised.is_silent) == so.is_silent)
        {
            missed.push(format!("{}: whether the change is silent: {}", so.url, so.is_silent));
        }
    }
    Ok(Score { rows: vec![kinds, silent], missed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::truth::Revision;

    #[test]
    fn a_change_counts_by_its_kind() {
        let truth = Truth {
            revisions: vec![
                Revision { url: "a".into(), changes: vec!["figure_changed".into()], is_silent: true },
                Revision { url: "b".into(), changes: vec!["reason_dropped".into()], is_silent: false },
            ],
            ..Truth::default()
        };
        let json = br#"{"differences":[{"changes":[{"changes":[{"kind":"figure_changed"}],"is_silent":true}]}]}"#;
        let score = score(&truth, &|_| Ok(json.to_vec())).expect("JSON");
        let counted: Vec<(usize, usize)> = score.rows.iter().map(|row| (row.right, row.of)).collect();
        assert_eq!(counted, [(1, 2), (1, 1)]);
    }
}
