//! `sayso read`: inputs → articles → readings → output.

use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::OnceLock;

use clap::CommandFactory;
use sayso_article::{Article, read_json_line};
use sayso_reading::{Reader, Reading};
use sayso_text::Note;

use crate::args::{Args, ReadArgs, jobs};
use crate::inputs::{self, Input};
use crate::message::Message;
use crate::output::{Output, Piece, piece, says_notes};
use crate::progress::Progress;
use crate::{Outcome, paths, pipeline};

/// What has become of one input.
#[derive(Default)]
struct Done {
    messages: Vec<Message>,
    piece: Option<Piece>,
    ends_file: bool,
}

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
    let sources = paths::sources(if args.paths.is_empty() { &stdin } else { &args.paths });
    let (format, options) = (args.format(), args.view_options());
    let mut output = Output::open(format, args.view, args.output.as_deref())?;
    let mut progress = Progress::of(sources.len(), args.output.is_none() && io::stdout().is_terminal());
    let mut outcome = Outcome::All;

    let reader = OnceLock::new();
    pipeline::ordered(
        jobs(args.jobs),
        |give| inputs::feed(sources, args.input_format.map(Into::into), give),
        |input| {
            let read = |mut article: Article| {
                if args.published.is_some() {
                    article.published.clone_from(&args.published);
                }
                reader.get_or_init(Reader::new).read(article)
            };
            done(input, read, |reading| piece(reading, format, args.view, options), says_notes(format))
        },
        |done: Done| {
            for message in &done.messages {
                progress.print(message);
                if message.is_error() {
                    outcome = Outcome::Partly;
                }
            }
            if done.ends_file {
                progress.file();
            }
            let Some(piece) = done.piece else { return Ok(()) };
            progress.article();
            output.take(piece).inspect_err(|error| {
                if crate::is_broken_pipe(error) {
                    // Nobody reads on. The thread that waits for more input may wait for long, and nothing is left to do.
                    std::process::exit(0);
                }
            })
        },
    )?;
    drop(progress);
    output.finish()?;
    Ok(outcome)
}

/// One input's article, read and made into what will be written.
fn done(
    input: Input,
    read_article: impl Fn(Article) -> Reading,
    render: impl Fn(Reading) -> Piece,
    says_notes: bool,
) -> Done {
    let (path, article): (String, Box<dyn FnOnce() -> Result<Article, Message>>) = match input {
        Input::Trouble(message) => return Done { messages: vec![message], ..Done::default() },
        Input::EndOfFile => return Done { ends_file: true, ..Done::default() },
        Input::Article { path, format, bytes } => {
            (path.clone(), Box::new(move || Ok(sayso_article::read(&bytes, format, Some(&path)))))
        }
        Input::Line { path, bytes } => (
            path.clone(),
            Box::new(move || read_json_line(&bytes, Some(&path)).map_err(|error| Message::error_at(path, error))),
        ),
    };
    let read = || {
        let reading = read_article(article()?);
        let messages = messages(&path, &reading.notes, says_notes);
        Ok(Done { messages, piece: Some(render(reading)), ends_file: false })
    };
    // Reading is made not to fail. Should it do so all the same, the other articles are not lost with this one.
    let caught = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(Message::error_at(&path, "reading it failed, which is a fault in sayso: please report it with this file"))
    });
    caught.unwrap_or_else(|message| Done { messages: vec![message], ..Done::default() })
}

/// What was lost, and what the output has no place for.
fn messages(path: &str, notes: &[Note], says_notes: bool) -> Vec<Message> {
    let said = notes.iter().filter(|note| note.lost || !says_notes);
    said.map(|note| {
        let text = format!("{path}: {}", note.message);
        if note.lost { Message::error(text) } else { Message::warning(text) }
    })
    .collect()
}

fn eprint_help(help: &clap::builder::StyledStr) {
    use std::io::Write;
    let _ = write!(io::stderr().lock(), "{help}");
}
