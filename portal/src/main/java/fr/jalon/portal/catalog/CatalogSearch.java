package fr.jalon.portal.catalog;

import fr.jalon.portal.catalog.CatalogQuery.Facet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds published datasets. Every query starts from {@link #HITS}, which reads published versions
 * only: a sandbox cannot be found, whatever is asked.
 */
@Component
public class CatalogSearch {
  public static final int PAGE_SIZE = 20;

  /** Choices shown for a facet, most frequent first. */
  private static final int FACET_CHOICES = 12;

  private static final String HITS =
      """
      with asked as (
        select websearch_to_tsquery('french', :text) || to_tsquery('french', :prefix) as words),
      hits as (
        select d.id, d.publisher_id, d.publisher_slug, v.theme, v.schema_code, v.schema_title, v.formats, v.license,
          v.published_at, v.rows, v.title_folded, ts_rank(v.search, asked.words) as rank
        from catalog.dataset d
        join catalog.version v on v.id = d.published_version
        cross join asked
        where (numnode(asked.words) = 0 or v.search @@ asked.words)
          and (:publisher::text is null or d.publisher_slug = :publisher)
          and (:theme::text is null or v.theme = :theme)
          and (:schema::text is null or v.schema_code = :schema)
          and (:format::text is null or :format = any(v.formats))
          and (:license::text is null or v.license = :license))
      """;

  private final JdbcClient jdbc;
  private final DatasetRows rows;

  CatalogSearch(JdbcClient jdbc, DatasetRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * One page of answers and what they can be narrowed by. When no dataset holds all the words,
   * those that hold some are given, and it is said.
   */
  @Transactional(readOnly = true)
  public SearchResults find(CatalogQuery query) {
    Words all = Words.all(query.text());
    long total = count(query, all);
    if (total > 0 || query.text().isEmpty()) {
      return results(query, all, total, false);
    }
    Words any = Words.any(query.text());
    return results(query, any, count(query, any), true);
  }

  /** The datasets published last. */
  @Transactional(readOnly = true)
  public List<Dataset> listLatest(int count) {
    return rows.datasets(
        jdbc.sql(
                """
                select d.id from catalog.dataset d
                join catalog.version v on v.id = d.published_version
                order by v.published_at desc, d.id limit :count
                """)
            .param("count", count)
            .query(UUID.class)
            .list());
  }

  /** What an organization has published, last first. */
  @Transactional(readOnly = true)
  public List<Dataset> listPublishedBy(UUID publisherId) {
    return rows.datasets(
        jdbc.sql(
                """
                select d.id from catalog.dataset d
                join catalog.version v on v.id = d.published_version
                where d.publisher_id = :publisher
                order by v.published_at desc, d.id
                """)
            .param("publisher", publisherId)
            .query(UUID.class)
            .list());
  }

  /** How much is published in all. */
  @Transactional(readOnly = true)
  public Totals totals() {
    return jdbc.sql(
            """
            select count(*) as datasets, count(distinct d.publisher_id) as publishers,
              coalesce(sum(v.rows), 0) as rows
            from catalog.dataset d join catalog.version v on v.id = d.published_version
            """)
        .query(
            (row, number) ->
                new Totals(row.getLong("datasets"), row.getLong("publishers"), row.getLong("rows")))
        .single();
  }

  /** What the home page counts. */
  public record Totals(long datasets, long publishers, long rows) {}

  /**
   * @param loosened true when no dataset held all the words
   * @param choices of each facet, counted among the answers as if that facet were not chosen
   */
  public record SearchResults(
      CatalogQuery query,
      List<Dataset> datasets,
      long total,
      boolean loosened,
      Map<Facet, List<Choice>> choices) {}

  /**
   * A value of a facet and how many datasets bear it.
   *
   * @param title of the value when the datasets say it, null when its words are ours
   */
  public record Choice(String value, @Nullable String title, long count) {}

  private SearchResults results(CatalogQuery query, Words words, long total, boolean loosened) {
    List<UUID> ids =
        statement(
                HITS
                    + "select id from hits order by "
                    + query.order().sql()
                    + " limit :limit offset :offset",
                query,
                words,
                null)
            .param("limit", PAGE_SIZE)
            .param("offset", (query.page() - 1) * PAGE_SIZE)
            .query(UUID.class)
            .list();
    Map<Facet, List<Choice>> choices = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      choices.put(facet, choices(query, words, facet));
    }
    return new SearchResults(query, rows.datasets(ids), total, loosened, choices);
  }

  private long count(CatalogQuery query, Words words) {
    return statement(HITS + "select count(*) from hits", query, words, null)
        .query(Long.class)
        .single();
  }

  private List<Choice> choices(CatalogQuery query, Words words, Facet facet) {
    String value = facet == Facet.FORMAT ? "unnest(formats)" : facet.column();
    String title = facet == Facet.SCHEMA ? "schema_title" : "null::text";
    return statement(
            HITS
                + "select value, max(title) as title, count(*) as n from (select %s as value, %s as title from hits) one"
                    .formatted(value, title)
                + " where value is not null group by value order by n desc, value limit :limit",
            query,
            words,
            facet)
        .param("limit", FACET_CHOICES)
        .query(
            (row, number) ->
                new Choice(row.getString("value"), row.getString("title"), row.getLong("n")))
        .list();
  }

  private JdbcClient.StatementSpec statement(
      String sql, CatalogQuery query, Words words, @Nullable Facet free) {
    return jdbc.sql(sql)
        .param("text", words.text())
        .param("prefix", words.prefix())
        .param("publisher", chosen(query, Facet.PUBLISHER, free))
        .param("theme", chosen(query, Facet.THEME, free))
        .param("schema", chosen(query, Facet.SCHEMA, free))
        .param("format", chosen(query, Facet.FORMAT, free))
        .param("license", chosen(query, Facet.LICENSE, free));
  }

  private static @Nullable String chosen(CatalogQuery query, Facet facet, @Nullable Facet free) {
    return facet == free ? null : query.chosen().get(facet);
  }

  /**
   * Words as the database asks them.
   *
   * @param text in the syntax of a web search box: quotes, minus, or
   * @param prefix the same words, the last one perhaps unfinished; "" for none
   */
  private record Words(String text, String prefix) {
    static Words all(String typed) {
      String folded = Folding.fold(typed);
      boolean plain = folded.indexOf('"') < 0 && !(" " + folded).contains(" -");
      List<String> words = plain ? words(folded) : List.of();
      return new Words(folded, words.isEmpty() ? "" : String.join(" & ", words) + ":*");
    }

    static Words any(String typed) {
      return new Words(String.join(" or ", words(Folding.fold(typed))), "");
    }

    private static List<String> words(String folded) {
      return Arrays.stream(folded.split("[^a-z0-9]+"))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
