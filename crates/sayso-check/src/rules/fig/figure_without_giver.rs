//! A toll, a sum of damage or a share of a poll is given by nobody.
//!
//! ## What it does
//!
//! Finds counts of dead, injured, missing, displaced and infected people, sums of damage (also what repairs will cost, and what something
//! “cost the county”) and shares of voters in the writer's voice where no source stands in the sentence and nobody in the article
//! gives the same number. Events of former years, tolls that the text only mentions (“the fire that killed 31”), people whom the
//! reporter sees (“some sixty people who fled sit by the road”) and counts of one or two are left out.
//!
//! ## Why it matters
//!
//! Few reporters count the dead themselves. Who counted tells what was counted, how well and in whose interest; without it the number can't be
//! corrected when the next one comes.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: what one has not seen oneself is given to its source.
//! BBC, “Editorial Guidelines”, on reporting surveys and statistics.
//!
//! ## Example
//!
//! ```text
//! At least 14 people were killed in a landslide near Orrel. The road to the coast is closed.
//! ```
//!
//! ## Better
//!
//! ```text
//! At least 14 people were killed in a landslide near Orrel, the district's governor, Ana Moreno, said on Friday. The road to the coast is
//! closed.
//! ```
//!
//! ## When not to use
//!
//! In histories and features, whose figures are long settled.

use sayso_reading::{Act, Figure};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::again::Named;
use super::counts;
use crate::desk::{Line, link};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "FIG001",
    name: "figure-without-giver",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[Opt { name: "least", default: Value::Number(3), doc: "The least number of people that is a count" }],
    source: include_str!("figure_without_giver.rs"),
    check,
};

/// What is a count of people whom something befell.
const TOLLS: &[&str] = &["killed", "injured", "missing", "displaced", "infected"];
/// What makes a sum one of damage.
const DAMAGE: &[&str] = &["damage", "damages", "losses", "destroyed", "damaged"];
/// What is done about damage, and costs what somebody reckons.
const REPAIR: &[&str] = &[
    "repair",
    "repairs",
    "repairing",
    "rebuild",
    "rebuilding",
    "reconstruction",
    "restoring",
    "restoration",
    "cleanup",
    "clean",
    "cleaning",
    "clearing",
    "replacing",
    "mending",
];
/// Who is no reckoned victim of a cost: a person's own loss, and a club's transfer.
const NO_VICTIM: &[&str] = &[
    "him", "her", "me", "us", "you", "them", "it", "club", "side", "team", "about", "some", "around", "nearly",
    "almost", "more", "less", "at", "up", "an", "only", "just", "over", "under", "between", "roughly", "as", "to",
    "of", "in", "for", "and", "with", "from", "by", "is", "was", "are", "were", "no", "not",
];
/// What tells that the number is of a poll.
const POLL: &[&str] = &[
    "poll",
    "polls",
    "survey",
    "surveyed",
    "polled",
    "pollster",
    "pollsters",
    "asked",
    "respondents",
    "vote",
    "votes",
    "voted",
    "ballots",
    "referendum",
    "election",
];
/// What gives a number without a cue that is read as one: “put the dead at 31”, “as per the State Disaster Cell”.
const GIVES: &[&str] = &[
    "put",
    "puts",
    "putting",
    "counted",
    "counts",
    "recorded",
    "records",
    "reported",
    "reports",
    "confirmed",
    "confirms",
    "according",
    "said",
    "says",
    "say",
    "saying",
    "told",
    "per",
    "toll",
    "tally",
    "tallied",
    "listed",
    "estimated",
    "estimate",
    "estimates",
    "found",
    "data",
    "figures",
    "statistics",
    "census",
    "citing",
    "blamed",
    "announced",
    "credited",
    "registered",
    "official",
    "inquiry",
    "trial",
    "accused",
    "charged",
    "charges",
    "convicted",
    "indictment",
    "sentenced",
    "verdict",
];
/// What tells that it happened long ago.
const PAST: &[&str] = &[
    "ago",
    "since",
    "anniversary",
    "century",
    "decade",
    "decades",
    "war",
    "history",
    "former",
    "worst",
    "deadliest",
    "previous",
    "previously",
    "earlier",
    "had",
    "annually",
    "yearly",
    "remembered",
    "memorial",
    "once",
    "would",
    "could",
    "might",
    "if",
    "every",
    "each",
    "per",
    "average",
    "may",
    "will",
    "can",
];
/// What people do where a reporter sees them: nobody need have counted them for him.
const SEEN: &[&str] = &[
    "sit", "sits", "sat", "stand", "stands", "stood", "queue", "queues", "queued", "wait", "waits", "waited", "gather",
    "gathers", "gathered", "huddle", "huddles", "huddled", "squat", "squatted", "camped", "crowded", "sleep", "sleeps",
    "slept",
];
/// What begins another clause, in which somebody else may do so.
const CLAUSES: &[&str] = &[
    "as", "while", "when", "where", "whereas", "because", "since", "after", "before", "and", "but", "or", "if", "than",
];
/// Whom a verb behind them is about.
const OTHERS: &[&str] =
    &["they", "he", "she", "it", "we", "i", "you", "who", "whom", "which", "that", "to", "the", "a"];
