//! Files and standard input → articles' bytes, decompressed, one at a time.
//!
//! Whatever happens on the way, what was read up to there is handed on, and a message says the rest.

mod records;

use std::error::Error;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::ops::ControlFlow;
use std::sync::atomic::AtomicU64;

use flate2::bufread::GzDecoder;
use sayso_article::{Format, MAX_ARTICLE_BYTES, format_of};

pub(crate) use records::{Many, give_record};

use crate::archive::each;
use crate::articles::{Origin, Unread};
use crate::counted::Counted;
use crate::fetch::{self, Fetcher};
use crate::lines::{Line, next_line};
use crate::message::Message;
use crate::paths::{Source, name_of};

/// What one article is read from, or what stands in its place.
#[derive(Debug)]
pub(crate) enum Input {
    /// An article's bytes.
    Article(Unread),
    /// Something that could not be read.
    Trouble(Message),
    /// A file has been handed on to its end.
    EndOfFile,
}

/// What takes the inputs; it breaks when no more are wanted.
pub(crate) type Give<'g> = dyn FnMut(Input) -> ControlFlow<()> + 'g;

/// Hands on everything that the sources hold. `format` is what they are, if the user said so; `used` tells meanwhile how many of
/// their bytes, as they stand in the files, are used up.
pub(crate) fn feed(sources: Vec<Source>, format: Option<Format>, used: &AtomicU64, give: &mut Give<'_>) {
    let mut fetcher = Fetcher::default();
    for source in sources {
        let fed = feed_one(source, format, used, &mut fetcher, give);
        if fed.is_break() || give(Input::EndOfFile).is_break() {
            return;
        }
    }
}

fn feed_one(
    source: Source,
    format: Option<Format>,
    used: &AtomicU64,
    fetcher: &mut Fetcher,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    match source {
        Source::Missing(message) => give(Input::Trouble(message)),
        Source::Stdin { name } => feed_stream(&name, Counted::of(io::stdin().lock(), used), format, give),
        Source::Web { address, web } => fetch::feed(&address, web, fetcher, give),
        Source::File(path) => {
            let name = name_of(&path);
            match File::open(&path) {
                Ok(_) if each::is_database(&path) => each::feed(&path, give),
                Ok(file) if format.is_none() && records::is_parquet_file(&name, &file) => {
                    records::feed_parquet(&name, file, give)
                }
                Ok(file) => {
                    let stream = BufReader::with_capacity(1 << 16, file);
                    feed_stream(&name, Counted::of(stream, used), format, give)
                }
                Err(error) => give(Input::Trouble(Message::cannot_read(name, &error))),
            }
        }
    }
}

fn feed_stream(path: &str, stream: impl BufRead, format: Option<Format>, give: &mut Give<'_>) -> ControlFlow<()> {
    let (head, stream) = with_head(stream, tells_packing);
    if format.is_none() && Many::of(path, &head) == Some(Many::Warc) {
        return records::feed_warc(path, stream, give);
    }
    if head.starts_with(&GZIP) {
        // Where the data is damaged, the piece being unpacked is lost: a small one.
        let stream = Salvage::of(BufReader::with_capacity(1 << 12, Members::of(stream)));
        feed_plain(path, stream, format, give, gzip_message)
    } else {
        feed_plain(path, Salvage::of(stream), format, give, |path, error| Message::cannot_read(path, error))
    }
}

/// Whether these first bytes tell what a stream is packed with, and whether it is a web archive.
fn tells_packing(head: &[u8]) -> bool {
    head.len() >= if head.starts_with(&GZIP) { 1024 } else { b"WARC/".len() }
}

/// Bytes as they are when unpacked; what comes before where they are damaged.
pub(crate) fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(&GZIP) {
        return bytes;
    }
    let mut out = Vec::new();
    // Nothing is lost by what cannot be unpacked: less is let stand.
    let _ = Members::of(bytes.as_slice()).read_to_end(&mut out);
    out
}

/// What every gzip member begins with.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Whether a format can be told by these first bytes. Not to wait for more lets a pipe's lines be read as they come.
fn tells_format(head: &[u8]) -> bool {
    head.len() >= 4096 || head.iter().filter(|b| !b.is_ascii_whitespace()).count() >= 256
}

fn feed_plain<S: BufRead>(
    path: &str,
    mut stream: Salvage<S>,
    format: Option<Format>,
    give: &mut Give<'_>,
    message: fn(&str, &io::Error) -> Message,
) -> ControlFlow<()> {
    let (head, mut all) = with_head(&mut stream, tells_format);
    // Standard input has no name that could tell.
    let name = (path != "-").then_some(path);
    let many = if format.is_none() { Many::of(path, &head) } else { None };
    let fed = match format.unwrap_or_else(|| format_of(name, &head)) {
        _ if many == Some(Many::Feed) => records::feed_feed(path, &mut all, give),
        _ if many == Some(Many::Parquet) => records::feed_parquet_of(path, &mut all, give),
        Format::JsonLines => feed_lines(path, &mut all, give),
        format => feed_article(path, format, &mut all, give),
    };
    drop(all);
    match (fed, stream.trouble) {
        (ControlFlow::Continue(()), Some(error)) => give(Input::Trouble(message(path, &error))),
        (fed, _) => fed,
    }
}

