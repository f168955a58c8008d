-- A file received and its life until it is published. What the engine said of it is kept as the JSON
-- text of the engine's own records: read back whole, never searched.
create table deposit.deposit (
  id uuid primary key,
  organization_id uuid not null,
  person_id uuid not null,
  file_name text not null,
  file_size bigint not null,
  file_sha256 text not null,
  step text not null,
  -- counts the changes made by people: a form sent over an older one is seen
  revision integer not null default 0,
  saved_by uuid not null,
  -- what a worker is doing for this deposit, null when nothing is; job_number tells the last asked
  job text,
  job_number integer not null default 0,
  job_stage text,
  job_share double precision not null default 0,
  job_failed boolean not null default false,
  reading text not null,
  schema_choice text,
  inspection text,
  -- the code of its refusal, when the file cannot be read
  refusal text,
  accepted text not null default '[]',
  export text,
  title text,
  description text,
  dataset_id uuid,
  version_id uuid,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  published_at timestamptz
);

create index deposit_by_organization on deposit.deposit (organization_id, saved_at desc);

-- Who agreed that a version becomes public: one visa for each side.
create table deposit.visa (
  deposit_id uuid not null references deposit.deposit (id),
  version_id uuid not null,
  side text not null,
  person_id uuid not null,
  person_name text not null,
  given_at timestamptz not null,
  primary key (deposit_id, version_id, side)
);

-- How a version was made from its file, to be replayed on next year's.
create table deposit.recipe (
  version_id uuid primary key,
  dataset_id uuid not null,
  deposit_id uuid not null references deposit.deposit (id),
  reading text not null,
  schema_choice text,
  steps text not null,
  made_at timestamptz not null
);

create index recipe_by_dataset on deposit.recipe (dataset_id, made_at desc);

-- The table of db-scheduler 16, as its documentation gives it.
create table deposit.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_task_by_time on deposit.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on deposit.scheduled_task (last_heartbeat);
