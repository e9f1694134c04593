//! TOML values → what keys take; what is said where one takes something else.

use toml::de::{DeArray, DeValue};

use crate::config::nearest::or_else;
use crate::pack::is_selector;
use crate::{Family, Opt, RULES, Value, select};

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

/// Whether a selector means a rule, or why not. Whether one that looks like a pack's does is asked once packs are known.
pub(crate) fn check_selector(selector: &str) -> Result<(), String> {
    // A family or a category without a rule is one all the same.
    let mut groups = Family::ALL.iter().map(|family| family.letters).chain(WORDS.iter().copied());
    let is_group = groups.any(|group| group.eq_ignore_ascii_case(selector));
    if select(selector).is_empty() && !is_group && !is_selector(selector) {
        return Err(no_rule(selector));
    }
    Ok(())
}

/// What is said of a name that is no rule's.
pub(crate) fn no_rule(named: &str) -> String {
    let names = RULES.iter().flat_map(|rule| [rule.code, rule.name]).chain(WORDS.iter().copied());
    let advice = or_else(named, names, "`sayso rule --all` lists them");
    format!("`{named}` is no rule's code or name: {advice}")
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
