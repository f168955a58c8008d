package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The quality of metadata as data.gouv.fr reckons it: nine points of equal worth. Source: udata,
 * core/dataset/models.py, {@code compute_quality} and {@code compute_quality_score}.
 *
 * @param earned the points the description has
 */
public record UdataScore(Set<Rule> earned) {
  /** udata, setting QUALITY_DESCRIPTION_LENGTH: longer than that many characters. */
  static final int SHORT_DESCRIPTION = 100;

  /** udata, settings CLOSED_FORMATS: those of our formats that are in it. */
  private static final Set<WrittenFormat> CLOSED = Set.of(WrittenFormat.XLSX);

  /** A point, in the order of udata. */
  public enum Rule {
    LICENSE((facts, now) -> facts.license() != null),
    PERIOD((facts, now) -> facts.isDated()),
    TERRITORY((facts, now) -> facts.territory() != null),
    FREQUENCY((facts, now) -> facts.frequency() != UpdateFrequency.UNKNOWN),
    IN_TIME((facts, now) -> facts.isInTime(now)),
    DESCRIPTION((facts, now) -> facts.summary().strip().length() > SHORT_DESCRIPTION),
    OPEN_FORMAT((facts, now) -> facts.formats().stream().anyMatch(one -> !CLOSED.contains(one))),
    /** Our files are where our pages are. */
    AVAILABLE((facts, now) -> !facts.formats().isEmpty()),
    DOCUMENTED((facts, now) -> !facts.formats().isEmpty() && facts.explained());

    private final BiPredicate<MetadataFacts, Instant> holds;

    Rule(BiPredicate<MetadataFacts, Instant> holds) {
      this.holds = holds;
    }

    /** Its name in message keys ("in-time"). */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public UdataScore {
    earned = Set.copyOf(earned);
  }

  public static UdataScore of(MetadataFacts facts, Instant now) {
    Set<Rule> earned = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.holds.test(facts, now)) {
        earned.add(rule);
      }
    }
    return new UdataScore(earned);
  }

  public int points() {
    return earned.size();
  }

  /** The most one may have. */
  public int of() {
    return Rule.values().length;
  }

  /** The points not had, in the order of udata. */
  public List<Rule> missing() {
    return Stream.of(Rule.values()).filter(rule -> !earned.contains(rule)).toList();
  }
}
