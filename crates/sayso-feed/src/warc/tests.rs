use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use proptest::prelude::*;

use super::*;
use crate::record::testing::all;

const PAGE: &str = "<!doctype html><html lang=en><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1>\
    <p>The bridge is shut, the mayor said on Monday, and will open in May.</p>\
    <p>Nobody sat on anything, she told reporters outside her office.</p></article></body></html>";

fn record(kind: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://courier.example/bridge\r\nWARC-Date: 2026-11-24T06:00:00Z\r\n\
         Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    out.extend_from_slice(block);
    out.extend_from_slice(b"\r\n\r\n");
    out
}

fn response(head: &str, body: &[u8]) -> Vec<u8> {
    record("response", "application/http; msgtype=response", &[head.as_bytes(), b"\r\n\r\n", body].concat())
}

const HTML: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn read(bytes: &[u8]) -> (Vec<Raw>, Vec<String>, Tally) {
    all(|give| read_warc("cc.warc", bytes, give))
}

/// The bytes of the pages, none of which is in trouble.
fn pages(bytes: &[u8]) -> Vec<String> {
    let (raws, troubles, _) = read(bytes);
    assert_eq!(troubles, [""; 0]);
    assert!(raws.iter().all(|raw| raw.notes.is_empty()));
    raws.into_iter().map(|raw| String::from_utf8(raw.bytes).unwrap()).collect()
}

