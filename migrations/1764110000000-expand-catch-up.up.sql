-- Events that no webhook told of, and what is needed to tell them from those that one did.

-- webhook: delivered. history: from the remote's record of failed deliveries. reading: read off the subject as it is.
-- poll: from a trigger that is read regularly. person: asked for by hand.
alter table event
  add column found_by  text not null default 'webhook'
    check (found_by in ('webhook', 'history', 'reading', 'poll', 'person')),
  add column state     text;                           -- what the subject became, where the trigger tells no more

-- What a webhook named and a polled trigger has still to look at.
create table touched (
  connection_id  uuid not null references connection (id) on delete cascade,
  trigger        text not null,
  type           text not null,                        -- deal, line_item
  subject_id     text not null,
  touched_at     timestamptz not null default now(),
  primary key (connection_id, trigger, type, subject_id)
);
create index touched_by_age on touched (connection_id, trigger, touched_at);

-- What a polled trigger saw when it last looked at a subject.
create table snapshot (
  connection_id  uuid not null references connection (id) on delete cascade,
  trigger        text not null,
  subject_id     text not null,
  parts          text[] not null default '{}',         -- ids of its line items
  value          jsonb not null,
  updated_at     timestamptz not null default now(),
  primary key (connection_id, trigger, subject_id)
);
create index snapshot_by_part on snapshot using gin (parts);
