-- How often connections, recipes and automations were changed: told with statements that are made anyway, so that every
-- process knows when what it keeps of them is old; see apps/api/src/database/set-up-revision.ts.
create table revision (
  subject  text primary key,
  value    bigint not null
) with (fillfactor = 20);
insert into revision (subject, value) values ('set_up', 1);

create function note_set_up_changed() returns trigger language plpgsql as $$
begin
  update revision set value = value + 1 where subject = 'set_up';
  return null;
end $$;

-- At the end of a transaction, so that nobody who holds this row waits for another row.
create constraint trigger set_up_changed after insert or update or delete on connection
  deferrable initially deferred for each row execute function note_set_up_changed();
create constraint trigger set_up_changed after insert or update or delete on recipe
  deferrable initially deferred for each row execute function note_set_up_changed();
create constraint trigger set_up_changed after insert or update or delete on automation
  deferrable initially deferred for each row execute function note_set_up_changed();
