-- Sayso's archive, version 1. `PRAGMA user_version` says the version, `PRAGMA application_id` that it is one.
--
-- The tables hold what was read, each thing once; the views (`articles`, `statements`, `sources`, `figures`, `copies`) are for people
-- and for Datasette. All offsets are code points of the article's text, from 0, the end exclusive: as `substr` counts, less one.
--
-- The sources, statements and figures of article 12 have the rows 12000001, 12000002, …: a million times the article's, and the
-- number in the article. So they stand together in the file, and keep their rows when other articles come. What points to another
-- of the same article keeps its number alone (`source_number`); the column with the row (`source`) is made of it when it is read.
-- So are names of which there are few (`kind` of `kind_number`).

CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    -- As articles call it.
    name TEXT NOT NULL UNIQUE
) STRICT;

-- An article as it stood when it was added. The same article with another text is a revision: another row with the same `key`.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    -- What stays when the text changes: the address without what only tracks readers, else the publisher's identifier, else the
    -- path.
    key TEXT NOT NULL,
    -- 1 for the first with this key, then 2, …
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- The beginning of the SHA-256 of key, outlet, title, dates and text: what has the same was added before.
    content BLOB NOT NULL UNIQUE CHECK (length(content) = 16),
    url TEXT,
    outlet INTEGER REFERENCES outlet (id),
    title TEXT,
    byline TEXT,
    -- As the article has them.
    published TEXT,
    modified TEXT,
    -- The day of publication, `2026-11-27`, where `published` says one: the day where the article was published.
    day TEXT,
    -- The moment in UTC, `2026-11-27T06:00:00Z`, where `published` has a time with its zone, else the day: as texts they stand
    -- in the order of time.
    moment TEXT,
    language TEXT,
    -- The file that it was read from, and the line or record in it.
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    -- A JSON array in text order: [part, start, end] for paragraphs in a row that are one and the same and have blank lines between
    -- them, and none inside; [part, [[start, end], …]] for others.
    parts TEXT NOT NULL,
    -- What the bytes were: a file that is text, markdown or html; jsonl, a line of JSON; page, a web page as it was fetched; item, a
    -- feed with one entry.
    format TEXT NOT NULL,
    -- Of a page: where it was fetched from, if that is not `url`; the encoding that the server named; when, as the web archive or the
    -- fetching has it.
    address TEXT,
    charset TEXT,
    fetched TEXT,
    -- The bytes, as zstd whose dictionary is what the row has besides; none where they are the text.
    raw BLOB,
    -- What read it: the version of the program, and which weights it had: `0.1.0+89abcdef`.
    reader TEXT NOT NULL,
    UNIQUE (key, revision)
) STRICT;

-- Who is a source in one article. Unnamed sources are descriptions in it and are never put together with others'.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL AS (id / 1000000) REFERENCES article (id),
    type_number INTEGER NOT NULL,
    type TEXT NOT NULL AS (CASE type_number
        WHEN 0 THEN 'named_person' WHEN 1 THEN 'named_organization' WHEN 2 THEN 'document' WHEN 3 THEN
        'anonymous_source' WHEN 4 THEN 'unnamed_person' WHEN 5 THEN 'unnamed_group'
    END),
    -- The fullest name that the article gives; none for the unnamed.
    name TEXT,
    -- The words that stand for it first, where they are not its name.
    description TEXT,
    -- JSON arrays of words; none where there are none.
    titles TEXT,
    affiliations TEXT,
    -- Why it can know, in the article's words.
    justification TEXT,
    terms TEXT,
    terms_reason TEXT
) STRICT;

