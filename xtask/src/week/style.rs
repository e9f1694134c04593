//! An outlet's manner of writing: spelling, quotation marks, numbers, the beginning of a sentence.

use crate::week::world::{Marks, Outlet};

/// British spellings and what the other side of the ocean writes.
const AMERICAN: &[(&str, &str)] = &[
    ("neighbour", "neighbor"),
    ("harbour", "harbor"),
    ("labour", "labor"),
    ("colour", "color"),
    ("honour", "honor"),
    ("rumour", "rumor"),
    ("favour", "favor"),
    ("behaviour", "behavior"),
    ("metre", "meter"),
    ("centre", "center"),
    ("litre", "liter"),
    ("theatre", "theater"),
    ("defence", "defense"),
    ("licence", "license"),
    ("organis", "organiz"),
    ("recognis", "recogniz"),
    ("apologis", "apologiz"),
    ("criticis", "criticiz"),
    ("authoris", "authoriz"),
    ("realis", "realiz"),
    ("programme", "program"),
    ("cancelled", "canceled"),
    ("travelled", "traveled"),
    ("travelling", "traveling"),
    ("towards", "toward"),
    ("cheque", "check"),
    ("tonne", "ton"),
    ("grey", "gray"),
    ("storey", "story"),
    ("mould", "mold"),
];

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The weekday of a day of the week, 0 for Monday.
pub(crate) fn weekday(day: usize) -> &'static str {
    DAYS[day % 7]
}

/// A text as an outlet prints it. Texts are written with British spelling and curly double marks.
pub(crate) fn printed(text: &str, outlet: &Outlet) -> String {
    let mut text = tidy(text);
    if outlet.american {
        for (british, american) in AMERICAN {
            text = text.replace(british, american).replace(&capital(british), &capital(american));
        }
        for day in DAYS {
            text = text.replace(&format!(" said on {day}"), &format!(" said {day}"));
        }
    }
    match outlet.marks {
        Marks::Double => text,
        Marks::Straight => text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"),
        Marks::Single => text.replace('“', "‘").replace('”', "’"),
    }
}

/// Commas that close an apposition fall away before another mark, and a stop is not set twice.
fn tidy(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in [
        (",,", ","),
        (",.", "."),
        (",:", ":"),
        (",;", ";"),
        (", .", "."),
        ("..", "."),
        ("?,”", "?”"),
        ("!,”", "!”"),
        (".”.", ".”"),
    ] {
        text = text.replace(from, to);
    }
    text
}

/// With a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let mut done = String::with_capacity(text.len());
    // A quotation mark may stand before the first letter.
    for letter in letters.by_ref() {
        if letter.is_alphanumeric() {
            done.extend(letter.to_uppercase());
            break;
        }
        done.push(letter);
    }
    done.push_str(letters.as_str());
    done
}

/// A number as a newsroom writes it: words below ten, commas by thousands, millions with one decimal.
pub(crate) fn number(value: f64) -> String {
    if value >= 1e6 {
        return format!("{} million", (value / 1e5).round() / 10.0);
    }
    let whole = value as usize;
    if whole < 10 {
        return ONES[whole].to_owned();
    }
    let digits = whole.to_string();
    let mut done = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            done.push(',');
        }
        done.push(digit);
    }
    done
}

/// A number in words, as at the beginning of a sentence; none of 100 and more.
pub(crate) fn spelled(value: f64) -> Option<String> {
    let whole = value as usize;
    match whole {
        0..20 => Some(ONES[whole].to_owned()),
        20..100 if whole.is_multiple_of(10) => Some(TENS[whole / 10].to_owned()),
        20..100 => Some(format!("{}-{}", TENS[whole / 10], ONES[whole % 10])),
        _ => None,
    }
}

/// The words of a bound, before its number.
pub(crate) fn bound(name: &str) -> &'static str {
    match name {
        "at_least" => "at least ",
        "more_than" => "more than ",
        "about" => "about ",
        "up_to" => "up to ",
        "less_than" => "fewer than ",
        _ => "",
    }
}

/// An introduction whose apposition is closed by a comma; where another mark follows, that comma falls away.
pub(crate) fn closed(intro: &str) -> String {
    if intro.contains(", ") && !intro.ends_with(',') { format!("{intro},") } else { intro.to_owned() }
}

/// Whether the source must stand before what it says: a pronoun would have nobody to point to.
pub(crate) fn wants_source(clause: &str) -> bool {
    ["he ", "she ", "his ", "her ", "neither he "].iter().any(|pronoun| clause.starts_with(pronoun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_a_paper() {
        let written = [4.0, 12.0, 980.0, 9_770.0, 12_300.0, 4_200_000.0].map(number);
        assert_eq!(written, ["four", "12", "980", "9,770", "12,300", "4.2 million"]);
        assert_eq!(
            [7.0, 40.0, 41.0, 100.0].map(spelled),
            [Some("seven".into()), Some("forty".into()), Some("forty-one".into()), None]
        );
    }

    #[test]
    fn a_capital_stands_after_a_mark() {
        assert_eq!(capital("“we knew"), "“We knew");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn marks_do_not_pile_up() {
        assert_eq!(tidy("said Ada Roe, the mayor,."), "said Ada Roe, the mayor.");
        assert_eq!(tidy("said Ada Roe, the mayor,: “No..”"), "said Ada Roe, the mayor: “No.”");
    }
}
