-- A published version of a model. What is published is cited, so it is never changed.
create table model_version (
  reference    text primary key,
  model_id     text not null check (model_id ~ '^[a-z][a-z0-9-]{1,63}$'),
  version      text not null check (version ~ '^[0-9a-f]{12}$'),
  sequence     bigint generated always as identity unique,
  origin       text not null check (origin in ('PACKAGE', 'POSTED')),
  published_at timestamptz not null,
  -- The files as a JSON array of {"path", "text"}; text, because every character counts.
  files        text not null check (json_typeof(files::json) = 'array'),
  check (reference = model_id || '@' || version)
);
create index model_version_newest on model_version (model_id, sequence desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published model version is never changed: %', old.reference;
end $$;
create trigger model_version_is_immutable before update or delete on model_version
  for each row execute function refuse_change();

-- Which Idempotency-Key led to which version, so that a repeated request gets the same answer.
create table publication_key (
  idempotency_key text primary key check (length(idempotency_key) between 1 and 200),
  reference       text not null references model_version (reference),
  received_at     timestamptz not null
);

-- The catalogue's last answer to each question, for when it cannot be reached.
create table known_equivalence (
  from_device     text   not null check (length(from_device) between 1 and 100),
  from_count      bigint not null check (from_count > 0),
  to_device       text   not null check (length(to_device) between 1 and 100),
  precision_name  text   not null check (length(precision_name) between 1 and 20),
  catalog_version text   not null,
  answer          text   not null check (json_typeof(answer::json) = 'object'),
  received_at     timestamptz not null,
  primary key (from_device, from_count, to_device, precision_name)
);
