//! The text of one configuration → what it says, and what is wrong with it.

use std::fmt::Write;
use std::sync::Arc;

use globset::GlobBuilder;
use toml::de::{DeArray, DeTable, DeValue};

use crate::config::layer::{PerFile, RuleSaid, RuleValue, Selection};
use crate::config::nearest::or_else;
use crate::config::origin::Lines;
use crate::config::value::{check_selector, items, kind, no_rule, option};
use crate::config::{FailOn, Layer, Origin, Problem, Said};
use crate::{Rule, Severity, rule};

/// A configuration as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The TOML.
    pub text: &'t str,
    /// What it is called in messages.
    pub name: &'t str,
    /// The folder that its patterns are counted from, with `/`.
    pub folder: &'t str,
    /// Whether lines and columns mean anything to who wrote it.
    pub is_file: bool,
    /// The values that `output-format` can have.
    pub output_formats: &'t [&'t str],
}

/// After so many the rest is only counted: a file that is no configuration at all would have one for each line.
const MOST_PROBLEMS: usize = 20;

/// A key and what reads it.
type Key = (&'static str, fn(&mut Parser<'_>, &Item<'_>));

/// The keys at the top of a file.
const KEYS: &[Key] = &[
    ("extend", |p, item| p.extend(item)),
    ("packs", |p, item| p.packs(item)),
    ("select", |p, item| p.select(item)),
    ("extend-select", |p, item| p.extend_select(item)),
    ("ignore", |p, item| p.ignore(item)),
    ("per-file-ignores", |p, item| p.per_file_ignores(item)),
    ("fail-on", |p, item| p.fail_on(item)),
    ("output-format", |p, item| p.output_format(item)),
    ("rules", |p, item| p.rules(item)),
];

/// What a configuration says. Where a problem is an error, it should not be used.
pub fn parse(text: Text<'_>) -> (Layer, Vec<Problem>) {
    let layer = Layer::empty(text.name, text.folder);
    let mut parser =
        Parser { of: text, lines: Lines::of(text.text), name: text.name.into(), layer, problems: Vec::new() };
    match DeTable::parse(text.text) {
        Ok(table) => {
            let known = KEYS.iter().map(|(name, _)| *name);
            for item in entries(table.get_ref(), "") {
                match KEYS.iter().find(|(name, _)| *name == item.key) {
                    Some((_, read)) => read(&mut parser, &item),
                    None => parser.unknown_key(&item, known.clone()),
                }
            }
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let what = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            parser.error(at, format!("this is no TOML: {what}"));
        }
    }
    parser.finish()
}

/// One key and its value.
struct Item<'v> {
    key: &'v str,
    /// With the tables that it stands in.
    path: String,
    /// Where the key begins.
    key_at: usize,
    value: &'v DeValue<'v>,
    /// Where the value begins.
    at: usize,
}

/// The keys of a table, in the order in which they are written.
fn entries<'v>(table: &'v DeTable<'_>, within: &str) -> Vec<Item<'v>> {
    let item = |(key, value): (&'v toml::Spanned<_>, &'v toml::Spanned<DeValue<'v>>)| {
        let key_at = key.span().start;
        let key: &'v std::borrow::Cow<'v, str> = key.get_ref();
        Item { key, path: format!("{within}{key}"), key_at, value: value.get_ref(), at: value.span().start }
    };
    let mut items: Vec<_> = table.iter().map(item).collect();
    items.sort_by_key(|item| item.key_at);
    items
}

struct Parser<'t> {
    of: Text<'t>,
    lines: Lines<'t>,
    name: Arc<str>,
    layer: Layer,
    problems: Vec<(usize, bool, String)>,
}

