-- Laptops: whose each is and what its saves may change; whether a save counts.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE laptop (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    key TEXT,
    person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    counts_to TEXT,
    recovery TEXT,
    seal_key TEXT,
    note TEXT
) STRICT;
CREATE INDEX laptop_person ON laptop(person) WHERE person IS NOT NULL;

ALTER TABLE settings ADD COLUMN roles_on ANY CHECK (typeof(roles_on) IN ('null', 'integer', 'text'));
ALTER TABLE settings ADD COLUMN recovery_key TEXT;

-- Whether a save is applied: worked out from the journal (rights.py), never exchanged.
ALTER TABLE entry ADD COLUMN stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1));
CREATE INDEX entry_waiting ON entry(device) WHERE stands = 0;
