drop index run_by_undo_of;
alter table run drop column undo_of;
