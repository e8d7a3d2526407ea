drop trigger set_up_changed on automation;
drop trigger set_up_changed on recipe;
drop trigger set_up_changed on connection;
drop function note_set_up_changed();
drop table revision;
