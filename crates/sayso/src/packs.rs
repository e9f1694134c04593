//! House packs: from the file to what `sayso_check::pack` makes of it.

use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sayso_check::config::{Loaded, Text};
use sayso_check::{PackRule, pack};
use sayso_report::About;

use crate::args::output_formats;
use crate::config::files::text_of;
use crate::config::{called, straight};

/// The file in a pack's folder.
pub(crate) const FILE: &str = "pack.toml";

/// The file of a pack, whose name counts from a folder.
pub(crate) fn place(named: &str, from: &str) -> PathBuf {
    let place = Path::new(from).join(named);
    let is_file = place.is_file() || (place.extension().is_some_and(|ending| ending == "toml") && !place.is_dir());
    if is_file { place } else { place.join(FILE) }
}

/// A rule of a pack as a report tells of it; `config` is the file that names the pack.
pub(crate) fn about(rule: &PackRule, config: Option<&String>) -> About {
    let PackRule { code, name, category, severity, .. } = rule;
    let command = format!("sayso rule {code}{}", config.map_or(String::new(), |file| format!(" --config {file}")));
    let mut page = format!("# {code} {name}\n\n{}\n", rule.message());
    for section in rule.sections() {
        // Writing to a string never fails.
        let _ = write!(page, "\n## {}\n\n{}\n", section.heading, section.text);
    }
    let (code, name, summary) = (code.clone(), name.clone(), rule.message());
    About { code, name, command, summary, page, category: *category, severity: *severity, default: true }
}

/// Reads the pack of a folder or a file, whose name counts from another folder.
pub(crate) fn load(named: &str, from: &str) -> Result<Loaded, String> {
    let place = place(named, from);
    let here = env::current_dir().unwrap_or_default();
    let name = if place.is_absolute() { called(&straight(&place), &here) } else { place.display().to_string() };
    let text = text_of(&place, &name).map_err(|message| message.text().to_owned())?;
    let formats = output_formats();
    let written = Text { text: &text, name: &name, folder: from, is_file: true, output_formats: &formats };
    let (pack, problems) = pack::parse(written);
    Ok((Arc::new(pack), problems))
}
