package fr.jalon.portal.catalog;

import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogQuery.Order;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds published datasets. Every query starts from {@code catalog.search_entry}, which holds
 * nothing else: neither a sandbox nor what was withdrawn can be found, whatever is asked.
 *
 * <p>Answers that hold all the words in their title, keywords or place come first, then those that
 * hold one elsewhere; among them the best rank, to which a recent publication adds.
 */
@Component
public class CatalogSearch {
  public static final int PAGE_SIZE = 20;

  /** Choices shown for a facet, most frequent first. */
  private static final int FACET_CHOICES = 12;

  /**
   * Answers that are ranked against each other. Of a word that half of the datasets hold, the
   * latest of this many; the others follow by date: nobody reads a hundred pages.
   */
  static final int RANKED = 2_000;

  /** What words weigh in the rank: D, C (place), B (keywords, model) and A (title). */
  private static final String WEIGHTS = "{0.1, 0.5, 0.4, 1.0}";

  /**
   * What being new adds to a rank, at most: enough to put this year's file before the same of last
   * year, too little to put it before a better title.
   */
  static final double NEWNESS = 0.2;

  /**
   * How much more the authority counts that the question names in full, by a code of its own or by
   * the postal code it is the largest of: "Tours" is not Joué-lès-Tours.
   */
  static final double WHOLE_NAME = 2;

  /** After which half of it is lost. */
  static final Duration NEWNESS_HALVED = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final DatasetRows rows;
  private final SearchQuestions questions;
  private final Publishers publishers;
  private final Clock clock;

  CatalogSearch(
      JdbcClient jdbc,
      DatasetRows rows,
      SearchQuestions questions,
      Publishers publishers,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.questions = questions;
    this.publishers = publishers;
    this.clock = clock;
  }

  /**
   * One page of answers and what they can be narrowed by. When no dataset holds all the words,
   * those that hold some are given, and it is said.
   */
  @Transactional(readOnly = true)
  public SearchResults find(CatalogQuery query) {
    SearchQuestion question = questions.of(query.text());
    if (!question.isEmpty()) {
      plan("enable_seqscan", "off");
    }
    Asked asked = new Asked(query, question.isEmpty() ? null : question.all(), false);
    Counts counts = count(asked);
    if (counts.total() == 0 && question.parts().size() > 2) {
      asked = new Asked(query, question.allButOne(), true);
      counts = count(asked);
    }
    if (counts.total() == 0 && question.parts().size() > 1) {
      asked = new Asked(query, question.oneAtLeast(), true);
      counts = count(asked);
    }
    boolean found = counts.total() > 0;
    if (counts.total() > RANKED) {
      plan("plan_cache_mode", "force_custom_plan");
    }
    return new SearchResults(
        query,
        found ? rows.datasets(page(asked, question)) : List.of(),
        counts.total(),
        found && asked.loosened(),
        counts.choices(),
        counts.without(),
        question.corrections(),
        question.suggestions(),
        question.stems());
  }

