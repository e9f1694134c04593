//! `sayso export`: an archive → files in the formats of the field.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, bail};
use sayso_archive::{Archive, Clipping, Places};
use sayso_export::{Cited, Copied, Export, Exported, Format, Part, Stated};
use sayso_lineage::claim::Matcher;

use super::{of, open, trace};
use crate::Outcome;
use crate::args::{ExportArgs, ExportFormat, named};
use crate::folder::Folder;
use crate::message::Message;
use crate::sink::{Inputs, Sink};

/// Formats that know claims.
const WITH_CLAIMS: [Format; 3] = [Format::ProvTurtle, Format::ProvJson, Format::SchemaOrg];

/// Exports an archive.
pub(crate) fn run(args: &ExportArgs) -> anyhow::Result<Outcome> {
    let format = args.format.of_articles();
    if !args.trace.is_empty() && !format.is_some_and(|format| WITH_CLAIMS.contains(&format)) {
        let known = WITH_CLAIMS.map(|format| format!("`{}`", format.name())).join(", ");
        bail!("`--format {}` has no claims: leave `--trace` out, or choose one of {known}", named(&args.format));
    }
    let archive = open(&args.archive)?;
    let output = args.output.as_deref();
    if format.is_some_and(|format| format.file().is_some()) {
        to_a_file(args, &archive, Sink::open(output, &Inputs::only(&args.archive))?)?;
    } else {
        let Some(path) = output.filter(|path| *path != Path::new("-")) else {
            bail!("`--format {}` writes several files: say with `-o` into which folder", named(&args.format));
        };
        to_a_folder(args, &archive, Folder::open(path)?)?;
    }
    Ok(Outcome::All)
}

fn to_a_file(args: &ExportArgs, archive: &Archive, sink: Sink) -> anyhow::Result<()> {
    let trouble = sink.trouble();
    let shared = Arc::new(Mutex::new(sink));
    let stream = Shared(Arc::clone(&shared));
    let open = move |_: &str| Ok(Box::new(stream.clone()) as Box<dyn Write + Send>);
    write(args, archive, Box::new(open), &trouble)?;
    // All that wrote into it is gone.
    let sink = Arc::into_inner(shared).context("the output is still being written")?;
    sink.into_inner().unwrap_or_else(PoisonError::into_inner).finish()
}

fn to_a_folder(args: &ExportArgs, archive: &Archive, folder: Folder) -> anyhow::Result<()> {
    let trouble = folder.trouble();
    if args.format == ExportFormat::Datasette {
        for (path, content) in sayso_archive::datasette(&database(args)) {
            let file = folder.file(path).and_then(|mut file| {
                file.write_all(content.as_bytes())?;
                file.flush()
            });
            file.with_context(|| trouble.clone())?;
        }
    } else {
        write(args, archive, Box::new(|path: &str| folder.file(path)), &trouble)?;
    }
    folder.finish()
}

/// What Datasette calls the archive: its file's name without the ending.
fn database(args: &ExportArgs) -> String {
    args.archive.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes articles and claims. `trouble` is said where a file cannot be written.
fn write(args: &ExportArgs, archive: &Archive, open: sayso_export::Open<'_>, trouble: &str) -> anyhow::Result<()> {
    let Some(format) = args.format.of_articles() else { return Ok(()) };
    let wrong = |error| of(&args.archive, &error);
    let trouble = || trouble.to_owned();
    archive.hold().map_err(wrong)?;
    // A row that is not there is told before anything is written.
    let asked = args.trace.iter().map(|asked| trace::words(archive, asked, &args.archive));
    let asked: Vec<String> = asked.collect::<Result<_, _>>()?;
    let articles = match format {
        // Files of one partition after those of another.
        Format::Parquet => archive.articles_by_day(),
        _ => archive.articles(),
    };
    let articles = articles.map_err(wrong)?;
    let mut export = format.export(open, args.by.into()).with_context(trouble)?;
    for id in articles {
        let clipping = archive.clipping(id).map_err(wrong)?;
        let places = archive.places(id).map_err(wrong)?;
        if let (Some(clipping), Some(places)) = (clipping, places) {
            article(export.as_mut(), &clipping, places).with_context(trouble)?;
        }
    }
    let matcher = Matcher::new();
    for asked in &asked {
        let found = archive.trace(asked, &matcher).map_err(wrong)?;
        if found.appearances.is_empty() {
            Message::warning(format!("nobody in this archive says `{asked}`: its trace is left out")).print();
        } else {
            export.trace(&found).with_context(trouble)?;
        }
    }
    export.end().with_context(trouble)
}

/// Writes an article with all that was read in it.
fn article(export: &mut dyn Export, clipping: &Clipping, places: Places) -> io::Result<()> {
    let mut mentions: BTreeMap<i64, Vec<[usize; 2]>> = BTreeMap::new();
    let mut statements = Vec::with_capacity(clipping.statements.len());
    for (telling, at) in clipping.statements.iter().zip(places.statements) {
        let source = telling.statement.as_ref().and_then(|statement| statement.source.as_ref());
        if let Some(source) = source {
            mentions.entry(source.id).or_default().extend(&at.source_at);
        }
        statements.push(Stated {
            telling: telling.clone(),
            pieces: at.pieces,
            source_at: at.source_at,
            cue_at: at.cue_at,
            within: at.within,
            stance_of: at.stance_of,
            rests_on: at.rests_on,
            channel: at.channel.map(sayso_reading::Channel::name),
        });
    }
    let cited = clipping.sources.iter().map(|source| {
        let mut mentions = mentions.remove(&source.id).unwrap_or_default();
        mentions.sort_unstable();
        mentions.dedup();
        Cited { record: Arc::clone(source), mentions }
    });
    let cited: Vec<Cited> = cited.collect();
    let parts = clipping.parts.iter().map(|part| Part { name: &part.part, span: [part.start, part.end] });
    let parts: Vec<Part<'_>> = parts.collect();
    export.article(&Exported {
        article: &clipping.article,
        text: &clipping.text,
        modified: places.modified.as_deref(),
        language: clipping.language.as_deref(),
        reader: Some(&places.reader),
        parts: &parts,
        sources: &cited,
        statements: &statements,
        figures: &clipping.figures,
        copy: places.copy.as_ref().map(|(of, likeness)| Copied { of, likeness: *likeness }),
        revises: places.revises.as_ref(),
    })
}

/// An output that an export writes into while it is kept here to be finished.
#[derive(Clone)]
struct Shared(Arc<Mutex<Sink>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).stream().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).stream().flush()
    }
}
