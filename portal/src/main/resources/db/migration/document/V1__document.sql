-- What people wrote in the place of a text that is shipped. Rows are only added.
create table document.text_version (
  -- what the text belongs to, which this room does not know: a season
  owner uuid not null,
  kind text not null,
  number integer not null check (number > 0),
  text text not null,
  author_id uuid not null,
  author_name text not null,
  at timestamptz not null,
  primary key (owner, kind, number)
);

-- A document that was given out: its files stay as they were.
create table document.paper (
  id uuid primary key,
  -- what it is about, which this room does not know
  subject uuid not null,
  name text not null,
  title text not null,
  pdf_sha256 char(64) not null,
  odt_sha256 char(64) not null,
  author_id uuid not null,
  author_name text not null,
  at timestamptz not null,
  -- the same paper, signed
  scan_sha256 char(64),
  scan_name text,
  scan_author_name text,
  scan_at timestamptz,
  unique (subject, name, pdf_sha256)
);
create index paper_by_scan on document.paper (scan_sha256) where scan_sha256 is not null;
