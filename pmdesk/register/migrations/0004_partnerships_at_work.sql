-- Partnerships at work: what partners undertake and say, risks, what milestones wait for, corrections.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE contribution (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    what TEXT,
    undertaken ANY CHECK (typeof(undertaken) IN ('null', 'integer', 'text')),
    due TEXT,
    delivered ANY CHECK (typeof(delivered) IN ('null', 'integer', 'text')),
    delivered_on TEXT,
    share TEXT,
    note TEXT
) STRICT;
CREATE INDEX contribution_partnership ON contribution(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX contribution_organisation ON contribution(organisation) WHERE organisation IS NOT NULL;

CREATE TABLE partner_words (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    said_on TEXT,
    said_by TEXT,
    text TEXT
) STRICT;
CREATE INDEX partner_words_organisation ON partner_words(organisation) WHERE organisation IS NOT NULL;
CREATE INDEX partner_words_partnership ON partner_words(partnership) WHERE partnership IS NOT NULL;

CREATE TABLE risk (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    likelihood TEXT,
    impact TEXT,
    mitigation TEXT,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    review_due TEXT,
    closed_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX risk_partnership ON risk(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX risk_owner ON risk(owner) WHERE owner IS NOT NULL;

CREATE TABLE waits_for (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    milestone TEXT REFERENCES milestone(id) DEFERRABLE INITIALLY DEFERRED,
    waits_for TEXT REFERENCES milestone(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;
CREATE INDEX waits_for_milestone ON waits_for(milestone) WHERE milestone IS NOT NULL;
CREATE INDEX waits_for_waits_for ON waits_for(waits_for) WHERE waits_for IS NOT NULL;

ALTER TABLE partnership ADD COLUMN adds_value TEXT;
ALTER TABLE partnership ADD COLUMN serves_public TEXT;
ALTER TABLE partnership ADD COLUMN fundamental ANY CHECK (typeof(fundamental) IN ('null', 'integer', 'text'));
ALTER TABLE partnership ADD COLUMN reliance ANY CHECK (typeof(reliance) IN ('null', 'integer', 'text'));
ALTER TABLE milestone ADD COLUMN objective TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX milestone_objective ON milestone(objective) WHERE objective IS NOT NULL;
ALTER TABLE progress_update ADD COLUMN corrects TEXT REFERENCES progress_update(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX progress_update_corrects ON progress_update(corrects) WHERE corrects IS NOT NULL;
ALTER TABLE settings ADD COLUMN significance_rule TEXT;
ALTER TABLE settings ADD COLUMN significance_amount ANY CHECK (typeof(significance_amount) IN ('null', 'integer', 'text'));
ALTER TABLE settings ADD COLUMN significance_least ANY CHECK (typeof(significance_least) IN ('null', 'integer', 'text'));
ALTER TABLE settings ADD COLUMN significance_major ANY CHECK (typeof(significance_major) IN ('null', 'integer', 'text'));
ALTER TABLE settings ADD COLUMN significance_moderate ANY CHECK (typeof(significance_moderate) IN ('null', 'integer', 'text'));

-- What the Desk asks of kinds of which there may be hundreds of thousands.
CREATE INDEX progress_update_period ON progress_update(partnership, period);
CREATE INDEX progress_update_reported ON progress_update(partnership, status, submitted_on, signed_off_on)
    WHERE deleted = 0;
CREATE INDEX milestone_open ON milestone(first_due) WHERE done_on IS NULL AND deleted = 0;

-- What lists of any length are read from, end to end and without looking up a row: updates by their period,
-- and the few records that are still waited for, which no list shows. And the milestones that are done, so that
-- a count of them looks at no other, and a list of the others need only leave them out.
CREATE INDEX progress_update_listed ON progress_update(period, n) WHERE deleted = 0 AND stub = 0;
CREATE INDEX record_waiting ON record(kind) WHERE made_at IS NULL;
CREATE INDEX milestone_done ON milestone(done_on) WHERE done_on IS NOT NULL AND deleted = 0 AND stub = 0;
