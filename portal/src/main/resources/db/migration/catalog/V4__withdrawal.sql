-- A withdrawn dataset keeps its version under another pointer: whatever reads published_version finds nothing.
alter table catalog.dataset
  add column withdrawn_version uuid references catalog.version (id) deferrable initially deferred,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_role text,
  add column withdrawal_reason text,
  add column title_kept boolean not null default false,
  drop constraint dataset_has_a_version,
  add constraint dataset_has_a_version check (
    published_version is not null or sandbox_version is not null or withdrawn_version is not null),
  add constraint dataset_published_or_withdrawn check (published_version is null or withdrawn_version is null),
  add constraint dataset_withdrawal_is_whole check (
    num_nulls(withdrawn_version, withdrawn_at, withdrawn_by, withdrawn_role, withdrawal_reason) in (0, 5));

-- A version withdrawn alone; one erased keeps its number, its sizes and its hashes, and nothing that a file said.
alter table catalog.version
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_role text,
  add column withdrawal_reason text,
  add column erased_at timestamptz,
  -- The number of the version whose files it has, when an earlier one was published again.
  add column repeats integer,
  add constraint version_withdrawal_is_whole check (
    num_nulls(withdrawn_at, withdrawn_by, withdrawn_role, withdrawal_reason) in (0, 4)),
  add constraint version_erased_is_withdrawn check (erased_at is null or withdrawn_at is not null),
  add constraint version_withdrawn_was_published check (withdrawn_at is null or number is not null);

create index distribution_by_hash on catalog.distribution (sha256);

-- Files of erased versions whose bytes are still to be removed: a killed server goes on from here.
create table catalog.erasure (
  sha256 char(64) primary key,
  asked_at timestamptz not null
);

-- Who did what to a dataset, as it was then: names outlive accounts. Rows are only added.
create table catalog.event (
  id bigint generated always as identity primary key,
  dataset_id uuid not null references catalog.dataset (id) on delete cascade deferrable initially deferred,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text,
  kind text not null,
  -- Of the version concerned, null for a rehearsal.
  version integer,
  repeats integer,
  reason text not null default ''
);

create index event_by_dataset on catalog.event (dataset_id, id);

insert into catalog.event (dataset_id, at, person_id, person_name, role, kind, version)
select v.dataset_id, v.published_at, v.published_by, coalesce(p.name, ''), p.role, 'PUBLISHED', v.number
from catalog.version v left join account.person p on p.id = v.published_by
where v.number is not null
order by v.published_at;
