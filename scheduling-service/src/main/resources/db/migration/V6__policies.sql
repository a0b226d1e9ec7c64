-- Policies that users composed and named; what a policy was made of never changes.

create table policy (
  number bigint generated always as identity primary key,
  id text not null unique check (length(id) between 1 and 64),
  name text not null check (length(name) between 1 and 100),
  document text not null check (document is json object),
  created_at timestamptz not null,
  constraint policy_name_once unique (name)
);

alter table request_key drop constraint request_key_scope_check;
alter table request_key add constraint request_key_scope_check
  check (scope in ('fleet', 'workload', 'simulation', 'experiment', 'policy'));
