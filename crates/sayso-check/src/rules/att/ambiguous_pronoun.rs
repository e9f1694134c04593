//! A statement is given to “he” or “she”, and two persons named just before may be meant.
//!
//! ## What it does
//!
//! Finds pronouns in a source’s place (“he said”, “according to her”) where the sentence before names two persons of that sex and
//! gives none of them alone the word; of more than two the first and the last are named. It stands in the same paragraph, or it
//! ends the one before and joins the two with “and”. The sex is told by a given name, a pronoun, “Mr”, “spokeswoman”; a name that
//! few know counts as what it looks like. Whoever only owns something (“Tulloch’s captain”) or stands in a clause about another does
//! not count, nor does a place (“at Low Tarn”). Who met another “to discuss” a thing has not yet spoken.
//!
//! ## Why it matters
//!
//! The words go to the wrong mouth, and no grammar shows which one is right.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, on making plain who speaks. Guardian style guide: a name rather than a pronoun that may
//! be taken for another’s.
//!
//! ## Example
//!
//! ```text
//! Mr Amrol said the dam was safe. Mr Tarn said the dam was wet.
//!
//! The council invited Mr Amrol and Mr Tarn on Friday. He said the talks had failed.
//! ```
//!
//! ## Better
//!
//! ```text
//! Mr Amrol said the dam was safe. Mr Tarn said the dam was wet.
//!
//! The council invited Mr Amrol and Mr Tarn on Friday. Mr Tarn said the talks had failed.
//! ```
//!
//! ## When not to use
//!
//! Where the subject of a sentence always is the next one’s pronoun, as a house’s habit.

use std::collections::{HashMap, HashSet};

use sayso_article::Part;
use sayso_reading::{Attribution, Source, SourceId, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::given;
use crate::desk::Line;
use crate::rules::ano::people::People;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ATT008",
    name: "ambiguous-pronoun",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("ambiguous_pronoun.rs"),
    check,
};

/// Words that tell a man or a woman.
const SHE: &[&str] = &[
    "she",
    "her",
    "herself",
    "mrs",
    "ms",
    "miss",
    "madam",
    "dame",
    "lady",
    "mother",
    "wife",
    "widow",
    "daughter",
    "sister",
    "actress",
    "congresswoman",
    "spokeswoman",
    "chairwoman",
    "businesswoman",
    "policewoman",
];
const HE: &[&str] = &[
    "he",
    "him",
    "himself",
    "mr",
    "sir",
    "lord",
    "father",
    "husband",
    "widower",
    "son",
    "brother",
    "congressman",
    "spokesman",
    "businessman",
    "policeman",
    "fisherman",
];

