//! The conditions that a rule may ask of what it looks at, and how each is written.

use regex::Regex;
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Channel, Kind, SourceType, Stance, Terms};
use toml::de::{DeTable, DeValue};

use crate::config::{Item, Written, entries, items, kind, or_else, unknown_key};
use crate::pack::names::{At, First, In, Named, Of, Piece, Position, Voice, all, find, kebab};
use crate::pack::phrases::Lists;

/// What a rule looks for: things of one kind for which conditions hold, and how many there must be.
#[derive(Debug)]
pub(crate) struct Search {
    pub(crate) of: Of,
    pub(crate) conditions: Vec<Condition>,
    /// Of the article; where there is none, each one is a finding.
    pub(crate) count: Option<Range>,
    /// What is pointed at; none for what is usual for such a thing.
    pub(crate) at: Option<At>,
}

/// What must hold. Where there are several values, one of them must be it; none stands for `none`.
#[derive(Debug)]
pub(crate) enum Condition {
    SourceType(Vec<Option<SourceType>>),
    Terms(Vec<Option<Terms>>),
    Act(Vec<Act>),
    Cue(Regex),
    Kind(Vec<Kind>),
    Stance(Vec<Option<Stance>>),
    Channel(Vec<Option<Channel>>),
    Negated(bool),
    Nested(bool),
    Position(Vec<Position>),
    Has(Vec<Piece>),
    Lacks(Vec<Piece>),
    Measure(Vec<Option<String>>),
    Unit(Vec<String>),
    Bound(Vec<Bound>),
    Value(Range),
    Depth(Range),
    First(First),
    Words { sought: Vec<Regex>, within: In, voice: Option<Voice> },
    Not(Vec<Vec<Condition>>),
    Any(Vec<Vec<Condition>>),
    All(Vec<Vec<Condition>>),
}

/// From one number to another, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Range {
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Range {
    pub(crate) fn holds(self, value: f64) -> bool {
        self.least <= value && value <= self.most
    }
}

/// A condition's key, of what it can be asked, and what reads it; none for what `Table::read` does itself.
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) of: &'static [Of],
    read: Option<fn(&mut Maker<'_, '_>, &Item<'_>) -> Option<Condition>>,
}

/// What has one attribution, and what has a source.
const SAID: &[Of] = &[Of::Attribution, Of::Figure, Of::Quotation];
const WHO: &[Of] = &[Of::Attribution, Of::Source, Of::Figure, Of::Quotation];
const EACH: &[Of] = Of::ALL;

