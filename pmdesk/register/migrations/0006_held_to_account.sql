-- Held to account: challenges and replies, tensions, scrutiny, health checks, validation, good practice,
-- personal targets.
-- Frozen: never edited after a release; the next change of the tables is the next file.

CREATE TABLE challenge (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    question TEXT,
    from_organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    to_organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    milestone TEXT REFERENCES milestone(id) DEFERRABLE INITIALLY DEFERRED,
    contribution TEXT REFERENCES contribution(id) DEFERRABLE INITIALLY DEFERRED,
    challenger TEXT,
    independent ANY CHECK (typeof(independent) IN ('null', 'integer', 'text')),
    asked_on TEXT,
    evidence TEXT,
    view TEXT,
    answer_by TEXT,
    agreed_action TEXT,
    action_by TEXT,
    action_done_on TEXT,
    closed_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX challenge_from_organisation ON challenge(from_organisation) WHERE from_organisation IS NOT NULL;
CREATE INDEX challenge_to_organisation ON challenge(to_organisation) WHERE to_organisation IS NOT NULL;
CREATE INDEX challenge_partnership ON challenge(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX challenge_measure ON challenge(measure) WHERE measure IS NOT NULL;
CREATE INDEX challenge_milestone ON challenge(milestone) WHERE milestone IS NOT NULL;
CREATE INDEX challenge_contribution ON challenge(contribution) WHERE contribution IS NOT NULL;

CREATE TABLE challenge_reply (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    challenge TEXT REFERENCES challenge(id) DEFERRABLE INITIALLY DEFERRED,
    said_on TEXT,
    said_by TEXT,
    text TEXT,
    view TEXT
) STRICT;
CREATE INDEX challenge_reply_challenge ON challenge_reply(challenge) WHERE challenge IS NOT NULL;

CREATE TABLE tension (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    kind TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    target_words TEXT,
    other_measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    other_words TEXT,
    borne_by TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    cost ANY CHECK (typeof(cost) IN ('null', 'integer', 'text')),
    cost_words TEXT,
    seen_on TEXT,
    way_out TEXT,
    escalated_to TEXT,
    agreed_on TEXT,
    look_again_on TEXT,
    held_on TEXT,
    held TEXT,
    note TEXT
) STRICT;
CREATE INDEX tension_partnership ON tension(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX tension_measure ON tension(measure) WHERE measure IS NOT NULL;
CREATE INDEX tension_other_measure ON tension(other_measure) WHERE other_measure IS NOT NULL;
CREATE INDEX tension_borne_by ON tension(borne_by) WHERE borne_by IS NOT NULL;

CREATE TABLE review (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    committee TEXT,
    started TEXT,
    reported_on TEXT,
    two_months ANY CHECK (typeof(two_months) IN ('null', 'integer', 'text')),
    background TEXT,
    objectives TEXT,
    governance TEXT,
    performance TEXT,
    value TEXT,
    feedback TEXT,
    note TEXT
) STRICT;
CREATE INDEX review_partnership ON review(partnership) WHERE partnership IS NOT NULL;

CREATE TABLE recommendation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    text TEXT,
    review TEXT REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED,
    cabinet_member TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    response TEXT,
    response_why TEXT,
    responded_on TEXT,
    timetable TEXT,
    due TEXT,
    lead_officer TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    first_report_on TEXT,
    first_report TEXT,
    second_report_on TEXT,
    second_report TEXT,
    third_report_on TEXT,
    third_report TEXT,
    closed_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX recommendation_review ON recommendation(review) WHERE review IS NOT NULL;
CREATE INDEX recommendation_cabinet_member ON recommendation(cabinet_member) WHERE cabinet_member IS NOT NULL;
CREATE INDEX recommendation_lead_officer ON recommendation(lead_officer) WHERE lead_officer IS NOT NULL;

CREATE TABLE health_check (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    template TEXT,
    statements TEXT,
    closes_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX health_check_partnership ON health_check(partnership) WHERE partnership IS NOT NULL;

CREATE TABLE health_box (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    health_check TEXT REFERENCES health_check(id) DEFERRABLE INITIALLY DEFERRED,
    opened_on TEXT,
    closed_on TEXT,
    key TEXT,
    template TEXT,
    statements TEXT,
    results TEXT,
    said TEXT
) STRICT;
CREATE INDEX health_box_health_check ON health_box(health_check) WHERE health_check IS NOT NULL;

CREATE TABLE health_answer (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    health_check TEXT REFERENCES health_check(id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    answers TEXT
) STRICT;
CREATE INDEX health_answer_health_check ON health_answer(health_check) WHERE health_check IS NOT NULL;
CREATE INDEX health_answer_organisation ON health_answer(organisation) WHERE organisation IS NOT NULL;

CREATE TABLE validation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    held_on TEXT,
    held_by TEXT,
    summary TEXT,
    note TEXT
) STRICT;


CREATE TABLE validation_head (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    validation TEXT REFERENCES validation(id) DEFERRABLE INITIALLY DEFERRED,
    head TEXT,
    score TEXT,
    strength TEXT,
    gap TEXT,
    evidence TEXT,
    plan TEXT REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;
CREATE INDEX validation_head_validation ON validation_head(validation) WHERE validation IS NOT NULL;
CREATE INDEX validation_head_plan ON validation_head(plan) WHERE plan IS NOT NULL;
CREATE INDEX validation_head_partnership ON validation_head(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX validation_head_measure ON validation_head(measure) WHERE measure IS NOT NULL;

CREATE TABLE practice (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    problem TEXT,
    done TEXT,
    changed TEXT,
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    cause TEXT,
    tags TEXT,
    author TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    told_on TEXT,
    from_register TEXT,
    note TEXT
) STRICT;
CREATE INDEX practice_measure ON practice(measure) WHERE measure IS NOT NULL;
CREATE INDEX practice_partnership ON practice(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX practice_author ON practice(author) WHERE author IS NOT NULL;

CREATE TABLE adoption (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    practice TEXT REFERENCES practice(id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    adopted_on TEXT,
    result TEXT,
    result_on TEXT,
    note TEXT
) STRICT;
CREATE INDEX adoption_practice ON adoption(practice) WHERE practice IS NOT NULL;
CREATE INDEX adoption_organisation ON adoption(organisation) WHERE organisation IS NOT NULL;
CREATE INDEX adoption_partnership ON adoption(partnership) WHERE partnership IS NOT NULL;

CREATE TABLE personal_target (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    stub INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    title TEXT,
    person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    year TEXT,
    text TEXT,
    partnership TEXT REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
    objective TEXT REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
    hours TEXT,
    due TEXT,
    review TEXT,
    reviewed_on TEXT,
    met TEXT,
    note TEXT
) STRICT;
CREATE INDEX personal_target_person ON personal_target(person) WHERE person IS NOT NULL;
CREATE INDEX personal_target_partnership ON personal_target(partnership) WHERE partnership IS NOT NULL;
CREATE INDEX personal_target_objective ON personal_target(objective) WHERE objective IS NOT NULL;
CREATE INDEX personal_target_measure ON personal_target(measure) WHERE measure IS NOT NULL;

ALTER TABLE settings ADD COLUMN days_to_answer ANY CHECK (typeof(days_to_answer) IN ('null', 'integer', 'text'));
