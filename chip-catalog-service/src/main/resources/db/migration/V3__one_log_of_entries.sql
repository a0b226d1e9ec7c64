-- Everything that is entered gets a number from one sequence, so that any version is the rows up to
-- its last number, and a replica reads on from where it stands. What claims are about becomes one
-- table, whatever it is; its descriptions and the verdicts on claims are kept like claims: a later
-- row takes the place of an earlier one, and both stay.

ALTER TABLE source DISABLE TRIGGER source_is_append_only;
ALTER TABLE claim DISABLE TRIGGER claim_is_append_only;
ALTER TABLE catalog_version DISABLE TRIGGER catalog_version_is_append_only;

CREATE SEQUENCE entry;

ALTER TABLE source ADD COLUMN entry bigint NOT NULL DEFAULT nextval('entry') UNIQUE;

CREATE TABLE subject (
    id   text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    kind text NOT NULL CHECK (kind IN ('ACCELERATOR', 'VENDOR', 'SYSTEM', 'SOFTWARE_STACK',
                                       'AI_MODEL', 'INTERCONNECT', 'POLICY'))
);
CREATE TABLE subject_description (
    entry      bigint PRIMARY KEY DEFAULT nextval('entry'),
    subject_id text NOT NULL REFERENCES subject,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    aliases    text[] NOT NULL,
    vendor_id  text REFERENCES subject DEFERRABLE INITIALLY DEFERRED,
    scope      text CHECK (scope IN ('DIE', 'PACKAGE', 'BOARD', 'SYSTEM')),
    country    text CHECK (country ~ '^[A-Z]{2}$')
);
INSERT INTO subject SELECT id, 'VENDOR' FROM vendor;
INSERT INTO subject SELECT id, 'ACCELERATOR' FROM accelerator;
INSERT INTO subject_description (subject_id, name, aliases, country)
    SELECT id, name, aliases, country FROM vendor ORDER BY id;
INSERT INTO subject_description (subject_id, name, aliases, vendor_id, scope)
    SELECT id, name, aliases, vendor_id, scope FROM accelerator ORDER BY id;

ALTER TABLE claim DROP CONSTRAINT claim_accelerator_id_fkey;
ALTER TABLE claim RENAME COLUMN accelerator_id TO subject_id;
ALTER TABLE claim ADD FOREIGN KEY (subject_id) REFERENCES subject DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claim ADD COLUMN entry bigint NOT NULL DEFAULT nextval('entry') UNIQUE;
ALTER TABLE claim DROP CONSTRAINT claim_attribute_check;
ALTER TABLE claim DROP CONSTRAINT peak_is_stated;
UPDATE claim SET attribute = concat_ws(' ', precision_name, sparsity, circuit, scope)
    WHERE attribute = 'throughput';
-- Corrections are checked at the end of the transaction; tables cannot be altered before.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE claim DROP COLUMN precision_name, DROP COLUMN sparsity, DROP COLUMN circuit,
    DROP COLUMN scope;
ALTER TABLE claim ADD CHECK (length(attribute) BETWEEN 1 AND 200);
-- A loss is below zero.
ALTER TABLE claim DROP CONSTRAINT claim_low_check, DROP CONSTRAINT claim_high_check;

ALTER TABLE verdict DROP CONSTRAINT verdict_pkey;
ALTER TABLE verdict ADD COLUMN entry bigint PRIMARY KEY DEFAULT nextval('entry'),
    ADD COLUMN recorded_by text, ADD COLUMN recorded_on date;
UPDATE verdict v SET recorded_by = c.recorded_by, recorded_on = c.recorded_on
    FROM claim c WHERE c.id = v.claim_id;
ALTER TABLE verdict ALTER COLUMN recorded_by SET NOT NULL, ALTER COLUMN recorded_on SET NOT NULL;
ALTER TABLE verdict DROP CONSTRAINT verdict_claim_id_fkey;
ALTER TABLE verdict ADD FOREIGN KEY (claim_id) REFERENCES claim DEFERRABLE INITIALLY DEFERRED;

DROP TABLE accelerator;
DROP TABLE vendor;

-- What versions before the last held can no longer be told.
ALTER TABLE catalog_version ADD COLUMN last_entry bigint;
UPDATE catalog_version SET last_entry = (SELECT last_value FROM entry)
    WHERE sequence = (SELECT max(sequence) FROM catalog_version);
CREATE INDEX catalog_version_by_id ON catalog_version (id);

-- Files that have not changed since they were taken in need not be read again.
ALTER TABLE data_package ADD COLUMN files_hash text;

SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE source ENABLE TRIGGER source_is_append_only;
ALTER TABLE claim ENABLE TRIGGER claim_is_append_only;
ALTER TABLE catalog_version ENABLE TRIGGER catalog_version_is_append_only;
CREATE TRIGGER subject_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON subject
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER description_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON subject_description
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON verdict
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
