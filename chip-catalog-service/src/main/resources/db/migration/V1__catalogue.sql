-- Sources and claims are append-only: what was once claimed stays readable for ever. A correction
-- is another claim. Vendors, accelerators and verdicts follow the data packages.

CREATE TABLE data_package (
    id           text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    version      text NOT NULL CHECK (length(version) BETWEEN 1 AND 50),
    content_hash text PRIMARY KEY CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    title        text NOT NULL,
    licence      text NOT NULL,
    loaded_at    timestamptz NOT NULL
);

CREATE TABLE source (
    id           text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    publisher    text NOT NULL CHECK (length(publisher) BETWEEN 1 AND 300),
    tier         text NOT NULL CHECK (tier IN ('VENDOR_DATASHEET', 'FILING', 'BENCHMARK', 'PRESS',
                                               'THIRD_PARTY', 'BROKER_RESEARCH', 'MACHINE_WRITTEN')),
    published_on date NOT NULL,
    url          text CHECK (length(url) <= 2000),
    licence      text CHECK (length(licence) <= 500),
    read_through text CHECK (length(read_through) <= 500)
);

CREATE TABLE vendor (
    id      text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    name    text NOT NULL,
    aliases text[] NOT NULL,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$')
);

CREATE TABLE accelerator (
    id        text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    name      text NOT NULL,
    aliases   text[] NOT NULL,
    vendor_id text NOT NULL REFERENCES vendor,
    scope     text NOT NULL CHECK (scope IN ('DIE', 'PACKAGE', 'BOARD'))
);

CREATE TABLE claim (
    id              text PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 300),
    content_hash    text NOT NULL UNIQUE CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    accelerator_id  text NOT NULL REFERENCES accelerator,

    attribute       text NOT NULL CHECK (attribute IN ('throughput', 'memoryBandwidth',
                        'memoryCapacity', 'power', 'process', 'scenario', 'name')),
    precision_name  text,
    sparsity        text CHECK (sparsity IN ('DENSE', 'SPARSE_2_4', 'UNSTATED')),
    circuit         text CHECK (circuit IN ('VECTOR', 'MATRIX', 'UNSTATED')),
    scope           text CHECK (scope IN ('DIE', 'PACKAGE', 'BOARD')),

    quantity        text NOT NULL CHECK (quantity IN ('VALUE', 'BOUND', 'RANGE', 'TEXT', 'UNKNOWN')),
    relation        text CHECK (relation IN ('LESS_THAN', 'AT_MOST', 'AT_LEAST', 'MORE_THAN')),
    low             numeric CHECK (low > 0),
    high            numeric CHECK (high > 0),
    unit            text,
    text_value      text CHECK (length(text_value) <= 500),
    unknown_reason  text CHECK (unknown_reason IN ('NOT_PRINTED', 'MERGED_CELL', 'LOST',
                                                   'NOT_DISCLOSED')),

    printed         text CHECK (length(printed) <= 500),
    qualifier       text CHECK (length(qualifier) <= 1000),
    source_id       text NOT NULL REFERENCES source,
    place           text NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
    place_row       text CHECK (length(place_row) <= 300),
    place_column    text CHECK (length(place_column) <= 300),
    as_of           date NOT NULL,
    tier            text NOT NULL CHECK (tier IN ('VENDOR_DATASHEET', 'FILING', 'BENCHMARK', 'PRESS',
                                                  'THIRD_PARTY', 'BROKER_RESEARCH')),

    basis           text NOT NULL CHECK (basis IN ('REPORTED', 'CORRECTED', 'MEASURED', 'DERIVED',
                                                   'ESTIMATED', 'UNKNOWN')),
    corrects        text REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    why             text CHECK (length(why) <= 1000),
    inputs          text[] NOT NULL,
    estimate_low    numeric,
    estimate_high   numeric,

    recorded_by     text NOT NULL CHECK (length(recorded_by) BETWEEN 1 AND 300),
    recorded_on     date NOT NULL,

    -- A peak says at which precision, dense or sparse, by which circuits, of what.
    CONSTRAINT peak_is_stated CHECK ((attribute = 'throughput') =
        (precision_name IS NOT NULL AND sparsity IS NOT NULL AND circuit IS NOT NULL
         AND scope IS NOT NULL)),
    CONSTRAINT quantity_is_whole CHECK (CASE quantity
        WHEN 'VALUE'   THEN low IS NOT NULL AND low = high AND unit IS NOT NULL
        WHEN 'RANGE'   THEN low IS NOT NULL AND low <= high AND unit IS NOT NULL
        WHEN 'BOUND'   THEN low IS NOT NULL AND low = high AND unit IS NOT NULL
                            AND relation IS NOT NULL
        WHEN 'TEXT'    THEN text_value IS NOT NULL
        ELSE unknown_reason IS NOT NULL END),
    CONSTRAINT correction_says_what_and_why CHECK (
        (basis = 'CORRECTED') = (corrects IS NOT NULL) AND (corrects IS NULL OR why IS NOT NULL)),
    CONSTRAINT no_self_correction CHECK (corrects <> id)
);

CREATE INDEX claim_by_accelerator ON claim (accelerator_id);

CREATE TABLE verdict (
    claim_id text PRIMARY KEY REFERENCES claim,
    status   text NOT NULL,
    note     text
);

CREATE TABLE catalog_version (
    sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           text NOT NULL CHECK (id ~ '^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$'),
    content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    published_at timestamptz NOT NULL,
    claims       integer NOT NULL CHECK (claims >= 0),
    cause        text NOT NULL
);

CREATE TABLE idempotency_key (
    key          text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    request_hash text NOT NULL,
    claim_id     text NOT NULL REFERENCES claim,
    used_at      timestamptz NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: add a claim that corrects, do not change what was claimed',
        TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER claim_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER catalog_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON catalog_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
