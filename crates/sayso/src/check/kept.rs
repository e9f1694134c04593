//! What lets findings stand from outside an article: a sidecar beside its file, a baseline, the article as it was at a revision.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use sayso_article::Article;
use sayso_check::suppress::{Baseline, FileError, Kept, KeptIn, sidecar};
use sayso_check::{Finding, SuppressedBy};

use super::revision::Revision;
use crate::args::CheckArgs;
use crate::articles::Unread;
use crate::config::files::text_of;
use crate::config::message;
use crate::message::Message;
use crate::sink::replace;

/// The baseline that a run uses or writes, and the revision that it compares with.
pub(super) struct Standing {
    /// With the folder that paths in it are counted from.
    baseline: Option<(Baseline, PathBuf)>,
    revision: Option<Revision>,
    /// What is written as a baseline, and where.
    added: Option<(PathBuf, Mutex<Added>)>,
    /// What sidecars of many articles say.
    of_many: Mutex<HashMap<PathBuf, Arc<OfMany>>>,
}

/// What is found in the articles that are checked.
#[derive(Default)]
struct Added {
    /// The files.
    files: BTreeSet<String>,
    /// By article.
    kept: BTreeMap<String, Vec<Kept>>,
}

/// The sidecar of a file of many articles.
struct OfMany {
    entries: Vec<Kept>,
    /// The articles that it names and the file has.
    met: Mutex<BTreeSet<String>>,
}

impl Standing {
    /// Reads what the command line names.
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Message> {
        let baseline = match &args.baseline {
            Some(path) => {
                let text = fs::read_to_string(path).map_err(|error| Message::cannot_read(path.display(), &error))?;
                Some((Baseline::read(&text).map_err(|error| broken(path, &error))?, folder_of(path)))
            }
            None => None,
        };
        let added = args.add_baseline.clone().map(|path| (path, Mutex::default()));
        Ok(Self { baseline, revision: args.diff_from.clone().map(Revision::of), added, of_many: Mutex::default() })
    }

    /// What lets findings of an article stand, but for what it held at the revision, and what is wrong with it. For a baseline that
    /// is written, all that is found without somebody's approval is looked for, also what stands behind something else.
    pub(super) fn kept(&self, unread: &Unread, article: &Article) -> (Vec<Kept>, Vec<Message>) {
        let (mut kept, messages) = self.beside(unread, article);
        if self.added.is_some() {
            kept.push(Kept::everything());
        } else if let Some((baseline, folder)) = &self.baseline {
            kept.extend_from_slice(baseline.of(&name_in_baseline(unread, article, folder)));
        }
        (kept, messages)
    }

    /// The article as it was at the revision; nothing where it was not there, or where no revision is named.
    pub(super) fn before(&self, unread: &Unread, article: &Article) -> Result<Option<Unread>, Message> {
        match &self.revision {
            Some(revision) if unread.file() != "-" => revision.before(unread, article),
            _ => Ok(None),
        }
    }

    /// Keeps what is found in an article, if a baseline is to be written.
    pub(super) fn add(&self, unread: &Unread, article: &Article, findings: &[Finding]) {
        let Some((path, added)) = &self.added else { return };
        let nobodys = |finding: &&Finding| {
            finding.suppressed.as_ref().is_none_or(|suppressed| suppressed.by == SuppressedBy::Baseline)
        };
        let counted: Vec<&Finding> = findings.iter().filter(nobodys).collect();
        let kept = Kept::of(article, &counted, None, KeptIn::Baseline);
        let folder = folder_of(path);
        let mut added = added.lock().unwrap_or_else(PoisonError::into_inner);
        added.files.insert(named(unread.file(), &folder));
        added.kept.entry(name_in_baseline(unread, article, &folder)).or_default().extend(kept);
    }

    /// What is wrong with sidecars of many articles.
    pub(super) fn troubles(&self) -> Vec<Message> {
        let of_many = self.of_many.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out: Vec<Message> = Vec::new();
        for sidecar in of_many.values() {
            let met = sidecar.met.lock().unwrap_or_else(PoisonError::into_inner);
            for kept in &sidecar.entries {
                let Some(article) = kept.article.as_ref().filter(|article| !met.contains(*article)) else { continue };
                let place = kept.place.as_deref().unwrap_or_default();
                out.push(Message::warning(format!("{place}: no article here is `{article}`: give the `id` of one")));
            }
        }
        out.sort_by(|one, other| one.text().cmp(other.text()));
        out
    }

    /// Writes the baseline, if one is to be written: what it says of files that were not checked stays as it is, unless they are
    /// gone. How many findings it lets stand, and where it is.
    pub(super) fn write(self) -> anyhow::Result<Option<(usize, PathBuf)>> {
        let Some((path, added)) = self.added else { return Ok(None) };
        let mut baseline = match fs::read_to_string(&path) {
            Ok(text) => Baseline::read(&text)
                .map_err(|error| anyhow::anyhow!("{}:{}: {}", path.display(), error.line, error.message))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Baseline::default(),
            Err(error) => anyhow::bail!("{}: {error}: check what it is", path.display()),
        };
        let Added { files, kept } = added.into_inner().unwrap_or_else(PoisonError::into_inner);
        let folder = folder_of(&path);
        baseline.retain(|article| file_in_baseline(article, |file| files.contains(file)).is_none());
        baseline
            .retain(|article| file_in_baseline(article, |file| file == "-" || folder.join(file).exists()).is_some());
        let count = kept.values().map(Vec::len).sum();
        for (article, kept) in kept {
            baseline.put(&article, kept);
        }
        replace(&path, baseline.write().as_bytes())?;
        Ok(Some((count, path)))
    }

