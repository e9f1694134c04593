//! `sayso check`: inputs → articles → readings → findings → a report.

mod cache;
mod earlier;
mod fix;
pub(crate) mod kept;
mod revision;
mod watch;

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use anyhow::bail;
use sayso_article::Article;
use sayso_check::config::{FailOn, Resolved};
use sayso_check::suppress::Kept;
use sayso_check::{Earlier, Finding, Settings};
use sayso_reading::Reader;
use sayso_report::{About, Checked, Format, InFile, Report};
use sayso_text::Note;

use crate::Outcome;
use crate::archive::each;
use crate::args::{CheckArgs, jobs, width};
use crate::articles::{Articles, Made, Unread};
use crate::check::cache::{Cache, Entry};
use crate::check::earlier::Archives;
use crate::check::fix::Fixed;
use crate::check::kept::Standing;
use crate::check::watch::Stamp;
use crate::config::{Configs, Loaded};
use crate::message::Message;
use crate::packs;
use crate::paths::{self, Folders, Source};
use crate::progress::Progress;
use crate::sink::{Inputs, Sink};

/// Checks everything that was named, once or again and again.
pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let mut session = Session::default();
    if args.watch { watch::run(args, &mut session) } else { once(args, &mut session) }
}

/// What one run leaves to the next.
#[derive(Default)]
struct Session {
    reader: OnceLock<Reader>,
    /// The configurations and packs that were read, as they were then: before anything was written of what they gave.
    configs: BTreeMap<PathBuf, Stamp>,
}

fn once(args: &CheckArgs, session: &mut Session) -> anyhow::Result<Outcome> {
    let configs = match Configs::of(&args.config, args.config.flags(args.output_format.as_ref())) {
        Ok(configs) => configs,
        Err(problems) => {
            problems.iter().for_each(Message::print);
            return Ok(Outcome::Partly);
        }
    };
    let sources = sources(args);
    let reads_stdin = sources.iter().any(|source| matches!(source, Source::Stdin { .. }));
    if args.fix && reads_stdin {
        bail!("`--fix` cannot change standard input: name a file, or use `--diff`");
    }
    if args.stdin_filename.is_some() && !reads_stdin {
        bail!(
            "`--stdin-filename` names standard input, which is not read where files are named: name `-` too, or take it out"
        );
    }
    let mut sink = Sink::open(args.output.as_deref(), &Inputs::of(&sources))?;
    if args.show_files {
        return show_files(sources, sink);
    }
    let standing = match Standing::of(args) {
        Ok(standing) => standing,
        Err(message) => {
            message.print();
            return Ok(Outcome::Partly);
        }
    };
    let checker = Checker {
        args,
        configs,
        reader: &session.reader,
        cache: Cache::of(args),
        standing,
        archives: Archives::default(),
    };
    let articles = Articles {
        sources,
        format: args.input_format.map(Into::into),
        jobs: jobs(args.jobs),
        shares_screen: args.output.is_none() && io::stdout().is_terminal(),
    };
    // An archive holds many.
    let files = articles.sources.iter().map(|source| match source {
        Source::Missing(_) => 0,
        Source::File(path) if each::is_database(path) => 2,
        Source::File(_) | Source::Stdin { .. } | Source::Web { .. } => 1,
    });
    let files = files.sum();
    let format = checker.format(files);
    let mut report = checker.report(format);
    let mut run = Run { outcome: Outcome::All, told: HashSet::new(), trouble: Vec::new(), unchecked: Vec::new() };
    let is_report = !args.statistics && !args.diff && args.add_baseline.is_none();
    if is_report {
        sink.write(&report.begin())?;
    }
    let read = articles.each(
        |unread| checker.check(&unread),
        |result, progress, before| {
            let Loaded { files, packs, .. } = &*result.loaded;
            for file in files.iter().map(PathBuf::from).chain(packs.iter().cloned()) {
                session.configs.entry(file).or_insert_with_key(|file| watch::stamp(file));
            }
            if run.tell_of(&result.loaded, progress) {
                report.learn(checker.pack_rules(&result.loaded));
            }
            let Some(judged) = result.judged else {
                report.unchecked();
                if result.loaded.is_broken() {
                    run.unchecked.push(result.path);
                }
                return Ok(());
            };
            if !args.diff {
                run.judge(&judged);
            }
            let Judged { path, in_file, article, findings, .. } = &judged;
            let piece = report.article(&Checked { path, in_file: *in_file, article, findings });
            if is_report {
                let written = sink.write(&piece).and_then(|()| sink.flush());
                if written.as_ref().is_err_and(crate::is_broken_pipe) {
                    // Nobody reads on, but whoever started the run is still told what it had come to.
                    std::process::exit(verdict(args, run.outcome).max(before).status());
                }
                written?;
            }
            if let Some(diff) = judged.diff.filter(|_| args.diff) {
                run.outcome = run.outcome.max(Outcome::Findings);
                sink.write(&diff)?;
            }
            Ok(())
        },
    )?;
    checker.standing.troubles().iter().for_each(Message::print);
    for told in read.trouble.into_iter().chain(run.trouble) {
        report.trouble(told);
    }
    for article in &run.unchecked {
        report.trouble(format!("{article}: not checked, since its configuration is broken"));
    }
    unchecked(&run.unchecked).iter().for_each(Message::print);
    if is_report {
        sink.write(&report.end())?;
    }
    if args.statistics {
        let statistics = report.statistics();
        sink.write(&if format == Format::Json { statistics.json() } else { statistics.table() })?;
    }
    if let Some((count, path)) = checker.standing.write()? {
        let findings = if count == 1 { "finding is" } else { "findings are" };
        Message::note(format!("{}: {count} {findings} let stand from now on", path.display())).print();
    }
    sink.finish()?;
    Ok(verdict(args, run.outcome).max(read.outcome))
}

