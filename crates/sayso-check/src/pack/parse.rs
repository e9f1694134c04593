//! The text of one `pack.toml` → a [`Pack`], and what is wrong with it.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::config::{
    Item, Layer, Problem, Text, Written, entries, items, kind, layer_of, or_else, severity, unknown_key,
};
use crate::pack::condition::{Search, listed, search};
use crate::pack::message::Template;
use crate::pack::phrases::Lists;
use crate::pack::{Pack, PackRule, SHIPPED, Test, is_code};
use crate::registry::Family;
use crate::{Category, RULES, Severity};

/// A larger file is none that somebody wrote.
const LARGEST: usize = 1 << 20;
/// The rules of a pack.
const MOST_RULES: usize = 500;
/// The words of all lists of a pack.
const MOST_WORDS: usize = 10_000;
/// The tests of a rule.
const MOST_TESTS: usize = 100;

/// The keys at the top of a pack.
const KEYS: [&str; 8] = ["name", "version", "licence", "description", "authors", "settings", "words", "rule"];
/// The keys of a rule.
pub(crate) const RULE_KEYS: [&str; 12] =
    ["code", "name", "severity", "category", "message", "help", "authority", "why", "match", "when", "fires", "silent"];

/// A pack. All that is wrong with it is told of; what is right works.
pub fn parse(text: Text<'_>) -> (Pack, Vec<Problem>) {
    let mut written = Written::of(text);
    let mut pack = Pack {
        name: String::new(),
        version: None,
        licence: None,
        description: None,
        authors: Vec::new(),
        settings: Layer::empty(text.name, text.folder),
        rules: Vec::new(),
        fingerprint: fingerprint(text.text),
    };
    if text.text.len() > LARGEST {
        written.error(0, format!("a pack has at most {LARGEST} bytes: make two of it"));
    } else if let Some(table) = written.table() {
        Parser { text, written: &mut written, lists: Lists::default(), seen: BTreeMap::new() }.pack(&table, &mut pack);
    }
    (pack, written.into_problems())
}

/// FNV-1a: the same for the same text, everywhere.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

struct Parser<'w, 't> {
    text: Text<'t>,
    written: &'w mut Written<'t>,
    lists: Lists,
    /// Codes and names that are taken, and the rule that has them.
    seen: BTreeMap<String, String>,
}

impl Parser<'_, '_> {
    fn pack(&mut self, table: &DeTable<'_>, pack: &mut Pack) {
        let keys = entries(table, "");
        // Lists first, wherever they stand: rules name them.
        if let Some(item) = keys.iter().find(|item| item.key == "words") {
            self.words(item);
        }
        for item in &keys {
            match item.key {
                "name" => pack.name = self.pack_name(item).unwrap_or_default(),
                "version" => pack.version = self.text(item),
                "licence" => pack.licence = self.text(item),
                "description" => pack.description = self.text(item),
                "authors" => {
                    let authors = self.written.strings(item, "a list of names, such as `[\"The standards desk\"]`,");
                    pack.authors = authors.into_iter().map(|(_, author)| author.to_owned()).collect();
                }
                "settings" => pack.settings = self.settings(item),
                "rule" => pack.rules = self.rules(item),
                "words" => {}
                _ => self.written.warning(item.key_at, unknown_key(item, KEYS.into_iter())),
            }
        }
        if !keys.iter().any(|item| item.key == "name") {
            self.written.error(0, "the pack has no name: begin it with `name = \"our-desk\"`".to_owned());
        }
    }

    fn text(&mut self, item: &Item<'_>) -> Option<String> {
        self.written.string(item, "a string, such as `\"…\"`,").map(|text| text.trim().to_owned())
    }

    /// What the pack is called; one that comes with Sayso may be changed and kept, under a name of its own.
    fn pack_name(&mut self, item: &Item<'_>) -> Option<String> {
        let name = self.name(item)?;
        if SHIPPED.iter().any(|(known, text)| *known == name && *text != self.text.text) {
            let message = format!("`{name}` is what a pack is called that comes with Sayso: call this one otherwise");
            self.written.warning(item.at, message);
        }
        Some(name)
    }

    /// A name in kebab case.
    fn name(&mut self, item: &Item<'_>) -> Option<String> {
        let name = self.written.string(item, "a name, such as `\"our-desk\"`,")?;
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_name {
            let right = "write it in small letters with `-` between words";
            self.written.error(item.at, format!("`{}`: `{name}` is no name: {right}", item.path));
        }
        is_name.then(|| name.to_owned())
    }

