-- Datasets and their versions. What all see of a dataset is one pointer, published_version,
-- switched by one statement: there is no half-published state.
create table catalog.dataset (
  id uuid primary key,
  slug text not null unique,
  publisher_id uuid not null,
  -- The publisher's name in addresses, to narrow a search without asking another room.
  publisher_slug text not null,
  published_version uuid,
  sandbox_version uuid,
  -- Published versions so far: the next one's number, without gap.
  version_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint dataset_has_a_version check (published_version is not null or sandbox_version is not null)
);

create index dataset_publisher on catalog.dataset (publisher_id);
create index dataset_publisher_slug on catalog.dataset (publisher_slug);
create index dataset_published on catalog.dataset (published_version) where published_version is not null;

-- Every name a dataset ever had: addresses never die, and no other dataset takes them.
create table catalog.slug (
  slug text primary key,
  dataset_id uuid not null references catalog.dataset (id) on delete cascade
);

create table catalog.version (
  id uuid primary key,
  dataset_id uuid not null references catalog.dataset (id) on delete cascade deferrable initially deferred,
  number integer,
  title text not null,
  -- For the alphabetical order, accents aside.
  title_folded text not null,
  summary text not null,
  keywords text[] not null,
  theme text,
  license text not null,
  license_reference text,
  frequency text not null,
  contact_email text,
  period text,
  rows bigint not null check (rows >= 0),
  schema_code text,
  schema_version text,
  schema_title text,
  schema_valid boolean,
  corrections text[] not null,
  formats text[] not null,
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  -- Built from words folded of their accents by the program, so that no extension is needed.
  search tsvector not null,
  unique (dataset_id, number),
  constraint version_numbered_when_published check (
    (number is null and published_at is null and published_by is null)
    or (number >= 1 and published_at is not null and published_by is not null))
);

create index version_search on catalog.version using gin (search);

alter table catalog.dataset
  add foreign key (published_version) references catalog.version (id) deferrable initially deferred,
  add foreign key (sandbox_version) references catalog.version (id) deferrable initially deferred;

create table catalog.distribution (
  version_id uuid not null references catalog.version (id) on delete cascade,
  position integer not null,
  format text not null,
  sha256 char(64) not null,
  size bigint not null check (size >= 0),
  rows bigint not null check (rows >= 0),
  primary key (version_id, format)
);

create table catalog.version_column (
  version_id uuid not null references catalog.version (id) on delete cascade,
  position integer not null,
  name text not null,
  type text not null,
  kind text not null,
  title text not null,
  description text not null,
  role text,
  filled bigint not null,
  distinct_values bigint not null,
  minimum text,
  maximum text,
  primary key (version_id, position),
  unique (version_id, name)
);
