-- The first register: the journal, what this laptop alone keeps, and the tables people think of.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE register (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE entry (
    n INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    device BLOB NOT NULL CHECK (length(device) = 32),
    seq INTEGER NOT NULL,
    prev BLOB,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    label TEXT NOT NULL,
    batch TEXT,
    undoes TEXT,
    body BLOB NOT NULL,
    sig BLOB NOT NULL CHECK (length(sig) = 64),
    via TEXT NOT NULL
) STRICT;
CREATE INDEX entry_device ON entry(device, seq);
CREATE INDEX entry_batch ON entry(batch) WHERE batch IS NOT NULL;

-- id is entry.n * 65536 + the event's place in its entry.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    head INTEGER NOT NULL CHECK (head IN (0, 1))
) STRICT;
CREATE INDEX event_record ON event(record, field);
CREATE INDEX event_rivals ON event(record, field) WHERE head = 1;

-- parent: the entry's hash and the event's place, since the parent may not have arrived yet.
CREATE TABLE supersedes (
    hash BLOB NOT NULL,
    place INTEGER NOT NULL,
    child INTEGER NOT NULL REFERENCES event(id),
    PRIMARY KEY (hash, place, child)
) STRICT, WITHOUT ROWID;
CREATE INDEX supersedes_child ON supersedes(child);

CREATE TABLE payload (
    event INTEGER PRIMARY KEY REFERENCES event(id),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    value TEXT NOT NULL
) STRICT;