fn feed_article<S: BufRead>(
    path: &str,
    format: Format,
    stream: &mut WithHead<&mut Salvage<S>>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut bytes = Vec::new();
    if let Err(error) = stream.by_ref().take(MAX_ARTICLE_BYTES as u64 + 1).read_to_end(&mut bytes) {
        return give(Input::Trouble(Message::cannot_read(path, &error)));
    }
    let (_, salvage) = stream.get_ref();
    if bytes.is_empty() && salvage.trouble.is_some() {
        // That will be said; an empty article need not be.
        return ControlFlow::Continue(());
    }
    if bytes.len() > MAX_ARTICLE_BYTES {
        return give(Input::Trouble(Message::error_at(
            path,
            format!("file holds more than {MOST}: split it into articles"),
        )));
    }
    bytes.shrink_to_fit();
    give(Input::Article(Unread::of(path.to_owned(), Origin::File(format), bytes)))
}

const MOST: &str = "the 16 MiB that an article can have";

fn feed_lines(file: &str, stream: &mut impl BufRead, give: &mut Give<'_>) -> ControlFlow<()> {
    let mut is_empty = true;
    for number in 1_u64.. {
        let path = format!("{file}:{number}");
        let input = match next_line(stream, MAX_ARTICLE_BYTES) {
            Ok(None) => break,
            Ok(Some(Line::Whole(bytes))) if bytes.trim_ascii().is_empty() => continue,
            Ok(Some(Line::Whole(bytes))) => Input::Article(Unread::of(path, Origin::Line, bytes)),
            Ok(Some(Line::TooLong)) => Input::Trouble(Message::error_at(
                path,
                format!("line holds more than {MOST}: give each article its own line"),
            )),
            Err(error) => return give(Input::Trouble(Message::cannot_read(path, &error))),
        };
        is_empty = false;
        give(input)?;
    }
    if is_empty {
        give(Input::Trouble(holds_nothing(file)))?;
    }
    ControlFlow::Continue(())
}

fn holds_nothing(file: &str) -> Message {
    Message::warning(format!("{file}: holds no article: check where it came from"))
}

fn gzip_message(path: &str, error: &io::Error) -> Message {
    let what = match error.kind() {
        _ if matches!(error.get_ref(), Some(cause) if cause.is::<Appended>()) => {
            "gzip data is whole, but what follows its end is none and was not read: check how the file was written"
                .to_owned()
        }
        io::ErrorKind::UnexpectedEof => "gzip data ends early; what was there is read: fetch the file again".to_owned(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            format!("gzip data is damaged ({error}); what came before is read: fetch the file again")
        }
        _ => return Message::cannot_read(path, error),
    };
    Message::error_at(path, what)
}

/// What gzip members hold, one after the other; zeros may fill up the last block of a tape or a disk.
struct Members<S>(Option<GzDecoder<S>>);

impl<S: BufRead> Members<S> {
    fn of(stream: S) -> Self {
        Self(Some(GzDecoder::new(stream)))
    }
}

impl<S: BufRead> Read for Members<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.0 {
            let count = member.read(to)?;
            if count > 0 || to.is_empty() {
                return Ok(count);
            }
            let Some(mut stream) = self.0.take().map(GzDecoder::into_inner) else { break };
            match first_but_zeros(&mut stream)? {
                None => break,
                Some(first) if first == GZIP[0] => self.0 = Some(GzDecoder::new(stream)),
                Some(_) => return Err(io::Error::other(Appended)),
            }
        }
        Ok(0)
    }
}

/// The next byte that is none, which stays in the stream.
fn first_but_zeros(stream: &mut impl BufRead) -> io::Result<Option<u8>> {
    loop {
        let held = stream.fill_buf()?;
        match held.iter().position(|byte| *byte != 0) {
            Some(at) => {
                let first = held[at];
                stream.consume(at);
                return Ok(Some(first));
            }
            None if held.is_empty() => return Ok(None),
            None => {
                let zeros = held.len();
                stream.consume(zeros);
            }
        }
    }
}

/// Something follows the end of gzip data that is none.
#[derive(Debug)]
struct Appended;

impl fmt::Display for Appended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what follows the gzip data is none")
    }
}

impl Error for Appended {}

/// A stream with its first bytes put back.
type WithHead<S> = io::Chain<Cursor<Vec<u8>>, S>;

/// The first bytes of a stream, until they are enough, and the whole stream again.
fn with_head<S: BufRead>(mut stream: S, enough: fn(&[u8]) -> bool) -> (Vec<u8>, WithHead<S>) {
    let mut head = Vec::new();
    while !enough(&head) {
        match stream.fill_buf() {
            Ok(held) if !held.is_empty() => {
                let count = held.len().min(4096);
                head.extend_from_slice(&held[..count]);
                stream.consume(count);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // An error is met again by whoever reads on.
            Ok(_) | Err(_) => break,
        }
    }
    (head.clone(), Cursor::new(head).chain(stream))
}

/// A stream that ends where it fails, and keeps the reason.
struct Salvage<S> {
    stream: S,
    trouble: Option<io::Error>,
}

impl<S> Salvage<S> {
    fn of(stream: S) -> Self {
        Self { stream, trouble: None }
    }
}

impl<S: BufRead> Read for Salvage<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let held = self.fill_buf()?;
        let count = held.len().min(to.len());
        to[..count].copy_from_slice(&held[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<S: BufRead> BufRead for Salvage<S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // Asked twice because a borrow that is returned only sometimes cannot be given up again.
        while self.trouble.is_none() {
            match self.stream.fill_buf() {
                Ok(_) => return self.stream.fill_buf(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => self.trouble = Some(error),
            }
        }
        Ok(&[])
    }

    fn consume(&mut self, count: usize) {
        if self.trouble.is_none() {
            self.stream.consume(count);
        }
    }
}
