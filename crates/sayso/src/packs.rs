//! House packs: from the file to what `sayso_check::pack` makes of it.

use std::path::Path;
use std::sync::Arc;

use sayso_check::config::{Loaded, Text};
use sayso_check::pack;

use crate::args::output_formats;
use crate::config::files::text_of;

/// The file in a pack's folder.
pub(crate) const FILE: &str = "pack.toml";

/// Reads the pack of a folder or a file; its name counts from another folder.
pub(crate) fn load(named: &str, folder: &str) -> Result<Loaded, String> {
    let place = Path::new(folder).join(named);
    let place = if place.is_dir() { place.join(FILE) } else { place };
    let name = Path::new(named).join(if named.ends_with(".toml") { "" } else { FILE });
    let name = name.display().to_string();
    let text = text_of(&place, name.trim_end_matches('/')).map_err(|message| message.text().to_owned())?;
    let formats = output_formats();
    let name = name.trim_end_matches('/');
    let (pack, problems) = pack::parse(Text { text: &text, name, folder, is_file: true, output_formats: &formats });
    Ok((Arc::new(pack), problems))
}
