//! Gold of our own: a TOML file beside each article, as `gold/README.md` describes it.

use super::likeness::without_relative_clause;
use std::collections::HashMap;

use sayso_text::Span;
use serde::Deserialize;
use toml::Spanned;

use super::places::{nearest, places};
use super::vocabulary::{ACTS, BOUNDS, CHANNELS, MEASURES, NO_ANSWER, STANCES, TERMS, TYPES};
use super::{Figure, Link, Source, Sourcing, Statement, Unanswered};
use crate::Attribution;

/// The gold of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gold {
    /// Who publishes the article.
    pub outlet: Option<String>,
    /// The day its dates count from.
    pub published: Option<String>,
    /// What it says.
    pub sourcing: Sourcing,
}

/// Something in a file of gold that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Problem {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

/// A string with its place in the file.
type Words = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "kind")]
    _kind: Option<String>,
    outlet: Option<String>,
    published: Option<Words>,
    #[serde(default)]
    source: Vec<SourceTable>,
    #[serde(default)]
    attribution: Vec<AttributionTable>,
    #[serde(default)]
    unanswered: Vec<UnansweredTable>,
    #[serde(default)]
    figure: Vec<FigureTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceTable {
    id: Words,
    #[serde(rename = "type")]
    kind: Words,
    name: Option<Words>,
    #[serde(default)]
    titles: Vec<Words>,
    #[serde(default)]
    affiliations: Vec<Words>,
    justification: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributionTable {
    id: Words,
    within: Option<Words>,
    source: Option<Words>,
    words: Option<Words>,
    cue: Option<Words>,
    content: Vec<Words>,
    #[serde(default)]
    through: Vec<Words>,
    act: Option<Words>,
    #[serde(default)]
    negated: bool,
    stance: Option<Words>,
    of: Option<Words>,
    channel: Option<Words>,
    when: Option<Words>,
    terms: Option<Words>,
    reason: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnansweredTable {
    who: Words,
    terms: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureTable {
    span: Words,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: Words,
    unit: Words,
    measure: Option<Words>,
    who: Option<Words>,
    place: Option<Words>,
    as_of: Option<Words>,
    part_of: Option<Words>,
    attribution: Option<Words>,
}

/// Reads the gold of `text`, or says everything that is wrong with it.
pub fn parse(file: &str, text: &str) -> Result<Gold, Vec<Problem>> {
    let tables: File = toml::from_str(file).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![Problem { line: line_of(file, at), what: error.message().replace('\n', " ") }]
    })?;
    let mut check = Check { file, text, problems: Vec::new() };
    let sourcing = check.sourcing(&tables);
    check.days(tables.published.as_ref());
    if !check.problems.is_empty() {
        check.problems.sort_by_key(|problem| problem.line);
        return Err(check.problems);
    }
    Ok(Gold { outlet: tables.outlet, published: tables.published.map(Spanned::into_inner), sourcing })
}

fn line_of(file: &str, at: usize) -> usize {
    file.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

/// The things of a file by their ids.
type Ids<'f> = HashMap<&'f str, usize>;

/// Takes tables apart and keeps what is wrong with them.
struct Check<'f> {
    file: &'f str,
    text: &'f str,
    problems: Vec<Problem>,
}

impl<'f> Check<'f> {
    fn sourcing(&mut self, file: &'f File) -> Sourcing {
        let source_ids = self.ids(file.source.iter().map(|s| &s.id));
        let attribution_ids = self.ids(file.attribution.iter().map(|a| &a.id));
        let mut sources: Vec<Source> = file.source.iter().map(|s| self.source(s)).collect();
        let mut attributions: Vec<Statement> =
            file.attribution.iter().map(|a| self.attribution(a, &source_ids, &attribution_ids)).collect();
        for a in &attributions {
            if let Some(source) = a.source {
                sources[source].mentions.extend(&a.spans.source);
            }
        }
        self.chains(&file.attribution, &source_ids, &mut attributions);
        let figures = self.figures(&file.figure, &attribution_ids, &attributions);
        let unanswered = file.unanswered.iter().map(|u| self.unanswered(u)).collect();
        Sourcing { attributions, sources, figures, unanswered }
    }

    fn problem(&mut self, at: &Words, what: String) {
        self.problems.push(Problem { line: line_of(self.file, at.span().start), what });
    }

    fn ids(&mut self, ids: impl Iterator<Item = &'f Words>) -> Ids<'f> {
        let mut known = Ids::new();
        for (place, id) in ids.enumerate() {
            if known.insert(id.get_ref(), place).is_some() {
                self.problem(id, format!("id `{}` is given twice: rename one", id.get_ref()));
            }
        }
        known
    }

    /// What an id names.
    fn named(&mut self, what: &str, id: Option<&Words>, ids: &Ids<'_>) -> Option<usize> {
        let id = id?;
        let found = ids.get(id.get_ref().as_str()).copied();
        if found.is_none() {
            self.problem(id, format!("no {what} has the id `{}`: check the spelling", id.get_ref()));
        }
        found
    }

    /// One of the words that the guide knows.
    fn known(&mut self, word: Option<&Words>, known: &[&str]) -> Option<String> {
        let word = word?;
        if !known.contains(&word.get_ref().as_str()) {
            self.problem(word, format!("unknown word `{}`: write one of {}", word.get_ref(), known.join(", ")));
        }
        Some(word.get_ref().clone())
    }

    /// `2025-03-07`, `2025-03`, `2025`, or two with a stroke between them.
    fn days(&mut self, days: Option<&Words>) -> Option<String> {
        let days = days?;
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let is_date = |date: &str| {
            let parts: Vec<&str> = date.split('-').collect();
            parts.len() <= 3 && digits(parts[0], 4) && parts[1..].iter().all(|part| digits(part, 2))
        };
        if !days.get_ref().split('/').all(is_date) || days.get_ref().split('/').count() > 2 {
            let what = format!("no date: `{}`: write it as `2026-05-03`, `2026-05` or `2026`", days.get_ref());
            self.problem(days, what);
        }
        Some(days.get_ref().clone())
    }

    /// Where a string stands.
    fn find(&mut self, words: &Words, content: &[Span]) -> Option<Span> {
        let found = nearest(&places(self.text, words.get_ref()), content);
        if found.is_none() {
            let what = "is not in the article, as whole words and character for character: copy it from there";
            self.problem(words, format!("`{}` {what}", words.get_ref()));
        }
        found
    }

    /// The words that a string means.
    fn words(&mut self, words: Option<&Words>) -> Option<String> {
        Some(self.find(words?, &[])?.of(self.text).to_owned())
    }

    fn source(&mut self, table: &SourceTable) -> Source {
        Source {
            kind: self.known(Some(&table.kind), TYPES).unwrap_or_default(),
            name: self.words(table.name.as_ref()),
            titles: table.titles.iter().filter_map(|title| self.words(Some(title))).collect(),
            affiliations: table.affiliations.iter().filter_map(|words| self.words(Some(words))).collect(),
            justification: self.words(table.justification.as_ref()),
            mentions: Vec::new(),
        }
    }

    fn attribution(&mut self, table: &AttributionTable, sources: &Ids<'_>, attributions: &Ids<'_>) -> Statement {
        let mut content: Vec<Span> = Vec::new();
        for piece in &table.content {
            content.extend(self.find(piece, &content));
        }
        if table.content.is_empty() {
            self.problem(&table.id, "an attribution without content: name its words".to_owned());
        }
        if let (None, Some(words)) = (&table.source, &table.words) {
            self.problem(words, "`words` without `source`: say whose they are".to_owned());
        }
        let mut near = |words: &Option<Words>| -> Vec<Span> {
            words.iter().filter_map(|words| self.find(words, &content)).collect()
        };
        let (mut source, cue) = (near(&table.words), near(&table.cue));
        for words in &mut source {
            *words = without_relative_clause(self.text, *words);
        }
        content.sort_unstable();
        Statement {
            spans: Attribution { source, cue, content, confidence: 1.0 },
            within: self.named("attribution", table.within.as_ref(), attributions),
            source: self.named("source", table.source.as_ref(), sources),
            chain: Vec::new(),
            act: self.known(table.act.as_ref(), ACTS).unwrap_or_else(|| ACTS[0].to_owned()),
            negated: table.negated,
            stance: self.known(table.stance.as_ref(), STANCES),
            stance_of: self.named("attribution", table.of.as_ref(), attributions),
            channel: self.known(table.channel.as_ref(), CHANNELS),
            when: self.days(table.when.as_ref()),
            terms: self.known(table.terms.as_ref(), TERMS),
            reason: self.words(table.reason.as_ref()),
        }
    }

    /// The chain of an attribution is that of the one around it, then the relays, then its source.
    fn chains(&mut self, tables: &'f [AttributionTable], sources: &Ids<'_>, attributions: &mut [Statement]) {
        let own: Vec<Vec<Link>> = tables
            .iter()
            .zip(attributions.iter())
            .map(|(table, a)| {
                let relays = table.through.iter().filter_map(|id| self.named("source", Some(id), sources));
                let mut links: Vec<Link> =
                    relays.map(|source| Link { source: Some(source), words: String::new() }).collect();
                let words = a.spans.source.first().map_or("", |span| span.of(self.text)).to_owned();
                links.push(Link { source: a.source, words });
                links
            })
            .collect();
        for place in 0..attributions.len() {
            let mut outwards = vec![place];
            while let Some(outer) = attributions[outwards[outwards.len() - 1]].within {
                if outwards.contains(&outer) {
                    self.problem(&tables[place].id, "lies within itself: check `within`".to_owned());
                    break;
                }
                outwards.push(outer);
            }
            attributions[place].chain = outwards.iter().rev().flat_map(|a| own[*a].iter().cloned()).collect();
        }
    }

    fn figures(&mut self, tables: &'f [FigureTable], ids: &Ids<'_>, attributions: &[Statement]) -> Vec<Figure> {
        let spans: Ids<'_> = tables.iter().enumerate().map(|(at, table)| (table.span.get_ref().as_str(), at)).collect();
        tables
            .iter()
            .map(|table| {
                let attribution = self.named("attribution", table.attribution.as_ref(), ids);
                let content = attribution.map_or(&[][..], |a| &attributions[a].spans.content);
                Figure {
                    span: self.figure_span(&table.span, content).unwrap_or_default(),
                    value: table.value,
                    low: table.low,
                    high: table.high,
                    bound: self.known(Some(&table.bound), BOUNDS).unwrap_or_default(),
                    unit: table.unit.get_ref().clone(),
                    measure: self.known(table.measure.as_ref(), MEASURES),
                    who: self.words(table.who.as_ref()),
                    place: self.words(table.place.as_ref()),
                    as_of: self.days(table.as_of.as_ref()),
                    part_of: self.named("figure", table.part_of.as_ref(), &spans),
                    attribution,
                }
            })
            .collect()
    }

    /// A figure of an attribution stands in its content, one in the writer's voice where it first stands.
    fn figure_span(&mut self, words: &Words, content: &[Span]) -> Option<Span> {
        let inside =
            places(self.text, words.get_ref()).into_iter().find(|place| content.iter().any(|c| c.contains(*place)));
        inside.or_else(|| self.find(words, content))
    }

    fn unanswered(&mut self, table: &UnansweredTable) -> Unanswered {
        Unanswered {
            who: self.words(Some(&table.who)).unwrap_or_default(),
            terms: self.known(Some(&table.terms), NO_ANSWER).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{GOLD, TEXT};
    use super::*;

    #[test]
    fn strings_become_spans_and_ids_places() {
        let gold = parse(GOLD, TEXT).unwrap();
        assert_eq!((gold.outlet.as_deref(), gold.published.as_deref()), (Some("Brask Mirror"), Some("2025-03-08")));
        let Sourcing { attributions, sources, figures, unanswered } = gold.sourcing;
        let words = |spans: &[Span]| spans.iter().map(|s| s.of(TEXT)).collect::<Vec<_>>().join("|");
        assert_eq!(words(&attributions[3].spans.source), "he");
        assert_eq!(words(&sources[1].mentions), "Anselm Krail, the board’s chairman|he");
        let chain = |a: usize| attributions[a].chain.iter().map(|link| link.source).collect::<Vec<_>>();
        assert_eq!(chain(1), [Some(0), Some(1)]);
        assert_eq!(chain(3), [Some(0), Some(2), Some(1)]);
        assert_eq!((attributions[3].within, attributions[3].stance_of), (Some(2), Some(1)));
        assert_eq!((words(&[figures[1].span]).as_str(), figures[1].part_of), ("three children", Some(0)));
        assert_eq!(unanswered[0].who, "The ministry");
        assert_eq!(parse("", TEXT), Ok(Gold::default()));
    }

    /// What is said of gold in which one piece is another.
    fn check(piece: &str, other: &str, expect: &[(usize, &str)]) {
        assert!(GOLD.contains(piece), "{piece}");
        let problems = parse(&GOLD.replacen(piece, other, 1), TEXT).unwrap_err();
        assert_eq!(problems.len(), expect.len(), "{problems:?}");
        for (problem, (line, says)) in problems.iter().zip(expect) {
            assert_eq!(problem.line, *line, "{problem:?}");
            assert!(problem.what.starts_with(says) && !problem.what.contains('\n'), "{problem:?}");
        }
    }

    #[test]
    fn each_problem_is_told_with_its_line() {
        check("kind =", "kind", &[(1, "")]);
        check("outlet", "paper", &[(2, "unknown field `paper`")]);
        check("2025-03-08", "March 8", &[(3, "no date: `March 8`")]);
        check("\"named_person\"", "\"person\"", &[(10, "unknown word `person`: write one of named_person, ")]);
        check(
            "[\"chairman\"]",
            "[\"mayor\", \"chair\"]",
            &[(12, "`mayor` is not"), (12, "`chair` is not in the article")],
        );
        check(
            "id = \"krail\"",
            "id = \"courier\"",
            &[
                (9, "id `courier` is given twice"),
                (29, "no source has the id `krail`"),
                (45, "no source has the id `krail`"),
            ],
        );
        check("within = \"1\"", "within = \"9\"", &[(28, "no attribution has the id `9`")]);
        check("within = \"1\"", "within = \"2\"", &[(27, "lies within itself")]);
        check("content = [\"it\"]", "content = []", &[(43, "an attribution without content")]);
        check("source = \"aides\"", "", &[(36, "`words` without `source`")]);
        check("through = [\"courier\"]", "through = [\"mirror\"]", &[(39, "no source has the id `mirror`")]);
        check(
            "part_of = \"at least 12 people\"",
            "part_of = \"12 people\"",
            &[(70, "no figure has the id `12 people`")],
        );
        check("measure = \"killed\"", "measure = \"slain\"", &[(60, "unknown word `slain`")]);
    }
}
