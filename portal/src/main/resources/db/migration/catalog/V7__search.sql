-- What a search reads of what all see: one row for each published dataset, none for any other. The program makes it from
-- the published version, in the transaction that moves the pointer; a row of another revision is made again at start.
create table catalog.search_kind (
  id integer generated always as identity primary key,
  theme text,
  schema_code text,
  schema_title text,
  formats text[] not null,
  license text not null,
  unique nulls not distinct (theme, schema_code, schema_title, formats, license)
);

-- Who publishes and of where: places are written "commune-45232", "epci-244500468", "departement-45", "region-24".
create table catalog.search_origin (
  id integer generated always as identity primary key,
  publisher_slug text not null,
  places text[] not null,
  unique (publisher_slug, places)
);

-- How those places are called.
create table catalog.search_place (
  place text primary key,
  title text not null
);

create table catalog.search_entry (
  dataset_id uuid primary key references catalog.dataset (id) on delete cascade,
  version_id uuid not null,
  -- Of the way rows are made here: see SearchEntries.
  revision integer not null,
  kind_id integer not null references catalog.search_kind (id),
  origin_id integer not null references catalog.search_origin (id),
  published_at timestamptz not null,
  -- When it is no longer up to date unless it is published again; null when no rhythm was promised.
  late_at timestamptz,
  rows bigint not null,
  title_folded text not null,
  -- Title (A), keywords and model (B), publisher and place (C): what ranks.
  head tsvector not null,
  -- The same, and the summary, columns and labels (D): what is found.
  body tsvector not null
);

create index search_entry_head on catalog.search_entry using gin (head);
create index search_entry_body on catalog.search_entry using gin (body);
create index search_entry_recent on catalog.search_entry (published_at desc, dataset_id);
create index search_entry_title on catalog.search_entry (title_folded, dataset_id);
create index search_entry_rows on catalog.search_entry (rows desc, dataset_id);
create index search_entry_counted on catalog.search_entry (kind_id, origin_id, late_at);
create index search_entry_origin on catalog.search_entry (origin_id);

-- Each word of a row once, folded, as the vocabulary counts it: beside the row, which is read for each answer.
create table catalog.search_entry_words (
  dataset_id uuid primary key references catalog.search_entry (dataset_id) on delete cascade,
  words text[] not null
);

-- Every word that search_entry holds and how many of its rows hold it: to guess what a mistyped word meant.
create table catalog.search_word (
  word text primary key,
  stem text not null,
  datasets integer not null check (datasets > 0),
  -- The hash of each writing that is left when one or two letters are taken away: see Misspelling.
  deletions integer[] not null
) with (fillfactor = 80);

create index search_word_stem on catalog.search_word (stem);
create index search_word_begins on catalog.search_word (word text_pattern_ops);
create index search_word_deletions on catalog.search_word using gin (deletions);

-- Words for the same thing that administrators add to ours.
create table catalog.synonym (
  id uuid primary key,
  phrases text[] not null,
  added_at timestamptz not null
);

-- The frequent labels of a column of few values ("Gymnase", "Stade"), at most ten.
alter table catalog.version_column add column labels text[] not null default '{}';

-- Words are found in search_entry alone from now on.
alter table catalog.version drop column search;
