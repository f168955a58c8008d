-- What the funders of a season were asked for and paid. Rows are only added: a wrong one is corrected by another.
create table agreement.funder_fact (
  id uuid primary key,
  -- of the programme, which this room does not know
  season_id uuid not null,
  recorded_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  act text not null
);

create index funder_fact_by_season on agreement.funder_fact (season_id);
