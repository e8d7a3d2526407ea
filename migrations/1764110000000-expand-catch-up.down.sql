drop table snapshot;
drop table touched;
alter table event
  drop column found_by,
  drop column state;
