-- What a workload serves, and requests that were recorded; these alone are no jobs.

alter table workload
  add column services text check (services is json object),
  add column request_table bytea,
  drop constraint workload_jobs_check,
  add constraint workload_jobs_check
    check (jobs between 1 and 2000000 or (jobs = 0 and request_table is not null));
