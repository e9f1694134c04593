//! Which configuration holds for a file: what the command line and the environment say, over the nearest `.sayso.toml` or
//! `sayso.toml` upwards of it, over the user's own. What a configuration says is read in `sayso_check::config`.

pub(crate) mod files;
pub(crate) mod show;

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use sayso_check::config::{Config, Flags, Layer, Origin, Problem, Resolved, Said, Text, parse};

use crate::args::{ConfigArgs, output_formats};
use crate::config::files::Chain;
use crate::message::Message;

/// What a configuration is called, the first one first.
const NAMES: [&str; 2] = [".sayso.toml", "sayso.toml"];

/// What holds for the files of a run.
pub(crate) struct Configs {
    /// Where names without a root count from.
    here: PathBuf,
    base: Base,
    /// What the environment and the command line say, the weakest first.
    above: Vec<Layer>,
    /// What holds in each folder that was asked for.
    folders: Mutex<HashMap<PathBuf, Arc<Loaded>>>,
}

enum Base {
    /// No file: `--isolated`.
    Nothing,
    /// One for all: `--config FILE`, `SAYSO_CONFIG`.
    One(Arc<Loaded>),
    /// The nearest, else the user's own.
    Nearest { user: Arc<Loaded> },
}

/// One configuration with what it stands on and what stands on it.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The files that it is from, as they are called in messages, the nearest first.
    pub(crate) files: Vec<String>,
    /// The files of the packs that they name.
    pub(crate) packs: Vec<PathBuf>,
    /// What is wrong with them.
    pub(crate) problems: Vec<Message>,
    /// What they say; nothing where they are broken.
    pub(crate) config: Option<Config>,
}

impl Loaded {
    pub(crate) fn is_broken(&self) -> bool {
        self.config.is_none()
    }
}

impl Configs {
    /// What the command line and the environment say; what is wrong with it, where it cannot be used.
    pub(crate) fn of(args: &ConfigArgs, flags: Flags) -> Result<Self, Vec<Message>> {
        let here = env::current_dir().unwrap_or_default();
        let mut problems = Vec::new();
        let mut above = Vec::new();
        above.extend(variable("SAYSO_OUTPUT_FORMAT").and_then(|format| of_environment(&format, &mut problems)));
        let mut file = variable("SAYSO_CONFIG").filter(|_| !args.isolated).map(PathBuf::from);
        let mut named = 0;
        for said in &args.config {
            if said.trim().is_empty() {
                let message = "names nothing: give a file, or a key and a value".to_owned();
                problems.push(Problem { is_error: true, origin: Origin::named("--config"), message });
            } else if is_setting(said) {
                above.push(of_setting(said, &slashed(&here), &mut problems));
            } else {
                named += 1;
                file = Some(PathBuf::from(said));
            }
        }
        let (flags, wrong) = Layer::of_flags(flags);
        above.push(flags);
        problems.extend(wrong);
        let mut messages: Vec<Message> = problems.iter().map(message).collect();
        if named > 1 || (named > 0 && args.isolated) {
            let what = if args.isolated { "`--isolated` reads no file" } else { "`--config` takes one file" };
            messages
                .push(Message::error(format!("{what}: leave a file out, or put its name into the other's `extend`")));
        }
        let base = match file {
            _ if args.isolated => Base::Nothing,
            Some(file) => {
                let chain = Chain::named(&here.join(file), &here).counted_from(&here);
                let loaded = chain.under(&above);
                if loaded.is_broken() {
                    messages.extend(loaded.problems.iter().cloned());
                }
                Base::One(Arc::new(loaded))
            }
            None => Base::Nearest { user: Arc::new(user_chain(&here).under(&above)) },
        };
        if messages.iter().any(Message::is_error) {
            return Err(messages);
        }
        // What is doubtful in a file of `--config` is told of with the first article.
        messages.iter().for_each(Message::print);
        Ok(Self { here, base, above, folders: Mutex::default() })
    }

