-- What a remote says became of a deal as a whole: deleted, restored, or merged into another; see apps/api/src/fates/fates.ts.
create table fate (
  connection_id uuid not null references connection on delete cascade,
  kind          text not null check (kind in ('deal')),
  id            text not null,
  happened      text not null check (happened in ('deleted', 'restored', 'merged')),
  into_id       text check ((happened = 'merged') = (into_id is not null)),
  at            timestamptz not null,
  primary key (kind, id)
);
create index fate_by_survivor on fate (kind, into_id) where into_id is not null;

-- Which deal goes on as which is kept by every process until it hears that the set-up was changed.
create constraint trigger set_up_changed after insert or update on fate
  deferrable initially deferred for each row when (new.into_id is not null) execute function note_set_up_changed();