/// Forms of address before a surname, and whether a man bears them.
const ADDRESS: &[(&str, bool)] = &[
    ("mr", true),
    ("sir", true),
    ("lord", true),
    ("mrs", false),
    ("ms", false),
    ("miss", false),
    ("lady", false),
    ("dame", false),
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let cast = Cast::of(desk);
    for a in desk.attributions().filter(|a| a.within.is_none() && !a.negated) {
        let Some(pronoun) = a.source.first().copied() else { continue };
        let is_man = match pronoun.of(desk.text) {
            "he" | "He" | "him" | "his" | "His" => true,
            "she" | "She" | "her" | "Her" => false,
            _ => continue,
        };
        let Some(here) = desk.sentence_at(pronoun.start).filter(|here| here.part == Part::Body) else { continue };
        if cast.in_line(here).any(|(_, span)| span.end <= pronoun.start) {
            continue;
        }
        let Some((before, persons)) = named_before(desk, &cast, here, is_man) else { continue };
        let fit: Vec<(&str, Span)> =
            persons.into_iter().filter(|(name, _)| cast.sex(name, pronoun) != Some(!is_man)).collect();
        let [(one, one_at), .., (other, other_at)] = fit[..] else { continue };
        // “Mr Amrol told Mr Tarn and Mr Lund”: one of three who speaks is enough.
        let is_known = |(name, _): &(&str, Span)| cast.sex(name, pronoun).or_else(|| cast.looks(name)) == Some(is_man);
        if !fit.iter().all(is_known) {
            continue;
        }
        // “He said Tarn was wrong”: whoever is named there is another.
        let is_named = |at: Span| given_before(before, at).is_some_and(|given| has_word(here, given));
        if cast.in_line(here).any(|(name, _)| name == one || name == other) || is_named(one_at) || is_named(other_at) {
            continue;
        }
        let spoke = |name: &str| {
            let id = cast.by_surname.get(name).and_then(|ids| ids.first().copied());
            // Its own content may be read as if it began there.
            let own = |other: &Attribution| {
                other.id == a.id && !other.cue.iter().any(|cue| cue.overlaps(before.sentence.whole))
            };
            let speaks =
                |other: &Attribution| other.source_id == id && !own(other) && !asks(desk, other) && !talks(desk, other);
            id.is_some() && desk.touching(before.sentence.whole).any(speaks)
        };
        let speakers = fit.iter().filter(|(name, _)| spoke(name)).count();
        if speakers > 0 && speakers < fit.len() {
            continue;
        }
        let called = |span| crate::words::short(desk.text, span);
        found
            .add(
                pronoun,
                format!("“{}” may be “{}” or “{}”: which?", called(pronoun), called(one_at), called(other_at)),
                "Write the name",
            )
            .related(one_at, "this one")
            .related(other_at, "or this one");
    }
}

/// The given name before a surname.
fn given_before<'t>(line: &Line<'t>, surname: Span) -> Option<&'t str> {
    let at = line.sentence.words.partition_point(|word| word.start < surname.start).checked_sub(1)?;
    line.sentence.is_capital(at).then(|| line.sentence.word(at))
}

fn has_word(line: &Line<'_>, word: &str) -> bool {
    (0..line.sentence.words.len()).any(|at| line.sentence.word(at) == word)
}

/// Whether it is a question that somebody else may answer.
fn asks(desk: &Desk<'_>, a: &Attribution) -> bool {
    let cue = a.cue.first().map(|cue| crate::words::lower(desk.text, *cue)).unwrap_or_default();
    cue.iter()
        .any(|word| matches!(word.as_str(), "asked" | "asks" | "questioned" | "questions" | "pressed" | "examined"))
}

/// “Met Clara Marsh to discuss the roof”: whether both speak, and nothing is said.
fn talks(desk: &Desk<'_>, a: &Attribution) -> bool {
    let cue = a.cue.first().map(|cue| crate::words::lower(desk.text, *cue)).unwrap_or_default();
    let is_talk = |word: &str| {
        matches!(
            word,
            "discuss" | "discussed" | "discussing" | "debate" | "debated" | "debating" | "negotiate" | "talk"
        )
    };
    cue.iter().any(|word| is_talk(word))
}

