-- What a measure's tolerance was before it was changed, so that no past rating changes with it.
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
