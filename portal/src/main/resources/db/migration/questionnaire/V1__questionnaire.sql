-- What is asked; a version in use is never changed. Read and written whole, as JSON.
create table questionnaire.version (
  number integer primary key,
  content text not null,
  -- question of the version before -> question of this one, as JSON
  correspondence text not null default '{}',
  revision integer not null default 0,
  made_by text not null,
  made_at timestamptz not null,
  -- null while it is being written
  used_since timestamptz
);

create unique index one_version_is_written_at_a_time
  on questionnaire.version ((used_since is null)) where used_since is null;

-- The questionnaire of one authority, on one occasion.
create table questionnaire.filling (
  id uuid primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  occasion text not null check (occasion in ('ENTRY', 'EXIT')),
  version integer not null references questionnaire.version (number),
  opened_at timestamptz not null,
  handed_in_at timestamptz,
  handed_in_by text,
  unique (beneficiary_id, occasion)
);

create index filling_open on questionnaire.filling (version) where handed_in_at is null;

-- Names outlive accounts: an answer is always somebody's.
create table questionnaire.respondent (
  id uuid primary key,
  filling_id uuid not null references questionnaire.filling (id) on delete cascade,
  person_id uuid,
  name text not null,
  email text not null,
  -- sections they were given, as JSON; none for all
  sections text not null default '[]',
  assisting boolean not null default false,
  token_sha256 text unique,
  expires_at timestamptz,
  added_by text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  unique (filling_id, person_id)
);

create index respondent_by_filling on questionnaire.respondent (filling_id, added_at);

-- Each respondent's own answer to a question of a version.
create table questionnaire.answer (
  filling_id uuid not null references questionnaire.filling (id) on delete cascade,
  version integer not null,
  question text not null,
  respondent_id uuid not null references questionnaire.respondent (id) on delete cascade,
  reply text not null,
  at timestamptz not null,
  primary key (filling_id, version, question, respondent_id)
);

-- Which of several answers the référent chose; any later answer that differs opens it again.
create table questionnaire.settlement (
  filling_id uuid not null references questionnaire.filling (id) on delete cascade,
  version integer not null,
  question text not null,
  respondent_id uuid not null references questionnaire.respondent (id) on delete cascade,
  by_name text not null,
  at timestamptz not null,
  primary key (filling_id, version, question)
);