/// The nearest sentence before that names persons, and who they are; those between may only go on about the same “he”. In the
/// paragraph before only the last one does, if it names two in one breath.
fn named_before<'d, 'r>(
    desk: &'d Desk<'r>,
    cast: &Cast<'r>,
    here: &Line<'_>,
    is_man: bool,
) -> Option<(&'d Line<'r>, Vec<(&'r str, Span)>)> {
    let pronoun = if is_man { "he" } else { "she" };
    let lines = desk.around(here.sentence.whole.start, SENTENCES, 0);
    if let [.., before, _] = lines
        && before.paragraph != here.paragraph
    {
        let persons: Vec<(&str, Span)> = cast.in_line(before).collect();
        let are_joined = matches!(persons[..], [(_, one), (_, other)] if are_joined(before, one, other));
        return are_joined.then_some((before, persons));
    }
    for line in lines.iter().rev().skip(1).take_while(|line| line.paragraph == here.paragraph) {
        let mut persons: Vec<(&str, Span)> = Vec::new();
        for (name, span) in cast.in_line(line).filter(|(_, span)| !is_aside(desk, line, *span)) {
            if !persons.iter().any(|(known, _)| *known == name) {
                persons.push((name, span));
            }
        }
        if line.sentence.lower(0) != pronoun || persons.iter().any(|(name, _)| cast.of_text(name) == Some(is_man)) {
            return Some((line, persons));
        }
    }
    None
}

/// “The harbour master, Conor Finch, and his deputy, Bernard Tarn”: whether two are named in one breath.
fn are_joined(line: &Line<'_>, one: Span, other: Span) -> bool {
    let place = |name: Span| line.sentence.words.partition_point(|word| word.start < name.start);
    let between = place(one) + 1..place(other);
    between.len() <= WITHIN_CLAUSE && between.into_iter().any(|at| line.sentence.lower(at) == "and")
}

/// How many sentences before are looked at.
const SENTENCES: usize = 2;

/// “Tulloch’s captain”, “who followed Tulloch”: a person named by the way.
fn is_aside(desk: &Desk<'_>, line: &Line<'_>, name: Span) -> bool {
    let rest = &desk.text[name.end..];
    if rest.starts_with("’s ") || rest.starts_with("'s ") {
        return true;
    }
    let at = line.sentence.words.partition_point(|word| word.start < name.start);
    // “A Lund supporter”.
    if at > 0 && matches!(line.sentence.lower(at - 1), "a" | "an") {
        return true;
    }
    if is_place(&line.sentence, at) {
        return true;
    }
    let before = (0..at).rev().take_while(|at| line.sentence.lower(*at) != ",").take(WITHIN_CLAUSE);
    before.into_iter().any(|at| matches!(line.sentence.lower(at), "who" | "whose" | "whom"))
}

/// “The ferry at Low Tarn”: whether the name to which a word belongs is that of a place.
fn is_place(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = (0..at).rev().find(|at| !sentence.is_capital(*at));
    before
        .is_some_and(|at| matches!(sentence.lower(at), "at" | "in" | "near" | "into" | "across" | "along" | "through"))
}

/// Words of a clause that are looked at.
const WITHIN_CLAUSE: usize = 8;

/// The persons of an article by surname, and what tells whether they are men or women.
struct Cast<'r> {
    by_surname: HashMap<&'r str, Vec<SourceId>>,
    /// Whether the text shows a man (true), by a given name or a form of address; none where it shows both.
    shown: HashMap<&'r str, Option<bool>>,
    /// What the given name of others looks like: a man’s (true), a woman’s, or neither.
    looks: HashMap<&'r str, Option<bool>>,
    /// Where a source’s mentions and titles show a man, and a woman: the first places each.
    told: HashMap<&'r str, (Vec<Place>, Vec<Place>)>,
}

