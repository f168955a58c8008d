package fr.jalon.portal.home.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody is told, as it is kept, once until it is resolved.
 *
 * @param beneficiaryId null for what is of the whole season
 * @param kind its key
 * @param object what it is about: the id of a thing, a code
 * @param href where one acts on it
 * @param mark of whoever looks, null when they neither saw it nor put it off
 */
public record Signal(
    UUID id,
    UUID seasonId,
    @Nullable UUID beneficiaryId,
    String kind,
    Level level,
    String object,
    Told told,
    String href,
    Instant firstSeen,
    @Nullable Instant resolvedAt,
    @Nullable Mark mark) {
  /** The most pressing first; of two alike, the one that lasts longer. */
  public static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::level)
          .thenComparing(Signal::rank)
          .thenComparing(Signal::since)
          .thenComparing(Signal::id);

  /**
   * What somebody said of it for themselves.
   *
   * @param laterUntil told again from that day on; null for what was seen once and for all
   */
  public record Mark(Instant at, @Nullable LocalDate laterUntil) {}

  private int rank() {
    return SignalKinds.find(kind).map(SignalKinds::rank).orElse(Integer.MAX_VALUE);
  }

  private LocalDate since() {
    LocalDate day = told.day();
    return day == null ? AuthorityFacts.day(firstSeen) : day;
  }

  /** True when whoever looks saw it, or put it off to a later day. */
  public boolean isAside(LocalDate today) {
    return mark != null && (mark.laterUntil() == null || mark.laterUntil().isAfter(today));
  }

  public boolean isNeed() {
    return level.isNeed();
  }
}
