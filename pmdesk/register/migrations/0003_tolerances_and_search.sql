-- What a measure's tolerance was before it was changed, so that no past rating changes with it; and a search
-- that knows the first letter of every word.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE earlier_tolerance (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    before TEXT,
    tolerance TEXT,
    tolerance_is TEXT,
    note TEXT
) STRICT;
CREATE INDEX earlier_tolerance_measure ON earlier_tolerance(measure) WHERE measure IS NOT NULL;

CREATE INDEX measure_waiting ON measure(n) WHERE stub = 1;

-- A word's first letter is an index of its own now: without it that key looked at every word that begins so.
CREATE VIRTUAL TABLE search_by_letter USING fts5(
    title, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO search_by_letter(search_by_letter, rank) VALUES ('secure-delete', 1);
INSERT INTO search_by_letter(rowid, title, words) SELECT id, c0, c1 FROM search_content;
DROP TABLE search;
ALTER TABLE search_by_letter RENAME TO search;
