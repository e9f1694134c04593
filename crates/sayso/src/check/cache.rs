//! What was found in an article, kept for as long as the article, what holds for it and sayso are the same. Reading is what
//! takes time.
//!
//! An entry is a file named by the hash of all that it follows from. It opens with the hash of what it holds, so that a damaged
//! one is passed over. Trouble with the cache costs time and nothing else, so nothing is said of it.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sayso_check::suppress::Kept as Let;
use sayso_check::{Category, Finding, Fix, Related, Settings, Severity, Suppressed, SuppressedBy};
use sayso_text::Span;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::args::CheckArgs;
use crate::articles::Unread;
use crate::config::user_folder;
use crate::message::Message;

/// What reading and checking an article gave.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) notes: Vec<Note>,
    pub(super) findings: Vec<Finding>,
}

/// What the reading says of its article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note {
    pub(super) message: String,
    pub(super) lost: bool,
    /// The line and the column that it is about.
    pub(super) at: Option<[usize; 2]>,
}

impl Note {
    /// For the error output, of an article of some name.
    pub(super) fn message(&self, path: &str) -> Message {
        let path = self.at.map_or(path.to_owned(), |[line, column]| format!("{path}:{line}:{column}"));
        Message::of_note(&path, &self.message, self.lost)
    }
}

/// A folder of entries.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    /// What every entry of this run follows from.
    common: Sha256,
}

impl Cache {
    /// The user's, unless it is not wanted or there is no place for it.
    pub(super) fn of(args: &CheckArgs) -> Option<Self> {
        let folder = user_folder("XDG_CACHE_HOME", ".cache").filter(|_| !args.no_cache)?.join("check-1");
        let mut common = Sha256::new();
        for part in [env!("CARGO_PKG_VERSION"), &program(), args.published.as_deref().unwrap_or_default()] {
            common.update(part);
            common.update([0]);
        }
        Some(Self { folder, common })
    }

    /// What an article's entry is called.
    pub(super) fn key(&self, unread: &Unread, settings: &Settings, kept: &[Let]) -> String {
        let mut hash = self.common.clone();
        // What it is written as follows from all that it holds, in a fixed order.
        hash.update(format!("{:?}\0{settings:?}\0{kept:?}\0", unread.origin));
        hash.update(&unread.bytes);
        hex(&hash.finalize())
    }

    /// What is kept under a name, if it is whole and fits the text.
    pub(super) fn get(&self, key: &str, text: &str) -> Option<Entry> {
        let file = fs::read_to_string(self.place(key)).ok()?;
        let (sum, json) = file.split_once('\n')?;
        let kept: Kept = (sum == hex(&Sha256::digest(json))).then(|| serde_json::from_str(json).ok())??;
        let findings = kept.findings.into_iter().map(|finding| finding.unpack(text)).collect::<Option<_>>()?;
        Some(Entry { notes: kept.notes, findings })
    }

    /// Keeps an entry, whole or not at all.
    pub(super) fn put(&self, key: &str, entry: &Entry) {
        let findings = entry.findings.iter().map(KeptFinding::pack).collect();
        let kept = Kept { notes: entry.notes.clone(), findings };
        let _ = serde_json::to_string(&kept).map_err(std::io::Error::from).and_then(|json| self.write(key, &json));
    }

    fn write(&self, key: &str, json: &str) -> std::io::Result<()> {
        let place = self.place(key);
        let folder = place.parent().unwrap_or(Path::new("."));
        // A draft's words are nobody else's to read: the folder is the user's, and so is the file as `tempfile` makes it.
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        writeln!(file, "{}", hex(&Sha256::digest(json)))?;
        file.write_all(json.as_bytes())?;
        file.persist(place)?;
        Ok(())
    }

    /// In one of 256 folders, since some file systems are slow where one holds very many.
    fn place(&self, key: &str) -> PathBuf {
        self.folder.join(&key[..2]).join(&key[2..])
    }
}

