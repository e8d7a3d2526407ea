-- A recipe done for documents of the past: which ones, and how far it is. See apps/api/src/backfill.
create table backfill (
  id           uuid primary key,
  recipe_ids   uuid[] not null,
  selection    jsonb not null,                         -- {template_ids, statuses, changed_from, changed_to}
  status       text not null check (status in ('counting', 'ready', 'running', 'paused', 'finished', 'stopped')),
  reason       text,                                   -- why it is paused by itself, or what it waits for
  cursor       jsonb,                                  -- while counting: how far the documents were listed
  created_at   timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz
);
create index backfill_at_work on backfill (id) where status in ('counting', 'running');

-- outcome null: its turn has not come.
create table backfill_document (
  backfill_id  uuid not null references backfill (id) on delete cascade,
  document_id  text not null,
  position     bigint generated always as identity,
  name         text not null,
  outcome      text check (outcome in ('asked', 'skipped', 'failed')),
  reason       text,
  primary key (backfill_id, document_id)
);
create index backfill_document_next on backfill_document (backfill_id, position) where outcome is null;

alter table event add column backfill_id uuid;
create index event_by_backfill on event (backfill_id) where backfill_id is not null;
