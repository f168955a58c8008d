-- that a list stays after all is an act like the others
alter table privacy.journal drop constraint journal_kind_check;
alter table privacy.journal add constraint journal_kind_check check
  (kind in ('LOOKED_AT', 'EXPORTED', 'ERASED', 'ACCEPTED', 'KEPT', 'REMOVED', 'AUTOMATIC', 'BY_HAND'));
