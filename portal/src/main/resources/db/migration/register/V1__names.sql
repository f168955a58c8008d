-- What a text says of somebody, and the same text without them: whole names and whole addresses
-- only, in any case. "Paul Martin" is not in "Jean-Paul Martin", nor a@b.fr in aa@b.fr.

-- An expression that finds the word alone; null for none.
create function register.alone(word text) returns text language sql immutable as $$
  select case
    when coalesce(trim(word), '') = '' then null
    when strpos(word, '@') > 0 then
      '(?<![[:alnum:]._%+-])' || quoted || '(?![[:alnum:]-]|[.][[:alnum:]])'
    else '(?<![[:alnum:]À-ÿŒœ-])' || quoted || '(?![[:alnum:]À-ÿŒœ-])'
  end
  from (select regexp_replace(word, '([]^$*+?(){}|\\.[-])', '\\\1', 'g') as quoted) as it
$$;

create function register.speaks_of(said text, word text) returns boolean language sql immutable as $$
  select coalesce(said ~* register.alone(word), false)
$$;

-- The text itself where there is nothing to look for.
create function register.without_one(said text, word text, instead text) returns text
language sql immutable as $$
  select coalesce(regexp_replace(said, register.alone(word), instead, 'gi'), said)
$$;

create function register.without(said text, name text, email text, instead text) returns text
language sql immutable as $$
  select register.without_one(register.without_one(said, name, instead), email, instead)
$$;
