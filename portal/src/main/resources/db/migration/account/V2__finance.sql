-- Whoever bills and collects for the organizer.
alter table account.person drop constraint person_role_check;
alter table account.person add constraint person_role_check
  check (role in ('AGENT', 'FOCAL_POINT', 'FACILITATOR', 'FINANCE', 'ADMINISTRATOR'));
alter table account.person drop constraint person_has_an_authority;
alter table account.person add constraint person_has_an_authority check (
  organization_id is not null or role in ('FACILITATOR', 'FINANCE', 'ADMINISTRATOR'));
