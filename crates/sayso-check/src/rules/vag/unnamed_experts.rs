//! “Experts say”, and no expert is named.
//!
//! ## What it does
//!
//! Finds “experts”, “analysts”, “observers” and the like who say something in the writer's voice while nobody with a name speaks
//! for them in the same paragraph or right after it. Officials who answer them, and those who deny what they say, do not speak for
//! them. In the first two paragraphs, which sum up, an expert named anywhere in the article is enough. “Many doctors” and “leading
//! lawyers” are experts in the mass; “researchers at the security company Pellmar” are those of a house by name.
//!
//! ## Why it matters
//!
//! A reader can't ask “experts” anything, nor learn what they are experts of. The word may stand for ten professors or for the
//! writer's own view.
//!
//! ## Authority
//!
//! Wikipedia, “Manual of Style: Words to watch”, on unsupported attributions. AP, “Statement of News Values”: a source is
//! described as precisely as possible. NPR, “Ethics Handbook”, on precise attribution.
//!
//! ## Example
//!
//! ```text
//! The dam was inspected in May. Experts say it would not stand another flood like that of 1987. The gates were open on Friday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The dam was inspected in May. It would not stand another flood like that of 1987, said Ines Karvel, who teaches hydrology at
//! Holmgate University. The gates were open on Friday.
//! ```
//!
//! ## When not to use
//!
//! In summaries whose full version names the experts.

use sayso_reading::{Attribution, Source};
use sayso_text::Span;

use super::voices::{
    self, Group, Voice, count_of_paragraph, is_a_house_named, is_learned, is_named_in, is_new, is_one_of_them_in,
};
use crate::desk::Line;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VAG001",
    name: "unnamed-experts",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[
        Opt {
            name: "nouns",
            default: Value::Words(Vec::new()),
            doc: "Plural nouns for those who know a field, besides those that the rule knows",
        },
        Opt { name: "sentences", default: Value::Number(3), doc: "Sentences after it in which one must be named" },
    ],
    source: include_str!("unnamed_experts.rs"),
    check,
};

