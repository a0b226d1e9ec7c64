-- Documents are text with a check, not jsonb: what was kept comes back byte by byte.

create table fleet (
  number bigint generated always as identity primary key,
  id text not null unique check (length(id) between 1 and 64),
  name text not null check (length(name) between 1 and 100),
  nodes bigint not null check (nodes between 1 and 1000000),
  devices bigint not null check (devices between 0 and 4000000),
  document text not null check (document is json object),
  created_at timestamptz not null
);

create table workload (
  number bigint generated always as identity primary key,
  id text not null unique check (length(id) between 1 and 64),
  name text not null check (length(name) between 1 and 100),
  jobs integer not null check (jobs between 1 and 2000000),
  epoch timestamptz not null,
  job_table bytea not null,
  background text check (background is json object),
  created_at timestamptz not null
);

create table simulation (
  number bigint generated always as identity primary key,
  id text not null unique check (length(id) between 1 and 64),
  fleet text not null references fleet (id),
  workload text not null references workload (id),
  policy text not null,
  specification text not null check (specification is json object),
  epoch timestamptz not null,
  state text not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED')),
  fraction double precision not null check (fraction between 0 and 1),
  simulated_seconds bigint not null check (simulated_seconds >= 0),
  events bigint not null check (events >= 0),
  events_per_second double precision not null check (events_per_second >= 0),
  result text check (result is json object),
  failure text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint completed_has_result check ((state = 'COMPLETED') = (result is not null)),
  constraint failed_says_why check ((state = 'FAILED') = (failure is not null)),
  constraint final_has_end
    check ((state in ('COMPLETED', 'CANCELLED', 'FAILED')) = (finished_at is not null))
);

create index simulation_state on simulation (state, number);

-- Idempotency-Key: which request made what.
create table request_key (
  scope text not null check (scope in ('fleet', 'workload', 'simulation')),
  key text not null check (length(key) between 1 and 200),
  body_hash text not null check (length(body_hash) = 64),
  created_id text not null,
  created_at timestamptz not null,
  primary key (scope, key)
);

-- The last device types seen in the catalogue; one row at most.
create table known_catalog (
  one integer primary key check (one = 1),
  document text not null check (document is json object),
  seen_at timestamptz not null
);

-- The queue of runs, as db-scheduler 16 wants it. A row is a run to do; it goes when the run is done.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
