//! Dates as feeds write them → RFC 3339, in the zone that they were written in: the day of publication is the one where it was
//! published.

/// Zones by name, with minutes east of Greenwich (RFC 822, section 5, and those that newsrooms use besides).
const ZONES: &[(&str, i32)] = &[
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("wet", 0),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date in the form of RFC 3339, `2026-11-24T06:00:00+01:00`: without the zone where none is given or known, the day alone
/// where no time is. What is no date known here stays as it is.
pub(super) fn rfc_3339(text: &str) -> String {
    let text = super::xml::one_line(text);
    iso(&text).or_else(|| mail(&text)).unwrap_or(text)
}

/// `2026-11-24T06:00:00.000+0100` and the like.
fn iso(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let [year, month, date] = day.split('-').collect::<Vec<_>>().try_into().ok()?;
    let day = day_of(number(year, 4)?, number(month, 2)?, number(date, 2)?)?;
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(day);
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    Some(format!("{day}T{}{}", time_of(time)?, zone_of(zone.trim())))
}

/// `Tue, 24 Nov 2026 06:00:00 +0100` (RFC 822 and those after it), the day's name and the seconds left out or not, the month
/// before the day or after it.
fn mail(text: &str) -> Option<String> {
    let weekday = |(day, _): &(&str, &str)| !day.contains(|c: char| c.is_ascii_digit());
    let text = text.split_once(',').filter(weekday).map_or(text, |(_, rest)| rest);
    let words: Vec<&str> = text.split([' ', '-', ',']).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&&str| word.get(..3).is_some_and(|start| MONTHS.contains(&&*start.to_ascii_lowercase()));
    let at = words.iter().take(3).position(|word| is_month(&word))?;
    let month = words[at].get(..3)?.to_ascii_lowercase();
    let month = 1 + MONTHS.iter().position(|name| *name == month)? as u32;
    let before = at.checked_sub(1).and_then(|at| words[at].parse::<u32>().ok());
    let (date, year_at) = match before {
        Some(date) => (date, at + 1),
        None => (words.get(at + 1)?.parse().ok()?, at + 2),
    };
    let year = words.get(year_at)?;
    let year = match (year.len(), year.parse::<u32>().ok()?) {
        // Two digits are of this century or the last (RFC 2822, section 4.3).
        (2, year) => year + if year < 50 { 2000 } else { 1900 },
        (_, year) => year,
    };
    let day = day_of(year, month, date)?;
    let Some(time) = words.get(year_at + 1) else { return Some(day) };
    // The zone as it stands: the `-` of one was taken for white space.
    let zone = text.split_once(time).map_or("", |(_, zone)| zone.trim());
    Some(format!("{day}T{}{}", time_of(time)?, zone_of(zone)))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn day_of(year: u32, month: u32, date: u32) -> Option<String> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1..=9999).contains(&year) && (1..=days).contains(&date)).then(|| format!("{year:04}-{month:02}-{date:02}"))
}

/// `6:00`, `06:00:00`, `06:00:00.000`, without what is less than a second.
fn time_of(text: &str) -> Option<String> {
    let mut parts = text.split(['.', ',']).next()?.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    // A leap second is told by RFC 3339 too, but by few who read it.
    (hour < 24 && minute < 60 && second <= 60).then(|| format!("{hour:02}:{minute:02}:{:02}", second.min(59)))
}

/// A zone as `+01:00` or `Z`; nothing for one that is not known.
fn zone_of(text: &str) -> String {
    let name = text.split([' ', '(']).next().unwrap_or_default().to_ascii_lowercase();
    let minutes = match name.strip_prefix(['+', '-']) {
        Some(digits) => {
            let digits = digits.replace(':', "");
            let (hours, minutes) = match digits.len() {
                2 => (number(&digits, 2), Some(0)),
                4 if digits.is_ascii() => (number(&digits[..2], 2), number(&digits[2..], 2)),
                _ => (None, None),
            };
            let minutes = hours.zip(minutes).filter(|(hours, minutes)| *hours < 24 && *minutes < 60);
            minutes.map(|(hours, minutes)| (hours * 60 + minutes) as i32 * if name.starts_with('-') { -1 } else { 1 })
        }
        None => ZONES.iter().find(|(known, _)| *known == name).map(|(_, minutes)| *minutes),
    };
    match minutes {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(rfc_3339(text), expect, "{text}");
    }

    #[test]
    fn dates_keep_their_zone() {
        check("Tue, 24 Nov 2026 06:00:00 +0100", "2026-11-24T06:00:00+01:00");
        check("Tue, 24 Nov 2026 23:30:00 -0430", "2026-11-24T23:30:00-04:30");
        check("Tue, 24 Nov 2026 06:00:00 GMT", "2026-11-24T06:00:00Z");
        check("24 Nov 26 6:00 EST", "2026-11-24T06:00:00-05:00");
        check("Tuesday, 24 November 2026 06:00:00 -0000 (UTC)", "2026-11-24T06:00:00Z");
        check("Tue, 24-Nov-2026 06:00:00 PDT", "2026-11-24T06:00:00-07:00");
        check("November 24, 2026 06:00 XYZ", "2026-11-24T06:00:00");
        check("24 Nov 2026", "2026-11-24");
        check(" 2026-11-24T06:00:00+0100\n", "2026-11-24T06:00:00+01:00");
        check("2026-11-24T06:00:00.123Z", "2026-11-24T06:00:00Z");
        check("2026-11-24 06:00:00 -05:00", "2026-11-24T06:00:00-05:00");
        check("2026-11-24T06:00", "2026-11-24T06:00:00");
        check("2026-11-24", "2026-11-24");
        check("2024-02-29T23:59:60Z", "2024-02-29T23:59:59Z");
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for text in ["", "yesterday", "2026-13-01", "2026-02-29", "32 Jan 2026 06:00:00 GMT", "2026-11-24T25:00:00Z"] {
            check(text, text);
        }
        for text in ["Jan", "May 1", "é, é May é", "2026-11-24T", "2026-11-2é", "1 May 2026 é:é", "99 May 99999999999"]
        {
            check(text, text);
        }
    }
}