    fn settings(&mut self, item: &Item<'_>) -> Layer {
        let DeValue::Table(table) = item.value else {
            self.written.wrong(item, item.at, item.value, "a table, as a `.sayso.toml` has it,");
            return Layer::empty(self.text.name, self.text.folder);
        };
        let mut layer = layer_of(self.text, self.written, table, "settings.");
        for inner in entries(table, "settings.") {
            if matches!(inner.key, "extend" | "packs") {
                let message = format!("`{}` has no place in a pack: write it in your `.sayso.toml`", inner.path);
                self.written.error(inner.key_at, message);
            }
        }
        (layer.extend, layer.packs) = (None, None);
        layer
    }

    fn words(&mut self, item: &Item<'_>) {
        let DeValue::Table(table) = item.value else {
            self.written.wrong(item, item.at, item.value, "a table of lists, such as `experts = [\"analysts\"]`,");
            return;
        };
        let mut count = 0;
        for list in entries(table, "words.") {
            let is_name = list.key.starts_with(|c: char| c.is_ascii_alphabetic())
                && list.key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
            if !is_name {
                let right = "write its name in letters, digits, `-` and `_`, a letter first";
                self.written.error(list.key_at, format!("`{}` cannot be named in a pattern: {right}", list.path));
                continue;
            }
            let before = self.written.errors();
            let words = self.written.strings(&list, "a list of words, such as `[\"analysts\", \"observers\"]`,");
            for (at, word) in words.iter().filter(|(_, word)| word.starts_with('$')) {
                let message =
                    format!("`{}`: `{word}` names a list, which a list cannot hold: write its words", list.path);
                self.written.error(*at, message);
            }
            count += words.len();
            if count > MOST_WORDS {
                self.written.error(list.key_at, format!("a pack has at most {MOST_WORDS} words in its lists"));
                return;
            }
            let words: Vec<String> = words.into_iter().map(|(_, word)| word.to_owned()).collect();
            if words.is_empty() && self.written.errors() == before {
                self.written.error(list.key_at, format!("`{}` has no words: write some or take it out", list.path));
                continue;
            }
            if words.is_empty() {
                continue;
            }
            self.lists.words.insert(list.key.to_owned(), words);
        }
    }

    fn rules(&mut self, item: &Item<'_>) -> Vec<PackRule> {
        let DeValue::Array(list) = item.value else {
            self.written.wrong(item, item.at, item.value, "one table for each rule, each under `[[rule]]`,");
            return Vec::new();
        };
        let mut rules = Vec::new();
        for (number, (at, value)) in items(list).enumerate() {
            if number == MOST_RULES {
                let message =
                    format!("a pack has at most {MOST_RULES} rules: the rest is left out, make two packs of it");
                self.written.error(at, message);
                break;
            }
            match value {
                DeValue::Table(table) => rules.extend(self.rule(table, at)),
                other => {
                    let message = format!("`rule` holds {} where a table under `[[rule]]` is expected", kind(other));
                    self.written.error(at, message);
                }
            }
        }
        rules
    }

    /// One rule, if it can be used. All that is wrong with it is told of at once.
    fn rule(&mut self, table: &DeTable<'_>, at: usize) -> Option<PackRule> {
        let keys = entries(table, "rule.");
        for item in keys.iter().filter(|item| !RULE_KEYS.contains(&item.key)) {
            self.written.warning(item.key_at, unknown_key(item, RULE_KEYS.into_iter()));
        }
        let find = |name: &str| keys.iter().find(|item| item.key == name);
        let code = find("code").map(|item| self.code(item));
        let name = find("name").map(|item| self.rule_name(item));
        let message = find("message").map(|item| self.template(item));
        let help = find("help").map(|item| self.template(item));
        let searched = find("match").map(|item| self.search(item));
        let when = find("when").map(|item| self.search(item));
        let called =
            code.as_ref().and_then(Clone::clone).map_or_else(|| "a rule".to_owned(), |code| format!("rule {code}"));
        for (is_there, key, right) in [
            (code.is_some(), "code", "three letters of your house and three digits, such as `code = \"HSE001\"`"),
            (name.is_some(), "name", "what it is called, such as `name = \"office-of-officials\"`"),
            (message.is_some(), "message", "what is wrong, such as `message = \"“{source}” names no office\"`"),
            (help.is_some(), "help", "what to do about it, such as `help = \"Say which office\"`"),
            (searched.is_some(), "match", "what it finds, under `[rule.match]`"),
        ] {
            if !is_there {
                self.written.error(at, format!("{called} has no `{key}`: write {right}"));
            }
        }
        let severity = find("severity").map(|item| severity(self.written, item));
        let category = find("category").map(|item| self.category(item));
        let authority = find("authority").and_then(|item| self.text(item));
        let why = find("why").and_then(|item| self.text(item));
        let mut tests = Vec::new();
        for (key, fires) in [("fires", true), ("silent", false)] {
            tests.extend(find(key).into_iter().flat_map(|item| self.tests(item, fires)));
        }
        if tests.len() > MOST_TESTS {
            self.written.error(at, format!("{called} has more than {MOST_TESTS} tests: the rest is left out"));
            tests.truncate(MOST_TESTS);
        }
        let (code, name) = (code.flatten()?, name.flatten()?);
        Some(PackRule {
            code,
            name,
            category: category.unwrap_or(Some(Category::Style))?,
            severity: severity.unwrap_or(Some(Severity::Warning))?,
            authority,
            why,
            at: self.written.origin(at),
            message: message.flatten()?,
            help: help.flatten()?,
            find: searched.flatten()?,
            when: when.map_or(Some(None), |when| when.map(Some))?,
            tests,
        })
    }