/// All conditions.
#[rustfmt::skip]
pub(crate) const CONDITIONS: &[Known] = &[
    Known { name: "source-type", of: WHO, read: Some(|m, i| m.one_or_none(i).map(Condition::SourceType)) },
    Known { name: "terms", of: WHO, read: Some(|m, i| m.one_or_none(i).map(Condition::Terms)) },
    Known { name: "act", of: SAID, read: Some(|m, i| m.one_of(i).map(Condition::Act)) },
    Known { name: "cue", of: SAID, read: Some(|m, i| m.words(i).map(Condition::Cue)) },
    Known { name: "kind", of: SAID, read: Some(|m, i| m.one_of(i).map(Condition::Kind)) },
    Known { name: "stance", of: SAID, read: Some(|m, i| m.one_or_none(i).map(Condition::Stance)) },
    Known { name: "channel", of: SAID, read: Some(|m, i| m.one_or_none(i).map(Condition::Channel)) },
    Known { name: "negated", of: SAID, read: Some(|m, i| m.yes(i).map(Condition::Negated)) },
    Known { name: "nested", of: SAID, read: Some(|m, i| m.yes(i).map(Condition::Nested)) },
    Known { name: "depth", of: SAID, read: Some(|m, i| m.count(i).map(Condition::Depth)) },
    Known { name: "first", of: SAID, read: Some(|m, i| m.one(i).map(Condition::First)) },
    Known { name: "position", of: EACH, read: Some(|m, i| m.one_of(i).map(Condition::Position)) },
    Known { name: "has", of: EACH, read: Some(|m, i| m.pieces(i).map(Condition::Has)) },
    Known { name: "lacks", of: EACH, read: Some(|m, i| m.pieces(i).map(Condition::Lacks)) },
    Known { name: "measure", of: &[Of::Figure], read: Some(|m, i| m.free_or_none(i).map(Condition::Measure)) },
    Known { name: "unit", of: &[Of::Figure], read: Some(|m, i| m.free(i).map(Condition::Unit)) },
    Known { name: "bound", of: &[Of::Figure], read: Some(|m, i| m.one_of(i).map(Condition::Bound)) },
    Known { name: "value", of: &[Of::Figure], read: Some(|m, i| m.range(i).map(Condition::Value)) },
    Known { name: "words", of: EACH, read: None },
    Known { name: "pattern", of: EACH, read: None },
    Known { name: "in", of: EACH, read: None },
    Known { name: "voice", of: EACH, read: None },
    Known { name: "not", of: EACH, read: Some(|m, i| m.tables(i).map(Condition::Not)) },
    Known { name: "any", of: EACH, read: Some(|m, i| m.tables(i).map(Condition::Any)) },
    Known { name: "all", of: EACH, read: Some(|m, i| m.tables(i).map(Condition::All)) },
];

/// Keys that stand beside the conditions and are none.
pub(crate) const BESIDE: [&str; 3] = ["of", "count", "at"];

/// Of what each piece can be asked.
pub(crate) fn has_piece(of: Of, piece: Piece) -> bool {
    let whom: &[Of] = match piece {
        Piece::Title | Piece::Affiliation | Piece::Justification | Piece::Name | Piece::Reason => WHO,
        Piece::Giver | Piece::Place | Piece::AsOf => &[Of::Figure],
        Piece::Attribution => &[Of::Figure, Of::Quotation, Of::Sentence, Of::Headline],
        Piece::Date | Piece::Source => &[Of::Attribution, Of::Figure, Of::Quotation, Of::Sentence, Of::Headline],
        Piece::Cue => SAID,
    };
    whom.contains(&of)
}

/// Tables of conditions may lie in each other so deep.
const DEEPEST: usize = 8;
/// And hold so many conditions together.
const MOST: usize = 200;

/// Makes conditions of what is written.
pub(crate) struct Maker<'w, 't> {
    pub(crate) written: &'w mut Written<'t>,
    pub(crate) lists: &'w mut Lists,
    of: Of,
    depth: usize,
    made: usize,
}

/// What is looked for among the words of one table.
#[derive(Default)]
struct Sought {
    all: Vec<Regex>,
    within: Option<In>,
    voice: Option<Voice>,
    /// Where `in` stands.
    at: usize,
}

/// What a rule looks for, as a table says; none where something in it is wrong.
pub(crate) fn search(
    written: &mut Written<'_>,
    lists: &mut Lists,
    table: &DeTable<'_>,
    path: &str,
    at: usize,
) -> Option<Search> {
    let mut maker = Maker { written, lists, of: Of::Attribution, depth: 0, made: 0 };
    let beside = entries(table, path);
    let named = |name: &str| beside.iter().find(|item| item.key == name);
    let Some(of) = named("of") else {
        let advice = format!("write `of = \"…\"`, one of {}", listed(&all::<Of>()));
        maker.written.error(at, format!("`{}` says not what it looks at: {advice}", path.trim_end_matches('.')));
        return None;
    };
    maker.of = maker.one(of)?;
    let conditions = maker.table(table, path);
    let count = named("count").map(|item| maker.count(item));
    let point = named("at").map(|item| maker.one(item));
    // All are read before any is missed, so that everything wrong is told of at once.
    let (count, point) = (count.map_or(Some(None), |it| it.map(Some)), point.map_or(Some(None), |it| it.map(Some)));
    let (conditions, point) = (conditions?, point?);
    if let (Some(At::Words), Some(item)) = (point, named("at").filter(|_| !looks_for_words(&conditions))) {
        let why = "no words are looked for: write `words` or `pattern` beside it";
        return maker.is_wrong(item.at, &item.path, why);
    }
    Some(Search { of: maker.of, conditions, count: count?, at: point })
}