impl Parser<'_> {
    fn origin(&self, byte: usize) -> Origin {
        Origin { name: self.name.clone(), place: self.of.is_file.then(|| self.lines.at(byte)) }
    }

    fn said<T>(&self, value: T, item: &Item<'_>) -> Said<T> {
        Said { value, at: self.origin(item.key_at) }
    }

    fn error(&mut self, at: usize, message: String) {
        self.problems.push((at, true, message));
    }

    fn unknown_key<'n>(&mut self, item: &Item<'_>, known: impl Iterator<Item = &'n str> + Clone) {
        let all = known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let advice = or_else(item.key, known, &format!("the keys are {all}"));
        self.problems.push((item.key_at, false, format!("unknown key `{}` is passed over: {advice}", item.path)));
    }

    fn wrong(&mut self, item: &Item<'_>, at: usize, value: &DeValue<'_>, right: &str) {
        self.error(at, format!("`{}` is {} where {right} is expected", item.path, kind(value)));
    }

    fn string<'v>(&mut self, item: &Item<'v>, right: &str) -> Option<&'v str> {
        match item.value {
            DeValue::String(value) => Some(value),
            other => {
                self.wrong(item, item.at, other, right);
                None
            }
        }
    }

    /// The strings of a list, each with its place.
    fn strings<'v>(&mut self, item: &Item<'v>, right: &str) -> Vec<(usize, &'v str)> {
        let list: &DeArray<'_> = match item.value {
            DeValue::Array(list) => list,
            other => {
                self.wrong(item, item.at, other, right);
                return Vec::new();
            }
        };
        let mut out = Vec::new();
        for (at, value) in items(list) {
            match value {
                DeValue::String(value) => out.push((at, &**value)),
                other => self.error(at, format!("`{}` holds {} where {right} is expected", item.path, kind(other))),
            }
        }
        out
    }

    fn selectors<'v>(&mut self, item: &Item<'v>) -> Vec<(usize, &'v str)> {
        let selectors = self.strings(item, "a list of rules, such as `[\"ANO\", \"ATT001\"]`,");
        for (at, selector) in &selectors {
            if let Err(message) = check_selector(selector) {
                self.error(*at, format!("`{}`: {message}", item.path));
            }
        }
        selectors
    }

    fn selections(&mut self, item: &Item<'_>, on: bool) {
        for (at, selector) in self.selectors(item) {
            let at = self.origin(at);
            self.layer.selections.push(Selection { selector: selector.to_owned(), on, at });
        }
    }

    fn extend(&mut self, item: &Item<'_>) {
        if let Some(file) = self.string(item, "a file, such as `\"../house.toml\"`,") {
            self.layer.extend = Some(self.said(file.to_owned(), item));
        }
    }

    fn packs(&mut self, item: &Item<'_>) {
        let packs = self.strings(item, "a list of packs, such as `[\"wire\"]`,");
        let packs = packs.into_iter().map(|(_, pack)| pack.to_owned()).collect();
        self.layer.packs = Some(self.said(packs, item));
    }

    fn select(&mut self, item: &Item<'_>) {
        self.layer.select = Some(self.origin(item.key_at));
        self.selections(item, true);
    }

    fn extend_select(&mut self, item: &Item<'_>) {
        self.selections(item, true);
    }

    fn ignore(&mut self, item: &Item<'_>) {
        self.selections(item, false);
    }

    fn per_file_ignores(&mut self, item: &Item<'_>) {
        let DeValue::Table(table) = item.value else {
            let right = "a table of patterns, such as `\"opinion/**\" = [\"ATT\"]`,";
            return self.wrong(item, item.at, item.value, right);
        };
        for item in entries(table, "per-file-ignores.") {
            let selectors = self.selectors(&item).into_iter().map(|(_, selector)| selector.to_owned()).collect();
            // What is a folder means all that is in it.
            let pattern = if item.key.ends_with('/') { format!("{}**", item.key) } else { item.key.to_owned() };
            match GlobBuilder::new(&pattern).literal_separator(true).build() {
                Ok(glob) => {
                    let at = self.origin(item.key_at);
                    let pattern = glob.compile_matcher();
                    self.layer.per_file.push(PerFile { pattern, is_name: !item.key.contains('/'), selectors, at });
                }
                Err(error) => {
                    let what = error.kind();
                    self.error(item.key_at, format!("`{}` is no pattern ({what}): write it as `opinion/**`", item.key));
                }
            }
        }
    }

    fn fail_on(&mut self, item: &Item<'_>) {
        let right = "`\"error\"`, `\"warning\"`, `\"info\"` or `\"never\"`";
        let Some(name) = self.string(item, right) else { return };
        match FailOn::named(name) {
            Some(value) => self.layer.fail_on = Some(self.said(value, item)),
            None => self.error(item.at, format!("`fail-on` is `{name}` where {right} is expected")),
        }
    }

    fn output_format(&mut self, item: &Item<'_>) {
        let Some(name) = self.string(item, "a format's name, such as `\"concise\"`,") else { return };
        if self.of.output_formats.contains(&name) {
            self.layer.output_format = Some(self.said(name.to_owned(), item));
            return;
        }
        let all = self.of.output_formats.join(", ");
        let advice = or_else(name, self.of.output_formats.iter().copied(), &format!("the formats are {all}"));
        self.error(item.at, format!("`output-format` is `{name}`, which is none: {advice}"));
    }

    fn rules(&mut self, item: &Item<'_>) {
        let DeValue::Table(table) = item.value else {
            return self.wrong(item, item.at, item.value, "a table for each rule, such as `[rules.ANO001]`,");
        };
        for item in entries(table, "rules.") {
            match (rule(item.key), item.value) {
                (Some(rule), DeValue::Table(table)) => {
                    for item in entries(table, &format!("{}.", item.path)) {
                        self.of_rule(rule, &item);
                    }
                }
                (Some(_), other) => self.wrong(&item, item.at, other, "a table, such as `{ severity = \"error\" }`,"),
                (None, _) => self.error(item.key_at, format!("`rules`: {}", no_rule(item.key))),
            }
        }
    }

    fn of_rule(&mut self, rule: &'static Rule, item: &Item<'_>) {
        if item.key == "severity" {
            let right = "`\"error\"`, `\"warning\"` or `\"info\"`";
            let Some(name) = self.string(item, right) else { return };
            match Severity::ALL.into_iter().find(|severity| severity.name() == name) {
                Some(severity) => self.set(rule, RuleValue::Severity(severity), item),
                None => self.error(item.at, format!("`{}` is `{name}` where {right} is expected", item.path)),
            }
            return;
        }
        let Some(opt) = rule.options.iter().find(|opt| opt.name == item.key) else {
            let known = std::iter::once("severity").chain(rule.options.iter().map(|opt| opt.name));
            return self.unknown_key(item, known);
        };
        match option(opt, item.value) {
            Ok(value) => self.set(rule, RuleValue::Option(opt.name, value), item),
            Err(right) => self.wrong(item, item.at, item.value, right),
        }
    }

    fn set(&mut self, rule: &'static Rule, what: RuleValue, item: &Item<'_>) {
        let at = self.origin(item.key_at);
        self.layer.rules.push(RuleSaid { rule, what, at });
    }

    fn finish(mut self) -> (Layer, Vec<Problem>) {
        // By place, errors before warnings where they do not all fit.
        self.problems.sort_by_key(|(at, is_error, _)| (!is_error, *at));
        let left_out = self.problems.len().saturating_sub(MOST_PROBLEMS);
        let mut shown: Vec<_> = std::mem::take(&mut self.problems).into_iter().take(MOST_PROBLEMS).collect();
        shown.sort_by_key(|(at, ..)| *at);
        let mut problems: Vec<_> = shown
            .into_iter()
            .map(|(at, is_error, message)| Problem { is_error, origin: self.origin(at), message })
            .collect();
        if let (true, Some(last)) = (left_out > 0, problems.last_mut()) {
            // Writing to a string never fails.
            let _ = write!(last.message, " (and {left_out} more)");
        }
        (self.layer, problems)
    }
}
