-- Mends that somebody who helps proposes: typed, as those accepted are, and accepted by the same verb.
create table deposit.suggested_mend (
  id uuid primary key,
  deposit_id uuid not null references deposit.deposit (id) on delete cascade,
  -- the mends, as JSON: all of them are taken, or none
  mends text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  standing text not null default 'OPEN',
  settled_by text,
  settled_at timestamptz
);

create index suggested_mend_deposit on deposit.suggested_mend (deposit_id);
