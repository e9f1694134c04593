//! TOML values → what keys take; what is said where one takes something else.

use std::sync::Arc;

use toml::de::{DeArray, DeValue};

use crate::config::nearest::or_else;
use crate::pack::{SHIPPED, is_selector, shipped};
use crate::registry::means;
use crate::{Family, Opt, Pack, PackRule, RULES, Value, select};

/// What a value is, for messages.
pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The values of a list and where each begins.
pub(crate) fn items<'v>(list: &'v DeArray<'_>) -> impl Iterator<Item = (usize, &'v DeValue<'v>)> {
    list.iter().map(|item| (item.span().start, item.get_ref()))
}

/// Whether a selector may mean a rule, or why not. Whether one that a pack's rule could have does is asked once packs are known.
pub(crate) fn check_selector(selector: &str) -> Result<(), String> {
    if is_own(selector) || is_selector(selector) || is_name(selector) { Ok(()) } else { Err(no_rule(selector, &[])) }
}

/// Whether a selector means rules of the program's own. A family or a category without a rule is one all the same.
pub(crate) fn is_own(selector: &str) -> bool {
    let mut groups = Family::ALL.iter().map(|family| family.letters).chain(WORDS.iter().copied());
    groups.any(|group| group.eq_ignore_ascii_case(selector)) || !select(selector).is_empty()
}

/// Whether a pack's rule may be called so: words with `-` between them, and nothing that was meant as a code.
pub(crate) fn is_name(word: &str) -> bool {
    let is_code = word.trim_start_matches(|c: char| c.is_ascii_alphabetic()).bytes().all(|b| b.is_ascii_digit());
    let has_digits = word.ends_with(|c: char| c.is_ascii_digit());
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !(is_code && has_digits)
}

/// What is said of a name that is no rule's, neither the program's own nor one of the packs that are named.
pub(crate) fn no_rule(named: &str, packs: &[Arc<Pack>]) -> String {
    if let Some(pack) = shipped_with(named) {
        return format!(
            "`{named}` is of the pack `{pack}`, which is not named here: add `\"{pack}\"` to `packs`, or take it out"
        );
    }
    let of_packs = packs.iter().flat_map(|pack| &pack.rules).flat_map(|rule| [rule.code.as_str(), rule.name.as_str()]);
    let names = RULES.iter().flat_map(|rule| [rule.code, rule.name]).chain(WORDS.iter().copied()).chain(of_packs);
    // Nothing that Sayso has begins so: a house's own letters.
    let otherwise =
        if is_selector(named) { "name its pack in `packs`, or take it out" } else { "`sayso rule --all` lists them" };
    format!("`{named}` is no rule's code or name: {}", or_else(named, names, otherwise))
}

/// The shipped pack that has rules which a selector means.
pub(crate) fn shipped_with(selector: &str) -> Option<&'static str> {
    let means = |rule: &PackRule| means(selector, &rule.code, &rule.name, "");
    let names = SHIPPED.iter().map(|(name, _)| *name);
    names.into_iter().find(|name| shipped(name).is_some_and(|pack| pack.rules.iter().any(means)))
}

/// Selectors that are no rule.
const WORDS: &[&str] = &["ALL", "correctness", "suspicious", "style", "pedantic"];

/// A rule's option, or what would be right.
pub(crate) fn option(opt: &Opt, value: &DeValue<'_>) -> Result<Value, &'static str> {
    match (&opt.default, value) {
        (Value::Number(_), DeValue::Integer(number)) => {
            let value = i64::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| *number >= 0);
            value.map(Value::Number).ok_or(NUMBER)
        }
        (Value::Yes(_), DeValue::Boolean(yes)) => Ok(Value::Yes(*yes)),
        (Value::Words(_), DeValue::Array(list)) => {
            let word = |(_, value): (_, &DeValue<'_>)| match value {
                DeValue::String(word) => Some(word.to_lowercase()),
                _ => None,
            };
            items(list).map(word).collect::<Option<_>>().map(Value::Words).ok_or(WORD_LIST)
        }
        (Value::Number(_), _) => Err(NUMBER),
        (Value::Yes(_), _) => Err("`true` or `false`"),
        (Value::Words(_), _) => Err(WORD_LIST),
    }
}

const NUMBER: &str = "a whole number from 0, such as `2`";
const WORD_LIST: &str = "a list of words, such as `[\"aide\", \"insider\"]`";
