-- Communes and EPCI, from the reference files of the engine; kept up to date at each start.
create table organization.local_authority (
  id uuid primary key,
  kind text not null check (kind in ('COMMUNE', 'EPCI', 'DEPARTEMENT', 'REGION', 'SYNDICAT')),
  name text not null,
  siren text not null unique check (siren ~ '^[0-9]{9}$'),
  insee text unique,
  department text not null,
  slug text not null unique,
  population integer not null,
  -- The name without accents nor signs, "saint" in full: what is searched.
  folded text not null
);

-- The hash of the reference files that were loaded, so that a start does not load them again.
create table organization.loaded (
  files_sha256 text primary key
);
