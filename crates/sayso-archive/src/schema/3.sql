-- Version 3: the bands by which near copies are found are looked up in rows. In an index of full text each question went through all the
-- pieces that it was written in, and adding an article took the longer the more there were.
DROP TABLE copy_index;

-- MinHash bands (Broder 1997): the hashes of each article, one of each band, 24 bits each. Those of an article are taken at random from all, so
-- that they gather in a small table first.
CREATE TABLE copy_band_new (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
-- Those that were moved: after every 2,048th article.
CREATE TABLE copy_band (
    -- The first 16 bits of the hashes in here.
    bucket INTEGER PRIMARY KEY,
    -- For each hash 5 bytes: its last 8 bits, and the article that has it, the lowest byte first.
    articles BLOB NOT NULL
) STRICT;
