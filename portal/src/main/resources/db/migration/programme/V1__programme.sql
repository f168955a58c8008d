-- One edition of the programme; what it is made of is one JSON text, for it is read and written whole.
create table programme.season (
  id uuid primary key,
  slug text not null unique,
  plan text not null,
  first_day date not null,
  revision integer not null default 0,
  created_at timestamptz not null
);

create table programme.candidacy (
  id uuid primary key,
  season_id uuid not null references programme.season (id),
  -- null while nobody confirmed an authority that is not in our list
  organization_id uuid references organization.local_authority (id),
  siren char(9) not null,
  name text not null,
  contact_name text not null,
  contact_email text not null,
  contact_phone text not null,
  reasons text not null,
  agents numeric(8, 2),
  former boolean not null,
  member boolean not null,
  -- as it was when the authority applied, as JSON
  eligibility text not null,
  standing text not null check (standing in ('RECEIVED', 'WAITING', 'ACCEPTED', 'REFUSED')),
  sent_at timestamptz not null,
  decided_at timestamptz,
  decided_by text not null default '',
  reason text not null default '',
  revision integer not null default 0,
  unique (season_id, siren)
);

create table programme.beneficiary (
  id uuid primary key,
  season_id uuid not null references programme.season (id),
  organization_id uuid not null references organization.local_authority (id),
  name text not null,
  agreement_id uuid not null references agreement.agreement (id),
  accepted_at timestamptz not null,
  -- what it was asked for, as JSON
  dossier text not null,
  revision integer not null default 0,
  unique (season_id, organization_id)
);

create index beneficiary_by_organization on programme.beneficiary (organization_id);

-- Who is its référent from a day on. Names outlive accounts.
create table programme.designation (
  id bigint generated always as identity primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  from_day date not null,
  by_name text not null,
  at timestamptz not null
);

create index designation_by_beneficiary on programme.designation (beneficiary_id, from_day, id);

-- Of the GIP, as it was last known; an authority has one, whatever the season.
create table programme.membership (
  organization_id uuid primary key references organization.local_authority (id),
  since date not null,
  lost_on date,
  reason text not null default '',
  by_name text not null,
  at timestamptz not null
);

-- Between facilitators.
create table programme.note (
  id uuid primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  text text not null
);

create index note_by_beneficiary on programme.note (beneficiary_id, at desc);

-- An appointment, or a workshop of several: one event, one session for each beneficiary.
create table programme.meeting (
  id uuid primary key,
  season_id uuid not null references programme.season (id),
  stage text not null,
  starts_at timestamptz not null,
  length integer not null check (length > 0),
  place text not null,
  link text not null,
  note text not null default '',
  moved_from timestamptz,
  cancelled boolean not null default false,
  revision integer not null default 0,
  created_by text not null,
  created_at timestamptz not null
);

create index meeting_by_season on programme.meeting (season_id, starts_at);
create index meeting_to_remind on programme.meeting (starts_at) where not cancelled;

create table programme.session (
  id uuid primary key,
  meeting_id uuid not null references programme.meeting (id),
  beneficiary_id uuid not null references programme.beneficiary (id),
  came boolean,
  noted_by text,
  noted_at timestamptz,
  -- a person's decision
  counted boolean,
  counted_reason text,
  counted_by text,
  counted_at timestamptz,
  unique (meeting_id, beneficiary_id)
);

create index session_by_beneficiary on programme.session (beneficiary_id);

-- Who is invited for a beneficiary, and what they answered.
create table programme.participant (
  id uuid primary key,
  session_id uuid not null references programme.session (id) on delete cascade,
  person_id uuid,
  name text not null,
  email text not null,
  coming boolean,
  answered_at timestamptz,
  unique (session_id, email)
);

-- Reminders sent, so that each is sent once, by whichever server; a meeting that moved is reminded of again.
create table programme.reminder (
  participant_id uuid not null references programme.participant (id) on delete cascade,
  starts_at timestamptz not null,
  days integer not null,
  sent_at timestamptz not null,
  primary key (participant_id, starts_at, days)
);

-- The calendar of a person that programs read: another number makes another secret address.
create table programme.calendar (
  person_id uuid primary key,
  number integer not null
);

-- What links are signed with.
create table programme.seal (
  one boolean primary key default true check (one),
  secret text not null
);
