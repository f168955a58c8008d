package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The quality of metadata as data.europa.eu reckons it (Metadata Quality Assessment, methodology
 * page): 405 points in five dimensions. Of the files, the best one counts.
 *
 * <p>What a reader gets from Jalon in any case (addresses that answer, formats of the European
 * list, sizes, dates, the publisher, data open to all) is had by publishing files with us.
 *
 * @param earned the rules the description meets
 */
public record MqaScore(Set<Rule> earned) {
  private static final Predicate<MetadataFacts> ANY_FILE = facts -> !facts.formats().isEmpty();

  /** Open formats that programs read: all of ours but the workbook's, which is not in the list. */
  private static final Set<WrittenFormat> OPEN =
      Set.of(WrittenFormat.CSV, WrittenFormat.GEOJSON, WrittenFormat.PARQUET);

  private static final Predicate<MetadataFacts> OPEN_FILE =
      facts -> facts.formats().stream().anyMatch(OPEN::contains);

  /** What a group of rules is about. */
  public enum Dimension {
    FINDABILITY,
    ACCESSIBILITY,
    INTEROPERABILITY,
    REUSABILITY,
    CONTEXTUALITY
  }

  /** A rule and its points, in the order of the methodology. */
  public enum Rule {
    KEYWORD(Dimension.FINDABILITY, 30, facts -> !facts.keywords().isEmpty()),
    THEME(Dimension.FINDABILITY, 30, facts -> facts.theme() != null),
    SPATIAL(Dimension.FINDABILITY, 20, facts -> facts.territory() != null),
    TEMPORAL(Dimension.FINDABILITY, 20, MetadataFacts::isDated),
    ACCESS_URL_ANSWERS(Dimension.ACCESSIBILITY, 50, ANY_FILE),
    DOWNLOAD_URL(Dimension.ACCESSIBILITY, 20, ANY_FILE),
    DOWNLOAD_URL_ANSWERS(Dimension.ACCESSIBILITY, 30, ANY_FILE),
    FORMAT(Dimension.INTEROPERABILITY, 20, ANY_FILE),
    MEDIA_TYPE(Dimension.INTEROPERABILITY, 10, ANY_FILE),
    FORMAT_FROM_VOCABULARY(Dimension.INTEROPERABILITY, 10, ANY_FILE),
    NON_PROPRIETARY(Dimension.INTEROPERABILITY, 20, OPEN_FILE),
    MACHINE_READABLE(Dimension.INTEROPERABILITY, 20, OPEN_FILE),
    DCAT_AP(Dimension.INTEROPERABILITY, 30, ANY_FILE),
    LICENSE(Dimension.REUSABILITY, 20, facts -> facts.license() != null),
    LICENSE_FROM_VOCABULARY(
        Dimension.REUSABILITY,
        10,
        facts -> facts.license() != null && facts.license() != License.APPROVED),
    ACCESS_RIGHTS(Dimension.REUSABILITY, 10, ANY_FILE),
    ACCESS_RIGHTS_FROM_VOCABULARY(Dimension.REUSABILITY, 5, ANY_FILE),
    CONTACT(Dimension.REUSABILITY, 20, facts -> !facts.contact().isBlank()),
    PUBLISHER(Dimension.REUSABILITY, 10, facts -> true),
    RIGHTS(Dimension.CONTEXTUALITY, 5, facts -> facts.license() != null),
    BYTE_SIZE(Dimension.CONTEXTUALITY, 5, ANY_FILE),
    ISSUED(Dimension.CONTEXTUALITY, 5, ANY_FILE),
    MODIFIED(Dimension.CONTEXTUALITY, 5, ANY_FILE);

    private final Dimension dimension;
    private final int points;
    private final Predicate<MetadataFacts> holds;

    Rule(Dimension dimension, int points, Predicate<MetadataFacts> holds) {
      this.dimension = dimension;
      this.points = points;
      this.holds = holds;
    }

    public Dimension dimension() {
      return dimension;
    }

    public int points() {
      return points;
    }

    /** Its name in message keys ("access-rights"). */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How a sum of points is called. */
  public enum Rating {
    EXCELLENT(351),
    GOOD(221),
    SUFFICIENT(121),
    BAD(0);

    private final int from;

    Rating(int from) {
      this.from = from;
    }

    static Rating of(int points) {
      return Stream.of(values()).filter(one -> points >= one.from).findFirst().orElse(BAD);
    }

    /** Its name in message keys ("excellent"). */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MqaScore {
    earned = Set.copyOf(earned);
  }

  public static MqaScore of(MetadataFacts facts) {
    Set<Rule> earned = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.holds.test(facts)) {
        earned.add(rule);
      }
    }
    return new MqaScore(earned);
  }

  public int points() {
    return earned.stream().mapToInt(Rule::points).sum();
  }

  /** The points had in one dimension. */
  public int points(Dimension dimension) {
    return earned.stream()
        .filter(rule -> rule.dimension() == dimension)
        .mapToInt(Rule::points)
        .sum();
  }

  /** The most one may have: 405. */
  public int of() {
    return Stream.of(Rule.values()).mapToInt(Rule::points).sum();
  }

  public Rating rating() {
    return Rating.of(points());
  }

  /** The rules not met, in the order of the methodology. */
  public List<Rule> missing() {
    return Stream.of(Rule.values()).filter(rule -> !earned.contains(rule)).toList();
  }
}
