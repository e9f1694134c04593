//! Where the bands of all articles are kept, so that those that meet are found without looking at the others.
//!
//! Each article has its 16 hashes at 16 places far from each other. Written there at once, every article would change 16 pages; so they
//! gather in a small table and are moved together, in the order of their places, as in a log-structured merge-tree (O'Neil et al. 1996).
//! A place is a bucket of hashes that begin alike, and the articles in it stand in a row of bytes: 5 for each.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::ArchiveError;

/// Bits of a hash. The first of them say which bucket, and the rest stands in there: of two articles that have nothing in common, in an
/// archive of a million, one in a million meet.
pub(crate) const HASH_BITS: u32 = 24;
const REST_BITS: u32 = 8;
/// After so many articles what has gathered is moved. Counted by rows, so that it is the same whenever adding was broken off.
const GATHERED: i64 = 2048;

/// The bytes of a hash's rest and of an article in a bucket.
const EACH: usize = 5;

fn entry(hash: u32, article: i64) -> [u8; EACH] {
    let [a, b, c, d, ..] = article.to_le_bytes();
    [hash.to_le_bytes()[0], a, b, c, d]
}

fn article_of(entry: [u8; EACH]) -> i64 {
    let [_, a, b, c, d] = entry;
    i64::from(u32::from_le_bytes([a, b, c, d]))
}

/// Adds the hashes of an article, each once.
pub(crate) fn put(db: &Connection, article: i64, hashes: &[u32]) -> Result<(), ArchiveError> {
    let mut insert = db.prepare_cached("INSERT INTO copy_band_new (hash, article) VALUES (?, ?)")?;
    for hash in hashes {
        insert.execute(params![hash, article])?;
    }
    if article % GATHERED == 0 { settle(db) } else { Ok(()) }
}

/// Moves what has gathered to where it stays.
fn settle(db: &Connection) -> Result<(), ArchiveError> {
    let mut buckets: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    let mut select = db.prepare_cached("SELECT hash, article FROM copy_band_new ORDER BY hash, article")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, article): (u32, i64) = (row.get(0)?, row.get(1)?);
        buckets.entry(hash >> REST_BITS).or_default().extend(entry(hash, article));
    }
    let mut add = db.prepare_cached(
        "INSERT INTO copy_band (bucket, articles) VALUES (?, ?) \
         ON CONFLICT (bucket) DO UPDATE SET articles = CAST(articles || excluded.articles AS BLOB)",
    )?;
    for (bucket, articles) in buckets {
        add.execute(params![bucket, articles])?;
    }
    db.prepare_cached("DELETE FROM copy_band_new")?.execute([])?;
    Ok(())
}

/// The articles that have a hash.
pub(crate) fn with(db: &Connection, hash: u32) -> Result<Vec<i64>, ArchiveError> {
    let mut found: Vec<i64> = Vec::new();
    if let Some(articles) = bucket(db, hash)? {
        let (entries, _) = articles.as_chunks::<EACH>();
        found.extend(entries.iter().filter(|of| of[0] == hash.to_le_bytes()[0]).map(|of| article_of(*of)));
    }
    let mut select = db.prepare_cached("SELECT article FROM copy_band_new WHERE hash = ?")?;
    for article in select.query_map([hash], |row| row.get(0))? {
        found.push(article?);
    }
    Ok(found)
}

/// Takes the hashes of an article out.
pub(crate) fn take_out(db: &Connection, article: i64, hashes: &[u32]) -> Result<(), ArchiveError> {
    for hash in hashes {
        db.prepare_cached("DELETE FROM copy_band_new WHERE hash = ? AND article = ?")?
            .execute(params![hash, article])?;
        let Some(articles) = bucket(db, *hash)? else { continue };
        let (entries, _) = articles.as_chunks::<EACH>();
        let gone = entry(*hash, article);
        let left: Vec<u8> = entries.iter().filter(|of| **of != gone).flatten().copied().collect();
        if left.len() < articles.len() {
            let mut update = db.prepare_cached("UPDATE copy_band SET articles = ? WHERE bucket = ?")?;
            update.execute(params![left, hash >> REST_BITS])?;
        }
    }
    Ok(())
}

fn bucket(db: &Connection, hash: u32) -> Result<Option<Vec<u8>>, ArchiveError> {
    let mut select = db.prepare_cached("SELECT articles FROM copy_band WHERE bucket = ?")?;
    Ok(select.query_row([hash >> REST_BITS], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        let sql = include_str!("schema/3.sql");
        db.execute_batch(&sql[sql.find("CREATE").unwrap()..]).unwrap();
        db
    }

    #[test]
    fn an_article_is_found_by_its_hashes_before_and_after_they_are_moved() {
        let db = fresh();
        put(&db, 7, &[0x00_0105, 0xFF_FFFF]).unwrap();
        put(&db, 300, &[0x00_0105, 0x00_0106]).unwrap();
        let check = |expect: [&[i64]; 4]| {
            let found = [0x00_0105, 0x00_0106, 0xFF_FFFF, 0xFF_FFFE].map(|hash| with(&db, hash).unwrap());
            assert_eq!(found, expect);
        };
        check([&[7, 300], &[300], &[7], &[]]);
        settle(&db).unwrap();
        check([&[7, 300], &[300], &[7], &[]]);
        put(&db, GATHERED, &[0x00_0106]).unwrap();
        check([&[7, 300], &[300, GATHERED], &[7], &[]]);
        let waiting: i64 = db.query_row("SELECT count(*) FROM copy_band_new", [], |row| row.get(0)).unwrap();
        assert_eq!(waiting, 0, "the last of so many articles moves them");
    }

    #[test]
    fn what_is_taken_out_is_found_no_more_wherever_it_stood() {
        let db = fresh();
        put(&db, 7, &[0x00_0105]).unwrap();
        put(&db, 8, &[0x00_0105]).unwrap();
        settle(&db).unwrap();
        put(&db, 9, &[0x00_0105]).unwrap();
        for article in [7, 9] {
            take_out(&db, article, &[0x00_0105]).unwrap();
        }
        assert_eq!(with(&db, 0x00_0105).unwrap(), [8]);
    }
}