/// What is said of articles that broken configurations leave unchecked: the names of a few.
fn unchecked(articles: &[String]) -> Option<Message> {
    const SOME: usize = 3;
    let names = articles.iter().take(SOME).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = articles.len().saturating_sub(SOME);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let told = format!("not checked, since their configuration is broken: {names}{more}");
    (!articles.is_empty()).then(|| Message::error(told))
}

/// What findings make of a run.
fn verdict(args: &CheckArgs, outcome: Outcome) -> Outcome {
    if args.exit_zero || args.add_baseline.is_some() { outcome.forgiven() } else { outcome }
}

impl Outcome {
    /// Whatever was found.
    fn forgiven(self) -> Self {
        if self == Outcome::Findings { Outcome::All } else { self }
    }
}

/// The files to check.
fn sources(args: &CheckArgs) -> Vec<Source> {
    let stdin = [PathBuf::from("-")];
    let here = [PathBuf::from(".")];
    let is_stdin = args.stdin_filename.is_some() || is_piped_in();
    let named = match () {
        () if !args.paths.is_empty() => args.paths.as_slice(),
        () if is_stdin => &stdin,
        () => &here,
    };
    let folders = if args.force_exclude { Folders::ForceIgnored } else { Folders::WithoutIgnored };
    let mut sources = paths::once(paths::sources(named, folders));
    for source in &mut sources {
        if let (Source::Stdin { name }, Some(said)) = (source, &args.stdin_filename) {
            *name = said.to_string_lossy().into_owned();
        }
    }
    sources
}

/// Whether standard input is something to read. One that is neither a terminal nor anything else, as programs are started
/// without one, is not.
#[cfg(unix)]
fn is_piped_in() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    let kind = io::stdin().as_fd().try_clone_to_owned().and_then(|stdin| File::from(stdin).metadata());
    kind.is_ok_and(|meta| meta.file_type().is_fifo() || meta.file_type().is_socket() || meta.is_file())
}

#[cfg(not(unix))]
fn is_piped_in() -> bool {
    !io::stdin().is_terminal()
}

