-- A meeting of the programme of which places are taken. Who comes is with the meeting.
create table workshop.workshop (
  meeting_id uuid primary key,
  season_id uuid not null,
  exercise text not null,
  capacity integer not null check (capacity > 0),
  -- six characters, while it is under way; worth nothing after that day
  code text unique,
  code_day date,
  -- code of the card that is projected for all, null for none
  shown_card text,
  created_at timestamptz not null
);

create index workshop_by_season on workshop.workshop (season_id);

-- Those who wait for a place, the first come first.
create table workshop.waiting (
  workshop_id uuid not null references workshop.workshop (meeting_id),
  person_id uuid not null,
  person_name text not null,
  email text not null,
  beneficiary_id uuid not null,
  at timestamptz not null,
  primary key (workshop_id, person_id)
);

create table workshop.material (
  id uuid primary key,
  workshop_id uuid not null references workshop.workshop (meeting_id),
  title text not null,
  -- of another site; null for a file of ours
  link text,
  sha256 text,
  size bigint,
  at timestamptz not null,
  constraint link_or_file check ((link is null) <> (sha256 is null))
);

create index material_by_workshop on workshop.material (workshop_id, at);
create index material_by_file on workshop.material (sha256) where sha256 is not null;

-- Who practises, on what, and where they are: addresses, never what stands there.
create table workshop.trainee (
  person_id uuid primary key,
  workshop_id uuid not null references workshop.workshop (meeting_id),
  first_name text not null,
  joined_at timestamptz not null,
  deposit_id uuid not null,
  step text not null,
  card text not null default '',
  cells text[] not null default '{}',
  acted_at timestamptz not null,
  -- what was practised on before it was begun again
  former_deposit_id uuid,
  former_step text,
  former_card text,
  former_cells text[],
  former_acted_at timestamptz,
  hand_at timestamptz,
  hand_step text,
  hand_card text not null default '',
  hand_cells text[] not null default '{}',
  hand_words text not null default '',
  -- hands that were seen to, since the beginning
  hands_lowered integer not null default 0
);

create index trainee_by_workshop on workshop.trainee (workshop_id);
create index trainee_joined on workshop.trainee (joined_at);
