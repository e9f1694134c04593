//! The text of one configuration → what it says, and what is wrong with it.

use globset::GlobBuilder;
use toml::de::{DeTable, DeValue};

use crate::config::layer::{PackRuleSaid, PerFile, RuleSaid, RuleValue, Selection};
use crate::config::nearest::or_else;
use crate::config::value::{check_selector, is_name, no_rule, option};
use crate::config::written::{Item, Written, entries, unknown_key};
use crate::config::{FailOn, Layer, Problem, RulePages, Said};
use crate::pack::is_code;
use crate::{Rule, Severity, Value, rule};

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

/// A key and what reads it.
type Key = (&'static str, fn(&mut Parser<'_, '_>, &Item<'_>));

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
    ("rule-pages", |p, item| p.rule_pages(item)),
    ("rules", |p, item| p.rules(item)),
];

/// What a configuration says. Where a problem is an error, it should not be used.
pub fn parse(text: Text<'_>) -> (Layer, Vec<Problem>) {
    let mut written = Written::of(text);
    let layer = match written.table() {
        Some(table) => layer(text, &mut written, &table, ""),
        None => Layer::empty(text.name, text.folder),
    };
    (layer, written.into_problems())
}

/// What a table of a configuration says.
pub(crate) fn layer<'t>(of: Text<'t>, written: &mut Written<'t>, table: &DeTable<'_>, within: &str) -> Layer {
    let mut parser = Parser { of, written, layer: Layer::empty(of.name, of.folder) };
    for item in entries(table, within) {
        match KEYS.iter().find(|(name, _)| *name == item.key) {
            Some((_, read)) => read(&mut parser, &item),
            None => parser.unknown_key(&item, KEYS.iter().map(|(name, _)| *name)),
        }
    }
    parser.layer
}

struct Parser<'w, 't> {
    of: Text<'t>,
    written: &'w mut Written<'t>,
    layer: Layer,
}

impl Parser<'_, '_> {
    fn said<T>(&self, value: T, item: &Item<'_>) -> Said<T> {
        Said { value, at: self.written.origin(item.key_at) }
    }

    fn error(&mut self, at: usize, message: String) {
        self.written.error(at, message);
    }

