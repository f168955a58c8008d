-- What was done about personal data, for those who must show it (GDPR, article 5(2)): no name of the person concerned.
create table privacy.journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- null for the nightly work
  by_id uuid,
  by_name text not null,
  kind text not null check (kind in ('LOOKED_AT', 'EXPORTED', 'ERASED', 'ACCEPTED', 'REMOVED', 'AUTOMATIC', 'BY_HAND')),
  -- of the retention or the trace it is about
  subject text not null,
  lines integer not null check (lines >= 0),
  -- of the visa of the archives
  reference text not null default ''
);

create index journal_by_time on privacy.journal (at desc);

-- Whether a retention is applied each night, where somebody said so.
create table privacy.automatic (
  retention text primary key,
  applied boolean not null
);

-- Lines that someone agreed to see go, until the night that takes them away.
create table privacy.acceptance (
  retention text primary key,
  ids text[] not null,
  accepted_at timestamptz not null,
  accepted_by uuid not null,
  accepted_name text not null,
  reference text not null default ''
);

-- Each night is worked through by one server.
create table privacy.night (
  day date primary key
);
