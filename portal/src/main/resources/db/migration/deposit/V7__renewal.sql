-- What the file of a renewal does to the rows that are published, and what its author agreed to lose.
alter table deposit.deposit
  add column update_way text not null default 'REPLACE',
  -- the columns that tell its rows apart, as JSON; none when they are matched whole
  add column update_key text not null default '[]',
  -- which alarms were agreed to: their fingerprint
  add column agreed text not null default '';