  /** The datasets published last. */
  @Transactional(readOnly = true)
  public List<Dataset> listLatest(int count) {
    return rows.datasets(
        jdbc.sql(
                """
                select dataset_id from catalog.search_entry
                order by published_at desc, dataset_id limit :count
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
   * @param without how many more answers there would be without a facet that is chosen
   * @param corrections words that no dataset holds, and what was sought in their place
   * @param suggestions words that few datasets hold, and a near one that many hold
   * @param stems of what was sought, to be shown in the answers
   */
  public record SearchResults(
      CatalogQuery query,
      List<Dataset> datasets,
      long total,
      boolean loosened,
      Map<Facet, List<Choice>> choices,
      Map<Facet, Long> without,
      List<Correction> corrections,
      List<Correction> suggestions,
      Set<String> stems) {
    public SearchResults {
      datasets = List.copyOf(datasets);
      corrections = List.copyOf(corrections);
      suggestions = List.copyOf(suggestions);
      stems = Set.copyOf(stems);
    }

    /** The choices of a facet, none when the answers bear no value of it. */
    public List<Choice> choices(Facet facet) {
      return choices.getOrDefault(facet, List.of());
    }
  }

  /**
   * A value of a facet and how many datasets bear it.
   *
   * @param title of the value when the datasets say it, null when its words are ours
   */
  public record Choice(String value, @Nullable String title, long count) {}

  /**
   * What is asked of the database.
   *
   * @param words in its syntax, null for everything
   * @param loosened true when the words need not all be there
   */
  private record Asked(CatalogQuery query, @Nullable String words, boolean loosened) {}

  private record Counts(long total, Map<Facet, List<Choice>> choices, Map<Facet, Long> without) {}

  /**
   * Counts the answers and, for each facet, what they would be without it, in one pass over the
   * rows: each is noted with the one facet whose choice it does not meet, if there is one; those
   * that miss two count nowhere. What is frequent together (a kind, an origin) is added up first.
   */
  private static final String COUNTS =
      """
      with kind as materialized (
        select id, theme, schema_code, schema_title, formats, license,
          case when cast(:theme as text[]) is null or theme = any(:theme) then 0 else 2 end
          + case when cast(:schema as text[]) is null or schema_code = any(:schema) then 0 else 4 end
          + case when cast(:format as text[]) is null or formats && cast(:format as text[]) then 0 else 8 end
          + case when cast(:license as text[]) is null or license = any(:license) then 0 else 16 end as missed
        from catalog.search_kind),
      origin as materialized (
        select id, publisher_slug, places,
          case when cast(:territory as text[]) is null or places && cast(:territory as text[]) then 0 else 1 end
          + case when cast(:publisher as text[]) is null or publisher_slug = any(:publisher) then 0 else 64 end as missed
        from catalog.search_origin),
      hit as (%s),
      together as (
        select missed, kind_id, freshness, origin_id, count(*) as n
        from hit group by grouping sets ((missed, kind_id, freshness), (missed, origin_id))),
      counted as (
        select 'TOTAL' as facet, null as value, null as title, n from together
        where missed = 0 and kind_id is not null
        union all
        select 'WITHOUT', missed::text, null, n from together where missed <> 0 and kind_id is not null
        union all
        select 'FRESHNESS', freshness, null, n from together where missed in (0, 32) and kind_id is not null
        union all
        select 'THEME', theme, null, n from together t join kind k on k.id = t.kind_id where t.missed in (0, 2)
        union all
        select 'SCHEMA', schema_code, schema_title, n from together t join kind k on k.id = t.kind_id
        where t.missed in (0, 4)
        union all
        select 'FORMAT', format, null, n from together t join kind k on k.id = t.kind_id
        cross join unnest(formats) as format where t.missed in (0, 8)
        union all
        select 'LICENSE', license, null, n from together t join kind k on k.id = t.kind_id where t.missed in (0, 16)
        union all
        select 'PUBLISHER', publisher_slug, null, n from together t join origin o on o.id = t.origin_id
        where t.missed in (0, 64)
        union all
        select 'TERRITORY', place, null, n from together t join origin o on o.id = t.origin_id
        cross join unnest(places) as place where t.missed in (0, 1)),
      choice as (
        select facet, value, max(title) as title, sum(n) as n,
          row_number() over (partition by facet order by sum(n) desc, value) as place
        from counted where value is not null or facet = 'TOTAL' group by facet, value)
      select facet, value, coalesce(choice.title, p.title) as title, n from choice
      left join catalog.search_place p on facet = 'TERRITORY' and p.place = value
      where choice.place <= :limit or facet || ' ' || value = any(:chosen)
      order by facet, choice.place
      """;

  /** Every answer, when nothing narrows the list. */
  private static final String HITS =
      """
      select 0 as missed, e.kind_id, e.origin_id, %s as freshness
      from catalog.search_entry e where %s
      """;

  /** The offset keeps the database from joining by what is missed, which it cannot foresee. */
  private static final String NARROWED_HITS =
      """
      select missed, kind_id, origin_id, freshness from (
        select e.kind_id, e.origin_id, %1$s as freshness, k.missed + o.missed
          + case when cast(:freshness as text[]) is null or %1$s = any(:freshness) then 0 else 32 end as missed
        from catalog.search_entry e join kind k on k.id = e.kind_id join origin o on o.id = e.origin_id
        where %2$s offset 0) noted
      where missed & (missed - 1) = 0
      """;

  private static final String FRESHNESS =
      "case when e.late_at is null then 'UNPROMISED' when e.late_at < :now then 'LATE' else 'UP_TO_DATE' end";

  private static final String MEETS =
      """
      (cast(:freshness as text[]) is null or %s = any(:freshness))
      and (not :kinds or e.kind_id in (
        select id from catalog.search_kind
        where (cast(:theme as text[]) is null or theme = any(:theme))
          and (cast(:schema as text[]) is null or schema_code = any(:schema))
          and (cast(:format as text[]) is null or formats && cast(:format as text[]))
          and (cast(:license as text[]) is null or license = any(:license))))
      and (not :origins or e.origin_id in (
        select id from catalog.search_origin
        where (cast(:territory as text[]) is null or places && cast(:territory as text[]))
          and (cast(:publisher as text[]) is null or publisher_slug = any(:publisher))))
      """
          .formatted(FRESHNESS);

  private static final String HELD = "e.body @@ cast(:words as tsquery)";

  /**
   * First the answers that hold what is sought in their title, keywords or place, those that hold
   * most of it before the others; then, when they are few, those that hold it elsewhere. The
   * database finds each by an index of its own, and the first of them are ranked.
   */
  private static final String RANKING =
      """
      with front as materialized (
        select e.dataset_id, e.head, e.published_at, e.origin_id, %1$s as told
        from catalog.search_entry e where e.head @@ cast(:words as tsquery) and %2$s
        order by told desc, e.published_at desc, e.dataset_id limit %3$d),
      back as (
        select e.dataset_id, e.head, e.published_at, e.origin_id, 0 as told
        from catalog.search_entry e
        where e.body @@ cast(:words as tsquery) and not e.head @@ cast(:words as tsquery) and %2$s
          and (select count(*) from front) < %3$d
        order by e.published_at desc, e.dataset_id limit %3$d)
      select dataset_id from (
        select *, row_number() over (order by told desc, published_at desc, dataset_id) as place
        from (select * from front union all select * from back) found) numbered
      order by told desc, case when place <= :ranked then
          (ts_rank(cast(:weights as real[]), head, cast(:words as tsquery), 1)
            + ts_rank(cast(:weights as real[]), head, cast(:own as tsquery), 1))
          * (1 + :newness * power(0.5, greatest(0, extract(epoch from :now - published_at)) / :halved))
          * case when origin_id in (select id from catalog.search_origin where publisher_slug = :named)
            then :whole else 1 end
        else -1 end desc, place
      limit :limit offset :offset
      """;

  private static final String ALL_TOLD = "1";

  private static final String SOME_TOLD =
      """
      (select coalesce(sum(weight), 0) from unnest(cast(:parts as tsquery[]), cast(:partWeights as float8[]))
        as one (part, weight) where e.head @@ part)
      """;

  /**
   * Of words that most datasets hold the database would rather read the table and look into each
   * row again, which takes it three times longer than to fetch the rows that the index names. The
   * answers of such words are ranked by a plan of their own: what is right for rare ones is not.
   */
  private void plan(String setting, String value) {
    jdbc.sql("select set_config(:setting, :value, true)")
        .param("setting", setting)
        .param("value", value)
        .query()
        .singleRow();
  }

  private Counts count(Asked asked) {
    String words = asked.words() == null ? "true" : HELD;
    String hits =
        (asked.query().chosen().isEmpty() ? HITS : NARROWED_HITS).formatted(FRESHNESS, words);
    List<String> chosen = new ArrayList<>();
    asked
        .query()
        .chosen()
        .forEach((facet, values) -> values.forEach(value -> chosen.add(facet + " " + value)));
    Map<Facet, List<Choice>> choices = new EnumMap<>(Facet.class);
    List<Long> total = new ArrayList<>();
    Map<Facet, Long> without = new EnumMap<>(Facet.class);
    statement(COUNTS.formatted(hits), asked)
        .param("limit", FACET_CHOICES)
        .param("chosen", chosen.toArray(String[]::new))
        .query(
            row -> {
              String facet = row.getString("facet");
              if (facet.equals("TOTAL")) {
                total.add(row.getLong("n"));
              } else if (facet.equals("WITHOUT")) {
                without.put(missed(row.getInt("value")), row.getLong("n"));
              } else {
                choices
                    .computeIfAbsent(Facet.valueOf(facet), missing -> new ArrayList<>())
                    .add(
                        new Choice(
                            row.getString("value"), row.getString("title"), row.getLong("n")));
              }
            });
    return new Counts(total.isEmpty() ? 0 : total.get(0), choices, without);
  }

  /** The facet of a number of {@link #COUNTS}, where each has its own bit. */
  private static Facet missed(int bit) {
    return Facet.values()[Integer.numberOfTrailingZeros(bit)];
  }

  private List<UUID> page(Asked asked, SearchQuestion question) {
    Order order = asked.query().order();
    JdbcClient.StatementSpec statement;
    if (order == Order.RELEVANCE && asked.words() != null) {
      int last = Math.max(RANKED, asked.query().page() * PAGE_SIZE);
      String told = asked.loosened() ? SOME_TOLD : ALL_TOLD;
      statement =
          statement(RANKING.formatted(told, MEETS, last), asked)
              .param("own", question.own())
              .param(
                  "parts",
                  question.parts().stream().map(SearchQuestion.Part::any).toArray(String[]::new))
              .param(
                  "partWeights",
                  question.parts().stream().map(SearchQuestion.Part::weight).toArray(Double[]::new))
              .param("weights", WEIGHTS)
              .param("ranked", RANKED)
              .param("newness", NEWNESS)
              .param(
                  "named",
                  publishers
                      .findNamedIn(asked.query().text())
                      .map(one -> one.publisher().slug())
                      .orElse(""))
              .param("whole", WHOLE_NAME)
              .param("halved", NEWNESS_HALVED.toSeconds());
    } else {
      statement =
          statement(
              "select e.dataset_id from catalog.search_entry e where %s and %s order by %s limit :limit offset :offset"
                  .formatted(asked.words() == null ? "true" : HELD, MEETS, sql(order)),
              asked);
    }
    return statement
        .param("kinds", narrows(asked, Facet.THEME, Facet.SCHEMA, Facet.FORMAT, Facet.LICENSE))
        .param("origins", narrows(asked, Facet.TERRITORY, Facet.PUBLISHER))
        .param("limit", PAGE_SIZE)
        .param("offset", (asked.query().page() - 1) * PAGE_SIZE)
        .query(UUID.class)
        .list();
  }

  private static String sql(Order order) {
    return switch (order) {
      case RELEVANCE, RECENT -> "e.published_at desc, e.dataset_id";
      case TITLE -> "e.title_folded, e.dataset_id";
      case ROWS -> "e.rows desc, e.dataset_id";
    };
  }

  private static boolean narrows(Asked asked, Facet... facets) {
    for (Facet facet : facets) {
      if (!asked.query().chosen(facet).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private JdbcClient.StatementSpec statement(String sql, Asked asked) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("now", Timestamp.from(clock.instant())).param("words", asked.words());
    for (Facet facet : Facet.values()) {
      List<String> values = asked.query().chosen(facet);
      statement =
          statement.param(
              facet.name().toLowerCase(Locale.ROOT),
              values.isEmpty() ? null : values.toArray(String[]::new));
    }
    return statement;
  }
}
