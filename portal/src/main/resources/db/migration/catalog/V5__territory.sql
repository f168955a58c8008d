-- The territory a version speaks of. Versions described before it was asked say none.
alter table catalog.version
  add column territory_level text check (territory_level in ('COMMUNE', 'EPCI', 'DEPARTEMENT', 'REGION', 'COUNTRY')),
  add column territory_code text,
  add column territory_name text,
  add constraint version_territory_whole check (
    (territory_level is null) = (territory_code is null) and (territory_level is null) = (territory_name is null));
