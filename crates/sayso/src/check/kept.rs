//! What lets findings stand from outside an article: a sidecar beside its file, a baseline, the article as it was at a revision.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use sayso_article::Article;
use sayso_check::Finding;
use sayso_check::suppress::{Baseline, FileError, Kept, KeptIn, sidecar};

use crate::args::CheckArgs;
use crate::articles::Unread;
use crate::config::files::text_of;
use crate::config::message;
use crate::message::Message;
use crate::sink::replace;

/// The baseline that a run uses or writes, and the revision that it compares with.
pub(super) struct Standing {
    baseline: Baseline,
    revision: Option<String>,
    /// What is written as a baseline, and where.
    added: Option<(PathBuf, Mutex<Added>)>,
}

/// By article, what was found in it.
type Added = BTreeMap<String, Vec<Kept>>;

impl Standing {
    /// Reads what the command line names.
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Message> {
        let baseline = match &args.baseline {
            Some(path) => {
                let text = fs::read_to_string(path).map_err(|error| Message::cannot_read(path.display(), &error))?;
                Baseline::read(&text).map_err(|error| broken(path, &error))?
            }
            None => Baseline::default(),
        };
        let added = args.add_baseline.clone().map(|path| (path, Mutex::default()));
        Ok(Self { baseline, revision: args.diff_from.clone(), added })
    }

    /// What lets findings of an article stand, but for what it held at the revision, and what is wrong with it.
    pub(super) fn kept(&self, unread: &Unread) -> (Vec<Kept>, Vec<Message>) {
        let (mut kept, messages) = beside(unread);
        kept.extend_from_slice(self.baseline.of(&named(&unread.path)));
        (kept, messages)
    }

    /// The article as it was at the revision; nothing where it was not there, or where no revision is named.
    pub(super) fn before(&self, unread: &Unread) -> Result<Option<Unread>, Message> {
        let Some(revision) = self.revision.as_deref().filter(|_| unread.format.is_some() && unread.path != "-") else {
            return Ok(None);
        };
        let bytes = at_revision(Path::new(&unread.path), revision)?;
        Ok(bytes.map(|bytes| Unread { path: unread.path.clone(), format: unread.format, bytes }))
    }

    /// Keeps what is found in an article, if a baseline is to be written.
    pub(super) fn add(&self, path: &str, article: &Article, findings: &[Finding]) {
        let Some((_, added)) = &self.added else { return };
        let counted: Vec<&Finding> = findings.iter().filter(|finding| finding.suppressed.is_none()).collect();
        let kept = Kept::of(article, &counted, None, KeptIn::Baseline);
        added.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(named(path), kept);
    }

    /// Writes the baseline, if one is to be written: what it says of articles that were not checked stays as it is. How many
    /// findings it lets stand, and where it is.
    pub(super) fn write(self) -> anyhow::Result<Option<(usize, PathBuf)>> {
        let Some((path, added)) = self.added else { return Ok(None) };
        let mut baseline = match fs::read_to_string(&path) {
            Ok(text) => Baseline::read(&text)
                .map_err(|error| anyhow::anyhow!("{}:{}: {}", path.display(), error.line, error.message))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Baseline::default(),
            Err(error) => anyhow::bail!("{}: {error}: check what it is", path.display()),
        };
        let added = added.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let count = added.values().map(Vec::len).sum();
        for (article, kept) in added {
            baseline.put(&article, kept);
        }
        replace(&path, baseline.write().as_bytes())?;
        Ok(Some((count, path)))
    }
}

/// What findings of an article as it was let stand in it as it is.
pub(super) fn of_before(article: &Article, findings: &[Finding]) -> Vec<Kept> {
    let all: Vec<&Finding> = findings.iter().collect();
    Kept::of(article, &all, None, KeptIn::Baseline)
}

/// What the sidecar of an article's file lets stand, and what is wrong with it.
fn beside(unread: &Unread) -> (Vec<Kept>, Vec<Message>) {
    if unread.format.is_none() || unread.path == "-" {
        return (Vec::new(), Vec::new());
    }
    of_file(Path::new(&unread.path))
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

/// An article's name in a baseline: the same on every system.
fn named(path: &str) -> String {
    // Where a name may hold it, it is a letter like others.
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    path.strip_prefix("./").map_or(path.clone(), str::to_owned)
}

fn broken(path: &Path, error: &FileError) -> Message {
    Message::error_at(format_args!("{}:{}", path.display(), error.line), &error.message)
}

/// A file's bytes at a revision of the repository that it is in; nothing where it was not there.
fn at_revision(path: &Path, revision: &str) -> Result<Option<Vec<u8>>, Message> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let git = |args: &[&str]| {
        let run = Command::new("git").arg("-C").arg(folder).args(args).output();
        run.map_err(|error| Message::error(format!("`--diff-from` asks git, which cannot be started: {error}")))
    };
    let known = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])?;
    if !known.status.success() {
        let what = format!("`--diff-from {revision}` is no revision of a git repository here: see `git log`");
        return Err(Message::error_at(path.display(), what));
    }
    let commit = String::from_utf8_lossy(&known.stdout).trim().to_owned();
    let shown = git(&["show", &format!("{commit}:./{name}")])?;
    Ok(shown.status.success().then_some(shown.stdout))
}
