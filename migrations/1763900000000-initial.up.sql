-- The whole state of Tandem. Times are instants; ids are UUIDv7 made by the application, so they sort by age.
-- Tables `partition by range` are cut into months by the time inside that id (database/partitions.ts makes the months,
-- retention/ drops them). No foreign key begins or ends at them: one would have to be locked and checked at each drop.

create table connection (
  id                       uuid primary key,
  connector                text not null unique,
  name                     text not null,
  base_url                 text not null,
  credentials              bytea not null,             -- sealed, see connections/seal.ts
  account                  jsonb,                      -- {id, name, currency, scopes} as the remote told
  status                   text not null check (status in ('connected', 'paused')),
  status_reason            text,
  webhook_subscription_id  text,
  webhook_secret           bytea,                      -- sealed
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now()
);

create table recipe (
  id                 uuid primary key,
  key                text not null unique,
  built_in           boolean not null default false,
  draft              jsonb not null,
  draft_revision     integer not null default 1,       -- counts saves; a save names the one it was based on
  published_version  integer,
  position           integer not null default 1000,    -- order of runs of one event, and of columns in the matrix
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);

create table recipe_version (
  recipe_id     uuid not null references recipe (id) on delete cascade,
  version       integer not null check (version > 0),
  content       jsonb not null,
  published_at  timestamptz not null default now(),
  primary key (recipe_id, version)
);

-- A recipe switched on or off for a template; template_id null is the default for all templates.
create table automation (
  id           uuid primary key,
  recipe_id    uuid not null references recipe (id) on delete cascade,
  template_id  text,
  enabled      boolean not null,
  settings     jsonb not null,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  unique nulls not distinct (recipe_id, template_id)
);

create table audit (
  id       uuid primary key,
  at       timestamptz not null default now(),
  action   text not null,                              -- automation.switched, recipe.published, connection.created, …
  subject  text not null,
  before   jsonb,
  after    jsonb
);
create index audit_by_time on audit (at desc);

-- The key inside which runs happen one at a time and in order. due_at null: nothing to do.
create table lane (
  key          text primary key,
  due_at       timestamptz,
  marks        bigint not null default 0,              -- grows whenever work arrives: its holder looks again
  owner        text,
  token        bigint not null default 0,              -- fencing: grows with every lease
  lease_until  timestamptz
);
create index lane_due on lane (due_at) where due_at is not null;

-- The inbox.
create table event (
  id             uuid primary key,
  seq            bigint generated always as identity,
  connection_id  uuid not null references connection (id) on delete cascade,
  connector      text not null,
  trigger        text not null,
  identity       text not null,
  subject_type   text not null check (subject_type in ('document', 'deal')),
  subject_id     text not null,
  subject_label  text,
  deal_id        text,
  template_id    text,
  complete       boolean not null,                     -- false: deal_id and template_id are still to be read
  occurred_at    timestamptz not null,
  received_at    timestamptz not null default now(),
  data           jsonb not null,
  changes        jsonb,
  recipe_id      uuid references recipe (id) on delete cascade, -- a person asked for this recipe alone
  lane           text not null,
  status         text not null default 'received' check (status in ('received', 'matched', 'ignored', 'echo', 'failed')),
  reason         text,
  attempts       integer not null default 0,
  due_at         timestamptz,
  matched_at     timestamptz,
  unique (connection_id, identity)
);
create index event_open on event (lane, occurred_at, seq) where status = 'received';
create index event_by_seq on event (seq desc);
create index event_by_deal on event (deal_id, occurred_at desc);
create index event_by_subject on event (subject_id, occurred_at desc);

