//! An article as it was at a revision: what git has of its file, under the name that the file had then.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sayso_article::{Article, read_json_line};

use super::kept::name_in_file;
use crate::articles::{Origin, Unread};
use crate::inputs::unpacked;
use crate::message::Message;

/// A revision that a run compares with.
pub(super) struct Revision {
    /// As the user named it.
    name: String,
    /// By folder, the repository that it is in.
    repositories: Mutex<HashMap<PathBuf, Result<Arc<Repository>, Message>>>,
    /// By file of JSON Lines, its articles by their names.
    lines: Mutex<HashMap<PathBuf, Arc<Lines>>>,
}

type Lines = HashMap<String, Vec<u8>>;

/// A git repository.
struct Repository {
    top: PathBuf,
    commit: String,
    /// By its name now, what a file was called that was renamed since.
    renamed: OnceLock<HashMap<Vec<u8>, Vec<u8>>>,
}

impl Revision {
    pub(super) fn of(name: String) -> Self {
        Self { name, repositories: Mutex::default(), lines: Mutex::default() }
    }

    /// An article as it was; nothing where it was not there.
    pub(super) fn before(&self, unread: &Unread, article: &Article) -> Result<Option<Unread>, Message> {
        if unread.row.is_some() {
            return Ok(None);
        }
        let path = Path::new(unread.file());
        let bytes = match unread.origin {
            Origin::File(_) => self.bytes(path)?,
            Origin::Line => self.lines(path)?.get(&name_in_file(article)).cloned(),
            // Nobody drafts in a feed or a web archive.
            Origin::Record(_) => None,
        };
        Ok(bytes.map(|bytes| unread.with(bytes)))
    }

    fn lines(&self, path: &Path) -> Result<Arc<Lines>, Message> {
        let mut known = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lines) = known.get(path) {
            return Ok(Arc::clone(lines));
        }
        let bytes = self.bytes(path)?.unwrap_or_default();
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
        let named = lines.filter_map(|line| Some((name_in_file(&read_json_line(line, None).ok()?), line.to_vec())));
        let lines = Arc::new(named.collect());
        known.insert(path.to_owned(), Arc::clone(&lines));
        Ok(lines)
    }

    /// A file's bytes, unpacked; nothing where it was not there.
    fn bytes(&self, path: &Path) -> Result<Option<Vec<u8>>, Message> {
        // A link is no article: what it leads to is.
        let file = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let repository = self.repository(folder, path)?;
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let file = folder.join(file.file_name().unwrap_or_default());
        let Ok(name) = file.strip_prefix(&repository.top) else { return Ok(None) };
        let name = name.as_os_str().as_encoded_bytes();
        let name = if cfg!(windows) {
            name.iter().map(|b| if *b == b'\\' { b'/' } else { *b }).collect()
        } else {
            name.to_vec()
        };
        if let Some(bytes) = repository.blob(&name)? {
            return Ok(Some(unpacked(bytes)));
        }
        let Some(old) = repository.renamed()?.get(&name) else { return Ok(None) };
        Ok(repository.blob(old)?.map(unpacked))
    }

    fn repository(&self, folder: &Path, path: &Path) -> Result<Arc<Repository>, Message> {
        let mut known = self.repositories.lock().unwrap_or_else(PoisonError::into_inner);
        let repository = known.entry(folder.to_owned()).or_insert_with(|| self.find(folder, path).map(Arc::new));
        repository.clone()
    }

    fn find(&self, folder: &Path, path: &Path) -> Result<Repository, Message> {
        let top = git(folder, &["rev-parse", "--show-toplevel"])?;
        if !top.status.success() {
            let said = String::from_utf8_lossy(&top.stderr).lines().next().unwrap_or_default().to_owned();
            let what = if said.contains("not a git repository") {
                "`--diff-from` compares with what git has, and this lies in no git repository: use `--baseline`"
                    .to_owned()
            } else {
                format!("`--diff-from` asks git, which says: {}", said.trim_end_matches('.'))
            };
            return Err(Message::error_at(path.display(), what));
        }
        let top = PathBuf::from(String::from_utf8_lossy(&top.stdout).trim_end_matches(['\n', '\r']));
        let revision = format!("{}^{{commit}}", self.name);
        let commit = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &revision])?;
        if !commit.status.success() {
            let what = format!("`--diff-from {}` is no revision of the git repository here: see `git log`", self.name);
            return Err(Message::error_at(path.display(), what));
        }
        Ok(Repository {
            top: fs::canonicalize(&top).unwrap_or(top),
            commit: String::from_utf8_lossy(&commit.stdout).trim().to_owned(),
            renamed: OnceLock::new(),
        })
    }
}

impl Repository {
    /// What a file held; nothing where it was not there.
    fn blob(&self, name: &[u8]) -> Result<Option<Vec<u8>>, Message> {
        let mut object = OsString::from(format!("{}:", self.commit));
        object.push(os_str(name));
        let shown = git(&self.top, &[OsStr::new("cat-file"), OsStr::new("blob"), &object])?;
        Ok(shown.status.success().then_some(shown.stdout))
    }

    fn renamed(&self) -> Result<&HashMap<Vec<u8>, Vec<u8>>, Message> {
        if let Some(renamed) = self.renamed.get() {
            return Ok(renamed);
        }
        let args = ["diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", &self.commit, "--"];
        let listed = git(&self.top, &args)?.stdout;
        let fields: Vec<&[u8]> = listed.split(|byte| *byte == 0).collect();
        // How alike, the old name, the new one.
        let renamed = fields.chunks_exact(3).map(|fields| (fields[2].to_vec(), fields[1].to_vec())).collect();
        Ok(self.renamed.get_or_init(|| renamed))
    }
}

fn git(folder: &Path, args: &[impl AsRef<OsStr>]) -> Result<Output, Message> {
    let run = Command::new("git").arg("-C").arg(folder).args(args).output();
    run.map_err(|error| Message::error(format!("`--diff-from` asks git, which cannot be started: {error}")))
}

#[cfg(unix)]
fn os_str(name: &[u8]) -> OsString {
    <OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(name).to_owned()
}

#[cfg(not(unix))]
fn os_str(name: &[u8]) -> OsString {
    String::from_utf8_lossy(name).into_owned().into()
}
