-- Corrections accepted on an earlier reading that do not go with this one: told to the person, and tried
-- again at the next reading.
alter table deposit.deposit add column set_apart text not null default '[]';

-- The correction at which the work stopped, by its id, when one is known to be at fault.
alter table deposit.deposit add column failed_step text;