/// Whether words can be found by some conditions.
fn looks_for_words(conditions: &[Condition]) -> bool {
    conditions.iter().any(|condition| match condition {
        Condition::Words { sought, .. } => !sought.is_empty(),
        Condition::Any(tables) | Condition::All(tables) => tables.iter().any(|inner| looks_for_words(inner)),
        _ => false,
    })
}

impl Maker<'_, '_> {
    /// The conditions of a table.
    fn table(&mut self, table: &DeTable<'_>, path: &str) -> Option<Vec<Condition>> {
        let mut out = Vec::new();
        let mut sought = Sought::default();
        let mut is_right = true;
        for item in entries(table, path) {
            if self.depth == 0 && BESIDE.contains(&item.key) {
                continue;
            }
            let Some(known) = CONDITIONS.iter().find(|known| known.name == item.key) else {
                let names = CONDITIONS.iter().map(|known| known.name);
                let beside: &[&str] = if self.depth == 0 { &BESIDE } else { &[] };
                let what = unknown_key(&item, names.chain(beside.iter().copied()));
                self.written.error(item.key_at, what.replace("is passed over", "is no condition"));
                is_right = false;
                continue;
            };
            self.made += 1;
            if !known.of.contains(&self.of) {
                let whose = known.of.iter().map(|of| kebab(*of)).collect::<Vec<_>>();
                let of = a(self.of);
                let message = format!("`{}` cannot be asked of {of}: it is of {}", item.path, listed(&whose));
                self.written.error(item.key_at, message);
                is_right = false;
                continue;
            }
            if self.made > MOST {
                self.written.error(item.key_at, format!("a rule has at most {MOST} conditions: make two of it"));
                return None;
            }
            match known.read {
                Some(read) => match read(self, &item) {
                    Some(condition) => out.push(condition),
                    None => is_right = false,
                },
                None => is_right &= self.sought(&item, &mut sought).is_some(),
            }
        }
        let Sought { all: sought, within, voice, at } = sought;
        if within.is_some() && sought.is_empty() && is_right {
            let message = format!("`{path}in` says where words are looked for: write `words` or `pattern` beside it");
            self.written.error(at, message);
            return None;
        }
        if !sought.is_empty() || voice.is_some() {
            out.push(Condition::Words { sought, within: within.unwrap_or(In::Whole), voice });
        }
        // What is quickly told first.
        out.sort_by_key(|condition| match condition {
            Condition::Words { .. } => 2,
            Condition::Not(_) | Condition::Any(_) | Condition::All(_) => 1,
            _ => 0,
        });
        is_right.then_some(out)
    }

    fn sought(&mut self, item: &Item<'_>, sought: &mut Sought) -> Option<()> {
        match item.key {
            // Words go first: it is they that are pointed at.
            "words" => sought.all.insert(0, self.words(item)?),
            "pattern" => {
                let pattern = self.written.string(item, "a regular expression, such as `'\\bsaid to\\b'`,")?;
                match self.lists.pattern(pattern) {
                    Ok(made) => sought.all.push(made),
                    Err(why) => return self.is_wrong(item.at, &item.path, &why),
                }
            }
            "in" => {
                (sought.within, sought.at) = (Some(self.one(item)?), item.key_at);
                if sought.within.is_some_and(|within| !can_be_in(self.of, within)) {
                    let of = a(self.of);
                    return self.is_wrong(item.at, &item.path, &format!("{of} has none: leave it out"));
                }
            }
            _ => sought.voice = Some(self.one(item)?),
        }
        Some(())
    }

