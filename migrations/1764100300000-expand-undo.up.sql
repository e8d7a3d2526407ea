-- A run that takes back what another run changed. Its recipe is made from the ledger (runs/undo-recipe.ts).
alter table run add column undo_of uuid;
create index run_by_undo_of on run (undo_of) where undo_of is not null;
