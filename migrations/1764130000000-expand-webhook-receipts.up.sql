-- What became of the webhooks that a connection was sent, one row per verdict; see apps/api/src/connections/webhook-receipts.ts.
-- Written at most once a second per process, never read on the way of an event.
create table webhook_receipt (
  connection_id  uuid not null references connection (id) on delete cascade,
  verdict        text not null check (verdict in ('accepted', 'bad_signature', 'bad_body', 'no_secret')),
  count          bigint not null,
  last_at        timestamptz not null,
  primary key (connection_id, verdict)
) with (fillfactor = 50);