    /// What the sidecar of an article's file lets stand in it, and what is wrong with it.
    fn beside(&self, unread: &Unread, article: &Article) -> (Vec<Kept>, Vec<Message>) {
        let file = Path::new(unread.file());
        match unread.format {
            _ if file == Path::new("-") => (Vec::new(), Vec::new()),
            _ if unread.is_one_of_many() => self.beside_many(file, article),
            _ => of_file(file),
        }
    }

    fn beside_many(&self, file: &Path, article: &Article) -> (Vec<Kept>, Vec<Message>) {
        let (sidecar, wrong) = self.of_many(file);
        let is_meant = |named: &String| article.id.as_ref() == Some(named) || article.url.as_ref() == Some(named);
        let mut out = Vec::new();
        for kept in &sidecar.entries {
            match &kept.article {
                None => out.push(Kept { kept_in: KeptIn::SidecarOfMany, ..kept.clone() }),
                Some(named) if is_meant(named) => {
                    sidecar.met.lock().unwrap_or_else(PoisonError::into_inner).insert(named.clone());
                    out.push(kept.clone());
                }
                Some(_) => {}
            }
        }
        (out, wrong)
    }

    /// The sidecar of a file of many articles, and, the first time that it is asked for, what is wrong with it.
    fn of_many(&self, file: &Path) -> (Arc<OfMany>, Vec<Message>) {
        let mut known = self.of_many.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sidecar) = known.get(file) {
            return (Arc::clone(sidecar), Vec::new());
        }
        let (entries, wrong) = of_file(file);
        let sidecar = Arc::new(OfMany { entries, met: Mutex::default() });
        known.insert(file.to_owned(), Arc::clone(&sidecar));
        (sidecar, wrong)
    }
}

/// What findings of an article as it was let stand in it as it is.
pub(super) fn of_before(article: &Article, findings: &[Finding]) -> Vec<Kept> {
    let all: Vec<&Finding> = findings.iter().collect();
    Kept::of(article, &all, None, KeptIn::Revision)
}

/// What the sidecar of a file lets stand, and what is wrong with it.
pub(crate) fn of_file(file: &Path) -> (Vec<Kept>, Vec<Message>) {
    let mut path = file.as_os_str().to_owned();
    path.push(sidecar::ENDING);
    let path = PathBuf::from(path);
    if fs::symlink_metadata(&path).is_err_and(|error| is_of_nothing(&error)) {
        return (Vec::new(), Vec::new());
    }
    let name = path.display().to_string();
    match text_of(&path, &name) {
        Ok(text) => {
            let (kept, problems) = sidecar::read(&text, &name);
            (kept, problems.iter().map(message).collect())
        }
        Err(message) => (Vec::new(), vec![message]),
    }
}

fn is_of_nothing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// What an article of JSON Lines is called in its file, whatever line it is on: its `id`, its address, or how it begins.
pub(super) fn name_in_file(article: &Article) -> String {
    const OPENING: usize = 64;
    let opening = || {
        let words: Vec<&str> = article.text.split_whitespace().take(OPENING).collect();
        words.join(" ").chars().take(OPENING).collect()
    };
    article.id.clone().or_else(|| article.url.clone()).unwrap_or_else(opening)
}

/// An article's name in a baseline in some folder.
fn name_in_baseline(unread: &Unread, article: &Article, folder: &Path) -> String {
    let file = named(unread.file(), folder);
    if unread.is_one_of_many() { format!("{file}#{}", name_in_file(article)) } else { file }
}

/// The file of an article that a baseline names, if it is one of those wanted.
fn file_in_baseline(article: &str, is_wanted: impl Fn(&str) -> bool) -> Option<&str> {
    // A file's name may itself have the mark.
    let of_lines = article.match_indices('#').map(|(at, _)| &article[..at]);
    std::iter::once(article).chain(of_lines).find(|file| is_wanted(file))
}

/// The folder that a file lies in.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// A file's name in a baseline: its path from the baseline's folder, the same on every system and wherever sayso runs.
fn named(path: &str, folder: &Path) -> String {
    if path == "-" {
        return path.to_owned();
    }
    let path = Path::new(path);
    let full = folder_of(path).join(path.file_name().unwrap_or_default());
    let (file, folder): (Vec<Component>, Vec<Component>) = (full.components().collect(), folder.components().collect());
    let common = file.iter().zip(&folder).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return slashed(&full);
    }
    let up = folder[common..].iter().map(|_| Component::ParentDir);
    slashed(&up.chain(file[common..].iter().copied()).collect::<PathBuf>())
}

fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    // Where a name may hold the other mark, it is a letter like others.
    if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
}

fn broken(path: &Path, error: &FileError) -> Message {
    Message::error_at(format_args!("{}:{}", path.display(), error.line), &error.message)
}
