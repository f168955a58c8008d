-- Who runs a programme publishes data too.
alter table organization.local_authority
  drop constraint local_authority_kind_check,
  add constraint local_authority_kind_check check (
    kind in ('COMMUNE', 'EPCI', 'DEPARTEMENT', 'REGION', 'SYNDICAT', 'GIP'));
