package fr.jalon.portal.catalog;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what a search reads in step with what all see: the rows of published datasets, and the
 * words they hold. Whoever moves {@code published_version} calls {@link #follow} in the same
 * transaction; the words of what is withdrawn leave with it.
 */
@Component
class SearchEntries {
  private static final Logger LOG = LoggerFactory.getLogger(SearchEntries.class);

  /** To be raised when a row is made otherwise: every row is then made again at the next start. */
  static final int REVISION = 1;

  /** Datasets whose rows are made in one transaction when they are made again. */
  private static final int TOGETHER = 500;

  /** Of the lock under which words are counted, one transaction at a time. */
  private static final long COUNTING = 0x6A616C6F6E01L;

  private final JdbcClient jdbc;
  private final DatasetRows rows;
  private final Organizations organizations;
  private final TransactionTemplate transaction;

  SearchEntries(
      JdbcClient jdbc,
      DatasetRows rows,
      Organizations organizations,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.organizations = organizations;
    this.transaction = transaction;
    catchUp();
  }

  /** Makes the row of a dataset what its published version says; none when none is published. */
  void follow(UUID datasetId) {
    follow(List.of(datasetId));
  }

  /** Makes again the rows that are missing, left over or of another revision. */
  final void catchUp() {
    int made = 0;
    List<UUID> behind = listBehind(new UUID(0, 0));
    while (!behind.isEmpty()) {
      List<UUID> some = behind;
      transaction.executeWithoutResult(status -> follow(some));
      made += some.size();
      behind = listBehind(some.get(some.size() - 1));
    }
    if (made > 0) {
      LOG.info("Made what a search reads of {} datasets", made);
    }
  }

  private List<UUID> listBehind(UUID after) {
    return jdbc.sql(
            """
            select d.id from catalog.dataset d
            left join catalog.search_entry e on e.dataset_id = d.id
            where d.id > :after and (d.published_version is not null or e.dataset_id is not null)
              and (e.version_id is distinct from d.published_version or e.revision <> :revision)
            order by d.id limit :limit
            """)
        .param("after", after)
        .param("revision", REVISION)
        .param("limit", TOGETHER)
        .query(UUID.class)
        .list();
  }

  private void follow(List<UUID> ids) {
    jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", COUNTING).query().singleRow();
    List<SearchEntry> entries = entries(ids);
    Map<String, Integer> words = new HashMap<>();
    remove(ids).forEach((word, count) -> words.merge(word, -count, Integer::sum));
    if (!entries.isEmpty()) {
      insertKinds(entries);
      insertPlaces(entries);
      insert(entries);
      entries.forEach(entry -> entry.words().forEach(word -> words.merge(word, 1, Integer::sum)));
    }
    count(words);
  }

  private List<SearchEntry> entries(List<UUID> ids) {
    List<Dataset> published =
        rows.datasets(ids).stream().filter(dataset -> dataset.published() != null).toList();
    Map<UUID, LocalAuthority> publishers =
        organizations
            .findAll(published.stream().map(Dataset::publisherId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, Function.identity()));
    return published.stream()
        .filter(dataset -> publishers.containsKey(dataset.publisherId()))
        .map(
            dataset ->
                SearchEntry.of(
                    dataset, Objects.requireNonNull(publishers.get(dataset.publisherId()))))
        .toList();
  }

  /**
   * @return the words that went, and of how many rows
   */
  private Map<String, Integer> remove(List<UUID> ids) {
    Map<String, Integer> words = new HashMap<>();
    jdbc.sql(
            """
            with gone as (
              delete from catalog.search_entry where dataset_id = any(:ids) returning dataset_id)
            select word, count(*) as datasets from gone
            join catalog.search_entry_words using (dataset_id) cross join unnest(words) as word group by word
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              words.put(row.getString("word"), row.getInt("datasets"));
            });
    return words;
  }

  private void insertKinds(List<SearchEntry> entries) {
    kinds(
            jdbc.sql(
                """
                insert into catalog.search_kind (theme, schema_code, schema_title, formats, license)
                select distinct theme, schema_code, schema_title, string_to_array(formats, ' '), license
                from unnest(:themes, :schemas, :schemaTitles, :formats, :licenses)
                  as one (theme, schema_code, schema_title, formats, license)
                on conflict do nothing
                """),
            entries)
        .update();
  }

  private void insertPlaces(List<SearchEntry> entries) {
    origins(
            jdbc.sql(
                """
                insert into catalog.search_origin (publisher_slug, places)
                select distinct publisher, string_to_array(places, ' ')
                from unnest(:publishers, :places) as one (publisher, places)
                on conflict do nothing
                """),
            entries)
        .update();
    Map<String, String> titles = new HashMap<>();
    entries.forEach(
        entry ->
            entry.places().forEach(place -> titles.put(CatalogPaths.place(place), place.name())));
    List<String> places = titles.keySet().stream().sorted().toList();
    jdbc.sql(
            """
            insert into catalog.search_place (place, title) select * from unnest(:places, :titles)
            on conflict (place) do update set title = excluded.title
            where search_place.title <> excluded.title
            """)
        .param("places", places.toArray(String[]::new))
        .param("titles", places.stream().map(titles::get).toArray(String[]::new))
        .update();
  }

  private void insert(List<SearchEntry> entries) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(
            """
            with words as (
              insert into catalog.search_entry_words (dataset_id, words)
              select dataset_id, string_to_array(words, ' ')
              from unnest(cast(:ids as uuid[]), :words) as one (dataset_id, words))
            insert into catalog.search_entry (dataset_id, version_id, revision, kind_id, origin_id, published_at,
              late_at, rows, title_folded, head, body)
            select dataset_id, version_id, :revision, k.id, o.id, published_at, late_at, rows, title_folded,
              head, head || setweight(to_tsvector('french', rest), 'D')
            from (
              select *, setweight(to_tsvector('french', title), 'A') || setweight(to_tsvector('french', subject), 'B')
                || setweight(to_tsvector('french', place), 'C') as head
              from unnest(cast(:ids as uuid[]), cast(:versions as uuid[]), cast(:published as timestamptz[]),
                cast(:late as timestamptz[]), cast(:rows as bigint[]), :titlesFolded, :titles, :subjects,
                :wheres, :rests, :themes, :schemas, :schemaTitles, :formats, :licenses, :publishers, :places)
                as one (dataset_id, version_id, published_at, late_at, rows, title_folded, title, subject, place,
                  rest, theme, schema_code, schema_title, formats, license, publisher, places)) given
            join catalog.search_kind k on k.license = given.license
              and k.formats = string_to_array(given.formats, ' ')
              and k.theme is not distinct from given.theme
              and k.schema_code is not distinct from given.schema_code
              and k.schema_title is not distinct from given.schema_title
            join catalog.search_origin o on o.publisher_slug = given.publisher
              and o.places = string_to_array(given.places, ' ')
            """);
    origins(kinds(statement, entries), entries)
        .param("revision", REVISION)
        .param("ids", texts(entries, entry -> entry.datasetId().toString()))
        .param("versions", texts(entries, entry -> entry.version().id().toString()))
        .param(
            "published",
            texts(entries, entry -> Objects.toString(entry.version().publishedAt(), null)))
        .param("late", texts(entries, entry -> Objects.toString(entry.lateAt(), null)))
        .param("rows", texts(entries, entry -> Long.toString(entry.version().rows())))
        .param("titlesFolded", texts(entries, entry -> Folding.fold(said(entry).title())))
        .param("titles", texts(entries, SearchEntry::title))
        .param("subjects", texts(entries, SearchEntry::subject))
        .param("wheres", texts(entries, SearchEntry::where))
        .param("rests", texts(entries, SearchEntry::rest))
        .param("words", texts(entries, entry -> String.join(" ", entry.words())))
        .update();
  }

  private static JdbcClient.StatementSpec kinds(
      JdbcClient.StatementSpec statement, List<SearchEntry> entries) {
    return statement
        .param("themes", texts(entries, SearchEntries::theme))
        .param("schemas", texts(entries, entry -> conformity(entry, Conformity::schema)))
        .param("schemaTitles", texts(entries, entry -> conformity(entry, Conformity::title)))
        .param("formats", texts(entries, SearchEntries::formats))
        .param("licenses", texts(entries, entry -> said(entry).license().name()));
  }

  private static JdbcClient.StatementSpec origins(
      JdbcClient.StatementSpec statement, List<SearchEntry> entries) {
    return statement
        .param("publishers", texts(entries, entry -> entry.publisher().slug()))
        .param("places", texts(entries, SearchEntries::places));
  }

  /** Words that nothing holds any more are forgotten: what was withdrawn must not be guessed. */
  private void count(Map<String, Integer> changes) {
    List<String> more = words(changes, true);
    List<String> fewer = words(changes, false);
    if (!more.isEmpty()) {
      jdbc.sql(
              """
              insert into catalog.search_word (word, stem, datasets, deletions)
              select word, stem, cast(datasets as integer), cast(string_to_array(deletions, ' ') as integer[])
              from unnest(:words, :counts, :deletions) as one (word, datasets, deletions)
              cross join lateral (
                select case when word ~ '[0-9]' then word else (ts_lexize('french_stem', word))[1] end as stem) stemmed
              where stem is not null
              order by word
              on conflict (word) do update set datasets = search_word.datasets + excluded.datasets
              """)
          .param("words", more.toArray(String[]::new))
          .param("counts", counts(more, changes))
          .param("deletions", more.stream().map(SearchEntries::deletions).toArray(String[]::new))
          .update();
    }
    if (!fewer.isEmpty()) {
      jdbc.sql(
              """
              with fewer as (
                select word, cast(datasets as integer) as datasets
                from unnest(:words, :counts) as one (word, datasets)),
              gone as (
                delete from catalog.search_word w using fewer f
                where w.word = f.word and w.datasets + f.datasets <= 0)
              update catalog.search_word w set datasets = w.datasets + f.datasets
              from fewer f where w.word = f.word and w.datasets + f.datasets > 0
              """)
          .param("words", fewer.toArray(String[]::new))
          .param("counts", counts(fewer, changes))
          .update();
    }
  }

  private static List<String> words(Map<String, Integer> changes, boolean more) {
    return changes.entrySet().stream()
        .filter(change -> more ? change.getValue() > 0 : change.getValue() < 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String[] counts(List<String> words, Map<String, Integer> changes) {
    return words.stream().map(word -> String.valueOf(changes.get(word))).toArray(String[]::new);
  }

  private static String deletions(String word) {
    return Misspelling.deletions(word).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static Description said(SearchEntry entry) {
    return entry.version().description();
  }

  private static @Nullable String theme(SearchEntry entry) {
    Theme theme = said(entry).theme();
    return theme == null ? null : theme.name();
  }

  private static @Nullable String conformity(SearchEntry entry, Function<Conformity, String> part) {
    Conformity conformity = entry.version().conformity();
    return conformity == null ? null : part.apply(conformity);
  }

  private static String formats(SearchEntry entry) {
    return entry.version().distributions().stream()
        .map(file -> file.format().code())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String places(SearchEntry entry) {
    return entry.places().stream().map(CatalogPaths::place).collect(Collectors.joining(" "));
  }

  private static @Nullable String[] texts(
      List<SearchEntry> entries, Function<SearchEntry, @Nullable String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }
}
