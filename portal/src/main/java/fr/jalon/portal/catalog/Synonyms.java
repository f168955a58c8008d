package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words for the same thing: ours, which come with the program, and those that administrators add.
 * Whoever asks for one finds the others.
 */
@Component
public class Synonyms {
  /** Names of one thing; more of them are several things. */
  public static final int MOST_PHRASES = 12;

  public static final int LONGEST_PHRASE = 60;

  /** Lines that administrators may add: they are read at each search. */
  static final int MOST_LINES = 500;

  private static final String OURS = "/fr/jalon/portal/catalog/synonyms.txt";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final List<Line> ours;

  Synonyms(JdbcClient jdbc, Clock clock) throws IOException {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ours = read();
  }

  /**
   * A line of words for the same thing.
   *
   * @param id of a line that was added; of ours, of no use
   */
  public record Line(UUID id, List<String> phrases) {
    public Line {
      phrases = List.copyOf(phrases);
    }
  }

  /** Those that come with the program. */
  public List<Line> listOurs() {
    return ours;
  }

  /** Those that administrators added, the last first. */
  @Transactional(readOnly = true)
  public List<Line> listAdded() {
    return jdbc.sql("select id, phrases from catalog.synonym order by added_at desc, id")
        .query(
            (row, number) ->
                new Line(
                    row.getObject("id", UUID.class),
                    List.of((String[]) row.getArray("phrases").getArray())))
        .list();
  }

  /** All of them, each name as its words. */
  List<List<List<String>>> phrases() {
    return Stream.concat(ours.stream(), listAdded().stream())
        .map(line -> line.phrases().stream().map(SearchWords::of).toList())
        .toList();
  }

  /**
   * Adds a line.
   *
   * @param typed names of one thing, apart by commas
   */
  @Transactional
  public void add(String typed) {
    List<String> phrases = phrases(typed);
    if (phrases.size() < 2 || phrases.stream().anyMatch(one -> SearchWords.of(one).isEmpty())) {
      throw new Rejected(CatalogProblem.SYNONYMS_MISSING);
    }
    if (phrases.size() > MOST_PHRASES
        || phrases.stream().anyMatch(one -> one.length() > LONGEST_PHRASE)) {
      throw new Rejected(CatalogProblem.SYNONYMS_TOO_LONG, MOST_PHRASES, LONGEST_PHRASE);
    }
    int added =
        jdbc.sql(
                """
                insert into catalog.synonym (id, phrases, added_at)
                select :id, :phrases, :now where (select count(*) from catalog.synonym) < :most
                """)
            .param("id", UUID.randomUUID())
            .param("phrases", phrases.toArray(String[]::new))
            .param("now", Timestamp.from(clock.instant()))
            .param("most", MOST_LINES)
            .update();
    if (added == 0) {
      throw new Rejected(CatalogProblem.SYNONYMS_TOO_MANY, MOST_LINES);
    }
  }

  /** Removes a line that was added; nothing happens when it went meanwhile. */
  @Transactional
  public void remove(UUID id) {
    jdbc.sql("delete from catalog.synonym where id = :id").param("id", id).update();
  }

  private static List<String> phrases(String typed) {
    return Arrays.stream(typed.replace("\0", "").split("[,;\\n]"))
        .map(phrase -> phrase.strip().replaceAll("\\s+", " "))
        .filter(phrase -> !phrase.isEmpty())
        .distinct()
        .toList();
  }

  private static List<Line> read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Synonyms.class.getResourceAsStream(OURS)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(
              line ->
                  new Line(
                      UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)), phrases(line)))
          .collect(Collectors.toUnmodifiableList());
    }
  }
}