/// So many words behind a number people may do something.
const DOING: usize = 16;

/// “Last year”.
const LAST: &[&str] = &["year", "month", "decade", "century", "spring", "summer", "autumn", "fall", "winter"];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let given: Vec<&Figure> = desk
        .reading
        .figures
        .iter()
        .filter(|f| f.attribution.is_some() && (f.measure.is_some() || is_money(f)))
        .collect();
    let named = Named::of(desk);
    let mut told: Vec<&Figure> = Vec::new();
    for figure in &desk.reading.figures {
        let Some(kind) = kind(desk, figure, options) else { continue };
        let is_given = figure.attribution.is_some() || figure.part_of.is_some() || !desk.is_writers(figure.span);
        if is_given || !counts::is_body(desk, figure) || desk.quotes.inside(figure.span.start) {
            continue;
        }
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        let sentence = &line.sentence;
        let is_same = |other: &&&Figure| {
            other.unit == figure.unit
                && (is_sum(figure) || counts::measure(other) == counts::measure(figure))
                && counts::agree(other, figure)
        };
        // A look at the first of them is enough and keeps the time linear.
        let is_told_by_somebody = given.iter().take(MOST).any(|other| is_same(&other));
        // "23 people fell ill. Two of them have died, the hospital said": who gives the part knows the whole.
        let is_told_by_somebody =
            is_told_by_somebody || after(&given, figure).iter().take(NEAR).any(|part| part.part_of == Some(figure.id));
        let is_told_already = told.iter().take(MOST).any(|other| is_same(&other));
        if is_told_by_somebody
            || is_told_already
            || is_past(sentence, figure)
            || gives(desk, sentence)
            || is_carried(desk, figure)
            || (is_mention(desk, sentence, figure) && named.instead(desk, figure).is_none())
            || is_seen(sentence, figure)
            || is_told_on(desk, line)
        {
            continue;
        }
        told.push(figure);
        let called = crate::words::short(desk.text, figure.span);
        found.add(
            figure.span,
            format!("nobody gives “{called}”: who {kind}?"),
            "Say who gives the number, and as of when",
        );
    }
}

/// The figures behind one, of those in text order.
fn after<'f, 'r>(figures: &'f [&'r Figure], figure: &Figure) -> &'f [&'r Figure] {
    &figures[figures.partition_point(|other| other.span.start <= figure.span.start)..]
}

/// So many sentences back reported speech may have begun.
const TOLD_ON: usize = 4;
/// So many figures are compared with each.
const MOST: usize = 200;

