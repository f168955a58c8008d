-- Outlines of communes, under the maps: a file of ours, and which commune each of its rows is.
create table territory.outlines (
  id uuid primary key,
  sha256 text not null,
  -- whose outlines they are, as it is said under the maps
  source text not null,
  communes integer not null,
  loaded_at timestamptz not null
);

create table territory.outline (
  outlines_id uuid not null references territory.outlines (id) on delete cascade,
  -- 1-based, in the file
  row bigint not null,
  code text not null,
  name text not null,
  primary key (outlines_id, row)
);
