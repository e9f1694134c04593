//! What is kept of an article to read it again, and the article that is read from it: the same when it is added and ever after.

use std::sync::OnceLock;

use sayso_archive::{Form, Page, Raw};
use sayso_article::{Article, Format};
use sayso_feed::Kind;

use crate::articles::{Origin, Record, Unread};
use crate::message::Message;

/// What reads articles here: the version of the program, and which weights it has.
pub(super) fn reader_name() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| format!("{}+{}", env!("CARGO_PKG_VERSION"), sayso_model::weights_id()))
}

/// An article as it is put into an archive. One that names no outlet has its site for one.
pub(super) fn article_of(unread: &Unread) -> Result<Article, Message> {
    let mut article = unread.article()?;
    if article.outlet.is_none() {
        article.outlet = article.url.as_deref().and_then(sayso_archive::host);
    }
    Ok(article)
}

/// What the archive keeps of where an article comes from.
pub(super) fn form_of(origin: &Origin) -> Form {
    match origin {
        Origin::File(format) => Form::File(*format),
        Origin::Line => Form::File(Format::JsonLines),
        Origin::Record(record) => match record.kind {
            Kind::Html => Form::Page(Page {
                address: record.url.clone(),
                charset: record.charset.clone(),
                fetched: record.fetched.clone(),
            }),
            // A row of Parquet has become a line of JSON.
            Kind::Json => Form::File(Format::JsonLines),
            Kind::Item => Form::Item,
        },
    }
}

/// What an article is read from again. The file that a record was cut out of is no longer asked for.
pub(super) fn unread_of(raw: Raw) -> Unread {
    let Raw { path, form, bytes, reader: _ } = raw;
    let record = |kind: Kind, page: Page| {
        let Page { address, charset, fetched } = page;
        Origin::Record(Record { file: path.clone(), kind, url: address, charset, fetched, notes: Vec::new() })
    };
    let origin = match form {
        Form::File(Format::JsonLines) => Origin::Line,
        Form::File(format) => Origin::File(format),
        Form::Page(page) => record(Kind::Html, page),
        Form::Item => record(Kind::Item, Page::default()),
    };
    Unread::of(path, origin, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_the_same_when_it_is_read_again() {
        let record = |kind: Kind, url: Option<&str>, charset: Option<&str>| {
            let [url, charset] = [url, charset].map(|told| told.map(str::to_owned));
            let fetched = (kind == Kind::Html).then(|| "2026-11-24T06:00:00Z".to_owned());
            Origin::Record(Record { file: "x".to_owned(), kind, url, charset, fetched, notes: Vec::new() })
        };
        let page = "<html><head><title>Bridge</title></head><body><article><p>The bridge is shut, the mayor of Kesterby said on \
            Tuesday.</p></article></body></html>";
        let item = "<rss><channel><title>The Courier</title><item><link>https://courier.example/7</link><description>The bridge is \
            shut, the mayor said.</description></item></channel></rss>";
        let json = r#"{"text": "The bridge is shut, the mayor said.", "outlet": "Courier"}"#;
        let koi = [b"<html><body><p>".as_slice(), b"\xEB\xCF\xD4 said so.</p></body></html>"].concat();
        for (origin, bytes) in [
            (Origin::File(Format::Text), b"The bridge is shut, the mayor said.".to_vec()),
            (Origin::File(Format::Html), page.into()),
            (Origin::Line, json.into()),
            (record(Kind::Json, None, None), json.into()),
            (record(Kind::Item, None, None), item.into()),
            (record(Kind::Html, Some("https://courier.example/7?x"), None), page.into()),
            (record(Kind::Html, Some("https://courier.example/8"), Some("koi8-r")), koi),
        ] {
            let first = Unread::of("a:1".to_owned(), origin, bytes);
            let folder = tempfile::tempdir().unwrap();
            let archive = sayso_archive::Archive::create(&folder.path().join("a.db")).unwrap();
            let article = article_of(&first).unwrap();
            let reading = sayso_reading::Reading { article, ..sayso_reading::Reading::default() };
            let form = form_of(&first.origin);
            let incoming = sayso_archive::Incoming { reading: &reading, form: &form, bytes: &first.bytes, reader: "0" };
            archive.add(&incoming).unwrap();
            let again = unread_of(archive.raw(1).unwrap().unwrap());
            assert_eq!(article_of(&again).unwrap(), reading.article, "{first:?}");
        }
    }
}
