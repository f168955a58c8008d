-- A file that goes with a mail, as JSON; null for most, and once it is sent.
alter table account.mail add column attachment text;