#[test]
fn pages_are_found_with_what_is_told_of_them() {
    let archive = [
        record("warcinfo", "application/warc-fields", b"software: crawl"),
        record("request", "application/http; msgtype=request", b"GET /bridge HTTP/1.1\r\n\r\n"),
        response(HTML, PAGE.as_bytes()),
        response("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE.as_bytes()),
        response("HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        record("revisit", "application/http; msgtype=response", b"HTTP/1.1 200 OK\r\n\r\n"),
        record("metadata", "application/warc-fields", b"a: b"),
        record("resource", "text/html; charset=utf-8", PAGE.as_bytes()),
    ];
    let offset: usize = archive[..2].iter().map(Vec::len).sum();
    let (raws, troubles, tally) = read(&archive.concat());
    assert_eq!((raws.len(), &troubles[..], tally.skipped), (2, &[][..], 6));
    assert_eq!(raws[0].place, format!("cc.warc:record 3 (offset {offset})"));
    assert_eq!(raws[0].charset.as_deref(), Some("utf-8"));
    assert_eq!(raws[0].fetched.as_deref(), Some("2026-11-24T06:00:00Z"));
    let article = raws[0].article().unwrap();
    assert_eq!(article.url.as_deref(), Some("https://courier.example/bridge"));
    assert_eq!((article.title.as_deref(), article.published.as_deref()), (Some("Bridge shut"), None));
    assert_eq!(article.path.as_deref(), Some(&*raws[0].place));
    assert_eq!(raws[1].bytes, PAGE.as_bytes());
    assert_eq!(raws[1].charset.as_deref(), Some("utf-8"));
}

#[test]
fn a_packed_archive_is_a_member_a_record_or_all_in_one() {
    let records = [response(HTML, b"<p>One"), response(HTML, b"<p>Two"), response(HTML, b"<p>Three")];
    let each: Vec<Vec<u8>> = records.iter().map(|record| gzip(record)).collect();
    let (raws, troubles, _) = read(&[&each.concat()[..], &[0; 700]].concat());
    assert_eq!(troubles, [""; 0]);
    let offset = each[0].len() + each[1].len();
    assert_eq!(raws[2].place, format!("cc.warc:record 3 (offset {offset})"));
    assert_eq!(pages(&each.concat()), ["<p>One", "<p>Two", "<p>Three"]);
    assert_eq!(pages(&gzip(&records.concat())), ["<p>One", "<p>Two", "<p>Three"]);
    // A record in several members.
    let pieces: Vec<u8> = records.concat().chunks(50).flat_map(gzip).collect();
    assert_eq!(pages(&pieces), ["<p>One", "<p>Two", "<p>Three"]);
    // Told a byte at a time.
    let (raws, ..) = all(|give| read_warc("a", io::BufReader::with_capacity(1, &each.concat()[..]), give));
    assert_eq!(raws.len(), 3);
}

#[test]
fn encodings_are_undone_as_the_bytes_have_them() {
    let zlib = || {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(PAGE.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let deflate = || {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(PAGE.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let brotli = || {
        let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
        encoder.write_all(PAGE.as_bytes()).unwrap();
        encoder.into_inner()
    };
    let chunks = |bytes: &[u8]| -> Vec<u8> {
        let chunk = |part: &[u8]| [format!("{:X}; a=b\r\n", part.len()).as_bytes(), part, b"\r\n"].concat();
        [bytes.chunks(37).flat_map(chunk).collect(), b"0\r\nTrailer: a\r\n\r\n".to_vec()].concat()
    };
    let plain = PAGE.as_bytes().to_vec();
    for (headers, body) in [
        ("Server: a", plain.clone()),
        ("Content-Encoding: gzip", gzip(PAGE.as_bytes())),
        ("CONTENT-encoding:x-gzip", gzip(PAGE.as_bytes())),
        ("Content-Encoding: deflate", zlib()),
        ("Content-Encoding: deflate", deflate()),
        ("Content-Encoding: br", brotli()),
        ("Content-Encoding:\r\n br", brotli()),
        ("Content-Encoding: br, gzip", gzip(&brotli())),
        ("Transfer-Encoding: chunked", chunks(PAGE.as_bytes())),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunks(&gzip(PAGE.as_bytes()))),
        ("Transfer-Encoding: gzip, chunked", chunks(&gzip(PAGE.as_bytes()))),
        // What is said of them is not so.
        ("Content-Encoding: gzip", plain.clone()),
        ("Content-Encoding: deflate", plain.clone()),
        ("Content-Encoding: br", plain.clone()),
        ("Content-Encoding: x-unknown", plain.clone()),
        ("Transfer-Encoding: chunked", plain.clone()),
        ("X-Crawler-Content-Encoding: gzip", plain.clone()),
        ("X-Crawler-Content-Encoding: gzip", gzip(PAGE.as_bytes())),
    ] {
        let archive = response(&format!("{HTML}\r\n{headers}"), &body);
        assert_eq!(pages(&archive), [PAGE], "{headers}");
    }
}

#[test]
fn what_is_missing_of_a_body_is_noted() {
    let packed = gzip(PAGE.repeat(20).as_bytes());
    for (headers, body) in [
        ("Transfer-Encoding: chunked", b"30\r\n<p>The bridge".to_vec()),
        ("Transfer-Encoding: chunked", b"d\r\n<p>The bridge\r\nnonsense".to_vec()),
        ("Content-Encoding: gzip", packed[..packed.len() - 30].to_vec()),
    ] {
        let (raws, troubles, _) = read(&response(&format!("{HTML}\r\n{headers}"), &body));
        assert_eq!((raws.len(), &troubles[..]), (1, &[][..]));
        assert_eq!(raws[0].notes[0].code, "cut-off", "{headers}");
        assert!(String::from_utf8_lossy(&raws[0].bytes).contains("The bridge"), "{headers}");
        assert!(raws[0].article().unwrap().notes.iter().any(|note| note.code == "cut-off" && note.lost));
    }
}

#[test]
fn what_a_page_is_may_be_told_by_the_crawler_or_the_page() {
    let one = |head: &str, identified: &str, body: &[u8]| {
        let archive = String::from_utf8(response(head, body)).unwrap();
        let line = format!("WARC-Type: response\r\nWARC-Identified-Payload-Type: {identified}\r\n");
        read(archive.replacen("WARC-Type: response\r\n", &line, 1).as_bytes()).0.len()
    };
    let untold = "HTTP/1.1 200 OK\r\nServer: a";
    assert_eq!(one(untold, "text/html", PAGE.as_bytes()), 1);
    assert_eq!(one(untold, "", PAGE.as_bytes()), 1);
    assert_eq!(one(untold, "application/pdf", PAGE.as_bytes()), 0);
    assert_eq!(one(untold, "", b"{}"), 0);
    assert_eq!(one("HTTP/1.1 200\r\ncontent-type: Application/XHTML+xml", "text/plain", PAGE.as_bytes()), 1);
    assert_eq!(one("HTTP/1.1 200 OK\r\nContent-Type: text/css", "text/html", PAGE.as_bytes()), 0);
    assert_eq!(one(HTML, "", b" \r\n"), 0);
    assert_eq!(one("nonsense", "", PAGE.as_bytes()), 0);
}

#[test]
fn the_servers_charset_goes_before_the_pages() {
    let page = b"<meta charset=windows-1251><title>A</title><p>\x93No,\x94 said the caf\xe9\x92s owner to them.</p>";
    let (raws, ..) = read(&response("HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset=\"windows-1252\"", page));
    assert!(raws[0].article().unwrap().text.contains("“No,” said the café’s owner"));
}

#[test]
fn lenient_with_line_ends_and_the_form_of_headers() {
    let block = format!("HTTP/1.1 200 OK\nContent-Type: text/html\n\n{PAGE}");
    let archive = format!(
        "\n\nWARC/1.1\nwarc-type: Response\nWARC-Target-URI: <https://courier.example/a>\ncontent-length:{}\nX: a\n b\n\n{block}\n\n\n",
        block.len()
    );
    let (raws, troubles, _) = read(archive.repeat(2).as_bytes());
    assert_eq!((raws.len(), &troubles[..]), (2, &[][..]));
    assert_eq!((raws[0].url.as_deref(), &raws[0].fetched), (Some("https://courier.example/a"), &None));
}

#[test]
fn a_broken_record_costs_itself_alone() {
    let good = response(HTML, PAGE.as_bytes());
    let no_length = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>A\r\n\r\n".to_vec();
    let (raws, troubles, _) = read(&[&good[..], &no_length, &good, b"nonsense\r\nand more\r\n", &good].concat());
    assert_eq!(raws.len(), 3);
    let (second, fourth) = (good.len(), 2 * good.len() + no_length.len());
    assert_eq!(troubles.len(), 2, "{troubles:?}");
    assert!(troubles[0].starts_with(&format!("cc.warc:record 2 (offset {second}): record does not say how long")));
    assert!(troubles[1].starts_with(&format!("cc.warc:record 4 (offset {fourth}): this is no WARC record")));
    // Longer and shorter than it says.
    let text = String::from_utf8(good.clone()).unwrap();
    let length = text.split("Content-Length: ").nth(1).unwrap().split('\r').next().unwrap().to_owned();
    let short = text.replacen(&format!("Content-Length: {length}"), "Content-Length: 150", 1).into_bytes();
    let (raws, troubles, _) = read(&[&short[..], &good].concat());
    assert_eq!((raws.len(), troubles.len()), (2, 1), "{troubles:?}");
}

#[test]
fn a_damaged_member_costs_itself_alone() {
    let members: Vec<Vec<u8>> = (0..30)
        .map(|number| gzip(&response(HTML, format!("<p>{number}</p>{}", PAGE.repeat(number + 1)).as_bytes())))
        .collect();
    let mut archive = members.concat();
    let at = members[..10].iter().map(Vec::len).sum::<usize>() + members[10].len() / 2;
    archive[at..at + 60].fill(0xA5);
    let (raws, troubles, _) = read(&archive);
    assert!(raws.len() >= 29, "{}", raws.len());
    assert!(String::from_utf8_lossy(&raws[raws.len() - 1].bytes).starts_with("<p>29"));
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert!(troubles[0].starts_with("cc.warc:record 11 (offset "), "{troubles:?}");
    // Something else between members.
    let (raws, troubles, _) = read(&[&members[0][..], b"nonsense", &members[1]].concat());
    assert_eq!((raws.len(), troubles.len()), (2, 1), "{troubles:?}");
}

#[test]
fn of_an_archive_that_is_cut_off_what_is_there_is_read() {
    let good = response(HTML, PAGE.as_bytes());
    let two = [&good[..], &good].concat();
    for archive in [two[..two.len() - 60].to_vec(), {
        let packed = [gzip(&good), gzip(&good)].concat();
        packed[..packed.len() - 20].to_vec()
    }] {
        let (raws, troubles, _) = read(&archive);
        assert_eq!((raws.len(), troubles.len()), (2, 1), "{troubles:?}");
        assert_eq!(raws[1].notes[0].code, "cut-off");
        assert!(troubles[0].starts_with("cc.warc:record 2 (offset "), "{troubles:?}");
        assert!(
            troubles[0].ends_with(" within this record; what was there is read: fetch the file again"),
            "{troubles:?}"
        );
    }
    for cut in 0..two.len() {
        let (raws, ..) = read(&two[..cut]);
        assert!(raws.len() <= 2);
    }
}

#[test]
fn no_more_than_an_article_can_have_is_read() {
    let large = vec![b' '; MAX_ARTICLE_BYTES + (2 << 20)];
    let good = response(HTML, PAGE.as_bytes());
    let plain = response(HTML, &large);
    let packed = response(&format!("{HTML}\r\nContent-Encoding: gzip"), &gzip(&large));
    let (raws, troubles, _) = read(&[&plain[..], &packed, &good].concat());
    assert_eq!((raws.len(), troubles.len()), (1, 2));
    assert!(troubles.iter().all(|trouble| trouble.contains("16 MiB")), "{troubles:?}");
}

#[test]
fn a_web_archive_is_known_by_its_beginning() {
    let good = response(HTML, PAGE.as_bytes());
    for (head, expect) in [
        (&good[..], true),
        (&gzip(&good), true),
        (&gzip(&good)[..200], true),
        (&gzip(PAGE.as_bytes()), false),
        (b"WAR", false),
        (b"", false),
        (b"\x1f\x8b\x08", false),
    ] {
        assert_eq!(is_warc(head), expect);
    }
}

#[test]
fn no_more_is_handed_on_than_is_wanted() {
    let good = response(HTML, PAGE.as_bytes()).repeat(3);
    let tally = read_warc("a", &good[..], &mut |_| ControlFlow::Break(()));
    assert_eq!((tally.articles, tally.is_stopped), (1, true));
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        is_warc(&bytes);
        read(&bytes);
        read(&[&GZIP[..], &[8], &bytes].concat());
        read(&response(&format!("{HTML}\r\nContent-Encoding: br"), &bytes));
        read(&response(&format!("{HTML}\r\nContent-Encoding: deflate\r\nTransfer-Encoding: chunked"), &bytes));
    }

    #[test]
    fn damaged_archives_are_read_to_their_end(at in 0..1200_usize, put in prop::collection::vec(any::<u8>(), 0..20)) {
        let good = response(HTML, PAGE.as_bytes());
        for mut archive in [good.repeat(2), [gzip(&good), gzip(&good)].concat(), gzip(&good.repeat(2))] {
            let at = at % archive.len();
            let end = (at + put.len()).min(archive.len());
            archive.splice(at..end, put.iter().copied());
            prop_assert!(read(&archive).0.len() <= 3);
        }
    }
}
