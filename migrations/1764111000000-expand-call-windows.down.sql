alter table run drop column call_class;
drop table call_window;
