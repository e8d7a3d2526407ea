-- Failures that have their cause in common carry one fingerprint, so that they are found, counted and retried together.
alter table run add column failure_group text;          -- see runs/failure-group.ts; null unless the run has failed
create index run_by_failure_group on run (failure_group, id desc) where failure_group is not null;
create index run_by_retry_of on run (retry_of) where retry_of is not null;

-- Runs that a person had retried together. The set is fixed when it is asked for; it is worked off a few at a time.
create table retry_batch (
  id           uuid primary key,
  mode         text not null check (mode in ('resume', 'restart')),
  status       text not null check (status in ('running', 'stopped', 'finished')),
  created_at   timestamptz not null default now(),
  finished_at  timestamptz
);
create index retry_batch_running on retry_batch (created_at) where status = 'running';

-- No references to run: runs may be forgotten before the batch is.
create table retry_batch_run (
  batch_id     uuid not null references retry_batch (id) on delete cascade,
  run_id       uuid not null,
  position     integer not null,
  retried_as   uuid,                                    -- the run that went on; null while it is still to be taken up
  refused      text,                                    -- why it was not taken up
  primary key (batch_id, run_id)
);
create index retry_batch_next on retry_batch_run (batch_id, position) where retried_as is null and refused is null;
