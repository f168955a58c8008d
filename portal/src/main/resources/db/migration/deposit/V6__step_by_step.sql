-- Each step of a deposit counts its own changes: a form made from an earlier one is seen.
alter table deposit.deposit
  add column reading_revision integer not null default 0,
  add column description_revision integer not null default 0,
  -- the reading at hand was made before the last decision about people
  add column protection_stale boolean not null default false,
  add column asked_at timestamptz;

update deposit.deposit set asked_at = saved_at where step = 'PUBLICATION';

-- What was decided about data that speak of people: signed and dated, never published.
create table deposit.decision (
  deposit_id uuid not null references deposit.deposit (id) on delete cascade,
  -- what it is about: the engine's code, what was seen, the column
  subject text not null,
  -- the mend that protects, as JSON; or why it is published as it is
  mend text,
  reason text,
  reference text not null default '',
  decided_by uuid not null,
  decided_name text not null,
  decided_at timestamptz not null,
  confirmed_by uuid,
  confirmed_name text,
  confirmed_at timestamptz,
  primary key (deposit_id, subject),
  constraint protected_or_kept check ((mend is null) <> (reason is null))
);

-- What happened to a deposit, for those concerned.
create table deposit.event (
  id bigint generated always as identity primary key,
  deposit_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  what text not null,
  -- what it was about, without any value of the file
  detail text not null default ''
);

create index event_by_deposit on deposit.event (deposit_id, id);

-- A version that was to become public and was handed back: where to look, and why.
create table deposit.request_for_change (
  id uuid primary key,
  deposit_id uuid not null references deposit.deposit (id) on delete cascade,
  version_id uuid not null,
  step text not null,
  cell text,
  note text not null,
  person_id uuid not null,
  person_name text not null,
  asked_at timestamptz not null,
  done_at timestamptz
);

create index request_for_change_by_deposit on deposit.request_for_change (deposit_id, asked_at);
create index deposit_asked on deposit.deposit (asked_at) where published_at is null and asked_at is not null;

-- The decisions about people that a version was made with, replayed on next year's file.
alter table deposit.recipe add column decisions text not null default '[]';

-- Deposits under way in which people were seen are read again: until something is decided, what is kept of them
-- shows no value that speaks of someone. Their rehearsal is made again too.
with again as (
  update deposit.deposit
  set job = 'INSPECT', job_number = job_number + 1, job_stage = null, job_share = 0, job_failed = false,
    failed_step = null, version_id = null, asked_at = null
  where published_at is null and inspection is not null and job is null
    and (inspection like '%"personal-data"%' or inspection like '%"personal-in-text"%'
      or export like '%"personal-data"%' or export like '%"personal-in-text"%')
  returning id, job_number
)
insert into deposit.scheduled_task (task_name, task_instance, execution_time, picked, version)
select 'deposit', id || ' ' || job_number, now(), false, 1 from again;

-- The others are looked at again as they would be published.
with again as (
  update deposit.deposit
  set job = 'REPAIR', job_number = job_number + 1, job_stage = null, job_share = 0
  where published_at is null and export is not null and job is null and not job_failed
    and version_id is null
  returning id, job_number
)
insert into deposit.scheduled_task (task_name, task_instance, execution_time, picked, version)
select 'deposit', id || ' ' || job_number, now(), false, 1 from again;
