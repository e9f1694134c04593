//! Whether conditions hold for a thing, and what is told of one for which they do.

use sayso_text::Span;

use crate::pack::condition::{Condition, Search};
use crate::pack::message::Hole;
use crate::pack::names::{At, First, In, Of, Voice};
use crate::pack::thing::{Table, Thing};
use crate::settings::{PackSettings, Setting};
use crate::words::short;
use crate::{Desk, Finding, PackRule, Severity};

/// What the rules of packs that hold find in a reading.
pub(crate) fn check(desk: &Desk<'_>, packs: &[PackSettings], findings: &mut Vec<Finding>) {
    if packs.is_empty() {
        return;
    }
    let table = Table::of(desk);
    for held in packs {
        for (rule, Setting { on, severity, .. }) in held.pack.rules.iter().zip(&held.rules) {
            if *on {
                look(&table, rule, *severity, findings);
            }
        }
    }
}

/// What one rule finds.
fn look(table: &Table<'_, '_>, rule: &PackRule, severity: Severity, findings: &mut Vec<Finding>) {
    if rule.when.as_ref().is_some_and(|when| !is_so(table, when)) {
        return;
    }
    let mut tell = |thing: &Thing<'_>, words: Option<Span>, count: usize| {
        findings.push(finding(table, rule, severity, thing, words, count));
    };
    let search = &rule.find;
    let Some(range) = search.count else {
        table.each(search.of, |thing| {
            let mut words = None;
            if all_hold(table, &search.conditions, &thing, &mut words) {
                tell(&thing, words, 1);
            }
        });
        return;
    };
    // What is asked of the article as a whole is told of once: at the first of them, or, if there is none, at its top.
    let (count, first) = counted(table, search);
    if range.holds(count as f64)
        && let Some((thing, words)) = first.or_else(|| table.top().map(|top| (top, None)))
    {
        tell(&thing, words, count);
    }
}

/// Whether an article has what is looked for: one, or as many as are asked for.
fn is_so(table: &Table<'_, '_>, search: &Search) -> bool {
    let (count, _) = counted(table, search);
    search.count.map_or(count > 0, |range| range.holds(count as f64))
}

/// How many things fit, and the first of them with the words that were found.
fn counted<'r>(table: &Table<'_, 'r>, search: &Search) -> (usize, Option<(Thing<'r>, Option<Span>)>) {
    let (mut count, mut first) = (0, None);
    table.each(search.of, |thing| {
        let mut words = None;
        if all_hold(table, &search.conditions, &thing, &mut words) {
            count += 1;
            first.get_or_insert((thing, words));
        }
    });
    (count, first)
}

fn finding(
    table: &Table<'_, '_>,
    rule: &PackRule,
    severity: Severity,
    thing: &Thing<'_>,
    words: Option<Span>,
    count: usize,
) -> Finding {
    let span = pointed(rule.find.at, rule.find.of, thing, words);
    let first = |pieces: Option<&Vec<Span>>| pieces.and_then(|pieces| pieces.first().copied());
    let fill = |hole: Hole| {
        let piece = match hole {
            Hole::Source => first(thing.attribution.map(|a| &a.source)),
            Hole::Cue => first(thing.attribution.map(|a| &a.cue)),
            Hole::Content => first(thing.attribution.map(|a| &a.content)),
            Hole::Figure => thing.figure.map(|figure| figure.span),
            Hole::Words => words,
            Hole::Count => return count.to_string(),
        };
        short(table.desk.text, piece.unwrap_or(span))
    };
    Finding {
        code: rule.code.clone(),
        name: rule.name.clone(),
        category: rule.category,
        severity,
        span,
        message: rule.message.filled(fill),
        related: Vec::new(),
        help: rule.help.filled(fill),
        fix: None,
        suppressed: None,
    }
}

/// What is pointed at; of what is not there, the next best.
fn pointed(at: Option<At>, of: Of, thing: &Thing<'_>, words: Option<Span>) -> Span {
    let usual = if of == Of::Attribution { At::Source } else { At::Whole };
    let first = |pieces: fn(&sayso_reading::Attribution) -> &Vec<Span>| {
        thing.attribution.and_then(|a| pieces(a).first().copied())
    };
    let found = match at.unwrap_or(usual) {
        At::Whole => Some(thing.whole),
        At::Words => words,
        At::Source => first(|a| &a.source).or_else(|| first(|a| &a.cue)),
        At::Cue => first(|a| &a.cue),
        At::Content => first(|a| &a.content),
    };
    found.unwrap_or(thing.whole)
}

/// Whether all conditions hold; `words` becomes what was found first of what is looked for.
fn all_hold(table: &Table<'_, '_>, conditions: &[Condition], thing: &Thing<'_>, words: &mut Option<Span>) -> bool {
    conditions.iter().all(|condition| holds(table, condition, thing, words))
}

/// So many places of what is looked for are tried for whose words they are: each search for the next one may go over the text
/// once more.
const TRIED: usize = 200;

