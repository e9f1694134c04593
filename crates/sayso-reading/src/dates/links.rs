//! Which date belongs to which link: "said on Monday", "In an interview last week, she …", not "said the bridge closed on Monday".

use sayso_text::Span;

use super::When;
use super::phrases::dates_what_follows;
use crate::{Attribution, by_link};
use sayso_text::sentences::Sentence;

/// The words of when and those of the link stand at most so many bytes apart.
const REACH: usize = 110;

/// Finds for each attribution the words of its sentence, outside of what anybody says, that tell when it was said. A date
/// belongs to the nearest link, and to others of the same source ("said on Friday that … but denied that …").
pub(crate) fn attach(text: &str, sentences: &[Sentence<'_>], whens: &[When], attributions: &mut [Attribution]) {
    let order = by_link(attributions);
    let mut rest = &order[..];
    for sentence in sentences.iter().map(|sentence| sentence.whole) {
        let skipped = rest.partition_point(|i| attributions[*i].link().start < sentence.start);
        let (here, later) =
            rest[skipped..].split_at(rest[skipped..].partition_point(|i| attributions[*i].link().start < sentence.end));
        rest = later;
        let from = whens.partition_point(|when| when.span.start < sentence.start);
        let dated = &whens[from..][..whens[from..].partition_point(|when| when.span.start < sentence.end)];
        // Each has a bound: a sentence is no list of a thousand days.
        for when in dated.iter().take(MOST) {
            let nearest = here
                .iter()
                .copied()
                .filter(|i| fits(text, sentence, *when, *i, here, attributions))
                .min_by_key(|i| distance(when.span, &attributions[*i]));
            let Some(nearest) = nearest else { continue };
            let far = |when: &When| distance(when.span, &attributions[nearest]);
            if attributions[nearest].when.is_none_or(|other| far(when) < far(&other)) {
                attributions[nearest].when = Some(*when);
            }
        }
        share(here, attributions);
    }
}

/// Dates of one sentence that are looked at.
const MOST: usize = 16;

fn gap(one: Span, other: Span) -> usize {
    let (first, second) = if one.start < other.start { (one, other) } else { (other, one) };
    second.start.saturating_sub(first.end)
}

/// How far the words stand from a link: from its cue, or from a source behind it ("according to a report on Thursday").
fn distance(when: Span, attribution: &Attribution) -> usize {
    let cue = attribution.link();
    let behind = attribution.source.iter().filter(|source| source.start >= cue.end);
    behind.map(|source| gap(when, *source)).chain([gap(when, cue)]).min().unwrap_or_default()
}

/// Whether these words may tell when this was said.
fn fits(text: &str, sentence: Span, when: When, i: usize, here: &[usize], attributions: &[Attribution]) -> bool {
    let attribution = &attributions[i];
    let cue = attribution.link();
    // "Said it would close, two weeks after he told the staff": the second link is dated.
    if when.span.end > cue.start && dates_what_follows(when.span.of(text)) {
        return false;
    }
    // "Disputed the memo on Wednesday, saying …": the day is that of the verb before it.
    let is_participle = cue.of(text).split(' ').next().is_some_and(|word| word.ends_with("ing"));
    let has_verb = || here.iter().any(|other| *other != i && attributions[*other].link().end <= when.span.start);
    if is_participle && when.span.end <= cue.start && text[when.span.end..cue.start].trim() == "," && has_verb() {
        return false;
    }
    if distance(when.span, attribution) > REACH
        || when.span.of(text).starts_with("from ") && matches!(when.days, super::Days::Range(..))
    {
        return false;
    }
    // Right behind the cue the words are the link's, whatever the content has of them: "had expected in November a fall".
    if is_right_behind(text, cue, when.span) {
        return true;
    }
    // What another says, or this one, is no word of when this was said; an outer content holds both.
    let is_told = here
        .iter()
        .flat_map(|other| &attributions[*other].content)
        .any(|content| content.overlaps(when.span) && !content.overlaps(cue));
    if is_told {
        return false;
    }
    // Behind a content that follows its cue the words are most likely that content's: "said <the bridge closed> on Monday".
    let between = if when.span.start < cue.start {
        Span::new(when.span.end, cue.start.max(when.span.end))
    } else {
        Span::new(cue.end, when.span.start.max(cue.end))
    };
    let holds_content = attribution
        .content
        .iter()
        .any(|content| content.start >= between.start && content.end <= between.end && content.start < content.end);
    let words = &text[between.start..between.end];
    let holds_content = holds_content && !is_behind_an_object(text, attribution, cue, when.span);
    let is_apart =
        [" that ", "; ", " as ", " while ", " when ", " after ", " but "].iter().any(|word| words.contains(word));
    // "Prices rose on Thursday, and traders expect …": another subject, another clause.
    let is_joined = words.contains(", and ") && attribution.source.first().is_some_and(|s| s.start >= when.span.end);
    if holds_content || ((is_apart || is_joined) && when.span.start < cue.start) {
        return false;
    }
    // An outer content holds both or neither.
    let parts = attribution.within.and_then(|outer| attributions.get((outer.0 as usize).wrapping_sub(1)));
    if parts.is_some_and(|outer| outer.content_touches(cue) && !outer.content_touches(when.span)) {
        return false;
    }
    !is_of_another_clause(text, sentence, when.span, attribution, cue)
}

/// Whether the words stand behind a content that can have no day of its own: "denied it on Thursday", "reported the talks in
/// March", "said “No” on Monday", "have been calling for talks since Sunday".
fn is_behind_an_object(text: &str, attribution: &Attribution, cue: Span, when: Span) -> bool {
    let Some(content) =
        attribution.content.iter().rfind(|content| content.end <= when.start && content.start >= cue.end)
    else {
        return false;
    };
    let between = text[content.end..when.start].trim_matches([' ', '.', ',']);
    let last = between.rsplit(' ').next().unwrap_or_default();
    if between.len() > BEHIND || !(last.is_empty() || BEFORE.contains(&last)) {
        return false;
    }
    let (verb, words) = (cue.of(text), content.of(text));
    if words.ends_with(['”', '"']) && words.starts_with(['“', '"']) {
        return true;
    }
    if last == "since" {
        return verb.starts_with("have ") || verb.starts_with("has ");
    }
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    let is_pronoun = matches!(&*words.to_lowercase(), "it" | "this" | "that" | "so" | "them");
    let is_phrase = DETERMINERS.contains(&&*first) && words.split(' ').count() <= OBJECT && !words.contains([',', '“']);
    let takes_one = verb.split(' ').any(|word| OBJECT_VERBS.contains(&word));
    is_pronoun || is_phrase && takes_one
}

/// A short content has at most so many words.
const OBJECT: usize = 3;
/// Bytes between such a content and the day.
const BEHIND: usize = 12;
/// What stands before a day.
const BEFORE: &[&str] = &["on", "in", "late", "early", "earlier", "at", "over", "since"];
const DETERMINERS: &[&str] = &["the", "a", "an", "any", "his", "her", "its", "their", "this", "that", "these", "those"];
/// Verbs that take a noun up: what they take up has its own day seldom.
const OBJECT_VERBS: &[&str] = &[
    "announced",
    "backed",
    "called",
    "confirmed",
    "condemned",
    "criticised",
    "criticized",
    "defended",
    "demanded",
    "denied",
    "denounced",
    "dismissed",
    "disputed",
    "endorsed",
    "praised",
    "questioned",
    "rejected",
    "reported",
    "revealed",
    "supported",
    "welcomed",
];

fn is_right_behind(text: &str, cue: Span, when: Span) -> bool {
    when.start >= cue.end && {
        let between = text[cue.end..when.start].trim();
        ["", "on", "late on", "early on", "earlier", "late", "in", "at"].contains(&between)
    }
}

/// Whether the words stand in a clause about something else between the source and the cue: "the agency, which issued a warning
/// on Sunday, said". A text may have its date there ("an email dated August 4, which …, warned"; "a trial which he ran in 2019").
fn is_of_another_clause(text: &str, sentence: Span, when: Span, attribution: &Attribution, cue: Span) -> bool {
    if when.end > cue.start {
        return false;
    }
    let begin = sentence.start.min(when.start);
    let before = &text[begin..when.start];
    let between = &text[when.end..cue.start];
    let clause = before.rfind([',', ';', '—', '(']).map_or(before, |comma| &before[comma + 1..]);
    let is_relative =
        ["which", "who", "where", "whose"].iter().any(|word| clause.trim_start().starts_with(&format!("{word} ")));
    let is_closed = between.contains(',') || between.contains(')');
    let is_of_talk = [" spoke", " told", " said", " wrote", " published", " issued a statement", " released"]
        .iter()
        .any(|word| clause.contains(word));
    // "Who resigned on Monday said" without commas.
    let source = attribution.source.first().map_or("", |source| source.of(text));
    let is_text = TEXTS.iter().any(|word| source.contains(word));
    is_relative && is_closed && !is_of_talk && !is_text
}

/// Sources that are texts.
const TEXTS: &[&str] = &[
    "report",
    "email",
    "e-mail",
    "memo",
    "letter",
    "study",
    "survey",
    "poll",
    "trial",
    "statement",
    "filing",
    "document",
];

/// Links of the same source, in the same words, were made at the same time.
fn share(here: &[usize], attributions: &mut [Attribution]) {
    for pair in here.windows(2) {
        let (Some(first), Some(second)) = (attributions.get(pair[0]), attributions.get(pair[1])) else { continue };
        let is_same = !first.source.is_empty() && first.source == second.source;
        if is_same && second.when.is_none() {
            attributions[pair[1]].when = first.when;
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::mentions;
    use super::*;
    use crate::AttributionId;
    use sayso_text::sentences::sentences_of;

    /// One or several attributions: `*cue*`, `<content>`, `[source]`, one of each in this order of links. The article of
    /// these tests was published on a Thursday, 9 November 2023.
    fn check(marked: &str, expect: &[&str]) {
        let mut text = String::new();
        let (mut cues, mut contents, mut sources) = (Vec::new(), Vec::new(), Vec::new());
        let (mut open, mut cue) = (Vec::new(), None);
        for c in marked.chars() {
            match c {
                '<' | '[' => open.push(text.len()),
                '>' => contents.extend(open.pop().map(|start| Span::new(start, text.len()))),
                ']' => sources.extend(open.pop().map(|start| Span::new(start, text.len()))),
                '*' => match cue.take() {
                    Some(start) => cues.push(Span::new(start, text.len())),
                    None => cue = Some(text.len()),
                },
                c => text.push(c),
            }
        }
        let one = |spans: &[Span], i: usize| spans.get(i).copied().into_iter().collect::<Vec<_>>();
        let mut attributions: Vec<Attribution> = (0..cues.len())
            .map(|i| Attribution {
                id: AttributionId(i as u32 + 1),
                source: one(&sources, i),
                cue: one(&cues, i),
                content: one(&contents, i),
                ..Attribution::default()
            })
            .collect();
        let sentences = sentences_of(&text, [Span::new(0, text.len())]);
        let whens = mentions(&sentences, date(2023, 11, 9));
        attach(&text, &sentences, &whens, &mut attributions);
        let found: Vec<String> =
            attributions.iter().map(|a| a.when.map_or("-".to_owned(), |when| when.days.to_string())).collect();
        assert_eq!(found, expect, "{marked}");
    }

    #[test]
    fn the_words_of_the_link_say_when() {
        check("[The council] *said* on Monday that <the bridge was shut>.", &["2023-11-06"]);
        check("[The paper] *reported* Saturday that <nobody came>.", &["2023-11-04"]);
        check("<“We will,”> [she] *told* reporters in Harwick on Tuesday.", &["2023-11-07"]);
        check("On Monday [the council] *said* <the bridge was shut>.", &["2023-11-06"]);
        check("[The mayor] on Wednesday *denied* <the report>.", &["2023-11-08"]);
        check("In an interview last week, [the mayor] *said* <she would go>.", &["2023-10-30/2023-11-05"]);
        check(
            "In an email to staff last week, seen by us, [she] *warned* that <pumps were out of order>.",
            &["2023-10-30/2023-11-05"],
        );
        check("[The company] *had expected* <in August a fall in orders>.", &["2023-08"]);
        check("[The agency] *said* in its own 2021 report that <a third were cracked>.", &["2021"]);
        check("[A letter dated 12 September] *warned* that <the wall was wet>.", &["2023-09-12"]);
        check(
            "<The bridge is shut>, *according to* [a report in the Mirror] on Sunday, which named nobody.",
            &["2023-11-05"],
        );
        check("<The bridge is shut>, [he] *said* late on Tuesday.", &["2023-11-07"]);
        check("[She] *recalled* in a 2004 interview that <it rained>.", &["2004"]);
        check("[Police], in a statement issued on Oct. 7, *said* <nobody was hurt>.", &["2023-10-07"]);
        check("[Ministers] *were told* two years ago: <no more giants>.", &["2021"]);
        check("<It was a draft>, [he] *said* yesterday.", &["2023-11-08"]);
        check("[The fund] *said* earlier this month that <it was broke>.", &["2023-11"]);
        check("[The court] *was told* in March <he had left>.", &["2023-03"]);
    }

    #[test]
    fn words_behind_a_content_that_has_no_day_of_its_own() {
        check("[The spokesman] *denied* <it> on Thursday.", &["2023-11-09"]);
        check("[The Echo] first *reported* <the talks> in March.", &["2023-03"]);
        check("[She] *told the paper* <“We will go”> on Tuesday.", &["2023-11-07"]);
        check("[Parties] *have been calling for* <him to resign> since Sunday.", &["2023-11-05/2023-11-09"]);
        check("[He] *said* <the lock shut> on Monday.", &["-"]);
        check("[She] *reported* <a flat tyre on the bridge> on Monday.", &["-"]);
    }

    #[test]
    fn what_came_before_or_after_another() {
        check(
            "[Tarn] *said* on Thursday that <it would close>, two weeks after [Pell] *told* the staff that <it would not>.",
            &["2023-11-09", "2023-10-26"],
        );
        check(
            "<A boat sank on Monday>, [Krail] *said*, a day after the army *warned* <sailors>.",
            &["-", "2023-11-05"],
        );
        check(
            "[A guard] *warned* on Monday <the cable was old>. [Pell] *answered* the next morning that <it was not>.",
            &["2023-11-06", "2023-11-07"],
        );
        check(
            "[Dunn] *reported* in March <a leak>. [Pell] *wrote* later that month that <it was shut>.",
            &["2023-03", "2023-03"],
        );
    }

    #[test]
    fn words_of_the_content_or_of_another_clause_do_not() {
        check("[He] *said* <the bridge closed on Monday>.", &["-"]);
        check("[He] *said* <the bridge closed> on Monday.", &["-"]);
        check("[The agency], which issued a warning on Sunday, *said* <the level had risen>.", &["-"]);
        check("<The bridge, shut since Monday, is safe>, [he] *said*.", &["-"]);
        check("The bridge was shut on Monday as [residents] *demanded* <another>.", &["-"]);
        check("[Lintel], conducted from Monday to Tuesday, *puts* <the party ahead>.", &["-"]);
        check("[He] *said* <it would be shut next Monday>.", &["-"]);
        check("[He] *said* <so>. On Monday the bridge was shut.", &["-"]);
        check("[The mayor] *believes* <it>.", &["-"]);
        check("[Monday’s paper] *said* <so>.", &["-"]);
    }

    #[test]
    fn links_of_one_source_share_their_day_and_those_of_others_do_not() {
        check(
            "[Tidal] *said* on Tuesday that <it had talked> but *denied* that <a deal was near>.",
            &["2023-11-07", "-"],
        );
        check("[Krail] *said* on Monday that <it was shut> and [Pell] *said* <it was not>.", &["2023-11-06", "-"]);
        check(
            "[The minister] *denied* on Wednesday <any talks>, a day after [the paper] *reported* that <envoys had met>.",
            &["2023-11-08", "2023-11-07"],
        );
    }
}
