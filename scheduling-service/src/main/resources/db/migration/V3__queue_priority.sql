-- Name and number of runs of an experiment are in its specification; these were never read.

alter table experiment
  drop column name,
  drop column runs;

-- The queue goes by priority, then by time.

drop index scheduled_tasks_execution_time;
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
