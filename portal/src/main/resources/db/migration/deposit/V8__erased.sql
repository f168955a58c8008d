-- When a file received was erased, with all that was read of it: the one exception to files kept for ever.
alter table deposit.deposit add column erased_at timestamptz;
