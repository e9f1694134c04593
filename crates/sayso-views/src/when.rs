//! Dates for a person.

use sayso_reading::dates::Days;

/// Days as people write them: `3 March 2026`, `March 2026`, `2 March 2026 to 8 March 2026`.
pub(crate) fn days(days: Days) -> String {
    match days {
        Days::Range(from, to) => format!("{} to {}", day(&from.to_string()), day(&to.to_string())),
        Days::Month(year, month) => {
            let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
            name.map_or_else(|| days_given(days), |name| format!("{name} {year}"))
        }
        Days::Day(_) | Days::Year(_) => days_given(days),
    }
}

fn days_given(days: Days) -> String {
    day(&days.to_string())
}

/// A date as people write it where it was given in ISO 8601 (`3 March 2026, 18:20`), and as given where it was not.
///
/// The clock is the publisher's: nothing is converted.
pub(crate) fn day(given: &str) -> String {
    read(given).unwrap_or_else(|| given.to_owned())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn read(given: &str) -> Option<String> {
    let given = given.trim();
    let (date, clock) = given.split_once(['T', ' ']).unwrap_or((given, ""));
    let mut fields = date.splitn(3, '-');
    let year = digits(fields.next()?, 4)?;
    let month = MONTHS.get(digits(fields.next()?, 2)?.checked_sub(1)?)?;
    let day = digits(fields.next()?, 2).filter(|day| (1..=31).contains(day))?;
    let clock = match clock.get(..5).and_then(|c| c.split_once(':')) {
        Some((hour, minute)) if digits(hour, 2)? < 24 && digits(minute, 2)? < 60 => format!(", {hour}:{minute}"),
        None if clock.is_empty() => String::new(),
        _ => return None,
    };
    Some(format!("{day} {month} {year}{clock}"))
}

fn digits(field: &str, count: usize) -> Option<usize> {
    (field.len() == count && field.bytes().all(|b| b.is_ascii_digit())).then(|| field.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &str, expect: &str) {
        assert_eq!(day(given), expect);
    }

    #[test]
    fn only_iso_dates_are_rewritten() {
        check("2026-03-03", "3 March 2026");
        check("2026-03-03T18:20:00+01:00", "3 March 2026, 18:20");
        check(" 2026-12-31 00:05", "31 December 2026, 00:05");
        for given in [
            "March 3",
            "2026-13-03",
            "2026-00-01",
            "2026-03-99",
            "2026-03-03T9pm",
            "2026-03-03T99:00",
            "",
            "２０26-01-01",
        ] {
            check(given, given);
        }
    }
}
