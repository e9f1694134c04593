//! Web archives (WARC 1.0 and 1.1, ISO 28500), packed or not: the pages in them.
//!
//! Records are read one after the other, and of each only what is wanted is kept, so that an archive of any size takes the memory
//! of one page. After damage the next record is looked for.

mod body;
mod headers;
mod packed;

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use flate2::bufread::GzDecoder;
use sayso_article::MAX_ARTICLE_BYTES;
use sayso_text::Note;

use crate::record::{Give, Kind, Raw, Sink, Tally};
use headers::{Headers, MAX_HEAD};
use packed::{GZIP, Packed, Plain, Stream};

/// Bytes of a record that are kept: a page as large as an article can be, in whatever encoding, and its headers.
const MOST: u64 = MAX_ARTICLE_BYTES as u64 + MAX_HEAD as u64;

/// Whether these first bytes (a few hundred or more) are a web archive's, packed with gzip or not.
pub fn is_warc(head: &[u8]) -> bool {
    let mut unpacked = [0; VERSION.len()];
    let mut filled = 0;
    if head.starts_with(&GZIP) {
        let mut decoder = GzDecoder::new(head);
        while let Ok(count @ 1..) = decoder.read(&mut unpacked[filled..]) {
            filled += count;
        }
    }
    head.starts_with(VERSION) || unpacked == VERSION
}

/// What a record begins with.
const VERSION: &[u8] = b"WARC/";

/// Hands on every page of a web archive: responses of HTTP with status 200 that are HTML, and resources that are. `name` is the
/// file's; `stream` is it as it is, packed with gzip (a member a record, or all in one) or not, from its beginning.
///
/// The offset in a place is where the record begins in an archive that is not packed, and where the gzip member begins that it
/// is in, else; as in indexes of web archives.
pub fn read_warc(name: &str, mut stream: impl BufRead, give: &mut Give<'_>) -> Tally {
    let mut sink = Sink::new(give);
    let first = loop {
        match stream.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // An error is met again below.
            held => break held.ok().and_then(|held| held.first().copied()),
        }
    };
    let is_packed = first == Some(GZIP[0]);
    let _ = if is_packed {
        Reader { name, stream: Packed::of(stream), number: 0, at: 0, is_lost: false }.all(&mut sink)
    } else {
        Reader { name, stream: Plain::of(stream), number: 0, at: 0, is_lost: false }.all(&mut sink)
    };
    sink.tally
}

struct Reader<'n, S> {
    name: &'n str,
    stream: S,
    /// Of the record being read, from 1.
    number: u64,
    /// Where it begins.
    at: u64,
    /// Whether what was read last is no record, and the next one is looked for.
    is_lost: bool,
}

/// Why a record is not whole.
struct Cut {
    what: String,
    /// Whether nothing after it can be read.
    is_end: bool,
}

impl Cut {
    fn end() -> Self {
        Self { what: "archive ends".to_owned(), is_end: true }
    }
}

impl From<io::Error> for Cut {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self { what: "gzip data ends".to_owned(), is_end: true },
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
                Self { what: "gzip data is damaged".to_owned(), is_end: false }
            }
            _ => Self { what: format!("reading fails ({error})"), is_end: true },
        }
    }
}

