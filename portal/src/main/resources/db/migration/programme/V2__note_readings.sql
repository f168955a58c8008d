-- Who read the notes written of a beneficiary. Names outlive accounts.
create table programme.note_reading (
  id bigint generated always as identity primary key,
  beneficiary_id uuid not null references programme.beneficiary (id) on delete cascade,
  at timestamptz not null,
  reader_id uuid not null,
  reader_name text not null
);

create index note_reading_by_beneficiary on programme.note_reading (beneficiary_id, at desc);
create index note_reading_by_time on programme.note_reading (at);

-- An agreement that goes, once its time is over, takes with it the accompaniment it was about.
alter table programme.beneficiary
  drop constraint beneficiary_agreement_id_fkey,
  add foreign key (agreement_id) references agreement.agreement (id) on delete cascade;
alter table programme.session
  drop constraint session_beneficiary_id_fkey,
  add foreign key (beneficiary_id) references programme.beneficiary (id) on delete cascade;
