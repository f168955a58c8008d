create table account.person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('AGENT', 'FOCAL_POINT', 'FACILITATOR', 'ADMINISTRATOR')),
  organization_id uuid references organization.local_authority (id),
  -- Null for someone who only signs in by e-mailed links.
  password text,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint person_has_an_authority check (
    organization_id is not null or role in ('FACILITATOR', 'ADMINISTRATOR'))
);

create index person_organization on account.person (organization_id);

-- Only the hash of a token is kept: whoever reads this table cannot sign in with it.
create table account.invitation (
  id uuid primary key,
  token_sha256 text not null unique,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null,
  organization_id uuid references organization.local_authority (id),
  invited_by uuid references account.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table account.sign_in_link (
  token_sha256 text primary key,
  person_id uuid not null references account.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Failed sign-ins by account and by network; a line is only a reason to wait, never a lock.
create table account.attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  free_at timestamptz not null
);

-- Mails to send; the text is emptied once sent, for it may hold a link that signs in.
create table account.mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  text text not null,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  last_error text
);

create index mail_to_send on account.mail (next_try_at) where sent_at is null;

-- Spring Session's own table (schema-postgresql.sql of spring-session-jdbc 4).
create table account.session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);

create index session_expiry on account.session (expiry_time);
create index session_principal on account.session (principal_name);

create table account.session_attributes (
  session_primary_id char(36) not null references account.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