/// Those who are said to know a field.
const EXPERTS: &[&str] = &[
    "experts",
    "analysts",
    "observers",
    "commentators",
    "pundits",
    "specialists",
    "scientists",
    "economists",
    "historians",
    "scholars",
    "academics",
    "insiders",
    "watchers",
    "strategists",
    "psychologists",
    "epidemiologists",
    "researchers",
    "sociologists",
    "criminologists",
    "biologists",
    "ecologists",
    "geologists",
    "climatologists",
    "seismologists",
    "hydrologists",
    "physicists",
    "astronomers",
    "archaeologists",
    "nutritionists",
    "pollsters",
    "forecasters",
    "theorists",
    "statisticians",
];
/// Trades that any article may hear one of; in the mass they are experts: “many doctors say”.
const TRADES: &[&str] = &[
    "doctors",
    "physicians",
    "surgeons",
    "lawyers",
    "engineers",
    "teachers",
    "professionals",
    "consultants",
    "farmers",
    "traders",
    "clinicians",
    "planners",
    "architects",
    "therapists",
    "professors",
    "diplomats",
    "veterans",
];
/// What makes a mass of them.
const MASS: &[&str] = &["many", "most", "some", "several", "leading", "top", "numerous", "all", "few"];
/// Whose forecasts are told in the mass, as a market's mood.
const FORECASTERS: &[&str] = &["analysts", "economists", "strategists", "forecasters"];
/// What they then do.
const FORECAST: &[&str] = &[
    "expect",
    "expects",
    "expected",
    "forecast",
    "predict",
    "predicted",
    "estimate",
    "estimated",
    "expecting",
    "warned",
];
/// What weather they then tell of.
const WEATHER: &[&str] = &[
    "rain",
    "snow",
    "storm",
    "storms",
    "wind",
    "winds",
    "hail",
    "frost",
    "heat",
    "gusts",
    "sleet",
    "fog",
    "inches",
    "thunderstorms",
    "showers",
    "temperatures",
    "hurricane",
    "landfall",
    "tornado",
    "tornadoes",
    "flooding",
    "floods",
    "drizzle",
    "ice",
    "cold",
    "sunshine",
    "tide",
    "waves",
    "degrees",
];
/// Of whom it is said that there are none to speak of: “few experts believe”.
const HARDLY: &[&str] = &["few", "no", "hardly", "not", "neither", "fewer"];
/// Paragraphs that sum up what comes.
const LEAD: usize = 2;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let reach = options.number("sentences");
    let is_learned_named = desk.reading.sources.iter().any(|source| is_learned(desk, source));
    let is_named = |line: &Line<'_>, at: usize| {
        let near = desk.around(at, 0, reach);
        let here = &near[..count_of_paragraph(near)];
        // Who spoke before them in their paragraph may be one of them if he knows the field.
        let before = desk.around(at, 1, 0);
        let before = if before.len() > 1 && before[0].paragraph == line.paragraph { &before[..1] } else { &[] };
        let fits = |source: &Source, window: Span| is_new(source, window) || is_learned(desk, source);
        is_named_in(desk, &near[..near.len().min(1)], fits)
            || is_a_house_named(here)
            || is_one_of_them_in(desk, here, fits)
            // A passer-by who speaks in the next paragraph is no expert.
            || is_one_of_them_in(desk, &near[here.len()..], |source, window| {
                is_learned(desk, source) || (is_new(source, window) && (does_it(desk, source) || does_it_here(&near[here.len()..])))
            })
            || is_named_in(desk, before, |source, _| is_learned(desk, source))
            || (is_learned_named && desk.is_in_lead(at, LEAD))
    };
    let experts = Group {
        nouns: &[EXPERTS, TRADES].concat(),
        is_meant: &|voice, a| {
            !voice.points_back(true)
                && !is_forecast(desk, voice, a)
                && !is_trade(voice)
                && !voice.lower().first().is_some_and(|first| HARDLY.contains(&first.as_str()))
        },
        is_named: &is_named,
        help: "Name one and say where he works, or say whose view it is",
    };
    voices::tell_unnamed(desk, options, &experts, found);
}

/// “Doctors”, not “many doctors”: those at hand.
fn is_trade(voice: &Voice<'_>) -> bool {
    TRADES.contains(&voice.noun.as_str()) && !voice.lower().iter().any(|word| MASS.contains(&word.as_str()))
}

/// “Analysts expected a profit of £40m”.
fn is_forecast(desk: &Desk<'_>, voice: &Voice<'_>, a: &Attribution) -> bool {
    let forecasts =
        |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| FORECAST.contains(&word.as_str()));
    // A storm's path is the weather office's word.
    let is_weather = voice.noun == "forecasters"
        && desk
            .sentence_at(voice.span.start)
            .is_some_and(|line| line.sentence.lower.iter().any(|word| WEATHER.contains(&word.as_str())));
    is_weather || (FORECASTERS.contains(&voice.noun.as_str()) && a.cue.iter().any(forecasts))
}

