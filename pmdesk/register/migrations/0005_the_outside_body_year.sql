-- The outside-body year: report-backs, what an appointment follows, files as they were received, linked files.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE report_back (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    appointment TEXT REFERENCES appointment(id) DEFERRABLE INITIALLY DEFERRED,
    partner TEXT REFERENCES partner(id) DEFERRABLE INITIALLY DEFERRED,
    meeting_on TEXT,
    attendance TEXT,
    decided TEXT,
    action TEXT,
    action_done_on TEXT,
    internal TEXT,
    note TEXT
) STRICT;
CREATE INDEX report_back_appointment ON report_back(appointment) WHERE appointment IS NOT NULL;
CREATE INDEX report_back_partner ON report_back(partner) WHERE partner IS NOT NULL;

ALTER TABLE outside_body ADD COLUMN statutory ANY CHECK (typeof(statutory) IN ('null', 'integer', 'text'));
ALTER TABLE outside_body ADD COLUMN due_diligence_on TEXT;
ALTER TABLE appointment ADD COLUMN follows TEXT REFERENCES appointment(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX appointment_follows ON appointment(follows) WHERE follows IS NOT NULL;
ALTER TABLE settings ADD COLUMN returns_to TEXT;
ALTER TABLE partnership ADD COLUMN terms_file TEXT;
ALTER TABLE partnership ADD COLUMN agreement_file TEXT;
ALTER TABLE partnership ADD COLUMN exit_file TEXT;

-- Local to this file, outside the journal: left out when the tables are compared with it.
CREATE TABLE received (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    annual_update TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX received_annual_update ON received(annual_update);
