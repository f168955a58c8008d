-- The commune that workshops practise under: a SIREN with the right key that no commune has.
insert into organization.local_authority
  (id, kind, name, siren, insee, department, slug, population, folded)
values ('a7e11e00-0000-4000-8000-000000000001', 'COMMUNE', 'Commune d''exercice', '214509994', null, '45',
  'commune-d-exercice', 0, 'commune d exercice');
