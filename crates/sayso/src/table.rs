//! Scores as a table to look at.

use std::fmt::Write;

use sayso_eval::{Ratio, Scores};

/// The figures, as plain text.
pub(crate) fn of(scores: &Scores) -> String {
    let mut out = String::new();
    // Writing to a string never fails.
    let _ = write(&mut out, scores);
    out
}

fn write(out: &mut String, s: &Scores) -> std::fmt::Result {
    writeln!(out, "articles scored: {}\n", s.articles)?;

    writeln!(out, "           characters           spans: exact  trimmed  half shared")?;
    writeln!(out, "              P     R    F1            F1       F1     P     R    F1   gold  predicted")?;
    for ((role, characters), (_, spans)) in s.characters.named().into_iter().zip(s.spans.named()) {
        let (exact, trim, half) = (spans.exact.f1(), spans.trim.f1(), spans.iou50);
        let (gold, predicted) = (half.gold, half.predicted);
        writeln!(
            out,
            "{role:<9} {}         {exact:.3}    {trim:.3} {} {gold:>6} {predicted:>10}",
            prf(*characters),
            prf(half)
        )?;
    }

    writeln!(out, "\nattributions                  P     R    F1   gold  predicted")?;
    for (name, ratio) in [("found", s.found), ("found, source right", s.end_to_end)] {
        writeln!(out, "{name:<25} {} {:>6} {:>10}", prf(ratio), ratio.gold, ratio.predicted)?;
    }
    writeln!(out, "\nof those found, right")?;
    for (name, share) in [
        ("source", s.source_right),
        ("source where gold has one", s.source_right_where_named),
        ("source, any overlap", s.source_overlaps),
        ("cue", s.cue_right),
    ] {
        writeln!(out, "{name:<25} {share:>5.3}")?;
    }

    writeln!(out, "\nrecall by kind            found  source right   gold")?;
    for (kind, scores) in s.by_kind.named() {
        writeln!(out, "{kind:<25} {:>5.3}  {:>12.3} {:>6}", scores.found, scores.end_to_end, scores.gold)?;
    }

    writeln!(out, "\nconfidence   predicted   mean  right")?;
    for bin in s.calibration.iter().filter(|bin| bin.predicted > 0) {
        writeln!(
            out,
            "{:.1} to {:.1} {:>12}  {:.3}  {:.3}",
            bin.from, bin.to, bin.predicted, bin.confidence, bin.right
        )?;
    }
    writeln!(out, "expected calibration error {:.3}", s.calibration_error)?;

    writeln!(out, "\n95 % intervals over articles")?;
    for (name, interval) in &s.intervals {
        writeln!(out, "{:<28} {:.3} to {:.3}", name.replace('_', " "), interval.low, interval.high)?;
    }
    Ok(())
}

fn prf(ratio: Ratio) -> String {
    format!("{:.3} {:.3} {:.3}", ratio.precision(), ratio.recall(), ratio.f1())
}
