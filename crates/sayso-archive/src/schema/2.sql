-- Version 2: what a search asks of many articles stands by itself and not between their texts, of which SQLite would read a page each.
CREATE INDEX article_by_outlet ON article (outlet);
-- Reads like a table of its own: `article INDEXED BY article_by_id` by `id`.
CREATE INDEX article_by_id ON article (id, day);
