//! What was done to those counted or with the sum: each number takes the word that leads to it, is in it, or stands nearest.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Evident;
use super::candidates::Candidate;
use super::class::{AMOUNT, Class, JOBS, MONEY, PEOPLE, SHARE};
use super::tables::{Entry, MEASURES};
use sayso_text::sentences::Sentence;

/// The table by the first word of each phrase, longer phrases first.
static BY_WORD: LazyLock<HashMap<&str, Vec<&Entry>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in MEASURES {
        out.entry(entry.0.split(' ').next().unwrap_or_default()).or_default().push(entry);
    }
    out
});

/// A number and the word that says what befell those counted stand at most this far apart.
const REACH: usize = 9;
/// "Profit fell 38 percent to $212 million": the noun of a sum may stand beyond another number.
const FAR: usize = 16;
/// "The number of people killed in …" stands at most so many words before its number.
const NUMBER_OF: usize = 24;

/// A phrase of a measure in a sentence.
#[derive(Clone)]
struct Hit {
    words: Range<usize>,
    measure: &'static str,
}

/// The phrases that begin at a word and say something of this kind of thing.
fn at(sentence: &Sentence<'_>, word: usize, class: Class) -> Option<Hit> {
    let entries = BY_WORD.get(sentence.lower(word))?;
    entries.iter().find_map(|(phrase, measure, of)| {
        let is_of_shares = class & SHARE == 0 || !NOT_OF_SHARES.contains(measure);
        // Things are lost in too many ways.
        let is_lost = *measure == "lost" && class & (SHARE | MONEY | JOBS) == 0;
        let end = sentence.phrase(word, phrase).filter(|_| of & class != 0 && is_of_shares && !is_lost)?;
        Some(Hit { words: word..end, measure })
    })
}

/// What befalls a number of people, never a share of them.
const NOT_OF_SHARES: &[&str] = &["surveyed", "attended", "employed", "rescued"];

/// Between a word of change and its number: "fell by about 12 percent".
const BY: &[&str] = &[
    "by", "of", "to", "from", "a", "an", "about", "another", "some", "only", "just", "nearly", "almost", "as", "much",
    "more", "than", "roughly", "slightly", "further", "between", "sharply", "up", "down", "around", "over", "under",
    "at", "least", "the", "record", "another", "back", "-", "on", "average",
];

/// Whether a word of change says how much the number changed by or what it changed to; others rise and fall too.
fn changes(sentence: &Sentence<'_>, hit: &Hit, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.words.start, candidate.words.end);
    if hit.words.start >= end {
        let is_amount = candidate.class & (SHARE | MONEY | AMOUNT) != 0;
        return is_amount && hit.words.start - end <= 1 && !matches!(sentence.lower(hit.words.start), "up" | "down");
    }
    let is_particle = matches!(sentence.lower(hit.words.start), "up" | "down");
    // "Turned down a bid".
    let before = sentence.lower(hit.words.start.wrapping_sub(1));
    let is_of_a_verb = is_particle
        && before.starts_with(char::is_alphabetic)
        && !matches!(
            before,
            "was" | "is" | "were" | "are" | "went" | "closed" | "ended" | "and" | "be" | "been" | "traded"
        );
    if is_of_a_verb {
        return false;
    }
    let led = (hit.words.end..start).all(|at| BY.contains(&sentence.lower(at)));
    let of = matches!(sentence.lower(start.wrapping_sub(1)), "by" | "of") && start - hit.words.end <= 6 && !is_particle;
    (led && start - hit.words.end <= 4) || of
}

/// Whether it is a change, which a number and the one it comes to share: "rose by a third to 3,100".
fn is_change(measure: &str) -> bool {
    matches!(measure, "rose" | "fell")
}

