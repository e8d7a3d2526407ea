alter table effect drop column currency;
