//! House packs: from the file to what `sayso_check::pack` makes of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sayso_check::config::{Loaded, Text};
use sayso_check::pack;

use crate::args::output_formats;
use crate::config::files::text_of;

/// The file in a pack's folder.
pub(crate) const FILE: &str = "pack.toml";

/// Reads the pack of a folder or a file, whose name counts from another folder.
pub(crate) fn load(named: &str, from: &str) -> Result<Loaded, String> {
    let (mut place, mut name) = (Path::new(from).join(named), PathBuf::from(named));
    if place.extension().is_none_or(|ending| ending != "toml") || place.is_dir() {
        place.push(FILE);
        name.push(FILE);
    }
    let name = name.to_string_lossy();
    let text = text_of(&place, &name).map_err(|message| message.text().to_owned())?;
    let formats = output_formats();
    let written = Text { text: &text, name: &name, folder: from, is_file: true, output_formats: &formats };
    let (pack, problems) = pack::parse(written);
    Ok((Arc::new(pack), problems))
}
