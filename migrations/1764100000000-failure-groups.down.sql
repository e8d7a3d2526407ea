drop table retry_batch_run;
drop table retry_batch;
drop index run_by_retry_of;
alter table run drop column failure_group;