fn show_files(sources: Vec<Source>, mut sink: Sink) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::All;
    for source in sources {
        match source {
            Source::Stdin { name } => sink.write(&format!("{name}\n"))?,
            Source::File(path) => sink.write(&format!("{}\n", path.display()))?,
            Source::Web { address, .. } => sink.write(&format!("{address}\n"))?,
            Source::Missing(message) => {
                message.print();
                outcome = if message.is_error() { Outcome::Partly } else { outcome };
            }
        }
    }
    sink.finish()?;
    Ok(outcome)
}

/// What all articles of a run have come to so far.
struct Run {
    outcome: Outcome,
    /// The configurations that were met.
    told: HashSet<Vec<String>>,
    /// What is wrong with them so that nothing could be checked.
    trouble: Vec<String>,
    /// The articles that were not checked for that.
    unchecked: Vec<String>,
}

impl Run {
    /// Says once what is wrong with a configuration. Whether it was not met before.
    fn tell_of(&mut self, loaded: &Loaded, progress: &Progress) -> bool {
        let is_new = self.told.insert(loaded.files.clone());
        if is_new {
            loaded.problems.iter().for_each(|problem| progress.print(problem));
            let errors = loaded.problems.iter().filter(|problem| problem.is_error());
            self.trouble.extend(errors.map(|problem| problem.text().to_owned()));
        }
        if loaded.is_broken() || loaded.problems.iter().any(Message::is_error) {
            self.outcome = Outcome::Partly;
        }
        is_new
    }

    fn judge(&mut self, judged: &Judged) {
        let mut counted = judged.findings.iter().filter(|finding| finding.suppressed.is_none());
        if counted.any(|finding| judged.fail_on.fails(finding.severity)) {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
    }
}

/// What was made of one article.
struct Checking {
    path: String,
    loaded: Arc<Loaded>,
    /// Nothing where its configuration is broken, or where nothing of it could be read.
    judged: Option<Judged>,
}

/// An article and what was found in it.
struct Judged {
    path: String,
    in_file: InFile,
    article: Article,
    findings: Vec<Finding>,
    fail_on: FailOn,
    diff: Option<String>,
}

struct Checker<'a> {
    args: &'a CheckArgs,
    configs: Configs,
    reader: &'a OnceLock<Reader>,
    cache: Option<Cache>,
    standing: Standing,
    archives: Archives,
}

/// What a reading's doubt is about that leaves an article unchecked, wholly or in part.
const UNCHECKED: &[&str] = &["not-english", "too-deep", "nul", "comment-in-page", "unclosed-comment"];

