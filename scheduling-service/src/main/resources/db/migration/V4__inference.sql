-- What a workload serves, and requests that were recorded.

alter table workload
  add column services text check (services is json object),
  add column request_table bytea;
