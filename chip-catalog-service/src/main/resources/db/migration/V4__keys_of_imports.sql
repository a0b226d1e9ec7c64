-- A key may stand for an import as well as for a claim; then it keeps what came of it.

ALTER TABLE idempotency_key ALTER COLUMN claim_id DROP NOT NULL;
ALTER TABLE idempotency_key ADD COLUMN outcome text CHECK (length(outcome) <= 500);
ALTER TABLE idempotency_key ADD CHECK ((claim_id IS NULL) <> (outcome IS NULL));