    /// What holds for a file, by its name; for standard input without a name, what holds in the folder that sayso runs in.
    pub(crate) fn of_file(&self, path: Option<&Path>) -> Arc<Loaded> {
        match &self.base {
            Base::Nothing => Arc::new(Chain::default().under(&self.above)),
            Base::One(loaded) => Arc::clone(loaded),
            Base::Nearest { user } => {
                let path = path.map(|path| self.absolute(path));
                let folder = path.as_deref().and_then(Path::parent).unwrap_or(&self.here);
                self.of_folder(folder).unwrap_or_else(|| Arc::clone(user))
            }
        }
    }

    /// What holds for a file by a configuration, or nothing where that is broken.
    pub(crate) fn resolve(&self, loaded: &Loaded, path: Option<&Path>) -> Option<Resolved> {
        let path = path.map(|path| slashed(&self.absolute(path)));
        loaded.config.as_ref().map(|config| config.resolve(path.as_deref()))
    }

    /// What the environment and the command line say by themselves, which holds where files are broken.
    pub(crate) fn without_files(&self) -> Resolved {
        Config { layers: self.above.clone() }.resolve(None)
    }

    /// The nearest configuration upwards of a folder. What is found is kept for every folder on the way.
    fn of_folder(&self, folder: &Path) -> Option<Arc<Loaded>> {
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let mut on_the_way = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(loaded) = known.get(folder) {
                found = Some(Arc::clone(loaded));
                break;
            }
            on_the_way.push(folder.to_owned());
            if let Some(file) = NAMES.iter().map(|name| folder.join(name)).find(|file| is_there(file)) {
                found = Some(Arc::new(Chain::read(&file, &self.here).under(&self.above)));
                break;
            }
        }
        for folder in on_the_way {
            known.extend(found.iter().map(|loaded| (folder.clone(), Arc::clone(loaded))));
        }
        found
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        straight(&self.here.join(path))
    }
}

/// Whether something has this name: a link that leads nowhere is no configuration, and should not be taken for none.
fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok()
}

/// What a file is called in messages: by its name from the folder that sayso runs in, where it lies below that.
pub(crate) fn called(file: &Path, here: &Path) -> String {
    match file.strip_prefix(here) {
        Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Ok(below) => below.display().to_string(),
        Err(_) => file.display().to_string(),
    }
}

/// A path without `.` and `..`.
pub(crate) fn straight(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// The files that would be read as configuration for a file, whether they are there or not.
pub(crate) fn candidates(file: &Path) -> Vec<PathBuf> {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let folders = file.ancestors().skip(1);
    folders.flat_map(|folder| NAMES.iter().map(|name| folder.join(name))).collect()
}

fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// A folder of the user's by the variable that names it, else below his own.
pub(crate) fn user_folder(variable_name: &str, below_home: &str) -> Option<PathBuf> {
    // The specification has relative ones passed over.
    let named = variable(variable_name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let below_home = || variable("HOME").map(|home| Path::new(&home).join(below_home));
    Some(named.or_else(below_home)?.join("sayso"))
}

fn user_chain(here: &Path) -> Chain {
    let file = user_folder("XDG_CONFIG_HOME", ".config").map(|folder| folder.join("sayso.toml"));
    // Its patterns count from where sayso runs: the user has no other root.
    file.filter(|file| is_there(file)).map_or_else(Chain::default, |file| Chain::read(&file, here).counted_from(here))
}

fn of_environment(format: &OsString, problems: &mut Vec<Problem>) -> Option<Layer> {
    const NAME: &str = "SAYSO_OUTPUT_FORMAT";
    let format = format.to_string_lossy().into_owned();
    let formats = output_formats();
    if formats.contains(&format.as_str()) {
        let said = Said { value: format, at: Origin::named(NAME) };
        let mut layer = Layer::empty(NAME, "");
        layer.output_format = Some(said);
        return Some(layer);
    }
    let message = format!("`{format}` is no format: the formats are {}", formats.join(", "));
    problems.push(Problem { is_error: true, origin: Origin::named(NAME), message });
    None
}

/// Whether a word after `--config` is a key with a value and no file.
fn is_setting(said: &str) -> bool {
    let is_key = |key: &str| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_. \"'*/".contains(c))
    };
    said.split_once('=').is_some_and(|(key, _)| is_key(key)) && !Path::new(said).exists()
}

