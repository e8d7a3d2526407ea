-- The calls that remotes count, one row per connection and group of operations; see apps/api/src/budget.
-- Written often and by all processes: never indexed beyond its key, so that updates stay in the page.
create table call_window (
  connection_id  uuid not null references connection (id) on delete cascade,
  operations     text not null,                        -- '' for all that are not counted on their own
  state          jsonb not null,                       -- CallWindow
  primary key (connection_id, operations)
) with (fillfactor = 20);

-- Who goes first when calls are scarce; see budget/call-class.ts.
alter table run add column call_class text not null default 'live' check (call_class in ('live', 'retry', 'backfill'));
