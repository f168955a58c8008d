-- Files asked by the calendar, for a dataset whose rhythm someone accepted.
alter table deposit.import add column scheduled boolean not null default false;
create index deposit_by_dataset on deposit.deposit (dataset_id, published_at desc);
