-- A report made of facts: of a phase of a beneficiary, of its whole accompaniment, of a season. Until it is frozen nothing of it is
-- kept but what people wrote.
create table review.review (
  id uuid primary key,
  kind text not null check (kind in ('STAGE', 'CLOSING', 'SEASON')),
  season_id uuid not null references programme.season (id),
  -- null for a season's
  beneficiary_id uuid references programme.beneficiary (id) on delete cascade,
  -- key of the phase, '' for the whole
  phase text not null default '',
  begun_by text not null,
  begun_at timestamptz not null,
  -- what it said when it was frozen, whole, as JSON: never changed
  content text,
  -- of that text
  sha256 text,
  frozen_by text,
  frozen_at timestamptz,
  constraint frozen_as_a_whole check (num_nulls(content, sha256, frozen_by, frozen_at) in (0, 4)),
  constraint of_a_beneficiary_or_a_season check ((beneficiary_id is null) = (kind = 'SEASON'))
);

create unique index review_once on review.review
  (season_id, coalesce(beneficiary_id, '00000000-0000-0000-0000-000000000000'::uuid), kind, phase);
create index review_by_beneficiary on review.review (beneficiary_id);

-- What people wrote in a report, in the place of what is proposed there.
create table review.passage (
  review_id uuid not null references review.review (id) on delete cascade,
  passage text not null,
  -- '' for what is proposed
  text text not null,
  -- counts the writings: a form made from an earlier one is seen
  revision integer not null,
  by_name text not null,
  at timestamptz not null,
  primary key (review_id, passage)
);

-- What is added to a frozen report, each with its day; nothing of it is ever changed.
create table review.supplement (
  id uuid primary key,
  review_id uuid not null references review.review (id) on delete cascade,
  -- months after the end of the accompaniment, of what survives then; null for words
  months integer,
  text text not null,
  -- what survives, as JSON
  content text,
  sha256 text not null,
  by_name text not null,
  at timestamptz not null
);

create index supplement_by_review on review.supplement (review_id, at);
create unique index survival_once on review.supplement (review_id, months) where months is not null;

-- What a beneficiary thinks of its accompaniment; one answer for the authority, given in the portal or by a link.
create table review.survey (
  beneficiary_id uuid primary key references programme.beneficiary (id) on delete cascade,
  -- reply by question, as JSON; null while nobody answered
  replies text,
  revision integer not null default 0,
  answered_by text,
  answered_at timestamptz,
  token_sha256 text unique,
  expires_at timestamptz
);

-- In whose name the data of seasons are deposited.
create table review.organizer (
  one boolean primary key default true check (one),
  organization_id uuid not null references organization.local_authority (id)
);

-- The deposit made last of a season's data: the next one renews its dataset.
create table review.deposited (
  season_id uuid primary key references programme.season (id),
  deposit_id uuid not null
);