    fn unknown_key<'n>(&mut self, item: &Item<'_>, known: impl Iterator<Item = &'n str> + Clone) {
        self.written.warning(item.key_at, unknown_key(item, known));
    }

    fn selectors<'v>(&mut self, item: &Item<'v>) -> Vec<(usize, &'v str)> {
        let selectors = self.written.strings(item, "a list of rules, such as `[\"ANO\", \"ATT001\"]`,");
        for (at, selector) in &selectors {
            if let Err(message) = check_selector(selector) {
                self.error(*at, format!("`{}`: {message}", item.path));
            }
        }
        selectors
    }

    fn selections(&mut self, item: &Item<'_>, on: bool) {
        for (at, selector) in self.selectors(item) {
            let at = self.written.origin(at);
            self.layer.selections.push(Selection { selector: selector.to_owned(), on, at });
        }
    }

    fn extend(&mut self, item: &Item<'_>) {
        if let Some(file) = self.written.string(item, "a file, such as `\"../house.toml\"`,") {
            self.layer.extend = Some(self.said(file.to_owned(), item));
        }
    }

    fn packs(&mut self, item: &Item<'_>) {
        let packs = self.written.strings(item, "a list of packs, such as `[\"wire\"]`,");
        let said = |(at, pack): (usize, &str)| Said { value: pack.to_owned(), at: self.written.origin(at) };
        let packs = packs.into_iter().map(said).collect();
        self.layer.packs = Some(self.said(packs, item));
    }

    fn select(&mut self, item: &Item<'_>) {
        self.layer.select = Some(self.written.origin(item.key_at));
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
            return self.written.wrong(item, item.at, item.value, right);
        };
        for item in entries(table, "per-file-ignores.") {
            let selectors = self.selectors(&item).into_iter().map(|(_, selector)| selector.to_owned()).collect();
            // What is a folder means all that is in it.
            let pattern = if item.key.ends_with('/') { format!("{}**", item.key) } else { item.key.to_owned() };
            match GlobBuilder::new(&pattern).literal_separator(true).build() {
                Ok(glob) => {
                    let at = self.written.origin(item.key_at);
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
        let Some(name) = self.written.string(item, right) else { return };
        match FailOn::named(name) {
            Some(value) => self.layer.fail_on = Some(self.said(value, item)),
            None => self.error(item.at, format!("`fail-on` is `{name}` where {right} is expected")),
        }
    }

    fn output_format(&mut self, item: &Item<'_>) {
        let Some(name) = self.written.string(item, "a format's name, such as `\"concise\"`,") else { return };
        if self.of.output_formats.contains(&name) {
            self.layer.output_format = Some(self.said(name.to_owned(), item));
            return;
        }
        let all = self.of.output_formats.join(", ");
        let advice = or_else(name, self.of.output_formats.iter().copied(), &format!("the formats are {all}"));
        self.error(item.at, format!("`output-format` is `{name}`, which is none: {advice}"));
    }

    fn rule_pages(&mut self, item: &Item<'_>) {
        let right = "an address, such as `\"https://desk.example/rules/\"`,";
        let Some(address) = self.written.string(item, right) else { return };
        let Some(value) = RulePages::of(address) else {
            let message = "`rule-pages` is no address of rules' pages: write one that begins with `https://` or `http://`, ends in \
                           `/` or has `{code}` where a rule's code stands, and has no white space";
            return self.error(item.at, message.to_owned());
        };
        self.layer.rule_pages = Some(self.said(value, item));
    }

    fn rules(&mut self, item: &Item<'_>) {
        let DeValue::Table(table) = item.value else {
            return self.written.wrong(item, item.at, item.value, "a table for each rule, such as `[rules.ANO001]`,");
        };
        let mut told: Vec<(&str, &str)> = Vec::new();
        for item in entries(table, "rules.") {
            match (rule(item.key), item.value) {
                (Some(rule), DeValue::Table(table)) => {
                    if let Some((_, before)) = told.iter().find(|(code, _)| *code == rule.code) {
                        let message =
                            format!("`{}` is the same rule as `rules.{before}`: make one table of the two", item.path);
                        self.error(item.key_at, message);
                    }
                    told.push((rule.code, item.key));
                    for item in entries(table, &format!("{}.", item.path)) {
                        self.of_rule(rule, &item);
                    }
                }
                // Whether a pack has it is asked once packs are known.
                (None, DeValue::Table(table)) if is_code(item.key) || is_name(item.key) => {
                    self.speak_of_pack_rule(&item, item.key, None);
                    for inner in entries(table, &format!("{}.", item.path)) {
                        self.of_pack_rule(item.key, &inner);
                    }
                }
                (Some(_), other) => {
                    self.written.wrong(&item, item.at, other, "a table, such as `{ severity = \"error\" }`,");
                }
                (None, _) => self.error(item.key_at, format!("`rules`: {}", no_rule(item.key, &[]))),
            }
        }
    }

    fn of_rule(&mut self, rule: &'static Rule, item: &Item<'_>) {
        if item.key == "severity" {
            if let Some(severity) = severity(self.written, item) {
                self.set(rule, RuleValue::Severity(severity), item);
            }
            return;
        }
        let Some(opt) = rule.options.iter().find(|opt| opt.name == item.key) else {
            let known = std::iter::once("severity").chain(rule.options.iter().map(|opt| opt.name));
            return self.unknown_key(item, known);
        };
        match option(opt, item.value) {
            Ok(value) => self.set(rule, RuleValue::Option(opt.name, value), item),
            Err(right) => match item.value {
                // What is a number says not what is wrong with it.
                DeValue::Integer(number) if matches!(opt.default, Value::Number(_)) => {
                    let message = format!("`{}` is {} where {right} is expected", item.path, number.as_str());
                    self.error(item.at, message);
                }
                value => self.written.wrong(item, item.at, value, right),
            },
        }
    }

    fn of_pack_rule(&mut self, named: &str, item: &Item<'_>) {
        if item.key != "severity" {
            return self.unknown_key(item, std::iter::once("severity"));
        }
        if let Some(severity) = severity(self.written, item) {
            self.speak_of_pack_rule(item, named, Some(severity));
        }
    }

    fn speak_of_pack_rule(&mut self, item: &Item<'_>, named: &str, severity: Option<Severity>) {
        let at = self.written.origin(item.key_at);
        self.layer.pack_rules.push(PackRuleSaid { named: named.to_owned(), severity, at });
    }

    fn set(&mut self, rule: &'static Rule, what: RuleValue, item: &Item<'_>) {
        let at = self.written.origin(item.key_at);
        self.layer.rules.push(RuleSaid { rule, what, at });
    }
}

/// How grave findings are, as a key says.
pub(crate) fn severity(written: &mut Written<'_>, item: &Item<'_>) -> Option<Severity> {
    let right = "`\"error\"`, `\"warning\"` or `\"info\"`";
    let name = written.string(item, right)?;
    let severity = Severity::ALL.into_iter().find(|severity| severity.name() == name);
    if severity.is_none() {
        written.error(item.at, format!("`{}` is `{name}` where {right} is expected", item.path));
    }
    severity
}
