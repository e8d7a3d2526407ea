drop table webhook_receipt;
