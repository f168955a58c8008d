-- A facilitator's own reading of a level, after interviews; the last of a dimension counts.
create table diagnosis.adjustment (
  id bigint generated always as identity primary key,
  filling_id uuid not null references questionnaire.filling (id) on delete cascade,
  dimension text not null,
  -- null: back to what was computed
  level numeric(3, 1) check (level between 0 and 4),
  reason text not null,
  by_name text not null,
  at timestamptz not null
);

create index adjustment_by_filling on diagnosis.adjustment (filling_id, id);

-- What was found on a day, whole, as JSON: never changed.
create table diagnosis.snapshot (
  id uuid primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  season_id uuid not null references programme.season (id),
  occasion text check (occasion in ('ENTRY', 'EXIT')),
  name text not null,
  version integer not null,
  content text not null,
  by_name text not null,
  at timestamptz not null
);

create index snapshot_by_beneficiary on diagnosis.snapshot (beneficiary_id, at);
create index snapshot_by_season on diagnosis.snapshot (season_id) where occasion is not null;

create table diagnosis.interview (
  id uuid primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  guide text not null check (guide in ('ENTRY', 'DEBRIEFING')),
  on_day date not null,
  met text not null,
  -- how they agreed to have notes taken
  consent text not null,
  -- words by question of the guide, as JSON
  notes text not null,
  summary text not null default '',
  released_at timestamptz,
  released_by text,
  revision integer not null default 0,
  author text not null,
  at timestamptz not null
);

create index interview_by_beneficiary on diagnosis.interview (beneficiary_id, on_day);

-- Who looked at notes, each time.
create table diagnosis.reading (
  id bigint generated always as identity primary key,
  interview_id uuid not null references diagnosis.interview (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null
);

create index reading_by_interview on diagnosis.reading (interview_id, id);
