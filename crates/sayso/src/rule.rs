//! `sayso rule`: a rule's page, or the list of all.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::sync::Arc;

use sayso_check::config::{Resolved, nearest};
use sayso_check::pack::{SHIPPED, shipped};
use sayso_check::{Doc, Family, Pack, PackRule, RULES, Rule, Value, select};
use serde_json::{Value as Json, json};

use crate::Outcome;
use crate::args::{ConfigArgs, RuleArgs, Shape, width};
use crate::config::Configs;
use crate::message::Message;
use crate::wrap::{markdown, wrap};

/// Shows what was asked for.
pub(crate) fn run(args: &RuleArgs) -> anyhow::Result<Outcome> {
    let color = args.color.is_wanted(true);
    let columns = width(args.width, 80).min(100);
    let named = args.rule.as_deref().unwrap_or_default();
    let text = match (args.output_format, args.all, sayso_check::rule(named)) {
        (Shape::Text, true, _) => list(columns) + &list_of_packs(args, columns),
        (Shape::Json, true, _) => {
            pretty(&Json::Array(RULES.iter().map(|rule| json(rule)).chain(json_of_packs(args)).collect()))
        }
        (Shape::Text, false, Some(rule)) => page(rule, columns, color),
        (Shape::Json, false, Some(rule)) => pretty(&json(rule)),
        (shape, false, None) => {
            let Some(text) = of_pack(args, named, |rule| match shape {
                Shape::Text => pack_page(rule, columns, color),
                Shape::Json => pretty(&pack_json(rule)),
            }) else {
                Message::error(unknown(args, named)).print();
                return Ok(Outcome::Partly);
            };
            text
        }
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::All)
}

/// What the configuration here, or the one that was named, says.
fn configured(args: &RuleArgs) -> Option<Resolved> {
    let args = ConfigArgs { config: args.config.clone().into_iter().collect(), ..ConfigArgs::default() };
    let here = Configs::of(&args, args.flags(None)).ok();
    here.and_then(|configs| configs.resolve(&configs.of_file(None), None))
}

/// What is made of a pack's rule: one of a pack that the configuration names, else of one that comes with Sayso.
fn of_pack(args: &RuleArgs, named: &str, make: impl Fn(&PackRule) -> String) -> Option<String> {
    let resolved = configured(args);
    let rule = resolved.as_ref().and_then(|resolved| resolved.settings.pack_rule(named));
    rule.map(&make).or_else(|| {
        let mut packs = SHIPPED.iter().filter_map(|(name, _)| shipped(name));
        packs.find_map(|pack| pack.rule(named).map(&make))
    })
}

/// The packs that the configuration names, each with whether it does: those that come with Sayso stand after them.
fn packs(args: &RuleArgs) -> Vec<(Arc<Pack>, bool)> {
    let named = configured(args).map(|resolved| resolved.settings.packs).unwrap_or_default();
    let mut packs: Vec<_> = named.into_iter().map(|held| (held.pack, true)).collect();
    for pack in SHIPPED.iter().filter_map(|(name, _)| shipped(name)) {
        if !packs.iter().any(|(held, _)| held.name == pack.name) {
            packs.push((pack, false));
        }
    }
    packs
}

/// The rules of packs, a line each.
fn list_of_packs(args: &RuleArgs, columns: usize) -> String {
    let mut out = String::new();
    for (pack, is_named) in packs(args) {
        let widest = pack.rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
        let (of, on) = if is_named { ("", "on ") } else { (", which comes with Sayso", "off") };
        // Writing to a string never fails.
        let _ = writeln!(out, "Pack `{}`{of}", pack.name);
        for rule in &pack.rules {
            let head = format!("  {} {:<widest$} {on} ", rule.code, rule.name);
            let margin = " ".repeat(head.chars().count());
            let _ = write!(out, "{head}{}", wrap(&rule.message(), columns, &margin).trim_start());
        }
    }
    out
}

/// The rules of packs, each with its pack.
fn json_of_packs(args: &RuleArgs) -> Vec<Json> {
    let rules = |(pack, is_named): &(Arc<Pack>, bool)| {
        let of_pack = |rule: &PackRule| {
            let mut json = pack_json(rule);
            json["pack"] = json!(pack.name);
            json["default"] = json!(is_named);
            json["options"] = json!([]);
            json
        };
        pack.rules.iter().map(of_pack).collect::<Vec<_>>()
    };
    packs(args).iter().flat_map(rules).collect()
}

fn pack_page(rule: &PackRule, columns: usize, color: bool) -> String {
    let bold = |text: &str| if color { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() };
    let PackRule { code, name, category, severity, .. } = rule;
    let (category, severity) = (category.name(), severity.name());
    let head = bold(&format!("{code} [{name}]"));
    let mut out = format!("{head}\nHouse pack, {} · {category} · {severity}\n", rule.at);
    for section in rule.sections() {
        // Writing to a string never fails.
        let _ = write!(out, "\n{}\n{}", bold(section.heading), markdown(&section.text, columns, "  "));
    }
    let _ = write!(out, "\n{}\n{}", bold("To let one finding stand"), in_article(code, columns));
    let _ = write!(
        out,
        "\n{}\n  ignore = [\"{code}\"]\n\n  [rules.{code}]\n  severity = \"{severity}\"\n",
        bold("In `.sayso.toml`")
    );
    out
}

fn pack_json(rule: &PackRule) -> Json {
    let section = |section: &sayso_check::Section| json!({ "heading": section.heading, "text": section.text });
    json!({
        "code": rule.code,
        "name": rule.name,
        "category": rule.category.name(),
        "severity": rule.severity.name(),
        "summary": rule.message(),
        "sections": rule.sections().iter().map(section).collect::<Vec<_>>(),
        "written": rule.at.to_string(),
    })
}

