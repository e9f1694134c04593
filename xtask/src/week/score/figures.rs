//! Figures: whose number, which, as of when, and who had it first; and who contradicts whom.

use std::collections::BTreeSet;

use anyhow::Context;

use super::answers::{self, Figures};
use super::{Ask, CONFLICTS, POINTS, Row, Score, is_same_name};
use crate::week::truth::{Conflict, Truth};

pub(crate) fn score(truth: &Truth, ask: Ask<'_>) -> anyhow::Result<Score> {
    let mut points = Row::new("points of series", POINTS);
    let mut later = Row::new("later carriers", None);
    let mut stale = Row::new("stale repeats", None);
    let mut rounded = Row::new("roundings", None);
    let mut found_conflicts = Row::new("conflicts that are found", CONFLICTS);
    let mut right_conflicts = Row::new("conflicts that are right", CONFLICTS);
    let mut missed = Vec::new();
    let abouts: BTreeSet<&str> = truth.series.iter().map(|series| series.about.as_str()).collect();
    for about in abouts {
        let answer = ask(about)?;
        let found: Figures = if answer.is_empty() {
            Figures::default()
        } else {
            serde_json::from_slice(&answer).context("`figures`")?
        };
        for so in truth.series.iter().filter(|series| series.about == about) {
            let of_giver = found.series.iter().filter(|series| {
                let is_thing = so.measure.is_none() || series.thing.measure == so.measure;
                is_thing && series.giver.as_deref().is_some_and(|giver| is_same_name(giver, &so.giver))
            });
            let given: Vec<&answers::Point> = of_giver.flat_map(|series| &series.points).collect();
            for point in &so.points {
                let is_it = |found: &&&answers::Point| {
                    found.day.as_deref() == Some(point.day.as_str())
                        && found.value == Some(point.value)
                        && found.bound == point.bound
                };
                let it = given.iter().find(is_it);
                let carriers: Vec<&str> = it
                    .map(|it| it.carriers.iter().filter_map(|carrier| carrier.url.as_deref()).collect())
                    .unwrap_or_default();
                if !points.count(carriers.first() == Some(&point.first.as_str())) {
                    let near: Vec<String> =
                        given.iter().map(|p| format!("{} {}", p.day.as_deref().unwrap_or("no day"), p.words)).collect();
                    missed.push(format!(
                        "{about}: {} on {}: {} {} first in {}, found {:?} among {}",
                        so.giver,
                        point.day,
                        point.bound,
                        point.value,
                        point.first,
                        carriers.first(),
                        near.join("; ")
                    ));
                }
                for url in &point.later {
                    if !later.count(carriers.contains(&url.as_str())) {
                        missed.push(format!("{about}: {} {} is in {url} too", so.giver, point.value));
                    }
                }
                for url in &point.stale {
                    let is_told = it.is_some_and(|it| it.remarks.iter().any(|remark| remark.kind == "stale"));
                    if !stale.count(is_told) {
                        missed.push(format!("{about}: {} {} is stale in {url}", so.giver, point.value));
                    }
                }
            }
            for round in &so.rounded {
                let is_carried =
                    |point: &answers::Point| point.carriers.iter().any(|c| c.url.as_ref() == Some(&round.url));
                let mut all = found.series.iter().flat_map(|series| &series.points);
                let is_told =
                    all.any(|point| is_carried(point) && point.remarks.iter().any(|remark| remark.kind == "rounds"));
                if !rounded.count(is_told) {
                    missed.push(format!("{about}: “{}” in {} rounds {}", round.words, round.url, round.exact));
                }
            }
        }
        let so: Vec<&Conflict> = truth.conflicts.iter().filter(|conflict| conflict.about == about).collect();
        for conflict in &so {
            if !found_conflicts.count(found.conflicts.iter().any(|found| is_same(conflict, found))) {
                let [one, other] = &conflict.givers;
                missed.push(format!(
                    "{about}: no conflict of {one} and {other} on {}: {:?}",
                    conflict.day, conflict.values
                ));
            }
        }
        for conflict in &found.conflicts {
            if !right_conflicts.count(so.iter().any(|so| is_same(so, conflict))) {
                let side =
                    |side: &answers::Side| format!("{}: {}", side.giver.as_deref().unwrap_or("nobody"), side.words);
                let (one, other) = (side(&conflict.one), side(&conflict.other));
                missed.push(format!("{about}: a conflict that is none on {}: {one}, {other}", conflict.day));
            }
        }
    }
    Ok(Score { rows: vec![points, found_conflicts, right_conflicts, later, stale, rounded], missed })
}

