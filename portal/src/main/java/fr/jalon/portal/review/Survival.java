package fr.jalon.portal.review;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Chronicle;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the authorities that had a dataset all saw when their accompaniment ended still keep
 * one, some months later. A function of what was published and of two days: asked again, it says
 * the same, for it looks at what was to be seen that day, not at what is today.
 *
 * @param months after the end of the accompaniment
 * @param lines of the authorities that had a dataset then, by name; the others are not in it
 */
public record Survival(int months, List<Line> lines) {
  /**
   * When it is measured, in months after the end. In 2022, thirty or so bodies ceased to publish
   * when the structure that helped them did; half a year shows the habit, a whole one the yearly
   * datasets.
   */
  static final List<Integer> TERMS = List.of(6, 12);

  /** How late an update may be and still be in its time. */
  static final Duration TOLERANCE = Duration.ofDays(30);

  public Survival {
    lines = List.copyOf(lines);
  }

  /**
   * An authority.
   *
   * @param ended last day of its accompaniment
   * @param measured the day it is looked at
   * @param upToDate a dataset in its time that day, null for none
   * @param alone what it published by itself in between, null for nothing
   */
  public record Line(
      String name,
      LocalDate ended,
      LocalDate measured,
      @Nullable Shown upToDate,
      @Nullable Shown alone) {}

  /** What shows it. */
  public record Shown(String title, String href, int version, LocalDate day) {}

  static Survival of(Collection<Followed> all, Known known, int months) {
    List<Line> lines = new ArrayList<>();
    for (Followed one : all) {
      UUID organization = one.beneficiary().organizationId();
      LocalDate ended = ended(one);
      Instant end = endOf(ended);
      if (known.seen(organization, end).findAny().isPresent()) {
        LocalDate measured = ended.plusMonths(months);
        Instant then = endOf(measured);
        lines.add(
            new Line(
                one.beneficiary().name(),
                ended,
                measured,
                upToDate(known.chronicles(organization), then),
                alone(known, organization, end, then)));
      }
    }
    return new Survival(months, lines);
  }

  /** The last day of the accompaniment, or of the agreement when it ended before. */
  static LocalDate ended(Followed one) {
    LocalDate until = one.position().terms().accompaniedUntil();
    LocalDate last = one.position().lastDay();
    return last != null && last.isBefore(until) ? last : until;
  }

  static Instant endOf(LocalDate day) {
    // the last moment of the day that the database can tell
    return day.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant().minusNanos(1_000);
  }

  private static @Nullable Shown upToDate(List<Chronicle> chronicles, Instant then) {
    for (Chronicle one : chronicles) {
      Version seen = one.on(then).orElse(null);
      if (seen != null && isInTime(one.origin(seen), then)) {
        return shown(one, seen);
      }
    }
    return null;
  }

  /**
   * What promises no rhythm cannot be shown to be kept: it does not count.
   *
   * @param version whose data they are: putting an earlier version back makes nothing newer
   */
  static boolean isInTime(Version version, Instant then) {
    Instant due = version.due();
    return due != null && !then.isAfter(due.plus(TOLERANCE));
  }

  /** A first version is a dataset more, not one kept. */
  private static @Nullable Shown alone(
      Known known, UUID organization, Instant after, Instant then) {
    return known
        .alone(organization, after, then)
        .filter(version -> version.number() > 1)
        .findFirst()
        .map(version -> shown(of(known.chronicles(organization), version), version))
        .orElse(null);
  }

  static Chronicle of(List<Chronicle> chronicles, Version version) {
    return chronicles.stream()
        .filter(one -> one.datasetId().equals(version.datasetId()))
        .findFirst()
        .orElseThrow();
  }

  private static Shown shown(Chronicle chronicle, Version version) {
    Instant published = version.publishedAt();
    return new Shown(
        version.description().title(),
        CatalogPaths.dataset(chronicle.slug()),
        version.number(),
        day(published == null ? version.createdAt() : published));
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Meeting.ZONE);
  }

  /**
   * The two figures of it.
   *
   * @param href of the report that lists them
   */
  List<Figure> figures(String href) {
    return List.of(
        new Figure(
            Measure.UP_TO_DATE,
            lines.stream().filter(line -> line.upToDate() != null).count(),
            lines.size(),
            href),
        new Figure(
            Measure.UPDATED_ALONE,
            lines.stream().filter(line -> line.alone() != null).count(),
            lines.size(),
            href));
  }
}