-- Short rows that live as long as the ledger. The id of a run that an event started is made from that event, the recipe
-- and the document (matching/run-id.ts): the primary key is what keeps it from starting twice.
create table run (
  id              uuid primary key,
  seq             bigint generated always as identity,
  event_id        uuid not null,
  recipe_id       uuid not null,
  recipe_version  integer not null,
  automation_id   uuid,
  retry_of        uuid,
  lane            text not null,
  status          text not null check (status in (
                    'queued', 'running', 'waiting', 'succeeded', 'succeeded_with_differences',
                    'failed', 'cancelled', 'skipped')),
  reason          text,                                -- why skipped, the message of a stop, what a wait is for
  error           jsonb,                               -- {class, message, remedy, problems, path}
  document_id     text,
  document_name   text,
  template_id     text,
  deal_id         text,
  occurred_at     timestamptz not null,
  attempts        integer not null default 0,          -- of the present step
  due_at          timestamptz,
  waits_for       jsonb,                               -- {connector, trigger, path, when} while waiting for an event
  created_at      timestamptz not null default now(),
  started_at      timestamptz,
  finished_at     timestamptz
) partition by range (id);
create index run_open on run (lane, occurred_at, seq) where status in ('queued', 'running', 'waiting');
create index run_by_status on run (status, id desc);
create index run_by_recipe on run (recipe_id, id desc);
create index run_by_template on run (template_id, id desc);
create index run_by_deal on run (deal_id, id desc);
create index run_by_document on run (document_id, id desc);
create index run_by_event on run (event_id);

-- What a run knew from its beginning, {trigger, settings}. As steps do, it lives as long as payloads are kept.
create table run_scope (
  run_id  uuid primary key,
  scope   jsonb not null
) partition by range (run_id);

-- The journal: one row per executed node of a run, by its path.
create table step (
  run_id       uuid not null,
  path         text not null,
  seq          bigint generated always as identity,
  step_id      text not null,
  kind         text not null check (kind in ('action', 'wait', 'call')),
  connector    text,
  action       text,
  status       text not null check (status in ('running', 'planned', 'waiting', 'succeeded', 'failed')),
  attempts     integer not null default 1,
  input        jsonb,
  plan         jsonb,
  output       jsonb,
  error        jsonb,
  notes        jsonb,
  started_at   timestamptz not null default now(),
  finished_at  timestamptz,
  primary key (run_id, path)
) partition by range (run_id);

-- What went wrong on the way, attempt by attempt.
create table attempt (
  run_id       uuid not null,
  path         text not null,
  number       integer not null,
  started_at   timestamptz not null,
  finished_at  timestamptz not null,
  error        jsonb not null,
  primary key (run_id, path, number)
) partition by range (run_id);

-- The ledger.
create table effect (
  id            uuid not null,
  seq           bigint generated always as identity,
  run_id        uuid not null,
  path          text not null,
  connector     text not null,
  target_type   text not null,
  target_id     text,
  target_label  text,
  operation     text not null check (operation in ('create', 'update', 'delete')),
  property      text,
  before        jsonb,
  after         jsonb,
  deal_id       text,
  document_id   text,
  status        text not null check (status in ('planned', 'applied', 'undone')),
  planned_at    timestamptz not null default now(),
  applied_at    timestamptz,
  primary key (run_id, id)
) partition by range (run_id);
create index effect_by_seq on effect (seq desc);
create index effect_by_deal on effect (deal_id, seq desc);
create index effect_by_document on effect (document_id, seq desc);
create index effect_by_target on effect (connector, target_type, target_id, property, seq desc);

-- Files that one step hands to another.
create table file (
  id          uuid primary key,
  name        text not null,
  media_type  text not null,
  size        integer not null,
  sha256      text not null,
  bytes       bytea not null,
  created_at  timestamptz not null default now()
) partition by range (id);

-- What actions remember from one plan to the next.
create table memory (
  connection_id  uuid not null references connection (id) on delete cascade,
  action         text not null,
  key            text not null,
  value          jsonb not null,
  updated_at     timestamptz not null default now(),
  primary key (connection_id, action, key)
);

-- How far a polled trigger has read.
create table poll_cursor (
  connection_id  uuid not null references connection (id) on delete cascade,
  trigger        text not null,
  cursor         jsonb not null,
  updated_at     timestamptz not null default now(),
  primary key (connection_id, trigger)
);