-- One attribution.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL AS (id / 1000000) REFERENCES article (id),
    -- The statement in whose content this one lies.
    within_number INTEGER,
    within INTEGER AS (id / 1000000 * 1000000 + within_number),
    source_number INTEGER,
    source INTEGER AS (id / 1000000 * 1000000 + source_number),
    kind_number INTEGER NOT NULL,
    kind TEXT NOT NULL AS (CASE kind_number WHEN 0 THEN 'direct' WHEN 1 THEN 'indirect' WHEN 2 THEN 'mixed' END),
    act_number INTEGER NOT NULL,
    act TEXT NOT NULL AS (CASE act_number WHEN 0 THEN 'says' WHEN 1 THEN 'thinks' WHEN 2 THEN 'wants' END),
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    -- How likely it is that a trained reader would find it so, in thousandths.
    confidence INTEGER NOT NULL,
    -- From the first character of the content to its last.
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    -- JSON arrays, [start, end, start, end, …]; `pieces` only where the content is in several, the others only where there are such words.
    pieces TEXT,
    source_at TEXT,
    cue_at TEXT,
    terms TEXT,
    terms_reason TEXT,
    channel TEXT,
    stance TEXT,
    -- The statement that it takes up.
    stance_of_number INTEGER,
    stance_of INTEGER AS (id / 1000000 * 1000000 + stance_of_number),
    -- In a headline: the statement in the body that it rests on.
    rests_on_number INTEGER,
    rests_on INTEGER AS (id / 1000000 * 1000000 + rests_on_number),
    -- When it was said: a day, a month, a year, or `2026-11-01/2026-11-03`.
    said_on TEXT,
    -- From the article outwards to the root, sources of this article as a JSON array of their numbers, null for the article where it is
    -- no source. None where it is the article and the source alone, and for a statement in which others lie.
    chain TEXT,
    -- Whether others lie in it.
    holds INTEGER NOT NULL CHECK (holds IN (0, 1))
) STRICT;

-- A number that something is said about.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL AS (id / 1000000) REFERENCES article (id),
    -- The innermost statement that has it; none in the writer's voice.
    statement_number INTEGER,
    statement INTEGER AS (id / 1000000 * 1000000 + statement_number),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    bound_number INTEGER NOT NULL,
    bound TEXT NOT NULL AS (CASE bound_number
        WHEN 0 THEN 'exactly' WHEN 1 THEN 'at_least' WHEN 2 THEN 'more_than' WHEN 3 THEN 'about' WHEN 4 THEN 'up_to'
        WHEN 5 THEN 'less_than' WHEN 6 THEN 'between' WHEN 7 THEN 'unstated'
    END),
    unit TEXT NOT NULL,
    measure TEXT,
    who TEXT,
    place TEXT,
    as_of TEXT,
    part_of_number INTEGER,
    part_of INTEGER AS (id / 1000000 * 1000000 + part_of_number)
) STRICT;
CREATE INDEX figure_by_measure ON figure (measure) WHERE measure IS NOT NULL;

-- Articles whose texts are nearly the same: each with the first of them in this archive.
CREATE TABLE copy (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    of INTEGER NOT NULL REFERENCES article (id),
    -- The share of their word triples that both have, 0 to 1.
    likeness REAL NOT NULL
) STRICT;
CREATE INDEX copy_by_first ON copy (of);

-- MinHash bands (Broder 1997) by which near copies are found: the hashes of each article, one of each band, as words. An index of full text
-- appends where a table of hashes would write to a page of its own for each.
CREATE VIRTUAL TABLE copy_index USING fts5 (
    hashes, content = '', detail = none, columnsize = 0, tokenize = 'unicode61'
);

-- The views show what people read: words for offsets and rows, lists with `; ` between, and first what is read first. `id`, `article`,
-- `statement`, `source_id` and the like are rows of the tables.

CREATE VIEW articles AS
SELECT
    a.id, a.title, o.name AS outlet, a.day, a.moment, a.byline, a.revision, (SELECT y.of FROM copy y WHERE y.article = a.id) AS copy_of,
    (SELECT count(*) FROM statement s WHERE s.id BETWEEN a.id * 1000000 AND a.id * 1000000 + 999999) AS statements,
    length(a.text) AS characters, a.language, a.url, a.path
