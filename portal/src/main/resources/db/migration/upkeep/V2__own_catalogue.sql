-- The list of an authority's datasets, published as one of them: the SIRET it bears and the deposit begun last for it.
create table upkeep.own_catalogue (
  publisher_id uuid primary key,
  siret char(14) not null,
  deposit_id uuid not null
);
