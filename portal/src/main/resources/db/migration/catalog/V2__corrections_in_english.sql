-- What was put right is told in the language of the page; versions made before are told in French.
alter table catalog.version add column corrections_english text[] not null default '{}';
