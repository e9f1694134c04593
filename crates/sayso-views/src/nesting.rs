//! Which attributions are told of with which paragraph, and in which order: each under the one it lies in.

use sayso_article::PartSpan;
use sayso_reading::Reading;
use sayso_text::Span;

use crate::facts::place;

/// An attribution that is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// Its place in the reading.
    pub(crate) attribution: usize,
    /// In how many others it lies.
    pub(crate) depth: usize,
}

/// For each line of the article, in order, the attributions whose content begins in it.
///
/// In text order, but one that lies in another of the same line follows that one and what else lies in it.
pub(crate) fn told(reading: &Reading, lines: &[&[PartSpan]]) -> Vec<Vec<Told>> {
    let count = reading.attributions.len();
    let start = |spans: &[Span]| spans.first().map(|s| s.start);
    let mut places: Vec<(usize, usize)> = (0..count)
        .map(|i| (&reading.attributions[i], i))
        .map(|(a, i)| (start(&a.content).or(start(&a.cue)).or(start(&a.source)).unwrap_or(0), i))
        .collect();
    places.sort_unstable();
    // One outside others comes first, so that nothing lies in itself.
    let outer = |i: usize| reading.attributions[i].within.and_then(|id| place(reading, id)).filter(|outer| *outer < i);
    let mut depth = vec![0; count];
    for i in 0..count {
        depth[i] = outer(i).map_or(0, |outer| depth[outer] + 1);
    }
    let mut line_of = vec![usize::MAX; count];
    let mut line = 0;
    for &(at, i) in &places {
        while lines.get(line).and_then(|line| line.last()).is_some_and(|block| block.span.end <= at) {
            line += 1;
        }
        line_of[i] = line;
    }
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut first: Vec<Vec<usize>> = vec![Vec::new(); lines.len()];
    // Last ones first, as they are put on a stack.
    for &(_, i) in places.iter().rev() {
        match outer(i).filter(|outer| line_of[*outer] == line_of[i]) {
            Some(outer) => inside[outer].push(i),
            None => first.get_mut(line_of[i]).into_iter().for_each(|line| line.push(i)),
        }
    }
    let in_order = |mut stack: Vec<usize>| {
        let mut out = Vec::new();
        while let Some(i) = stack.pop() {
            out.push(Told { attribution: i, depth: depth[i] });
            stack.append(&mut inside[i]);
        }
        out
    };
    first.into_iter().map(in_order).collect()
}

#[cfg(test)]
mod tests {
    use sayso_article::Part;
    use sayso_reading::{Attribution, AttributionId};

    use super::*;

    /// Attributions by where their content begins and what they lie in; `/` between two lines, a `>` for each level.
    fn check(lines: &[(usize, usize)], rows: &[(usize, u32)], expect: &str) {
        let attribution = |(number, &(at, within)): (u32, &(usize, u32))| Attribution {
            id: AttributionId(number),
            within: (within > 0).then_some(AttributionId(within)),
            content: vec![Span::new(at, at + 1)],
            ..Attribution::default()
        };
        let attributions = (1..).zip(rows).map(attribution).collect();
        let reading = Reading { attributions, ..Reading::default() };
        let blocks: Vec<PartSpan> =
            lines.iter().map(|&(a, b)| PartSpan { part: Part::Body, span: Span::new(a, b) }).collect();
        let lines: Vec<&[PartSpan]> = blocks.chunks(1).collect();
        let show = |told: &Told| format!("{}{}", ">".repeat(told.depth), told.attribution + 1);
        let lines: Vec<String> =
            told(&reading, &lines).iter().map(|line| line.iter().map(show).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines.join(" / "), expect, "{rows:?}");
    }

    #[test]
    fn each_is_told_of_under_the_one_it_lies_in() {
        check(&[], &[], "");
        check(&[(0, 9)], &[(0, 0), (3, 0)], "1 2");
        check(&[(0, 4), (6, 9)], &[(0, 0), (7, 0)], "1 / 2");
        check(&[(0, 9)], &[(0, 0), (2, 1), (3, 2), (4, 1), (5, 0)], "1 >2 >>3 >4 5");
        // Another speaks between the pieces of the outer one's content.
        check(&[(0, 9)], &[(0, 0), (3, 0), (5, 1)], "1 >3 2");
        check(&[(0, 4), (6, 9)], &[(0, 0), (2, 0), (7, 1)], "1 2 / >3");
        // What lies in a later one, in itself or in none that is there lies in none.
        check(&[(0, 9)], &[(0, 2), (1, 2), (2, 9)], "1 2 3");
    }
}
