-- Requests for help: where the person was, as addresses; never a value of a file.
create table help.request (
  id uuid primary key,
  number bigint generated always as identity,
  organization_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  category text not null,
  urgency text not null,
  deposit_id uuid,
  step text,
  -- code of a cause, "" for the whole step
  card text not null default '',
  -- as a spreadsheet names them
  cells text[] not null default '{}',
  page text not null default '',
  things_left integer not null default 0,
  mends_accepted integer not null default 0,
  undecided integer not null default 0,
  asked_at timestamptz not null,
  state text not null,
  -- since when it is whose turn it is
  turn_at timestamptz not null,
  due_at timestamptz not null,
  -- working time
  answered_after_seconds bigint,
  session_id uuid
);

create index request_organization on help.request (organization_id);
create index request_deposit on help.request (deposit_id) where deposit_id is not null;
create index request_waiting on help.request (due_at) where state = 'WAITING';
create index request_author on help.request (author_id, asked_at);

-- Who looks after it: several may.
create table help.helper (
  request_id uuid not null references help.request (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (request_id, person_id)
);

-- What was said and done; the id is the form's, so that a form sent twice is said once.
create table help.line (
  id uuid primary key,
  request_id uuid not null references help.request (id) on delete cascade,
  at timestamptz not null,
  person_id uuid,
  who text not null,
  helping boolean not null,
  what text not null,
  text text not null default '',
  suggestion_id uuid
);

create index line_request on help.line (request_id, at);
create index line_suggestion on help.line (suggestion_id) where suggestion_id is not null;

create table help.attachment (
  id uuid primary key,
  request_id uuid not null references help.request (id) on delete cascade,
  line_id uuid not null references help.line (id) on delete cascade,
  name text not null,
  size bigint not null,
  sha256 text not null
);

create index attachment_request on help.attachment (request_id);
create index attachment_sha256 on help.attachment (sha256);

-- What was done about a silence, each once for each answer left without one.
create table help.rung (
  request_id uuid not null references help.request (id) on delete cascade,
  turn_at timestamptz not null,
  rung text not null,
  at timestamptz not null,
  primary key (request_id, turn_at, rung)
);

-- What was solved, told without names.
create table help.article (
  id uuid primary key,
  request_id uuid references help.request (id) on delete set null,
  title text not null,
  problem text not null,
  answer text not null,
  step text,
  card text not null default '',
  written_by uuid not null,
  written_name text not null,
  written_at timestamptz not null,
  -- another person's; null while nobody read it again
  read_by uuid,
  read_name text,
  read_at timestamptz,
  revision integer not null default 0,
  -- built from words folded of their accents by the program, so that no extension is needed
  search tsvector not null,
  constraint read_by_another check (read_by is null or read_by <> written_by)
);

create index article_search on help.article using gin (search);
create index article_place on help.article (step, card) where read_at is not null;

create table help.rating (
  article_id uuid not null references help.article (id) on delete cascade,
  person_id uuid not null,
  useful boolean not null,
  primary key (article_id, person_id)
);
