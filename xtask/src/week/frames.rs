//! Sentences with gaps, as newsrooms write them.
//!
//! `{who}` is the source, `{Who}` the same at a sentence's beginning, `{short}` what it is called once it is known, `{he}` its pronoun;
//! `{q}` a quotation, `{q1}` and `{q2}` its two sentences; `{s}` what is said as a clause, `{S}` the same with a capital; `{me}` the
//! outlet that prints it, `{x}` the one that it relays; `{day}` the weekday on which it was said, `{place}` the town.

/// A quotation from somebody who is met for the first time in the article.
pub(crate) const QUOTE: &[&str] = &[
    "“{q},” {who} said.",
    "“{q},” said {who}.",
    "“{q},” {who} told {me}.",
    "{Who} said: “{q}.”",
    "“{q},” {who} said on {day}.",
    "“{q},” {who} told {me} on {day}.",
    "Speaking to {me} on {day}, {who} said: “{q}.”",
    "In an interview with {me}, {who} said: “{q}.”",
];

/// A quotation in two pieces, with its source between them.
pub(crate) const QUOTE_SPLIT: &[&str] = &[
    "“{q1},” {who} said. “{q2}.”",
    "“{q1},” said {who}. “{q2}.”",
    "“{q1},” {who} told {me}. “{q2}.”",
    "“{q1},” {who} said on {day}. “{q2}.”",
];

/// A quotation from somebody who has just spoken.
pub(crate) const QUOTE_AGAIN: &[&str] = &[
    "“{q},” {short} said.",
    "“{q},” {he} said.",
    "“{q},” said {short}.",
    "“{q},” {he} added.",
    "“{q},” {short} told {me}.",
];

/// A quotation from somebody who has just spoken, before all of the press or in a statement.
pub(crate) const QUOTE_AGAIN_PUBLIC: &[&str] = &[
    "“{q},” {short} said.",
    "“{q},” {he} said.",
    "“{q},” said {short}.",
    "“{q},” {he} added.",
    "“{q},” {short} told reporters.",
];

/// A quotation that all of the press heard.
pub(crate) const QUOTE_PUBLIC: &[&str] = &[
    "“{q},” {who} said.",
    "“{q},” said {who}.",
    "“{q},” {who} told reporters in {place}.",
    "“{q},” {who} told a news conference on {day}.",
    "{Who} told reporters: “{q}.”",
    "Speaking in {place} on {day}, {who} said: “{q}.”",
    "“{q},” {who} said at a news conference in {place}.",
    "At a briefing on {day}, {who} said: “{q}.”",
];

/// A text that is quoted.
pub(crate) const QUOTE_DOCUMENT: &[&str] = &[
    "“{q},” {who} says.",
    "“{q},” says {who}.",
    "{Who} states: “{q}.”",
    "“{q},” according to {who}.",
    "“{q},” reads {who}.",
];

/// What somebody says, in the writer's words.
pub(crate) const INDIRECT: &[&str] = &[
    "{Who} said that {s}.",
    "{S}, {who} said.",
    "{S}, according to {who}.",
    "{Who} told {me} that {s}.",
    "According to {who}, {s}.",
    "{Who} said on {day} that {s}.",
    "{S}, {who} told {me}.",
    "{S}, {who} said on {day}.",
    "In an interview with {me}, {who} said that {s}.",
];

/// The same, heard by all of the press.
pub(crate) const INDIRECT_PUBLIC: &[&str] = &[
    "{Who} said that {s}.",
    "{S}, {who} said.",
    "{S}, according to {who}.",
    "{Who} told reporters that {s}.",
    "According to {who}, {s}.",
    "{Who} said on {day} that {s}.",
    "{S}, {who} said on {day}.",
    "At a news conference in {place}, {who} said that {s}.",
];

/// What somebody believes.
pub(crate) const BELIEF: &[&str] = &[
    "{Who} {believes} that {s}.",
    "{S}, {who} {believes}.",
    "{Who} told {me} that {he} {believes} {s}.",
    "{Who} {suspects} that {s}.",
    "{Who} said {he} {believed} that {s}.",
];

/// What a text says, in the writer's words.
pub(crate) const INDIRECT_DOCUMENT: &[&str] = &[
    "{Who} says that {s}.",
    "{S}, according to {who}.",
    "According to {who}, {s}.",
    "{Who} states that {s}.",
    "{Who}, which was seen by {me}, says that {s}.",
    "{S}, says {who}, a copy of which was seen by {me}.",
];

/// Another outlet's report, in the writer's words.
pub(crate) const RELAY: &[&str] = &[
    "{S}, {x} reported on {day}, citing {who}.",
    "{Who} told {x} that {s}.",
    "{S}, {who} told {x}.",
    "{X} reported on {day} that {s}, citing {who}.",
    "According to {x}, {who} said that {s}.",
    "{S}, according to {x}, which cited {who}.",
    "In remarks first reported by {x}, {who} said that {s}.",
    "{Who} said that {s}, {x} reported.",
    "{X} quoted {who} as saying that {s}.",
    "{Who} was reported by {x} as saying that {s}.",
];

/// Another outlet's quotation.
pub(crate) const RELAY_QUOTE: &[&str] = &[
    "“{q},” {who} told {x}.",
    "“{q},” {who} said, according to {x}.",
    "{Who} was quoted by {x} as saying: “{q}.”",
    "“{q},” {x} quoted {who} as saying.",
    "“{q},” {who} told {x} on {day}.",
    "{Who} told {x}: “{q}.”",
    "In remarks first reported by {x}, {who} said: “{q}.”",
    "“{q},” {who} was quoted as saying by {x}.",
];

