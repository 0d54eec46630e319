-- A place for the register {register} in this database: the hub through which its laptops exchange
-- their signed saves. PostgreSQL 13 or newer, a database in UTF8. Run it once, as a superuser or as a role that
-- may create roles and schemas; run it again to let in another laptop:
--
--     psql --dbname DATABASE --file hub.sql
--
-- It is done whole or not at all. Laptops may read and add here and nothing else: nobody's save can be changed
-- or removed, and no login of another register sees anything of this one.

BEGIN;

DO $do$
BEGIN
    IF current_setting('server_version_num')::int < 130000 THEN
        RAISE EXCEPTION 'pmdesk needs PostgreSQL 13 or newer';
    END IF;
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'pmdesk needs a database in UTF8';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{owner}') THEN
        CREATE ROLE {owner} NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{laptops}') THEN
        CREATE ROLE {laptops} NOLOGIN;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO {laptops}', current_database());
END
$do$;

GRANT {owner} TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {owner};
SET LOCAL ROLE {owner};

-- One row: which register this is. A hub that was made anew has another id, and laptops compare everything.
CREATE TABLE IF NOT EXISTS {schema}.hub (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    register text NOT NULL
);
INSERT INTO {schema}.hub(register) VALUES ('{register}') ON CONFLICT DO NOTHING;

-- The saves. `n` is the order in which they came, `tx` the transaction that brought them: a laptop asks for
-- what came in transactions that may not have been over when it last asked. `login` tells you who sent a row.
CREATE TABLE IF NOT EXISTS {schema}.entry (
    hash bytea PRIMARY KEY CHECK (hash = sha256(body)),
    body bytea NOT NULL CHECK (
        octet_length(body) <= 4000000 AND position('"register":"{register}"'::bytea IN body) > 0
    ),
    sig bytea NOT NULL CHECK (octet_length(sig) = 64),
    n bigint GENERATED ALWAYS AS IDENTITY,
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    login name NOT NULL DEFAULT session_user
);
CREATE INDEX IF NOT EXISTS entry_tx ON {schema}.entry(tx);

-- The values beside them: a save holds only a salted hash of each, so that one can be erased.
CREATE TABLE IF NOT EXISTS {schema}.payload (
    hash bytea NOT NULL REFERENCES {schema}.entry ON DELETE CASCADE,
    place integer NOT NULL CHECK (place BETWEEN 0 AND 65535),
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    value text NOT NULL CHECK (length(value) <= 100000),
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (hash, place)
);
CREATE INDEX IF NOT EXISTS payload_tx ON {schema}.payload(tx);

-- What a signed save erased, and by which.
CREATE TABLE IF NOT EXISTS {schema}.erased (
    hash bytea NOT NULL,
    place integer NOT NULL,
    by_entry bytea NOT NULL REFERENCES {schema}.entry ON DELETE CASCADE,
    PRIMARY KEY (hash, place, by_entry)
);

-- An erasing save removes the values it names, and no others: laptops themselves may delete nothing. Those who
-- add values share a lock that an erasing save needs alone, so that none slips in beside it. Who may erase the
-- database cannot tell: each laptop judges that itself and keeps what was erased without the right. Should a
-- login misuse this, take the login away and delete what `erased` has by its saves; then let a laptop compare
-- everything (pmdesk sync --everything): it brings the values again.
CREATE OR REPLACE FUNCTION {schema}.erase() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $fn$
BEGIN
    IF NOT EXISTS (SELECT FROM came WHERE position('"erases":["'::bytea IN body) > 0) THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('{schema}', 0));
    INSERT INTO {schema}.erased(hash, place, by_entry)
    SELECT decode(translate(split_part(ref, '.', 1), '-_', '+/') || '=', 'base64'),
        split_part(ref, '.', 2)::integer, came.hash
    FROM came, jsonb_array_elements_text(convert_from(came.body, 'UTF8')::jsonb -> 'erases') AS ref
    WHERE position('"erases":["'::bytea IN came.body) > 0
    ON CONFLICT DO NOTHING;
    DELETE FROM {schema}.payload USING {schema}.erased, came
    WHERE erased.by_entry = came.hash AND payload.hash = erased.hash AND payload.place = erased.place;
    RETURN NULL;
END
$fn$;

CREATE OR REPLACE FUNCTION {schema}.share() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $fn$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'values are added in read committed transactions only' USING ERRCODE = '23514';
    END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('{schema}', 0));
    RETURN NULL;
END
$fn$;

-- A value stays only if its save says its hash in that place, and nobody erased it: a late one never comes back.
CREATE OR REPLACE FUNCTION {schema}.fit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $fn$
BEGIN
    -- EXCEPT and no join: the planner knows nothing of these sets, and read each save anew for each value.
    IF EXISTS (
        SELECT hash, place, rtrim(
            translate(encode(sha256(salt || convert_to(value, 'UTF8')), 'base64'), '+/', '-_'), '='
        ) FROM came
        EXCEPT
        SELECT entry.hash, (said.place - 1)::integer, said.hash #>> '{{}}'
        FROM (SELECT DISTINCT hash FROM came) AS sent JOIN {schema}.entry USING (hash), jsonb_path_query(
            convert_from(entry.body, 'UTF8')::jsonb, 'strict $.events[*][2][*][1]'
        ) WITH ORDINALITY AS said(hash, place)
    ) THEN
        RAISE EXCEPTION 'a value does not fit its save' USING ERRCODE = '23514';
    END IF;
    DELETE FROM {schema}.payload USING came, {schema}.erased
    WHERE payload.hash = came.hash AND payload.place = came.place
        AND erased.hash = came.hash AND erased.place = came.place;
    RETURN NULL;
END
$fn$;

DROP TRIGGER IF EXISTS erase ON {schema}.entry;
CREATE TRIGGER erase AFTER INSERT ON {schema}.entry
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION {schema}.erase();
DROP TRIGGER IF EXISTS share ON {schema}.payload;
CREATE TRIGGER share BEFORE INSERT ON {schema}.payload
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.share();
DROP TRIGGER IF EXISTS fit ON {schema}.payload;
CREATE TRIGGER fit AFTER INSERT ON {schema}.payload
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION {schema}.fit();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC;
GRANT USAGE ON SCHEMA {schema} TO {laptops};
GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {laptops};
GRANT INSERT (hash, body, sig) ON {schema}.entry TO {laptops};
GRANT INSERT (hash, place, salt, value) ON {schema}.payload TO {laptops};

RESET ROLE;
REVOKE {owner} FROM CURRENT_USER;
{logins}
COMMIT;
