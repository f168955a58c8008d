-- The mends of a recipe that someone gave, until the file was read again to know which of them go with it.
alter table deposit.deposit add column replay text not null default '[]';
