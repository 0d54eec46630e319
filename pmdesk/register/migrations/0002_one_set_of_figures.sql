-- Plans, objectives, measures, targets and readings; and what is kept beside a measure for lists and the Desk.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE plan (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    kind TEXT,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    service TEXT,
    starts TEXT,
    ends TEXT,
    note TEXT
) STRICT;
CREATE INDEX plan_organisation ON plan(organisation) WHERE organisation IS NOT NULL;
CREATE INDEX plan_partnership ON plan(partnership) WHERE partnership IS NOT NULL;

CREATE TABLE objective (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    plan TEXT REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT,
    kind TEXT,
    parent TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    service TEXT,
    description TEXT,
    note TEXT
) STRICT;
CREATE INDEX objective_plan ON objective(plan) WHERE plan IS NOT NULL;
CREATE INDEX objective_parent ON objective(parent) WHERE parent IS NOT NULL;
CREATE INDEX objective_owner ON objective(owner) WHERE owner IS NOT NULL;

CREATE TABLE alignment (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    objective TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    serves TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    how TEXT,
    note TEXT
) STRICT;
CREATE INDEX alignment_objective ON alignment(objective) WHERE objective IS NOT NULL;
CREATE INDEX alignment_serves ON alignment(serves) WHERE serves IS NOT NULL;

CREATE TABLE measure (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    code TEXT,
    definition TEXT,
    covers TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    objective TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    owner_organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    unit TEXT,
    decimals ANY CHECK (typeof(decimals) IN ('null', 'integer', 'text')),
    polarity TEXT,
    aggregation TEXT,
    frequency TEXT,
    source TEXT,
    data_supplier TEXT,
    baseline TEXT,
    baseline_on TEXT,
    profile TEXT,
    tolerance TEXT,
    tolerance_is TEXT,
    change_interval TEXT,
    direction_against TEXT,
    family TEXT,
    measured_by TEXT,
    measured_code TEXT,
    effort_hours ANY CHECK (typeof(effort_hours) IN ('null', 'integer', 'text')),
    visibility TEXT,
    note TEXT
) STRICT;
CREATE INDEX measure_partnership ON measure(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX measure_objective ON measure(objective) WHERE objective IS NOT NULL;
CREATE INDEX measure_owner_organisation ON measure(owner_organisation) WHERE owner_organisation IS NOT NULL;
CREATE INDEX measure_owner ON measure(owner) WHERE owner IS NOT NULL;

CREATE TABLE serves (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    objective TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;
CREATE INDEX serves_measure ON serves(measure) WHERE measure IS NOT NULL;
CREATE INDEX serves_objective ON serves(objective) WHERE objective IS NOT NULL;

CREATE TABLE target (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT,
    value TEXT,
    low TEXT,
    high TEXT,
    floor TEXT,
    stretch TEXT,
    agreed_by TEXT,
    agreed_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX target_measure ON target(measure) WHERE measure IS NOT NULL;

CREATE TABLE reading (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT,
    value TEXT,
    numerator TEXT,
    denominator TEXT,
    state TEXT,
    commentary TEXT,
    cause TEXT,
    note TEXT
) STRICT;
CREATE INDEX reading_measure ON reading(measure) WHERE measure IS NOT NULL;

CREATE TABLE comparator (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    area TEXT,
    area_code TEXT,
    family TEXT,
    figures TEXT,
    note TEXT
) STRICT;
CREATE INDEX comparator_measure ON comparator(measure) WHERE measure IS NOT NULL;

CREATE TABLE rating_rule (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    method TEXT,
    starts TEXT,
    tolerance TEXT,
    green_word TEXT,
    amber_word TEXT,
    red_word TEXT,
    note TEXT
) STRICT;

CREATE INDEX measure_code ON measure(code COLLATE NOCASE) WHERE code IS NOT NULL;
CREATE INDEX measure_listed ON measure(code, n) WHERE deleted = 0 AND stub = 0;
CREATE INDEX measure_not_central ON measure(n) WHERE measured_by IS NULL;

-- Kept beside each reading and measure, worked out anew in the transaction of every save that bears on them.
-- Nothing here depends on today's date: what is late or due is worked out on reading, from next_ends.
CREATE TABLE reading_kept (
    n INTEGER PRIMARY KEY,
    measure INTEGER NOT NULL,
    ends TEXT NOT NULL,
    rating TEXT NOT NULL,
    path TEXT NOT NULL,
    variance TEXT NOT NULL,
    direction TEXT NOT NULL
) STRICT;
CREATE INDEX reading_kept_measure ON reading_kept(measure, ends, rating);

CREATE TABLE measure_kept (
    n INTEGER PRIMARY KEY,
    partnership TEXT NOT NULL,
    readings INTEGER NOT NULL,
    period TEXT NOT NULL,
    ends TEXT NOT NULL,
    value TEXT NOT NULL,
    path TEXT NOT NULL,
    target TEXT NOT NULL,
    target_period TEXT NOT NULL,
    rating TEXT NOT NULL,
    rank INTEGER NOT NULL,
    direction TEXT NOT NULL,
    noteless INTEGER NOT NULL CHECK (noteless IN (0, 1)),
    missing TEXT NOT NULL,
    next_period TEXT NOT NULL,
    next_ends TEXT NOT NULL,
    spark TEXT NOT NULL
) STRICT;
CREATE INDEX measure_kept_rank ON measure_kept(rank, n);
CREATE INDEX measure_kept_due ON measure_kept(next_ends) WHERE next_ends <> '';
CREATE INDEX measure_kept_ready ON measure_kept(n) WHERE missing = '';
CREATE INDEX measure_kept_noteless ON measure_kept(n) WHERE noteless = 1;

CREATE TABLE rating_count (
    partnership TEXT NOT NULL,
    rating TEXT NOT NULL,
    measures INTEGER NOT NULL,
    PRIMARY KEY (partnership, rating)
) STRICT, WITHOUT ROWID;
