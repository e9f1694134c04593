//! `sayso read`: inputs → articles → readings → output.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::OnceLock;

use clap::CommandFactory;
use sayso_reading::Reader;
use sayso_text::Note;

use crate::args::{Args, ReadArgs, jobs};
use crate::articles::{Articles, Made};
use crate::message::Message;
use crate::output::{Output, piece, says_notes};
use crate::sink::Inputs;
use crate::{Outcome, paths};

/// Reads everything that was named.
pub(crate) fn run(args: &ReadArgs) -> anyhow::Result<Outcome> {
    if args.paths.is_empty() && io::stdin().is_terminal() {
        // Waiting for somebody to type an article would look like a program that hangs.
        let mut command = Args::command();
        command.build();
        let help = command.find_subcommand_mut("read").map(clap::Command::render_help);
        eprint_help(&help.unwrap_or_default());
        return Ok(Outcome::Partly);
    }
    let stdin = [PathBuf::from("-")];
    let articles = Articles {
        sources: paths::sources(if args.paths.is_empty() { &stdin } else { &args.paths }, paths::Folders::Whole),
        format: args.input_format.map(Into::into),
        jobs: jobs(args.jobs),
        shares_screen: args.output.is_none() && io::stdout().is_terminal(),
    };
    let (format, options) = (args.format(), args.view_options());
    let mut output = Output::open(format, args.view, args.output.as_deref(), Inputs::of(&articles.sources))?;
    let reader = OnceLock::new();
    let read = articles.each(
        |unread| {
            let mut article = unread.article()?;
            if args.published.is_some() {
                article.published.clone_from(&args.published);
            }
            let reading = reader.get_or_init(Reader::new).read(article);
            let messages = messages(&unread.path, &reading.notes, says_notes(format));
            Ok(Made { messages, result: piece(reading, format, args.view, options) })
        },
        |piece, _, _| output.take(piece),
    )?;
    output.finish()?;
    Ok(read.outcome)
}

/// What was lost, and what the output has no place for.
fn messages(path: &str, notes: &[Note], says_notes: bool) -> Vec<Message> {
    let said = notes.iter().filter(|note| note.lost || !says_notes);
    said.map(|note| Message::of_note(path, &note.message, note.lost)).collect()
}

fn eprint_help(help: &clap::builder::StyledStr) {
    use std::io::Write;
    let _ = write!(io::stderr().lock(), "{help}");
}
