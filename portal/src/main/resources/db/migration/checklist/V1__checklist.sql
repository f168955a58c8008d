-- What people said of the items of a checklist: lines are added and never changed. What facts tell is kept nowhere: it is read
-- where it lives.
create table checklist.mark (
  beneficiary_id uuid not null,
  -- what it is about: the beneficiary itself, a dataset, or a deposit while there is no dataset
  subject_id uuid not null,
  item text not null,
  -- 1 for the first; a form made from an earlier one is seen
  revision integer not null,
  state text not null,
  words text not null,
  link text not null,
  owner text not null,
  due date,
  -- null once its name is past its time
  person_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (beneficiary_id, subject_id, item, revision)
);
