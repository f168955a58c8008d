-- When someone who practises was seen last: what they saved may be older.
alter table workshop.trainee add column seen_at timestamptz;
update workshop.trainee set seen_at = greatest(joined_at, acted_at);
alter table workshop.trainee alter column seen_at set not null;

-- Where someone waits.
create index waiting_by_person on workshop.waiting (person_id);

-- The name of a file, which is not always its title; null for a link, and for files of before.
alter table workshop.material add column file_name text;
