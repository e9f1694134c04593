//! Files of many articles that are cut up into records: feeds, web archives, Parquet.

use std::fs::File;
use std::io::{BufRead, Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

use sayso_article::{Format, format_by_ending};
use sayso_feed::{MAX_FEED_BYTES, Record, Tally, is_feed, is_parquet, is_warc};

use super::{Give, Input, holds_nothing, unpacked};
use crate::articles::Unread;
use crate::message::Message;

/// What a file of many articles is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Many {
    /// RSS, Atom, JSON Feed.
    Feed,
    /// A web archive, packed or not.
    Warc,
    /// Rows with the columns of JSON Lines.
    Parquet,
}

/// Endings, each also with `.gz`, and what they say.
const ENDINGS: &[(&str, Many)] =
    &[(".rss", Many::Feed), (".atom", Many::Feed), (".warc", Many::Warc), (".parquet", Many::Parquet)];

/// Endings, each also with `.gz`, of feeds and of much else.
const MAYBE: &[&str] = &[".xml", ".json"];

/// A Parquet file that comes as a stream and is kept in memory has no more bytes than this.
const MAX_PARQUET_BYTES: usize = 256 << 20;

impl Many {
    /// What a file is by its first bytes, else by the ending of its name.
    pub(crate) fn of(path: &str, head: &[u8]) -> Option<Self> {
        // A line of JSON Lines may name the address by which JSON Feeds are known.
        let is_feed = |head: &[u8]| is_feed(head) && !is_lines(path);
        let by_opening = [(is_warc(head), Self::Warc), (is_parquet(head), Self::Parquet), (is_feed(head), Self::Feed)];
        let by_opening = by_opening.into_iter().find(|(is_one, _)| *is_one).map(|(_, many)| many);
        by_opening.or_else(|| by_ending(path))
    }

    /// Whether a file in a folder is of many articles: its ending says so, or may say so and it begins like one.
    pub(crate) fn is_in_folder(path: &Path) -> bool {
        let name = path.to_string_lossy();
        by_ending(&name).is_some()
            || (MAYBE.contains(&ending(&name).as_str()) && Self::of(&name, &head(path)).is_some())
    }
}

fn by_ending(path: &str) -> Option<Many> {
    let ending = ending(path);
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, many)| *many)
}

/// The ending of a name in lower case with its dot, without `.gz`.
fn ending(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rfind('.').map(|at| name[at..].to_owned()).unwrap_or_default()
}

/// The first bytes of a file, unpacked; none where they cannot be read.
fn head(path: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    // What cannot be read is met again by whoever reads the file, if somebody does.
    let _ = File::open(path).and_then(|file| file.take(1 << 13).read_to_end(&mut head));
    unpacked(head)
}

fn is_lines(path: &str) -> bool {
    format_by_ending(path) == Some(Format::JsonLines)
}

/// Hands on a record of a file as an input.
pub(crate) fn give_record(file: &str, record: Record, give: &mut Give<'_>) -> ControlFlow<()> {
    give(match record {
        Record::Article(raw) => Input::Article(Unread::of_record(file, *raw)),
        Record::Trouble(trouble) => Input::Trouble(Message::error_at(trouble.place, trouble.message)),
    })
}

/// Hands on all records of a file; says so where there is none.
fn feed(path: &str, give: &mut Give<'_>, read: impl FnOnce(&mut sayso_feed::Give<'_>) -> Tally) -> ControlFlow<()> {
    let tally = read(&mut |record| give_record(path, record, give));
    match tally {
        Tally { is_stopped: true, .. } => ControlFlow::Break(()),
        Tally { articles: 0, troubles: 0, .. } => give(Input::Trouble(holds_nothing(path))),
        _ => ControlFlow::Continue(()),
    }
}

/// A web archive, as it is.
pub(super) fn feed_warc(path: &str, stream: impl BufRead, give: &mut Give<'_>) -> ControlFlow<()> {
    feed(path, give, |give| sayso_feed::read_warc(path, stream, give))
}

/// A feed.
pub(super) fn feed_feed(path: &str, stream: &mut impl Read, give: &mut Give<'_>) -> ControlFlow<()> {
    // One more than is read shows that there is more, and is said.
    match all(path, stream, MAX_FEED_BYTES + 1) {
        Ok(bytes) => feed(path, give, |give| sayso_feed::read_feed(path, &bytes, give)),
        Err(message) => give(Input::Trouble(message)),
    }
}

/// Whether a file can be read from its end, as Parquet is, and is Parquet.
pub(super) fn is_parquet_file(path: &str, file: &File) -> bool {
    if !file.metadata().is_ok_and(|meta| meta.is_file()) {
        return false;
    }
    let mut head = Vec::new();
    let mut file = file;
    let is_read = file.take(4).read_to_end(&mut head).is_ok() && file.rewind().is_ok();
    is_read && Many::of(path, &head) == Some(Many::Parquet)
}

/// A Parquet file.
pub(super) fn feed_parquet(path: &str, file: File, give: &mut Give<'_>) -> ControlFlow<()> {
    feed(path, give, |give| sayso_feed::read_parquet(path, file, give))
}

/// Parquet that comes as a stream.
pub(super) fn feed_parquet_of(path: &str, stream: &mut impl Read, give: &mut Give<'_>) -> ControlFlow<()> {
    match all(path, stream, MAX_PARQUET_BYTES + 1) {
        Ok(bytes) if bytes.len() > MAX_PARQUET_BYTES => {
            let most = MAX_PARQUET_BYTES >> 20;
            let what =
                format!("Parquet that does not come as a file has more than {most} MiB: save it and name the file");
            give(Input::Trouble(Message::error_at(path, what)))
        }
        Ok(bytes) => feed(path, give, |give| sayso_feed::read_parquet(path, bytes::Bytes::from(bytes), give)),
        Err(message) => give(Input::Trouble(message)),
    }
}

fn all(path: &str, stream: &mut impl Read, most: usize) -> Result<Vec<u8>, Message> {
    let mut bytes = Vec::new();
    match stream.take(most as u64).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Message::cannot_read(path, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, head: &str, expect: Option<Many>) {
        assert_eq!(Many::of(path, head.as_bytes()), expect, "{path} {head}");
    }

    #[test]
    fn what_a_file_begins_with_tells_before_its_name() {
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#;
        check("a.xml", "<rss version='2.0'>", Some(Many::Feed));
        check("-", "<feed xmlns='http://www.w3.org/2005/Atom'>", Some(Many::Feed));
        check("a.json", json, Some(Many::Feed));
        check("a.jsonl", json, None);
        check("a", "WARC/1.1\r\n", Some(Many::Warc));
        check("a.bin", "PAR1", Some(Many::Parquet));
        check("a.html", "<html>", None);
        check("a.txt", "The ferry stays in port.", None);
    }

    #[test]
    fn what_is_broken_from_its_beginning_is_told_by_its_name() {
        check("a.RSS", "oops", Some(Many::Feed));
        check("a.atom.gz", "oops", Some(Many::Feed));
        check("a.xml", "<urlset>", None);
        check("a.warc.gz", "oops", Some(Many::Warc));
        check("warc", "oops", None);
        check("a.parquet", "oops", Some(Many::Parquet));
        check("d.warc/a", "oops", None);
    }
}