fn of_setting(said: &str, folder: &str, problems: &mut Vec<Problem>) -> Layer {
    let name = format!("--config '{said}'");
    let formats = output_formats();
    let read = |text: &str| parse(Text { text, name: &name, folder, is_file: false, output_formats: &formats });
    let (mut layer, mut wrong) = read(said);
    let is_right = |wrong: &[Problem]| !wrong.iter().any(|problem| problem.is_error);
    if let Some((word, list)) = quoted(said).filter(|_| !is_right(&wrong)) {
        let (word, list) = (read(&word), read(&list));
        // Of what is wrong either way it is told as what it was meant for.
        let is_list = is_right(&list.1) || (!is_right(&word.1) && word.1.iter().any(Problem::wants_list));
        let read = if is_list { list } else { word };
        if is_right(&read.1) || wrong.iter().any(Problem::is_of_no_toml) {
            (layer, wrong) = read;
        }
    }
    if let Some(Said { at, .. }) = layer.extend.take() {
        let message = "`extend` has no place on a command line: name the file itself, `--config FILE`".to_owned();
        wrong.push(Problem { is_error: true, origin: at, message });
    }
    problems.extend(wrong);
    layer
}

/// What somebody wrote without quotation marks, which a shell would take away, as a string and as a list of strings:
/// `fail-on=error`, `ignore=ANO,VAG`.
fn quoted(said: &str) -> Option<(String, String)> {
    let (key, value) = said.split_once('=')?;
    let value = value.trim();
    let is_plain = value.chars().all(|c| (c.is_ascii_graphic() || c == ' ') && !"\"'\\".contains(c));
    let words = value.trim_matches(['[', ']']).split(',').map(|word| format!("\"{}\"", word.trim()));
    let list = words.collect::<Vec<_>>().join(", ");
    (is_plain && !value.is_empty()).then(|| (format!("{key}=\"{value}\""), format!("{key}=[{list}]")))
}

pub(crate) fn message(problem: &Problem) -> Message {
    let text = problem.to_string();
    if problem.is_error { Message::error(text) } else { Message::warning(text) }
}

/// A path with `/`, as patterns have it.
fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace(std::path::MAIN_SEPARATOR, "/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_a_key_and_a_value() {
        for (said, expect) in [
            ("fail-on=error", true),
            ("rules.ANO001.severity = 'error'", true),
            ("per-file-ignores.'*.md' = ['ANO']", true),
            ("house.toml", false),
            ("=", false),
        ] {
            assert_eq!(is_setting(said), expect, "{said}");
        }
    }

    #[test]
    fn a_word_needs_no_quotation_marks() {
        for (said, expect) in [
            ("fail-on=error", &[][..]),
            ("fail-on='never'", &[]),
            ("rule-pages=https://desk.example/{code}.html", &[]),
            ("select=['ANO']", &[]),
            ("ignore=ANO,VAG001", &[]),
            ("ignore=[ANO, VAG001]", &[]),
            ("packs=wire", &[]),
            ("rules.ANO001.nouns=aide", &[]),
            (
                "fail-on=nver",
                &[
                    "--config 'fail-on=nver': `fail-on` is `nver` where `\"error\"`, `\"warning\"`, `\"info\"` or `\"never\"` is expected",
                ],
            ),
            (
                "rules.ANO001.severity=Error",
                &[
                    "--config 'rules.ANO001.severity=Error': `rules.ANO001.severity` is `Error` where `\"error\"`, `\"warning\"` \
                     or `\"info\"` is expected",
                ],
            ),
            // It may be a rule of a pack, which the files name.
            ("ignore=ANO01", &[]),
            (
                "extend=house.toml",
                &[
                    "--config 'extend=house.toml': `extend` has no place on a command line: name the file itself, `--config FILE`",
                ],
            ),
            (
                "fail-on=3",
                &[
                    "--config 'fail-on=3': `fail-on` is a whole number where `\"error\"`, `\"warning\"`, `\"info\"` or `\"never\"` is expected",
                ],
            ),
        ] {
            let mut problems = Vec::new();
            of_setting(said, "", &mut problems);
            assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), expect, "{said}");
        }
    }
}
