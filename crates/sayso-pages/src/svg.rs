//! What pictures share: days as numbers, marks of a scale, words cut to a width.

use std::fmt::Write;

/// Days since 1970-01-01 of the first day that `2026-11-24`, `2026-11`, `2026` or a range of these names.
///
/// Howard Hinnant's `days_from_civil`, <https://howardhinnant.github.io/date_algorithms.html>.
pub(crate) fn day_number(given: &str) -> Option<i64> {
    let first = given.split(['/', 'T']).next()?;
    let mut fields = first.split('-').map(|field| field.parse::<u32>().ok());
    let year = i64::from(fields.next()??);
    let (month, day) = (fields.next().unwrap_or(Some(1))?, fields.next().unwrap_or(Some(1))?);
    if year > 9999 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * i64::from((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// Round numbers from below `low` to above `high`, at most seven.
pub(crate) fn scale(low: f64, high: f64) -> Vec<f64> {
    let spread = (high - low).max(high.abs().max(1.0) * 1e-9);
    let power = 10f64.powf((spread / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|factor| factor * power).find(|step| spread / step <= 5.0);
    let step = step.unwrap_or(10.0 * power);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = (last - first).clamp(1.0, 7.0) as usize;
    (0..=count).map(|i| (first + i as f64) * step).collect()
}

/// A number for a person: thousands apart, no more than three decimals.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.3}", value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = if value < 0.0 { "−".to_owned() } else { String::new() };
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    let part = part.trim_end_matches('0');
    if !part.is_empty() {
        let _ = write!(out, ".{part}");
    }
    out
}

/// Words cut to so many characters, `…` where something is left out.
pub(crate) fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A length in a picture, with one decimal.
pub(crate) fn px(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        for (given, expect) in [
            ("1970-01-01", Some(0)),
            ("2000-03-01", Some(11_017)),
            ("2026-11-24", Some(20_781)),
            ("2026-11", Some(20_758)),
            ("2026", Some(20_454)),
            ("2026-11-24/2026-11-26", Some(20_781)),
            ("2026-13-01", None),
            ("soon", None),
            ("-", None),
            ("99999999999-01-01", None),
        ] {
            assert_eq!(day_number(given), expect, "{given}");
        }
    }

    #[test]
    fn scales_are_round_and_hold_what_is_drawn() {
        for (low, high, expect) in [
            (0.0, 14.0, vec![0.0, 5.0, 10.0, 15.0]),
            (0.0, 9_770.0, vec![0.0, 2_000.0, 4_000.0, 6_000.0, 8_000.0, 10_000.0]),
            (3.0, 3.0, vec![3.0, 3.000_000_001]),
        ] {
            let found = scale(low, high);
            assert!(found[0] <= low && found[found.len() - 1] >= high && found.len() <= 8, "{found:?}");
            if low < high {
                assert_eq!(found, expect);
            }
        }
        assert!(scale(0.0, f64::MAX).len() <= 8);
    }

    #[test]
    fn numbers_and_words_for_people() {
        assert_eq!(number(1_234_567.25), "1,234,567.25");
        assert_eq!(number(-12.0), "−12");
        assert_eq!(number(100.0), "100");
        assert_eq!(cut("the Courier", 20), "the Courier");
        assert_eq!(cut("the Courier", 5), "the…");
    }
}
