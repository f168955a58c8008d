-- Whom an answer to the mail reaches; and whether it was a reminder, for one person is not reminded
-- twice within a few days.
alter table account.mail
  add column reply_to text,
  add column reminder boolean not null default false;

create index mail_reminders on account.mail (recipient, created_at) where reminder;