impl Checker<'_> {
    /// What the configuration says that holds in the folder in which sayso runs: one report has one format.
    fn here(&self) -> Resolved {
        let here = self.configs.resolve(&self.configs.of_file(None), None);
        here.unwrap_or_else(|| self.configs.without_files())
    }

    fn format(&self, files: usize) -> Format {
        let named = self.here().output_format;
        self.args.format(named.as_ref().map(|held| held.value.as_str()), files)
    }

    /// The rules of the packs that a configuration names.
    fn pack_rules(&self, loaded: &Loaded) -> Vec<About> {
        let resolved = self.configs.resolve(loaded, None);
        let held = resolved.iter().flat_map(|resolved| &resolved.settings.packs);
        held.flat_map(|held| &held.pack.rules).map(|rule| packs::about(rule, loaded.files.first())).collect()
    }

    fn report(&self, format: Format) -> Report {
        let pages = self.here().rule_pages.map(|held| held.value.pattern());
        let color = self.args.color.is_wanted(self.args.output.is_none());
        let width = width(self.args.width, sayso_report::Options::default().width);
        let report = Report::new(format, sayso_report::Options { width, color });
        match pages {
            Some(pages) => report.rules_at(pages),
            None => report,
        }
    }

    fn check(&self, unread: &Unread) -> Result<Made<Checking>, Message> {
        let file = Some(unread.file()).filter(|file| *file != "-").map(Path::new);
        let loaded = self.configs.of_file(file);
        let Some(resolved) = self.configs.resolve(&loaded, file) else {
            let result = Checking { path: unread.path.clone(), loaded, judged: None };
            return Ok(Made { messages: Vec::new(), result });
        };
        let article = self.article(unread)?;
        let (mut kept, mut messages) = self.standing.kept(unread, &article);
        if let Some(before) = self.standing.before(unread, &article)? {
            let article = self.article(&before)?;
            let entry = self.entry(&before, &article, &resolved.settings, &[Kept::everything()])?;
            kept.extend(kept::of_before(&article, &entry.findings));
        }
        let entry = self.entry(unread, &article, &resolved.settings, &kept)?;
        let read = |unread: &Unread| {
            let article = self.article(unread)?;
            Ok((self.entry(unread, &article, &resolved.settings, &kept)?, article))
        };
        let fixed = if self.args.fix || self.args.diff {
            messages.extend(fix::cannot(unread, &article, &entry.findings));
            fix::fix(unread, &article, &entry.findings, read)?
        } else {
            None
        };
        let (entry, article, diff) = match fixed {
            None => (entry, article, None),
            Some(Fixed { entry, article, count, text }) if self.args.fix => match fix::write(unread, &text) {
                Ok(()) => {
                    messages.push(Message::note(format!("{}: mended: {count}", unread.path)));
                    (entry, article, None)
                }
                Err(message) => {
                    messages.push(message);
                    read(unread).map(|(entry, article)| (entry, article, None))?
                }
            },
            Some(fixed) => {
                let diff = fix::diff(&unread.path, &article.text, &fixed.text);
                (entry, article, Some(diff))
            }
        };
        messages.extend(entry.notes.iter().map(|note| note.message(&unread.path)));
        if article.text.is_empty() && messages.iter().any(Message::is_error) {
            // Nothing of it was read, so that nothing can be said of it.
            return Ok(Made { messages, result: Checking { path: unread.path.clone(), loaded, judged: None } });
        }
        let (path, fail_on) = (unread.path.clone(), resolved.fail_on.value);
        self.standing.add(unread, &article, &entry.findings);
        let judged = Judged { path, in_file: unread.in_file(), article, findings: entry.findings, fail_on, diff };
        Ok(Made { messages, result: Checking { path: unread.path.clone(), loaded, judged: Some(judged) } })
    }

    fn article(&self, unread: &Unread) -> Result<Article, Message> {
        let mut article = unread.article()?;
        if self.args.published.is_some() {
            article.published.clone_from(&self.args.published);
        }
        Ok(article)
    }

    /// What is found in an article: as it was found before, or by reading it.
    fn entry(&self, unread: &Unread, article: &Article, settings: &Settings, kept: &[Kept]) -> Result<Entry, Message> {
        let row = unread.row.filter(|_| settings.asks_of_archives());
        // What follows from all of an archive does not hold for as long as the article is the same.
        let cache = self.cache.as_ref().filter(|_| row.is_none());
        let key = cache.map(|cache| cache.key(unread, settings, kept));
        let known = cache.zip(key.as_ref()).and_then(|(cache, key)| cache.get(key, &article.text));
        if let Some(entry) = known {
            return Ok(entry);
        }
        let earlier = match row {
            Some(row) => self.archives.before(Path::new(unread.file()), row, article)?,
            None => Earlier::default(),
        };
        let reading = self.reader.get_or_init(Reader::new).read(article.clone());
        let said = reading.notes.iter().filter(|note| note.lost || UNCHECKED.contains(&note.code));
        let is_whole = unread.in_file() == InFile::Whole;
        let at = |note: &Note| note.span.filter(|_| is_whole).map(|span| place(&article.text, span.start));
        let notes =
            said.map(|note| cache::Note { message: note.message.clone(), lost: note.lost, at: at(note) }).collect();
        let entry = Entry { notes, findings: sayso_check::check_after(&reading, &earlier, settings, kept) };
        if let Some((cache, key)) = cache.zip(key.as_ref()) {
            cache.put(key, &entry);
        }
        Ok(entry)
    }
}

/// The line and the column of a byte, from 1.
fn place(text: &str, at: usize) -> [usize; 2] {
    let before = &text[..at];
    let line_start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let lines = before.matches('\n').count() + before.matches('\r').count() - before.matches("\r\n").count();
    [lines + 1, before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1]
}