CREATE TABLE erased (
    hash BLOB NOT NULL,
    place INTEGER NOT NULL,
    by BLOB NOT NULL,
    PRIMARY KEY (hash, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    person TEXT,
    role TEXT,
    scope TEXT,
    granted_by BLOB
) STRICT;

CREATE TABLE pack (
    id TEXT NOT NULL PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    peer BLOB,
    at INTEGER NOT NULL,
    new INTEGER NOT NULL,
    known INTEGER NOT NULL,
    outcome TEXT NOT NULL
) STRICT;

-- Local to this file, outside the journal: left out when the tables are compared with it.
CREATE TABLE local (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE draft (
    page TEXT NOT NULL PRIMARY KEY,
    typed TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- Every record of every kind; its n is its row number in its own table too.
CREATE TABLE record (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    sort TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    made_at INTEGER,
    made_by TEXT,
    changed_at INTEGER,
    changed_by TEXT
) STRICT;
CREATE INDEX record_kind ON record(kind, deleted, sort);

CREATE VIRTUAL TABLE search USING fts5(
    title, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);

CREATE TABLE organisation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    kind TEXT,
    contact TEXT,
    note TEXT
) STRICT;

CREATE TABLE person (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    kind TEXT,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    post TEXT,
    portfolio TEXT,
    ward TEXT,
    political_group TEXT,
    email TEXT,
    phone TEXT,
    starts TEXT,
    ends TEXT,
    note TEXT
) STRICT;
CREATE INDEX person_organisation ON person(organisation) WHERE organisation IS NOT NULL;

CREATE TABLE municipal_year (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    annual_council TEXT,
    returns_due TEXT,
    note TEXT
) STRICT;

CREATE TABLE partnership (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    kind TEXT,
    parent TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT,
    outcomes TEXT,
    statutory ANY CHECK (typeof(statutory) IN ('null', 'integer', 'text')),
    lead_organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    lead_officer TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    portfolio_member TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    service_area TEXT,
    started TEXT,
    review_due TEXT,
    ends TEXT,
    reporting_interval TEXT,
    terms_of_reference TEXT,
    agreement TEXT,
    exit_terms TEXT,
    funding_cash ANY CHECK (typeof(funding_cash) IN ('null', 'integer', 'text')),
    funding_in_kind TEXT,
    total_budget ANY CHECK (typeof(total_budget) IN ('null', 'integer', 'text')),
    liabilities TEXT,
    significance TEXT,
    status TEXT,
    note TEXT
) STRICT;
CREATE INDEX partnership_parent ON partnership(parent) WHERE parent IS NOT NULL;
CREATE INDEX partnership_lead_organisation ON partnership(lead_organisation) WHERE lead_organisation IS NOT NULL;
CREATE INDEX partnership_lead_officer ON partnership(lead_officer) WHERE lead_officer IS NOT NULL;
CREATE INDEX partnership_portfolio_member ON partnership(portfolio_member) WHERE portfolio_member IS NOT NULL;

CREATE TABLE partner (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    joined TEXT,
    "left" TEXT,
    note TEXT
) STRICT;
CREATE INDEX partner_partnership ON partner(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX partner_organisation ON partner(organisation) WHERE organisation IS NOT NULL;

CREATE TABLE outside_body (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    name TEXT,
    category TEXT,
    legal_form TEXT,
    aims TEXT,
    council TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    seats ANY CHECK (typeof(seats) IN ('null', 'integer', 'text')),
    substitutes ANY CHECK (typeof(substitutes) IN ('null', 'integer', 'text')),
    appointing_body TEXT,
    term_rule TEXT,
    constitution_required ANY CHECK (typeof(constitution_required) IN ('null', 'integer', 'text')),
    non_member_allowed ANY CHECK (typeof(non_member_allowed) IN ('null', 'integer', 'text')),
    political_entitlement TEXT,
    meetings_a_year ANY CHECK (typeof(meetings_a_year) IN ('null', 'integer', 'text')),
    link_officer TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    support ANY CHECK (typeof(support) IN ('null', 'integer', 'text')),
    indemnity TEXT,
    audited_accounts TEXT,
    advice TEXT,
    regulator TEXT,
    role_description TEXT,
    serves_objectives TEXT,
    nominated_officer TEXT,
    status TEXT,
    note TEXT
) STRICT;
CREATE INDEX outside_body_council ON outside_body(council) WHERE council IS NOT NULL;
CREATE INDEX outside_body_link_officer ON outside_body(link_officer) WHERE link_officer IS NOT NULL;

CREATE TABLE appointment (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    outside_body TEXT REFERENCES outside_body(id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    capacity TEXT,
    appointed_by TEXT,
    starts TEXT,
    ends TEXT,
    ex_officio TEXT,
    approved_duty ANY CHECK (typeof(approved_duty) IN ('null', 'integer', 'text')),
    interests TEXT,
    ended_because TEXT,
    note TEXT
) STRICT;
CREATE INDEX appointment_outside_body ON appointment(outside_body) WHERE outside_body IS NOT NULL;
CREATE INDEX appointment_person ON appointment(person) WHERE person IS NOT NULL;

CREATE TABLE annual_update (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    appointment TEXT REFERENCES appointment(id) DEFERRABLE INITIALLY DEFERRED,
    municipal_year TEXT REFERENCES municipal_year(id) DEFERRABLE INITIALLY DEFERRED,
    meetings_held ANY CHECK (typeof(meetings_held) IN ('null', 'integer', 'text')),
    meetings_attended ANY CHECK (typeof(meetings_attended) IN ('null', 'integer', 'text')),
    main_business TEXT,
    contributed TEXT,
    objectives_served TEXT,
    support_given TEXT,
    issues TEXT,
    worthwhile_council TEXT,
    worthwhile_council_why TEXT,
    worthwhile_body TEXT,
    worthwhile_body_why TEXT,
    worthwhile_member TEXT,
    worthwhile_member_why TEXT,
    officer_support TEXT,
    recommendation TEXT,
    actions TEXT,
    withheld ANY CHECK (typeof(withheld) IN ('null', 'integer', 'text')),
    internal TEXT,
    declared ANY CHECK (typeof(declared) IN ('null', 'integer', 'text')),
    declared_on TEXT,
    status TEXT,
    returned_because TEXT,
    submitted_on TEXT,
    accepted_on TEXT,
    published_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX annual_update_appointment ON annual_update(appointment) WHERE appointment IS NOT NULL;
CREATE INDEX annual_update_municipal_year ON annual_update(municipal_year) WHERE municipal_year IS NOT NULL;

CREATE TABLE progress_update (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT,
    done TEXT,
    difference TEXT,
    issues TEXT,
    next_steps TEXT,
    self_rating TEXT,
    drafted_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    signed_off_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    signed_off_on TEXT,
    submitted_on TEXT,
    returned_because TEXT,
    status TEXT,
    note TEXT
) STRICT;
CREATE INDEX progress_update_partnership ON progress_update(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX progress_update_drafted_by ON progress_update(drafted_by) WHERE drafted_by IS NOT NULL;
CREATE INDEX progress_update_signed_off_by ON progress_update(signed_off_by) WHERE signed_off_by IS NOT NULL;

CREATE TABLE milestone (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    owner_organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    first_due TEXT,
    done_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX milestone_partnership ON milestone(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX milestone_owner_organisation ON milestone(owner_organisation) WHERE owner_organisation IS NOT NULL;
CREATE INDEX milestone_owner ON milestone(owner) WHERE owner IS NOT NULL;

CREATE TABLE forecast (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    milestone TEXT REFERENCES milestone(id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT,
    date TEXT,
    reason TEXT,
    cause TEXT,
    note TEXT
) STRICT;
CREATE INDEX forecast_milestone ON forecast(milestone) WHERE milestone IS NOT NULL;

CREATE TABLE settings (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    council TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    year TEXT REFERENCES municipal_year(id) DEFERRABLE INITIALLY DEFERRED,
    rating_rule TEXT,
    days_to_report ANY CHECK (typeof(days_to_report) IN ('null', 'integer', 'text')),
    days_of_warning ANY CHECK (typeof(days_of_warning) IN ('null', 'integer', 'text'))
) STRICT;
CREATE INDEX settings_council ON settings(council) WHERE council IS NOT NULL;
CREATE INDEX settings_year ON settings(year) WHERE year IS NOT NULL;
