-- The rows of the table as it was read, in a file of ours: the pages of corrections show them. Null for what was read
-- before, and once it is published.
alter table deposit.deposit add column rows_sha256 text;
create index deposit_rows on deposit.deposit (rows_sha256);