/// What is said of a name that is no rule's: which rules it selects, else which are called nearly so.
fn unknown(args: &RuleArgs, named: &str) -> String {
    const SOME: usize = 12;
    let packs = packs(args);
    let of_packs = || packs.iter().flat_map(|(pack, _)| &pack.rules);
    let begins =
        |code: &str| named.len() >= 3 && code.get(..named.len()).is_some_and(|start| start.eq_ignore_ascii_case(named));
    let own = select(named).into_iter().map(|rule| rule.code);
    let several: Vec<&str> = own.chain(of_packs().map(|rule| rule.code.as_str()).filter(|code| begins(code))).collect();
    if !several.is_empty() {
        let more = several.len().saturating_sub(SOME);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let some = several.into_iter().take(SOME).collect::<Vec<_>>().join(", ");
        return format!("no rule `{named}`, which selects several: name one of {some}{more}");
    }
    let codes = RULES.iter().map(|rule| rule.code).chain(of_packs().map(|rule| rule.code.as_str()));
    let names = RULES.iter().map(|rule| rule.name).chain(of_packs().map(|rule| rule.name.as_str()));
    let near: Vec<String> =
        nearest(named, codes).into_iter().chain(nearest(named, names)).map(|name| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => format!("no rule `{named}`: `sayso rule --all` lists them"),
        near => format!("no rule `{named}`: did you mean {}", near.join(" or ")),
    }
}

fn family(rule: &Rule) -> &'static str {
    Family::ALL.iter().find(|family| rule.code.starts_with(family.letters)).map_or("", |family| family.title)
}

fn list(columns: usize) -> String {
    let widest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for family in Family::ALL.iter().filter(|family| family.rules().next().is_some()) {
        // Writing to a string never fails.
        let _ = writeln!(out, "{}", family.title);
        for rule in family.rules() {
            let (code, name, on) = (rule.code, rule.name, if rule.default { "on " } else { "off" });
            let head = format!("  {code} {name:<widest$} {on} ");
            let margin = " ".repeat(head.chars().count());
            let summary = wrap(&Doc::of(rule).summary, columns, &margin);
            let _ = write!(out, "{head}{}", summary.trim_start());
        }
        out.push('\n');
    }
    out += "`sayso rule CODE` shows a rule's reasons; those that are off hold with `--extend-select CODE`\n";
    out
}

fn page(rule: &Rule, columns: usize, color: bool) -> String {
    let doc = Doc::of(rule);
    let bold = |text: &str| if color { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() };
    let on = if rule.default { "on by default" } else { "off by default" };
    let about = [family(rule), rule.category.name(), rule.severity.name(), on].join(" · ");
    let mut out = format!("{}\n{about}\n\n", bold(&format!("{} [{}]", rule.code, rule.name)));
    out += &markdown(&doc.summary, columns, "");
    for section in &doc.sections {
        // Writing to a string never fails.
        let _ = write!(out, "\n{}\n{}", bold(section.heading), markdown(&section.text, columns, "  "));
    }
    if !rule.options.is_empty() {
        let _ = write!(out, "\n{}\n", bold("Options"));
        for opt in rule.options {
            let _ = writeln!(out, "  {} = {}", opt.name, shown(&opt.default));
            out += &wrap(opt.doc, columns, "      ");
        }
    }
    let _ = write!(out, "\n{}\n{}", bold("To let one finding stand"), in_article(rule.code, columns));
    let _ = write!(out, "\n{}\n{}", bold("In `.sayso.toml`"), in_configuration(rule));
    out
}

/// What to write in an article, or beside it.
fn in_article(code: &str, columns: usize) -> String {
    let how = "above the paragraph in Markdown and plain text; for what carries no comments in `ARTICLE.sayso.toml` beside it:";
    format!(
        "  <!-- sayso: ignore[{code}] who approved it, and why -->\n\n{}\n  [[ignore]]\n  rule = \"{code}\"\n  \
         exact = \"the very words\"\n  reason = \"who approved it, and why\"\n",
        wrap(how, columns, "  ")
    )
}

/// What to write to have it otherwise.
fn in_configuration(rule: &Rule) -> String {
    let Rule { code, .. } = rule;
    let switch = if rule.default { "ignore" } else { "extend-select" };
    let severity = rule.severity.name();
    let mut out = format!("  {switch} = [\"{code}\"]\n\n  [rules.{code}]\n  severity = \"{severity}\"\n");
    for opt in rule.options {
        // Writing to a string never fails.
        let _ = writeln!(out, "  {} = {}", opt.name, shown(&opt.default));
    }
    out
}

/// A value as configuration has it.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Yes(yes) => yes.to_string(),
        Value::Words(words) => json!(words).to_string(),
    }
}

pub(crate) fn json_of(value: &Value) -> Json {
    match value {
        Value::Number(number) => json!(number),
        Value::Yes(yes) => json!(yes),
        Value::Words(words) => json!(words),
    }
}

fn json(rule: &Rule) -> Json {
    let doc = Doc::of(rule);
    let section = |section: &sayso_check::Section| json!({ "heading": section.heading, "text": section.text });
    let option = |opt: &sayso_check::Opt| json!({ "name": opt.name, "default": json_of(&opt.default), "doc": opt.doc });
    json!({
        "code": rule.code,
        "name": rule.name,
        "family": family(rule),
        "category": rule.category.name(),
        "severity": rule.severity.name(),
        "default": rule.default,
        "summary": doc.summary,
        "sections": doc.sections.iter().map(section).collect::<Vec<_>>(),
        "options": rule.options.iter().map(option).collect::<Vec<_>>(),
    })
}

pub(crate) fn pretty(json: &Json) -> String {
    format!("{json:#}\n")
}