/// Whether a conflict found is this one, whichever of the two stands first.
fn is_same(so: &Conflict, found: &answers::Conflict) -> bool {
    let [one, other] = &so.givers;
    let is = |side: &answers::Side, name: &str| side.giver.as_deref().is_some_and(|giver| is_same_name(giver, name));
    let is_thing = so.measure.is_none() || found.thing.measure == so.measure;
    let is_pair = |a: &answers::Side, b: &answers::Side| is(a, one) && is(b, other);
    is_thing && found.day == so.day && (is_pair(&found.one, &found.other) || is_pair(&found.other, &found.one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::truth::{Point, Series};

    #[test]
    fn a_point_is_right_with_its_day_number_bound_and_first_carrier() {
        let point = |day: &str, value: f64, bound: &str, first: &str, later: &[&str]| Point {
            day: day.into(),
            value,
            bound: bound.into(),
            first: first.into(),
            later: later.iter().map(|url| (*url).to_owned()).collect(),
            stale: Vec::new(),
        };
        let series = |giver: &str, points| Series {
            about: "killed in Lund".into(),
            giver: giver.into(),
            measure: Some("killed".into()),
            place: "Lund".into(),
            points,
            rounded: Vec::new(),
        };
        let truth = Truth {
            series: vec![
                series(
                    "the fire service",
                    vec![
                        point("2026-11-23", 4.0, "at_least", "a", &["b"]),
                        point("2026-11-24", 7.0, "exactly", "c", &[]),
                    ],
                ),
                series("the hospital", vec![point("2026-11-23", 3.0, "exactly", "d", &[])]),
            ],
            conflicts: vec![Conflict {
                about: "killed in Lund".into(),
                measure: Some("killed".into()),
                day: "2026-11-23".into(),
                givers: ["the fire service".into(), "the hospital".into()],
                values: [4.0, 3.0],
            }],
            ..Truth::default()
        };
        let json = br#"{"version":1,"series":[
            {"thing":{"measure":"killed"},"giver":"Fire Service","points":[
                {"day":"2026-11-23","value":4,"bound":"at_least","carriers":[{"url":"a"},{"url":"b"}],"remarks":[]},
                {"day":"2026-11-24","value":7,"bound":"exactly","carriers":[{"url":"x"}]}]},
            {"thing":{"measure":"injured"},"giver":"the hospital","points":[
                {"day":"2026-11-23","value":3,"bound":"exactly","carriers":[{"url":"d"}]}]}],
            "conflicts":[
                {"thing":{"measure":"killed"},"day":"2026-11-23","one":{"giver":"hospital"},"other":{"giver":"the fire service"}},
                {"thing":{"measure":"killed"},"day":"2026-11-24","one":{"giver":"hospital"},"other":{"giver":"the fire service"}}]}"#;
        let score = score(&truth, &|_| Ok(json.to_vec())).expect("JSON");
        let counted: Vec<(usize, usize)> = score.rows.iter().map(|row| (row.right, row.of)).collect();
        assert_eq!(counted, [(1, 3), (1, 1), (1, 2), (1, 1), (0, 0), (0, 0)]);
        assert_eq!(score.missed.len(), 3, "{:?}", score.missed);
    }
}