FROM article a LEFT JOIN outlet o ON o.id = a.outlet;

CREATE VIEW statements AS
SELECT
    s.id, substr(a.text, s.start + 1, s.stop - s.start) AS content,
    coalesce(c.name, c.description) AS source, c.type AS source_type,
    -- Without functions of JSON: SQLite lets no view use them where schemas are not trusted.
    (
        SELECT group_concat(substr(a.text, b.value + 1, e.value - b.value), ' … ')
        FROM json_each(s.cue_at) b, json_each(s.cue_at) e
        WHERE b.key % 2 = 0 AND e.key = b.key + 1
    ) AS cue,
    -- From the article outwards; none where the source is the only link.
    (
        SELECT group_concat(coalesce(l.name, l.description, '?'), ' ← ')
        FROM json_each(s.chain) e LEFT JOIN source l ON l.id = s.article * 1000000 + e.value
        WHERE e.key > 0
    ) AS chain,
    coalesce(s.terms, c.terms) AS terms, coalesce(s.terms_reason, c.terms_reason) AS terms_reason,
    o.name AS outlet, a.day, s.act, s.kind, s.negated, s.stance, s.stance_of, s.channel, s.said_on,
    s.confidence / 1000.0 AS confidence, s.article, s.source AS source_id, s.within, a.url
FROM statement s
JOIN article a ON a.id = s.article
LEFT JOIN outlet o ON o.id = a.outlet
LEFT JOIN source c ON c.id = s.source;

CREATE VIEW sources AS
SELECT
    c.id, c.name, coalesce(c.description, c.name) AS description, c.type,
    (SELECT group_concat(e.value, '; ') FROM json_each(c.titles) e) AS titles,
    (SELECT group_concat(e.value, '; ') FROM json_each(c.affiliations) e) AS affiliations,
    c.justification, c.terms, c.terms_reason,
    (
        SELECT count(*) FROM statement s
        WHERE s.id BETWEEN c.article * 1000000 AND c.article * 1000000 + 999999 AND s.source = c.id
    ) AS statements,
    o.name AS outlet, a.day, c.article
FROM source c
JOIN article a ON a.id = c.article
LEFT JOIN outlet o ON o.id = a.outlet;

CREATE VIEW figures AS
SELECT
    f.id, substr(a.text, f.start + 1, f.stop - f.start) AS words, f.value, f.low, f.high, f.bound, f.unit, f.measure, f.who, f.place,
    f.as_of, coalesce(c.name, c.description) AS given_by, c.type AS given_by_type, o.name AS outlet, a.day, f.article, f.statement
FROM figure f
JOIN article a ON a.id = f.article
LEFT JOIN outlet o ON o.id = a.outlet
LEFT JOIN statement s ON s.id = f.statement
LEFT JOIN source c ON c.id = s.source;

CREATE VIEW copies AS
SELECT
    y.article, a.title, o.name AS outlet, a.day, y.likeness, y.of, b.title AS of_title, p.name AS of_outlet, b.day AS of_day
FROM copy y
JOIN article a ON a.id = y.article
LEFT JOIN outlet o ON o.id = a.outlet
JOIN article b ON b.id = y.of
LEFT JOIN outlet p ON p.id = b.outlet;

-- Full text. The words stand in the tables alone; the indices know where. The text comes before the title: in an FTS5 index what stands in
-- any column but the first takes two bytes more.
CREATE VIRTUAL TABLE article_index USING fts5 (
    text, title, content = 'article', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
-- FTS5 reads no view that reads JSON.
CREATE VIEW statement_words AS
SELECT s.id, substr(a.text, s.start + 1, s.stop - s.start) AS content
FROM statement s JOIN article a ON a.id = s.article;
CREATE VIRTUAL TABLE statement_index USING fts5 (
    content, content = 'statement_words', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE source_index USING fts5 (
    name, description, titles, affiliations, content = 'source', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