impl<S: Stream> Reader<'_, S> {
    fn place(&self) -> String {
        format!("{}:record {} (offset {})", self.name, self.number, self.at)
    }

    fn all(mut self, sink: &mut Sink<'_, '_>) -> ControlFlow<()> {
        loop {
            let cut = match self.begins() {
                Ok(Begins::Nothing) if self.number == 0 => {
                    return sink.trouble(self.name, "web archive is empty: check where it came from");
                }
                Ok(Begins::Nothing) => return ControlFlow::Continue(()),
                Ok(Begins::Record) => match self.record(sink)? {
                    Ok(()) => continue,
                    Err(cut) => cut,
                },
                Ok(Begins::Other) => {
                    // Said once; each line after it may be the beginning that is looked for.
                    if !std::mem::replace(&mut self.is_lost, true) {
                        self.number += 1;
                        let what =
                            "this is no WARC record, and the next one is looked for: check how the file was written";
                        sink.trouble(self.place(), what)?;
                    }
                    continue;
                }
                Err(cut) => {
                    self.number += 1;
                    let what = format!(
                        "{} where a record should begin; those before are read: fetch the file again",
                        cut.what
                    );
                    sink.trouble(self.place(), what)?;
                    cut
                }
            };
            if cut.is_end || !self.stream.resume() {
                return ControlFlow::Continue(());
            }
            self.is_lost = false;
        }
    }

    /// Reads the line that should be a record's first, after any number of blank ones.
    fn begins(&mut self) -> Result<Begins, Cut> {
        loop {
            match self.stream.fill_buf() {
                Ok([]) => return Ok(Begins::Nothing),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                held => {
                    let error = held.err();
                    self.at = self.stream.offset();
                    error.map_or(Ok(()), Err)?;
                }
            }
            let line = headers::line(&mut self.stream)?;
            match line.trim_ascii().is_empty() {
                true => {}
                false if line.starts_with(VERSION) => return Ok(Begins::Record),
                false => return Ok(Begins::Other),
            }
        }
    }

    /// Reads a record after its first line, and hands on the page in it.
    fn record(&mut self, sink: &mut Sink<'_, '_>) -> ControlFlow<(), Result<(), Cut>> {
        self.number += 1;
        self.is_lost = false;
        let headers = match self.headers() {
            Ok(headers) => headers,
            Err(cut) => {
                let what = format!(
                    "{} within the headers of this record; those before are read: fetch the file again",
                    cut.what
                );
                sink.trouble(self.place(), what)?;
                return ControlFlow::Continue(Err(cut));
            }
        };
        let Some(length) = headers.get("content-length").and_then(|length| length.parse::<u64>().ok()) else {
            self.is_lost = true;
            let what =
                "record does not say how long it is (`Content-Length`) and is not read: check how the file was written";
            sink.trouble(self.place(), what)?;
            return ControlFlow::Continue(Ok(()));
        };
        let Some(holds) = holds(&headers) else {
            sink.skip();
            return self.pass(length, sink);
        };
        let mut block = Vec::new();
        let cut = self.fill(&mut block, length.min(MOST)).err();
        if cut.is_none() && length > MOST {
            sink.trouble(self.place(), body::TOO_LARGE)?;
            return self.pass(length - MOST, sink);
        }
        self.page(&headers, holds, &block, cut.is_some(), sink)?;
        let Some(cut) = cut else { return ControlFlow::Continue(Ok(())) };
        let what = format!("{} within this record; what was there is read: fetch the file again", cut.what);
        sink.trouble(self.place(), what)?;
        ControlFlow::Continue(Err(cut))
    }

    /// Hands on the page of a record, if there is one.
    fn page(
        &self,
        headers: &Headers,
        holds: Holds,
        block: &[u8],
        is_cut: bool,
        sink: &mut Sink<'_, '_>,
    ) -> ControlFlow<()> {
        let identified = headers.get("warc-identified-payload-type");
        let found = match holds {
            Holds::Response => body::of_response(block, identified),
            Holds::Resource => body::of_resource(block, headers.get("content-type")),
        };
        let page = match found {
            Ok(Some(page)) => page,
            Ok(None) => {
                sink.skip();
                return ControlFlow::Continue(());
            }
            // That it is cut off is said anyway.
            Err(_) if is_cut => return ControlFlow::Continue(()),
            Err(what) => return sink.trouble(self.place(), what),
        };
        let mut raw = Raw::new(self.place(), Kind::Html, page.bytes);
        raw.charset = page.charset;
        // WARC 1.0 has it in angle brackets in its grammar, and some writers took it at its word.
        let url = headers.get("warc-target-uri").map(|url| url.trim_matches(['<', '>']).trim().to_owned());
        raw.url = url.filter(|url| url.starts_with("http"));
        raw.fetched = headers.get("warc-date").map(str::to_owned);
        if is_cut || page.is_cut || headers.get("warc-truncated").is_some() {
            let message = "the page is cut off in the web archive; what is there is read: fetch the page again";
            raw.notes.push(Note::new("cut-off", message).lost());
        }
        sink.article(raw)
    }

    fn headers(&mut self) -> Result<Headers, Cut> {
        let mut block = Vec::new();
        loop {
            let line = headers::line(&mut self.stream)?;
            match &line[..] {
                [] => return Err(Cut::end()),
                [b'\n'] | [b'\r', b'\n'] => return Ok(Headers::of(&block)),
                // More than that are no headers; what they say is not kept.
                _ if block.len() > MAX_HEAD => {}
                line => block.extend_from_slice(line),
            }
        }
    }

    /// Passes over bytes that are not wanted.
    fn pass(&mut self, mut length: u64, sink: &mut Sink<'_, '_>) -> ControlFlow<(), Result<(), Cut>> {
        while length > 0 {
            let cut = match self.stream.fill_buf() {
                Ok([]) => Cut::end(),
                Ok(held) => {
                    let count = held.len().min(usize::try_from(length).unwrap_or(usize::MAX));
                    self.stream.consume(count);
                    length -= count as u64;
                    continue;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => error.into(),
            };
            let what = format!("{} within this record, which holds no page: fetch the file again", cut.what);
            sink.trouble(self.place(), what)?;
            return ControlFlow::Continue(Err(cut));
        }
        ControlFlow::Continue(Ok(()))
    }

    /// Reads so many bytes, or what is there of them.
    fn fill(&mut self, block: &mut Vec<u8>, length: u64) -> Result<(), Cut> {
        while (block.len() as u64) < length {
            match self.stream.fill_buf() {
                Ok([]) => return Err(Cut::end()),
                Ok(held) => {
                    let count = held.len().min(length as usize - block.len());
                    block.extend_from_slice(&held[..count]);
                    self.stream.consume(count);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

/// What stands where a record should begin.
enum Begins {
    Record,
    Other,
    Nothing,
}

/// What a record holds that is looked into.
#[derive(Clone, Copy)]
enum Holds {
    /// A response of HTTP.
    Response,
    /// A page without one.
    Resource,
}

/// What is to be looked for in a record.
fn holds(headers: &Headers) -> Option<Holds> {
    let media = headers.get("content-type").map(headers::media_type).unwrap_or_default();
    match headers.get("warc-type")?.to_ascii_lowercase().as_str() {
        "response" if media == "application/http" || media.is_empty() => Some(Holds::Response),
        "resource" if headers::is_html(&media) => Some(Holds::Resource),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