/// This very build: its rules may be others than those of another one of the same version.
fn program() -> String {
    let meta = env::current_exe().and_then(fs::metadata).ok();
    let built = meta.as_ref().and_then(|meta| meta.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{:?} {built:?}", meta.map(|meta| meta.len()))
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string never fails.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// An entry as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    notes: Vec<Note>,
    findings: Vec<KeptFinding>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    name: String,
    category: String,
    severity: String,
    span: [usize; 2],
    message: String,
    related: Vec<([usize; 2], String)>,
    help: String,
    fix: Option<([usize; 2], String)>,
    suppressed: Option<(Option<String>, KeptBy)>,
}

#[derive(Debug, Serialize, Deserialize)]
enum KeptBy {
    Comment([usize; 2]),
    Sidecar,
    Baseline,
    Revision,
}

const CATEGORIES: [Category; 4] = [Category::Correctness, Category::Suspicious, Category::Style, Category::Pedantic];

fn pack_span(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

fn unpack_span([start, end]: [usize; 2], text: &str) -> Option<Span> {
    text.get(start..end).map(|_| Span { start, end })
}

impl KeptFinding {
    fn pack(finding: &Finding) -> Self {
        let suppressed = finding.suppressed.as_ref().map(|Suppressed { reason, by }| {
            let by = match by {
                SuppressedBy::Comment(span) => KeptBy::Comment(pack_span(*span)),
                SuppressedBy::Sidecar => KeptBy::Sidecar,
                SuppressedBy::Baseline => KeptBy::Baseline,
                SuppressedBy::Revision => KeptBy::Revision,
            };
            (reason.clone(), by)
        });
        Self {
            code: finding.code.clone(),
            name: finding.name.clone(),
            category: finding.category.name().to_owned(),
            severity: finding.severity.name().to_owned(),
            span: pack_span(finding.span),
            message: finding.message.clone(),
            related: finding.related.iter().map(|related| (pack_span(related.span), related.message.clone())).collect(),
            help: finding.help.clone(),
            fix: finding.fix.as_ref().map(|fix| (pack_span(fix.span), fix.text.clone())),
            suppressed,
        }
    }

    fn unpack(self, text: &str) -> Option<Finding> {
        let related = |(span, message)| Some(Related { span: unpack_span(span, text)?, message });
        let fix = match self.fix {
            Some((span, with)) => Some(Fix { span: unpack_span(span, text)?, text: with }),
            None => None,
        };
        let suppressed = match self.suppressed {
            Some((reason, by)) => {
                let by = match by {
                    KeptBy::Comment(span) => SuppressedBy::Comment(unpack_span(span, text)?),
                    KeptBy::Sidecar => SuppressedBy::Sidecar,
                    KeptBy::Baseline => SuppressedBy::Baseline,
                    KeptBy::Revision => SuppressedBy::Revision,
                };
                Some(Suppressed { reason, by })
            }
            None => None,
        };
        Some(Finding {
            code: self.code,
            name: self.name,
            category: CATEGORIES.into_iter().find(|category| category.name() == self.category)?,
            severity: Severity::ALL.into_iter().find(|severity| severity.name() == self.severity)?,
            span: unpack_span(self.span, text)?,
            message: self.message,
            related: self.related.into_iter().map(related).collect::<Option<_>>()?,
            help: self.help,
            fix,
            suppressed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“Ås,” officials said.";

    fn entry() -> Entry {
        let finding = Finding {
            code: "ANO001".to_owned(),
            name: "bare-source".to_owned(),
            category: Category::Correctness,
            severity: Severity::Warning,
            span: Span::new(11, 20),
            message: "“officials” names no office".to_owned(),
            related: vec![Related { span: Span::new(0, 10), message: "what they say".to_owned() }],
            help: "Say which".to_owned(),
            fix: Some(Fix { span: Span::new(26, 26), text: "\n".to_owned() }),
            suppressed: Some(Suppressed { reason: None, by: SuppressedBy::Comment(Span::new(0, 3)) }),
        };
        let bare = Finding { related: Vec::new(), fix: None, suppressed: None, ..finding.clone() };
        Entry {
            notes: vec![Note { message: "cut".to_owned(), lost: true, at: Some([1, 2]) }],
            findings: vec![finding, bare],
        }
    }

    fn kept() -> (tempfile::TempDir, Cache, String) {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache { folder: folder.path().join("deep/er"), common: Sha256::new() };
        let key = hex(&Sha256::digest("a"));
        cache.put(&key, &entry());
        (folder, cache, key)
    }

    #[test]
    fn what_is_put_comes_back() {
        let (_folder, cache, key) = kept();
        assert_eq!(cache.get(&key, TEXT), Some(entry()));
        assert_eq!(cache.get(&hex(&Sha256::digest("b")), TEXT), None);
    }

    #[test]
    fn what_is_damaged_or_does_not_fit_is_passed_over() {
        let (_folder, cache, key) = kept();
        // Nor does a span within a letter.
        for text in ["", "short", &TEXT.replace("Ås", "éÅ")] {
            assert!(
                cache
                    .get(&key, text)
                    .is_none_or(|entry| entry.findings.iter().all(|f| text.get(f.span.start..f.span.end).is_some()))
            );
        }
        assert_eq!(cache.get(&key, ""), None);
        let whole = fs::read(cache.place(&key)).unwrap();
        for cut in [0, 1, 64, 65, 80, whole.len() - 1] {
            fs::write(cache.place(&key), &whole[..cut]).unwrap();
            assert_eq!(cache.get(&key, TEXT), None, "{cut}");
        }
        let mut changed = whole.clone();
        changed[100] ^= 1;
        fs::write(cache.place(&key), &changed).unwrap();
        assert_eq!(cache.get(&key, TEXT), None);
        fs::write(cache.place(&key), &whole).unwrap();
        assert_eq!(cache.get(&key, TEXT), Some(entry()));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, cache, key) = kept();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o077;
        assert_eq!((mode(&cache.place(&key)), mode(&cache.folder)), (0, 0));
    }
}
