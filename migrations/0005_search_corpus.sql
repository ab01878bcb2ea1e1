-- Texts too many for an index in memory: candidates are found here, and ranked by the search engine (decision 0012).
create table search_corpus (
  id bigint generated always as identity primary key,
  brand_id text not null references brand (id) on delete cascade,
  -- What it holds: the help centre, later a community.
  collection text not null check (collection ~ '^[a-z]{1,30}$'),
  -- The content it was last brought to; a stamp tells content versions of other databases apart.
  version bigint not null,
  stamp text not null,
  unique (brand_id, collection)
);

create table search_document (
  id bigint generated always as identity primary key,
  corpus_id bigint not null references search_corpus (id) on delete cascade,
  document_id text not null check (length(document_id) <= 200),
  locale text not null check (length(locale) <= 20),
  type text not null check (length(type) <= 20),
  -- The document as the search engine takes it.
  source jsonb not null,
  -- Its words without case and accents, as the search engine reads them: of the title, and of all of it.
  title_words text not null,
  words text not null,
  -- The fill that wrote it last; what an older one wrote and this one did not is gone.
  fill bigint not null,
  -- Corpus and locale stand among the words, so that one index finds the words of one corpus and locale only.
  title_terms tsvector not null generated always as (
    array_to_tsvector(array['/' || corpus_id::text || '/' || locale])
      || case split_part(locale, '-', 1)
        when 'en' then to_tsvector('pg_catalog.english', title_words)
        when 'fr' then to_tsvector('pg_catalog.french', title_words)
        when 'de' then to_tsvector('pg_catalog.german', title_words)
        else to_tsvector('pg_catalog.simple', title_words)
      end
  ) stored,
  terms tsvector not null generated always as (
    array_to_tsvector(array['/' || corpus_id::text || '/' || locale])
      || case split_part(locale, '-', 1)
        when 'en' then to_tsvector('pg_catalog.english', words)
        when 'fr' then to_tsvector('pg_catalog.french', words)
        when 'de' then to_tsvector('pg_catalog.german', words)
        else to_tsvector('pg_catalog.simple', words)
      end
  ) stored,
  unique (corpus_id, document_id, locale)
);
create index search_document_terms on search_document using gin (terms);
create index search_document_title_terms on search_document using gin (title_terms);
create index search_document_kind on search_document (corpus_id, type);

-- In how many documents each word stands, estimated from a sample: what makes a word rare, and what a misspelt one may be.
create table search_word (
  corpus_id bigint not null references search_corpus (id) on delete cascade,
  locale text not null,
  word text not null,
  documents bigint not null,
  primary key (corpus_id, locale, word)
);
create index search_word_beginning on search_word (corpus_id, locale, word text_pattern_ops);

-- Similar words are found by trigrams where the server has them, by their beginnings otherwise.
do $$
begin
  create extension if not exists pg_trgm;
  create index search_word_trigrams on search_word using gin (word gin_trgm_ops);
exception when others then
  raise notice 'without pg_trgm: %', sqlerrm;
end
$$;