/// What a finding asks; nothing for a figure that needs no giver.
fn kind(desk: &Desk<'_>, figure: &Figure, options: &Options) -> Option<&'static str> {
    let measure = counts::measure(figure)?;
    let (least, _) = counts::bounds(figure);
    if figure.unit == "people" && TOLLS.contains(&measure) {
        return (least >= options.number("least") as f64).then_some("counted them");
    }
    let sentence = &desk.sentence_at(figure.span.start)?.sentence;
    if is_sum(figure) {
        let has = |words: &[&str]| counts::sentence_has(sentence, |word| words.contains(&word));
        let is_damage = has(DAMAGE) && (is_money(figure) || measure == "cost" || comes_to(sentence, figure));
        let is_repair = measure == "cost" && has(REPAIR) && has(&["will"]);
        let is_asked = is_damage || is_repair || costs_somebody(sentence, figure);
        return is_asked.then_some("put a sum to the damage");
    }
    let is_share = figure.unit == "percent" && matches!(measure, "supported" | "opposed");
    // The poll may have been named some sentences before.
    let near = desk.around(figure.span.start, NEAR, NEAR);
    let is_of_a_poll = || near.iter().any(|line| counts::sentence_has(&line.sentence, |word| POLL.contains(&word)));
    (is_share && !is_of_a_poll()).then_some("asked them")
}

/// A poll may be named so many sentences away.
const NEAR: usize = 6;

fn is_money(figure: &Figure) -> bool {
    figure.unit.len() == 3 && figure.unit.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a figure is a sum that something cost or that was lost.
fn is_sum(figure: &Figure) -> bool {
    let is_thing = figure.unit.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') && figure.unit != "people";
    let is_great = figure.value.or(figure.low).is_some_and(|value| value >= GREAT);
    matches!(counts::measure(figure), Some("cost" | "damaged" | "lost")) && (is_money(figure) || (is_thing && is_great))
}

/// A sum from which on somebody must have reckoned it.
const GREAT: f64 = 100_000.0;

/// “Losses come to 18 million crowns”: a sum in a currency of which only the name is known.
fn comes_to(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let at = sentence.words.partition_point(|word| word.start < figure.span.start);
    let verb = at.checked_sub(2).map_or("", |at| sentence.lower(at));
    at > 1
        && sentence.lower(at - 1) == "to"
        && matches!(
            verb,
            "come" | "comes" | "came" | "amount" | "amounts" | "amounted" | "add" | "run" | "runs" | "ran"
        )
}

/// “The outbreak cost the trust £3.4m”: what somebody lost by it is reckoned; a price is known.
fn costs_somebody(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    /// So many words may name who bears the cost.
    const MOST: usize = 7;
    let at = sentence.words.partition_point(|word| word.start < figure.span.start);
    let from = at.saturating_sub(MOST + 1);
    let Some(verb) = (from..at).rev().find(|at| matches!(sentence.lower(*at), "cost" | "costs" | "costing")) else {
        return false;
    };
    let mut victim = verb + 1..at;
    let is_great = figure.value.or(figure.low).is_some_and(|value| value >= GREAT);
    is_great
        && !victim.is_empty()
        && !NO_VICTIM.contains(&sentence.lower(victim.start))
        && victim.all(|at| {
            sentence.lower(at).starts_with(char::is_alphabetic)
                && !matches!(sentence.lower(at), "club" | "side" | "team")
        })
}

fn is_past(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    // What repairs will cost is not yet known to anybody.
    let is_kept = |word: &str| is_sum(figure) && word == "will";
    let is_last = |at: usize| {
        matches!(sentence.lower(at), "last" | "that" | "this")
            && (LAST.contains(&sentence.lower(at + 1)) || counts::is_day_or_month(sentence.lower(at + 1)))
            || sentence.lower(at) == "in" && counts::is_day_or_month(sentence.lower(at + 1))
    };
    counts::sentence_has(sentence, |word| (PAST.contains(&word) && !is_kept(word)) || counts::is_year(word))
        || (0..sentence.words.len()).any(is_last)
}

/// Whether a sentence has somebody who gives.
fn gives(desk: &Desk<'_>, sentence: &Sentence<'_>) -> bool {
    counts::sentence_has(sentence, |word| GIVES.contains(&word))
        || desk.touching(sentence.whole).any(|a| sentence.whole.contains(link(a)) && !a.source.is_empty())
}

/// Whether who gives a toll in the sentence before it or behind it, in one paragraph, gives this one too: “Six of the dead were
/// children, the hospital said. Eleven people were missing.”
fn is_carried(desk: &Desk<'_>, figure: &Figure) -> bool {
    let near = desk.around(figure.span.start, 1, 1);
    let paragraph = desk.sentence_at(figure.span.start).map(|line| line.paragraph);
    let lines = near.iter().filter(|line| Some(line.paragraph) == paragraph);
    let Some(window) = lines.map(|line| line.sentence.whole).reduce(Span::cover) else { return false };
    let figures = &desk.reading.figures;
    let first = figures.partition_point(|other| other.span.start < window.start);
    let near = figures[first..].iter().take_while(|other| other.span.start < window.end);
    near.take(MOST).any(|other| other.attribution.is_some() && counts::is_toll(other))
}

/// Reported speech that goes on: “He said the germ had come from a sink. … Eleven patients were infected”, in one paragraph.
fn is_told_on(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let before = desk.around(line.sentence.whole.start, TOLD_ON, 0);
    let same = before.iter().filter(|other| other.paragraph == line.paragraph);
    let mut attributions = same.flat_map(|other| desk.touching(other.sentence.whole));
    attributions.any(|a| a.act == Act::Says && !a.source.is_empty())
}

/// “The fire that killed 31”, “the 31 dead”, “a crash killing 31”: an event that the text takes as known.
fn is_mention(desk: &Desk<'_>, sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let start = sentence.words.partition_point(|word| word.start < figure.span.start);
    let from = figure.measure.map_or(figure.span.start, |measure| measure.span.start.min(figure.span.start));
    let first = sentence.words.partition_point(|word| word.start < from);
    let is_definite = |at: usize| matches!(sentence.lower(at), "the" | "those" | "these" | "all" | "whose");
    let is_relative = |at: usize| matches!(sentence.lower(at), "that" | "which" | "who" | "whose" | "where" | "when");
    let before = |at: usize| at.checked_sub(1);
    is_definite(start)
        || before(start).is_some_and(is_definite)
        || (first.saturating_sub(3)..first).any(is_relative)
        || Span::new(from, figure.span.end).of(desk.text).starts_with("killing")
}

/// People who sit or stand where the reporter is: “some sixty people who fled the valley sit about”. The dead do not, but others
/// beside them may: “some sixty people stand by the bodies”.
fn is_seen(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let first = sentence.words.partition_point(|word| word.start < figure.span.end);
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let goes_on = |at: &usize| !CLAUSES.contains(&sentence.lower(*at)) && !is_number(sentence.lower(*at));
    let is_other = |at: usize| at.checked_sub(1).is_some_and(|before| OTHERS.contains(&sentence.lower(before)));
    let mut clause = (first..sentence.words.len().min(first + DOING)).take_while(goes_on);
    let Some(verb) = clause.find(|at| SEEN.contains(&sentence.lower(*at)) && !is_other(*at)) else { return false };
    let is_before = |evidence: Span| sentence.whole.contains(evidence) && evidence.start < sentence.words[verb].start;
    figure.measure.is_none_or(|measure| !(matches!(measure.value, "killed" | "missing") && is_before(measure.span)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_count_that_nobody_gives_is_found() {
        fires(&RULE, "⟦At least 14 people⟧ were killed in a landslide near Orrel. The road to the coast is closed.");
        fires(&RULE, "⟦Fourteen people⟧ were killed near Orrel as they stood at a bus stop. The road is closed.");
        fires(&RULE, "Mending the sea wall and clearing the mole will cost ⟦£31m⟧. Work begins in May.");
        fires(&RULE, "Losses to the vineyards come to ⟦14 million crowns⟧. The harvest was to begin in a week.");
        fires(&RULE, "Forged tickets cost the harbour railway ⟦£2.4m⟧. Its inspectors now work in pairs.");
        fires(
            &RULE,
            "The rescue service said four miners had been killed in the upper shaft.\n\n“We heard it go,” said Ana Moreno, a \
             nurse.\n\nThe ⟦six⟧ killed in the shaft were laid out in the canteen.",
        );
        fires(&RULE, "The flood has left ⟦3,000 people⟧ homeless. Schools in Harwick stay closed until Monday.");
    }

    #[test]
    fn a_count_with_a_giver_or_of_the_past_is_none() {
        is_silent(
            &RULE,
            &[
                "At least 14 people were killed in a landslide near Orrel, police said.",
                "Fourteen people were killed in a landslide near Orrel. The governor, Ana Moreno, said that 14 people had been killed.",
                "Its last big fire killed 31 people in 2016.",
                "The ministry put the number of dead at 31.",
                "A man and his son were killed on Friday when a wall fell.",
                "The fire that killed 31 people was an accident, a judge ruled.",
                "The council voted by 21 to 14 for the change.",
                "The poll was taken last week. The Civic List has the support of 28 percent of voters.",
                "“We have lost 14 people,” the mayor, Orla Finch, said.",
                "Mending the sea wall will cost £31m, the council said. Work begins in May.",
                "The council said repairs would cost £31m.\n\nMending the sea wall will cost £31m. Work begins in May.",
                "Wyle, 58, is on trial over the deaths of three patients. He stood while the names were read.",
                "A ticket to Harwick costs £31, and the new bridge cost £31m.",
                "The blunder cost her £310,000, and the striker cost the club £900,000.",
                "The rescue service said six miners had been killed in the shaft.\n\nThe six killed in the shaft were laid out in the \
                 canteen.",
                "The book is about the storm that left 3,000 people homeless.",
                // The reporter sees them.
                "In the lay-by above the ford some sixty people who fled the valley on Monday sit about with bicycles.",
                "In the lay-by some sixty people sit about with bicycles beside the bodies.",
                "Some 40 people who have left their villages queue for water at the church.",
            ],
        );
    }
}