/// Whether a sentence says so behind a name: “Ida Roe, who has run four campaigns”.
fn does_it_here(lines: &[Line<'_>]) -> bool {
    const DOES: &[&str] =
        &["run", "managed", "advised", "worked", "studied", "taught", "covered", "written", "led", "spent"];
    lines.iter().any(|line| {
        let sentence = &line.sentence;
        (2..sentence.words.len()).any(|at| {
            sentence.lower(at) == "who"
                && sentence.lower(at - 1) == ","
                && sentence.is_capital(at - 2)
                && matches!(sentence.lower(at + 1), "has" | "have" | "had")
                && DOES.contains(&sentence.lower(at + 2))
        })
    })
}

/// Whether somebody by name is told to do what such people do: “who has run four statewide races”.
fn does_it(desk: &Desk<'_>, source: &Source) -> bool {
    const DOES: &[&str] = &[
        "run",
        "ran",
        "runs",
        "managed",
        "manages",
        "advised",
        "advises",
        "worked",
        "works",
        "studied",
        "studies",
        "studying",
        "teaches",
        "taught",
        "tracks",
        "tracked",
        "covers",
        "covered",
        "spent",
        "wrote",
        "written",
        "writes",
        "led",
        "leads",
        "published",
        "edits",
        "edited",
        "polled",
        "polls",
        "consulted",
        "specialises",
        "specializes",
        "heads",
        "headed",
        "served",
        "practises",
        "practices",
        "treats",
        "follows",
        "followed",
        "monitors",
        "researches",
    ];
    let is_it = |span: &Span| {
        let words = crate::words::lower(desk.text, *span);
        words.first().is_some_and(|first| first == "who" || first == "whose")
            && words.iter().take(4).any(|word| DOES.contains(&word.as_str()))
    };
    source.name.is_some() && source.justification.iter().any(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_house_with_a_name_behind_what_it_is_is_named() {
        fires(&RULE, "⟦Analysts at a freight company⟧ say the quay will sink. It is 40 years old.");
        is_silent(&RULE, &["Analysts at the freight company Pellmar say the quay will sink. It is 40 years old."]);
    }

    #[test]
    fn weather_and_few_experts_are_none() {
        is_silent(
            &RULE,
            &[
                "Forecasters expect rain on Friday. The gates were open.",
                "The dam was checked in May. Few experts believe it will fall. The gates were open.",
            ],
        );
    }

    #[test]
    fn experts_of_whom_none_is_named_are_found() {
        fires(
            &RULE,
            "The dam was inspected in May. ⟦Experts⟧ say it would not stand another flood. The gates were open on Friday.",
        );
        fires(
            &RULE,
            "The mayor, Orla Finch, opened the bridge on Monday.\n\n“It is a fine bridge,” Finch said.\n\nThe bridge cost \
             £4m.\n\nIt took a year to build.\n\n⟦Many transport analysts⟧ believe it will never pay for itself.\n\nFinch said it \
             would.",
        );
        fires(
            &RULE,
            "Schools in Harwick may keep gulls out with nets, the head teacher of Port School, Otto Brand, said. The Lorne Foundation pays \
             for them.\n\n⟦Experts⟧ say that nets calm the youngest most of all.\n\n“They are ugly,” said Ida Roe, a parent.",
        );
        fires(
            &RULE,
            "The pier moved by a hand in June, said Ines Karvel, an engineer at Holmgate University.\n\nThe town built it in \
             1911.\n\n⟦Most geologists⟧ think that it will move again.\n\nOtto Brand, a lecturer at Carrow College, rejected the charge that he had seen it first.",
        );
        fires(
            &RULE,
            "The tram will open in May. ⟦Transport analysts⟧ warn that it will run empty.\n\nThe mayor, Orla Finch, said that it would \
             be full.",
        );
        fires(
            &RULE,
            "The mill made its flour by night. ⟦Many doctors⟧ say that the dust was worse than the noise. It shut in May.",
        );
    }

    #[test]
    fn experts_with_a_name_near_are_none() {
        is_silent(
            &RULE,
            &[
                "Experts say the dam would not stand another flood. “It is a sieve,” said Ines Karvel, an engineer.",
                "Experts say the dam would not stand another flood.\n\n“It is a sieve,” said Ines Karvel, an engineer.",
                "Doctors say that he will play again in May.",
                "Analysts at Hobday Stone said the deal would fail.",
                "Analysts had expected a profit of £40m.",
                "The company asked two professors, Ines Karvel and Tom Adder. The experts said the dam was safe.",
                "“Experts say a lot of things,” the mayor, Orla Finch, said.",
                "The mayor, Orla Finch, said that experts believed the dam to be safe.",
                "Some experts, including Ines Karvel of Holmgate University, say the dam is safe.",
                "Researchers at Holmgate University said gulls steal more in spring.",
            ],
        );
    }
}
