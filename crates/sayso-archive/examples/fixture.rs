//! Makes `tests/fixtures/version-N.db.zst`, an archive as this version of the format has it, packed: `cargo run -p sayso-archive
//! --example fixture`.
//!
//! One is kept of every version that was released, so that later programs are held to open it. It is made anew only while its version
//! is not released yet.

use std::error::Error;
use std::fs;
use std::path::Path;

use sayso_archive::{Archive, Form, Incoming, VERSION};
use sayso_article::{Format, read, read_json_line};
use sayso_reading::Reader;

/// Outlet, address, when, text: a leak that one agency tells of first, what others make of it, a copy, a revision.
const LINES: &[[&str; 4]] = &[
    [
        "Northern Wire",
        "https://northernwire.example/osterby-1",
        "2026-11-23T06:40:00Z",
        "OSTERBY, Nov. 23 (Northern Wire) — At least 12 people were injured when ammonia leaked from the cold store at Osterby on \
         Monday, the interior ministry said. “The relief valve had been wired shut since spring,” Ida Roe, a ministry \
         spokeswoman, told reporters.\n\nAn official who spoke on condition of anonymity because the inquiry is not finished \
         said the owner had been warned twice. Lund Cold, which runs the store, did not answer calls.",
    ],
    [
        "Argus",
        "https://argus.example/osterby",
        "2026-11-23T08:10:00Z",
        "OSTERBY, Nov. 23 (Northern Wire) — At least 12 people were injured when ammonia leaked from the cold store at Osterby on \
         Monday, the interior ministry said. “The relief valve had been wired shut since spring,” Ida Roe, a ministry \
         spokeswoman, told reporters.\n\nAn official who spoke on condition of anonymity because the inquiry is not finished \
         said the owner had been warned twice. Lund Cold, which runs the store, did not answer calls.",
    ],
    [
        "Courier",
        "https://courier.example/news/valve",
        "2026-11-24T07:00:00Z",
        "The relief valve had been “wired shut”, Ida Roe of the interior ministry told Northern Wire. The Osterby hospital said on \
         Tuesday that 14 people had been injured. Per Lund, the owner of Lund Cold, denied that he had been warned.",
    ],
    [
        "Courier",
        "https://courier.example/news/valve?utm_source=feed",
        "2026-11-24T07:00:00Z",
        "The relief valve had been “wired shut”, officials said. The Osterby hospital said on Tuesday that 17 people had been \
         injured. Per Lund, the owner of Lund Cold, denied that he had been warned.",
    ],
];

/// A page of its own.
const PAGE: &str = "<!doctype html><html><head><title>Minutes name the valve</title>\
    <meta property=\"og:site_name\" content=\"Ledger\"><link rel=\"canonical\" href=\"https://ledger.example/minutes\">\
    <meta property=\"article:published_time\" content=\"2026-11-25T09:30:00+01:00\"></head><body><article>\
    <h1>Minutes name the valve</h1><p>The harbour board knew in March that the valve was shut, according to minutes seen by the Ledger. \
    “We asked for a new one,” said Anselm Krail, the harbour master.</p><p>About 20 people were injured, the harbour board said on \
    Wednesday.</p></article></body></html>";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("fixture.db");
    let (archive, reader) = (Archive::create(&path)?, Reader::new());
    archive.begin()?;
    for (at, [outlet, url, published, text]) in LINES.iter().enumerate() {
        let line =
            serde_json::json!({ "url": url, "outlet": outlet, "published": published, "text": text }).to_string();
        let article = read_json_line(line.as_bytes(), Some(&format!("osterby.jsonl:{}", at + 1)))?;
        let (reading, bytes) = (reader.read(article), line.as_bytes());
        archive.add(&Incoming { reading: &reading, form: &Form::File(Format::JsonLines), bytes, reader: "fixture" })?;
    }
    let reading = reader.read(read(PAGE.as_bytes(), Format::Html, Some("minutes.html")));
    archive.add(&Incoming {
        reading: &reading,
        form: &Form::File(Format::Html),
        bytes: PAGE.as_bytes(),
        reader: "fixture",
    })?;
    archive.keep()?;
    // The last to close it writes the log back.
    drop(archive);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/version-{VERSION}.db.zst"));
    fs::write(kept, zstd::encode_all(fs::File::open(path)?, 19)?)?;
    Ok(())
}
