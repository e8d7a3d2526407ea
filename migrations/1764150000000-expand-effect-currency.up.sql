-- In which currency the amounts of a changed thing are, where the action knew it; changes of the time before have none.
alter table effect add column currency text;