/// Another outlet's report of what a text says.
pub(crate) const RELAY_DOCUMENT: &[&str] = &[
    "{X} reported on {day} that {s}, citing {who}.",
    "{S}, {x} reported on {day}, citing {who}.",
    "{S}, according to {who}, which was first reported by {x}.",
    "According to {who} that was seen by {x}, {s}.",
    "{Who}, as reported by {x}, says that {s}.",
    "{S}, according to {x}, which cited {who}.",
];

/// Two hands: `{y}` had it from `{x}`.
pub(crate) const RELAY_TWICE: &[&str] = &[
    "{S}, {y} reported on {day}, citing {x}.",
    "{Y} reported, citing {x}, that {s}, according to {who}.",
    "According to {y}, {who} told {x} that {s}.",
    "{Who} told {x} that {s}, {y} reported.",
];

/// No.
pub(crate) const DENIAL: &[&str] = &[
    "{Who} denied that {s}.",
    "{Who} disputed that {s}.",
    "{Who} denied on {day} that {s}.",
    "{Who} rejected the claim that {s}.",
    "{Who} flatly denied that {s}.",
    "It was not true that {s}, {who} said.",
    "{Who} dismissed reports that {s}.",
    "{Who} said it was false that {s}.",
];

/// What somebody says instead.
pub(crate) const INSTEAD: &[&str] =
    &["{Short} said that {s}.", "{S}, {short} said.", "According to {short}, {s}.", "{Short} insisted that {s}."];

/// A second outlet's own source, for the same.
pub(crate) const SECOND: &[&str] = &[
    "{Who} told {me} that {s}.",
    "{S}, {who} told {me}.",
    "In an interview with {me} on {day}, {who} said that {s}.",
    "{S}, {who} told {me} on {day}.",
];

/// A number, by what befell those counted. `{N}` is bound, number and noun, `{n}` without the noun, `{cause}` how and where.
pub(crate) fn figure(measure: Option<&str>) -> &'static [&'static str] {
    match measure {
        Some("killed") => &[
            "{N} were killed {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been killed {cause}.",
            "{Who} put the number of people killed {cause} at {n} on {day}.",
            "The death toll in {place} stood at {n} on {day}, according to {who}.",
            "{N} are now known to have been killed {cause}, {who} said on {day}.",
            "As of {day}, {N} had been killed {cause}, according to {who}.",
            "{N} died {cause}, {who} told reporters on {day}.",
            "On {day}, {who} gave the number of dead in {place} as {n}.",
        ],
        Some("injured") => &[
            "{N} were injured {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been injured {cause}.",
            "{Who} put the number of people injured {cause} at {n} on {day}.",
            "As of {day}, {N} had been injured {cause}, according to {who}.",
            "{N} were hurt {cause}, {who} told reporters on {day}.",
            "The number of people injured in {place} stood at {n} on {day}, according to {who}.",
        ],
        Some("missing") => &[
            "{N} were missing {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} were still missing {cause}.",
            "{Who} put the number of people missing in {place} at {n} on {day}.",
            "As of {day}, {N} were missing in {place}, according to {who}.",
            "{N} were unaccounted for {cause}, {who} said on {day}.",
        ],
        Some("evacuated") => &[
            "{N} were evacuated {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been evacuated {cause}.",
            "{Who} put the number of people evacuated {cause} at {n} on {day}.",
            "As of {day}, {N} had been evacuated {cause}, according to {who}.",
        ],
        Some("displaced") => &[
            "{N} were displaced {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been displaced {cause}.",
            "{Who} put the number of people displaced {cause} at {n} on {day}.",
            "As of {day}, {N} had been displaced {cause}, according to {who}.",
        ],
        Some("arrested") => &[
            "{N} were arrested {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been arrested {cause}.",
            "{Who} put the number of people arrested {cause} at {n} on {day}.",
            "As of {day}, {N} had been arrested {cause}, according to {who}.",
        ],
        Some("infected") => &[
            "{N} were infected {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had been infected {cause}.",
            "{Who} put the number of people infected {cause} at {n} on {day}.",
            "As of {day}, {N} had been infected {cause}, according to {who}.",
        ],
        Some("attended") => &[
            "{N} took part {cause}, {who} said on {day}.",
            "{Who} said on {day} that {N} had attended {cause}.",
            "{Who} put the number of people who attended {cause} at {n} on {day}.",
        ],
        _ => &[
            "The cost {cause} was put at {N} on {day} by {who}.",
            "{Who} said on {day} that the cost {cause} was {N}.",
            "The cost {cause} was {N}, {who} said on {day}.",
            "{Who} put the cost {cause} at {N} on {day}.",
        ],
    }
}

/// Another giver's number of what the sentence before has counted. `{noun}` is who is counted, `{measure}` what befell them.
pub(crate) const FIGURE_AGAIN: &[&str] = &[
    "{Who} put the number of {noun} {measure} at {n} on {day}.",
    "The number of {noun} {measure} was {n}, {who} said on {day}.",
    "{Who} said on {day} that the number of {noun} {measure} was {n}.",
];

/// A text with its gaps filled.
pub(crate) fn filled(frame: &str, gaps: &[(&str, &str)]) -> String {
    let mut done = String::with_capacity(frame.len() + 200);
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        done.push_str(before);
        done.push_str(gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, value)| value));
        rest = after;
    }
    done.push_str(rest);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled() {
        assert_eq!(filled("“{q},” {who} said.", &[("q", "No"), ("who", "Ada Roe")]), "“No,” Ada Roe said.");
        assert_eq!(filled("{none}.", &[]), ".");
    }
}