impl<'r> Cast<'r> {
    fn of(desk: &Desk<'r>) -> Self {
        let (men, women): (HashSet<&str>, HashSet<&str>) =
            (given::MEN.split(' ').collect(), given::WOMEN.split(' ').collect());
        let mut shown: HashMap<&str, Option<bool>> = HashMap::new();
        for line in &desk.sentences {
            let sentence = &line.sentence;
            for at in 0..sentence.words.len() {
                let Some((surname, is_man)) = introduced(sentence, at, &men, &women) else { continue };
                let known = shown.entry(bare(desk.text, sentence.words[surname])).or_insert(Some(is_man));
                *known = known.filter(|known| *known == is_man);
            }
        }
        let people = People::of(desk);
        let mut looks = HashMap::new();
        for line in desk.sentences.iter().filter(|line| !line.sentence.is_title()) {
            for (given, surname) in unlisted(&line.sentence, &people) {
                let surname = bare(desk.text, line.sentence.words[surname]);
                if !shown.contains_key(surname) {
                    looks.insert(surname, given::looks(line.sentence.lower(given)));
                }
            }
        }
        let mut by_surname: HashMap<&str, Vec<SourceId>> = HashMap::new();
        let mut told = HashMap::new();
        for source in desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedPerson) {
            let Some(surname) = source.name.and_then(|name| name.of(desk.text).split_whitespace().last()) else {
                continue;
            };
            by_surname.entry(surname).or_default().push(source.id);
            told.insert(surname, (places(desk, source, HE), places(desk, source, SHE)));
        }
        Self { by_surname, shown, looks, told }
    }

    /// Whether the text shows a man or a woman.
    fn of_text(&self, surname: &str) -> Option<bool> {
        self.shown.get(surname).copied().flatten()
    }

    /// What a given name that is in neither list looks like.
    fn looks(&self, surname: &str) -> Option<bool> {
        self.looks.get(surname).copied().flatten()
    }

    /// Whether a person is a man, by anything but one pronoun. A pronoun alone may have been given to the wrong one.
    fn sex(&self, surname: &str, pronoun: Span) -> Option<bool> {
        let shows = |places: &[Place]| {
            let others = || places.iter().filter(|place| place.span != pronoun);
            others().any(|place| !place.is_pronoun) || others().count() > 1
        };
        self.of_text(surname).or_else(|| {
            let (he, she) = self.told.get(surname)?;
            (shows(he) != shows(she)).then(|| shows(he))
        })
    }

    /// The persons whose surnames stand in a sentence, in text order.
    fn in_line<'s>(&'s self, line: &'s Line<'r>) -> impl Iterator<Item = (&'r str, Span)> + 's {
        let sentence = &line.sentence;
        (0..sentence.words.len()).filter_map(move |at| {
            let word = sentence.word(at);
            let name = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
            // A surname of two persons tells neither, and before another capital it is a street or a company.
            let is_cast = || self.shown.contains_key(name) || self.looks.contains_key(name);
            let one = self.by_surname.get(name).map_or_else(is_cast, |ids| ids.len() == 1);
            let start = sentence.words[at].start;
            (one && sentence.is_capital(at) && !sentence.is_capital(at + 1))
                .then_some((name, Span::new(start, start + name.len())))
        })
    }
}

/// “Mr Tarn”, “Ines Tarn”, “Ines M. Tarn”: the place of the surname of a name that begins at a word, and whether it is a man’s.
fn introduced(sentence: &Sentence<'_>, at: usize, men: &HashSet<&str>, women: &HashSet<&str>) -> Option<(usize, bool)> {
    if !sentence.is_capital(at) {
        return None;
    }
    let first = sentence.lower(at);
    let address = ADDRESS.iter().find(|(address, _)| *address == first).map(|(_, is_man)| *is_man);
    let is_man =
        address.or_else(|| men.contains(first).then_some(true)).or_else(|| women.contains(first).then_some(false))?;
    let mut end = at + 1;
    while sentence.lower(end) == "." || sentence.word(end).chars().count() == 1 && sentence.is_capital(end) {
        end += 1;
    }
    let last = (end..end + 3).take_while(|at| sentence.is_capital(*at)).last()?;
    Some((last, is_man))
}

/// The places of given name and surname of people whose given names are in neither list: “the goalkeeper, Iker Holm”.
fn unlisted(sentence: &Sentence<'_>, people: &People<'_>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let run = (at..sentence.words.len()).take_while(|at| sentence.is_capital(*at)).count();
        // “Dr Iker Holm”, “Mayor Iker Holm”: the last two; of more nobody knows which is what.
        let given = at + run.saturating_sub(2);
        if (2..=3).contains(&run)
            && !is_place(sentence, given)
            && people.is_name(sentence.span(&(given..at + run)).of(sentence.text))
        {
            out.push((given, at + run - 1));
        }
        at += run.max(1);
    }
    out
}

