//! `sayso config`: what holds for a path, and who says so.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use sayso_check::config::{Origin, Resolved};
use sayso_check::{Opt, RULES, Setting};
use serde_json::{Map, Value as Json, json};

use crate::Outcome;
use crate::args::{ConfigShowArgs, Shape, output_format_named};
use crate::config::{Configs, Loaded};
use crate::message::Message;
use crate::rule::{json_of, pretty, shown};

/// Shows what holds.
pub(crate) fn run(args: &ConfigShowArgs) -> anyhow::Result<Outcome> {
    let configs = match Configs::of(&args.config, args.config.flags(None)) {
        Ok(configs) => configs,
        Err(problems) => {
            problems.iter().for_each(Message::print);
            return Ok(Outcome::Partly);
        }
    };
    // Of a folder: what holds for the files in it.
    let inside = args.path.as_ref().map(|path| if path.is_dir() { path.join("-") } else { path.clone() });
    let loaded = configs.of_file(inside.as_deref());
    loaded.problems.iter().for_each(Message::print);
    let file = args.path.as_deref().filter(|path| !path.is_dir());
    let Some(resolved) = configs.resolve(&loaded, file) else { return Ok(Outcome::Partly) };
    let path = args.path.as_deref().unwrap_or(Path::new("."));
    let text = match args.output_format {
        Shape::Text => text(path, &loaded, &resolved),
        Shape::Json => pretty(&json(path, &loaded, &resolved)),
    };
    io::stdout().write_all(text.as_bytes())?;
    // A pack that cannot be had leaves the rest to be shown.
    let is_whole = !loaded.problems.iter().any(Message::is_error);
    Ok(if is_whole { Outcome::All } else { Outcome::Partly })
}

/// The format that holds and who says so.
fn output_format(resolved: &Resolved) -> (&'static str, Origin) {
    let held = resolved.output_format.as_ref();
    let (name, _) = output_format_named(held.map(|held| held.value.as_str()));
    (name, held.map_or_else(Origin::default_value, |held| held.from.clone()))
}

fn text(path: &Path, loaded: &Loaded, resolved: &Resolved) -> String {
    let mut rows: Vec<(String, &Origin)> = Vec::new();
    let (format, format_from) = output_format(resolved);
    rows.push((format!("fail-on = \"{}\"", resolved.fail_on.value.name()), &resolved.fail_on.from));
    rows.push((format!("output-format = \"{format}\""), &format_from));
    if let Some(held) = &resolved.rule_pages {
        rows.push((format!("rule-pages = {}", json!(held.value.as_written())), &held.from));
    }
    rows.push((format!("packs = {}", json!(resolved.packs.value)), &resolved.packs.from));
    let general = rows.len();
    let by_default = Origin::default_value();
    let mut off = Vec::new();
    for ((rule, setting), from) in RULES.iter().zip(&resolved.settings.rules).zip(&resolved.from) {
        let row = format!("{} [{}] {}", rule.code, rule.name, setting.severity.name());
        if !setting.on {
            off.push((row, &from.on));
            continue;
        }
        rows.push((row, &from.on));
        if !from.severity.is_default() {
            rows.push((format!("  severity = \"{}\"", setting.severity.name()), &from.severity));
        }
        for opt in rule.options {
            let value = setting.options.set.get(opt.name).unwrap_or(&opt.default);
            let from = from.options.get(opt.name).unwrap_or(&by_default);
            rows.push((format!("  {} = {}", opt.name, shown(value)), from));
        }
    }
    for (held, from) in resolved.settings.packs.iter().zip(&resolved.packs_from) {
        for ((rule, setting), from) in held.pack.rules.iter().zip(&held.rules).zip(from) {
            let row = format!("{} [{}] {}", rule.code, rule.name, setting.severity.name());
            if !setting.on {
                off.push((row, &from.on));
                continue;
            }
            rows.push((row, &from.on));
            if from.severity != rule.at {
                rows.push((format!("  severity = \"{}\"", setting.severity.name()), &from.severity));
            }
        }
    }
    // A long list of words does not push all others to the right.
    let widest = rows.iter().chain(&off).map(|(row, _)| row.chars().count()).filter(|count| *count <= 60).max();
    let widest = widest.unwrap_or(0);
    let files = if loaded.files.is_empty() { "none".to_owned() } else { loaded.files.join(", which extends ") };
    // Writing to a string never fails.
    let mut out = format!("{}\nconfiguration: {files}\n\n", path.display());
    let lines = |out: &mut String, rows: &[(String, &Origin)]| {
        for (row, from) in rows {
            let _ = writeln!(out, "{row:<widest$}  {from}");
        }
    };
    lines(&mut out, &rows[..general]);
    out += "\nrules that hold\n";
    lines(&mut out, &rows[general..]);
    if !off.is_empty() {
        out += "\nrules that do not hold\n";
        lines(&mut out, &off);
    }
    out
}

fn json(path: &Path, loaded: &Loaded, resolved: &Resolved) -> Json {
    let held = |value: Json, from: &Origin| {
        let place = from.place.map(|(line, column)| json!({ "line": line, "column": column }));
        json!({ "value": value, "from": &*from.name, "place": place })
    };
    let by_default = Origin::default_value();
    let rules = RULES.iter().zip(&resolved.settings.rules).zip(&resolved.from);
    let rules = rules.map(|((rule, Setting { on, severity, options }), from)| {
        let option = |opt: &Opt| {
            let value = options.set.get(opt.name).unwrap_or(&opt.default);
            let from = from.options.get(opt.name).unwrap_or(&by_default);
            (opt.name.to_owned(), held(json_of(value), from))
        };
        let options: Map<String, Json> = rule.options.iter().map(option).collect();
        json!({
            "code": rule.code,
            "name": rule.name,
            "on": held(json!(on), &from.on),
            "severity": held(json!(severity.name()), &from.severity),
            "options": options,
        })
    });
    let packs = resolved.settings.packs.iter().zip(&resolved.packs_from);
    let of_packs = packs.flat_map(|(pack, from)| pack.pack.rules.iter().zip(&pack.rules).zip(from));
    let of_packs = of_packs.map(|((rule, setting), from)| {
        json!({
            "code": rule.code,
            "name": rule.name,
            "on": held(json!(setting.on), &from.on),
            "severity": held(json!(setting.severity.name()), &from.severity),
            "options": {},
        })
    });
    let (format, format_from) = output_format(resolved);
    json!({
        "path": path.to_string_lossy(),
        "files": loaded.files,
        "fail-on": held(json!(resolved.fail_on.value.name()), &resolved.fail_on.from),
        "output-format": held(json!(format), &format_from),
        "rule-pages": resolved.rule_pages.as_ref().map(|pages| held(json!(pages.value.as_written()), &pages.from)),
        "packs": held(json!(resolved.packs.value), &resolved.packs.from),
        "rules": rules.chain(of_packs).collect::<Vec<_>>(),
    })
}
