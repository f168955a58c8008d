-- Who looks after a published dataset, as someone decided; without a row, whoever received its last file does.
create table upkeep.care (
  dataset_id uuid primary key references catalog.dataset (id) on delete cascade,
  keeper_id uuid,
  -- no reminder before that day
  quiet_until date,
  -- counts the changes: a form made from an older one is seen
  revision integer not null default 0
);

-- The reminders sent, so that each is sent once, by whichever server.
create table upkeep.reminder (
  dataset_id uuid not null references catalog.dataset (id) on delete cascade,
  -- of the version reminded of
  due_on date not null,
  stage text not null check (stage in ('SOON', 'DUE', 'LATE')),
  sent_at timestamptz not null,
  recipients text[] not null,
  primary key (dataset_id, due_on, stage)
);

-- Each time a dataset passed from one person to another, as it was then: names outlive accounts.
create table upkeep.handover (
  id bigint generated always as identity primary key,
  dataset_id uuid not null references catalog.dataset (id) on delete cascade,
  at timestamptz not null,
  from_name text not null,
  to_id uuid not null,
  to_name text not null,
  by_name text not null,
  note text not null
);

create index handover_by_dataset on upkeep.handover (dataset_id, id desc);

-- The address the next file is fetched from, on a rhythm that a person accepted.
create table upkeep.schedule (
  dataset_id uuid primary key references catalog.dataset (id) on delete cascade,
  address text not null,
  rhythm text not null,
  accepted_by uuid not null,
  accepted_name text not null,
  accepted_at timestamptz not null,
  next_at timestamptz not null,
  outcome text not null,
  outcome_at timestamptz,
  -- the import under way or the last one
  import_id uuid,
  failures integer not null default 0
);

create index schedule_by_time on upkeep.schedule (next_at);
