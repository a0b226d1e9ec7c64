-- Files that come in parts. What arrived is kept part by part, so any replica may go on.

create table upload (
  id text primary key check (length(id) between 1 and 64),
  received bigint not null check (received >= 0),
  announced bigint check (announced >= 0),
  complete boolean not null,
  expires_at timestamptz not null,
  constraint within_announced check (received <= announced),
  constraint complete_is_whole check (not complete or (announced is not null and received = announced))
);

create index upload_expires_at on upload (expires_at);

create table upload_part (
  upload text not null references upload (id) on delete cascade,
  start bigint not null check (start >= 0),
  bytes bytea not null check (length(bytes) between 1 and 4194304),
  primary key (upload, start)
);

-- Traces come packed, or are read once: packing them here costs more than it saves.
alter table upload_part alter column bytes set storage external;
