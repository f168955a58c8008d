-- What anybody asks of a dataset; shown once it is answered, without a word of who asked.
create table culture.question (
  -- the form's, so that a form sent twice asks once
  id uuid primary key,
  dataset_id uuid not null,
  asked_at timestamptz not null,
  text text not null,
  -- where the answer is sent, '' when nobody waits for it or it was sent
  email text not null default '',
  state text not null,
  answer text not null default '',
  answered_by uuid,
  answerer text not null default '',
  answered_at timestamptz,
  revision integer not null default 0
);

create index question_dataset on culture.question (dataset_id, asked_at);
create index question_waiting on culture.question (asked_at) where state = 'WAITING';

-- What somebody made of the data; shown once somebody read it.
create table culture.reuse (
  id uuid primary key,
  title text not null,
  address text not null,
  kind text not null,
  author text not null,
  email text not null default '',
  words text not null,
  proposed_at timestamptz not null,
  state text not null,
  reader_id uuid,
  reader text not null default '',
  read_at timestamptz,
  revision integer not null default 0
);

create index reuse_shown on culture.reuse (read_at desc) where state = 'SHOWN';

create table culture.reused (
  reuse_id uuid not null references culture.reuse (id) on delete cascade,
  dataset_id uuid not null,
  primary key (reuse_id, dataset_id)
);

create index reused_dataset on culture.reused (dataset_id);
