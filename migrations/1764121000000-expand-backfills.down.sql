alter table event drop column backfill_id;
drop table backfill_document;
drop table backfill;
