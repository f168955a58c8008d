-- Those who practise in a workshop: no password, no mail, gone with what they practised on.
alter table account.person drop constraint person_role_check;
alter table account.person add constraint person_role_check
  check (role in ('AGENT', 'FOCAL_POINT', 'FACILITATOR', 'FINANCE', 'ADMINISTRATOR', 'TRAINEE'));
