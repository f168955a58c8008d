-- When someone last signed in. Of accounts that were there before, it is counted from today.
alter table account.person add column used_at timestamptz;
update account.person set used_at = now() where withdrawn_at is null;