/// The measure of each candidate. A word that leads to a number directly ("killing at least 12") is that number's alone;
/// every other number takes the nearest word that is left, none beyond the next number.
pub(super) fn of(sentence: &Sentence<'_>, candidates: &[Candidate]) -> Vec<Option<Evident<&'static str>>> {
    let mut out: Vec<Option<Hit>> = vec![None; candidates.len()];
    let mut taken = vec![false; sentence.words.len()];
    for number in 0..candidates.len() {
        if let Some(hit) = leading(sentence, candidates, &out, number) {
            if !is_change(hit.measure) {
                taken[hit.words.start] = true;
            }
            out[number] = Some(hit);
        }
    }
    for number in 0..candidates.len() {
        if out[number].is_some() {
            continue;
        }
        if let Some(hit) = told_by_a_word(sentence, &candidates[number]) {
            out[number] = Some(hit);
            continue;
        }
        // "Rose by a third to 3,100", "fell from 19 to 6".
        let is_level = number > 0
            && out[number - 1].as_ref().is_some_and(|hit| is_change(hit.measure))
            && candidates[number - 1].words.end + 1 == candidates[number].words.start
            && sentence.lower(candidates[number - 1].words.end) == "to";
        // "Fell to 4.1 percent in May from 4.4 percent".
        let is_level = is_level
            || (number > 0
                && sentence.lower(candidates[number].words.start.wrapping_sub(1)) == "from"
                && candidates[number].words.start
                    - candidates[number - 1].words.end.min(candidates[number].words.start)
                    <= 4
                && out[number - 1].as_ref().is_some_and(|hit| is_change(hit.measure)));
        if let Some(hit) = far(sentence, &candidates[number]) {
            out[number] = Some(hit);
        } else if candidates[number].shares_measure || is_level {
            out[number] = number.checked_sub(1).and_then(|before| out[before].clone());
        } else if let Some(hit) =
            inside(sentence, &candidates[number]).or_else(|| nearest(sentence, candidates, &taken, number))
        {
            if !is_change(hit.measure) {
                taken[hit.words.start] = true;
            }
            out[number] = Some(hit);
        } else {
            out[number] = staff(sentence, &candidates[number]);
        }
    }
    let evident = |hit: Hit| Evident { value: hit.measure, span: sentence.span(&hit.words) };
    out.into_iter().map(|hit| hit.map(evident)).collect()
}

/// “It has some 9,000 workers in six plants”, “with 300 employees”.
fn staff(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Hit> {
    let start = candidate.words.start;
    let has = start.checked_sub(1).is_some_and(|at| matches!(sentence.lower(at), "has" | "had" | "have" | "with"));
    let noun = candidate.counted.as_ref()?.end.checked_sub(1)?;
    let is_staff = matches!(sentence.lower(noun), "workers" | "employees" | "staff" | "staffers");
    (has && is_staff).then(|| Hit { words: noun..noun + 1, measure: "employed" })
}

/// “Killing at least 12”, “injured 30 others”.
fn leading(sentence: &Sentence<'_>, candidates: &[Candidate], out: &[Option<Hit>], number: usize) -> Option<Hit> {
    let candidate = &candidates[number];
    let end = candidate.words.start;
    let hit = (end.saturating_sub(3)..end)
        .find_map(|word| at(sentence, word, candidate.class).filter(|hit| hit.words.end == end))?;
    // "12 were killed and 30 injured": what follows its own number leads to no other.
    let is_own = number > 0
        && (candidates[number - 1].words.end..hit.words.start).all(|w| sentence.lower(w) != ",")
        && sentence.lower(hit.words.start).ends_with("ed")
        && out[number - 1].is_none();
    (!is_own).then_some(hit)
}

/// What is counted may say it: "12 deaths".
fn inside(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Hit> {
    let begin = candidate.first.words.end;
    (begin..candidate.words.end).rev().find_map(|word| {
        at(sentence, word, candidate.class & (PEOPLE | MONEY))
            .filter(|hit| hit.words.end <= candidate.words.end && !is_change(hit.measure))
    })
}

/// “The death toll from the earthquake rose to 312”, “a survey, conducted in May among 1,508 voters”.
fn told_by_a_word(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Hit> {
    let start = candidate.words.start;
    let before = |at: usize| start.checked_sub(at).map_or("", |at| sentence.lower(at));
    let find = |words: &[&str], from: usize| (from..start).rev().find(|at| words.contains(&sentence.lower(*at)));
    // "212 votes in favour and 207 against".
    if candidate.counted.as_ref().is_none_or(|counted| counted.unit == "votes") {
        let end = candidate.words.end;
        let side = [("in favour", "supported"), ("in favor", "supported"), ("against", "opposed")];
        let hit = side.iter().find_map(|(phrase, measure)| Some((sentence.phrase(end, phrase)?, *measure)));
        if let Some((after, measure)) = hit {
            return Some(Hit { words: end..after, measure });
        }
    }
    // "The number of missing fell to 260".
    if candidate.counted.is_none() && candidate.class & PEOPLE != 0 {
        let count = (start.saturating_sub(NUMBER_OF)..start).rev().find_map(|at| sentence.phrase(at, "number of"));
        let of = count.map(|at| at + usize::from(matches!(sentence.lower(at), "the" | "those")));
        // "The number of people infected with listeria had risen to 47".
        let hit = of.and_then(|of| {
            let hits =
                (of..start).take_while(|word| !is_wall(sentence, *word)).filter_map(|word| at(sentence, word, PEOPLE));
            hits.into_iter().find(|hit| !is_change(hit.measure) && hit.words.end <= start)
        });
        if hit.is_some() {
            return hit;
        }
        let at = find(&["toll"], start.saturating_sub(FAR))?;
        return Some(Hit { words: at..at + 1, measure: "killed" });
    }
    if let Some(hit) = sum_of(sentence, candidate) {
        return Some(hit);
    }
    // "At $399 each".
    if candidate.class == MONEY && matches!(before(1), "at" | "for") {
        let end = candidate.words.end;
        if matches!(sentence.lower(end), "each" | "apiece") {
            return Some(Hit { words: end..end + 1, measure: "cost" });
        }
    }
    let is_sample = matches!(before(1), "among" | "of") && candidate.class == PEOPLE;
    if is_sample {
        let at = find(
            &["survey", "poll", "polled", "surveyed", "study"],
            if before(1) == "among" { start.saturating_sub(2 * FAR) } else { start.saturating_sub(5) },
        )?;
        return Some(Hit { words: at..at + 1, measure: "surveyed" });
    }
    None
}

/// Beyond this no word says what befell those counted.
fn is_wall(sentence: &Sentence<'_>, word: usize) -> bool {
    matches!(
        sentence.lower(word),
        ";" | "but" | "“" | "”" | "‘" | "while" | "—" | ":" | "said" | "says" | "told" | "that" | "according"
    ) || (sentence.lower(word) == "," && matches!(sentence.lower(word + 1), "which" | "who" | "where"))
}

/// Nouns of a sum.
const SUMS: &[(&str, &str)] = &[
    ("cost", "cost"),
    ("costs", "cost"),
    ("bill", "cost"),
    ("price", "cost"),
    ("damage", "damaged"),
    ("loss", "lost"),
    ("losses", "lost"),
];
/// Words that lead from such a noun to its sum.
const EQUALS: &[&str] =
    &["at", "was", "is", "be", "to", "reached", "exceeded", "topped", "passed", "as", "totalled", "totaled"];

/// “The cost of rescuing the bank was put at 60 million crowns”, “put the damage to roads in the valley at $4 million”.
fn sum_of(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Hit> {
    let start = candidate.words.start;
    let leads = start.checked_sub(1).is_some_and(|at| EQUALS.contains(&sentence.lower(at)));
    if candidate.class != MONEY || !leads {
        return None;
    }
    let mut before = (start.saturating_sub(NUMBER_OF)..start).rev();
    let before = before.by_ref().take_while(|at| sentence.lower(*at) != "," && !is_wall(sentence, *at));
    let noun = |at: usize| {
        let (_, measure) = SUMS.iter().find(|(noun, _)| *noun == sentence.lower(at))?;
        let of = matches!(sentence.lower(at + 1), "of" | "to" | "from" | "for");
        let determined = at.checked_sub(1).is_some_and(|at| {
            matches!(
                sentence.lower(at),
                "the" | "its" | "their" | "total" | "estimated" | "overall" | "final" | "insured"
            )
        });
        (of || determined).then_some(Hit { words: at..at + 1, measure })
    };
    before.filter_map(noun).last()
}

fn nearest(sentence: &Sentence<'_>, candidates: &[Candidate], taken: &[bool], number: usize) -> Option<Hit> {
    let candidate = &candidates[number];
    let (start, end) = (candidate.words.start, candidate.words.end);
    // "Twelve of the 40 crew were saved": the twelve were.
    let number_behind = number + usize::from(candidate.is_part_of_next);
    // "54 percent said they wanted".
    let is_wall = |word: &usize| (*word > end || sentence.lower(*word) != "said") && is_wall(sentence, *word);
    let free = |word: usize| {
        let hit = (!taken[word]).then(|| at(sentence, word, candidate.class)).flatten()?;
        (!is_change(hit.measure) || changes(sentence, &hit, candidate)).then_some(hit)
    };
    let last = candidates.get(number_behind + 1).map_or(sentence.words.len(), |next| next.words.start.max(end));
    let first = number.checked_sub(1).map_or(0, |before| candidates[before].words.end.min(start));
    // A sum seldom comes before its verb.
    let reach = if candidate.class == MONEY { REACH / 2 } else { REACH };
    let following = (end..last).take(reach).take_while(|word| !is_wall(word)).find_map(free);
    let leading = (first..start)
        .rev()
        .take(REACH)
        .take_while(|word| !is_wall(word))
        .find_map(|word| free(word).filter(|hit| hit.words.end <= start));
    match (following, leading) {
        (Some(following), Some(leading)) => {
            let gap = |hit: &Hit| if hit.words.start >= end { hit.words.start - end } else { start - hit.words.end };
            // A verb before money or a share leads to it ("spent £3m to build …"); people come before their verb.
            let ahead = gap(&following) + usize::from(candidate.class & (MONEY | SHARE) != 0) * 2;
            Some(if gap(&leading) < ahead { leading } else { following })
        }
        (following, leading) => following.or(leading),
    }
}

/// Of a sum the noun that it is a sum of, beyond other numbers: "profit fell 38 percent to $212 million".
fn far(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Hit> {
    if candidate.class != MONEY {
        return None;
    }
    let start = candidate.words.start;
    let is_level = sentence.lower(start.checked_sub(1)?) == "to";
    let noun = |word: usize| at(sentence, word, MONEY).filter(|hit| hit.measure == "earned");
    is_level.then(|| (start.saturating_sub(FAR)..start).rev().find_map(noun)).flatten()
}
