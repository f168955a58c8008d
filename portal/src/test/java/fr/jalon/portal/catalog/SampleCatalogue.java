package fr.jalon.portal.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invented datasets of real communes, as many as wanted: one of each subject for each commune,
 * written into the tables as published ones. They have no file.
 */
final class SampleCatalogue {
  private static final String FOLDER = "/catalogue/";

  /** Statements would be too long beyond. */
  private static final int TOGETHER = 2_000;

  private static final Instant FIRST = Instant.parse("2021-01-04T09:00:00Z");

  private final JdbcClient jdbc;

  SampleCatalogue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a town hall publishes. */
  record Subject(
      String key,
      String theme,
      String model,
      String title,
      String summary,
      String keywords,
      String columns,
      String labels) {}

  /** A commune, and how its name is joined to "de". */
  record Town(UUID id, String slug, String insee, String name) {
    String of() {
      return name.matches("(?i)[aeiouyhéèêîœ].*") ? "d’" + name : "de " + name;
    }
  }

  /**
   * What people type, and the dataset that is wanted.
   *
   * @param insee code of its commune
   */
  record Query(String text, String subject, String insee) {}

  static List<Subject> subjects() {
    return lines("subjects.txt").stream()
        .map(c -> new Subject(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
        .toList();
  }

  static List<Query> queries() {
    return lines("queries.txt").stream().map(c -> new Query(c[0], c[1], c[2])).toList();
  }

  /** The name that a dataset of ours has in addresses. */
  static String slug(String subject, String insee) {
    return subject + "-" + insee;
  }

  /** The communes that queries name, and as many others of the region as wanted. */
  List<Town> towns(int others) {
    String[] asked = queries().stream().map(Query::insee).distinct().toArray(String[]::new);
    return jdbc.sql(
            """
            (select id, slug, insee, name from organization.local_authority where insee = any(:asked))
            union all
            (select id, slug, insee, name from organization.local_authority
              where insee is not null and insee <> all(:asked) order by insee limit :others)
            """)
        .param("asked", asked)
        .param("others", others)
        .query(
            (row, number) ->
                new Town(
                    row.getObject("id", UUID.class),
                    row.getString("slug"),
                    row.getString("insee"),
                    row.getString("name")))
        .list();
  }

  /** Publishes each subject for each town, and makes what a search reads of them. */
  int publish(List<Town> towns) {
    List<Subject> subjects = subjects();
    List<Row> rows = new ArrayList<>();
    int made = 0;
    for (Town town : towns) {
      for (Subject subject : subjects) {
        rows.add(row(subject, town, made++));
        if (rows.size() == TOGETHER) {
          insert(rows);
          rows.clear();
        }
      }
    }
    insert(rows);
    return made;
  }

  private record Row(UUID id, Subject subject, Town town, int number) {
    String title() {
      return subject.title().replace("{de}", number % 2 == 0 ? town.of() : "").strip();
    }

    String license() {
      return number % 5 == 0 ? "ODBL" : "LICENCE_OUVERTE";
    }

    String frequency() {
      return List.of("ANNUAL", "MONTHLY", "UNKNOWN").get(number % 3);
    }

    String formats() {
      return number % 4 == 0 ? "csv geojson parquet" : "csv parquet";
    }
  }

  private static Row row(Subject subject, Town town, int number) {
    return new Row(
        UUID.nameUUIDFromBytes(slug(subject.key(), town.insee()).getBytes(StandardCharsets.UTF_8)),
        subject,
        town,
        number);
  }

  private void insert(List<Row> rows) {
    jdbc.sql(
            """
            with one as (
              select * from unnest(cast(:ids as uuid[]), :slugs, cast(:publishers as uuid[]), :publisherSlugs,
                :titles, :folded, :summaries, :keywords, :themes, :models, :licenses, :frequencies, :formats,
                :columns, :labels, cast(:published as timestamptz[]))
                as one (id, slug, publisher, publisher_slug, title, folded, summary, keywords, theme, model, license,
                  frequency, formats, columns, labels, published)),
            version as (
              insert into catalog.version (id, dataset_id, number, title, title_folded, summary, keywords, theme,
                license, frequency, rows, schema_code, schema_version, schema_title, corrections, formats, created_at,
                created_by, published_at, published_by)
              select id, id, 1, title, folded, summary, string_to_array(keywords, '|'), theme, license, frequency,
                length(title) * 10, nullif(model, ''), case when model <> '' then '1.0' end,
                case when model <> '' then 'Modèle ' || model end, '{}', string_to_array(formats, ' '), published, :by,
                published, :by
              from one),
            files as (
              insert into catalog.distribution (version_id, position, format, sha256, size, rows)
              select id, place, format, repeat('0', 64), 0, 0
              from one cross join unnest(string_to_array(formats, ' ')) with ordinality as file (format, place)),
            columns as (
              insert into catalog.version_column (version_id, position, name, type, kind, title, description, filled,
                distinct_values, labels)
              select id, place, 'c' || place, 'text', 'text', title_of, '', 10, 3,
                case when place = 1 then string_to_array(labels, '|') else '{}' end
              from one cross join unnest(string_to_array(columns, '|')) with ordinality as col (title_of, place))
            insert into catalog.dataset (id, slug, publisher_id, publisher_slug, published_version, version_count,
              created_at, updated_at)
            select id, slug, publisher, publisher_slug, id, 1, published, published from one
            """)
        .param("ids", texts(rows, row -> row.id().toString()))
        .param("slugs", texts(rows, row -> slug(row.subject().key(), row.town().insee())))
        .param("publishers", texts(rows, row -> row.town().id().toString()))
        .param("publisherSlugs", texts(rows, row -> row.town().slug()))
        .param("titles", texts(rows, Row::title))
        .param("folded", texts(rows, row -> Folding.fold(row.title())))
        .param("summaries", texts(rows, row -> row.subject().summary()))
        .param("keywords", texts(rows, row -> row.subject().keywords()))
        .param("themes", texts(rows, row -> row.subject().theme()))
        .param("models", texts(rows, row -> row.subject().model()))
        .param("licenses", texts(rows, Row::license))
        .param("frequencies", texts(rows, Row::frequency))
        .param("formats", texts(rows, Row::formats))
        .param("columns", texts(rows, row -> row.subject().columns()))
        .param("labels", texts(rows, row -> row.subject().labels()))
        .param(
            "published",
            texts(rows, row -> FIRST.plusSeconds(row.number() * 7_919L % 150_000_000).toString()))
        .param("by", SampleDatasets.SOMEONE)
        .update();
  }

  private static String[] texts(List<Row> rows, Function<Row, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  private static List<String[]> lines(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SampleCatalogue.class.getResourceAsStream(FOLDER + file)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .collect(Collectors.toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
