-- What the catalogue last said of each accelerator that models cite, for when it cannot be reached.
create table known_specification (
  accelerator     text primary key check (length(accelerator) between 1 and 100),
  catalog_version text not null,
  answer          text not null check (json_typeof(answer::json) = 'object'),
  received_at     timestamptz not null
);