    fn is_wrong<T>(&mut self, at: usize, path: &str, why: &str) -> Option<T> {
        self.written.error(at, format!("`{path}`: {why}"));
        None
    }

    /// The values of a list, or one that stands alone, each with its place.
    fn texts<'v>(&mut self, item: &Item<'v>, right: &str) -> Option<Vec<(usize, &'v str)>> {
        if let DeValue::String(value) = item.value {
            return Some(vec![(item.at, &**value)]);
        }
        let before = self.written.errors();
        let texts = self.written.strings(item, right);
        if texts.is_empty() && self.written.errors() == before {
            return self.is_wrong(item.at, &item.path, "a list of nothing never holds: write a value or take it out");
        }
        (self.written.errors() == before).then_some(texts)
    }

    fn value<N: Named>(&mut self, path: &str, at: usize, text: &str, besides: &[&str]) -> Option<N> {
        let found = find(text);
        if found.is_none() {
            let mut names = all::<N>();
            names.extend(besides.iter().map(|name| (*name).to_owned()));
            let advice = or_else(text, names.iter().map(String::as_str), &format!("it is one of {}", listed(&names)));
            return self.is_wrong(at, path, &format!("there is no `{text}`: {advice}"));
        }
        found
    }

    fn one<N: Named>(&mut self, item: &Item<'_>) -> Option<N> {
        let names = all::<N>();
        let text = self.written.string(item, &format!("one of {}", listed(&names)))?;
        self.value(&item.path, item.at, text, &[])
    }

    fn one_of<N: Named>(&mut self, item: &Item<'_>) -> Option<Vec<N>> {
        let texts = self.texts(item, &format!("one of {}", listed(&all::<N>())))?;
        let values: Vec<_> = texts.iter().map(|(at, text)| self.value(&item.path, *at, text, &[])).collect();
        values.into_iter().collect()
    }

    fn one_or_none<N: Named>(&mut self, item: &Item<'_>) -> Option<Vec<Option<N>>> {
        let texts = self.texts(item, &format!("`\"none\"` or one of {}", listed(&all::<N>())))?;
        let mut out = Vec::new();
        for (at, text) in texts {
            out.push(if text == "none" { Some(None) } else { self.value(&item.path, at, text, &["none"]).map(Some) });
        }
        out.into_iter().collect()
    }

    fn pieces(&mut self, item: &Item<'_>) -> Option<Vec<Piece>> {
        let pieces: Vec<Piece> = self.one_of(item)?;
        if let Some(piece) = pieces.iter().find(|piece| !has_piece(self.of, **piece)) {
            let can: Vec<String> =
                Piece::ALL.iter().filter(|piece| has_piece(self.of, **piece)).map(|piece| kebab(*piece)).collect();
            let (piece, of) = (kebab(*piece), a(self.of));
            let why = format!("`{piece}` cannot be asked of {of}: what can is {}", listed(&can));
            return self.is_wrong(item.at, &item.path, &why);
        }
        Some(pieces)
    }

    fn free(&mut self, item: &Item<'_>) -> Option<Vec<String>> {
        let texts = self.texts(item, "a word or a list of words, such as `\"people\"`,")?;
        Some(texts.into_iter().map(|(_, text)| text.to_owned()).collect())
    }

    fn free_or_none(&mut self, item: &Item<'_>) -> Option<Vec<Option<String>>> {
        let texts = self.texts(item, "a word or a list of words, such as `\"killed\"`,")?;
        Some(texts.into_iter().map(|(_, text)| (text != "none").then(|| text.to_owned())).collect())
    }

    fn words(&mut self, item: &Item<'_>) -> Option<Regex> {
        let texts = self.texts(item, "a list of words, such as `[\"experts\", \"$critics\"]`,")?;
        let texts: Vec<&str> = texts.into_iter().map(|(_, text)| text).collect();
        match self.lists.phrases(&texts) {
            Ok(made) => Some(made),
            Err(why) => self.is_wrong(item.at, &item.path, &why),
        }
    }

    fn yes(&mut self, item: &Item<'_>) -> Option<bool> {
        match item.value {
            DeValue::Boolean(yes) => Some(*yes),
            other => {
                self.written.wrong(item, item.at, other, "`true` or `false`");
                None
            }
        }
    }

    /// How many there are of something.
    fn count(&mut self, item: &Item<'_>) -> Option<Range> {
        let range = self.range(item)?;
        let can_be = |end: f64| !end.is_finite() || (end >= 0.0 && end.fract() == 0.0);
        if !can_be(range.least) || !can_be(range.most) {
            return self.is_wrong(item.at, &item.path, "no count is such: write whole numbers from 0");
        }
        Some(range)
    }

    fn range(&mut self, item: &Item<'_>) -> Option<Range> {
        const RIGHT: &str = "a number, or `{ at-least = 2, at-most = 5 }`,";
        if let Some(number) = number(item.value) {
            return Some(Range { least: number, most: number });
        }
        let DeValue::Table(table) = item.value else {
            self.written.wrong(item, item.at, item.value, RIGHT);
            return None;
        };
        let mut range = Range { least: f64::NEG_INFINITY, most: f64::INFINITY };
        let mut ends = 0;
        for end in entries(table, &format!("{}.", item.path)) {
            let place = match end.key {
                "at-least" => &mut range.least,
                "at-most" => &mut range.most,
                _ => {
                    let what = unknown_key(&end, ["at-least", "at-most"].into_iter());
                    self.written.error(end.key_at, what.replace("is passed over", "is no end of a range"));
                    return None;
                }
            };
            let Some(value) = number(end.value) else {
                self.written.error(end.at, format!("`{}` is {} where a number is expected", end.path, kind(end.value)));
                return None;
            };
            *place = value;
            ends += 1;
        }
        if ends == 0 || range.least > range.most {
            return self.is_wrong(item.at, &item.path, "no number lies in it: write `{ at-least = 2, at-most = 5 }`");
        }
        Some(range)
    }

    /// The tables of `not`, `any` and `all`: one or a list.
    fn tables(&mut self, item: &Item<'_>) -> Option<Vec<Vec<Condition>>> {
        if self.depth == DEEPEST {
            return self.is_wrong(item.key_at, &item.path, "it lies too deep: make two rules of it");
        }
        self.depth += 1;
        let path = format!("{}.", item.path);
        let tables: Option<Vec<_>> = match item.value {
            DeValue::Table(table) => Some(vec![self.table(table, &path)]),
            DeValue::Array(list) if !list.is_empty() => items(list)
                .map(|(_, value)| match value {
                    DeValue::Table(table) => Some(self.table(table, &path)),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        self.depth -= 1;
        let Some(tables) = tables else {
            let why = "conditions in braces are expected, such as `{ words = [\"experts\"] }`, or a list of such";
            return self.is_wrong(item.at, &item.path, why);
        };
        let tables: Option<Vec<Vec<Condition>>> = tables.into_iter().collect();
        if tables.as_ref().is_some_and(|tables| tables.iter().any(Vec::is_empty)) {
            return self.is_wrong(item.at, &item.path, "it holds no condition: write one or take it out");
        }
        tables
    }
}

/// Whether what a rule looks at has such a part.
fn can_be_in(of: Of, within: In) -> bool {
    match within {
        In::Whole | In::Sentence => true,
        In::Source => WHO.contains(&of),
        In::Cue | In::Content => SAID.contains(&of),
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n as f64),
        DeValue::Float(number) => number.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

/// "An attribution", "a source".
fn a(of: Of) -> String {
    let of = kebab(of);
    let article = if of.starts_with('a') { "an" } else { "a" };
    format!("{article} {of}")
}

/// Names in a row.
pub(crate) fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
