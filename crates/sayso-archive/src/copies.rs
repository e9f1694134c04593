//! Near copies: what a wire sent to many, what is syndicated, the same page for telephones.
//!
//! `MinHash` with bands (Broder 1997; Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, 3.4) finds candidates, and the share
//! of word triples that both have says whether they are copies.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::ArchiveError;
use crate::bands;
use crate::shingles::{self, likeness, mixed};

/// Bands, rows of each, and how many bands two texts must meet in to be compared: those of which .8 is shared do with a likelihood of
/// .997, those of which .85 is with .9999. Of those that share .2, as articles on one subject may, 3 of 10,000 do: each of them costs a
/// comparison, and a large archive has many.
const BANDS: usize = 16;
const ROWS: usize = 4;
const MEETINGS: usize = 2;
/// Shingles below which a text is too short to be a copy by them.
const LEAST: usize = 20;
/// From which share on two texts are copies.
const COPY: f64 = 0.8;

/// The hashes of a text's bands, each once; none for a short one.
fn hashes(shingles: &[u64]) -> Vec<u32> {
    if shingles.len() < LEAST {
        return Vec::new();
    }
    let least = |row: u64| shingles.iter().map(|shingle| mixed(shingle ^ mixed(row + 1))).min().unwrap_or(0);
    let hash = |band: usize| {
        let rows = (0..ROWS).map(|row| least((band * ROWS + row) as u64));
        // Begun with its number, so that bands do not meet one another.
        let hash = rows.fold(band as u64, |all: u64, least| mixed(all.rotate_left(17) ^ least)) as u32;
        hash >> (u32::BITS - bands::HASH_BITS)
    };
    let mut hashes: Vec<u32> = (0..BANDS).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Notes the bands of an article, and of which earlier one it is a copy, if it is. Revisions of one article are none of each other.
pub(crate) fn note(db: &Connection, article: i64, key: &str, text: &str) -> Result<(), ArchiveError> {
    let own = shingles::of(text);
    let hashes = hashes(&own);
    if let Some((of, likeness)) = first(db, article, key, &own, &hashes)? {
        db.prepare_cached("INSERT INTO copy (article, of, likeness) VALUES (?, ?, ?)")?.execute(params![
            article,
            of,
            (likeness * 1e4).round() / 1e4
        ])?;
    }
    bands::put(db, article, &hashes)
}

/// Takes out the bands of an article, by the text that they were made of.
pub(crate) fn forget(db: &Connection, article: i64, text: &str) -> Result<(), ArchiveError> {
    bands::take_out(db, article, &hashes(&shingles::of(text)))
}

/// Notes the bands of all articles, of an archive that has none yet.
pub(crate) fn note_all(db: &Connection) -> Result<(), ArchiveError> {
    let mut select = db.prepare("SELECT id, text FROM article ORDER BY id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(1)?;
        bands::put(db, row.get(0)?, &hashes(&shingles::of(&text)))?;
    }
    Ok(())
}

/// The earliest article of which this text is a copy, and how alike they are.
fn first(
    db: &Connection,
    article: i64,
    key: &str,
    own: &[u64],
    hashes: &[u32],
) -> Result<Option<(i64, f64)>, ArchiveError> {
    let mut candidates: Vec<i64> = meeting(db, article, hashes)?;
    let mut first = db.prepare_cached("SELECT coalesce((SELECT of FROM copy WHERE article = ?1), ?1)")?;
    for candidate in &mut candidates {
        *candidate = first.query_row([*candidate], |row| row.get(0))?;
    }
    candidates.sort_unstable();
    candidates.dedup();
    let mut text = db.prepare_cached("SELECT text FROM article WHERE id = ? AND key <> ?")?;
    for candidate in candidates {
        let Some(text) = text.query_row(params![candidate, key], |row| row.get::<_, String>(0)).optional()? else {
            continue;
        };
        let likeness = likeness(own, &shingles::of(&text));
        if likeness >= COPY {
            return Ok(Some((candidate, likeness)));
        }
    }
    Ok(None)
}

/// Earlier articles that meet this one in bands enough.
fn meeting(db: &Connection, article: i64, hashes: &[u32]) -> Result<Vec<i64>, ArchiveError> {
    let mut met: BTreeMap<i64, usize> = BTreeMap::new();
    for hash in hashes {
        for other in bands::with(db, *hash)?.into_iter().filter(|other| *other < article) {
            *met.entry(other).or_default() += 1;
        }
    }
    Ok(met.into_iter().filter(|(_, meetings)| *meetings >= MEETINGS).map(|(other, _)| other).collect())
}
