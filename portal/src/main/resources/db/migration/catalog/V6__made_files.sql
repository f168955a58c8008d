-- Files made of a published version when somebody first asked for their format.
create table catalog.made_file (
  version_id uuid not null references catalog.version (id) on delete cascade,
  format text not null,
  sha256 char(64) not null,
  size bigint not null check (size >= 0),
  rows bigint not null check (rows >= 0),
  made_at timestamptz not null,
  primary key (version_id, format)
);

create index made_file_sha256 on catalog.made_file (sha256);