    fn code(&mut self, item: &Item<'_>) -> Option<String> {
        let code = self.written.string(item, "a code, such as `\"HSE001\"`,")?;
        let wrong = |why: &str| format!("`{code}` is no code for a pack's rule: {why}");
        let family = Family::ALL
            .iter()
            .find(|family| code.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(family.letters)));
        if let Some(Family { letters, title }) = family {
            let why = format!("`{letters}` is for Sayso's own rules ({title}), take letters of your house");
            self.written.error(item.at, wrong(&why));
            return None;
        }
        if !is_code(code) || code.bytes().any(|b| b.is_ascii_lowercase()) {
            self.written.error(item.at, wrong("write three or four capitals and three digits, such as `HSE001`"));
            return None;
        }
        self.own(item, code, code)
    }

    fn rule_name(&mut self, item: &Item<'_>) -> Option<String> {
        let name = self.name(item)?;
        if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
            let message = format!("`{name}` is what Sayso's own rule {} is called: call this one otherwise", rule.code);
            self.written.error(item.at, message);
            return None;
        }
        self.own(item, &name, &name)
    }

    /// A code or a name that no rule before has.
    fn own(&mut self, item: &Item<'_>, word: &str, shown: &str) -> Option<String> {
        let origin = self.written.origin(item.at);
        let line = origin.place.map_or_else(|| "before".to_owned(), |(line, _)| format!("in line {line}"));
        if let Some(first) = self.seen.get(word) {
            self.written.error(item.at, format!("`{shown}` is taken by the rule {first}: give this one another"));
            return None;
        }
        self.seen.insert(word.to_owned(), line);
        Some(word.to_owned())
    }

    fn category(&mut self, item: &Item<'_>) -> Option<Category> {
        const ALL: [Category; 4] = [Category::Correctness, Category::Suspicious, Category::Style, Category::Pedantic];
        let names = ALL.map(|category| category.name().to_owned());
        let name = self.written.string(item, &format!("one of {},", listed(&names)))?;
        let found = ALL.into_iter().find(|category| category.name() == name);
        if found.is_none() {
            let all = format!("it is one of {}", listed(&names));
            let advice = or_else(name, names.iter().map(String::as_str), &all);
            self.written.error(item.at, format!("`{}`: there is no `{name}`: {advice}", item.path));
        }
        found
    }

    fn template(&mut self, item: &Item<'_>) -> Option<Template> {
        let text = self.written.string(item, "a sentence, such as `\"“{source}” names no office\"`,")?;
        if text.trim().is_empty() {
            self.written.error(item.at, format!("`{}` is empty: write a sentence", item.path));
            return None;
        }
        Template::of(text).map_err(|why| self.written.error(item.at, format!("`{}`: {why}", item.path))).ok()
    }

    fn search(&mut self, item: &Item<'_>) -> Option<Search> {
        let DeValue::Table(table) = item.value else {
            self.written.wrong(item, item.at, item.value, "a table, such as `{ of = \"attribution\" }`,");
            return None;
        };
        let path = format!("{}.", item.path);
        let found = search(self.written, &mut self.lists, table, &path, item.at);
        let at = entries(table, &path).into_iter().find(|inner| item.key == "when" && inner.key == "at");
        if let Some(at) = at {
            let message = format!("`{}` means nothing: what a finding points at is said under `[rule.match]`", at.path);
            self.written.error(at.key_at, message);
            return None;
        }
        found
    }

    fn tests(&mut self, item: &Item<'_>, fires: bool) -> Vec<Test> {
        let right = "a list of articles, such as `[\"⟦Officials⟧ said so.\"]`,";
        let articles = self.written.strings(item, right).into_iter();
        articles.map(|(at, article)| Test { article: article.to_owned(), fires, at: self.written.origin(at) }).collect()
    }
}
