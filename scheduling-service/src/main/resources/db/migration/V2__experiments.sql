-- An experiment is a set of ordinary simulations; it has no state of its own.

create table experiment (
  number bigint generated always as identity primary key,
  id text not null unique check (length(id) between 1 and 64),
  name text not null check (length(name) between 1 and 100),
  specification text not null check (specification is json object),
  runs integer not null check (runs between 1 and 2000),
  created_at timestamptz not null
);

alter table simulation
  add column experiment text references experiment (id),
  add column run_number integer check (run_number >= 0),
  add constraint run_of_experiment check ((experiment is null) = (run_number is null));

create unique index simulation_experiment on simulation (experiment, run_number)
  where experiment is not null;

alter table request_key drop constraint request_key_scope_check;
alter table request_key add constraint request_key_scope_check
  check (scope in ('fleet', 'workload', 'simulation', 'experiment'));
