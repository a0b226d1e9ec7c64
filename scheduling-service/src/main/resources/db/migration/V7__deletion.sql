-- Whoever deletes a fleet or a workload asks first which simulations are of it.

create index simulation_fleet on simulation (fleet);
create index simulation_workload on simulation (workload);
create index simulation_finished_at on simulation (finished_at);