/// A name without the mark of what it owns.
fn bare(text: &str, span: Span) -> &str {
    let word = span.of(text);
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// Where an article shows a person’s sex.
struct Place {
    span: Span,
    is_pronoun: bool,
}

/// Where the article tells a person’s sex by one of the two tables: the first three places are enough to know of two that
/// aren’t the pronoun itself. “Lind’s spokeswoman” tells nothing of Lind.
fn places(desk: &Desk<'_>, source: &Source, table: &[&str]) -> Vec<Place> {
    let owns = |word: &String| word.ends_with("’s") || word.ends_with("'s");
    let place = |span: &Span| {
        let lower = crate::words::lower(desk.text, *span);
        let shows = lower.iter().take_while(|word| !owns(word)).any(|word| table.contains(&word.as_str()));
        shows.then_some(Place { span: *span, is_pronoun: lower.len() == 1 })
    };
    source.titles.iter().chain(&source.mentions).filter_map(place).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_pronoun_that_fits_two_is_found() {
        fires(
            &RULE,
            "Engineer Pavel Strand met Mayor Orrin Teague on the bridge on Monday to look at the deck. ⟦He⟧ said that the deck was wet.",
        );
        fires(
            &RULE,
            "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol and Mr Tarn on Friday. ⟦He⟧ said the talks had failed.",
        );
        fires(
            &RULE,
            "The harbour master, Conor Finch, and his deputy, Bernard Tarn, walked along the pier. ⟦He⟧ said the crane was safe.",
        );
        fires(
            &RULE,
            "Clara Marsh questioned Mrs Tarn for an hour about the accounts. ⟦She⟧ said that a page was missing.",
        );
        fires(
            &RULE,
            "Amrol said the dam was safe. Hugh Amrol and Oscar Vale met in the yard for an hour. He came out smiling. ⟦He⟧ said the wall would hold.",
        );
        fires(&RULE, "Conor Finch and Bernard Tarn walked along the pier.\n\n⟦He⟧ said the crane was safe.");
        fires(
            &RULE,
            "Coach Conor Finch came into the room with the goalkeeper, Jorvek Tarn, after the match. The pay was late, ⟦he⟧ said.",
        );
        fires(
            &RULE,
            "Conor Finch was heard first by the board, and then the captain, Bernard Tarn. According to ⟦him⟧, the gate was shut.",
        );
        fires(
            &RULE,
            "The school’s head, Clara Finch, met councillor Edith Marsh on Monday to discuss the roof. ⟦She⟧ said the rain came in.",
        );
        fires(
            &RULE,
            "Mrs Finch said the school would close. Mrs Marsh said it would stay.\n\nMrs Finch and Mrs Marsh met in Osk. ⟦She⟧ said nothing was agreed.",
        );
    }

    #[test]
    fn a_pronoun_that_fits_one_is_none() {
        is_silent(
            &RULE,
            &["Engineer Pavel Strand met Mayor Orlyn Teague on the bridge. He said that the deck was wet."],
        );
        is_silent(
            &RULE,
            &[
                "Mr Amrol said the dam was safe. Mrs Tarn said it was wet.\n\nThe council invited Mr Amrol and Mrs Tarn on Friday. He said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nMr Amrol told Mr Tarn that the dam was his. He said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol and Mr Tarn on Friday. Mr Tarn said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol on Friday. He said the talks had failed.",
                "Conor Finch and his deputy, Clara Tarn, walked along the pier. He said the crane was safe.",
                "Conor Finch, who followed Bernard Tarn in March, walked along the pier. He said the crane was safe.",
                "The boat from Low Tarn is new. Walkers use the pier at Low Tarn, the ferryman, Conor Finch, told the [Tarn Packet](https://packet.example/pier). He said the crane was safe.",
                "Bernard Tarn’s deputy, Conor Finch, walked along the pier. He said the crane was safe.",
                "Conor Finch met Bernard Tarn on the pier.\n\nHe said the crane was safe.",
                "Conor Finch was followed by the goalkeeper, Ilva Tarn, into the yard. He said the match was lost.",
                "The mayor, Conor Finch, praised the new head, Bernard Tarn, in the yard. “I learned it all from Bernard,” he said.",
                "Conor Finch, a harbour pilot and a Tarn supporter, walked along the pier. He said the crane was safe.",
                "Conor Finch and Bernard Tarn walked along the pier. He said that Finch was tired.",
            ],
        );
    }
}