fn holds(table: &Table<'_, '_>, condition: &Condition, thing: &Thing<'_>, words: &mut Option<Span>) -> bool {
    let Thing { attribution, source, figure, .. } = thing;
    let said = |is: &dyn Fn(&sayso_reading::Attribution) -> bool| attribution.is_some_and(is);
    match condition {
        Condition::SourceType(types) => types.contains(&source.map(|source| source.kind)),
        Condition::Terms(terms) => {
            let stated = attribution.and_then(|a| a.terms).or_else(|| source.and_then(|source| source.terms));
            terms.contains(&stated.map(|stated| stated.terms))
        }
        Condition::Act(acts) => said(&|a| acts.contains(&a.act)),
        Condition::Kind(kinds) => said(&|a| kinds.contains(&a.kind)),
        Condition::Stance(stances) => said(&|a| stances.contains(&a.stance.map(|stated| stated.stance))),
        Condition::Channel(channels) => said(&|a| channels.contains(&a.channel.map(|stated| stated.channel))),
        Condition::Negated(is) => said(&|a| a.negated == *is),
        Condition::Nested(is) => said(&|a| a.within.is_some() == *is),
        Condition::First(first) => said(&|a| comes_first(a) == Some(*first)),
        Condition::Depth(range) => range.holds(table.depth(thing) as f64),
        Condition::Position(positions) => positions.iter().any(|position| table.stands(thing, *position)),
        Condition::Has(pieces) => pieces.iter().all(|piece| table.has(thing, *piece)),
        Condition::Lacks(pieces) => !pieces.iter().any(|piece| table.has(thing, *piece)),
        Condition::Measure(measures) => figure.is_some_and(|figure| {
            let own = figure.measure.map(|measure| measure.value);
            measures.iter().any(|measure| measure.as_deref() == own)
        }),
        Condition::Unit(units) => figure.is_some_and(|figure| units.contains(&figure.unit)),
        Condition::Bound(bounds) => figure.is_some_and(|figure| bounds.contains(&figure.bound)),
        Condition::Value(range) => {
            let value = figure.and_then(|figure| figure.value.or(figure.low).or(figure.high));
            value.is_some_and(|value| range.holds(value))
        }
        Condition::Cue(sought) => {
            table.pieces(thing, In::Cue).iter().any(|cue| sought.is_match(cue.of(table.desk.text)))
        }
        Condition::Words { sought, within, voice } => {
            let pieces = table.pieces(thing, *within);
            if sought.is_empty() {
                return voice.is_none_or(|voice| has_voice(table, thing.whole, voice));
            }
            let found = |sought: &regex::Regex| {
                pieces.iter().find_map(|piece| {
                    let mut places = sought.find_iter(piece.of(table.desk.text)).take(TRIED);
                    let place =
                        |found: regex::Match<'_>| Span::new(piece.start + found.start(), piece.start + found.end());
                    places.find_map(|found| {
                        let place = place(found);
                        voice.is_none_or(|voice| has_voice(table, place, voice)).then_some(place)
                    })
                })
            };
            let mut first = None;
            let all =
                sought.iter().all(|sought| found(sought).inspect(|place| _ = first.get_or_insert(*place)).is_some());
            if all {
                *words = words.or(first);
            }
            all
        }
        Condition::Not(tables) => !tables.iter().any(|inner| all_hold(table, inner, thing, &mut None)),
        Condition::Any(tables) => tables.iter().any(|inner| all_hold(table, inner, thing, words)),
        Condition::All(tables) => tables.iter().all(|inner| all_hold(table, inner, thing, words)),
    }
}

/// Whose words a piece of text is.
fn has_voice(table: &Table<'_, '_>, span: Span, voice: Voice) -> bool {
    match voice {
        Voice::Writer => table.desk.is_writers(span),
        Voice::Attributed => !table.desk.is_writers(span),
        Voice::Quoted => table.desk.is_quoted(span),
        Voice::Unquoted => !table.desk.is_quoted(span),
    }
}

/// Which of its pieces stands before the others.
fn comes_first(a: &sayso_reading::Attribution) -> Option<First> {
    let start = |pieces: &[Span]| pieces.first().map(|piece| piece.start);
    let starts = [(start(&a.source), First::Source), (start(&a.cue), First::Cue), (start(&a.content), First::Content)];
    starts
        .into_iter()
        .filter_map(|(start, first)| Some((start?, first)))
        .min_by_key(|(start, _)| *start)
        .map(|(_, f)| f)
}

/// What one rule finds in a reading, as grave as its pack says.
pub(crate) fn findings_of(rule: &PackRule, reading: &sayso_reading::Reading) -> Vec<Finding> {
    let prose = reading.article.prose();
    let desk = Desk::of(reading, &prose);
    let mut findings = Vec::new();
    look(&Table::of(&desk), rule, rule.severity, &mut findings);
    findings.sort_by_key(|finding| finding.span);
    findings.dedup_by_key(|finding| finding.span);
    findings
}
