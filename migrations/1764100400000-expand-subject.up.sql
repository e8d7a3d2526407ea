-- The deals and documents that something happened to, one row each, so that they are found by name among any number of
-- runs and effects. A name is what was last heard of it.
create table subject (
  kind     text not null check (kind in ('deal', 'document')),
  id       text not null,
  name     text,
  words    tsvector not null generated always as
             (to_tsvector('simple'::regconfig, regexp_replace(coalesce(name, ''), '[^[:alnum:]]+', ' ', 'g'))) stored,
  seen_at  timestamptz not null default now(),
  primary key (kind, id)
);
create index subject_by_words on subject using gin (words);
create index subject_by_id on subject (id);
