-- An agreement between the organizer and a local authority, for one season. What holds of it is reckoned from its facts.
create table agreement.agreement (
  id uuid primary key,
  organization_id uuid not null references organization.local_authority (id),
  -- of the programme, which this room does not know
  season_id uuid not null,
  -- the season's text as it was when it was drafted, as JSON
  text text not null,
  -- counts the facts: a form made from an older page is seen
  revision integer not null default 0,
  created_at timestamptz not null,
  unique (organization_id, season_id)
);

create index agreement_by_season on agreement.agreement (season_id);

-- Rows are only added: a wrong one is corrected by another.
create table agreement.fact (
  id uuid primary key,
  agreement_id uuid not null references agreement.agreement (id),
  number integer not null,
  recorded_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  act text not null,
  -- the paper that shows it
  document_sha256 char(64),
  document_name text,
  unique (agreement_id, number)
);
