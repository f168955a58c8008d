-- What somebody who accompanies authorities is told: once by kind, authority and object, until it is resolved.
create table home.signal (
  id uuid primary key,
  season_id uuid not null,
  -- null for what is of the whole season
  beneficiary_id uuid,
  kind text not null,
  -- what it is about: the id of a thing, a code
  object text not null,
  -- what its sentence says, as JSON: titles, days, counts, addresses of cells; never what stands in a file
  told text not null,
  href text not null,
  first_seen timestamptz not null,
  resolved_at timestamptz
);

create unique index signal_once on home.signal (season_id, coalesce(beneficiary_id, season_id), kind, object)
  where resolved_at is null;
create index signal_by_season on home.signal (season_id, kind, object);

-- Who has seen it, each for themselves: what one has seen, another may still have to see.
create table home.mark (
  signal_id uuid not null references home.signal (id) on delete cascade,
  person_id uuid not null,
  at timestamptz not null,
  -- told again from that day on; null for what was seen once and for all
  later_until date,
  primary key (signal_id, person_id)
);

create index mark_by_person on home.mark (person_id);

-- What a season changed of the thresholds.
create table home.threshold (
  season_id uuid not null,
  threshold text not null,
  value integer not null check (value between 0 and 365),
  by_id uuid not null,
  at timestamptz not null,
  primary key (season_id, threshold)
);

-- When the signals of a season were looked for last.
create table home.sweep (
  season_id uuid primary key,
  at timestamptz not null
);

-- The weekly mail of each: one a week, even when there was nothing to say.
create table home.digest (
  person_id uuid not null,
  week date not null,
  lines integer not null,
  at timestamptz not null,
  primary key (person_id, week)
);

-- Who wants no weekly mail.
create table home.digest_stopped (
  person_id uuid primary key,
  at timestamptz not null
);
