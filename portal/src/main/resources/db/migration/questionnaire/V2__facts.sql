-- What the portal knew of the authority when it was handed in, as JSON: what it knows later moves
-- nothing that was handed in. Null while it is being filled in, and of those handed in before.
alter table questionnaire.filling add column facts text;
