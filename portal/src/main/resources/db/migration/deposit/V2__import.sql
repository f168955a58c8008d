-- A file asked from an address of the web, until it is here: then the deposit of the same id begins, and
-- this line says where its file came from.
create table deposit.import (
  id uuid primary key,
  organization_id uuid not null,
  person_id uuid not null,
  -- the dataset the file renews
  dataset_id uuid,
  -- as the person gave it
  address text not null,
  -- what the person chose among the files of that page, as JSON
  choice text,
  state text not null,
  -- counts the tries: an earlier one still running writes nothing
  attempt integer not null default 1,
  received bigint not null default 0,
  announced bigint,
  problem text,
  -- the site at fault, as the sentence of the problem names it
  problem_site text,
  -- the files to choose from, as JSON
  choices text,
  -- where the file was in the end
  file_address text,
  created_at timestamptz not null,
  saved_at timestamptz not null
);

create index import_by_organization on deposit.import (organization_id, saved_at desc);
create index import_by_person on deposit.import (person_id, created_at desc);

-- Its own queue, for a slow site is to hold up no reading. The table of db-scheduler 16.
create table deposit.scheduled_import (like deposit.scheduled_task including all);
