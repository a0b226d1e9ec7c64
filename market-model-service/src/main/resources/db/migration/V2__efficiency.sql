-- What both devices are taken to reach of their peaks is part of the question; empty: peaks alone.
alter table known_equivalence
  add column efficiency text not null default '' check (length(efficiency) <= 1000),
  drop constraint known_equivalence_pkey,
  add primary key (from_device, from_count, to_device, precision_name, efficiency);

-- Who makes an accelerator, as the catalogue said last.
create table known_accelerator (
  id              text primary key check (length(id) between 1 and 100),
  country         text not null check (country ~ '^[A-Z]{2}$'),
  catalog_version text not null,
  received_at     timestamptz not null
);
